"""A role shift becomes an action by one press."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from forankring.accounts.sent_once import once
from projects.access import Permission, get_project
from projects.phases.plan.cooperation import services


@require_POST
def learn(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The proposed actions in which the new role is learned; when there is one, open to be edited."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    shift = get_object_or_404(project.role_shifts.select_related("project_actor"), pk=pk)
    with once(request) as made:
        proposed = services.propose_learning(by=request.user, shift=shift)
        made.extend(proposed.actions)
    if not proposed.is_new:
        messages.info(request, _("Der er allerede et tiltag, hvor rollen læres. Her er det."))
    else:
        text = ngettext(
            "Vi har lavet et forslag til et tiltag. Ret det, så det passer til jer.",
            "Vi har lavet %d forslag til tiltag. Ret dem, så de passer til jer.",
            len(proposed.actions),
        )
        messages.success(request, text % len(proposed.actions) if len(proposed.actions) > 1 else text)
    if len(proposed.actions) == 1:
        return redirect(reverse("tiltag-ret", args=[slug, proposed.actions[0].pk]))
    return redirect(reverse("tiltag", args=[slug]))
