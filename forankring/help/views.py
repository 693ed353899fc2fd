"""The help: the method, how the tool is used, and the words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from forankring.help.pages import glossary, method_pages


def method(request: HttpRequest) -> HttpResponse:
    """The first page of docs/method.md: the four phases."""
    return _page(request, 0)


def workflow(request: HttpRequest) -> HttpResponse:
    """The second page of docs/method.md: how the tool is used."""
    return _page(request, 1)


def words(request: HttpRequest) -> HttpResponse:
    """The glossary, alphabetically."""
    return render(request, "help/glossary.html", {"words": glossary(), "titles": _titles()})


def _page(request: HttpRequest, place: int) -> HttpResponse:
    return render(request, "help/page.html", {"page": method_pages()[place], "titles": _titles()})


def _titles() -> list[str]:
    return [page.title for page in method_pages()]
