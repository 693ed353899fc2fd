"""docs/method.md tells of every rule, in the words the pages use."""

from pathlib import Path

import pytest
from django.conf import settings

from projects.phases.health import RULES, Rule

METHOD = Path(settings.BASE_DIR / "docs" / "method.md").read_text()
ROWS = [
    line.split("|")[1:-1] for line in METHOD.split("## Sundhedstjek")[1].split("###")[0].splitlines() if "|" in line
]
TOLD = {title.strip(): source.strip() for title, _when, source in ROWS[2:]}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_method_tells_of_the_rule_and_where_it_comes_from(rule: Rule) -> None:
    assert TOLD[str(rule.title)]


def test_the_method_tells_of_no_rule_that_is_not_there() -> None:
    assert sorted(TOLD) == sorted(str(rule.title) for rule in RULES)
