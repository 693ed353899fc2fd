"""Phase 1."""

from projects.documents.build.likeness import like
from projects.documents.records import (
    PlanWording,
    Scope,
    Why,
)
from projects.models import (
    Project,
    WhyWhat,
)
from projects.phases.guidance import changed_labels


def why_of(project: Project) -> Why:
    row = WhyWhat.objects.filter(project=project).first() or WhyWhat()
    scopes = {
        f"scope_{when}": Scope(
            frequency=getattr(row, f"scope_{when}_frequency"),
            participants=getattr(row, f"scope_{when}_participants"),
            hours_per_week=getattr(row, f"scope_{when}_hours"),
        )
        for when in ("project", "operation")
    }
    asked = tuple(PlanWording(key=key, label=label) for key, label in changed_labels().items())
    return like(Why, row, **scopes, asked=asked)
