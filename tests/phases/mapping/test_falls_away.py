"""Hvad falder væk? Which tasks stand without a responsible when somebody is no longer there."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from forankring.accounts.models import User
from projects.models import Project
from projects.phases.mapping.falls_away import STAFF, every_absence, without, without_staff
from projects.phases.mapping.weak_spots import Carried, Carrier, Part
from tests.browser_client import Client
from tests.factories import CommitmentFactory, ProjectActorFactory, TaskFactory

As = Callable[[User], Client]
END = date(2027, 6, 30)
SCHOOL = Carrier("s", "A1", "Skolen", "municipality", "no", True)
CLUB = Carrier("c", "A2", "Klubben", "civil_society", "yes", True)
GONE = Carrier("g", "A3", "Nedlagt", "market", "no", False)
ACTORS = (SCHOOL, CLUB, GONE)


def task(*parts: tuple[Carrier, str, str], code: str = "O1", critical: bool = False, on: date | None = None) -> Carried:
    return Carried(code, critical, [Part(actor.key, role, state, on) for actor, role, state in parts], "Lede")


def test_a_task_falls_with_its_only_responsible_and_the_reserve_may_step_in() -> None:
    one = task((SCHOOL, "A", "agreed"), (CLUB, "R", "proposed"), critical=True)
    absence = without(SCHOOL, [one], ACTORS)
    assert absence.listed == "O1"
    assert absence.critical == 1
    assert absence.falls[0].because == "Ingen er ansvarlig."
    assert str(absence.falls[0].steps_in) == "A2 Klubben (reserve)"
    assert absence.stand_ins == "A2 (reserve): O1."
    assert without(CLUB, [one], ACTORS).falls == []


def test_a_task_where_another_is_only_proposed_falls_too_and_says_who() -> None:
    one = task((SCHOOL, "A", "agreed"), (CLUB, "A", "proposed"))
    absence = without(SCHOOL, [one], ACTORS)
    assert absence.falls[0].because == "A2 Klubben er kun foreslået som ansvarlig."
    assert str(absence.falls[0].steps_in) == "A2 Klubben (foreslået ansvarlig)"


def test_a_task_with_two_equally_proposed_stands_without_one_of_them() -> None:
    one = task((SCHOOL, "A", "proposed"), (CLUB, "A", "proposed"))
    assert without(SCHOOL, [one], ACTORS).falls == []


def test_a_task_that_keeps_its_responsible_may_lose_its_last_reserve() -> None:
    one = task((SCHOOL, "A", "agreed"), (CLUB, "R", "proposed"), (CLUB, "U", "proposed"))
    absence = without(CLUB, [one], ACTORS)
    assert absence.falls == []
    assert absence.also == [(one, "ingen udfører og ingen reserve")]


def test_nobody_is_thought_of_who_is_out_of_use() -> None:
    one = task((SCHOOL, "A", "agreed"), (GONE, "A", "proposed"), (GONE, "R", "agreed"))
    absence = without(SCHOOL, [one], ACTORS)
    assert absence.falls[0].because == "Ingen er ansvarlig."
    assert not absence.falls[0].steps_in
    assert [each.key for each in every_absence([one], ACTORS, END)] == [STAFF, "s", "c"]


@pytest.mark.parametrize(
    ("state", "on", "because"),
    [
        ("agreed", END, ""),
        ("agreed", date(2027, 7, 1), ""),
        ("agreed", None, ""),
        ("agreed", date(2027, 7, 2), "A1 Skolen overtager først 2. juli 2027."),
        ("proposed", None, "A1 Skolen er kun foreslået som ansvarlig."),
        ("possible", None, "A1 Skolen er kun mulig som ansvarlig."),
    ],
)
def test_with_the_staff_falls_what_nobody_has_said_yes_to_by_the_last_day(
    state: str, on: date | None, because: str
) -> None:
    falls = without_staff([task((SCHOOL, "A", state), on=on)], ACTORS, END).falls
    assert [fall.because for fall in falls] == ([because] if because else [])


def test_with_the_staff_falls_a_task_nobody_is_in_and_one_whose_responsible_is_out_of_use() -> None:
    absence = without_staff([task(), task((GONE, "A", "agreed"), code="O2")], ACTORS, None)
    assert absence.listed == "O1 og O2"
    assert absence.is_staff


parts = st.lists(
    st.tuples(
        st.sampled_from(ACTORS),
        st.sampled_from(["A", "U", "B", "R"]),
        st.sampled_from(["possible", "proposed", "agreed"]),
    ),
    max_size=6,
)


@given(st.lists(parts, max_size=5), st.sampled_from([SCHOOL, CLUB]))
def test_only_what_an_actor_answers_for_falls_with_it_and_nobody_gone_steps_in(
    rows: list[list[tuple[Carrier, str, str]]], gone: Carrier
) -> None:
    tasks = [task(*row, code=f"O{place}") for place, row in enumerate(rows)]
    absence = without(gone, tasks, ACTORS)
    for fall in absence.falls:
        assert any(part.actor == gone.key and part.role == "A" for part in fall.task.parts)
        assert gone.code not in fall.steps_in.codes
        assert GONE.code not in fall.steps_in.codes
    alone = [one.code for one in tasks if {part.actor for part in one.parts if part.role == "A"} == {gone.key}]
    assert set(alone) <= set(absence.codes)
    assert not {one.code for one, _lost in absence.also} & set(absence.codes)


@pytest.fixture
def divided(project: Project) -> Project:
    """Skolen answers for O1, and nobody has agreed to O2."""
    school, club = (ProjectActorFactory(project=project, actor__name=name) for name in ("Skolen", "Klubben"))
    one = TaskFactory(project=project, title="Lede", is_critical=True, solved_today_by="Projektlederen")
    two = TaskFactory(project=project, title="Lave mad", solved_today_by="Studenten")
    CommitmentFactory(task=one, project_actor=school, role="A", state="agreed")
    CommitmentFactory(task=two, project_actor=club, role="A", state="proposed")
    return project


def look(client: Client, **asked: object) -> str:
    response = client.get(reverse("hvad-falder-vaek", args=["lektiecafeen"]), asked)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_page_begins_with_the_projects_own_people(as_: As, board: User, divided: Project) -> None:
    page = look(as_(board))
    assert "Uden projektmedarbejderne" in page
    assert "O2 Lave mad" in page
    assert "Løses i dag af: Studenten." in page
    assert "Løses i dag af: Projektlederen." not in page
    assert "Uden ansvarlig: O2." in page  # what the map's title says


def test_an_actor_is_chosen_and_crossed_out_on_the_map(as_: As, board: User, divided: Project) -> None:
    school = divided.project_actors.get(actor__name="Skolen")
    page = look(as_(board), uden=school.pk)
    assert '<h2 id="det-falder">Uden A1 Skolen</h2>' in page
    assert "<strong>Én opgave</strong> står uden en, der har ansvaret." in page
    assert "Uden ansvarlig: O1." in page
    assert "#a3201d" in page


@pytest.mark.parametrize("asked", ["0", "-1", "x", "\x00", "9" * 4000, ""])
def test_somebody_who_is_not_there_gives_the_projects_own_people(
    as_: As, board: User, divided: Project, asked: str
) -> None:
    assert "Uden projektmedarbejderne" in look(as_(board), uden=asked)


def test_a_project_without_tasks_says_what_comes_here(as_: As, board: User, project: Project) -> None:
    assert "Ingen opgaver, der kan falde væk endnu" in look(as_(board))


def test_a_stranger_and_a_reader_do_not_see_it(as_: As, stranger: User, reader: User, divided: Project) -> None:
    for name in ("hvad-falder-vaek", "aktoerkort"):
        address = reverse(name, args=[divided.slug])
        assert as_(stranger).get(address).status_code == 404
        assert as_(reader).get(address).status_code == 403


def test_not_more_stand_ins_are_told_than_can_be_read() -> None:
    many = [Carrier(n, f"A{n}", "Aktør", "market", "no", True) for n in range(1, 10)]
    tasks = [task((SCHOOL, "A", "agreed"), (one, "R", "agreed"), code=f"O{one.key}") for one in many]
    told = without(SCHOOL, tasks, [SCHOOL, *many]).stand_ins
    assert told.count("(reserve)") == 6
    assert told.endswith("Og flere.")
