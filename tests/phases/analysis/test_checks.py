"""Phase 3 tells what is missing, in words that say what to do."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from actors.concepts import UNKNOWN, Answer, Concept
from projects.models import AnchoringDecision, PlanOutline, Project, WhyWhat
from projects.phases.analysis import checks
from projects.phases.analysis.steps import ASSESSMENT, CHOICE
from projects.phases.facts import ActorFacts, CandidacyFacts, CommitmentFacts, ProjectFacts, TaskFacts
from projects.phases.steps import Missing, Status

SCHOOL = ActorFacts(1, 3, "Pilebroskolen", "school", "municipality", "in_dialogue", True)
LIBRARY = ActorFacts(1, 4, "Biblioteket", "culture", "municipality", "interested", True)
ASSESSED: dict[Concept, Answer] = dict(zip(Concept, (4, 4, 3, UNKNOWN), strict=True))


def candidacy(
    actor: ActorFacts = SCHOOL, choice: str = "", reason: str = "", answers: dict[Concept, Answer] | None = None
) -> CandidacyFacts:
    said = ASSESSED if answers is None else answers
    return CandidacyFacts(20 + actor.id, actor.id, "tovholder", choice, reason, frozenset(), said, frozenset())


def task(level: str = "keep") -> TaskFacts:
    return TaskFacts(1, 11, 1, "Være tovholder", "LED", True, level)


def facts(
    candidacies: Iterable[CandidacyFacts] = (),
    responsible: Iterable[ActorFacts] = (),
    *,
    role: str = "A",
    level: str = "keep",
    actors: Iterable[ActorFacts] = (SCHOOL, LIBRARY),
    decision: str = AnchoringDecision.ANCHOR,
) -> ProjectFacts:
    project = Project(pk=1, slug="lektiecafeen")
    return ProjectFacts(
        id=1,
        slug="lektiecafeen",
        end=None,
        today=date(2026, 11, 21),
        why_what=WhyWhat(project=project, decision=decision),
        outline=PlanOutline(project=project),
        tasks=[task(level)],
        actors=list(actors),
        commitments=[CommitmentFacts(1, 11, actor.id, role, "possible", None) for actor in responsible],
        candidacies=list(candidacies),
    )


def texts(found: Iterable[Missing]) -> list[str]:
    return [str(item.text) for item in found]


def test_a_project_with_actors_is_asked_whom_to_assess() -> None:
    assert texts(checks.assessment_missing(facts())) == ["Skriv, hvem I vil vurdere, og i hvilken rolle."]


def test_a_project_without_actors_is_sent_to_find_them() -> None:
    [missing] = checks.assessment_missing(facts(actors=()))

    assert missing.text == "Skriv først aktørerne op. Så kan I vurdere dem."
    assert missing.url("lektiecafeen") == "/projekter/lektiecafeen/fase-2/aktoerer/"


@pytest.mark.parametrize("concept", Concept)
def test_one_concept_left_out_is_enough_to_be_asked(concept: Concept) -> None:
    answers = {each: answer for each, answer in ASSESSED.items() if each is not concept}

    [missing] = checks.assessment_missing(facts([candidacy(answers=answers)]))

    assert missing.text == "Vurdér Pilebroskolen som tovholder."
    assert missing.url("lektiecafeen") == "/projekter/lektiecafeen/fase-3/vurdering/23/vurder/"


def test_dont_know_is_an_answer() -> None:
    assert texts(checks.assessment_missing(facts([candidacy()]))) == []


def test_somebody_who_may_become_responsible_must_be_assessed_in_some_role() -> None:
    [text] = texts(checks.assessment_missing(facts([candidacy()], [SCHOOL, LIBRARY])))

    assert text == "Biblioteket står som ansvarlig. Skriv, i hvilken rolle I vil vurdere aktøren."


@pytest.mark.parametrize("role", ["U", "B", "R"])
def test_the_other_roles_need_no_assessment(role: str) -> None:
    assert texts(checks.assessment_missing(facts([candidacy()], [LIBRARY], role=role))) == []


def test_responsibility_for_a_task_that_is_stopped_needs_no_assessment() -> None:
    assert texts(checks.assessment_missing(facts([candidacy()], [LIBRARY], level="stop"))) == []


def test_a_choice_is_asked_for() -> None:
    [missing] = checks.choice_missing(facts([candidacy()]))

    assert missing.text == "Vælg, om det skal være Pilebroskolen som tovholder."
    assert missing.url("lektiecafeen").startswith("/projekter/lektiecafeen/fase-3/valg/#")


def test_who_is_chosen_is_chosen_for_a_reason() -> None:
    assert texts(checks.choice_missing(facts([candidacy(choice="chosen")]))) == [
        "Skriv, hvorfor I har valgt Pilebroskolen som tovholder."
    ]
    assert texts(checks.choice_missing(facts([candidacy(choice="chosen", reason="De vil.")]))) == []


@pytest.mark.parametrize("choice", ["reserve", "not_now"])
def test_the_other_choices_stand_without_a_reason(choice: str) -> None:
    assert texts(checks.choice_missing(facts([candidacy(choice=choice)]))) == []


@pytest.mark.parametrize("decision", [AnchoringDecision.END, AnchoringDecision.NEW_FUNDING])
@pytest.mark.parametrize("check", [checks.assessment_missing, checks.choice_missing])
def test_nothing_is_asked_of_a_project_that_hands_nothing_over(
    check: Callable[[ProjectFacts], Iterable[Missing]], decision: str
) -> None:
    unfinished = facts([candidacy(answers={})], [LIBRARY], decision=decision)

    assert texts(check(unfinished)) == []
    assert texts(check(facts(decision=decision))) == []


def test_the_steps_follow_from_the_facts() -> None:
    assert ASSESSMENT.status(facts()) is Status.NOT_BEGUN
    assert ASSESSMENT.status(facts([candidacy(answers={})])) is Status.IN_PROGRESS
    assert ASSESSMENT.status(facts([candidacy()])) is Status.DONE
    assert CHOICE.status(facts([candidacy()])) is Status.NOT_BEGUN
    assert CHOICE.status(facts([candidacy(choice="chosen")])) is Status.IN_PROGRESS
    assert CHOICE.status(facts([candidacy(choice="reserve")])) is Status.DONE


def test_the_task_list_counts_what_is_done() -> None:
    both = facts([candidacy(choice="reserve"), candidacy(LIBRARY, answers={})])

    assert str(ASSESSMENT.summary(both)) == "1 af 2 vurderet"
    assert str(CHOICE.summary(both)) == "1 af 2 afgjort"
    assert str(ASSESSMENT.summary(facts())) == str(CHOICE.summary(facts())) == ""
