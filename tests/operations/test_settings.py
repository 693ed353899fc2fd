"""The settings as a place of operation meets them: in a process of their own, with an environment of their own."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "DJANGO_ENV": "production",
    "DJANGO_SECRET_KEY": "Yc7-fLq2mZt9_wXe4RbN1vKs8HdPj3GaQu6TiO5yAhDkEzWlCnMg0",
    "DJANGO_ALLOWED_HOSTS": "forankring.pilebro.example",
    "DATABASE_URL": "postgresql://forankring:hemmeligt@db.pilebro.example/forankring",
    "EMAIL_HOST": "mail.pilebro.example",
    "DEFAULT_FROM_EMAIL": "Forankring <forankring@pilebro.example>",
}


def run(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Python with only these variables of ours; None takes one away."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    given = {name: value for name, value in environment.items() if value is not None}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env={**kept, **given},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_any_variable_the_application_runs_locally() -> None:
    shown = run("-c", "from forankring import settings as s; print(s.DEBUG, s.DATABASES['default']['NAME'])")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.strip() == f"False {settings.BASE_DIR / 'var' / 'forankring.sqlite3'}"


def test_the_deployment_check_is_clean_in_production_settings() -> None:
    checked = run("-W", "error", "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert checked.returncode == 0, checked.stderr
    assert "0 silenced" in checked.stdout
    assert "no issues" in checked.stdout


@pytest.mark.parametrize("name", sorted(PRODUCTION.keys() - {"DJANGO_ENV"}))
@pytest.mark.parametrize("value", [None, "", "  "])
def test_production_refuses_to_start_without_it_and_names_it(name: str, value: str | None) -> None:
    started = run("-c", "import forankring.settings", **{**PRODUCTION, name: value})
    assert started.returncode != 0
    assert f"{name} skal være sat" in started.stderr


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("DJANGO_ENV", "prod", "local eller production"),
        ("DJANGO_SECRET_KEY", "kort", "for svag"),
        ("DJANGO_SECRET_KEY", "a" * 80, "for svag"),
        ("DJANGO_SECRET_KEY", "django-insecure-" + PRODUCTION["DJANGO_SECRET_KEY"], "for svag"),
        ("DJANGO_SECRET_KEY", "only-for-a-developers-own-machine", "for svag"),
        ("DJANGO_ALLOWED_HOSTS", "*", "hvert værtsnavn"),
        ("DJANGO_ALLOWED_HOSTS", " , ", "hvert værtsnavn"),
        ("DATABASE_URL", "mysql://localhost/forankring", "sqlite:/// eller postgresql://"),
        ("DATABASE_URL", "postgresql://localhost", "databasens navn"),
        ("DATABASE_URL", "postgresql://localhost:port/forankring", "ikke er et tal"),
        ("DATABASE_URL", "sqlite://", "filnavnet"),
        ("EMAIL_HOST", "console", "en mailserver"),
        ("EMAIL_PORT", "ja", "helt tal"),
        ("EMAIL_USE_TLS", "måske", "1 eller 0"),
    ],
)
def test_a_value_that_cannot_be_right_is_refused_by_name(name: str, value: str, message: str) -> None:
    started = run("-c", "import forankring.settings", **{**PRODUCTION, name: value})
    assert started.returncode != 0
    last = started.stderr.strip().splitlines()[-1]
    assert name in last
    assert message in last


def test_production_never_debugs() -> None:
    shown = run("-c", "from forankring import settings as s; print(s.DEBUG)", **PRODUCTION, DJANGO_DEBUG="1")
    assert shown.stdout.strip() == "False"


def test_a_database_address_may_hold_any_password_and_a_socket() -> None:
    wanted = "d['PASSWORD'], d['HOST'], d['OPTIONS']"
    code = f"from forankring.settings import DATABASES; d = DATABASES['default']; print({wanted})"
    shown = run("-c", code, DATABASE_URL="postgresql://f:p%40ss%2Fw%3Ard@/forankring?host=/run/pg&sslmode=require")
    assert shown.stdout.strip() == "p@ss/w:rd /run/pg {'connect_timeout': '10', 'sslmode': 'require'}"


def test_the_demo_refuses_in_production() -> None:
    loaded = run("manage.py", "demo", **{**PRODUCTION, "DATABASE_URL": "sqlite:///:memory:"})
    assert loaded.returncode != 0
    assert "Traceback" not in loaded.stderr


def test_in_production_no_cookie_can_be_planted_by_a_neighbour() -> None:
    """A browser takes `__Host-` only by TLS, for the whole host and for no other."""
    code = """
import django; django.setup()
from django.conf import settings as s
from django.contrib.messages import constants, get_messages
from django.contrib.messages.middleware import MessageMiddleware
from django.http import HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.test import RequestFactory
from forankring.accounts import devices
request = RequestFactory().get("/")
request.session, response = {}, HttpResponse()
MessageMiddleware(lambda r: response).process_request(request)
request._messages.add(constants.INFO, "Gemt")
request._messages.update(response)
get_token(request)
CsrfViewMiddleware(lambda r: response).process_response(request, response)
request.signed_in_now = 7
devices.make_known(request, response)
response.set_cookie(s.SESSION_COOKIE_NAME, "x", path=s.SESSION_COOKIE_PATH, domain=s.SESSION_COOKIE_DOMAIN,
    secure=s.SESSION_COOKIE_SECURE, httponly=s.SESSION_COOKIE_HTTPONLY)
for cookie in response.cookies.values():
    print(cookie.key, cookie["path"], cookie["domain"], cookie["secure"], cookie["httponly"], sep="|")
"""
    shown = run("-c", code, **PRODUCTION, DJANGO_SETTINGS_MODULE="forankring.settings")
    assert shown.returncode == 0, shown.stderr
    cookies = [line.split("|") for line in shown.stdout.split()]
    assert len(cookies) == 4
    assert all(name.startswith("__Host-") for name, *_rest in cookies)
    assert all(rest == ["/", "", "True", "True"] for _name, *rest in cookies)
