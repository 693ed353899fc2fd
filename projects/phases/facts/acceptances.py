"""What the group has accepted of what the health check finds."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from projects.models import AcceptedFinding


class AcceptanceFacts(NamedTuple):
    """One acceptance. `by` is the person's name, "" when the person is gone."""

    project_id: int
    id: int
    rule: str
    subject: str
    reason: str
    by: str
    at: datetime

    @property
    def key(self) -> tuple[str, str]:
        """The rule and the place, as a finding names them."""
        return self.rule, self.subject


def load_acceptances(found: Iterable[int]) -> defaultdict[int, list[AcceptanceFacts]]:
    grouped: defaultdict[int, list[AcceptanceFacts]] = defaultdict(list)
    rows = AcceptedFinding.objects.filter(project_id__in=found).select_related("accepted_by").order_by("pk")
    for row in rows:
        by = str(row.accepted_by or "")
        grouped[row.project_id].append(
            AcceptanceFacts(row.project_id, row.pk, row.rule, row.subject, row.reason, by, row.accepted_at)
        )
    return grouped
