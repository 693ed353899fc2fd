"""Pages that follow along by themselves (static/follow.js).

A page carries a mark of what its moving part shows. The script asks for the same address again with the mark: while
it holds, the answer is empty, so that a room full of telephones costs the server next to nothing.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers, patch_vary_headers

ASKED: Final = "X-Following"  # the mark that the asking page has
MARK: Final = "X-Mark"  # the mark of the part that is sent
NOTHING_NEW: Final = 204


def follows(request: HttpRequest) -> bool:
    """Whether it is a page in a browser that asks how things are now, not a person who opens it."""
    return ASKED in request.headers


def live(
    request: HttpRequest, mark: str, template: str, part: str, context: Callable[[], Mapping[str, Any]]
) -> HttpResponse:
    """The page; to a page that follows, its moving `part` alone, or nothing when `mark` is what it has.

    `context` is only asked for when there is something to show.
    """
    if request.headers.get(ASKED) == mark:
        response = HttpResponse(status=NOTHING_NEW)
    else:
        shown = {**context(), "mark": mark}
        response = render(request, part if follows(request) else template, shown)
        response.headers[MARK] = mark
    patch_vary_headers(response, [ASKED])
    add_never_cache_headers(response)
    return response
