"""A distribution in words and as a picture: how many answered, how far apart they are, what the actor itself says."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from actors.concepts import SCALE, UNKNOWN
from actors.spread import steps_apart
from forankring.rendering.strips import Strip, draw_strip
from forankring.ui.numbers import write_number
from projects.models import Evidence
from projects.phases.analysis.assessments import Assessment
from projects.phases.analysis.rounds.distribution import Distribution, Line
from projects.phases.analysis.rounds.enough import RULE

_HALVES: Final = {
    Decimal("0.5"): lazy("et halvt trin"),
    Decimal(1): lazy("ét trin"),
    Decimal("1.5"): lazy("halvandet trin"),
    Decimal(2): lazy("to trin"),
    Decimal(3): lazy("tre trin"),
    Decimal(4): lazy("fire trin"),
}


@dataclass(frozen=True, slots=True)
class PointWords:
    """What stands beside the picture of one concept. `shared` is what the group agreed on, if it has.

    `shows_names`: the round did, so that few answers hid behind nobody.
    """

    distribution: Distribution
    shared: Assessment | None = None
    shows_names: bool = False

    @property
    def answered(self) -> str:
        """ "5 vurderede, 1 ved ikke"."""
        spread = self.distribution.spread
        if not spread.answered:
            return _("Ingen svarede")
        if not spread.is_split:
            return ngettext("%d svarede", "%d svarede", spread.answered) % spread.answered
        parts = [ngettext("%d vurderede", "%d vurderede", spread.numeric) % spread.numeric]
        if spread.unknown:
            parts.append(ngettext("%d ved ikke", "%d ved ikke", spread.unknown) % spread.unknown)
        return ", ".join(parts)

    @property
    def came_from(self) -> str:
        """How many of those who answered were signed in; "" where it was not kept, or nobody answered."""
        members, guests = self.distribution.members, self.distribution.guests
        if members is None or guests is None or not members + guests:
            return ""
        said = {
            "members": ngettext("%d medlem", "%d medlemmer", members) % members,
            "guests": ngettext("%d gæst", "%d gæster", guests) % guests,
        }
        return _("Svarene kommer fra %(members)s og %(guests)s.") % said

    @property
    def median(self) -> str:
        median = self.distribution.spread.median
        return "" if median is None else write_number(median)

    @property
    def hidden(self) -> str:
        """Why there is no distribution; empty when there is one."""
        spread = self.distribution.spread
        if spread.is_shown or not spread.answered:
            return ""
        if spread.is_split and not spread.numeric:
            return _("Ingen valgte et trin. Find ud af, hvem I kan spørge.")
        if self.shows_names:  # while it ran it showed the first answer: closing keeps numbers alone
            return _("Runden viste navne. Har under tre valgt et trin, gemmer vi kun, hvor mange der svarede.")
        why = _(
            "Derfor viser vi hverken fordeling, median eller spredning: Ellers kunne nogen se, hvem der svarede hvad."
        )
        return _("For få har valgt et trin. %(rule)s %(why)s") % {"rule": RULE, "why": why}

    @property
    def apart(self) -> str:
        """How far the answers are from each other; empty when they are not shown."""
        spread = self.distribution.spread
        if not spread.is_shown:
            return ""
        if not spread.spread:
            return _("Alle valgte det samme trin.")
        lowest, highest = self._ends
        return _("I svarede fra %(lowest)d til %(highest)d.") % {"lowest": lowest, "highest": highest}

    @property
    def rows(self) -> list[tuple[str, str, int]]:
        """The table: each step, its words and how many chose it."""
        return [
            (str(step), str(label), count)
            for (step, label), count in zip(SCALE.items(), self.distribution.spread.counts, strict=False)
        ]

    @property
    def builds_on(self) -> list[tuple[str, int]]:
        """What the scores build on, each kind with how many; last those who did not say."""
        labels = [*(str(kind.label) for kind in Evidence), _("Ikke sagt")]
        pairs = zip(labels, self.distribution.evidence, strict=False)
        return [(label, count) for label, count in pairs if count]

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.distribution.lines

    @property
    def voice(self) -> list[tuple[str, str, str]]:
        """What each who speaks for the actor answered, how it differs from the group's, and the reason given."""
        return [(line.words, self._difference(line), line.reason) for line in self.distribution.voice]

    @property
    def picture(self) -> Strip | None:
        """None where the answers are not shown."""
        spread = self.distribution.spread
        if spread.median is None:
            return None
        counts = ", ".join(
            _("%(count)d på trin %(step)s") % {"count": count, "step": step}
            for step, _label, count in self.rows
            if count
        )
        title = _("%(concept)s: %(counts)s. Median %(median)s, spredning %(spread)d.") % {
            "concept": self.distribution.concept.label,
            "counts": counts,
            "median": self.median,
            "spread": spread.spread,
        }
        own = sorted({line.answer for line in self.distribution.voice if isinstance(line.answer, int)})
        if own:
            title += " " + _("Aktøren selv: %s.") % ", ".join(map(str, own))
        middle = (spread.median, _("median %s") % self.median)
        return draw_strip(title, spread.counts, middle, [(step, _("aktøren selv")) for step in own])

    @property
    def _ends(self) -> tuple[int, int]:
        chosen = [step for step, count in zip(SCALE, self.distribution.spread.counts, strict=True) if count]
        return chosen[0], chosen[-1]

    def _difference(self, line: Line) -> str:
        """The actor against what the group agreed on, or against its median until it has."""
        own = line.answer
        if own is UNKNOWN:
            return _("Aktøren ved det ikke selv. Tal med aktøren om det.")
        shared = self.shared.answer if self.shared else None
        group = shared if isinstance(shared, int) else self.distribution.spread.median
        if group is None or not isinstance(own, int):
            return ""
        measure = _("jeres fælles vurdering") if group is shared else _("gruppens median")
        apart = steps_apart(own, group)
        if not apart:
            return _("Det er det samme som %s.") % measure
        said = {"apart": _HALVES.get(abs(apart), write_number(abs(apart))), "measure": measure}
        if apart > 0:
            return _("Det er %(apart)s højere end %(measure)s. Hvad ved aktøren, som I ikke ved?") % said
        return _("Det er %(apart)s lavere end %(measure)s. Hvad ser aktøren, som I ikke ser?") % said
