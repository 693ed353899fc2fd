"""The health check."""

from typing import Any

from django.utils import timezone

from projects.documents.records import PlanFinding
from projects.phases.facts import ProjectFacts
from projects.phases.health import Finding, accepted_findings, open_findings


def health_of(facts: ProjectFacts) -> dict[str, Any]:
    """The fields of the plan that come of the health check. What tells of an assessment or a risk stands apart."""
    told = [(finding, _record(finding)) for finding in open_findings(facts)]
    for finding, acceptance in accepted_findings(facts):
        accepted = {"reason": acceptance.reason, "accepted_on": timezone.localdate(acceptance.at)}
        told.append((finding, _record(finding, **accepted)))
    return {
        "findings": tuple(record for finding, record in told if not finding.rule.internal),
        "internal_findings": tuple(record for finding, record in told if finding.rule.internal),
    }


def _record(finding: Finding, **accepted: Any) -> PlanFinding:
    rule = finding.rule
    return PlanFinding(
        rule=rule.code,
        text=str(finding.text),
        title=str(rule.title),
        why=str(rule.why),
        weight=str(rule.severity.label),
        **accepted,
    )
