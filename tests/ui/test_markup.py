"""What the form pack writes, in every state."""

import re

import pytest
from django.test import RequestFactory
from django.urls import reverse

from forankring.accounts.models import User
from tests.browser_client import Client
from tests.ui.gallery import INVALID, STATES, VALID, form_in

pytestmark = [pytest.mark.urls("tests.ui.gallery"), pytest.mark.django_db]


def html_of(client: Client, state: str) -> str:
    return client.get(f"/formular/{state}/").content.decode()


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_label_and_every_reference_an_end(client: Client, state: str) -> None:
    html = html_of(client, state)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for name in (*re.findall(r' for="([^"]+)"', html), *re.findall(r'href="#([^"]+)"', html)):
        assert name in ids
    for names in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', html):
        assert set(names.split()) <= set(ids), names
    for control in re.findall(r'<(?:input|select|textarea)\b[^>]*\bid="([^"]+)"', html):
        assert f'for="{control}"' in html or "hidden" in control


@pytest.mark.parametrize("state", STATES)
def test_labels_and_answers_are_escaped(client: Client, state: str) -> None:
    html = html_of(client, state)
    assert "<b>Stopper" not in html
    assert "&lt;b&gt;Stopper&lt;/b&gt;" in html
    assert "<script>" not in html


def test_the_gallery_is_what_it_says() -> None:
    assert form_in("valid").is_valid(), form_in("valid").errors
    assert set(form_in("invalid").errors) == set(INVALID) - {"yes"}
    assert set(VALID) == set(form_in("empty").fields)


def test_a_refused_form_keeps_what_was_typed_and_says_so_first(client: Client) -> None:
    html = html_of(client, "invalid")
    assert "<title>Fejl: Formular – Forankring</title>" in html
    assert html.index('role="alert"') < html.index("<h1>")
    assert html.count("Antal: skriv et tal, der mindst er 1.") == 2
    assert 'aria-describedby="id_invalid_text_helptext id_invalid_text_error"' in html
    assert '<span class="sr-only">Fejl: </span>' in html
    assert "a\nb\nc\nd" in html


def test_a_good_form_says_nothing_about_errors(client: Client) -> None:
    html = html_of(client, "filled")
    assert "Fejl" not in html
    assert 'role="alert"' not in html


def test_a_closed_form_is_closed_everywhere(client: Client) -> None:
    html = html_of(client, "disabled")
    form = html[html.index("<form") : html.index("</form>")]
    for control in re.findall(r'<(?:input|select|textarea)\b[^>]*\bid="id_disabled[^>]*>', form):
        assert " disabled" in control


def test_no_page_has_inline_style_or_script(client: Client) -> None:
    for address in ("/stykker/", "/formular/invalid/", "/tilgaengelighed/", "/findes-ikke/"):
        html = client.get(address).content.decode()
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\bsrc=)", html), address


def test_the_statement_is_open_to_all(client: Client) -> None:
    page = client.get(reverse("accessibility"))
    assert page.status_code == 200
    assert "Digitaliseringsstyrelsen" in page.content.decode()


def test_the_menu_has_what_the_person_may(client: Client) -> None:
    person = User.objects.create_user("person@pilebro.example", name="Pia <Person>")
    client.force_login(person)
    html = client.get("/stykker/").content.decode()
    assert "Pia &lt;Person&gt;" in html
    assert "Log ud" in html
    assert "Administration" not in html
    User.objects.filter(pk=person.pk).update(is_staff=True)
    assert "Administration" in client.get("/stykker/").content.decode()


def test_an_unknown_address_is_answered_in_danish(client: Client) -> None:
    answer = client.get("/findes-ikke/")
    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.content.decode()


def test_a_form_without_its_token_is_answered_in_danish() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(reverse("account_login"), {"login": "a"})
    assert answer.status_code == 403
    assert "Svaret blev ikke gemt" in answer.content.decode()


def test_an_error_of_ours_is_answered_without_the_database(
    rf: RequestFactory, django_assert_num_queries: object
) -> None:
    from django.views.defaults import bad_request, server_error

    with django_assert_num_queries(0):  # type: ignore[operator]
        assert "Noget gik galt hos os" in server_error(rf.get("/")).content.decode()
        assert "Det kunne ikke læses" in bad_request(rf.get("/"), Exception("x")).content.decode()
