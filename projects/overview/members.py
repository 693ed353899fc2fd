"""Deltagere: the people of a helhedsplan, kept by its owner."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from actors.models import Membership, Programme
from forankring.accounts.came_back import fill
from forankring.accounts.letters import may_invite, say_whether_sent, too_many
from forankring.accounts.sent_once import once
from projects.access import Permission, get_programme, may
from projects.overview import programme_services as services
from projects.overview.forms import NewMemberForm, RoleForm
from projects.overview.words import Crumbs, crumbs_below
from projects.private import private


@private
def members(request: HttpRequest, pk: int) -> HttpResponse:
    """Who takes part, for every member to see; a leader also adds, changes and removes."""
    needs = Permission.MANAGE_PROGRAMME if request.method == "POST" else Permission.READ_SHARED_PLAN
    programme = get_programme(request.user, pk, needs=needs)
    form = fill(request, NewMemberForm, programme=programme)
    if form.is_valid() and not may_invite(request, form.cleaned_data["email"]):
        form.add_error("email", too_many())
    elif form.is_valid():
        try:
            with once(request) as made:
                membership = services.add_member(
                    by=request.user, programme=programme, absolute=request.build_absolute_uri, **form.cleaned_data
                )
                made.append(membership)
        except ValidationError as error:
            form.add_error("email", error)
        else:
            words = _("Vi har sendt en mail til %(email)s.") % {"email": membership.user.email}
            say_whether_sent(request, membership.user, words)
            return redirect("members", pk)
    context = {
        "programme": programme,
        "crumbs": crumbs_below(programme, _("Deltagere")),
        "members": [_line(row, programme) for row in programme.memberships.with_people()],
        "form": form,
        "me": request.user,
        "may_manage": may(programme.my_role, Permission.MANAGE_PROGRAMME),
    }
    return render(request, "overview/members.html", context)


def _line(membership: Membership, programme: Programme) -> dict[str, Any]:
    return {
        "pk": membership.pk,
        "person": membership.user,
        "role": programme.role_name(membership.role),
        "is_waiting": not membership.user.has_usable_password(),
    }


@private
def member(request: HttpRequest, pk: int, member_pk: int) -> HttpResponse:
    """Change one person's role."""
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    membership = _membership(programme, member_pk)
    form = fill(request, RoleForm, programme=programme, initial={"role": membership.role})
    if form.is_valid():
        try:
            services.change_role(by=request.user, membership=membership, role=form.cleaned_data["role"])
        except ValidationError as error:
            form.add_error("role", error)
        else:
            messages.success(request, _("%(person)s har fået en ny rolle.") % {"person": membership.user})
            return redirect("members", pk)
    context = {
        "programme": programme,
        "crumbs": _crumbs(programme, _("Skift rolle")),
        "membership": membership,
        "form": form,
    }
    return render(request, "overview/member.html", context)


@private
def remove_member(request: HttpRequest, pk: int, member_pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    membership = _membership(programme, member_pk)
    if request.method == "POST":
        try:
            services.remove_member(by=request.user, membership=membership)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("members", pk)
        messages.success(request, _("%(person)s er ikke længere deltager.") % {"person": membership.user})
        return redirect("my_projects") if membership.user == request.user else redirect("members", pk)
    context = {
        "programme": programme,
        "crumbs": _crumbs(programme, _("Fjern deltager")),
        "membership": membership,
        "is_oneself": membership.user_id == request.user.pk,
        "refusal": services.why_not_remove(membership),
        "cancel": reverse("members", args=[pk]),
    }
    return render(request, "overview/member_remove.html", context)


def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """A person takes themselves out of the helhedsplan, whatever their role."""
    programme = get_programme(request.user, pk, needs=Permission.READ_SHARED_PLAN)
    membership = get_object_or_404(programme.memberships.select_related("user", "programme"), user=request.user)
    if request.method == "POST":
        try:
            services.leave_programme(membership=membership)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("members", pk)
        messages.success(request, _("Du er ikke længere deltager i %(programme)s.") % {"programme": programme})
        return redirect("my_projects")
    context = {
        "programme": programme,
        "crumbs": _crumbs(programme, _("Forlad helhedsplanen")),
        "refusal": services.why_not_remove(membership),
        "cancel": reverse("members", args=[pk]),
    }
    return render(request, "overview/member_leave.html", context)


@require_POST
def invite_again(request: HttpRequest, pk: int, member_pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    membership = _membership(programme, member_pk)
    if not may_invite(request, membership.user.email):
        messages.error(request, too_many())
        return redirect("members", pk)
    try:
        with once(request):
            services.invite_again(by=request.user, membership=membership, absolute=request.build_absolute_uri)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("members", pk)
    words = _("Vi har sendt en ny mail til %(email)s.") % {"email": membership.user.email}
    say_whether_sent(request, membership.user, words)
    return redirect("members", pk)


def _membership(programme: Programme, pk: int) -> Membership:
    return get_object_or_404(programme.memberships.select_related("user", "programme"), pk=pk)


def _crumbs(programme: Programme, here: str) -> Crumbs:
    *above, this = crumbs_below(programme, here)
    return [*above, (_("Deltagere"), reverse("members", args=[programme.pk])), this]
