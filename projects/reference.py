"""Landsbyggefonden's indsatsområder, one list per grant period (docs/method.md, Kilder)."""

from typing import Any, Final

from django.apps import apps as current_apps
from django.utils.text import slugify

from projects.slugs import latinised

# What follows the last period is not known; administrators add it in the Django admin.
FOCUS_AREAS: Final = {
    (2011, 2014): (
        "Børn, unge og familie",
        "Uddannelse, beskæftigelse og erhverv",
        "Beboernetværk, inddragelse og demokrati",
        "Sundhed",
        "Udsatte grupper",
        "Kultur og fritid",
        "Image og kommunikation",
    ),
    (2015, 2018): (
        "Tryghed og trivsel",
        "Kriminalpræventiv indsats",
        "Uddannelse og beskæftigelse",
        "Forebyggelse og forældreansvar",
    ),
    (2019, 2026): (
        "Uddannelse og livschancer",
        "Beskæftigelse",
        "Kriminalitetsforebyggelse",
        "Sammenhængskraft og medborgerskab",
    ),
}


def focus_area_code(first_year: int, last_year: int, name: str) -> str:
    """The code of an area in its period: "2019-26-uddannelse-og-livschancer"."""
    return f"{first_year}-{last_year % 100:02}-{slugify(latinised(name))}"


def load_focus_areas(apps: Any = current_apps) -> None:
    """Put the known indsatsområder in the database. What is there already is left as it is."""
    model = apps.get_model("projects", "FocusArea")
    model.objects.bulk_create(
        [
            model(code=focus_area_code(first, last, name), name=name, valid_from=first, valid_to=last)
            for (first, last), names in FOCUS_AREAS.items()
            for name in names
        ],
        ignore_conflicts=True,
    )
