"""What all tests share: the people and the project in `tests.fixtures`, and settings that only speed things up."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import override_settings

pytest_plugins = ["tests.fixtures"]


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
