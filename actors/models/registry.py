"""The registry that administrators keep: kommuner, regions, boligorganisationer and their afdelinger."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from actors.querysets import AlphabeticalQuerySet
from actors.validators import clean_cvr, validate_cvr, validate_lbf_number
from forankring.database.columns import CharField
from forankring.database.lookups import TextKey


class Region(models.Model):
    """A region for the days it exists. The code is empty while none is known (Region Østdanmark)."""

    code = CharField(_("kode"), max_length=4, blank=True)
    name = CharField(_("navn"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regioner")

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """One of the 98 kommuner. The code is text: it begins with a zero."""

    code = CharField(_("kommunekode"), max_length=4, primary_key=True)
    name = CharField(_("navn"), max_length=60, unique=True)

    objects = AlphabeticalQuerySet["Municipality"].as_manager()

    class Meta:
        verbose_name = _("kommune")
        verbose_name_plural = _("kommuner")

    def __str__(self) -> str:
        return self.official_name

    @property
    def official_name(self) -> str:
        """The name as the kommune writes it: "Aarhus Kommune", with the two that do not follow the rule."""
        special = {"København": "Københavns Kommune", "Bornholm": "Bornholms Regionskommune"}
        return special.get(self.name, f"{self.name} Kommune")


class MunicipalityRegionQuerySet(models.QuerySet["MunicipalityRegion"]):
    def on(self, day: date) -> Self:
        """The relations in force on that day; both ends of a period are included."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day), Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )

    def from_day(self, day: date) -> Self:
        """With their regions: those in force on that day, then those that come later."""
        running = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        return self.filter(running).select_related("region").order_by(F("valid_from").asc(nulls_first=True), "pk")


class MunicipalityRegion(models.Model):
    """Which region a kommune belongs to, and when. An open end is empty."""

    municipality = models.ForeignKey(Municipality, models.CASCADE, related_name="regions", verbose_name=_("kommune"))
    region = models.ForeignKey(Region, models.PROTECT, related_name="municipalities", verbose_name=_("region"))
    valid_from = models.DateField(_("gælder fra"), null=True, blank=True)
    valid_to = models.DateField(_("gælder til og med"), null=True, blank=True)

    objects = MunicipalityRegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("regionstilhør")
        verbose_name_plural = _("regionstilhør")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "region"], name="municipality_once_per_region"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                name="region_period_in_order",
                violation_error_message=_("Sidste dag skal ligge efter første dag."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.region)


class HousingOrganisation(models.Model):
    """A boligorganisation. It is deactivated, not deleted, so that old plans still know it."""

    name = CharField(_("navn"), max_length=200)
    lbf_number = CharField(
        _("LBF-nummer"),
        max_length=4,
        null=True,
        blank=True,
        unique=True,
        validators=[validate_lbf_number],
        help_text=_("Fire cifre fra Landsbyggefonden."),
        error_messages={"unique": _("Der er allerede en boligorganisation med det LBF-nummer.")},
    )
    cvr = CharField(_("CVR-nummer"), max_length=20, blank=True, validators=[validate_cvr])
    municipalities = models.ManyToManyField(
        Municipality, verbose_name=_("kommuner"), related_name="housing_organisations", blank=True
    )
    is_active = models.BooleanField(
        _("aktiv"), default=True, help_text=_("Fjern markeringen, når organisationen ikke længere skal kunne vælges.")
    )

    objects = AlphabeticalQuerySet["HousingOrganisation"].as_manager()

    class Meta:
        verbose_name = _("boligorganisation")
        verbose_name_plural = _("boligorganisationer")

    def __str__(self) -> str:
        return self.name

    def clean_fields(self, exclude: Any = None) -> None:
        super().clean_fields(exclude=exclude)
        self.cvr = clean_cvr(self.cvr)
        self.lbf_number = self.lbf_number or None


class HousingDepartment(models.Model):
    """An afdeling. LBF's number and the organisation's own designation ("afd. 12") are two things."""

    organisation = models.ForeignKey(
        HousingOrganisation, models.PROTECT, related_name="departments", verbose_name=_("boligorganisation")
    )
    name = CharField(_("navn"), max_length=200)
    designation = CharField(
        _("egen betegnelse"), max_length=40, blank=True, help_text=_("Det I selv kalder afdelingen, fx afd. 12.")
    )
    lbf_number = CharField(_("LBF's afdelingsnummer"), max_length=20, blank=True)
    is_active = models.BooleanField(_("aktiv"), default=True)

    objects = AlphabeticalQuerySet["HousingDepartment"].as_manager()

    class Meta:
        verbose_name = _("afdeling")
        verbose_name_plural = _("afdelinger")
        constraints = [
            models.UniqueConstraint(
                "organisation",
                TextKey("name"),
                name="department_name_once_per_organisation",
                violation_error_message=_("Boligorganisationen har allerede en afdeling med det navn."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.designation or self.name}"
