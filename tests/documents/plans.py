"""Plans for the tests, as pure values: no database is needed to say what a plan holds."""

import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import count
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from projects.documents.document import Edition, PlanDocument
from projects.documents.records import (
    Frame,
    Outline,
    PlanAction,
    PlanActor,
    PlanBudgetLine,
    PlanCandidacy,
    PlanCommitment,
    PlanGap,
    PlanRisk,
    PlanTask,
    Why,
)
from projects.documents.redaction import Record, is_internal
from projects.documents.render import plan_pdf
from projects.models import AnchoringDecision, Choice, OperationLevel
from tests.scripts import next_name

TODAY = date(2026, 11, 21)
INTERNAL_DATE = date(1987, 1, 13)
NUMBERED = {PlanTask: "O", PlanActor: "A", PlanAction: "P", PlanRisk: "R"}
CODES = {"task": "O1", "actor": "A1", "tasks": ("O1",), "actors": ("A1",)}
Write = Callable[[str, bool], str]


def empty() -> PlanDocument:
    """A project that has only its name."""
    frame = Frame(programme="Pilebro i Balance", project="Lektiecaféen", slug="lektiecafeen")
    return PlanDocument(frame=frame, today=TODAY)


def half_filled() -> PlanDocument:
    """Phase 1 is written, an actor is found, nothing is agreed and every row is half empty."""
    why = Why(
        problem="Mange elever har ikke ro til lektier.",
        goal="Der er åbent to gange om ugen.",
        core_elements=("Faste dage",),
        decision=AnchoringDecision.ANCHOR,
    )
    return empty().model_copy(
        update={
            "why": why,
            "tasks": (PlanTask(code="O1", title="Være tovholder", is_critical=True),),
            "actors": (PlanActor(code="A1", name="Pilebroskolen"),),
            "candidacies": (PlanCandidacy(actor="A1", title="tovholder"),),
            "actions": (PlanAction(code="P1", title="Holde et møde"),),
            "budget": (PlanBudgetLine(title="Forplejning"),),
        }
    )


def ended() -> PlanDocument:
    """The deciding body closes the project on purpose."""
    return empty().model_copy(update={"why": Why(decision=AnchoringDecision.END, decision_reason="Festen er holdt.")})


def filled(
    write: Write = lambda path, internal: f"Tekst om {path}",
    rows: int = 2,
    decision: AnchoringDecision = AnchoringDecision.ANCHOR,
) -> PlanDocument:
    """A plan with something in every field there is. `write` gets a field's name and whether it is internal.

    What a plan shows of it depends on the decision.
    """
    plan = _sample(PlanDocument, write, rows, internal=False)
    kept = tuple(task.model_copy(update={"operation_level": OperationLevel.KEEP}) for task in plan.tasks)
    chosen = tuple(one.model_copy(update={"selected": Choice.CHOSEN}) for one in plan.candidacies)
    frame = plan.frame.model_copy(update={"slug": "lektiecafeen"})
    # A question that was changed, and a finding that nobody has accepted, beside those that are.
    asked = tuple(one.model_copy(update={"key": "hvorfor.problem"}) for one in plan.why.asked)
    why = plan.why.model_copy(update={"decision": decision, "asked": asked})
    found = tuple(one.model_copy(update={"reason": "", "accepted_on": None}) for one in plan.findings)
    changes = {
        "frame": frame,
        "why": why,
        "findings": (*plan.findings, *found),
        "tasks": kept,
        "candidacies": chosen,
        "edition": Edition.WORKING,
        "today": TODAY,
    }
    return plan.model_copy(update=changes)


def _sample(kind: type[Any], write: Write, rows: int, *, internal: bool, number: int = 1) -> Any:
    values: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        if name == "code":
            values[name] = f"{NUMBERED[kind]}{number}"
        elif name in CODES and kind in {PlanCommitment, PlanCandidacy, PlanGap, PlanAction, PlanBudgetLine}:
            values[name] = CODES[name]
        else:
            hidden = internal or is_internal(field)
            values[name] = _value(field.annotation, f"{kind.__name__}.{name}", write, rows, hidden)
    return kind(**values)


def _value(annotation: Any, path: str, write: Write, rows: int, internal: bool) -> Any:
    if get_origin(annotation) in {UnionType, Union}:
        annotation = next(one for one in get_args(annotation) if one is not type(None))
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    if get_origin(annotation) is tuple:
        kind = get_args(annotation)[0]
        if isinstance(kind, type) and issubclass(kind, Record):
            return tuple(_sample(kind, write, rows, internal=internal, number=one + 1) for one in range(rows))
        return (_value(kind, path, write, rows, internal),)
    if issubclass(annotation, Record):
        return _sample(annotation, write, rows, internal=internal)
    if issubclass(annotation, Enum):
        return next(iter(annotation))
    simple = {
        str: lambda: write(path, internal),
        bool: lambda: False,
        int: lambda: 3,
        Decimal: lambda: Decimal("2.5"),
        date: lambda: INTERNAL_DATE if internal else date(2027, 3, 1),
    }
    return simple[annotation]()


def internal_fields(kind: type[Any] = PlanDocument) -> dict[str, FieldInfo]:
    """Every internal field in the tree, by "Record.field"."""
    found = {}
    for name, field in kind.model_fields.items():
        if is_internal(field):
            found[f"{kind.__name__}.{name}"] = field
        for inner in _records_in(field.annotation):
            found |= internal_fields(inner)
    return found


def _records_in(annotation: Any) -> list[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    return [record for inner in get_args(annotation) for record in _records_in(inner)]


WORDS = (
    "skolen foreningen caféen børnene lektier aftale ansvar reserve hjælper voksne onsdag lokale nøgle penge budget "
    "møde referat kommune bibliotek frivillig tovholder forælder årshjul mappe attest kursus mad frugt plan risiko "
    "spørger deler bærer finder henter skriver lover tøver vokser flytter samler husker under efter mellem gennem"
).split()
LONG = f"{' '.join(random.Random(7).choices(WORDS, k=700))[:3985]} Slutord4711."
NASTY = (
    "<script>alert(1)</script> & <b>fed</b> {{ 7|add:7 }} "
    "Speciallægepraksisplanlægningsstabiliseringsperiodeudvalgsformandsstedfortrædersuppleant"
    "Speciallægepraksisplanlægningsstabiliseringsperiodeudvalgsformandsstedfortrædersuppleant "
    "שלום \u202eomvendt\u202c 👨‍👩‍👧 \x07\x1b\x00 %(body)s 漢字"
)


def hostile() -> PlanDocument:
    """Everything a person could paste, in every field as long as names may be; the longest answers there can be."""
    plan = filled(lambda path, internal: NASTY[:60] if path.startswith("Frame.") else NASTY, rows=1)
    risky = plan.actions[0].model_copy(update={"risk": LONG[-1000:]})
    why = plan.why.model_copy(update={"problem": LONG, "decision_reason": LONG})
    return plan.model_copy(update={"why": why, "actions": (risky,), "outline": Outline(leadership=LONG)})


@lru_cache
def in_ten_scripts() -> PlanDocument:
    """Every text a name in one script after the other, alone or within a Danish sentence."""
    numbers = count()

    def write(path: str, internal: bool) -> str:
        name = next_name()
        return name if next(numbers) % 2 else f"Foreningen {name}, kontakt: {name} (afd. 12)"

    return filled(write, rows=4)


@lru_cache
def pdf_of(plan: PlanDocument) -> bytes:
    """Made once for all tests that read it."""
    return plan_pdf(plan)
