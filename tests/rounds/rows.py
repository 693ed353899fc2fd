"""A round that runs, with people in it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from actors.concepts import Answer, Concept
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Participant, Project, RoundSubject
from projects.phases.analysis.rounds.answer_services import save_answers
from projects.phases.analysis.rounds.answers import Said
from projects.phases.analysis.rounds.services import join_as_member, open_round
from tests.factories import CandidacyFactory, MembershipFactory

ALL_FOUR = tuple(Concept)


def running(
    project: Project,
    by: User,
    *subjects: Candidacy,
    concepts: Iterable[Concept] = ALL_FOUR,
    deadline: datetime | None = None,
    shows_names: bool = False,
) -> AssessmentRound:
    """A round about the candidacies; about a new one when none is named."""
    about = subjects or (CandidacyFactory(project_actor__project=project, title="tovholder"),)
    return open_round(
        by=by, project=project, subjects=about, concepts=concepts, deadline=deadline, shows_names=shows_names
    )


def member(round_: AssessmentRound, **user: Any) -> Participant:
    """A new member of the helhedsplan who has come to the round."""
    names = {f"user__{name}": value for name, value in user.items()}
    membership = MembershipFactory(programme=round_.project.programme, **names)
    return join_as_member(user=membership.user, round_=round_)


def guest(round_: AssessmentRound, role_title: str = "Frivillig") -> Participant:
    return Participant.objects.create(round=round_, role_title=role_title)


def first_of(round_: AssessmentRound) -> RoundSubject:
    return round_.subjects.order_by("position")[0]


def say(participant: Participant, subject: RoundSubject, *answers: Answer, reason: str = "") -> None:
    """An answer for each concept in order; fewer leave the last ones out."""
    said: Mapping[Concept, Said] = {
        concept: Said(answer, "conversation", reason) for concept, answer in zip(Concept, answers, strict=False)
    }
    save_answers(participant=participant, subject=subject, answers=said)
