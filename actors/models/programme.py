"""The helhedsplan: the circle of parties and people that the projects belong to."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from actors.models.registry import HousingOrganisation, Municipality
from actors.querysets import AlphabeticalQuerySet
from forankring.database.columns import CharField, TextField


class Role(models.TextChoices):
    """What a person is in a helhedsplan. What each may do stands in one table, projects/access.py."""

    OWNER = "owner", _("Leder af helhedsplanen")
    EDITOR = "editor", _("Redaktør")
    BOARD = "board", _("Medlem af styregruppen")
    READER = "reader", _("Læser")


class ProgrammeQuerySet(AlphabeticalQuerySet["Programme"]):
    def visible_to(self, user: Any) -> Self:
        """The person's helhedsplaner, with their role as `my_role`. Being administrator does not count."""
        return self.filter(memberships__user=user).annotate(my_role=F("memberships__role"))


class Programme(models.Model):
    """A boligsocial helhedsplan. Its strategy is the level above the single project's plan (docs/method.md)."""

    name = CharField(_("navn"), max_length=120, error_messages={"blank": _("Skriv, hvad helhedsplanen hedder.")})
    deciding_body = CharField(
        _("besluttende organ"),
        max_length=60,
        default="styregruppen",
        help_text=_("Skriv det i bestemt form, for eksempel styregruppen eller bestyrelsen."),
    )
    area = TextField(_("boligområde"), max_length=1000, blank=True)
    start = models.DateField(_("første dag"), null=True, blank=True)
    end = models.DateField(_("sidste dag"), null=True, blank=True)
    lbf_journal_number = CharField(_("LBF's journalnummer"), max_length=40, blank=True)
    vision = TextField(_("vision"), max_length=4000, blank=True)
    anchoring_strategy = TextField(_("forankringsstrategi"), max_length=4000, blank=True)
    is_demo = models.BooleanField(_("demodata"), default=False, editable=False)

    my_role: str  # only from visible_to()

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("helhedsplan")
        verbose_name_plural = _("helhedsplaner")
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gt=models.F("start")),
                name="programme_period_in_order",
                violation_error_message=_("Sidste dag skal ligge efter første dag."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def role_name(self, role: str) -> str:
        """The role within a sentence, with this helhedsplan's own word for its deciding body."""
        if role == Role.BOARD:
            return _now("medlem af %(body)s") % {"body": self.deciding_body}
        return str(Role(role).label).lower()


class PartyQuerySet(models.QuerySet["Party"]):
    def named(self) -> Self:
        """In the order they were added, with what their names are made of."""
        return self.select_related("housing_organisation", "municipality").order_by("pk")


class Party(models.Model):
    """A party to the helhedsplan: a boligorganisation or a kommune from the registry, or any name typed."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="parties", verbose_name=_("helhedsplan"))
    housing_organisation = models.ForeignKey(
        HousingOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parties",
        verbose_name=_("boligorganisation"),
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="parties", verbose_name=_("kommune")
    )
    name = CharField(_("anden part"), max_length=200, blank=True)

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("part")
        verbose_name_plural = _("parter")
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(housing_organisation__isnull=False, municipality__isnull=True, name="")
                    | Q(housing_organisation__isnull=True, municipality__isnull=False, name="")
                    | (Q(housing_organisation__isnull=True, municipality__isnull=True) & ~Q(name=""))
                ),
                name="party_is_one_thing",
                violation_error_message=_("Vælg en boligorganisation eller en kommune, eller skriv et navn. Kun én."),
            ),
            models.UniqueConstraint(
                fields=["programme", "housing_organisation"],
                name="housing_organisation_once_per_programme",
                violation_error_message=_("Boligorganisationen er allerede part."),
            ),
            models.UniqueConstraint(
                fields=["programme", "municipality"],
                name="municipality_once_per_programme",
                violation_error_message=_("Kommunen er allerede part."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.housing_organisation or self.municipality or self.name)


class MembershipQuerySet(AlphabeticalQuerySet["Membership"]):
    def with_people(self) -> Self:
        """With the people themselves, sorted by the name they are shown by."""
        shown = Coalesce(NullIf("user__name", models.Value("")), "user__email")
        return self.select_related("user").alphabetical(shown)


class Membership(models.Model):
    """A person's role in one helhedsplan."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="memberships", verbose_name=_("helhedsplan"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    role = CharField(_("rolle"), max_length=10, choices=Role.choices)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("medlemskab")
        verbose_name_plural = _("medlemskaber")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "user"],
                name="person_once_per_programme",
                violation_error_message=_("Personen er allerede deltager."),
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"
