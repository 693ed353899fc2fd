"""Running the rules over a project. Pure: the same facts give the same findings in the same order."""

from collections.abc import Iterator

from projects.phases.facts import ProjectFacts
from projects.phases.health.finding import Finding
from projects.phases.health.rules import RULES


def all_findings(facts: ProjectFacts) -> list[Finding]:
    """What the rules find, the heaviest first; what weighs the same stands in the order of the rules."""
    found = (finding for rule in RULES for finding in rule.findings(facts))
    return sorted(found, key=lambda finding: finding.rule.severity)


def open_findings(facts: ProjectFacts) -> list[Finding]:
    """What is found and not accepted, the heaviest first."""
    return all_findings(facts)


def findings_of_step(facts: ProjectFacts, step: str) -> Iterator[Finding]:
    """What is found and not accepted, of the rules that count in the step's status."""
    for rule in RULES:
        if rule.step == step:
            yield from rule.findings(facts)
