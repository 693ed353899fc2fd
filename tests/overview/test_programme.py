"""The helhedsplan's page, its facts and its parties."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import Party, Programme
from forankring.accounts.models import User
from projects.models import Event, Project
from projects.overview.services import archive_project
from tests.browser_client import Client
from tests.factories import HousingOrganisationFactory, PartyFactory, ProjectFactory

As = Callable[[User], Client]


@pytest.fixture
def programme(project: Project) -> Programme:
    programme = project.programme
    programme.vision = "Alle børn kommer med"
    programme.anchoring_strategy = "Frivillige bærer, kommunen støtter"
    programme.area = "Pilebroparken, 870 boliger"
    programme.start, programme.end = date(2023, 7, 1), date(2027, 6, 30)
    programme.save()
    return programme


def page(client: Client, name: str, programme: Programme) -> str:
    return client.get(reverse(name, args=[programme.pk])).content.decode()


def test_members_see_projects_parties_and_facts(as_: As, editor: User, programme: Programme) -> None:
    PartyFactory(programme=programme, name="Fonden for Fællesskab")
    PartyFactory(programme=programme, name="", municipality_id="0461")

    shown = page(as_(editor), "programme", programme)

    for words in (
        "Lektiecaféen",
        "Fonden for Fællesskab",
        "Odense Kommune",
        "Region Syddanmark",
        "Pilebroparken, 870 boliger",
        "1. juli 2023 – 30. juni 2027",
        "Alle børn kommer med",
        "Frivillige bærer, kommunen støtter",
    ):
        assert words in shown


def test_a_reader_sees_the_vision_and_strategy_that_the_shared_plan_shows(
    as_: As, reader: User, programme: Programme
) -> None:
    shown = page(as_(reader), "programme", programme)

    assert "Lektiecaféen" in shown
    assert "Alle børn kommer med" in shown
    assert "Frivillige bærer" in shown
    assert reverse("programme_edit", args=[programme.pk]) not in shown


def test_a_kommune_that_changes_region_is_told_with_both(as_: As, owner: User, programme: Programme) -> None:
    PartyFactory(programme=programme, name="", municipality_id="0101")

    with time_machine.travel("2026-11-21"):
        client = as_(owner)
        assert "Region Hovedstaden, fra 1. januar 2027 Region Østdanmark" in page(client, "programme", programme)
    with time_machine.travel("2027-01-01"):
        client = as_(owner)
        shown = page(client, "programme", programme)
        assert "Region Østdanmark" in shown
        assert "Region Hovedstaden" not in shown


def test_only_an_owner_is_shown_what_only_an_owner_may(
    as_: As, owner: User, editor: User, programme: Programme
) -> None:
    addresses = [reverse(name, args=[programme.pk]) for name in ("parties", "programme_edit", "project_create")]

    for address in addresses:
        assert address in page(as_(owner), "programme", programme)
        assert address not in page(as_(editor), "programme", programme)


@pytest.mark.parametrize("name", ["programme_edit", "parties", "members", "project_create"])
def test_others_are_told_why_not(
    as_: As, editor: User, board: User, reader: User, stranger: User, programme: Programme, name: str
) -> None:
    address = reverse(name, args=[programme.pk])

    for member in (editor, board, reader):
        response = as_(member).post(address, {"name": "Kapret"})
        assert response.status_code == 403
        assert "Kun ledere af helhedsplanen kan" in response.content.decode()
    assert as_(stranger).get(address).status_code == 404
    assert Client().get(address).status_code == 302
    programme.refresh_from_db()
    assert programme.name == "Pilebro i Balance"


@pytest.mark.parametrize("pk", [0, 999, 2**63, 10**40])
def test_a_helhedsplan_that_does_not_exist_is_not_found(as_: As, owner: User, pk: int) -> None:
    assert as_(owner).get(f"/helhedsplaner/{pk}/").status_code == 404


def test_an_owner_writes_the_facts(as_: As, owner: User, programme: Programme) -> None:
    typed = {
        "name": "Pilebro i Bedre Balance",
        "deciding_body": "bestyrelsen",
        "area": "",
        "start": "01.07.2023",
        "end": "30. juni 2027",
        "lbf_journal_number": "LBF-4711",
        "vision": "Linje 1\nLinje 2",
        "anchoring_strategy": "",
    }
    response = as_(owner).post(reverse("programme_edit", args=[programme.pk]), typed)

    assert response.status_code == 302
    programme.refresh_from_db()
    assert (programme.name, programme.deciding_body, programme.area) == ("Pilebro i Bedre Balance", "bestyrelsen", "")
    assert (programme.start, programme.end) == (date(2023, 7, 1), date(2027, 6, 30))
    assert Event.objects.get(programme=programme).by == owner


def test_only_the_name_must_be_written(as_: As, owner: User, programme: Programme) -> None:
    client = as_(owner)
    address = reverse("programme_edit", args=[programme.pk])

    assert client.post(address, {"name": "Pilebro"}).status_code == 302
    programme.refresh_from_db()
    assert (programme.vision, programme.deciding_body) == ("", "styregruppen")
    refused = client.post(address, {"name": "", "vision": "Gem mig ikke væk"}).content.decode()
    assert "Skriv, hvad helhedsplanen hedder." in refused
    assert "Gem mig ikke væk" in refused


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"start": "2027-01-01", "end": "2026-01-01"}, "Sidste dag skal ligge efter første dag."),
        ({"start": "i morgen"}, ": skriv datoen som dag, måned og år"),
        ({"name": "x" * 121}, "Der er plads til 120 tegn"),
        ({"vision": "x" * 4001}, "Der er plads til 4000 tegn"),
        ({"area": "klip\x07ind"}, ": slet tegnene"),
    ],
)
def test_bad_facts_are_told_in_danish(
    as_: As, owner: User, programme: Programme, typed: dict[str, str], words: str
) -> None:
    shown = as_(owner).post(reverse("programme_edit", args=[programme.pk]), {"name": "Nyt navn"} | typed)

    assert shown.status_code == 200
    assert words in shown.content.decode()
    # The rest of the page still speaks of what is saved.
    assert "Pilebro i Balance" in shown.content.decode()


def test_parties_come_from_the_registry_or_are_typed(as_: As, owner: User, programme: Programme) -> None:
    organisation = HousingOrganisationFactory(name="Pilebro Boligforening")
    client, address = as_(owner), reverse("parties", args=[programme.pk])

    for typed in ({"housing_organisation": organisation.pk}, {"municipality": "0461"}, {"name": "Fonden"}):
        assert client.post(address, typed).status_code == 302

    assert [str(party) for party in programme.parties.named()] == ["Pilebro Boligforening", "Odense Kommune", "Fonden"]
    party = programme.parties.get(name="Fonden")
    client.post(reverse("party_remove", args=[programme.pk, party.pk]))
    assert programme.parties.count() == 2


@pytest.mark.parametrize(
    "typed",
    [{"name": ""}, {"municipality": "0461", "name": "Odense"}, {"municipality": "9999"}, {"housing_organisation": "x"}],
)
def test_a_party_is_one_thing(as_: As, owner: User, programme: Programme, typed: dict[str, str]) -> None:
    response = as_(owner).post(reverse("parties", args=[programme.pk]), typed)

    assert response.status_code == 200
    assert "Vælg" in str(response.context["form"].errors)
    assert not Party.objects.exists()


def test_nobody_is_a_party_twice(as_: As, owner: User, programme: Programme) -> None:
    PartyFactory(programme=programme, name="", municipality_id="0461")

    shown = as_(owner).post(reverse("parties", args=[programme.pk]), {"municipality": "0461"})

    assert "Kommunen er allerede part." in shown.content.decode()


def test_what_is_out_of_use_cannot_be_chosen(as_: As, owner: User, programme: Programme) -> None:
    closed = HousingOrganisationFactory(name="Nedlagt Boligforening", is_active=False)

    response = as_(owner).post(reverse("parties", args=[programme.pk]), {"housing_organisation": closed.pk})

    assert "Nedlagt" not in response.content.decode()
    assert not Party.objects.exists()


def test_another_helhedsplans_party_cannot_be_removed(as_: As, owner: User, programme: Programme) -> None:
    theirs = PartyFactory()

    assert as_(owner).post(reverse("party_remove", args=[programme.pk, theirs.pk])).status_code == 404
    assert as_(owner).get(reverse("party_remove", args=[programme.pk, theirs.pk])).status_code == 405
    assert Party.objects.filter(pk=theirs.pk).exists()


def test_archived_projects_are_shown_when_asked_for(
    as_: As, owner: User, project: Project, programme: Programme
) -> None:
    archive_project(by=owner, project=project)
    client, address = as_(owner), reverse("programme", args=[programme.pk])

    assert "Lektiecaféen" not in client.get(address).content.decode()
    assert "Vis også arkiverede projekter" in client.get(address).content.decode()
    assert "Lektiecaféen" in client.get(address, {"arkiverede": "on"}).content.decode()


@pytest.mark.parametrize("name", ["programme", "parties"])
def test_the_database_is_asked_the_same_for_1_and_50(as_: As, owner: User, programme: Programme, name: str) -> None:
    def queries() -> int:
        client = as_(owner)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse(name, args=[programme.pk]))
        return len(asked)

    PartyFactory(programme=programme, name="", municipality_id="0461")
    few = queries()
    for number in range(49):
        PartyFactory(programme=programme, name="", housing_organisation=HousingOrganisationFactory())
        ProjectFactory(programme=programme, name=f"Projekt {number}")
    assert queries() == few


def test_an_owner_sees_what_was_done_to_the_helhedsplan_and_others_do_not(
    as_: As, owner: User, editor: User, project: Project
) -> None:
    Event.objects.record(by=owner, programme=project.programme, text="tilføjede en part")
    address = reverse("programme", args=[project.programme_id])

    assert "tilføjede en part" in as_(owner).get(address).content.decode()
    assert "tilføjede en part" not in as_(editor).get(address).content.decode()
