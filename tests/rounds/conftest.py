"""Who the rounds are about."""

import pytest

from projects.models import Candidacy, Project
from tests.factories import CandidacyFactory


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    return CandidacyFactory(
        project_actor__project=project, project_actor__actor__name="Pilebroskolen", title="tovholder"
    )


@pytest.fixture
def candidacies(project: Project) -> list[Candidacy]:
    names = ["Pilebroskolen", "Foreningen"]
    return [
        CandidacyFactory(project_actor__project=project, project_actor__actor__name=name, title="tovholder")
        for name in names
    ]
