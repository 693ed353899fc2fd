"""HTML to PDF, in a process of its own with a limit on time and memory.

WeasyPrint is slow on absurd input and keeps what it has used; a page someone waits for must not carry that. A process
is started when it is needed, stays warm for the next document and is replaced after a while.
"""

import atexit
import json
import os
import re
import struct
import subprocess
import sys
import threading
from pathlib import Path

from django.conf import settings

SECONDS = 60
WAIT = 20  # seconds for room to draw; then the person is told to try again
MEGABYTES = 1024
AT_ONCE = 2
DOCUMENTS_EACH = 50

# Letters come from our own files: the engine sees none of the machine's, and need not be told that there are none.
# A letter's file would bear the time it was cut out; the same document is to give the same bytes.
NO_FONTS = Path(__file__).with_name("no-fonts.conf")
PYTHON = [sys.executable, "-W", "ignore:No fonts configured in FontConfig"]
ENVIRONMENT = {**os.environ, "FONTCONFIG_FILE": str(NO_FONTS), "SOURCE_DATE_EPOCH": "0"}

# The templates' indentation between two tags. Nobody's text holds a "<": it is escaped.
INDENTATION = re.compile(r">\s*\n\s*<")


class PdfError(Exception):
    """The PDF could not be made: too slow, too large, or something the engine refused."""


class PdfBusyError(PdfError):
    """Others are having theirs made; nothing is wrong with the document."""


class _Process:
    def __init__(self) -> None:
        folder = settings.VAR_DIR / "pdf-fonts"
        self.done = 0
        self.popen = subprocess.Popen(
            [*PYTHON, "-m", "forankring.rendering.engine", str(folder), str(MEGABYTES)],
            cwd=settings.BASE_DIR,
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def ask(self, html: str, css: str, seconds: float) -> bytes:
        assert self.popen.stdin
        assert self.popen.stdout
        body = json.dumps({"html": html, "css": css}).encode()
        too_slow = threading.Timer(seconds, self.popen.kill)
        too_slow.start()
        try:
            self.popen.stdin.write(struct.pack(">Q", len(body)) + body)
            self.popen.stdin.flush()
            head = self.popen.stdout.read(9)
            answer = self.popen.stdout.read(struct.unpack(">Q", head[1:])[0]) if len(head) == 9 else b""
        except BrokenPipeError:
            head = answer = b""
        finally:
            too_slow.cancel()
        if not head:
            raise PdfError(f"no answer: over {seconds} s, over {MEGABYTES} MB, or see the engine's standard error")
        if head[:1] != b"+":
            raise PdfError(answer.decode())
        self.done += 1
        return answer

    def close(self) -> None:
        self.popen.kill()
        self.popen.communicate()


_idle: list[_Process] = []
_room = threading.BoundedSemaphore(AT_ONCE)


def html_to_pdf(html: str, css: Path, *, seconds: float = SECONDS) -> bytes:
    """A PDF/A-3a and PDF/UA-1 file from a whole HTML document and one style sheet.

    Raises:
        PdfError: it took too long or too much memory, or the document wanted something from elsewhere.
        PdfBusyError: others kept every process busy.
    """
    html = INDENTATION.sub("><", html)  # a tenth of the engine's time
    if not _room.acquire(timeout=WAIT):
        raise PdfBusyError(f"no room within {WAIT} s")
    try:
        return _make(html, css, seconds)
    finally:
        _room.release()


def _make(html: str, css: Path, seconds: float) -> bytes:
    try:
        process = _idle.pop()
    except IndexError:
        process = _Process()
    try:
        pdf = process.ask(html, css.read_text(), seconds)
    except BaseException:
        process.close()
        raise
    if process.done < DOCUMENTS_EACH:
        _idle.append(process)
    else:
        process.close()
    return pdf


@atexit.register
def close_all() -> None:
    while _idle:
        _idle.pop().close()
