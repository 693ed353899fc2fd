"""/healthz, as a monitor sees it."""

import pytest
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tests.browser_client import Client


@pytest.mark.django_db
def test_a_migrated_database_is_healthy_without_signing_in(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db
def test_a_waiting_migration_is_not_healthy(client: Client) -> None:
    (newest,) = MigrationLoader(connection).graph.leaf_nodes("projects")
    MigrationRecorder(connection).record_unapplied(*newest)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (503, b"migrations\n")


@pytest.mark.django_db
def test_a_migration_from_a_newer_version_is_not_healthy(client: Client) -> None:
    MigrationRecorder(connection).record_applied("projects", "9999_fra_fremtiden")
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (503, b"migrations\n")


def test_a_database_that_does_not_answer_is_not_healthy(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(self: BaseDatabaseWrapper) -> None:
        raise OperationalError("connection refused: hemmeligt")

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", refuse)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (503, b"database\n")
    # Why is for the log, not for whoever asks.
    assert "hemmeligt" in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_health_can_only_be_read(client: Client, method: str) -> None:
    assert getattr(client, method)("/healthz").status_code == 405
