"""The new address of a person says yes. Here and not among the accounts, because the leaders are to see it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from actors.models import Membership
from forankring.accounts.changing_address import Change, change_address, find_change
from forankring.accounts.models import User
from forankring.accounts.services import invitation_path
from projects.models import Event


@login_not_required
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Open to whoever has the link. Opening it changes nothing: mail programs open links by themselves."""
    done = change_and_record(token=token) if request.method == "POST" else None
    if done is None:
        found = find_change(token)
        template = "overview/address_confirm.html" if found else "overview/address_gone.html"
        return render(request, template, {"change": found}, status=200 if found else 410)
    if not done.person.has_usable_password():
        return redirect(invitation_path(done.person))
    messages.success(request, _("Du logger nu ind med %(email)s.") % {"email": done.email})
    return redirect("my_projects")


@transaction.atomic
def change_and_record(*, token: str) -> Change | None:
    """Change the address, and say so in the log of each helhedsplan where the person takes part."""
    done = change_address(token=token)
    if done is None:
        return None
    asker = User.objects.filter(pk=done.asked_by).first()
    for membership in Membership.objects.filter(user=done.person).select_related("programme"):
        role = membership.programme.role_name(membership.role)
        own = _("skiftede sin e-mail")
        others = _("skiftede e-mailen for en deltager, der er %(role)s") % {"role": role}
        text = own if done.asked_by == done.person.pk else others
        Event.objects.record(by=asker, programme=membership.programme, text=text)
    return done
