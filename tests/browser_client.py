"""Django's test client, with what every page adds to its forms: as a browser that opened the page and filled it in."""

from typing import Any

from django import test
from django.test.client import MULTIPART_CONTENT

END = "slut"  # the last field of every form: the names before it, and a full stop


def whole(data: dict[str, Any]) -> dict[str, Any]:
    """The fields with the end that a form with just these has."""
    return {**data, END: " ".join([*(name for name in data if data[name] not in ([], None)), "."])}


class Client(test.Client):
    """`post` sends a whole form. What is posted as it is (`content_type`) is sent untouched."""

    def post(self, path: str, data: Any = None, content_type: str = MULTIPART_CONTENT, **extra: Any) -> Any:  # type: ignore[override]
        if content_type == MULTIPART_CONTENT:
            data = whole(dict(data or {}))
        return super().post(path, data, content_type, **extra)
