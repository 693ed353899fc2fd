"""A person's own pages. Signing in and forgotten passwords are django-allauth's."""

from allauth.account.views import logout as allauth_logout
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from forankring import log
from forankring.accounts import changing_address, devices, services, session_end
from forankring.accounts.came_back import CARRIED, WRITTEN_BY, fill, mark_for, pack, unpack, written_by
from forankring.accounts.forms import AddressForm, InvitationForm, ProfileForm
from forankring.accounts.letters import may_invite
from forankring.accounts.middleware import ask_to_sign_in, page_before
from forankring.accounts.models import User
from forankring.whole import END, is_whole

TOKEN = "csrfmiddlewaretoken"


@sensitive_post_parameters("password", "repeated")
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
        session_end.start_anew(request)
        login(request, accepted, backend="allauth.account.auth_backends.AuthenticationBackend")
        session_end.begin(request)
        devices.signed_in(request, accepted)
        log.event("signed_in", who=log.pseudonym(accepted.pk))
        messages.success(request, _("Velkommen. Din adgangskode er gemt, og du er logget ind."))
        return redirect("my_projects")
    return render(request, "accounts/invitation.html", {"form": form, "person": person})


@login_not_required
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """allauth's own; afterwards the browser forgets the pages it was shown, also those that Back would bring."""
    person = request.user.pk
    response = allauth_logout(request)
    if person and not request.user.is_authenticated:
        log.event("signed_out", who=log.pseudonym(person))
        response.headers["Clear-Site-Data"] = '"cache"'
    return response


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Begin the session's time again, or only `ask` how much of it is left."""
    if "ask" not in request.POST:
        session_end.stay(request)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"left": session_end.seconds_left(request)})
    messages.success(request, _("Du bliver logget ind."))
    return redirect(page_before(request))


@login_not_required
def too_old_a_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page's token is not the browser's: it was open while the person signed out, or in again elsewhere.

    Whoever it was shown to gets what they wrote back, with a button that sends it again; anybody else nothing. The same
    when the page was the sign-in page with what they wrote in it. Its own script is told whether they are signed in.
    """
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({}, status=403 if request.user.is_authenticated else 401)
    if is_whole(request) and (carried := pack(request) or request.POST.get(CARRIED, "")):
        if not request.user.is_authenticated:
            return ask_to_sign_in(request, carried)
        if CARRIED in request.POST:
            answers = unpack(request)
        else:
            answers = request.POST.copy() if written_by(request) == request.user.pk else None
        if answers is not None:
            answers[WRITTEN_BY] = mark_for(request.user)
            sent = [(name, each) for name, values in answers.lists() for each in values if name not in {TOKEN, END}]
            return render(request, "accounts/send_again.html", {"sent": sent}, status=403)
    is_open = request.resolver_match is not None and not getattr(request.resolver_match.func, "login_required", True)
    return render(request, "403_csrf.html", {"is_open": is_open}, status=403)


def profile(request: HttpRequest) -> HttpResponse:
    """A person's own name and organisation."""
    person = request.user
    assert isinstance(person, User)
    form = fill(request, ProfileForm, instance=person)
    if form.is_valid():
        services.save_profile(form=form)
        messages.success(request, _("Dine oplysninger er gemt."))
        return redirect("profile")
    return render(request, "accounts/profile.html", {"form": form})


@sensitive_post_parameters("password")
def address(request: HttpRequest) -> HttpResponse:
    """A person asks for another address to sign in with. The answer is the same for one that somebody has."""
    person = request.user
    assert isinstance(person, User)
    form = AddressForm(request.POST or None)
    if form.is_valid():
        new = form.cleaned_data["email"]
        if not ratelimit.consume(request, action="change_password", user=person):
            form.add_error("password", _("Der er prøvet for mange gange. Vent fem minutter, og prøv igen."))
        elif not person.check_password(form.cleaned_data["password"]):
            form.add_error("password", _("Skriv den adgangskode, du bruger nu."))
        elif new == person.email:
            form.add_error("email", _("Det er den, du har nu."))
        elif not may_invite(request, new):
            form.add_error("email", _("Der er sendt mange mails til adressen. Vent en time, og prøv igen."))
        else:
            changing_address.ask_to_change(by=person, person=person, email=new, absolute=request.build_absolute_uri)
            messages.success(request, changing_address.words_when_asked(new))
            return redirect("profile")
    return render(request, "accounts/address.html", {"form": form})
