"""The furniture of a step that is one form, and of the page that ends a phase."""

from typing import Any, cast

from django.contrib import messages
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from projects.access import Permission, get_project, may
from projects.models import Project
from projects.phases import services
from projects.phases.facts import ProjectFacts, facts_of
from projects.phases.gates import lacks_before_leaving
from projects.phases.guidance import guidance_of, with_the_question
from projects.phases.keeping.desk import Desk
from projects.phases.review import lines_of
from projects.phases.steps import Line, Missing, Phase, Step
from projects.phases.timely import tell_of_dates

# Steps that show an answer from another phase with a way to mend it there and come back.
SHOWS_EARLIER_ANSWERS = frozenset({"model"})


def answer(request: HttpRequest, slug: str, *, phase: Phase, step: Step) -> HttpResponse:
    """One step that is one form."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)

    def build(data: QueryDict | None) -> list[ModelForm]:
        assert step.form
        model = step.form._meta.model
        return [step.form(data, instance=model.objects.filter(pk=project.pk).first() or model(project=project))]

    def save(form: ModelForm) -> None:
        what = _("rettede ”%(step)s”") % {"step": step.title}
        services.save_answers(by=request.user, project=project, form=form, what=what, about=step.slug, is_fresh=True)

    desk = Desk(request, project, step.slug, build)
    if desk.saves(save):
        messages.success(request, getattr(desk.forms[0], "saved_words", _("Jeres svar er gemt.")))
        tell_of_dates(request, project, desk.forms[0], step.slug)
        return redirect(address_after_saving(request, project, phase, step))
    return desk.page(step.template, page(request, project, phase, step))


def page(
    request: HttpRequest, project: Project, phase: Phase, step: Step, facts: ProjectFacts | None = None
) -> dict[str, Any]:
    """What every step's page shows around its own content. A page that has read the facts gives them."""
    known = facts or cast(ProjectFacts, SimpleLazyObject(lambda: facts_of(project, lazily=True)))
    asked = phase.asked(project.outcome, known)
    return {
        "project": project,
        "phase": phase,
        "step": step,
        "place": asked.index(step) + 1 if step in asked else 0,
        "total": len(asked),
        "may_be_skipped": step.is_shown(project.outcome) and step not in asked,
        "url_after": phase.url_after(step, project),
        "guidance": guidance_of(step.slug),
        "crumbs": [
            (project.name, reverse("project", args=[project.slug])),
            (_("Fase %d") % phase.number, reverse(phase.review, args=[project.slug])),
        ],
    }


def came_from_review(request: HttpRequest) -> bool:
    return request.GET.get("fra") == "gennemse"


def address_after_saving(request: HttpRequest, project: Project, phase: Phase, step: Step, otherwise: str = "") -> str:
    """Back to where the person came from when that was asked for, else on to the next step (or `otherwise`)."""
    if "to_overview" in request.POST:
        return reverse("project", args=[project.slug])
    if request.GET.get("fra") in SHOWS_EARLIER_ANSWERS:
        return reverse(request.GET["fra"], args=[project.slug])
    if came_from_review(request):
        return f"{reverse(phase.review, args=[project.slug])}#{step.slug}"
    return otherwise or phase.url_after(step, project)


def step_path(phase: Phase, step: Step) -> URLPattern:
    """The address of a step that is one form; the name is its slug."""
    return path(f"fase-{phase.number}/{step.slug}/", answer, {"phase": phase, "step": step}, name=step.slug)


def review(request: HttpRequest, slug: str, *, phase: Phase) -> HttpResponse:
    """Everything answered in a phase, with a way to mend each answer that comes back here."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    facts = facts_of(project)
    steps = phase.steps_for(facts.outcome)
    following = phase.next_for(facts.outcome)
    context = {
        "project": project,
        "phase": phase,
        "sections": [(step, [_located(step, line, slug) for line in lines_of(step, project)]) for step in steps],
        "title": phase.title_for(facts.outcome),
        "next_number": following[0] if following else 0,
        "next_phase": reverse(following[1], args=[slug]) if following else "",
        "crumbs": [(project.name, reverse("project", args=[slug])), (_("Fase %d") % phase.number, "")],
        "missing": [
            (with_the_question(item.text, item.step, item.field), item.url(slug)) for item in phase.missing(facts)
        ],
        "findings": [(item.text, item.url(slug)) for item in phase.findings(facts)],
        "gate": [(item.text, item.url(slug)) for item in lacks_before_leaving(facts, phase.number)],
        "may_fill": may(project.my_role, Permission.FILL_PHASES) and not project.archived_at,
    }
    return render(request, "phases/review.html", context)


def _located(step: Step, line: Line, slug: str) -> dict[str, Any]:
    place = Missing(line.question, line.step or step.slug, line.row, line.field).url(slug)
    address, _hash, fragment = place.partition("#")
    return {"question": line.question, "answer": line.answer, "url": f"{address}?fra=gennemse#{fragment}"}


def review_path(phase: Phase) -> URLPattern:
    return path(f"fase-{phase.number}/", review, {"phase": phase}, name=phase.review)
