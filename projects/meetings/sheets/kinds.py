"""The sheets one can print: what each is for, and at which meeting it is used (docs/method.md, På papir)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.models import MeetingKind


@dataclass(frozen=True, slots=True)
class SheetKind:
    """`slug` is the address and the template's name, `used` the meeting, `own` what a filled one has on it."""

    slug: str
    title: Promise
    lead: Promise
    used: Promise | str
    own: Promise
    lies: bool = False

    @property
    def template(self) -> str:
        return f"sheets/{self.slug}.html"


TASKS: Final = SheetKind(
    "opgaver",
    _("Opgaveliste"),
    _("Skriv én opgave på hver linje. Begynd med et udsagnsord. Skriv roller, ikke navne."),
    MeetingKind.WHY_WHAT.label,
    _("Med jeres opgaver"),
    lies=True,
)
ACTORS: Final = SheetKind(
    "aktoerkort",
    _("Aktørkort"),
    _("Et kort til hver aktør. Udfyld det to og to. Skriv en gruppe eller et sted, aldrig en person."),
    MeetingKind.ACTORS.label,
    _("Med jeres aktører, et kort til hver"),
)
MATRIX: Final = SheetKind(
    "matrix",
    _("Hvem kan løfte hvad?"),
    _("Sæt ring om bogstaverne i felterne. Flere må være mulige ansvarlige. Kun én kan blive aftalt."),
    MeetingKind.ACTORS.label,
    _("Med jeres opgaver og aktører"),
    lies=True,
)
INTERVIEW: Final = SheetKind(
    "samtale",
    _("Aktørsamtale"),
    _("Tag arket med til samtalen. Skriv det, aktøren siger, med dens egne ord."),
    _("Mellem workshop 2 og 3"),
    _("Et ark til hver aktør"),
)
ANALYSIS: Final = SheetKind(
    "analyse",
    _("Analyseark"),
    _("Svar først hver for sig. Tal så om det. ”Ved ikke” er et fint svar."),
    MeetingKind.ANALYSIS.label,
    _("Et ark til hver aktør og rolle"),
)
PLAN: Final = SheetKind(
    "plan",
    _("Tiltag og ansvar"),
    _("Hvert tiltag har én ansvarlig og en frist, der ligger før projektet slutter."),
    MeetingKind.ANALYSIS.label,
    _("Med jeres tiltag og opgaver"),
    lies=True,
)

KINDS: Final[Sequence[SheetKind]] = (TASKS, ACTORS, MATRIX, INTERVIEW, ANALYSIS, PLAN)
ALL: Final = "alle"


def kinds_of(slug: str) -> list[SheetKind]:
    """The sheets of one file: one of them, or all; none when nobody offered it."""
    return [kind for kind in KINDS if slug in (kind.slug, ALL)]
