"""Names in the sentences of the health check: whoever waits or lacks is named, and not more than can be read."""

from collections.abc import Sequence
from typing import Final

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

NAMED: Final = 3


def named(names: Sequence[str]) -> str:
    """ "P13 Prøve driften og P16 Holde møde"; of many the first three "og 2 andre"."""
    told = list(names[:NAMED])
    if more := len(names) - len(told):
        told.append(ngettext("%d anden", "%d andre", more) % more)
    return get_text_list(told, _("og"))
