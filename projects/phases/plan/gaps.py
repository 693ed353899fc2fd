"""Every weak concept with what is planned about it and what could be (docs/method.md, Fra gab til tiltag)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from actors.concepts import Concept
from projects.models import ActionGap, ActionStatus, Choice, Project, Theme, WhyWhat
from projects.phases.analysis.assessments import Bar, Card, cards_of
from projects.phases.facts.candidacies import load_candidacies
from projects.phases.plan.proposals import Proposal, deadline_before_end, gap_proposals, suits

# Whom it matters most for comes first; an actor that is not decided on yet before a reserve.
ORDER: Final = {Choice.CHOSEN: 0, "": 1, Choice.RESERVE: 2, Choice.NOT_NOW: 3}


@dataclass(frozen=True, slots=True)
class Planned:
    """An action that is to close the gap, or was."""

    pk: int
    name: str
    status: str
    template_code: str

    @property
    def is_open(self) -> bool:
        return ActionStatus(self.status).is_open

    @property
    def words(self) -> str:
        return str(ActionStatus(self.status).label).lower()


class Offer(NamedTuple):
    """A proposal as this actor would get it."""

    code: str
    title: str
    theme: str
    deadline: date | None
    success_criterion: str
    is_planned: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A weak concept of one candidacy."""

    bar: Bar
    planned: Sequence[Planned]
    offers: Sequence[Offer]
    waits_for_assessment: bool

    @property
    def concept(self) -> Concept:
        return self.bar.concept

    @property
    def is_open(self) -> bool:
        """Nothing is planned that could close it, and nothing is done that nobody has looked at."""
        return not self.waits_for_assessment and not any(each.is_open for each in self.planned)


class Weak(NamedTuple):
    """A candidacy with its weak concepts."""

    card: Card
    gaps: Sequence[Gap]

    @property
    def pk(self) -> int:
        return self.card.candidacy.pk

    @property
    def choice(self) -> str:
        return self.card.candidacy.get_choice_display()

    @property
    def open_count(self) -> int:
        """The gaps that want an action. An actor that is not for now is to do nothing, so it lacks none."""
        return 0 if self.is_set_aside else sum(gap.is_open for gap in self.gaps)

    @property
    def is_set_aside(self) -> bool:
        return self.card.candidacy.choice == Choice.NOT_NOW


def weak_candidacies(project: Project, today: date, only: int | None = None) -> list[Weak]:
    """The candidacies with a weak concept, the chosen first; those of an actor out of use are left out.

    `only` is the one candidacy to show. The same number of queries however many there are.
    """
    cards = [card for card in cards_of(project) if card.gaps and card.candidacy.project_actor.actor.is_active]
    if only is not None:
        cards = [card for card in cards if card.candidacy.pk == only]
    if not cards:
        return []
    planned = _planned(card.candidacy.pk for card in cards)
    proposals = gap_proposals()
    why_what = WhyWhat.objects.filter(pk=project.pk).first() or WhyWhat()
    waiting = {each.id: each.to_reassess for each in load_candidacies([project.pk])[project.pk]}

    def weak(card: Card) -> Weak:
        pk = card.candidacy.pk
        return Weak(
            card,
            [
                Gap(
                    bar,
                    planned[pk, bar.concept],
                    _offers(card, proposals[bar.concept], planned[pk, bar.concept], project.ends_on, today, why_what),
                    bar.concept in waiting[pk],
                )
                for bar in card.gaps
            ],
        )

    return [weak(card) for card in sorted(cards, key=lambda card: ORDER[card.candidacy.choice])]


def _planned(candidacies: Iterable[int]) -> Mapping[tuple[int, str], list[Planned]]:
    """The actions about each concept of each candidacy, in the order of the plan. One query."""
    found: defaultdict[tuple[int, str], list[Planned]] = defaultdict(list)
    rows = ActionGap.objects.filter(candidacy__in=list(candidacies)).select_related("action")
    for row in rows.order_by("action__position", "action_id"):
        action = row.action
        found[row.candidacy_id, row.concept].append(
            Planned(action.pk, str(action), action.status, action.template_code)
        )
    return found


def _offers(
    card: Card,
    proposals: Iterable[Proposal],
    planned: Iterable[Planned],
    end: date | None,
    today: date,
    why_what: WhyWhat,
) -> list[Offer]:
    taken = {each.template_code for each in planned if each.is_open}
    return [
        Offer(
            each.code,
            each.title_for(str(card.candidacy.project_actor)),
            str(Theme(each.theme).label) if each.theme else "",
            deadline_before_end(each, end=end, today=today),
            each.success_criterion,
            each.code in taken,
        )
        for each in proposals
        if suits(each.code, card.candidacy.project_actor.actor, why_what)
    ]
