"""The rounds of a project: the one that runs, and those that are closed, the newest first. One query."""

from django.db.models import Count, Q
from django.utils import timezone

from projects.models import AssessmentRound, Project


def rounds_of(project: Project) -> tuple[AssessmentRound | None, list[AssessmentRound]]:
    """The running round, if there is one, and the closed ones. Each knows its `asked` and how many are `shown`."""
    rows = AssessmentRound.objects.opened().filter(project=project).order_by("-opened_at", "-pk")
    found = list(
        rows.annotate(
            asked=Count("subjects"), shown=Count("subjects", filter=Q(subjects__revealed_at__lte=timezone.now()))
        )
    )
    running = next((each for each in found if each.is_running), None)
    return running, [each for each in found if not each.is_running]
