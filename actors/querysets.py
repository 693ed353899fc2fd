"""Sorting names the Danish way on both databases."""

from typing import Self, TypeVar

from django.db import connections, models
from django.db.models.expressions import Combinable
from django.db.models.functions import Collate

M = TypeVar("M", bound=models.Model)

# PostgreSQL has it from ICU; our SQLite backend registers a collation of the same meaning.
COLLATIONS = {"postgresql": "da-x-icu", "sqlite": "danish"}


class AlphabeticalQuerySet(models.QuerySet[M]):
    def alphabetical(self, field: str | Combinable = "name") -> Self:
        """Sorted by a name: æ ø å last, aa as å, upper and lower case together."""
        return self.order_by(Collate(field, COLLATIONS[connections[self.db].vendor]), "pk")
