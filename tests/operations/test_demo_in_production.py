"""The example's people never sign in where real ones do."""

import subprocess
from collections.abc import Callable
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

from actors.models import HousingOrganisation, Programme
from forankring import env
from forankring.accounts.models import User
from forankring.operations.demo_accounts import check
from projects.demo import loader, removal
from projects.demo.people import PASSWORD, PEOPLE
from projects.models import Project
from tests.browser_client import Client
from tests.factories import ProgrammeFactory, ProjectFactory
from tests.operations.conftest import Installation
from tests.operations.test_settings import PRODUCTION


@pytest.fixture
def example() -> None:
    loader.load(date(2026, 6, 1))


@pytest.fixture
def in_production(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(env, "IS_PRODUCTION", True)


@pytest.mark.django_db
def test_health_and_the_check_name_the_example_in_production_only(
    client: Client, example: None, in_production: Callable[[], None]
) -> None:
    assert client.get("/healthz").status_code == 200
    assert not check(None)
    in_production()
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (503, b"demo\n")
    (problem,) = check(None)
    assert PEOPLE[0].email in problem.msg
    assert "demo --remove" in problem.hint
    with pytest.raises(SystemCheckError, match="demo --remove"):
        call_command("check", deploy=True)


@pytest.mark.django_db
def test_another_password_does_not_make_an_example_person_a_real_one(
    example: None, in_production: Callable[[], None]
) -> None:
    in_production()
    for person in User.objects.all():
        person.set_password("en helt anden kode 47")
        person.save()
    assert check(None)
    User.objects.update(is_active=False)
    assert not check(None)


@pytest.mark.django_db
def test_without_the_example_production_is_healthy(client: Client, in_production: Callable[[], None]) -> None:
    in_production()
    assert client.get("/healthz").content == b"ok\n"
    assert not check(None)


@pytest.mark.django_db
def test_removing_the_example_wants_a_yes_and_names_what_goes(example: None) -> None:
    with pytest.raises(CommandError, match="Pilebro i Balance"):
        call_command("demo", remove=True)
    assert loader.is_loaded()


@pytest.mark.django_db
def test_a_removed_example_leaves_nothing_of_its_own_and_all_that_is_others(
    example: None, in_production: Callable[[], None]
) -> None:
    own = ProgrammeFactory(name="Vores egen")
    mine = ProjectFactory(programme=own, name="Vores projekt")
    kept = HousingOrganisation.objects.get(lbf_number="9902")
    own.parties.create(housing_organisation=kept)
    approver = User.objects.get(email=PEOPLE[0].email)
    Project.objects.filter(pk=mine.pk).update(archived_at="2026-06-02T10:00Z", archived_by=approver)

    in_production()
    call_command("demo", remove=True, yes=True)

    assert not loader.is_loaded()
    assert list(Programme.objects.values_list("name", flat=True)) == ["Vores egen"]
    assert list(Project.objects.values_list("name", flat=True)) == ["Vores projekt"]
    assert list(HousingOrganisation.objects.filter(lbf_number__in=["9901", "9902"])) == [kept]
    # Whose name stands in another plan stays, and cannot sign in.
    (left,) = removal.accounts()
    assert left == approver
    assert not any([left.is_active, left.has_usable_password(), left.is_staff, left.is_superuser])
    assert not check(None)
    call_command("demo", remove=True, yes=True)


@pytest.mark.django_db(transaction=True)
def test_a_server_in_production_does_not_start_with_the_example(installation: Installation) -> None:
    assert installation.manage("serve", "--prepare-only").returncode == 0
    assert installation.manage("demo").returncode == 0
    database = installation.environment.get("DATABASE_URL", f"sqlite:///{installation.folder}/var/forankring.sqlite3")
    production = installation._replace(environment={**installation.environment, **PRODUCTION, "DATABASE_URL": database})

    def start(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*production.command()[:1], *command],
            cwd=production.folder,
            env=production.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    refused = start("-m", "forankring.server", "--port", "0")
    assert refused.returncode == 1
    assert len(refused.stderr.strip().splitlines()) == 1
    assert PEOPLE[0].email in refused.stderr
    assert "demo --remove --yes" in refused.stderr
    assert PASSWORD not in refused.stderr
    # Whatever server it is.
    assert "ImproperlyConfigured" in start("-c", "import forankring.wsgi").stderr

    for command in (("demo",), ("demo", "--reset")):
        assert production.manage(*command).returncode != 0
    removed = production.manage("demo", "--remove", "--yes")
    assert removed.returncode == 0, removed.stderr
    started = start("-c", "import forankring.wsgi; print('begun')")
    assert started.stdout.strip() == "begun", started.stderr
