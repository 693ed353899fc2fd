"""What is typed is kept: one draft per person, form and open tab, which nobody else ever sees."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import Draft, Event, Project, WhyWhat
from projects.phases.keeping import drafts
from tests.browser_client import Client
from tests.factories import TaskFactory
from tests.forms import sent_by

As = Callable[[User], Client]
CPR = "Ring til hende, 010203-1234"


@pytest.fixture
def goal(project: Project) -> str:
    return reverse("maal", args=[project.slug])


def keep(client: Client, address: str, answers: dict[str, object], **headers: str) -> object:
    """What the script sends three seconds after the last key."""
    headers = headers or {"Accept": "application/json"}
    return client.post(address, {**answers, "gem-kladde": "1"}, headers=headers)


def type_in(client: Client, address: str, **answers: object) -> dict[str, object]:
    """Open the page, type, wait: the draft is kept. Gives what stands on the page."""
    typed = sent_by(client.get(address)) | answers
    response = keep(client, address, typed)
    assert response.status_code == 200, response.content
    return typed


def test_a_draft_is_acknowledged_with_the_time_and_touches_nothing_that_is_shared(
    as_: As, owner: User, project: Project, goal: str
) -> None:
    client = as_(owner)

    typed = sent_by(client.get(goal)) | {"goal": "27 unger hver uge"}
    words = keep(client, goal, typed).json()["words"]

    clock = timezone.localtime(Draft.objects.get().kept_at)
    assert words == f"Kladde – ikke gemt for de andre endnu (kl. {clock:%H.%M})."
    assert not WhyWhat.objects.filter(goal__contains="unger").exists()
    assert not Event.objects.exists()


def test_coming_back_the_page_says_that_it_shows_a_draft(as_: As, owner: User, goal: str) -> None:
    type_in(as_(owner), goal, goal="27 unger hver uge", goal_date="31. februar 2027")

    page = as_(owner).get(goal)

    assert sent_by(page)["goal"] == "27 unger hver uge"
    # What cannot be used is not judged before it is sent.
    assert sent_by(page)["goal_date"] == "31. februar 2027"
    assert "Der er problemer" not in page.content.decode()
    assert "Det er ikke gemt for de andre endnu." in page.content.decode()


@pytest.mark.parametrize("person", ["editor", "board"])
def test_nobody_else_sees_it(as_: As, owner: User, goal: str, person: str, request: pytest.FixtureRequest) -> None:
    type_in(as_(owner), goal, goal="27 unger hver uge")

    other = as_(request.getfixturevalue(person))

    assert "27 unger" not in other.get(goal).content.decode()
    tab = Draft.objects.get().tab
    assert "27 unger" not in other.get(f"{goal}?kladde={tab}").content.decode()
    other.post(goal, {"smid-vaek": tab})
    assert Draft.objects.count() == 1


@pytest.mark.parametrize(("person", "status"), [("reader", 403), ("stranger", 404)])
def test_others_cannot_keep_one(as_: As, goal: str, person: str, status: int, request: pytest.FixtureRequest) -> None:
    answers = {"goal": "Hej", "fane": "0" * 16}

    assert keep(as_(request.getfixturevalue(person)), goal, answers).status_code == status
    assert not Draft.objects.exists()


def test_saving_moves_it_to_the_shared_row(as_: As, owner: User, goal: str) -> None:
    typed = type_in(as_(owner), goal, goal="27 unger hver uge")

    as_(owner).post(goal, typed)

    assert WhyWhat.objects.get().goal == "27 unger hver uge"
    assert not Draft.objects.exists()


def test_saving_what_a_draft_filled_in_removes_that_draft_too(as_: As, owner: User, goal: str) -> None:
    type_in(as_(owner), goal, goal="27 unger hver uge")

    as_(owner).post(goal, sent_by(as_(owner).get(goal)))

    assert WhyWhat.objects.get().goal == "27 unger hver uge"
    assert not Draft.objects.exists()


def test_it_can_be_thrown_away(as_: As, owner: User, goal: str) -> None:
    type_in(as_(owner), goal, goal="27 unger hver uge")

    page = as_(owner).post(goal, {"smid-vaek": Draft.objects.get().tab}, follow=True)

    assert sent_by(page)["goal"] == ""
    assert not Draft.objects.exists()


def test_two_tabs_are_two_drafts_and_both_can_be_found(as_: As, owner: User, goal: str) -> None:
    first = sent_by(as_(owner).get(goal)) | {"goal": "I den ene fane"}
    second = sent_by(as_(owner).get(goal)) | {"goal": "I den anden fane"}
    keep(as_(owner), goal, first)
    keep(as_(owner), goal, second)

    page = as_(owner).get(goal)

    assert sent_by(page)["goal"] == "I den anden fane"
    assert f"?kladde={first['fane']}" in page.content.decode()
    assert sent_by(as_(owner).get(f"{goal}?kladde={first['fane']}"))["goal"] == "I den ene fane"


def test_sending_the_same_again_makes_no_second_draft(as_: As, owner: User, goal: str) -> None:
    typed = type_in(as_(owner), goal, goal="27 unger")

    keep(as_(owner), goal, typed | {"goal": "27 unger hver uge"})
    keep(as_(owner), goal, typed | {"goal": "27 unger hver uge"})

    assert Draft.objects.get().fields["goal"] == ["27 unger hver uge"]


def test_a_draft_that_says_what_is_stored_is_not_shown(as_: As, owner: User, goal: str) -> None:
    client = as_(owner)
    typed = sent_by(client.get(goal)) | {"goal": "27 unger"}
    client.post(goal, typed)
    # The script's last word, which came after the press of the button.
    keep(client, goal, typed)

    assert "Din kladde" not in client.get(goal).content.decode()


def test_a_new_row_has_a_draft_of_its_own(as_: As, owner: User, project: Project) -> None:
    address = reverse("opgaver-ny", args=[project.slug])
    type_in(as_(owner), address, title="Åbne døren", description="Hver tirsdag")

    page = sent_by(as_(owner).get(address))
    assert page["title"] == "Åbne døren"
    as_(owner).post(address, page)

    assert project.tasks.get().title == "Åbne døren"
    assert not Draft.objects.exists()


def test_a_field_with_a_cpr_number_is_left_out_and_told(as_: As, owner: User, project: Project) -> None:
    address = reverse("hvorfor", args=[project.slug])
    typed = sent_by(as_(owner).get(address)) | {"problem": CPR, "consequence": "Børnene mister ro"}

    words = keep(as_(owner), address, typed).json()["words"]

    assert "CPR" in words
    assert "Hvilket problem løser projektet" in words
    kept = Draft.objects.get().fields
    assert "010203" not in str(kept)
    assert kept["consequence"] == ["Børnene mister ro"]


def test_a_number_added_later_takes_out_what_the_draft_held_of_the_field(as_: As, owner: User, goal: str) -> None:
    typed = type_in(as_(owner), goal, goal="Ring")

    keep(as_(owner), goal, typed | {"goal": CPR})

    assert "goal" not in Draft.objects.get().fields


def test_what_could_not_be_saved_is_kept_as_well(as_: As, owner: User, goal: str) -> None:
    client = as_(owner)

    page = client.post(goal, sent_by(client.get(goal)) | {"goal": "27 unger", "goal_date": "i morgen"})

    assert "Der er problemer" in page.content.decode()
    assert "Kladde – ikke gemt for de andre endnu" in page.content.decode()
    assert Draft.objects.get().fields["goal"] == ["27 unger"]


def test_without_javascript_a_button_keeps_it(as_: As, owner: User, goal: str) -> None:
    client = as_(owner)
    typed = sent_by(client.get(goal)) | {"goal": "27 unger"}

    page = client.post(goal, {**typed, "gem-kladde": "1"}, follow=True)

    assert page.redirect_chain == [(goal, 302)]
    assert sent_by(page)["goal"] == "27 unger"
    assert "Det er ikke gemt for de andre endnu." in page.content.decode()


def test_it_has_a_largest_size(as_: As, owner: User, goal: str) -> None:
    typed = sent_by(as_(owner).get(goal)) | {"goal": "x" * (drafts.MOST_TEXT + 1)}

    response = keep(as_(owner), goal, typed)

    assert response.status_code == 413
    assert "for lang" in response.json()["words"]
    page = as_(owner).post(goal, {**typed, "gem-kladde": "1"})
    assert "for lang" in page.content.decode()
    assert not Draft.objects.exists()


def test_there_is_a_limit_to_how_many_and_none_is_pushed_out(as_: As, owner: User, goal: str) -> None:
    empty = sent_by(as_(owner).get(goal))
    for number in range(drafts.MOST_TABS):
        typed = empty | {"goal": f"Kladde {number}", "fane": f"{number:016x}"}
        keep(as_(owner), goal, typed)

    assert keep(as_(owner), goal, typed | {"fane": "f" * 16}).status_code == 413
    assert keep(as_(owner), goal, typed | {"goal": "Mere"}).status_code == 200
    assert Draft.objects.count() == drafts.MOST_TABS


@pytest.mark.parametrize("tab", ["", "x", "../../etc", "\x00" * 16, "9" * 400])
def test_a_tab_that_no_page_of_ours_named_is_refused(as_: As, owner: User, goal: str, tab: str) -> None:
    assert keep(as_(owner), goal, {"goal": "Hej", "fane": tab}).status_code == 413
    assert as_(owner).post(goal, {"smid-vaek": tab}).status_code == 302
    assert as_(owner).post(goal, {"goal": "Hej", "fane": tab}).status_code == 302


@pytest.mark.parametrize("other", ["", " ", "x y", f"{'0' * 16} 2026-01-01", f"{'0' * 16} 2026-01-01T00:00:00+00:00"])
def test_a_page_that_names_a_draft_that_is_none_is_answered(as_: As, owner: User, goal: str, other: str) -> None:
    typed = sent_by(as_(owner).get(goal)) | {"goal": "Hej", "fra-kladde": other}

    assert keep(as_(owner), goal, typed).status_code == 200


def test_characters_that_no_database_takes_are_shown_as_one(as_: As, owner: User, goal: str) -> None:
    type_in(as_(owner), goal, goal="a\x00b")

    assert sent_by(as_(owner).get(goal))["goal"] == "a\N{REPLACEMENT CHARACTER}b"


def test_it_goes_with_the_person_and_with_the_project(as_: As, owner: User, editor: User, project: Project) -> None:
    address = reverse("maal", args=[project.slug])
    for person in (owner, editor):
        type_in(as_(person), address, goal="27 unger")

    editor.delete()
    assert Draft.objects.get().person == owner
    project.delete()
    assert not Draft.objects.exists()


def test_old_ones_are_cleaned_up(as_: As, owner: User, goal: str, capsys: pytest.CaptureFixture[str]) -> None:
    empty = sent_by(as_(owner).get(goal))
    for tab, days in (("0" * 16, 29), ("1" * 16, 31)):
        keep(as_(owner), goal, empty | {"goal": "27 unger", "fane": tab})
        Draft.objects.filter(tab=tab).update(kept_at=timezone.now() - timedelta(days=days))

    call_command("clean_up")

    assert Draft.objects.get().tab == "0" * 16
    assert "1 kladde" in capsys.readouterr().out


def test_nobody_reads_drafts_in_the_administration(as_: As, admin_user: User) -> None:
    assert "draft" not in as_(admin_user).get(reverse("admin:index")).content.decode().lower()


@pytest.mark.parametrize("name", ["maal", "spoergsmaal-ny"])
def test_saving_takes_at_most_fourteen_queries(as_: As, owner: User, project: Project, name: str) -> None:
    client, address = as_(owner), reverse(name, args=[project.slug])
    typed = sent_by(client.get(address)) | ({"goal": "27 unger"} if name == "maal" else {"question": "Hvem låser?"})
    keep(client, address, typed)

    with CaptureQueriesContext(connection) as queries:
        assert client.post(address, typed).status_code == 302

    # The test's own transaction turns BEGIN and COMMIT, and a check of a constraint, into savepoints. Up to three are
    # for knowing the same form when it is sent again.
    assert len([query for query in queries if "SAVEPOINT" not in query["sql"]]) <= 12


def test_the_plan_says_nothing_of_a_draft(as_: As, owner: User, project: Project, goal: str) -> None:
    TaskFactory(project=project)
    type_in(as_(owner), goal, goal="27 unger hver uge")

    for name in ("plan", "project", "fase-1"):
        assert "27 unger" not in as_(owner).get(reverse(name, args=[project.slug])).content.decode()
