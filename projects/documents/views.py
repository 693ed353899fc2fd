"""Reading the plan and taking it home."""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.access import Permission, get_project, may, refuse_unless
from projects.documents.build import build_plan
from projects.documents.document import Edition, PlanDocument
from projects.documents.files import pdf_file
from projects.documents.render import plan_pdf as render_pdf
from projects.documents.sections import context_for
from projects.models import Project

EDITIONS = {"arbejde": Edition.WORKING, "delbar": Edition.SHARED}


@require_safe
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The same document as the PDF, as a page."""
    project = get_project(request.user, slug, needs=Permission.READ_SHARED_PLAN)
    edition = _edition(request, project)
    may_choose = may(project.my_role, Permission.READ_WORKING_PLAN)
    crumbs = [(_("Mine projekter"), reverse("my_projects"))]
    if may_choose:
        crumbs.append((project.name, reverse("project", args=[slug])))
    context = {
        "project": project,
        "crumbs": [*crumbs, (_("Planen"), "")],
        "may_choose": may_choose,
        **context_for(_plan(project, edition)),
    }
    return render(request, "documents/plan.html", context)


@require_safe
def plan_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The file itself. Whoever may have either edition is asked which; a reader gets the shared one."""
    project = get_project(request.user, slug, needs=Permission.READ_SHARED_PLAN)
    if "udgave" not in request.GET and may(project.my_role, Permission.READ_WORKING_PLAN):
        return redirect("plan_download", slug)
    edition = _edition(request, project)
    read = cache(lambda: _plan(project, edition))  # much to read: not before it is one's turn
    return pdf_file(
        request, lambda: render_pdf(read()), name=lambda: read().file_name, back=reverse("plan", args=[slug])
    )


@require_safe
def plan_download(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks which edition."""
    project = get_project(request.user, slug, needs=Permission.READ_SHARED_PLAN)
    if not may(project.my_role, Permission.READ_WORKING_PLAN):
        return redirect(f"{reverse('plan_pdf', args=[slug])}?udgave=delbar")
    crumbs = [
        (_("Mine projekter"), reverse("my_projects")),
        (project.name, reverse("project", args=[slug])),
        (_("Hent PDF"), ""),
    ]
    return render(request, "documents/download.html", {"project": project, "crumbs": crumbs})


def _edition(request: HttpRequest, project: Project) -> Edition:
    """What was asked for, else the fullest the person may have."""
    may_work = may(project.my_role, Permission.READ_WORKING_PLAN)
    wanted = request.GET.get("udgave", "arbejde" if may_work else "delbar")
    if wanted not in EDITIONS:
        raise Http404
    if EDITIONS[wanted] is Edition.WORKING:
        refuse_unless(project.my_role, Permission.READ_WORKING_PLAN)
    return EDITIONS[wanted]


def _plan(project: Project, edition: Edition) -> PlanDocument:
    plan = build_plan(project, timezone.localdate())
    return plan.for_sharing() if edition is Edition.SHARED else plan
