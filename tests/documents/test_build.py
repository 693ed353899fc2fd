"""Rows become the value: everything arrives, and more rows ask no more of the database."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.management import call_command

from actors.concepts import Concept
from projects.documents.build import build_plan
from projects.models import Choice, CommitmentRole, CommitmentState, OpenQuestion, Project
from tests.documents.plans import TODAY
from tests.factories import (
    ActionFactory,
    AssessmentRoundFactory,
    BudgetLineFactory,
    CandidacyFactory,
    CommitmentFactory,
    InterfaceFactory,
    OpenQuestionFactory,
    PartyFactory,
    ProjectActorFactory,
    SharedScoreFactory,
    TaskFactory,
)

pytestmark = pytest.mark.django_db


def fill(project: Project, count: int) -> None:
    for number in range(count):
        task = TaskFactory(project=project)
        actor = ProjectActorFactory(project=project)
        CommitmentFactory(task=task, project_actor=actor)
        candidacy = CandidacyFactory(project_actor=actor)
        candidacy.tasks.add(task)
        SharedScoreFactory(candidacy=candidacy)
        action = ActionFactory(project=project)
        action.actors.add(actor)
        action.tasks.add(task)
        action.gaps.create(candidacy=candidacy, concept=Concept.WILL)
        BudgetLineFactory(project=project, task=task, amount=number)
        InterfaceFactory(project=project).parts.create(project_actor=actor)
        OpenQuestionFactory(project=project)
        PartyFactory(programme=project.programme)


def fresh(project: Project) -> Project:
    return Project.objects.select_related("programme", "focus_area").get(pk=project.pk)


def test_one_row_and_fifty_rows_ask_the_database_equally_often(
    project: Project, django_assert_num_queries: Callable, django_assert_max_num_queries: Callable
) -> None:
    fill(project, 1)
    with django_assert_max_num_queries(61) as first:
        build_plan(fresh(project), TODAY)
    fill(project, 49)
    with django_assert_num_queries(len(first)):
        plan = build_plan(fresh(project), TODAY)
    assert len(plan.tasks) == len(plan.actions) == len(plan.candidacies) == 50


def test_every_relation_arrives_as_a_code(project: Project) -> None:
    fill(project, 1)
    plan = build_plan(fresh(project), TODAY)
    assert plan.commitments[0].task == "O1"
    assert plan.commitments[0].actor == "A1"
    assert plan.candidacies[0].tasks == ("O1",)
    assert plan.actions[0].actors == ("A1",)
    assert plan.actions[0].gaps[0].actor == "A1"
    assert plan.budget[0].task == "O1"
    assert plan.interfaces[0].parts[0].actor == "A1"


def test_the_latest_round_counts_and_within_it_the_latest_row(project: Project) -> None:
    candidacy = CandidacyFactory(project_actor__project=project)
    newer = AssessmentRoundFactory(project=project, held_on=date(2026, 6, 1))
    older = AssessmentRoundFactory(project=project, held_on=date(2026, 1, 1))
    for held, score in ((newer, 2), (newer, 4), (older, 1)):
        SharedScoreFactory(candidacy=candidacy, round=held, concept=Concept.WILL, score=score)
    (score,) = build_plan(fresh(project), TODAY).candidacies[0].scores
    assert (score.score, score.assessed_on) == (4, date(2026, 6, 1))


def test_only_chosen_and_reserve_are_known_as_selected(project: Project) -> None:
    for choice in ("", *Choice.values):
        CandidacyFactory(project_actor__project=project, choice=choice)
    selected = [one.selected for one in build_plan(fresh(project), TODAY).candidacies]
    assert selected == [None, Choice.CHOSEN, Choice.RESERVE, None]


def test_a_project_without_any_answer_is_a_plan(project: Project) -> None:
    plan = build_plan(fresh(project), TODAY)
    assert plan.why.decision is None
    assert plan.tasks == ()
    assert plan.outline.anchoring_model is None


def test_the_demo_case_reads_as_its_authors_meant_it() -> None:
    call_command("demo", verbosity=0)
    plan = build_plan(fresh(Project.objects.get(slug="lektiecafeen")), TODAY)
    assert [len(rows) for rows in (plan.tasks, plan.actors, plan.candidacies, plan.actions)] == [8, 10, 10, 17]
    assert sum(line.amount or 0 for line in plan.budget) == 120_000
    agreed = {
        one.task
        for one in plan.commitments
        if one.role is CommitmentRole.RESPONSIBLE and one.state is CommitmentState.AGREED
    }
    assert agreed == {"O2", "O3", "O4", "O5", "O6", "O8"}


def test_the_plan_is_about_the_day_it_is_asked_for(project: Project) -> None:
    ActionFactory(project=project, deadline=TODAY)
    OpenQuestion.objects.all().delete()
    row = fresh(project)
    assert not build_plan(row, TODAY).actions[0].is_overdue(TODAY)
    tomorrow = TODAY + timedelta(days=1)
    assert build_plan(row, tomorrow).actions[0].is_overdue(tomorrow)
