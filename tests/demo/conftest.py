"""The example, loaded on the day that its own description is written for."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO

import pytest
import time_machine
from django.conf import LazySettings
from django.core.management import call_command

from projects.models import Project

Load = Callable[..., str]


def run_demo(*arguments: str, on: str = "2026-11-21") -> str:
    """Run `manage.py demo` at noon on that day and return what it says."""
    said = StringIO()
    day = datetime.fromisoformat(on).replace(hour=12, tzinfo=UTC)
    with time_machine.travel(day, tick=False):
        call_command("demo", *arguments, stdout=said)
    return said.getvalue()


@pytest.fixture(autouse=True)
def quick_passwords(settings: LazySettings) -> None:
    """What is tried here is the example, not how long a password takes to hash."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def load(db: None) -> Load:
    return run_demo


@pytest.fixture
def lektiecafeen(load: Load) -> Project:
    load()
    return Project.objects.get(slug="lektiecafeen")
