"""What phase 4's second half lacks, and what is to be done now."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import HandoverPoint, Project
from projects.overview.progress import next_thing
from projects.phases.facts import (
    FollowUpFacts,
    HandoverFacts,
    ProjectCostFacts,
    RiskFacts,
    StaffHoursFacts,
    TickFacts,
)
from projects.phases.plan.letting_go import checks
from projects.phases.plan.letting_go.risks import heaviest_first, severity_words
from projects.phases.plan.letting_go.steps import HANDOVER
from projects.phases.steps import Status
from tests.browser_client import Client
from tests.letting_go import FollowUpFactory
from tests.phases.plan.records import END, TODAY, facts, told

RISK = RiskFacts(1, 71, 1, "Skolen får ny ledelse", "possible", "serious", "Aftale", "Møde", "Chef")
MONTH = StaffHoursFacts(1, 81, END.replace(day=1), "Projektleder", Decimal(0), "")
FOLLOW_UP = FollowUpFacts(1, 91, END + timedelta(days=90), "Beboerkonsulent", "")
TICKS = [TickFacts(1, point, "done", "", TODAY, "Driftschef") for point in HandoverPoint.values]
HANDED_OVER = HandoverFacts(1, END, None)


def test_whole_answers_lack_nothing() -> None:
    whole = facts(
        risks=[RISK], staff_hours=[MONTH], follow_ups=[FOLLOW_UP], project_costs=[ProjectCostFacts(1, 1, "Løn", 1)]
    )

    for check in (checks.risks_missing, checks.staff_hours_missing, checks.follow_ups_missing, checks.costs_missing):
        assert told(check, whole) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"likelihood": ""}, "likelihood"),
        ({"consequence": ""}, "consequence"),
        ({"countermeasure": ""}, "countermeasure"),
        ({"owner": ""}, "owner"),
    ],
)
def test_a_risk_lacks_what_is_not_answered(changes: dict[str, str], field: str) -> None:
    [(text, row, asked)] = told(checks.risks_missing, facts(risks=[RISK._replace(**changes)]))

    assert (row, asked) == (71, field)
    assert "R1 Skolen får ny ledelse" in text


def test_without_rows_the_risks_and_the_hours_are_asked_for() -> None:
    assert [row for _text, row, _field in told(checks.risks_missing, facts())] == [None]
    assert [row for _text, row, _field in told(checks.staff_hours_missing, facts())] == [None]


def test_an_amount_and_hours_are_asked_for_in_their_row() -> None:
    lacking = facts(project_costs=[ProjectCostFacts(1, 5, "Løn", None)], staff_hours=[MONTH._replace(hours=None)])

    assert told(checks.costs_missing, lacking) == [("Skriv, hvad ”Løn” koster om året.", 5, "amount")]
    assert told(checks.staff_hours_missing, lacking) == [("Skriv timerne for juni 2027.", 81, "hours")]


NEAR = TODAY + timedelta(days=50)


def test_the_ten_points_are_not_asked_for_until_it_is_time_to_let_go() -> None:
    early = [TICKS[0], TICKS[1]._replace(state="not_yet")]

    assert told(checks.handover_missing, facts(handover_ticks=early)) == []
    assert str(HANDOVER.summary(facts(handover_ticks=early))) == "1 af 10 på plads, resten kan vente"
    assert [row for _text, row, _field in told(checks.handover_missing, facts(end=NEAR))] == [*range(1, 11), None]
    begun = facts(end=NEAR, handover_ticks=early)
    assert [row for _text, row, _field in told(checks.handover_missing, begun)] == [*range(2, 11), None]
    assert str(HANDOVER.summary(begun)) == "1 af 10 punkter"


def test_a_short_project_lets_go_later() -> None:
    """A year's handover begins fifteen days before its end, as in the calendar."""
    last = TODAY + timedelta(days=15)

    assert checks.is_time_to_let_go(facts(start=last - timedelta(days=364), end=last))
    assert not checks.is_time_to_let_go(facts(start=last - timedelta(days=363), end=last + timedelta(days=1)))
    assert checks.is_time_to_let_go(facts(start=date(2020, 1, 1), end=NEAR))


@pytest.mark.parametrize("end", [END, NEAR])
def test_a_point_that_is_not_relevant_wants_a_reason(end: date) -> None:
    bare = [TICKS[0]._replace(state="not_relevant"), *TICKS[1:]]
    told_why = [TICKS[0]._replace(state="not_relevant", reason="Ingen nøgler"), *TICKS[1:]]

    assert told(checks.handover_missing, facts(end=end, handover_ticks=bare))[0][1] == 1
    rows = [row for _text, row, _field in told(checks.handover_missing, facts(end=end, handover_ticks=told_why))]
    assert 1 not in rows


def test_who_says_it_and_when_is_asked_for() -> None:
    ticks = [TICKS[0]._replace(said_by=""), TICKS[1]._replace(ticked_on=None), *TICKS[2:]]
    found = told(checks.handover_missing, facts(handover_ticks=ticks, handovers=[HANDED_OVER]))

    assert [(row, field) for _text, row, field in found[:2]] == [(1, "said_by"), (2, "ticked_on")]


def test_when_all_is_settled_a_person_still_has_to_approve() -> None:
    ready = facts(handover_ticks=TICKS, handovers=[HANDED_OVER])

    assert [text for text, _row, _field in told(checks.handover_missing, ready)] == [
        "Alle ti punkter er på plads. Godkend overdragelsen, når I er enige."
    ]
    assert HANDOVER.status(ready) is Status.IN_PROGRESS
    approved = facts(handover_ticks=TICKS, handovers=[HANDED_OVER._replace(approved_at=TODAY)])
    assert told(checks.handover_missing, approved) == []
    assert HANDOVER.status(approved) is Status.DONE


def test_a_follow_up_whose_day_has_come_is_the_thing_to_do_now() -> None:
    due = FOLLOW_UP._replace(due_on=TODAY)
    thing = next_thing(facts(follow_ups=[due]))

    assert thing is not None
    assert (thing.step, thing.row, thing.field) == ("opfoelgning", 91, "result")
    for other in (due._replace(result="no"), due._replace(due_on=TODAY + timedelta(days=1))):
        following = next_thing(facts(follow_ups=[other]))
        assert following is None or following.step != "opfoelgning"


def test_nobody_is_asked_to_follow_up_what_is_not_handed_over() -> None:
    due = FOLLOW_UP._replace(due_on=TODAY)
    ended = next_thing(facts(decision="new_funding", follow_ups=[due]))

    assert ended is None or ended.step != "opfoelgning"


@pytest.mark.parametrize(
    ("likelihood", "consequence", "words"),
    [
        ("likely", "serious", "Høj"),
        ("likely", "medium", "Høj"),
        ("possible", "serious", "Høj"),
        ("possible", "medium", "Mellem"),
        ("likely", "minor", "Mellem"),
        ("unlikely", "serious", "Mellem"),
        ("possible", "minor", "Lav"),
        ("unlikely", "minor", "Lav"),
        ("likely", "", "Ikke vurderet"),
    ],
)
def test_a_risk_weighs_by_likelihood_and_consequence(likelihood: str, consequence: str, words: str) -> None:
    assert str(severity_words(RISK._replace(likelihood=likelihood, consequence=consequence))) == words


def test_the_heaviest_risk_comes_first_and_equals_keep_their_order() -> None:
    light, first, second = RISK._replace(likelihood="unlikely"), RISK._replace(number=2), RISK._replace(number=3)

    assert heaviest_first([light, first, second]) == [first, second, light]


def test_the_list_of_projects_says_it_too(as_: Callable[[User], Client], owner: User, project: Project) -> None:
    FollowUpFactory(project=project, due_on=date(2020, 1, 1))

    for address in ("my_projects", "project"):
        url = reverse(address) if address == "my_projects" else reverse(address, args=[project.slug])
        assert "Følg op nu: Kører det stadig?" in as_(owner).get(url).content.decode()
