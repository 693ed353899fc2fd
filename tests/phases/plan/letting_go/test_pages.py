"""The lists of phase 4's second half through their pages, as the people who use them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from forankring.accounts.models import User
from projects.models import Decision, Event, FollowUp, Project, ProjectCost, Risk, StaffHours
from tests.browser_client import Client
from tests.letting_go import (
    DecisionFactory,
    FollowUpFactory,
    ProjectCostFactory,
    RiskFactory,
    StaffHoursFactory,
)

As = Callable[[User], Client]
Url = Callable[..., str]
LISTS = ["udgifter-i-dag", "risici", "udfasning", "opfoelgning", "beslutninger"]
PAGES = [*LISTS, *(f"{name}-ny" for name in LISTS), "overdragelse", "overdragelse-aftale", "oekonomi-gratis"]
ROWS: list[tuple[str, Any, dict[str, str], str]] = [
    ("udgifter-i-dag", ProjectCostFactory, {"title": "Løn"}, "Løn"),
    ("risici", RiskFactory, {"title": "Skolen får ny ledelse"}, "Skolen får ny ledelse"),
    ("udfasning", StaffHoursFactory, {"month": "maj 2031"}, "Maj 2031"),
    ("opfoelgning", FollowUpFactory, {"due_on": "28-09-2031"}, "28. september 2031"),
    ("beslutninger", DecisionFactory, {"text": "Modellen er et partnerskab"}, "Modellen er et partnerskab"),
]


@pytest.mark.parametrize("name", PAGES)
def test_members_open_the_page_a_reader_is_told_why_not_and_a_stranger_finds_nothing(
    as_: As, url: Url, board: User, reader: User, stranger: User, client: Client, name: str
) -> None:
    assert as_(board).get(url(name)).status_code == 200
    assert as_(reader).get(url(name)).status_code == 403
    assert as_(stranger).get(url(name)).status_code == 404
    assert client.get(url(name)).status_code == 302


@pytest.mark.parametrize(("name", "factory", "least", "shown"), ROWS, ids=LISTS)
class TestEveryList:
    def test_a_row_needs_nothing_but_its_own_name_and_the_log_tells_of_it(
        self, as_: As, url: Url, editor: User, project: Project, name: str, factory: Any, least: Any, shown: str
    ) -> None:
        response = as_(editor).post(url(f"{name}-ny"), least)

        assert response.url == url(name)
        assert shown in as_(editor).get(url(name)).content.decode()
        event = Event.objects.get(project=project, text__startswith="tilføjede")
        assert event.by == editor
        assert shown not in event.text

    def test_without_its_name_the_page_says_what_to_write(
        self, as_: As, url: Url, owner: User, name: str, factory: Any, least: Any, shown: str
    ) -> None:
        page = as_(owner).post(url(f"{name}-ny"), {"note": "x"}).content.decode()

        assert "Der er problemer" in page
        assert f'href="#id_{next(iter(least))}"' in page

    def test_a_row_is_mended_and_removed(
        self, as_: As, url: Url, owner: User, project: Project, name: str, factory: Any, least: Any, shown: str
    ) -> None:
        row = factory(project=project)
        client = as_(owner)

        assert client.post(url(f"{name}-ret", row.pk), least).url == url(name)
        assert shown in client.get(url(name)).content.decode()
        client.post(url(f"{name}-fjern", row.pk))
        assert not type(row).objects.exists()

    def test_a_row_of_another_project_is_not_found(
        self, as_: As, url: Url, owner: User, stranger: User, name: str, factory: Any, least: Any, shown: str
    ) -> None:
        foreign = factory(project=Project.objects.get(slug="havnecafeen"))
        client = as_(owner)

        assert client.get(url(f"{name}-ret", foreign.pk)).status_code == 404
        assert client.post(url(f"{name}-ret", foreign.pk), least).status_code == 404
        assert client.post(url(f"{name}-fjern", foreign.pk)).status_code == 404

    def test_an_empty_list_shows_an_example(
        self, as_: As, url: Url, owner: User, name: str, factory: Any, least: Any, shown: str
    ) -> None:
        assert "Eksempel:" in as_(owner).get(url(name)).content.decode()


def test_every_answer_is_kept(as_: As, url: Url, owner: User, project: Project) -> None:
    client = as_(owner)
    risk = {
        "title": "Skolen får ny ledelse",
        "likelihood": "possible",
        "consequence": "serious",
        "countermeasure": "Aftalen er på skrift",
        "plan_b": "Bed om et møde",
        "owner": "Børne- og ungechef",
    }
    client.post(url("risici-ny"), risk)
    client.post(url("udfasning-ny"), {"month": "05-2027", "role": "Projektleder", "hours": "7,5", "hands_over": "O1"})
    client.post(url("udgifter-i-dag-ny"), {"title": "Løn", "amount": "330.000 kr."})
    client.post(url("beslutninger-ny"), {"text": "Ja", "decided_on": "24. september 2026", "body": "Afdelingsmødet"})
    client.post(url("oekonomi-gratis"), {"free_of_charge": "Lokalet, 36.000 kr. om året"})

    assert Risk.objects.filter(project=project, number=1, **risk).exists()
    assert StaffHours.objects.filter(month=date(2027, 5, 1), role="Projektleder", hours=7.5, hands_over="O1").exists()
    assert ProjectCost.objects.get().amount == 330_000
    assert Decision.objects.get().decided_on == date(2026, 9, 24)
    project.outline.refresh_from_db()
    assert project.outline.free_of_charge == "Lokalet, 36.000 kr. om året"
    assert "36.000 kr." in client.get(url("oekonomi")).content.decode()


def test_a_new_decision_is_the_deciding_bodys_until_somebody_says_otherwise(as_: As, url: Url, owner: User) -> None:
    assert 'value="styregruppen"' in as_(owner).get(url("beslutninger-ny")).content.decode()


def test_a_role_has_a_month_once(as_: As, url: Url, owner: User, project: Project) -> None:
    StaffHoursFactory(project=project, month=date(2027, 5, 1), role="Projektleder")
    client = as_(owner)

    page = client.post(url("udfasning-ny"), {"month": "maj 2027", "role": "Projektleder"}).content.decode()
    assert "Måneden står der allerede for den rolle" in page
    assert client.post(url("udfasning-ny"), {"month": "maj 2027", "role": "Medarbejder"}).status_code == 302
    assert StaffHours.objects.count() == 2


def test_a_copied_month_becomes_the_next_one_that_is_free(as_: As, url: Url, owner: User, project: Project) -> None:
    row = StaffHoursFactory(project=project, month=date(2026, 12, 1), hours=20)
    StaffHoursFactory(project=project, month=date(2027, 1, 1))

    as_(owner).post(url("udfasning-kopi", row.pk))

    assert StaffHours.objects.get(month=date(2027, 2, 1)).hours == 20


def test_the_proposal_writes_the_months_that_are_not_there(as_: As, url: Url, owner: User, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(end=date(2066, 6, 30))
    mine = StaffHoursFactory(project=project, month=date(2066, 5, 1), role="Projektleder", hours=3)
    client = as_(owner)
    asked = {"role": "Projektleder", "hours": "60", "first": "april 2066"}

    assert client.post(url("udfasning-foreslaa"), asked).url == url("udfasning")
    client.post(url("udfasning-foreslaa"), asked)

    rows = StaffHours.objects.in_order().values_list("month", "hours")
    assert list(rows) == [(date(2066, 4, 1), 60), (date(2066, 5, 1), 3), (date(2066, 6, 1), 0)]
    assert mine in StaffHours.objects.all()
    assert Event.objects.filter(text="foreslog timer i udfasningen").count() == 1


@pytest.mark.parametrize("asked", [{"first": "juli 2066"}, {"first": "maj 2050"}, {"hours": "0"}, {"first": "snart"}])
def test_a_proposal_that_makes_no_sense_is_answered_at_the_field(
    as_: As, url: Url, owner: User, project: Project, asked: dict[str, str]
) -> None:
    Project.objects.filter(pk=project.pk).update(end=date(2066, 6, 30))

    page = as_(owner).post(url("udfasning-foreslaa"), {"hours": "60", "first": "maj 2066"} | asked).content.decode()

    assert "Der er problemer" in page
    assert not StaffHours.objects.exists()


def test_without_an_end_nothing_can_be_proposed(as_: As, url: Url, owner: User) -> None:
    client = as_(owner)

    assert "Skriv først" in client.get(url("udfasning-foreslaa"), follow=True).content.decode()
    assert "Skriv først" in client.post(url("opfoelgning-foreslaa"), follow=True).content.decode()
    assert not FollowUp.objects.exists()


def test_two_follow_ups_are_proposed_once(as_: As, url: Url, owner: User, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(end=date(2027, 6, 30))
    client = as_(owner)

    for _again in range(2):
        client.post(url("opfoelgning-foreslaa"))

    assert [row.due_on for row in FollowUp.objects.in_order()] == [date(2027, 9, 30), date(2028, 6, 30)]


def test_a_picture_tells_the_hours_in_words(as_: As, url: Url, owner: User, project: Project) -> None:
    StaffHoursFactory(project=project, month=date(2027, 5, 1), hours=8)

    page = as_(owner).get(url("udfasning")).content.decode()

    assert "<title>Projektets timer om måneden. maj 2027: 8\N{NO-BREAK SPACE}timer.</title>" in page
