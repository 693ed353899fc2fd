"""Whatever is sent to a form: a message at the field and nothing typed is lost, or not found. Never a breakdown.

The pages are found by walking the addresses, so a new form is tried without being named here. The test client
raises what would be a breakdown (500) in the browser.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forankring.accounts.models import User
from forankring.ui.numbers import plain_number
from forankring.ui.text import normal_form
from projects.models import Project
from tests.addresses import ADDRESSES, Address, path_to
from tests.browser_client import Client
from tests.guards.pages import Form, read_forms

As = Callable[[User], Client]
ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("forankring", "actors", "projects")
INSIDE = [address for address in ADDRESSES if address.is_inside]
STEPS = [
    address
    for address in INSIDE
    if address.name.endswith(("-ny", "-ret", "-flere")) or address.name in {"hvorfor", "hvad"}
]
WITH_PARAMETERS = [*INSIDE, *(address for address in ADDRESSES if not address.arguments)]
ANSWERS = {200, 302, 400, 404, 409, 422}
NASTY = {
    "nothing but a NUL": "\x00",
    "control characters": "a\x00b\x01c\x1b[31md\x7fe\x85f",
    "very long": "x" * 100_000,
    "huge number": "9" * 400,
    "larger than a column": str(10**20),
    "negative": "-1",
    "no number": "NaN",
    "infinite": "-Infinity",
    "exponent": "1e999999",
    "other digits": "٣٤²",
    "no such day": "31. februar 2027",
    "no such year": "0000-00-00",
    "year of five digits": "99999-12-31",
    "markup": "</textarea></form><script>alert(1)</script>{{ 1 }}{% now 'Y' %}&amp;",
    "right to left": "\u202eabc\u2066 \U0001f468\u200d\U0001f469 e\u0301 ﷽",
    "a path": "../../../../etc/passwd%00",
    "a query": "' OR 1=1; --",
}
# Texts that a field refuses or asks about (forankring/ui/cautions.py).
PERSONAL = ["Barnet 010190-1234", "Ring 33 12 45 67", "mig@pilebro.example", "Lederen Hanne er ligeglad", "kriminelle"]
TRIED = [*NASTY.values(), *PERSONAL]


def forms_at(client: Client, url: str) -> list[Form]:
    response = client.get(url)
    if response.status_code != 200 or "text/html" not in response.headers["Content-Type"]:
        return []
    return read_forms(response.content.decode())


def try_it(client: Client, url: str, form: Form, data: dict[str, Any]) -> None:
    """Send the form, and when the page comes again see that everything typed stands in it."""
    response = client.post(form.action or url, {"csrfmiddlewaretoken": "x"} | data)

    assert response.status_code in ANSWERS
    if response.status_code != 200:
        return
    page = response.content.decode()
    # Pasted lines, and texts to read once more, are shown before anything is written.
    reasons = ("Der er problemer", "Intet er gemt endnu", "Dit svar er gemt. Se på det her")
    assert any(each in page for each in reasons), "the page came again without saying why"
    shown = {name: each.value for again in read_forms(page) for name, each in again.fields.items()}
    for name in form.typed:
        assert is_kept(data[name], shown.get(name, "")), f"{name} was lost"


def is_kept(typed: str, shown: str) -> bool:
    """The same characters, or the same number: "+0" comes again as 0."""
    return flat(shown) == flat(typed) or plain_number(flat(shown)) == plain_number(flat(typed))


def flat(text: str) -> str:
    """The characters one can see: every text is kept in one normal form, and HTML does not carry control characters
    and every kind of space unchanged."""
    seen = (each for each in normal_form(text) if not each.isspace() and unicodedata.category(each) != "Cc")
    return "".join(seen).replace("\N{REPLACEMENT CHARACTER}", "")


# A row of each kind, so that every form appears.
pytestmark = pytest.mark.usefixtures("candidacy")


def mixtures(names: list[str]) -> Iterator[dict[str, str]]:
    """A different nasty text in each field, a few times over: other fields, other texts, few requests."""
    texts = list(NASTY.values())
    for turn in range(0, len(texts), 3):
        yield {name: texts[(place + turn) % len(texts)] for place, name in enumerate(names)}


@pytest.mark.parametrize("address", INSIDE, ids=lambda address: address.name)
def test_bad_text_is_answered_and_kept(as_: As, owner: User, project: Project, address: Address) -> None:
    client, url = as_(owner), path_to(address, project)

    for form in forms_at(client, url):
        for typed in mixtures(form.typed):
            try_it(client, url, form, typed)


@pytest.mark.parametrize("address", INSIDE, ids=lambda address: address.name)
def test_choices_that_were_not_offered_are_answered_and_the_text_kept(
    as_: As, owner: User, project: Project, address: Address
) -> None:
    client, url = as_(owner), path_to(address, project)

    for form in forms_at(client, url):
        for chosen in mixtures([*form.hidden, *form.chosen]):
            several = {name: [text, text] for name, text in chosen.items()}
            try_it(client, url, form, dict.fromkeys(form.typed, "Ja") | several)


@pytest.mark.parametrize("address", INSIDE, ids=lambda address: address.name)
def test_ids_that_nobody_has_are_not_found(as_: As, owner: User, project: Project, address: Address) -> None:
    client = as_(owner)

    for pk in (0, 10**30):
        known = {"slug": project.slug if len(address.arguments) > 1 else f"projekt-{pk}", "concept": "ability"}
        url = reverse(address.name, kwargs={name: known.get(name, pk) for name in address.arguments})
        assert {client.get(url).status_code, client.post(url, {"title": "x"}).status_code} <= {404, 405}


def read_parameters() -> list[str]:
    """What the views read from the part of an address after the question mark."""
    pattern = re.compile(r"""GET(?:\.get\(|\[)"([\w-]+)"|"([\w-]+)" in (?:self\.)?request\.GET""")
    texts = [path.read_text(encoding="utf-8") for root in PACKAGES for path in (ROOT / root).rglob("*.py")]
    return sorted({first or second for text in texts for first, second in pattern.findall(text)})


def test_the_parameters_are_found() -> None:
    assert {"side", "soeg", "fra", "udgave", "vis"} <= set(read_parameters())


@pytest.mark.parametrize("address", WITH_PARAMETERS, ids=lambda address: address.name)
def test_whatever_stands_after_the_question_mark_is_answered(
    as_: As, owner: User, project: Project, address: Address
) -> None:
    client = as_(owner)
    url = path_to(address, project) if address.arguments else reverse(address.name)

    for query in mixtures(read_parameters()):
        assert client.get(url, query).status_code in ANSWERS | {403, 405}


def test_the_walk_meets_the_forms(as_: As, owner: User, project: Project) -> None:
    fields = {
        address.name: {name for form in forms_at(as_(owner), path_to(address, project)) for name in form.fields}
        for address in STEPS
    }

    # The coverage of one task is a list of links to its cells, the proposals for a gap are buttons, and while a round
    # runs no other can be opened.
    without = {"daekning-ret", "gab-ret", "runder-ny"}
    assert {name for name, found in fields.items() if not found} == without
    assert {"title", "gaps", "actors", "deadline", "risk"} <= fields["tiltag-ret"]


@pytest.mark.parametrize("address", INSIDE, ids=lambda address: address.name)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_text_at_all_is_answered_and_kept(
    as_: As, owner: User, project: Project, address: Address, data: st.DataObject
) -> None:
    client, url = as_(owner), path_to(address, project)
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.sampled_from(TRIED)

    for form in forms_at(client, url):
        try_it(client, url, form, {name: data.draw(text, label=name) for name in [*form.typed, *form.chosen]})
