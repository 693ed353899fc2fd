"""The health check of a project: what the rules find, and what the group has chosen to live with."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from forankring.accounts.came_back import fill
from projects.access import Permission, get_project, may
from projects.models import AcceptedFinding, Project
from projects.overview.progress import PHASES
from projects.phases.facts import ProjectFacts, facts_of
from projects.phases.health import Accepted, Finding, accepted_findings, all_findings, open_findings
from projects.phases.health.forms import AcceptanceForm
from projects.phases.health.services import accept_finding, withdraw_acceptance

# As many findings as the project's page shows.
AT_MOST = 3


def health(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    facts = facts_of(project)
    found = open_findings(facts)
    context = {
        "project": project,
        "crumbs": [(project.name, reverse("project", args=[slug])), (_("Sundhedstjek"), "")],
        "count": len(found),
        "groups": _by_phase(found, facts),
        "accepted": [accepted_line(each, slug) for each in accepted_findings(facts)],
        "may_fill": may(project.my_role, Permission.FILL_PHASES) and not project.archived_at,
    }
    return render(request, "health/health.html", context)


def accept(request: HttpRequest, slug: str, rule: str, subject: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    finding = _finding(project, rule, subject)
    accepted = AcceptedFinding.objects.filter(project=project, rule=rule, subject=subject).first()
    form = fill(request, AcceptanceForm, instance=accepted or AcceptedFinding(project=project))
    if form.is_valid():
        accept_finding(by=request.user, project=project, finding=finding, reason=form.cleaned_data["reason"])
        messages.success(request, _("Det er accepteret og står nu under ”Accepteret”."))
        return redirect("health", slug)
    context = {
        "project": project,
        "crumbs": [
            (project.name, reverse("project", args=[slug])),
            (_("Sundhedstjek"), reverse("health", args=[slug])),
            (_("Accepter"), ""),
        ],
        "finding": finding_line(finding, slug),
        "form": form,
        "is_internal": finding.rule.internal,
        "cancel": reverse("health", args=[slug]),
    }
    return render(request, "health/accept.html", context)


@require_POST
def withdraw(request: HttpRequest, slug: str, rule: str, subject: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    withdraw_acceptance(by=request.user, project=project, finding=_finding(project, rule, subject))
    messages.success(request, _("Det er ikke længere accepteret."))
    return redirect("health", slug)


def summary_of(facts: ProjectFacts) -> dict[str, Any]:
    """The health check in short, for the project's page: how much there is to look at, the heaviest, the accepted."""
    found = open_findings(facts)
    return {
        "count": len(found),
        "top": [finding_line(each, facts.slug) for each in found[:AT_MOST]],
        "accepted": [accepted_line(each, facts.slug) for each in accepted_findings(facts)],
    }


def _finding(project: Project, rule: str, subject: str) -> Finding:
    """What the rule finds in that place now, accepted or not."""
    for finding in all_findings(facts_of(project)):
        if finding.key == (rule, subject):
            return finding
    raise Http404


def _by_phase(found: list[Finding], facts: ProjectFacts) -> list[dict[str, Any]]:
    """The phases with something to look at, in their order; within each the heaviest first."""
    groups = [
        {
            "number": phase.number,
            "title": phase.title_for(facts.outcome),
            "findings": [finding_line(each, facts.slug) for each in found if each.rule.phase == phase.number],
        }
        for phase in PHASES
    ]
    return [group for group in groups if group["findings"]]


def finding_line(finding: Finding, slug: str) -> dict[str, Any]:
    """A finding as a page shows it."""
    code, subject = finding.key
    return {
        "text": finding.text,
        "title": finding.rule.title,
        "why": finding.rule.why,
        "weight": finding.rule.severity.label,
        "url": finding.url(slug),
        "accept_url": reverse("health_accept", args=[slug, code, subject]),
        "withdraw_url": reverse("health_withdraw", args=[slug, code, subject]),
    }


def accepted_line(accepted: Accepted, slug: str) -> dict[str, Any]:
    """An accepted finding as a page shows it, with why, by whom and when."""
    acceptance = accepted.acceptance
    return finding_line(accepted.finding, slug) | {
        "reason": acceptance.reason,
        "by": acceptance.by,
        "at": acceptance.at,
    }
