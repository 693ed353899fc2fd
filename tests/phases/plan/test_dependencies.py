"""Actions that wait for each other: never in a circle, and told when the dates cannot hold."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forankring.accounts.models import User
from projects.models import Action, Project
from projects.phases.facts import DependencyFacts
from projects.phases.health.cooperation import begins_too_soon
from projects.phases.plan.dependencies import find_circle
from tests.browser_client import Client
from tests.factories import ActionFactory
from tests.phases.plan.records import ACTION, facts

As = Callable[[User], Client]
Url = Callable[..., str]
needs = st.dictionaries(st.integers(1, 6), st.lists(st.integers(1, 6), max_size=4))


@given(needs, st.integers(1, 6))
def test_a_circle_is_found_when_there_is_a_way_back(needs: dict[int, list[int]], start: int) -> None:
    reached, here = set(), set(needs.get(start, []))
    while here - reached:
        reached |= here
        here = {other for one in here for other in needs.get(one, [])}

    circle = find_circle(needs, start)

    assert bool(circle) == (start in reached)
    for one, other in zip(circle, [*circle[1:], start], strict=False):
        assert other in needs[one]


class TestThePage:
    def test_an_action_can_wait_for_others_of_its_project_and_the_list_says_so(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        first, second = ActionFactory.create_batch(2, project=project)

        as_(owner).post(url("tiltag-ret", second.pk), {"title": "Prøve", "depends_on": [first.pk]})

        assert list(second.depends_on.all()) == [first]
        assert "Venter på" in as_(owner).get(url("tiltag")).content.decode()

    @pytest.mark.parametrize("length", [2, 3])
    def test_a_circle_is_refused_in_words_that_say_what_to_do(
        self, as_: As, url: Url, owner: User, project: Project, length: int
    ) -> None:
        actions = ActionFactory.create_batch(length, project=project)
        for one, other in pairwise(actions):
            one.depends_on.add(other)

        page = as_(owner).post(url("tiltag-ret", actions[-1].pk), {"title": "Prøve", "depends_on": [actions[0].pk]})

        text = page.content.decode()
        assert "Tiltagene venter på hinanden" in text
        assert "Fjern krydset ved P1." in text
        assert not actions[-1].depends_on.exists()

    def test_an_action_that_comes_back_does_not_wait_in_a_circle(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        first, removed, last = ActionFactory.create_batch(3, project=project)
        removed.depends_on.add(first)
        last.depends_on.add(removed)
        client = as_(owner)
        client.post(url("tiltag-fjern", removed.pk))
        client.post(url("tiltag-ret", first.pk), {"title": "Prøve", "depends_on": [last.pk]})

        page = client.post(url("tiltag-fortryd", removed.pk), follow=True).content.decode()

        assert "kom ikke med" in page
        assert not Action.objects.get(number=removed.number).depends_on.exists()
        assert list(last.depends_on.all()) == [removed]
        assert list(first.depends_on.all()) == [last]

    def test_an_action_cannot_wait_for_itself_or_for_another_projects(
        self, as_: As, url: Url, owner: User, stranger: User, project: Project
    ) -> None:
        action, _other = ActionFactory.create_batch(2, project=project)
        foreign = ActionFactory(project=Project.objects.get(slug="havnecafeen"), title="Hemmeligt tiltag")

        for pk in (action.pk, foreign.pk):
            page = as_(owner).post(url("tiltag-ret", action.pk), {"title": "Prøve", "depends_on": [pk]})
            assert 'href="#id_depends_on' in page.content.decode()
            assert "Hemmeligt" not in page.content.decode()
        assert not Action.depends_on.through.objects.exists()


FIRST = ACTION._replace(id=1, number=1, deadline=date(2027, 2, 1))


@pytest.mark.parametrize(
    ("later", "says"),
    [
        ({"deadline": date(2027, 1, 31)}, "skal være gjort før P1"),
        ({"deadline": date(2027, 3, 1), "start": date(2027, 1, 31)}, "begynder, før P1"),
        ({"deadline": date(2027, 3, 1), "start": date(2027, 2, 1)}, ""),
        ({"deadline": None, "start": None}, ""),
        ({"deadline": date(2027, 1, 1), "status": "done"}, ""),
    ],
    ids=["done before", "begins before", "in time", "without dates", "closed"],
)
def test_dates_that_cannot_hold_are_told(later: dict[str, object], says: str) -> None:
    waits = ACTION._replace(id=2, number=2, **later)  # type: ignore[arg-type]
    plan = facts(actions=[FIRST, waits], dependencies=[DependencyFacts(1, 2, 1)])

    told = [str(hit.text) for hit in begins_too_soon(plan)]

    assert len(told) == bool(says)
    assert all(says in text for text in told)
