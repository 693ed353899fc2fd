"""A gap becomes an action once, and one actor is agreed as responsible."""

from datetime import date

import pytest

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import (
    Action,
    ActionStatus,
    Candidacy,
    CapacityForm,
    Commitment,
    CommitmentRole,
    CommitmentState,
    Event,
    Project,
    Theme,
)
from projects.phases.plan.services import hand_over_task, propose_action
from tests.factories import ActionFactory, CandidacyFactory, CommitmentFactory, ProjectActorFactory, TaskFactory


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    Project.objects.filter(pk=project.pk).update(end=date(2100, 6, 30))
    actor = ProjectActorFactory(project=project, actor__name="Pilebroskolen")
    candidacy = CandidacyFactory(project_actor=actor, title="tovholder")
    candidacy.tasks.set(TaskFactory.create_batch(2, project=project))
    return candidacy


def test_a_proposed_action_brings_along_what_is_known(candidacy: Candidacy, owner: User) -> None:
    ActionFactory(project=candidacy.project_actor.project)

    action, is_new = propose_action(by=owner, candidacy=candidacy, concept=Concept.ABILITY)

    assert is_new
    assert str(action) == "P2 Ruste Pilebroskolen til opgaven"
    assert (action.theme, action.capacity_form) == (Theme.COMPETENCES, CapacityForm.TRAINING)
    assert action.deadline == date(2100, 3, 30)
    assert list(action.actors.all()) == [candidacy.project_actor]
    assert set(action.tasks.all()) == set(candidacy.tasks.all())
    assert [(gap.candidacy, gap.concept) for gap in action.gaps.all()] == [(candidacy, "ability")]
    assert [(event.by, event.text) for event in Event.objects.all()] == [(owner, f"foreslog tiltaget {action.code}")]


def test_without_an_end_of_its_own_the_project_ends_with_the_helhedsplan(candidacy: Candidacy, owner: User) -> None:
    project = candidacy.project_actor.project
    Project.objects.filter(pk=project.pk).update(end=None)
    project.programme.end = date(2100, 12, 31)
    project.programme.save()

    assert propose_action(by=owner, candidacy=candidacy, concept=Concept.MEANING).action.deadline == date(2099, 12, 31)


def test_pressing_twice_does_not_make_two(candidacy: Candidacy, owner: User) -> None:
    first = propose_action(by=owner, candidacy=candidacy, concept=Concept.WILL)
    second = propose_action(by=owner, candidacy=candidacy, concept=Concept.WILL)

    assert second.action == first.action
    assert not second.is_new
    assert Event.objects.count() == 1


def test_another_concept_is_another_action(candidacy: Candidacy, owner: User) -> None:
    for concept in Concept:
        propose_action(by=owner, candidacy=candidacy, concept=concept)

    assert [action.number for action in Action.objects.in_order()] == [1, 2, 3, 4]


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DROPPED])
def test_a_gap_that_is_still_there_after_an_action_gets_a_new_one(
    candidacy: Candidacy, owner: User, status: str
) -> None:
    propose_action(by=owner, candidacy=candidacy, concept=Concept.WILL)
    Action.objects.update(status=status)

    assert propose_action(by=owner, candidacy=candidacy, concept=Concept.WILL).is_new


class TestHandOver:
    @pytest.fixture
    def agreed(self, project: Project) -> Commitment:
        return CommitmentFactory(task__project=project, state=CommitmentState.AGREED)

    def test_the_responsible_and_the_date_are_written(self, project: Project, owner: User) -> None:
        task, actor = TaskFactory(project=project), ProjectActorFactory(project=project)

        hand_over_task(
            by=owner,
            task=task,
            responsible=actor,
            takes_over_on=date(2027, 7, 1),
            others={},
        )

        written = Commitment.objects.get()
        assert (written.project_actor, written.role, written.state) == (actor, "A", "agreed")
        assert written.takes_over_on == date(2027, 7, 1)

    def test_who_is_replaced_is_still_proposed(self, agreed: Commitment, owner: User) -> None:
        other = ProjectActorFactory(project=agreed.task.project)

        hand_over_task(
            by=owner,
            task=agreed.task,
            responsible=other,
            takes_over_on=None,
            others={},
        )

        states = dict(Commitment.objects.values_list("project_actor_id", "state"))
        assert states == {agreed.project_actor_id: "proposed", other.pk: "agreed"}

    def test_an_agreement_can_be_taken_back(self, agreed: Commitment, owner: User) -> None:
        hand_over_task(
            by=owner,
            task=agreed.task,
            responsible=None,
            takes_over_on=None,
            others={},
        )

        agreed.refresh_from_db()
        assert agreed.state == CommitmentState.PROPOSED

    def test_two_who_agree_on_the_same_actor_do_not_disturb_each_other(self, agreed: Commitment, owner: User) -> None:
        hand_over_task(
            by=owner,
            task=agreed.task,
            responsible=agreed.project_actor,
            takes_over_on=date(2027, 7, 1),
            others={},
        )

        agreed.refresh_from_db()
        assert agreed.takes_over_on == date(2027, 7, 1)

    def test_the_others_get_their_state_and_date(self, agreed: Commitment, owner: User) -> None:
        reserve = CommitmentFactory(task=agreed.task, role=CommitmentRole.RESERVE)

        hand_over_task(
            by=owner,
            task=agreed.task,
            responsible=agreed.project_actor,
            takes_over_on=None,
            others={reserve: (CommitmentState.AGREED, date(2027, 8, 1))},
        )

        reserve.refresh_from_db()
        assert (reserve.state, reserve.takes_over_on) == ("agreed", date(2027, 8, 1))

    def test_saving_nothing_new_leaves_no_trace(self, agreed: Commitment, owner: User) -> None:
        hand_over_task(
            by=owner,
            task=agreed.task,
            responsible=agreed.project_actor,
            takes_over_on=None,
            others={},
        )

        assert not Event.objects.exists()
