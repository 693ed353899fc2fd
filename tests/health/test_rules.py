"""Every rule of the health check finds what it is for, and nothing else."""

import pytest
from django.urls import reverse

from projects.models import AnchoringDecision
from projects.overview.progress import PHASES
from projects.phases.facts import ProjectFacts
from projects.phases.health import RULE_BY_CODE, RULES, Rule, all_findings
from projects.phases.health.subjects import rows_of
from tests.health.cases import QUIET, RAISED, STOPPED, Case, project
from tests.help.lix import lix
from tests.phases.plan.records import AGREED, SCHOOL

CODES = [rule.code for rule in RULES]
# They matter too when nothing is handed over.
ALWAYS = {
    "action-overdue",
    "undecided",
    "begins-too-soon",
    "dates-do-not-fit",
    "work-does-not-fit",
    "deadline-after-end",
}
NOTHING_HANDED_OVER = [AnchoringDecision.END, AnchoringDecision.NEW_FUNDING]


def cases(of: dict[str, list[Case]]) -> list[object]:
    return [
        pytest.param(code, case, id=f"{code}-{place}") for code, each in of.items() for place, case in enumerate(each)
    ]


def codes(facts: ProjectFacts) -> list[str]:
    return [finding.rule.code for finding in all_findings(facts)]


def test_every_rule_has_a_case_that_raises_it_and_one_that_does_not() -> None:
    assert sorted(RAISED) == sorted(QUIET) == sorted(CODES)
    assert all(RAISED.values())
    assert all(QUIET.values())


def test_no_two_rules_have_the_same_code() -> None:
    assert len(set(CODES)) == len(CODES)


def test_the_sound_project_of_the_cases_has_no_findings() -> None:
    assert codes(project()) == []


@pytest.mark.parametrize(("code", "case"), cases(RAISED))
def test_the_rule_is_raised(code: str, case: Case) -> None:
    assert code in codes(case())


@pytest.mark.parametrize(("code", "case"), cases(QUIET))
def test_the_rule_is_quiet(code: str, case: Case) -> None:
    assert code not in codes(case())


@pytest.mark.parametrize(("code", "case"), cases(RAISED))
def test_a_finding_says_what_to_do_and_leads_to_where_it_is_mended(code: str, case: Case) -> None:
    for finding in all_findings(case()):
        assert str(finding.text).endswith(".")
        where = finding.url("lektiecafeen").removeprefix("/projekter/lektiecafeen/")
        assert where.startswith(("fase-", "tidslinje/", "moeder/"))
        assert set(rows_of(finding.subject)) <= {
            "task_id", "project_actor_id", "candidacy_id", "action_id", "budget_line_id"
        }  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_a_rule_says_plainly_why_it_matters(code: str) -> None:
    rule = RULE_BY_CODE[code]

    assert str(rule.title)
    assert str(rule.why).endswith(".")
    assert lix(str(rule.why)) < 50


@pytest.mark.parametrize("code", CODES)
def test_a_rule_counts_in_a_step_of_its_phase(code: str) -> None:
    rule = RULE_BY_CODE[code]
    [phase] = [phase for phase in PHASES if phase.number == rule.phase]

    assert rule.step in {step.slug for step in phase.steps}
    assert reverse(rule.step, args=["lektiecafeen"])


def test_the_heaviest_finding_is_told_first() -> None:
    facts = project(tasks=[], actions=[], follow_ups=[], candidacies=[])
    many = [case() for each in RAISED.values() for case in each]

    for one in [facts, *many]:
        weights = [finding.rule.severity for finding in all_findings(one)]
        assert weights == sorted(weights)


@pytest.mark.parametrize("decision", NOTHING_HANDED_OVER)
@pytest.mark.parametrize("code", sorted(set(CODES) - ALWAYS))
def test_a_project_that_hands_nothing_over_hears_only_of_its_actions_and_dates(code: str, decision: str) -> None:
    for case in RAISED[code]:
        facts = case()
        facts.why_what.decision = decision

        assert set(codes(facts)) <= ALWAYS


def test_a_task_that_is_stopped_is_no_hole() -> None:
    assert codes(project(tasks=[STOPPED], commitments=[AGREED._replace(state="proposed")])) == []


def test_an_actor_is_named_with_all_that_it_carries() -> None:
    [case] = RAISED["many-responsibilities"]
    [finding] = all_findings(case())

    assert str(finding.text) == "Pilebroskolen er ansvarlig for 4 opgaver: O1, O2, O3 og O4. Fordel nogle af dem."
    assert finding.key == ("many-responsibilities", f"actor-{SCHOOL.id}")


def test_a_pair_without_an_interface_is_told_once() -> None:
    [finding] = [each for each in all_findings(RAISED["no-interface"][0]()) if each.rule.code == "no-interface"]

    assert str(finding.text).startswith("Pilebroskolen og Biblioteket har ingen snitflade.")


def test_only_what_tells_of_an_assessment_or_a_risk_is_internal() -> None:
    internal: list[Rule] = [rule for rule in RULES if rule.internal]

    assert {rule.code for rule in internal} == {
        "weak-without-action",
        "not-assessed-since-done",
        "chosen-on-assumption",
        "assessment-outdated",
        "heavy-without-plan-b",
        "work-does-not-fit",
    }
