"""A form is taken whole or not at all.

A line that drops, a script that loses a field, a page that is older than the server: half a form looks like a whole one
in which the rest was emptied. So every form that leaves this site ends with a hidden field that names the controls a
browser always sends, and no view reads what is sent unless that field came, to its last character, and every control it
names. The page is marked on its way out: no template can forget it, and the forms of Django and of allauth end in the
same way. See docs/adr/0055-a-form-is-taken-whole-or-not-at-all.md.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from forankring.accounts.came_back import PASSWORDS

END: Final = "slut"  # the last field of every form: the names, and a full stop
_LAST: Final = "."

_ATTRIBUTES: Final = r"""(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*+)"""
_FORM = re.compile(rf"<form\b{_ATTRIBUTES}>(?P<inside>.*?)</form>", re.DOTALL)
_CONTROL = re.compile(rf"<(?P<tag>input|textarea|select|option)\b{_ATTRIBUTES}>")
_ATTRIBUTE = re.compile(r"""\s([^\s=>"'/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# What a browser sends only sometimes: a box without its tick, a button that was not pressed; and a file comes apart.
_SOMETIMES: Final = {"checkbox", "submit", "button", "reset", "image", "file"}
_ROW_THAT_SCRIPTS_COPY: Final = "-__prefix__-"
_ROW = re.compile(r"(.+)-(\d+)-[^-]+")
# Signed texts, tabs and moments; and the code of an answer that was chosen. No person wrote them.
_CODE = re.compile(r"[\w.:+/=-]{16,}(?: [\w.:+/=-]{16,})?|[a-z0-9_-]*")


class WholeFormMiddleware:
    """Marks every form on its way out, and lets no part of one in. Stands right below what guards against forgery."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and response.headers.get("Content-Type", "").startswith("text/html"):
            response.content = mark_forms(response.text)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponseBase | None:
        return None if request.method != "POST" or is_whole(request) else _refuse(request)


def mark_forms(page: str) -> str:
    """The page with the last field in each form that is posted. Takes time in step with the page's length."""
    return _FORM.sub(_marked, page)


def _marked(form: re.Match[str]) -> str:
    if _attributes_of(form).get("method", "").lower() != "post":
        return form[0]
    names = dict.fromkeys(name for name in _always_sent(form["inside"]) if _can_be_told(name))
    end = f'<input type="hidden" name="{END}" value="{" ".join([*names, _LAST])}">'
    return f"{form[0].removesuffix('</form>')}{end}</form>"


def _can_be_told(name: str) -> bool:
    return len(name.split()) == 1 and name != END and _ROW_THAT_SCRIPTS_COPY not in name


def _always_sent(inside: str) -> Iterator[str]:
    """The names of the controls that every browser sends, whatever the person does."""
    chosen_from = ""
    for control in _CONTROL.finditer(inside):
        given = _attributes_of(control)
        is_off = "disabled" in given or "form" in given
        name, kind = given.get("name", ""), given.get("type", "").lower()
        match control["tag"]:
            case "select":
                chosen_from = "" if is_off or "multiple" in given else name
            case "option" if not is_off or "selected" in given:
                # A list without anything to choose is not sent.
                yield "" if is_off else chosen_from
                chosen_from = ""
            case "input" if kind in _SOMETIMES or (kind == "radio" and "checked" not in given):
                pass
            case "input" | "textarea" if not is_off:
                yield name


def _attributes_of(tag: re.Match[str]) -> dict[str, str]:
    return {name: first or second or bare for name, first, second, bare in _ATTRIBUTE.findall(tag["attributes"])}


def is_whole(request: HttpRequest) -> bool:
    """Whether all of a form of ours came, in the only encoding that its page can have asked for."""
    *names, last = request.POST.get(END, "").split(" ")
    return (
        last == _LAST
        and all(name in request.POST or _was_taken_out(name, request.POST) for name in names)
        and _is_utf_8((request.content_params or {}).get("charset", "utf-8"))
    )


def _was_taken_out(name: str, sent: QueryDict) -> bool:
    """Whether its row of a formset was removed, and counted out, by the script of the administration's page."""
    row = _ROW.fullmatch(name)
    count = sent.get(f"{row[1]}-TOTAL_FORMS", "") if row else ""
    return bool(row and count.isdecimal() and int(row[2]) >= int(count))


def _is_utf_8(charset: str) -> bool:
    try:
        return codecs.lookup(charset).name == "utf-8"
    except (LookupError, ValueError):
        return False


def _refuse(request: HttpRequest) -> HttpResponse:
    if request.headers.get("Accept") == "application/json":
        words = _("Ikke gemt: Kun en del af siden nåede frem, eller også er den ældre end systemet.")
        return JsonResponse({"words": words}, status=400)
    return render(request, "half_a_form.html", {"typed": list(_typed(request.POST))}, status=400)


def _typed(sent: QueryDict) -> Iterator[str]:
    """What a person wrote of what came, but for passwords."""
    for name, texts in sent.lists():
        if name not in PASSWORDS | {END}:
            yield from (text for text in texts if not _CODE.fullmatch(text))
