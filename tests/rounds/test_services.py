"""Opening, answering and ending a round: what is written, what is refused, and what is gone afterwards."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.concepts import UNKNOWN, Concept
from forankring.accounts.models import User
from projects.models import (
    AssessmentRound,
    Candidacy,
    Event,
    Participant,
    Project,
    Rating,
    RoundResult,
    RoundSubject,
    SharedScore,
)
from projects.phases.analysis.rounds.answer_services import NotTakenError, RepresentsSeenError, represent, save_answers
from projects.phases.analysis.rounds.answers import Said, answers_by
from projects.phases.analysis.rounds.services import (
    HasSharedScoresError,
    RoundIsOverError,
    RunningRoundError,
    cancel_round,
    change_deadline,
    close_round,
    join_as_member,
    open_round,
    stop_waiting,
)
from projects.phases.analysis.rounds.state import Ended
from tests.factories import CandidacyFactory, SharedScoreFactory
from tests.rounds.rows import first_of, guest, member, running, say


@pytest.fixture
def round_(project: Project, owner: User) -> AssessmentRound:
    return running(project, owner)


def test_a_round_asks_about_its_subjects_in_their_order(project: Project, editor: User) -> None:
    candidacies: list[Candidacy] = [CandidacyFactory(project_actor__project=project) for _each in range(3)]
    candidacies.reverse()

    opened = open_round(by=editor, project=project, subjects=candidacies, concepts=[Concept.WILL, Concept.MEANING])

    assert opened.is_running
    assert opened.concepts == ["meaning", "will"]
    assert (opened.deadline, opened.shows_names, len(opened.code)) == (None, False, 6)
    assert [each.candidacy for each in opened.subjects.order_by("position")] == candidacies
    assert Event.objects.get().text == "åbnede en vurderingsrunde"


def test_one_round_runs_at_a_time(project: Project, owner: User, editor: User, round_: AssessmentRound) -> None:
    with pytest.raises(RunningRoundError):
        running(project, editor)

    close_round(by=owner, round_=round_)
    assert running(project, editor).is_running
    assert AssessmentRound.objects.count() == 2


def test_a_member_has_one_seat_and_none_in_a_round_that_is_over(owner: User, round_: AssessmentRound) -> None:
    assert join_as_member(user=owner, round_=round_) == join_as_member(user=owner, round_=round_)
    assert Participant.objects.count() == 1

    close_round(by=owner, round_=round_)
    with pytest.raises(RoundIsOverError):
        join_as_member(user=owner, round_=round_)


def test_an_answer_is_kept_and_changed_and_none_is_lost_by_another_screen(round_: AssessmentRound) -> None:
    person, subject = member(round_), first_of(round_)

    say(person, subject, 4, UNKNOWN, 2, 5)
    assert answers_by(person)[subject.pk][Concept.MEANING] == Said(UNKNOWN, "conversation", "")

    save_answers(
        participant=person, subject=subject, answers={Concept.WILL: Said(1, "observed", "Nej"), Concept.MEANING: Said()}
    )
    kept = answers_by(person)[subject.pk]
    assert kept[Concept.WILL] == Said(1, "observed", "Nej")
    assert [kept[concept].answer for concept in Concept] == [4, UNKNOWN, 2, 1]
    assert not Event.objects.filter(by=person.user).exists(), "that somebody answered is nobody's to read"


def test_only_what_the_round_asks_about_is_kept(project: Project, owner: User) -> None:
    round_ = running(project, owner, concepts=[Concept.WILL])
    person = member(round_)

    say(person, first_of(round_), 1, 2, 3, 4)

    assert [(each.concept, each.score) for each in Rating.objects.all()] == [("will", 4)]


def test_answers_end_at_the_reveal_of_that_actor_alone(project: Project, owner: User) -> None:
    both = [CandidacyFactory(project_actor__project=project) for _each in range(2)]
    round_ = running(project, owner, *both)
    person = member(round_)
    shown, hidden = round_.subjects.order_by("position")
    RoundSubject.objects.filter(pk=shown.pk).update(revealed_at=timezone.now())

    with pytest.raises(NotTakenError) as refused:
        say(person, shown, 4)
    assert refused.value.why is Ended.REVEALED
    say(person, hidden, 4)
    assert Rating.objects.get().subject == hidden


def test_answers_end_at_the_deadline_and_go_on_with_more_time(project: Project, owner: User) -> None:
    round_ = running(project, owner, deadline=timezone.now() - timedelta(seconds=1))
    person = member(round_)

    with pytest.raises(NotTakenError) as refused:
        say(person, first_of(round_), 4)
    assert refused.value.why is Ended.TOO_LATE

    change_deadline(by=owner, round_=round_, deadline=None)
    say(person, first_of(round_), 4)
    assert Rating.objects.count() == 1


def test_closing_keeps_the_numbers_and_deletes_the_answers_and_who_gave_them(
    owner: User, round_: AssessmentRound
) -> None:
    subject = first_of(round_)
    for scores in ((1, 2, 3, 4), (2, 3, UNKNOWN, 4), (4, 3, 5, 4), (5, 3, UNKNOWN, 4)):
        say(member(round_), subject, *scores, reason="Hemmeligt")

    closed = close_round(by=owner, round_=round_)

    assert (closed.code, closed.is_running) == ("", False)
    assert not Rating.objects.exists()
    assert not Participant.objects.exists()
    results = {each.concept: each for each in RoundResult.objects.all()}
    understanding = results["understanding"]
    assert (understanding.numeric, understanding.median, understanding.spread) == (4, 3, 4)
    assert understanding.counts == [1, 1, 0, 1, 1]
    ability = results["ability"]
    assert (ability.numeric, ability.unknown, ability.median, ability.counts) == (2, 2, None, [])


def test_a_round_that_nobody_answered_can_be_closed(owner: User, round_: AssessmentRound) -> None:
    close_round(by=owner, round_=round_)

    assert {each.numeric for each in RoundResult.objects.all()} == {0}


def test_the_voice_of_the_actor_does_not_count_with_the_group(owner: User, round_: AssessmentRound) -> None:
    subject = first_of(round_)
    for score in (2, 2, 2):
        say(member(round_), subject, score)
    voice = guest(round_)
    say(voice, subject, 5)
    represent(participant=voice, project_actor=subject.candidacy.project_actor)

    close_round(by=owner, round_=round_)

    assert RoundResult.objects.get(concept="understanding").counts == [0, 3, 0, 0, 0]


def test_two_leaders_close_once(owner: User, editor: User, round_: AssessmentRound) -> None:
    close_round(by=owner, round_=round_)

    for late in (close_round, cancel_round):
        with pytest.raises(RoundIsOverError):
            late(by=editor, round_=round_)
    assert RoundResult.objects.count() == 4
    assert list(Event.objects.order_by("pk").values_list("by", "text")) == [
        (owner.pk, "åbnede en vurderingsrunde"),
        (owner.pk, "lukkede vurderingsrunden"),
    ]


def test_breaking_off_leaves_nothing_but_the_line_that_says_so(owner: User, round_: AssessmentRound) -> None:
    say(member(round_), first_of(round_), 4, 4, 4, 4)

    cancel_round(by=owner, round_=round_)

    for model in (AssessmentRound, RoundSubject, Participant, Rating, RoundResult):
        assert not model._default_manager.exists()
    assert Event.objects.order_by("-pk")[0].text == "afbrød vurderingsrunden"


def test_what_the_group_has_agreed_on_is_not_broken_off(owner: User, round_: AssessmentRound) -> None:
    SharedScoreFactory(round=round_, candidacy=first_of(round_).candidacy)

    with pytest.raises(HasSharedScoresError):
        cancel_round(by=owner, round_=round_)
    close_round(by=owner, round_=round_)
    assert SharedScore.objects.count() == 1


def test_whose_voice_it_is_stands_once_the_answers_are_shown(owner: User, round_: AssessmentRound) -> None:
    subject, voice = first_of(round_), guest(round_)
    actor = subject.candidacy.project_actor
    represent(participant=voice, project_actor=actor)
    RoundSubject.objects.update(revealed_at=timezone.now())

    with pytest.raises(RepresentsSeenError):
        represent(participant=voice, project_actor=None)
    with pytest.raises(RepresentsSeenError):
        represent(participant=guest(round_), project_actor=actor)


def test_nobody_loses_seat_or_answer_by_not_being_waited_for(owner: User, round_: AssessmentRound) -> None:
    silent, spoke = guest(round_), guest(round_)
    say(spoke, first_of(round_), 3)

    for each in (silent, spoke, member(round_)):
        stop_waiting(by=owner, participant=each)
        stop_waiting(by=owner, participant=each)

    assert Participant.objects.filter(is_waited_for=False).count() == 3
    assert Rating.objects.count() == 1
    assert Event.objects.filter(text="venter ikke længere på én i vurderingsrunden").count() == 3


def test_a_late_answer_to_a_round_that_is_over_is_refused(owner: User, round_: AssessmentRound) -> None:
    person, subject = member(round_), first_of(round_)
    close_round(by=owner, round_=round_)

    with pytest.raises(NotTakenError) as refused:
        say(person, subject, 4)
    assert refused.value.why is Ended.GONE
