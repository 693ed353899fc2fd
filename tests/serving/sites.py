"""Starting a server, what its processes are, and raw lines to it."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).resolve().parents[2]
LONG = 60  # seconds before a test gives up; a busy machine is slow, and no test waits so long when all is well


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(holds: Callable[[], bool], seconds: float = LONG) -> float:
    """How long it took.

    Raises:
        AssertionError: it did not come to hold.
    """
    start = monotonic()
    while not holds():
        assert monotonic() - start < seconds, f"not within {seconds} s"
        sleep(0.02)
    return monotonic() - start


def get(port: int, path: str = "/") -> tuple[int, str]:
    """A request on a line of its own."""
    line = HTTPConnection("127.0.0.1", port, timeout=LONG)
    try:
        line.request("GET", path)
        answer = line.getresponse()
        return answer.status, answer.read().decode()
    finally:
        line.close()


def answers(port: int) -> bool:
    with suppress(OSError, HTTPException):
        return get(port, "/healthz")[0] == 200
    return False


def children(parent: int) -> set[int]:
    """The living processes that it started."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, of, *_rest = stat.read_text().rpartition(")")[2].split()
            if int(of) == parent and state != "Z":
                found.add(int(stat.parent.name))
    return found


def is_alive(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def is_free(port: int) -> bool:
    """Whether a server could be started there."""
    with suppress(OSError), socket.create_server(("127.0.0.1", port)):
        return True
    return False


@contextmanager
def small_site(folder: Path, patience: float = 20) -> Iterator[tuple[subprocess.Popen[bytes], int, Path]]:
    """The process, its port, and the file with a line for each request that reached the application."""
    port, file = free_port(), folder / "reached"
    file.touch()
    command = [sys.executable, "-m", "tests.serving.small_site", str(port), str(file), str(patience)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until(lambda: process.poll() is not None or answers(port))
            file.write_text("")
            yield process, port, file
        finally:
            process.terminate()
            process.wait(LONG)


def open_line(port: int, sent: bytes) -> socket.socket:
    """A line that something was sent on, still open."""
    line = socket.create_connection(("127.0.0.1", port), timeout=LONG)
    line.sendall(sent)
    return line


def sent_and_broken_off(port: int, sent: bytes) -> bytes:
    """What the server answers when nothing more comes. It has dealt with the line when this returns."""
    with open_line(port, sent) as line:
        line.shutdown(socket.SHUT_WR)
        return read_to_the_end(line)


def read_to_the_end(line: socket.socket) -> bytes:
    found = b""
    with suppress(ConnectionError):
        while part := line.recv(65536):
            found += part
    return found
