"""Two leaders at the same instant: nobody gets a breakdown, and nothing is there twice."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from actors.models import Membership, Programme, Role
from forankring.accounts.models import User
from projects.models import Event, Project
from projects.overview import programme_services
from tests.browser_client import Client
from tests.factories import MembershipFactory
from tests.together import at_the_same_instant

As = Callable[[User], Client]
NEW = "ny.person@pilebro.example"


def test_the_same_new_person_is_added_in_two_helhedsplaner_at_once(
    many_lines: None, as_: As, owner: User, stranger: User, project: Project
) -> None:
    other = Programme.objects.exclude(pk=project.programme_id).get()
    asks = [(as_(owner), project.programme_id), (as_(stranger), other.pk)]

    for round_ in range(3):
        data = {"email": f"{round_}{NEW}", "role": Role.EDITOR}
        answers = at_the_same_instant(
            *(
                lambda client=client, pk=pk, data=data: client.post(reverse("members", args=[pk]), data)
                for client, pk in asks
            )
        )

        assert [answer.status_code for answer in answers] == [302, 302]
        assert User.objects.filter(email=data["email"]).count() == 1
        assert Membership.objects.filter(user__email=data["email"]).count() == 2


@pytest.fixture
def leaving(project: Project) -> Membership:
    return MembershipFactory(programme=project.programme, role=Role.EDITOR, user__name="Bo Lund")


@pytest.fixture
def is_gone(leaving: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another leader takes the person out after the page has read them, and before it locks."""
    lock = programme_services._refuse_if_gone

    def removed_first(membership: Membership) -> None:
        Membership.objects.filter(pk=leaving.pk).delete()
        lock(membership)

    monkeypatch.setattr(programme_services, "_refuse_if_gone", removed_first)


@pytest.mark.parametrize(
    ("name", "data"), [("member_role", {"role": "owner"}), ("member_remove", {}), ("member_invite", {})]
)
def test_whoever_was_taken_out_meanwhile_is_told_to_be_no_member(
    as_: As, owner: User, project: Project, leaving: Membership, is_gone: None, name: str, data: dict[str, str]
) -> None:
    client = as_(owner)

    answer = client.post(reverse(name, args=[project.programme_id, leaving.pk]), data, follow=True)

    assert answer.status_code == 200
    assert "Bo Lund er ikke længere deltager." in answer.content.decode()
    assert not Event.objects.filter(text__contains="rolle").exists()
