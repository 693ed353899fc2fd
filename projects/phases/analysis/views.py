"""Assessing one candidacy, and choosing among all of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from projects.access import Permission, get_project
from projects.models import Candidacy
from projects.phases.analysis import services
from projects.phases.analysis.assessments import cards_of, latest_of
from projects.phases.analysis.forms import AssessForm, ChoiceForm
from projects.phases.analysis.steps import ASSESSMENT, CHOICE, PHASE
from projects.phases.analysis.together import networks_among
from projects.phases.views import address_after_saving, page


def assess(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The four concepts of one candidacy."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    candidacies = Candidacy.objects.of_project(project.pk).named().select_related("project_actor__project")
    candidacy = get_object_or_404(candidacies, pk=pk)
    form = AssessForm(request.POST or None, latest=latest_of([candidacy])[candidacy.pk])
    if form.is_valid():
        held_on = form.cleaned_data["held_on"]
        services.record_assessment(by=request.user, candidacy=candidacy, held_on=held_on, answers=form.changed)
        messages.success(request, _("Vurderingen af ”%s” er gemt.") % candidacy)
        back = f"{ASSESSMENT.url(slug)}#row-{candidacy.pk}"
        return redirect(address_after_saving(request, project, PHASE, ASSESSMENT, otherwise=back))
    context = page(request, project, PHASE, ASSESSMENT) | {"form": form, "candidacy": candidacy}
    return render(request, "analysis/assess.html", context)


def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Every candidacy with its label, what is chosen, and why."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    cards = cards_of(project)
    forms = [ChoiceForm(request.POST or None, candidacy=card.candidacy) for card in cards]
    if request.method == "POST" and all(form.is_valid() for form in forms):
        choices = {form.candidacy: form.written for form in forms if form.is_changed}
        services.save_choices(by=request.user, project=project, choices=choices)
        messages.success(request, _("Jeres valg er gemt."))
        return redirect(address_after_saving(request, project, PHASE, CHOICE))
    context = page(request, project, PHASE, CHOICE) | {
        "rows": list(zip(cards, forms, strict=True)),
        "forms": forms,
        "networks": networks_among(project, cards),
    }
    return render(request, "analysis/choose.html", context)
