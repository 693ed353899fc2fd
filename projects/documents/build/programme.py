"""The project and the helhedsplan around it."""

from actors.models import Party
from projects.documents.records import (
    Frame,
)
from projects.models import (
    Project,
)


def frame_of(project: Project) -> Frame:
    programme = project.programme
    parties = Party.objects.filter(programme=programme).select_related("housing_organisation", "municipality")
    return Frame(
        programme=programme.name,
        project=project.name,
        slug=project.slug,
        deciding_body=programme.deciding_body,
        parties=tuple(str(party) for party in parties.order_by("pk")),
        area=programme.area,
        focus_area=str(project.focus_area or ""),
        programme_start=programme.start,
        programme_end=programme.end,
        start=project.start,
        end=project.end,
        lbf_journal_number=programme.lbf_journal_number,
        vision=programme.vision,
        anchoring_strategy=programme.anchoring_strategy,
        is_demo=programme.is_demo,
    )
