"""Sorting names the Danish way on both databases."""

from typing import Any, Self, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models.expressions import Combinable, F
from django.db.models.functions import Collate

M = TypeVar("M", bound=models.Model)

# PostgreSQL has it from ICU; our SQLite backend registers a collation of the same meaning.
COLLATIONS = {"postgresql": "da-x-icu", "sqlite": "danish"}


class AlphabeticalIndex(models.Index):
    """An index whose `name` is in Danish order, so that a page of many names is read and not sorted."""

    def create_sql(self, model: Any, schema_editor: Any, using: str = "", **kwargs: Any) -> Any:
        collation = COLLATIONS[schema_editor.connection.vendor]
        fields = [Collate("name", collation) if field == "name" else F(field) for field in self.fields]
        index = models.Index(*fields, name=self.name, condition=self.condition)
        return index.create_sql(model, schema_editor, using=using, **kwargs)


def danish_order(field: str | Combinable, alias: str = DEFAULT_DB_ALIAS) -> Collate:
    """What to order by: æ ø å last, aa as å, upper and lower case together."""
    return Collate(field, COLLATIONS[connections[alias].vendor])


class AlphabeticalQuerySet(models.QuerySet[M]):
    def alphabetical(self, field: str | Combinable = "name") -> Self:
        """Sorted by a name as Danes do."""
        return self.order_by(danish_order(field, self.db), "pk")
