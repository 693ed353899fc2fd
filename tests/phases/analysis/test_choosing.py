"""Choosing among those assessed: one page, every row with its reason, nothing lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Candidacy, Event, Project
from tests.browser_client import Client
from tests.factories import CandidacyFactory, ProjectActorFactory, SharedScoreFactory
from tests.forms import sent_by

As = Callable[[User], Client]


@pytest.fixture
def two(project: Project) -> list[Candidacy]:
    return [
        CandidacyFactory(project_actor=ProjectActorFactory(project=project, actor__name=name), title="drift")
        for name in ("Foreningen", "Klubben")
    ]


def url(name: str) -> str:
    return reverse(name, args=["lektiecafeen"])


def shown(as_: As, person: User) -> dict[str, str]:
    """What the page would send if nothing were touched."""
    return sent_by(as_(person).get(url("valg")))


def held() -> list[tuple[str, str]]:
    return [(row.choice, row.choice_reason) for row in Candidacy.objects.in_order()]


def save(as_: As, person: User, answers: dict[str, str]) -> Any:
    return as_(person).post(url("valg"), answers)


def test_several_are_chosen_at_once_each_with_its_reason(as_: As, board: User, two: list[Candidacy]) -> None:
    first, second = two
    answers = shown(as_, board) | {
        f"k{first.pk}-choice": "chosen",
        f"k{first.pk}-choice_reason": "De vil det mest.",
        f"k{second.pk}-choice": "reserve",
    }

    response = save(as_, board, answers)

    assert response.url == url("fase-3")
    assert held() == [("chosen", "De vil det mest."), ("reserve", "")]
    assert Event.objects.get().text == "tog stilling til A1, A2"


def test_nothing_is_chosen_beforehand_and_the_label_is_advice(as_: As, owner: User, two: list[Candidacy]) -> None:
    SharedScoreFactory(candidacy=two[0], score=1)

    page = as_(owner).get(url("valg")).content.decode()

    assert " checked" not in page
    assert "Etiketten er et råd. Det er jer, der vælger." in page
    assert page.count("Endnu ikke besluttet") == 0
    assert "disabled" not in page


def test_a_choice_can_be_undone(as_: As, owner: User, two: list[Candidacy]) -> None:
    Candidacy.objects.filter(pk=two[0].pk).update(choice="chosen", choice_reason="De vil.")

    assert as_(owner).get(url("valg")).content.decode().count("Endnu ikke besluttet") == 1
    save(as_, owner, shown(as_, owner) | {f"k{two[0].pk}-choice": "undecided"})

    assert held()[0] == ("", "De vil.")


def test_saving_untouched_leaves_no_trace(as_: As, owner: User, two: list[Candidacy]) -> None:
    Candidacy.objects.filter(pk=two[0].pk).update(choice="chosen", choice_reason="Linje\nto")

    untouched = {name: value.replace("\n", "\r\n") for name, value in shown(as_, owner).items()}

    assert save(as_, owner, untouched).status_code == 302
    assert not Event.objects.exists()


def test_an_error_in_one_row_keeps_what_is_typed_in_all(as_: As, owner: User, two: list[Candidacy]) -> None:
    first, second = two
    answers = shown(as_, owner) | {
        f"k{first.pk}-choice_reason": "x" * 2001,
        f"k{second.pk}-choice": "not_now",
        f"k{second.pk}-choice_reason": "De har travlt.",
    }

    response = save(as_, owner, answers)

    page = response.content.decode()
    assert response.status_code == 200
    assert "Skriv det kortere" in page
    assert f'href="#id_k{first.pk}-choice_reason"' in page
    assert "De har travlt." in page
    assert held() == [("", ""), ("", "")]


@pytest.mark.parametrize("choice", ["maybe", "\x00", "x" * 10_000])
def test_a_choice_that_is_not_on_the_list_is_refused(as_: As, owner: User, two: list[Candidacy], choice: str) -> None:
    response = save(as_, owner, shown(as_, owner) | {f"k{two[0].pk}-choice": choice})

    assert response.status_code == 200
    assert "Der er problemer" in response.content.decode()
    assert held() == [("", ""), ("", "")]


def test_two_people_on_the_page_do_not_write_over_each_other(
    as_: As, owner: User, board: User, two: list[Candidacy]
) -> None:
    first, second = two
    mine, theirs = shown(as_, owner), shown(as_, board)

    save(as_, board, theirs | {f"k{first.pk}-choice": "chosen"})
    # I only touched the other row: their choice stands.
    assert save(as_, owner, mine | {f"k{second.pk}-choice": "reserve"}).status_code == 302
    assert held() == [("chosen", ""), ("reserve", "")]

    # The same row: I see theirs beside mine, and choose.
    refused = save(as_, owner, mine | {f"k{first.pk}-choice": "not_now", f"k{first.pk}-choice_reason": "Ikke i år."})
    assert refused.status_code == 409
    assert "Valgt" in refused.content.decode()
    again = sent_by(refused)
    choices = {f"valg-{name}": "min" for name in again if name.startswith(f"k{first.pk}-choice")}
    assert save(as_, owner, again | choices).status_code == 302
    assert held()[0] == ("not_now", "Ikke i år.")


def test_rows_of_other_projects_are_not_touched(as_: As, owner: User, two: list[Candidacy]) -> None:
    foreign = CandidacyFactory()

    save(as_, owner, shown(as_, owner) | {f"k{foreign.pk}-choice": "chosen"})

    assert Candidacy.objects.get(pk=foreign.pk).choice == ""


@pytest.mark.parametrize(("person", "status"), [("reader", 403), ("stranger", 404), ("admin_user", 404)])
def test_others_choose_nothing(
    as_: As, two: list[Candidacy], person: str, status: int, request: pytest.FixtureRequest
) -> None:
    who = request.getfixturevalue(person)

    assert save(as_, who, {f"k{two[0].pk}-choice": "chosen"}).status_code == status
    assert held() == [("", ""), ("", "")]


def test_with_nobody_to_choose_the_page_says_what_to_do_first(as_: As, owner: User, project: Project) -> None:
    ProjectActorFactory(project=project)

    page = as_(owner).get(url("valg")).content.decode()

    assert url("vurdering-ny") in page
    assert "Fortsæt" in page


def test_saving_one_choice_among_fifty_takes_few_queries(as_: As, owner: User, project: Project) -> None:
    for _each in range(50):
        CandidacyFactory(project_actor=ProjectActorFactory(project=project))
    answers = shown(as_, owner) | {f"k{Candidacy.objects.in_order()[0].pk}-choice": "chosen"}
    browser = as_(owner)

    with CaptureQueriesContext(connection) as queries:
        assert browser.post(url("valg"), answers).status_code == 302

    # Inside the test's transaction the page's own is a savepoint, and so is what makes a round only once.
    asked = [query["sql"][:90] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(asked) <= 12, asked


@pytest.mark.parametrize("name", ["vurdering", "valg"])
def test_with_nobody_to_assess_the_way_goes_to_the_actors(as_: As, owner: User, project: Project, name: str) -> None:
    page = as_(owner).get(url(name)).content.decode()

    assert "Skriv først aktørerne op" in page
    assert url("aktoerer") in page
    assert url("vurdering-ny") not in page
    assert "Fortsæt" in page
