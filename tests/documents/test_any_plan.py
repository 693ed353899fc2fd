"""Whatever a plan holds, it can be shown: property tests over the whole tree of records."""

from datetime import date
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from projects.documents.contents import sections_of
from projects.documents.document import PlanDocument
from projects.documents.records import PlanAction, PlanActor, PlanRisk, PlanTask
from projects.documents.redaction import Record
from projects.documents.render import plan_html
from projects.documents.summary import AT_MOST, summarise
from projects.models import AnchoringDecision
from tests.documents import plans

CODES = {"code", "task", "actor", "tasks", "actors"}
SIMPLE = {
    str: st.text(max_size=40),
    bool: st.booleans(),
    int: st.integers(0, 10**9),
    Decimal: st.decimals(0, 99999, places=1),
    date: st.dates(),
}


# A plan is large: shrinking one that fails takes minutes and says little more.
quickly = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)


def anything(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Any value of a record, with codes that sometimes meet and sometimes lead nowhere."""
    prefix = {PlanTask: "O", PlanActor: "A", PlanAction: "P", PlanRisk: "R"}
    codes = st.sampled_from([f"{letter}{number}" for letter in "OAP" for number in (1, 2, 3)])
    return st.builds(
        kind,
        **{
            name: st.sampled_from([f"{prefix[kind]}{number}" for number in (1, 2, 3)])
            if name == "code"
            else _strategy(field.annotation, codes if name in CODES else SIMPLE[str])
            for name, field in kind.model_fields.items()
        },
    )


def _strategy(annotation: Any, words: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if get_origin(annotation) in {UnionType, Union}:
        return st.one_of(*(_strategy(one, words) for one in get_args(annotation)))
    if get_origin(annotation) is tuple:
        return st.lists(_strategy(get_args(annotation)[0], words), max_size=3).map(tuple)
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    if annotation is type(None):
        return st.none()
    if annotation is str:
        return words
    if issubclass(annotation, Record):
        return anything(annotation)
    return st.sampled_from(list(annotation)) if issubclass(annotation, Enum) else SIMPLE[annotation]


@quickly
@given(anything(PlanDocument))
def test_any_plan_can_be_shown_and_says_at_most_five_decisions(plan: PlanDocument) -> None:
    for edition in (plan, plan.for_sharing()):
        html = plan_html(edition)
        places = [html.index(f'<section id="{section.anchor}"') for section in sections_of(edition)]
        assert places == sorted(places)
        assert len(summarise(edition).decisions) <= AT_MOST


@quickly
@given(anything(PlanDocument))
def test_any_plan_survives_as_json(plan: PlanDocument) -> None:
    assert PlanDocument.model_validate_json(plan.model_dump_json()) == plan


def test_every_text_a_person_can_write_is_shown() -> None:
    seen: set[str] = set()

    def write(path: str, internal: bool) -> str:
        seen.add(path)
        return f"ZQX{path}."

    html = "".join(plan_html(plans.filled(write, 1, decision)) for decision in AnchoringDecision)
    # In the name of the file, what finds a row, and a word that is written small.
    not_text = {"Frame.slug", "PlanFinding.rule", "PlanWording.key", "PlanFinding.weight"}
    assert {path for path in seen - not_text if f"ZQX{path}." not in html} == set()
