"""What the guards share."""

import pytest

from projects.models import Candidacy, Project
from tests.factories import (
    ActionFactory,
    ActorInterviewFactory,
    ActorRelationFactory,
    BudgetLineFactory,
    CandidacyFactory,
    CommitmentFactory,
    InterfaceFactory,
    MembershipFactory,
    OpenQuestionFactory,
    PartyFactory,
    SharedScoreFactory,
)
from tests.letting_go import let_go
from tests.meeting_rows import hold_meeting
from tests.outcomes import write_outcomes
from tests.round_rows import hold_round


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    """A row of each kind, so that every form appears."""
    commitment = CommitmentFactory(task__project=project, role="R")
    candidacy: Candidacy = CandidacyFactory(project_actor=commitment.project_actor)
    SharedScoreFactory(candidacy=candidacy, score=2)
    for factory in (ActionFactory, BudgetLineFactory, InterfaceFactory, OpenQuestionFactory):
        factory(project=project)
    ActorInterviewFactory(project_actor=candidacy.project_actor)
    let_go(project)
    hold_meeting(project)
    hold_round(project)
    write_outcomes(project)
    ActorRelationFactory(from_actor__programme=project.programme)
    PartyFactory(programme=project.programme)
    MembershipFactory(programme=project.programme)
    return candidacy
