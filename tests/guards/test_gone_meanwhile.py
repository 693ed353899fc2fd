"""A row that somebody removes between a page's reading it and its writing: said in Danish, never a breakdown.

The walk takes every address with a row in it, fills in its form, presses its button, and removes the row in the moment
before the first thing is written. The test client raises what would be a breakdown (500) in the browser.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, models

from forankring.accounts.models import User
from projects.models import Project
from tests.addresses import ADDRESSES, Address, path_to, rows_of
from tests.browser_client import Client
from tests.guards.buttons import buttons_on

As = Callable[[User], Client]
pytestmark = pytest.mark.usefixtures("candidacy")

OF_A_ROW = [address for address in ADDRESSES if address.is_inside and {"pk", "step", "member_pk", "party_pk", "task",
            "actor", "subject"} & set(address.arguments)]  # fmt: skip


@contextmanager
def removed_before_the_first_write(*rows: models.Model) -> Iterator[list[models.Model]]:
    """The list it gives holds the rows once they are gone."""
    gone: list[models.Model] = []
    busy: list[bool] = []

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        writes = not sql.startswith("SELECT") and "session" not in sql and "shared_cache" not in sql
        if writes and not gone and not busy:
            busy.append(True)
            for row in rows:
                type(row)._default_manager.filter(pk=row.pk).delete()
            gone.extend(rows)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield gone


def rows_in(address: Address, project: Project) -> list[models.Model]:
    """The rows that the address names, but for the project and the helhedsplan themselves."""
    known = rows_of(project)
    word = max((word for word in known if address.name.startswith(word)), key=len, default=None)
    found = [known[word][name] for name in address.arguments if word and name in known[word]]
    return [row for row in found if isinstance(row, models.Model)]


@pytest.mark.parametrize("address", OF_A_ROW, ids=lambda address: address.name)
def test_a_row_that_is_removed_meanwhile_breaks_nothing(
    as_: As, owner: User, project: Project, address: Address
) -> None:
    client, url = as_(owner), path_to(address, project)
    rows = rows_in(address, project)

    for row in rows:
        for pressed in buttons_on(client, url):
            with removed_before_the_first_write(row) as gone:
                answer = client.post(pressed.url, pressed.data)
            # As when the transaction is committed: nothing points at what is gone.
            connection.check_constraints()
            assert answer.status_code in {200, 302, 403, 404, 409, 410}
            if gone:
                return
