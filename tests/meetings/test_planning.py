"""Planning a meeting: the list, the agenda, its times, and taking it away again."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.meetings.forms import MeetingForm
from projects.meetings.services import save_meeting
from projects.models import Event, Meeting, MeetingKind, NextStep, Project
from tests.browser_client import Client
from tests.letting_go import DecisionFactory
from tests.meeting_rows import MeetingFactory, NextStepFactory

As = Callable[[User], Client]


def page(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return response.content.decode()


def test_an_editor_plans_a_meeting_and_finds_its_agenda(as_: As, editor: User, project: Project) -> None:
    client = as_(editor)
    answers = {"kind": "actors", "held_on": "5. februar 2027", "place": "Beboerhuset", "present": "Formand\nSkoleleder"}

    response = client.post(reverse("moede-ny", args=[project.slug]), answers)

    meeting = Meeting.objects.get(project=project)
    assert response.headers["Location"] == reverse("moede", args=[project.slug, meeting.pk])
    assert (meeting.held_on, meeting.present) == (date(2027, 2, 5), ["Formand", "Skoleleder"])
    agenda = page(client, "moede", project.slug, meeting.pk)
    for words in ("Workshop 2", "5. februar 2027", "90 minutter", "Gå sektorerne igennem", "minut 40-75", "Skoleleder"):
        assert words in agenda
    assert Event.objects.filter(project=project, by=editor, text="planlagde et møde").exists()


def test_only_the_kind_and_the_day_are_asked_for(as_: As, editor: User, project: Project) -> None:
    url = reverse("moede-ny", args=[project.slug])

    refused = as_(editor).post(url, {"held_on": "", "place": "Beboerhuset"}).content.decode()

    assert "Vælg, hvilket møde det er." in refused
    assert "Skriv, hvilken dag mødet er." in refused
    assert "Beboerhuset" in refused
    assert as_(editor).post(url, {"kind": "board", "held_on": "1.5.2027"}).status_code == 302


def test_a_link_on_the_list_chooses_the_kind(as_: As, owner: User, project: Project) -> None:
    listed = page(as_(owner), "moeder", project.slug)

    assert f"{reverse('moede-ny', args=[project.slug])}?slags=analysis" in listed
    planned = as_(owner).get(reverse("moede-ny", args=[project.slug]), {"slags": "analysis"}).content.decode()
    assert [re.search('value="([^"]*)"', each)[1] for each in re.findall("<input[^>]*checked[^>]*>", planned)] == [
        "analysis"
    ]


def test_the_list_tells_how_each_meeting_stands_and_what_is_still_to_do(as_: As, board: User, project: Project) -> None:
    MeetingFactory(project=project, held_on=date(2027, 4, 15))
    NextStepFactory(meeting=MeetingFactory(project=project), text="Ringe til skolen")
    NextStepFactory(meeting__project=project, text="Det er gjort", done_on=date(2026, 9, 25))

    listed = page(as_(board), "moeder", project.slug)

    assert "planlagt" in listed
    assert "Ringe til skolen" in listed
    assert "<strong>Det er gjort</strong>" not in listed
    assert "Planlæg et møde" not in listed, "the board does not lead meetings"


def test_the_projects_page_leads_to_the_next_meeting_and_its_pack(as_: As, owner: User, project: Project) -> None:
    MeetingFactory(project=project, held_on=date(2020, 1, 1))
    later = MeetingFactory(project=project, held_on=date(2099, 5, 2))
    sooner = MeetingFactory(project=project, held_on=date(2099, 5, 1))

    shown = page(as_(owner), "project", project.slug)

    assert reverse("moede-oplaeg", args=[project.slug, sooner.pk]) in shown
    assert reverse("moede-oplaeg", args=[project.slug, later.pk]) not in shown


def test_the_times_are_the_groups_own(as_: As, editor: User, project: Project) -> None:
    client, meeting = as_(editor), MeetingFactory(project=project)
    url = reverse("moede-tider", args=[project.slug, meeting.pk])

    assert client.post(url, {"step1": "5", "step2": "20", "step3": "0"}).status_code == 200
    assert client.post(url, {"step1": "5", "step2": "20", "step3": "5"}).status_code == 302
    assert "30 minutter" in page(client, "moede", project.slug, meeting.pk)

    client.post(url, {"standard": "1"})
    assert "20 minutter" in page(client, "moede", project.slug, meeting.pk)
    meeting.refresh_from_db()
    assert meeting.minutes == []


def test_the_next_meeting_begins_with_those_who_came_to_the_last(as_: As, editor: User, project: Project) -> None:
    MeetingFactory(project=project, present=["Formand", "Skoleleder"])

    assert "Formand\nSkoleleder</textarea>" in page(as_(editor), "moede-ny", project.slug)


def test_mending_a_meeting_leaves_the_clock_to_whoever_leads_it(editor: User, project: Project) -> None:
    meeting = MeetingFactory(project=project, step=1, spent=[60, 0, 0])
    as_read = Meeting.objects.get(pk=meeting.pk)
    Meeting.objects.filter(pk=meeting.pk).update(step=2, spent=[420, 5, 0])
    form = MeetingForm({"held_on": "24. september 2026", "place": "Beboerhuset"}, instance=as_read)

    assert form.is_valid()
    save_meeting(by=editor, project=project, form=form)

    meeting.refresh_from_db()
    assert (meeting.place, meeting.step, meeting.spent) == ("Beboerhuset", 2, [420, 5, 0])


def test_another_kind_of_meeting_begins_with_its_own_times(as_: As, editor: User, project: Project) -> None:
    meeting = MeetingFactory(project=project, kind=MeetingKind.WHY_WHAT, minutes=[1, 1, 1, 1])

    answers = {"kind": "actors", "held_on": "24. september 2026"}
    as_(editor).post(reverse("moede-ret", args=[project.slug, meeting.pk]), answers)

    meeting.refresh_from_db()
    assert (meeting.kind, meeting.minutes) == (MeetingKind.ACTORS, [])


def test_a_meeting_that_has_begun_stays_the_kind_it_is(as_: As, editor: User, project: Project) -> None:
    meeting = MeetingFactory(project=project, step=1)
    url = reverse("moede-ret", args=[project.slug, meeting.pk])

    assert 'name="kind"' not in as_(editor).get(url).content.decode()
    as_(editor).post(url, {"kind": "actors", "held_on": "24. september 2026"})
    meeting.refresh_from_db()
    assert meeting.kind == MeetingKind.BOARD


def test_removing_says_what_is_lost_and_leaves_the_decisions_in_the_log(as_: As, owner: User, project: Project) -> None:
    meeting = MeetingFactory(project=project)
    NextStepFactory(meeting=meeting, text="Ringe til skolen")
    decision = DecisionFactory(project=project, meeting=meeting)
    url = reverse("moede-fjern", args=[project.slug, meeting.pk])

    assert "Ringe til skolen" in as_(owner).get(url).content.decode()
    as_(owner).post(url)

    assert not Meeting.objects.exists()
    assert not NextStep.objects.exists()
    decision.refresh_from_db()
    assert decision.meeting is None

    back = as_(owner).post(reverse("moede-fortryd", args=[project.slug, meeting.pk]), follow=True).content.decode()
    assert "er hentet tilbage" in back
    assert [str(step) for step in Meeting.objects.get().next_steps.all()] == ["Ringe til skolen"]
    decision.refresh_from_db()
    assert decision.meeting == meeting
    # Pressed twice it is simply there.
    assert as_(owner).post(reverse("moede-fortryd", args=[project.slug, meeting.pk])).status_code == 302


@pytest.mark.parametrize("name", ["moede", "moede-ret", "moede-oplaeg", "moede-referat", "moede-udbytte"])
def test_another_projects_meeting_is_not_found(as_: As, owner: User, project: Project, name: str) -> None:
    foreign = MeetingFactory()

    assert as_(owner).get(reverse(name, args=[project.slug, foreign.pk])).status_code == 404


def test_an_archived_projects_meetings_are_read_and_not_led(as_: As, owner: User, project: Project) -> None:
    meeting = MeetingFactory(project=project)
    as_(owner).post(reverse("project_archive", args=[project.slug]))

    assert "Begynd mødet" not in page(as_(owner), "moede", project.slug, meeting.pk)
    assert as_(owner).post(reverse("moede-begynd", args=[project.slug, meeting.pk])).status_code == 403
