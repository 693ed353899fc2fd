"""What all tests share: the people and the project in `tests.fixtures`, and settings that only speed things up."""

import gc
from collections.abc import Generator, Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

pytest_plugins = ["tests.fixtures"]

# Seven thousand tests make much rubbish; looking for it after every 700 new objects takes a tenth of the time.
gc.set_threshold(50_000)

# A busy machine is no counterexample.
hypothesis.settings.register_profile(
    "forankring", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("forankring")


@pytest.fixture(scope="session", autouse=True)
def quick_settings() -> Iterator[None]:
    """A cheap password hash, and static files straight from their source: nothing needs collecting first.

    WhiteNoise reads STATIC_ROOT when a client starts; the source folder is always there.
    """
    storages = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES=storages,
        STATIC_ROOT=settings.BASE_DIR / "static",
    ):
        yield


@pytest.fixture(autouse=True)
def letters_stay_with_their_test() -> Iterator[None]:
    """Some go off after the answer; none into the next test's outbox."""
    yield
    from forankring.accounts import outbox  # late: this file is read before Django is set up

    outbox.wait()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """As pytest-django has it, but a page that a browser left half-way does not keep the database from going."""
    settings.DATABASES["default"]["CONN_MAX_AGE"] = 0
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


def flushes(item: pytest.Item) -> bool:
    """Whether the test ends by emptying every table, because it commits for real."""
    marker = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    return bool(marker and marker.kwargs.get("transaction")) or not {"transactional_db", "live_server"}.isdisjoint(
        fixtures
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, None, None]:
    """Put back the rows that the migrations brought: a flush takes them too."""
    yield
    if nextitem is not None and flushes(item):
        with item.config.stash[blocking_manager_key].unblock():
            # Imported late: this file is read before Django is set up.
            from actors.reference import load_municipalities
            from projects.action_templates import load_action_templates
            from projects.activities import load_activities
            from projects.reference import load_focus_areas

            load_municipalities()
            load_focus_areas()
            load_action_templates()
            load_activities()


@pytest.fixture(autouse=True)
def turns_of_its_own(tmp_path_factory: pytest.TempPathFactory, settings: Any) -> None:
    """Test processes do not make PDFs in turn."""
    settings.PDF_TURNS_DIR = tmp_path_factory.getbasetemp() / "pdf-turns"
