"""What the example holds: the numbers that its description promises."""

import re
from collections import Counter
from datetime import date

import pytest
import time_machine
from django.db.models import QuerySet, Sum

from actors.calendar import DateKind
from actors.concepts import Concept, Label, label_for
from actors.models import HousingDepartment, HousingOrganisation, Programme
from projects.models import (
    Action,
    ActionGap,
    ActionStatus,
    AnchoringDecision,
    BudgetLine,
    Candidacy,
    Certainty,
    Commitment,
    CommitmentRole,
    CommitmentState,
    ContactStatus,
    Interface,
    OpenQuestion,
    Project,
    ProjectActor,
    SharedScore,
    Task,
    WhyWhat,
)
from projects.overview.progress import PHASES, next_thing
from projects.phases.facts import facts_of
from projects.phases.facts.calendars import calendar_of_project
from tests.demo.conftest import Load

FULL = {Task: 8, ProjectActor: 10, Action: 17, BudgetLine: 9, Interface: 5, OpenQuestion: 2}
ROLES = {"A": 8, "U": 10, "B": 14, "R": 4}
LABELS = {
    1: Label.NEARLY_READY,
    2: Label.NEARLY_READY,
    3: Label.NEARLY_READY,
    4: Label.READY,
    5: Label.NEARLY_READY,
    6: Label.LACKS_CAPACITY,
    7: Label.LACKS_CAPACITY,
    8: Label.DOES_NOT_KNOW,
    9: Label.NEARLY_READY,
    10: Label.ABLE_NOT_WILLING,
}


def latest_round(project: Project) -> QuerySet[SharedScore]:
    return SharedScore.objects.filter(round=project.assessment_rounds.latest("held_on"))


def test_lektiecafeen_has_every_row_of_the_case(lektiecafeen: Project) -> None:
    for model, count in FULL.items():
        assert model._default_manager.filter(project=lektiecafeen).count() == count, model
    assert Candidacy.objects.of_project(lektiecafeen.pk).count() == 10
    assert latest_round(lektiecafeen).filter(score__isnull=False).count() == 40


def test_numbers_run_from_one_in_order(lektiecafeen: Project) -> None:
    assert [task.code for task in lektiecafeen.tasks.order_by("position")] == [f"O{n}" for n in range(1, 9)]
    assert [actor.code for actor in lektiecafeen.project_actors.order_by("position")] == [f"A{n}" for n in range(1, 11)]
    assert [action.code for action in lektiecafeen.actions.order_by("position")] == [f"P{n}" for n in range(1, 18)]


def test_only_food_is_not_critical(lektiecafeen: Project) -> None:
    assert [task.number for task in lektiecafeen.tasks.filter(is_critical=False)] == [6]


def test_the_matrix_has_the_roles_of_the_case(lektiecafeen: Project) -> None:
    found = Counter(Commitment.objects.filter(task__project=lektiecafeen).values_list("role", flat=True))
    assert found == ROLES


def test_all_responsible_have_agreed_but_the_school(lektiecafeen: Project) -> None:
    commitments = Commitment.objects.filter(task__project=lektiecafeen)
    responsible = commitments.filter(role=CommitmentRole.RESPONSIBLE)
    waiting = responsible.exclude(state=CommitmentState.AGREED)
    assert {(row.task.number, row.project_actor.number, row.state) for row in waiting} == {
        (1, 1, "proposed"),
        (7, 1, "proposed"),
    }
    others = commitments.exclude(role=CommitmentRole.RESPONSIBLE)
    assert set(others.values_list("state", flat=True)) == {CommitmentState.PROPOSED}
    assert not responsible.filter(takes_over_on=None).exists()


def test_the_association_is_responsible_for_five_tasks_and_three_critical_ones_lack_a_reserve(
    lektiecafeen: Project,
) -> None:
    rows = Commitment.objects.filter(task__project=lektiecafeen)
    responsible = Counter(rows.filter(role="A").values_list("project_actor__number", flat=True))
    assert responsible[6] == 5
    assert max(count for number, count in responsible.items() if number != 6) <= 3
    without = lektiecafeen.tasks.filter(is_critical=True).exclude(commitments__role="R")
    assert {task.number for task in without} == {5, 7, 8}


def test_every_candidacy_gets_the_label_of_the_case(lektiecafeen: Project) -> None:
    for candidacy in Candidacy.objects.of_project(lektiecafeen.pk).select_related("project_actor"):
        answers = {Concept(row.concept): row.score for row in candidacy.scores.order_by("round__held_on")}
        assert label_for(answers) is LABELS[candidacy.project_actor.number]


def test_every_score_says_why_and_what_it_builds_on(lektiecafeen: Project) -> None:
    scores = SharedScore.objects.filter(round__project=lektiecafeen)
    assert not scores.filter(reason="").exists()
    assert not scores.filter(evidence="").exists()
    # Whatever is not fully there says what it takes, when it is weak or only just carries.
    assert not scores.filter(score__lte=3, requirement="").exists()


def test_the_national_organisation_is_the_reserve_and_the_others_are_chosen(lektiecafeen: Project) -> None:
    rows = Candidacy.objects.of_project(lektiecafeen.pk)
    assert Counter(rows.values_list("choice", flat=True)) == {"chosen": 9, "reserve": 1}
    assert rows.get(choice="reserve").project_actor.number == 10
    assert not rows.filter(choice_reason="").exists()


def test_each_weak_concept_of_a_chosen_actor_has_an_action(lektiecafeen: Project) -> None:
    weak = latest_round(lektiecafeen).filter(score__lte=2, candidacy__choice="chosen")
    assert weak.count() == 3
    for score in weak:
        assert ActionGap.objects.filter(candidacy=score.candidacy, concept=score.concept).exists()


def test_the_budget_is_120000_kr_by_certainty(lektiecafeen: Project) -> None:
    found = lektiecafeen.budget_lines.values("certainty").annotate(total=Sum("amount"))
    sums = {row["certainty"]: row["total"] for row in found}
    assert sums == {Certainty.GRANTED: 28_000, Certainty.APPLIED: 35_000, Certainty.EXPECTED: 57_000}
    assert sum(sums.values()) == 120_000
    assert not lektiecafeen.budget_lines.filter(task=None).exists()
    assert lektiecafeen.budget_lines.get(amount=10_000).expires_on == date(2028, 6, 30)


def test_the_statuses_of_the_actions(lektiecafeen: Project) -> None:
    by_status: dict[str, set[int]] = {}
    for action in lektiecafeen.actions.all():
        by_status.setdefault(action.status, set()).add(action.number)
    assert by_status == {
        ActionStatus.DONE: {1, 2, 3, 4, 5, 6},
        ActionStatus.IN_PROGRESS: {7, 8, 9, 10},
        ActionStatus.NOT_STARTED: {11, 12, 13, 14, 15, 16, 17},
    }


def test_nothing_is_missing_and_the_late_agreement_is_what_to_do_now(load: Load) -> None:
    load()
    with time_machine.travel("2026-11-21 12:00 +0000", tick=False):
        facts = facts_of(Project.objects.get(slug="lektiecafeen"))
    assert [str(gap.text) for phase in PHASES for gap in phase.missing(facts)] == []
    to_do = next_thing(facts)
    assert to_do
    assert "P9 Underskrive partnerskabsaftale" in str(to_do.text)


def test_the_five_risks_each_have_a_plan_b(lektiecafeen: Project) -> None:
    risky = lektiecafeen.actions.exclude(risk="")
    assert risky.count() == 5
    assert not risky.filter(plan_b="").exists()


def test_one_question_is_put_to_the_deciding_body(lektiecafeen: Project) -> None:
    assert lektiecafeen.open_questions.get(for_deciding_body=True).question == (
        "Hvem har et tilbud til børnene i sommerferien 2027, når caféen holder lukket?"
    )


@pytest.mark.parametrize(
    ("slug", "decision"),
    [
        ("lektiecafeen", AnchoringDecision.ANCHOR),
        ("fritidsjobindsatsen", AnchoringDecision.METHOD),
        ("sundhedscafeen", AnchoringDecision.UNDECIDED),
        ("sommerfesten", AnchoringDecision.END),
    ],
)
def test_the_four_projects_end_in_different_ways(lektiecafeen: Project, slug: str, decision: str) -> None:
    project = Project.objects.get(slug=slug)
    assert project.programme == lektiecafeen.programme
    assert project.focus_area
    why_what = WhyWhat.objects.get(project=project)
    assert why_what.decision == decision
    for field in ("problem", "target_group", "effect", "consequence", "goal", "decision_reason"):
        assert getattr(why_what, field), field
    assert project.tasks.exists()


def test_parties_and_registry_rows(lektiecafeen: Project) -> None:
    programme = lektiecafeen.programme
    assert programme.name == "Pilebro i Balance"
    assert programme.deciding_body == "den boligsociale bestyrelse"
    assert {str(party) for party in programme.parties.all()} == {
        "Pilebro Boligforening",
        "Boligselskabet Enghøj",
        "Pilebro Kommune (fiktiv)",
    }
    assert set(HousingOrganisation.objects.values_list("lbf_number", flat=True)) == {"9901", "9902"}
    assert set(HousingDepartment.objects.values_list("designation", flat=True)) == {
        "afd. 12",
        "afd. 14",
        "Enghøj afd. 3",
    }
    assert set(Programme.objects.values_list("is_demo", flat=True)) == {True}


def test_an_actor_takes_name_and_number_from_the_registry(lektiecafeen: Project) -> None:
    operation = lektiecafeen.project_actors.get(number=4).actor
    assert operation.organisation_name == "Pilebro Boligforening"
    assert operation.cvr == "99999896"
    assert lektiecafeen.project_actors.get(number=5).actor.cvr == "99999896"


def test_every_row_passes_the_rules_that_a_form_would_ask(lektiecafeen: Project) -> None:
    for actor in lektiecafeen.programme.actors.all():
        actor.full_clean()
    for model in (*FULL, Candidacy):
        for row in model._default_manager.all():
            row.full_clean()


def test_whoever_has_signed_is_more_than_interested(lektiecafeen: Project) -> None:
    agreed = lektiecafeen.project_actors.filter(commitments__state=CommitmentState.AGREED).distinct()
    assert {actor.contact_status for actor in agreed} == {ContactStatus.ACCEPTED}


def test_the_course_an_actor_lacks_is_an_action(lektiecafeen: Project) -> None:
    course = lektiecafeen.actions.get(number=7)
    assert "regnskab" in course.success_criterion
    assert set(course.tasks.values_list("number", flat=True)) >= {8}


def test_the_agreement_on_the_room_runs_until_somebody_ends_it(lektiecafeen: Project) -> None:
    assert "siges op" in lektiecafeen.outline.facility_agreement
    told = SharedScore.objects.filter(
        candidacy__project_actor__project=lektiecafeen, candidacy__project_actor__number=4
    )
    assert told
    assert not [score.reason for score in told if "et år ad gangen" in score.reason]


def test_the_plan_is_dated_after_the_decision(lektiecafeen: Project) -> None:
    written, decided = calendar_of_project(lektiecafeen).day(DateKind.PLAN), lektiecafeen.why_what.decided_on
    assert written
    assert decided
    assert written > decided


def test_the_hours_of_the_scope_are_those_of_the_tasks(lektiecafeen: Project) -> None:
    for field in ("hours_project", "hours_operation"):
        told = getattr(lektiecafeen.why_what, f"scope_{field.replace('hours_', '')}_hours")
        tasks = lektiecafeen.tasks.going_on()
        weekly = sum(getattr(task, field) / (52 if task.hours_unit == "year" else 1) for task in tasks)
        assert abs(told - weekly) < 1, field


def test_every_row_of_money_for_one_year_says_when_it_ends(lektiecafeen: Project) -> None:
    for line in lektiecafeen.budget_lines.exclude(source="municipal_operation"):
        assert line.expires_on == lektiecafeen.end.replace(year=lektiecafeen.end.year + 1), line


def test_no_action_begins_before_what_it_follows_was_decided(lektiecafeen: Project) -> None:
    chosen = lektiecafeen.decisions.get(text__startswith="Modellen").decided_on
    assert lektiecafeen.actions.get(number=4).start > chosen


def test_the_association_takes_over_in_the_order_it_says(lektiecafeen: Project) -> None:
    days = dict(
        Commitment.objects.filter(task__project=lektiecafeen, role="A").values_list("task__number", "takes_over_on")
    )
    assert days[8] < days[4] <= days[3] < days[2]


def test_the_calendar_has_the_days_that_the_plan_has(lektiecafeen: Project) -> None:
    calendar = calendar_of_project(lektiecafeen)
    trial = lektiecafeen.actions.get(number=13)
    follow_ups = [row.due_on for row in lektiecafeen.follow_ups.order_by("due_on")]
    assert (calendar.day(DateKind.TRIAL_START), calendar.day(DateKind.TRIAL_END)) == (trial.start, trial.deadline)
    assert [calendar.day(DateKind.FOLLOW_UP_3), calendar.day(DateKind.FOLLOW_UP_12)] == follow_ups


@pytest.mark.parametrize("slug", ["lektiecafeen", "fritidsjobindsatsen", "sommerfesten"])
def test_no_plan_is_dated_before_the_decision(lektiecafeen: Project, slug: str) -> None:
    project = Project.objects.select_related("programme", "why_what").get(slug=slug)
    assert calendar_of_project(project).day(DateKind.PLAN) >= project.why_what.decided_on


def test_who_has_agreed_has_said_yes_in_every_project(lektiecafeen: Project) -> None:
    agreed = ProjectActor.objects.filter(commitments__state=CommitmentState.AGREED).distinct()
    assert {actor.contact_status for actor in agreed} == {ContactStatus.ACCEPTED}


def test_plan_b_of_the_refused_money_covers_all_of_it(lektiecafeen: Project) -> None:
    told = lektiecafeen.risks.get(number=2).plan_b
    assert told == lektiecafeen.actions.get(number=5).plan_b
    saved = sum(int(each.replace(".", "")) for each in re.findall(r"(\d+\.\d{3}) kr", told))
    asked = sum(line.amount or 0 for line in lektiecafeen.budget_lines.filter(source="section_18"))
    assert saved == asked
