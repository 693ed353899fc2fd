"""Assessing one candidacy, and choosing among all of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from projects.access import Permission, get_project
from projects.models import Candidacy
from projects.phases.analysis import services
from projects.phases.analysis.assessments import cards_of, latest_of
from projects.phases.analysis.forms import AssessForm, ChoiceForm
from projects.phases.analysis.steps import ASSESSMENT, CHOICE, PHASE
from projects.phases.analysis.together import networks_among
from projects.phases.keeping.desk import Desk
from projects.phases.mapping.interview_notes import heard_from
from projects.phases.views import address_after_saving, page


def assess(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The four concepts of one candidacy."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    candidacies = Candidacy.objects.of_project(project.pk).named().select_related("project_actor__project")
    found: dict[str, Candidacy] = {}

    def build(data: QueryDict | None) -> list[AssessForm]:
        candidacy = found["candidacy"] = get_object_or_404(candidacies, pk=pk)
        return [AssessForm(data, latest=latest_of([candidacy])[pk], heard=heard_from(candidacy.project_actor_id))]

    def save(form: AssessForm) -> None:
        held_on = form.cleaned_data["held_on"]
        services.record_assessment(by=request.user, held_on=held_on, answers=form.changed, **found)

    about = services.about_assessing(pk)
    desk = Desk(request, project, about, build, spare=lambda data: [AssessForm(data, latest={})])
    if desk.saves(save):
        messages.success(request, _("Vurderingen af ”%(candidacy)s” er gemt.") % found)
        back = f"{ASSESSMENT.url(slug)}#row-{pk}"
        return redirect(address_after_saving(request, project, PHASE, ASSESSMENT, otherwise=back))
    return desk.page("analysis/assess.html", page(request, project, PHASE, ASSESSMENT) | found)


def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Every candidacy with its label, what is chosen, and why."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)

    def build(data: QueryDict | None) -> list[ChoiceForm]:
        return [ChoiceForm(data, card=card) for card in cards_of(project)]

    def save(*forms: ChoiceForm) -> None:
        choices = {form.candidacy: form.written for form in forms if form.is_changed}
        services.save_choices(by=request.user, project=project, choices=choices)

    desk = Desk(request, project, services.ABOUT_CHOOSING, build)
    if desk.saves(save):
        messages.success(request, _("Jeres valg er gemt."))
        return redirect(address_after_saving(request, project, PHASE, CHOICE))
    cards = [form.card for form in desk.forms]
    context = {"rows": list(zip(cards, desk.forms, strict=True)), "networks": networks_among(project, cards)}
    return desk.page("analysis/choose.html", page(request, project, PHASE, CHOICE) | context)
