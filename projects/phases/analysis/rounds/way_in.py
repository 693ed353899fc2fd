"""The way into a round, as it stands on the wall: where to point the phone, and what to type without one."""

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from forankring.rendering.qr import draw_qr
from projects.models import AssessmentRound
from projects.phases.analysis.rounds.codes import key_of, show_code

KEY: Final = "noegle"  # of the QR code, in the address


def way_in(request: HttpRequest, running: AssessmentRound) -> dict[str, Any]:
    """The code, the address and the QR code (pictures/qr.html) of a round that runs."""
    join, code = request.build_absolute_uri(reverse("deltag")), show_code(running.code)
    title = _("QR-kode, der fører til %(address)s uden at skrive koden %(code)s") % {"address": join, "code": code}
    return {
        "code": code,
        "address": join.partition("://")[2].rstrip("/"),
        "qr": draw_qr(f"{join}?{KEY}={key_of(running.code)}", title),
    }
