"""The registry that administrators keep: kommuner, regions, boligorganisationer and their afdelinger."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from actors.models import (
    HousingDepartment,
    HousingOrganisation,
    Municipality,
    MunicipalityRegion,
    Region,
)
from actors.querysets import danish_order
from forankring.admin import RegisterAdmin


def _in_programmes(rows: Any, as_what: str) -> Iterator[str]:
    """The helhedsplaner that parties or actors belong to, by name only: what they hold is not for administrators."""
    for name in sorted(set(rows.values_list("programme__name", flat=True))):
        yield as_what % {"programme": name}


def _uses_in_plans(row: Any) -> Iterator[str]:
    if hasattr(row, "parties"):
        yield from _in_programmes(row.parties, _now("part i helhedsplanen %(programme)s"))
    yield from _in_programmes(row.actors, _now("forankringsaktør i helhedsplanen %(programme)s"))


class OnePeriodAtATime(BaseInlineFormSet):
    """A kommune belongs to one region on any day."""

    def clean(self) -> None:
        super().clean()
        periods = []
        for form in self.forms:
            answers = getattr(form, "cleaned_data", {})
            if answers and not answers.get("DELETE"):
                periods.append((answers.get("valid_from"), answers.get("valid_to")))
        for number, (start, end) in enumerate(periods):
            for other_start, other_end in periods[number + 1 :]:
                apart = (end and other_start and end < other_start) or (other_end and start and other_end < start)
                if not apart:
                    raise ValidationError(
                        _("To perioder overlapper. Ret dem, så kommunen hører til én region ad gangen.")
                    )


class RegionInline(admin.TabularInline):
    model = MunicipalityRegion
    formset = OnePeriodAtATime
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[MunicipalityRegion]:
        return super().get_queryset(request).select_related("region")


@admin.register(Region)
class RegionAdmin(RegisterAdmin):
    list_display = ["name", "code"]
    search_fields = ["name__holds", "code__holds"]
    ordering = ["name"]

    def uses_of(self, row: Region) -> Iterator[str]:
        count = row.municipalities.count()
        if count:
            yield ngettext("%(count)d kommune", "%(count)d kommuner", count) % {"count": count}


@admin.register(Municipality)
class MunicipalityAdmin(RegisterAdmin):
    list_display = ["name", "code", "region_today"]
    list_filter = ["regions__region"]
    search_fields = ["name__holds", "code__holds"]
    inlines = [RegionInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Municipality]:
        today = MunicipalityRegion.objects.select_related("region").on(timezone.localdate())
        return super().get_queryset(request).prefetch_related(Prefetch("regions", today, to_attr="regions_today"))

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        return [danish_order("name")]

    def get_readonly_fields(self, request: HttpRequest, obj: Municipality | None = None) -> list[str]:
        """Other rows point at the code."""
        return ["code"] if obj else []

    @admin.display(description=_("region i dag"))
    def region_today(self, row: Municipality) -> str:
        return ", ".join(relation.region.name for relation in row.regions_today)  # type: ignore[attr-defined]

    def uses_of(self, row: Municipality) -> Iterator[str]:
        yield from _uses_in_plans(row)
        for organisation in row.housing_organisations.alphabetical():
            yield _now("boligorganisationen %(name)s") % {"name": organisation}


class CanBeDeactivated(RegisterAdmin):
    """Rows that are taken out of use instead of deleted, so that old plans still know them."""

    actions = ["deactivate", "activate"]

    @admin.action(description=_("Tag ud af brug"))
    def deactivate(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._tell(request, queryset.update(is_active=False), _now("Taget ud af brug: %(count)d."))

    @admin.action(description=_("Tag i brug"))
    def activate(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._tell(request, queryset.update(is_active=True), _now("Taget i brug: %(count)d."))

    def _tell(self, request: HttpRequest, count: int, words: str) -> None:
        self.message_user(request, words % {"count": count}, messages.SUCCESS)

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        return [danish_order("name")]


@admin.register(HousingOrganisation)
class HousingOrganisationAdmin(CanBeDeactivated):
    list_display = ["name", "lbf_number", "cvr", "is_active"]
    list_filter = ["is_active", ("municipalities", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name__holds", "cvr__holds", "lbf_number__holds"]
    search_help_text = _("Søg på navn, CVR-nummer eller LBF-nummer.")
    filter_horizontal = ["municipalities"]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """A CVR number may be typed with spaces, hyphens or DK in front, as on the form."""
        digits = search_term.upper().removeprefix("DK").replace(" ", "").replace("-", "")
        return super().get_search_results(request, queryset, digits if digits.isdecimal() else search_term)

    def uses_of(self, row: HousingOrganisation) -> Iterator[str]:
        yield from _uses_in_plans(row)
        for department in row.departments.alphabetical():
            yield _now("afdelingen %(name)s") % {"name": department.name}


@admin.register(HousingDepartment)
class HousingDepartmentAdmin(CanBeDeactivated):
    list_display = ["name", "designation", "organisation", "lbf_number", "is_active"]
    list_filter = ["is_active"]
    list_select_related = ["organisation"]
    search_fields = ["name__holds", "designation__holds", "lbf_number__holds", "organisation__name__holds"]
    search_help_text = _("Søg på afdelingens navn, betegnelse eller nummer eller på boligorganisationen.")

    def uses_of(self, row: HousingDepartment) -> Iterator[str]:
        yield from _uses_in_plans(row)
