"""Pages: a list among 10,000 against Django's own, queries of a save, and lists and the matrix at any size."""

from django.contrib import admin
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import include, path, reverse

from actors.models import Membership, Programme, Role
from forankring.accounts.models import User
from forankring.urls import urlpatterns as the_site
from projects.models import PlanOutline, Project, Task, WhyWhat
from tests.bench.table import Row, compared, counted, told, turn_by_turn
from tests.browser_client import Client
from tests.factories import ProjectActorFactory, TaskFactory

PROJECTS = 10_000


class ProjectAdmin(admin.ModelAdmin):
    """The same rows as Mine projekter. Registered for the benchmark only."""

    list_display = ("name", "programme", "focus_area", "start", "end")
    list_select_related = ("programme", "focus_area")
    list_per_page = 25
    search_fields = ("name",)


bench_admin = admin.AdminSite("bench")
bench_admin.register(Project, ProjectAdmin)
urlpatterns = [path("bench/", include((bench_admin.get_urls(), "admin"), namespace="bench")), *the_site]


def run() -> list[Row]:
    with override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"]):
        return [*_the_list(), *_queries()]


def _the_list() -> list[Row]:
    """Everybody looks at the first page, in one database."""
    ten, some, everything = (_person(name, n) for name, n in (("lille", 10), ("mellem", 30), ("stor", PROJECTS)))
    demo = Client()
    demo.force_login(User.objects.get(email="ejer@pilebro.example"))
    mine, djangos = reverse("my_projects"), reverse("bench:projects_project_changelist")
    of_all, of_thirty, of_django, of_ten, of_four = turn_by_turn(
        lambda: everything.get(mine),
        lambda: some.get(mine),
        lambda: everything.get(djangos),
        lambda: ten.get(mine),
        lambda: demo.get(mine),
        times=25,
    )
    return [
        compared("25 of 10,000 projects against Django's change list", of_all, of_django, 0.5),
        compared("25 of 10,000 projects against 25 of 30", of_all, of_thirty, 1.1),
        told("10 of 10 projects", of_ten),
        told("The demo's four projects, filled to the last question", of_four),
    ]


def _person(name: str, projects: int) -> Client:
    """Somebody with so many projects, who is signed in."""
    person = User.objects.create_superuser(f"{name}@pilebro.example")
    _programme(person, name, projects)
    assert Project.objects.visible_to(person).count() == projects
    client = Client()
    client.force_login(person)
    return client


def _programme(person: User, name: str, projects: int) -> None:
    """A helhedsplan whose projects each have three tasks."""
    programme = Programme.objects.create(name=name)
    Membership.objects.create(programme=programme, user=person, role=Role.OWNER)
    made = Project.objects.bulk_create(
        Project(programme=programme, name=f"Projekt {n:05}", slug=f"{name}-{n}") for n in range(projects)
    )
    WhyWhat.objects.bulk_create(WhyWhat(project=project, problem="Støj") for project in made)
    PlanOutline.objects.bulk_create(PlanOutline(project=project) for project in made)
    Task.objects.bulk_create(
        Task(project=project, number=n, position=n, title=f"Opgave {n}") for project in made for n in (1, 2, 3)
    )


def _queries() -> list[Row]:
    project = Project.objects.get(slug="lektiecafeen")
    client = Client()
    client.force_login(User.objects.get(email="ejer@pilebro.example"))
    goal = reverse("maal", args=[project.slug])
    sent = client.filled_in(goal, {"goal": "Nyt mål"})
    rows = [counted("Queries of saving a one-row step", _count(lambda: client.post(goal, sent)), 12)]
    pages = {name: reverse(name, args=[project.slug]) for name in ("opgaver", "aktoerer", "daekning", "tiltag")}
    before = {name: _count(lambda url=url: client.get(url)) for name, url in pages.items()}  # type: ignore[misc]
    TaskFactory.create_batch(50, project=project)
    ProjectActorFactory.create_batch(30, project=project)
    for name, url in pages.items():
        after = _count(lambda url=url: client.get(url))  # type: ignore[misc]
        rows.append(counted(f"Queries of ”{name}” with 50 rows more (before: {before[name]})", after, before[name]))
    return rows


def _count(work: object) -> int:
    with CaptureQueriesContext(connection) as queries:
        work()  # type: ignore[operator]
    return len(queries)
