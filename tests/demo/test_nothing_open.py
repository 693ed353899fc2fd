"""The example's closing project has nothing open. Whatever one opens in it, neither plan nor meeting pack says so."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import OutcomeAnswers, Project, WhyWhat
from tests.browser_client import Client
from tests.factories import ActionFactory, OpenQuestionFactory
from tests.meeting_rows import MeetingFactory, NextStepFactory
from tests.outcomes import NoticeFactory, WindDownItemFactory

pytestmark = pytest.mark.django_db
As = Callable[[User], Client]
TODAY = "2026-11-21 12:00 +0000"
CLAIMS = ("Planen har ingen huller.", "Der er ingen åbne beslutninger i planen.")

OPENED: dict[str, Callable[[Project, date], object]] = {
    "a workshop after the end": lambda project, end: MeetingFactory(
        project=project, kind="analysis", held_on=end + timedelta(days=9)
    ),
    "something agreed for later than the end": lambda project, end: NextStepFactory(
        meeting__project=project, due_on=end + timedelta(days=9)
    ),
    "something wound down too late": lambda project, end: WindDownItemFactory(
        project=project, on=end + timedelta(days=9), responsible="Projektleder", kind="other"
    ),
    "a message that was not given": lambda project, end: NoticeFactory(
        project=project, on=end - timedelta(days=300), told_by="Projektleder"
    ),
    "an action that is late": lambda project, end: ActionFactory(
        project=project, deadline=end - timedelta(days=300), responsible="Projektleder", success_criterion="Gjort"
    ),
    "a question without an answer": lambda project, end: OpenQuestionFactory(project=project),
    "papers kept too short": lambda project, end: OutcomeAnswers.objects.filter(project=project).update(
        papers_kept_until=end - timedelta(days=1)
    ),
    "an answer that is missing": lambda project, end: OutcomeAnswers.objects.filter(project=project).update(learned=""),
    "no reason for the decision": lambda project, end: WhyWhat.objects.filter(project=project).update(
        decision_reason=""
    ),
}


def plan_of(as_: As, project: Project) -> str:
    owner = User.objects.get(memberships__programme=project.programme, memberships__role="owner")
    return as_(owner).get(reverse("plan", args=[project.slug])).content.decode()


@time_machine.travel(TODAY, tick=False)
def test_the_closing_project_has_nothing_open(as_: As, lektiecafeen: Project) -> None:
    page = plan_of(as_, Project.objects.get(slug="sommerfesten"))
    assert all(claim in page for claim in CLAIMS)


@time_machine.travel(TODAY, tick=False)
@pytest.mark.parametrize("opened", OPENED)
def test_whatever_is_opened_the_plan_claims_nothing(as_: As, lektiecafeen: Project, opened: str) -> None:
    project = Project.objects.select_related("programme").get(slug="sommerfesten")
    OPENED[opened](project, project.ends_on or date.max)
    page = plan_of(as_, project)
    assert not any(claim in page for claim in CLAIMS)
