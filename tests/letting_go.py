"""Rows of phase 4's second half for tests, as empty as a person may leave them."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from actors.calendar import add_months
from projects.models import Decision, FollowUp, HandoverTick, Project, ProjectCost, Risk, StaffHours
from tests.factories import ProjectFactory


class ProjectCostFactory(DjangoModelFactory[ProjectCost]):
    class Meta:
        model = ProjectCost

    project = factory.SubFactory(ProjectFactory)
    position = factory.LazyAttribute(lambda row: row.project.project_costs.count() + 1)
    title = factory.LazyAttribute(lambda row: f"Udgift i dag {row.position}")


class RiskFactory(DjangoModelFactory[Risk]):
    class Meta:
        model = Risk

    project = factory.SubFactory(ProjectFactory)
    number = factory.LazyAttribute(lambda row: row.project.risks.count() + 1)
    position = factory.SelfAttribute("number")
    title = factory.LazyAttribute(lambda row: f"Risiko {row.number}")


class StaffHoursFactory(DjangoModelFactory[StaffHours]):
    """The months follow each other from January 2027."""

    class Meta:
        model = StaffHours

    project = factory.SubFactory(ProjectFactory)
    month = factory.LazyAttribute(lambda row: add_months(date(2027, 1, 1), row.project.staff_hours.count()))


class HandoverTickFactory(DjangoModelFactory[HandoverTick]):
    class Meta:
        model = HandoverTick

    project = factory.SubFactory(ProjectFactory)
    point = 1


class FollowUpFactory(DjangoModelFactory[FollowUp]):
    class Meta:
        model = FollowUp

    project = factory.SubFactory(ProjectFactory)
    due_on = date(2099, 9, 28)


class DecisionFactory(DjangoModelFactory[Decision]):
    class Meta:
        model = Decision

    project = factory.SubFactory(ProjectFactory)
    text = factory.Sequence(lambda n: f"Beslutning {n}")


def let_go(project: Project) -> None:
    """A row more of each kind."""
    for kind in (ProjectCostFactory, RiskFactory, StaffHoursFactory, FollowUpFactory, DecisionFactory):
        kind(project=project)
