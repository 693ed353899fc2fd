"""Phase 2 tells what is missing, and what the coverage says, in words that say what to do."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from projects.models import AnchoringDecision, PlanOutline, Project, WhyWhat
from projects.phases.facts import ActorFacts, CommitmentFacts, ProjectFacts, TaskFacts
from projects.phases.mapping import checks
from projects.phases.mapping.steps import ACTORS, COVERAGE, PHASE
from projects.phases.steps import Missing, Status

SCHOOL = ActorFacts(1, 3, "Pilebroskolen", "school", "municipality", "in_dialogue", True)
LIBRARY = ActorFacts(1, 4, "Biblioteket", "culture", "municipality", "interested", True)


def task(number: int = 1, *, critical: bool | None = None, level: str = "keep") -> TaskFacts:
    return TaskFacts(1, 10 + number, number, "Stille lokale", "FYS", critical, level)


def commitment(
    task: TaskFacts, role: str = "A", state: str = "possible", actor: ActorFacts = SCHOOL
) -> CommitmentFacts:
    return CommitmentFacts(1, task.id, actor.id, role, state, None)


def facts(
    tasks: Iterable[TaskFacts] = (),
    commitments: Iterable[CommitmentFacts] = (),
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
        tasks=list(tasks),
        actors=list(actors),
        commitments=list(commitments),
    )


def told(
    check: Callable[[ProjectFacts], Iterable[Missing]], *args: Any, **kwargs: Any
) -> list[tuple[str, str, int | None]]:
    return [(str(item.text), item.step, item.row) for item in check(facts(*args, **kwargs))]


def test_a_project_without_actors_is_asked_for_some() -> None:
    assert told(checks.actors_missing, actors=()) == [
        ("Skriv de aktører op, der måske kan tage over.", "aktoerer", None)
    ]


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ({"actor_type": ""}, "hvilken slags aktør"),
        ({"sphere": ""}, "hører til"),
        ({"has_contribution": False}, "bidrage"),
        ({"contact_status": ""}, "hvor langt I er"),
    ],
)
def test_an_answer_left_out_of_an_actors_card_is_asked_for(left_out: dict[str, Any], words: str) -> None:
    [(text, step, row)] = told(checks.actors_missing, actors=[SCHOOL._replace(**left_out)])

    assert words in text
    assert "Pilebroskolen" in text
    assert (step, row) == ("aktoerer", SCHOOL.id)


def test_a_full_card_lacks_nothing() -> None:
    assert told(checks.actors_missing) == []


@pytest.mark.parametrize("decision", [AnchoringDecision.END, AnchoringDecision.NEW_FUNDING])
@pytest.mark.parametrize("check", [checks.actors_missing, PHASE.missing, PHASE.findings])
def test_nothing_is_asked_of_a_project_that_hands_nothing_over(
    check: Callable[[ProjectFacts], Iterable[Missing]], decision: str
) -> None:
    unfinished = [SCHOOL._replace(actor_type="")]

    assert told(check, [task(critical=True)], [commitment(task(), "B")], unfinished, decision) == []
    assert told(check, [task(critical=True)], [], (), decision) == []


def test_the_steps_follow_from_the_facts() -> None:
    critical = task(critical=True)

    assert ACTORS.status(facts(actors=())) is Status.NOT_BEGUN
    assert ACTORS.status(facts(actors=[SCHOOL._replace(sphere="")])) is Status.IN_PROGRESS
    assert ACTORS.status(facts()) is Status.DONE
    assert COVERAGE.status(facts([critical])) is Status.NOT_BEGUN
    assert COVERAGE.status(facts([critical, task(2)], [commitment(critical)])) is Status.IN_PROGRESS
    assert COVERAGE.status(facts([critical], [commitment(critical)])) is Status.NEEDS_ANSWER
    covered = [commitment(critical), commitment(critical, "R", "proposed")]
    assert COVERAGE.status(facts([critical], covered)) is Status.DONE


def test_the_task_list_counts_actors_and_covered_tasks() -> None:
    assert str(ACTORS.summary(facts())) == "2 aktører"
    assert str(ACTORS.summary(facts(actors=[SCHOOL]))) == "1 aktør"
    assert str(ACTORS.summary(facts(actors=()))) == ""
    stopped = task(3, level="stop")
    assert str(COVERAGE.summary(facts([task(), task(2), stopped], [commitment(task())]))) == (
        "1 af 2 opgaver har en mulig ansvarlig"
    )
    assert str(COVERAGE.summary(facts([stopped]))) == ""
