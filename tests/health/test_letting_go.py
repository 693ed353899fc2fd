"""What the rules about letting go say, one row at a time, so that living with one does not hide the next."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import AcceptedFinding, HandoverPoint, Project
from projects.phases.facts import ProjectFacts, StaffHoursFacts, facts_of
from projects.phases.health import open_findings
from projects.phases.health.subjects import rows_of
from tests.browser_client import Client
from tests.health.cases import APPROVED, HOURS, RISK, TICKS, hours
from tests.health.cases import project as facts_with
from tests.health.strategies import accept
from tests.letting_go import RiskFactory


def told(facts: ProjectFacts) -> dict[str, str]:
    """What is told, by what it is about."""
    return {finding.subject: str(finding.text) for finding in open_findings(facts)}


def of(role: str, first: int, *amounts: int) -> list[StaffHoursFacts]:
    return [row._replace(id=row.id + first, role=role) for row in hours(*amounts)]


def test_each_heavy_risk_is_told_and_accepted_alone() -> None:
    bare = RISK._replace(plan_b="")
    facts = facts_with(risks=[bare, bare._replace(id=82, number=2, title="Foreningen lukker")])

    assert told(facts) == {
        "risk-81": "Lav en plan B for R1 Skolen skifter leder.",
        "risk-82": "Lav en plan B for R2 Foreningen lukker.",
    }
    assert list(told(replace(facts, acceptances=[accept(("heavy-without-plan-b", "risk-81"))]))) == ["risk-82"]


def test_each_rise_is_told_with_its_month_and_role() -> None:
    facts = facts_with(staff_hours=[*of("Projektleder", 0, 20, 40, 0), *of("", 100, 20, 40, 0)])

    assert told(facts) == {
        "hours-82": "Projektets timer stiger i februar 2027 (Projektleder). Skriv hvorfor, eller ret timerne.",
        "hours-182": "Projektets timer stiger i februar 2027. Skriv hvorfor, eller ret timerne.",
    }
    assert list(told(replace(facts, acceptances=[accept(("hours-rise", "hours-82"))]))) == ["hours-182"]


@pytest.mark.parametrize(
    ("left", "words"), [("20.5", "20,5 timer"), ("1", "1 time"), ("1200", "1.200 timer"), ("40.0", "40 timer")]
)
def test_what_is_left_is_written_in_hours_as_danes_write_it(left: str, words: str) -> None:
    facts = facts_with(staff_hours=[HOURS._replace(hours=Decimal(left), role="")])

    assert list(told(facts).values()) == [
        f"Projektets timer når ikke ned til nul. I januar 2027 er der {words} tilbage."
    ]


def test_every_role_that_does_not_end_is_told_and_every_month_after_the_end() -> None:
    facts = facts_with(staff_hours=[*of("Projektleder", 0, 40), *of("Kok", 100, 20, 20, 20, 20, 20, 20, 10, 10, 0)])

    assert told(facts) == {
        "hours-81": "Projektets timer når ikke ned til nul. I januar 2027 (Projektleder) er der 40 timer tilbage.",
        "hours-187": "Der står timer efter projektets slutning, i juli 2027 (Kok). Ret dem.",
        "hours-188": "Der står timer efter projektets slutning, i august 2027 (Kok). Ret dem.",
    }


def test_each_point_that_is_not_settled_is_told_and_accepted_alone() -> None:
    facts = facts_with(handovers=[APPROVED], handover_ticks=TICKS[2:])

    assert told(facts) == {
        f"point-{point.value}": f"Overdragelsen er godkendt, men punkt {point.value} er ikke på plads: "
        f"”{point.label}” Se på det igen."
        for point in list(HandoverPoint)[:2]
    }
    assert list(told(replace(facts, acceptances=[accept(("approved-too-soon", "point-1"))]))) == ["point-2"]


@pytest.mark.parametrize("subject", ["risk", "risk-1-2", "hours-x", "nonsense-1"])
def test_a_subject_that_no_rule_writes_is_refused(subject: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        rows_of(subject)


@pytest.mark.django_db
def test_a_later_risk_is_told_though_the_first_is_accepted_and_gone(
    as_: Callable[[User], Client], owner: User, project: Project
) -> None:
    heavy = {"project": project, "likelihood": "likely", "consequence": "serious", "plan_b": ""}
    first = RiskFactory(**heavy, title="Skolen skifter leder")
    client = as_(owner)
    url = reverse("health_accept", args=["lektiecafeen", "heavy-without-plan-b", f"risk-{first.pk}"])

    assert client.post(url, {"reason": "Vi har talt om det."}).status_code == 302
    assert AcceptedFinding.objects.get().subject == f"risk-{first.pk}"
    first.delete()
    later = RiskFactory(**heavy, title="Foreningen lukker")

    assert f"risk-{later.pk}" in told(facts_of(project))
    assert client.get(url).status_code == 404
