"""Moving a date of the calendar."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from actors.calendar import AFTER_THE_END, SHARED, Calendar, DateKind
from forankring.ui.dates import write_date
from forankring.ui.fields import DateField
from forankring.ui.forms import DanishForm


class DateForm(DanishForm, forms.Form):
    """One date. An empty field means the proposed day. What the helhedsplan holds can also be said to be held."""

    day = DateField(label=_("Hvornår?"), required=False)
    held_on = DateField(label=_("Holdt den"), required=False)

    def __init__(self, *args: Any, calendar: Calendar, which: DateKind, today: date, **kwargs: Any) -> None:
        entry = calendar[which]
        kwargs.setdefault("initial", {"day": entry.day, "held_on": entry.held_on})
        super().__init__(*args, **kwargs)
        self.calendar, self.kind, self.today = calendar, which, today
        if which not in SHARED:
            del self.fields["held_on"]
        else:
            self.fields["held_on"].help_text = _("Lad feltet stå tomt, til den er holdt.")
        if entry.proposed:
            words = _now("Vi foreslår %(day)s. Står feltet tomt, bruger vi den.")
            self.fields["day"].help_text = words % {"day": write_date(entry.proposed)}

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        if day and day != self.calendar[self.kind].proposed:
            self._refuse_outside_the_period(day)
            self._refuse_wrong_order(day)
        return day

    def clean_held_on(self) -> date | None:
        held_on: date | None = self.cleaned_data["held_on"]
        if held_on and held_on > self.today:
            raise forms.ValidationError(_("Skriv en dag, der har været. Det er først holdt, når I har mødtes."))
        start = self.calendar.start
        if held_on and start and held_on < start:
            words = _("Perioden begynder %(start)s. Skriv den dag eller en senere.")
            raise forms.ValidationError(words, params={"start": write_date(start)}, code="before_start")
        return held_on

    def _refuse_outside_the_period(self, day: date) -> None:
        start, end = self.calendar.start, self.calendar.end
        if self.kind in AFTER_THE_END:
            if end and day <= end:
                words = _("Opfølgning ligger efter den sidste dag. Skriv en dag efter %(end)s.")
                raise forms.ValidationError(words, params={"end": write_date(end)}, code="before_end")
        elif start and day < start:
            words = _("Perioden begynder %(start)s. Skriv den dag eller en senere.")
            raise forms.ValidationError(words, params={"start": write_date(start)}, code="before_start")
        elif end and day > end:
            words = _("Perioden slutter %(end)s. Skriv den dag eller en tidligere.")
            raise forms.ValidationError(words, params={"end": write_date(end)}, code="after_end")

    def _refuse_wrong_order(self, day: date) -> None:
        before, after = self.calendar.neighbours(self.kind)
        if before and before.day and day < before.day:
            words = _("”%(other)s” er %(day)s. Skriv den dag eller en senere, eller flyt den anden først.")
            raise forms.ValidationError(words, params=_params(before.kind, before.day), code="too_early")
        if after and after.day and day > after.day:
            words = _("”%(other)s” er %(day)s. Skriv den dag eller en tidligere, eller flyt den anden først.")
            raise forms.ValidationError(words, params=_params(after.kind, after.day), code="too_late")


def _params(kind: DateKind, day: date) -> dict[str, str]:
    return {"other": str(kind.label), "day": write_date(day)}
