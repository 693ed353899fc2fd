"""The health check in the plan: what was found on the plan's day, and what the group lives with."""

from datetime import date

from projects.documents.redaction import Record


class PlanFinding(Record):
    """One finding, in words. With a `reason` it is accepted; who accepted it stays out of the plan."""

    rule: str
    text: str
    title: str
    why: str
    weight: str
    reason: str = ""
    accepted_on: date | None = None
