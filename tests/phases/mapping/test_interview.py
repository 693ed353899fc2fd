"""The actor interview: eight questions, notes beside the assessment, and a contact that is moved on."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import Concept
from forankring.accounts.models import User
from forankring.ui.dates import write_date
from projects.models import ActorInterview, Candidacy, Event, Evidence, Project, ProjectActor
from projects.models.interview import NOTES
from projects.phases.facts import facts_of
from projects.phases.mapping.interview_notes import QUESTIONS, Talk, heard_from, talk_behind
from projects.phases.mapping.interview_steps import INTERVIEWS
from projects.phases.steps import Status
from tests.browser_client import Client
from tests.factories import ActorInterviewFactory, CandidacyFactory, ProjectActorFactory, SharedScoreFactory

As = Callable[[User], Client]


@pytest.fixture
def school(project: Project) -> ProjectActor:
    return ProjectActorFactory(project=project, actor__name="Pilebroskolen", contact_status="contacted")


@pytest.fixture
def leader(project: Project, school: ProjectActor) -> Candidacy:
    return CandidacyFactory(project_actor=school, title="tovholder")


def url(project: Project, name: str = "aktoersamtaler", *args: object) -> str:
    return reverse(name, args=[project.slug, *args])


def written(actor: ProjectActor, day: date, **answers: str) -> dict[str, str]:
    return {"project_actor": str(actor.pk), "held_on": write_date(day), **answers}


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def test_a_talk_is_written_down_and_listed_with_what_was_said(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    answers = {name: f"Svar på {name}" for name in NOTES}

    response = as_(owner).post(url(project, "aktoersamtaler-ny"), written(school, days_ago(0), **answers), follow=True)

    page = response.content.decode()
    assert all(answer in page for answer in answers.values())
    assert ActorInterview.objects.get().project_actor == school
    assert Event.objects.filter(project=project, text__startswith="tilføjede samtalen").exists()


def test_there_are_eight_questions_and_each_tells_of_a_concept() -> None:
    assert tuple(question.field for question in QUESTIONS) == NOTES
    assert len(NOTES) == 8
    assert {concept for question in QUESTIONS for concept in question.concepts} == set(Concept)
    assert all(question.concepts for question in QUESTIONS)


def test_only_the_actor_and_the_day_are_needed(as_: As, owner: User, project: Project, school: ProjectActor) -> None:
    client = as_(owner)

    refused = client.post(url(project, "aktoersamtaler-ny"), {"project_actor": "", "held_on": ""}).content.decode()
    assert "Vælg den aktør, I taler med." in refused
    assert "Skriv, hvilken dag I taler sammen." in refused

    assert client.post(url(project, "aktoersamtaler-ny"), written(school, days_ago(3))).status_code == 302


def test_the_card_leads_to_a_talk_with_its_own_actor(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    other = ProjectActorFactory(project=project, actor__name="Biblioteket")
    address = f"{url(project, 'aktoersamtaler-ny')}?aktoer={other.pk}"

    assert address in as_(owner).get(url(project, "aktoerer")).content.decode()
    assert f'<option value="{other.pk}" selected>' in as_(owner).get(address).content.decode()


@pytest.mark.parametrize("asked", ["", "0", "9" * 40, "x", "٣", "-1"])
def test_an_address_with_no_such_actor_chooses_nobody(
    as_: As, owner: User, project: Project, school: ProjectActor, asked: str
) -> None:
    page = as_(owner).get(url(project, "aktoersamtaler-ny"), {"aktoer": asked}).content.decode()

    assert f'<option value="{school.pk}" selected>' not in page


def test_a_planned_talk_is_told_as_planned_and_counts_for_nothing_yet(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    ActorInterviewFactory(project_actor=school, held_on=days_ago(-5), knows="Vi tror, de ved det")

    assert "Planlagt" in as_(owner).get(url(project)).content.decode()
    assert heard_from(school.pk) == {}
    assert not facts_of(project).actors[0].is_met


def test_a_plan_whose_day_went_by_asks_whether_it_was_held(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    ActorInterviewFactory(project_actor=school, held_on=days_ago(5))

    assert "Blev samtalen holdt?" in as_(owner).get(url(project)).content.decode()
    assert not facts_of(project).actors[0].is_met
    assert not ActorInterview.objects.held().exists()


def test_the_list_says_whom_nobody_has_talked_with(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    library = ProjectActorFactory(project=project, actor__name="Biblioteket")
    ProjectActorFactory(project=project, actor__name="Klubben", actor__is_active=False)
    ActorInterviewFactory(project_actor=school)

    page = as_(owner).get(url(project)).content.decode()
    waiting = page.split("Endnu ingen samtale med")[1].split("</section>")[0]
    assert f"?aktoer={library.pk}" in waiting
    assert "Pilebroskolen" not in waiting
    assert "Klubben" not in waiting


def test_the_notes_stand_beside_the_concept_they_tell_of(
    as_: As, owner: User, project: Project, school: ProjectActor, leader: Candidacy
) -> None:
    ActorInterviewFactory(project_actor=school, needs="Fire timer i planen", their_role="SFO-leder")
    ActorInterviewFactory(project_actor__project=project, needs="Noget om en anden aktør")

    page = as_(owner).get(url(project, "vurder-ret", leader.pk)).content.decode()
    ability = page.split('id="ability"')[1].split("</fieldset>\n")[0]
    assert "Fire timer i planen" in ability
    assert "SFO-leder" in ability
    assert page.count("Fire timer i planen") == 1
    assert "Noget om en anden aktør" not in page


def test_an_assessment_that_builds_on_a_talk_leads_to_it(
    as_: As, owner: User, project: Project, school: ProjectActor, leader: Candidacy
) -> None:
    talk = ActorInterviewFactory(project_actor=school, held_on=days_ago(9), knows="Kender caféen")
    ActorInterviewFactory(project_actor=school, held_on=days_ago(1), knows="Kender caféen")
    ability = {"candidacy": leader, "concept": Concept.ABILITY, "score": 3, "round__held_on": days_ago(5)}
    SharedScoreFactory(**ability, evidence=Evidence.CONVERSATION)

    page = as_(owner).get(url(project, "vurdering")).content.decode()
    assert f'href="{url(project)}#row-{talk.pk}"' in page
    assert write_date(days_ago(1)) not in page


@given(days=st.lists(st.integers(0, 400)), held=st.integers(0, 400))
def test_the_talk_behind_an_assessment_is_the_latest_that_was_held_by_then(days: list[int], held: int) -> None:
    first = date(2026, 1, 1)
    talks = [Talk(number, first + timedelta(days=day)) for number, day in enumerate(sorted(days, reverse=True))]

    behind = talk_behind(talks, first + timedelta(days=held))

    before = [day for day in days if day <= held]
    assert (behind.held_on if behind else None) == (first + timedelta(days=max(before)) if before else None)


def test_where_only_guesses_are_held_the_next_step_is_a_talk(
    as_: As, owner: User, project: Project, school: ProjectActor, leader: Candidacy
) -> None:
    address = f"{url(project, 'aktoersamtaler-ny')}?aktoer={school.pk}"
    assert address not in as_(owner).get(url(project, "vurdering")).content.decode()

    SharedScoreFactory(candidacy=leader, concept=Concept.WILL, score=4, evidence=Evidence.ASSUMPTION)

    assert address in as_(owner).get(url(project, "vurdering")).content.decode()


def test_a_cpr_number_is_refused_and_nothing_is_kept(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    answers = written(school, days_ago(1), obstacles="Barnet 010190-1234 kommer ikke")

    page = as_(owner).post(url(project, "aktoersamtaler-ny"), answers).content.decode()

    assert "Det ligner et CPR-nummer" in page
    assert "Barnet 010190-1234 kommer ikke" in page
    assert not ActorInterview.objects.exists()


def test_strong_words_are_asked_about_once(as_: As, owner: User, project: Project, school: ProjectActor) -> None:
    answers = written(school, days_ago(1), obstacles="Lederen Hanne er ligeglad")

    page = as_(owner).post(url(project, "aktoersamtaler-ny"), answers).content.decode()

    assert "Ville du være tryg ved, at aktøren læste det?" in page
    assert not ActorInterview.objects.exists()


def test_a_removed_talk_can_be_brought_back(as_: As, owner: User, project: Project, school: ProjectActor) -> None:
    talk = ActorInterviewFactory(project_actor=school, knows="Kender caféen")

    as_(owner).post(url(project, "aktoersamtaler-fjern", talk.pk))
    assert not ActorInterview.objects.exists()

    as_(owner).post(url(project, "aktoersamtaler-fortryd", talk.pk))
    assert ActorInterview.objects.get().knows == "Kender caféen"


def test_another_projects_talk_is_not_found(as_: As, owner: User, project: Project) -> None:
    foreign = ActorInterviewFactory()

    for name in ("aktoersamtaler-ret", "aktoersamtaler-fjern"):
        assert as_(owner).get(url(project, name, foreign.pk)).status_code == 404


@pytest.mark.parametrize(("person", "status"), [("owner", 200), ("board", 200), ("reader", 403), ("stranger", 404)])
def test_who_may_read_what_the_actors_said(
    as_: As, project: Project, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    assert as_(request.getfixturevalue(person)).get(url(project)).status_code == status


def test_the_step_may_be_skipped_and_counts_when_begun(project: Project, school: ProjectActor) -> None:
    assert not INTERVIEWS.is_asked(facts_of(project))

    ActorInterviewFactory(project_actor=school, knows="Kender caféen")

    facts = facts_of(project)
    assert INTERVIEWS.status(facts) is Status.DONE
    assert INTERVIEWS.summary(facts) == "I har talt med 1 af 1"


def test_a_copy_is_for_the_next_actor_in_the_same_talk(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    talk = ActorInterviewFactory(project_actor=school, knows="Kender caféen")

    response = as_(owner).post(url(project, "aktoersamtaler-kopi", talk.pk))

    copy = ActorInterview.objects.exclude(pk=talk.pk).get()
    assert response.url == url(project, "aktoersamtaler-ret", copy.pk)
    assert (copy.knows, copy.project_actor) == ("Kender caféen", school)


def test_the_review_page_tells_what_was_said_and_leads_to_it(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    talk = ActorInterviewFactory(project_actor=school, knows="Kender caféen")

    page = as_(owner).get(url(project, "fase-2")).content.decode()

    assert "Kender caféen" in page
    assert f"{url(project, 'aktoersamtaler-ret', talk.pk)}?fra=gennemse" in page
