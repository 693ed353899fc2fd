"""People: created without a password and invited, closed instead of deleted."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forankring.accounts import changing_address, services
from forankring.accounts.addresses import AddressField
from forankring.accounts.letters import may_invite, say_whether_sent, too_many
from forankring.accounts.models import User
from forankring.admin import SearchedAdmin


class PersonForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["email", "name", "organisation", "is_active", "is_superuser"]
        field_classes = {"email": AddressField}
        labels = {"is_active": _("Kontoen er åben"), "is_superuser": _("Administrator")}
        help_texts = {
            "email": _("En ny e-mail gælder, når personen har sagt ja fra den. Den gamle får besked."),
            "is_active": _("Fjern markeringen for at lukke kontoen. Så kan personen ikke logge ind."),
            "is_superuser": _("Passer register, kodelister og personer. Giver ingen adgang til helhedsplaner."),
        }


class AdministratorFilter(admin.BooleanFieldListFilter):
    """Django's flag under the name that the form has for it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("administrator")


@admin.register(User)
class PersonAdmin(SearchedAdmin):
    form = PersonForm
    list_display = ["email", "name", "organisation", "is_active", "is_administrator", "last_login"]
    list_filter = ["is_active", ("is_superuser", AdministratorFilter)]
    search_fields = ["email", "name__holds", "organisation__holds"]
    ordering = ["email"]
    list_per_page = 50
    actions = ["invite"]

    @admin.display(description=_("administrator"), boolean=True, ordering="is_superuser")
    def is_administrator(self, person: User) -> bool:
        return person.is_superuser

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """Nobody shuts themselves out."""
        return ["is_active", "is_superuser"] if obj is not None and obj == request.user else []

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """What a person wrote and decided stays tied to them; the account is closed instead."""
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        obj.is_staff = obj.is_superuser
        if change and "email" in form.changed_data:
            self._ask_to_change_address(request, obj, form)
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not change:
            self._invite(request, obj)
            words = _("Vi har sendt en invitation til %(email)s.") % {"email": obj.email}
            transaction.on_commit(lambda: say_whether_sent(request, obj, words))

    def _ask_to_change_address(self, request: HttpRequest, person: User, form: Any) -> None:
        """The person keeps the address they have until the new one has said yes."""
        new, person.email = person.email, form.initial["email"]
        # So that neither the page nor the log says it is done.
        form.changed_data.remove("email")
        if not may_invite(request, new):
            self.message_user(request, too_many(), messages.ERROR)
            return
        changing_address.ask_to_change(by=request.user, person=person, email=new, absolute=request.build_absolute_uri)
        self.message_user(request, changing_address.words_when_asked(new), messages.WARNING)

    @admin.action(description=_("Send invitation"))
    def invite(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        people, waiting = [], False
        for person in queryset.filter(is_active=True):
            if may_invite(request, person.email):
                people.append(person)
            else:
                waiting = True
        if waiting:
            self.message_user(request, too_many(), messages.ERROR)
        for person in people:
            self._invite(request, person)
        if unsent := [person.email for person in people if not person.was_written_to]:
            words = _("Mailen kunne ikke sendes til %(who)s. Send invitationen igen.") % {"who": ", ".join(unsent)}
            self.message_user(request, words, messages.ERROR)
        count = len(people) - len(unsent)
        sent = ngettext("Vi har sendt %(count)d invitation.", "Vi har sendt %(count)d invitationer.", count)
        if count or not (unsent or waiting):
            self.message_user(request, sent % {"count": count}, messages.SUCCESS if count else messages.WARNING)

    def _invite(self, request: HttpRequest, person: User) -> None:
        services.send_invitation(
            by=request.user,
            person=person,
            occasion=services.plain_invitation(),
            absolute=request.build_absolute_uri,
        )
