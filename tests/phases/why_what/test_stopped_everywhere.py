"""A stopped task stands only where it is told that it stops, and nothing of it is counted anywhere."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils.html import strip_tags

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import CommitmentRole, OperationLevel, Project, WhyWhat
from tests.addresses import ADDRESSES, path_to, rows_of
from tests.browser_client import Client
from tests.documents.checks import text_of
from tests.factories import (
    ActionFactory,
    ActorFactory,
    BudgetLineFactory,
    CandidacyFactory,
    CommitmentFactory,
    InterfaceFactory,
    OpenQuestionFactory,
    ProjectActorFactory,
    SharedScoreFactory,
    TaskFactory,
)
from tests.letting_go import let_go
from tests.meeting_rows import hold_meeting

As = Callable[[User], Client]
TITLE, MONEY, HOURS = "Kvastefræsning", 987_651, "77,7"


@pytest.fixture
def project(project: Project) -> Project:
    WhyWhat.objects.update_or_create(project=project, defaults={"decision": "anchor"})
    kept = TaskFactory(project=project, title="Lede", operation_level=OperationLevel.KEEP, hours_operation=Decimal(3))
    stopped = TaskFactory(
        project=project,
        title=TITLE,
        is_critical=True,
        operation_level=OperationLevel.STOP,
        hours_operation=Decimal("77.7"),
        description="",
    )
    actor, other = (
        ProjectActorFactory(project=project, actor=ActorFactory(programme=project.programme, name=name))
        for name in ("Kvastelauget", "Skolen")
    )
    CommitmentFactory(task=kept, project_actor=other, state="agreed")
    for role in CommitmentRole:
        CommitmentFactory(task=stopped, project_actor=actor, role=role, state="agreed")
    candidacy = CandidacyFactory(project_actor=other, title="tovholder", choice="chosen")
    candidacy.tasks.add(kept, stopped)
    SharedScoreFactory(candidacy=candidacy, concept=Concept.ABILITY, score=2)
    BudgetLineFactory(project=project, task=kept, title="Kaffe", amount=1_000, certainty="granted")
    BudgetLineFactory(project=project, task=stopped, title="Koste", amount=MONEY, certainty="missing")
    ActionFactory(project=project, title="Kursus").tasks.add(kept, stopped)
    OpenQuestionFactory(project=project)
    InterfaceFactory(project=project).parts.create(project_actor=actor)
    let_go(project)
    hold_meeting(project)
    return project


# Where a stopped task is told of: the task list, who may do it, and the rows that somebody tied to it.
TELLS_OF_IT = ("opgaver", "fase-1", "daekning", "fase-2", "oekonomi-ret", "tiltag-ret", "vurdering-ret", "ark")
# Where the money is shown, always with the word that it does not count.
NOT_COUNTED = "opgaven stoppes: tæller ikke med"
SHEETS = ["aktoerer", "daekning", "analyse", "tiltag"]


def told(response: Any) -> str:
    """The words of a page or of a PDF, one space between each."""
    body = b"".join(response)
    if response["Content-Type"] == "application/pdf":
        return text_of(body)
    return " ".join(strip_tags(body.decode().replace("</", " </")).split())


def assert_nothing_is_left(text: str, where: str) -> None:
    text = text.replace(f"Stoppes, når projektet slutter: O2 {TITLE}.", "")
    for word in (TITLE, "O2", HOURS, "80,7", "987.651", "988.651", "Koste"):
        assert word not in text, (where, word)


@pytest.mark.parametrize("decision", ["anchor", "method"])
def test_a_stopped_task_stands_nowhere_else(as_: As, owner: User, project: Project, decision: str) -> None:
    WhyWhat.objects.filter(project=project).update(decision=decision)
    client, seen = as_(owner), set()
    rows = rows_of(project)
    for address in ADDRESSES:
        if not address.is_inside or address.name.startswith(TELLS_OF_IT) or address.name.endswith("pdf"):
            continue
        try:
            path = path_to(address, project, dict(rows))
        except NoReverseMatch:  # the project has no such row
            continue
        response = client.get(path)
        if response.status_code == 200 and "html" in response["Content-Type"]:
            seen.add(address.name)
            text = told(response)
            if address.name in {"oekonomi", "fase-4"}:
                text = re.sub(rf"Koste .*?{NOT_COUNTED}|(Ret|Kopiér|Flyt op|Flyt ned|Fjern) Koste", "", text)
            assert_nothing_is_left(text, address.name)
    assert {"project", "plan", "health", "aktoerkort", "hvad-falder-vaek", "ansvar", "oekonomi", "moede-oplaeg"} <= seen


@pytest.mark.parametrize("edition", ["?udgave=arbejde", "?udgave=delbar"])
def test_the_plan_on_paper_only_says_that_it_stops(as_: As, owner: User, project: Project, edition: str) -> None:
    text = told(as_(owner).get(reverse("plan_pdf", args=[project.slug]) + edition))
    assert f"Stoppes, når projektet slutter: O2 {TITLE}." in text
    assert "1.000 kr." in text
    assert_nothing_is_left(text, "plan.pdf")


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_sheet_asks_about_it(as_: As, owner: User, project: Project, sheet: str) -> None:
    assert_nothing_is_left(told(as_(owner).get(reverse("ark_pdf", args=[project.slug, sheet]))), sheet)


def test_the_money_of_a_stopped_task_is_shown_and_not_counted(as_: As, owner: User, project: Project) -> None:
    text = told(as_(owner).get(reverse("oekonomi", args=[project.slug])))
    assert "Driften koster 1.000 kr. om året." in text
    assert NOT_COUNTED in text


def test_a_stopped_task_cannot_be_chosen_for_something_new(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    stopped = project.tasks.get(title=TITLE)
    page = client.post(reverse("oekonomi-ny", args=[project.slug]), {"title": "Nye koste", "task": stopped.pk})
    assert "task" in page.context["form"].errors

    line = project.budget_lines.get(title="Koste")
    client.post(reverse("oekonomi-ret", args=[project.slug, line.pk]), {"title": "Koste igen", "task": stopped.pk})
    line.refresh_from_db()
    assert (line.title, line.task_id) == ("Koste igen", stopped.pk)


def test_a_task_that_is_taken_up_again_counts_again(as_: As, owner: User, project: Project) -> None:
    project.tasks.filter(title=TITLE).update(operation_level=OperationLevel.KEEP)
    text = told(as_(owner).get(reverse("plan", args=[project.slug])))
    assert "988.651 kr." in text
