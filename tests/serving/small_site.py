"""The real server with an application of a few lines, in a process of its own: how it treats lines and its children.

`python -m tests.serving.small_site PORT FILE PATIENCE`: every request that reaches the application adds a line to FILE.
"""

import os
import sys
from pathlib import Path
from time import sleep
from typing import Any

from forankring import server


def main(port: int, file: Path, patience: float) -> None:
    def application(environ: Any, start_response: Any) -> list[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        with file.open("a") as log:
            log.write(f"{environ['REQUEST_METHOD']} {len(body)}\n")
        if environ["PATH_INFO"] == "/slow":
            sleep(1)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [f"{os.getpid()} {len(body)}".encode()]

    server.PATIENCE = patience
    server.serve(application, server.listen("127.0.0.1", port))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]))
