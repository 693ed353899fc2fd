"""Rows in an order of their own."""

from typing import Self

from django.db import models


class PositionedQuerySet(models.QuerySet[models.Model]):
    def in_order(self) -> Self:
        return self.order_by("position", "pk")
