"""Writing a helhedsplan: its facts, its parties and its people."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import ModelForm
from django.utils.translation import gettext as _

from actors.models import Membership, Party, Programme, Role
from forankring import log
from forankring.accounts.addresses import one_form
from forankring.accounts.services import Absolute, Occasion, invite_person, send_invitation
from projects.models import Event


@transaction.atomic
def create_programme(*, by: Any, name: str, owner_email: str, absolute: Absolute) -> Programme:
    """A helhedsplan with its first owner, who is invited by mail. Whoever creates it gets no right to it."""
    programme = Programme.objects.create(name=name)
    Event.objects.record(by=by, programme=programme, text=_("oprettede helhedsplanen"))
    add_member(by=by, programme=programme, email=owner_email, role=Role.OWNER, absolute=absolute)
    return programme


@transaction.atomic
def add_owner(*, by: Any, programme: Programme, owner_email: str, absolute: Absolute) -> Programme:
    """Give a helhedsplan one more owner, for when those it had have left; a member gets the role."""
    membership = programme.memberships.select_related("programme").filter(user__email=one_form(owner_email)).first()
    if membership:
        change_role(by=by, membership=membership, role=Role.OWNER)
    else:
        add_member(by=by, programme=programme, email=owner_email, role=Role.OWNER, absolute=absolute)
    return programme


@transaction.atomic
def edit_programme(*, by: Any, form: ModelForm) -> Programme:
    """Save a valid form of the helhedsplan's facts."""
    programme = form.save()
    if form.has_changed():
        Event.objects.record(by=by, programme=programme, text=_("rettede helhedsplanens oplysninger"))
    return programme


@transaction.atomic
def add_party(*, by: Any, form: ModelForm) -> Party:
    """Save a valid form of a new party."""
    party = form.save()
    Event.objects.record(by=by, programme=party.programme, text=_("tilføjede en part"))
    return party


@transaction.atomic
def remove_party(*, by: Any, party: Party) -> None:
    Event.objects.record(by=by, programme=party.programme, text=_("fjernede en part"))
    party.delete()


@transaction.atomic
def add_member(*, by: Any, programme: Programme, email: str, role: str, absolute: Absolute) -> Membership:
    """Make the person with this address a member and tell them by mail; a new person gets a link to a password.

    Raises:
        ValidationError: they are a member already, or their account is closed.
    """
    _lock(programme)
    if Membership.objects.filter(programme=programme, user__email=one_form(email)).exists():
        raise ValidationError(_("%(email)s er allerede deltager."), params={"email": email}, code="member")
    person = invite_person(by=by, email=email, occasion=_occasion(programme, role), absolute=absolute)
    if not person.is_active:
        raise ValidationError(
            _("%(email)s har en lukket konto. Bed en administrator om at åbne den."),
            params={"email": email},
            code="closed",
        )
    membership = Membership.objects.create(programme=programme, user=person, role=role)
    Event.objects.record(
        by=by, programme=programme, text=_("tilføjede en deltager som %(role)s") % {"role": programme.role_name(role)}
    )
    _log("member_added", membership, by, role=role)
    return membership


@transaction.atomic
def change_role(*, by: Any, membership: Membership, role: str) -> None:
    """Give a member another role.

    Raises:
        ValidationError: the last owner would be gone, or they are no member any more.
    """
    _lock(membership.programme)
    _refuse_if_gone(membership)
    if role != Role.OWNER:
        _keep_an_owner(membership)
    if membership.role != role:
        membership.role = role
        membership.save(update_fields=["role"])
        role_name = membership.programme.role_name(role)
        Event.objects.record(
            by=by,
            programme=membership.programme,
            text=_("ændrede en deltagers rolle til %(role)s") % {"role": role_name},
        )
        _log("role_changed", membership, by, role=role)


@transaction.atomic
def remove_member(*, by: Any, membership: Membership) -> None:
    """Take a person's right to the helhedsplan away. What they wrote stays.

    Raises:
        ValidationError: they are the last owner, or no member any more.
    """
    _lock(membership.programme)
    _refuse_if_gone(membership)
    _keep_an_owner(membership)
    membership.delete()
    Event.objects.record(by=by, programme=membership.programme, text=_("fjernede en deltager"))
    _log("member_removed", membership, by)


@transaction.atomic
def leave_programme(*, membership: Membership) -> None:
    """A person gives up their own right to the helhedsplan. What they wrote stays.

    Raises:
        ValidationError: they are the last owner, or no member any more.
    """
    _lock(membership.programme)
    _refuse_if_gone(membership)
    _keep_an_owner(membership)
    membership.delete()
    Event.objects.record(by=membership.user, programme=membership.programme, text=_("forlod helhedsplanen"))
    _log("member_left", membership, membership.user)


def invite_again(*, by: Any, membership: Membership, absolute: Absolute) -> None:
    """Send the mail once more, with a new link when the person has no password yet.

    Raises:
        ValidationError: they are no member any more.
    """
    _refuse_if_gone(membership)
    occasion = _occasion(membership.programme, membership.role)
    send_invitation(by=by, person=membership.user, occasion=occasion, absolute=absolute)


def _occasion(programme: Programme, role: str) -> Occasion:
    words = {"programme": programme.name, "role": programme.role_name(role)}
    return Occasion(
        subject=_("Du er deltager i helhedsplanen %(programme)s") % words,
        sentence=_("Du er nu %(role)s i helhedsplanen %(programme)s.") % words,
    )


def why_not_remove(membership: Membership) -> str:
    """Why the person cannot leave or give up their role; "" when they can."""
    owners = Membership.objects.filter(programme=membership.programme, role=Role.OWNER, user__is_active=True)
    if membership.role == Role.OWNER and not owners.exclude(pk=membership.pk).exists():
        return _("Helhedsplanen skal have mindst én leder. Gør en anden til leder først.")
    return ""


def _log(what: str, membership: Membership, by: Any, **facts: Any) -> None:
    who, by_whom = log.pseudonym(membership.user_id), log.pseudonym(by.pk)
    log.event_once_stored(what, who=who, programme=membership.programme_id, **facts, by=by_whom)


def _keep_an_owner(membership: Membership) -> None:
    if refusal := why_not_remove(membership):
        raise ValidationError(refusal, code="last_owner")


def _refuse_if_gone(membership: Membership) -> None:
    """For a membership that was read before the lock: another leader may have ended it since."""
    if not Membership.objects.filter(pk=membership.pk).exists():
        words = _("%(person)s er ikke længere deltager.")
        raise ValidationError(words, params={"person": membership.user}, code="gone")


def _lock(programme: Programme) -> None:
    """One change of people at a time, so that two owners cannot take the role from each other at once."""
    Programme.objects.select_for_update().get(pk=programme.pk)
