"""Phase 2 and 3 in the plan: relations, where the coverage breaks, how actors have moved, what they carry together."""

from datetime import date

import pytest

from actors.concepts import Concept
from actors.models import RelationKind, YesNoUnknown
from projects.documents.build import build_plan
from projects.documents.document import PlanDocument
from projects.documents.lookup import Lookup
from projects.documents.records import PlanActor, PlanCandidacy, PlanCommitment, PlanRelation, PlanScore, PlanTask
from projects.documents.render import plan_html
from projects.documents.tables import cards, development, networks, relation_lines, weak_spots
from projects.models import Choice, CommitmentRole, CommitmentState, Project
from tests.documents.plans import TODAY, empty
from tests.factories import (
    ActorRelationFactory,
    AssessmentRoundFactory,
    CandidacyFactory,
    ProjectActorFactory,
    SharedScoreFactory,
)

MARCH, MAY = date(2026, 3, 2), date(2026, 5, 26)


def scores(*values: int, on: date = MAY) -> tuple[PlanScore, ...]:
    return tuple(PlanScore(concept=c, score=v, assessed_on=on) for c, v in zip(Concept, values, strict=True))  # type: ignore[arg-type]


def plan(**changes: object) -> PlanDocument:
    actors = (PlanActor(code="A1", name="Skolen"), PlanActor(code="A2", name="Klubben"))
    tasks = (PlanTask(code="O1", title="Lede", is_critical=True),)
    return empty().model_copy(update={"actors": actors, "tasks": tasks, **changes})


def candidate(actor: str, *values: int, choice: Choice | None = Choice.CHOSEN) -> PlanCandidacy:
    return PlanCandidacy(actor=actor, title="vært", tasks=("O1",), choice=choice, scores=scores(*values))


@pytest.mark.django_db
def test_relations_arrive_by_code_and_conflicts_apart(project: Project) -> None:
    first, second = (ProjectActorFactory(project=project) for _ in range(2))
    ActorRelationFactory(from_actor=second.actor, to_actor=first.actor, kind=RelationKind.MONEY)
    ActorRelationFactory(from_actor=first.actor, to_actor=second.actor, kind=RelationKind.CONFLICT)
    ActorRelationFactory(from_actor=first.actor)

    built = build_plan(project, TODAY)

    assert [(one.actor, one.kind, one.other) for one in built.relations] == [("A2", RelationKind.MONEY, "A1")]
    assert [(one.actor, one.kind, one.other) for one in built.conflicts] == [("A1", RelationKind.CONFLICT, "A2")]
    assert built.for_sharing().conflicts == ()
    assert built.for_sharing().relations == built.relations


@pytest.mark.django_db
def test_an_earlier_round_is_how_it_all_stood_then(project: Project) -> None:
    row = CandidacyFactory(project_actor__project=project, choice=Choice.CHOSEN)
    for day, concept, score in [
        (MARCH, Concept.ABILITY, 1),
        (MARCH, Concept.ABILITY, 2),
        (date(2026, 4, 1), Concept.WILL, 3),
        (MAY, Concept.ABILITY, 4),
    ]:
        held = AssessmentRoundFactory(project=project, held_on=day)
        SharedScoreFactory(candidacy=row, round=held, concept=concept, score=score)

    built = build_plan(project, TODAY)

    [one] = built.candidacies
    assert [(each.held_on, {answer.concept: answer.score for answer in each.answers}) for each in one.earlier] == [
        (MARCH, {Concept.ABILITY: 2}),
        (date(2026, 4, 1), {Concept.ABILITY: 2, Concept.WILL: 3}),
    ]
    assert built.for_sharing().candidacies[0].earlier == ()
    steps = list(development(Lookup(built)))
    assert [step.held_on for step in steps] == [MARCH, date(2026, 4, 1), MAY]
    assert steps[-1].short[2] == "4 af 5"
    assert list(development(Lookup(built.for_sharing()))) == []


def test_relations_are_told_in_words_with_conflicts_last() -> None:
    money = PlanRelation(actor="A2", other="A1", kind=RelationKind.MONEY)
    conflict = PlanRelation(actor="A1", other="A2", kind=RelationKind.CONFLICT)
    told = plan(relations=(money,), conflicts=(conflict,))

    assert relation_lines(Lookup(told)) == [
        "A2 Klubben giver penge til A1 Skolen",
        "A1 Skolen er uenig eller i konflikt med A2 Klubben",
    ]
    assert relation_lines(Lookup(told.for_sharing())) == ["A2 Klubben giver penge til A1 Skolen"]


def test_the_coverage_says_the_same_in_the_plan_as_on_the_page() -> None:
    carried = PlanCommitment(task="O1", actor="A2", role=CommitmentRole.RESPONSIBLE, state=CommitmentState.PROPOSED)
    volunteers = PlanActor(code="A2", name="Klubben", run_by_volunteers=YesNoUnknown.YES, in_use=False)

    words = weak_spots(Lookup(plan(actors=(volunteers,), commitments=(carried,))))

    assert words == [
        "O1 er kritisk, og ingen har sagt ja til ansvaret endnu.",
        "O1 er kritisk og mangler en reserve.",
        "Kun frivillige bærer O1. Hvem træder til, når de ikke kan?",
        "Ingen fra kommunen er med i opgaverne.",
        "A2 Klubben står stadig i O1.",
    ]
    assert weak_spots(Lookup(plan())) == []


def promise(actor: str, role: CommitmentRole, state: CommitmentState = CommitmentState.AGREED) -> PlanCommitment:
    return PlanCommitment(task="O1", actor=actor, role=role, state=state)


SHARED = (promise("A1", CommitmentRole.RESPONSIBLE), promise("A2", CommitmentRole.CARRIES_OUT))


def test_those_who_share_a_task_are_weighed_and_never_in_the_shared_edition() -> None:
    told = plan(commitments=SHARED, candidacies=(candidate("A1", 2, 3, 2, 1), candidate("A2", 5, 5, 4, 5)))

    [network] = networks(Lookup(told))

    assert [weight.words for weight in network.weights] == [
        "2 af 5 – i mindre grad.",
        "3 af 5 – delvist.",
        "2 af 5 – i mindre grad. Evne suppleres af A2.",
        "1 af 5 – slet ikke.",
    ]
    assert networks(Lookup(told.for_sharing())) == []


def test_a_reserve_and_an_actor_out_of_use_supplement_nothing() -> None:
    reserve = (candidate("A1", 4, 4, 4, 4), candidate("A2", 4, 4, 4, 4, choice=Choice.RESERVE))
    gone = (PlanActor(code="A1", name="Skolen"), PlanActor(code="A2", name="Klubben", in_use=False))
    left = plan(commitments=SHARED, actors=gone, candidacies=(candidate("A1", 4, 4, 4, 4),))

    [network] = networks(Lookup(plan(commitments=SHARED, candidacies=reserve)))
    assert network.weights[2].supplemented_by == ()
    assert networks(Lookup(left)) == []


@pytest.mark.parametrize(("held_on", "is_old"), [(date(2026, 5, 21), False), (date(2026, 5, 20), True)])
def test_an_assessment_over_six_months_old_on_the_plans_day_is_flagged(held_on: date, is_old: bool) -> None:
    old = PlanCandidacy(actor="A1", title="vært", scores=scores(3, 3, 3, 3, on=held_on))

    [card] = cards(Lookup(plan(candidacies=(old,))))

    assert card.is_outdated is is_old


def test_the_map_draws_a_conflict_and_explains_it_in_the_working_edition_only() -> None:
    conflict = PlanRelation(actor="A1", other="A2", kind=RelationKind.CONFLICT)
    with_conflict = plan(conflicts=(conflict,))
    explained, drawn = "Prikket brun linje med kryds: konflikt.", 'stroke-dasharray="2 3"'
    working, shared = plan_html(with_conflict), plan_html(with_conflict.for_sharing())
    assert explained in working
    assert drawn in working
    assert explained not in shared
    assert drawn not in shared
    assert "Kort over aktørerne: 2 aktører, 0 bidrag og 0 relationer." in shared


def test_what_falls_away_is_told_in_the_working_edition_only() -> None:
    told = "Projektmedarbejderne, når projektet slutter"
    assert told in plan_html(plan())
    assert told not in plan_html(plan().for_sharing())


def test_a_plan_with_actors_and_no_tasks_still_has_its_map() -> None:
    assert "Kort over aktørerne: 2 aktører" in plan_html(plan(tasks=()))
    assert "picture-map" not in plan_html(empty())
