"""The meeting pack: what the group should have read before it meets, as one value for page and PDF.

Agenda, what is new since the last meeting, what must be decided, holes, and where the group sees it differently.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final, NamedTuple

from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.concepts import Concept
from actors.spread import TALK_AT
from forankring.ui.dates import write_date
from projects.documents.build import build_plan
from projects.documents.lookup import Lookup
from projects.documents.records import PlanFinding
from projects.documents.summary import decisions_needed, open_findings, summarise
from projects.meetings.agenda import TimedStep, steps_of
from projects.models import AssessmentRound, Decision, Event, Meeting, MeetingKind, NextStep, Project, RoundResult
from projects.models.event import is_sentence

MOST_NEWS: Final = 12
MOST_HOLES: Final = 3  # what a board can talk about; the health check has the rest
MOST_PROMISED: Final = 15
# A board of twenty minutes takes three decisions; a workshop may take what it can.
MOST_DECISIONS: Final = {MeetingKind.BOARD: 3}


class News(NamedTuple):
    """Something that was done, how often, and last on which day."""

    text: str
    times: int
    on: date

    @property
    def words(self) -> str:
        return self.text.rstrip(".") if is_sentence(self.text) else _("Nogen %s") % self.text


class Disagreement(NamedTuple):
    """A concept of a candidacy where the scores lay far apart."""

    about: str
    concept: str
    words: str


@dataclass(frozen=True)
class Pack:
    meeting: Meeting
    today: date
    steps: list[TimedStep]
    last: Meeting | None
    news: list[News]
    more_news: int
    last_decisions: list[Decision]
    promised: list[NextStep]
    more_promised: int
    decide: list[str]
    can_wait: list[str]
    is_closed: bool  # nothing of any kind is open in the plan
    holes: list[PlanFinding]
    more_holes: int
    has_accepted: bool
    round: AssessmentRound | None
    disagreements: list[Disagreement]
    agreed_on: int  # concepts where enough answered to tell that they lay close

    @property
    def project(self) -> Project:
        return self.meeting.project

    @property
    def file_name(self) -> str:
        """Without ending."""
        return f"moedepakke-{self.project.slug}-{self.meeting.held_on.isoformat()}"


def build_pack(meeting: Meeting, today: date) -> Pack:
    """The pack of a meeting whose project comes from `get_project`. The same few queries for any number of rows."""
    project = meeting.project
    last = Meeting.objects.before(meeting).held(today).newest_first().first()
    plan = build_plan(project, today)
    decisions = list(decisions_needed(plan, Lookup(plan)))
    most = MOST_DECISIONS.get(MeetingKind(meeting.kind), len(decisions))
    found = open_findings(plan)
    promised = _promised(meeting, last)
    news = news_since(project, _end_of(last) if last else None)
    round_ = project.assessment_rounds.opened().filter(closed_at__isnull=False).order_by("closed_at").last()
    return Pack(
        meeting=meeting,
        today=today,
        steps=steps_of(meeting),
        last=last,
        news=news[:MOST_NEWS],
        more_news=len(news[MOST_NEWS:]),
        last_decisions=list(last.decisions.order_by("pk")) if last else [],
        promised=promised[:MOST_PROMISED],
        more_promised=len(promised[MOST_PROMISED:]),
        decide=decisions[:most],
        can_wait=decisions[most:],
        is_closed=summarise(plan).is_closed,
        has_accepted=any(each.accepted_on for each in (*plan.findings, *plan.internal_findings)),
        holes=found[:MOST_HOLES],
        more_holes=len(found[MOST_HOLES:]),
        round=round_,
        disagreements=disagreements_of(round_) if round_ else [],
        agreed_on=RoundResult.objects.filter(subject__round=round_, spread__lt=TALK_AT).count() if round_ else 0,
    )


def news_since(project: Project, moment: datetime | None) -> list[News]:
    """What was done after the moment, the latest first, each kind of deed once. Nobody is named."""
    events = Event.objects.filter(project=project)
    if moment:
        events = events.filter(at__gt=moment)
    rows = events.values("text").annotate(times=Count("pk"), last=Max("at")).order_by("-last")
    return [News(row["text"], row["times"], timezone.localdate(row["last"])) for row in rows]


def disagreements_of(round_: AssessmentRound) -> list[Disagreement]:
    """Where the kept scores of a closed round lay far apart, the farthest first."""
    rows = RoundResult.objects.filter(subject__round=round_, spread__gte=TALK_AT).order_by(
        "-spread", "subject__position"
    )
    actor = "subject__candidacy__project_actor__actor"
    named = rows.select_related(
        f"{actor}__housing_organisation", f"{actor}__housing_department__organisation", f"{actor}__municipality"
    )
    order = list(Concept)
    found = sorted(named, key=lambda row: (-(row.spread or 0), row.subject.position, order.index(Concept(row.concept))))
    return [Disagreement(str(row.subject.candidacy), str(row.get_concept_display()), _apart(row)) for row in found]


def _apart(result: RoundResult) -> str:
    """ "fra 2 til 4 (5 vurderinger)"."""
    given = [step for step, count in enumerate(result.counts, start=1) if count]
    words = ngettext(
        "fra %(low)d til %(high)d (%(count)d vurdering)",
        "fra %(low)d til %(high)d (%(count)d vurderinger)",
        result.numeric,
    )
    return words % {"low": min(given), "high": max(given), "count": result.numeric}


def _promised(meeting: Meeting, last: Meeting | None) -> list[NextStep]:
    """What earlier meetings agreed on: all that is still open, and what was done since the last meeting."""
    if last is None:
        return []
    steps = NextStep.objects.filter(meeting__in=Meeting.objects.before(meeting))
    still_of_interest = Q(done_on__isnull=True) | Q(done_on__gte=last.held_on)
    return list(steps.filter(still_of_interest).in_order())


def _end_of(meeting: Meeting) -> datetime:
    """When it was closed on its day; else, also when somebody closed it later, the end of its day."""
    closed = meeting.closed_at
    if closed and timezone.localdate(closed) == meeting.held_on:
        return closed
    return timezone.make_aware(datetime.combine(meeting.held_on, time.max))


def since_words(pack: Pack) -> str:
    """What "since last time" means here."""
    if pack.last is None:
        return _("Det er jeres første møde. Her er det, der er sket indtil nu.")
    return _("Siden mødet %(day)s.") % {"day": write_date(pack.last.held_on)}
