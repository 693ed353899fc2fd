"""What administrators keep of helhedsplaner and projects: who owns them and the code list, never what they hold."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from actors.models import Membership, Programme, Role
from actors.querysets import danish_order
from forankring.accounts.addresses import AddressField
from forankring.accounts.models import User
from forankring.accounts.sent_once import once
from forankring.admin import RegisterAdmin, SearchedAdmin
from projects.action_template_admin import ActionTemplateAdmin
from projects.activities.admin import ActivityTemplateAdmin
from projects.models import FocusArea
from projects.overview import programme_services
from projects.wording_admin import WordingAdmin

__all__ = ["ActionTemplateAdmin", "ActivityTemplateAdmin", "FocusAreaAdmin", "ProgrammeAdmin", "WordingAdmin"]


@admin.register(FocusArea)
class FocusAreaAdmin(RegisterAdmin):
    list_display = ["name", "valid_from", "valid_to", "code"]
    list_filter = ["valid_from"]
    search_fields = ["name__holds", "code"]
    ordering = ["-valid_from", "name"]

    def uses_of(self, row: FocusArea) -> Iterator[str]:
        count = row.projects.count()
        if count:
            yield ngettext("%(count)d projekt", "%(count)d projekter", count) % {"count": count}


class ProgrammeForm(forms.ModelForm):
    """The name of a new helhedsplan, and an owner: its first, or a new one when no owner has an open account.

    So nobody gets into a plan through the administration while somebody there can say no.
    """

    owner_email = AddressField(
        label=_("E-mail til lederen af helhedsplanen"),
        max_length=254,
        help_text=_("Lederen får en mail med et link og kan derefter selv tilføje deltagere og projekter."),
        error_messages={"required": _("Skriv e-mailen på den, der skal eje helhedsplanen.")},
    )

    class Meta:
        model = Programme
        fields = ["name"]

    def clean_owner_email(self) -> str:
        email = str(self.cleaned_data["owner_email"])
        if User.objects.filter(email=email, is_active=False).exists():
            raise ValidationError(_("Personens konto er lukket. Åbn den først under Personer."))
        if Membership.objects.filter(programme=self.instance.pk, role=Role.OWNER, user__is_active=True).exists():
            raise ValidationError(_("Helhedsplanen har en leder. Bed lederen om at tilføje flere under Deltagere."))
        return email


@admin.register(Programme)
class ProgrammeAdmin(SearchedAdmin):
    """Name and owners. Vision, strategy, projects and the other members are not shown."""

    list_display = ["name", "owners"]
    search_fields = ["name__holds"]
    list_per_page = 50
    form = ProgrammeForm

    def get_queryset(self, request: HttpRequest) -> QuerySet[Programme]:
        owners = Membership.objects.filter(role=Role.OWNER).select_related("user").order_by("pk")
        return super().get_queryset(request).prefetch_related(Prefetch("memberships", owners, to_attr="owning"))

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        return [danish_order("name")]

    @admin.display(description=_("ledere"))
    def owners(self, programme: Programme) -> str:
        return ", ".join(membership.user.email for membership in programme.owning)  # type: ignore[attr-defined]

    def get_fields(self, request: HttpRequest, obj: Programme | None = None) -> Any:
        return ["name", "owners", "owner_email"] if obj else ["name", "owner_email"]

    def get_readonly_fields(self, request: HttpRequest, obj: Programme | None = None) -> Any:
        return ["name", "owners"] if obj else []

    def has_delete_permission(self, request: HttpRequest, obj: Programme | None = None) -> bool:
        """Everything in it would go."""
        return False

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Programme:
        """A new helhedsplan, or one more owner of one whose owners are gone."""
        save = programme_services.add_owner if change else programme_services.create_programme
        what = {"programme": form.instance} if change else {"name": form.cleaned_data["name"]}
        email = form.cleaned_data["owner_email"]
        with once(request) as made:
            programme = save(by=request.user, owner_email=email, absolute=request.build_absolute_uri, **what)
            made.append(programme)
        return programme

    def save_model(self, request: HttpRequest, obj: Programme, form: Any, change: bool) -> None:
        """The service has saved it, with its owner."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing more hangs on the form."""
