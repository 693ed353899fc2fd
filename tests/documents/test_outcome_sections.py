"""What a project of another outcome wrote stands in its plan; what it is not asked for is not told to be missing."""

from datetime import date

import pytest

from projects.documents.contents import sections_of
from projects.documents.document import PlanDocument
from projects.documents.records import (
    Outline,
    PlanFinding,
    PlanOutcome,
    PlanProjectCost,
    PlanWindDown,
    Why,
)
from projects.documents.render import plan_html
from projects.documents.summary import summarise
from projects.models import AnchoringDecision
from tests.documents import plans

METHOD, MONEY, END = AnchoringDecision.METHOD, AnchoringDecision.NEW_FUNDING, AnchoringDecision.END


def plan(decision: AnchoringDecision, **changes: object) -> PlanDocument:
    return plans.empty().model_copy(update={"why": Why(decision=decision), **changes})


def section(of: PlanDocument, anchor: str) -> str:
    """The section's own part of the plan's page; "" when the plan is without it."""
    return plan_html(of).partition(f'<section id="{anchor}"')[2].partition("</section>")[0]


@pytest.mark.parametrize(
    ("decision", "anchor", "changes", "words"),
    [
        (MONEY, "driftsbudget", {"project_costs": (PlanProjectCost(title="Løn", amount=400_000),)}, "400.000"),
        (MONEY, "driftsbudget", {"outline": Outline(free_of_charge="Lokalet er gratis.")}, "Lokalet er gratis."),
        (METHOD, "laering", {"outcome_answers": PlanOutcome(learned="Faste dage virker.")}, "Faste dage virker."),
        (METHOD, "laering", {"outcome_answers": PlanOutcome(shared_how="Vi holder et møde.")}, "Vi holder et møde."),
        (METHOD, "afvikling", {"outcome_answers": PlanOutcome(papers_kept_by="Kommunens arkiv")}, "Kommunens arkiv"),
        (METHOD, "afvikling", {"outcome_answers": PlanOutcome(papers_kept_until=date(2032, 6, 30))}, "30. juni 2032"),
        (METHOD, "afvikling", {"outcome_answers": PlanOutcome(data_deleted_how="Alt slettes.")}, "Alt slettes."),
    ],
)
def test_what_is_written_is_shown(
    decision: AnchoringDecision, anchor: str, changes: dict[str, object], words: str
) -> None:
    assert anchor not in [one.anchor for one in sections_of(plan(decision))]
    shown = section(plan(decision, **changes), anchor)

    assert words in shown
    assert "lægger driftsbudgettet" not in shown
    assert "hvad der stopper, hvilke aftaler" not in shown


def test_a_project_that_lets_its_method_live_is_not_told_what_it_was_not_asked() -> None:
    told = PlanOutcome(learned="Faste dage virker.")
    assert "Mangler" not in section(plan(METHOD, outcome_answers=told), "laering")
    assert "Papirer" not in section(plan(METHOD, wind_down=(PlanWindDown(title="Lejemål"),)), "afvikling")

    assert "Mangler" in section(plan(END, outcome_answers=told), "laering")
    assert "hvad der stopper, hvilke aftaler" in section(plan(END), "afvikling")


def test_what_was_learned_of_another_outcome_waits() -> None:
    written = plan(AnchoringDecision.ANCHOR, outcome_answers=PlanOutcome(learned="Faste dage virker."))
    assert not section(written, "laering")


def test_the_shared_edition_never_claims_that_nothing_was_found() -> None:
    claim, words = "ikke fundet noget at se på", "Her står kun det, der kan deles."
    found = PlanFinding(rule="x", text="Svag vilje", title="Vilje", why="Det holder ikke.", weight="Alvorligt")
    sound, weak = plan(AnchoringDecision.ANCHOR), plan(AnchoringDecision.ANCHOR, internal_findings=(found,))

    assert claim in section(sound, "sundhedstjek")
    assert "Svag vilje" in section(weak, "sundhedstjek")
    for shared in (sound.for_sharing(), weak.for_sharing()):
        assert words in section(shared, "sundhedstjek")
        assert claim not in section(shared, "sundhedstjek")


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 af 1 punkt i afviklingen er gjort."), (2, "2 af 2 punkter i afviklingen er gjort.")],
)
def test_what_is_wound_down_is_counted_in_plain_danish(count: int, words: str) -> None:
    items = tuple(PlanWindDown(title=f"Lejemål {number}", is_done=True) for number in range(count))
    assert words in summarise(plan(END, wind_down=items)).ready
