"""The buttons of a page, and what a browser sends when somebody has filled in the form well and presses one."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from forankring.whole import END
from tests.browser_client import Client

WORDS = {
    "email": "ny.person@pilebro.example",
    "number": "3",
    "url": "https://www.pilebro.example",
    "date": "2027-05-03",
    "time": "10:00",
}
# By what the name says is asked for, where a word is not enough.
ASKED = {
    "date": "3. maj 2027",
    "day": "3. maj 2027",
    "_on": "3. maj 2027",
    "valid_": "2027-05-03",
    "deadline": "3. maj 2027",
    "month": "5. 2027",
    "email": "ny.person@pilebro.example",
    "owner_email": "ny.leder@pilebro.example",
    "amount": "1200",
    "hours": "3",
    "minutes": "10",
    "number": "3",
    "code": "915",
    "cvr": "29190909",
    "lbf_": "0715",
    "year": "2027",
    "cost": "1200",
    "start": "3. maj 2026",
    "end": "3. maj 2028",
    "phone": "",
}
# Left empty: they go with another answer than the first on the list.
EMPTY = ("done_on", "role_shift", "part_2_", "part_3_", "part-2-", "part-3-", "municipality")
LEAD_ELSEWHERE = {"again", "gem-kladde", "smid-vaek", "_preview", "_addanother", "_continue", "_popup"}


class Pressed(NamedTuple):
    """A form that was filled in, and the button that sends it."""

    url: str
    button: str
    data: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.url} [{self.button}]"


class _Form:
    def __init__(self, action: str) -> None:
        self.action = action
        self.data: dict[str, list[str]] = {}
        self.buttons: list[tuple[str, str]] = []


class _Reader(HTMLParser):
    """Every posted form in the page's main part, filled in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[_Form] = []
        self.form: _Form | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.form = _Form(given.get("action", "")) if given.get("method", "").lower() == "post" else None
            self.forms += [self.form] if self.form else []
        elif not self.form:
            return
        elif tag == "button" or given.get("type") == "submit":
            self.form.buttons.append((given.get("name", ""), given.get("value", "")))
        elif tag == "select":
            self.select = given.get("name", "")
        elif tag == "option" and given.get("value"):
            # A relation is between two different ones.
            if self.select == "to_actor" or self.select not in self.form.data:
                self.form.data[self.select] = [given["value"]]
        elif tag in {"input", "textarea"} and given.get("name") and "disabled" not in given:
            self._fill(self.form.data, given, given.get("type", "text" if tag == "input" else tag))

    def _fill(self, data: dict[str, list[str]], given: dict[str, str], kind: str) -> None:
        name = given["name"]
        if kind == "radio":
            data.setdefault(name, [given.get("value", "on")])
        elif kind == "checkbox":
            data.setdefault(name, []).append(given.get("value", "on"))
        else:
            data[name] = [given.get("value") or ("" if kind == "hidden" else _word_for(name, kind))]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = ""


def _word_for(name: str, kind: str) -> str:
    if kind in WORDS:
        return WORDS[kind]
    if name == "on":
        return ASKED["date"]
    asked = [word for part, word in ASKED.items() if part in name]
    return asked[-1] if asked else "Åbne lokalet hver tirsdag"


def buttons_on(client: Client, url: str) -> list[Pressed]:
    """The buttons that send to the address itself: those of its page, or for one without a page the bare press."""
    response = client.get(url)
    if response.status_code == 405:
        return [Pressed(url, "", {"csrfmiddlewaretoken": ["a" * 64]})]
    if response.status_code != 200 or "text/html" not in response.headers["Content-Type"]:
        return []
    reader = _Reader()
    reader.feed(response.content.decode())
    return [pressed for form in reader.forms for pressed in _pressed(url, form)]


def _pressed(url: str, form: _Form) -> Iterator[Pressed]:
    where = urljoin(url, form.action) if form.action else url
    if urlsplit(where).path == urlsplit(url).path:
        for name, value in form.buttons or [("", "")]:
            if name not in LEAD_ELSEWHERE:
                data = form.data | ({name: [value]} if name else {})
                # The client ends it anew, with what is left.
                filled = {key: values for key, values in data.items() if values and not key.startswith((*EMPTY, END))}
                yield Pressed(where, f"{name}={value}", filled)
