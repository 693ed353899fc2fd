"""What the group agrees on after having talked: typed by a person, and the value the plan uses."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import Event, Project, RoundSubject, SharedScore
from projects.phases.analysis.assessments import latest_of
from projects.phases.analysis.rounds.reveal_services import NotRevealedError, agree, reveal
from projects.phases.analysis.rounds.services import close_round
from tests.browser_client import Client
from tests.factories import AssessmentRoundFactory, SharedScoreFactory
from tests.guards.pages import read_forms
from tests.rounds.people import answer, candidacy, only_subject, opened, show

As = Callable[[User], Client]
WRITTEN = {
    "will_answer": "3",
    "will_evidence": "conversation",
    "will_reason": "De lave svar byggede på to aflyste møder.",
    "will_requirement": "En underskrevet aftale.",
}


@pytest.fixture
def subject(project: Project) -> RoundSubject:
    found = only_subject(opened(project, candidacy(project)))
    answer(found, 4, 4, 3, 2, 2)
    return found


@pytest.fixture
def shown(subject: RoundSubject) -> RoundSubject:
    reveal(by=None, round_=subject.round)
    return subject


def url(subject: RoundSubject, name: str = "runde-faelles") -> str:
    return reverse(name, args=[subject.round.project.slug, subject.round_id, subject.pk])


def text(client: Client, address: str) -> str:
    return " ".join(client.get(address, follow=True).content.decode().split())


def test_nothing_is_chosen_beforehand_not_even_the_median(as_: As, owner: User, shown: RoundSubject) -> None:
    page = as_(owner).get(url(shown)).content.decode()

    assert "Median 3, spredning 2." in " ".join(page.split())
    assert "checked" not in page
    assert [form.fields["will_reason"].value for form in read_forms(page)] == [""]


def test_only_what_the_round_asks_about_is_asked(as_: As, owner: User, shown: RoundSubject) -> None:
    (form,) = read_forms(as_(owner).get(url(shown)).content.decode())

    assert {name.split("_")[0] for name in [*form.typed, *form.chosen]} == {"will"}


def test_what_is_typed_is_the_value_that_counts(as_: As, editor: User, shown: RoundSubject) -> None:
    response = as_(editor).post(url(shown), WRITTEN)

    assert response.url == reverse("runde-afsloering", args=[shown.round.project.slug, shown.round_id])
    score = SharedScore.objects.get()
    assert (score.round_id, score.score, score.evidence) == (shown.round_id, 3, "conversation")
    assert (score.reason, score.requirement) == (WRITTEN["will_reason"], WRITTEN["will_requirement"])
    assert score.recorded_by == editor
    held = latest_of([shown.candidacy])[shown.candidacy_id]
    assert held[Concept.WILL].assessment.answer == 3
    assert Event.objects.filter(by=editor, text="skrev jeres fælles vurdering af A1").exists()
    page = text(as_(editor), url(shown, "runde-aktoer"))
    assert "<strong>Jeres fælles vurdering:</strong> 3 af 5 – delvist." in page


def test_the_group_may_hold_something_else_than_the_median(as_: As, owner: User, shown: RoundSubject) -> None:
    as_(owner).post(url(shown), WRITTEN | {"will_answer": "2"})

    assert SharedScore.objects.get().score == 2


def test_what_was_agreed_can_be_mended_and_the_first_word_stands(as_: As, owner: User, shown: RoundSubject) -> None:
    as_(owner).post(url(shown), WRITTEN)
    as_(owner).post(url(shown), WRITTEN | {"will_answer": "4"})
    as_(owner).post(url(shown), WRITTEN | {"will_answer": "4"})

    assert list(SharedScore.objects.order_by("pk").values_list("score", flat=True)) == [3, 4]


def test_an_end_of_the_scale_asks_once_for_a_reason(as_: As, owner: User, shown: RoundSubject) -> None:
    bare = {"will_answer": "1"}
    page = as_(owner).post(url(shown), bare)

    assert page.status_code == 200
    assert not SharedScore.objects.exists()
    (form,) = read_forms(page.content.decode())
    kept = {name: form.fields[name].value for name in form.hidden if name.endswith("-behold")}
    assert kept
    as_(owner).post(url(shown), bare | kept)
    assert SharedScore.objects.get().score == 1


def test_a_reason_that_judges_a_person_is_asked_about(as_: As, owner: User, shown: RoundSubject) -> None:
    page = as_(owner).post(url(shown), WRITTEN | {"will_reason": "Lederen Hanne er ligeglad"})

    assert "Ville du være tryg ved, at aktøren læste det?" in page.content.decode()
    assert not SharedScore.objects.exists()


def test_before_the_reveal_there_is_nothing_to_agree_on(as_: As, owner: User, subject: RoundSubject) -> None:
    assert as_(owner).post(url(subject), WRITTEN).status_code == 302
    with pytest.raises(NotRevealedError):
        agree(by=owner, subject=subject, answers={})
    assert not SharedScore.objects.exists()


def test_the_board_reads_and_the_leader_writes(as_: As, board: User, shown: RoundSubject) -> None:
    assert as_(board).get(url(shown)).status_code == 403
    assert as_(board).post(url(shown), WRITTEN).status_code == 403
    assert "Skriv jeres fælles vurdering" not in text(as_(board), url(shown, "runde-aktoer"))


def test_two_leaders_who_write_at_once_are_shown_each_others_words(
    as_: As, owner: User, editor: User, shown: RoundSubject
) -> None:
    def hidden(page: str) -> dict[str, str]:
        (form,) = read_forms(page)
        return {name: form.fields[name].value for name in form.hidden if name != "csrfmiddlewaretoken"}

    mine, theirs = (hidden(as_(person).get(url(shown)).content.decode()) for person in (owner, editor))
    as_(owner).post(url(shown), mine | WRITTEN)

    late = as_(editor).post(url(shown), theirs | WRITTEN | {"will_answer": "5"})

    assert late.status_code == 409
    assert SharedScore.objects.get().score == 3


def test_what_was_typed_when_the_round_closed_stays_on_the_screen(as_: As, owner: User, shown: RoundSubject) -> None:
    close_round(by=None, round_=shown.round)

    page = as_(owner).post(url(shown), WRITTEN)

    assert page.status_code == 200
    assert WRITTEN["will_reason"] in page.content.decode()
    assert "Runden er lukket." in page.content.decode()
    assert not SharedScore.objects.exists()


def test_the_round_counts_from_the_day_of_its_first_agreement(as_: As, owner: User, project: Project) -> None:
    who = candidacy(project)
    with time_machine.travel("2026-11-01 12:00", tick=False):
        subject = only_subject(opened(project, who))
        show(subject.round)
    SharedScoreFactory(
        candidacy=who,
        round=AssessmentRoundFactory(project=project, held_on=date(2026, 11, 10)),
        concept=Concept.WILL,
        score=1,
    )
    with time_machine.travel("2026-11-14 12:00", tick=False):
        as_(owner).post(url(subject), WRITTEN)

    held = latest_of([who])[who.pk][Concept.WILL]
    assert (held.assessment.answer, held.held_on) == (3, date(2026, 11, 14))


def test_a_newer_assessment_is_not_passed_by_an_older_round(as_: As, owner: User, project: Project) -> None:
    """What is agreed in a round would be older than what the group has said since, and so would not count."""
    first, second = candidacy(project), candidacy(project, "Biblioteket")
    with time_machine.travel("2026-11-01 12:00", tick=False):
        round_ = opened(project, first, second)
        show(round_)
        one, other = round_.subjects.order_by("position")
        as_(owner).post(url(one), WRITTEN)
    newer = AssessmentRoundFactory(project=project, held_on=date(2026, 11, 10))
    SharedScoreFactory(candidacy=second, round=newer, concept=Concept.WILL, score=1)
    with time_machine.travel("2026-11-14 12:00", tick=False):
        page = as_(owner).post(url(other), WRITTEN)

    assert "Aktøren er vurderet igen en senere dag." in page.content.decode()
    assert WRITTEN["will_reason"] in page.content.decode()
    assert not second.scores.filter(round=round_).exists()


def test_what_was_held_before_the_round_stands_beside(as_: As, owner: User, shown: RoundSubject) -> None:
    before = AssessmentRoundFactory(project=shown.round.project, held_on=date(2025, 5, 26))
    SharedScoreFactory(candidacy=shown.candidacy, round=before, concept=Concept.WILL, score=2)

    page = text(as_(owner), url(shown))

    assert "<strong>Sidst:</strong> 2 af 5 – i mindre grad" in page
    assert "26. maj 2025" in page
    assert "checked" not in page


def test_a_low_shared_value_leads_straight_to_an_action(as_: As, owner: User, shown: RoundSubject) -> None:
    as_(owner).post(url(shown), WRITTEN | {"will_answer": "2"})
    overview = reverse("runde-afsloering", args=[shown.round.project.slug, shown.round_id])
    to_action = reverse("tiltag-fra-gab", args=[shown.round.project.slug, shown.candidacy_id, "will"])

    assert to_action in text(as_(owner), overview)
    as_(owner).post(to_action)
    assert shown.round.project.actions.get().gaps.get().concept == Concept.WILL
    as_(owner).post(url(shown), WRITTEN | {"will_answer": "3"})
    assert to_action not in text(as_(owner), overview)
