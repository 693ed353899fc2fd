"""Phase 1's questions as the plan shows them. Neighbours without an answer are told in one line."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forankring.ui.dates import write_date
from projects.documents.records import Why


class Question(NamedTuple):
    """`text` or `items` is the answer; `detail` is what stands under it, and may stand alone."""

    label: str
    text: str = ""
    items: tuple[str, ...] = ()
    detail: str = ""

    @property
    def is_answered(self) -> bool:
        return bool(self.text or self.items or self.detail)


class Block(NamedTuple):
    """Either one question with its answer or the names of those that lack one."""

    question: Question | None
    missing: str = ""


def value_blocks(why: Why) -> list[Block]:
    """Nytteværdi og betydning."""
    evidence = _("Kilde: %(evidence)s.") % {"evidence": why.effect_evidence.label} if why.effect_evidence else ""
    reached = _("Målet skal være nået %(date)s.") % {"date": write_date(why.goal_date)} if why.goal_date else ""
    asked = why.heading
    useful = _("Hvem har haft nytte af den") if why.ends else _("Hvem har nytte af, at den fortsætter")
    questions = (
        Question(asked("hvorfor.problem", _("Problem")), why.problem),
        Question(asked("hvorfor.target_group", _("Målgruppe")), why.target_group, detail=_target(why)),
        Question(asked("hvorfor.effect", _("Virkning")), why.effect, detail=evidence),
        Question(asked("hvorfor.consequence", _("Hvis projektet stopper")), why.consequence),
        Question(asked("hvorfor.spread", _("Udbredelse")), why.spread),
        Question(asked("hvorfor.beneficiaries", useful), items=why.beneficiaries),
        Question(asked("maal.goal", _("Forankringsmål")), why.goal, detail=reached),
    )
    return list(_blocks(questions))


def content_blocks(why: Why) -> list[Block]:
    """Hvad der skal leve videre."""
    asked = why.heading
    questions = (
        Question(asked("hvad.core_elements", _("Kerneelementer, der ikke må forsvinde")), items=why.core_elements),
        Question(asked("hvad.adaptable", _("Kan tilpasses")), items=why.adaptable),
        Question(asked("hvad.stopping", _("Stopper")), items=why.stopping),
    )
    return list(_blocks(questions))


def _target(why: Why) -> str:
    """ "60 personer (9–16 år)"."""
    count, first, last = why.target_count, why.target_age_from, why.target_age_to
    people = ngettext("%(count)s person", "%(count)s personer", count) % {"count": count} if count else ""
    unknown = "?"
    ages = _("(%(first)s–%(last)s år)") % {
        "first": unknown if first is None else first,
        "last": unknown if last is None else last,
    }
    return " ".join(part for part in (people, ages if first or last else "") if part)


def _blocks(questions: Iterable[Question]) -> Iterator[Block]:
    for is_answered, group in groupby(questions, key=lambda one: one.is_answered):
        if is_answered:
            yield from (Block(question) for question in group)
        else:
            yield Block(None, " · ".join(question.label for question in group))


def blocks_of(*questions: Question) -> list[Block]:
    """The questions in their order; neighbours without an answer are told together."""
    return list(_blocks(questions))


def unanswered_names(questions: Iterable[Question]) -> str:
    """The names of those that lack an answer, for one line; "" when all have one."""
    return " · ".join(question.label for question in questions if not question.is_answered)
