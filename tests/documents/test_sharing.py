"""What is internal never leaves the deciding body: redaction by construction."""

import io
from typing import Annotated

import pikepdf
import pytest
from pypdf import PdfReader

from actors.concepts import Concept, Label
from projects.documents.document import Edition, PlanDocument
from projects.documents.records import PlanCandidacy, PlanScore
from projects.documents.redaction import INTERNAL, Record, without_internal
from projects.documents.render import plan_html
from projects.models import Choice, ContactStatus
from tests.documents import plans
from tests.documents.checks import text_of
from tests.documents.plans import pdf_of


def mark_of(path: str) -> str:
    """A word that is easy to find and that no line end splits."""
    return "ZQX" + "".join(letter for letter in path if letter.isupper() or letter == "_") + str(len(path))


@pytest.fixture(scope="module")
def plan() -> PlanDocument:
    """With a mark in every internal text."""
    return plans.filled(lambda path, internal: mark_of(path) if internal else f"Åbent om {path.split('.')[0]}")


def test_the_marked_fields_are_the_ones_that_must_not_leave() -> None:
    assert set(plans.internal_fields()) == {
        "PlanActor.limits",
        "PlanActor.decision_role",
        "PlanActor.contact_role",
        "PlanActor.contact_status",
        "PlanActor.contact_date",
        "PlanCandidacy.choice",
        "PlanCandidacy.choice_reason",
        "PlanCandidacy.scores",
        "PlanCandidacy.earlier",
        "PlanDocument.conflicts",
        "PlanDocument.internal_findings",
        "PlanDocument.unanswered",
        "PlanAction.status_note",
        "PlanAction.gaps",
        "PlanAction.risk",
        "PlanAction.plan_b",
        "Why.decision_reason",
        "Outline.model_reason",
        "PlanDocument.risks",
        "PlanHandover.approval_reason",
        "PlanTick.note",
        "PlanDecision.reason",
        "PlanFollowUp.note",
        "PlanOutcome.refused_plan",
        "PlanOutcome.decide_by",
    }


def test_the_working_edition_shows_every_internal_text(plan: PlanDocument) -> None:
    """Otherwise the next test could not fail."""
    text = text_of(pdf_of(plan))
    for path in (
        "PlanActor.limits",
        "PlanActor.decision_role",
        "PlanActor.contact_role",
        "PlanCandidacy.choice_reason",
        "PlanScore.reason",
        "PlanScore.requirement",
        "PlanAction.status_note",
        "PlanAction.risk",
        "PlanAction.plan_b",
        "Why.decision_reason",
        "Outline.model_reason",
        "PlanRelation.actor",
        "PlanRelation.other",
        "PlanRisk.title",
        "PlanRisk.countermeasure",
        "PlanRisk.plan_b",
        "PlanRisk.owner",
        "PlanTick.note",
        "PlanFollowUp.note",
    ):
        assert mark_of(path) in text, path
    assert "1987" in text


def test_nothing_internal_is_in_the_shared_edition(plan: PlanDocument) -> None:
    shared = plan.for_sharing()
    pdf = pdf_of(shared)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        spoken = " ".join(str(one.get("/Alt", "")) for one in file.objects if isinstance(one, pikepdf.Dictionary))
        places = {
            "value": shared.model_dump_json(),
            "html": plan_html(shared),
            "text": text_of(pdf),
            "properties": str(dict(file.docinfo.items())),
            "xmp": file.Root.Metadata.read_bytes().decode(),
            "pictures": spoken,
        }
    assert "Kort over aktørerne" in spoken
    for place, text in places.items():
        assert "ZQX" not in text, place
        assert "1987" not in text, place


def test_no_score_label_or_contact_status_is_in_the_shared_edition(plan: PlanDocument) -> None:
    working, shared = plan_html(plan), plan_html(plan.for_sharing())
    for words in ("1 af 5", str(Label.UNKNOWN.label), str(ContactStatus.NOT_CONTACTED.label), "styrker:"):
        assert (words in working) or words == "1 af 5"
        assert words not in shared


def test_the_shared_edition_is_named_on_every_page(plan: PlanDocument) -> None:
    for sheet in PdfReader(io.BytesIO(pdf_of(plan.for_sharing()))).pages:
        words = sheet.extract_text()
        assert "Delbar udgave" in words
        assert "Arbejdsudgave" not in words


def test_a_role_that_was_not_chosen_is_not_known_outside() -> None:
    not_now = PlanCandidacy(actor="A1", title="tovholder", choice=Choice.NOT_NOW)
    chosen = PlanCandidacy(actor="A2", title="reserve", choice=Choice.RESERVE, selected=Choice.RESERVE)
    shared = plans.empty().model_copy(update={"candidacies": (not_now, chosen)}).for_sharing()
    assert [one.actor for one in shared.candidacies] == ["A2"]
    assert shared.candidacies[0].choice is None


def test_sharing_twice_changes_nothing(plan: PlanDocument) -> None:
    shared = plan.for_sharing()
    assert shared.edition is Edition.SHARED
    assert shared.for_sharing() == shared


def test_an_internal_field_must_have_something_to_show_instead() -> None:
    with pytest.raises(TypeError, match="secret is internal and needs a default"):

        class Careless(Record):
            secret: Annotated[str, INTERNAL]


def test_redaction_reaches_all_depths() -> None:
    class Inner(Record):
        note: Annotated[str, INTERNAL] = ""

    class Outer(Record):
        inner: Inner
        more: tuple[Inner, ...]

    redacted = without_internal(Outer(inner=Inner(note="a"), more=(Inner(note="b"),)))
    assert redacted == Outer(inner=Inner(), more=(Inner(),))


def test_scores_are_internal_as_a_whole() -> None:
    scored = PlanCandidacy(
        actor="A1", title="x", selected=Choice.CHOSEN, scores=(PlanScore(concept=Concept.WILL, score=2),)
    )
    assert without_internal(scored).scores == ()
