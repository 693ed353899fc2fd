"""After a talk the actor's card says how far the contact is, and never less than somebody knows."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from forankring.accounts.models import User
from forankring.ui.dates import write_date
from projects.models import ActorInterview, ContactStatus, Project, ProjectActor
from projects.phases.mapping.interview_notes import contact_after
from tests.browser_client import Client
from tests.factories import ProjectActorFactory

As = Callable[[User], Client]


@pytest.fixture
def school(project: Project) -> ProjectActor:
    return ProjectActorFactory(project=project, actor__name="Pilebroskolen", contact_status="contacted")


def url(project: Project, name: str = "aktoersamtaler", *args: object) -> str:
    return reverse(name, args=[project.slug, *args])


def written(actor: ProjectActor, day: date, **answers: str) -> dict[str, str]:
    return {"project_actor": str(actor.pk), "held_on": write_date(day), **answers}


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def test_a_talk_makes_the_contact_a_dialogue_with_its_date(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    as_(owner).post(url(project, "aktoersamtaler-ny"), written(school, days_ago(2), knows="Kender caféen"))

    school.refresh_from_db()
    assert (school.contact_status, school.contact_date) == (ContactStatus.IN_DIALOGUE, days_ago(2))


def test_what_was_said_of_the_contact_goes_to_the_card(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    as_(owner).post(url(project, "aktoersamtaler-ny"), written(school, days_ago(2), contact_status="declined"))

    school.refresh_from_db()
    assert school.contact_status == ContactStatus.DECLINED


def test_neither_a_plan_nor_an_older_talk_moves_the_contact(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    as_(owner).post(url(project, "aktoersamtaler-ny"), written(school, days_ago(2), contact_status="interested"))

    as_(owner).post(url(project, "aktoersamtaler-ny"), written(school, days_ago(-9), contact_status="declined"))
    as_(owner).post(url(project, "aktoersamtaler-ny"), written(school, days_ago(9), contact_status="not_contacted"))

    school.refresh_from_db()
    assert (school.contact_status, school.contact_date) == (ContactStatus.INTERESTED, days_ago(2))


def test_mended_notes_do_not_take_the_contact_back(
    as_: As, owner: User, project: Project, school: ProjectActor
) -> None:
    status = {"contact_status": "in_dialogue"}
    as_(owner).post(url(project, "aktoersamtaler-ny"), written(school, days_ago(2), knows="Kender", **status))
    ProjectActor.objects.filter(pk=school.pk).update(contact_status="interested")
    talk = ActorInterview.objects.get()

    as_(owner).post(url(project, "aktoersamtaler-ret", talk.pk), written(school, days_ago(2), knows="Ved", **status))

    school.refresh_from_db()
    talk.refresh_from_db()
    assert (talk.knows, school.contact_status) == ("Ved", ContactStatus.INTERESTED)


@given(before=st.sampled_from(["", *ContactStatus.values]), said=st.sampled_from(["", *ContactStatus.values]))
def test_after_a_talk_the_contact_is_what_was_said_and_never_less_than_a_dialogue(before: str, said: str) -> None:
    after = contact_after(before=before, said=said)

    assert after == said if said else after in {"in_dialogue", "interested", "accepted", "declined"}
    assert said or after == before or before in {"", "not_contacted", "contacted"}
