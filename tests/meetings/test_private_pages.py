"""On the big screen no private page is seen: in its place stands how to answer on one's own telephone."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Event, Meeting, Project, Rating
from projects.phases.analysis.rounds.actor_voice import actors_of, make_link
from projects.phases.analysis.rounds.services import join_as_member
from projects.phases.mapping.interview_notes import QUESTIONS
from tests.browser_client import Client
from tests.factories import ActorInterviewFactory, CandidacyFactory, ProjectFactory
from tests.meeting_rows import hold_meeting
from tests.rounds.eyes import ABOUT_ACTORS, places_of, seen_by
from tests.rounds.rows import first_of, guest, member, running, say
from tests.rounds.screens import in_one_line, questions, url

As = Callable[[User], Client]
COVERED = "Svar på din egen telefon"
OWN = "Zebraen har jeg selv set"


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    found: Candidacy = CandidacyFactory(project_actor__project=project, title="tovholder")
    return found


@pytest.fixture
def round_(owner: User, project: Project, candidacy: Candidacy) -> AssessmentRound:
    """The leader has answered in it."""
    round_ = running(project, owner, candidacy)
    say(join_as_member(user=owner, round_=round_), first_of(round_), 1, 2, 4, 5, reason=OWN)
    return round_


@pytest.fixture
def wall(as_: As, owner: User, project: Project) -> Client:
    """The leader's browser with a meeting on the big screen."""
    hold_meeting(project)
    meeting = Meeting.objects.filter(project=project).latest("pk")
    browser = as_(owner)
    Meeting.objects.filter(pk=meeting.pk).update(closed_at=None)
    browser.post(url("moede-begynd", meeting.pk))
    assert "big-screen" in browser.get(url("project")).content.decode()
    return browser


def test_nothing_of_the_leaders_own_is_on_the_wall_whatever_is_opened(
    wall: Client, owner: User, project: Project, round_: AssessmentRound
) -> None:
    link = make_link(by=owner, round_=round_, project_actor=actors_of(round_)[0])

    seen = seen_by(wall, places_of(project, round_), only=ABOUT_ACTORS)

    told = {place for place, text in seen.items() if OWN in text or link.token in text.replace(place, "")}
    assert told == set()
    assert COVERED in seen[url("runde", round_.pk)]


def test_no_address_no_answer_and_no_note_is_on_the_wall_whatever_is_opened(
    wall: Client, owner: User, editor: User, project: Project, round_: AssessmentRound
) -> None:
    """Also of people who have no name yet, and of what an actor said in a talk."""
    told = {question.field: f"Flamingo {number}" for number, question in enumerate(QUESTIONS)}
    ActorInterviewFactory(project_actor=actors_of(round_)[0], **told)
    say(guest(round_), first_of(round_), 1, 5, reason="Flodhesten")
    say(member(round_, name=""), first_of(round_), 1, 5, reason="Flodhesten")
    User.objects.filter(pk=editor.pk).update(name="Eva", is_staff=True, is_superuser=True)
    User.objects.filter(pk=owner.pk).update(is_staff=True, is_superuser=True)
    Event.objects.record(by=editor, project=project, text="rettede noget", about="maal")
    Event.objects.record(by=owner, project=project, text="rettede noget", about="maal")
    places = {
        **places_of(project, round_),
        "admin": [reverse("admin:index"), reverse("admin:accounts_user_changelist")],
    }
    secret = ["Flamingo", "Flodhesten", OWN, *User.objects.values_list("email", flat=True)]

    seen = seen_by(wall, places)

    assert [(place, each) for place, text in seen.items() for each in secret if each in text] == []
    assert "Siden er dækket" in seen[reverse("profile")]
    assert COVERED not in seen[reverse("profile")]
    assert "står ikke på storskærmen" in seen[url("vurder-ret", first_of(round_).candidacy_id)]
    assert "står ikke på storskærmen" in seen[url("fase-2")]
    owners = wall.get(reverse("accessibility")).content.decode()
    assert owner.email.partition("@")[0] in owners


def test_the_same_pages_tell_it_where_no_screen_is_on(as_: As, owner: User, round_: AssessmentRound) -> None:
    ActorInterviewFactory(project_actor=actors_of(round_)[0], knows="Flamingo")
    browser = as_(owner)

    for address in (url("vurder-ret", first_of(round_).candidacy_id), url("fase-2"), url("aktoersamtaler")):
        assert "Flamingo" in browser.get(address).content.decode()
    assert owner.email in browser.get(reverse("profile")).content.decode()
    assert owner.email in browser.get(url("project")).content.decode()


def test_the_covered_page_shows_the_way_in_and_how_to_see_it_here(wall: Client, round_: AssessmentRound) -> None:
    page = in_one_line(wall.get(questions(first_of(round_))))

    assert COVERED in page
    assert "uden at skrive koden" in page
    assert "Luk storskærm" in page
    assert "Trin 1" not in page.partition("<main")[2]


def test_the_button_of_the_leaders_page_leads_to_the_qr_code_on_the_wall_and_to_the_answers_else(
    as_: As, editor: User, wall: Client, round_: AssessmentRound
) -> None:
    led = url("runde-led", round_.pk)

    assert f'href="{url("runde-deltag", round_.pk)}">Svar selv på telefonen' in in_one_line(wall.get(led))
    assert f'href="{url("runde", round_.pk)}">Svar selv<' in in_one_line(as_(editor).get(led))


def test_another_leaders_browser_and_one_whose_screen_is_closed_see_the_page(
    as_: As, owner: User, editor: User, wall: Client, round_: AssessmentRound
) -> None:
    assert COVERED not in in_one_line(as_(editor).get(url("runde", round_.pk)))

    meeting = Meeting.objects.latest("pk")
    back = wall.post(url("moede-storskaerm", meeting.pk), {"luk": "1", "fra": questions(first_of(round_))})

    assert back.headers["Location"] == questions(first_of(round_))
    assert OWN in in_one_line(wall.get(questions(first_of(round_))))


def test_the_private_page_of_another_project_is_covered_too(wall: Client, owner: User, project: Project) -> None:
    other = ProjectFactory(programme=project.programme)
    round_ = running(other, owner)

    assert COVERED in in_one_line(wall.get(reverse("runde", args=[other.slug, round_.pk])))


def test_a_page_opened_before_follows_along_into_the_cover(wall: Client, round_: AssessmentRound) -> None:
    part = wall.get(url("runde", round_.pk), headers={"X-Following": "x"})

    assert "<main" not in part.content.decode()
    assert "storskærmen er tændt" in part.content.decode()
    assert OWN not in part.content.decode()


def test_what_a_page_opened_before_sends_is_kept_and_not_shown(wall: Client, round_: AssessmentRound) -> None:
    sent = {"will_answer": "3", "will_evidence": "observed", "will_reason": "Giraffen"}
    kept = wall.post(questions(first_of(round_)), sent, headers={"Accept": "application/json"})
    pressed = wall.post(questions(first_of(round_)), {"will_answer": "", "will_reason": "Giraffen"})

    assert "Gemt" in kept.json()["words"]
    assert Rating.objects.filter(reason="Giraffen", score=3).count() == 1
    assert "Giraffen" not in pressed.content.decode()


def test_a_meeting_that_is_over_covers_nothing(wall: Client, owner: User, round_: AssessmentRound) -> None:
    wall.post(url("moede-afslut", Meeting.objects.latest("pk").pk))

    assert COVERED not in in_one_line(wall.get(url("runde", round_.pk)))
