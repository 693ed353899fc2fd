"""The session ran out while somebody wrote: they sign in and land on the form as they had filled it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import Draft, Project, WhyWhat
from tests.browser_client import Client
from tests.factories import UserFactory
from tests.forms import sent_by

As = Callable[[User], Client]
PASSWORD = "en-lang-nok-kode"


@pytest.fixture
def person(project: Project) -> User:
    person: User = UserFactory(password=PASSWORD, email="anne@pilebro.example")
    project.programme.memberships.create(user=person, role="editor")
    return person


@pytest.fixture
def goal(project: Project) -> str:
    return reverse("maal", args=[project.slug])


def carried(page: object) -> str:
    found = re.search(r'name="med_videre" value="([^"]+)"', page.content.decode())  # type: ignore[attr-defined]
    return found[1] if found else ""


def sign_in(client: Client, address: str, kept: str, email: str, password: str = PASSWORD) -> object:
    return client.post(address, {"login": email, "password": password, "med_videre": kept})


def test_signing_in_lands_on_the_filled_form_and_saves_nothing_by_itself(
    as_: As, person: User, goal: str, client: Client
) -> None:
    typed = sent_by(as_(person).get(goal)) | {"goal": "27 unger hver uge"}

    asked = client.post(goal, typed)
    assert asked.status_code == 200
    assert "Du er blevet logget ud" in asked.content.decode()
    page = sign_in(client, goal, carried(asked), person.email)

    assert page.status_code == 200
    assert sent_by(page)["goal"] == "27 unger hver uge"
    assert "Du er logget ind igen" in page.content.decode()
    assert not WhyWhat.objects.filter(goal__contains="unger").exists()
    client.post(goal, sent_by(page))
    assert WhyWhat.objects.filter(goal="27 unger hver uge").exists()
    assert not Draft.objects.exists()


def test_a_wrong_password_loses_nothing(as_: As, person: User, goal: str, client: Client) -> None:
    asked = client.post(goal, sent_by(as_(person).get(goal)) | {"goal": "27 unger"})

    wrong = sign_in(client, goal, carried(asked), person.email, "forkert-kode-her")

    assert "passer ikke sammen" in wrong.content.decode()
    assert f'action="{goal}"' in wrong.content.decode()
    assert sent_by(sign_in(client, goal, carried(wrong), person.email))["goal"] == "27 unger"


def test_somebody_else_who_signs_in_there_does_not_get_it(
    as_: As, person: User, project: Project, goal: str, client: Client
) -> None:
    other: User = UserFactory(password=PASSWORD, email="bo@pilebro.example")
    project.programme.memberships.create(user=other, role="owner")
    asked = client.post(goal, sent_by(as_(person).get(goal)) | {"goal": "27 unger"})

    page = sign_in(client, goal, carried(asked), other.email)

    assert page.status_code == 302
    assert "27 unger" not in client.get(page["Location"]).content.decode()
    assert not Draft.objects.exists()


@pytest.mark.parametrize(("hours", "lands"), [(1.9, True), (2.1, False)])
def test_it_is_carried_for_two_hours(
    as_: As, person: User, goal: str, client: Client, hours: float, lands: bool
) -> None:
    asked = client.post(goal, sent_by(as_(person).get(goal)) | {"goal": "27 unger"})

    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        page = sign_in(client, goal, carried(asked), person.email)

    assert (page.status_code == 200) is lands


@pytest.mark.parametrize("kept", ["", "x", "\x00", "9" * 3000])
def test_what_we_did_not_sign_is_not_carried(person: User, goal: str, client: Client, kept: str) -> None:
    page = sign_in(client, goal, kept, person.email)

    assert page.status_code == 302
    assert page["Location"] == goal


def test_it_cannot_be_brought_to_another_address(
    as_: As, person: User, project: Project, goal: str, client: Client
) -> None:
    asked = client.post(goal, sent_by(as_(person).get(goal)) | {"goal": "27 unger"})
    elsewhere = reverse("hvorfor", args=[project.slug])

    assert sign_in(client, elsewhere, carried(asked), person.email).status_code == 302


def test_a_form_that_does_not_say_whom_it_was_shown_to_leads_to_the_sign_in_page(goal: str, client: Client) -> None:
    assert client.post(goal, {"goal": "27 unger"}).status_code == 302


def test_the_script_is_told_that_the_person_is_signed_out(goal: str, client: Client) -> None:
    response = client.post(goal, {"goal": "x", "gem-kladde": "1"}, headers={"Accept": "application/json"})

    assert response.status_code == 401


class TestAnOldPage:
    """Its token is not the browser's any more: the person signed out and in again in another tab."""

    def test_what_was_written_comes_back_with_a_button(self, person: User, goal: str) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(person)
        typed = sent_by(client.get(goal)) | {"goal": "27 unger"}
        client.logout()
        client.force_login(person)

        page = client.post(goal, typed)
        assert page.status_code == 403
        assert "Det, du skrev, er her endnu." in page.content.decode()
        assert client.post(goal, sent_by(page)).status_code == 302
        assert WhyWhat.objects.filter(goal="27 unger").exists()

    def test_a_form_of_somebody_elses_gives_nothing(self, as_: As, person: User, owner: User, goal: str) -> None:
        typed = sent_by(as_(owner).get(goal)) | {"goal": "27 unger"}
        client = Client(enforce_csrf_checks=True)
        client.force_login(person)

        page = client.post(goal, typed)

        assert page.status_code == 403
        assert "27 unger" not in page.content.decode()

    @pytest.fixture
    def asked(self, as_: As, person: User, goal: str) -> Client:
        """The sign-in page with what the person wrote in it, in a browser that looks at the token."""
        client = Client(enforce_csrf_checks=True)
        client.kept = carried(  # type: ignore[attr-defined]
            client.post(goal, sent_by(as_(person).get(goal)) | {"goal": "27 unger"})
        )
        return client

    def test_the_sign_in_page_gives_it_back_to_whoever_signed_in_in_another_tab(
        self, asked: Client, person: User, goal: str
    ) -> None:
        asked.force_login(person)

        page = sign_in(asked, goal, asked.kept, person.email)  # type: ignore[attr-defined]

        assert page.status_code == 403
        assert PASSWORD not in page.content.decode()
        assert not WhyWhat.objects.filter(goal="27 unger").exists()
        assert asked.post(goal, sent_by(page)).status_code == 302
        assert WhyWhat.objects.filter(goal="27 unger").exists()

    def test_but_not_to_another(self, asked: Client, person: User, owner: User, goal: str) -> None:
        asked.force_login(owner)

        page = sign_in(asked, goal, asked.kept, person.email)  # type: ignore[attr-defined]

        assert page.status_code == 403
        assert "27 unger" not in page.content.decode()

    def test_and_asks_whoever_is_still_signed_out_again(self, asked: Client, person: User, goal: str) -> None:
        page = sign_in(asked, goal, asked.kept, person.email)  # type: ignore[attr-defined]

        assert page.status_code == 200
        assert carried(page) == asked.kept  # type: ignore[attr-defined]


class TestPastedLines:
    @pytest.fixture
    def address(self, project: Project) -> str:
        return reverse("opgaver-flere", args=[project.slug])

    @pytest.mark.parametrize("step", ["box", "lines"])
    def test_signing_in_gives_them_back_and_writes_nothing(
        self, as_: As, person: User, project: Project, address: str, step: str
    ) -> None:
        signed_in, client = as_(person), Client()
        typed = {"lines": "Finde lokale\nTale med skolen"}
        page = signed_in.get(address) if step == "box" else signed_in.post(address, typed)
        hidden = dict(re.findall(r'name="(skrevet_af|seen)" value="([^"]+)"', page.content.decode()))

        asked = client.post(address, typed | hidden | {"take": ["0", "1"]})
        page = sign_in(client, address, carried(asked), person.email)

        assert page.status_code == 200
        assert "Finde lokale\nTale med skolen" in page.content.decode()
        assert not project.tasks.exists()
        shown = client.post(address, typed | {"again": "1"})
        assert "2 linjer er læst" in shown.content.decode()


class TestTheEnd:
    @pytest.fixture
    def signed_in(self, person: User, client: Client) -> Client:
        client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
        return client

    def at(self, left: timedelta) -> time_machine.travel:
        return time_machine.travel(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE) - left)

    def test_opening_a_page_begins_the_time_again(self, signed_in: Client, goal: str) -> None:
        with self.at(timedelta(minutes=4)):
            assert 'data-session-end="43' in signed_in.get(goal).content.decode()

    def test_five_minutes_before_the_last_end_the_page_says_so(self, signed_in: Client, goal: str) -> None:
        assert 'data-session-end="43' in signed_in.get(goal).content.decode()
        session = signed_in.session
        session["began_at"] -= int(timedelta(days=14, minutes=-4).total_seconds())
        session.save()
        page = signed_in.get(goal).content.decode()

        assert "Om højst fem minutter bliver du logget ud." in page
        assert "er gemt som din kladde" in page
        assert "<template" not in page

    def test_the_button_begins_the_time_again(self, signed_in: Client, goal: str) -> None:
        with self.at(timedelta(minutes=4)):
            assert signed_in.post(reverse("stay"), headers={"Referer": f"http://testserver{goal}"}).url == goal
        with self.at(timedelta(minutes=-30)):
            page = signed_in.get(goal)
            assert page.status_code == 200
            assert "<template" in page.content.decode()

    def test_without_the_button_it_ends(self, signed_in: Client, goal: str) -> None:
        with self.at(timedelta(minutes=4)):
            ask = {"ask": "1"}
            left = signed_in.post(reverse("stay"), ask, headers={"Accept": "application/json"}).json()["left"]
            assert 200 <= left <= 240
        with self.at(timedelta(minutes=-1)):
            assert signed_in.get(goal).status_code == 302

    def test_only_whoever_is_signed_in_can_stay(self, client: Client) -> None:
        assert client.post(reverse("stay")).status_code == 302
        assert client.post(reverse("stay"), headers={"Accept": "application/json"}).status_code == 401


class TestAPassword:
    """Nothing that is sent with one is carried: it would stand readable in the page, or be changed by coming back."""

    NEW = "en-helt-anden-kode"

    @pytest.fixture
    def typed(self, as_: As, person: User) -> dict[str, str]:
        mark = as_(person).get(reverse("account_change_password")).context["written_by"]
        words = {"oldpassword": PASSWORD, "password1": self.NEW, "password2": self.NEW}
        return {**words, "skrevet_af": str(mark)}

    def test_signed_out_it_leads_to_the_sign_in_page_and_nothing_goes_along(
        self, client: Client, person: User, typed: dict[str, str]
    ) -> None:
        address = reverse("account_change_password")

        asked = client.post(address, typed, headers={"Referer": f"http://testserver{address}"})

        assert (asked.status_code, asked["Location"]) == (302, f"{reverse('account_login')}?next={address}")
        person.refresh_from_db()
        assert person.check_password(PASSWORD)

    @pytest.mark.parametrize("is_in", [True, False])
    def test_an_old_page_does_not_show_it(self, person: User, typed: dict[str, str], is_in: bool) -> None:
        client = Client(enforce_csrf_checks=True)
        if is_in:
            client.force_login(person)

        page = client.post(reverse("account_change_password"), typed)

        assert page.status_code == 403
        assert self.NEW not in page.content.decode()
        assert PASSWORD not in page.content.decode()
        assert not carried(page)
        person.refresh_from_db()
        assert person.check_password(PASSWORD)
