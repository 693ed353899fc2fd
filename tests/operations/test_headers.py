"""What every answer carries, whoever asks."""

import gzip
import re

import pytest
from django.test import Client

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
