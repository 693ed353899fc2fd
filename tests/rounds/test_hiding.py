"""Whom an answer hides behind, and what a leader who tries can read: invented guests, few at a time, one person fewer.

Each test shows the same pages for different values of one person's answer. What differs has told something.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import example, given
from hypothesis import strategies as st

from actors.concepts import UNKNOWN, Answer, Concept
from actors.spread import are_enough
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating, RoundResult, RoundSubject
from projects.phases.analysis.rounds.answer_services import save_answers
from projects.phases.analysis.rounds.answers import Said
from projects.phases.analysis.rounds.distribution import Distribution, distribute
from projects.phases.analysis.rounds.enough import RULE, threshold_of
from projects.phases.analysis.rounds.services import close_round, join_as_member
from tests.browser_client import Client
from tests.factories import CandidacyFactory
from tests.rounds.people import show
from tests.rounds.rows import first_of, guest, member, running, say
from tests.rounds.screens import in_one_line as text
from tests.rounds.screens import questions, url

As = Callable[[User], Client]
VALUES: list[tuple[Answer, str]] = [(each, reason) for each in (1, 3, 5, UNKNOWN) for reason in ("", "Hemmeligheden")]
WILL = Concept.WILL


@pytest.fixture
def round_(owner: User, project: Project, candidacy: Candidacy) -> AssessmentRound:
    return running(project, owner, candidacy, concepts=[WILL])


def answer(person: Participant, subject: RoundSubject, said: Answer, reason: str = "") -> None:
    save_answers(participant=person, subject=subject, answers={WILL: Said(said, "conversation", reason)})


def pages(leader: Client, round_: AssessmentRound) -> list[str]:
    """What whoever leads can open, without what changes each time, and what would be kept."""
    seen = opened(leader, round_)
    with transaction.atomic():
        close_round(by=None, round_=AssessmentRound.objects.get(pk=round_.pk))
        seen.append(
            repr(list(RoundResult.objects.order_by("pk").values_list("numeric", "unknown", "counts", "median")))
        )
        transaction.set_rollback(True)
    return seen


def opened(leader: Client, round_: AssessmentRound) -> list[str]:
    names = ["runde-led", "runde-afsloering", "runde-luk", "runde-afbryd", "runde-pladser", "runder"]
    urls = [*(url(name, round_.pk) if name != "runder" else url(name) for name in names)]
    urls += [url("runde-aktoer", round_.pk, subject.pk) for subject in round_.subjects.order_by("position")]
    seen = []
    for each in urls:
        for headers in ({}, {"X-Following": "x"}):
            page = leader.get(each, headers=headers)
            seen.append(f"{page.headers.get('X-Mark', '')} {bare(text(page))}")
    return seen


def bare(page: str) -> str:
    return re.sub(r'name="(csrfmiddlewaretoken|fane)" value="[^"]*"|nonce="[^"]*"|value="[^"]{40,}"', "", page)


def what_each_value_shows(leader: Client, round_: AssessmentRound, victim: Participant) -> list[list[str]]:
    """The leader's pages for each value the victim could have answered, as if they had answered so from the start."""
    seen = []
    for said, reason in VALUES:
        is_unknown = said is UNKNOWN
        rows = Rating.objects.filter(participant=victim)
        rows.update(score=None if is_unknown else said, is_unknown=is_unknown, reason=reason)
        seen.append(pages(leader, round_))
    return seen


def test_the_leaders_pages_are_the_same_whatever_somebody_tapped(as_: As, owner: User, round_: AssessmentRound) -> None:
    """Through the page's own saving, for it is that which could hold something back."""
    victim = member(round_)
    assert victim.user is not None
    browser, subject, seen = as_(victim.user), first_of(round_), []
    with time_machine.travel(timezone.now(), tick=False):
        for said, reason in VALUES:
            Rating.objects.all().delete()
            step = "unknown" if said is UNKNOWN else str(said)
            sent = {"will_answer": step, "will_reason": reason}
            kept = browser.post(questions(subject), sent, headers={"Accept": "application/json"})
            assert kept.json()["words"].startswith("Gemt")
            seen.append(pages(as_(owner), round_))

    assert differences(seen) == []
    assert "<strong>1 af 1</strong> er færdige." in seen[0][0]


@pytest.mark.parametrize("invented", [0, 2, 3])
@pytest.mark.parametrize("leader_answers", [True, False])
def test_invented_guests_do_not_make_one_members_answer_readable(
    as_: As, owner: User, round_: AssessmentRound, invented: int, *, leader_answers: bool
) -> None:
    victim, subject = member(round_), first_of(round_)
    answer(victim, subject, 3)
    for _each in range(invented):
        answer(guest(round_), subject, 3)
    if leader_answers:
        answer(join_as_member(user=owner, round_=round_), subject, 3)
    leader = as_(owner)
    leader.post(url("runde-vis", round_.pk), {"alligevel": "1"}, follow=True)

    with time_machine.travel(timezone.now(), tick=False):
        seen = what_each_value_shows(leader, round_, victim)

    assert differences(seen) == []


def test_two_members_beside_the_leader_are_too_few_and_three_are_enough(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    subject, leader = first_of(round_), as_(owner)
    answer(join_as_member(user=owner, round_=round_), subject, 1)
    for _each in range(2):
        answer(member(round_), subject, 5)
    refused = text(leader.post(url("runde-vis", round_.pk), follow=True))
    assert "For få har svaret om" in refused
    assert str(RULE) in refused
    assert first_of(round_).revealed_at is None, "nothing could be shown, so nothing is spent"

    answer(member(round_), subject, 5)
    leader.post(url("runde-vis", round_.pk))
    shown = text(leader.get(url("runde-aktoer", round_.pk, subject.pk)))
    assert "4 vurderede." in shown
    assert "Median 5, spredning 4." in shown
    assert "Svarene kommer fra 4 medlemmer og 0 gæster." in shown


def words_of_the_leaders_pages(leader: Client, subject: RoundSubject) -> list[str]:
    names = ["runde-led", "runde-afsloering", "runde-aktoer"]
    return [
        text(leader.get(url(name, *([subject.round_id, subject.pk][: 1 + (name == "runde-aktoer")])))) for name in names
    ]


# Members and guests beside the leader, who has answered as well, and whether that is enough to show.
@pytest.mark.parametrize(
    ("members", "guests", "enough"),
    [(2, 0, False), (0, 3, False), (2, 2, False), (3, 0, True), (2, 3, True), (0, 5, True)],
)
def test_the_press_the_words_beside_it_and_what_is_shown_go_by_one_rule(
    as_: As, owner: User, round_: AssessmentRound, members: int, guests: int, *, enough: bool
) -> None:
    subject, leader = first_of(round_), as_(owner)
    people = [*(member(round_) for _each in range(members)), *(guest(round_) for _each in range(guests))]
    for person in (join_as_member(user=owner, round_=round_), *people):
        answer(person, subject, 4)
    voice = guest(round_, "Repræsentant")
    Participant.objects.filter(pk=voice.pk).update(represents=subject.candidacy.project_actor)
    voice.refresh_from_db()
    answer(voice, subject, 2)

    lead, all_of_it, one = words_of_the_leaders_pages(leader, subject)

    for page in (lead, all_of_it, one):
        assert f"{len(people) + 1} har svaret" in page, "the group, without the actor's own"
        assert ("for få til at vise" in page) is not enough
    for page in (all_of_it, one):
        assert (f'action="{url("runde-vis", round_.pk)}"' in page) is enough
        assert str(RULE) in page
    leader.post(url("runde-vis", round_.pk), {"alligevel": "1"})
    assert (first_of(round_).revealed_at is not None) is enough
    assert ("Median 4" in text(leader.get(url("runde-aktoer", round_.pk, subject.pk)))) is enough


def test_three_who_each_answered_something_else_are_too_few(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    """Nothing could be shown of any concept, so that nothing is spent."""
    round_ = running(project, owner, candidacy)
    subject, people = first_of(round_), [member(round_) for _each in range(3)]
    for person, concept in zip(people, Concept, strict=False):
        save_answers(participant=person, subject=subject, answers={concept: Said(3, "conversation", "")})

    told = as_(owner).post(url("runde-vis", round_.pk), {"alligevel": "1"}, follow=True)

    assert "For få har svaret om" in text(told)
    assert "3 har svaret." in text(told)
    assert first_of(round_).revealed_at is None
    for person in people:
        answer(person, subject, UNKNOWN)
    as_(owner).post(url("runde-vis", round_.pk), {"alligevel": "1"})
    assert first_of(round_).revealed_at is not None


def test_another_leader_who_presses_is_not_counted_either(
    as_: As, owner: User, editor: User, round_: AssessmentRound
) -> None:
    subject = first_of(round_)
    for user in (owner, editor):
        answer(join_as_member(user=user, round_=round_), subject, 1)
    for _each in range(2):
        answer(member(round_), subject, 5)

    as_(editor).post(url("runde-vis", round_.pk))
    assert first_of(round_).revealed_at is None

    as_(owner).post(url("runde-vis", round_.pk))
    assert "Median 3, spredning 4." in text(as_(owner).get(url("runde-aktoer", round_.pk, subject.pk)))


def test_where_nobody_knows_who_opened_the_round_one_more_is_asked_for(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    AssessmentRound.objects.update(opened_by=None)
    for _each in range(3):
        answer(member(round_), first_of(round_), 4)
    as_(owner).post(url("runde-vis", round_.pk))
    assert first_of(round_).revealed_at is None

    answer(member(round_), first_of(round_), 4)
    as_(owner).post(url("runde-vis", round_.pk))
    assert "4 vurderede." in text(as_(owner).get(url("runde-aktoer", round_.pk, first_of(round_).pk)))


@pytest.mark.parametrize("goes", ["guest", "member"])
def test_what_is_announced_is_hidden_again_when_too_few_are_left(
    as_: As, owner: User, round_: AssessmentRound, goes: str
) -> None:
    """A seat is taken out, or somebody says that they speak for the actor, while the telephones have their seconds."""
    subject, leader = first_of(round_), as_(owner)
    ghost = guest(round_)
    people = [*(member(round_) for _each in range(2 if goes == "guest" else 3))]
    guests = [guest(round_) for _each in range(2)] if goes == "guest" else []
    for person in (ghost, *people, *guests):
        answer(person, subject, 4)
    late, now = member(round_), timezone.now()
    with time_machine.travel(now, tick=False):
        Participant.objects.filter(pk=late.pk).update(seen_at=now)
        leader.post(url("runde-vis", round_.pk), {"alligevel": "1"})
        assert first_of(round_).revealed_at == now + timedelta(seconds=20)
        again = leader.post(url("runde-vis", round_.pk), follow=True)
        assert "Svarene bliver vist om lidt." in text(again)
        if goes == "guest":
            leader.post(url("runde-pladser", round_.pk), {"seats": [str(ghost.pk)], "pressed": "1"})
        else:
            assert people[0].user
            sent = {"represents": "on", "will_answer": "4"}
            as_(people[0].user).post(questions(subject), sent, headers={"Accept": "application/json"})

        assert first_of(round_).revealed_at is None
        assert first_of(round_).revealed_by is None


@pytest.mark.parametrize(
    ("signed_in", "guests", "enough"), [(3, 0, True), (2, 2, False), (2, 3, True), (0, 5, True), (0, 4, False)]
)
def test_three_who_are_signed_in_or_five_in_all(signed_in: int, guests: int, *, enough: bool) -> None:
    assert are_enough(signed_in, guests) is enough


# How somebody takes part: with an account, leading with one, without, and as the actor's own voice with and without.
KINDS = ("member", "opener", "revealer", "guest", "own", "own guest")
ANSWERS = st.sampled_from([1, 2, 3, 4, 5, UNKNOWN, None])


def distribution_of(given_: list[tuple[str, Answer]]) -> Distribution:
    """What is told of a concept that people of these kinds answered so (None: not at all)."""
    round_ = AssessmentRound(pk=1, opened_by_id=101)
    subject = RoundSubject(pk=1, round=round_, candidacy=Candidacy(project_actor_id=7), revealed_by_id=102)
    ratings = []
    for number, (kind, said) in enumerate(given_, start=1):
        user = {"member": number, "own": number, "opener": 101, "revealer": 102}.get(kind)
        person = Participant(pk=number, round=round_, user_id=user, represents_id=7 if "own" in kind else None)
        if user is not None:
            person.user = User(pk=user, email=f"{user}@pilebro.example")
        score = said if isinstance(said, int) else None
        if said is not None:
            ratings.append(Rating(participant=person, subject=subject, score=score, is_unknown=said is UNKNOWN))
    return distribute(WILL, subject, ratings, names=False, threshold=threshold_of(round_, subject.revealed_by_id))


@given(st.lists(st.tuples(st.sampled_from(KINDS), ANSWERS), max_size=12))
@example([("member", 1), ("member", 5), ("opener", 3), ("revealer", 3), ("own", 2), ("guest", 4)])
def test_any_mix_of_people_is_told_as_the_plain_rule_says(mix: list[tuple[str, Answer]]) -> None:
    def may_be_told(kinds: list[str]) -> bool:
        return kinds.count("member") >= 3 or kinds.count("member") + kinds.count("guest") >= 5

    group = [(kind, said) for kind, said in mix if "own" not in kind and said is not None]
    scores = [said for _kind, said in group if isinstance(said, int)]
    is_shown = may_be_told([kind for kind, said in group if isinstance(said, int)])

    told = distribution_of(mix)

    assert told.spread.is_shown is is_shown
    assert told.spread.answered == len(group)
    assert len(told.voice) == sum("own" in kind and said is not None for kind, said in mix)
    if is_shown:
        assert told.spread.counts == tuple(scores.count(step) for step in range(1, 6))
        assert told.spread.unknown == len(group) - len(scores)
    elif may_be_told([kind for kind, _said in group]):
        assert (told.spread.numeric, told.spread.counts, told.lines) == (len(scores), (), ())
    else:
        assert (told.spread.numeric, told.spread.unknown, told.lines) == (len(group), 0, ())


@given(st.lists(st.tuples(st.sampled_from(KINDS[:4]), ANSWERS), max_size=6), st.data())
def test_what_is_not_told_is_the_same_whatever_it_was(mix: list[tuple[str, Answer]], data: st.DataObject) -> None:
    told = distribution_of(mix)
    if told.spread.is_shown:
        return
    others = st.sampled_from([1, 2, 3, 4, 5])
    if told.spread.is_split:  # how many did not know is told
        another = [(kind, data.draw(others) if isinstance(said, int) else said) for kind, said in mix]
    else:
        another = [(kind, None if said is None else data.draw(others)) for kind, said in mix]

    assert distribution_of(another) == told


def test_each_actor_shown_alone_has_its_own_threshold(as_: As, owner: User, project: Project) -> None:
    both: list[Candidacy] = [CandidacyFactory(project_actor__project=project) for _each in range(2)]
    round_ = running(project, owner, *both, concepts=[WILL])
    first, second = round_.subjects.order_by("position")
    victim, *others = [member(round_) for _each in range(3)]
    for person in (victim, *others):
        answer(person, first, 3)
    answer(victim, second, 3)
    leader = as_(owner)
    leader.post(url("runde-vis", round_.pk), {"subject": str(first.pk)})

    refused = leader.post(url("runde-vis", round_.pk), {"subject": str(second.pk), "alligevel": "1"}, follow=True)

    assert "For få har svaret om" in text(refused)
    second.refresh_from_db()
    assert second.revealed_at is None


@pytest.mark.parametrize("kind", ["member", "guest"])
def test_taking_a_seat_out_tells_how_many_there_were_and_never_what_it_held(
    as_: As, owner: User, project: Project, kind: str
) -> None:
    """Before, after, and when the rest is shown: the same for every value. A member cannot be taken out at all."""
    both: list[Candidacy] = [CandidacyFactory(project_actor__project=project) for _each in range(2)]
    round_ = running(project, owner, *both, concepts=[WILL])
    first, second = round_.subjects.order_by("position")
    victim = member(round_) if kind == "member" else guest(round_, "Nabo")
    for person in (victim, *(member(round_) for _each in range(3)), guest(round_), guest(round_)):
        for subject in (first, second):
            answer(person, subject, 3)
    leader, seen = as_(owner), []

    with time_machine.travel(timezone.now(), tick=False):
        for said, reason in VALUES:
            with transaction.atomic():
                is_unknown = said is UNKNOWN
                rows = Rating.objects.filter(participant=victim)
                rows.update(score=None if is_unknown else said, is_unknown=is_unknown, reason=reason)
                told = opened(leader, round_)
                sent = {"seats": [str(victim.pk)], "pressed": "1"}
                told.append(bare(text(leader.post(url("runde-pladser", round_.pk), sent, follow=True))))
                told += opened(leader, round_)
                assert Rating.objects.filter(participant=victim).exists() is (kind == "member")
                if kind == "guest":
                    leader.post(url("runde-vis", round_.pk), {"alligevel": "1"})
                    RoundSubject.objects.update(revealed_at=timezone.now())
                    told += opened(leader, round_)
                seen.append(told)
                transaction.set_rollback(True)

    assert differences(seen) == []


def test_a_seat_goes_out_of_what_is_announced_and_stays_in_what_is_shown(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    """The leader sees a guest nobody knows while the telephones have their seconds."""
    subject, leader, ghost = first_of(round_), as_(owner), guest(round_, "Nabo")
    for person in (ghost, *(member(round_) for _each in range(4))):
        answer(person, subject, 3)
    late = member(round_)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        Participant.objects.filter(pk=late.pk).update(seen_at=now)
        leader.post(url("runde-vis", round_.pk), {"alligevel": "1"})
        assert first_of(round_).revealed_at == now + timedelta(seconds=20)
        said = leader.post(url("runde-pladser", round_.pk), {"seats": [str(ghost.pk)], "pressed": "1"}, follow=True)
        assert "Pladsen tæller ikke med mere." in text(said)
    with time_machine.travel(now + timedelta(seconds=21), tick=False):
        assert "4 vurderede." in text(leader.get(url("runde-aktoer", round_.pk, subject.pk)))
        stays = guest(round_)
        said = leader.post(url("runde-pladser", round_.pk), {"seats": [str(stays.pk)], "pressed": "1"}, follow=True)
        assert "kan en plads ikke tages ud mere" in text(said)


def test_whoever_has_twenty_seconds_may_still_say_that_they_speak_for_the_actor(
    as_: As, owner: User, board: User, round_: AssessmentRound
) -> None:
    subject = first_of(round_)
    for _each in range(3):
        answer(member(round_), subject, 3)
    answer(join_as_member(user=board, round_=round_), subject, 5)
    now = timezone.now()
    RoundSubject.objects.update(revealed_at=now + timedelta(seconds=20))
    sent = {"represents": "on", "will_answer": "4"}
    with time_machine.travel(now + timedelta(seconds=19), tick=False):
        kept = as_(board).post(questions(subject), sent, headers={"Accept": "application/json"})
        assert kept.status_code == 200
    with time_machine.travel(now + timedelta(seconds=20), tick=False):
        page = text(as_(owner).get(url("runde-aktoer", round_.pk, subject.pk)))
        assert "3 vurderede." in page
        assert "Aktøren selv:</strong> 4" in page
        again = as_(board).post(questions(subject), {"will_answer": "4"}, headers={"Accept": "application/json"})
        assert again.status_code == 409


def test_a_second_round_with_too_few_tells_nothing_more_than_the_first(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    """Four answer, and are shown; of the second round, with two of them and the leader, nothing can be worked out."""
    before = running(project, owner, candidacy, concepts=[WILL])
    people = [member(before) for _each in range(4)]
    users = [person.user for person in people]
    for person in people:
        answer(person, first_of(before), 3)
    leader = as_(owner)
    leader.post(url("runde-vis", before.pk))
    close_round(by=owner, round_=before)
    again = running(project, owner, candidacy, concepts=[WILL])
    victim = join_as_member(user=users[0], round_=again)
    for person in (victim, join_as_member(user=users[1], round_=again), join_as_member(user=owner, round_=again)):
        answer(person, first_of(again), 3)
    leader.post(url("runde-vis", again.pk), follow=True)
    assert first_of(again).revealed_at is None
    show(again)  # however it came about

    with time_machine.travel(timezone.now(), tick=False):
        seen = what_each_value_shows(leader, again, victim)

    assert differences(seen) == []


def test_a_round_with_names_shows_the_first_answer(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    round_ = running(project, owner, candidacy, concepts=[WILL], shows_names=True)
    answer(member(round_, name="Anna Bæk"), first_of(round_), 4)
    leader = as_(owner)
    leader.post(url("runde-vis", round_.pk))

    assert "<strong>Anna Bæk:</strong> 4 af 5" in text(leader.get(url("runde-aktoer", round_.pk, first_of(round_).pk)))
    closed = close_round(by=owner, round_=round_)
    assert RoundResult.objects.get(subject__round=closed).counts == [], "closing deletes the one answer"
    kept = text(leader.get(url("runde-resultat", round_.pk)))
    assert "Runden viste navne. Har under tre valgt et trin, gemmer vi kun, hvor mange der svarede." in kept
    assert "kunne nogen se, hvem der svarede hvad" not in kept


def test_nobody_having_answered_spends_nothing(as_: As, owner: User, round_: AssessmentRound) -> None:
    for people in range(3):
        told = as_(owner).post(url("runde-vis", round_.pk), {"alligevel": "1"}, follow=True)
        assert "For få har svaret om" in text(told)
        assert first_of(round_).revealed_at is None, people
        answer(member(round_), first_of(round_), UNKNOWN)
    as_(owner).post(url("runde-vis", round_.pk))
    assert first_of(round_).revealed_at is not None, "whether it is shown depends on how many, never on what"


def test_who_is_not_done_is_said_and_the_telephones_get_twenty_seconds(
    as_: As, owner: User, board: User, project: Project, candidacy: Candidacy
) -> None:
    round_ = running(project, owner, candidacy)
    subject, leader, phone = first_of(round_), as_(owner), as_(board)
    for _each in range(3):
        say(member(round_), subject, 4, 4, 4, 4)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        late = join_as_member(user=board, round_=round_)
        say(late, subject, 2)
        asked = leader.post(url("runde-vis", round_.pk))
        assert str(board) in text(asked)
        assert "er i gang" in text(asked)
        assert first_of(round_).revealed_at is None

        leader.post(url("runde-vis", round_.pk), {"alligevel": "1"})
        assert "Om højst 20 sekunder vises svarene." in text(phone.get(questions(subject)))
        assert "Median" not in text(leader.get(url("runde-aktoer", round_.pk, subject.pk)))
    with time_machine.travel(now + timedelta(seconds=19), tick=False):
        say(late, subject, 2, 2, 2, 2)
    with time_machine.travel(now + timedelta(seconds=21), tick=False):
        assert phone.post(questions(subject), {"will_answer": "5"}).status_code == 409
        assert "4 vurderede." in text(leader.get(url("runde-aktoer", round_.pk, subject.pk)))


def test_who_took_part_by_kind_is_kept(round_: AssessmentRound, owner: User) -> None:
    for _each in range(3):
        answer(member(round_), first_of(round_), 4)
    for _each in range(2):
        answer(guest(round_), first_of(round_), UNKNOWN)

    close_round(by=owner, round_=round_)

    [kept] = RoundResult.objects.values_list("members", "guests", "unknown", "numeric")
    assert kept == (3, 2, 2, 3)


def test_everybody_sees_who_is_in_before_answering(as_: As, board: User, round_: AssessmentRound) -> None:
    member(round_)
    for role in ("Beboer", "Beboer", "Nabo"):
        guest(round_, role)

    pages: list[Any] = [as_(board).get(each) for each in (url("runde", round_.pk), questions(first_of(round_)))]

    for page in pages:
        assert "Med i runden: 1 medlem og 3 gæster: 2 × Beboer og Nabo." in text(page)


def differences(seen: list[list[str]]) -> list[str]:
    """The lines that are not the same for every value."""
    return [each for other in seen[1:] for one, each in zip(seen[0], other, strict=True) if one != each]
