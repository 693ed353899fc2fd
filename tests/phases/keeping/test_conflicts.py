"""Two people, or two tabs of one, save the same page: what only one changed is kept, and nobody writes over another."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Draft, Project, Task, WhyWhat
from projects.models.removed import RemovedRow
from tests.browser_client import Client
from tests.factories import TaskFactory
from tests.forms import sent_by

As = Callable[[User], Client]


@pytest.fixture
def why(project: Project) -> str:
    return reverse("hvorfor", args=[project.slug])


def answers() -> WhyWhat:
    return WhyWhat.objects.get(project__slug="lektiecafeen")


def test_what_only_one_of_them_changed_is_merged_without_asking(as_: As, owner: User, board: User, why: str) -> None:
    mine, theirs = sent_by(as_(owner).get(why)), sent_by(as_(board).get(why))
    as_(board).post(why, theirs | {"problem": "Larm", "beneficiaries": "skolen\nbeboerne"})

    response = as_(owner).post(why, mine | {"effect": "Ro", "target_count": "46"})

    assert response.status_code == 302
    saved = answers()
    assert (saved.problem, saved.beneficiaries) == ("Larm", ["skolen", "beboerne"])
    assert (saved.effect, saved.target_count) == ("Ro", 46)


def test_what_both_changed_is_shown_side_by_side_with_who_and_when(as_: As, owner: User, board: User, why: str) -> None:
    mine, theirs = sent_by(as_(owner).get(why)), sent_by(as_(board).get(why))
    as_(board).post(why, theirs | {"problem": "Larm i gården", "effect": "Ro"})

    page = as_(owner).post(why, mine | {"problem": "Larm i opgangen", "spread": "Ja"})

    text = page.content.decode()
    assert page.status_code == 409
    assert "Larm i gården" in text
    assert sent_by(page)["problem"] == "Larm i opgangen"
    assert "bestyrelse@pilebro.example rettede ”" in text
    # Only what both changed is asked about.
    assert "valg-effect" not in text
    assert "valg-spread" not in text
    assert answers().problem == "Larm i gården"


@pytest.mark.parametrize(
    ("choice", "text", "expected"),
    [
        ("gemt", "Larm i opgangen", "Larm i gården"),
        ("min", "Larm i opgangen", "Larm i opgangen"),
        ("min", "Larm i gård og opgang", "Larm i gård og opgang"),
    ],
    ids=["theirs", "mine", "a third"],
)
def test_the_person_takes_theirs_or_mine_or_writes_a_third(
    as_: As, owner: User, board: User, why: str, choice: str, text: str, expected: str
) -> None:
    mine, theirs = sent_by(as_(owner).get(why)), sent_by(as_(board).get(why))
    as_(board).post(why, theirs | {"problem": "Larm i gården", "effect": "Ro"})
    page = as_(owner).post(why, mine | {"problem": "Larm i opgangen", "spread": "Ja"})

    response = as_(owner).post(why, sent_by(page) | {"problem": text, "valg-problem": choice})

    assert response.status_code == 302
    saved = answers()
    assert (saved.problem, saved.effect, saved.spread) == (expected, "Ro", "Ja")
    assert not Draft.objects.filter(person=owner).exists()


def test_nothing_is_chosen_for_the_person(as_: As, owner: User, board: User, why: str) -> None:
    mine, theirs = sent_by(as_(owner).get(why)), sent_by(as_(board).get(why))
    as_(board).post(why, theirs | {"problem": "Larm i gården"})
    page = as_(owner).post(why, mine | {"problem": "Larm i opgangen"})

    again = as_(owner).post(why, sent_by(page))

    assert again.status_code == 409
    assert "Vælg, hvad der skal stå" in again.content.decode()
    assert 'href="#id_valg-problem_0"' in again.content.decode()
    assert sent_by(again)["problem"] == "Larm i opgangen"


def test_a_choice_counts_only_for_the_text_that_was_shown(
    as_: As, owner: User, editor: User, board: User, why: str
) -> None:
    mine, theirs = sent_by(as_(owner).get(why)), sent_by(as_(board).get(why))
    as_(board).post(why, theirs | {"problem": "Larm i gården"})
    page = as_(owner).post(why, mine | {"problem": "Larm i opgangen"})
    as_(editor).post(why, sent_by(as_(editor).get(why)) | {"problem": "Ingen ro"})

    again = as_(owner).post(why, sent_by(page) | {"valg-problem": "min"})

    assert again.status_code == 409
    assert "Ingen ro" in again.content.decode()
    assert answers().problem == "Ingen ro"


def test_two_tabs_of_one_person_are_two_who_save(as_: As, owner: User, why: str) -> None:
    client = as_(owner)
    first, second = sent_by(client.get(why)), sent_by(client.get(why))
    client.post(why, first | {"problem": "Fra den ene fane"})

    page = client.post(why, second | {"problem": "Fra den anden fane"})

    assert page.status_code == 409
    assert "Du rettede ”" in page.content.decode()


def test_the_same_answer_twice_is_no_conflict(as_: As, owner: User, board: User, why: str) -> None:
    mine, theirs = sent_by(as_(owner).get(why)), sent_by(as_(board).get(why))
    changed = {"problem": "Larm", "target_count": "46", "effect_evidence": "observed"}
    as_(board).post(why, theirs | changed)

    assert as_(owner).post(why, mine | changed | {"problem": " Larm\r\n"}).status_code == 302


def test_what_is_not_saved_because_of_a_conflict_is_kept(as_: As, owner: User, board: User, why: str) -> None:
    mine, theirs = sent_by(as_(owner).get(why)), sent_by(as_(board).get(why))
    as_(board).post(why, theirs | {"problem": "Larm i gården"})
    as_(owner).post(why, mine | {"problem": "Larm i opgangen"})

    # The browser was closed. The draft still knows what it started from.
    page = as_(owner).get(why)
    assert sent_by(page)["problem"] == "Larm i opgangen"
    assert "Når du gemmer, vælger du, hvad der skal stå." in page.content.decode()
    assert as_(owner).post(why, sent_by(page)).status_code == 409


def test_a_draft_shows_what_others_have_changed_where_it_says_nothing(
    as_: As, owner: User, board: User, why: str
) -> None:
    typed = sent_by(as_(owner).get(why)) | {"effect": "Ro", "gem-kladde": "1"}
    as_(owner).post(why, typed)
    as_(board).post(why, sent_by(as_(board).get(why)) | {"problem": "Larm"})

    page = sent_by(as_(owner).get(why))

    assert (page["problem"], page["effect"]) == ("Larm", "Ro")
    assert as_(owner).post(why, page).status_code == 302
    assert (answers().problem, answers().effect) == ("Larm", "Ro")


@pytest.mark.parametrize("version", ["", "x", "\x00", "eyJhIjoxfQ:1:abc", "9" * 5000])
def test_a_page_whose_version_cannot_be_trusted_writes_over_nothing(
    as_: As, owner: User, why: str, version: str
) -> None:
    WhyWhat.objects.filter(project__slug="lektiecafeen").update(problem="Larm")
    typed = sent_by(as_(owner).get(why)) | {"problem": "Ro", "version": version}

    page = as_(owner).post(why, typed)

    assert page.status_code == 409
    assert answers().problem == "Larm"


def test_a_version_of_another_page_is_no_version_of_this(as_: As, owner: User, project: Project) -> None:
    one, other = TaskFactory(project=project, title="Én"), TaskFactory(project=project, title="En anden")
    addresses = [reverse("opgaver-ret", args=[project.slug, task.pk]) for task in (one, other)]
    version = sent_by(as_(owner).get(addresses[0]))["version"]

    page = as_(owner).post(
        addresses[1], sent_by(as_(owner).get(addresses[1])) | {"title": "Rettet", "version": version}
    )

    assert page.status_code == 409


class TestRows:
    @pytest.fixture
    def task(self, project: Project) -> Task:
        return TaskFactory(project=project, title="Åbne døren", description="Hver tirsdag")

    @pytest.fixture
    def address(self, task: Task) -> str:
        return reverse("opgaver-ret", args=[task.project.slug, task.pk])

    def test_a_row_is_merged_and_asked_about_in_the_same_way(
        self, as_: As, owner: User, board: User, task: Task, address: str
    ) -> None:
        mine, theirs = sent_by(as_(owner).get(address)), sent_by(as_(board).get(address))
        as_(board).post(address, theirs | {"title": "Låse op", "hours_operation": "1,5", "legal_requirements": []})

        page = as_(owner).post(address, mine | {"title": "Lukke op", "competences": "Nøgle"})
        assert page.status_code == 409
        as_(owner).post(address, sent_by(page) | {"valg-title": "min"})

        task.refresh_from_db()
        assert (task.title, task.competences, str(task.hours_operation)) == ("Lukke op", "Nøgle", "1.5")

    def test_a_row_that_was_removed_meanwhile_loses_no_text(
        self, as_: As, owner: User, board: User, project: Project, task: Task, address: str
    ) -> None:
        mine = sent_by(as_(owner).get(address)) | {"description": "Hver tirsdag og torsdag"}
        as_(board).post(reverse("opgaver-fjern", args=[project.slug, task.pk]))

        page = as_(owner).post(address, mine)

        assert page.status_code == 409
        assert "bestyrelse@pilebro.example fjernede opgaven O1 kl." in page.content.decode()
        new = reverse("opgaver-ny", args=[project.slug])
        assert f'action="{new}"' in page.content.decode()
        as_(owner).post(new, sent_by(page))
        assert project.tasks.get().description == "Hver tirsdag og torsdag"
        assert RemovedRow.objects.count() == 1
        assert not Draft.objects.exists()

    def test_a_draft_of_a_row_that_was_removed_is_found_again(
        self, as_: As, owner: User, board: User, project: Project, task: Task, address: str
    ) -> None:
        typed = sent_by(as_(owner).get(address)) | {"description": "Torsdag", "gem-kladde": "1"}
        as_(board).post(reverse("opgaver-fjern", args=[project.slug, task.pk]))
        answer = as_(owner).post(address, typed, headers={"Accept": "application/json"})
        assert answer.status_code == 200

        page = as_(owner).get(address)

        assert page.status_code == 409
        assert sent_by(page)["description"] == "Torsdag"
        assert as_(board).get(address).status_code == 404

    def test_a_row_nobody_was_shown_is_not_found(self, as_: As, owner: User, stranger: User, address: str) -> None:
        missing = address.replace(str(address.split("/")[-2]), "999999")

        assert as_(owner).post(missing, {"title": "x"}).status_code == 404
        assert as_(owner).post(missing, {"title": "x", "version": "x", "fane": "0" * 16}).status_code == 404
        assert as_(stranger).post(address, {"title": "x", "version": "x"}).status_code == 404
