"""The server that people reach: waitress in two processes, and a parent that does nothing but keep two of them alive.

    python -m forankring.server --host 127.0.0.1 --port 8000

The parent loads the application and opens the address once for each child; the children are copies of it. A child that
dies is replaced at once, and what came for it meanwhile waits at the address, which the parent holds. A child whose
parent is gone ends.

waitress reads a request whole, in a thread that does nothing else, before a working thread sees it. So a line that
breaks in the middle of a form changes nothing, and one that never comes to its end holds nobody else up.
"""

import logging
import os
import resource
import signal
import socket
import sys
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NoReturn

from django.core.exceptions import ImproperlyConfigured
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

PROCESSES = 2
THREADS = 4  # in each
LINES = 1000  # in each; one that is open costs a file, and no thread
LARGEST_BODY = 4 * 2**20  # bytes; DATA_UPLOAD_MAX_MEMORY_SIZE is smaller and is said in words
PATIENCE = 20  # seconds in which a request may come as slowly as it likes
LEAST_RATE = 1000  # bytes a second after that
IDLE = 60  # seconds a line stays open with nothing on it
TURN = 0.001  # seconds a thread may keep Python from the others: the one that reads has little to do, and often
TIME_TO_STOP = 10  # seconds a process may take to finish what it has begun

logger = logging.getLogger(__name__)


class Line(HTTPChannel):
    """A browser's line to us. It knows when the request that is under way began."""

    began = 0.0

    def received(self, data: bytes) -> bool:
        if self.request is None:
            self.began = time.time()
        return super().received(data)

    def is_too_slow(self, now: float) -> bool:
        """Whether a request has been under way for longer than the bytes that have come are worth."""
        if self.request is None or self.requests:
            return False
        seconds = now - self.began
        come = self.request.header_bytes_received + self.request.body_bytes_received
        return seconds > PATIENCE and come < seconds * LEAST_RATE


class Server(TcpWSGIServer):
    """waitress, which besides closing what is silent closes what only pretends to send."""

    channel_class = Line

    def maintenance(self, now: float) -> None:
        super().maintenance(now)
        for line in self.active_channels.values():
            if line.is_too_slow(now):
                line.will_close = True


def serve(application: Callable[..., Any], addresses: Sequence[socket.socket]) -> NoReturn:
    """Answer there, with a process for each, until SIGTERM or SIGINT; and then finish what is begun."""
    lifeline, held = os.pipe()
    vacant = list(addresses)
    born: dict[int, tuple[socket.socket, float]] = {}
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    try:
        while True:
            while vacant:
                pid = os.fork()
                if not pid:
                    os.close(held)
                    _work(application, vacant[-1], lifeline)
                born[pid] = vacant.pop(), time.monotonic()
            pid, status = os.wait()
            address, began = born.pop(pid)
            vacant.append(address)
            logger.error("Server process %s ended (%s) and is replaced", pid, os.waitstatus_to_exitcode(status))
            if time.monotonic() - began < 1:
                time.sleep(1)  # one that cannot live is not tried a thousand times a second
    finally:
        for address in addresses:
            address.close()
        _end(born)


def _stop(number: int, _frame: object) -> NoReturn:
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)  # once is enough
    raise SystemExit(0)


def _end(born: dict[int, Any]) -> None:
    """Ask the children to finish, wait for them, and kill the one that does not."""
    for pid in born:
        os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + TIME_TO_STOP
    while born and time.monotonic() < until:
        pid, _status = os.waitpid(-1, os.WNOHANG)
        born.pop(pid, None)
        if not pid:
            time.sleep(0.02)
    for pid in born:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _work(application: Callable[..., Any], address: socket.socket, lifeline: int) -> NoReturn:
    """What a child does. It never returns into what its parent was doing."""
    status = 1
    try:
        threading.Thread(target=_end_with_the_parent, args=[lifeline], daemon=True).start()
        _as_many_files_as_lines()
        sys.setswitchinterval(TURN)
        server = Server(application, _sock=address, bind_socket=False, adj=_adjustments(address))
        server.run()  # until _stop
        status = 0
    except Exception:
        logger.exception("A server process could not go on")
    finally:
        logging.shutdown()
        os._exit(status)


def _end_with_the_parent(lifeline: int) -> None:
    """The parent holds the other end of the pipe; it closes however the parent dies."""
    os.read(lifeline, 1)
    os._exit(1)


def _as_many_files_as_lines() -> None:
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 3 * LINES
    if now < wanted:
        most_we_get = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most_we_get, most))


def _adjustments(address: socket.socket) -> Adjustments:
    return Adjustments(
        sockets=[address],
        threads=THREADS,
        connection_limit=LINES,
        max_request_header_size=64 * 1024,
        max_request_body_size=LARGEST_BODY,
        inbuf_overflow=64 * 1024,  # more than that waits in a file
        channel_timeout=IDLE,
        cleanup_interval=5,
        asyncore_use_poll=True,
        # Django decides which of a proxy's headers it believes.
        clear_untrusted_proxy_headers=False,
        log_socket_errors=False,
        ident=None,
    )


def listen(host: str, port: int) -> list[socket.socket]:
    """The address, open once for each process: callers wait in line from now on, and are shared out evenly.

    Raises:
        OSError: it is taken, or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Alone at first: two servers that share an address by mistake would share its callers.
    socket.create_server((host, port), family=family).close()
    return [
        socket.create_server((host, port), family=family, backlog=1024, reuse_port=True)
        for _process in range(PROCESSES)
    ]


def main() -> NoReturn:
    parser = ArgumentParser(prog="python -m forankring.server")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    where = parser.parse_args()
    try:
        addresses = listen(where.host, where.port)
    except OSError as error:
        sys.exit(f"{where.host}:{where.port}: {error.strerror}")
    try:
        from forankring.wsgi import application  # loads everything; the children share it
    except ImproperlyConfigured as refusal:
        sys.exit(str(refusal))

    with suppress(KeyboardInterrupt):
        serve(application, addresses)
    raise SystemExit(0)


if __name__ == "__main__":
    main()
