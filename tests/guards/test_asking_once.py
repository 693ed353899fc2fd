"""A caution may ask once, on any form. Until the next press nothing that was held back is said to be saved; what is
stored at once is said to be, and is.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from forankring.accounts.models import User
from forankring.ui.cautions import KEPT
from projects.models import Project
from tests.addresses import ADDRESSES, path_to
from tests.browser_client import Client
from tests.forms import forms_on
from tests.guards.test_bad_input import forms_at

As = Callable[[User], Client]
pytestmark = pytest.mark.usefixtures("candidacy")
PARTS = 4
# Pasted lines are shown before anything is written, so that the second press is another step.
INSIDE = [address for address in ADDRESSES if address.is_inside and not address.name.endswith("-flere")]
TEXT = "Ring til værten på 33 12 45 67"
ASKED = "error-summary caution-summary"
NOT_SAVED = re.compile(r"(Intet er|ikke) gemt endnu")
SAID_SAVED = re.compile(r"Gemt kl|message-success")
# Writes to what others may read: not to a person's drafts, session, or what only the site counts.
WRITES = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(?:projects|actors)_(?!draft|participant)(\w+)"')


def pressed(client: Client, url: str, data: Any) -> tuple[Any, list[str]]:
    """The answer, and the tables that were written."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(url, data)
    found = [WRITES.match(query["sql"]) for query in queries]
    return answer, [each[1] for each in found if each]


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_asked_about_is_either_stored_and_said_to_be_or_neither(
    as_: As, owner: User, project: Project, part: int
) -> None:
    client, tried = as_(owner), 0

    for address in INSIDE[part::PARTS]:
        url = path_to(address, project)
        for form in forms_at(client, url):
            untouched = [each for each in forms_on(client.get(url).content.decode()) if set(form.typed) <= set(each)]
            # One of the form's texts; forankring/ui/cautions.py reads them all alike.
            for name in form.typed[:1] if untouched else ():
                with transaction.atomic():
                    tried += asks_once(client, form.action or url, untouched[0] | {name: [TEXT]})
                    transaction.set_rollback(True)

    assert tried, "no form of these asked anything"


def asks_once(client: Client, url: str, data: dict[str, list[str]]) -> bool:
    """Press twice where the first press is asked about. Whether it was."""
    asked, written = pressed(client, url, data)
    page = asked.content.decode().partition("<main")[2] if asked.status_code == 200 else ""
    if ASKED not in page:
        client.get(url)  # reads what was said about this one
        return False
    if "Dit svar er gemt" in page:
        assert "rating" in written, f"{url} says that it has stored what it has not"
        return True
    assert not written, f"{url} has stored something and asks"
    assert not SAID_SAVED.search(page), f"{url} says that something is saved while it asks"
    if "Der er problemer" in page:
        return True  # something is missing too, and says for itself that the press went nowhere
    assert NOT_SAVED.search(page), f"{url} asks and does not say that nothing is saved"

    [kept] = [each for each in forms_on(page) if any(name.endswith(f"-{KEPT}") for name in each)]
    again, written = pressed(client, url, kept)
    assert again.status_code == 302, f"{url} asks twice, or forgets what was read"
    assert written, f"{url} goes on without what it asked about"
    client.get(url)
    return True
