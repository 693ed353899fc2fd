"""Showing the answers: who may, what the group then sees, and what it never sees."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import AssessmentRound, Event, Participant, Project, RoundSubject
from projects.phases.analysis.rounds.answer_services import save_answers
from projects.phases.analysis.rounds.answers import Said
from projects.phases.analysis.rounds.reveal import mark_of
from projects.phases.analysis.rounds.services import close_round
from tests.browser_client import Client
from tests.factories import UserFactory
from tests.rounds.people import UNKNOWN, answer, candidacy, only_subject, opened, show

As = Callable[[User], Client]
HIDDEN = "Svarene er skjult, til mødelederen viser dem."


@pytest.fixture
def subject(project: Project) -> RoundSubject:
    return only_subject(opened(project, candidacy(project)))


def url(name: str, subject: RoundSubject) -> str:
    round_ = subject.round
    arguments = [round_.project.slug, round_.pk]
    return reverse(name, args=[*arguments, subject.pk] if name in {"runde-aktoer", "runde-faelles"} else arguments)


def text(client: Client, address: str) -> str:
    return " ".join(client.get(address, follow=True).content.decode().split())


def shown(subject: RoundSubject) -> None:
    show(subject.round)


def test_before_the_reveal_everybody_sees_how_many_and_nobody_what(
    as_: As, owner: User, board: User, subject: RoundSubject
) -> None:
    answer(subject, 1, 5, 3, reasons=["En hemmelig grund"])

    for person in (owner, board):
        for name in ("runde-afsloering", "runde-aktoer", "runde-faelles"):
            page = as_(person).get(url(name, subject), follow=True)
            if page.status_code == 403:
                continue
            said = " ".join(page.content.decode().split())
            assert "3 har svaret" in said
            assert "hemmelig" not in said
            assert "edian" not in said
            assert '<svg class="picture picture-strip' not in said


def test_the_leader_shows_one_actor_and_the_others_stay_hidden(as_: As, editor: User, project: Project) -> None:
    school, library = candidacy(project), candidacy(project, "Biblioteket")
    round_ = opened(project, school, library)
    first, second = round_.subjects.order_by("position")
    for person, score in zip(answer(first, 2, 4, 4, reasons=["Grunden"]), (2, 4, 4), strict=True):
        save_answers(participant=person, subject=second, answers={Concept.WILL: Said(score, "", "Grunden")})

    page = as_(editor).post(
        reverse("runde-vis", args=[project.slug, round_.pk]), {"subject": str(first.pk)}, follow=True
    )

    said = " ".join(page.content.decode().split())
    assert "Svarene om én aktør er vist." in said
    assert "Median 4, spredning 2." in said
    other = text(as_(editor), url("runde-aktoer", second))
    assert HIDDEN in other
    assert "Grunden" not in other
    assert Event.objects.filter(text="viste svarene om A1 i vurderingsrunden", by=editor).exists()


def test_the_leader_shows_all_at_once(as_: As, owner: User, project: Project) -> None:
    round_ = opened(project, candidacy(project), candidacy(project, "Biblioteket"))
    people = answer(round_.subjects.first(), 2, 3, 4)
    for person in people:
        save_answers(participant=person, subject=round_.subjects.last(), answers={Concept.WILL: Said(3)})

    page = as_(owner).post(reverse("runde-vis", args=[project.slug, round_.pk]), follow=True)

    assert "Svarene om 2 aktører er vist." in page.content.decode()
    assert not round_.subjects.filter(revealed_at=None).exists()


def test_a_member_of_the_board_reads_but_does_not_show(as_: As, board: User, subject: RoundSubject) -> None:
    refused = as_(board).post(url("runde-vis", subject))

    assert refused.status_code == 403
    assert "Kun ledere af helhedsplanen og redaktører kan lede" in refused.content.decode()
    subject.refresh_from_db()
    assert subject.revealed_at is None
    assert "Vis svarene" not in text(as_(board), url("runde-afsloering", subject))


def test_readers_and_strangers_see_nothing(as_: As, reader: User, stranger: User, subject: RoundSubject) -> None:
    for name in ("runde-afsloering", "runde-aktoer", "runde-faelles", "runde-resultat"):
        assert as_(reader).get(url(name, subject)).status_code == 403
        assert as_(stranger).get(url(name, subject)).status_code == 404
    assert as_(reader).post(url("runde-vis", subject)).status_code == 403
    assert as_(stranger).post(url("runde-vis", subject)).status_code == 404


@pytest.mark.parametrize("typed", ["x", "-1", "9" * 400, "\x00", "٣"])
def test_an_actor_that_is_not_there_is_not_found(as_: As, owner: User, subject: RoundSubject, typed: str) -> None:
    assert as_(owner).post(url("runde-vis", subject), {"subject": typed}).status_code == 404
    subject.refresh_from_db()
    assert subject.revealed_at is None


def test_a_subject_of_another_round_is_not_shown(as_: As, owner: User, stranger: User, subject: RoundSubject) -> None:
    theirs = Project.objects.get(slug="havnecafeen")
    other = only_subject(opened(theirs, candidacy(theirs)))

    assert as_(owner).post(url("runde-vis", subject), {"subject": str(other.pk)}).status_code == 404
    address = reverse("runde-aktoer", args=[subject.round.project.slug, subject.round_id, other.pk])
    assert as_(owner).get(address).status_code == 404


def test_the_distribution_is_drawn_and_stands_in_a_table(as_: As, board: User, subject: RoundSubject) -> None:
    answer(subject, 4, 4, 3, 2, 2, UNKNOWN, evidence="conversation")
    shown(subject)

    page = text(as_(board), url("runde-aktoer", subject))

    assert "Median 3, spredning 2." in page
    assert "5 vurderede, 1 ved ikke." in page
    assert "<title>Vilje: 2 på trin 2, 1 på trin 3, 2 på trin 4. Median 3, spredning 2.</title>" in page
    rows = page.split("<tbody>")[1].split("</tbody>")[0]
    assert [row.split('class="number">')[1].split("<")[0] for row in rows.split("<tr>")[1:]] == [
        "0",
        "2",
        "1",
        "2",
        "0",
    ]
    assert "samtale 5" in page


def test_an_even_number_of_answers_may_give_a_half(as_: As, board: User, subject: RoundSubject) -> None:
    answer(subject, 3, 3, 4, 4)
    shown(subject)

    assert "Median 3,5, spredning 1." in text(as_(board), url("runde-aktoer", subject))


@pytest.mark.parametrize(
    ("answers", "talk"), [((2, 3, 4), True), ((1, 5, 5), True), ((3, 3, 4), False), ((5, 5, 5), False)]
)
def test_two_steps_apart_is_something_to_talk_about(
    as_: As, board: User, subject: RoundSubject, answers: tuple[int, ...], talk: bool
) -> None:
    answer(subject, *answers)
    shown(subject)

    page = text(as_(board), url("runde-aktoer", subject))

    assert (">Tal om det<" in page) is talk
    assert ("I ser forskelligt på det. Hvad ved I hver især?" in page) is talk


@pytest.mark.parametrize("answers", [(), (4,), (UNKNOWN,), (1, UNKNOWN), (1, 5), (1, 5, UNKNOWN, UNKNOWN, UNKNOWN)])
def test_under_three_scores_nothing_is_shown_of_them(
    as_: As, owner: User, project: Project, answers: tuple[int, ...]
) -> None:
    subject = only_subject(opened(project, candidacy(project)))
    answer(subject, *answers, reasons=["En grund", "En grund", "En grund"])
    shown(subject)

    page = text(as_(owner), url("runde-aktoer", subject))

    assert "picture-strip" not in page
    assert "edian" not in page.replace("hverken fordeling, median eller spredning", "")
    assert "En grund" not in page
    assert "Rolle 0" not in page
    assert ("ved ikke" in page) is (len(answers) >= 3)
    assert "af 5" not in page


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ((), "For få har svaret til, at I kan se, om I er enige."),
        ((1, 5), "For få har svaret til, at I kan se, om I er enige."),
        ((3, 4, 4), "Hvor nok har svaret, er I højst ét trin fra hinanden."),
    ],
)
def test_nobody_is_told_that_the_group_agrees_where_few_answered(
    as_: As, owner: User, subject: RoundSubject, answers: tuple[int, ...], words: str
) -> None:
    answer(subject, *answers)
    shown(subject)

    assert words in text(as_(owner), url("runde-afsloering", subject))


def test_what_was_written_is_shown_without_names_and_not_in_the_order_of_the_answers(
    as_: As, owner: User, subject: RoundSubject
) -> None:
    answer(subject, 5, 2, 4, reasons=["De har sagt ja", "To møder aflyst", ""])
    shown(subject)

    page = text(as_(owner), url("runde-aktoer", subject))

    assert page.index("To møder aflyst") < page.index("De har sagt ja")
    assert "Rolle 0" not in page


def test_names_are_shown_only_where_that_was_chosen_before_anyone_answered(
    as_: As, owner: User, project: Project
) -> None:
    subject = only_subject(opened(project, candidacy(project), names=True))
    answer(subject, 5, 2, 4, guests=True)
    shown(subject)

    page = text(as_(owner), url("runde-aktoer", subject))

    assert "<strong>Rolle 1:</strong> 2 af 5 – i mindre grad" in page


def test_the_list_of_what_to_talk_about_begins_where_the_group_is_furthest_apart(
    as_: As, board: User, project: Project
) -> None:
    concepts = (Concept.MEANING, Concept.ABILITY, Concept.WILL)
    round_ = opened(project, candidacy(project), concepts=concepts)
    subject = only_subject(round_)
    people = [Participant.objects.create(round=round_, user=UserFactory()) for _each in range(3)]
    # The lowest mean is where they agree: it comes last.
    for person, meaning, ability, will in zip(people, (1, 1, 1), (3, 4, 5), (5, 1, 5), strict=True):
        answers = dict(zip(concepts, (Said(meaning), Said(ability), Said(will)), strict=True))
        save_answers(participant=person, subject=subject, answers=answers)
    shown(subject)

    page = text(as_(board), url("runde-afsloering", subject))

    assert page.index(": vilje<") < page.index(": evne<") < page.index(": mening<")


def test_the_page_of_a_closed_round_is_its_result(as_: As, board: User, subject: RoundSubject) -> None:
    shown(subject)
    close_round(by=None, round_=subject.round)

    for name in ("runde-afsloering", "runde-aktoer"):
        response = as_(board).get(url(name, subject))
        assert response.status_code == 302
        assert reverse("runde-resultat", args=[subject.round.project.slug, subject.round_id]) in response.url


def test_showing_what_is_closed_or_shown_already_changes_nothing(
    as_: As, owner: User, editor: User, subject: RoundSubject
) -> None:
    answer(subject, 2, 3, 4)
    as_(owner).post(url("runde-vis", subject))
    first = RoundSubject.objects.get(pk=subject.pk).revealed_at

    again = as_(editor).post(url("runde-vis", subject), follow=True)

    assert "Svarene var allerede vist." in again.content.decode()
    assert RoundSubject.objects.get(pk=subject.pk).revealed_at == first
    close_round(by=owner, round_=AssessmentRound.objects.get(pk=subject.round_id))
    late = as_(editor).post(url("runde-vis", subject), follow=True)
    assert "Runden er lukket." in late.content.decode()


def test_the_page_follows_along_and_is_silent_while_nothing_is_new(
    as_: As, owner: User, board: User, subject: RoundSubject
) -> None:
    address, phone = url("runde-aktoer", subject), as_(board)
    answer(subject, 2, 3, 4)
    page = phone.get(address).content.decode()
    mark = page.split('data-mark="')[1].split('"')[0]

    assert phone.get(address, headers={"X-Following": mark}).status_code == 204
    as_(owner).post(url("runde-vis", subject))
    news = phone.get(address, headers={"X-Following": mark})

    assert news.status_code == 200
    assert "3 vurderede." in " ".join(news.content.decode().split())
    assert "Median 3, spredning 2." in " ".join(news.content.decode().split())
    assert "<html" not in news.content.decode()
    assert news.headers["X-Mark"] != mark


def test_the_mark_tells_nothing_of_the_answers(as_: As, board: User, project: Project) -> None:
    """Two rounds that differ in what was answered alone have the same mark."""
    round_ = opened(project, candidacy(project))
    subject = only_subject(round_)
    (person, *_rest) = answer(subject, 1, 2, 3)
    before = mark_of(round_, seen_by=board)

    save_answers(participant=person, subject=subject, answers={Concept.WILL: Said(5)})

    assert mark_of(round_, seen_by=board) == before
