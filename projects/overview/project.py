"""A project's own page: the task list with every step's status, what is missing, and one thing to do now."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.access import Permission, get_project, may
from projects.models import Event
from projects.overview.progress import PHASES, findings, next_thing
from projects.phases.facts import ProjectFacts, facts_of
from projects.phases.steps import Missing, Phase, Status


def project(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    facts = facts_of(project)
    now = next_thing(facts)
    context = {
        "project": project,
        "crumbs": [
            (_("Mine projekter"), reverse("my_projects")),
            (project.programme.name, reverse("programme", args=[project.programme_id])),
        ],
        "now": now and _link(now, slug),
        "phases": [_phase(phase, facts) for phase in PHASES],
        "findings": [_link(item, slug) for item in findings(facts)],
        "events": Event.objects.filter(project=project).select_related("by").newest_first()[:5],
        "days_left": (project.end - timezone.localdate()).days if project.end else None,
        "may_fill": may(project.my_role, Permission.FILL_PHASES) and not project.archived_at,
        "may_manage": may(project.my_role, Permission.MANAGE_PROJECTS),
    }
    return render(request, "overview/project.html", context)


def _phase(phase: Phase, facts: ProjectFacts) -> dict[str, Any]:
    steps = [
        {
            "link_text": step.link_text,
            "url": step.url(facts.slug),
            "status": step.status(facts),
            "summary": step.summary(facts),
            "missing": [_link(item, facts.slug) for item in step.missing(facts)],
            "findings": [_link(item, facts.slug) for item in step.findings(facts)],
        }
        for step in phase.steps
    ]
    done = sum(step["status"] in {Status.DONE, Status.NEEDS_ANSWER} for step in steps)
    return {"phase": phase, "steps": steps, "done": done}


def _link(item: Missing, slug: str) -> dict[str, Any]:
    return {"text": item.text, "url": item.url(slug)}
