"""The rules of the health check: the one list (docs/method.md, Sundhedstjek).

A new rule is a function that finds the places and a line in the RULES of its module; and in tests/health a case that
raises it and one that does not.
"""

from typing import Final

from projects.phases.health import assessments, cooperation, dates, letting_go, plan, tasks_and_actors
from projects.phases.health.assessments import REASSESS as REASSESS
from projects.phases.health.finding import Rule
from projects.phases.health.plan import OVERDUE as OVERDUE

RULES: Final[tuple[Rule, ...]] = (
    *tasks_and_actors.RULES,
    *assessments.RULES,
    *plan.RULES,
    *dates.RULES,
    *cooperation.RULES,
    *letting_go.RULES,
)
RULE_BY_CODE: Final = {rule.code: rule for rule in RULES}
