"""Django's test client, with what every page adds to its forms: as a browser that opened the page and filled it in."""

import re
from typing import Any

from django import test
from django.test.client import MULTIPART_CONTENT

from forankring.whole import END

_TOLD = re.compile(r'name="fortalt" value="([^"]+)"')


def whole(data: dict[str, Any]) -> dict[str, Any]:
    """The fields with the end that a form with just these has, unless they came with the end of their own page."""
    return {END: " ".join([*(name for name in data if data[name] not in ([], None)), "."])} | data


class Client(test.Client):
    """`post` sends a whole form. What is posted as it is (`content_type`) is sent untouched.

    A form that is kept and was not read from its page is sent from the page of today.
    """

    def post(self, path: str, data: Any = None, content_type: str = MULTIPART_CONTENT, **extra: Any) -> Any:  # type: ignore[override]
        if content_type != MULTIPART_CONTENT:
            return super().post(path, data, content_type, **extra)
        answers = whole(dict(data or {}))
        response = super().post(path, answers, **extra)
        if (
            response.status_code == 409
            and "version" not in answers
            and (told := _TOLD.search(response.content.decode()))
        ):
            return super().post(path, {"version": told[1]} | answers, **extra)
        return response

    def filled_in(self, path: str, data: dict[str, Any]) -> dict[str, Any]:
        """What is sent when the page that is at the address now is filled in so, and nothing else stands in it."""
        version = re.search(r'name="version" value="([^"]+)"', self.get(path).content.decode())
        return ({"version": version[1]} if version else {}) | data
