"""The demo plan as PDF, held against headless Chromium printing the same HTML as a whole process."""

import io
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, sleep

from django.conf import settings
from django.utils import timezone
from pypdf import PdfReader

from forankring.rendering import pdf
from projects.documents.build import build_plan
from projects.documents.render import STYLE, plan_html, plan_pdf
from projects.models import Project
from tests.bench.table import Row, at_most, compared, turn_by_turn
from tests.chromium import ARGUMENTS
from tests.documents.large import large
from tests.documents.plans import half_filled


def run() -> list[Row]:
    project = Project.objects.select_related("programme", "focus_area").get(slug="lektiecafeen")
    plan = build_plan(project, timezone.localdate())
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "plan.html"
        page.write_text(_for_chromium(plan_html(plan)))
        ours, theirs = turn_by_turn(lambda: plan_pdf(plan), lambda: _print(page, folder), times=9)
        memory = _most_memory(lambda: plan_pdf(plan), lambda: [process.popen.pid for process in pdf._idle])
        chromium_memory = _memory_of_chromium(page, folder)
    pdf.close_all()
    return [
        compared("Demo plan to PDF, warm; Chromium as a whole process", ours, theirs, 1.5),
        compared("Most memory meanwhile (shared parts counted once)", memory, chromium_memory, 1, "MB"),
        *_large(),
    ]


def _large() -> list[Row]:
    """A plan of 40 actors, 60 tasks and 100 actions."""
    plan = large()
    plan_pdf(half_filled())  # starts a process to watch
    made: list[bytes] = []
    start = perf_counter()
    memory = _most_memory(lambda: made.append(plan_pdf(plan)), lambda: [each.popen.pid for each in pdf._idle])
    seconds = perf_counter() - start
    pdf.close_all()
    return [
        at_most("Large plan (40 × 60 × 100) to PDF", seconds, 13, "s"),
        at_most("Its pages", len(PdfReader(io.BytesIO(made[0])).pages), 110, "pages"),
        at_most("Most memory meanwhile", memory, 350, "MB"),
    ]


def _for_chromium(html: str) -> str:
    """The same document with the same style sheet and letters, as files."""
    fonts = settings.VAR_DIR / "pdf-fonts"
    faces = "".join(
        f"@font-face{{font-family:'IBM Plex Sans';font-weight:{weight};src:url({(fonts / name).as_uri()})}}"
        for weight, name in (("normal", "IBMPlexSans-Regular.ttf"), ("bold", "IBMPlexSans-SemiBold.ttf"))
    )
    return html.replace("</head>", f"<style>{faces}{STYLE.read_text()}</style></head>", 1)


def _command(page: Path, folder: str) -> list[str]:
    chromium = ["chromium", "--headless", *ARGUMENTS, "--no-pdf-header-footer"]
    return [*chromium, f"--user-data-dir={folder}/profile", f"--print-to-pdf={folder}/out.pdf", page.as_uri()]


def _print(page: Path, folder: str) -> None:
    subprocess.run(_command(page, folder), check=True, capture_output=True)


def _memory_of_chromium(page: Path, folder: str) -> float:
    started: list[int] = []

    def work() -> None:
        with subprocess.Popen(_command(page, folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            started.append(process.pid)

    return _most_memory(work, lambda: started)


def _most_memory(work: Callable[[], object], roots: Callable[[], list[int]]) -> float:
    """The largest sum in MB over the processes and their children while the work runs."""
    watched = roots()
    worker = threading.Thread(target=work)
    worker.start()
    most = 0.0
    while worker.is_alive():
        most = max(most, sum(_megabytes(pid) for root in (watched or roots()) for pid in _family(root)))
        sleep(0.02)
    return most


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _megabytes(pid: int) -> float:
    """Proportional share: what several processes share counts once."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
