"""An owner creates, renames, archives and restores projects."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import Event, FocusArea, Project
from projects.overview.services import archive_project, create_project
from projects.reference import load_focus_areas
from tests.browser_client import Client
from tests.factories import ProgrammeFactory, ProjectFactory

As = Callable[[User], Client]


def create(client: Client, project: Project, **typed: object) -> Project:
    response = client.post(reverse("project_create", args=[project.programme_id]), typed)
    assert response.status_code == 302, response.context["form"].errors
    return Project.objects.order_by("pk").last()  # type: ignore[return-value]


def focus_areas(client: Client, address: str) -> set[str]:
    field = client.get(address).context["form"].fields["focus_area"]
    return {f"{area.valid_from} {area.name}" for area in field.queryset}


def test_a_name_is_enough_and_every_step_can_be_opened(as_: As, owner: User, project: Project) -> None:
    made = create(as_(owner), project, name="Sundhedscaféen på Åen")

    assert made.slug == "sundhedscafeen-paa-aaen"
    assert (made.why_what.problem, made.outline.leadership) == ("", "")
    assert Event.objects.get(project=made).text == "oprettede projektet"
    assert as_(owner).get(reverse("project", args=[made.slug])).status_code == 200


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ærø Øst", "aeroe-oest"),
        ("Lektiecaféen", "lektiecafeen-2"),
        ("!!!", "projekt"),
        ("日本", "projekt"),
        ("x" * 120, "x" * 72),
        ("--a--", "a"),
    ],
)
def test_the_address_comes_of_the_name_and_is_unique(
    as_: As, owner: User, project: Project, name: str, slug: str
) -> None:
    assert create(as_(owner), project, name=name).slug == slug


def test_the_address_is_unique_across_helhedsplaner(owner: User, project: Project) -> None:
    other = ProgrammeFactory()

    made = [create_project(by=owner, programme=other, name="Lektiecaféen").slug for _ in range(2)]

    assert made == ["lektiecafeen-2", "lektiecafeen-3"]


def test_a_new_project_is_offered_the_helhedsplans_period(as_: As, owner: User, project: Project) -> None:
    programme = project.programme
    programme.start, programme.end = date(2023, 7, 1), date(2027, 6, 30)
    programme.save()

    shown = as_(owner).get(reverse("project_create", args=[programme.pk])).content.decode()

    assert "følger projektet helhedsplanen: 1. juli 2023." in shown
    assert "følger projektet helhedsplanen: 30. juni 2027." in shown


def test_a_project_without_a_name_is_not_made_and_nothing_typed_is_lost(as_: As, owner: User, project: Project) -> None:
    typed = {"name": " ", "end": "30. juni 2027"}
    response = as_(owner).post(reverse("project_create", args=[project.programme_id]), typed)

    page = response.content.decode()
    assert "Skriv, hvad projektet hedder." in page
    assert 'value="30. juni 2027"' in page
    assert Project.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"start": "1.1.2027", "end": "1.1.2026"}, "__all__"),
        ({"end": "aldrig"}, "end"),
        ({"focus_area": "999999"}, "focus_area"),
        ({"focus_area": "x"}, "focus_area"),
        ({"name": "x" * 121}, "name"),
        ({"name": "a\x00b"}, "name"),
    ],
)
def test_bad_answers_are_told(as_: As, owner: User, project: Project, typed: dict[str, str], field: str) -> None:
    address = reverse("project_edit", args=[project.slug])

    response = as_(owner).post(address, {"name": "Nyt navn"} | typed)

    assert list(response.context["form"].errors) == [field]
    project.refresh_from_db()
    assert project.name == "Lektiecaféen"


def test_a_renamed_project_keeps_its_address(as_: As, owner: User, project: Project) -> None:
    as_(owner).post(reverse("project_edit", args=[project.slug]), {"name": "Læsecaféen", "end": "30-06-2027"})

    project.refresh_from_db()
    assert (project.name, project.slug, project.end) == ("Læsecaféen", "lektiecafeen", date(2027, 6, 30))


def test_the_areas_offered_are_those_of_the_period_and_of_today(as_: As, owner: User, project: Project) -> None:
    address = reverse("project_edit", args=[project.slug])
    FocusArea.objects.all().delete()
    load_focus_areas()
    FocusArea.objects.create(code="nu", name="Nutidens", valid_from=timezone.localdate().year)
    project.start, project.end = date(2014, 1, 1), date(2015, 12, 31)
    project.save()

    offered = focus_areas(as_(owner), address)

    assert "2011 Sundhed" in offered
    assert "2015 Tryghed og trivsel" in offered
    assert f"{timezone.localdate().year} Nutidens" in offered


def test_the_area_a_project_has_stays_on_the_list(as_: As, owner: User, project: Project) -> None:
    project.focus_area = FocusArea.objects.get(code="2011-14-sundhed")
    project.save()

    assert "2011 Sundhed" in focus_areas(as_(owner), reverse("project_edit", args=[project.slug]))


def test_loading_the_areas_again_changes_nothing(db: None) -> None:
    FocusArea.objects.filter(code="2019-26-beskaeftigelse").update(name="Job og uddannelse")

    load_focus_areas()

    assert FocusArea.objects.count() == 15
    assert FocusArea.objects.get(code="2019-26-beskaeftigelse").name == "Job og uddannelse"


def test_archiving_asks_first_and_says_what_happens(as_: As, owner: User, project: Project) -> None:
    address = reverse("project_archive", args=[project.slug])

    assert "Intet bliver slettet." in as_(owner).get(address).content.decode()
    project.refresh_from_db()
    assert project.archived_at is None
    as_(owner).post(address)
    project.refresh_from_db()
    assert project.archived_by == owner


def test_an_archived_project_is_read_but_not_written_until_it_is_restored(
    as_: As, owner: User, editor: User, project: Project
) -> None:
    archive_project(by=owner, project=project)
    step = reverse("hvorfor", args=[project.slug])

    assert as_(editor).get(reverse("project", args=[project.slug])).status_code == 200
    refused = as_(editor).post(step, {"problem": "Støj"})
    assert refused.status_code == 403
    assert "Projektet er arkiveret" in refused.content.decode()
    assert (
        reverse("project_restore", args=[project.slug])
        in as_(owner).get(reverse("project_edit", args=[project.slug])).content.decode()
    )

    as_(owner).post(reverse("project_restore", args=[project.slug]))
    assert as_(editor).get(step).status_code == 200


def test_an_archived_project_is_not_renamed(as_: As, owner: User, project: Project) -> None:
    archive_project(by=owner, project=project)
    address = reverse("project_edit", args=[project.slug])

    assert 'name="name"' not in as_(owner).get(address).content.decode()
    refused = as_(owner).post(address, {"name": "Læsecaféen"})

    assert refused.status_code == 403
    assert "Projektet er arkiveret. En leder af helhedsplanen kan gendanne det." in refused.content.decode()
    project.refresh_from_db()
    assert project.name == "Lektiecaféen"


def test_archiving_twice_is_told_once(owner: User, project: Project) -> None:
    for _ in range(2):
        archive_project(by=owner, project=project)

    assert Event.objects.filter(project=project).count() == 1


@pytest.mark.parametrize("name", ["project_edit", "project_archive", "project_restore"])
def test_only_owners_may(
    as_: As, project: Project, editor: User, board: User, reader: User, stranger: User, admin_user: User, name: str
) -> None:
    address = reverse(name, args=[project.slug])

    for member in (editor, board, reader):
        response = as_(member).post(address, {"name": "Kapret"})
        assert response.status_code == 403
        assert "Kun ledere af helhedsplanen kan oprette, omdøbe og arkivere projekter." in response.content.decode()
    for outsider in (stranger, admin_user):
        assert as_(outsider).post(address, {"name": "Kapret"}).status_code == 404
    assert Client().post(address).status_code == 302
    project.refresh_from_db()
    assert (project.name, project.archived_at) == ("Lektiecaféen", None)


def test_the_address_of_no_project_is_not_found(as_: As, owner: User) -> None:
    ProjectFactory(slug="findes")

    for slug in ("findes-ikke", "findes", "x" * 300):
        assert as_(owner).get(reverse("project_edit", args=[slug])).status_code == 404
