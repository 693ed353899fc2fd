"""`manage.py demo`: who may run it, what it leaves alone, and what it renews."""

import re
from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError

from actors.models import Actor, HousingOrganisation, Membership, Programme, Role
from forankring import env
from forankring.accounts.models import User
from projects.demo.people import PASSWORD, PEOPLE
from projects.models import Project, Task
from tests.browser_client import Client
from tests.demo.conftest import Load
from tests.demo.test_dates import _texts
from tests.factories import MembershipFactory, ProjectActorFactory, ProjectFactory


def _rows() -> Counter[str]:
    """How many rows there are of each kind."""
    found = [model for app in ("accounts", "actors", "projects") for model in apps.get_app_config(app).get_models()]
    return Counter({model.__name__: model._default_manager.count() for model in found})


def _contents() -> list[Any]:
    # A finding's subject names its row by id, which is new each time.
    return sorted((field, text) for field, text in _texts() if field != "AcceptedFinding.subject")


def test_running_it_again_changes_nothing_and_says_so(load: Load) -> None:
    load()
    Task.objects.filter(project__slug="lektiecafeen", number=1).update(title="Rettet af en bruger")
    before, contents = _rows(), _contents()
    assert "Intet er ændret" in load(on="2027-03-01")
    assert _rows() == before
    assert _contents() == contents


def test_reset_gives_the_same_example_however_often(load: Load) -> None:
    load()
    before, contents = _rows(), _contents()
    load("--reset")
    load("--reset")
    assert _rows() == before
    assert _contents() == contents


def test_reset_takes_away_what_people_wrote_and_gives_the_password_back(load: Load) -> None:
    load()
    project = Project.objects.get(slug="lektiecafeen")
    Task.objects.filter(project=project, number=1).update(title="Rettet af en bruger")
    ProjectFactory(programme=project.programme, slug="prøv-selv")
    ProjectActorFactory(project=project, actor__name="Skakklubben")
    user = User.objects.get(email="ejer@pilebro.example")
    user.set_password("noget-helt-andet")
    user.name = "Et navn"
    user.save()
    Membership.objects.filter(user=user).delete()

    load("--reset")

    assert not Task.objects.filter(title="Rettet af en bruger").exists()
    assert not Project.objects.filter(slug="prøv-selv").exists()
    assert not Actor.objects.filter(name="Skakklubben").exists()
    user.refresh_from_db()
    assert check_password(PASSWORD, user.password)
    assert user.name == "Projektleder, Pilebro"
    assert user.memberships.get().role == Role.OWNER


def test_reset_moves_the_dates_to_the_new_day(load: Load) -> None:
    load()
    load("--reset", on="2027-05-04")
    assert str(Project.objects.get(slug="lektiecafeen").end) == "2027-12-11"


def test_reset_leaves_everybody_elses_plans_alone(load: Load) -> None:
    load()
    mine = ProjectActorFactory(
        project__slug="mit-projekt",
        actor__housing_organisation=HousingOrganisation.objects.get(lbf_number="9901"),
    )
    MembershipFactory(programme=mine.project.programme, user=User.objects.get(email="ejer@pilebro.example"))
    load("--reset")
    mine.refresh_from_db()
    assert mine.actor.housing_organisation.name == "Pilebro Boligforening"
    assert mine.project.programme.memberships.count() == 1


def test_production_refuses(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(env, "IS_PRODUCTION", True)
    for arguments in ([], ["--reset"]):
        with pytest.raises(CommandError, match="DJANGO_ENV=production"):
            load(*arguments)
    assert not Programme.objects.exists()
    assert not User.objects.exists()


def test_an_address_in_use_is_told_and_nothing_is_written(load: Load) -> None:
    ProjectFactory(slug="lektiecafeen")
    before = _rows()
    with pytest.raises(CommandError, match="lektiecafeen"):
        load()
    assert _rows() == before


def test_everybody_can_sign_in_with_the_password_it_prints(load: Load) -> None:
    said = load()
    assert PASSWORD in said
    for person in PEOPLE:
        assert person.email in said
        assert Client().login(email=person.email, password=PASSWORD)


def test_one_person_per_role_and_the_right_projects_for_each(load: Load) -> None:
    load()
    pilebro = {"lektiecafeen", "fritidsjobindsatsen", "sundhedscafeen", "sommerfesten"}
    expected = {
        "ejer@pilebro.example": ({Role.OWNER}, pilebro),
        "redaktoer@pilebro.example": ({Role.EDITOR}, pilebro),
        "bestyrelse@pilebro.example": ({Role.BOARD}, pilebro),
        "laeser@pilebro.example": ({Role.READER}, pilebro),
        "konsulent@pilebro.example": ({Role.EDITOR}, pilebro | {"cykelvaerkstedet"}),
        "fremmed@havneparken.example": ({Role.OWNER}, {"cykelvaerkstedet"}),
        "admin@pilebro.example": (set(), set()),
    }
    assert set(User.objects.values_list("email", flat=True)) == set(expected)
    for email, (roles, slugs) in expected.items():
        user = User.objects.get(email=email)
        assert set(user.memberships.values_list("role", flat=True)) == roles
        assert set(Project.objects.visible_to(user).values_list("slug", flat=True)) == slugs
        assert user.is_superuser == user.is_staff == (email == "admin@pilebro.example")


def test_nothing_in_it_looks_like_a_real_person(load: Load) -> None:
    load()
    assert all(email.endswith(".example") for email in User.objects.values_list("email", flat=True))
    for field, text in _texts():
        assert not re.search(r"\b\d{6}-?\d{4}\b", text), f"{field} looks like a CPR number"
        assert "@" not in text, f"{field} holds an e-mail address"
        assert not re.search(r"\b\d{2} \d{2} \d{2} \d{2}\b", text), f"{field} looks like a telephone number"


def test_it_takes_few_questions_to_the_database(load: Load, django_assert_max_num_queries: Any) -> None:
    # A table at a time: the number does not grow with the rows.
    with django_assert_max_num_queries(200):
        load()
