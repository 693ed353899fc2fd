"""Changing what is decided: the earlier entry stays in the log, and day and reason are asked for again."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.documents.build import build_plan
from projects.documents.render import plan_html
from projects.documents.sections import Reading
from projects.models import Decision, Project, WhyWhat
from tests.browser_client import Client
from tests.forms import sent_by

As = Callable[[User], Client]
OLD = {"decision": "anchor", "decision_reason": "Behovet er der.", "decided_on": date(2025, 6, 3)}


@pytest.fixture
def decided(project: Project) -> Project:
    WhyWhat.objects.update_or_create(project=project, defaults=OLD | {"goal": "Der er åbent to gange om ugen."})
    return project


def change(client: Client, project: Project, **answers: str) -> WhyWhat:
    url = reverse("beslutning", args=[project.slug])
    client.post(url, sent_by(client.get(url)) | answers)
    return WhyWhat.objects.get(project=project)


@pytest.mark.parametrize("decision", ["end", "method", "new_funding", "partly", "undecided"])
def test_the_earlier_decision_stays_and_day_and_reason_are_asked_again(
    as_: As, owner: User, decided: Project, decision: str
) -> None:
    row = change(as_(owner), decided, decision=decision)

    assert (row.decision, row.decision_reason, row.decided_on) == (decision, "", None)
    kept = Decision.objects.get(project=decided)
    assert (kept.text, kept.decided_on, kept.reason) == (
        "Om projektet: forankres.", date(2025, 6, 3), "Behovet er der."
    )  # fmt: skip


def test_a_day_and_a_reason_given_with_the_new_decision_are_kept(as_: As, owner: User, decided: Project) -> None:
    new = {"decision": "end", "decision_reason": "Skolen sagde nej.", "decided_on": "1. maj 2026"}
    row = change(as_(owner), decided, **new)

    assert (row.decision_reason, row.decided_on) == ("Skolen sagde nej.", date(2026, 5, 1))
    plan = build_plan(Project.objects.visible_to(owner).with_decision().get(pk=decided.pk), date(2026, 11, 21))
    assert [(line.day, line.text) for line in Reading(plan).decisions] == [
        ("3. juni 2025", "Om projektet: forankres."),
        ("1. maj 2026", "Om projektet: afsluttes bevidst."),
    ]
    opening, found, _rest = plan_html(plan).partition('<section id="hvorfor-og-hvad"')
    assert found
    assert "Der er åbent to gange om ugen." not in opening
    assert "Behovet er der." in plan_html(plan)
    assert "Behovet er der." not in plan_html(plan.for_sharing())


@pytest.mark.parametrize(("before", "after"), [("", "anchor"), ("undecided", "anchor"), ("anchor", "anchor")])
def test_a_first_decision_and_the_same_again_leave_no_earlier_one(
    as_: As, owner: User, decided: Project, before: str, after: str
) -> None:
    WhyWhat.objects.filter(project=decided).update(decision=before)

    row = change(as_(owner), decided, decision=after)

    assert (row.decision_reason, row.decided_on) == ("Behovet er der.", date(2025, 6, 3))
    assert not Decision.objects.exists()


def test_a_changed_decision_says_where_the_earlier_day_and_reason_went(as_: As, owner: User, decided: Project) -> None:
    client, url = as_(owner), reverse("beslutning", args=[decided.slug])

    page = client.post(url, sent_by(client.get(url)) | {"decision": "partly"}, follow=True).content.decode()

    assert "Skriv dato og begrundelse for den nye." in page


def test_a_wrong_choice_put_right_leaves_the_log_as_it_was(as_: As, owner: User, decided: Project) -> None:
    change(as_(owner), decided, decision="end")
    row = change(as_(owner), decided, decision="anchor")

    assert (row.decision, row.decision_reason, row.decided_on) == ("anchor", "Behovet er der.", date(2025, 6, 3))
    assert not Decision.objects.exists()


def test_going_back_to_an_earlier_decision_with_a_reason_is_a_new_one(as_: As, owner: User, decided: Project) -> None:
    change(as_(owner), decided, decision="end", decision_reason="Skolen sagde nej.")
    change(as_(owner), decided, decision="anchor", decision_reason="Skolen sagde ja.")

    texts = list(Decision.objects.order_by("pk").values_list("text", flat=True))
    assert texts == ["Om projektet: forankres.", "Om projektet: afsluttes bevidst."]


def opening_of(owner: User, project: Project) -> str:
    plan = build_plan(Project.objects.visible_to(owner).with_decision().get(pk=project.pk), date(2026, 11, 21))
    opening, found, _rest = plan_html(plan).partition('<section id="hvorfor-og-hvad"')
    assert found
    return opening


def test_of_three_changes_the_log_keeps_who_when_and_why_of_each(as_: As, owner: User, decided: Project) -> None:
    client, programme = as_(owner), decided.programme
    bodies = ["styregruppen", "den boligsociale bestyrelse", "organisationsbestyrelsen"]
    steps = [
        ("method", "Skolen vil have metoden.", "1. februar 2026"),
        ("new_funding", "Skolen sagde fra.", "2. april 2026"),
        ("end", "Der kom afslag.", "3. juni 2026"),
    ]
    for body, (decision, reason, day) in zip(bodies, steps, strict=True):
        programme.deciding_body = body
        programme.save(update_fields=["deciding_body"])
        change(client, decided, decision=decision, decision_reason=reason, decided_on=day)

    kept = Decision.objects.filter(project=decided, is_about_project=True).order_by("pk")
    assert [(row.text, row.body, row.decided_on, row.reason) for row in kept] == [
        ("Om projektet: forankres.", "Styregruppen", date(2025, 6, 3), "Behovet er der."),
        (
            "Om projektet: metoden forankres.",
            "Den boligsociale bestyrelse",
            date(2026, 2, 1),
            "Skolen vil have metoden.",
        ),
        ("Om projektet: ny finansiering søges.", "Organisationsbestyrelsen", date(2026, 4, 2), "Skolen sagde fra."),
    ]
    row = WhyWhat.objects.get(project=decided)
    assert (row.decision, row.decision_reason, row.decided_on) == ("end", "Der kom afslag.", date(2026, 6, 3))


def test_a_closing_plan_opens_with_the_goal_of_the_closing_and_not_with_an_older_one(
    as_: As, owner: User, decided: Project
) -> None:
    client, url = as_(owner), reverse("maal", args=[decided.slug])
    change(client, decided, decision="end", decision_reason="Slut.", decided_on="1. maj 2026")
    assert "Der er åbent to gange om ugen." not in opening_of(owner, decided)
    asked = "Målet er skrevet til den tidligere beslutning."
    assert asked in client.get(reverse("fase-1", args=[decided.slug])).content.decode()

    client.post(url, sent_by(client.get(url)) | {"goal": "Alle ting har en ny ejer.", "goal_date": "1. maj 2027"})

    assert "Alle ting har en ny ejer." in opening_of(owner, decided)
    assert asked not in client.get(reverse("fase-1", args=[decided.slug])).content.decode()


def test_an_old_goal_that_still_holds_is_saved_as_it_is(as_: As, owner: User, decided: Project) -> None:
    client, url = as_(owner), reverse("maal", args=[decided.slug])
    change(client, decided, decision="end")
    client.post(url, sent_by(client.get(url)))
    assert "Der er åbent to gange om ugen." in opening_of(owner, decided)


def test_a_decision_put_right_at_once_leaves_the_goal_as_it_was(as_: As, owner: User, decided: Project) -> None:
    client = as_(owner)
    change(client, decided, decision="end")
    row = change(client, decided, decision="anchor")
    assert not row.goal_is_old
    assert "Der er åbent to gange om ugen." in opening_of(owner, decided)


def test_a_project_that_was_to_end_from_the_first_opens_with_its_goal(as_: As, owner: User, project: Project) -> None:
    WhyWhat.objects.update_or_create(project=project, defaults={"decision": "end", "goal": "Telte er givet videre."})
    assert "Telte er givet videre." in opening_of(owner, project)
