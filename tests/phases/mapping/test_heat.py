"""The heat of the coverage: how firmly each task is held, and how much each actor holds."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from forankring.accounts.models import User
from projects.models import Project
from projects.phases.facts import facts_of
from projects.phases.mapping.coverage import coverage_of
from projects.phases.mapping.heat import FULL, HOLE, burdens, heat_of, heat_of_task, shade_of
from projects.phases.mapping.weak_spots import Carried, Part, carried_in
from tests.browser_client import Client
from tests.factories import CommitmentFactory, ProjectActorFactory, TaskFactory

As = Callable[[User], Client]
STATES = ("possible", "proposed", "agreed")
states = st.sets(st.sampled_from(STATES))


@pytest.mark.parametrize(
    ("responsible", "has_reserve", "level", "words"),
    [
        ((), True, 0, "ingen endnu"),
        (("possible",), True, 1, "kun mulig"),
        (("possible", "proposed"), True, 2, "foreslået"),
        (("proposed", "agreed"), False, 3, "aftalt, uden reserve"),
        (("agreed",), True, 4, "aftalt, med reserve"),
    ],
)
def test_the_heat_of_a_task_has_words(responsible: tuple[str, ...], has_reserve: bool, level: int, words: str) -> None:
    heat = heat_of(responsible, has_reserve=has_reserve)
    assert (heat.level, heat.words) == (level, words)


@given(states, st.booleans(), st.sampled_from(STATES))
def test_one_more_responsible_never_cools_a_task(responsible: set[str], has_reserve: bool, more: str) -> None:
    before = heat_of(responsible, has_reserve=has_reserve)
    after = heat_of(responsible | {more}, has_reserve=has_reserve)
    assert HOLE <= before.level <= after.level <= FULL
    assert (before.level == HOLE) == (not responsible)
    assert shade_of(responsible) <= shade_of(responsible | {more})


def test_a_possible_responsible_is_not_yet_a_burden() -> None:
    tasks = [
        Carried("O1", True, [Part("a", "A", "agreed"), Part("b", "A", "proposed")]),
        Carried("O2", True, [Part("b", "A", "proposed"), Part("a", "A", "possible")]),
        Carried("O3", True, [Part("b", "A", "possible"), Part("b", "U", "agreed")]),
    ]
    assert [each.tasks for each in burdens([task.meant for task in tasks], ["a", "b", "c"])] == [1, 1, 0]


def test_more_than_three_are_many_and_say_so() -> None:
    three, four = burdens([{"a", "b"}] * 3 + [{"b"}], ["a", "b"])
    assert (three.words, three.is_heavy) == ("3", False)
    assert (four.words, four.is_heavy) == ("4 – mange", True)


def test_the_page_says_how_firmly_each_task_is_held(as_: As, board: User, project: Project) -> None:
    school, club = (ProjectActorFactory(project=project, actor__name=name) for name in ("Skolen", "Klubben"))
    held, _hole, stopped = (
        TaskFactory(project=project, title=title, operation_level=level)
        for title, level in (("Lede", "keep"), ("Lave mad", "keep"), ("Rejse", "stop"))
    )
    CommitmentFactory(task=held, project_actor=school, role="A", state="agreed")
    CommitmentFactory(task=held, project_actor=club, role="R", state="proposed")
    CommitmentFactory(task=stopped, project_actor=club, role="A", state="agreed")

    page = " ".join(as_(board).get(reverse("daekning", args=[project.slug])).content.decode().split())

    assert '<td class="heat-4">aftalt, med reserve</td>' in page
    assert '<td class="heat-0">ingen endnu</td>' in page
    assert page.count('<td class="heat-4">') == 1
    coverage = coverage_of(project)
    assert [row.heat and row.heat.level for row in coverage.rows] == [4, 0, None]
    assert [each.tasks for each in coverage.burdens] == [1, 0]


def test_page_and_plan_reckon_alike(project: Project) -> None:
    school, club = (ProjectActorFactory(project=project, actor__name=name) for name in ("Skolen", "Klubben"))
    for place, state in enumerate((*STATES, None)):
        one = TaskFactory(project=project, title=f"Opgave {place}", operation_level="keep")
        if state:
            CommitmentFactory(task=one, project_actor=school, role="A", state=state)
            CommitmentFactory(task=one, project_actor=club, role="R", state=state)
    tasks, actors = carried_in(facts_of(project))
    coverage = coverage_of(project)
    assert [row.heat for row in coverage.rows] == [heat_of_task(task) for task in tasks]
    assert coverage.burdens == burdens([task.meant for task in tasks], [actor.key for actor in actors])
