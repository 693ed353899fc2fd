"""What a finding is about, as a text that stays: a kind and the keys of the rows, "task-12" or "commitment-12-7"."""

from collections.abc import Mapping
from typing import Final

# The project as a whole.
PROJECT: Final = "project"
# The kind of subject → the columns of AcceptedFinding that point at its rows.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    PROJECT: (),
    "task": ("task",),
    "actor": ("project_actor",),
    "commitment": ("task", "project_actor"),
    "candidacy": ("candidacy",),
    "action": ("action",),
    "done": ("action", "candidacy"),
    "budget": ("budget_line",),
}
# Kinds that no column points at: when the row is gone, the acceptance waits unseen, as its key is never used again.
UNPOINTED: Final = frozenset(
    {"risk", "hours", "point", "date", "followup", "question", "winddown", "notice", "bid", "meeting", "nextstep"}
    # What a project has one of is named with the project's key.
    | {"period", "goal", "decision", "competences", "handover", "papers", "planb"}
)


def rows_of(subject: str) -> dict[str, int]:
    """The columns that point at what the subject is about, with their keys: {"task_id": 12}. Empty when none does.

    Raises:
        KeyError, ValueError: no rule writes such a subject.
    """
    kind, *keys = subject.split("-")
    if kind in UNPOINTED:
        [_key] = map(int, keys)
        return {}
    return {f"{column}_id": int(key) for column, key in zip(COLUMNS[kind], keys, strict=True)}
