"""The lists of the wizard and a row of each, for tests that hold for all of them."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from projects.models import Project
from tests.factories import (
    ActionFactory,
    BudgetLineFactory,
    CandidacyFactory,
    InterfaceFactory,
    OpenQuestionFactory,
    ProjectActorFactory,
    TaskFactory,
)


def _candidacy(project: Project) -> Any:
    return CandidacyFactory(project_actor=ProjectActorFactory(project=project))


LISTS: dict[str, Callable[..., Any]] = {
    "opgaver": TaskFactory,
    "aktoerer": ProjectActorFactory,
    "vurdering": lambda project: _candidacy(project),
    "tiltag": ActionFactory,
    "oekonomi": BudgetLineFactory,
    "snitflader": InterfaceFactory,
    "spoergsmaal": OpenQuestionFactory,
}
ORDERED = [name for name in LISTS if name != "vurdering"]


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])
