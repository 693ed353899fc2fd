"""From a weak concept to several proposals, one press into the plan, and a new assessment when it is done."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import Concept
from actors.models import Actor
from forankring.accounts.models import User
from projects.models import Action, ActionTemplate, Candidacy, Project, Theme, WhyWhat
from projects.phases.facts import facts_of
from projects.phases.facts.candidacies import Held, is_assessed_since
from projects.phases.health import REASSESS, open_findings
from tests.browser_client import Client
from tests.factories import ActionFactory, CandidacyFactory, ProjectActorFactory, SharedScoreFactory, TaskFactory

As = Callable[[User], Client]
Url = Callable[..., str]


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    """The association, chosen to run it: weak in ability."""
    Project.objects.filter(pk=project.pk).update(end=date(2100, 6, 30))
    actor = ProjectActorFactory(project=project, actor__name="Foreningen")
    candidacy = CandidacyFactory(project_actor=actor, title="driftsansvarlig", choice="chosen")
    candidacy.tasks.add(TaskFactory(project=project, title="Finde frivillige"))
    SharedScoreFactory(
        candidacy=candidacy, concept=Concept.ABILITY, score=2, requirement="To i hver rolle.", evidence="observed"
    )
    SharedScoreFactory(candidacy=candidacy, concept=Concept.WILL, score=5)
    return candidacy


def told(project: Project) -> list[str]:
    return [str(each.text) for each in open_findings(facts_of(project)) if each.rule.code == REASSESS]


def test_gaps_of_an_actor_that_is_not_for_now_are_not_counted(
    as_: As, url: Url, owner: User, candidacy: Candidacy
) -> None:
    assert "1 gab har intet tiltag endnu." in as_(owner).get(url("gab")).content.decode()

    Candidacy.objects.filter(pk=candidacy.pk).update(choice="not_now")
    page = as_(owner).get(url("gab")).content.decode()

    assert "Intet gab mangler et tiltag." in page
    assert "Alle gab har et tiltag." not in page
    assert "er ikke talt med" in page
    assert "Foreningen som driftsansvarlig" in page


@pytest.mark.parametrize(
    ("actor_type", "is_offered"),
    [("association", False), ("school", False), ("resident_group", True), ("", True)],
)
def test_only_who_has_no_form_yet_is_helped_to_become_an_association(
    as_: As, url: Url, owner: User, candidacy: Candidacy, actor_type: str, is_offered: bool
) -> None:
    Actor.objects.filter(pk=candidacy.project_actor.actor_id).update(actor_type=actor_type)

    assert ("med at blive en forening" in as_(owner).get(url("gab")).content.decode()) is is_offered


@pytest.mark.parametrize(
    ("ages", "is_offered"),
    [((18, 85), False), ((15, None), False), ((10, 16), True), ((None, 85), True), ((None, None), True)],
)
def test_certificates_are_proposed_where_there_may_be_children(
    as_: As, url: Url, owner: User, candidacy: Candidacy, ages: tuple[int | None, int | None], is_offered: bool
) -> None:
    WhyWhat.objects.update_or_create(
        project=candidacy.project_actor.project, defaults={"target_age_from": ages[0], "target_age_to": ages[1]}
    )

    assert ("Få børneattester på plads" in as_(owner).get(url("gab")).content.decode()) is is_offered


class TestProposals:
    def test_a_weak_concept_has_several_and_a_strong_one_none(
        self, as_: As, url: Url, board: User, candidacy: Candidacy
    ) -> None:
        page = as_(board).get(url("gab")).content.decode()

        assert "Foreningen som driftsansvarlig" in page
        assert "Evne: 2 af 5" in page
        assert "To i hver rolle." in page
        assert page.count('name="skabelon"') == ActionTemplate.objects.filter(concept="ability").count() >= 4
        assert "Vilje: 5 af 5" not in page

    def test_they_show_actor_task_theme_and_a_date_counted_back(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy
    ) -> None:
        page = as_(owner).get(url("gab-ret", candidacy.pk)).content.decode()

        assert "Give Foreningen en makker i opgaven" in page
        assert "O1 Finde frivillige" in page
        assert "Kompetencer · frist 30. december 2099" in page

    def test_one_press_puts_the_chosen_one_in_the_plan_with_all_of_it(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy
    ) -> None:
        response = as_(owner).post(
            url("tiltag-fra-gab", candidacy.pk, "ability"), {"skabelon": "gab-evne-forening"}, follow=True
        )

        action = Action.objects.get()
        assert (action.title, action.theme) == ("Hjælpe Foreningen med at blive en forening", Theme.LEGAL)
        assert action.deadline == date(2099, 6, 30)
        assert list(action.actors.all()) == [candidacy.project_actor]
        assert list(action.tasks.all()) == list(candidacy.tasks.all())
        assert [(gap.candidacy, gap.concept) for gap in action.gaps.all()] == [(candidacy, "ability")]
        page = response.content.decode()
        assert response.redirect_chain[0][0].startswith(url("gab-ret", candidacy.pk))
        assert "P1 Hjælpe Foreningen med at blive en forening er lagt i planen." in page
        assert "Ligger i planen" in page

    def test_two_presses_make_one_and_another_proposal_another(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy
    ) -> None:
        client, address = as_(owner), url("tiltag-fra-gab", candidacy.pk, "ability")

        for code in ("gab-evne-makker", "gab-evne-makker", "gab-evne-drejebog"):
            client.post(address, {"skabelon": code})

        assert [action.template_code for action in Action.objects.in_order()] == [
            "gab-evne-makker",
            "gab-evne-drejebog",
        ]

    @pytest.mark.parametrize("code", ["gab-vilje", "findes-ikke", "\x00", "a" * 5000])
    def test_a_proposal_that_is_not_offered_for_the_gap_is_not_found(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy, code: str
    ) -> None:
        response = as_(owner).post(url("tiltag-fra-gab", candidacy.pk, "ability"), {"skabelon": code})

        assert response.status_code == 404
        assert not Action.objects.exists()

    def test_what_the_administrators_keep_is_what_is_offered(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy
    ) -> None:
        ActionTemplate.objects.filter(concept="ability").update(is_active=False)
        ActionTemplate.objects.create(code="egen", concept="ability", title="Låne {aktør} en bogholder", position=1)

        page = as_(owner).get(url("gab")).content.decode()

        assert page.count('name="skabelon"') == 1
        assert "Låne Foreningen en bogholder" in page

    def test_the_chosen_come_before_those_that_are_not(
        self, as_: As, url: Url, owner: User, candidacy: Candidacy, project: Project
    ) -> None:
        first = ProjectActorFactory(project=project, actor__name="Klubben", position=0)
        reserve = CandidacyFactory(project_actor=first, title="reserve", choice="reserve")
        SharedScoreFactory(candidacy=reserve, concept=Concept.WILL, score=1)

        page = as_(owner).get(url("gab")).content.decode()

        assert page.index("Foreningen som driftsansvarlig") < page.index("Klubben som reserve")

    def test_an_actor_out_of_use_is_offered_nothing(self, as_: As, url: Url, owner: User, candidacy: Candidacy) -> None:
        actor = candidacy.project_actor.actor
        actor.is_active = False
        actor.save()

        assert "Ingen gab" in as_(owner).get(url("gab")).content.decode()
        assert "Her er intet gab." in as_(owner).get(url("gab-ret", candidacy.pk)).content.decode()

    def test_those_without_the_right_see_nothing(
        self, as_: As, url: Url, candidacy: Candidacy, reader: User, stranger: User
    ) -> None:
        for address in (url("gab"), url("gab-ret", candidacy.pk)):
            assert as_(reader).get(address).status_code == 403
            assert as_(stranger).get(address).status_code == 404
        foreign = CandidacyFactory(project_actor__project=Project.objects.get(slug="havnecafeen"))
        assert as_(reader).get(url("gab-ret", foreign.pk)).status_code == 403
        assert as_(stranger).get(url("gab-ret", 10**18)).status_code == 404


moments = st.integers(0, 4 * 24 * 60).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@given(st.none() | moments, moments, st.none() | st.integers(0, 3))
def test_only_what_is_said_after_it_was_done_is_an_answer(
    said_at: datetime | None, written_at: datetime, set_back: int | None
) -> None:
    """An action done when it is written, or so many days before; and the last thing said about the concept."""
    done_on = written_at.date() - timedelta(days=set_back or 0)
    held = said_at and Held(2, said_at.date(), "", said_at)

    answered = is_assessed_since(held or None, done_on, written_at)

    if said_at is None or said_at.date() < done_on:
        assert not answered
    elif said_at.date() > done_on:
        assert answered
    else:
        assert answered == (said_at > written_at)


class TestDone:
    @pytest.fixture
    def action(self, candidacy: Candidacy) -> Action:
        action = ActionFactory(project=candidacy.project_actor.project, title="Uddanne to", responsible="Formand")
        action.gaps.create(candidacy=candidacy, concept="ability")
        return action

    def finish(self, client: Client, url: Url, action: Action, **said: str) -> str:
        gaps = [f"{gap.candidacy_id}-{gap.concept}" for gap in action.gaps.all()]
        typed = {"title": action.title, "gaps": gaps, "status": "done", **said}
        return client.post(url("tiltag-ret", action.pk), typed, follow=True).content.decode()

    def test_it_remembers_the_day_and_asks_for_a_new_assessment(
        self, as_: As, url: Url, owner: User, action: Action, candidacy: Candidacy, project: Project
    ) -> None:
        page = self.finish(as_(owner), url, action)

        action.refresh_from_db()
        assert action.done_on == timezone.localdate()
        assert "Tiltaget er gjort. Vurdér igen, om det hjalp: Foreningen som driftsansvarlig: evne." in page
        assert url("vurder-ret", candidacy.pk) in page
        assert told(project) == [
            "P1 Uddanne to er gennemført. Vurdér igen, om det har hjulpet på evne hos Foreningen som driftsansvarlig."
        ]
        for address in (url("project"), url("gab"), url("health")):
            assert "Vurdér igen" in as_(owner).get(address).content.decode()

    def test_an_assessment_later_the_same_day_is_the_answer(
        self, as_: As, url: Url, owner: User, action: Action, candidacy: Candidacy, project: Project
    ) -> None:
        today = timezone.localdate()
        SharedScoreFactory(candidacy=candidacy, concept=Concept.ABILITY, score=2, round__held_on=today)
        self.finish(as_(owner), url, action)
        assert told(project)

        SharedScoreFactory(candidacy=candidacy, concept=Concept.ABILITY, score=3, round__held_on=today)

        assert not told(project)

    def test_an_assessment_after_the_day_it_was_done_is_enough(
        self, as_: As, url: Url, owner: User, action: Action, candidacy: Candidacy, project: Project
    ) -> None:
        """Done two months ago, assessed last month, written down today."""
        today = timezone.localdate()
        SharedScoreFactory(
            candidacy=candidacy, concept=Concept.ABILITY, score=4, round__held_on=today - timedelta(days=30)
        )

        self.finish(as_(owner), url, action, done_on=str(today - timedelta(days=60)))

        assert not told(project)

    def test_another_concept_assessed_is_not_the_answer(
        self, as_: As, url: Url, owner: User, action: Action, candidacy: Candidacy, project: Project
    ) -> None:
        self.finish(as_(owner), url, action)

        SharedScoreFactory(
            candidacy=candidacy, concept=Concept.WILL, score=4, round__held_on=timezone.localdate() + timedelta(days=1)
        )

        assert told(project)

    def test_a_gap_that_is_still_there_when_assessed_again_is_without_action(
        self, as_: As, url: Url, owner: User, action: Action, candidacy: Candidacy, project: Project
    ) -> None:
        def rules() -> set[str]:
            return {each.rule.code for each in open_findings(facts_of(project))}

        assert "weak-without-action" not in rules()
        self.finish(as_(owner), url, action, done_on=str(timezone.localdate() - timedelta(days=9)))
        assert "weak-without-action" not in rules()

        SharedScoreFactory(candidacy=candidacy, concept=Concept.ABILITY, score=1, round__held_on=timezone.localdate())

        assert "weak-without-action" in rules()
        assert "1 gab har intet tiltag endnu." in as_(owner).get(url("gab")).content.decode()

    def test_an_action_taken_up_again_has_no_day(self, as_: As, url: Url, owner: User, action: Action) -> None:
        client = as_(owner)
        self.finish(client, url, action)

        self.finish(client, url, action, status="in_progress", done_on=str(timezone.localdate()))

        action.refresh_from_db()
        assert (action.done_on, action.done_written_at) == (None, None)

    def test_a_day_written_beside_another_status_is_not_lost(
        self, as_: As, url: Url, owner: User, action: Action
    ) -> None:
        page = self.finish(as_(owner), url, action, status="in_progress", done_on="1. maj 2026")

        assert "Vælg ”Gennemført” ovenfor, eller lad dagen stå tom." in page
        assert 'value="1. maj 2026"' in page

    def test_a_day_to_come_is_refused_at_the_field(self, as_: As, url: Url, owner: User, action: Action) -> None:
        page = self.finish(as_(owner), url, action, done_on=str(timezone.localdate() + timedelta(days=1)))

        assert 'href="#id_done_on"' in page
        assert "Skriv en dag, der er gået, eller i dag." in page
        action.refresh_from_db()
        assert action.status == "not_started"

    def test_an_action_done_on_a_day_nobody_wrote_down_asks_for_nothing(
        self, as_: As, url: Url, owner: User, action: Action, project: Project
    ) -> None:
        Action.objects.update(status="done")

        self.finish(as_(owner), url, action, status_note="Det gik godt.")

        action.refresh_from_db()
        assert action.done_on is None
        assert not told(project)

    def test_a_copy_is_not_done(self, as_: As, url: Url, owner: User, action: Action) -> None:
        client = as_(owner)
        self.finish(client, url, action)

        client.post(url("tiltag-kopi", action.pk))

        copy = Action.objects.exclude(pk=action.pk).get()
        assert (copy.status, copy.done_on) == ("not_started", None)
