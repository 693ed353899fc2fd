"""The Gantt picture as plain records."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from django.utils.dates import MONTHS_3

from forankring.rendering.svg import hatch
from forankring.rendering.words import BOLDER, fit, width_of, wrap

WIDTH = 640
LEFT = 214
ROOM = WIDTH - LEFT
LABEL_SIZE, SIZE = 9.5, 8.5
TICK = 27  # so wide is a month's or a year's word


@dataclass(frozen=True)
class Span:
    """What to draw: dates may be missing. `style` is done, going, waiting, planned, dropped or late.

    `after` are the places of the spans that must end first.
    """

    label: str
    words: str
    style: str
    start: date | None
    end: date | None
    after: tuple[int, ...] = ()


@dataclass(frozen=True)
class Stroke:
    """One line of the picture. Without dates there is no bar, only the words."""

    label: tuple[str, ...]
    words: str
    style: str
    y: float
    height: float
    x: float | None
    width: float
    words_x: float
    anchor: str
    hatching: str
    words_width: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def top(self) -> float:
        return self.middle - 6

    @property
    def words_left(self) -> float:
        """Where the words begin."""
        return self.words_x - self.words_width if self.anchor == "end" else self.words_x


@dataclass(frozen=True)
class Guide:
    """A vertical line with words on top. The words may stand elsewhere than the line."""

    x: float
    words: str
    words_x: float
    anchor: str = "middle"


@dataclass(frozen=True)
class Gantt:
    title: str
    strokes: tuple[Stroke, ...]
    months: tuple[Guide, ...]
    today: Guide | None
    finish: Guide | None
    height: float
    links: tuple[str, ...] = ()

    TOP = 32
    WIDTH = WIDTH
    LEFT = LEFT

    @property
    def bottom(self) -> float:
        return self.height - 2

    @property
    def month_lines(self) -> str:
        return "".join(f"M{month.x} 14V{self.bottom}" for month in self.months)

    @property
    def grounds(self) -> str:
        """White behind the words, as one path: it keeps the lines of the months off them."""
        return "".join(
            f"M{stroke.words_left:.1f} {stroke.top}h{stroke.words_width:.1f}v12h-{stroke.words_width:.1f}z"
            for stroke in self.strokes
        )


def draw_gantt(
    title: str, spans: Sequence[Span], *, today: date, today_words: str, finish: date | None, finish_words: str
) -> Gantt:
    """All dates decide the axis; today and the finish are drawn when they fall on it."""
    days = [day for span in spans for day in (span.start, span.end) if day] or [today]
    first = _month_start(min(*days, today))
    last = _month_after(max(*days, today))
    scale = ROOM / max((last - first).days, 1)

    def at(day: date) -> float:
        return round(min(max(LEFT + (day - first).days * scale, LEFT), WIDTH), 1)

    y = float(Gantt.TOP)
    strokes = []
    for span in spans:
        label = tuple(wrap(span.label, LEFT - 8, LABEL_SIZE, 2))
        height = 18.0 if len(label) == 1 else 24.0
        strokes.append(_stroke(span, label, y, height, at))
        y += height

    def guide(day: date | None, words: str) -> Guide | None:
        if day is None or not first <= day <= last:
            return None
        x = at(day)
        return Guide(x, words, x, "end" if x > WIDTH - 60 else "start" if x < LEFT + 60 else "middle")

    months = tuple(_months(first, last, at))
    links = tuple(_links(spans, strokes))
    return Gantt(title, tuple(strokes), months, guide(today, today_words), guide(finish, finish_words), y + 4, links)


def _links(spans: Sequence[Span], strokes: Sequence[Stroke]) -> Iterator[str]:
    """A thin line from the end of each bar to the beginning of the one that waits for it, with a small arrow head."""
    for span, later in zip(spans, strokes, strict=True):
        for place in span.after:
            first = strokes[place]
            if first.x is None or later.x is None:
                continue
            begin = first.x + first.width
            down = later.middle > first.middle
            edge = later.top if down else later.top + 12
            x = min(max(later.x + 2, begin + 3), later.x + later.width - 1)
            tip = -3 if down else 3
            yield (
                f"M{begin:.1f} {first.middle:.1f}H{x:.1f}V{edge:.1f}"
                f"M{x - 2:.1f} {edge + tip:.1f}L{x:.1f} {edge:.1f}L{x + 2:.1f} {edge + tip:.1f}"
            )


def _stroke(span: Span, label: tuple[str, ...], y: float, height: float, at: Callable[[date], float]) -> Stroke:
    bold = BOLDER if span.style == "late" else 1
    begin, end = span.start or span.end, span.end or span.start  # one date alone is a point
    if begin is None or end is None:
        words = fit(span.words, (ROOM - 4) / bold, SIZE)
        wide = width_of(words, SIZE) * bold
        return Stroke(label, words, span.style, y, height, None, 0, LEFT + 4, "start", "", wide)
    x, width = at(begin), max(at(end) - at(begin), 6.0)
    x = min(x, WIDTH - width)
    lines = hatch(x, y + height / 2 - 6, width, 12, 4) if span.style in {"late", "waiting"} else ""
    right, left = WIDTH - x - width - 4, x - 4
    needed = width_of(span.words, SIZE) * bold
    stands_right = needed + 2 <= right or right > left
    words = fit(span.words, (right if stands_right else left) / bold, SIZE)
    words_x, anchor = (x + width + 4, "start") if stands_right else (left, "end")
    wide = width_of(words, SIZE) * bold
    return Stroke(label, words, span.style, y, height, x, width, words_x, anchor, lines, wide)


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _month_after(day: date) -> date:
    """The first of the following month; time ends in 9999."""
    return date.max if (day.year, day.month) == (date.max.year, 12) else _month_start(_month_start(day) + timedelta(32))


def _months(first: date, last: date, at: Callable[[date], float]) -> list[Guide]:
    """Lines at every first, third or sixth month, or at Januaries: as close as the words can stand."""
    per_month = ROOM / max((last - first).days / 30.4, 1)
    step = next((months for months in (1, 3, 6) if months * per_month >= TICK), 12)
    years = range(first.year, last.year + 1, max(1, ceil(TICK / (12 * per_month))) if step == 12 else 1)
    days = (date(year, month, 1) for year in years for month in range(1, 13, step))
    return [
        Guide(x, str(day.year) if day.month == 1 else str(MONTHS_3[day.month]).strip("."), x, anchor)
        for day in days
        if first <= day <= last
        for x in [at(day)]
        for anchor in ["end" if x > WIDTH - TICK / 2 else "middle"]
    ]
