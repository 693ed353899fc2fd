"""The way in: the QR code is never refused, guessing a code is, and nobody takes all the seats."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import AssessmentRound, Event, Participant, Project, RoundNetwork
from projects.phases.analysis.rounds.codes import key_of, new_code, read_key
from projects.phases.analysis.rounds.networks import MOST_SEATS
from projects.phases.analysis.rounds.services import close_round
from tests.browser_client import Client
from tests.rounds.rows import guest, running
from tests.rounds.screens import in_one_line, url

As = Callable[[User], Client]
JOIN = reverse("deltag")
WRONG = "Koden passer ikke"
SCAN = "Scan QR-koden"


@pytest.fixture
def round_(project: Project, owner: User) -> AssessmentRound:
    return running(project, owner)


def by_key(code: str) -> str:
    return f"{JOIN}?noegle={key_of(code)}"


def by_code(code: str, address: str = "127.0.0.1", role: str = "resident") -> str:
    client = Client(REMOTE_ADDR=address)
    return client.post(JOIN, {"code": code, "role": role}, follow=True).content.decode()


def scans(code: str, address: str = "127.0.0.1") -> int:
    return Client(REMOTE_ADDR=address).post(by_key(code), {"role": "resident"}).status_code


def wrong_codes(times: int, address: str = "127.0.0.1") -> str:
    page = ""
    for _turn in range(times):
        page = by_code("BBBBBB", address)
    return page


def test_the_wall_shows_a_qr_code_that_asks_for_no_code(
    as_: As, owner: User, client: Client, round_: AssessmentRound
) -> None:
    asked = client.get(by_key(round_.code)).content.decode()

    assert "Hvilken rolle har du?" in asked
    assert "Hvad er koden?" not in asked
    assert round_.project.name in asked
    assert "uden at skrive koden" in as_(owner).get(url("runde-deltag", round_.pk)).content.decode()
    assert client.post(by_key(round_.code), {"role": "resident"}).headers["Location"] == reverse("deltager")
    assert Participant.objects.count() == 1


def test_a_key_is_its_code_and_nothing_near_it_is() -> None:
    code, other = new_code(), new_code()
    key = key_of(code)

    assert read_key(key) == code
    for near in (code, key[:-1], key + "A", other + key[6:], "", "\x00", "æ" * 40, key.lower()):
        assert read_key(near) == ""


@pytest.mark.parametrize("key", ["", "x", "BBBBBB", "\x00", "æ" * 500, "BBBBBBAAAAAAAAAAAAAAAA"])
def test_a_key_that_is_none_leads_to_the_page_with_the_code(client: Client, round_: AssessmentRound, key: str) -> None:
    page = client.get(JOIN, {"noegle": key}).content.decode()

    assert "Hvad er koden?" in page
    assert ("virker ikke mere" in page) is bool(key)


def test_the_key_dies_with_the_round(client: Client, owner: User, round_: AssessmentRound) -> None:
    code = round_.code
    close_round(by=owner, round_=round_)

    assert "virker ikke mere" in client.get(by_key(code)).content.decode()
    client.post(by_key(code), {"role": "resident"})
    assert not Participant.objects.exists()


def test_twenty_wrong_codes_hold_nobody_back(round_: AssessmentRound) -> None:
    assert WRONG in wrong_codes(21)

    by_code(round_.code)

    assert Participant.objects.count() == 1


def test_after_two_hundred_wrong_codes_the_phone_is_told_to_scan_and_scanning_works(round_: AssessmentRound) -> None:
    assert WRONG in wrong_codes(200)
    assert SCAN in wrong_codes(1)

    assert SCAN in by_code(round_.code)
    assert not Participant.objects.exists()
    for _phone in range(3):
        assert scans(round_.code) == 302
    assert SCAN not in by_code(round_.code, "192.0.2.7")
    assert Participant.objects.count() == 4


def test_a_right_code_in_the_middle_of_two_hundred_and_fifty_wrong_ones_is_read_and_the_key_always(
    round_: AssessmentRound,
) -> None:
    assert WRONG in wrong_codes(137)
    assert SCAN not in by_code(round_.code)
    assert scans(round_.code) == 302
    assert SCAN in wrong_codes(113)

    assert scans(round_.code) == 302
    # A phone that has its seat goes on, whatever is typed beside it.
    assert Participant.objects.count() == 3


def test_wrong_codes_from_anywhere_in_one_ipv6_home_count_together_and_the_neighbour_is_free(
    round_: AssessmentRound,
) -> None:
    for number in range(250):
        wrong_codes(1, f"2001:db8:7:7:{number + 1:x}::{number + 1:x}")

    assert SCAN in by_code(round_.code, "2001:db8:7:7::abc")
    assert scans(round_.code, "2001:db8:7:7::abc") == 302
    assert SCAN not in by_code(round_.code, "2001:db8:7:8::1")
    assert Participant.objects.count() == 2


def test_two_ipv4_callers_named_as_ipv6_are_two_networks(round_: AssessmentRound) -> None:
    wrong_codes(201, "::ffff:192.0.2.7")

    assert SCAN in by_code(round_.code, "::ffff:192.0.2.7")
    assert SCAN in by_code(round_.code, "192.0.2.7")
    assert WRONG in wrong_codes(1, "::ffff:192.0.2.8")
    assert SCAN not in by_code(round_.code, "::ffff:192.0.2.8")


def test_right_codes_are_not_counted_and_a_room_of_forty_sits_behind_one_address(round_: AssessmentRound) -> None:
    for _turn in range(40):
        by_code(round_.code)

    assert Participant.objects.count() == 40


def test_one_network_takes_some_of_the_seats_and_the_leader_is_told_and_may_let_more_in(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    for _turn in range(MOST_SEATS):
        assert scans(round_.code) == 302

    assert "lukke flere ind" in by_code(round_.code)
    assert scans(round_.code) == 200
    assert Participant.objects.count() == MOST_SEATS
    assert scans(round_.code, "192.0.2.7") == 302

    leader = as_(owner)
    page = in_one_line(leader.get(url("runde-led", round_.pk)))
    assert f"{MOST_SEATS} gæstepladser er taget fra ét netværk." in page
    assert "2 er afvist" in page
    leader.post(url("runde-luk-ind", round_.pk))
    assert scans(round_.code) == 302
    assert Event.objects.filter(text="lukkede flere gæster ind i vurderingsrunden").count() == 1


def test_the_addresses_of_one_ipv6_home_are_one_network(round_: AssessmentRound) -> None:
    for number in range(5):
        scans(round_.code, f"2001:db8:1:1::{number + 1:x}")
    scans(round_.code, "2001:db8:1:2::1")

    assert sorted(RoundNetwork.objects.values_list("seats", flat=True)) == [1, 5]
    assert not any("2001" in each for each in RoundNetwork.objects.values_list("network", flat=True))


def test_no_network_is_left_when_the_round_is_closed(owner: User, round_: AssessmentRound) -> None:
    scans(round_.code)

    close_round(by=owner, round_=round_)

    assert not RoundNetwork.objects.exists()


def test_one_browser_has_one_seat_in_a_round_however_it_comes_back(client: Client, round_: AssessmentRound) -> None:
    client.post(by_key(round_.code), {"role": "resident"})
    client.post(by_key(round_.code), {"role": "volunteer"})
    client.post(JOIN, {"code": round_.code, "role": "volunteer"})

    assert Participant.objects.count() == 1
    for address in (by_key(round_.code), f"{JOIN}?kode={round_.code}", JOIN):
        assert client.get(address).headers["Location"] == reverse("deltager")


def test_guests_with_the_same_role_are_told_apart_for_the_leader_and_for_themselves(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    browsers = [Client() for _each in range(3)]
    for browser, role in zip(browsers, ["resident", "volunteer", "resident"], strict=True):
        browser.post(by_key(round_.code), {"role": role})

    page = in_one_line(as_(owner).get(url("runde-led", round_.pk)))
    assert re.findall(r"(?:Beboer|Frivillig) \d", page)
    for name, browser in zip(["Beboer 1", "Frivillig 1", "Beboer 2"], browsers, strict=True):
        assert name in page
        assert f"du svarer som {name}" in in_one_line(browser.get(reverse("deltager")))


def test_a_number_is_not_given_again_while_a_later_guest_has_the_next(round_: AssessmentRound) -> None:
    for _turn in range(2):
        scans(round_.code)
    Participant.objects.order_by("pk").first().delete()  # type: ignore[union-attr]

    scans(round_.code)

    assert [str(each) for each in Participant.objects.order_by("pk")] == ["Beboer 2", "Beboer 3"]


def test_a_seat_that_is_out_makes_room_and_answers_no_more(client: Client, round_: AssessmentRound) -> None:
    client.post(by_key(round_.code), {"role": "resident"})
    Participant.objects.update(is_out=True)
    guest(round_)

    assert client.get(reverse("deltager")).status_code == 410
