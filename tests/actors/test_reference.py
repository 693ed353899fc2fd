"""The kommuner and regions that come with the program, and the order of Danish names."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.management import call_command

from actors.models import HousingOrganisation, Municipality, MunicipalityRegion, Region
from actors.reference import load_municipalities
from forankring.database.collation import danish_key
from tests.factories import HousingOrganisationFactory

pytestmark = pytest.mark.django_db


def test_there_are_98_kommuner_with_a_code_of_four_digits() -> None:
    codes = list(Municipality.objects.values_list("code", flat=True))

    assert len(codes) == 98
    assert all(len(code) == 4 and code.isdecimal() for code in codes)
    assert Municipality.objects.get(code="0101").name == "København"


@pytest.mark.parametrize(
    ("kommune", "day", "region", "code"),
    [
        ("København", date(2026, 12, 31), "Region Hovedstaden", "1084"),
        ("København", date(2027, 1, 1), "Region Østdanmark", ""),
        ("Roskilde", date(2026, 12, 31), "Region Sjælland", "1085"),
        ("Roskilde", date(2027, 1, 1), "Region Østdanmark", ""),
        ("Bornholm", date(2027, 1, 1), "Region Østdanmark", ""),
        ("Odense", date(2026, 12, 31), "Region Syddanmark", "1083"),
        ("Odense", date(2027, 1, 1), "Region Syddanmark", "1083"),
        ("Aarhus", date(2030, 1, 1), "Region Midtjylland", "1082"),
        ("Aalborg", date(2030, 1, 1), "Region Nordjylland", "1081"),
    ],
)
def test_a_kommune_belongs_to_the_region_of_the_day(kommune: str, day: date, region: str, code: str) -> None:
    found = MunicipalityRegion.objects.on(day).get(municipality__name=kommune).region

    assert (found.name, found.code) == (region, code)


def test_46_kommuner_become_region_ostdanmark() -> None:
    def sizes(day: date) -> dict[str, int]:
        names = MunicipalityRegion.objects.on(day).values_list("region__name", flat=True)
        return {name: list(names).count(name) for name in set(names)}

    assert sizes(date(2026, 12, 31)) == {
        "Region Hovedstaden": 29,
        "Region Sjælland": 17,
        "Region Syddanmark": 22,
        "Region Midtjylland": 19,
        "Region Nordjylland": 11,
    }
    assert sizes(date(2027, 1, 1)) == {
        "Region Østdanmark": 46,
        "Region Syddanmark": 22,
        "Region Midtjylland": 19,
        "Region Nordjylland": 11,
    }


def test_loading_again_changes_nothing_and_keeps_what_administrators_wrote() -> None:
    Municipality.objects.filter(code="0101").update(name="Københavns")
    before = (Municipality.objects.count(), MunicipalityRegion.objects.count(), Region.objects.count())

    load_municipalities()

    assert (Municipality.objects.count(), MunicipalityRegion.objects.count(), Region.objects.count()) == before
    assert Municipality.objects.get(code="0101").name == "Københavns"


@pytest.fixture
def restored_afterwards() -> Iterator[None]:
    yield
    load_municipalities()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("restored_afterwards")
def test_loading_brings_back_what_a_flush_removed() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert not Municipality.objects.exists()

    load_municipalities()

    assert MunicipalityRegion.objects.count() == 98 + 46


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("København", "Københavns Kommune"),
        ("Bornholm", "Bornholms Regionskommune"),
        ("Aarhus", "Aarhus Kommune"),
        ("Nordfyns", "Nordfyns Kommune"),
    ],
)
def test_a_kommune_is_called_what_it_calls_itself(name: str, official: str) -> None:
    assert str(Municipality.objects.get(name=name)) == official


def test_names_are_sorted_as_danes_do() -> None:
    expected = [
        "2 tal først",
        "Albertslund",
        "albertslund Ny",
        "Café",
        "Cafeteria",
        "Zebra",
        "Ærø",
        "Ølstykke",
        "Aabenraa",
        "Åbo",
        "aalborg",
        "Aarhus",
    ]
    for name in sorted(expected):
        HousingOrganisationFactory(name=name)

    rows = HousingOrganisation.objects.alphabetical()
    assert [row.name for row in rows] == expected
    assert sorted(expected, key=danish_key) == expected


def test_the_kommuner_end_with_ae_and_aa() -> None:
    names = [kommune.name for kommune in Municipality.objects.alphabetical()]

    assert names[0] == "Albertslund"
    assert names[-5:] == ["Vordingborg", "Ærø", "Aabenraa", "Aalborg", "Aarhus"]
