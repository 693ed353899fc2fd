"""The log tells an operator what happened and what about safety, and tells nobody's name, address or key."""

import io
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import RequestFactory
from django.urls import reverse

from actors.models import Role
from forankring.accounts.changing_address import token_for
from forankring.accounts.models import User
from forankring.accounts.services import invitation_path
from forankring.log import Line, path_of, pseudonym
from projects.models import Project
from projects.overview import my_projects
from tests.browser_client import Client
from tests.factories import MembershipFactory, UserFactory
from tests.operations.test_settings import PRODUCTION, run

As = Callable[[User], Client]
Committing = Callable[..., Any]
Lines = Callable[[], list[str]]

PASSWORD = "en-lang-adgangskode"


@pytest.fixture
def lines() -> Iterator[Lines]:
    """What was written since the last look, as an operator reads it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Line())
    logging.getLogger().addHandler(handler)

    def look() -> list[str]:
        found = written.getvalue().splitlines()
        written.seek(0)
        written.truncate()
        return found

    yield look
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def person(project: Project) -> User:
    user = UserFactory(email="konsulent@pilebro.example", name="Bodil Bæk", password=PASSWORD)
    MembershipFactory(programme=project.programme, user=user, role=Role.OWNER)
    return user


def test_a_page_is_one_line_with_all_that_is_asked_for(as_: As, person: User, project: Project, lines: Lines) -> None:
    client = as_(person)
    lines()
    answer = client.get(reverse("project", args=[project.slug]), {"q": "hemmeligt"}, REMOTE_ADDR="192.0.2.77")
    (line,) = lines()
    number = answer.headers["X-Request-ID"]
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d INFO forankring\.requests "
        rf"id={number} person={pseudonym(person.pk)} from=192\.0\.2\.0/24 GET /projekter/lektiecafeen/ 200 \d+ms",
        line,
    )
    for word in ("hemmeligt", person.email, "Bodil", "192.0.2.77"):
        assert word not in line


@pytest.mark.parametrize("ip", ["2001:db8:1:2:3:4:5:6", "2001:db8:1:ffff::1"])
def test_of_an_address_only_the_network_is_kept(client: Client, db: None, lines: Lines, ip: str) -> None:
    client.get(reverse("account_login"), REMOTE_ADDR=ip)
    assert "from=2001:db8:1::/48" in lines()[-1]


def test_a_person_is_the_same_in_each_line_and_another_with_another_key(settings: Any) -> None:
    mark = pseudonym(7)
    assert mark == pseudonym(7) != pseudonym(8)
    settings.SECRET_KEY = "en anden"
    assert pseudonym(7) != mark


@pytest.mark.parametrize(
    ("proxies", "given", "is_kept"),
    [
        (1, "4f1c9a7e-0000-4000-8000-1234567890ab", True),
        (0, "4f1c9a7e-0000-4000-8000-1234567890ab", False),
        (1, "kort", False),
        (1, "x" * 65, False),
        (1, "en linje med mellemrum", False),
    ],
)
def test_the_number_comes_from_a_proxy_of_ours_or_is_made(
    client: Client, db: None, settings: Any, lines: Lines, proxies: int, given: str, is_kept: bool
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    answer = client.get(reverse("account_login"), headers={"X-Request-ID": given, "X-Forwarded-For": "192.0.2.1"})
    number = answer.headers["X-Request-ID"]
    assert (number == given) is is_kept
    assert f"id={number} " in lines()[-1]
    assert client.get(reverse("account_login")).headers["X-Request-ID"] != number


def test_each_refused_page_is_one_line_without_a_traceback(
    as_: As, reader: User, project: Project, lines: Lines, settings: Any
) -> None:
    client, strict = as_(reader), Client(enforce_csrf_checks=True)
    lines()
    answers = [
        (client.get(reverse("project", args=[project.slug])), 403),
        (client.get("/projekter/findes-ikke/"), 404),
        (client.get("/findes-slet-ikke/"), 404),
        (client.get("/static/findes-ikke.css"), 404),
        (client.put("/"), 405),
        (client.get(reverse("stay")), 405),
        (client.get("/", headers={"Host": "en-anden.example"}), 400),
        (client.post(reverse("account_login"), {f"f{n}": "" for n in range(1100)}), 400),
        (strict.post(reverse("account_login"), {"login": "a"}), 403),
    ]
    written = lines()
    assert [answer.status_code for answer, _status in answers] == [status for _answer, status in answers]
    assert len(written) == len(answers)
    for line, (answer, status) in zip(written, answers, strict=True):
        assert " WARNING forankring.requests " in line
        assert f"id={answer.headers['X-Request-ID']} " in line
        assert f" {status} " in line
    assert "DisallowedHost (DJANGO_ALLOWED_HOSTS)" in written[6]


def test_what_serves_style_sheets_and_good_health_writes_nothing(client: Client, db: None, lines: Lines) -> None:
    client.get("/healthz")
    client.get("/static/app.css").close()
    assert lines() == []


def test_no_key_from_an_address_stands_in_the_log(client: Client, person: User, lines: Lines) -> None:
    change = token_for(person, person, "ny@pilebro.example")
    invited = UserFactory(email="ny@kommune.example", password=None)
    keys = ["abcdEFGH1234", "c8xyz-0123456789abcdef", change, invitation_path(invited).split("/")[-2]]
    for address in (
        reverse("stemme", args=[keys[0]]),
        reverse("account_reset_password_from_key", kwargs={"uidb36": "a7", "key": keys[1]}),
        reverse("confirm_address", args=[keys[2]]),
        invitation_path(invited),
    ):
        key = next(key for key in keys if key in address)
        for asked in (address, address.rstrip("/"), f"{address}x/", f"/deltag/?n={key}", f"/{address}"):
            client.get(asked)
            for line in lines():
                assert key not in line
                assert key[:12] not in line


def test_what_stands_instead_of_a_key_tells_which_page_it_was(client: Client, db: None, lines: Lines) -> None:
    client.get(reverse("stemme", args=["abcdEFGH1234"]))
    assert " GET /stemme/…/ " in lines()[0]
    client.get("/projekter/et/ukendt/sted/")
    assert " GET /projekter/… 404 " in lines()[0]


def test_nobody_can_write_a_line_of_their_own(client: Client, db: None, lines: Lines) -> None:
    for sign in ("%0A", "%0D", "%C2%85", "%E2%80%A8", "%1B"):
        client.get(f"/a{sign}2026-11-28 INFO signed_in/")
        (line,) = lines()
        assert line.endswith("ms")
        assert "\x1b" not in line
    request = RequestFactory().get("/")
    request.resolver_match = None
    request.path = "/ejer@pilebro.example"
    record = logging.makeLogRecord({"msg": path_of(request)})
    assert "pilebro" not in Line().format(record)


def test_a_fault_of_ours_has_one_traceback_with_the_number_that_the_page_shows(
    as_: As, person: User, monkeypatch: pytest.MonkeyPatch, lines: Lines
) -> None:
    def fail(*_args: Any, **_options: Any) -> None:
        raise IntegrityError("duplicate key\nDETAIL:  Key (email)=(nogen@pilebro.example) already exists.")

    client = as_(person)
    client.raise_request_exception = False
    monkeypatch.setattr(my_projects, "render", fail)
    lines()
    answer = client.get("/")
    assert answer.status_code == 500
    number = answer.headers["X-Request-ID"]
    assert number in answer.content.decode()
    written = lines()
    assert sum(line.startswith("Traceback") for line in written) == 1
    assert f"ERROR django.request id={number} person={pseudonym(person.pk)} " in written[0]
    assert f"ERROR forankring.requests id={number} " in written[-1]
    assert " 500 " in written[-1]
    assert "nogen" not in "".join(written)
    assert "IntegrityError: duplicate key" in "".join(written)


def test_signing_in_and_out_and_failing_to_are_logged(client: Client, person: User, lines: Lines) -> None:
    for _time in range(5):
        client.post(reverse("account_login"), {"login": person.email, "password": "forkert"})
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    failed = [line for line in lines() if "forankring.safety" in line]
    assert ["sign_in_failed" in line for line in failed] == [True] * 5 + [False]
    assert "sign_in_limited" in failed[-1]
    assert len({line.partition("tried=")[2] for line in failed}) == 1

    other = UserFactory(email="anden@pilebro.example", password=PASSWORD)
    client.post(reverse("account_login"), {"login": other.email, "password": PASSWORD})
    client.post(reverse("account_logout"))
    safety = [line.split(" ", 3)[3] for line in lines() if "forankring.safety" in line]
    assert [line.split()[3:] for line in safety] == [
        ["signed_in", f"who={pseudonym(other.pk)}"],
        ["signed_out", f"who={pseudonym(other.pk)}"],
    ]


def events(lines: Lines) -> dict[str, str]:
    """The name of each and the rest of its line. Nobody's address is in any line."""
    written = lines()
    assert "@pilebro" not in "".join(written)
    found = [re.fullmatch(r".* forankring\.safety id=\S+ person=\S+ from=\S+ (\w+) ?(.*)", line) for line in written]
    return {match[1]: match[2] for match in found if match}


def test_a_password_that_is_changed_or_made_anew_is_logged(as_: As, person: User, lines: Lines) -> None:
    as_(person).post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "mange gode ord 47", "password2": "mange gode ord 47"},
    )
    assert events(lines)["password_changed"] == f"who={pseudonym(person.pk)}"

    browser = Client()
    browser.post(reverse("account_reset_password"), {"email": person.email})
    from forankring.accounts import outbox

    outbox.wait()
    link = re.search(r"http://testserver(\S+)", mail.outbox[-1].body)
    assert link
    page = browser.get(link[1], follow=True)
    address = page.redirect_chain[-1][0]
    browser.post(address, {"password1": "andre gode ord 48", "password2": "andre gode ord 48"})
    found = events(lines)
    assert found["password_changed"] == found["signed_in"] == f"who={pseudonym(person.pk)}"


def test_what_happens_to_people_is_logged(
    as_: As, person: User, project: Project, lines: Lines, django_capture_on_commit_callbacks: Committing
) -> None:
    client, pk = as_(person), project.programme_id
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("members", args=[pk]), {"email": "ny@pilebro.example", "role": "board"})
    new = User.objects.get(email="ny@pilebro.example")
    who, by = pseudonym(new.pk), pseudonym(person.pk)
    found = events(lines)
    assert found["invited"] == f"who={who} by={by}"
    assert found["member_added"] == f"who={who} programme={pk} role=board by={by}"

    member = new.memberships.get().pk
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("member_role", args=[pk, member]), {"role": "editor"})
        client.post(reverse("member_remove", args=[pk, member]))
    found = events(lines)
    assert found["role_changed"] == f"who={who} programme={pk} role=editor by={by}"
    assert found["member_removed"] == f"who={who} programme={pk} by={by}"

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("change_address"), {"email": "bodil@pilebro.example", "password": PASSWORD})
        client.post(reverse("confirm_address", args=[token_for(person, person, "bodil@pilebro.example")]))
    found = events(lines)
    assert found["address_change_asked"] == f"who={by} by={by}"
    assert found["address_changed"] == f"who={by}"


def test_what_does_not_stand_in_the_end_is_not_logged(
    as_: As, person: User, project: Project, lines: Lines, monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Committing,
) -> None:  # fmt: skip
    client = as_(person)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("members", args=[project.programme_id]), {"email": person.email, "role": "board"})
    assert not {"invited", "member_added", "role_changed"} & events(lines).keys()


def test_an_invitation_taken_up_and_a_change_in_the_administration_are_logged(
    as_: As, admin_user: User, lines: Lines, django_capture_on_commit_callbacks: Committing
) -> None:
    invited = UserFactory(email="ny@pilebro.example", password=None)
    with django_capture_on_commit_callbacks(execute=True):
        Client().post(
            invitation_path(invited),
            {"name": "Ny", "organisation": "", "password": "mange gode ord 47", "repeated": "mange gode ord 47"},
        )
    found = events(lines)
    assert found["invitation_accepted"] == found["signed_in"] == f"who={pseudonym(invited.pk)}"

    with django_capture_on_commit_callbacks(execute=True):
        as_(admin_user).post(
            reverse("admin:accounts_user_change", args=[invited.pk]), {"email": invited.email, "name": "Lukket"}
        )
    assert events(lines)["admin_changed"] == f"model=accounts.user row={invited.pk}"


def test_a_paper_that_is_taken_home_is_logged(as_: As, person: User, project: Project, lines: Lines) -> None:
    as_(person).get(reverse("plan_pdf", args=[project.slug]), {"udgave": "delbar"})
    assert events(lines)["downloaded"] == f"path={reverse('plan_pdf', args=[project.slug])}"


def test_no_form_of_a_project_is_left_out_of_the_log(as_: As, person: User, project: Project, lines: Lines) -> None:
    client = as_(person)
    lines()
    client.post(reverse("project_archive", args=[project.slug]))
    assert f"POST {reverse('project_archive', args=[project.slug])} 302" in lines()[-1]


def test_a_server_writes_these_lines_to_its_error_output() -> None:
    code = """
import django; django.setup()
from django.test import Client
Client().get("/healthz", secure=True, headers={"Host": "forankring.pilebro.example"})
"""
    empty = {**PRODUCTION, "DATABASE_URL": "sqlite:///:memory:", "DJANGO_SETTINGS_MODULE": "forankring.settings"}
    written = run("-c", code, **empty).stderr.splitlines()
    (line,) = (line for line in written if " ERROR forankring.requests id=" in line)
    assert " GET /healthz 503 " in line
