"""What comes over a line: whole requests reach the application, parts of one never, and slow ones hold nobody up."""

import socket
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.serving.sites import LONG, get, open_line, read_to_the_end, sent_and_broken_off, small_site

HEAD = "{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
BODY = b"problem=" + b"a" * 92
CHUNKED = b"1e\r\n" + BODY[:30] + b"\r\n46\r\n" + BODY[30:] + b"\r\n0\r\n\r\n"


def whole(method: str, body: bytes = BODY) -> bytes:
    return f"{HEAD.format(method=method)}Content-Length: {len(body)}\r\n\r\n".encode() + body


def in_chunks(method: str) -> bytes:
    return f"{HEAD.format(method=method)}Transfer-Encoding: chunked\r\n\r\n".encode() + CHUNKED


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "GET"])
@pytest.mark.parametrize("made", [whole, in_chunks])
def test_a_request_that_breaks_off_anywhere_is_never_begun(tmp_path: Path, method: str, made: object) -> None:
    assert callable(made)
    request = made(method)
    with small_site(tmp_path) as (_process, port, reached):
        for cut in range(1, len(request)):
            assert b"200 OK" not in sent_and_broken_off(port, request[:cut]), f"answered after {cut} bytes"
        assert reached.read_text() == ""
        # And the whole one is taken, with all of its body.
        assert sent_and_broken_off(port, request).endswith(b" 100")
        assert reached.read_text() == f"{method} 100\n"


@pytest.mark.parametrize(
    "head",
    [
        "Content-Length: 5\r\nContent-Length: 9\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: -5\r\n",
        "Content-Length: five\r\n",
        "Transfer-Encoding: gzip\r\n",
        f"Content-Length: {10**9}\r\n",
    ],
)
def test_a_length_that_cannot_be_right_is_refused(tmp_path: Path, head: str) -> None:
    with small_site(tmp_path) as (_process, port, reached):
        answer = sent_and_broken_off(port, f"{HEAD.format(method='POST')}{head}\r\n".encode() + b"a=b&c")
        assert b" 200 OK" not in answer
        assert reached.read_text() == ""


def test_fifty_requests_that_never_end_do_not_stop_a_page(tmp_path: Path) -> None:
    with small_site(tmp_path) as (_process, port, _reached), ExitStack() as held:
        lines = [held.enter_context(open_line(port, whole("POST")[:-50])) for _number in range(50)]
        assert [get(port)[0] for _each in range(20)] == [200] * 20
        # Those who wait are still there: the pages did not come because they were thrown out.
        for line in lines:
            line.sendall(BODY[-50:])
            assert line.recv(15) == b"HTTP/1.1 200 OK"


def is_open(line: socket.socket) -> bool:
    """Send one byte more and listen for a second."""
    try:
        line.sendall(b"a")
        return line.recv(1) != b""
    except TimeoutError:
        return True
    except ConnectionError:
        return False


def test_who_sends_less_than_the_least_rate_is_cut_off(tmp_path: Path) -> None:
    """A byte now and then is no silence, so a limit on silence does not help."""
    with small_site(tmp_path, patience=1) as (_process, port, reached), open_line(port, whole("POST")[:-50]) as line:
        line.settimeout(1)
        start = monotonic()
        while is_open(line):
            assert monotonic() - start < LONG, "still open"
        assert reached.read_text() == ""


def test_who_sends_slowly_but_not_too_slowly_is_heard(tmp_path: Path) -> None:
    body = b"a=" + b"b" * 200_000
    with small_site(tmp_path, patience=1) as (_process, port, reached):
        line = open_line(port, whole("POST", body)[: -len(body)])
        # So much at once that it is above the least rate also when the machine is slow.
        for begins in range(0, len(body), 50_000):
            line.sendall(body[begins : begins + 50_000])
            sleep(1)
        line.shutdown(socket.SHUT_WR)
        assert b"200 OK" in read_to_the_end(line)
        line.close()
        assert reached.read_text() == f"POST {len(body)}\n"
