"""The example that everybody sees first, as files in both editions."""

import io
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from pypdf import PdfReader

from projects.documents.build import build_plan
from projects.models import Project
from tests.documents.checks import assert_accessible, assert_nothing_is_cut, text_of
from tests.documents.plans import pdf_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("edition", ["working", "shared"])
def test_the_demo_plan_is_a_correct_file_that_says_what_to_decide(edition: str, tmp_path: Path) -> None:
    call_command("demo", verbosity=0)
    project = Project.objects.select_related("programme", "focus_area").get(slug="lektiecafeen")
    plan = build_plan(project, date(2026, 11, 21))
    pdf = pdf_of(plan if edition == "working" else plan.for_sharing())
    assert_accessible(pdf, tmp_path)
    assert_nothing_is_cut(pdf)
    words = text_of(pdf)
    assert "Hvem har ansvaret for O1 Være tovholder" in words
    assert "120.000 kr." in words
    assert ".." not in words
    assert ("Vil gerne – mangler kapacitet" in words) == (edition == "working")
    assert ("Når projektmedarbejderne stopper" in words) == (edition == "working")
    assert len(PdfReader(io.BytesIO(pdf)).pages) <= 30
