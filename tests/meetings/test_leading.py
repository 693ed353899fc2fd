"""Leading a meeting: the big screen, the steps, the clock, two leaders, and the end."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Event, Meeting, Project
from tests.browser_client import Client
from tests.factories import ProjectFactory
from tests.meeting_rows import MeetingFactory

As = Callable[[User], Client]
NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
BAR = 'class="meeting-bar"'


@pytest.fixture
def meeting(project: Project) -> Meeting:
    """Workshop 1: why, core elements, tasks, agreement."""
    meeting: Meeting = MeetingFactory(project=project, kind="why_what")
    return meeting


def press(client: Client, meeting: Meeting, name: str, **data: str) -> str:
    """Press a button; where it leads."""
    response = client.post(reverse(f"moede-{name}", args=[meeting.project.slug, meeting.pk]), data)
    assert response.status_code == 302
    return response.headers["Location"]


def clock(client: Client, meeting: Meeting) -> dict[str, object]:
    found: dict[str, object] = client.get(reverse("moede-ur", args=[meeting.project.slug, meeting.pk])).json()
    return found


def test_each_step_opens_its_page_in_large_type_with_the_bar(as_: As, editor: User, meeting: Meeting) -> None:
    client, slug = as_(editor), meeting.project.slug

    opened = [press(client, meeting, "begynd")] + [press(client, meeting, "trin", trin=str(n)) for n in (2, 3, 4)]

    assert opened[:3] == [reverse(name, args=[slug]) for name in ("hvorfor", "hvad", "opgaver")]
    assert opened[3] == reverse("moede-udbytte", args=[slug, meeting.pk])
    for url in opened:
        shown = client.get(url).content.decode()
        assert '<html lang="da" class="big-screen">' in shown
        assert BAR in shown
        assert "Trin 4 af 4: Beslut, og aftal næste skridt" in shown


def test_only_whoever_leads_sees_large_type_and_only_in_that_project(
    as_: As, editor: User, owner: User, meeting: Meeting
) -> None:
    client, slug = as_(editor), meeting.project.slug
    other = ProjectFactory(programme=meeting.project.programme)
    press(client, meeting, "begynd")

    assert BAR in client.get(reverse("project", args=[slug])).content.decode()
    assert BAR not in client.get(reverse("project", args=[other.slug])).content.decode()
    assert BAR not in client.get("/").content.decode()
    assert BAR not in as_(owner).get(reverse("project", args=[slug])).content.decode()


def test_the_big_screen_is_closed_where_one_stands(as_: As, editor: User, meeting: Meeting) -> None:
    client = as_(editor)
    here = press(client, meeting, "begynd")

    assert press(client, meeting, "storskaerm", luk="1", fra=here) == here
    assert BAR not in client.get(here).content.decode()
    assert press(client, meeting, "storskaerm") == here
    assert BAR in client.get(here).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://ondt.example/", "//ondt.example", "javascript:alert(1)", "x\r\ny", ""])
def test_a_button_never_leads_away_from_the_site(as_: As, editor: User, meeting: Meeting, elsewhere: str) -> None:
    client = as_(editor)
    press(client, meeting, "begynd")

    agenda = reverse("moede", args=[meeting.project.slug, meeting.pk])
    assert press(client, meeting, "storskaerm", luk="1", fra=elsewhere) == agenda
    assert press(client, meeting, "ur", pause="1", fra=elsewhere) == agenda


def test_the_clock_runs_is_paused_and_goes_on(as_: As, editor: User, meeting: Meeting) -> None:
    client = as_(editor)
    with time_machine.travel(NOON, tick=False) as time:
        press(client, meeting, "begynd")
        time.shift(90)
        assert clock(client, meeting) == {"over": False, "step": 1, "seconds": 90, "planned": 900, "running": True}
        press(client, meeting, "ur", pause="1")
        time.shift(600)
        assert clock(client, meeting)["seconds"] == 90
        press(client, meeting, "ur", fortsaet="1")
        time.shift(10)
        assert clock(client, meeting)["seconds"] == 100
        assert "1.40" in client.get(reverse("hvorfor", args=[meeting.project.slug])).content.decode()


def test_the_script_gets_the_clock_in_the_answer_to_its_press(as_: As, editor: User, meeting: Meeting) -> None:
    client = as_(editor)
    press(client, meeting, "begynd")
    url = reverse("moede-ur", args=[meeting.project.slug, meeting.pk])

    answer = client.post(url, {"pause": "1"}, headers={"accept": "application/json"})

    assert answer.json()["running"] is False
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_bar_says_when_a_step_has_taken_its_time(as_: As, editor: User, meeting: Meeting) -> None:
    client = as_(editor)
    with time_machine.travel(NOON, tick=False) as time:
        here = press(client, meeting, "begynd")
        time.shift(15 * 60)
        assert "data-meeting-over hidden" in client.get(here).content.decode()
        time.shift(1)
        assert "data-meeting-over hidden" not in client.get(here).content.decode()


def test_two_leaders_who_both_press_next_land_on_the_same_step(
    as_: As, editor: User, owner: User, meeting: Meeting
) -> None:
    one, other = as_(editor), as_(owner)
    press(one, meeting, "begynd")
    press(other, meeting, "begynd")

    assert press(one, meeting, "trin", trin="2") == press(other, meeting, "trin", trin="2")
    assert clock(one, meeting)["step"] == 2
    assert Event.objects.filter(text="begyndte et møde").count() == 1
    press(other, meeting, "ur", pause="1")
    assert clock(one, meeting)["running"] is False


def test_whoever_opens_the_laptop_again_goes_on_where_the_meeting_is(as_: As, editor: User, meeting: Meeting) -> None:
    press(as_(editor), meeting, "begynd")
    press(as_(editor), meeting, "trin", trin="3")

    later = as_(editor)

    agenda = later.get(reverse("moede", args=[meeting.project.slug, meeting.pk])).content.decode()
    assert "I er ved trin 3 af 4" in agenda
    assert press(later, meeting, "storskaerm") == reverse("opgaver", args=[meeting.project.slug])


@pytest.mark.parametrize("step", ["0", "5", "-1", "x", "", "9" * 40, "²"])
def test_a_step_that_is_not_there_leads_to_the_agenda(as_: As, editor: User, meeting: Meeting, step: str) -> None:
    client = as_(editor)
    press(client, meeting, "begynd")

    assert press(client, meeting, "trin", trin=step) == reverse("moede", args=[meeting.project.slug, meeting.pk])
    assert clock(client, meeting)["step"] == 1


def test_closing_stops_the_clock_and_leads_to_the_minutes(as_: As, editor: User, meeting: Meeting) -> None:
    client = as_(editor)
    with time_machine.travel(NOON, tick=False) as time:
        here = press(client, meeting, "begynd")
        time.shift(120)
        assert press(client, meeting, "afslut") == reverse("moede-referat", args=[meeting.project.slug, meeting.pk])
        time.shift(600)

        assert clock(client, meeting) == {"over": True}
        assert BAR not in client.get(here).content.decode()
        meeting.refresh_from_db()
        assert (meeting.spent, meeting.running_since) == ([120, 0, 0, 0], None)
        # Nothing moves it any more.
        press(client, meeting, "ur", fortsaet="1")
        press(client, meeting, "trin", trin="2")
        assert press(client, meeting, "begynd") == reverse("moede", args=[meeting.project.slug, meeting.pk])
        meeting.refresh_from_db()
        assert (meeting.step, meeting.running_since) == (1, None)


def test_a_meeting_that_was_closed_too_early_is_opened_again(as_: As, editor: User, meeting: Meeting) -> None:
    client = as_(editor)
    press(client, meeting, "begynd")
    press(client, meeting, "afslut")

    press(client, meeting, "aabn")

    found = clock(client, meeting)
    assert (found["over"], found["running"]) == (False, False)


def test_a_meeting_without_the_clock_can_be_closed_too(as_: As, editor: User, meeting: Meeting) -> None:
    press(as_(editor), meeting, "afslut")

    agenda = as_(editor).get(reverse("moede", args=[meeting.project.slug, meeting.pk])).content.decode()
    assert "Mødet er slut" in agenda


def test_the_board_reads_along_and_does_not_lead(as_: As, board: User, meeting: Meeting) -> None:
    client = as_(board)

    for name in ("begynd", "trin", "ur", "storskaerm", "afslut", "aabn", "beslutning", "skridt"):
        response = client.post(reverse(f"moede-{name}", args=[meeting.project.slug, meeting.pk]))
        assert response.status_code == 403
        assert "Kun ledere af helhedsplanen og redaktører kan lede møder" in response.content.decode()
    assert client.get(reverse("moede", args=[meeting.project.slug, meeting.pk])).status_code == 200
