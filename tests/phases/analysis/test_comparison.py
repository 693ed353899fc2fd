"""All actors against the four concepts, sorted without a script."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import Candidacy, Project
from projects.phases.analysis.comparison import COLUMNS
from tests.browser_client import Client
from tests.factories import CandidacyFactory, ProjectActorFactory, SharedScoreFactory

As = Callable[[User], Client]


def assessed(project: Project, name: str, *scores: int, **values: object) -> Candidacy:
    row = CandidacyFactory(project_actor__project=project, project_actor__actor__name=name, **values)
    for concept, score in zip(Concept, scores, strict=False):
        SharedScoreFactory(candidacy=row, concept=concept, score=score, evidence="conversation")
    return row


@pytest.fixture
def rows(project: Project) -> None:
    assessed(project, "Skolen", 4, 4, 3, 3, choice="chosen")
    assessed(project, "Foreningen", 5, 5, 2, 5, choice="reserve")
    assessed(project, "Biblioteket", 4, 4, 4, 4)
    ProjectActorFactory(project=project, actor__name="Butikken")


def names(client: Client, project: Project, order: str = "") -> list[str]:
    page = client.get(reverse("vurdering-sammenligning", args=[project.slug]), {"orden": order}).content.decode()
    return re.findall(r'<th scope="row">A\d (\w+)', page)


@pytest.mark.usefixtures("rows")
def test_every_actor_has_a_line_also_one_that_is_not_assessed(as_: As, owner: User, project: Project) -> None:
    assert names(as_(owner), project) == ["Skolen", "Foreningen", "Biblioteket", "Butikken"]
    page = as_(owner).get(reverse("vurdering-sammenligning", args=[project.slug])).content.decode()
    for words in ("2 af 5 – i mindre grad", "Vil gerne – mangler kapacitet", "Valgt", "Samtale", "Ikke vurderet"):
        assert words in page


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("evne", ["Foreningen", "Skolen", "Biblioteket", "Butikken"]),
        ("-evne", ["Butikken", "Biblioteket", "Skolen", "Foreningen"]),
        ("vilje", ["Skolen", "Biblioteket", "Foreningen", "Butikken"]),
        ("svagest", ["Foreningen", "Skolen", "Biblioteket", "Butikken"]),
        ("etiket", ["Foreningen", "Skolen", "Biblioteket", "Butikken"]),
        ("valg", ["Skolen", "Foreningen", "Biblioteket", "Butikken"]),
        ("-aktoer", ["Butikken", "Biblioteket", "Foreningen", "Skolen"]),
    ],
)
def test_it_is_sorted_as_asked(as_: As, owner: User, project: Project, order: str, expected: list[str]) -> None:
    assert names(as_(owner), project, order) == expected


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("order", ["", "x", "-", "--evne", "evne'--", "\x00", "9" * 5000, "Evne"])
def test_an_order_nobody_offered_gives_the_actors_own(as_: As, owner: User, project: Project, order: str) -> None:
    assert names(as_(owner), project, order) == names(as_(owner), project)


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.code)
def test_each_heading_sorts_and_the_next_press_turns_it(as_: As, owner: User, project: Project, column: object) -> None:
    code = column.code  # type: ignore[attr-defined]
    url = reverse("vurdering-sammenligning", args=[project.slug])
    page = as_(owner).get(url, {"orden": code}).content.decode()

    assert f'aria-sort="ascending"><a href="?orden=-{code}"' in page
    assert page.count("aria-sort=") == 1
    turned = as_(owner).get(url, {"orden": f"-{code}"}).content.decode()
    assert f'aria-sort="descending"><a href="?orden={code}"' in turned


def test_one_actor_in_two_roles_has_two_lines(as_: As, owner: User, project: Project) -> None:
    first = assessed(project, "Skolen", 4, title="tovholder")
    CandidacyFactory(project_actor=first.project_actor, title="vært")
    assert names(as_(owner), project) == ["Skolen", "Skolen"]


def test_without_actors_it_says_so(as_: As, board: User, project: Project) -> None:
    page = as_(board).get(reverse("vurdering-sammenligning", args=[project.slug])).content.decode()
    assert "Der er ingen aktører i projektet endnu." in page


def test_a_reader_and_a_stranger_do_not_see_scores(as_: As, reader: User, stranger: User, project: Project) -> None:
    url = reverse("vurdering-sammenligning", args=[project.slug])
    assert as_(reader).get(url).status_code == 403
    assert as_(stranger).get(url).status_code == 404
