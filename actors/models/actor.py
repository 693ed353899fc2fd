"""The forankringsaktør: an organisation, unit or group, never a person. Kept once in the helhedsplan."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from actors.models.programme import Programme
from actors.models.registry import HousingDepartment, HousingOrganisation, Municipality
from actors.querysets import AlphabeticalQuerySet
from actors.validators import clean_cvr, validate_cvr
from forankring.database.columns import CharField
from forankring.database.lookups import TextKey


class Sphere(models.TextChoices):
    """Where an actor belongs. A partnership is an anchoring model, not a sphere."""

    MUNICIPALITY = "municipality", _("Kommune")
    CIVIL_SOCIETY = "civil_society", _("Beboere, foreninger og boligorganisation")
    MARKET = "market", _("Marked")
    STATE = "state", _("Stat eller region")


class ActorType(models.TextChoices):
    ADMINISTRATION = "administration", _("Kommunal forvaltning")
    SCHOOL = "school", _("Skole eller SFO")
    DAY_CARE = "day_care", _("Daginstitution")
    YOUTH_CLUB = "youth_club", _("Klub eller ungdomsskole")
    CULTURE = "culture", _("Bibliotek eller kultur")
    EMPLOYMENT = "employment", _("Jobcenter eller ungeindsats")
    HEALTH = "health", _("Sundhed")
    POLICE = "police", _("SSP eller politi")
    HOUSING_OPERATION = "housing_operation", _("Boligorganisation, drift")
    HOUSING_ADMINISTRATION = "housing_administration", _("Boligorganisation, administration")
    ESTATE_BOARD = "estate_board", _("Afdelingsbestyrelse")
    RESIDENT_GROUP = "resident_group", _("Uformel beboergruppe")
    ASSOCIATION = "association", _("Lokal forening")
    NATIONAL_ORGANISATION = "national_organisation", _("National organisation")
    FAITH_COMMUNITY = "faith_community", _("Trossamfund")
    EDUCATION = "education", _("Uddannelsesinstitution")
    COMPANY = "company", _("Virksomhed")
    BUSINESS_ASSOCIATION = "business_association", _("Erhvervsforening")
    FOUNDATION = "foundation", _("Fond")
    REGION = "region", _("Region")
    PARTNERSHIP = "partnership", _("Bestående partnerskab")
    OTHER = "other", _("Andet")


class Location(models.TextChoices):
    IN_AREA = "in_area", _("I boligområdet")
    NEARBY = "nearby", _("Lokalt uden for boligområdet")
    MUNICIPAL = "municipal", _("I kommunen")
    REGIONAL = "regional", _("I regionen")
    NATIONAL = "national", _("I hele landet")


class YesNoUnknown(models.TextChoices):
    YES = "yes", _("Ja")
    NO = "no", _("Nej")
    UNKNOWN = "unknown", _("Ved ikke")


class ActorQuerySet(AlphabeticalQuerySet["Actor"]):
    def in_use(self) -> Self:
        """Those that can be taken for something new."""
        return self.filter(is_active=True)

    def named(self) -> Self:
        """With what a name is made of, so that writing it asks the database nothing."""
        return self.select_related("housing_organisation", "housing_department__organisation", "municipality")


class Actor(models.Model):
    """An actor of the helhedsplan, reused in its projects.

    It may be a registry row (name left empty) or a unit of one (the unit's name typed); then the
    organisation's name and CVR come from the registry.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="actors", verbose_name=_("helhedsplan"))
    name = CharField(_("navn"), max_length=120, blank=True)
    housing_organisation = models.ForeignKey(
        HousingOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actors",
        verbose_name=_("boligorganisation"),
    )
    housing_department = models.ForeignKey(
        HousingDepartment, models.PROTECT, null=True, blank=True, related_name="actors", verbose_name=_("afdeling")
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="actors", verbose_name=_("kommune")
    )
    actor_type = CharField(_("type"), max_length=30, choices=ActorType.choices, blank=True)
    sphere = CharField(_("sfære"), max_length=20, choices=Sphere.choices, blank=True)
    own_cvr = CharField(_("CVR-nummer"), max_length=20, blank=True, validators=[validate_cvr])
    location = CharField(_("placering"), max_length=20, choices=Location.choices, blank=True)
    staying = CharField(_("blivende"), max_length=10, choices=YesNoUnknown.choices, blank=True)
    run_by_volunteers = CharField(_("bæres af frivillige"), max_length=10, choices=YesNoUnknown.choices, blank=True)
    is_active = models.BooleanField(_("i brug"), default=True)

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("forankringsaktør")
        verbose_name_plural = _("forankringsaktører")
        constraints = [
            models.CheckConstraint(
                # At most one of three is set when two of them are empty.
                condition=Q(housing_organisation__isnull=True, housing_department__isnull=True)
                | Q(housing_organisation__isnull=True, municipality__isnull=True)
                | Q(housing_department__isnull=True, municipality__isnull=True),
                name="actor_from_at_most_one_registry_row",
                violation_error_message=_("Vælg højst én: boligorganisation, afdeling eller kommune."),
            ),
            models.CheckConstraint(
                condition=~Q(name="")
                | Q(housing_organisation__isnull=False)
                | Q(housing_department__isnull=False)
                | Q(municipality__isnull=False),
                name="actor_has_a_name",
                violation_error_message=_("Skriv, hvad aktøren hedder, eller vælg den i registeret."),
            ),
            models.UniqueConstraint(
                models.F("programme"),
                Coalesce("housing_organisation", 0),
                Coalesce("housing_department", 0),
                Coalesce("municipality", models.Value("")),
                TextKey("name"),
                name="actor_once_by_name",
                violation_error_message=_("Helhedsplanen har allerede en aktør med det navn."),
            ),
        ]

    def __str__(self) -> str:
        """Its name. One out of use says so wherever it still stands."""
        name = self.name or self.organisation_name
        return name if self.is_active else _now("%(name)s (ude af brug)") % {"name": name}

    @property
    def organisation_name(self) -> str:
        """The registry row it is, or is a unit of; "" when it stands alone."""
        row = self.housing_organisation or self.housing_department or self.municipality
        return str(row) if row else ""

    @property
    def cvr(self) -> str:
        """Eight digits or "". Inherited from the boligorganisation when it is one or is part of one."""
        if self.housing_organisation:
            return self.housing_organisation.cvr
        if self.housing_department:
            return self.housing_department.organisation.cvr
        return self.own_cvr

    def clean_fields(self, exclude: Any = None) -> None:
        super().clean_fields(exclude=exclude)
        self.own_cvr = clean_cvr(self.own_cvr)
