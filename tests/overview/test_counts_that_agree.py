"""What is counted of the same thing is the same number on every page."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from forankring.accounts.models import User
from projects.models import AnchoringDecision, OperationLevel, Project, WhyWhat
from projects.overview.progress import PHASES
from projects.phases.facts import facts_of
from projects.phases.health import all_findings
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    CommitmentFactory,
    OpenQuestionFactory,
    ProjectActorFactory,
    TaskFactory,
)
from tests.letting_go import let_go
from tests.outcomes import RoleShiftFactory, write_outcomes

As = Callable[[User], Client]
PLACE = re.compile(r"Fase (\d) · Trin (\d+) af (\d+)")
HEADER = re.compile(r"(\d+) af (\d+) udfyldt")


def nothing(project: Project) -> None:
    """A project as empty as it begins."""


def a_role_shift(project: Project) -> None:
    RoleShiftFactory(project=project)


def everything(project: Project) -> None:
    TaskFactory(project=project)
    ProjectActorFactory(project=project)
    ActionFactory(project=project)
    OpenQuestionFactory(project=project)
    let_go(project)
    write_outcomes(project)


@pytest.mark.parametrize("fill", [nothing, a_role_shift, everything])
@pytest.mark.parametrize("decision", ["", *AnchoringDecision.values])
def test_a_phase_has_as_many_steps_on_their_pages_as_on_the_task_list(
    as_: As, owner: User, project: Project, decision: str, fill: Callable[[Project], None]
) -> None:
    WhyWhat.objects.update_or_create(project=project, defaults={"decision": decision})
    fill(project)
    client = as_(owner)
    counts = {
        phase["number"]: phase["count"]
        for phase in client.get(reverse("project", args=[project.slug])).context["phases"]
    }

    for phase in PHASES:
        told = []
        for step in phase.steps_for(facts_of(project).outcome):
            text = strip_tags(client.get(reverse(step.slug, args=[project.slug])).content.decode())
            places = [
                (int(place), int(total)) for number, place, total in PLACE.findall(text) if int(number) == phase.number
            ]
            assert places or "Kan springes over" in text, step.slug
            told += places[:1]
        header = HEADER.search(counts[phase.number])
        total = int(header[2]) if header else 0
        assert told == [(place, total) for place in range(1, total + 1)], phase.number


@pytest.mark.parametrize(("agreed", "proposed"), [(4, 0), (2, 3), (0, 6)])
def test_an_actor_is_responsible_for_as_many_tasks_wherever_it_is_counted(
    as_: As, owner: User, project: Project, agreed: int, proposed: int
) -> None:
    WhyWhat.objects.update_or_create(project=project, defaults={"decision": "anchor"})
    actor, other = ProjectActorFactory.create_batch(2, project=project)
    for state, count in (("agreed", agreed), ("proposed", proposed)):
        for _each in range(count):
            CommitmentFactory(task__project=project, project_actor=actor, state=state)
    # None of these counts: stopped, only possible, and where somebody else has agreed.
    stopped = TaskFactory(project=project, operation_level=OperationLevel.STOP)
    CommitmentFactory(task=stopped, project_actor=actor, state="agreed")
    CommitmentFactory(task__project=project, project_actor=actor, state="possible")
    taken = TaskFactory(project=project)
    CommitmentFactory(task=taken, project_actor=actor, state="proposed")
    CommitmentFactory(task=taken, project_actor=other, state="agreed")
    count, client = agreed + proposed, as_(owner)

    [finding] = [each for each in all_findings(facts_of(project)) if each.rule.code == "many-responsibilities"]
    assert f"{actor} er ansvarlig for {count} opgaver:" in str(finding.text)
    for name in ("daekning", "plan"):
        text = strip_tags(client.get(reverse(name, args=[project.slug])).content.decode())
        assert f"{count} – mange" in text, name


def test_a_task_that_is_taken_over_too_late_is_agreed_nowhere(as_: As, owner: User, project: Project) -> None:
    WhyWhat.objects.update_or_create(project=project, defaults={"decision": "anchor"})
    Project.objects.filter(pk=project.pk).update(end=date(2028, 10, 31))
    CommitmentFactory(task__project=project, state="agreed", takes_over_on=date(2030, 5, 1))
    CommitmentFactory(task__project=project, state="agreed", takes_over_on=date(2028, 5, 1))
    text = strip_tags(as_(owner).get(reverse("project", args=[project.slug])).content.decode())
    assert "1 af 2 aftalt" in text
    assert "1 af 2 opgaver har en aftalt ansvarlig" in text
