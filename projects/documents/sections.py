"""Everything that the templates of the plan's sections need. Pure."""

from typing import Any

from django.utils.functional import cached_property

from actors.concepts import Concept
from projects.documents import levels, outcome_texts, pictures, questions, tables
from projects.documents.contents import sections_of
from projects.documents.document import PlanDocument
from projects.documents.lookup import Lookup
from projects.documents.summary import summarise
from projects.lifecycle.drawing import timeline_of
from projects.lifecycle.goal import goal_in_time
from projects.models import Outcome


class Reading:
    """The plan as its sections show it. Each part is made when a template asks for it."""

    def __init__(self, plan: PlanDocument) -> None:
        self.plan = plan
        self.look = Lookup(plan)

    concepts = tuple(Concept)

    @cached_property
    def summary(self) -> Any:
        return summarise(self.plan)

    @cached_property
    def goal_in_time(self) -> str:
        return goal_in_time(self.plan.why.goal, self.plan.why.goal_date, self.plan.today)

    @cached_property
    def value_blocks(self) -> list[questions.Block]:
        return questions.value_blocks(self.plan.why)

    @cached_property
    def content_blocks(self) -> list[questions.Block]:
        return questions.content_blocks(self.plan.why)

    @cached_property
    def learning(self) -> list[questions.Block]:
        return outcome_texts.learning_blocks(self.plan)

    @cached_property
    def papers(self) -> list[questions.Block]:
        return outcome_texts.paper_blocks(self.plan)

    @cached_property
    def method_answers(self) -> list[questions.Block]:
        return outcome_texts.method_blocks(self.plan)

    @cached_property
    def plan_b(self) -> list[questions.Block]:
        return outcome_texts.plan_b_blocks(self.plan)

    @cached_property
    def strategy(self) -> list[questions.Question]:
        return levels.strategy_of_plan(self.plan.frame)

    @cached_property
    def strategy_lacks(self) -> str:
        return levels.unanswered(self.strategy)

    @cached_property
    def method(self) -> list[questions.Question]:
        return levels.method_of_plan(self.plan)

    @cached_property
    def method_lacks(self) -> str:
        return levels.unanswered(self.method)

    @cached_property
    def timeline(self) -> Any:
        plan = self.plan
        return timeline_of(plan.frame.project, plan.stages, plan.dates, end=plan.frame.ends_on, today=plan.today)

    @cached_property
    def described(self) -> list[Any]:
        return [task for task in self.look.continuing if task.description]

    @cached_property
    def stopped(self) -> list[str]:
        """The tasks that nobody has in operation."""
        return [self.look.task_name(task.code) for task in self.plan.tasks if not task.continues]

    @property
    def duties_name_somebody(self) -> bool:
        return tables.names_somebody(self.duties)

    @cached_property
    def duties(self) -> list[tables.Duty]:
        """A method may be handed over without its tasks; then nobody need take them."""
        asked = self.plan.outcome is Outcome.HAND_OVER or self.plan.commitments
        return tables.duties(self.look) if asked else []

    @cached_property
    def matrices(self) -> list[tables.Matrix]:
        return tables.matrices(self.look)

    @cached_property
    def actor_map(self) -> Any:
        return tables.actor_map(self.look)

    @cached_property
    def absences(self) -> list[Any]:
        return tables.absences(self.look)

    @cached_property
    def absence_map(self) -> Any:
        """Without the first of them: the project's own people, where they take any task."""
        return tables.absence_map(self.look, self.absences[0]) if self.absences else None

    @cached_property
    def weak_spots(self) -> list[str]:
        return tables.weak_spots(self.look)

    @cached_property
    def relations(self) -> list[str]:
        return tables.relation_lines(self.look)

    @cached_property
    def development(self) -> list[Any]:
        return list(tables.development(self.look))

    @cached_property
    def networks(self) -> list[Any]:
        return tables.networks(self.look)

    @cached_property
    def cards(self) -> list[tables.Card]:
        return tables.cards(self.look)

    @cached_property
    def analysed(self) -> list[tables.Card]:
        """Only the working edition knows scores; without any there is no analysis to show."""
        return [card for card in self.cards if card.candidacy.scores]

    @cached_property
    def profiles(self) -> list[Any]:
        return pictures.profiles_of(self.look)

    @cached_property
    def has_moved(self) -> bool:
        return any(card.before_on for card in self.analysed)

    @cached_property
    def actions(self) -> list[tables.ActionRow]:
        return tables.action_rows(self.look)

    @cached_property
    def gantts(self) -> list[Any]:
        return pictures.gantts_of(self.look)

    @cached_property
    def money(self) -> tables.Money:
        return tables.money(self.look)

    @cached_property
    def budget_is_asked(self) -> bool:
        return self.plan.outcome is Outcome.HAND_OVER

    @cached_property
    def shares(self) -> Any:
        return pictures.shares_of(self.money)

    @cached_property
    def risks(self) -> list[Any]:
        return list(tables.risks(self.look))

    @cached_property
    def questions(self) -> list[Any]:
        """The open ones first."""
        return sorted(self.plan.questions, key=lambda one: bool(one.answer))

    @cached_property
    def interfaces(self) -> list[Any]:
        return tables.interface_rows(self.look)

    @cached_property
    def shifts(self) -> list[Any]:
        return tables.shift_rows(self.look)

    @cached_property
    def run(self) -> list[Any]:
        """What is not asked for and not written is not told to be missing."""
        asked = self.plan.outcome is Outcome.HAND_OVER
        return [block for block in tables.run_blocks(self.plan.outline) if asked or block.answered]

    @cached_property
    def dangers(self) -> list[Any]:
        return tables.risk_rows(self.look)

    @cached_property
    def months(self) -> list[Any]:
        return tables.month_rows(self.look)

    @cached_property
    def hours(self) -> Any:
        return pictures.hours_of(self.months)

    @cached_property
    def costs(self) -> Any:
        return pictures.costs_of(self.plan, self.money)

    @cached_property
    def points(self) -> list[Any]:
        return tables.point_rows(self.look)

    @cached_property
    def open_points(self) -> int:
        return sum(row.is_lacking for row in self.points)

    @cached_property
    def follow_ups(self) -> list[Any]:
        return tables.follow_up_rows(self.look)

    @cached_property
    def health(self) -> list[tables.HealthRow]:
        return tables.health_rows(self.plan)

    @cached_property
    def accepted(self) -> list[Any]:
        return tables.accepted_rows(self.plan)

    @cached_property
    def decisions(self) -> list[Any]:
        return tables.decision_rows(self.look)


def context_for(plan: PlanDocument) -> dict[str, Any]:
    return {
        "plan": plan,
        "frame": plan.frame,
        "why": plan.why,
        "reading": Reading(plan),
        "sections": sections_of(plan),
    }
