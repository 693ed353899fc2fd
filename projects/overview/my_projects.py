"""Mine projekter: every project a person may see, across helhedsplaner."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from django import forms
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.models import Programme
from forankring.ui.forms import DanishForm
from projects.access import Permission, may
from projects.models import Project
from projects.overview.progress import current_phase, next_thing
from projects.phases.facts import ProjectFacts, load_facts
from projects.phases.steps import Phase

PAGE_SIZE: Final = 25


class ProjectLine(NamedTuple):
    """What a list says of a project. Readers get no phase and nothing to do."""

    name: str
    url: str
    pdf_url: str
    programme: Programme
    is_archived: bool
    phase: Phase | None = None
    to_do: str = ""
    to_do_url: str = ""


class ProjectPage(NamedTuple):
    """The lines of one page, and the page for the links to the others."""

    lines: list[ProjectLine]
    page: Page[Project]


class FilterForm(DanishForm, forms.Form):
    """Which projects to show. The helhedsplan is asked only of people with several."""

    soeg = forms.CharField(label=_("Søg på navn"), max_length=120, required=False)
    helhedsplan = forms.TypedChoiceField(label=_("Helhedsplan"), required=False, coerce=int, empty_value=None)
    arkiverede = forms.BooleanField(label=_("Vis arkiverede"), required=False)

    def __init__(self, *args: Any, programmes: Iterable[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(programme.pk, programme.name) for programme in programmes]
        if len(choices) > 1:
            self.fields["helhedsplan"].choices = [("", _("Alle")), *choices]  # type: ignore[attr-defined]
        else:
            del self.fields["helhedsplan"]


def my_projects(request: HttpRequest) -> HttpResponse:
    programmes = list(Programme.objects.visible_to(request.user).alphabetical())
    form = FilterForm(request.GET, programmes=programmes)
    # An address somebody has changed by hand shows what it can, not an error.
    wanted = form.cleaned_data if form.is_valid() else {}
    page = page_of_projects(
        request,
        programmes=[each for each in programmes if wanted.get("helhedsplan") in (None, each.pk)],
        search=wanted.get("soeg", ""),
        archived=wanted.get("arkiverede", False),
    )
    context = {
        "filters": form,
        "is_filtered": any(wanted.values()),
        "programmes": programmes,
        "may_create_in": [each for each in programmes if may(each.my_role, Permission.MANAGE_PROJECTS)],
        "projects": page,
        "has_archived": not page.lines and Project.objects.filter(programme__in=programmes).archived().exists(),
    }
    return render(request, "overview/my_projects.html", context)


def page_of_projects(
    request: HttpRequest, *, programmes: Iterable[Programme], search: str = "", archived: bool = False
) -> ProjectPage:
    """One page of the projects of these helhedsplaner, by name, with where each stands.

    The helhedsplaner come from `visible_to` and bring the person's role. The number of queries is the same for
    any number of projects.
    """
    by_id = {programme.pk: programme for programme in programmes}
    projects = Project.objects.filter(programme__in=by_id).alphabetical()
    if not archived:
        projects = projects.in_use()
    if search:
        projects = projects.filter(name__icontains=search)
    page = Paginator(projects, PAGE_SIZE).get_page(request.GET.get("side"))
    rows: list[Project] = list(page.object_list)
    for row in rows:
        row.programme = by_id[row.programme_id]
    facts = load_facts(row for row in rows if may(row.programme.my_role, Permission.READ_WORKING_PLAN))
    return ProjectPage([_line(row, facts.get(row.pk)) for row in rows], page)


def _line(project: Project, facts: ProjectFacts | None) -> ProjectLine:
    slug = project.slug
    name = "project" if facts else "plan"
    line = ProjectLine(
        name=project.name,
        url=reverse(name, args=[slug]),
        pdf_url=reverse("plan_pdf", args=[slug]),
        programme=project.programme,
        is_archived=project.archived_at is not None,
    )
    if facts is None:
        return line
    now = None if project.archived_at else next_thing(facts)
    return line._replace(
        phase=current_phase(facts), to_do=str(now.text) if now else "", to_do_url=now.url(slug) if now else ""
    )
