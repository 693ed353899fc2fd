"""The kommuner and regions of Denmark: facts that come with the program (docs/method.md, Kilder)."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps as current_apps

SOURCE = Path(__file__).parent / "data" / "kommuner.tsv"

# Region Hovedstaden and Region Sjælland become one. Its code is not published, so it is left empty.
REGION_OSTDANMARK = "Region Østdanmark"
MERGED_REGIONS = frozenset({"1084", "1085"})
MERGER = date(2027, 1, 1)


def load_municipalities(apps: Any = current_apps) -> None:
    """Put the 98 kommuner and their regions, before and from 2027, in the database.

    What is there already is left as it is, so it can run again at any time. A migration gives the models of
    its own time as `apps`.
    """
    region_model = apps.get_model("actors", "Region")
    municipality_model = apps.get_model("actors", "Municipality")
    relation_model = apps.get_model("actors", "MunicipalityRegion")
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))

    names = {row["region_name"]: row["region_code"] for row in rows} | {REGION_OSTDANMARK: ""}
    region_model.objects.bulk_create(
        [region_model(name=name, code=code) for name, code in names.items()], ignore_conflicts=True
    )
    municipality_model.objects.bulk_create(
        [municipality_model(code=row["code"], name=row["name"]) for row in rows], ignore_conflicts=True
    )
    regions = {region.name: region for region in region_model.objects.filter(name__in=names)}
    relations = []
    for row in rows:
        merges = row["region_code"] in MERGED_REGIONS
        relations.append(
            relation_model(
                municipality_id=row["code"],
                region=regions[row["region_name"]],
                valid_to=MERGER - timedelta(days=1) if merges else None,
            )
        )
        if merges:
            relations.append(
                relation_model(municipality_id=row["code"], region=regions[REGION_OSTDANMARK], valid_from=MERGER)
            )
    relation_model.objects.bulk_create(relations, ignore_conflicts=True)
