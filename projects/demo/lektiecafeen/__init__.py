"""Lektiecaféen: the project of the example that has been through all four phases."""

from projects.demo.calendar import Day

SLUG = "lektiecafeen"
PROJECT = {
    "name": "Lektiecaféen",
    "slug": SLUG,
    "start": Day(1, years=-4),
    "end": Day(),
}
FOCUS_AREA = "Uddannelse og livschancer"
