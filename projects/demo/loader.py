"""Loads and renews the example: two helhedsplaner, the registry rows they need, and a sign-in for each role."""

from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from actors.models import Actor, ActorRelation, HousingDepartment, HousingOrganisation, Membership, Party, Programme
from forankring.accounts.models import User
from projects.demo import havneparken, pilebro
from projects.demo.calendar import Calendar
from projects.demo.fritidsjob import FRITIDSJOB
from projects.demo.lektiecafeen import LEKTIECAFEEN
from projects.demo.people import PASSWORD, PEOPLE
from projects.demo.rows import write_dates, write_project
from projects.demo.siblings import SOMMERFESTEN, SUNDHEDSCAFEEN
from projects.models import Event, Project

PILEBRO_PROJECTS = [LEKTIECAFEEN, FRITIDSJOB, SUNDHEDSCAFEEN, SOMMERFESTEN]


class AddressTaken(Exception):
    """A project that is not the example's has an address that the example needs."""


def is_loaded() -> bool:
    return Programme.objects.filter(is_demo=True).exists()


@transaction.atomic
def load(today: date) -> None:
    """Write the example as it looks on that day.

    Raises:
        AddressTaken: another project has one of its addresses.
    """
    slugs = [example.project["slug"] for example in [*PILEBRO_PROJECTS, havneparken.VAERKSTEDET]]
    taken = Project.objects.filter(slug__in=slugs).values_list("slug", flat=True).first()
    if taken:
        raise AddressTaken(taken)
    calendar = Calendar.loaded_on(today)
    people = _write_people()
    organisations = _write_registry()

    plan = _write_programme(pilebro.PROGRAMME, pilebro.PARTIES, organisations, people, calendar)
    write_dates(pilebro.DATES, programme=plan, calendar=calendar)
    actors = _write_actors(plan, organisations)
    by = people["ejer@pilebro.example"]
    for example in PILEBRO_PROJECTS:
        _write_example(example, plan, actors, calendar, by)

    other = _write_programme(havneparken.PROGRAMME, havneparken.PARTIES, organisations, people, calendar)
    _write_example(havneparken.VAERKSTEDET, other, {}, calendar, people["fremmed@havneparken.example"])


@transaction.atomic
def renew(today: date) -> None:
    """Take the example's helhedsplaner away with all that was written in them, and write them again.

    The registry rows and the people stay, for other helhedsplaner may use them; they get their first values back.
    """
    programmes = Programme.objects.filter(is_demo=True)
    # A project protects its actors, so the projects go first.
    Project.objects.filter(programme__in=programmes).delete()
    programmes.delete()
    load(today)


def _write_people() -> dict[str, User]:
    # One hash for all: making one takes a third of a second.
    password = make_password(PASSWORD)
    people = {}
    for person in PEOPLE:
        values = {
            "name": person.name,
            "organisation": person.organisation,
            "password": password,
            "is_active": True,
            "is_staff": person.is_admin,
            "is_superuser": person.is_admin,
        }
        user, _created = User.objects.update_or_create(
            email=person.email, defaults=values, create_defaults={**values, "email": person.email}
        )
        people[person.email] = user
    return people


def _write_registry() -> dict[str, HousingOrganisation]:
    organisations = {}
    for number, row in pilebro.ORGANISATIONS.items():
        values = {"name": row["name"], "cvr": row["cvr"], "is_active": True}
        organisation, _created = HousingOrganisation.objects.update_or_create(lbf_number=number, defaults=values)
        for department in row["departments"]:
            HousingDepartment.objects.update_or_create(
                organisation=organisation, name=department["name"], defaults={**department, "is_active": True}
            )
        organisations[number] = organisation
    return organisations


def _write_programme(
    row: dict[str, Any],
    parties: list[str],
    organisations: dict[str, HousingOrganisation],
    people: dict[str, User],
    calendar: Calendar,
) -> Programme:
    programme = Programme.objects.create(is_demo=True, **calendar.fill(row))
    Party.objects.bulk_create(
        Party(programme=programme, housing_organisation=organisations[party])
        if party in organisations
        else Party(programme=programme, name=party)
        for party in parties
    )
    Membership.objects.bulk_create(
        Membership(programme=programme, user=people[person.email], role=person.roles[programme.name])
        for person in PEOPLE
        if programme.name in person.roles
    )
    return programme


def _write_actors(programme: Programme, organisations: dict[str, HousingOrganisation]) -> dict[int, Actor]:
    departments = {
        row.designation: row for row in HousingDepartment.objects.filter(organisation__in=organisations.values())
    }
    rows = []
    for row in pilebro.ACTORS.values():
        values = dict(row)
        values["housing_organisation"] = organisations.get(values.pop("organisation", ""))
        values["housing_department"] = departments.get(values.pop("department", ""))
        rows.append(Actor(programme=programme, **values))
    actors = dict(zip(pilebro.ACTORS, Actor.objects.bulk_create(rows), strict=True))
    ActorRelation.objects.bulk_create(
        ActorRelation(from_actor=actors[one], kind=kind, to_actor=actors[other])
        for one, kind, other in pilebro.RELATIONS
    )
    return actors


def _write_example(example: Any, programme: Programme, actors: dict[int, Actor], calendar: Calendar, by: User) -> None:
    project = write_project(example, programme=programme, actors=actors, calendar=calendar, by=by)
    Event.objects.record(by=by, project=project, text="indlæste demodata")
