"""Two people, or two presses of one, at the same instant: each in a thread, with a line to the database of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def at_the_same_instant(*acts: Callable[[], Any]) -> list[Any]:
    """What each came to; what one raised is raised here. The test must use
    `many_lines` before it makes its rows."""
    ready = Barrier(len(acts))

    def carry_out(act: Callable[[], Any]) -> Any:
        try:
            ready.wait(timeout=60)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(carry_out, acts))
