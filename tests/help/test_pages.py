"""The help shows the method and the glossary as they stand in docs/."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from forankring.help.pages import anchor_of, glossary, method_pages
from tests.browser_client import Client

As = Callable[[User], Client]
PAGES = ["help", "help_workflow", "glossary"]


class _Tags(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", PAGES)
def test_somebody_not_signed_in_is_asked_to_sign_in(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", PAGES)
def test_owner_reader_and_stranger_all_read_the_help(
    as_: As, owner: User, reader: User, stranger: User, name: str
) -> None:
    for person in (owner, reader, stranger):
        assert as_(person).get(reverse(name)).status_code == 200


def test_help_tells_of_all_four_phases_with_the_scale_and_the_labels(as_: As, owner: User) -> None:
    page = as_(owner).get(reverse("help")).content.decode()
    for text in ("Fase 1", "Fase 2", "Fase 3", "Fase 4", "Slet ikke til stede", "Vil gerne – mangler kapacitet"):
        assert text in page


def test_the_older_word_for_a_project_stands_once_in_the_help_beside_project(as_: As, owner: User) -> None:
    pages = [as_(owner).get(reverse(name)).content.decode() for name in PAGES]
    assert sum(page.count("<em>(indsats)</em>") for page in pages) == 1
    assert "projekt <em>(indsats)</em>" in pages[0]


def test_the_menu_marks_the_page_it_is_on(as_: As, owner: User) -> None:
    for name in PAGES:
        address = reverse(name)
        tags = _Tags(as_(owner).get(address).content.decode()).found
        current = [attrs for tag, attrs in tags if tag == "a" and "aria-current" in attrs]
        assert address in [attrs["href"] for attrs in current]


def test_every_heading_in_the_contents_is_on_the_page(as_: As, owner: User) -> None:
    for page in method_pages():
        ids = {attrs.get("id") for _tag, attrs in _Tags(page.body).found}
        assert page.contents
        assert {heading.anchor for heading in page.contents} <= ids


def test_tables_have_headings_that_say_what_they_head_and_a_name() -> None:
    for page in method_pages():
        tags = _Tags(page.body).found
        ids = {attrs.get("id") for _tag, attrs in tags}
        assert all(attrs.get("scope") == "col" for tag, attrs in tags if tag == "th")
        scrollers = [attrs for tag, attrs in tags if attrs.get("class") == "scroller"]
        assert len(scrollers) == sum(tag == "table" for tag, _attrs in tags)
        names = [attrs["aria-labelledby"] for attrs in scrollers]
        assert all(part in ids for name in names for part in name.split())
        assert len(set(names)) == len(names)


def test_nothing_in_the_help_is_styled_or_run_in_line() -> None:
    for page in method_pages():
        for tag, attrs in _Tags(page.body).found:
            assert tag not in {"script", "style"}
            assert not [name for name in attrs if name == "style" or name.startswith("on")]


def test_a_danish_heading_gets_an_address_in_plain_letters() -> None:
    assert anchor_of("Gør nu") == "goer-nu"
    assert anchor_of("Fase 1: Hvorfor, hvad og hvilke opgaver") == "fase-1-hvorfor-hvad-og-hvilke-opgaver"


def test_words_stand_in_danish_order() -> None:
    words = [word.danish for word in glossary()]
    assert words[0] == "afdeling"
    assert words.index("uafklaret spørgsmål") < words.index("valg") < words.index("vurdering")
    assert words.index("opgavetype") < words.index("overblikket")
