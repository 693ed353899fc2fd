"""The health check as the plan's tables show it."""

from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.documents.document import PlanDocument
from projects.documents.records import PlanFinding

# As many places as a rule names in the plan; the rest are counted.
AT_MOST: Final = 8


class HealthRow(NamedTuple):
    """What one rule found, in all places."""

    title: str
    weight: str
    why: str
    texts: list[str]


def health_rows(plan: PlanDocument) -> list[HealthRow]:
    """A row for each rule that found something which is not accepted."""
    by_rule: dict[str, list[PlanFinding]] = {}
    for finding in (*plan.findings, *plan.internal_findings):
        if not finding.reason:
            by_rule.setdefault(finding.rule, []).append(finding)
    return [HealthRow(each[0].title, each[0].weight, each[0].why, _texts(each)) for each in by_rule.values()]


def accepted_rows(plan: PlanDocument) -> list[PlanFinding]:
    return [finding for finding in (*plan.findings, *plan.internal_findings) if finding.reason]


def _texts(found: list[PlanFinding]) -> list[str]:
    texts = [finding.text for finding in found[:AT_MOST]]
    more = len(found) - len(texts)
    return [*texts, _("Og %s.") % (ngettext("%d mere", "%d mere", more) % more)] if more else texts
