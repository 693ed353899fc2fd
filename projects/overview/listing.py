"""A page of the projects of several helhedsplaner, read without sorting them all.

These lists are what people open most, and Django takes several times as long to compose the query as the database
takes to answer it. So Django composes it once, and the text is kept.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from types import SimpleNamespace
from typing import Any, Final, NamedTuple, overload

from django.db import connection
from django.db.models import Func, IntegerField, OuterRef, Subquery
from django.utils import timezone

from actors.models import Programme
from projects.models import Action, ActionStatus, FollowUp, Project, is_goal_old
from projects.phases.why_what.steps import PHASE

# Phase 1's questions: what a list must know to tell which one is not answered.
ANSWERS: Final = (*(name for step in PHASE.steps if step.form for name in step.form.base_fields), "goal_written_for")
_NOT_ANSWERED: Final = (None, "", "[]")
# Stands in the kept text where each helhedsplan's own number goes.
_SOME_PROGRAMME: Final = -1


class ProjectInList(NamedTuple):
    """What a list needs of a project. `answers` has WhyWhat's names and an answer, as it is stored, or None;
    and `goal_is_old`.

    `has_overdue`: an action is late, or the day of a follow-up has come.
    """

    pk: int
    name: str
    slug: str
    is_archived: bool
    has_overdue: bool
    programme: Programme
    answers: Any


class _Share(NamedTuple):
    """What a page takes of one helhedsplan: from here to there in its alphabetical list."""

    programme: Programme
    start: int
    stop: int


class ProjectsByProgramme(Sequence[ProjectInList]):
    """One helhedsplan's projects after the other's, each list by name. For Django's Paginator.

    Counts by helhedsplan first, so that a page reads only what it shows, from an index in Danish order: ten
    thousand cost the same as ten. Two queries.
    """

    def __init__(self, programmes: Sequence[Programme], *, search: str = "", archived: bool = False) -> None:
        self.programmes, self.search, self.archived = programmes, search, archived
        self.sizes = self._count([programme.pk for programme in programmes])

    def __len__(self) -> int:
        return sum(self.sizes.values())

    @overload
    def __getitem__(self, page: int) -> ProjectInList: ...
    @overload
    def __getitem__(self, page: slice) -> list[ProjectInList]: ...
    def __getitem__(self, page: int | slice) -> ProjectInList | list[ProjectInList]:
        if isinstance(page, int):
            return self[page : page + 1][0]
        shares = list(self._shares(page.start, page.stop))
        rows: dict[int, list[ProjectInList]] = {share.programme.pk: [] for share in shares}
        for row in self._read(shares):
            rows[row.programme.pk].append(row)
        return [row for share in shares for row in rows[share.programme.pk]]

    def _count(self, programme_ids: list[int]) -> dict[int, int]:
        if not programme_ids:
            return {}
        sql, parameters = _composed_count(self.search, self.archived) if self.search else _kept_count(self.archived)
        sql = sql.replace("IN (%s)", f"IN ({', '.join(['%s'] * len(programme_ids))})")
        values: list[Any] = []
        for value in parameters:
            values += programme_ids if value == _SOME_PROGRAMME else [value]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return dict(cursor.fetchall())

    def _shares(self, start: int, stop: int) -> Iterator[_Share]:
        before = 0
        for programme in self.programmes:
            size = self.sizes.get(programme.pk, 0)
            first, last = max(start - before, 0), min(stop - before, size)
            if first < last:
                yield _Share(programme, first, last)
            before += size

    def _read(self, shares: list[_Share]) -> Iterator[ProjectInList]:
        """The shares in one query, however many they are."""
        if not shares:
            return
        sql, parameters = _composed(self.search, self.archived) if self.search else _kept(self.archived)
        parts, values = [], []
        for number, share in enumerate(shares):
            parts.append(f"SELECT * FROM ({sql} LIMIT %s OFFSET %s) AS share{number}")
            values += [share.programme.pk if value == _SOME_PROGRAMME else value for value in parameters]
            values += [share.stop - share.start, share.start]
        programmes = {share.programme.pk: share.programme for share in shares}
        today = timezone.localdate().isoformat()
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), values)
            for pk, name, slug, archived_at, deadline, due_on, programme_id, *answers in cursor.fetchall():
                given = (None if answer in _NOT_ANSWERED else answer for answer in answers)
                told = SimpleNamespace(**dict(zip(ANSWERS, given, strict=True)))
                told.goal_is_old = is_goal_old(told.goal, told.goal_written_for, told.decision)
                has_overdue = (deadline is not None and str(deadline) < today) or (
                    due_on is not None and str(due_on) <= today
                )
                programme = programmes[programme_id]
                yield ProjectInList(pk, name, slug, archived_at is not None, has_overdue, programme, told)


def _wanted(search: str, archived: bool) -> Any:
    projects = Project.objects.all() if archived else Project.objects.in_use()
    return projects.filter(name__holds=search) if search else projects


def _composed(search: str, archived: bool) -> tuple[str, tuple[Any, ...]]:
    """SQL for one helhedsplan's projects in order, and its parameters."""
    closed = [ActionStatus.DONE, ActionStatus.DROPPED]
    open_actions = Action.objects.filter(project=OuterRef("pk"), deadline__isnull=False).exclude(status__in=closed)
    follow_ups = FollowUp.objects.filter(project=OuterRef("pk"), result="")
    projects = _wanted(search, archived).filter(programme=_SOME_PROGRAMME).alphabetical()
    columns = projects.values_list(
        *["pk", "name", "slug", "archived_at"],
        Subquery(open_actions.order_by("deadline").values("deadline")[:1]),
        Subquery(follow_ups.order_by("due_on").values("due_on")[:1]),
        *["programme_id", *(f"why_what__{name}" for name in ANSWERS)],
    )
    return columns.query.sql_with_params()


def _composed_count(search: str, archived: bool) -> tuple[str, tuple[Any, ...]]:
    """SQL that counts projects by helhedsplan, and its parameters.

    Counted by themselves and not in groups: databases group row by row, which takes three times as long.
    """
    projects = _wanted(search, archived).filter(programme=OuterRef("pk")).order_by()
    size = Subquery(projects.values(size=Func(template="COUNT(*)", output_field=IntegerField())))
    return Programme.objects.filter(pk__in=[_SOME_PROGRAMME]).values_list("pk", size).query.sql_with_params()


@cache
def _kept_count(archived: bool) -> tuple[str, tuple[Any, ...]]:
    return _composed_count("", archived)


@cache
def _kept(archived: bool) -> tuple[str, tuple[Any, ...]]:
    return _composed("", archived)
