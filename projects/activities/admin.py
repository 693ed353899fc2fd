"""Where administrators keep the sets of tasks: change, order, offer or not, and take back what the repository says."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forankring.admin import SearchedAdmin
from forankring.ui.fields import ChoicesField, LinesField
from forankring.ui.personal import WithoutPersonalNumbers
from projects.activities import ORDER, restore_activity
from projects.models import ActivityTemplate, LegalRequirement, TemplateTask


class ActivityTemplateForm(WithoutPersonalNumbers, forms.ModelForm):
    core_elements = LinesField(label=_("Hvad må ikke forsvinde?"), required=False)
    adaptable = LinesField(label=_("Hvad kan gøres enklere?"), required=False)

    class Meta:
        model = ActivityTemplate
        fields = ["name", "code", "description", "core_elements", "adaptable", "position", "is_active"]


class TemplateTaskForm(WithoutPersonalNumbers, forms.ModelForm):
    legal_requirements = ChoicesField(label=_("Lovkrav"), choices=LegalRequirement.choices, required=False)

    class Meta:
        model = TemplateTask
        fields = [
            "position",
            "title",
            "task_type",
            "description",
            "hours_operation",
            "hours_unit",
            "competences",
            "legal_requirements",
            "is_critical",
            "operation_level",
        ]


class TemplateTaskInline(admin.StackedInline):
    model = TemplateTask
    form = TemplateTaskForm
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[TemplateTask]:
        return super().get_queryset(request).order_by("position", "pk")


@admin.register(ActivityTemplate)
class ActivityTemplateAdmin(SearchedAdmin):
    """The sets that came with the program are not deleted but taken out of use, so that they can be restored."""

    list_display = ["name", "position", "is_active", "task_count"]
    list_editable = ["position", "is_active"]
    list_per_page = 50
    search_fields = ["name__holds"]
    ordering = ["position", "name"]
    form = ActivityTemplateForm
    inlines = [TemplateTaskInline]
    prepopulated_fields = {"code": ["name"]}
    actions = ["restore"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ActivityTemplate]:
        return super().get_queryset(request).annotate(count=Count("tasks"))

    @admin.display(description=_("opgaver"))
    def task_count(self, row: ActivityTemplate) -> int:
        return int(row.count)  # type: ignore[attr-defined]

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        kept = [
            f"{row}: {_('følger med programmet. Tag den ud af brug i stedet.')}" for row in objs if row.code in ORDER
        ]
        return ([], {}, set(), kept) if kept else super().get_deleted_objects(objs, request)

    @admin.action(description=_("Gendan det indhold, der følger med programmet"))
    def restore(self, request: HttpRequest, queryset: QuerySet[ActivityTemplate]) -> None:
        codes = [code for code in queryset.values_list("code", flat=True) if code in ORDER]
        for code in codes:
            restore_activity(code)
        count = len(codes)
        words = ngettext("%d skabelon er gendannet.", "%d skabeloner er gendannet.", count) % count
        self.message_user(request, words, messages.SUCCESS if count else messages.WARNING)
