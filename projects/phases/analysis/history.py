"""What the group has held about one candidacy over time: its rounds, and a line for each concept. Two queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from actors.concepts import Answer, Concept, Label, is_assessed, label_for, words
from forankring.rendering.lines import Lines, Series, draw_lines
from forankring.ui.dates import write_date
from projects.models import Candidacy, Evidence
from projects.phases.analysis.assessments import Assessment, scores_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept in one round: what was held on that day, and whether it was assessed that very day."""

    concept: Concept
    assessment: Assessment
    is_new: bool

    @property
    def words(self) -> str:
        return words(self.assessment.answer)

    @property
    def evidence(self) -> str:
        code = self.assessment.evidence
        return str(Evidence(code).label) if code else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a candidacy stood on the day of a round: what was said that day on top of what was said before."""

    held_on: date
    entries: Sequence[Entry]

    @property
    def answers(self) -> dict[Concept, Answer]:
        return {entry.concept: entry.assessment.answer for entry in self.entries}

    @property
    def label(self) -> Label:
        return label_for(self.answers)

    @property
    def is_assessed(self) -> bool:
        return is_assessed(self.answers)


def standings_of(candidacy: Candidacy) -> list[Standing]:
    """Every round in which the candidacy was assessed, the oldest first. The day's last word counts."""
    days: dict[date, dict[Concept, Assessment]] = {}
    for concept, held in scores_of([candidacy])[candidacy.pk]:
        days.setdefault(held.held_on, {})[concept] = held.assessment
    return standings(days)


def standings(days: Mapping[date, Mapping[Concept, Assessment]]) -> list[Standing]:
    """From what was said on each day to how it all stood then. Pure."""
    known: dict[Concept, Assessment] = {}
    found = []
    for day in sorted(days):
        known = {**known, **days[day]}
        entries = [Entry(concept, known.get(concept, Assessment()), concept in days[day]) for concept in Concept]
        found.append(Standing(day, entries))
    return found


def lines_of(candidacy: Candidacy, rounds: Sequence[Standing]) -> Lines:
    """A line for each concept, through the days on which it was assessed."""
    series = [
        Series(
            str(concept.label),
            [
                (standing.held_on, entry.assessment.answer if isinstance(entry.assessment.answer, int) else None)
                for standing in rounds
                for entry in standing.entries
                if entry.concept is concept and entry.is_new and entry.assessment.answer is not None
            ],
        )
        for concept in Concept
    ]
    spoken = "; ".join(
        f"{write_date(standing.held_on)}: "
        + ", ".join(f"{one.concept.label.lower()} {one.words}" for one in standing.entries)
        for standing in rounds
    )
    ends = (write_date(rounds[0].held_on), write_date(rounds[-1].held_on)) if rounds else ("", "")
    return draw_lines(_("Udviklingen for %(who)s. %(spoken)s.") % {"who": candidacy, "spoken": spoken}, series, ends)
