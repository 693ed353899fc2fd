"""Mine projekter: what a person may see, where each project stands, and how to find one."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import chain

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actors.models import Programme, Role
from forankring.accounts.models import User
from projects.models import ActionStatus, OperationLevel, Project, TaskType, WhyWhat
from projects.overview.services import archive_project
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    MembershipFactory,
    ProgrammeFactory,
    ProjectActorFactory,
    ProjectFactory,
    TaskFactory,
    UserFactory,
)

As = Callable[[User], Client]
PAGE = reverse("my_projects")
# Every question of phase 1 that "Gør nu" asks for, answered.
ANSWERED = {
    "problem": "Støj",
    "target_group": "Børn",
    "effect": "God",
    "effect_evidence": "observed",
    "consequence": "Den lukker",
    "spread": "Ja",
    "beneficiaries": ["Børn"],
    "goal": "Den lever",
    "goal_date": timezone.localdate(),
    "anchored_objects": ["activity"],
    "core_elements": ["Hver tirsdag"],
    "scope_operation_frequency": "Ugentligt",
    "decision": "anchor",
    "decision_reason": "Den virker",
}


def lines(client: Client, **query: object) -> list[dict[str, object]]:
    return client.get(PAGE, query).context["projects"].lines  # type: ignore[no-any-return]


def names(client: Client, **query: object) -> list[object]:
    return [line["name"] for line in lines(client, **query)]


def answered(**more: object) -> dict[str, object]:
    return {f"why_what__{name}": value for name, value in (ANSWERED | more).items()}


def test_a_person_sees_the_projects_of_their_own_helhedsplaner(as_: As, owner: User, stranger: User) -> None:
    assert names(as_(owner)) == ["Lektiecaféen"]
    assert names(as_(stranger)) == ["Havnecaféen"]


def test_an_administrator_without_a_membership_sees_none(as_: As, project: Project, admin_user: User) -> None:
    page = as_(admin_user).get(PAGE).content.decode()

    assert project.name not in page
    assert "Du er ikke med i en helhedsplan endnu" in page


def test_only_an_administrator_is_led_to_the_administration(as_: As, admin_user: User, db: None) -> None:
    newcomer: User = UserFactory()

    assert f'href="{reverse("admin:index")}"' in as_(admin_user).get(PAGE).content.decode()
    assert f'href="{reverse("admin:index")}"' not in as_(newcomer).get(PAGE).content.decode()


def test_every_helhedsplan_of_a_person_is_listed(as_: As, owner: User, project: Project) -> None:
    for number in range(30):
        MembershipFactory(user=owner, programme=ProgrammeFactory(name=f"Plan nr. {number}"))

    page = as_(owner).get(PAGE)

    for programme in Programme.objects.all():
        assert reverse("programme", args=[programme.pk]) in page.content.decode()


def test_an_empty_project_begins_with_its_first_question(as_: As, editor: User) -> None:
    [line] = lines(as_(editor))

    assert str(line["phase"]).startswith("1 · ")
    assert line["to_do"] == "Skriv, hvilket problem projektet løser."
    assert line["to_do_url"] == reverse("hvorfor", args=["lektiecafeen"]) + "#id_problem"
    assert line["url"] == reverse("project", args=["lektiecafeen"])


def test_what_is_answered_is_not_asked_for_again(as_: As, editor: User, project: Project) -> None:
    project.why_what.problem = "Støj"
    project.why_what.target_group = "Børn"
    project.why_what.save()

    [line] = lines(as_(editor))

    assert line["to_do"] == "Skriv, hvad I ved om virkningen."


def test_a_list_that_was_emptied_again_counts_as_no_answer(as_: As, editor: User, project: Project) -> None:
    for name, value in (ANSWERED | {"core_elements": []}).items():
        setattr(project.why_what, name, value)
    project.why_what.save()

    assert lines(as_(editor))[0]["to_do"] == "Skriv de 3-5 ting, der ikke må forsvinde."


def test_a_project_through_with_phase_1_is_in_the_next(as_: As, owner: User) -> None:
    programme = MembershipFactory(user=owner, programme__name="Anden plan").programme
    further = ProjectFactory(programme=programme, name="Videre", **answered())
    TaskFactory(project=further, task_type=TaskType.LEADERSHIP, is_critical=True, operation_level=OperationLevel.KEEP)

    [line] = [line for line in lines(as_(owner)) if line["name"] == "Videre"]

    assert str(line["phase"]).startswith("2 · ")


def test_an_overdue_action_comes_before_what_is_missing(as_: As, editor: User, project: Project) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    ActionFactory(project=project, title="Færdigt", deadline=yesterday, status=ActionStatus.DONE)
    ActionFactory(project=project, title="I dag", deadline=timezone.localdate())
    assert lines(as_(editor))[0]["to_do"] == "Skriv, hvilket problem projektet løser."

    late = ActionFactory(project=project, title="Skriv under", deadline=yesterday)

    [line] = lines(as_(editor))
    assert "Skriv under" in str(line["to_do"])
    assert str(line["to_do_url"]).startswith(reverse("tiltag-ret", args=["lektiecafeen", late.pk]))
    assert str(line["phase"]).startswith("1 · ")


def test_the_list_and_the_projects_own_page_say_the_same(as_: As, owner: User, project: Project) -> None:
    empty = project
    ahead = ProjectFactory(programme=project.programme, name="Videre", slug="videre", **answered())
    TaskFactory(project=ahead)
    ProjectActorFactory(project=ahead)
    client = as_(owner)

    for each in (empty, ahead):
        now = client.get(reverse("project", args=[each.slug])).context["now"]
        [line] = [line for line in lines(client) if line["name"] == each.name]
        assert (line["to_do"], line["to_do_url"]) == (str(now["text"]), now["url"])


def test_a_reader_gets_only_the_plan(as_: As, reader: User) -> None:
    response = as_(reader).get(PAGE)
    [line] = response.context["projects"].lines

    assert (line["phase"], line["to_do"]) == ("", "")
    assert line["url"] == reverse("plan", args=["lektiecafeen"])
    assert line["pdf_url"] == reverse("plan_pdf", args=["lektiecafeen"])
    assert reverse("project", args=["lektiecafeen"]) + '"' not in response.content.decode()


def test_projects_stand_by_helhedsplan_and_then_by_name_as_danes_sort(as_: As, db: None) -> None:
    person = UserFactory()
    for programme, projects in {"Ådalen": ["Zebra", "Aarup"], "Birkelunden": ["Ørsted", "abe", "Bi"]}.items():
        row = MembershipFactory(user=person, programme__name=programme).programme
        for name in projects:
            ProjectFactory(programme=row, name=name)

    assert names(as_(person)) == ["abe", "Bi", "Ørsted", "Zebra", "Aarup"]


def test_25_stand_on_a_page_across_helhedsplaner_and_none_is_lost(as_: As, db: None) -> None:
    person = UserFactory()
    for number, size in enumerate([10, 0, 40, 3, 7]):
        programme = MembershipFactory(user=person, programme__name=f"Plan {number}").programme
        for place in range(size):
            ProjectFactory(programme=programme, name=f"{number}-{place:02}")
    client = as_(person)

    pages = [names(client, side=number) for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [25, 25, 10]
    assert list(chain(*pages)) == [
        f"{n}-{place:02}" for n, size in enumerate([10, 0, 40, 3, 7]) for place in range(size)
    ]


@pytest.mark.parametrize("side", ["0", "-1", "99", "x", "9" * 40])
def test_a_page_that_does_not_exist_shows_one_that_does(as_: As, editor: User, side: str) -> None:
    assert names(as_(editor), side=side) == ["Lektiecaféen"]


def test_a_project_is_found_by_a_piece_of_its_name(as_: As, owner: User, project: Project) -> None:
    ProjectFactory(programme=project.programme, name="Sundhedscaféen 100 %")

    assert names(as_(owner), soeg="lektie") == ["Lektiecaféen"]
    assert names(as_(owner), soeg=" caféen ") == ["Lektiecaféen", "Sundhedscaféen 100 %"]
    assert names(as_(owner), soeg="100 %") == ["Sundhedscaféen 100 %"]
    assert names(as_(owner), soeg="_") == []


def test_a_search_without_a_hit_says_so_and_leads_back(as_: As, owner: User) -> None:
    page = as_(owner).get(PAGE, {"soeg": "findes ikke"}).content.decode()

    assert "Ingen projekter passer til det." in page
    assert 'value="findes ikke"' in page


@pytest.mark.parametrize(
    "soeg", ["\x00", "\x1b[31m", "'; DROP TABLE", "%%", "x" * 5000, "\ud800".encode("utf-8", "replace")]
)
def test_odd_searches_are_answered(as_: As, owner: User, soeg: str) -> None:
    assert as_(owner).get(PAGE, {"soeg": soeg}).status_code == 200


def test_the_list_narrows_to_one_helhedsplan(as_: As, owner: User) -> None:
    other = MembershipFactory(user=owner, programme__name="Anden plan").programme
    ProjectFactory(programme=other, name="Det andet")

    assert names(as_(owner)) == ["Det andet", "Lektiecaféen"]
    assert names(as_(owner), helhedsplan=other.pk) == ["Det andet"]


@pytest.mark.parametrize("wanted", ["x", "-1", "9" * 40, "²"])
def test_a_helhedsplan_that_makes_no_sense_is_answered(as_: As, owner: User, wanted: str) -> None:
    assert as_(owner).get(PAGE, {"helhedsplan": wanted}).status_code == 200


def test_another_persons_helhedsplan_cannot_be_asked_for(as_: As, owner: User, stranger: User) -> None:
    theirs = Programme.objects.get(name="Havneparken sammen")

    assert names(as_(owner), helhedsplan=theirs.pk) == []


def test_archived_projects_hide_until_asked_for(as_: As, owner: User, project: Project) -> None:
    ProjectFactory(programme=project.programme, name="I brug")
    archive_project(by=owner, project=project)

    assert names(as_(owner)) == ["I brug"]
    shown = lines(as_(owner), arkiverede="on")
    assert [(line["name"], line["is_archived"]) for line in shown] == [("I brug", False), ("Lektiecaféen", True)]
    assert shown[1]["to_do"] == ""


def test_when_all_is_archived_the_page_shows_the_way_there(as_: As, owner: User, project: Project) -> None:
    archive_project(by=owner, project=project)

    assert "Vis arkiverede projekter" in as_(owner).get(PAGE).content.decode()


@pytest.mark.parametrize(("role", "may_create"), [(Role.OWNER, True), (Role.EDITOR, False), (Role.BOARD, False)])
def test_an_empty_list_teaches_and_shows_an_owner_the_first_step(
    as_: As, db: None, role: Role, may_create: bool
) -> None:
    membership = MembershipFactory(programme=ProgrammeFactory(), role=role)

    page = as_(membership.user).get(PAGE).content.decode()

    assert "Her kommer jeres projekter" in page
    assert (reverse("project_create", args=[membership.programme.pk]) in page) is may_create


@pytest.mark.parametrize("ahead", [False, True], ids=["empty", "through with phase 1"])
def test_the_database_is_asked_the_same_for_1_and_50(as_: As, owner: User, project: Project, ahead: bool) -> None:
    def add(count: int) -> None:
        for _ in range(count):
            row = ProjectFactory(programme=project.programme, **(answered() if ahead else {}))
            TaskFactory(project=row)
            ProjectActorFactory(project=row)

    def queries() -> int:
        client = as_(owner)
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return len(asked)

    add(1)
    few = queries()
    add(49)
    assert queries() == few


def test_the_database_is_asked_the_same_for_1_and_50_helhedsplaner(as_: As, db: None) -> None:
    person = UserFactory()

    def queries() -> int:
        client = as_(person)
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return len(asked)

    ProjectFactory(programme=MembershipFactory(user=person).programme)
    few = queries()
    for _ in range(49):
        ProjectFactory(programme=MembershipFactory(user=person).programme)
    assert queries() == few


def test_a_goal_of_an_earlier_decision_is_the_same_thing_to_do_on_the_list_and_on_the_projects_page(
    as_: As, owner: User, project: Project
) -> None:
    client = as_(owner)
    row, _new = WhyWhat.objects.get_or_create(project=project)
    row.goal, row.goal_date, row.decision, row.goal_written_for = "Åbent", date(2027, 1, 1), "end", "anchor"
    for field in ("problem", "target_group", "effect", "consequence", "spread"):
        setattr(row, field, "Skrevet")
    row.effect_evidence, row.beneficiaries = "document", ["Børnene"]
    row.save()

    asked = "Målet er skrevet til den tidligere beslutning."
    assert asked in client.get(reverse("my_projects")).content.decode()
    assert asked in client.get(reverse("project", args=[project.slug])).content.decode()
