"""Phase 1 through its pages, as the people who use it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import AnchoringDecision, Event, Project, Task, WhyWhat
from projects.phases.services import move_row, save_answers, save_row
from projects.phases.why_what.forms import GoalForm, TaskForm, WhyForm
from tests.browser_client import Client
from tests.factories import BudgetLineFactory, CommitmentFactory, TaskFactory

As = Callable[[User], Client]
STEPS = ["hvorfor", "maal", "hvad", "beslutning", "opgaver", "opgaver-ny", "fase-1"]


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("person", ["owner", "editor", "board"])
def test_those_who_work_on_the_project_open_every_step(
    as_: As, project: Project, name: str, person: str, request: pytest.FixtureRequest
) -> None:
    assert as_(request.getfixturevalue(person)).get(url(name)).status_code == 200


@pytest.mark.parametrize("name", STEPS)
def test_a_reader_is_told_why_the_steps_are_closed(as_: As, reader: User, name: str) -> None:
    response = as_(reader).get(url(name))

    assert response.status_code == 403
    assert "Du er læser" in response.content.decode()


@pytest.mark.parametrize("name", STEPS)
def test_a_stranger_does_not_learn_that_the_project_exists(
    as_: As, project: Project, stranger: User, name: str
) -> None:
    assert as_(stranger).get(url(name)).status_code == 404


def test_saving_goes_on_to_the_next_step(as_: As, owner: User) -> None:
    response = as_(owner).post(url("hvorfor"), {"problem": "Ingen ro til lektier", "beneficiaries": "beboere\nskolen"})

    assert response.url == url("maal")
    answers = WhyWhat.objects.get()
    assert answers.problem == "Ingen ro til lektier"
    assert answers.beneficiaries == ["beboere", "skolen"]


def test_the_last_step_goes_on_to_the_review(as_: As, owner: User) -> None:
    page = as_(owner).get(url("opgaver")).content.decode()

    assert f'href="{url("fase-1")}"' in page


def test_saving_can_go_back_to_the_task_list(as_: As, owner: User) -> None:
    response = as_(owner).post(url("maal"), {"goal": "Åbent to gange om ugen", "to_overview": "1"})

    assert response.url == url("project")


def test_an_answer_mended_from_the_review_comes_back_to_it(as_: As, owner: User) -> None:
    client = as_(owner)
    assert f"{url('maal')}?fra=gennemse#id_goal" in client.get(url("fase-1")).content.decode()

    response = client.post(url("maal") + "?fra=gennemse", {"goal": "Åbent to gange om ugen"})

    assert response.url == url("fase-1") + "#maal"


def test_a_mistake_keeps_everything_typed_and_saves_nothing(as_: As, owner: User) -> None:
    response = as_(owner).post(url("maal"), {"goal": "Åbent hver uge", "goal_date": "engang til foråret"})

    page = response.content.decode()
    assert "Der er problemer" in page
    assert 'href="#id_goal_date"' in page
    assert "Åbent hver uge" in page
    assert "engang til foråret" in page
    assert WhyWhat.objects.get().goal == ""


def test_ages_in_the_wrong_order_are_explained(as_: As, owner: User) -> None:
    response = as_(owner).post(url("hvorfor"), {"target_age_from": "15", "target_age_to": "9"})

    assert "De ældste kan ikke være yngre end de yngste. Ret en af aldrene." in response.content.decode()


def test_a_save_is_told_in_the_log_once(as_: As, board: User) -> None:
    client = as_(board)
    client.post(url("beslutning"), {"decision": AnchoringDecision.END, "decision_reason": "Formålet er nået"})
    client.post(url("beslutning"), {"decision": AnchoringDecision.END, "decision_reason": "Formålet er nået"})

    assert [(event.by, "Formålet" in event.text) for event in Event.objects.all()] == [(board, False)]


def test_tasks_get_numbers_in_turn(as_: As, owner: User) -> None:
    client = as_(owner)
    client.post(url("opgaver-ny"), {"title": "Være tovholder", "hours_unit": "week"})
    client.post(url("opgaver-ny"), {"title": "Hjælpe med lektier", "hours_unit": "week", "is_critical": "True"})

    assert [str(task) for task in Task.objects.in_order()] == ["O1 Være tovholder", "O2 Hjælpe med lektier"]
    assert [task.is_critical for task in Task.objects.in_order()] == [None, True]


def test_a_task_without_a_title_says_what_to_write(as_: As, owner: User) -> None:
    response = as_(owner).post(url("opgaver-ny"), {"description": "To gange om ugen", "hours_unit": "week"})

    assert "Skriv, hvad opgaven hedder." in response.content.decode()
    assert "To gange om ugen" in response.content.decode()
    assert not Task.objects.exists()


def test_several_tasks_can_be_added_in_a_row(as_: As, owner: User) -> None:
    response = as_(owner).post(url("opgaver-ny"), {"title": "Lave mad", "hours_unit": "week", "add_another": "1"})

    assert response.url == url("opgaver-ny")


def test_tasks_change_places_and_keep_their_numbers(as_: As, owner: User, project: Project) -> None:
    first, second = TaskFactory.create_batch(2, project=project)
    client = as_(owner)

    client.post(url("opgaver-op", second.pk))
    assert [task.code for task in project.tasks.in_order()] == ["O2", "O1"]

    client.post(url("opgaver-ned", second.pk))
    assert [task.code for task in project.tasks.in_order()] == ["O1", "O2"]

    client.post(url("opgaver-op", first.pk))
    assert [task.code for task in project.tasks.in_order()] == ["O1", "O2"]


def test_moving_is_never_a_link(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project)

    assert as_(owner).get(url("opgaver-op", task.pk)).status_code == 405


def test_removing_a_task_tells_first_what_goes_with_it(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project, title="Lave mad")
    CommitmentFactory(task=task)
    BudgetLineFactory(project=project, task=task)
    client = as_(owner)

    page = client.get(url("opgaver-fjern", task.pk)).content.decode()
    assert "1 aftale om opgave" in page
    assert Task.objects.filter(pk=task.pk).exists()

    assert client.post(url("opgaver-fjern", task.pk)).url == url("opgaver")
    assert not Task.objects.exists()
    assert project.budget_lines.count() == 1


def test_a_task_of_another_project_is_not_found(as_: As, owner: User, stranger: User) -> None:
    foreign = TaskFactory(project=Project.objects.get(slug="havnecafeen"))
    client = as_(owner)

    for name in ("opgaver-ret", "opgaver-fjern"):
        assert client.get(url(name, foreign.pk)).status_code == 404
    assert client.post(url("opgaver-op", foreign.pk)).status_code == 404


def test_an_archived_project_can_be_read_but_not_changed(as_: As, owner: User, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(archived_at=timezone.now(), archived_by=owner)
    client = as_(owner)

    assert client.get(url("fase-1")).status_code == 200
    response = client.post(url("maal"), {"goal": "Nyt mål"})
    assert response.status_code == 403
    assert "arkiveret" in response.content.decode()


@pytest.mark.parametrize("name", ["opgaver", "fase-1", "project"])
def test_a_page_asks_as_many_questions_of_one_task_as_of_fifty(
    as_: As, owner: User, project: Project, name: str
) -> None:
    client = as_(owner)
    TaskFactory(project=project)
    client.get(url(name))
    with CaptureQueriesContext(connection) as with_one:
        client.get(url(name))
    TaskFactory.create_batch(49, project=project)
    with CaptureQueriesContext(connection) as with_fifty:
        client.get(url(name))

    assert len(with_one) == len(with_fifty)


def test_saving_a_step_takes_at_most_twelve_queries(as_: As, owner: User) -> None:
    client = as_(owner)
    sent = client.filled_in(url("maal"), {"goal": "Åbent to gange om ugen"})
    with CaptureQueriesContext(connection) as queries:
        client.post(url("maal"), sent)

    assert len(queries) <= 12


def test_the_review_writes_hours_without_needless_zeros(as_: As, owner: User, project: Project) -> None:
    WhyWhat.objects.filter(project=project).update(scope_project_hours=34)

    page = as_(owner).get(url("fase-1")).content.decode()

    assert "34,0" not in page
    assert ">34<" in page.replace("\n", "").replace(" ", "")


def test_two_steps_saved_at_the_same_time_do_not_undo_each_other(owner: User, project: Project) -> None:
    why = WhyForm({"problem": "Ingen ro til lektier"}, instance=WhyWhat.objects.get())
    goal = GoalForm({"goal": "Åbent to gange om ugen"}, instance=WhyWhat.objects.get())
    assert why.is_valid()
    assert goal.is_valid()

    save_answers(by=owner, project=project, form=why, what="rettede hvorfor")
    save_answers(by=owner, project=project, form=goal, what="rettede målet")

    saved = WhyWhat.objects.get()
    assert (saved.problem, saved.goal) == ("Ingen ro til lektier", "Åbent to gange om ugen")


def test_a_row_mended_while_it_is_moved_keeps_its_new_place(owner: User, project: Project) -> None:
    first, second = TaskFactory.create_batch(2, project=project)
    form = TaskForm({"title": "Lave mad", "hours_unit": "week"}, instance=Task.objects.get(pk=first.pk))
    assert form.is_valid()

    move_row(row=second, up=True)
    save_row(by=owner, project=project, form=form, what="rettede opgaven")

    assert [task.title for task in project.tasks.in_order()] == [second.title, "Lave mad"]


def test_the_log_tells_which_row_but_never_what_was_typed(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    client.post(url("opgaver-ny"), {"title": "Noget, der ikke skulle stå her", "hours_unit": "week"})
    client.post(url("opgaver-fjern", Task.objects.get().pk))

    assert [event.text for event in Event.objects.newest_first()] == ["fjernede opgaven O1", "tilføjede opgaven O1"]
