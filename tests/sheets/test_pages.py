"""The page that offers the sheets: to those who work on the project, also when nothing is written yet."""

from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from forankring.rendering.pdf import PdfBusyError, PdfError
from projects.meetings.sheets.kinds import ALL, KINDS, kinds_of
from projects.meetings.sheets.render import CONTENTS
from projects.models import Project
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    CandidacyFactory,
    CommitmentFactory,
    ProjectActorFactory,
    SharedScoreFactory,
    TaskFactory,
)

As = Callable[[User], Client]
SLUGS = [kind.slug for kind in KINDS]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the engine is asked to draw, without waiting for it: tests/sheets/test_pdf.py draws every sheet."""
    asked: list[str] = []

    def draw(html: str, css: object, **rest: object) -> bytes:
        asked.append(html)
        return b"%PDF-"

    monkeypatch.setattr("projects.meetings.sheets.render.html_to_pdf", draw)
    return asked


def file(project: Project, slug: str) -> str:
    return reverse("ark_pdf", args=[project.slug, slug])


def page_of(client: Client, project: Project) -> str:
    return client.get(reverse("ark", args=[project.slug])).content.decode()


@pytest.mark.parametrize(
    ("person", "status"), [("owner", 200), ("editor", 200), ("board", 200), ("reader", 403), ("stranger", 404)]
)
def test_who_may_print(
    as_: As, project: Project, person: str, status: int, quick: list[str], request: pytest.FixtureRequest
) -> None:
    client = as_(request.getfixturevalue(person))

    assert client.get(reverse("ark", args=[project.slug])).status_code == status
    assert client.get(file(project, "opgaver")).status_code == status


def test_every_sheet_is_offered_empty_and_with_ones_own_when_there_is_any(
    as_: As, owner: User, project: Project
) -> None:
    empty = page_of(as_(owner), project)
    TaskFactory(project=project)
    filled = page_of(as_(owner), project)

    for slug in SLUGS:
        assert f'href="{file(project, slug)}?tomt=1"' in empty
        assert f'href="{file(project, slug)}"' not in empty
        assert f'href="{file(project, slug)}"' in filled
    assert f'href="{file(project, ALL)}?tomt=1"' in empty


def test_an_archived_project_can_still_be_printed(as_: As, owner: User, project: Project, quick: list[str]) -> None:
    as_(owner).post(reverse("project_archive", args=[project.slug]))

    assert as_(owner).get(file(project, "matrix")).status_code == 200


@pytest.mark.parametrize("slug", ["ukendt", "opgaver-alle", "0"])
def test_a_sheet_nobody_offered_is_not_found(as_: As, owner: User, project: Project, slug: str) -> None:
    assert as_(owner).get(file(project, slug)).status_code == 404


def test_the_files_are_named_by_sheet_project_and_day(as_: As, owner: User, project: Project, quick: list[str]) -> None:
    own = as_(owner).get(file(project, "matrix")).headers
    empty = as_(owner).get(file(project, "matrix"), {"tomt": "1"}).headers

    assert 'filename="ark-matrix-lektiecafeen-20' in own["Content-Disposition"]
    assert 'filename="ark-matrix-lektiecafeen-tomt-20' in empty["Content-Disposition"]
    assert own["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("error", [PdfError("for stor"), PdfBusyError("optaget")])
def test_a_file_that_cannot_be_made_leads_back_with_a_reason(
    as_: As, owner: User, project: Project, error: PdfError, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **rest: object) -> bytes:
        raise error

    monkeypatch.setattr("projects.meetings.sheets.views.sheets_pdf", fail)

    response = as_(owner).get(file(project, "plan"), follow=True)

    assert response.redirect_chain == [(reverse("ark", args=[project.slug]), 302)]
    assert "prøv igen" in response.content.decode().lower()


def test_every_kind_has_its_contents() -> None:
    assert set(CONTENTS) == set(SLUGS)
    assert kinds_of(ALL) == list(KINDS)
    assert [kinds_of(slug) for slug in SLUGS] == [[kind] for kind in KINDS]


def test_the_questions_asked_do_not_grow_with_the_rows(
    as_: As, owner: User, project: Project, quick: list[str]
) -> None:
    def fill(count: int) -> None:
        for _each in range(count):
            task, actor = TaskFactory(project=project), ProjectActorFactory(project=project)
            CommitmentFactory(task=task, project_actor=actor)
            candidacy = CandidacyFactory(project_actor=actor)
            candidacy.tasks.add(task)
            SharedScoreFactory(candidacy=candidacy, concept=Concept.ABILITY, score=2)
            action = ActionFactory(project=project)
            action.actors.add(actor)
            action.tasks.add(task)
            action.gaps.create(candidacy=candidacy, concept=Concept.ABILITY)

    def count() -> int:
        as_(owner).get(file(project, ALL))
        with CaptureQueriesContext(connection) as queries:
            client.get(file(project, ALL))
        return len(queries)

    client = as_(owner)
    fill(1)
    with_one = count()
    fill(9)

    assert count() == with_one


@pytest.mark.django_db
def test_no_sheet_says_what_the_group_held_before(quick: list[str]) -> None:
    """Whoever answers by hand meets the earlier value as late as whoever answers on a screen."""
    call_command("demo", verbosity=0)
    client = Client()
    client.force_login(User.objects.get(email="ejer@pilebro.example"))
    project = Project.objects.get(slug="lektiecafeen")
    held = [score.reason for candidacy in project.assessment_rounds.all() for score in candidacy.scores.all()]

    client.get(file(project, ALL))

    (html,) = quick
    assert held
    assert [reason for reason in held if reason and reason in html] == []
    assert "Analyseark" in html
