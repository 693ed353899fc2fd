"""A project that ends, passes its method on or seeks new money is asked for what that needs, and for nothing else."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import AnchoringDecision, Event, OutcomeAnswers, Project, WhyWhat
from projects.phases.facts import facts_of
from projects.phases.plan.steps import PHASE
from tests.browser_client import Client
from tests.factories import ActionFactory, BudgetLineFactory, ProjectActorFactory, TaskFactory
from tests.outcomes import FundingBidFactory, NoticeFactory, WindDownItemFactory

As = Callable[[User], Client]
Url = Callable[..., str]
END, METHOD, MONEY = AnchoringDecision.END, AnchoringDecision.METHOD, AnchoringDecision.NEW_FUNDING
ASKED = {
    END: ["laering", "afvikling", "papirer", "besked"],
    METHOD: ["metodeoverdragelse", "oplaering"],
    MONEY: ["ansoegninger", "plan-b"],
}
FORMS = {
    "laering": {"learned": "Menuen gør forskellen.", "useful_for": "Andre områder"},
    "papirer": {"papers_kept_by": "Sekretariatet", "papers_kept_until": "1. juli 2034"},
    "metodeoverdragelse": {"method_taker": "Ungeindsatsen", "left_behind": "Kontoret"},
    "oplaering": {"method_described": "Drejebogen", "method_taught": "To kursusdage"},
    "plan-b": {"refused_plan": "Vi slutter.", "decide_by": "1. maj 2027"},
}
LISTS: dict[str, Any] = {
    "afvikling": (WindDownItemFactory, {"title": "Opsige lejen"}),
    "besked": (NoticeFactory, {"audience": "De frivillige"}),
    "ansoegninger": (FundingBidFactory, {"funder": "En fond"}),
}


def decide(project: Project, decision: str) -> None:
    WhyWhat.objects.filter(project=project).update(decision=decision)


def fresh(project: Project) -> Any:
    return facts_of(Project.objects.select_related("programme").get(pk=project.pk))


@pytest.mark.parametrize("decision", ASKED)
def test_the_task_list_asks_for_what_the_decision_needs(as_: As, owner: User, project: Project, decision: str) -> None:
    decide(project, decision)

    page = as_(owner).get(reverse("project", args=[project.slug])).content.decode()

    for other, steps in ASKED.items():
        for step in steps:
            shown = f'href="{reverse(step, args=[project.slug])}"' in page
            assert shown or other != decision
            # What a project that ends must do can be useful to one whose method lives on.
            assert not shown or other == decision or (other, decision) in {(END, METHOD), (END, MONEY)}


@pytest.mark.parametrize("decision", ASKED)
def test_something_is_missing_in_each_of_its_steps_and_nowhere_about_operation(project: Project, decision: str) -> None:
    decide(project, decision)

    lacking = {item.step for item in PHASE.missing(fresh(project))}

    assert set(ASKED[decision]) <= lacking
    assert lacking.isdisjoint({"ansvar", "oekonomi", "snitflader", "lokaler", "ledelse"})


def test_a_step_that_may_be_skipped_is_asked_for_once_it_is_begun(project: Project) -> None:
    decide(project, MONEY)
    assert "tiltag" not in {item.step for item in PHASE.missing(fresh(project))}
    ActionFactory(project=project)

    step = next(step for step in PHASE.steps if step.slug == "tiltag")

    assert step.is_asked(fresh(project))


@pytest.mark.parametrize("decision", ASKED)
def test_going_on_leads_through_its_steps_to_the_review(
    as_: As, url: Url, owner: User, project: Project, decision: str
) -> None:
    decide(project, decision)
    client, here, met = as_(owner), url(ASKED[decision][0]), []

    for _step in PHASE.steps:
        met.append(here)
        page = client.get(here)
        here = page.context["url_after"] if page.context.get("url_after") else ""
        if here == url("fase-4"):
            break

    assert here == url("fase-4")
    assert [url(step) for step in ASKED[decision]] == met[: len(ASKED[decision])]
    assert url("ansvar") not in met


def test_the_review_of_phase_1_leads_past_what_is_not_needed(as_: As, owner: User, project: Project) -> None:
    for decision, step, number in ((END, "laering", 4), (MONEY, "ansoegninger", 4), (METHOD, "aktoerer", 2)):
        decide(project, decision)
        page = as_(owner).get(reverse("fase-1", args=[project.slug])).content.decode()
        assert reverse(step, args=[project.slug]) in page
        assert f"Gå videre til fase {number}" in page


def test_a_phase_that_is_not_needed_says_so_and_that_its_answers_are_kept(
    as_: As, owner: User, project: Project
) -> None:
    decide(project, END)
    client = as_(owner)

    assert client.get(reverse("project", args=[project.slug])).content.decode().count("Ikke nødvendig") == 2
    assert "er gemt" in client.get(reverse("fase-2", args=[project.slug])).content.decode()


def test_changing_the_decision_back_and_forth_loses_no_answer(as_: As, url: Url, owner: User, project: Project) -> None:
    client = as_(owner)
    task, actor = TaskFactory(project=project), ProjectActorFactory(project=project)
    BudgetLineFactory(project=project, amount=1_000)
    decide(project, END)
    client.post(url("laering"), FORMS["laering"])
    WindDownItemFactory(project=project)

    for decision in (MONEY, METHOD, AnchoringDecision.ANCHOR, END):
        client.post(reverse("beslutning", args=[project.slug]), {"decision": decision, "decision_reason": "Fordi"})
        client.post(url("plan-b"), FORMS["plan-b"])

    answers = OutcomeAnswers.objects.get(project=project)
    assert (answers.learned, answers.refused_plan) == ("Menuen gør forskellen.", "Vi slutter.")
    assert list(project.tasks.all()) == [task]
    assert list(project.project_actors.all()) == [actor]
    assert project.wind_down.count() == project.budget_lines.count() == 1


@pytest.mark.parametrize("step", FORMS)
class TestEveryForm:
    def test_it_keeps_what_is_written_and_the_log_tells(
        self, as_: As, url: Url, owner: User, project: Project, step: str
    ) -> None:
        client = as_(owner)
        sent = client.filled_in(url(step), FORMS[step])
        with CaptureQueriesContext(connection) as queries:
            response = client.post(url(step), sent)

        assert response.status_code == 302
        answers = OutcomeAnswers.objects.get(project=project)
        for name, typed in FORMS[step].items():
            stored = getattr(answers, name)
            assert stored == typed or isinstance(stored, date)
        assert Event.objects.filter(project=project).exists()
        # A day that was sent is held against the others: three more.
        assert len(queries) <= 15

    def test_a_reader_is_told_why_and_a_stranger_finds_nothing(
        self, as_: As, url: Url, reader: User, stranger: User, project: Project, step: str
    ) -> None:
        assert as_(reader).post(url(step), FORMS[step]).status_code == 403
        assert as_(stranger).post(url(step), FORMS[step]).status_code == 404
        assert not OutcomeAnswers.objects.exists()


@pytest.mark.parametrize("step", LISTS)
class TestEveryList:
    def test_a_row_needs_nothing_but_its_own_name(
        self, as_: As, url: Url, owner: User, project: Project, step: str
    ) -> None:
        name, words = next(iter(LISTS[step][1].items()))

        assert as_(owner).post(url(f"{step}-ny"), LISTS[step][1]).url == url(step)
        assert words in as_(owner).get(url(step)).content.decode()
        assert f'href="#id_{name}"' in as_(owner).post(url(f"{step}-ny"), {}).content.decode()

    def test_a_row_of_another_project_is_not_found(
        self, as_: As, url: Url, owner: User, stranger: User, step: str
    ) -> None:
        foreign = LISTS[step][0](project=Project.objects.get(slug="havnecafeen"))

        assert as_(owner).get(url(f"{step}-ret", foreign.pk)).status_code == 404
        assert as_(owner).post(url(f"{step}-fjern", foreign.pk)).status_code == 404

    def test_a_date_that_has_passed_is_told(self, project: Project, step: str) -> None:
        decide(project, MONEY if step == "ansoegninger" else END)
        field = "deadline" if step == "ansoegninger" else "on"
        row = LISTS[step][0](project=project, **{field: timezone.localdate() - timedelta(days=1)})

        told = [item for item in PHASE.missing(fresh(project)) if (item.step, item.row) == (step, row.pk)]

        assert any(item.field in {"status", "is_done", "is_told"} for item in told)
        type(row).objects.filter(pk=row.pk).update(**{field: timezone.localdate()})
        told = [item.field for item in PHASE.missing(fresh(project)) if (item.step, item.row) == (step, row.pk)]
        assert not {"status", "is_done", "is_told"} & set(told)


def test_a_project_that_hands_over_reads_nothing_of_the_outcomes(project: Project) -> None:
    decide(project, AnchoringDecision.ANCHOR)
    facts = fresh(project)

    with CaptureQueriesContext(connection) as queries:
        list(PHASE.missing(facts))

    told = " ".join(query["sql"] for query in queries)
    assert "outcomeanswers" not in told
    assert "winddown" not in told
