"""Meetings for tests, as empty as a person may leave them."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from projects.models import Meeting, MeetingKind, NextStep, Project
from tests.factories import ProjectFactory
from tests.letting_go import DecisionFactory


class MeetingFactory(DjangoModelFactory[Meeting]):
    class Meta:
        model = Meeting

    project = factory.SubFactory(ProjectFactory)
    kind = MeetingKind.BOARD
    held_on = date(2026, 9, 24)


class NextStepFactory(DjangoModelFactory[NextStep]):
    class Meta:
        model = NextStep

    meeting = factory.SubFactory(MeetingFactory)
    text = factory.Sequence(lambda n: f"Næste skridt {n}")


def hold_meeting(project: Project) -> None:
    """A meeting with a decision and a next step."""
    meeting = MeetingFactory(project=project)
    NextStepFactory(meeting=meeting)
    DecisionFactory(project=project, meeting=meeting)
