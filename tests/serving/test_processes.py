"""A server process that is killed is replaced, and none outlives the one that started it. Real kills."""

import os
import signal
import threading
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from time import sleep

import pytest

from tests.serving.sites import LONG, children, get, is_alive, is_free, small_site, wait_until

TIMES = 20
SECONDS = 5  # to be whole again


def test_a_killed_process_is_replaced_and_the_others_are_answered_meanwhile(tmp_path: Path) -> None:
    with small_site(tmp_path) as (process, port, _reached):
        wait_until(lambda: len(children(process.pid)) == 2)
        refused: list[str] = []
        done = threading.Event()

        def visit() -> None:
            while not done.is_set():
                try:
                    assert get(port)[0] == 200
                except ConnectionRefusedError as error:  # nobody listens
                    refused.append(repr(error))
                except (OSError, HTTPException):  # was in the hands of the one that died
                    pass
                sleep(0.01)

        visitor = threading.Thread(target=visit)
        visitor.start()
        try:
            for _time in range(TIMES):
                before = children(process.pid)
                killed = min(before)
                os.kill(killed, signal.SIGKILL)
                with suppress(OSError, HTTPException):
                    get(port)
                wait_until(lambda: len(children(process.pid) - {killed}) == 2, SECONDS)  # noqa: B023
                assert get(port)[0] == 200
        finally:
            done.set()
            visitor.join(LONG)
        assert refused == []
        assert process.poll() is None


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_when_the_main_process_ends_none_is_left_that_holds_the_port(tmp_path: Path, how: signal.Signals) -> None:
    for _time in range(TIMES if how == signal.SIGKILL else 3):
        with small_site(tmp_path) as (process, port, _reached):
            wait_until(lambda: len(children(process.pid)) == 2)
            left = children(process.pid)
            process.send_signal(how)
            process.wait(LONG)
            wait_until(lambda: not any(is_alive(pid) for pid in left), SECONDS)  # noqa: B023
            wait_until(lambda: is_free(port), SECONDS)


def test_what_is_begun_is_finished_before_a_stop(tmp_path: Path) -> None:
    with small_site(tmp_path) as (process, port, reached):
        found: list[int] = []
        threads = [threading.Thread(target=lambda: found.append(get(port, "/slow")[0])) for _number in range(4)]
        for thread in threads:
            thread.start()
        wait_until(lambda: reached.read_text().count("\n") == 4)
        process.terminate()
        for thread in threads:
            thread.join(LONG)
        assert found == [200] * 4
        assert process.wait(LONG) == 0
