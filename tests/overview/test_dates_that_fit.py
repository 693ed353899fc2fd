"""Saving dates lists what no longer fits, and a project follows its helhedsplan's end unless it was set apart."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from actors.models import Programme
from forankring.accounts.models import User
from projects.documents.build import build_plan
from projects.documents.summary import summarise
from projects.models import Project, WhyWhat
from projects.phases.facts import facts_of
from projects.phases.health import Severity, findings_of_dates
from tests.browser_client import Client
from tests.factories import ActionFactory, CommitmentFactory

As = Callable[[User], Client]
TODAY = date(2026, 11, 21)


@pytest.fixture
def project(project: Project) -> Project:
    """In its helhedsplan's own period, to the end of October 2028, with a decision to anchor it."""
    Programme.objects.filter(pk=project.programme_id).update(start=date(2024, 11, 1), end=date(2028, 10, 31))
    Project.objects.filter(pk=project.pk).update(start=None, end=None)
    WhyWhat.objects.update_or_create(project=project, defaults={"decision": "anchor"})
    return Project.objects.select_related("programme").get(pk=project.pk)


def told(response: object) -> str:
    return " ".join(str(message) for message in response.context["messages"])  # type: ignore[attr-defined]


def move_the_helhedsplan(client: Client, project: Project, end: str) -> str:
    answers = {"name": project.programme.name, "start": "1. november 2024", "end": end}
    return told(client.post(reverse("programme_edit", args=[project.programme_id]), answers, follow=True))


def test_a_project_follows_its_helhedsplan_unless_it_was_set_apart(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    create = reverse("project_create", args=[project.programme_id])
    for name, end in (("Følger", ""), ("Samme dag", "31. oktober 2028"), ("For sig", "30. juni 2028")):
        client.post(create, {"name": name, "end": end})

    move_the_helhedsplan(client, project, "31. januar 2027")

    made = Project.objects.exclude(pk=project.pk).select_related("programme")
    assert {each.name: each.ends_on for each in made} == {
        "Følger": date(2027, 1, 31),
        "Samme dag": date(2027, 1, 31),
        "For sig": date(2028, 6, 30),
    }


def test_saving_the_frame_unchanged_sets_no_project_apart(as_: As, owner: User, project: Project) -> None:
    client, address = as_(owner), reverse("project_edit", args=[project.slug])

    client.post(address, {"name": "Nyt navn", "end": client.get(address).context["form"]["end"].value() or ""})

    project.refresh_from_db()
    assert (project.name, project.end) == ("Nyt navn", None)


def test_a_day_of_its_own_must_fit_the_helhedsplans_other_day(as_: As, owner: User, project: Project) -> None:
    page = as_(owner).post(reverse("project_edit", args=[project.slug]), {"name": "X", "end": "31. oktober 2024"})
    assert list(page.context["form"].errors) == ["end"]


@pytest.mark.parametrize("whose", ["project_edit", "programme_edit"])
def test_saving_an_earlier_end_lists_what_no_longer_fits(as_: As, owner: User, project: Project, whose: str) -> None:
    CommitmentFactory(task__project=project, task__title="Lede", state="agreed", takes_over_on=date(2028, 9, 1))
    ActionFactory(project=project, title="Holde kursus", deadline=date(2028, 8, 1))
    key = project.slug if whose == "project_edit" else project.programme_id
    name = project.name if whose == "project_edit" else project.programme.name

    def save() -> str:
        answers = {"name": name, "end": "1. februar 2027"}
        return told(as_(owner).post(reverse(whose, args=[key]), answers, follow=True))

    said = save()
    assert "overtager først O1 Lede 1. september 2028. Projektet slutter 1. februar 2027." in said
    assert "Holde kursus ligger efter projektets slutning." in said
    assert "passer ikke længere" not in save()
    findings = findings_of_dates(facts_of(Project.objects.select_related("programme").get(pk=project.pk)))
    assert {finding.rule.severity for finding in findings} == {Severity.SERIOUS}


@pytest.mark.parametrize("name", ["project", "project_calendar", "programme", "programme_calendar", "plan", "health"])
def test_a_trial_that_ends_before_it_begins_is_never_written_as_a_period(
    as_: As, owner: User, project: Project, name: str
) -> None:
    client = as_(owner)
    client.post(reverse("project_calendar_date", args=[project.slug, "proevedrift"]), {"day": "9. februar 2028"})
    said = move_the_helhedsplan(client, project, "11. februar 2028")

    key = project.programme_id if name.startswith("programme") else project.slug
    page = client.get(reverse(name, args=[key])).content.decode()

    assert "men ”Prøvedrift begynder” er først 9. februar 2028." in said
    assert not any(f"9. februar 2028 – {rest}" in page for rest in ("11. november 2027", "10. november 2027"))
    if name == "health":
        assert "men ”Prøvedrift begynder” er først 9. februar 2028." in page
    for due in build_plan(project_of(owner, project), TODAY).dates:
        assert not (due.day and due.until and due.until < due.day)


def project_of(owner: User, project: Project) -> Project:
    return Project.objects.visible_to(owner).with_decision().select_related("programme").get(pk=project.pk)


def test_moving_one_date_past_another_is_told(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    client.post(reverse("project_calendar_date", args=[project.slug, "opfoelgning-3"]), {"day": "15. februar 2029"})
    said = move_the_helhedsplan(client, project, "31. oktober 2029")
    assert "”Opfølgning efter 3 måneder” er 15. februar 2029, før projektet er slut." in said


def test_taking_over_long_after_the_end_is_told_found_and_not_ready(as_: As, owner: User, project: Project) -> None:
    row = CommitmentFactory(task__project=project, task__is_critical=True, state="agreed")
    client = as_(owner)

    def take_over(day: str) -> str:
        answers = {"responsible": row.project_actor_id, "takes_over_on": day}
        return told(client.post(reverse("ansvar-ret", args=[project.slug, row.task_id]), answers, follow=True))

    assert "er der ingen til at løse" in take_over("1. maj 2030")
    summary = summarise(build_plan(project_of(owner, project), TODAY))
    assert not any("aftalt ansvarlig" in text for text in summary.ready)
    assert any("Overtages først efter projektets slutning" in text for text in summary.missing)
    health = client.get(reverse("health", args=[project.slug])).content.decode()
    assert "overtager først O1" in health

    assert "er der ingen til at løse" not in take_over("1. november 2028")
    summary = summarise(build_plan(project_of(owner, project), TODAY))
    assert any(text.startswith("1 af 1") for text in summary.ready)
