"""Short Danish texts that several of the overview's pages show."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from actors.models import Municipality, MunicipalityRegion, Programme
from forankring.ui.dates import write_date, write_period
from projects.models import Project

Crumbs = list[tuple[str, str]]


def crumbs_below(place: Programme | Project, here: str) -> Crumbs:
    """The way to a page below a helhedsplan or a project. Taken before a form writes in the row."""
    name = "project" if isinstance(place, Project) else "programme"
    address = reverse(name, args=[place.slug if isinstance(place, Project) else place.pk])
    return [(_("Mine projekter"), reverse("my_projects")), (place.name, address), (here, "")]


def period_in_words(start: date | None, end: date | None) -> str:
    """ "1. juli 2023 – 30. juni 2027", with an open end told in words; "" without dates."""
    if end and not start:
        return _("til %(day)s") % {"day": write_date(end)}
    if start and not end:
        return _("fra %(day)s") % {"day": write_date(start)}
    return write_period(start, end)


def regions_in_words(municipalities: Iterable[Municipality], today: date) -> str:
    """The regions the kommuner belong to, and those that they are to belong to and from when."""
    words: dict[str, None] = {}
    for relation in MunicipalityRegion.objects.from_day(today).filter(municipality__in=list(municipalities)):
        name = relation.region.name
        if relation.valid_from and relation.valid_from > today:
            name = _("fra %(day)s %(region)s") % {"day": write_date(relation.valid_from), "region": name}
        words[name] = None
    return ", ".join(words)
