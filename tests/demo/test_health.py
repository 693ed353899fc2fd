"""What the health check says of the example: what the case tells, and what the newer rules see in it."""

import pytest
import time_machine

from projects.models import Project
from projects.phases.facts import facts_of
from projects.phases.health import accepted_findings, open_findings

pytestmark = pytest.mark.django_db


@time_machine.travel("2026-11-21 12:00 +0000", tick=False)
def test_the_example_shows_what_its_case_tells(lektiecafeen: Project) -> None:
    told: dict[str, list[str]] = {}
    for finding in open_findings(facts_of(lektiecafeen)):
        told.setdefault(finding.rule.code, []).append(str(finding.text))

    assert {code: len(texts) for code, texts in told.items()} == {
        # the case
        "action-overdue": 1,
        "no-agreement": 2,
        "no-reserve": 3,
        "many-responsibilities": 1,
        # what else the rules see in it
        "not-assessed-since-done": 3,
        "chosen-on-assumption": 1,
        "no-granted-money": 4,
    }
    assert [text[:2] for text in told["no-reserve"]] == ["O5", "O7", "O8"]
    assert told["many-responsibilities"] == [
        "Foreningen Lektiehjælperne i Pilebro er ansvarlig for 5 opgaver: O2, O3, O4, O6 og O8. Fordel nogle af dem."
    ]
    assert told["action-overdue"][0].startswith("P9 ")
    assert "Gymnasium" in told["chosen-on-assumption"][0]


@time_machine.travel("2026-11-21 12:00 +0000", tick=False)
def test_what_the_group_lives_with_is_accepted_with_a_reason(lektiecafeen: Project) -> None:
    [(finding, acceptance), (other, room)] = accepted_findings(facts_of(lektiecafeen))
    if finding.rule.code != "deadline-after-end":
        finding, acceptance, other, room = other, room, finding, acceptance

    assert "O5 Stille lokale" in str(other.text)
    assert room.reason.startswith("Lokalet er uden leje")
    assert finding.rule.code == "deadline-after-end"
    assert "P17" in str(finding.text)
    assert acceptance.reason.startswith("Opfølgningen skal ligge efter projektet.")
