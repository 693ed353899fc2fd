"""Writing projects: their frame, and whether they are in use."""

from datetime import date
from typing import Any

from django.db import transaction
from django.forms import ModelForm
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.models import Programme
from projects.models import Event, FocusArea, PlanOutline, Project, WhyWhat
from projects.slugs import unique_slug


@transaction.atomic
def create_project(
    *,
    by: Any,
    programme: Programme,
    name: str,
    focus_area: FocusArea | None = None,
    start: date | None = None,
    end: date | None = None,
    slug: str = "",
) -> Project:
    """A project with empty answers, so that every step has a row to save in.

    Its address comes of the name (or is `slug`), is unique in the installation, and stays when the name changes.
    """
    # One at a time in the whole installation: of two with the same name at once, the second gets the next address.
    Programme.objects.select_for_update().order_by("pk").first()
    project = Project.objects.create(
        programme=programme,
        name=name,
        slug=unique_slug(slug or name, is_taken=lambda slug: Project.objects.filter(slug=slug).exists()),
        focus_area=focus_area,
        start=_of_its_own(start, programme.start),
        end=_of_its_own(end, programme.end),
    )
    WhyWhat.objects.create(project=project)
    PlanOutline.objects.create(project=project)
    Event.objects.record(by=by, project=project, text=_("oprettede projektet"))
    return project


@transaction.atomic
def edit_project(*, by: Any, form: ModelForm) -> Project:
    """Save a valid form of the project's name, indsatsområde and period. The address stays."""
    project: Project = form.instance
    project.start = _of_its_own(project.start, project.programme.start)
    project.end = _of_its_own(project.end, project.programme.end)
    project = form.save()
    if form.has_changed():
        Event.objects.record(by=by, project=project, text=_("rettede projektets navn, indsatsområde eller periode"))
    return project


def _of_its_own(day: date | None, of_the_programme: date | None) -> date | None:
    """A day that is the helhedsplan's is none of the project's own: it follows when the helhedsplan's is moved."""
    return None if day == of_the_programme else day


@transaction.atomic
def archive_project(*, by: Any, project: Project) -> None:
    """Put the project away: hidden in lists, and nothing in it can be changed before it is restored."""
    changed = Project.objects.filter(pk=project.pk, archived_at__isnull=True).update(
        archived_at=timezone.now(), archived_by=by
    )
    if changed:
        Event.objects.record(by=by, project=project, text=_("arkiverede projektet"))


@transaction.atomic
def restore_project(*, by: Any, project: Project) -> None:
    """Take an archived project into use again."""
    changed = Project.objects.filter(pk=project.pk, archived_at__isnull=False).update(
        archived_at=None, archived_by=None
    )
    if changed:
        Event.objects.record(by=by, project=project, text=_("gendannede projektet"))
