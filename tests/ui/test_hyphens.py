"""Long words of a name may be broken in a narrow column, and the name stays what it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forankring.ui.hyphens import may_break


@pytest.mark.parametrize(
    ("name", "places"),
    [("Afdelingsbestyrelsen, afd. 12", 2), ("Pilebro Bibliotek", 0), ("A & B <Kulturforvaltningen>", 1), ("", 0)],
)
def test_only_long_words_may_be_broken(name: str, places: int) -> None:
    assert may_break(name).count('<span class="may-break"></span>') >= places
    assert ("may-break" in may_break(name)) is (places > 0)


@given(st.text(st.characters(exclude_characters="\u00ad<>&\"'"), max_size=60))
def test_the_text_itself_is_not_changed(name: str) -> None:
    assert re.sub("<[^>]*>", "", may_break(name)) == name


def test_what_looks_like_markup_stays_text() -> None:
    assert may_break("<b>Boligorganisationen</b>").startswith("&lt;b&gt;")
