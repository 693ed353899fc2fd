"""What administrators have changed in the questions. The standard texts are files in projects/phases/guidance/."""

from collections.abc import Mapping

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField


class WordingQuerySet(models.QuerySet["Wording"]):
    def current(self) -> Mapping[str, "Wording"]:
        """The last version of each question that was ever changed, by key. One query."""
        newest: dict[str, Wording] = {each.key: each for each in self.order_by("version")}
        return newest

    def of_question(self, key: str) -> "WordingQuerySet":
        """Every version, newest first, with who wrote it."""
        return self.filter(key=key).select_related("written_by").order_by("-version")


class Wording(models.Model):
    """One version of one question's texts. An empty text is the standard text; a version is added, never changed.

    `key` is the step, or the step and the field ("hvorfor", "hvorfor.problem"). Answers belong to the field, so no
    change here can lose one.
    """

    key = CharField(_("spørgsmål"), max_length=80)
    version = models.PositiveIntegerField(_("version"))
    label = CharField(_("spørgsmålet"), max_length=160, blank=True)
    help_text = CharField(_("hjælpetekst"), max_length=300, blank=True)
    why = TextField(_("hvorfor vi spørger"), max_length=800, blank=True)
    good = TextField(_("et fyldigt svar"), max_length=400, blank=True)
    poor = TextField(_("for kort"), max_length=400, blank=True)
    written_at = models.DateTimeField(_("skrevet"), auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("skrevet af")
    )

    objects = WordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("spørgsmål og hjælpetekst")
        verbose_name_plural = _("spørgsmål og hjælpetekster")
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="one_wording_of_each_version")]

    def __str__(self) -> str:
        return self.label or self.key

    @property
    def is_standard(self) -> bool:
        return not any((self.label, self.help_text, self.why, self.good, self.poor))
