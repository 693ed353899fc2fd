"""A page as the tests of bad input read it: its forms with their fields, and what stands in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from forankring.whole import END

TYPED = {"text", "textarea", "email", "number", "url", "tel", "search"}


@dataclass
class Field:
    kind: str
    value: str = ""


@dataclass
class Form:
    action: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def typed(self) -> list[str]:
        """The names of the fields one types in."""
        return [name for name, each in self.fields.items() if each.kind in TYPED]

    @property
    def chosen(self) -> list[str]:
        """The names of the fields one chooses in."""
        return [name for name, each in self.fields.items() if each.kind in {"select", "radio", "checkbox"}]

    @property
    def hidden(self) -> list[str]:
        """The names of the fields one does not see, but for the one that tells that all came."""
        return [name for name, each in self.fields.items() if each.kind == "hidden" and name != END]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.in_main = False
        self.textarea: Field | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "main":
            self.in_main = True
        elif tag == "form" and self.in_main and given.get("method", "").lower() == "post":
            self.form = Form(given.get("action", ""))
            self.forms.append(self.form)
        elif self.form and tag in {"input", "select", "textarea"} and "name" in given:
            kind = given.get("type", "text") if tag == "input" else tag
            one = self.form.fields.setdefault(given["name"], Field(kind, given.get("value", "")))
            self.textarea = one if tag == "textarea" else None

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.textarea.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.in_main = False
        elif tag == "form":
            self.form = None
        elif tag == "textarea" and self.textarea:
            # A line break right after the tag belongs to the markup.
            self.textarea.value = self.textarea.value.removeprefix("\r").removeprefix("\n")
            self.textarea = None


def read_forms(html: str) -> list[Form]:
    """The forms of the page's main part that change something."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [form for form in reader.forms if form.typed or form.chosen]
