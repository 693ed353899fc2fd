"""Writing drafts: what a person has typed and not saved. Nothing here touches a row that others can see."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import BaseForm
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from forankring.ui.dates import write_moment
from forankring.ui.errors import show_control_characters
from forankring.ui.personal import refuse_personal_numbers
from projects.models import Draft, Project
from projects.phases.keeping.naming import TAB

MOST_TEXT: Final = 300_000  # characters in one draft; the longest form asks for a tenth of that
MOST_TABS: Final = 20  # drafts of one form that a person can have at once
KEPT_FOR: Final = timedelta(days=30)
_TAB = re.compile(TAB)


class CannotKeepError(Exception):
    """The draft cannot be stored. The message says why, and what to do."""


@dataclass(frozen=True)
class Kept:
    """What happened: when it was stored, and the questions that were left out, each with the reason."""

    at: datetime
    left_out: Mapping[str, str]

    @property
    def words(self) -> str:
        """ "Kladde – ikke gemt for de andre endnu (kl. 14.32)." and what is not in it."""
        words = [_("Kladde – ikke gemt for de andre endnu (%(when)s).") % {"when": write_moment(self.at)}]
        for question, reason in self.left_out.items():
            words.append(_("Ikke med: ”%(question)s”. %(reason)s") % {"question": question, "reason": reason})
        return " ".join(words)


def keep_draft(
    *, by: Any, project: Project, about: str, tab: str, address: str, version: str, data: QueryDict,
    forms: Iterable[BaseForm], instead_of: tuple[str, str] = ("", ""),
) -> Kept:  # fmt: skip
    """Store what was sent for these forms, in place of the tab's earlier draft. Sending it twice changes nothing.

    A field with a CPR-like number is left out, and so is what the draft held of it. `instead_of` is the tab and
    moment of the draft the page was filled from: it goes when nobody has written in it since. `address` is the page
    where the draft waits, "" when it says nothing new.

    Raises:
        CannotKeepError: it is too long, there are too many, or the page did not say which tab it is.
    """
    if not _TAB.fullmatch(tab):
        raise CannotKeepError(_("Siden er for gammel. Hent den igen, før du skriver videre."))
    fields, left_out = _worth_keeping(data, forms)
    if len(json.dumps(fields)) > MOST_TEXT:
        raise CannotKeepError(_("Ikke gemt: Teksten er for lang til en kladde. Gør den kortere."))
    mine = Draft.objects.filter(person=by, project=project, about=about)
    if mine.exclude(tab=tab).count() >= MOST_TABS:
        raise CannotKeepError(_("Ikke gemt: Du har for mange kladder af den her side. Smid nogle af dem væk."))
    now = timezone.now()
    Draft.objects.update_or_create(
        person=by, project=project, about=about, tab=tab,
        defaults={"address": address, "version": version, "fields": fields, "kept_at": now},
    )  # fmt: skip
    if instead_of[0] != tab:
        Draft.objects.filter(_is(instead_of), person=by, project=project).delete()
    return Kept(now, left_out)


def forget_draft(
    *, by: Any, project: Project, about: str, tabs: Iterable[str], instead_of: tuple[str, str] = ("", "")
) -> None:
    """Throw away the tabs' drafts, and the one a page was filled from unless somebody has written in it since."""
    Draft.objects.filter(Q(tab__in=list(tabs), about=about) | _is(instead_of), person=by, project=project).delete()


def clean_up(now: datetime) -> int:
    """Remove drafts nobody has written in for `KEPT_FOR`. How many there were."""
    return Draft.objects.older_than(now - KEPT_FOR).delete()[0]


def _is(other: tuple[str, str]) -> Q:
    tab, written = other
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return Q(pk__in=())
    return Q(tab=tab, kept_at=moment) if _TAB.fullmatch(tab) and moment.tzinfo else Q(pk__in=())


def _worth_keeping(data: QueryDict, forms: Iterable[BaseForm]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """What was sent for the forms' own fields without characters no database takes; and what was left out, and why."""
    fields, left_out = {}, {}
    for form in forms:
        for name, field in form.fields.items():
            sent = data.getlist(form.add_prefix(name))
            if reason := _refusal(sent):
                left_out[str(field.label)] = reason
            else:
                fields[form.add_prefix(name)] = [show_control_characters(each) for each in sent]
    return fields, left_out


def _refusal(sent: list[str]) -> str:
    try:
        refuse_personal_numbers(sent)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
