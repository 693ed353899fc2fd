"""Pages that are for one person's eyes. On the big screen they are covered (projects/meetings/screen.py)."""

from collections.abc import Callable, Mapping
from typing import Any

_MARK = "is_private"


def private(view: Callable[..., Any]) -> Callable[..., Any]:
    """Say of a view that it shows one person's own: their hidden answers, their address, or a link that is a key."""
    setattr(view, _MARK, True)
    return view


def is_private(view: Callable[..., Any], arguments: Mapping[str, Any]) -> bool:
    """Whether the page that the view gives with these arguments is: rows of a step that is private are (Step)."""
    kind = arguments.get("kind")
    return getattr(view, _MARK, False) or getattr(getattr(kind, "step", None), _MARK, False)
