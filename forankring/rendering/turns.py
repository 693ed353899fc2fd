"""Whose PDF is being made: one for each person and two on the machine, counted across the server's processes.

A turn is a lock on a file, which the system lets go of however a process ends. Nobody waits for one: who waits would
hold a working thread that a page could have had.
"""

import fcntl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.conf import settings

PLACES = 2


class NoTurnError(Exception):
    """Not now. `is_own`: the same person's last one is still being made."""

    def __init__(self, *, is_own: bool) -> None:
        super().__init__()
        self.is_own = is_own


@contextmanager
def a_turn(person: str) -> Iterator[None]:
    """The block runs while the person has one of the places.

    Raises:
        NoTurnError: the person has one already, or they are all taken.
    """
    folder: Path = settings.PDF_TURNS_DIR
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        mine = None
        with (folder / "gate").open("a") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)  # a moment: nothing is made behind it
            for number in range(PLACES):
                place = held.enter_context((folder / str(number)).open("a+"))
                try:
                    fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    place.seek(0)
                    if place.read() == person:
                        raise NoTurnError(is_own=True) from None
                else:
                    if mine:
                        fcntl.flock(place, fcntl.LOCK_UN)
                    mine = mine or place
            if not mine:
                raise NoTurnError(is_own=False)
            mine.truncate(0)
            mine.write(person)
            mine.flush()
        yield
