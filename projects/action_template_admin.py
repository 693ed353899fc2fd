"""What administrators keep of the actions we propose."""

from collections.abc import Iterator

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from forankring.admin import RegisterAdmin
from projects.models import ActionTemplate


@admin.register(ActionTemplate)
class ActionTemplateAdmin(RegisterAdmin):
    """An action once proposed belongs to its project, so that a template can change or go at any time."""

    list_display = ["title", "concept", "role_shift", "months_before_end", "is_active"]
    list_filter = ["concept", "role_shift", "is_active"]
    search_fields = ["title__holds", "code"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ActionTemplate]:
        return ActionTemplate.objects.in_order()

    def uses_of(self, row: ActionTemplate) -> Iterator[str]:
        return iter(())
