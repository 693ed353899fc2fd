"""A row put where it was dragged to."""

from collections.abc import Callable

import pytest

from forankring.accounts.models import User
from projects.models import Project, Task
from tests.browser_client import Client
from tests.factories import TaskFactory
from tests.phases.lists.addresses import LISTS, ORDERED, url

As = Callable[[User], Client]


def titles() -> list[str]:
    return list(Task.objects.in_order().values_list("title", flat=True))


@pytest.mark.parametrize(
    ("place", "order"),
    [("1", "cabd"), ("2", "acbd"), ("3", "abcd"), ("4", "abdc"), ("900", "abdc"), ("0", "cabd")],
)
def test_a_row_is_put_at_the_place_it_was_dragged_to(
    as_: As, owner: User, project: Project, place: str, order: str
) -> None:
    rows = [TaskFactory(project=project, title=title) for title in "abcd"]

    response = as_(owner).post(url("opgaver-flyt", rows[2].pk), {"place": place})

    assert response.url == f"{url('opgaver')}#row-{rows[2].pk}"
    assert "".join(titles()) == order
    assert [row.number for row in Task.objects.order_by("pk")] == [1, 2, 3, 4]


@pytest.mark.parametrize("place", ["", "x", "-1", "²", "9" * 400, "1.5", "\x00"])
def test_a_place_that_is_no_number_moves_nothing(as_: As, owner: User, project: Project, place: str) -> None:
    rows = [TaskFactory(project=project, title=title) for title in "abc"]

    assert as_(owner).post(url("opgaver-flyt", rows[2].pk), {"place": place}).status_code == 302
    assert "".join(titles()) == "abc"


@pytest.mark.parametrize("name", ORDERED)
def test_every_ordered_list_tells_where_a_dragged_row_is_posted(
    as_: As, owner: User, project: Project, name: str
) -> None:
    row = LISTS[name](project=project)

    page = as_(owner).get(url(name)).content.decode()

    assert f'data-move="{url(f"{name}-flyt", row.pk)}"' in page


@pytest.mark.parametrize(("person", "status"), [("editor", 302), ("board", 302), ("reader", 403), ("stranger", 404)])
def test_those_who_work_on_the_project_may_move(
    as_: As, project: Project, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    rows = [TaskFactory(project=project, title=title) for title in "ab"]

    response = as_(request.getfixturevalue(person)).post(url("opgaver-flyt", rows[1].pk), {"place": "1"})

    assert response.status_code == status
    assert "".join(Task.objects.filter(project=project).in_order().values_list("title", flat=True)) == (
        "ba" if status == 302 else "ab"
    )
