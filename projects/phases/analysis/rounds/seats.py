"""Where one person sits while they answer: a member and a guest see the same pages under addresses of their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from actors.concepts import Concept, words
from projects.models import AssessmentRound, Participant, RoundSubject
from projects.phases.analysis.assessments import Held
from projects.phases.analysis.rounds.answers import Said, answers_by
from projects.phases.analysis.rounds.company import Company, company_of
from projects.phases.analysis.rounds.earlier import Before, held_before_for
from projects.phases.analysis.rounds.state import Ended, is_announced, is_too_late, last_day, shown_in, why_ended


@dataclass(frozen=True)
class Line:
    """One concept of a subject as the person answered it, and what the group held before: told after the answer."""

    concept: Concept
    said: Said | None
    before: Held | None

    @property
    def words(self) -> str:
        return words(self.said.answer) if self.said else ""

    @property
    def before_words(self) -> str:
        return words(self.before.assessment.answer) if self.before else ""


@dataclass(frozen=True)
class Place:
    """A subject as the person sees it: how far they are with it, and whether it still takes answers."""

    subject: RoundSubject
    number: int
    url: str
    lines: list[Line]
    ended: Ended | None
    shown_url: str = ""
    is_soon_shown: bool = False

    @property
    def is_shown(self) -> bool:
        return self.ended is Ended.REVEALED

    @property
    def is_answered(self) -> bool:
        return all(line.said for line in self.lines)

    @property
    def is_begun(self) -> bool:
        return any(line.said for line in self.lines)


@dataclass(frozen=True)
class Seat:
    """One participant in one round. `home` is the address of their list, `url_of` that of a subject's questions.

    `frame` is the template that their pages stand in. Whoever answers through an actor's own link is asked about that
    actor alone (`own_actor_only`). `shown_url_of` is where the answers about a subject are shown, if the person may go
    there.
    """

    participant: Participant
    round: AssessmentRound
    home: str
    url_of: Callable[[int], str]
    frame: str
    own_actor_only: bool = False
    shown_url_of: Callable[[int], str] | None = None
    crumbs: Sequence[tuple[str, str]] = ()

    @cached_property
    def now(self) -> datetime:
        return timezone.now()

    @cached_property
    def company(self) -> Company:
        """Who is in, which everybody may see before they answer and afterwards."""
        return company_of(self.round)

    @property
    def is_taken(self) -> bool:
        """Whether the person is part of the round; a member who only looks is not."""
        return self.participant.pk is not None

    @cached_property
    def concepts(self) -> list[Concept]:
        return [Concept(code) for code in self.round.concepts]

    @property
    def _asked_about(self) -> QuerySet[RoundSubject]:
        own = {"candidacy__project_actor": self.participant.represents_id} if self.own_actor_only else {}
        return self.round.subjects.filter(**own)

    @cached_property
    def subjects(self) -> list[RoundSubject]:
        """What the person is asked about, in order."""
        return named_subjects(self.round, self._asked_about)

    def subject(self, pk: int) -> RoundSubject | None:
        """One of the subjects, without what its name is made of. One query."""
        return self._asked_about.select_related("candidacy").filter(pk=pk).first()

    @cached_property
    def places(self) -> list[Place]:
        """Every subject with the person's own answers.

        What was held before is told to a member where they have answered (rounds/earlier.py).
        """
        said = answers_by(self.participant)
        answered = [each for each in self.subjects if each.pk in said]
        before = held_before_for(self.participant, self.round, answered)
        return [
            self._place(number, subject, said.get(subject.pk, {}), before)
            for number, subject in enumerate(self.subjects, start=1)
        ]

    def _place(self, number: int, subject: RoundSubject, said: Mapping[Concept, Said], before: Before) -> Place:
        lines = [
            Line(concept, said.get(concept), before.get((subject.candidacy_id, concept)) if concept in said else None)
            for concept in self.concepts
        ]
        ended = why_ended(subject, self.now)
        shown_url = self.shown_url_of(subject.pk) if self.shown_url_of and ended is Ended.REVEALED else ""
        is_soon = is_announced(subject, self.now)
        return Place(subject, number, self.url_of(subject.pk), lines, ended, shown_url, is_soon)

    def place_of(self, pk: int) -> Place | None:
        return next((place for place in self.places if place.subject.pk == pk), None)

    @property
    def mark(self) -> str:
        """Another one whenever the round stands differently for the person (forankring/ui/live.py). Two queries."""
        shown = shown_in(self.round, self.now)
        told = (self.round.deadline, self.is_too_late, self.round.is_running, shown, self.company)
        return salted_hmac("forankring.round.seat", repr(told)).hexdigest()[:16]

    @property
    def context(self) -> dict[str, Any]:
        """What every page of the seat shows."""
        return {"seat": self, "round": self.round, "project": self.round.project, "crumbs": self.crumbs}

    @property
    def open_places(self) -> list[Place]:
        """Those that still want an answer."""
        return [place for place in self.places if not place.ended and not place.is_answered]

    @property
    def takes_answers(self) -> bool:
        return any(not place.ended for place in self.places)

    @property
    def answered(self) -> int:
        return sum(place.is_answered for place in self.places)

    @property
    def is_begun(self) -> bool:
        return any(place.is_begun for place in self.places)

    @property
    def is_too_late(self) -> bool:
        return is_too_late(self.round, self.now)

    @property
    def last_day(self) -> date | None:
        return last_day(self.round.deadline)

    def after(self, number: int) -> str:
        """Where to go when the subject with that number is answered: the next that wants an answer, or the list."""
        waiting = self.open_places
        later = [place for place in waiting if place.number > number]
        following = (later or [place for place in waiting if place.number != number])[:1]
        return following[0].url if following else self.home


def named_subjects(round_: AssessmentRound, some: QuerySet[RoundSubject] | None = None) -> list[RoundSubject]:
    """What the round asks about, or some of it, in order, with what a name is made of and the tasks. Two queries."""
    actor = "candidacy__project_actor__actor"
    rows = (round_.subjects.all() if some is None else some).select_related(
        f"{actor}__housing_organisation", f"{actor}__housing_department__organisation", f"{actor}__municipality"
    )
    subjects = list(rows.prefetch_related("candidacy__tasks").order_by("position"))
    for subject in subjects:
        subject.round = round_
    return subjects


def seat_of_member(participant: Participant, round_: AssessmentRound) -> Seat:
    """The seat of a member, whose pages lie below the project."""
    slug = round_.project.slug
    return Seat(
        participant=participant,
        round=round_,
        home=reverse("runde", args=[slug, round_.pk]),
        url_of=lambda subject: reverse("runde-svar", args=[slug, round_.pk, subject]),
        frame="rounds/member_frame.html",
        shown_url_of=lambda subject: reverse("runde-aktoer", args=[slug, round_.pk, subject]),
        crumbs=[
            (round_.project.name, reverse("project", args=[slug])),
            (_("Vurderingsrunder"), reverse("runder", args=[slug])),
        ],
    )
