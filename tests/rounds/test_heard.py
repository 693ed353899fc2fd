"""What an actor said in a talk lies beside the questions for members, and never for guests."""

from collections.abc import Callable

from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Project
from tests.browser_client import Client
from tests.factories import ActorInterviewFactory, CandidacyFactory
from tests.rounds.rows import first_of, running
from tests.rounds.screens import questions, text

As = Callable[[User], Client]
SAID = "Fire timer i næste års plan"


def test_a_member_reads_what_the_actor_said_and_a_guest_does_not(
    as_: As, owner: User, board: User, project: Project, client: Client
) -> None:
    candidacy = CandidacyFactory(project_actor__project=project)
    ActorInterviewFactory(project_actor=candidacy.project_actor, needs=SAID)
    round_ = running(project, owner, candidacy)
    subject = first_of(round_)

    members = text(as_(board).get(questions(subject)))
    assert SAID in members.split('id="ability"')[1].split("</fieldset>")[0]
    assert SAID not in members.split('id="ability"')[0]

    client.post(reverse("deltag"), {"code": round_.code, "role": "resident"})
    guests = text(client.get(reverse("deltager-svar", args=[subject.pk])))
    assert 'id="ability"' in guests
    assert SAID not in guests
