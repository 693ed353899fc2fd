"""Mine projekter: every project a person may see, across helhedsplaner."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final, NamedTuple, TypedDict

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from actors.models import Programme
from forankring.ui.fields import LONGEST_ID
from projects.access import Permission, may
from projects.models import Project
from projects.overview.listing import ProjectInList, ProjectsByProgramme
from projects.overview.progress import Standing, standings
from projects.phases.steps import Missing, Phase

PAGE_SIZE: Final = 25


class ProjectLine(TypedDict):
    """What a list says of a project. Readers get no phase and nothing to do."""

    name: str
    url: str
    pdf_url: str
    programme_name: str
    pdf_label: str
    is_archived: bool
    phase: str
    to_do: str
    to_do_url: str


class ProjectPage(NamedTuple):
    """The lines of one page, and the page for the links to the others."""

    lines: list[ProjectLine]
    page: Page[ProjectInList]


class Wording:
    """What the lines of a list have in common, found and escaped once: both are slow next to writing a line.

    `across` several helhedsplaner each line names its own.
    """

    SLUG: Final = "-slug-"

    def __init__(self, *, across: bool) -> None:
        self.across = across
        self.pdf = _("PDF af planen for %(name)s")
        self._found: dict[Hashable, SafeString] = {}

    def address(self, name: str, slug: str) -> SafeString:
        return self._with(slug, name, lambda: reverse(name, args=[self.SLUG]))

    def address_of(self, item: Missing, slug: str) -> SafeString:
        return self._with(slug, (item.step, item.row, item.field), lambda: item.url(self.SLUG))

    def phase(self, phase: Phase) -> SafeString:
        return self._once(phase.number, lambda: f"{phase.number} · {phase.title}")

    def _with(self, slug: str, key: Hashable, find: Callable[[], str]) -> SafeString:
        # A slug has letters, digits and hyphens only, so the address is as safe as it was.
        return SafeString(self._once(key, find).replace(self.SLUG, slug))

    def _once(self, key: Hashable, find: Callable[[], str]) -> SafeString:
        if key not in self._found:
            self._found[key] = escape(find())
        return self._found[key]


class Filter(NamedTuple):
    """Which projects to show, read from the address. What makes no sense there is left out, not refused."""

    search: str
    programme: int | None
    archived: bool

    @classmethod
    def of(cls, request: HttpRequest) -> "Filter":
        search = "".join(filter(str.isprintable, request.GET.get("soeg", "")))
        programme = request.GET.get("helhedsplan", "")
        return cls(
            search=search.strip(),
            programme=int(programme) if programme.isdecimal() and len(programme) <= LONGEST_ID else None,
            archived="arkiverede" in request.GET,
        )


def my_projects(request: HttpRequest) -> HttpResponse:
    programmes = list(Programme.objects.visible_to(request.user).only("name").alphabetical())
    wanted = Filter.of(request)
    page = page_of_projects(
        request,
        programmes=[each for each in programmes if wanted.programme in (None, each.pk)],
        search=wanted.search,
        archived=wanted.archived,
    )
    context = {
        "filter": wanted,
        "is_filtered": any(wanted),
        "programmes": programmes,
        "may_create_in": [each for each in programmes if may(each.my_role, Permission.MANAGE_PROJECTS)],
        "projects": page,
        "has_archived": not page.lines and Project.objects.filter(programme__in=programmes).archived().exists(),
    }
    return render(request, "overview/my_projects.html", context)


def page_of_projects(
    request: HttpRequest, *, programmes: Sequence[Programme], search: str = "", archived: bool = False
) -> ProjectPage:
    """One page of the projects of these helhedsplaner, by name, with where each stands.

    The helhedsplaner come from `visible_to` and bring the person's role. The number of queries is the same for
    any number of projects.
    """
    projects = ProjectsByProgramme(programmes, search=search, archived=archived)
    page: Page[ProjectInList] = Paginator(projects, PAGE_SIZE).get_page(request.GET.get("side"))
    rows = list(page.object_list)
    standing = standings(row for row in rows if may(row.programme.my_role, Permission.READ_WORKING_PLAN))
    wording = Wording(across=len(programmes) > 1)
    return ProjectPage([_line(row, standing.get(row.pk), wording) for row in rows], page)


def _line(project: ProjectInList, standing: Standing | None, wording: Wording) -> ProjectLine:
    to_do = standing.to_do if standing and not project.is_archived else None
    return {
        "name": project.name,
        "url": wording.address("project" if standing else "plan", project.slug),
        "pdf_url": wording.address("plan_pdf", project.slug),
        "programme_name": project.programme.name if wording.across else "",
        "is_archived": project.is_archived,
        "pdf_label": wording.pdf % {"name": project.name},
        "phase": wording.phase(standing.phase) if standing else "",
        "to_do": str(to_do.text) if to_do else "",
        "to_do_url": wording.address_of(to_do, project.slug) if to_do else "",
    }
