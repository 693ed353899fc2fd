"""Pages that are for one person's eyes. On the big screen they are covered (projects/meetings/screen.py)."""

from collections.abc import Callable
from typing import Any

_MARK = "is_private"


def private(view: Callable[..., Any]) -> Callable[..., Any]:
    """Say of a view that it shows one person's own: their hidden answers, or a link that is a key."""
    setattr(view, _MARK, True)
    return view


def is_private(view: Callable[..., Any]) -> bool:
    return getattr(view, _MARK, False)
