"""The calendar's pages: who sees the dates, who moves them, and what is refused."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from actors.models import Programme
from forankring.accounts.models import User
from projects.models import CalendarDate, Event, Project
from projects.overview.services import archive_project
from tests.browser_client import Client
from tests.factories import ProjectFactory

As = Callable[[User], Client]
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _today() -> object:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def programme(project: Project) -> Programme:
    programme = project.programme
    programme.start, programme.end = date(2023, 7, 1), date(2027, 6, 30)
    programme.save()
    return programme


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def on(programme: Programme, kind: str) -> str:
    return reverse("programme_calendar_date", args=[programme.pk, kind])


def test_every_member_sees_the_dates_and_only_an_owner_can_move_them(
    as_: As, owner: User, editor: User, reader: User, programme: Programme
) -> None:
    address = reverse("programme_calendar", args=[programme.pk])

    for member in (owner, editor, reader):
        shown = text(as_(member), address)
        assert "30. juni 2025" in shown
        assert "Opfølgning efter 12 måneder" in shown
        assert (on(programme, "midtvejsevaluering") in shown) == (member is owner)


def test_a_reader_is_not_told_how_far_the_projects_are(
    as_: As, editor: User, reader: User, programme: Programme
) -> None:
    address = reverse("programme_calendar", args=[programme.pk])

    assert "0 af 1 projekt har en plan" in text(as_(editor), address)
    shown = text(as_(reader), address)
    assert "har en plan" not in shown
    assert "Se projekterne" not in shown
    assert "Lektiecaféen" not in shown


def test_others_are_told_why_not_and_a_stranger_finds_nothing(
    as_: As, editor: User, board: User, reader: User, stranger: User, programme: Programme, project: Project
) -> None:
    for address in (
        on(programme, "forankringsplan"),
        reverse("project_calendar_date", args=[project.slug, "forankringsplan"]),
    ):
        for member in (editor, board, reader):
            assert as_(member).post(address, {"day": "1. maj 2026"}).status_code == 403
        assert as_(stranger).get(address).status_code == 404
        assert Client().get(address).status_code == 302
    assert as_(stranger).get(reverse("programme_calendar", args=[programme.pk])).status_code == 404
    assert as_(stranger).get(reverse("project_calendar", args=[project.slug])).status_code == 404
    assert as_(reader).get(reverse("project_calendar", args=[project.slug])).status_code == 403
    assert not CalendarDate.objects.exists()


def test_a_moved_date_is_kept_when_the_period_changes_and_can_be_brought_back(
    as_: As, owner: User, programme: Programme
) -> None:
    client, address = as_(owner), on(programme, "forankringsplan")

    response = client.post(address, {"day": "1. februar 2026"}, follow=True)
    assert "er nu 1. februar 2026" in response.content.decode()
    Programme.objects.filter(pk=programme.pk).update(end=date(2027, 12, 31))
    shown = text(client, reverse("programme_calendar", args=[programme.pk]))
    assert "1. februar 2026" in shown
    assert "flyttet, foreslået var 30. juni 2026" in shown

    client.post(address, {"reset": "1"})
    assert not CalendarDate.objects.exists()
    assert list(Event.objects.order_by("pk").values_list("text", flat=True)) == [
        "flyttede ”Forankringsplan for hvert projekt” i kalenderen",
        "satte ”Forankringsplan for hvert projekt” tilbage til den foreslåede dato",
    ]


@pytest.mark.parametrize("day", ["", "30. december 2025"])
def test_nothing_or_the_proposed_day_is_no_move(as_: As, owner: User, programme: Programme, day: str) -> None:
    as_(owner).post(on(programme, "forankringsplan"), {"day": day})

    assert not CalendarDate.objects.exists()
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        ("forankringsplan", {"day": "1. juli 2027"}, "Perioden slutter 30. juni 2027"),
        ("forankringsplan", {"day": "30. juni 2023"}, "Perioden begynder 1. juli 2023"),
        ("opfoelgning-3", {"day": "30. juni 2027"}, "Skriv en dag efter 30. juni 2027"),
        ("drift", {"day": "1. maj 2024"}, "”Igangsætning begynder” er 1. juli 2024"),
        ("drift", {"day": "1. maj 2027"}, "”Forankring begynder” er 1. juli 2026"),
        ("midtvejsevaluering", {"day": "", "held_on": "22. november 2026"}, "Skriv en dag, der har været"),
        ("midtvejsevaluering", {"day": "", "held_on": "1. juni 2023"}, "Perioden begynder 1. juli 2023"),
        ("midtvejsevaluering", {"day": "31. februar 2026"}, "31. februar 2026"),
        ("midtvejsevaluering", {"day": "i morgen\x00"}, "i morgen"),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_words_and_what_was_typed(
    as_: As, owner: User, programme: Programme, kind: str, typed: dict[str, str], words: str
) -> None:
    response = as_(owner).post(on(programme, kind), typed)

    assert response.status_code == 200
    assert words in response.content.decode()
    assert "Der er problemer" in response.content.decode()
    assert not CalendarDate.objects.exists()


def test_an_owner_says_that_the_midterm_evaluation_was_held_and_takes_it_back(
    as_: As, owner: User, programme: Programme
) -> None:
    client, address = as_(owner), on(programme, "midtvejsevaluering")
    before = text(client, reverse("programme_calendar", args=[programme.pk]))
    assert "Skulle være holdt 30. juni 2025" in before

    client.post(address, {"day": "", "held_on": "15.06.2025"})
    assert "Holdt 15. juni 2025." in text(client, reverse("programme_calendar", args=[programme.pk]))
    client.post(address, {"day": "", "held_on": ""})
    assert not CalendarDate.objects.exists()
    assert [event.text for event in Event.objects.order_by("pk")] == [
        "skrev, at ”Midtvejsevaluering” er holdt",
        "skrev, at ”Midtvejsevaluering” ikke er holdt",
    ]


def test_bringing_a_date_back_does_not_forget_that_it_was_held(as_: As, owner: User, programme: Programme) -> None:
    client, address = as_(owner), on(programme, "midtvejsevaluering")
    client.post(address, {"day": "1. juni 2025", "held_on": "2. juni 2025"})

    client.post(address, {"reset": "1"})

    row = CalendarDate.objects.get()
    assert (row.moved_to, row.held_on) == (None, date(2025, 6, 2))


@pytest.mark.parametrize("kind", ["ingen", "FORANKRING", "0", "x" * 300])
def test_a_date_that_is_not_in_the_calendar_is_not_found(
    as_: As, owner: User, programme: Programme, project: Project, kind: str
) -> None:
    assert as_(owner).get(on(programme, kind)).status_code == 404
    assert as_(owner).get(reverse("project_calendar_date", args=[project.slug, kind])).status_code == 404


def test_what_is_held_together_cannot_be_moved_in_one_project(as_: As, owner: User, project: Project) -> None:
    address = reverse("project_calendar_date", args=[project.slug, "midtvejsevaluering"])
    assert as_(owner).get(address).status_code == 404


def test_a_projects_own_move_is_only_its_own(as_: As, owner: User, programme: Programme, project: Project) -> None:
    other = ProjectFactory(programme=programme)
    client = as_(owner)

    client.post(reverse("project_calendar_date", args=[project.slug, "proevedrift"]), {"day": "1. september 2026"})

    assert "1. september 2026" in text(client, reverse("project_calendar", args=[project.slug]))
    assert "1. september 2026" not in text(client, reverse("project_calendar", args=[other.slug]))
    assert "1. september 2026" not in text(client, reverse("programme_calendar", args=[programme.pk]))
    assert Event.objects.get().project == project


def test_a_project_with_a_period_of_its_own_is_counted_from_its_own_end(
    as_: As, editor: User, programme: Programme, project: Project
) -> None:
    Project.objects.filter(pk=project.pk).update(end=date(2029, 6, 30))

    shown = text(as_(editor), reverse("project_calendar", args=[project.slug]))

    assert "projektets egen periode" in shown
    assert "30. december 2027" in shown  # the plan, 18 months before
    assert "30. juni 2025" in shown  # the helhedsplan's midterm evaluation


def test_the_dates_of_an_archived_project_are_read_and_not_moved(as_: As, owner: User, project: Project) -> None:
    archive_project(by=owner, project=project)
    address = reverse("project_calendar_date", args=[project.slug, "proevedrift"])

    assert address not in text(as_(owner), reverse("project_calendar", args=[project.slug]))
    assert as_(owner).post(address, {"day": "1. maj 2026"}).status_code == 403


def test_without_a_period_the_page_says_what_to_write(as_: As, owner: User, project: Project) -> None:
    for address in (
        reverse("programme_calendar", args=[project.programme_id]),
        reverse("project_calendar", args=[project.slug]),
        reverse("project", args=[project.slug]),
    ):
        assert "Skriv periodens første og sidste dag" in text(as_(owner), address)


def test_a_moved_date_that_the_new_period_no_longer_holds_is_told(as_: As, owner: User, programme: Programme) -> None:
    as_(owner).post(on(programme, "forankringsplan"), {"day": "1. maj 2027"})
    Programme.objects.filter(pk=programme.pk).update(end=date(2027, 1, 31))

    shown = text(as_(owner), reverse("programme_calendar", args=[programme.pk]))
    assert "Datoen ligger uden for perioden" in shown


def test_the_table_holds_each_date_once_and_never_an_empty_row(programme: Programme, project: Project) -> None:
    CalendarDate.objects.create(programme=programme, kind="drift", moved_to=TODAY)
    CalendarDate.objects.create(programme=programme, project=project, kind="drift", moved_to=TODAY)

    for values in (
        {"kind": "drift", "moved_to": TODAY},
        {"kind": "drift", "moved_to": TODAY, "project": project},
        {"kind": "ukendt", "moved_to": TODAY},
        {"kind": "forankring"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            CalendarDate.objects.create(programme=programme, **values)
