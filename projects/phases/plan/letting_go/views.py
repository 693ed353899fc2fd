"""What the furniture does not do: a proposed series of months, the ten points, the handover, and what is free."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from forankring.accounts.came_back import fill
from projects.access import Permission, get_project, may
from projects.models import Handover, HandoverPoint, HandoverTick, PlanOutline, Project
from projects.phases.keeping.desk import Desk
from projects.phases.plan.letting_go import forms, services
from projects.phases.plan.letting_go.approval import reservations_of
from projects.phases.plan.letting_go.phase_out import first_month
from projects.phases.plan.letting_go.points import points_of
from projects.phases.plan.letting_go.steps import FOLLOW_UP, HANDOVER, PHASE_OUT
from projects.phases.plan.steps import BUDGET, PHASE
from projects.phases.services import save_answers
from projects.phases.timely import tell_of_dates
from projects.phases.views import address_after_saving, page


def propose_hours(request: HttpRequest, slug: str) -> HttpResponse:
    """From three answers to a month for each until the end, to be adjusted afterwards."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    end = project.ends_on
    if end is None:
        messages.info(request, _("Skriv først, hvornår projektet slutter. Så kan vi foreslå timer."))
        return redirect(PHASE_OUT.url(slug))
    first = first_month(today=timezone.localdate(), start=project.start or project.programme.start, end=end)
    form = fill(request, forms.PhaseOutForm, project=project, initial={"first": min(first, end)})
    if form.is_valid():
        made = services.propose_staff_hours(by=request.user, project=project, end=end, **form.cleaned_data)
        if made:
            words = ngettext(
                "Vi har skrevet %d måned. Ret den.", "Vi har skrevet %d måneder. Ret dem, så de passer.", made
            )
            messages.success(request, words % made)
        else:
            messages.info(request, _("Alle månederne står der allerede. Ret dem, så de passer."))
        return redirect(PHASE_OUT.url(slug))
    return render(request, "plan/propose_hours.html", page(request, project, PHASE, PHASE_OUT) | {"form": form})


@require_POST
def propose_follow_ups(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    if project.ends_on is None:
        messages.info(request, _("Skriv først, hvornår projektet slutter. Så kan vi foreslå datoer."))
    elif services.propose_follow_ups(by=request.user, project=project, end=project.ends_on):
        messages.success(request, _("Vi har skrevet to datoer. Flyt dem, hvis andre passer bedre."))
    else:
        messages.info(request, _("Datoerne står der allerede."))
    return redirect(FOLLOW_UP.url(slug))


def free_of_charge(request: HttpRequest, slug: str) -> HttpResponse:
    """What others give without being paid for it."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)

    def build(data: QueryDict | None) -> list[ModelForm]:
        row = PlanOutline.objects.filter(pk=project.pk).first() or PlanOutline(project=project)
        return [forms.FreeOfChargeForm(data, instance=row)]

    def save(form: ModelForm) -> None:
        what = _("rettede, hvad der stilles gratis til rådighed")
        save_answers(by=request.user, project=project, form=form, what=what, about="oekonomi-gratis", is_fresh=True)

    desk = Desk(request, project, "oekonomi-gratis", build)
    if desk.saves(save):
        messages.success(request, _("Jeres svar er gemt."))
        return redirect(address_after_saving(request, project, PHASE, BUDGET, otherwise=BUDGET.url(slug)))
    return desk.page("plan/free_of_charge.html", page(request, project, PHASE, BUDGET))


def handover(request: HttpRequest, slug: str) -> HttpResponse:
    """The ten points: what is said of each, and what the app can see."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    points = points_of(project)
    context = page(request, project, PHASE, HANDOVER) | {
        "points": points,
        "unsettled": [point for point in points if not point.is_settled],
        "handover": Handover.objects.filter(project=project).select_related("approved_by").first(),
        "may_approve": may(project.my_role, Permission.APPROVE),
        "reservations": reservations_of(project),
    }
    return render(request, "plan/handover.html", context)


def handover_point(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What a person says of one point; `pk` is its number."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    if pk not in HandoverPoint.values:
        raise Http404
    about = f"overdragelse:{pk}"

    def build(data: QueryDict | None) -> list[ModelForm]:
        there = HandoverTick.objects.filter(project=project, point=pk).first()
        return [forms.HandoverTickForm(data, instance=there or HandoverTick(project=project, point=pk))]

    def save(form: ModelForm) -> None:
        what = _("rettede punkt %d i overdragelsen") % pk
        save_answers(by=request.user, project=project, form=form, what=what, about=about, is_fresh=True)

    desk = Desk(request, project, about, build)
    if desk.saves(save):
        messages.success(request, _("Punkt %d er gemt.") % pk)
        return redirect(_after_point(request, project, pk))
    point = next(point for point in points_of(project) if point.number == pk)
    return desk.page("plan/handover_point.html", page(request, project, PHASE, HANDOVER) | {"point": point})


def _after_point(request: HttpRequest, project: Project, number: int) -> str:
    """To the next point when that was asked for, else back to the list."""
    if "add_another" in request.POST and number < len(HandoverPoint):
        return reverse("overdragelse-ret", args=[project.slug, number + 1])
    otherwise = f"{HANDOVER.url(project.slug)}#row-{number}"
    return address_after_saving(request, project, PHASE, HANDOVER, otherwise=otherwise)


def handover_agreement(request: HttpRequest, slug: str) -> HttpResponse:
    """When the project lets go, and who signs."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)

    def build(data: QueryDict | None) -> list[ModelForm]:
        row = Handover.objects.filter(project=project).first() or Handover(project=project)
        return [forms.HandoverForm(data, instance=row)]

    def save(form: ModelForm) -> None:
        what = _("rettede datoen og underskrifterne i overdragelsen")
        save_answers(by=request.user, project=project, form=form, what=what, about="overdragelse-aftale", is_fresh=True)

    desk = Desk(request, project, "overdragelse-aftale", build)
    if desk.saves(save):
        messages.success(request, _("Jeres svar er gemt."))
        tell_of_dates(request, project, desk.forms[0], "overdragelse-aftale")
        return redirect(address_after_saving(request, project, PHASE, HANDOVER, otherwise=HANDOVER.url(slug)))
    return desk.page("plan/handover_agreement.html", page(request, project, PHASE, HANDOVER))


def approve(request: HttpRequest, slug: str) -> HttpResponse:
    """Approve the handover; early, or with points open, with a reason."""
    project = get_project(request.user, slug, needs=Permission.APPROVE)
    reservations = reservations_of(project)
    form = fill(request, forms.ApprovalForm, is_asked=bool(reservations))
    if request.method == "POST" and form.is_valid():
        try:
            services.approve_handover(by=request.user, project=project, reason=form.cleaned_data["reason"])
        except ValidationError as refusal:  # somebody opened a point in this moment
            form.add_error("reason", refusal)
        else:
            messages.success(request, _("Overdragelsen er godkendt."))
            return redirect(f"{HANDOVER.url(slug)}#godkendelse")
    context = page(request, project, PHASE, HANDOVER) | {"form": form, "reservations": reservations}
    return render(request, "plan/approve_handover.html", context)


@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.APPROVE)
    services.withdraw_approval(by=request.user, project=project)
    messages.success(request, _("Godkendelsen er trukket tilbage."))
    return redirect(f"{HANDOVER.url(slug)}#godkendelse")
