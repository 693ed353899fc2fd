"""Pasting lines through the pages: they are shown first, and written when somebody says so."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors.models import Actor
from forankring.accounts.models import User
from projects.models import Action, BudgetLine, Candidacy, Event, Project, ProjectActor, Task
from tests.browser_client import Client
from tests.factories import ActorFactory, ProjectActorFactory, TaskFactory
from tests.phases.lists.addresses import LISTS, url

As = Callable[[User], Client]


def seen(page: str) -> str:
    found = re.search(r'name="seen" value="(\w+)"', page)
    assert found, "nothing was shown to say yes to"
    return found[1]


def paste(client: Client, name: str, text: str, take: list[int] | None = None, unit: str = "") -> Any:
    """Show the lines and then add those ticked beforehand, or the ones in `take`."""
    page = client.post(url(f"{name}-flere"), {"lines": text}).content.decode()
    ticked = re.findall(r'name="take" value="(\d+)" id="[^"]*" checked', page) if take is None else take
    return client.post(url(f"{name}-flere"), {"lines": text, "seen": seen(page), "take": ticked, "unit": unit})


def titles() -> list[str]:
    return list(Task.objects.in_order().values_list("title", flat=True))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_takes_pasted_lines(as_: As, owner: User, project: Project, name: str) -> None:
    client = as_(owner)
    ProjectActorFactory(project=project, actor=ActorFactory(programme=project.programme, name="Pilebroskolen"))
    lines = "Pilebroskolen\ttovholder\nPilebroskolen\tlokale" if name == "vurdering" else "Første ting\nAnden ting"
    before = LISTS[name](project=project)
    assert url(f"{name}-flere") in client.get(url(name)).content.decode()

    assert paste(client, name, lines).url == url(name)

    kinds = type(before).objects.exclude(pk=before.pk)
    assert sum(1 for row in kinds if any(word in str(row) for word in ("ting", "tovholder", "lokale"))) == 2


def test_nothing_is_written_before_somebody_says_so(as_: As, owner: User, project: Project) -> None:
    page = as_(owner).post(url("opgaver-flere"), {"lines": "• Finde lokale\n• Tale med skolen"}).content.decode()

    assert not Task.objects.exists()
    assert "2 linjer er læst" in page
    assert "Finde lokale" in page
    assert "• Finde lokale\n• Tale med skolen" in page


def test_lines_become_rows_in_their_order_after_those_that_are_there(as_: As, owner: User, project: Project) -> None:
    TaskFactory(project=project, title="Åbne")

    paste(as_(owner), "opgaver", "1. Finde lokale\r\n2. Tale med skolen\r\n")

    assert titles() == ["Åbne", "Finde lokale", "Tale med skolen"]
    assert [task.code for task in Task.objects.in_order()] == ["O1", "O2", "O3"]
    assert Event.objects.get().text == "satte 2 linjer ind i ”Hvilke opgaver er der?”"


def test_columns_with_headings_come_in_each_their_field(as_: As, owner: User, project: Project) -> None:
    text = (
        "Nr.\tOpgave\tType\tI dag\tTimer\tKritisk\tLovkrav\n"
        "1\tHjælpe med lektier\tUdførelse af kerneaktiviteten\tfrivillige\t7,5\tja\tBørneattest, Tavshedspligt\n"
        "2\tHolde regnskab\tøko\tmedarbejder\t\tnej\t\n"
    )

    paste(as_(owner), "opgaver", text, unit="week")

    first, second = Task.objects.in_order()
    assert (first.title, first.task_type, first.solved_today_by) == ("Hjælpe med lektier", "UDF", "frivillige")
    assert (first.hours_operation, first.is_critical) == (Decimal("7.5"), True)
    assert first.legal_requirements == ["child_certificate", "confidentiality"]
    assert (second.task_type, second.hours_operation, second.is_critical) == ("ØKO", None, False)


def test_what_has_no_field_goes_to_the_description(as_: As, owner: User, project: Project) -> None:
    text = "Opgave\tType\tTimer\tFarve\nFinde lokale\tHusly\tca. 3\tblå"
    client = as_(owner)

    page = client.post(url("opgaver-flere"), {"lines": text}).content.decode()
    paste(client, "opgaver", text, take=[0])

    task = Task.objects.get()
    assert set(task.description.split("\n")) == {"Type: Husly", "Timer: ca. 3", "Farve: blå"}
    assert (task.task_type, task.hours_operation) == ("", None)
    assert "Farve: blå" in page


def test_what_no_field_can_take_is_told_before(as_: As, owner: User, project: Project) -> None:
    text = "Tiltag\tAnsvarlig\tFarve\nHolde møde\trektor\tblå"
    client = as_(owner)

    page = client.post(url("tiltag-flere"), {"lines": text}).content.decode()
    paste(client, "tiltag", text)

    assert "Kommer ikke med: Farve: blå" in page
    assert (Action.objects.get().title, Action.objects.get().responsible) == ("Holde møde", "rektor")


def test_more_columns_without_headings_are_kept_too(as_: As, owner: User, project: Project) -> None:
    paste(as_(owner), "opgaver", 'Finde lokale\thver uge\t"om mandagen\nog fredagen"')

    task = Task.objects.get()
    assert (task.title, task.description) == ("Finde lokale", "hver uge\nom mandagen\nog fredagen")


def test_amounts_dates_and_tasks_are_read_as_danes_write_them(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project, title="Sørge for mad")

    paste(
        as_(owner),
        "oekonomi",
        "Udgift\tBeløb\tOpgave\tSikkerhed\tUdløber\nForplejning\t28.000 kr.\tO1\tAnsøgt\t31/12 2028",
    )

    line = BudgetLine.objects.get()
    assert (line.amount, line.task, line.certainty, str(line.expires_on)) == (28000, task, "applied", "2028-12-31")


def test_roles_find_their_actor_and_tasks(as_: As, owner: User, project: Project) -> None:
    actor = ProjectActorFactory(project=project, actor=ActorFactory(programme=project.programme, name="Pilebroskolen"))
    tasks = [TaskFactory(project=project) for _ in range(3)]

    paste(as_(owner), "vurdering", "Aktør\tRolle\tOpgaver\npilebroskolen\ttovholder\tO1, O3")

    candidacy = Candidacy.objects.get()
    assert (candidacy.project_actor, candidacy.title) == (actor, "tovholder")
    assert set(candidacy.tasks.all()) == {tasks[0], tasks[2]}


def test_an_actor_of_the_helhedsplan_is_taken_in_and_not_made_again(as_: As, owner: User, project: Project) -> None:
    known = ActorFactory(programme=project.programme, name="Pilebroskolen")
    client = as_(owner)

    page = client.post(url("aktoerer-flere"), {"lines": "Pilebroskolen\nBoldklubben"}).content.decode()
    paste(client, "aktoerer", "Pilebroskolen\nBoldklubben")

    assert "Helhedsplanen har aktøren i forvejen" in page
    assert [str(row) for row in ProjectActor.objects.in_order()] == ["Pilebroskolen", "Boldklubben"]
    assert ProjectActor.objects.in_order()[0].actor == known
    assert Actor.objects.count() == 2


def test_what_is_there_already_is_marked_and_not_added_unless_one_says_so(
    as_: As, owner: User, project: Project
) -> None:
    TaskFactory(project=project, title="Finde lokale")
    client, text = as_(owner), "finde  LOKALE\nTale med skolen\nTale med skolen"

    page = client.post(url("opgaver-flere"), {"lines": text}).content.decode()
    paste(client, "opgaver", text)
    assert "Står der allerede" in page
    assert "Står her to gange" in page
    assert titles() == ["Finde lokale", "Tale med skolen"]

    paste(client, "opgaver", text, take=[0])
    assert titles() == ["Finde lokale", "Tale med skolen", "finde LOKALE"]


def test_only_the_ticked_lines_are_added(as_: As, owner: User, project: Project) -> None:
    paste(as_(owner), "opgaver", "Et\nTo\nTre", take=[0, 2])

    assert titles() == ["Et", "Tre"]


def test_no_tick_at_all_is_told_and_the_lines_stay(as_: As, owner: User, project: Project) -> None:
    page = paste(as_(owner), "opgaver", "Et\nTo", take=[]).content.decode()

    assert "Sæt kryds ved mindst én linje" in page
    assert "Et\nTo" in page
    assert not Task.objects.exists()


def test_a_line_that_is_too_long_is_named_and_nothing_is_lost_or_written(
    as_: As, owner: User, project: Project
) -> None:
    text = "Finde lokale\n" + "x" * 161

    page = as_(owner).post(url("opgaver-flere"), {"lines": text}).content.decode()

    assert "Der er problemer" in page
    assert "Linje 2:" in page
    assert text in page
    assert 'name="seen"' not in page
    assert not Task.objects.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n".join(f"Opgave {n}" for n in range(201)), "Der er 201"),
        ("", "Sæt mindst én linje ind"),
        (" \n\t\n", "Sæt mindst én linje ind"),
        ("Finde\x07 lokale", "Der er problemer"),
        ("x\n" * 40_000, "Der er problemer"),
    ],
)
def test_what_cannot_be_read_is_answered_in_words(
    as_: As, owner: User, project: Project, text: str, words: str
) -> None:
    page = as_(owner).post(url("opgaver-flere"), {"lines": text, "seen": "x"}).content.decode()

    assert words in page
    assert not Task.objects.exists()


def test_a_personal_number_is_refused_with_the_text_still_there(as_: As, owner: User, project: Project) -> None:
    page = as_(owner).post(url("opgaver-flere"), {"lines": "Finde lokale\nRinge til 010190-1234"}).content.decode()

    assert "Der er problemer" in page
    assert "Ringe til 010190-1234" in page
    assert 'name="seen"' not in page


def test_an_address_in_a_line_is_asked_about_once(as_: As, owner: User, project: Project) -> None:
    client, text = as_(owner), "Skrive til rektor@skolen.example"

    asked = client.post(url("opgaver-flere"), {"lines": text}).content.decode()
    kept = dict(re.findall(r'name="(lines-\w+)" value="(\w+)"', asked))
    shown = client.post(url("opgaver-flere"), {"lines": text, **kept}).content.decode()
    client.post(url("opgaver-flere"), {"lines": text, "seen": seen(shown), "take": ["0"], **kept})

    assert "Her står en e-mailadresse" in asked
    assert kept
    assert kept.items() <= dict(re.findall(r'name="(lines-\w+)" value="(\w+)"', shown)).items()
    assert titles() == [text]


def test_lines_changed_after_they_were_shown_are_shown_again(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    page = client.post(url("opgaver-flere"), {"lines": "Et"}).content.decode()

    again = client.post(url("opgaver-flere"), {"lines": "Et\nTo", "seen": seen(page), "take": ["0"]})
    asked = client.post(url("opgaver-flere"), {"lines": "Et", "seen": seen(page), "take": ["0"], "again": "1"})

    assert "2 linjer er læst" in again.content.decode()
    assert "1 linje er læst" in asked.content.decode()
    assert not Task.objects.exists()


@pytest.mark.parametrize("take", ["-1", "7", "x", "9" * 400, "\x00", "²"])
def test_ticks_that_were_not_offered_add_nothing(as_: As, owner: User, project: Project, take: str) -> None:
    client = as_(owner)
    page = client.post(url("opgaver-flere"), {"lines": "Et"}).content.decode()

    response = client.post(url("opgaver-flere"), {"lines": "Et", "seen": seen(page), "take": [take]})

    assert response.status_code == 200
    assert not Task.objects.exists()


def test_two_hundred_lines_look_up_no_more_rows_than_one(as_: As, owner: User, project: Project) -> None:
    """Django asks the database whether each row keeps the table's rules; that reads no table."""
    client, text = as_(owner), "\n".join(f"Opgave {n}\tLED" for n in range(200))

    def looked_up(lines: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.post(url("opgaver-flere"), {"lines": lines}).status_code == 200
        return sum(" FROM " in query["sql"] for query in queries)

    assert looked_up(text) == looked_up("Et\tLED")


@pytest.mark.parametrize(("person", "status"), [("editor", 200), ("board", 200), ("reader", 403), ("stranger", 404)])
def test_those_who_work_on_the_project_may_paste(
    as_: As, project: Project, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    client = as_(request.getfixturevalue(person))

    assert client.get(url("opgaver-flere")).status_code == status
    assert client.post(url("opgaver-flere"), {"lines": "Et", "take": ["0"]}).status_code == status
    assert not Task.objects.filter(project=project).exists()
