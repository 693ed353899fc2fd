"""Actions through their pages: gaps, dates, status, and what belongs to others."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import Action, Candidacy, Event, Project
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    CandidacyFactory,
    ProjectActorFactory,
    SharedScoreFactory,
    TaskFactory,
)

As = Callable[[User], Client]
Url = Callable[..., str]


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    """The school as coordinator: weak in ability, unknown in will, strong in meaning, in between in understanding."""
    actor = ProjectActorFactory(project=project, actor__name="Pilebroskolen")
    candidacy = CandidacyFactory(project_actor=actor, title="tovholder")
    SharedScoreFactory(candidacy=candidacy, concept=Concept.ABILITY, score=2)
    SharedScoreFactory(candidacy=candidacy, concept=Concept.WILL, score=None, is_unknown=True)
    SharedScoreFactory(candidacy=candidacy, concept=Concept.MEANING, score=4)
    SharedScoreFactory(candidacy=candidacy, concept=Concept.UNDERSTANDING, score=3)
    return candidacy


def test_every_column_of_an_action_is_kept(as_: As, url: Url, owner: User, candidacy: Candidacy) -> None:
    task = TaskFactory(project=candidacy.project_actor.project)
    typed = {
        "title": "Uddanne tovholdere",
        "gaps": [f"{candidacy.pk}-ability"],
        "theme": "competences",
        "capacity_form": "training",
        "actors": [candidacy.project_actor_id],
        "tasks": [task.pk],
        "responsible": "Boligsocial medarbejder",
        "contributors": "Frivilligkonsulent",
        "start": "20. oktober 2026",
        "deadline": "24-11-2026",
        "milestone": "Første aften",
        "success_criterion": "Fem har gennemført",
        "hours": "24,5",
        "cost": "12.000 kr.",
        "funding_source": "section_18",
        "risk": "For få melder sig",
        "plan_b": "En ny aften",
        "status": "in_progress",
        "status_note": "2 af 3",
    }

    assert as_(owner).post(url("tiltag-ny"), typed).url == url("tiltag")

    action = Action.objects.get()
    for name in typed.keys() - {"gaps", "actors", "tasks", "start", "deadline", "hours", "cost"}:
        assert getattr(action, name) == typed[name]
    assert (action.start, action.deadline) == (date(2026, 10, 20), date(2026, 11, 24))
    assert (float(action.hours), action.cost) == (24.5, 12_000)
    assert [(gap.candidacy, gap.concept) for gap in action.gaps.all()] == [(candidacy, "ability")]
    assert [*action.actors.all(), *action.tasks.all()] == [candidacy.project_actor, task]


def test_the_log_names_the_new_action_by_its_number(as_: As, url: Url, owner: User) -> None:
    as_(owner).post(url("tiltag-ny"), {"title": "Uddanne tovholdere"})

    assert Event.objects.get().text == "tilføjede tiltaget P1"


class TestGaps:
    def test_what_is_weak_or_unknown_is_offered_in_words(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy
    ) -> None:
        page = as_(owner).get(url("tiltag-ny")).content.decode()

        assert "Pilebroskolen som tovholder: evne (2 af 5 – i mindre grad)" in page
        assert "Pilebroskolen som tovholder: vilje (ved ikke)" in page
        assert "Pilebroskolen som tovholder: mening" not in page
        assert "Pilebroskolen som tovholder: forståelse" not in page

    def test_without_gaps_nobody_is_asked_about_them(self, as_: As, url: Url, owner: User) -> None:
        assert "Hvad skal blive bedre" not in as_(owner).get(url("tiltag-ny")).content.decode()

    def test_a_gap_that_has_grown_strong_stays_with_its_action(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy
    ) -> None:
        action = ActionFactory(project=candidacy.project_actor.project)
        action.gaps.create(candidacy=candidacy, concept="meaning")

        page = as_(owner).get(url("tiltag-ret", action.pk)).content.decode()

        assert "Pilebroskolen som tovholder: mening (4 af 5 – i høj grad)" in page

    def test_gaps_are_added_and_taken_away(self, as_: As, url: Url, owner: User, candidacy: Candidacy) -> None:
        action = ActionFactory(project=candidacy.project_actor.project)
        kept = action.gaps.create(candidacy=candidacy, concept="ability")
        action.gaps.create(candidacy=candidacy, concept="meaning")

        as_(owner).post(
            url("tiltag-ret", action.pk),
            {"title": "Uddanne", "gaps": [f"{candidacy.pk}-ability", f"{candidacy.pk}-will"]},
        )

        assert sorted(action.gaps.values_list("concept", flat=True)) == ["ability", "will"]
        assert action.gaps.get(concept="ability") == kept

    @pytest.mark.parametrize("code", ["-", "x-ability", "999999-ability", "1-love", "\x00", "1" * 400])
    def test_a_gap_that_is_not_offered_is_refused_at_the_field(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy, code: str
    ) -> None:
        page = as_(owner).post(url("tiltag-ny"), {"title": "Uddanne", "gaps": [code]}).content.decode()

        assert 'href="#id_gaps' in page
        assert not Action.objects.exists()


class TestDates:
    def test_a_deadline_before_the_start_is_answered_at_the_field(self, as_: As, url: Url, owner: User) -> None:
        typed = {"title": "Uddanne", "start": "2. maj 2027", "deadline": "1. maj 2027"}
        page = as_(owner).post(url("tiltag-ny"), typed).content.decode()

        assert page.count("Sæt en frist, der ligger efter starten.") == 2
        assert 'href="#id_deadline"' in page

    def test_a_deadline_after_the_end_is_saved_with_a_warning(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        Project.objects.filter(pk=project.pk).update(end=date(2027, 6, 30))

        response = as_(owner).post(url("tiltag-ny"), {"title": "Følge op", "deadline": "28-09-2027"}, follow=True)

        assert Action.objects.get().deadline == date(2027, 9, 28)
        page = response.content.decode()
        assert "Fristen ligger efter projektets slutning 30. juni 2027." in page
        assert ", efter projektets slutning" in page

    def test_a_deadline_in_time_needs_no_warning(self, as_: As, url: Url, owner: User, project: Project) -> None:
        Project.objects.filter(pk=project.pk).update(end=date(2027, 6, 30))

        response = as_(owner).post(url("tiltag-ny"), {"title": "Aftale", "deadline": "30-06-2027"}, follow=True)

        assert "efter projektets slutning" not in response.content.decode()

    def test_an_overdue_action_says_so_in_words(self, as_: As, url: Url, owner: User, project: Project) -> None:
        yesterday = timezone.localdate() - timedelta(days=1)
        late = ActionFactory(project=project, deadline=yesterday)
        client = as_(owner)
        assert "Forsinket" in client.get(url("tiltag")).content.decode()

        client.post(url("tiltag-ret", late.pk), {"title": late.title, "deadline": str(yesterday), "status": "done"})

        page = client.get(url("tiltag")).content.decode()
        assert "Forsinket" not in page
        assert "Gennemført" in page


@pytest.mark.parametrize("kind", ["actors", "tasks"])
def test_rows_of_another_project_are_refused_at_the_field(
    as_: As, url: Url, owner: User, project: Project, stranger: User, kind: str
) -> None:
    other = Project.objects.get(slug="havnecafeen")
    factory: Any = {"actors": ProjectActorFactory, "tasks": TaskFactory}[kind]
    factory(project=project)
    foreign = factory.create_batch(2, project=other)[-1]

    page = as_(owner).post(url("tiltag-ny"), {"title": "Uddanne", kind: [foreign.pk]}).content.decode()

    assert f'href="#id_{kind}' in page
    assert str(foreign) not in page
    assert not Action.objects.exists()


def test_nobody_is_asked_to_choose_where_there_is_nothing_to_choose_among(as_: As, url: Url, owner: User) -> None:
    page = as_(owner).get(url("tiltag-ny")).content.decode()

    assert "Hvem bliver styrket?" not in page
    assert "Til hvilke opgaver?" not in page


def test_a_status_that_nobody_sends_stays_as_it_is(as_: As, url: Url, owner: User, project: Project) -> None:
    action = ActionFactory(project=project, status="waiting")

    as_(owner).post(url("tiltag-ret", action.pk), {"title": "Nyt navn"})

    action.refresh_from_db()
    assert (action.title, action.status) == ("Nyt navn", "waiting")


class TestFromGap:
    def test_one_press_makes_an_action_and_opens_it(self, as_: As, url: Url, board: User, candidacy: Candidacy) -> None:
        response = as_(board).post(url("tiltag-fra-gab", candidacy.pk, "ability"), follow=True)

        action = Action.objects.get()
        assert response.redirect_chain == [(url("tiltag-ret", action.pk), 302)]
        page = response.content.decode()
        assert "Vi har lavet et forslag til et tiltag." in page
        assert "Ruste Pilebroskolen til opgaven" in page
        assert f'value="{candidacy.pk}-ability"' in page

    def test_two_presses_open_the_same_action(self, as_: As, url: Url, owner: User, candidacy: Candidacy) -> None:
        client = as_(owner)
        first = client.post(url("tiltag-fra-gab", candidacy.pk, "ability")).url
        second = client.post(url("tiltag-fra-gab", candidacy.pk, "ability"), follow=True)

        assert second.redirect_chain == [(first, 302)]
        assert "Der er allerede et tiltag" in second.content.decode()

    def test_it_is_never_a_link(self, as_: As, url: Url, owner: User, candidacy: Candidacy) -> None:
        assert as_(owner).get(url("tiltag-fra-gab", candidacy.pk, "ability")).status_code == 405

    @pytest.mark.parametrize("concept", ["love", "ABILITY", "a" * 300])
    def test_an_unknown_concept_is_not_found(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy, concept: str
    ) -> None:
        assert as_(owner).post(url("tiltag-fra-gab", candidacy.pk, concept)).status_code == 404

    def test_those_without_the_right_make_nothing(
        self, as_: As, url: Url, candidacy: Candidacy, reader: User, stranger: User, client: Client
    ) -> None:
        address = url("tiltag-fra-gab", candidacy.pk, "ability")

        assert as_(reader).post(address).status_code == 403
        assert as_(stranger).post(address).status_code == 404
        assert client.post(address).status_code == 302
        assert not Action.objects.exists()

    def test_a_candidacy_of_another_project_is_not_found(self, as_: As, url: Url, owner: User, stranger: User) -> None:
        foreign = CandidacyFactory(project_actor__project=Project.objects.get(slug="havnecafeen"))

        assert as_(owner).post(url("tiltag-fra-gab", foreign.pk, "ability")).status_code == 404
        assert as_(owner).post(url("tiltag-fra-gab", 10**18, "ability")).status_code == 404
