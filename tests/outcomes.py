"""Rows of the outcomes, and of how actors cooperate, for tests: as empty as a person may leave them."""

import factory
from factory.django import DjangoModelFactory

from projects.models import FundingBid, Notice, Project, RoleShift, RoleShiftKind, WindDownItem
from tests.factories import ProjectFactory


class WindDownItemFactory(DjangoModelFactory[WindDownItem]):
    class Meta:
        model = WindDownItem

    project = factory.SubFactory(ProjectFactory)
    position = factory.LazyAttribute(lambda row: row.project.wind_down.count() + 1)
    title = factory.LazyAttribute(lambda row: f"Punkt {row.position}")


class NoticeFactory(DjangoModelFactory[Notice]):
    class Meta:
        model = Notice

    project = factory.SubFactory(ProjectFactory)
    position = factory.LazyAttribute(lambda row: row.project.notices.count() + 1)
    audience = factory.LazyAttribute(lambda row: f"Gruppe {row.position}")


class FundingBidFactory(DjangoModelFactory[FundingBid]):
    class Meta:
        model = FundingBid

    project = factory.SubFactory(ProjectFactory)
    position = factory.LazyAttribute(lambda row: row.project.funding_bids.count() + 1)
    funder = factory.LazyAttribute(lambda row: f"Fond {row.position}")


class RoleShiftFactory(DjangoModelFactory[RoleShift]):
    class Meta:
        model = RoleShift

    project = factory.SubFactory(ProjectFactory)
    position = factory.LazyAttribute(lambda row: row.project.role_shifts.count() + 1)
    kind = RoleShiftKind.ENTHUSIAST


def write_outcomes(project: Project) -> None:
    """A row of each kind."""
    for kind in (WindDownItemFactory, NoticeFactory, FundingBidFactory, RoleShiftFactory):
        kind(project=project)
