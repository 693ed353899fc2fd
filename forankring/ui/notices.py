"""Messages that carry a button. `components/messages.html` draws it as a form, so it works without JavaScript."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest


def say_with_undo(request: HttpRequest, text: Any, url: str) -> None:
    """Tell what was done, with the button "Fortryd" that posts to `url`."""
    messages.success(request, text, extra_tags=url)
