"""The bytes of a file can be read in one way only."""

import zlib
from itertools import count

import pydyf
import pytest

from forankring.rendering.finish import _compress, has_doubtful_lengths


def doubtful(ending: bytes) -> bytes:
    """A text that ends in that byte when it is compressed."""
    return next(text for n in count() if zlib.compress(text := f"BT {n} ET".encode()).endswith(ending))


def written(stream: pydyf.Stream) -> bytes:
    return bytes(stream.data)


def test_a_page_whose_last_byte_is_a_line_end_gets_another_last_byte() -> None:
    for ending in (b"\r", b"\n"):
        text = doubtful(ending)
        assert has_doubtful_lengths(written(pydyf.Stream([zlib.compress(text)])))
        page = pydyf.Stream([text], compress=True)

        _compress(page)

        assert not has_doubtful_lengths(written(page))
        assert zlib.decompress(page.stream[0]).strip() == text


@pytest.mark.parametrize("ending", [b"\r", b"\n"])
def test_a_font_gets_another_last_byte_and_says_its_new_length(ending: bytes) -> None:
    text = doubtful(ending)
    font = pydyf.Stream([text], {"Length1": len(text)}, compress=True)

    _compress(font)

    assert not has_doubtful_lengths(written(font))
    assert len(zlib.decompress(font.stream[0])) == font.extra["Length1"]


def test_an_ordinary_page_is_compressed_as_it_is() -> None:
    page = pydyf.Stream([b"BT ET"], compress=True)

    _compress(page)

    assert zlib.decompress(page.stream[0]) == b"BT ET"
    assert not page.compress
