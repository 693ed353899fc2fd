"""A round for tests that walk every address: it runs, and there is a closed one beside it."""

from typing import Any

from django.utils import timezone

from actors.concepts import Concept
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating, RoundResult, RoundSubject
from tests.factories import CandidacyFactory


def hold_round(project: Project) -> None:
    """Each call asks about one more candidacy: every other one is shown, the first among them.

    Three guests have answered, and one has not; the closed round has results.
    """
    candidacies = Candidacy.objects.of_project(project.pk)
    if candidacies.count() == 1:
        CandidacyFactory(project_actor=candidacies[0].project_actor)
    running = _round(project, is_running=True)
    closed = _round(project, is_running=False)
    for candidacy in candidacies.order_by("pk"):
        for round_ in (running, closed):
            if not round_.subjects.filter(candidacy=candidacy).exists():
                _ask_about(round_, candidacy)
    Participant.objects.create(round=running, role_title="Nabo")


def _round(project: Project, *, is_running: bool) -> AssessmentRound:
    now = timezone.now()
    opened = AssessmentRound.objects.opened().filter(project=project, closed_at__isnull=is_running)
    return opened.order_by("pk").first() or AssessmentRound.objects.create(
        project=project,
        held_on=timezone.localdate(now),
        opened_at=now,
        closed_at=None if is_running else now,
        concepts=Concept.values,
        code=f"R{project.pk:05}" if is_running else "",
    )


def _ask_about(round_: AssessmentRound, candidacy: Candidacy) -> None:
    place = round_.subjects.count() + 1
    is_shown = place % 2 == 1 or not round_.is_running
    subject = RoundSubject.objects.create(
        round=round_, candidacy=candidacy, position=place, revealed_at=timezone.now() if is_shown else None
    )
    if round_.is_running:
        for score in (2, 4, 5):
            speaker = Participant.objects.create(round=round_, role_title="Frivillig")
            said = {"participant": speaker, "subject": subject, "score": score, "reason": "Vi har talt om det."}
            Rating.objects.bulk_create(Rating(**said, concept=concept) for concept in Concept)
        return
    RoundResult.objects.bulk_create(
        RoundResult(subject=subject, concept=concept, numeric=3, unknown=1, counts=[0, 1, 0, 2, 0], median=4, spread=2)
        for concept in Concept
    )


def addresses_in(project: Project) -> dict[str, dict[str, Any]]:
    """The rows of the rounds by the first word of the addresses that show them."""
    rounds = AssessmentRound.objects.filter(project=project)
    running, closed = rounds.running().first(), rounds.filter(closed_at__isnull=False).first()
    subjects = RoundSubject.objects.filter(round=running).order_by("position")
    shown = subjects.filter(revealed_at__isnull=False).first()
    silent = Participant.objects.filter(round=running, ratings__isnull=True, user__isnull=True).first()
    hidden = {"pk": running, "subject": subjects.filter(revealed_at__isnull=True).first(), "participant": silent}
    return {
        "runde": hidden,
        "runde-aktoer": {"pk": running, "subject": shown},
        "runde-faelles": {"pk": running, "subject": shown},
        "runde-resultat": {"pk": closed},
    }
