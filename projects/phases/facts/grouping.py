"""Rows as plain records, by project."""

from collections import defaultdict
from typing import Any

from django.db import models


def grouped_records(
    record: Any, rows: models.QuerySet[Any], project: str = "project_id"
) -> defaultdict[int, list[Any]]:
    """The rows as records, by project. The record's fields name the columns."""
    columns = [project if name == "project_id" else name for name in record._fields]
    grouped: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows.values_list(*columns):
        grouped[row[0]].append(record._make(row))
    return grouped
