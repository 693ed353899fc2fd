"""What the example shows of the actors: their relations, and two that have moved."""

from datetime import timedelta

from django.utils import timezone

from actors.ages import is_outdated
from actors.models import ActorRelation, RelationKind
from projects.models import ActorInterview, Project, SharedScore


def test_the_school_and_the_association_were_assessed_before_and_have_moved(lektiecafeen: Project) -> None:
    first, last = lektiecafeen.assessment_rounds.earliest("held_on"), lektiecafeen.assessment_rounds.latest("held_on")
    before = SharedScore.objects.filter(round=first)
    now = {(row.candidacy_id, row.concept): row.score or 0 for row in SharedScore.objects.filter(round=last)}

    assert set(before.values_list("candidacy__project_actor__number", flat=True)) == {1, 6}
    steps = [now[row.candidacy_id, row.concept] - (row.score or 0) for row in before]
    assert min(steps) >= 0
    assert sum(steps) >= 4


def test_the_actors_have_relations_of_every_kind(lektiecafeen: Project) -> None:
    relations = ActorRelation.objects.of_programme(lektiecafeen.programme_id)

    assert set(relations.values_list("kind", flat=True)) == set(RelationKind.values)


def test_the_assessments_do_not_grow_old_within_the_week(lektiecafeen: Project) -> None:
    held_on = lektiecafeen.assessment_rounds.latest("held_on").held_on

    assert not is_outdated(held_on, timezone.localdate() + timedelta(days=7))


def test_six_actors_have_been_talked_with_as_the_plan_says_and_one_talk_is_planned(lektiecafeen: Project) -> None:
    talks = ActorInterview.objects.of_project(lektiecafeen.pk)
    action = lektiecafeen.actions.get(title__startswith="Holde aktørsamtaler")

    held = talks.held().select_related("project_actor")
    assert {talk.project_actor.number for talk in held} == set(range(1, 7))
    assert all(action.start <= talk.held_on <= action.deadline for talk in held)
    assert all(talk.held_on <= talk.project_actor.contact_date for talk in held)
    (planned,) = talks.exclude(pk__in=held)
    assert planned.held_on > timezone.localdate()
