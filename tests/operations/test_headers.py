"""What every answer carries, whoever asks."""

import gzip
import re
from collections.abc import Callable

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Project
from tests.browser_client import Client

As = Callable[[User], Client]
pytestmark = pytest.mark.django_db

ADDRESSES = ["/healthz", "/konto/log-ind/", "/findes-ikke", "/admin/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_forbids_inline_code_and_other_hosts(client: Client, address: str) -> None:
    policy = client.get(address).headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == directives["font-src"] == "'self'"
    assert directives["frame-ancestors"] == directives["base-uri"] == directives["object-src"] == "'none'"
    assert "unsafe" not in policy
    # No host is named: only this one, nothing, or data: for pictures.
    assert set(" ".join(directives.values()).split()) <= {"'none'", "'self'", "data:"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_the_secure_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_page_travels_compressed_and_its_length_tells_nothing(client: Client) -> None:
    plain = client.get("/konto/log-ind/").content
    answers = [client.get("/konto/log-ind/", headers={"Accept-Encoding": "gzip"}) for _number in range(9)]
    assert all(answer.headers["Content-Encoding"] == "gzip" for answer in answers)
    assert all(len(answer.content) < len(plain) / 2 for answer in answers)
    assert b'name="password"' in gzip.decompress(answers[0].content)
    assert len({len(answer.content) for answer in answers}) > 1


def test_the_sign_in_page_holds_no_inline_code_and_asks_no_other_host(client: Client) -> None:
    page = client.get("/konto/log-ind/").content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert not re.search(r"(?:src|srcset|poster)=[\"'](?:https?:)?//", page)
    assert not re.search(r"<link[^>]*href=[\"'](?:https?:)?//", page)


def test_no_answer_is_kept_by_a_browser_or_a_proxy(as_: As, client: Client, owner: User, project: Project) -> None:
    """Pages, refusals, files, redirects and what a page asks for by itself; a guest's too."""
    signed_in, slug = as_(owner), project.slug
    addresses = [
        "",
        f"projekter/{slug}/",
        f"projekter/{slug}/plan/",
        "findes-ikke/",
        "projekter/findes-ikke/",
        "admin/",
    ]
    for answer in [
        *(signed_in.get(f"/{address}") for address in addresses),
        signed_in.get(reverse("members", args=[project.programme_id])),
        signed_in.post(reverse("stay"), {"ask": "1"}, headers={"Accept": "application/json"}),
        signed_in.post(reverse("profile"), {"name": "Ny"}),
        *(client.get(address) for address in [*ADDRESSES, "/deltag/", "/deltager/", "/stemme/ingen/"]),
        client.get(f"/projekter/{slug}/"),
    ]:
        assert {"private", "no-store"} <= set(answer.headers["Cache-Control"].split(", ")), answer.request["PATH_INFO"]
        assert "public" not in answer.headers["Cache-Control"]


def test_only_signing_out_clears_the_browsers_cache(as_: As, owner: User) -> None:
    client = as_(owner)
    before = [client.get("/"), client.get(reverse("account_logout")), client.post(reverse("profile"), {"name": "Ny"})]
    out = client.post(reverse("account_logout"))
    again = client.post(reverse("account_logout"))

    assert out.headers["Clear-Site-Data"] == '"cache"'
    assert not any("Clear-Site-Data" in answer.headers for answer in [*before, again, client.get("/konto/log-ind/")])


def test_the_administration_has_no_way_out_of_its_own(as_: As, admin_user: User) -> None:
    client = as_(admin_user)
    assert client.post("/admin/logout/")["Location"] == reverse("account_logout")
    assert client.get("/admin/").status_code == 200
