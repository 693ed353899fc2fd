"""Administrators create helhedsplaner for others, and see nothing of what is in them."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.urls import reverse

from actors.models import Membership, Programme, Role
from forankring.accounts.models import User
from projects.models import Event, FocusArea, Project
from tests.browser_client import Client
from tests.factories import FocusAreaFactory, ProjectFactory, UserFactory

Committing = Callable[..., object]
ADD = "admin:actors_programme_add"


@pytest.fixture
def administrator(as_: Callable[[User], Client], admin_user: User) -> Client:
    return as_(admin_user)


def test_a_helhedsplan_is_made_with_an_owner_who_is_invited(
    administrator: Client, admin_user: User, django_capture_on_commit_callbacks: Committing
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        response = administrator.post(reverse(ADD), {"name": "Ny plan", "owner_email": "Leder@Pilebro.example"})

    assert response.status_code == 302
    programme = Programme.objects.get()
    [membership] = programme.memberships.all()
    assert (membership.user.email, membership.role) == ("leder@pilebro.example", Role.OWNER)
    assert "/invitation/" in mail.outbox[0].body
    assert not Membership.objects.filter(user=admin_user).exists()
    assert administrator.get(reverse("programme", args=[programme.pk])).status_code == 404
    assert Event.objects.filter(programme=programme, by=admin_user).count() == 2


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": "", "owner_email": "a@b.example"}, "name"),
        ({"name": "Plan", "owner_email": ""}, "owner_email"),
        ({"name": "Plan", "owner_email": "lukket@pilebro.example"}, "owner_email"),
    ],
)
def test_a_helhedsplan_needs_a_name_and_an_owner_who_can_sign_in(
    administrator: Client, typed: dict[str, str], field: str
) -> None:
    UserFactory(email="lukket@pilebro.example", is_active=False)

    response = administrator.post(reverse(ADD), typed)

    assert list(response.context["adminform"].form.errors) == [field]
    assert not Programme.objects.exists()


def test_the_administration_shows_name_and_owner_and_no_content(
    administrator: Client, project: Project, owner: User, editor: User
) -> None:
    programme = project.programme
    programme.vision = "Fortrolig vision"
    programme.save()

    for address in (
        reverse("admin:actors_programme_changelist"),
        reverse("admin:actors_programme_change", args=[programme.pk]),
    ):
        page = administrator.get(address).content.decode()
        assert owner.email in page
        for secret in ("Fortrolig vision", project.name, editor.email):
            assert secret not in page


def test_an_administrator_finds_no_way_into_a_project(administrator: Client, project: Project) -> None:
    for address in (reverse("project", args=[project.slug]), reverse("programme", args=[project.programme_id])):
        assert administrator.get(address).status_code == 404
    index = administrator.get(reverse("admin:index")).content.decode()
    assert "/admin/projects/focusarea/" in index
    assert "/admin/projects/project/" not in index
    assert "/admin/actors/actor/" not in index


def test_a_helhedsplan_whose_owner_has_left_gets_another(
    administrator: Client, project: Project, owner: User, editor: User
) -> None:
    address = reverse("admin:actors_programme_change", args=[project.programme_id])
    User.objects.filter(pk=owner.pk).update(is_active=False)

    assert administrator.post(address, {"name": "Kapret", "owner_email": editor.email}).status_code == 302

    owners = project.programme.memberships.filter(role=Role.OWNER).values_list("user__email", flat=True)
    assert set(owners) == {owner.email, editor.email}
    project.programme.refresh_from_db()
    assert project.programme.name == "Pilebro i Balance"


def test_an_administrator_gets_into_no_plan_whose_owner_is_there(
    administrator: Client, project: Project, owner: User, admin_user: User
) -> None:
    address = reverse("admin:actors_programme_change", args=[project.programme_id])

    page = administrator.post(address, {"owner_email": admin_user.email}).content.decode()

    assert "Bed lederen om at tilføje flere under Deltagere." in page
    assert not project.programme.memberships.filter(user=admin_user).exists()


def test_nothing_deletes_a_helhedsplan(administrator: Client, project: Project) -> None:
    address = reverse("admin:actors_programme_delete", args=[project.programme_id])

    assert administrator.post(address, {"post": "yes"}).status_code == 403


def test_indsatsomraader_are_kept_and_stay_while_projects_use_them(administrator: Client, db: None) -> None:
    typed = {"code": "2027-tryghed", "name": "Tryghed", "valid_from": "2027", "valid_to": ""}
    assert administrator.post(reverse("admin:projects_focusarea_add"), typed).status_code == 302
    assert FocusArea.objects.get(code="2027-tryghed").valid_to is None

    used = FocusAreaFactory()
    ProjectFactory(focus_area=used)
    page = administrator.post(reverse("admin:projects_focusarea_delete", args=[used.pk]), {"post": "yes"})
    assert "1 projekt" in page.content.decode()
    assert FocusArea.objects.filter(pk=used.pk).exists()
