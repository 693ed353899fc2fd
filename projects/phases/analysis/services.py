"""Writing phase 3: what the group holds about a candidacy, and whom it chooses."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from actors.concepts import UNKNOWN, Concept
from projects.models import AssessmentRound, Candidacy, Event, Project, SharedScore
from projects.phases.analysis.assessments import Assessment, latest_of

# What the events are about (projects/phases/keeping).
ABOUT_CHOOSING = "choice"


def about_assessing(candidacy_id: int) -> str:
    return f"assessment:{candidacy_id}"


@transaction.atomic(savepoint=False)
def record_assessment(
    *, by: Any, candidacy: Candidacy, held_on: date, answers: Mapping[Concept, Assessment]
) -> list[SharedScore]:
    """Add what the group now holds about the concepts given to the round of that day.

    Earlier rows are never written over: history is how a group sees its own progress (docs/method.md, Fase 3).
    """
    if not answers:
        return []
    project = candidacy.project_actor.project
    day, _created = AssessmentRound.objects.get_or_create(project=project, held_on=held_on, opened_at=None)
    saved = add_scores(by=by, round_=day, candidacy=candidacy, answers=answers)
    text = _("vurderede %s i en rolle") % candidacy.project_actor.code
    Event.objects.record(by=by, project=project, text=text, about=about_assessing(candidacy.pk))
    return saved


def add_scores(
    *, by: Any, round_: AssessmentRound, candidacy: Candidacy, answers: Mapping[Concept, Assessment]
) -> list[SharedScore]:
    """Add the answers to the round, for a service that says what was done."""
    return SharedScore.objects.bulk_create(
        SharedScore(
            round=round_,
            candidacy=candidacy,
            concept=concept,
            score=None if said.answer is UNKNOWN else said.answer,
            is_unknown=said.answer is UNKNOWN,
            evidence=said.evidence,
            reason=said.reason,
            requirement=said.requirement,
            recorded_by=by,
        )
        for concept, said in answers.items()
    )


class AssessedMeanwhileError(Exception):
    """Somebody has assessed the candidacy since the page was shown."""


@transaction.atomic  # with a savepoint: what it refuses with must not break what it is called in
def confirm_assessment(*, by: Any, candidacy: Candidacy, held_on: date, seen: int) -> list[SharedScore]:
    """Say that what was held last still holds: the same answers once more, in the round of that day.

    `seen` is the number of the newest row that the person was shown. Answers that already stand on that day are not
    repeated. Earlier rows stay (docs/method.md, Når en vurdering bliver gammel).

    Raises:
        AssessedMeanwhileError: there is a newer row than the one shown; nothing is written.
    """
    # One at a time, so that two people who press at once do not write it twice.
    Project.objects.select_for_update().get(pk=candidacy.project_actor.project_id)
    newest = candidacy.scores.order_by("-pk").values_list("pk", flat=True).first()
    if newest != seen:
        raise AssessedMeanwhileError
    latest = latest_of([candidacy])[candidacy.pk]
    answers = {
        concept: held.assessment
        for concept, held in latest.items()
        if held.assessment.answer is not None and held.held_on < held_on
    }
    return record_assessment(by=by, candidacy=candidacy, held_on=held_on, answers=answers)


@transaction.atomic(savepoint=False)
def save_choices(*, by: Any, project: Project, choices: Mapping[Candidacy, tuple[str, str]]) -> None:
    """Write the choice ("" for none) and its reason for each candidacy given, all of them the project's."""
    for candidacy, (choice, reason) in choices.items():
        candidacy.choice, candidacy.choice_reason = choice, reason
    Candidacy.objects.bulk_update(choices, ["choice", "choice_reason"])
    if choices:
        codes = dict.fromkeys(candidacy.project_actor.code for candidacy in choices)
        text = _("tog stilling til %s") % ", ".join(codes)
        Event.objects.record(by=by, project=project, text=text, about=ABOUT_CHOOSING)
