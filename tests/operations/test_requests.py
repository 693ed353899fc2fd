"""What is refused before any view sees it."""

from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from tests.addresses import ADDRESSES
from tests.browser_client import Client

pytestmark = pytest.mark.django_db
OPEN = ["/healthz", "/konto/log-ind/", "/deltag/", "/admin/", "/findes-ikke/"]


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "PROPFIND"])
def test_only_reading_and_sending_a_form_are_answered(client: Client, method: str) -> None:
    for path in OPEN + [reverse(each.name) for each in ADDRESSES if not each.arguments]:
        answer = client.generic(method, path)
        assert answer.status_code == 405, path
        assert answer.headers["Allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize("more", [{"CONTENT_LENGTH": "500"}, {"HTTP_TRANSFER_ENCODING": "chunked"}])
def test_half_a_body_is_refused_whichever_server_handed_it_on(client: Client, more: dict[str, Any]) -> None:
    sent = b"login=nogen%40pilebro.example&password=forkert&slut=login+password+."
    given = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": reverse("account_login"),
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "wsgi.input": BytesIO(sent),
    }
    answer = client.request(**given, **more)
    assert answer.status_code == 400
    assert "Intet er gemt" in answer.content.decode()
    assert not User.objects.filter(email="nogen@pilebro.example").exists()
    assert client.request(**given | {"wsgi.input": BytesIO(sent), "CONTENT_LENGTH": str(len(sent))}).status_code == 200
