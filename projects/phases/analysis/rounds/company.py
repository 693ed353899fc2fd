"""Who is in a round, as everybody in it may see it: how many members, and the guests by their roles. Never who."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.models import AssessmentRound


@dataclass(frozen=True, slots=True)
class Company:
    """`members` are signed in. `roles` are those of the guests, each with how many there are.

    `voices` answer about their own organisation alone, by a link. Which it is, is no business of the others.
    """

    members: int
    roles: Sequence[tuple[str, int]]
    voices: int = 0

    @property
    def guests(self) -> int:
        return sum(count for _role, count in self.roles)

    @property
    def words(self) -> str:
        """ "4 medlemmer og 3 gæster: 2 × Beboer og Frivillig"."""
        members = ngettext("%d medlem", "%d medlemmer", self.members) % self.members
        if self.voices:
            voices = ngettext("%d svarer for en aktør", "%d svarer for en aktør", self.voices) % self.voices
            return f"{self._people(members)}. {voices}"
        return self._people(members)

    def _people(self, members: str) -> str:
        if not self.roles:
            return _("%s og ingen gæster") % members
        guests = ngettext("%d gæst", "%d gæster", self.guests) % self.guests
        roles = [f"{count} × {role}" if count > 1 else role for role, count in self.roles]
        said = {"members": members, "guests": guests, "roles": get_text_list(roles, _("og"))}
        return _("%(members)s og %(guests)s: %(roles)s") % said


def company_of(round_: AssessmentRound) -> Company:
    """Everybody who has a seat. One query."""
    rows = (
        round_.participants.filter(is_out=False)
        .values_list("role_title")
        .annotate(Count("pk"), Count("link"))
        .order_by("role_title")
    )
    seats = list(rows)
    members = sum(seated for role, seated, _linked in seats if not role)
    guests = [(role, seated - linked) for role, seated, linked in seats if role and seated > linked]
    return Company(members, guests, sum(linked for _role, _seated, linked in seats))
