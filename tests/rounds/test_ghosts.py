"""A guest whose tab is gone gets a new seat. The old one is told apart by how long nobody has looked at it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating
from projects.phases.analysis.rounds.actor_voice import actors_of, make_link
from projects.phases.analysis.rounds.codes import key_of
from tests.browser_client import Client
from tests.guards.pages import read_forms
from tests.rounds.people import show
from tests.rounds.rows import first_of, guest, member, running, say
from tests.rounds.screens import in_one_line, url

As = Callable[[User], Client]
KEPT = "Hvad gemmer vi om dig, og hvor længe?"


@pytest.fixture
def round_(owner: User, project: Project, candidacies: list[Candidacy]) -> AssessmentRound:
    return running(project, owner, *candidacies)


def way_in(round_: AssessmentRound) -> str:
    return reverse("deltag") + f"?noegle={key_of(round_.code)}"


def seen(person: Participant, minutes: int) -> None:
    Participant.objects.filter(pk=person.pk).update(seen_at=timezone.now() - timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("minutes", "told"), [(4, ""), (5, "i over 5 minutter"), (29, "i over 10 minutter"), (61, "i over en time")]
)
def test_the_leader_reads_who_has_been_away_and_finds_the_way_to_take_the_seat_out(
    as_: As, owner: User, round_: AssessmentRound, minutes: int, told: str
) -> None:
    ghost, stays, own = guest(round_, "Beboer"), guest(round_, "Nabo"), member(round_)
    for person in (ghost, own):
        say(person, first_of(round_), 1)
        seen(person, minutes)

    browser = as_(owner)
    page = in_one_line(browser.get(url("runde-led", round_.pk)))
    seats = in_one_line(browser.get(url("runde-pladser", round_.pk)))

    out = f"{url('runde-pladser', round_.pk)}?plads={ghost.pk}"
    assert (out in page) is bool(told)
    assert page.count(f"har ikke haft siden åben {told}") == (2 if told else 0)
    assert ("har ikke haft siden åben" in seats) is bool(told)
    assert told in seats
    assert f"?plads={stays.pk}" not in page
    assert f"?plads={own.pk}" not in page, "a member has one seat and comes back to it"
    [form] = [each for each in read_forms(in_one_line(browser.get(out))) if "seats" in each.fields]
    assert form.fields["seats"].value == str(ghost.pk), "the seat that was pressed is ticked, and no other"


def test_a_page_that_follows_tells_it_when_somebody_has_gone(as_: As, owner: User, round_: AssessmentRound) -> None:
    browser, address = as_(owner), url("runde-led", round_.pk)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        say(guest(round_, "Beboer"), first_of(round_), 1)
        mark = browser.get(address).headers["X-Mark"]
        clock.shift(timedelta(minutes=4))
        mark = browser.get(address, headers={"X-Following": mark}).headers.get("X-Mark", mark)
        clock.shift(timedelta(seconds=59))
        assert browser.get(address, headers={"X-Following": mark}).status_code == 204
        clock.shift(timedelta(seconds=1))
        assert "i over 5 minutter" in in_one_line(browser.get(address, headers={"X-Following": mark}))


def test_when_everything_is_shown_no_way_leads_to_taking_a_seat_out(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    ghost = guest(round_)
    say(ghost, first_of(round_), 1)
    seen(ghost, 12)
    show(round_)

    assert "?plads=" not in in_one_line(as_(owner).get(url("runde-led", round_.pk)))


@pytest.mark.parametrize("asked", ["", "x", "-1", "999999", "1 OR 1", "æ"])
def test_an_address_that_names_no_seat_ticks_none(as_: As, owner: User, round_: AssessmentRound, asked: str) -> None:
    guest(round_)

    page = as_(owner).get(url("runde-pladser", round_.pk), {"plads": asked})

    assert page.status_code == 200
    assert "checked" not in page.content.decode()


def test_a_guest_who_lost_the_tab_comes_again_is_told_what_to_say_and_counts_once(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    lost, found, about = Client(), Client(), reverse("deltager-svar", args=[first_of(round_).pk])
    lost.post(way_in(round_), {"role": "resident"})
    lost.post(about, {"will_answer": "2"})
    old = Participant.objects.get()
    seen(old, 12)

    asked = in_one_line(found.get(way_in(round_)))
    found.post(way_in(round_), {"role": "resident"})
    assert "Har du været med før på en anden telefon" in asked
    assert "Sig det til mødelederen" in asked.replace("sig det", "Sig det")
    assert "Beboer 2" in in_one_line(found.get(reverse("deltager")))
    found.post(about, {"will_answer": "4"})
    as_(owner).post(url("runde-pladser", round_.pk), {"seats": [str(old.pk)], "pressed": "1"})

    assert [(str(each.participant), each.score) for each in Rating.objects.select_related("participant")] == [
        ("Beboer 2", 4)
    ]


@pytest.mark.parametrize("by", ["participant", "seat", "plads", "seats", "number", "role_title", "pk"])
def test_nobody_sits_on_anothers_seat_whatever_is_sent(round_: AssessmentRound, by: str) -> None:
    first, thief = Client(), Client()
    first.post(way_in(round_), {"role": "resident"})
    first.post(reverse("deltager-svar", args=[first_of(round_).pk]), {"will_answer": "2", "will_reason": "Zebra"})
    own = Participant.objects.get()

    thief.get(f"{way_in(round_)}&{by}={own.pk}")
    thief.post(f"{way_in(round_)}&{by}={own.pk}", {"role": "resident", by: str(own.pk)})

    assert Participant.objects.count() == 2
    page = in_one_line(thief.get(reverse("deltager-svar", args=[first_of(round_).pk])))
    assert "Beboer 2" in page
    assert "Zebra" not in page


def test_the_pages_say_what_is_kept_of_whom(as_: As, owner: User, board: User, round_: AssessmentRound) -> None:
    link, phone, voice = make_link(by=owner, round_=round_, project_actor=actors_of(round_)[0]), Client(), Client()
    pages = {
        "guest joins": in_one_line(phone.get(way_in(round_))),
        "by code": in_one_line(phone.get(reverse("deltag"))),
    }
    phone.post(way_in(round_), {"role": "resident"})
    pages["guest"] = in_one_line(phone.get(reverse("deltager")))
    pages["voice begins"] = in_one_line(voice.get(reverse("stemme", args=[link.token])))
    voice.post(reverse("stemme", args=[link.token]))
    pages["voice"] = in_one_line(voice.get(reverse("deltager")))
    pages["member"] = in_one_line(as_(board).get(url("runde", round_.pk)))

    for name, page in pages.items():
        assert KEPT in page, name
        assert "Hvornår du sidst havde siden åben." in page, name
        assert "Det hele slettes, når runden lukkes." in page, name
        assert ("Din rolle og et nummer" in page) is (name in {"guest joins", "by code", "guest"}), name
        assert ("husker din plads i 30 dage" in page) is (name != "member"), name
        assert ("At du svarer for aktøren." in page) is (name in {"voice begins", "voice"}), name
    # Everything that the row of a guest holds is named there; a new column must be told of too.
    told = {"id", "round", "user", "role_title", "number", "is_out", "represents", "seen_at", "is_waited_for"}
    assert {field.name for field in Participant._meta.fields} == told
