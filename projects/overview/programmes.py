"""A helhedsplan's pages: its projects and facts, and for its owner what can be changed."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from actors.models import Party, Programme
from forankring.accounts.came_back import fill
from forankring.accounts.sent_once import once
from projects.access import Permission, get_programme, may
from projects.models import Event
from projects.overview import programme_services as services
from projects.overview.fitting import projects_of, tell_what_no_longer_fits
from projects.overview.forms import PartyForm, ProgrammeForm
from projects.overview.my_projects import page_of_projects
from projects.overview.timeline import levels_shown_on_programme, timeline_of_programme
from projects.overview.words import crumbs_below, period_in_words, regions_in_words


def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """What every member sees: projects, dates, parties and facts."""
    programme = get_programme(request.user, pk, needs=Permission.READ_SHARED_PLAN)
    parties = list(programme.parties.named())
    archived = "arkiverede" in request.GET
    context = {
        "programme": programme,
        "crumbs": [(_("Mine projekter"), reverse("my_projects")), (programme.name, "")],
        "period": period_in_words(programme.start, programme.end),
        "parties": parties,
        "facts": list(_facts(programme, parties)),
        "projects": page_of_projects(request, programmes=[programme], archived=archived),
        "archived": archived,
        "levels": levels_shown_on_programme(programme),
        "timeline": timeline_of_programme(programme),
        "has_archived": not archived and programme.projects.archived().exists(),
        "may_read_working": may(programme.my_role, Permission.READ_WORKING_PLAN),
        "may_manage": may(programme.my_role, Permission.MANAGE_PROGRAMME),
        "events": Event.objects.of_people_and_facts(programme).newest_first()[:5],
        "may_create_in": [programme] if may(programme.my_role, Permission.MANAGE_PROJECTS) else [],
    }
    return render(request, "overview/programme.html", context)


def _facts(programme: Programme, parties: list[Party]) -> Iterator[dict[str, str]]:
    edit = reverse("programme_edit", args=[programme.pk])
    kommuner = [party.municipality for party in parties if party.municipality]

    def line(question: str, answer: str, field: str) -> dict[str, str]:
        return {"question": question, "answer": answer, "url": f"{edit}#id_{field}" if field else ""}

    yield line(_("Boligområde"), programme.area, "area")
    if kommuner:
        yield line(_("Region"), regions_in_words(kommuner, timezone.localdate()), "")
    yield line(_("Besluttende organ"), programme.deciding_body, "deciding_body")
    yield line(_("Landsbyggefondens journalnummer"), programme.lbf_journal_number, "lbf_journal_number")
    # Readers see these too: the shared edition of the plan shows them.
    yield line(_("Vision"), programme.vision, "vision")
    yield line(_("Overordnet forankringsstrategi"), programme.anchoring_strategy, "anchoring_strategy")


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    crumbs = crumbs_below(programme, _("Ret helhedsplanen"))
    form = fill(request, ProgrammeForm, instance=programme)
    if form.is_valid():
        services.edit_programme(by=request.user, form=form)
        messages.success(request, _("Helhedsplanens oplysninger er gemt."))
        if {"start", "end"} & set(form.changed_data):
            tell_what_no_longer_fits(request, projects_of(programme))
        return redirect("programme", pk)
    context = {"programme": programme, "crumbs": crumbs, "form": form}
    return render(request, "overview/programme_edit.html", context)


def parties(request: HttpRequest, pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    form = fill(request, PartyForm, instance=Party(programme=programme))
    if form.is_valid():
        with once(request) as made:
            party = services.add_party(by=request.user, form=form)
            made.append(party)
        messages.success(request, _("%(name)s er tilføjet.") % {"name": party})
        return redirect("parties", pk)
    context = {
        "programme": programme,
        "crumbs": crumbs_below(programme, _("Parter")),
        "parties": programme.parties.named(),
        "form": form,
    }
    return render(request, "overview/parties.html", context)


@require_POST
def remove_party(request: HttpRequest, pk: int, party_pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    party = get_object_or_404(programme.parties, pk=party_pk)
    services.remove_party(by=request.user, party=party)
    messages.success(request, _("%(name)s er ikke længere part.") % {"name": party})
    return redirect("parties", pk)
