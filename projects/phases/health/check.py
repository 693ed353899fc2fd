"""Running the rules over a project. Pure: the same facts give the same findings in the same order."""

from collections.abc import Iterator
from typing import NamedTuple

from projects.phases.facts import AcceptanceFacts, ProjectFacts
from projects.phases.health.dates import DATE_RULES
from projects.phases.health.finding import Finding, Rule
from projects.phases.health.rules import RULES


class Accepted(NamedTuple):
    """A finding the group lives with, and the acceptance that says why, who and when."""

    finding: Finding
    acceptance: AcceptanceFacts


def all_findings(facts: ProjectFacts) -> list[Finding]:
    """What the rules find, the heaviest first; what weighs the same stands in the order of the rules."""
    found = (finding for rule in RULES for finding in rule.findings(facts))
    return sorted(found, key=lambda finding: finding.rule.severity)


def open_findings(facts: ProjectFacts) -> list[Finding]:
    """What is found and not accepted, the heaviest first."""
    return [finding for finding in all_findings(facts) if not _acceptance_of(facts, finding)]


def accepted_findings(facts: ProjectFacts) -> list[Accepted]:
    """What is found and accepted, the heaviest first. An acceptance of what is no longer found waits unseen."""
    pairs = ((finding, _acceptance_of(facts, finding)) for finding in all_findings(facts))
    return [Accepted(finding, acceptance) for finding, acceptance in pairs if acceptance]


def findings_of_rule(facts: ProjectFacts, rule: Rule) -> Iterator[Finding]:
    """What one rule finds and is not accepted."""
    return (finding for finding in rule.findings(facts) if not _acceptance_of(facts, finding))


def findings_of_dates(facts: ProjectFacts) -> list[Finding]:
    """What is found of dates that cannot be kept, and not accepted: told when dates are saved."""
    rules = (rule for rule in RULES if rule.code in DATE_RULES)
    return [finding for rule in rules for finding in findings_of_rule(facts, rule)]


def findings_of_step(facts: ProjectFacts, step: str) -> Iterator[Finding]:
    """What is found and not accepted, of the rules that count in the step's status."""
    for rule in RULES:
        if rule.step == step:
            yield from findings_of_rule(facts, rule)


def _acceptance_of(facts: ProjectFacts, finding: Finding) -> AcceptanceFacts | None:
    return next((each for each in facts.acceptances if each.key == finding.key), None)
