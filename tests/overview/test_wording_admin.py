"""Administrators put questions in other words: it shows everywhere, no answer is lost, and there is a way back."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forankring.accounts.models import User
from projects.documents.build import build_plan
from projects.documents.document import PlanDocument
from projects.documents.questions import value_blocks
from projects.models import Project, WhyWhat, Wording
from projects.phases.guidance import standard_texts
from projects.phases.guidance.catalogue import catalogue
from tests.browser_client import Client

As = Callable[[User], Client]
LIST = reverse("admin:projects_wording_changelist")
OURS = "Hvad er i vejen, og går det over af sig selv?"


def change_url(key: str) -> str:
    return reverse("admin:projects_wording_change", args=[key])


def texts(key: str, **changed: str) -> dict[str, str]:
    """What the page's form sends when nothing else is touched."""
    asked, standard = catalogue()[key], standard_texts()[key]
    shown = {"label": asked.label, "help_text": asked.help_text, "why": standard.why}
    return shown | {"good": standard.good, "poor": standard.poor} | changed


@pytest.fixture
def changed(as_: As, admin_user: User, project: Project) -> Wording:
    response = as_(admin_user).post(change_url("hvorfor.problem"), texts("hvorfor.problem", label=OURS))
    assert response.status_code == 302
    return Wording.objects.get()


def test_every_question_is_listed_as_standard_or_changed(as_: As, admin_user: User, changed: Wording) -> None:
    page = as_(admin_user).get(LIST).content.decode()

    assert page.count("<tr id=") == len(catalogue()) > 200
    assert page.count("Ændret") == 1
    assert "version 1" in page


def test_only_what_was_changed_is_kept(changed: Wording) -> None:
    assert changed.label == OURS
    assert (changed.help_text, changed.why, changed.good, changed.poor) == ("", "", "", "")
    assert changed.written_by is not None


def test_the_words_show_in_the_form_and_on_the_review_page(
    as_: As, owner: User, project: Project, changed: Wording
) -> None:
    client = as_(owner)

    assert OURS in client.get(reverse("hvorfor", args=[project.slug])).content.decode()
    assert OURS in client.get(reverse("fase-1", args=[project.slug])).content.decode()


def test_an_old_answer_stands_under_the_new_question(as_: As, owner: User, admin_user: User, project: Project) -> None:
    WhyWhat.objects.filter(project=project).update(problem="Ingen ro til lektier")
    as_(owner).post(reverse("hvorfor", args=[project.slug]), {"problem": "Ingen ro til lektier"})
    as_(admin_user).post(change_url("hvorfor.problem"), texts("hvorfor.problem", label=OURS))

    page = as_(owner).get(reverse("hvorfor", args=[project.slug])).content.decode()
    assert "Ingen ro til lektier" in page
    assert OURS in page


def test_a_change_adds_a_version_and_the_standard_can_be_had_back(
    as_: As, owner: User, admin_user: User, project: Project, changed: Wording
) -> None:
    client = as_(admin_user)
    client.post(change_url("hvorfor.problem"), texts("hvorfor.problem", label="Hvad er galt?"))
    client.post(change_url("hvorfor.problem"), {"_standard": "1"})

    versions = Wording.objects.of_question("hvorfor.problem")
    assert [(each.version, each.label) for each in versions] == [(3, ""), (2, "Hvad er galt?"), (1, OURS)]
    assert (
        catalogue()["hvorfor.problem"].label in as_(owner).get(reverse("hvorfor", args=[project.slug])).content.decode()
    )
    assert OURS in client.get(change_url("hvorfor.problem")).content.decode(), "the old words can still be read"


def test_saving_the_same_again_adds_nothing(as_: As, admin_user: User, changed: Wording) -> None:
    as_(admin_user).post(change_url("hvorfor.problem"), texts("hvorfor.problem", label=OURS))

    assert Wording.objects.count() == 1


def test_a_look_before_saving_saves_nothing(as_: As, admin_user: User, db: None) -> None:
    page = as_(admin_user).post(change_url("maal.goal"), texts("maal.goal", why="Derfor!") | {"_preview": "1"})

    assert "<p>Derfor!</p>" in page.content.decode()
    assert not Wording.objects.exists()


def test_a_step_has_guidance_and_no_question(as_: As, admin_user: User, owner: User, project: Project) -> None:
    page = as_(admin_user).get(change_url("opgaver")).content.decode()
    assert 'name="why"' in page
    assert 'name="label"' not in page

    as_(admin_user).post(change_url("opgaver"), texts("opgaver", why="Fordi I skal kunne slippe."))
    assert "Fordi I skal kunne slippe." in as_(owner).get(reverse("opgaver", args=[project.slug])).content.decode()


@pytest.mark.parametrize("key", ["findes.ikke", "hvorfor.findes_ikke", "0"])
def test_a_question_nobody_asks_is_not_found(as_: As, admin_user: User, db: None, key: str) -> None:
    assert as_(admin_user).get(change_url(key)).status_code == 404


def test_a_text_with_a_cpr_number_is_refused(as_: As, admin_user: User, db: None) -> None:
    response = as_(admin_user).post(change_url("maal.goal"), texts("maal.goal", good="Spørg 010190-1234"))

    assert "Det ligner et CPR-nummer." in response.content.decode()
    assert not Wording.objects.exists()


@pytest.mark.parametrize("url", [LIST, change_url("hvorfor.problem")])
def test_only_administrators_come_in(as_: As, owner: User, url: str) -> None:
    assert as_(owner).get(url).status_code in {302, 403}


def test_nothing_can_be_added_or_deleted(as_: As, admin_user: User, changed: Wording) -> None:
    client = as_(admin_user)

    assert client.get(reverse("admin:projects_wording_add")).status_code == 403
    assert client.post(reverse("admin:projects_wording_delete", args=[changed.pk]), {"post": "yes"}).status_code != 200
    assert Wording.objects.exists()


def test_what_is_missing_names_the_new_question(as_: As, owner: User, project: Project, changed: Wording) -> None:
    page = as_(owner).get(reverse("fase-1", args=[project.slug])).content.decode()

    assert f"Skriv, hvilket problem projektet løser. Spørgsmålet er: ”{OURS}”" in page


def test_a_plan_keeps_the_words_it_was_made_with(as_: As, admin_user: User, project: Project, changed: Wording) -> None:
    WhyWhat.objects.update_or_create(project=project, defaults={"problem": "Ingen ro til lektier"})
    frozen = build_plan(project, date(2026, 11, 21)).model_dump_json()
    as_(admin_user).post(change_url("hvorfor.problem"), texts("hvorfor.problem", label="Hvad er galt?"))

    old, new = PlanDocument.model_validate_json(frozen), build_plan(project, date(2026, 11, 21))
    assert heading_of(old) == OURS
    assert heading_of(new) == "Hvad er galt?"


def heading_of(plan: PlanDocument) -> str:
    """What stands above the answer about the problem."""
    return next(block.question.label for block in value_blocks(plan.why) if block.question)


def test_saving_reads_no_words(as_: As, owner: User, project: Project, changed: Wording) -> None:
    client, url = as_(owner), reverse("hvorfor", args=[project.slug])
    sent = client.filled_in(url, {"problem": "Ingen ro"})
    with CaptureQueriesContext(connection) as queries:
        assert client.post(url, sent).status_code == 302
    assert not [query for query in queries if "projects_wording" in query["sql"]]


def test_a_page_reads_the_words_once(as_: As, owner: User, project: Project, changed: Wording) -> None:
    client = as_(owner)
    for name in ("hvorfor", "fase-1", "valg", "project"):
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(name, args=[project.slug]))
        assert len([query for query in queries if "projects_wording" in query["sql"]]) <= 1
