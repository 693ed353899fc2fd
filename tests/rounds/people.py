"""A round with people who answer in it, for the tests of what comes after."""

from collections.abc import Sequence

from django.utils import timezone

from actors.concepts import UNKNOWN, Answer, Concept
from projects.models import AssessmentRound, Candidacy, Participant, Project, ProjectActor, RoundSubject
from projects.phases.analysis.rounds.answer_services import save_answers
from projects.phases.analysis.rounds.answers import Said
from projects.phases.analysis.rounds.services import open_round
from tests.factories import CandidacyFactory, UserFactory

WILL = Concept.WILL


def candidacy(project: Project, name: str = "Skolen", title: str = "tovholder") -> Candidacy:
    found: Candidacy = CandidacyFactory(project_actor__project=project, project_actor__actor__name=name, title=title)
    return found


def opened(
    project: Project, *candidacies: Candidacy, concepts: Sequence[Concept] = (WILL,), names: bool = False
) -> AssessmentRound:
    return open_round(by=UserFactory(), project=project, subjects=candidacies, concepts=concepts, shows_names=names)


def guest(round_: AssessmentRound, role: str, represents: ProjectActor | None = None) -> Participant:
    return Participant.objects.create(round=round_, role_title=role, represents=represents)


def answer(
    subject: RoundSubject,
    *answers: Answer,
    concept: Concept = WILL,
    reasons: Sequence[str] = (),
    evidence: str = "",
    represents: ProjectActor | None = None,
    guests: bool = False,
) -> list[Participant]:
    """Somebody who is signed in gives each of the answers, or a guest does; whoever speaks for an actor is a guest."""
    people = []
    for number, given in enumerate(answers):
        if guests or represents:
            person = guest(subject.round, f"Rolle {number}", represents)
        else:
            person = Participant.objects.create(round=subject.round, user=UserFactory())
        reason = reasons[number] if number < len(reasons) else ""
        save_answers(participant=person, subject=subject, answers={concept: Said(given, evidence, reason)})
        people.append(person)
    return people


def show(round_: AssessmentRound, only: int | None = None) -> None:
    """The answers are shown, however few they are: what is then told is for the pages to keep to."""
    hidden = round_.subjects.filter(revealed_at=None)
    (hidden if only is None else hidden.filter(pk=only)).update(revealed_at=timezone.now())


def only_subject(round_: AssessmentRound) -> RoundSubject:
    return round_.subjects.select_related("candidacy__project_actor", "round").get()


__all__ = ["UNKNOWN", "WILL", "answer", "candidacy", "guest", "only_subject", "opened", "show"]
