"""Starting a project from a template: what is chosen becomes the project's own, once."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forankring.accounts.models import User
from projects.activities import ORDER, defaults, load_activities, restore_activity
from projects.models import (
    ActivityTemplate,
    Event,
    HoursUnit,
    LegalRequirement,
    OperationLevel,
    Project,
    Task,
    TaskType,
    TemplateTask,
    WhyWhat,
)
from tests.browser_client import Client
from tests.factories import TaskFactory

As = Callable[[User], Client]


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


@pytest.fixture
def template(db: None) -> ActivityTemplate:
    return ActivityTemplate.objects.get(code="lektiecafe")


def everything(template: ActivityTemplate) -> dict[str, list[str]]:
    return {
        "tasks": [str(pk) for pk in template.tasks.values_list("pk", flat=True)],
        "core_elements": template.core_elements,
        "adaptable": template.adaptable,
    }


def test_an_empty_project_is_shown_the_way_to_the_templates(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)

    assert url("skabeloner") in client.get(url("opgaver")).content.decode()
    assert url("skabeloner") in client.get(url("project")).content.decode()
    page = client.get(url("skabeloner")).content.decode()
    for name in ("Lektiecafé", "Fritidsjob", "Sundhedscafé", "Fædregruppe", "Sommerfest"):
        assert name in page


def test_the_way_stays_on_the_task_list_and_goes_from_the_project_page(as_: As, owner: User, project: Project) -> None:
    TaskFactory(project=project)
    client = as_(owner)

    assert url("skabeloner") in client.get(url("opgaver")).content.decode()
    assert url("skabeloner") not in client.get(url("project")).content.decode()


def test_one_sees_what_a_template_holds_before_taking_it(
    as_: As, owner: User, project: Project, template: ActivityTemplate
) -> None:
    page = as_(owner).get(url("skabelon", template.pk)).content.decode()

    assert "Hente børneattester" in page
    assert (
        "Administration, jura og sikkerhed · kritisk · bevares · 10 timer om året · lovkrav: børneattest"
        in page.replace("\u00a0", " ")
    )
    assert "Faste dage og tider, så børnene kan regne med det" in page
    assert not Task.objects.exists()


def test_what_is_taken_becomes_ordinary_tasks_and_answers(
    as_: As, owner: User, project: Project, template: ActivityTemplate
) -> None:
    response = as_(owner).post(url("skabelon", template.pk), everything(template))

    assert response.url == url("opgaver")
    assert [task.title for task in Task.objects.in_order()] == [
        task["title"] for task in defaults("lektiecafe")["tasks"]
    ]
    attest = Task.objects.get(title="Hente børneattester")
    assert (attest.task_type, attest.is_critical, attest.hours_unit) == ("ADM", True, "year")
    assert attest.legal_requirements == ["child_certificate", "data_processing"]
    answers = WhyWhat.objects.get()
    assert (answers.core_elements, answers.adaptable) == (template.core_elements, template.adaptable)
    assert Event.objects.get().text == "hentede fra skabelonen ”Lektiecafé”"


def test_only_what_is_ticked_is_taken(as_: As, owner: User, project: Project, template: ActivityTemplate) -> None:
    first = template.tasks.in_order()[0]

    as_(owner).post(url("skabelon", template.pk), {"tasks": [str(first.pk)]})

    assert [task.title for task in Task.objects.all()] == [first.title]
    assert not any(answers.core_elements for answers in WhyWhat.objects.all())


def test_taking_it_twice_adds_nothing_twice(as_: As, owner: User, project: Project, template: ActivityTemplate) -> None:
    client, chosen = as_(owner), everything(template)
    client.post(url("skabelon", template.pk), chosen)

    page = client.post(url("skabelon", template.pk), chosen).content.decode()
    again = client.get(url("skabelon", template.pk)).content.decode()

    assert Task.objects.count() == template.tasks.count()
    assert WhyWhat.objects.get().core_elements == template.core_elements
    assert Event.objects.count() == 1
    assert "Der er problemer" in page
    assert "I har det hele i forvejen" in again


def test_what_the_project_has_already_is_kept_and_not_offered(
    as_: As, owner: User, project: Project, template: ActivityTemplate
) -> None:
    TaskFactory(project=project, title="hjælpe  børnene med LEKTIER", description="Vores egen")
    own_lines = ["Vores eget", template.core_elements[0]]
    WhyWhat.objects.update_or_create(project=project, defaults={"core_elements": own_lines})
    own = template.tasks.get(title="Hjælpe børnene med lektier")
    client = as_(owner)

    page = client.get(url("skabelon", template.pk)).content.decode()
    chosen = everything(template)
    chosen["tasks"].remove(str(own.pk))
    chosen["core_elements"] = chosen["core_elements"][1:]
    client.post(url("skabelon", template.pk), chosen)

    assert "Opgaver, I har i forvejen" in page
    assert f'value="{own.pk}"' not in page
    assert Task.objects.count() == template.tasks.count()
    assert Task.objects.in_order()[0].description == "Vores egen"
    assert WhyWhat.objects.get().core_elements == ["Vores eget", *template.core_elements]


def test_more_lines_than_the_answer_has_room_for_are_refused_in_words(
    as_: As, owner: User, project: Project, template: ActivityTemplate
) -> None:
    lines = [f"Linje {n}" for n in range(19)]
    WhyWhat.objects.update_or_create(project=project, defaults={"core_elements": lines})

    page = as_(owner).post(url("skabelon", template.pk), everything(template)).content.decode()

    assert "Der er plads til 20 linjer i alt" in page
    assert not Task.objects.exists()


def test_nothing_ticked_is_told(as_: As, owner: User, project: Project, template: ActivityTemplate) -> None:
    page = as_(owner).post(url("skabelon", template.pk), {"tasks": []} | {"x": "1"}).content.decode()

    assert "Sæt kryds ved det, I vil have med" in page


def test_a_template_out_of_use_is_not_offered(
    as_: As, owner: User, project: Project, template: ActivityTemplate
) -> None:
    ActivityTemplate.objects.filter(pk=template.pk).update(is_active=False)
    client = as_(owner)

    assert "Lektiecafé<" not in client.get(url("skabeloner")).content.decode()
    assert client.get(url("skabelon", template.pk)).status_code == 404
    assert client.post(url("skabelon", template.pk), everything(template)).status_code == 404
    ActivityTemplate.objects.update(is_active=False)
    assert "Ingen skabeloner lige nu" in client.get(url("skabeloner")).content.decode()


@pytest.mark.parametrize(("person", "status"), [("editor", 200), ("board", 200), ("reader", 403), ("stranger", 404)])
def test_those_who_work_on_the_project_may_use_templates(
    as_: As, project: Project, template: ActivityTemplate, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    client = as_(request.getfixturevalue(person))

    assert client.get(url("skabeloner")).status_code == status
    assert client.get(url("skabelon", template.pk)).status_code == status
    posted = client.post(url("skabelon", template.pk), everything(template))
    assert posted.status_code == (302 if status == 200 else status)
    assert Task.objects.filter(project=project).exists() == (status == 200)


def test_the_pages_ask_no_more_of_many_templates_than_of_one(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    client.get(url("skabeloner"))

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(url("skabeloner"))
        return len(queries)

    before = count()
    for n in range(20):
        row = ActivityTemplate.objects.create(code=f"x{n}", name=f"X {n}")
        TemplateTask.objects.create(template=row, title="Gøre noget")
    assert count() == before


@pytest.mark.parametrize("code", ORDER)
def test_what_we_propose_uses_words_that_exist(db: None, code: str) -> None:
    for task in ActivityTemplate.objects.get(code=code).tasks.all():
        task.full_clean()
        assert task.task_type in TaskType.values
        assert task.operation_level in OperationLevel.values
        assert task.hours_unit in HoursUnit.values
        assert set(task.legal_requirements) <= set(LegalRequirement.values)
        assert task.title[0].isupper()
        assert not task.title.endswith(".")


def test_loading_again_changes_nothing_an_administrator_has_done(template: ActivityTemplate) -> None:
    ActivityTemplate.objects.filter(code="sommerfest").delete()
    template.name = "Lektiehjælp"
    template.save()
    template.tasks.all().delete()

    load_activities()
    load_activities()

    assert ActivityTemplate.objects.count() == len(ORDER)
    template.refresh_from_db()
    assert (template.name, template.tasks.count()) == ("Lektiehjælp", 0)
    assert ActivityTemplate.objects.get(code="sommerfest").tasks.count() == len(defaults("sommerfest")["tasks"])


def test_a_template_can_be_restored(template: ActivityTemplate) -> None:
    ActivityTemplate.objects.filter(pk=template.pk).update(name="Lektiehjælp", is_active=False)
    template.tasks.update(title="Noget andet")

    restore_activity("lektiecafe")

    template.refresh_from_db()
    assert (template.name, template.is_active) == ("Lektiecafé", True)
    assert template.tasks.in_order()[0].title == defaults("lektiecafe")["tasks"][0]["title"]
