"""Living with a finding, and no longer doing so."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import AcceptedFinding, Event, Project
from projects.phases.health.finding import Finding
from projects.phases.health.subjects import rows_of


@transaction.atomic
def accept_finding(*, by: Any, project: Project, finding: Finding, reason: str) -> AcceptedFinding:
    """Accept what was found, with a reason; a second time the reason is written anew. The log tells the rule only."""
    code, subject = finding.key
    before = AcceptedFinding.objects.filter(project=project, rule=code, subject=subject).first()
    said = {"reason": reason, "accepted_by": by, "accepted_at": timezone.now()} | rows_of(subject)
    accepted, is_new = AcceptedFinding.objects.update_or_create(
        project=project, rule=code, subject=subject, defaults=said
    )
    if before and before.reason == reason:
        return accepted
    what = _("accepterede ”%s” i sundhedstjekket") if is_new else _("rettede grunden til at acceptere ”%s”")
    Event.objects.record(by=by, project=project, text=what % finding.rule.title)
    return accepted


@transaction.atomic
def withdraw_acceptance(*, by: Any, project: Project, finding: Finding) -> None:
    """Look at the finding again. When it was not accepted nothing happens."""
    code, subject = finding.key
    deleted, _by_kind = AcceptedFinding.objects.filter(project=project, rule=code, subject=subject).delete()
    if deleted:
        text = _("accepterer ikke længere ”%s” i sundhedstjekket") % finding.rule.title
        Event.objects.record(by=by, project=project, text=text)
