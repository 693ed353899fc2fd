"""One normal form for every text, at every door, and one key to compare and search by."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection, models
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from actors.models import Actor, HousingOrganisation, Programme
from forankring.accounts.models import User
from forankring.database.columns import CharField, TextField
from forankring.database.lookups import TextKey
from forankring.ui.text import HYPHENS, REMOVED, SPACES, comparison_key, normal_form
from projects.models import Candidacy, Project, ProjectActor, Task, WhyWhat
from tests.browser_client import Client
from tests.factories import ActorFactory, CandidacyFactory, ProjectActorFactory, ProjectFactory

As = Callable[[User], Client]

TEXT = st.text(
    st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from("åÅéüæøǾ̊" + REMOVED + HYPHENS + SPACES)),
    max_size=40,
)
TYPED = "\ufeffA\u030aben\u200b bole\u00adhave e\u0301n"
STORED = "Åben bolehave én"


@given(TEXT)
def test_a_normal_form_is_its_own_and_has_no_marks_without_width(text: str) -> None:
    once = normal_form(text)

    assert normal_form(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(REMOVED) & set(once)
    assert once.count("\u200c") == text.count("\u200c")


@given(TEXT)
def test_a_key_is_the_same_for_a_text_and_its_normal_form(text: str) -> None:
    assert (
        comparison_key(normal_form(text)) == comparison_key(text) == comparison_key(unicodedata.normalize("NFD", text))
    )
    assert comparison_key(comparison_key(text)) == comparison_key(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Åparken", "åparken"), ("Åparken", "A\u030aparken"), ("Bo\u00adhave", "bohave"), ("Nord\u2011Vest", "nord-vest"),
     ("Den\u00a0åbne  dør", "den åbne dør"), ("CAFÉ", "café"), ("MÜLLER", "müller"), ("Bo\u2060have", "bohave")],
)  # fmt: skip
def test_these_are_the_same_name(one: str, other: str) -> None:
    assert comparison_key(one) == comparison_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("cafe", "café"), ("Aabenraa", "Åbenrå"), ("ø", "o"), ("\u0645\u200c\u062e", "\u0645\u062e")]
)
def test_these_are_two_names(one: str, other: str) -> None:
    assert comparison_key(one) != comparison_key(other)


@pytest.mark.django_db
@given(st.lists(TEXT.map(normal_form), min_size=30, max_size=30))
def test_the_database_has_the_same_key(texts: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(['text_key(%s)'] * len(texts))}", texts)
        assert list(cursor.fetchone()) == [comparison_key(text) for text in texts]


def test_every_text_column_of_ours_is_in_normal_form() -> None:
    """A code that a machine makes is no text that somebody types, and neither is what a library keeps."""
    wrong = [
        str(column)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in ("accounts", "actors", "projects")
        for column in model._meta.get_fields()
        if isinstance(column, models.CharField | models.TextField)
        and not isinstance(column, CharField | TextField | models.EmailField | models.SlugField)
        and column.model._meta.app_label in ("accounts", "actors", "projects")
        and column.name != "password"
    ]
    assert not wrong


def test_the_administration_searches_names_by_their_key() -> None:
    for model, shown in admin.site._registry.items():
        for name in shown.search_fields:
            column: Any = model
            for part in name.removesuffix("__holds").split("__"):
                column = (column.related_model if hasattr(column, "related_model") else column)._meta.get_field(part)
            assert name.endswith("__holds") == isinstance(column, CharField | TextField), f"{model}: {name}"


def test_a_form_stores_the_normal_form(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    client.post(
        reverse("opgaver-ny", args=[project.slug]), {"title": TYPED, "hours_unit": "week", "description": TYPED}
    )

    task = Task.objects.get()
    assert (task.title, task.description) == (STORED, STORED)


def test_a_list_of_texts_and_a_pasted_line_store_the_normal_form(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    Task.objects.bulk_create([Task(project=project, number=1, position=1, title=TYPED)])
    WhyWhat.objects.update_or_create(project=project, defaults={"core_elements": [TYPED]})

    assert Task.objects.get().title == STORED
    assert WhyWhat.objects.get(project=project).core_elements == [STORED]
    page = client.post(reverse("opgaver-flere", args=[project.slug]), {"lines": f"{TYPED} ny"}).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen
    client.post(reverse("opgaver-flere", args=[project.slug]), {"lines": f"{TYPED} ny", "seen": seen[1], "take": "0"})
    assert Task.objects.filter(title=f"{STORED} ny").exists()


def test_the_administration_and_a_command_store_the_normal_form(as_: As, admin_client: Client) -> None:
    admin_client.post(reverse("admin:actors_housingorganisation_add"), {"name": TYPED, "is_active": "on"})
    assert HousingOrganisation.objects.get().name == STORED

    Programme.objects.create(name=TYPED)
    Programme.objects.filter(name=TYPED).update(name=f"{TYPED} 2")
    assert Programme.objects.filter(name=f"{STORED} 2").exists()


@pytest.mark.parametrize(
    ("name", "asked"),
    [("Æblehaven", "æblehaven"), ("Åbent hus", "åbent"), ("Nord\u2011Vest", "nord-vest"), ("Café Ü", "CAFÉ ü"),
     ("Den\u00a0store", "den store"), ("Æblehaven", "ÆBLE")],
)  # fmt: skip
def test_a_search_finds_a_name_however_it_is_written(
    as_: As, owner: User, project: Project, name: str, asked: str
) -> None:
    ProjectFactory(programme=project.programme, name=name, slug="soegt")
    page = as_(owner).get(reverse("my_projects"), {"soeg": asked}).content.decode()

    assert reverse("project", args=["soegt"]) in page


def test_a_search_does_not_take_one_letter_for_another(as_: As, owner: User, project: Project) -> None:
    ProjectFactory(programme=project.programme, name="Café Å", slug="soegt")

    assert (
        reverse("project", args=["soegt"])
        not in as_(owner).get(reverse("my_projects"), {"soeg": "cafe"}).content.decode()
    )


def test_the_administration_finds_a_name_however_it_is_written(admin_client: Client) -> None:
    HousingOrganisation.objects.create(name="Æblehavens Boligselskab")
    page = admin_client.get(reverse("admin:actors_housingorganisation_changelist"), {"q": "æblehavens boligselskab"})

    assert "Æblehavens Boligselskab" in page.content.decode()


@pytest.mark.parametrize(
    "again", ["åparkens café", "A\u030aparkens  cafe\u0301", "ÅPARKENS CAFÉ", "Åparkens\u00a0Ca\u00adfé"]
)
def test_an_actor_that_exists_is_refused_in_any_writing(as_: As, owner: User, project: Project, again: str) -> None:
    ActorFactory(programme=project.programme, name="Åparkens café")
    page = as_(owner).post(reverse("aktoerer-ny", args=[project.slug]), {"name": again}).content.decode()

    assert "Aktøren er allerede i helhedsplanen" in page
    assert Actor.objects.count() == 1


def test_a_role_that_exists_is_refused_in_any_writing(as_: As, owner: User, project: Project) -> None:
    actor = ProjectActorFactory(project=project)
    CandidacyFactory(project_actor=actor, title="Åben rådgiver")
    answers = {"project_actor": actor.pk, "title": "åben\u00a0RÅDGIVER"}
    page = as_(owner).post(reverse("vurdering-ny", args=[project.slug]), answers).content.decode()

    assert "Aktøren vurderes allerede i den rolle." in page
    assert Candidacy.objects.count() == 1


def test_a_key_can_be_asked_for_in_a_query(project: Project) -> None:
    ActorFactory(programme=project.programme, name="Åben Dør")

    assert Actor.objects.annotate(key=TextKey("name")).get().key == "åben dør"


def test_the_headings_of_the_matrix_hold_no_marks_that_are_copied_along(as_: As, owner: User, project: Project) -> None:
    ProjectActorFactory(project=project, actor__name="Boligorganisationernes fællessekretariat")
    Task.objects.create(project=project, number=1, position=1, title="Finde lokale")
    page = as_(owner).get(reverse("daekning", args=[project.slug])).content.decode()

    assert "Boligorganisationernes fællessekretariat</th>" in page.replace('<span class="may-break"></span>', "")
    assert "\u00ad" not in page
    assert ProjectActor.objects.count() == 1
