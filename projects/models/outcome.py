"""What a project writes down when it ends on purpose, passes its method on or seeks new money (docs/method.md, Udfald).

Nothing here goes away when the decision is changed: the answers wait until they are asked for again.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from projects.models.budget import FundingSource
from projects.models.positioned import PositionedQuerySet
from projects.models.project import Project


class OutcomeAnswers(models.Model):
    """One row per project: the texts of the three outcomes."""

    project = models.OneToOneField(Project, models.CASCADE, primary_key=True, related_name="outcome_answers")

    # Learning, when the project ends
    learned = TextField(_("det har vi lært"), max_length=4000, blank=True)
    would_change = TextField(_("det ville vi gøre anderledes"), max_length=4000, blank=True)
    useful_for = TextField(_("hvem kan bruge det"), max_length=2000, blank=True)
    shared_how = TextField(_("sådan deler vi det"), max_length=2000, blank=True)

    # Papers, when the project ends
    papers_kept_by = CharField(_("her ligger papirerne"), max_length=240, blank=True)
    papers_kept_until = models.DateField(_("papirerne gemmes til"), null=True, blank=True)
    data_deleted_how = TextField(_("sådan slettes persondata"), max_length=1000, blank=True)

    # The method lives on
    method_taker = CharField(_("overtager metoden"), max_length=240, blank=True)
    method_agreed = CharField(_("aftalen om metoden"), max_length=240, blank=True)
    method_described = TextField(_("sådan er metoden beskrevet"), max_length=4000, blank=True)
    method_taught = TextField(_("sådan læres metoden"), max_length=4000, blank=True)
    method_kept_alive = TextField(_("sådan holdes metoden ved lige"), max_length=2000, blank=True)
    left_behind = TextField(_("det følger ikke med"), max_length=4000, blank=True)

    # New money
    refused_plan = TextField(_("hvis der kommer afslag"), max_length=4000, blank=True)
    decide_by = models.DateField(_("plan B vælges senest"), null=True, blank=True)
    meanwhile = TextField(_("det fortsætter imens"), max_length=4000, blank=True)
    meanwhile_paid_by = CharField(_("betales imens af"), max_length=240, blank=True)

    class Meta:
        verbose_name = _("svar om udfaldet")
        verbose_name_plural = _("svar om udfaldet")

    def __str__(self) -> str:
        return str(self.project)


class WindDownKind(models.TextChoices):
    """What kind of thing is brought to an end."""

    ACTIVITY = "activity", _("En aktivitet stopper")
    AGREEMENT = "agreement", _("En aftale opsiges")
    THINGS = "things", _("Ting får en ny ejer")
    ACCESS = "access", _("Konti og adgange lukkes")
    OTHER = "other", _("Andet")


class WindDownItem(models.Model):
    """Something that stops, is cancelled or gets a new owner: when, and which role sees to it."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="wind_down")
    position = models.PositiveSmallIntegerField(editable=False)
    title = CharField(
        _("det afvikles"), max_length=160, error_messages={"blank": _("Skriv, hvad der stopper eller gives videre.")}
    )
    kind = CharField(_("slags"), max_length=20, choices=WindDownKind.choices, blank=True)
    on = models.DateField(_("dato"), null=True, blank=True)
    responsible = CharField(_("ansvarlig (rolle)"), max_length=120, blank=True)
    receiver = CharField(_("ny ejer eller modpart"), max_length=160, blank=True)
    is_done = models.BooleanField(_("det er gjort"), default=False)

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("punkt i afviklingen")
        verbose_name_plural = _("punkter i afviklingen")
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="wind_down_item_has_a_title")]

    def __str__(self) -> str:
        return self.title


class Notice(models.Model):
    """Who is told that the project ends or changes, by which role, and when."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="notices")
    position = models.PositiveSmallIntegerField(editable=False)
    audience = CharField(
        _("hvem får besked"), max_length=160, error_messages={"blank": _("Skriv, hvem der skal have besked.")}
    )
    told_by = CharField(_("hvem giver besked (rolle)"), max_length=120, blank=True)
    on = models.DateField(_("dato"), null=True, blank=True)
    message = TextField(_("det siger vi"), max_length=1000, blank=True)
    is_told = models.BooleanField(_("de har fået besked"), default=False)

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("besked")
        verbose_name_plural = _("beskeder")
        constraints = [models.CheckConstraint(condition=~Q(audience=""), name="notice_has_an_audience")]

    def __str__(self) -> str:
        return self.audience


class BidStatus(models.TextChoices):
    IDEA = "idea", _("Idé")
    WRITING = "writing", _("Bliver skrevet")
    SENT = "sent", _("Sendt")
    GRANTED = "granted", _("Bevilget")
    REFUSED = "refused", _("Afslag")

    @property
    def is_open(self) -> bool:
        """Whether something must still be sent before the deadline."""
        return self in {BidStatus.IDEA, BidStatus.WRITING}


class FundingBid(models.Model):
    """An application for new money: to whom, how much, by when, and which role writes it."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="funding_bids")
    position = models.PositiveSmallIntegerField(editable=False)
    funder = CharField(
        _("hvem søges"), max_length=160, error_messages={"blank": _("Skriv, hvem I vil søge penge hos.")}
    )
    source = CharField(_("slags kilde"), max_length=30, choices=FundingSource.choices, blank=True)
    amount = models.PositiveIntegerField(_("beløb i kr."), null=True, blank=True)
    years = models.PositiveSmallIntegerField(_("antal år"), null=True, blank=True)
    deadline = models.DateField(_("ansøgningsfrist"), null=True, blank=True)
    answer_on = models.DateField(_("svar ventes"), null=True, blank=True)
    applicant = CharField(_("hvem søger (rolle)"), max_length=120, blank=True)
    status = CharField(_("hvor langt"), max_length=10, choices=BidStatus.choices, default=BidStatus.IDEA)

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("ansøgning")
        verbose_name_plural = _("ansøgninger")
        constraints = [
            models.CheckConstraint(condition=~Q(funder=""), name="funding_bid_has_a_funder"),
            models.CheckConstraint(condition=Q(status__in=BidStatus.values), name="funding_bid_status_known"),
        ]

    def __str__(self) -> str:
        return self.funder
