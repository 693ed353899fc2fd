"""What the app itself can see of the ten points (docs/method.md, Overdragelse). Pure; it suggests, a person ticks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.calendar import add_months
from projects.models import Certainty, HandoverPoint


class MoneyLine(Protocol):
    @property
    def amount(self) -> int | None: ...
    @property
    def certainty(self) -> str | None: ...
    @property
    def expires_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a project that tells something about a point. Tasks and actions by their codes."""

    end: date | None = None
    tasks: Sequence[str] = ()
    unled: Sequence[str] = ()
    late: Sequence[str] = ()  # agreed, but taken over only after the project's end
    unbacked: Sequence[str] = ()
    lines: Sequence[MoneyLine] = ()
    trials: Sequence[str] = ()
    trials_held: Sequence[str] = ()
    follow_ups: Sequence[date] = ()


class Seen(NamedTuple):
    """Whether the point looks settled, and the sentence about why."""

    is_settled: bool
    text: str


def see(signs: Signs) -> Mapping[HandoverPoint, Seen]:
    """What can be seen of each point. The others can only be answered by people."""
    return {
        HandoverPoint.RESPONSIBILITY: _responsibility(signs),
        HandoverPoint.MONEY: _money(signs),
        HandoverPoint.TRIAL: _trial(signs),
        HandoverPoint.FOLLOW_UP: _follow_up(signs),
    }


def _responsibility(signs: Signs) -> Seen:
    if not signs.tasks:
        return Seen(False, _("Der er ingen opgaver i planen."))
    parts = []
    if signs.unled:
        parts.append(_("Ingen aftalt ansvarlig: %(tasks)s.") % {"tasks": ", ".join(signs.unled)})
    if signs.late:
        parts.append(_("Overtages først efter projektets slutning: %(tasks)s.") % {"tasks": ", ".join(signs.late)})
    if signs.unbacked:
        parts.append(_("Ingen reserve: %(tasks)s.") % {"tasks": ", ".join(signs.unbacked)})
    return Seen(not parts, " ".join(parts) or _("Alle opgaver har en ansvarlig, og de kritiske har en reserve."))


def _money(signs: Signs) -> Seen:
    if not signs.lines:
        return Seen(False, _("Der er intet driftsbudget."))
    unsure = [line for line in signs.lines if line.certainty != Certainty.GRANTED or line.amount is None]
    if unsure:
        words = ngettext(
            "%d linje i budgettet er ikke bevilget.", "%d linjer i budgettet er ikke bevilget.", len(unsure)
        )
        return Seen(False, words % len(unsure))
    year_after = add_months(signs.end, 12) if signs.end else None
    if year_after and any(line.expires_on and line.expires_on < year_after for line in signs.lines):
        return Seen(False, _("Noget af det bevilgede udløber inden 12 måneder efter projektet."))
    return Seen(True, _("Alle linjer i budgettet er bevilget."))


def _trial(signs: Signs) -> Seen:
    if signs.trials_held:
        return Seen(True, _("Prøvedriften er gennemført: %(codes)s.") % {"codes": ", ".join(signs.trials_held)})
    if signs.trials:
        return Seen(False, _("Prøvedriften er planlagt: %(codes)s.") % {"codes": ", ".join(signs.trials)})
    return Seen(False, _("Ingen af tiltagene er en prøvedrift."))


def _follow_up(signs: Signs) -> Seen:
    if not signs.follow_ups:
        return Seen(False, _("Der er ingen opfølgning endnu."))
    later = [day for day in signs.follow_ups if signs.end is None or day > signs.end]
    if not later:
        return Seen(False, _("Ingen opfølgning ligger efter projektets slutning."))
    if len(later) == 1:
        return Seen(False, _("Kun én opfølgning ligger efter projektets slutning."))
    return Seen(True, _("Der er %d opfølgninger efter projektets slutning.") % len(later))
