"""Phase 4 through its pages, as the people who use it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import Action, BudgetLine, OpenQuestion, Outcome, Project
from projects.phases.plan.steps import PHASE
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    AssessmentRoundFactory,
    BudgetLineFactory,
    CandidacyFactory,
    CommitmentFactory,
    InterfaceFactory,
    OpenQuestionFactory,
    ProjectActorFactory,
    SharedScoreFactory,
    TaskFactory,
)

As = Callable[[User], Client]
Url = Callable[..., str]
LISTS = ["tiltag", "oekonomi", "snitflader", "spoergsmaal"]
PAGES = ["model", "ansvar", *LISTS, *(f"{name}-ny" for name in LISTS), "fase-4"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("person", ["owner", "editor", "board"])
def test_those_who_work_on_the_project_open_every_page(
    as_: As, url: Url, project: Project, name: str, person: str, request: pytest.FixtureRequest
) -> None:
    assert as_(request.getfixturevalue(person)).get(url(name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_a_reader_is_told_why_the_pages_are_closed(as_: As, url: Url, reader: User, name: str) -> None:
    response = as_(reader).get(url(name))

    assert response.status_code == 403
    assert "Du er læser" in response.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_finds_nothing_and_nobody_is_sent_to_sign_in(
    as_: As, url: Url, project: Project, stranger: User, client: Client, name: str
) -> None:
    assert as_(stranger).get(url(name)).status_code == 404
    assert client.get(url(name)).status_code == 302


def test_the_steps_follow_each_other_to_the_review(as_: As, url: Url, owner: User) -> None:
    client = as_(owner)
    slugs = [step.slug for step in PHASE.steps_for(Outcome.HAND_OVER)]

    for step, following in zip(PHASE.steps_for(Outcome.HAND_OVER), [*slugs[1:], PHASE.review], strict=True):
        if step.form:
            assert client.post(url(step.slug), {}).url == url(following)
        else:
            assert f'href="{url(following)}"' in client.get(url(step.slug)).content.decode()


ROWS: list[tuple[str, Any, dict[str, str]]] = [
    ("tiltag", ActionFactory, {"title": "Uddanne tovholdere"}),
    ("oekonomi", BudgetLineFactory, {"title": "Forplejning"}),
    ("snitflader", InterfaceFactory, {"trigger": "Når noget går i stykker"}),
    ("spoergsmaal", OpenQuestionFactory, {"question": "Hvem dækker sommerferien?"}),
]


@pytest.mark.parametrize(("name", "factory", "least"), ROWS, ids=LISTS)
class TestEveryList:
    def test_a_row_needs_nothing_but_its_own_name(
        self, as_: As, url: Url, owner: User, project: Project, name: str, factory: Any, least: dict[str, str]
    ) -> None:
        response = as_(owner).post(url(f"{name}-ny"), least)

        assert response.url == url(name)
        assert next(iter(least.values())) in as_(owner).get(url(name)).content.decode()

    def test_without_a_name_it_says_what_to_write_and_keeps_the_rest(
        self, as_: As, url: Url, owner: User, name: str, factory: Any, least: dict[str, str]
    ) -> None:
        page = as_(owner).post(url(f"{name}-ny"), {"deadline": "1. maj 2027", "response": "Ring"}).content.decode()

        assert "Der er problemer" in page
        assert f'href="#id_{next(iter(least))}"' in page

    def test_rows_are_mended_moved_and_removed(
        self, as_: As, url: Url, owner: User, project: Project, name: str, factory: Any, least: dict[str, str]
    ) -> None:
        first, second = factory.create_batch(2, project=project)
        client = as_(owner)
        rows = type(first).objects.in_order()

        client.post(url(f"{name}-ret", first.pk), least)
        assert getattr(rows[0], next(iter(least))) == next(iter(least.values()))
        client.post(url(f"{name}-op", second.pk))
        assert list(rows.all()) == [second, first]
        assert client.get(url(f"{name}-fjern", first.pk)).status_code == 200
        client.post(url(f"{name}-fjern", first.pk))
        assert list(rows.all()) == [second]

    def test_a_row_of_another_project_is_not_found(
        self, as_: As, url: Url, owner: User, stranger: User, name: str, factory: Any, least: dict[str, str]
    ) -> None:
        foreign = factory(project=Project.objects.get(slug="havnecafeen"))
        client = as_(owner)

        assert client.get(url(f"{name}-ret", foreign.pk)).status_code == 404
        assert client.post(url(f"{name}-ret", foreign.pk), least).status_code == 404
        assert client.post(url(f"{name}-fjern", foreign.pk)).status_code == 404
        assert client.post(url(f"{name}-op", foreign.pk)).status_code == 404

    def test_an_empty_list_shows_an_example(
        self, as_: As, url: Url, owner: User, name: str, factory: Any, least: dict[str, str]
    ) -> None:
        assert "Eksempel:" in as_(owner).get(url(name)).content.decode()


def _fill(project: Project) -> None:
    """One row of everything that the pages of phase 4 show, with all that hangs on it."""
    task = TaskFactory(project=project)
    actor = ProjectActorFactory(project=project)
    candidacy = CandidacyFactory(project_actor=actor)
    held = AssessmentRoundFactory(project=project)
    SharedScoreFactory(candidacy=candidacy, round=held, score=2)
    for role in "AUR":
        CommitmentFactory(task=task, project_actor=actor, role=role)
    action = ActionFactory(project=project, deadline=date(2020, 1, 1))
    action.actors.add(actor)
    action.tasks.add(task)
    action.gaps.create(candidacy=candidacy, concept="understanding")
    BudgetLineFactory(project=project, task=task, amount=1_000, certainty="applied", expires_on=date(2028, 1, 1))
    InterfaceFactory(project=project).parts.create(project_actor=actor)
    OpenQuestionFactory(project=project)


@pytest.mark.parametrize("name", [*PAGES, "tiltag-ret", "ansvar-ret", "project"])
def test_a_page_asks_as_many_questions_of_one_row_as_of_fifty(
    as_: As, url: Url, owner: User, project: Project, name: str
) -> None:
    _fill(project)
    row = {"tiltag-ret": project.actions.first(), "ansvar-ret": project.tasks.first()}.get(name)
    address = url(name, row.pk) if row else url(name)
    client = as_(owner)
    client.get(address)
    with CaptureQueriesContext(connection) as with_one:
        client.get(address)
    for _each in range(49):
        _fill(project)
    with CaptureQueriesContext(connection) as with_fifty:
        client.get(address)

    assert len(with_one) == len(with_fifty)


@pytest.mark.parametrize(("name", "data"), [("ledelse", {"leadership": "Skolen"}), ("spoergsmaal-ny", ROWS[3][2])])
def test_saving_takes_at_most_twelve_queries(as_: As, url: Url, owner: User, name: str, data: dict[str, str]) -> None:
    client = as_(owner)
    sent = client.filled_in(url(name), data)
    with CaptureQueriesContext(connection) as queries:
        client.post(url(name), sent)

    assert len(queries) <= 12


class TestBudget:
    def test_the_sums_are_shown_in_kroner(self, as_: As, url: Url, owner: User, project: Project) -> None:
        task = TaskFactory(project=project, title="Lave mad")
        BudgetLineFactory(project=project, task=task, amount=28_000, certainty="granted")
        BudgetLineFactory(project=project, task=task, amount=92_000, expires_on=date(2028, 6, 30))

        page = as_(owner).get(url("oekonomi")).content.decode().replace("\xa0", " ")

        assert "Driften koster 120.000 kr. om året." in page
        assert '<th scope="row">Bevilget</th><td class="number">28.000 kr.</td>' in page
        assert '<th scope="row">O1 Lave mad</th><td class="number">120.000 kr.</td>' in page
        assert '<th scope="row">Udgift 2</th><td>30. juni 2028' in page
        assert '<td class="number">92.000 kr.</td>' in page

    @pytest.mark.parametrize("typed", ["28.000", "28.000 kr.", "28 000", "28000,00"])
    def test_kroner_are_read_as_danes_write_them(self, as_: As, url: Url, owner: User, typed: str) -> None:
        as_(owner).post(url("oekonomi-ny"), {"title": "Forplejning", "amount": typed})

        assert BudgetLine.objects.get().amount == 28_000

    def test_the_task_of_another_project_is_refused_at_the_field(
        self, as_: As, url: Url, owner: User, project: Project, stranger: User
    ) -> None:
        TaskFactory(project=project)
        foreign = TaskFactory(project=Project.objects.get(slug="havnecafeen"), title="Hemmelig opgave")
        client = as_(owner)

        page = client.post(url("oekonomi-ny"), {"title": "Forplejning", "task": foreign.pk}).content.decode()

        assert 'href="#id_task"' in page
        assert "Forplejning" in page
        assert "Hemmelig opgave" not in page


class TestQuestions:
    def test_the_deciding_body_is_called_what_the_helhedsplan_calls_it(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        project.programme.deciding_body = "bestyrelsen"
        project.programme.save()

        page = as_(owner).get(url("spoergsmaal-ny")).content.decode()

        assert "Bestyrelsen skal tage stilling" in page

    def test_a_question_keeps_all_its_answers(self, as_: As, url: Url, owner: User) -> None:
        as_(owner).post(
            url("spoergsmaal-ny"),
            {
                "question": "Hvem dækker sommerferien?",
                "settled_by": "Skoleleder",
                "for_deciding_body": "on",
                "deadline": "15. april 2027",
                "answer": "SFO'en",
            },
        )

        row = OpenQuestion.objects.get()
        assert (row.settled_by, row.for_deciding_body, row.answer) == ("Skoleleder", True, "SFO'en")
        assert row.deadline == date(2027, 4, 15)

    def test_the_deciding_body_is_named_once_when_it_settles_the_question_itself(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        OpenQuestionFactory(project=project, settled_by="Styregruppen", for_deciding_body=True)
        client = as_(owner)

        for name in ("fase-4", "spoergsmaal"):
            assert "styregruppen" not in client.get(url(name)).content.decode()
        OpenQuestion.objects.update(settled_by="Skoleleder")
        assert "Skoleleder og styregruppen" in client.get(url("fase-4")).content.decode()
        assert "styregruppen skal tage stilling" in client.get(url("spoergsmaal")).content.decode()


def test_the_review_tells_every_part_of_the_plan(as_: As, url: Url, owner: User, project: Project) -> None:
    _fill(project)
    page = as_(owner).get(url("fase-4")).content.decode()

    for row in [Action.objects.get(), *project.tasks.all(), *project.interfaces.all(), *project.open_questions.all()]:
        assert str(row) in page
    assert "forsinket" in page
    assert f"{url('tiltag-ret', Action.objects.get().pk)}?fra=gennemse" in page


def test_an_archived_project_is_not_changed(as_: As, url: Url, owner: User, project: Project) -> None:
    task = TaskFactory(project=project)
    Project.objects.filter(pk=project.pk).update(archived_at=timezone.now(), archived_by=owner)

    response = as_(owner).post(url("ansvar-ret", task.pk), {"takes_over_on": "1. juli 2027"})

    assert response.status_code == 403
    assert "arkiveret" in response.content.decode()
