"""The example is as fresh on any day as on the day it was written for."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import models

from projects.demo.calendar import Calendar, Day
from projects.models import Action, AssessmentRound, Project
from tests.demo.conftest import Load

DAYS = ["2026-11-21", "2027-12-31", "2028-01-01", "2028-02-29", "2031-06-30", "2044-07-23"]
COMES_ALONG = {"region", "municipality", "municipalityregion", "focusarea", "actiontemplate"}
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _texts() -> Iterator[tuple[str, str]]:
    """Every text of the example, with the field it stands in."""
    for app in ("actors", "projects"):
        for model in apps.get_app_config(app).get_models():
            if model._meta.model_name in COMES_ALONG:
                continue  # facts that come with the program
            for row in model._default_manager.all():
                for field in model._meta.concrete_fields:
                    value = getattr(row, field.attname)
                    if isinstance(field, (models.CharField, models.JSONField)) or isinstance(value, str):
                        many = value if isinstance(value, list) else [value or ""]
                        for text in (each for each in many if not isinstance(each, int)):
                            yield f"{model.__name__}.{field.name}", text


@pytest.mark.parametrize("day", DAYS)
def test_the_project_ends_221_days_after_loading_and_only_p9_is_late(load: Load, day: str) -> None:
    load(on=day)
    today = date.fromisoformat(day)
    project = Project.objects.get(slug="lektiecafeen")
    assert project.end == today + timedelta(days=221)
    assert [action.code for action in project.actions.all() if action.is_overdue(today)] == ["P9"]
    newest = AssessmentRound.objects.filter(project=project).latest("held_on")
    assert newest.held_on == project.end - timedelta(days=340)
    deadlines = {action.number: action.deadline for action in project.actions.all()}
    offsets = {number: (deadline - project.end).days for number, deadline in deadlines.items() if deadline}
    assert offsets == {
        1: -510, 2: -440, 3: -400, 4: -300, 5: -272, 6: -286, 7: -218, 8: -201, 9: -229,
        10: -152, 11: -152, 12: -124, 13: -62, 14: -76, 15: -6, 16: -21, 17: 364,
    }  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_no_text_names_a_year_far_from_the_day_of_loading(load: Load, day: str) -> None:
    load(on=day)
    loaded = int(day[:4])
    texts = list(_texts())
    assert sum(bool(YEAR.search(text)) for _field, text in texts) > 15
    for field, text in texts:
        assert "{" not in text, field
        for year in YEAR.findall(text):
            assert loaded - 2 <= int(year) <= loaded + 3, f"{field}: {text}"


def test_the_dates_of_the_description_come_back_on_its_own_day(load: Load) -> None:
    load()
    project = Project.objects.get(slug="lektiecafeen")
    assert (project.start, project.end) == (date(2023, 7, 1), date(2027, 6, 30))
    goal = project.why_what.goal
    assert goal.startswith("Fra august 2027 er der åbent")
    assert goal.endswith("finansieret til og med juni 2028.")
    assert "Midtvejsevalueringen fra juni 2025" in project.why_what.effect
    action = Action.objects.get(project=project, number=5)
    assert action.title == "Søge § 18-midler til første driftsår (35.000 kr.)"
    assert action.status_note == "Sendt i tide. Svar ventes 15. december 2026."
    assert project.project_actors.get(number=6).current_role.endswith("stiftet 27. august 2026.")


@pytest.mark.parametrize(
    ("end", "day", "expected"),
    [
        (date(2028, 2, 29), Day(years=1), date(2029, 2, 28)),
        (date(2028, 2, 29), Day(1, years=-4), date(2024, 3, 1)),
        (date(2027, 6, 30), Day(1, years=-4), date(2023, 7, 1)),
        (date(2027, 12, 31), Day(1), date(2028, 1, 1)),
    ],
)
def test_whole_years_survive_leap_days_and_new_year(end: date, day: Day, expected: date) -> None:
    assert Calendar(end).on(day) == expected


@pytest.mark.parametrize(("end", "year"), [(date(2027, 6, 30), "2027"), (date(2027, 11, 2), "2028")])
def test_the_first_summer_after_the_end_is_named(end: date, year: str) -> None:
    assert Calendar(end).fill("sommerferien {summer:+0}") == f"sommerferien {year}"
