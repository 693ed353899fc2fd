"""A project's own page: the task list with every step's status, what is missing, and one thing to do now."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.access import Permission, get_project, may
from projects.models import Event, Meeting
from projects.overview.drafts import drafts_by_page
from projects.overview.health import summary_of
from projects.overview.progress import PHASES, next_thing, to_reassess
from projects.overview.timeline import goal_of_project, levels_of_project, timeline_of_project
from projects.phases.analysis.rounds.forgotten import closes_at, running_round
from projects.phases.facts import ProjectFacts, facts_of
from projects.phases.gates import lacks_before_leaving
from projects.phases.guidance import with_the_question
from projects.phases.steps import Missing, Phase, Status, Step


def project(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    facts = facts_of(project)
    now = next_thing(facts)
    may_fill = may(project.my_role, Permission.FILL_PHASES) and not project.archived_at
    running = running_round(project.pk)
    context = {
        "project": project,
        "crumbs": [
            (_("Mine projekter"), reverse("my_projects")),
            (project.programme.name, reverse("programme", args=[project.programme_id])),
        ],
        "now": now and _link(now, slug),
        "phases": [_phase(phase, facts, may_fill=may_fill) for phase in PHASES],
        "health": summary_of(facts),
        "drafts": drafts_by_page(request.user, project) if may_fill else [],
        "to_reassess": [_link(each, slug) for each in to_reassess(facts)],
        "running_round": running,
        "round_closes_on": timezone.localdate(closes_at(running)) if running else None,
        "meeting": Meeting.objects.next_of(project, timezone.localdate()),
        "events": Event.objects.filter(project=project).newest_first()[:5],
        "levels": levels_of_project(project, facts, may_fill=may_fill),
        "timeline": timeline_of_project(project, facts, may_fill=may_fill),
        "days_left": (project.ends_on - timezone.localdate()).days if project.ends_on else None,
        "may_fill": may_fill,
        "has_actors": facts.hands_over and bool(facts.actors),
        "may_use_template": may_fill and facts.hands_over and not facts.tasks,
        "may_rate": may(project.my_role, Permission.RATE) and not project.archived_at,
        "may_manage": may(project.my_role, Permission.MANAGE_PROJECTS),
        **goal_of_project(facts),
    }
    return render(request, "overview/project.html", context)


def _phase(phase: Phase, facts: ProjectFacts, *, may_fill: bool) -> dict[str, Any]:
    shown = phase.steps_for(facts.outcome)
    headings = phase.headings_for(facts.outcome)
    steps = [_step(step, facts, may_fill=may_fill) | {"heading": headings.get(step.slug, "")} for step in shown]
    statuses = [step["status"] for step in steps if step["status"]]
    done, asked = statuses.count(Status.DONE), statuses.count(Status.NEEDS_ANSWER)
    if not shown:
        count = _("Ikke nødvendig: %s") % str(facts.why_what.get_decision_display()).lower()
    elif not statuses:
        count = _("Kan springes over: %s") % str(facts.why_what.get_decision_display()).lower()
    else:
        count = _("%(done)d af %(all)d udfyldt") % {"done": done, "all": len(statuses)}
    if asked:
        count += " · " + ngettext("%d kræver svar", "%d kræver svar", asked) % asked
    review = {"text": _("Se svarene igennem"), "url": reverse(phase.review, args=[facts.slug])}
    return {
        "number": phase.number,
        "title": phase.title_for(facts.outcome),
        "count": count,
        "done": bool(statuses) and done == len(statuses),
        "steps": [*steps, review],
        "gate": _gate(phase, facts),
    }


def _gate(phase: Phase, facts: ProjectFacts) -> dict[str, Any]:
    """What to say between this phase and what comes after it; empty when nothing is lacking."""
    count = len(lacks_before_leaving(facts, phase.number))
    if not count:
        return {}
    following = phase.next_for(facts.outcome)
    if following:
        text = ngettext(
            "Før I går videre til fase %(phase)d, mangler der %(count)d ting.",
            "Før I går videre til fase %(phase)d, mangler der %(count)d ting.",
            count,
        )
    else:
        text = ngettext(
            "Før overdragelsen mangler der %(count)d ting.", "Før overdragelsen mangler der %(count)d ting.", count
        )
    words = {"phase": following and following[0], "count": count}
    return {"text": text % words, "url": reverse(phase.review, args=[facts.slug]) + "#gate"}


def _step(step: Step, facts: ProjectFacts, *, may_fill: bool) -> dict[str, Any]:
    status = step.status(facts) if step.is_asked(facts) else None
    gaps: list[Missing] = []
    title = status_words = ""
    if status is Status.IN_PROGRESS:
        gaps = list(step.lacks(facts))
        title = ngettext("%d svar mangler", "%d svar mangler", len(gaps)) % len(gaps)
    elif status is Status.NEEDS_ANSWER:
        gaps = list(step.findings(facts))
        title = status_words = ngettext("%d ting at se på", "%d ting at se på", len(gaps)) % len(gaps)
    return {
        "text": step.link_text,
        "url": step.url(facts.slug) if may_fill else "",
        "status": status,
        "status_words": status_words,
        "detail": step.summary(facts) if status else _("kan springes over"),
        "gaps": [_link(gap, facts.slug) for gap in gaps],
        "gaps_title": title,
    }


def _link(item: Missing, slug: str) -> dict[str, Any]:
    return {"text": with_the_question(item.text, item.step, item.field), "url": item.url(slug)}
