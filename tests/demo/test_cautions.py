"""The example as a test of false alarms: how often would its texts have been asked about, and is each reasonable?"""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from forankring.ui.cautions import Caution, cautions_in
from forankring.ui.personal import cpr_numbers, texts_of
from projects.models import Project

JUDGING = {("sharedscore", "reason"), ("sharedscore", "requirement"), ("candidacy", "choice_reason")}
# A group of residents in a sibling project; nobody can be told from it.
EXPECTED = {("health", "kronisk sygdom")}


def written() -> list[tuple[str, str, Any]]:
    """(model, field, text) for everything written in the example."""
    found = []
    for label in ("projects", "actors"):
        for model in apps.get_app_config(label).get_models():
            kinds = models.CharField | models.TextField | models.JSONField
            columns = [each for each in model._meta.concrete_fields if isinstance(each, kinds)]
            for values in model._default_manager.values_list(*(each.name for each in columns)) if columns else ():
                found += [
                    (model._meta.model_name or "", each.name, value)
                    for each, value in zip(columns, values, strict=True)
                ]
    return found


@pytest.fixture
def texts(lektiecafeen: Project) -> list[tuple[str, str, Any]]:
    return written()


def test_the_example_holds_no_cpr_number(texts: list[tuple[str, str, Any]]) -> None:
    assert len(texts) > 1000
    assert [text for _model, _field, value in texts for text in texts_of(value) if cpr_numbers(text)] == []


def test_the_example_raises_few_cautions_and_each_is_reasonable(texts: list[tuple[str, str, Any]]) -> None:
    raised: list[Caution] = [
        caution
        for model, field, value in texts
        if (model, field) != ("membership", "email")
        for caution in cautions_in(value, judges=(model, field) in JUDGING)
    ]

    assert {(each.kind, word) for each in raised for word in each.found} == EXPECTED
