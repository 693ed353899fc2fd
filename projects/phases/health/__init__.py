"""The health check: one list of rules, and the one home of everything it finds (docs/adr/0037).

Statuses, "Gør nu", the review pages, the project's page, the page of the health check and the plan all read this.
A step has no findings of its own: it shows those of the rules whose `step` is its slug.
"""

from projects.phases.health.check import (
    Accepted,
    accepted_findings,
    all_findings,
    findings_of_dates,
    findings_of_rule,
    findings_of_step,
    open_findings,
)
from projects.phases.health.finding import Finding, Hit, Rule, Severity
from projects.phases.health.rules import OVERDUE, REASSESS, RULE_BY_CODE, RULES

__all__ = [
    "OVERDUE",
    "REASSESS",
    "RULES",
    "RULE_BY_CODE",
    "Accepted",
    "Finding",
    "Hit",
    "Rule",
    "Severity",
    "accepted_findings",
    "all_findings",
    "findings_of_dates",
    "findings_of_rule",
    "findings_of_step",
    "open_findings",
]
