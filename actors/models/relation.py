"""How two actors of a helhedsplan stand to each other (docs/method.md, Fase 2)."""

from collections.abc import Iterable
from typing import Final, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from actors.models.actor import Actor
from forankring.database.columns import CharField


class RelationKind(models.TextChoices):
    COOPERATION = "cooperation", _("Samarbejde")
    MONEY = "money", _("Økonomi")
    LEADERSHIP = "leadership", _("Ledelse")
    CONFLICT = "conflict", _("Konflikt")

    @property
    def is_directed(self) -> bool:
        """Money flows and somebody leads: who is named first matters."""
        return self in DIRECTED

    @property
    def is_internal(self) -> bool:
        """What may hurt stays with those who work on the plan."""
        return self is RelationKind.CONFLICT


DIRECTED: Final = frozenset({RelationKind.MONEY, RelationKind.LEADERSHIP})
# What the first actor's side says of the second, and the other way round.
FORWARD: Final = {
    RelationKind.COOPERATION: _("samarbejder med %(other)s"),
    RelationKind.MONEY: _("giver penge til %(other)s"),
    RelationKind.LEADERSHIP: _("leder %(other)s"),
    RelationKind.CONFLICT: _("er uenig eller i konflikt med %(other)s"),
}
BACKWARD: Final = {
    **FORWARD,
    RelationKind.MONEY: _("får penge fra %(other)s"),
    RelationKind.LEADERSHIP: _("hører under %(other)s"),
}


class ActorRelationQuerySet(models.QuerySet["ActorRelation"]):
    def among(self, actors: Iterable[int]) -> Self:
        """Only those where both are among the actors with these ids."""
        wanted = list(actors)
        return self.filter(from_actor__in=wanted, to_actor__in=wanted)

    def of_programme(self, programme_id: int) -> Self:
        return self.filter(from_actor__programme=programme_id)

    def named(self) -> Self:
        """With what both names are made of."""
        parts = ("housing_organisation", "housing_department__organisation", "municipality")
        return self.select_related(*(f"{end}__{part}" for end in ("from_actor", "to_actor") for part in parts))

    def in_order(self) -> Self:
        return self.order_by("pk")


class ActorRelation(models.Model):
    """One relation of one kind between two actors of the same helhedsplan; it holds in all of its projects.

    Where the direction does not matter the older actor stands first, so that the same relation cannot be kept twice.
    """

    from_actor = models.ForeignKey(Actor, models.CASCADE, related_name="relations_from", verbose_name=_("aktør"))
    to_actor = models.ForeignKey(Actor, models.CASCADE, related_name="relations_to", verbose_name=_("den anden aktør"))
    kind = CharField(_("slags"), max_length=15, choices=RelationKind.choices)

    objects = ActorRelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation mellem aktører")
        verbose_name_plural = _("relationer mellem aktører")
        constraints = [
            models.UniqueConstraint(
                fields=["from_actor", "to_actor", "kind"],
                name="relation_once",
                violation_error_message=_("Relationen er allerede skrevet op."),
            ),
            models.CheckConstraint(
                condition=~Q(from_actor=F("to_actor")),
                name="relation_between_two",
                violation_error_message=_("Vælg to forskellige aktører."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=sorted(kind.value for kind in DIRECTED)) | Q(from_actor__lt=F("to_actor")),
                name="relation_without_direction_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=RelationKind.values), name="relation_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.from_actor} {relation_words(RelationKind(self.kind), str(self.to_actor), forward=True)}"


def relation_words(kind: RelationKind, other: str, *, forward: bool) -> str:
    """What one side of a relation says of the other: "giver penge til Foreningen"."""
    return str((FORWARD if forward else BACKWARD)[kind] % {"other": other})
