"""The standard texts: one file for each phase, in the order the questions are asked.

    # hvorfor                      the step
    Why we ask.
    + A good answer.
    - An answer that lacks something.

    ## problem                     the field; its key is "hvorfor.problem"
    Why we ask.

A question may have a why alone: where one chooses among answers there is no example to give.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Guidance:
    """Why we ask, and answers somebody might write: a good one, and one that lacks something."""

    why: str = ""
    good: str = ""
    poor: str = ""

    def __bool__(self) -> bool:
        return bool(self.why or self.good or self.poor)

    @property
    def text(self) -> str:
        return "\n\n".join(filter(None, [self.why, self.good, self.poor]))


@cache
def standard_texts() -> dict[str, Guidance]:
    """Every text by its key, in the order of the phases."""
    return {key: text for phase in phases() for key, text in phase.items()}


@cache
def phases() -> tuple[dict[str, Guidance], ...]:
    """The texts of each phase by their keys."""
    return tuple(dict(read(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("fase-*.md")))


def read(text: str) -> Iterator[tuple[str, Guidance]]:
    """The keys and texts of one file. A key that stands twice, or a field before any step, is a mistake in the file."""
    key, lines, seen = "", list[str](), set[str]()
    for line in [*text.splitlines(), "# "]:
        if not line.startswith("#"):
            lines.append(line.strip())
            continue
        if key:
            assert key not in seen, f"{key} stands twice"
            seen.add(key)
            if guidance := _guidance(lines):
                yield key, guidance
        name = line.lstrip("# ").strip()
        step = key.partition(".")[0]
        assert step or not line.startswith("##"), f"{name} stands before any step"
        key, lines = (f"{step}.{name}" if line.startswith("##") else name), []


def _guidance(lines: list[str]) -> Guidance:
    good = " ".join(line[2:] for line in lines if line.startswith("+ "))
    poor = " ".join(line[2:] for line in lines if line.startswith("- "))
    why = " ".join(line for line in lines if line and not line.startswith(("+ ", "- ")))
    return Guidance(why, good, poor)
