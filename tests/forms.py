"""What a browser sends when somebody presses the button of a form that it was shown."""

from html.parser import HTMLParser
from typing import Any

SILENT = {"submit", "button", "reset", "image"}


class _Reader(HTMLParser):
    """The successful controls of every form, by the form they stand in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[dict[str, list[str]]] = []
        self.actions: list[str] = []
        self.inside = False
        self.select = ""
        self.several = False
        self.options: list[tuple[str, bool]] = []
        self.textarea: str | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "form":
            self.forms.append({})
            self.actions.append(given.get("action") or "")
            self.inside = True
        if not self.inside or tag not in {"input", "select", "textarea", "option"}:
            return
        name, kind = given.get("name") or "", given.get("type") or "text"
        if tag == "option" and self.select:
            self.options.append((given.get("value") or "", "selected" in given))
        elif tag == "select":
            self.select, self.several, self.options = name, "multiple" in given, []
        elif tag == "textarea":
            self._add(name, "")
            self.textarea = name
        elif tag == "input" and name and (kind not in {"radio", "checkbox"} or "checked" in given):
            self._add(name, given.get("value") or "") if kind not in SILENT else None

    def _add(self, name: str, value: str) -> None:
        self.forms[-1].setdefault(name, []).append(value)

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.forms[-1][self.textarea][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.textarea:
            text = self.forms[-1][self.textarea]
            text[-1] = text[-1].removeprefix("\r").removeprefix("\n")
            self.textarea = None
        elif tag == "select" and self.select:
            chosen = [value for value, is_chosen in self.options if is_chosen]
            shown = [value for value, _is_chosen in self.options[:1] if not self.several]
            for value in chosen or shown:
                self._add(self.select, value)
            self.select = ""
        elif tag == "form":
            self.inside = False


def sent_by(response: Any) -> dict[str, Any]:
    """The answers in the page's form that is kept, untouched. Change some and post them."""
    return read_kept_form(response.content.decode())


def read_kept_form(page: str) -> dict[str, Any]:
    """The same of a page's text."""
    form = next(form for form in forms_on(page) if "fane" in form)
    return {name: values if len(values) > 1 else values[0] for name, values in form.items()}


def forms_on(page: str) -> list[dict[str, list[str]]]:
    """What each form would send, untouched."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms


def every_form(page: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Where each form is sent and what with, in the page's order."""
    reader = _Reader()
    reader.feed(page)
    sent = [[(name, value) for name, values in form.items() for value in values] for form in reader.forms]
    return list(zip(reader.actions, sent, strict=True))
