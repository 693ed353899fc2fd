"""The development of a candidacy also tells whether the group has come to see it more alike."""

from collections.abc import Callable

import pytest
import time_machine
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Candidacy, Project
from projects.phases.analysis.rounds.services import close_round
from tests.browser_client import Client
from tests.factories import SharedScoreFactory
from tests.rounds.people import answer, candidacy, only_subject, opened

As = Callable[[User], Client]


@pytest.fixture
def school(project: Project) -> Candidacy:
    return candidacy(project)


def held(project: Project, who: Candidacy, day: str, *scores: int) -> None:
    with time_machine.travel(f"{day} 12:00", tick=False):
        subject = only_subject(opened(project, who))
        answer(subject, *scores)
        close_round(by=None, round_=subject.round)


def page_of(client: Client, who: Candidacy) -> str:
    address = reverse("vurdering-udvikling", args=[who.project_actor.project.slug, who.pk])
    return " ".join(client.get(address).content.decode().split())


def rows(page: str) -> list[str]:
    table = page.split('id="enige-tabel"')[1].split("</table>")[0]
    return table.split("<tbody>")[1].split("<tr>")[1:]


def test_the_rounds_stand_side_by_side_the_newest_first(
    as_: As, board: User, project: Project, school: Candidacy
) -> None:
    SharedScoreFactory(candidacy=school, score=3)
    held(project, school, "2026-05-26", 4, 4, 3, 2, 2)
    held(project, school, "2026-11-20", 3, 4, 4, 3)

    newest, oldest = rows(page_of(as_(board), school))

    assert "20. november 2026" in newest
    assert "median 3,5, spredning 1" in newest
    assert "I er mere enige" in newest
    assert "Tal om det" not in newest
    assert "median 3, spredning 2" in oldest
    assert "Tal om det" in oldest
    assert "enige" not in oldest
    assert newest.count("ikke spurgt") == 3


def test_a_round_with_few_answers_tells_no_numbers(as_: As, board: User, project: Project, school: Candidacy) -> None:
    held(project, school, "2026-05-26", 1, 5)

    (only,) = rows(page_of(as_(board), school))

    assert "for få svar" in only
    assert "median" not in only


def test_a_running_round_is_not_there(as_: As, board: User, project: Project, school: Candidacy) -> None:
    answer(only_subject(opened(project, school)), 3, 3, 3)

    assert "enige-tabel" not in page_of(as_(board), school)
