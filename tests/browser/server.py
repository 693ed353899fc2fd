"""A server process of its own on the test database, which a test can kill and start again."""

import os
import socket
import subprocess
import sys
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import sleep
from typing import Self
from urllib.parse import quote

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """Django's own server in a process; PostgreSQL only, since nobody else can open SQLite's test database."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.kill()

    def start(self) -> None:
        """Give the address life again and wait until it answers."""
        settings = connection.settings_dict
        database = f"postgresql://{quote(settings['USER'])}@/{quote(settings['NAME'])}?host={quote(settings['HOST'])}"
        # DEBUG: static files straight from their source.
        environment = os.environ | {"DATABASE_URL": database, "DJANGO_DEBUG": "1"}
        command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _attempt in range(600):
            assert self.process.poll() is None, "the server stopped"
            with suppress(OSError, HTTPException), closing(HTTPConnection("127.0.0.1", self.port, timeout=5)) as line:
                line.request("GET", "/healthz")
                if line.getresponse().status == 200:
                    return
            sleep(0.1)
        raise AssertionError("the server did not answer within a minute")

    def kill(self) -> None:
        """As when the power goes: nothing is finished."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None
