"""A person's own pages. Signing in and forgotten passwords are django-allauth's."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from forankring.accounts import services
from forankring.accounts.forms import InvitationForm, ProfileForm
from forankring.accounts.models import User


@sensitive_post_parameters("password", "repeated")
@never_cache
@login_not_required
def invitation(request: HttpRequest, uidb64: str, token: str) -> HttpResponse:
    """Where an invited person chooses a password. Open to whoever has the address, once."""
    person = services.find_invited(uidb64, token)
    if person is None:
        return render(request, "accounts/invitation_used.html", status=410)
    form = InvitationForm(request.POST or None, instance=person)
    if form.is_valid():
        answers = form.cleaned_data
        accepted = services.accept_invitation(
            uid=uidb64,
            token=token,
            name=answers["name"],
            organisation=answers["organisation"],
            password=answers["password"],
        )
        if accepted is None:
            return render(request, "accounts/invitation_used.html", status=410)
        login(request, accepted, backend="allauth.account.auth_backends.AuthenticationBackend")
        messages.success(request, _("Velkommen. Din adgangskode er gemt, og du er logget ind."))
        return redirect("my_projects")
    return render(request, "accounts/invitation.html", {"form": form, "person": person})


def profile(request: HttpRequest) -> HttpResponse:
    """A person's own name and organisation."""
    person = request.user
    assert isinstance(person, User)
    form = ProfileForm(request.POST or None, instance=person)
    if form.is_valid():
        services.save_profile(form=form)
        messages.success(request, _("Dine oplysninger er gemt."))
        return redirect("profile")
    return render(request, "accounts/profile.html", {"form": form})
