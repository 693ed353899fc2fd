"""Every date of the example is counted from D, the day the project ends, so that it never grows old."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.dateformat import format as date_format
from django.utils.translation import override

# The project ends this many days after the example is loaded.
DAYS_TO_END = 221


@dataclass(frozen=True, slots=True)
class Day:
    """A date in the example: first whole years from D, then days."""

    days: int = 0
    years: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """Turns the example's dates into real ones, in fields and inside texts.

    A text may hold {date:-510} ("5. februar 2026"), {month:+62} ("august 2027"), {year:-100} ("2027") and
    {summer:+0}, the year of the first summer holiday on or after that day. Years are written {month:+1y}.
    """

    end: date

    @classmethod
    def loaded_on(cls, today: date) -> "Calendar":
        return cls(today + timedelta(days=DAYS_TO_END))

    def on(self, day: Day) -> date:
        """The real date. The 29th of February becomes the 28th in years that lack it."""
        year = self.end.year + day.years
        try:
            start = self.end.replace(year=year)
        except ValueError:
            start = self.end.replace(year=year, day=28)
        return start + timedelta(days=day.days)

    def fill(self, value: Any) -> Any:
        """The same data with every Day as a date and every date in a text spelled out in Danish."""
        if isinstance(value, Day):
            return self.on(value)
        if isinstance(value, str):
            return value.format(
                date=_Spelled(self, "j. F Y"),
                month=_Spelled(self, "F Y"),
                year=_Spelled(self, "Y"),
                summer=_Spelled(self, "Y", next_summer=True),
            )
        if isinstance(value, dict):
            return {key: self.fill(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.fill(item) for item in value]
        return value


@dataclass(frozen=True, slots=True)
class _Spelled:
    calendar: Calendar
    pattern: str
    next_summer: bool = False

    def __format__(self, offset: str) -> str:
        day = Day(years=int(offset[:-1])) if offset.endswith("y") else Day(int(offset))
        found = self.calendar.on(day)
        if self.next_summer and found.month > 7:
            found = date(found.year + 1, 7, 1)
        with override("da"):
            return date_format(found, self.pattern)
