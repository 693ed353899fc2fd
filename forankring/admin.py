"""Django's own administration, with our name. It holds register, code lists and people, and no plan content."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import SEARCH_VAR
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from forankring import log
from forankring.accounts.sent_once import once
from forankring.ui.fields import LONGEST_ID

# Libraries that register models nobody here keeps: groups, and allauth's second copy of the e-mail.
NOT_KEPT_HERE = frozenset({"auth", "account"})


class ForankringAdmin(AdminSite):
    site_header = _("Forankring – administration")
    site_title = _("Forankring")
    index_title = _("Register, kodelister og personer")

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        models: list[Any] = [model_or_iterable] if isinstance(model_or_iterable, type) else list(model_or_iterable)
        super().register([m for m in models if m._meta.app_label not in NOT_KEPT_HERE], admin_class, **options)

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The same way in as everybody's, so that the same limits on tries hold."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index"))
        if self.has_permission(request):
            return redirect("admin:index")
        raise PermissionDenied(_("Kun administratorer kan åbne administrationen."))

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """And the same way out."""
        return redirect("account_logout")


class LoggedAdmin(admin.ModelAdmin):
    """Django writes what was done in its own table for those who may read it; that it was done, in the log too."""

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        _tell("admin_added", obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        _tell("admin_changed", obj)
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        for row in queryset:
            _tell("admin_deleted", row)
        return super().log_deletions(request, queryset)


def _tell(what: str, row: Any) -> None:
    log.event_once_stored(what, model=row._meta.label_lower, row=row.pk)


MOST_WORDS: Final = 20
LONGEST_SEARCH: Final = 400  # characters


class SearchedAdmin(LoggedAdmin):
    """What is added twice is there once. Of a search the first words count: Django asks the database about each."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
            return
        with once(request) as made:
            super().save_model(request, obj, form, change)
            made.append(obj)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Django's own answer to a filter that makes no sense, also when the database would not take it: PostgreSQL no
        text with a NUL, and neither a number that is larger than any column.
        """
        for name, texts in request.GET.lists():
            if any("\0" in text or (name != SEARCH_VAR and _is_too_large(text)) for text in texts):
                raise IncorrectLookupParameters
        return super().get_changelist_instance(request)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """No row has a NUL in its key, and where the key is a text PostgreSQL does not take the question."""
        return None if "\0" in object_id else super().get_object(request, object_id, from_field)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        words = search_term[:LONGEST_SEARCH].split()[:MOST_WORDS]
        if words != search_term.split():
            self.message_user(request, _("Søgningen er for lang. Kun begyndelsen er brugt."), messages.WARNING)
        return super().get_search_results(request, queryset, " ".join(words))


def _is_too_large(text: str) -> bool:
    return text.lstrip("+-").isdecimal() and len(text) > LONGEST_ID


class RegisterAdmin(SearchedAdmin):
    """Rows that others point at: sorted the Danish way, and deleted only while nothing uses them."""

    list_per_page = 50

    def uses_of(self, row: Any) -> Iterator[str]:
        """What uses the row, in words an administrator may read. Nothing yielded means it can go."""
        raise NotImplementedError

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        protected = [f"{row}: {use}" for row in objs for use in self.uses_of(row)]
        if protected:
            return [], {}, set(), protected
        return super().get_deleted_objects(objs, request)
