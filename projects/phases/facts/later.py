"""Rows that few checks need are read when the first of them asks: a long list of projects seldom does."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar, overload

T = TypeVar("T")


class Later:
    """The rows of one kind for a batch of projects, read once for all of them and at most once."""

    def __init__(self, load: Callable[[Iterable[int]], Mapping[int, list[Any]]], found: Iterable[int]) -> None:
        self._load, self._found = load, found

    @cached_property
    def by_project(self) -> Mapping[int, list[Any]]:
        return self._load(self._found)


class LaterRows(Sequence[T]):
    """One project's part of them. Whoever looks at it meets a plain sequence."""

    def __init__(self, later: Later, project_id: int) -> None:
        self._later, self._project_id = later, project_id

    @property
    def _rows(self) -> list[T]:
        return self._later.by_project[self._project_id]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        return self._rows[place]
