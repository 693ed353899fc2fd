"""The meeting pack: what everyone should have read before the meeting, as page and PDF."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.meetings.pack import MOST_HOLES, build_pack, disagreements_of, news_since
from projects.models import AssessmentRound, Event, Meeting, Project, RoundResult, RoundSubject
from projects.phases.facts import facts_of
from projects.phases.health import all_findings
from projects.phases.health.finding import Severity
from projects.phases.health.services import accept_finding
from tests.browser_client import Client
from tests.documents.checks import assert_accessible, assert_nothing_is_cut, assert_nothing_touches_the_margins, text_of
from tests.factories import ActionFactory, CandidacyFactory, OpenQuestionFactory
from tests.letting_go import DecisionFactory
from tests.meeting_rows import MeetingFactory, NextStepFactory

As = Callable[[User], Client]
TODAY = date(2026, 11, 21)


def pack_of(client: Client, meeting: Meeting, name: str = "moede-oplaeg") -> str:
    response = client.get(reverse(name, args=[meeting.project.slug, meeting.pk]))
    assert response.status_code == 200
    return response.content.decode()


def wrote(project: Project, text: str, day: datetime) -> None:
    event = Event.objects.create(programme=project.programme, project=project, text=text)
    Event.objects.filter(pk=event.pk).update(at=day)


def closed_round(project: Project, **spreads: tuple[int, list[int]]) -> AssessmentRound:
    """A closed round about one candidacy: concept → spread, and how many chose each step."""
    now = timezone.now()
    round_ = AssessmentRound.objects.create(project=project, held_on=TODAY, opened_at=now, closed_at=now)
    candidacy = CandidacyFactory(project_actor__project=project, title="tovholder")
    subject = RoundSubject.objects.create(round=round_, candidacy=candidacy, position=1)
    for concept, (spread, counts) in spreads.items():
        RoundResult.objects.create(
            subject=subject, concept=concept, numeric=sum(counts), unknown=0, counts=counts, median=3, spread=spread
        )
    return round_


def test_the_first_meeting_tells_what_has_happened_so_far(project: Project) -> None:
    wrote(project, "tilføjede opgaven O1", datetime(2026, 9, 1, 12, tzinfo=UTC))

    pack = build_pack(MeetingFactory(project=project), TODAY)

    assert pack.last is None
    assert [each.text for each in pack.news] == ["tilføjede opgaven O1"]


def test_only_what_was_done_after_the_last_meeting_is_new(project: Project) -> None:
    noon = datetime(2026, 9, 24, 12, tzinfo=UTC)
    MeetingFactory(project=project, held_on=noon.date(), closed_at=noon)
    wrote(project, "rettede målet", noon - timedelta(minutes=1))
    for minutes in (1, 2, 3):
        wrote(project, "rettede opgaven O1", noon + timedelta(minutes=minutes))
    meeting = MeetingFactory(project=project, held_on=date(2027, 4, 15))

    news = build_pack(meeting, TODAY).news

    assert [(each.text, each.times, each.on) for each in news] == [("rettede opgaven O1", 3, noon.date())]


def test_a_meeting_closed_days_later_still_ended_on_its_day(project: Project) -> None:
    MeetingFactory(project=project, held_on=date(2026, 9, 24), closed_at=datetime(2026, 10, 9, 12, tzinfo=UTC))
    wrote(project, "rettede målet", datetime(2026, 9, 30, 12, tzinfo=UTC))

    assert len(build_pack(MeetingFactory(project=project, held_on=date(2027, 4, 15)), TODAY).news) == 1


def test_a_meeting_that_is_only_planned_is_not_the_last_one(project: Project) -> None:
    held = MeetingFactory(project=project, held_on=date(2026, 9, 24))
    MeetingFactory(project=project, held_on=date(2026, 12, 1))

    assert build_pack(MeetingFactory(project=project, held_on=date(2027, 4, 15)), TODAY).last == held


def test_the_pack_names_no_person(as_: As, owner: User, project: Project) -> None:
    Event.objects.record(by=owner, project=project, text="tilføjede opgaven O1")
    meeting = MeetingFactory(project=project)

    shown = pack_of(as_(owner), meeting)

    news = shown[shown.index("Nyt siden sidst") : shown.index("Planens vigtigste svagheder")]
    assert "Nogen tilføjede opgaven O1" in news
    assert str(owner) not in news


def test_what_was_agreed_last_time_comes_again_until_it_is_done(as_: As, owner: User, project: Project) -> None:
    last = MeetingFactory(project=project, held_on=date(2020, 9, 24))
    DecisionFactory(project=project, meeting=last, text="A10 er reserve.")
    NextStepFactory(meeting=last, text="Ringe til skolen", due_on=date(2020, 10, 1))
    NextStepFactory(meeting=last, text="Skrive til foreningen", done_on=date(2020, 10, 2))
    before = MeetingFactory(project=project, held_on=date(2020, 1, 1))
    NextStepFactory(meeting=before, text="Gjort for længst", done_on=date(2020, 1, 5))
    NextStepFactory(meeting=before, text="Glemt siden vinteren")

    shown = pack_of(as_(owner), MeetingFactory(project=project, held_on=date(2099, 1, 1)))

    for words in (
        "A10 er reserve.",
        "skulle være gjort 1. oktober 2020",
        "gjort 2. oktober 2020",
        "Glemt siden vinteren",
    ):
        assert words in shown
    assert "Gjort for længst" not in shown


def test_a_board_takes_three_decisions_and_the_rest_can_wait(project: Project) -> None:
    for number in range(5):
        OpenQuestionFactory(project=project, question=f"Spørgsmål {number}", for_deciding_body=True)

    board = build_pack(MeetingFactory(project=project), TODAY)
    workshop = build_pack(MeetingFactory(project=project, kind="analysis"), TODAY)

    assert len(board.decide) == 3
    assert board.decide + board.can_wait == workshop.decide
    assert workshop.can_wait == []


def test_the_holes_are_the_heaviest_findings_and_the_rest_as_a_number(project: Project) -> None:
    for _ in range(MOST_HOLES + 4):
        ActionFactory(project=project, deadline=date(2020, 1, 1))

    pack = build_pack(MeetingFactory(project=project), TODAY)

    order = [str(severity.label) for severity in Severity]
    weights = [order.index(each.weight) for each in pack.holes]
    assert len(pack.holes) == MOST_HOLES
    assert pack.more_holes >= 4
    assert weights == sorted(weights)


def test_what_the_group_has_chosen_to_live_with_is_no_hole(owner: User, project: Project) -> None:
    ActionFactory(project=project, deadline=date(2020, 1, 1))
    meeting = MeetingFactory(project=project)
    first = build_pack(meeting, TODAY).holes[0]
    finding = next(each for each in all_findings(facts_of(project)) if str(each.text) == first.text)

    accept_finding(by=owner, project=project, finding=finding, reason="Det er aftalt.")

    assert first.text not in [each.text for each in build_pack(meeting, TODAY).holes]


def test_the_widest_disagreement_comes_first_and_agreement_is_left_out(project: Project) -> None:
    round_ = closed_round(
        project,
        **{
            Concept.UNDERSTANDING: (1, [0, 0, 2, 1, 0]),
            Concept.ABILITY: (2, [0, 1, 1, 1, 0]),
            Concept.WILL: (4, [1, 0, 1, 0, 1]),
        },
    )

    found = disagreements_of(round_)

    assert [(each.concept, each.words) for each in found] == [
        ("Vilje", "fra 1 til 5 (3 vurderinger)"),
        ("Evne", "fra 2 til 4 (3 vurderinger)"),
    ]


def test_a_round_that_is_still_running_says_nothing(as_: As, owner: User, project: Project) -> None:
    round_ = closed_round(project, **{Concept.WILL: (4, [1, 0, 1, 0, 1])})
    AssessmentRound.objects.filter(pk=round_.pk).update(closed_at=None)

    assert "I har ikke holdt en vurderingsrunde endnu." in pack_of(as_(owner), MeetingFactory(project=project))


def test_news_are_counted_by_what_was_done(project: Project) -> None:
    for _ in range(30):
        Event.objects.create(programme=project.programme, project=project, text="rettede planen")

    assert [(each.text, each.times) for each in news_since(project, None)] == [("rettede planen", 30)]


def test_what_happened_by_itself_was_done_by_nobody(as_: As, owner: User, project: Project) -> None:
    meeting = MeetingFactory(project=project)
    for text in ("rettede planen", "Vurderingsrunden lukkede af sig selv."):
        Event.objects.record(by=None, project=project, text=text)

    page = as_(owner).get(reverse("moede-oplaeg", args=[project.slug, meeting.pk])).content.decode()

    assert "Nogen rettede planen (" in page
    assert "<li>Vurderingsrunden lukkede af sig selv (" in page


def test_the_pack_and_its_file_say_the_same(as_: As, owner: User, project: Project, tmp_path: Path) -> None:
    meeting = MeetingFactory(project=project, place="Beboerhuset", present=["Formand", "Skoleleder"])
    OpenQuestionFactory(project=project, question="Hvem dækker sommerferien?", for_deciding_body=True)
    closed_round(project, **{Concept.WILL: (4, [1, 0, 1, 0, 1])})

    response = as_(owner).get(reverse("moede-oplaeg-pdf", args=[project.slug, meeting.pk]))

    assert response.headers["Content-Type"] == "application/pdf"
    assert 'filename="moedepakke-lektiecafeen-2026-09-24.pdf"' in response.headers["Content-Disposition"]
    words = text_of(response.content)
    for told in ("Formand, Skoleleder", "Hvem dækker sommerferien?", "fra 1 til 5", "Se, hvor I står"):
        assert told in words
    assert_accessible(response.content, tmp_path)
    assert_nothing_is_cut(response.content)
    assert_nothing_touches_the_margins(response.content, tmp_path)


@pytest.mark.usefixtures("db")
def test_the_examples_next_board_meeting_has_a_pack_of_two_pages(tmp_path: Path, as_: As) -> None:
    with time_machine.travel(datetime(2026, 11, 21, 12, tzinfo=UTC), tick=False):
        call_command("demo", verbosity=0)
        meeting = Meeting.objects.order_by("held_on").last()
        assert meeting
        client = as_(User.objects.get(email="bestyrelse@pilebro.example"))

        response = client.get(reverse("moede-oplaeg-pdf", args=[meeting.project.slug, meeting.pk]))

    words = text_of(response.content)
    assert "Hvem har ansvaret for O1 Være tovholder" in words
    assert "Få fire timer om ugen ind i skolens plan" in words
    assert "2 af 2" in words
    assert_accessible(response.content, tmp_path)
    assert_nothing_touches_the_margins(response.content, tmp_path)
