"""The example's people have a password that everybody can read. In production the program does not start with them."""

from typing import Any

from django.core.checks import Error as Problem
from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connection

from forankring import env
from projects.demo.removal import accounts

WHAT_TO_DO = "Fjern demoen med: python manage.py demo --remove --yes"


def open_in_production() -> list[str]:
    """The addresses of those who can sign in where nobody of the example should; empty on a developer's machine."""
    if not env.IS_PRODUCTION:
        return []
    return sorted(accounts().filter(is_active=True).values_list("email", flat=True))


def refuse_to_start() -> None:
    """For what starts a server.

    Without a database to ask the server starts, for its pages say what is wrong; then /healthz tells, once it is back.

    Raises:
        ImproperlyConfigured: the example's people can sign in, in production.
    """
    problem = _problem()
    connection.close()  # the server's processes are copies of this one, and must not share it
    if problem:
        raise ImproperlyConfigured(f"{problem} {WHAT_TO_DO}")


def check(app_configs: Any, **options: Any) -> list[Problem]:
    """For `manage.py check --deploy`."""
    return [Problem(problem, hint=WHAT_TO_DO, id="forankring.E001")] if (problem := _problem()) else []


def _problem() -> str:
    try:
        found = open_in_production()
    except Error:
        return ""
    names = ", ".join(found)
    return f"Demoens personer kan logge ind med en adgangskode, alle kan læse: {names}." if found else ""
