"""What is internal never leaves the deciding body: redaction by construction."""

import io

import pytest
from pypdf import PdfReader

from actors.concepts import Label
from projects.documents.document import Edition, PlanDocument
from projects.documents.records import PlanCandidacy, PlanScore
from projects.documents.redaction import INTERNAL, Record, without_internal
from projects.documents.render import plan_html
from projects.models import Choice, ContactStatus
from tests.documents import plans
from tests.documents.checks import closed_up, text_of
from tests.documents.plans import pdf_of


def marked(path: str, internal: bool) -> str:
    """A word that is easy to find: ZQX and the field's name where it is internal."""
    return f"ZQX{path.replace('.', '')}" if internal else f"Åbent{path.replace('.', '')}"


@pytest.fixture(scope="module")
def plan() -> PlanDocument:
    return plans.filled(marked)


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
        "PlanAction.status_note",
        "PlanAction.gaps",
    }


def test_the_working_edition_shows_every_internal_text(plan: PlanDocument) -> None:
    """Otherwise the next tests could not fail."""
    text = closed_up(text_of(pdf_of(plan)))
    for mark in (
        "ZQXPlanActorlimits",
        "ZQXPlanActordecision_role",
        "ZQXPlanActorcontact_role",
        "ZQXPlanCandidacychoice_reason",
        "ZQXPlanScorereason",
        "ZQXPlanScorerequirement",
        "ZQXPlanActionstatus_note",
    ):
        assert mark in text


def test_nothing_internal_is_in_the_shared_edition(plan: PlanDocument) -> None:
    shared = plan.for_sharing()
    pdf = pdf_of(shared)
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.xmp_metadata
    places = {
        "value": shared.model_dump_json(),
        "html": plan_html(shared),
        "text": closed_up(text_of(pdf)),
        "properties": str(reader.metadata),
        "xmp": reader.xmp_metadata.rdf_root.toxml(),
        "pictures": " ".join(str(one.get("/Alt")) for one in _elements(reader)),
    }
    for place, text in places.items():
        assert "ZQX" not in text, place
        assert "1999" not in text, place
        for word in ("af 5", *(str(label.label) for label in Label), str(ContactStatus.NOT_CONTACTED.label)):
            assert closed_up(word) not in closed_up(text).replace(closed_up("Klartil"), ""), (place, word)


def _elements(reader: PdfReader) -> list:
    objects = (reader.get_object(number) for number in range(1, len(reader.xref_objStm or reader.xref.get(0, {})) + 1))
    return [one for one in objects if isinstance(one, dict) and one.get("/Type") == "/StructElem"]


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
    from typing import Annotated

    with pytest.raises(TypeError, match="secret is internal and needs a default"):

        class Careless(Record):
            secret: Annotated[str, INTERNAL]


def test_redaction_reaches_all_depths() -> None:
    from typing import Annotated

    class Inner(Record):
        note: Annotated[str, INTERNAL] = ""

    class Outer(Record):
        inner: Inner
        more: tuple[Inner, ...]

    redacted = without_internal(Outer(inner=Inner(note="a"), more=(Inner(note="b"),)))
    assert redacted == Outer(inner=Inner(), more=(Inner(),))


def test_scores_are_internal_as_a_whole() -> None:
    from actors.concepts import Concept

    scored = PlanCandidacy(
        actor="A1", title="x", selected=Choice.CHOSEN, scores=(PlanScore(concept=Concept.WILL, score=2),)
    )
    assert without_internal(scored).scores == ()
