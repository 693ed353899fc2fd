"""The session ran out while somebody wrote: signing in leads back to a page, never to an empty answer."""

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Project
from tests.browser_client import Client
from tests.factories import UserFactory

PASSWORD = "en-lang-nok-kode"
# Paths that a browser reads as another host.
ELSEWHERE = ["//evil.example/x", "///evil.example/x", "/\\evil.example/x", "//evil.example?x", "/\\/evil.example"]


@pytest.fixture
def email(project: Project) -> str:
    person: User = UserFactory(password=PASSWORD)
    project.programme.memberships.create(user=person, role="owner")
    return person.email


def sign_in_after_press(client: Client, address: str, email: str, **headers: str) -> tuple[str, int]:
    """Where a person ends who presses a button at this address, signed out, and then signs in."""
    asked = client.post(address, headers=headers)
    assert asked.status_code == 302
    landed = client.post(asked["Location"], {"login": email, "password": PASSWORD}, follow=True)
    return landed.redirect_chain[-1][0], landed.status_code


def test_a_press_leads_back_to_the_page_with_the_button(client: Client, project: Project, email: str) -> None:
    page = reverse("project_edit", args=[project.slug]) + "?fra=gennemse"

    landed = sign_in_after_press(
        client, reverse("project_restore", args=[project.slug]), email, referer=f"http://testserver{page}"
    )

    assert landed == (page, 200)


@pytest.mark.parametrize(
    "referer",
    ["", "http://et-andet-sted.example/side/", "//et-andet-sted.example/", "javascript:alert(1)", "http://testserver"]
    + [f"http://testserver{path}" for path in ELSEWHERE],
)
def test_a_press_from_nowhere_we_know_leads_to_the_front_page(
    client: Client, project: Project, email: str, referer: str
) -> None:
    landed = sign_in_after_press(client, reverse("project_restore", args=[project.slug]), email, referer=referer)

    assert landed == (reverse("my_projects"), 200)


@pytest.mark.parametrize("path", ELSEWHERE)
def test_staying_signed_in_never_leads_to_another_host(client: Client, email: str, path: str) -> None:
    client.force_login(User.objects.get(email=email))

    answer = client.post(reverse("stay"), headers={"referer": f"http://testserver{path}"})

    assert answer["Location"] == "/"


def test_a_page_that_was_only_opened_is_opened_after_signing_in(client: Client, project: Project) -> None:
    page = reverse("project_edit", args=[project.slug])

    assert client.get(page)["Location"] == f"{reverse('account_login')}?next={page}"
