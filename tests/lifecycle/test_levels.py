"""Strategy, method and plan; the choice of method; the first success criterion: on the pages and in the plan."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actors.models import Programme
from forankring.accounts.models import User
from projects.documents.build import build_plan
from projects.documents.render import plan_html
from projects.lifecycle.levels import levels_of, levels_of_programme, strategy_of
from projects.models import AnchoringDecision, Event, OperationLevel, Pace, PlanOutline, Project, WhyWhat
from projects.phases.facts import facts_of
from projects.phases.steps import Status
from tests.browser_client import Client
from tests.factories import ProjectFactory, TaskFactory

As = Callable[[User], Client]
TODAY = date(2026, 11, 21)
METHOD = {
    "learning_strategy": "Otte uger som føl",
    "pace": Pace.SLOWER.value,
    "pace_note": "Vi begynder en måned før",
    "ambition": OperationLevel.SIMPLIFY.value,
    "ambition_note": "Maden bliver kold",
}


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def fresh(project: Project) -> Project:
    return Project.objects.select_related("programme", "focus_area").get(pk=project.pk)


@pytest.mark.parametrize(
    ("vision", "strategy", "status"),
    [("", "", Status.NOT_BEGUN), ("Alle med", "", Status.IN_PROGRESS), ("Alle med", "Vi bygger op", Status.DONE)],
)
def test_the_strategy_is_filled_when_vision_and_strategy_are_written(
    vision: str, strategy: str, status: Status
) -> None:
    assert strategy_of(Programme(vision=vision, anchoring_strategy=strategy)).status is status


def test_a_project_has_three_levels_that_tell_how_far_they_are(project: Project) -> None:
    levels = levels_of(project.programme, facts_of(fresh(project)))

    assert [(level.name, level.asks) for level in levels] == [
        ("Strategi", "Hvorfor?"),
        ("Metode", "Hvordan?"),
        ("Plan", "Hvem?"),
    ]
    assert {level.status for level in levels} == {Status.NOT_BEGUN}
    assert "Fase 1, 2, 3 og 4 mangler svar." in levels[2].sentence


@pytest.mark.parametrize("decision", [AnchoringDecision.END, AnchoringDecision.NEW_FUNDING])
def test_a_project_that_ends_has_no_method_to_choose(project: Project, decision: str) -> None:
    WhyWhat.objects.filter(project=project).update(decision=decision)

    names = [level.name for level in levels_of(project.programme, facts_of(fresh(project)))]

    assert names == ["Strategi", "Plan"]


def test_the_helhedsplan_counts_those_that_have_chosen(project: Project) -> None:
    ProjectFactory(programme=project.programme)
    PlanOutline.objects.filter(project=project).update(**METHOD)

    method = levels_of_programme(project.programme)[1]

    assert (method.status, method.sentence) == (Status.IN_PROGRESS, "1 af 2 projekter har valgt deres metode.")


def test_a_group_chooses_its_method_and_goes_on(as_: As, editor: User, project: Project) -> None:
    TaskFactory(project=project, operation_level=OperationLevel.STOP)
    TaskFactory(project=project, operation_level=OperationLevel.KEEP)
    client, address = as_(editor), reverse("metode", args=[project.slug])
    assert "1 bevares, 1 stoppes" in text(client, address)

    response = client.post(address, METHOD)

    assert response.status_code == 302
    outline = PlanOutline.objects.get(project=project)
    assert {name: getattr(outline, name) for name in METHOD} == METHOD
    assert Event.objects.get().text == "rettede ”Tempo, læring og ambitionsniveau”"
    shown = text(client, reverse("project", args=[project.slug]))
    assert "Læring, tempo og ambitionsniveau er valgt." in shown


def test_the_method_is_the_groups_and_nobody_elses(as_: As, reader: User, stranger: User, project: Project) -> None:
    address = reverse("metode", args=[project.slug])

    assert as_(reader).post(address, METHOD).status_code == 403
    assert as_(stranger).post(address, METHOD).status_code == 404
    assert not PlanOutline.objects.get(project=project).pace


def test_what_is_missing_in_the_method_says_what_to_do(as_: As, editor: User, project: Project) -> None:
    PlanOutline.objects.filter(project=project).update(pace=Pace.FITS)

    shown = text(as_(editor), reverse("fase-4", args=[project.slug]))

    assert "Skriv, hvordan de, der tager over, lærer det." in shown
    assert "Vælg, hvor meget af kvaliteten der skal med." in shown
    assert "Vælg, om tempoet passer" not in shown


def test_each_level_leads_to_its_place(as_: As, owner: User, project: Project) -> None:
    shown = text(as_(owner), reverse("project", args=[project.slug]))

    for address in (
        reverse("programme", args=[project.programme_id]) + "#oplysninger",
        reverse("metode", args=[project.slug]),
        reverse("plan", args=[project.slug]),
    ):
        assert f'href="{address}"' in shown


@time_machine.travel(TODAY, tick=False)
def test_the_first_success_criterion_stands_on_the_projects_page_and_in_the_plan(
    as_: As, owner: User, project: Project
) -> None:
    client, address = as_(owner), reverse("project", args=[project.slug])
    assert "I har ikke skrevet, hvornår det er lykkedes" in text(client, address)

    WhyWhat.objects.filter(project=project).update(goal="Åbent to gange om ugen", goal_date=date(2027, 8, 31))

    for shown in (text(client, address), plan_html(build_plan(fresh(project), TODAY))):
        assert "Projektets vigtigste succeskriterium" in shown
        assert "Åbent to gange om ugen" in shown
        assert "Målet skal være nået 31. august 2027, om 9 måneder." in shown


def test_the_plan_says_the_levels_and_the_dates_in_both_editions(project: Project) -> None:
    Programme.objects.filter(pk=project.programme_id).update(
        vision="Alle med", start=date(2023, 7, 1), end=date(2027, 6, 30)
    )
    PlanOutline.objects.filter(project=project).update(**METHOD)
    plan = build_plan(fresh(project), TODAY)

    assert [stage.name for stage in plan.stages] == ["Projektdesign", "Igangsætning", "Drift", "Forankring"]
    assert len(plan.dates) == 8
    for edition in (plan, plan.for_sharing()):
        html = plan_html(edition)
        for words in (
            "Alle med",
            "Mangler: Helhedsplanens forankringsstrategi.",
            "Otte uger som føl",
            "Tempoet sættes ned",
            "Maden bliver kold",
            "3 Drift: 1. juli 2025 – 30. juni 2026",
            "Midtvejsevaluering",
            "Skulle være holdt 30. juni 2025",
        ):
            assert words in html


def test_a_plan_without_a_period_says_what_draws_the_timeline(project: Project) -> None:
    html = plan_html(build_plan(fresh(project), TODAY))

    assert "Så tegner vi tidslinjen" in html
