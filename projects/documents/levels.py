"""Strategy and method as the plan shows them."""

from django.utils.translation import gettext as _

from projects.documents.document import PlanDocument
from projects.documents.questions import Question
from projects.documents.records import Frame, Outline
from projects.models import Outcome


def strategy_of_plan(frame: Frame) -> list[Question]:
    """What the helhedsplan says for all its projects."""
    return [
        Question(_("Helhedsplanens vision"), frame.vision),
        Question(_("Helhedsplanens forankringsstrategi"), frame.anchoring_strategy),
    ]


def method_of_plan(plan: PlanDocument) -> list[Question]:
    """The project's choices. A project that ends or seeks new money has none to make."""
    if plan.outcome not in Outcome.LIVES_ON:
        return []
    outline: Outline = plan.outline
    return [
        Question(_("Læringsstrategi"), outline.learning_strategy),
        Question(_("Tempo"), str(outline.pace.label) if outline.pace else "", detail=outline.pace_note),
        Question(
            _("Ambitionsniveau"), str(outline.ambition.label) if outline.ambition else "", detail=outline.ambition_note
        ),
    ]


def unanswered(questions: list[Question]) -> str:
    """The names of those without an answer, in one line."""
    return " · ".join(question.label for question in questions if not question.is_answered)
