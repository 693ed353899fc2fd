"""No page asks the database more often because there is more to show."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors.concepts import Concept
from actors.models import Role
from forankring.accounts.models import User
from projects.models import Action, Event, Project, ProjectActor, Task
from projects.phases.undo import remove_row
from tests.addresses import ADDRESSES, Address, path_to
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    ActorFactory,
    ActorInterviewFactory,
    ActorRelationFactory,
    BudgetLineFactory,
    CandidacyFactory,
    CommitmentFactory,
    InterfaceFactory,
    MembershipFactory,
    OpenQuestionFactory,
    PartyFactory,
    ProjectActorFactory,
    ProjectFactory,
    SharedScoreFactory,
    TaskFactory,
)
from tests.letting_go import let_go
from tests.meeting_rows import hold_meeting
from tests.outcomes import write_outcomes
from tests.round_rows import hold_round

As = Callable[[User], Client]
# Addresses whose work grows with what they show, and why.
GROWS = {
    "plan_pdf": "rendered by its own engine; tests/documents counts the queries of building the plan",
    "ark_pdf": "rendered by its own engine; tests/sheets counts the queries",
    "moede-oplaeg-pdf": "the same engine; the page with the same words is counted",
    "moede-referat-pdf": "the same engine; the page with the same words is counted",
}
PAGES = [address for address in ADDRESSES if address.name not in GROWS and (address.is_inside or not address.arguments)]


def fill(project: Project, user: User, count: int) -> None:
    """`count` more rows of every kind, tied to each other as in a real plan."""
    for _ in range(count):
        task, actor = TaskFactory(project=project), ProjectActorFactory(project=project)
        CommitmentFactory(task=task, project_actor=actor)
        candidacy = CandidacyFactory(project_actor=actor)
        ActorInterviewFactory(project_actor=actor, knows="Kender projektet")
        candidacy.tasks.add(task)
        SharedScoreFactory(candidacy=candidacy, concept=Concept.ABILITY, score=2)
        action = ActionFactory(project=project)
        action.actors.add(actor)
        action.tasks.add(task)
        action.depends_on.add(*Action.objects.filter(project=project, pk__lt=action.pk)[:1])
        action.gaps.create(candidacy=candidacy, concept=Concept.ABILITY)
        InterfaceFactory(project=project).parts.create(project_actor=actor)
        BudgetLineFactory(project=project, task=task)
        OpenQuestionFactory(project=project)
        remove_row(by=user, project=project, row=OpenQuestionFactory(project=project), what="fjernede spørgsmålet")
        let_go(project)
        hold_meeting(project)
        hold_round(project)
        write_outcomes(project)
        ActorFactory(programme=project.programme)
        ActorRelationFactory(from_actor=actor.actor)
        PartyFactory(programme=project.programme)
        MembershipFactory(programme=project.programme, role=Role.EDITOR)
        ProjectFactory(programme=project.programme)
        Event.objects.create(programme=project.programme, project=project, by=user, text="rettede planen")


def test_every_page_asks_as_many_questions_of_fifty_rows_as_of_one(as_: As, project: Project, owner: User) -> None:
    client = as_(owner)
    fill(project, owner, 1)
    paths = {address: path_to(address, project) for address in PAGES}
    with_one = {address: _count(client, path) for address, path in paths.items()}
    fill(project, owner, 49)
    assert (Task.objects.count(), ProjectActor.objects.count()) == (50, 50)

    with_fifty = {address: _count(client, path) for address, path in paths.items()}

    more = {
        address.name: (with_one[address], count) for address, count in with_fifty.items() if count > with_one[address]
    }
    assert more == {}


def test_the_exceptions_still_name_addresses_that_exist() -> None:
    assert set(GROWS) <= {address.name for address in ADDRESSES}


def _count(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address.name in GROWS], ids=lambda a: a.name)
def test_what_grows_is_still_reached(as_: As, project: Project, owner: User, address: Address) -> None:
    fill(project, owner, 1)

    assert as_(owner).get(path_to(address, project)).status_code in {200, 302}
