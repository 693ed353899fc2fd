"""A round that ran before it was stored who opened a round: it stands in the log."""

from importlib import import_module

from django.apps import apps

from forankring.accounts.models import User
from projects.models import AssessmentRound, Event, Project
from projects.phases.analysis.rounds.services import close_round
from tests.factories import ProjectFactory
from tests.rounds.rows import running

migration = import_module("projects.migrations.0031_who_opened_running_rounds")


def test_a_running_round_gets_whoever_opened_it_from_the_log(owner: User, editor: User, project: Project) -> None:
    closed = close_round(by=owner, round_=running(project, owner))
    round_ = running(project, editor)
    elsewhere: Project = ProjectFactory(programme=project.programme)
    unknown = running(elsewhere, owner)
    Event.objects.filter(project=elsewhere).delete()
    AssessmentRound.objects.update(opened_by=None)

    migration.say_who_opened(apps, None)

    opened_by = dict(AssessmentRound.objects.values_list("pk", "opened_by"))
    assert opened_by == {closed.pk: None, round_.pk: editor.pk, unknown.pk: None}
