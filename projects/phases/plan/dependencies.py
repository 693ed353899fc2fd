"""What waits for what: actions may not wait for each other in a circle (docs/method.md, Fase 4)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from projects.models import Action


def find_circle(needs: Mapping[int, Iterable[int]], start: int) -> list[int]:
    """The shortest way from `start` along what it needs back to itself: [1, 2] when they need each other; [] if none.

    Pure. `needs` is what each needs.
    """
    came_from: dict[int, int] = {}
    waiting = [start]
    for here in waiting:
        for needed in needs.get(here, ()):
            if needed == start:
                return _way(came_from, start, here)
            if needed not in came_from:
                came_from[needed] = here
                waiting.append(needed)
    return []


def _way(came_from: Mapping[int, int], start: int, end: int) -> list[int]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def circle_through(action: Action, needed: Iterable[int]) -> list[Action]:
    """The actions of the circle that there would be if the action came to wait for these. One query or two."""
    if action.pk is None:
        return []  # nobody can wait for what is not there yet
    through = Action.depends_on.through.objects.filter(from_action__project=action.project)
    needs: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in through.exclude(from_action=action).values_list("from_action_id", "to_action_id"):
        needs[one].append(other)
    needs[action.pk] = list(needed)
    circle = find_circle(needs, action.pk)
    found = Action.objects.in_bulk(circle)
    return [found[pk] for pk in circle]


def leave_circles(action: Action) -> int:
    """Stop waiting where that closes a circle, as when an action comes back after others were changed; how often."""
    needed = list(action.depends_on.values_list("pk", flat=True))
    kept = list(needed)
    while circle := circle_through(action, kept):
        kept.remove(circle[1].pk)
    action.depends_on.set(kept)
    return len(needed) - len(kept)


def circle_words(circle: list[Action]) -> str:
    """What to do about it: "P7 venter på P9, og P9 venter på P7. …"."""
    codes = [action.code for action in circle]
    steps = [
        _("%(one)s venter på %(other)s") % {"one": one, "other": other}
        for one, other in zip(codes, [*codes[1:], codes[0]], strict=True)
    ]
    return _("Tiltagene venter på hinanden: %(circle)s. Fjern krydset ved %(needed)s.") % {
        "circle": get_text_list(steps, _("og")),
        "needed": circle[1].code,
    }
