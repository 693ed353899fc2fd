"""What each actor carries across the projects of a helhedsplan, as a rule, a page and a PDF."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from actors.models import Actor
from forankring.accounts.models import User
from projects.models import CommitmentRole, HoursUnit, OperationLevel, Project, ProjectActor
from projects.overview.load.rules import Load, Part, Work, bearers, heavy_words, hours_a_week, loads
from tests.browser_client import Client
from tests.documents.checks import assert_accessible, assert_nothing_is_cut, text_of
from tests.factories import ActorFactory, CommitmentFactory, ProjectActorFactory, ProjectFactory, TaskFactory

As = Callable[[User], Client]
parts = st.lists(
    st.builds(Part, st.integers(1, 4), st.sampled_from(CommitmentRole.values), st.sampled_from(["proposed", "agreed"])),
    max_size=6,
)
hours = st.none() | st.decimals(0, 400, places=1)
works = st.lists(st.builds(Work, st.integers(1, 3), hours, parts), max_size=8)


@given(works)
def test_the_hours_of_what_somebody_bears_are_shared_out_and_no_more(many: list[Work]) -> None:
    borne = sum((work.hours for work in many if work.hours and bearers(work)), Decimal())

    assert abs(sum((load.hours for load in loads(many)), Decimal()) - borne) < Decimal("0.001")


@given(works)
def test_everybody_in_anything_has_one_load_and_the_heaviest_is_first(many: list[Work]) -> None:
    found = loads(many)

    carrying = {part.actor for work in many for part in (*bearers(work), *(
        each for each in work.parts if each.role != CommitmentRole.RESPONSIBLE))}  # fmt: skip
    assert sorted(load.actor for load in found) == sorted({load.actor for load in found})
    assert carrying <= {load.actor for load in found}
    assert [load.hours for load in found] == sorted((load.hours for load in found), reverse=True)


@given(works)
def test_a_task_with_an_agreed_responsible_counts_for_nobody_else(many: list[Work]) -> None:
    agreed = [part for work in many for part in work.parts if part.role == "A" and part.state == "agreed"]
    proposed = [
        part
        for work in many
        for part in work.parts
        if part.role == "A" and not any(each.role == "A" and each.state == "agreed" for each in work.parts)
    ]
    assert sum(load.count(CommitmentRole.RESPONSIBLE) for load in loads(many)) == len(agreed) + len(proposed)


def a_load(hours: str = "0", responsible: int = 0, projects: int = 1) -> Load:
    return Load(1, tuple(range(projects)), {"A": responsible}, Decimal(hours), Decimal(), 0)


@pytest.mark.parametrize(
    ("load", "volunteers", "told"),
    [
        (a_load("20", 3, 2), False, ""),
        (a_load("10"), True, ""),
        (a_load("10.1"), True, "10,1 timer om ugen"),
        (a_load("20.5"), False, "20,5 timer om ugen"),
        (a_load(responsible=4), False, "ansvarlig for 4 opgaver"),
        (a_load(projects=3), False, "roller i 3 projekter"),
        (a_load("30", 4), False, "ansvarlig for 4 opgaver og 30 timer om ugen"),
    ],
)
def test_what_makes_a_load_heavy_is_told(load: Load, *, volunteers: bool, told: str) -> None:
    words = heavy_words(load, run_by_volunteers=volunteers)

    assert (told in words) if told else words == ""


def test_hours_in_a_year_are_spread_over_its_weeks() -> None:
    assert hours_a_week(Decimal(104), HoursUnit.YEAR) == 2
    assert hours_a_week(Decimal(4), HoursUnit.WEEK) == 4
    assert hours_a_week(None, HoursUnit.YEAR) is None


@pytest.fixture
def school(project: Project) -> Actor:
    return ActorFactory(programme=project.programme, name="Pilebroskolen")


def carry(project: Project, actor: Actor, role: str = "A", state: str = "agreed", **task: object) -> None:
    present = ProjectActor.objects.filter(project=project, actor=actor).first()
    present = present or ProjectActorFactory(project=project, actor=actor)
    CommitmentFactory(task=TaskFactory(project=project, **task), project_actor=present, role=role, state=state)


@pytest.fixture
def address(project: Project) -> str:
    return reverse("programme_load", args=[project.programme_id])


class TestPage:
    def test_it_adds_up_across_the_projects(
        self, as_: As, owner: User, project: Project, school: Actor, address: str
    ) -> None:
        other = ProjectFactory(programme=project.programme, name="Sundhedscaféen")
        carry(project, school, hours_operation=4)
        for _ in range(3):
            carry(other, school, state="proposed", hours_operation=26, hours_unit="year")

        html = as_(owner).get(address).content.decode()

        assert "Lektiecaféen, Sundhedscaféen" in html
        assert "4 aftalt, 1,5 foreslået" in html
        assert "Pilebroskolen:</strong> Hårdt belastet: ansvarlig for 4 opgaver. Spørg, om der er plads" in html

    def test_what_is_possible_stopped_archived_or_ended_is_no_load(
        self, as_: As, owner: User, project: Project, school: Actor, address: str
    ) -> None:
        carry(project, school, state="possible")
        carry(project, school, operation_level=OperationLevel.STOP)
        ended = ProjectFactory(programme=project.programme, why_what__decision="end")
        carry(ended, school)

        html = as_(owner).get(address).content.decode()

        assert "Ingen bærer noget endnu" in html

    def test_an_actor_out_of_use_that_carries_something_is_told(
        self, as_: As, owner: User, project: Project, school: Actor, address: str
    ) -> None:
        carry(project, school)
        Actor.objects.update(is_active=False)

        assert "Er taget ud af brug. Find en anden" in as_(owner).get(address).content.decode()

    def test_who_may_not_see_it(
        self, as_: As, reader: User, board: User, stranger: User, client: Client, address: str
    ) -> None:
        for page in (address, f"{address}pdf/"):
            assert as_(reader).get(page).status_code == 403
            assert as_(stranger).get(page).status_code == 404
            assert client.get(page).status_code == 302
        assert as_(board).get(address).status_code == 200


def test_the_pdf_says_the_same_and_is_accessible(
    as_: As, owner: User, project: Project, school: Actor, address: str, tmp_path: Path
) -> None:
    for _ in range(4):
        carry(project, school, hours_operation=6)
    ActorFactory(programme=project.programme, name="Biblioteket")

    response = as_(owner).get(f"{address}pdf/")

    assert response["Content-Type"] == "application/pdf"
    assert_accessible(response.content, tmp_path)
    assert_nothing_is_cut(response.content)
    text = text_of(response.content)
    assert "ansvarlig for 4 opgaver og 24 timer om ugen" in text
    assert "Bærer ikke noget endnu: Biblioteket" in text
