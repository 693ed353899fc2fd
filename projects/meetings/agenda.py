"""The four meetings step by step: how long each step takes, and which page it opens (docs/method.md, Møder)."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext_lazy as _

from projects.models import Meeting, MeetingKind

OUTCOMES: Final = "moede-udbytte"  # the meeting's own page: decisions and next steps
PACK: Final = "moede-oplaeg"
# Of the round that is going on: the code that people join by, and the answers once they are shown.
ROUND_OPEN: Final = "runde-deltag"
ROUND_SHOWN: Final = "runde-afsloering"
SHORTEST, LONGEST = 1, 240  # minutes of a step


class Place(NamedTuple):
    """A page by the name of its address, and what a link to it says."""

    page: str
    text: Any


class AgendaStep(NamedTuple):
    """`page` is shown on the big screen; `more` are others that the step may need."""

    title: Any
    minutes: int
    does: Any
    page: str
    more: tuple[Place, ...] = ()


class Agenda(NamedTuple):
    """What a kind of meeting is for, and its steps. `before` is what the group does until it meets."""

    purpose: Any
    before: Any
    steps: tuple[AgendaStep, ...]


class TimedStep(NamedTuple):
    """A step of one meeting: its number, its minutes there, and how many minutes into the meeting it begins."""

    number: int
    step: AgendaStep
    minutes: int
    begins: int

    @property
    def ends(self) -> int:
        return self.begins + self.minutes


AGENDAS: Final[dict[MeetingKind, Agenda]] = {
    MeetingKind.WHY_WHAT: Agenda(
        _("I bliver enige om, hvorfor projektet findes, hvad der skal leve videre, og hvilke opgaver det giver."),
        _("Bed hver deltager tænke over, hvad der ville mangle, hvis projektet stoppede i morgen."),
        (
            AgendaStep(
                _("Vis jeres egen case"),
                15,
                _("Fortæl om projektet, som det er i dag. Ret svarene, mens alle ser på."),
                "hvorfor",
                (Place("maal", _("Målet for forankringen")),),
            ),
            AgendaStep(
                _("Find kerneelementerne"),
                25,
                _("Hvad skal være der, for at det stadig er det samme projekt? Hvad må ændre sig?"),
                "hvad",
            ),
            AgendaStep(
                _("Skriv opgaverne op"),
                35,
                _("Tag en almindelig uge fra ende til anden. Skriv hver opgave, nogen gør, også de små."),
                "opgaver",
            ),
            AgendaStep(
                _("Beslut, og aftal næste skridt"),
                15,
                _("Hvad er I blevet enige om? Hvem gør hvad inden næste møde?"),
                OUTCOMES,
                (Place("beslutning", _("Beslutningen om projektet")),),
            ),
        ),
    ),
    MeetingKind.ACTORS: Agenda(
        _("I finder dem, der kan tage opgaverne, og ser, hvilke opgaver ingen står ved."),
        _("Læs opgaverne igennem, og tag navnene på de steder med, I selv samarbejder med."),
        (
            AgendaStep(
                _("Gå sektorerne igennem"),
                10,
                _("Kommune, beboere og foreninger, marked, stat eller region: Hvem har en grund til at være med?"),
                "aktoerer",
                (Place("aktoerkort", _("Kort over aktørerne")),),
            ),
            AgendaStep(
                _("Lav aktørkort to og to"),
                30,
                _("Hvert par tager nogle aktører: rolle i dag, hvad de kan give, og hvad der binder dem."),
                "aktoerer",
                (Place("ark", _("Aktørkort på papir")),),
            ),
            AgendaStep(
                _("Find mulige aktører til opgaverne i skemaet"),
                35,
                _("Tag én opgave ad gangen: Hvem kunne have ansvaret, hvem udfører, hvem er reserve?"),
                "daekning",
                (Place("hvad-falder-vaek", _("Hvad falder væk?")),),
            ),
            AgendaStep(
                _("Aftal, hvem der taler med hvem"),
                15,
                _("Hver aktør får én, der ringer, og en dato. Samtalerne tager 20-30 minutter hver."),
                OUTCOMES,
                (Place("aktoersamtaler", _("Aktørsamtalerne")),),
            ),
        ),
    ),
    MeetingKind.ANALYSIS: Agenda(
        _("I vurderer aktørerne, taler om det, I ser forskelligt på, vælger, og aftaler, hvad der skal til."),
        _("Aktørsamtalerne er holdt, og noterne er skrevet. Alle har en telefon med."),
        (
            AgendaStep(
                _("Vurdér hver for sig"),
                20,
                _("Alle svarer på egen telefon, ikke på storskærmen, og uden at se de andres svar."),
                ROUND_OPEN,
                (Place("runder", _("Vurderingsrunder")),),
            ),
            AgendaStep(
                _("Tal om det, I ser forskelligt på"),
                50,
                _("Begynd der, hvor svarene ligger længst fra hinanden. Spørg, hvad hver bygger sit svar på."),
                ROUND_SHOWN,
                (
                    Place("vurdering-formodninger", _("Det, vi kun formoder")),
                    Place("vurdering-sammenligning", _("Sammenlign aktørerne")),
                ),
            ),
            AgendaStep(
                _("Vælg aktører"),
                20,
                _("Sig højt, hvem I regner med, hvem der er reserve, og hvorfor."),
                "valg",
            ),
            AgendaStep(
                _("Aftal tiltag med ansvarlig og frist"),
                50,
                _("Gå de svage begreber igennem. Hvert tiltag får én ansvarlig rolle og en dato."),
                "tiltag",
                (Place("ansvar", _("Hvem overtager hvad")),),
            ),
            AgendaStep(
                _("Saml op"),
                10,
                _("Læs beslutningerne højt. Hvem gør hvad, og hvornår ses I igen?"),
                OUTCOMES,
            ),
        ),
    ),
    MeetingKind.BOARD: Agenda(
        _("De, der bestemmer, ser, hvor projektet står, og tager stilling til det, kun de kan afgøre."),
        _("Send mødepakken ud en uge før."),
        (
            AgendaStep(
                _("Se, hvor I står"),
                7,
                _("Læs det korte overblik i planen: hvad er klar, og hvad mangler?"),
                "plan",
            ),
            AgendaStep(
                _("Træf de vigtigste beslutninger"),
                10,
                _("Højst tre. Spørg ved hver: Er I enige, og hvem følger op?"),
                PACK,
                (Place(OUTCOMES, _("Skriv en beslutning")),),
            ),
            AgendaStep(
                _("Skriv det ned"),
                3,
                _("Læs beslutningerne højt, så alle er enige om ordene."),
                OUTCOMES,
            ),
        ),
    ),
}


def agenda_of(kind: str) -> Agenda:
    return AGENDAS[MeetingKind(kind)]


def timed_steps(kind: str, minutes: Sequence[int] = ()) -> list[TimedStep]:
    """The steps with their times, one after the other. Minutes that do not fit the steps are passed over."""
    steps = agenda_of(kind).steps
    lengths = list(minutes) if len(minutes) == len(steps) else [step.minutes for step in steps]
    found, begins = [], 0
    for number, (step, length) in enumerate(zip(steps, lengths, strict=True), start=1):
        found.append(TimedStep(number, step, length, begins))
        begins += length
    return found


def steps_of(meeting: Meeting) -> list[TimedStep]:
    return timed_steps(meeting.kind, meeting.minutes)


def length(steps: Sequence[TimedStep]) -> int:
    """How many minutes they take together."""
    return steps[-1].ends
