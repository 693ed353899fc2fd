"""What the group only assumes: a list of what to find out before the next meeting, and whom to ask."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import UNKNOWN, Answer, Concept
from forankring.accounts.models import User
from projects.models import Candidacy, Evidence, Project
from projects.phases.analysis.assessments import Assessment, Card, Held
from projects.phases.analysis.rounds.services import close_round
from projects.phases.analysis.rounds.talk_assumed import lines_of
from tests.browser_client import Client
from tests.factories import SharedScoreFactory
from tests.rounds.people import answer, candidacy, only_subject, opened

As = Callable[[User], Client]
answers = st.sampled_from([1, 2, 3, 4, 5, UNKNOWN, None])
evidence = st.sampled_from(["", *Evidence.values])


@pytest.fixture
def school(project: Project) -> Candidacy:
    found = candidacy(project)
    actor = found.project_actor
    actor.contact_role, actor.contact_status = "SFO-leder", "in_dialogue"
    actor.save()
    return found


def page_of(client: Client, project: Project) -> str:
    return " ".join(client.get(reverse("vurdering-formodninger", args=[project.slug])).content.decode().split())


def test_what_is_assumed_or_unknown_is_listed_with_whom_to_ask(
    as_: As, board: User, project: Project, school: Candidacy
) -> None:
    SharedScoreFactory(candidacy=school, concept=Concept.UNDERSTANDING, score=4, evidence=Evidence.OBSERVED)
    SharedScoreFactory(candidacy=school, concept=Concept.MEANING, score=3, evidence=Evidence.ASSUMPTION)
    SharedScoreFactory(candidacy=school, concept=Concept.ABILITY, score=None, is_unknown=True)
    SharedScoreFactory(candidacy=school, concept=Concept.WILL, score=2, evidence=Evidence.CONVERSATION)

    page = page_of(as_(board), project)

    assert "Der er 2 ting at finde ud af." in page
    assert "I har skrevet 3 af 5 – delvist, men det bygger på en antagelse." in page
    assert "I ved det ikke." in page
    assert "Mærker aktøren selv det problem, I løser?" in page
    assert "<strong>Spørg:</strong> SFO-leder" in page
    assert "<dt>Forståelse</dt>" not in page
    assert "<dt>Vilje</dt>" not in page


def test_where_nobody_is_written_as_contact_the_page_says_so(as_: As, board: User, project: Project) -> None:
    SharedScoreFactory(candidacy=candidacy(project), score=3, evidence=Evidence.ASSUMPTION)

    assert "Der står ikke, hvem I kan spørge." in page_of(as_(board), project)


def test_the_answers_of_the_latest_round_say_how_many_guessed(
    as_: As, board: User, project: Project, school: Candidacy
) -> None:
    subject = only_subject(opened(project, school))
    answer(subject, 4, 4, 3, evidence=Evidence.ASSUMPTION)
    answer(subject, 2, evidence=Evidence.OBSERVED)
    close_round(by=None, round_=subject.round)
    SharedScoreFactory(candidacy=school, concept=Concept.WILL, score=4, evidence=Evidence.ASSUMPTION)

    assert "byggede 3 af 4 svar på en antagelse." in page_of(as_(board), project)


def test_nothing_to_find_out_is_said_too(as_: As, board: User, project: Project) -> None:
    assert "bygger på noget, I har hørt, set eller kan læse" in page_of(as_(board), project)


def test_readers_and_strangers_do_not_see_it(as_: As, reader: User, stranger: User, project: Project) -> None:
    address = reverse("vurdering-formodninger", args=[project.slug])

    assert as_(reader).get(address).status_code == 403
    assert as_(stranger).get(address).status_code == 404


@given(st.lists(st.tuples(answers, evidence), min_size=4, max_size=4))
def test_a_concept_is_on_the_list_exactly_when_nothing_firm_is_known(said: list[tuple[Answer, str]]) -> None:
    held = {
        concept: Held(Assessment(given, builds_on), date(2026, 5, 26))
        for concept, (given, builds_on) in zip(Concept, said, strict=True)
    }

    listed = [line.concept for line in lines_of(Card(Candidacy(), held, date(2026, 6, 1)))]

    assert listed == [
        concept
        for concept, (given, builds_on) in zip(Concept, said, strict=True)
        if given is None or given is UNKNOWN or builds_on in {"", "assumption"}
    ]
