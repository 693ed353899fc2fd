"""An owner's pages about a project as a whole: create it, name it, put it away and take it back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from forankring.accounts.came_back import fill
from forankring.accounts.sent_once import once
from projects.access import IS_ARCHIVED, Permission, get_programme, get_project
from projects.models import Project
from projects.overview import services
from projects.overview.fitting import tell_what_no_longer_fits
from projects.overview.forms import ProjectForm
from projects.overview.words import crumbs_below


def create(request: HttpRequest, pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROJECTS)
    crumbs = crumbs_below(programme, _("Opret projekt"))
    form = fill(request, ProjectForm, instance=Project(programme=programme))
    if form.is_valid():
        with once(request) as made:
            project = services.create_project(by=request.user, programme=programme, **form.cleaned_data)
            made.append(project)
        messages.success(request, _("Projektet er oprettet. Begynd med at skrive, hvorfor det findes."))
        return redirect("project", project.slug)
    context = {"programme": programme, "crumbs": crumbs, "form": form}
    return render(request, "overview/project_create.html", context)


def edit(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.MANAGE_PROJECTS)
    crumbs = crumbs_below(project, _("Ret navn og periode"))
    form = fill(request, ProjectForm, instance=project)
    if request.method == "POST" and project.archived_at:
        # The page itself stays open: that is where an owner restores the project.
        raise PermissionDenied(IS_ARCHIVED)
    if form.is_valid():
        services.edit_project(by=request.user, form=form)
        messages.success(request, _("Projektets ramme er gemt."))
        if {"start", "end"} & set(form.changed_data):
            tell_what_no_longer_fits(request, [project])
        return redirect("project", project.slug)
    return render(request, "overview/project_edit.html", {"project": project, "crumbs": crumbs, "form": form})


def archive(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.MANAGE_PROJECTS)
    if request.method == "POST":
        services.archive_project(by=request.user, project=project)
        messages.success(request, _("”%(name)s” er arkiveret.") % {"name": project.name})
        return redirect("programme", project.programme_id)
    context = {
        "project": project,
        "crumbs": crumbs_below(project, _("Arkivér projektet")),
        "cancel": reverse("project_edit", args=[slug]),
    }
    return render(request, "overview/project_archive.html", context)


@require_POST
def restore(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.MANAGE_PROJECTS)
    services.restore_project(by=request.user, project=project)
    messages.success(request, _("”%(name)s” er taget i brug igen.") % {"name": project.name})
    return redirect("project", slug)
