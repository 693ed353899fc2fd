"""Writes the closed rounds of the example's project: what is kept of them, as if five people had answered."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from actors.concepts import Concept
from actors.spread import gather
from projects.demo.calendar import Calendar
from projects.demo.shape import AskedRound, Example
from projects.models import AssessmentRound, Candidacy, Evidence, Project, RoundResult, RoundSubject

CONCEPT_OF_LETTER = {concept.letter: concept for concept in Concept}
MORNING, LENGTH = time(10), timedelta(minutes=90)


def write_rounds(example: Example, project: Project, candidacies: dict[int, Candidacy], calendar: Calendar) -> None:
    """From actor → the letter of a concept → each score and what it built on."""
    for asked in example.asked_rounds:
        held_on = calendar.on(asked.held_on)
        opened = timezone.make_aware(datetime.combine(held_on, MORNING))
        row = AssessmentRound.objects.create(
            project=project,
            held_on=held_on,
            concepts=[concept.value for concept in Concept],
            opened_at=opened,
            closed_at=opened + LENGTH,
        )
        for position, actor in enumerate(asked.answers, start=1):
            subject = RoundSubject.objects.create(
                round=row, candidacy=candidacies[actor], position=position, revealed_at=opened + LENGTH
            )
            RoundResult.objects.bulk_create(_results(subject, asked, actor))


def _results(subject: RoundSubject, asked: AskedRound, actor: int) -> list[RoundResult]:
    found = []
    for letter, answers in asked.answers[actor].items():
        said = gather(score for score, _evidence in answers)
        builds_on = [evidence for score, evidence in answers if isinstance(score, int)]
        found.append(
            RoundResult(
                subject=subject,
                concept=CONCEPT_OF_LETTER[letter],
                numeric=said.numeric,
                unknown=said.unknown,
                counts=list(said.counts),
                evidence=[builds_on.count(kind) for kind in (*Evidence.values, "")] if said.is_shown else [],
                median=said.median,
                spread=said.spread,
            )
        )
    return found
