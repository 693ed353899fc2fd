"""What is written about an outcome, as the plan shows it."""

from django.utils.translation import gettext as _

from forankring.ui.dates import write_date
from projects.documents.document import PlanDocument
from projects.documents.questions import Block, Question, blocks_of
from projects.models import Outcome


def learning_blocks(plan: PlanDocument) -> list[Block]:
    answers = plan.outcome_answers
    return _asked_or_answered(
        plan,
        Question(_("Det har vi lært"), answers.learned),
        Question(_("Det ville vi gøre anderledes"), answers.would_change),
        Question(_("Hvem kan bruge det"), answers.useful_for),
        Question(_("Sådan deler vi det"), answers.shared_how),
    )


def paper_blocks(plan: PlanDocument) -> list[Block]:
    answers = plan.outcome_answers
    until = answers.papers_kept_until
    return _asked_or_answered(
        plan,
        Question(
            _("Her ligger papirerne"),
            answers.papers_kept_by,
            detail=_("De gemmes til %(date)s.") % {"date": write_date(until)} if until else "",
        ),
        Question(_("Oplysninger om mennesker"), answers.data_deleted_how),
    )


def _asked_or_answered(plan: PlanDocument, *questions: Question) -> list[Block]:
    """Only a project that ends is asked; what another has not written is not told to be missing."""
    asked = plan.outcome is Outcome.END
    return blocks_of(*(question for question in questions if asked or question.is_answered))


def method_blocks(plan: PlanDocument) -> list[Block]:
    answers = plan.outcome_answers
    return blocks_of(
        Question(_("Overtager metoden"), answers.method_taker),
        Question(_("Aftalen"), answers.method_agreed),
        Question(_("Sådan er metoden beskrevet"), answers.method_described),
        Question(_("Sådan læres den"), answers.method_taught),
        Question(_("Sådan holdes den ved lige"), answers.method_kept_alive),
        Question(_("Det følger ikke med"), answers.left_behind),
    )


def plan_b_blocks(plan: PlanDocument) -> list[Block]:
    """What happens after a refusal stays with the deciding body: the shared edition has only what goes on meanwhile."""
    answers = plan.outcome_answers
    paid = answers.meanwhile_paid_by
    refused = Question(
        _("Hvis der kommer afslag"),
        answers.refused_plan,
        detail=_("Det vælges senest %(date)s.") % {"date": write_date(answers.decide_by)} if answers.decide_by else "",
    )
    meanwhile = Question(
        _("Det fortsætter imens"),
        answers.meanwhile,
        detail=_("Betales af %(who)s.") % {"who": paid.rstrip(".")} if paid else "",
    )
    return blocks_of(*(() if plan.is_shared else (refused,)), meanwhile)
