"""What the nightly command takes away is nowhere left in the database, and what is still promised stays."""

import os
import subprocess
from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import DAYS_TO_UNDO, Draft, Project, RemovedRow
from tests.browser_client import Client
from tests.factories import TaskFactory

NAME = "Kvistgaardsen"  # planted, and met nowhere else


def everything_stored() -> bytes:
    """The database as whoever gets hold of its file, or of a dump of it, reads it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        return bytes(connection.connection.serialize())
    given = connection.settings_dict
    dump = subprocess.run(
        ["pg_dump", "--format=plain", f"--host={given['HOST']}", f"--username={given['USER']}", given["NAME"]],
        env={**os.environ, "PGPORT": str(given["PORT"] or "5432")},
        capture_output=True,
        check=True,
    )
    return dump.stdout


def plant(person: User, project: Project) -> None:
    """The name in everything that goes by itself."""
    task = TaskFactory(project=project, title=f"{NAME} ringer rundt")
    client = Client()
    client.force_login(person)
    assert client.post(reverse("opgaver-fjern", args=[project.slug, task.pk])).status_code == 302
    project.events.all().delete()
    Draft.objects.create(
        person=person, project=project, about="maal", tab="0" * 16, version="", fields={"goal": [NAME]},
        kept_at=timezone.now(),
    )  # fmt: skip
    session = SessionStore()
    session["note"] = NAME
    session.save()
    # As the limits of tries have it: whoever tried is in the key.
    cache.set(f"{NAME}@pilebro.example", [1.0], 300)
    cache.set("other", NAME, 300)


@pytest.mark.django_db(transaction=True)
def test_after_the_days_that_are_told_nothing_of_it_is_left(owner: User, project: Project) -> None:
    plant(owner, project)
    # Session data is packed, so its row is looked for and not its words.
    assert NAME.encode() in everything_stored()
    assert {RemovedRow.objects.count(), Draft.objects.count()} == {1}

    call_command("clean_up", now=timezone.now() + timedelta(days=31))

    assert NAME.encode() not in everything_stored()
    assert not Session.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_until_then_it_can_be_undone(owner: User, project: Project) -> None:
    plant(owner, project)

    call_command("clean_up", now=timezone.now() + timedelta(days=DAYS_TO_UNDO, minutes=-5))
    assert RemovedRow.objects.count() == 1
    assert Draft.objects.count() == 1

    call_command("clean_up", now=timezone.now() + timedelta(days=DAYS_TO_UNDO, minutes=5))
    assert not RemovedRow.objects.exists()
    assert Draft.objects.count() == 1


@pytest.mark.django_db
def test_what_still_counts_is_kept() -> None:
    cache.set("running", "1", 300)
    session = SessionStore()
    session["note"] = NAME
    session.save()

    call_command("clean_up")

    assert cache.get("running") == "1"
    assert Session.objects.count() == 1
    cache.delete("running")


@pytest.mark.django_db
def test_a_moment_that_is_none_is_refused_in_words() -> None:
    with pytest.raises(CommandError, match="ikke et tidspunkt"):
        call_command("clean_up", "--now=i morgen")
    call_command("clean_up", "--now=2026-05-26T03:00")
