"""What the browser sent with a form that is kept, and how a form is filled from what was typed."""

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from forankring.accounts.models import SentForm
from forankring.ui import versions
from projects.models import Draft, Project
from projects.phases.keeping import naming
from projects.phases.keeping.conflict import put, settle

Build = Callable[[QueryDict | None], Sequence[Any]]


class Sent:
    """One request for one form. `data` is what was posted, None when the page was only opened."""

    def __init__(self, request: HttpRequest, project: Project, about: str) -> None:
        self.data: QueryDict | None = request.POST if request.method == "POST" else None
        self.salt = f"forankring.version.{project.pk}.{about}"
        self._person = request.user
        self.by_script = request.headers.get("Accept") == "application/json"
        self.tab = self.tab_in(naming.WHICH_TAB) or secrets.token_hex(8)

    def __contains__(self, name: str) -> bool:
        return self.data is not None and name in self.data

    @property
    def is_draft(self) -> bool:
        """A press that keeps, or the script, which never saves: so no lost end of a request makes a save of it."""
        return naming.KEEP in self or (self.data is not None and self.by_script)

    def text(self, name: str) -> str:
        return str(self.data.get(name, "")) if self.data is not None else ""

    def tab_in(self, name: str) -> str:
        """The tab that the field names; "" when no page of ours can have named it."""
        return self.text(name) if re.fullmatch(naming.TAB, self.text(name)) else ""

    def read(self, version: str) -> versions.Seen:
        return versions.read_version(version, salt=self.salt)

    @cached_property
    def seen(self) -> versions.Seen:
        """What the page had shown."""
        return self.read(self.text(naming.VERSION))

    @cached_property
    def seen_or_saved(self) -> versions.Seen:
        """The same, and what the page has saved itself: the browser may have brought it back."""
        before = SentForm.objects.filter(**self._page).first() if self._tells_tab else None
        if before is None or self.seen.digests is None:
            return self.seen
        return versions.Seen({**self.seen.digests, **before.saved}, max(self.seen.at, before.at))

    def remember(self, written: Mapping[str, str]) -> None:
        """Keep what the page saves now. Call it in the transaction that saves."""
        if self._tells_tab and written:
            SentForm.objects.bulk_create(
                [SentForm(**self._page, saved=dict(written), at=timezone.now())],
                update_conflicts=True,
                unique_fields=["person", "page", "content"],
                update_fields=["saved", "at"],
            )

    @property
    def _tells_tab(self) -> bool:
        return bool(self.tab_in(naming.WHICH_TAB))

    @property
    def _page(self) -> dict[str, Any]:
        return {"person": self._person, "page": self.tab, "content": ""}

    @property
    def version(self) -> str:
        """The same as it is stored with a draft; "" when we did not write it."""
        seen = self.seen_or_saved
        if seen.digests is None or seen is self.seen:
            return self.text(naming.VERSION) if seen.digests is not None else ""
        return versions.write_version(seen.digests, salt=self.salt, at=seen.at)

    @property
    def told(self) -> versions.Seen | None:
        """What the page of a conflict had shown as stored."""
        return self.read(self.text(naming.TOLD)) if naming.TOLD in self else None

    @property
    def instead_of(self) -> tuple[str, str]:
        """The tab and moment of the draft that the page was filled from."""
        tab, _space, moment = self.text(naming.FILLED_FROM).partition(" ")
        return tab, moment


def sent_by(draft: Draft) -> QueryDict:
    """The draft as the browser would send it."""
    answers = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        answers.setlist(name, values)
    return answers


def filled(build: Build, typed: QueryDict, seen: versions.Seen) -> tuple[Sequence[Any], dict[str, str]]:
    """Forms that show what was typed, and elsewhere what is stored now; nothing is judged yet.

    With them, by name, what the person had seen of the answers that somebody else has changed as well.
    """
    answers = QueryDict(mutable=True)
    for form in build(None):
        for name in form.fields:
            put(answers, form.add_prefix(name), versions.as_sent(form, name))
    for name, values in typed.lists():
        put(answers, name, [str(value) for value in values])
    answers, open_ = settle(answers, build(answers), seen, None)
    forms = build(answers)
    for form in forms:
        versions.show_only(form)
    return forms, {name: seen.of(name) for name in open_}
