"""A helhedsplan's pages: its projects and facts, and for its owner what can be changed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from actors.models import Party
from projects.access import Permission, get_programme, may
from projects.overview import programme_services as services
from projects.overview.forms import PartyForm, ProgrammeForm
from projects.overview.my_projects import page_of_projects


def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """What every member sees: projects, parties and facts. Readers see no vision or strategy."""
    programme = get_programme(request.user, pk, needs=Permission.READ_SHARED_PLAN)
    context = {
        "programme": programme,
        "parties": programme.parties.named(),
        "projects": page_of_projects(request, programmes=[programme]),
        "may_manage": may(programme.my_role, Permission.MANAGE_PROGRAMME),
        "may_read_all": may(programme.my_role, Permission.READ_WORKING_PLAN),
    }
    return render(request, "overview/programme.html", context)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    name = programme.name
    form = ProgrammeForm(request.POST or None, instance=programme)
    if form.is_valid():
        services.edit_programme(by=request.user, form=form)
        messages.success(request, _("Helhedsplanens oplysninger er gemt."))
        return redirect("programme", pk)
    return render(request, "overview/programme_edit.html", {"programme": programme, "name": name, "form": form})


def parties(request: HttpRequest, pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    form = PartyForm(request.POST or None, instance=Party(programme=programme))
    if form.is_valid():
        party = services.add_party(by=request.user, form=form)
        messages.success(request, _("%(name)s er tilføjet.") % {"name": party})
        return redirect("parties", pk)
    context = {"programme": programme, "parties": programme.parties.named(), "form": form}
    return render(request, "overview/parties.html", context)


@require_POST
def remove_party(request: HttpRequest, pk: int, party_pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    party = get_object_or_404(programme.parties, pk=party_pk)
    services.remove_party(by=request.user, party=party)
    messages.success(request, _("%(name)s er ikke længere part.") % {"name": party})
    return redirect("parties", pk)
