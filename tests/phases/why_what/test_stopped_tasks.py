"""What a task took in operation is not told on any page once the task is to be stopped."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import OperationLevel, Project
from tests.browser_client import Client
from tests.factories import CommitmentFactory, TaskFactory

As = Callable[[User], Client]


@pytest.mark.parametrize("name", ["opgaver", "daekning", "daekning-ret", "project", "plan"])
@pytest.mark.parametrize("unit", ["week", "year"])
def test_no_page_tells_what_a_stopped_task_takes_in_operation(
    as_: As, owner: User, project: Project, name: str, unit: str
) -> None:
    task = TaskFactory(
        project=project, hours_operation=Decimal("713.5"), hours_unit=unit, operation_level=OperationLevel.KEEP
    )
    CommitmentFactory(task=task)
    url = reverse(name, args=[project.slug, *([task.pk] if name == "daekning-ret" else [])])
    shown = as_(owner).get(url).content.decode()

    task.operation_level = OperationLevel.STOP
    task.save()

    assert "713,5" not in as_(owner).get(url).content.decode()
    assert "713,5" in shown or name in {"project", "daekning-ret"}
