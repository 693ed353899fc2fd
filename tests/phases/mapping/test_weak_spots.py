"""The coverage in words: each sentence has a case that raises it and one that does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.models import CommitmentRole, CommitmentState
from projects.phases.mapping.weak_spots import Carried, Carrier, Part, in_letters, weak_spots

SCHOOL = Carrier("s", "A1", "Skolen", "municipality", "no", True)
CLUB = Carrier("c", "A2", "Klubben", "civil_society", "yes", True)


def task(code: str = "O1", *parts: tuple[Carrier, str, str], critical: bool = False) -> Carried:
    return Carried(code, critical, [Part(actor.key, role, state) for actor, role, state in parts])


def said(*tasks: Carried, actors: tuple[Carrier, ...] = (SCHOOL, CLUB)) -> str:
    return "\n".join(weak_spots(tasks, actors))


def test_a_coverage_nobody_has_begun_says_nothing() -> None:
    assert said(task("O1", critical=True), task("O2")) == ""


def test_a_task_without_responsible_is_named() -> None:
    words = said(task("O1", (SCHOOL, "A", "agreed")), task("O2", (SCHOOL, "U", "possible")), task("O6"))
    assert "O2 og O6 har ingen ansvarlig." in words
    assert "O1" not in words


@pytest.mark.parametrize(("state", "is_told"), [("possible", True), ("proposed", True), ("agreed", False)])
def test_a_critical_task_that_nobody_has_agreed_to_is_told(state: str, is_told: bool) -> None:
    words = said(task("O1", (SCHOOL, "A", state), (SCHOOL, "R", "agreed"), critical=True))
    assert ("O1 er kritisk, og ingen har sagt ja til ansvaret endnu." in words) is is_told
    assert "sagt ja" not in said(task("O1", (SCHOOL, "A", state)))


def test_critical_tasks_without_reserve_are_told_together() -> None:
    carried = (SCHOOL, "A", "agreed")
    words = said(task("O5", carried, critical=True), task("O7", carried, critical=True), task("O6", carried))
    assert "O5 og O7 er kritiske og mangler en reserve." in words
    assert "reserve" not in said(task("O5", carried, (CLUB, "R", "proposed"), critical=True))
    assert "O5 er kritisk og mangler en reserve." in said(task("O5", carried, (CLUB, "R", "possible"), critical=True))


@pytest.mark.parametrize(("count", "is_told"), [(3, False), (4, True), (5, True)])
def test_an_actor_with_many_responsibilities_is_a_risk(count: int, is_told: bool) -> None:
    words = said(*[task(f"O{number}", (SCHOOL, "A", "proposed")) for number in range(count)])
    assert (
        f"A1 Skolen er ansvarlig for {in_letters(count)} opgaver. Hvad så, hvis aktøren falder fra?" in words
    ) is is_told


def test_what_another_has_agreed_to_does_not_weigh_on_the_one_proposed() -> None:
    tasks = [task(f"O{n}", (SCHOOL, "A", "proposed"), (CLUB, "A", "agreed" if n < 2 else "possible")) for n in range(5)]
    assert "falder fra" not in said(*tasks)


def test_possible_responsibilities_are_ideas_and_no_load() -> None:
    assert "falder fra" not in said(*[task(f"O{n}", (SCHOOL, "A", "possible")) for n in range(6)])


def test_tasks_carried_by_volunteers_alone_are_told() -> None:
    alone = task("O2", (CLUB, "A", "agreed"), (SCHOOL, "B", "agreed"))
    together = task("O3", (CLUB, "A", "agreed"), (SCHOOL, "U", "possible"))
    words = said(alone, together)
    assert "Kun frivillige bærer O2." in words
    assert "O3" not in words


def test_nobody_from_the_municipality_is_told_when_it_is_known_where_all_belong() -> None:
    assert "Ingen fra kommunen er med" in said(task("O1", (CLUB, "A", "agreed")))
    assert "kommunen" not in said(task("O1", (CLUB, "A", "agreed"), (SCHOOL, "B", "possible")))
    unknown = CLUB._replace(sphere="")
    assert "kommunen" not in said(task("O1", (unknown, "A", "agreed")), actors=(unknown,))


def test_one_that_is_out_of_use_stands_for_nobody() -> None:
    gone = SCHOOL._replace(is_active=False)
    tasks = [task(f"O{number}", (gone, "A", "agreed"), (CLUB, "U", "agreed")) for number in range(5)]
    words = said(*tasks, actors=(gone, CLUB))
    assert "Ingen fra kommunen er med" in words
    assert "falder fra" not in words


def test_an_actor_out_of_use_that_still_stands_somewhere_is_told() -> None:
    gone = SCHOOL._replace(is_active=False)
    assert "A1 Skolen står stadig i O1." in said(task("O1", (gone, "B", "agreed")), actors=(gone,))
    assert "stadig" not in said(task("O1", (CLUB, "A", "agreed")), actors=(gone, CLUB))


parts = st.builds(Part, st.sampled_from("sc"), st.sampled_from(list("AUBR")), st.sampled_from(CommitmentState.values))
tasks = st.lists(st.builds(Carried, st.sampled_from(["O1", "O2", "O3"]), st.booleans(), st.lists(parts)))


@given(tasks=tasks)
def test_any_coverage_at_all_is_told_in_whole_sentences(tasks: list[Carried]) -> None:
    for words in weak_spots(tasks, (SCHOOL, CLUB)):
        assert words[-1] in ".?"
        assert "%" not in words


@given(tasks=tasks)
def test_a_task_is_a_hole_exactly_when_nobody_may_be_responsible(tasks: list[Carried]) -> None:
    begun = any(task.parts for task in tasks)
    holes = begun and any(all(part.role != CommitmentRole.RESPONSIBLE for part in task.parts) for task in tasks)
    assert any("har ingen ansvarlig" in words for words in weak_spots(tasks, (SCHOOL, CLUB))) is holes
