"""The environment as typed values. Production refuses to start on a missing or weak one and names it."""

import os
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_PLACE = os.environ.get("DJANGO_ENV", "").strip() or "local"
if _PLACE not in {"local", "production"}:
    # A misspelt ”production” would otherwise run open to the world with the keys of a developer's machine.
    raise ImproperlyConfigured(f"DJANGO_ENV skal være local eller production, ikke ”{_PLACE}”.")
IS_PRODUCTION = _PLACE == "production"
_ON = {"1", "true", "ja", "yes", "on"}
_OFF = {"0", "false", "nej", "no", "off"}


def text(name: str, *, local: str) -> str:
    """The variable's value. Without it: `local` on a developer's machine, a refusal in production."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if IS_PRODUCTION:
        raise ImproperlyConfigured(f"{name} skal være sat, når DJANGO_ENV=production.")
    return local


def secret(name: str, *, local: str) -> str:
    """A key of at least 50 characters with at least 10 different ones (Django's own rule, security.W009)."""
    value = text(name, local=local)
    if IS_PRODUCTION and (len(value) < 50 or len(set(value)) < 10 or value.startswith("django-insecure-")):
        raise ImproperlyConfigured(f"{name} er for svag: brug mindst 50 tilfældige tegn.")
    return value


def mail_server(name: str) -> str:
    """The host that sends our mail. `console` prints it instead: links that let people in would end in a log."""
    value = text(name, local="console")
    if IS_PRODUCTION and value == "console":
        raise ImproperlyConfigured(f"{name} skal være en mailserver, når DJANGO_ENV=production.")
    return value


def hosts(name: str, *, local: str) -> list[str]:
    """Host names, separated by commas. A bare `*` would let anyone name the host, so production refuses it."""
    value = [host.strip() for host in text(name, local=local).split(",") if host.strip()]
    if IS_PRODUCTION and (not value or "*" in value):
        raise ImproperlyConfigured(f"{name} skal nævne hvert værtsnavn; * er ikke nok.")
    return value


def integer(name: str, default: int) -> int:
    """A whole number.

    Raises:
        ImproperlyConfigured: the variable holds something else.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} skal være et helt tal, ikke ”{value}”.")
    return int(value)


def flag(name: str, *, default: bool) -> bool:
    """1/true/ja/yes/on or 0/false/nej/no/off; the default when unset.

    Raises:
        ImproperlyConfigured: anything else, which may have been meant either way.
    """
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value not in _ON | _OFF:
        raise ImproperlyConfigured(f"{name} skal være 1 eller 0, ikke ”{value}”.")
    return value in _ON


def database(name: str, *, local: str) -> dict[str, object]:
    """A database URL (`sqlite:///path` or `postgresql://user:password@host:port/name`) as Django settings.

    Raises:
        ImproperlyConfigured: another engine, or no database name.
    """
    url = urlsplit(text(name, local=local))
    if url.scheme == "sqlite":
        return _sqlite(name, url)
    if url.scheme in {"postgres", "postgresql"}:
        return _postgresql(name, url)
    raise ImproperlyConfigured(f"{name} skal begynde med sqlite:/// eller postgresql://.")


def _sqlite(name: str, url: SplitResult) -> dict[str, object]:
    filename = unquote(url.path).removeprefix("/")
    if not filename:
        raise ImproperlyConfigured(f"{name} mangler filnavnet: sqlite:///sti/til/filen.sqlite3.")
    return {
        # Django's own, taught to sort Danish names.
        "ENGINE": "forankring.database.sqlite3",
        "NAME": Path(filename),
        "TEST": {"NAME": ":memory:"},
        # WAL lets readers go on while one writes; IMMEDIATE takes the lock before reading what it will change.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


def _postgresql(name: str, url: SplitResult) -> dict[str, object]:
    database_name = unquote(url.path).removeprefix("/")
    if not database_name:
        raise ImproperlyConfigured(f"{name} mangler databasens navn.")
    try:
        port = str(url.port or "")
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} har en port, der ikke er et tal.") from error
    # A database that is away must be an answer within seconds, not a queue of requests that wait.
    options = {"connect_timeout": "10"} | dict(parse_qsl(url.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", url.hostname or ""),
        "PORT": options.pop("port", port),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
