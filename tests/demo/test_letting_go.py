"""How the example's project lets go: the numbers that its description promises."""

from datetime import date, timedelta
from itertools import pairwise

from projects.documents.build import build_plan
from projects.documents.render import plan_html
from projects.models import Consequence, Decision, FollowUp, Likelihood, Project, Risk, StaffHours
from projects.phases.facts import facts_of
from projects.phases.health.letting_go import RULES


def test_today_costs_486_000_and_operation_120_000(lektiecafeen: Project) -> None:
    assert sum(row.amount or 0 for row in lektiecafeen.project_costs.all()) == 486_000
    assert lektiecafeen.project_costs.count() == 6
    assert sum(row.amount or 0 for row in lektiecafeen.budget_lines.all()) == 120_000
    assert "36.000 kr." in lektiecafeen.outline.free_of_charge


def test_the_five_risks_weigh_as_told_and_somebody_watches_each(lektiecafeen: Project) -> None:
    likely, possible = Likelihood.LIKELY, Likelihood.POSSIBLE
    serious, medium = Consequence.SERIOUS, Consequence.MEDIUM
    rows = Risk.objects.filter(project=lektiecafeen).in_order()

    assert [(row.code, row.likelihood, row.consequence) for row in rows] == [
        ("R1", likely, serious),
        ("R2", possible, medium),
        ("R3", possible, serious),
        ("R4", possible, medium),
        ("R5", likely, medium),
    ]
    assert all(row.owner and row.countermeasure and row.plan_b for row in rows)


def test_the_hours_go_down_to_none_in_the_month_of_the_end(lektiecafeen: Project) -> None:
    rows = list(StaffHours.objects.filter(project=lektiecafeen).in_order())

    assert rows[-1].hours == 0
    assert lektiecafeen.end
    assert rows[-1].month == lektiecafeen.end.replace(day=1)
    assert all((later.hours or 0) <= (earlier.hours or 0) for earlier, later in pairwise(rows))
    assert all(row.hands_over for row in rows)


def test_follow_ups_and_decisions_are_counted_from_the_end(lektiecafeen: Project) -> None:
    end = lektiecafeen.end
    assert end
    due = FollowUp.objects.filter(project=lektiecafeen).in_order().values_list("due_on", flat=True)
    decided = Decision.objects.filter(project=lektiecafeen).in_order().values_list("decided_on", flat=True)

    assert list(due) == [end + timedelta(days=90), end + timedelta(days=364)]
    assert list(decided) == [end - timedelta(days=384), end - timedelta(days=279)]
    assert lektiecafeen.why_what.decided_on == end - timedelta(days=510)


def test_nothing_about_letting_go_is_to_be_mended(lektiecafeen: Project) -> None:
    facts = facts_of(lektiecafeen)

    assert [finding.text for rule in RULES for finding in rule.findings(facts)] == []


def test_the_plan_shows_all_of_it(lektiecafeen: Project) -> None:
    html = plan_html(build_plan(lektiecafeen, date(2026, 11, 21)))

    for words in (
        "R1 Få personer bærer foreningen",
        "486.000\N{NO-BREAK SPACE}kr.",
        "60\N{NO-BREAK SPACE}timer",
        "Lokaleaftalen er underskrevet. Foreningen har to sæt nøgler.",
        "Bestyrelsesformand i foreningen",
        "Modellen er et partnerskab med en ny forening.",
    ):
        assert words in html
