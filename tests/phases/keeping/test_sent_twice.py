"""The same form sent twice is carried out once, and a page that came back in the browser is no conflict with itself."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import SentForm, User
from forankring.accounts.sent_once import KEPT_FOR
from projects.models import Draft, Project, Task, WhyWhat
from tests.browser_client import Client
from tests.factories import TaskFactory
from tests.forms import forms_on, sent_by
from tests.together import at_the_same_instant

As = Callable[[User], Client]
SAID = "Det var gemt i forvejen. Det står der kun én gang."
NEW = {"title": "Åbne lokalet"}


@pytest.fixture
def new(project: Project) -> str:
    return reverse("opgaver-ny", args=[project.slug])


@pytest.fixture
def why(project: Project) -> str:
    return reverse("hvorfor", args=[project.slug])


def test_a_new_row_that_is_sent_twice_stands_there_once(as_: As, owner: User, new: str) -> None:
    client = as_(owner)
    typed = sent_by(client.get(new)) | NEW

    first, second = client.post(new, typed), client.post(new, typed)

    assert Task.objects.count() == 1
    assert second.headers["Location"] == first.headers["Location"]
    assert SAID in client.get(second.headers["Location"]).content.decode()


def test_what_was_written_last_of_all_is_not_part_of_what_was_sent(as_: As, owner: User, new: str) -> None:
    client = as_(owner)
    typed = sent_by(client.get(new)) | NEW

    client.post(new, typed)
    client.generic("POST", new, "&".join(f"{name}={value}" for name, value in typed.items()) + "&slut=.",
                   content_type="application/x-www-form-urlencoded")  # fmt: skip

    assert Task.objects.count() == 1


def test_the_form_opened_again_makes_another(as_: As, owner: User, new: str) -> None:
    client = as_(owner)
    for _again in range(2):
        client.post(new, sent_by(client.get(new)) | NEW)

    assert Task.objects.count() == 2


def test_another_content_is_another_row(as_: As, owner: User, new: str) -> None:
    client = as_(owner)
    typed = sent_by(client.get(new)) | NEW

    client.post(new, typed)
    client.post(new, typed | {"title": "Lukke lokalet"})

    assert set(Task.objects.values_list("title", flat=True)) == {"Åbne lokalet", "Lukke lokalet"}


def test_what_is_removed_since_is_made_again_and_once(as_: As, owner: User, new: str) -> None:
    client = as_(owner)
    typed = sent_by(client.get(new)) | NEW
    client.post(new, typed)
    Task.objects.all().delete()

    client.post(new, typed)
    client.post(new, typed)

    assert Task.objects.count() == 1


def test_what_was_refused_can_be_sent_again(as_: As, owner: User, new: str) -> None:
    client = as_(owner)
    typed = sent_by(client.get(new)) | NEW

    assert client.post(new, typed | {"title": ""}).status_code == 200
    assert not SentForm.objects.exists()
    client.post(new, typed)

    assert Task.objects.count() == 1


def test_one_person_does_not_get_the_answer_of_another(as_: As, owner: User, board: User, new: str) -> None:
    typed = sent_by(as_(owner).get(new)) | NEW
    as_(owner).post(new, typed)

    as_(board).post(new, {name: text for name, text in typed.items() if name not in {"skrevet_af", "slut"}})

    assert Task.objects.count() == 2


def test_a_name_that_only_the_first_sending_has_taken_is_no_refusal(as_: As, owner: User, project: Project) -> None:
    client, new = as_(owner), reverse("aktoerer-ny", args=[project.slug])
    typed = sent_by(client.get(new)) | {"name": "Pilebro Bibliotek", "type": "kommune"}

    first, second = client.post(new, typed), client.post(new, typed)

    assert first.status_code == 302
    assert second.headers["Location"] == first.headers["Location"]


def test_one_press_for_a_copy_is_one_copy(as_: As, owner: User, project: Project) -> None:
    client, task = as_(owner), TaskFactory(project=project)
    copy = reverse("opgaver-kopi", args=[project.slug, task.pk])
    page = client.get(reverse("opgaver", args=[project.slug])).content.decode()
    pressed = next(form for form in forms_on(page) if "csrfmiddlewaretoken" in form)

    first, second = client.post(copy, pressed), client.post(copy, pressed)

    assert Task.objects.count() == 2
    assert second.headers["Location"] == first.headers["Location"]


def test_pasted_lines_that_are_sent_twice_stand_there_once(as_: As, owner: User, project: Project) -> None:
    client, paste = as_(owner), reverse("opgaver-flere", args=[project.slug])
    page = client.post(paste, {"lines": "Åbne lokalet\nLukke lokalet"}).content.decode()
    seen = next(form for form in forms_on(page) if "seen" in form)

    first, second = client.post(paste, seen), client.post(paste, seen)

    assert Task.objects.count() == 2
    assert second.headers["Location"] == first.headers["Location"]


def test_an_answer_that_was_never_noted_leads_to_the_project(as_: As, owner: User, project: Project, new: str) -> None:
    client = as_(owner)
    typed = sent_by(client.get(new)) | NEW
    client.post(new, typed)
    SentForm.objects.update(answer="")  # the server stopped between saving and answering

    assert client.post(new, typed).headers["Location"] == reverse("project", args=[project.slug])


def test_two_presses_at_the_same_instant_make_one_row_and_lead_to_the_same_page(
    many_lines: None, as_: As, owner: User, project: Project, new: str
) -> None:
    clients = [as_(owner)] * 2
    for title in ("Åbne lokalet", "Lukke lokalet", "Lave kaffe"):
        typed = sent_by(clients[0].get(new)) | {"title": title}

        answers = at_the_same_instant(*(lambda one=one, typed=typed: one.post(new, typed) for one in clients))

        assert Task.objects.filter(title=title).count() == 1
        assert {answer.status_code for answer in answers} == {302}
        assert len({answer.headers["Location"] for answer in answers}) == 1


def test_two_presses_at_the_same_instant_make_one_actor_by_that_name(
    many_lines: None, as_: As, owner: User, project: Project
) -> None:
    client, new = as_(owner), reverse("aktoerer-ny", args=[project.slug])
    typed = sent_by(client.get(new)) | {"name": "Pilebro Bibliotek", "type": "kommune"}

    answers = at_the_same_instant(*[lambda: client.post(new, typed)] * 2)

    assert project.project_actors.count() == 1
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.headers["Location"] for answer in answers}) == 1


# A form that is edited -------------------------------------------------------------------------------


def test_a_page_that_came_back_saves_once_more_without_a_conflict(as_: As, owner: User, why: str) -> None:
    client = as_(owner)
    page = sent_by(client.get(why))
    client.post(why, page | {"problem": "Larm i opgangen"})

    again = client.post(why, page | {"problem": "Larm i gården"})

    assert again.status_code == 302
    assert WhyWhat.objects.get().problem == "Larm i gården"


def test_what_the_page_saved_can_be_taken_back_on_it(as_: As, owner: User, project: Project, why: str) -> None:
    client = as_(owner)
    page = sent_by(client.get(why))
    client.post(why, page | {"problem": "Larm i opgangen", "effect": "Ro"})

    client.post(why, page | {"effect": "Ro"})

    assert (WhyWhat.objects.get().problem, WhyWhat.objects.get().effect) == ("", "Ro")


def test_what_another_saved_between_is_still_a_conflict(as_: As, owner: User, board: User, why: str) -> None:
    client = as_(owner)
    page = sent_by(client.get(why))
    client.post(why, page | {"problem": "Larm i opgangen"})
    as_(board).post(why, sent_by(as_(board).get(why)) | {"problem": "Larm på vejen"})

    again = client.post(why, page | {"problem": "Larm i gården"})

    text = again.content.decode()
    assert again.status_code == 409
    assert "bestyrelse@pilebro.example rettede" in text
    assert "i et andet vindue" not in text
    assert WhyWhat.objects.get().problem == "Larm på vejen"


def test_what_another_changed_and_the_page_did_not_touch_again_stays(
    as_: As, owner: User, board: User, why: str
) -> None:
    client = as_(owner)
    page = sent_by(client.get(why))
    client.post(why, page | {"problem": "Larm i opgangen"})
    as_(board).post(why, sent_by(as_(board).get(why)) | {"problem": "Larm på vejen"})

    again = client.post(why, page | {"problem": "Larm i opgangen", "effect": "Ro"})

    assert again.status_code == 302
    assert (WhyWhat.objects.get().problem, WhyWhat.objects.get().effect) == ("Larm på vejen", "Ro")


def test_a_choice_that_was_made_can_be_made_again_the_other_way(as_: As, owner: User, board: User, why: str) -> None:
    client = as_(owner)
    page = sent_by(client.get(why))
    as_(board).post(why, sent_by(as_(board).get(why)) | {"problem": "Larm på vejen"})
    conflict = sent_by(client.post(why, page | {"problem": "Larm i gården"}))
    client.post(why, conflict | {"valg-problem": "gemt"})
    assert WhyWhat.objects.get().problem == "Larm på vejen"

    client.post(why, conflict | {"valg-problem": "min"})

    assert WhyWhat.objects.get().problem == "Larm i gården"


def test_a_draft_of_a_page_that_came_back_is_in_no_conflict_with_it(as_: As, owner: User, why: str) -> None:
    client = as_(owner)
    page = sent_by(client.get(why))
    client.post(why, page | {"problem": "Larm i opgangen"})
    client.post(why, {"gem-kladde": "1"} | page | {"problem": "Larm i gården"})

    shown = client.get(why)

    assert Draft.objects.count() == 1
    assert "Når du gemmer, vælger du" not in shown.content.decode()
    assert client.post(why, sent_by(shown)).status_code == 302
    assert WhyWhat.objects.get().problem == "Larm i gården"


def test_two_windows_of_one_person_are_still_two(as_: As, owner: User, why: str) -> None:
    client = as_(owner)
    first, second = sent_by(client.get(why)), sent_by(client.get(why))
    client.post(why, first | {"problem": "Fra det ene"})

    page = client.post(why, second | {"problem": "Fra det andet"})

    assert page.status_code == 409
    assert "i et andet vindue" in page.content.decode()


def test_what_was_sent_is_forgotten_after_thirty_days(as_: As, owner: User, new: str) -> None:
    client = as_(owner)
    for title in ("Åbne lokalet", "Lukke lokalet"):
        client.post(new, sent_by(client.get(new)) | {"title": title})
    old, young = SentForm.objects.order_by("pk")
    SentForm.objects.filter(pk=old.pk).update(at=timezone.now() - KEPT_FOR - timedelta(minutes=1))
    SentForm.objects.filter(pk=young.pk).update(at=timezone.now() - KEPT_FOR + timedelta(minutes=1))

    call_command("clean_up")

    assert timedelta(days=30) == KEPT_FOR
    assert SentForm.objects.get() == young
