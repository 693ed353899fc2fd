"""Writing the words of a question. A version is added, never changed: what was asked before can still be read."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from projects.models import Wording

PARTS = ("label", "help_text", "why", "good", "poor")


@transaction.atomic
def write_wording(*, by: Any, key: str, texts: Mapping[str, str]) -> Wording | None:
    """Add a version with the texts that differ from the standard; None when it says what the last one said."""
    last = Wording.objects.of_question(key).select_for_update(of=("self",)).first()
    before = {part: getattr(last, part) if last else "" for part in PARTS}
    after = {part: texts.get(part, "") for part in PARTS}
    if before == after:
        return None
    number = Wording.objects.filter(key=key).aggregate(last=Max("version"))["last"] or 0
    return Wording.objects.create(key=key, version=number + 1, written_by=by, **after)


def use_standard(*, by: Any, key: str) -> Wording | None:
    """Go back to the standard texts, as a version of its own."""
    return write_wording(by=by, key=key, texts={})
