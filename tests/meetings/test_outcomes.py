"""What a meeting leads to: decisions in the project's log, and next steps with a role and a date."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.meetings.forms import NextStepForm
from projects.meetings.services import save_next_step
from projects.models import Decision, Meeting, NextStep, Project
from tests.browser_client import Client
from tests.letting_go import DecisionFactory
from tests.meeting_rows import MeetingFactory, NextStepFactory

As = Callable[[User], Client]


@pytest.fixture
def meeting(project: Project) -> Meeting:
    meeting: Meeting = MeetingFactory(project=project)
    return meeting


def address(meeting: Meeting, name: str = "udbytte", *more: int) -> str:
    return reverse(f"moede-{name}", args=[meeting.project.slug, meeting.pk, *more])


def test_a_decision_stands_in_the_log_with_the_day_of_the_meeting(as_: As, editor: User, meeting: Meeting) -> None:
    client = as_(editor)

    client.post(
        address(meeting, "beslutning"), {"beslutning-text": "A10 er reserve.", "beslutning-body": "Bestyrelsen"}
    )

    decision = Decision.objects.get()
    assert (decision.meeting, decision.decided_on, decision.body) == (meeting, meeting.held_on, "Bestyrelsen")
    log = client.get(reverse("beslutninger", args=[meeting.project.slug])).content.decode()
    assert "A10 er reserve." in log
    assert "A10 er reserve." in client.get(address(meeting)).content.decode()


def test_a_boards_decision_is_the_deciding_bodys_unless_one_says_otherwise(
    as_: As, editor: User, project: Project
) -> None:
    project.programme.deciding_body = "Styregruppen for Pilebro"
    project.programme.save()
    board, workshop = MeetingFactory(project=project), MeetingFactory(project=project, kind="actors")

    assert 'value="Styregruppen for Pilebro"' in as_(editor).get(address(board)).content.decode()
    assert 'value="Styregruppen for Pilebro"' not in as_(editor).get(address(workshop)).content.decode()


def test_a_next_step_gets_a_role_and_a_date(as_: As, editor: User, meeting: Meeting) -> None:
    answers = {"skridt-text": "Ringe til skolen", "skridt-owner": "Projektleder", "skridt-due_on": "1. oktober 2026"}

    shown = as_(editor).post(address(meeting, "skridt"), answers, follow=True).content.decode()

    step = NextStep.objects.get()
    assert (step.owner, step.due_on) == ("Projektleder", date(2026, 10, 1))
    assert "Skridtet er gemt." in shown
    assert "Aftal også" not in shown


def test_a_next_step_without_role_or_date_is_saved_and_asked_about(as_: As, editor: User, meeting: Meeting) -> None:
    client = as_(editor)

    without_both = client.post(address(meeting, "skridt"), {"skridt-text": "Ringe"}, follow=True).content.decode()
    without_date = client.post(
        address(meeting, "skridt"), {"skridt-text": "Skrive", "skridt-owner": "Formand"}, follow=True
    ).content.decode()

    assert "Aftal også, hvem der gør det." in without_both
    assert "Aftal også en dato." in without_date
    assert NextStep.objects.count() == 2


def test_an_empty_form_says_what_to_write_and_leaves_the_other_alone(as_: As, editor: User, meeting: Meeting) -> None:
    shown = as_(editor).post(address(meeting, "skridt"), {"skridt-owner": "Formand"}).content.decode()

    assert "Skriv, hvad der skal ske." in shown
    assert "Skriv, hvad der blev besluttet." not in shown
    assert 'value="Formand"' in shown


def test_anyone_who_works_on_the_project_says_that_a_step_is_done(as_: As, board: User, meeting: Meeting) -> None:
    client, step = as_(board), NextStepFactory(meeting=meeting)

    client.post(address(meeting, "skridt-gjort", step.pk))
    step.refresh_from_db()
    assert step.done_on is not None
    client.post(address(meeting, "skridt-gjort", step.pk), {"ikke-gjort": "1"})
    step.refresh_from_db()
    assert step.done_on is None


def test_a_step_is_mended_and_removed(as_: As, editor: User, meeting: Meeting) -> None:
    client, step = as_(editor), NextStepFactory(meeting=meeting, text="Ringe")

    client.post(address(meeting, "skridt-ret", step.pk), {"skridt-text": "Skrive", "skridt-owner": "Formand"})
    step.refresh_from_db()
    assert (step.text, step.owner) == ("Skrive", "Formand")
    assert "Skrive" in client.get(address(meeting, "skridt-fjern", step.pk)).content.decode()
    client.post(address(meeting, "skridt-fjern", step.pk))
    assert not NextStep.objects.exists()
    client.post(address(meeting, "skridt-fortryd", step.pk))
    assert NextStep.objects.get() == step


def test_a_step_of_another_meeting_is_not_found(as_: As, editor: User, meeting: Meeting) -> None:
    foreign = NextStepFactory(meeting=MeetingFactory(project=meeting.project))

    for name in ("skridt-ret", "skridt-fjern", "skridt-gjort"):
        assert as_(editor).post(address(meeting, name, foreign.pk)).status_code == 404


def test_who_was_there_is_written_by_role(as_: As, editor: User, meeting: Meeting) -> None:
    as_(editor).post(address(meeting, "deltagere"), {"present": "Formand\n\n- Skoleleder"})

    meeting.refresh_from_db()
    assert meeting.present == ["Formand", "Skoleleder"]
    assert "Formand, Skoleleder." in as_(editor).get(address(meeting, "referat")).content.decode()


def test_the_log_leads_to_the_minutes_of_the_meeting(as_: As, board: User, meeting: Meeting) -> None:
    DecisionFactory(project=meeting.project, meeting=meeting)
    DecisionFactory(project=meeting.project)

    log = as_(board).get(reverse("beslutninger", args=[meeting.project.slug])).content.decode()

    assert log.count(address(meeting, "referat")) == 1


def test_mending_a_step_keeps_that_it_was_done_meanwhile(editor: User, meeting: Meeting) -> None:
    step = NextStepFactory(meeting=meeting)
    as_read = NextStep.objects.get(pk=step.pk)
    NextStep.objects.filter(pk=step.pk).update(done_on=date(2026, 10, 1))
    form = NextStepForm({"skridt-text": "Ringe", "skridt-owner": "Formand"}, instance=as_read)

    assert form.is_valid()
    save_next_step(by=editor, meeting=meeting, form=form)

    step.refresh_from_db()
    assert (step.owner, step.done_on) == ("Formand", date(2026, 10, 1))
