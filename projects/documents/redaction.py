"""What may leave the deciding body: a field says itself that it is internal, and one walk takes it out."""

from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo


class Internal:
    """The mark in a field's `Annotated`: only for the working edition."""


INTERNAL: Final = Internal()


def is_internal(field: FieldInfo) -> bool:
    return any(isinstance(mark, Internal) for mark in field.metadata)


class Record(BaseModel):
    """A plain, frozen part of the plan. An internal field must have a default: that is what others see."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        for name, field in cls.model_fields.items():
            if is_internal(field) and field.is_required():
                raise TypeError(f"{cls.__name__}.{name} is internal and needs a default")


R = TypeVar("R", bound=Record)


def without_internal(record: R) -> R:
    """The same record with every internal field at its default, in all depths."""
    return record.model_copy(
        update={
            name: field.get_default(call_default_factory=True) if is_internal(field) else _walk(getattr(record, name))
            for name, field in type(record).model_fields.items()
        }
    )


def _walk(value: Any) -> Any:
    if isinstance(value, Record):
        return without_internal(value)
    if isinstance(value, tuple):
        return tuple(_walk(item) for item in value)
    return value
