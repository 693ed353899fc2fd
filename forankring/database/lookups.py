"""Comparing and searching by the key of names, in the ORM: `name__same`, `name__holds` and `TextKey("name")`."""

from typing import Any

from django.db.models import Func, Lookup, TextField

from forankring.database.text_key import NAME


class TextKey(Func):
    """The key of a column or value, to compare by. In a UniqueConstraint: the same name twice is refused."""

    function = NAME
    arity = 1
    output_field = TextField()


class _ByKey(Lookup):
    template: str

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        left, parameters = self.process_lhs(compiler, connection)
        right, more = self.process_rhs(compiler, connection)
        sql = self.template.format(
            left=f"{NAME}({left})", right=f"{NAME}({right})", position=self._position(connection)
        )
        return sql, (*parameters, *more)

    @staticmethod
    def _position(connection: Any) -> str:
        return "strpos" if connection.vendor == "postgresql" else "instr"


class Same(_ByKey):
    """`name__same="åparken"` finds "Åparken"."""

    lookup_name = "same"
    template = "{left} = {right}"


class Holds(_ByKey):
    """`name__holds="æble"` finds "Æblehaven"."""

    lookup_name = "holds"
    template = "{position}({left}, {right}) > 0"
