"""What is kept when a round closes: numbers that nobody's answer can be read out of."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actors.concepts import Answer, Concept
from actors.spread import gather
from forankring.accounts.models import User
from projects.models import Participant, Project, Rating, RoundResult, RoundSubject
from projects.phases.analysis.assessments import Assessment
from projects.phases.analysis.rounds.results import keep_results, results_of
from projects.phases.analysis.rounds.reveal_services import agree, reveal
from projects.phases.analysis.rounds.services import close_round
from tests.browser_client import Client
from tests.factories import AssessmentRoundFactory, SharedScoreFactory
from tests.rounds.people import UNKNOWN, WILL, answer, candidacy, only_subject, opened

As = Callable[[User], Client]


@pytest.fixture
def subject(project: Project) -> RoundSubject:
    return only_subject(opened(project, candidacy(project)))


def page_of(client: Client, subject: RoundSubject) -> str:
    address = reverse("runde-resultat", args=[subject.round.project.slug, subject.round_id])
    return " ".join(client.get(address).content.decode().split())


@given(
    group=st.lists(st.sampled_from([1, 2, 3, 4, 5, UNKNOWN]), max_size=9),
    own=st.lists(st.sampled_from([1, 2, 3, 4, 5, UNKNOWN]), max_size=3),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_numbers_of_any_answers_are_kept_without_the_actors_own(
    subject: RoundSubject, group: list[Answer], own: list[Answer]
) -> None:
    Participant.objects.all().delete()
    RoundResult.objects.all().delete()
    answer(subject, *group, evidence="observed")
    answer(subject, *own, represents=subject.candidacy.project_actor)

    keep_results(subject.round)

    kept = results_of(subject.round)[subject.pk][WILL]
    assert kept.spread == gather(group)
    assert kept.voice == kept.lines == ()
    assert sum(kept.evidence) == (kept.spread.numeric if kept.spread.is_shown else 0)


def test_closing_deletes_every_answer_and_keeps_the_numbers(as_: As, board: User, subject: RoundSubject) -> None:
    answer(subject, 4, 4, 3, 2, 2, reasons=["Ord, der skal væk"], evidence="assumption")
    reveal(by=None, round_=subject.round)

    close_round(by=None, round_=subject.round)

    assert not Rating.objects.exists()
    assert not Participant.objects.exists()
    page = page_of(as_(board), subject)
    assert "De enkelte svar er slettet." in page
    assert "Median 3, spredning 2." in page
    assert "5 vurderede." in page
    assert "Det bygger I på: antagelse 5." in page
    assert "Ord, der skal væk" not in page
    assert "Rolle 0" not in page


def test_every_concept_asked_about_has_a_result_also_when_nobody_answered(
    as_: As, board: User, project: Project
) -> None:
    subject = only_subject(opened(project, candidacy(project), concepts=(Concept.MEANING, Concept.WILL)))

    close_round(by=None, round_=subject.round)

    assert set(results_of(subject.round)[subject.pk]) == {Concept.MEANING, Concept.WILL}
    assert page_of(as_(board), subject).count("Ingen svarede.") == 2


@pytest.mark.parametrize("answers", [(5,), (1, 5), (UNKNOWN, 1, 5)])
def test_of_under_three_scores_only_the_number_is_kept(subject: RoundSubject, answers: tuple[Answer, ...]) -> None:
    answer(subject, *answers, evidence="document")

    close_round(by=None, round_=subject.round)

    result = RoundResult.objects.get()
    assert (result.counts, result.evidence, result.median, result.spread) == ([], [], None, None)
    assert (result.numeric, result.unknown) == (len(answers) - answers.count(UNKNOWN), answers.count(UNKNOWN))


def test_what_was_agreed_stands_on_the_page_of_the_closed_round(as_: As, board: User, subject: RoundSubject) -> None:
    answer(subject, 3, 3, 4)
    reveal(by=None, round_=subject.round)
    agree(by=None, subject=subject, answers={WILL: Assessment(3, "conversation", "Vi har talt.", "En aftale.")})
    close_round(by=None, round_=subject.round)

    page = page_of(as_(board), subject)

    assert "<strong>Jeres fælles vurdering:</strong> 3 af 5 – delvist. Vi har talt." in page
    assert "En aftale." in page


def test_a_running_round_has_no_result_yet(as_: As, board: User, subject: RoundSubject) -> None:
    address = reverse("runde-resultat", args=[subject.round.project.slug, subject.round_id])

    response = as_(board).get(address)

    assert response.url == reverse("runde-afsloering", args=[subject.round.project.slug, subject.round_id])


def test_the_result_is_drawn_and_what_was_disagreed_on_stands_first(as_: As, board: User, project: Project) -> None:
    round_ = opened(project, candidacy(project), candidacy(project, "Biblioteket"))
    calm, apart = round_.subjects.order_by("position")
    answer(calm, 3, 3, 3)
    answer(apart, 1, 3, 5)
    close_round(by=None, round_=round_)

    page = page_of(as_(board), calm)

    assert page.count("picture-strip") == 2
    listed = page.split("Her så I forskelligt på det")[1].split("</ol>")[0]
    assert "Biblioteket" in listed
    assert "Skolen" not in listed


def test_a_closed_round_is_read_as_it_stood(as_: As, board: User, project: Project, subject: RoundSubject) -> None:
    """What the group said before it stands beside; what it has said since does not."""
    days = {date(2025, 3, 1): 2, timezone.localdate() + timedelta(days=1): 5}
    for day, score in days.items():
        held = AssessmentRoundFactory(project=project, held_on=day)
        SharedScoreFactory(candidacy=subject.candidacy, round=held, concept=WILL, score=score)
    close_round(by=None, round_=subject.round)

    page = page_of(as_(board), subject)

    assert "<strong>Sidst:</strong> 2 af 5 – i mindre grad" in page
    assert "5 af 5" not in page
    assert "I skrev ingen fælles vurdering i runden." in page
