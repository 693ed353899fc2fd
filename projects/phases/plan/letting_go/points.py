"""The ten points as the page shows them: what a person says beside what the app sees."""

from dataclasses import dataclass

from projects.models import HandoverPoint, HandoverState, HandoverTick, Project
from projects.models.handover import is_settled
from projects.phases.plan.letting_go.handover import Seen
from projects.phases.plan.letting_go.seeing import seen_of


@dataclass(frozen=True)
class PointRow:
    """One point. `tick` is None until somebody has looked at it, `seen` where the app can see nothing."""

    point: HandoverPoint
    tick: HandoverTick | None
    seen: Seen | None

    def __str__(self) -> str:
        return f"{self.number}. {self.point.label}"

    @property
    def number(self) -> int:
        return self.point.value

    @property
    def is_settled(self) -> bool:
        return self.tick is not None and is_settled(self.tick.state, self.tick.reason)

    @property
    def differs(self) -> bool:
        """A person says that it is done, and the app sees that something is lacking."""
        said = self.tick is not None and self.tick.state == HandoverState.DONE
        return said and self.seen is not None and not self.seen.is_settled


def points_of(project: Project) -> list[PointRow]:
    """All ten in order, in six queries."""
    ticks = {tick.point: tick for tick in HandoverTick.objects.filter(project=project)}
    seen = seen_of(project)
    return [PointRow(point, ticks.get(point), seen.get(point)) for point in HandoverPoint]
