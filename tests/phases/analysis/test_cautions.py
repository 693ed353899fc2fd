"""Soft warnings on an assessment: told, never refused."""

from collections.abc import Mapping
from datetime import date

import pytest

from actors.concepts import UNKNOWN, Answer, Concept
from projects.models import Candidacy
from projects.phases.analysis.assessments import Assessment, Card, Held

TODAY = date(2026, 11, 21)


def cautions(said: Mapping[Concept, tuple[Answer, str]], held_on: date = TODAY) -> list[str]:
    latest = {concept: Held(Assessment(answer, evidence), held_on) for concept, (answer, evidence) in said.items()}
    return Card(Candidacy(), latest, TODAY).cautions


@pytest.mark.parametrize("evidence", ["", "assumption", "conversation"])
def test_a_five_must_be_seen_or_written(evidence: str) -> None:
    said = {Concept.WILL: (5, evidence), Concept.ABILITY: (3, "observed")}

    assert cautions(said) == ["Trin 5 kræver, at I har set det, eller at det er skrevet ned. Hvad bygger I det på?"]


@pytest.mark.parametrize("evidence", ["observed", "document"])
def test_a_five_that_is_seen_or_written_stands(evidence: str) -> None:
    assert cautions({Concept.WILL: (5, evidence)}) == []


def test_only_assumptions_are_a_reason_to_talk_with_the_actor() -> None:
    said: dict[Concept, tuple[Answer, str]] = {
        Concept.WILL: (3, "assumption"),
        Concept.MEANING: (UNKNOWN, "assumption"),
    }

    assert cautions(said) == ["Alt her er antagelser. Tal med aktøren."]
    assert cautions({**said, Concept.ABILITY: (4, "conversation")}) == []


@pytest.mark.parametrize(("held_on", "is_old"), [(date(2026, 5, 21), False), (date(2026, 5, 20), True)])
def test_an_assessment_over_half_a_year_old_is_asked_about(held_on: date, is_old: bool) -> None:
    told = cautions({Concept.WILL: (3, "conversation")}, held_on)

    assert (told == ["Vurderingen er over seks måneder gammel. Gælder den stadig?"]) is is_old
    assert told == [] or is_old


def test_nothing_assessed_is_nothing_to_warn_about() -> None:
    assert cautions({}) == []
    assert cautions({Concept.WILL: (None, "assumption")}) == []
