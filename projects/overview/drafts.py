"""What a person has typed in a project and not saved: the way to it, and the words, also where the page is gone."""

import re
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from forankring.ui.dates import write_moment
from projects.access import Permission, get_project
from projects.models import Draft, Project
from projects.overview.progress import PHASES
from projects.private import private

MOST: Final = 20  # drafts that a page looks at
_TWO_WORDS: Final = re.compile(r"[^\W\d_]\s+[^\W\d_]")


class Waiting(NamedTuple):
    """A draft that says something else than what is stored, with the title of its page."""

    draft: Draft
    title: str

    @property
    def when(self) -> str:
        return write_moment(self.draft.kept_at)

    @property
    def url(self) -> str:
        return f"{self.draft.address}?{urlencode({'kladde': self.draft.tab})}"

    @property
    def texts(self) -> list[str]:
        """What was written in words, for copying."""
        return [text for values in self.draft.fields.values() for text in values if _TWO_WORDS.search(text)]


def drafts_by_page(person: Any, project: Project) -> list[Waiting]:
    """The latest draft of each page with one. Each page shows its others itself. One query."""
    latest: dict[str, Draft] = {}
    for draft in Draft.objects.waiting(person, project).defer("fields", "version")[:MOST]:
        latest.setdefault(draft.address, draft)
    return [Waiting(draft, _title(project, address)) for address, draft in latest.items()]


def _title(project: Project, address: str) -> str:
    steps = (step for phase in PHASES for step in phase.steps)
    return next((str(step.title) for step in steps if address.startswith(step.url(project.slug))), _("Kladden"))


@private
def drafts(request: HttpRequest, slug: str) -> HttpResponse:
    """All of a person's own with what they say. Each can be deleted: it may wait for a page that is gone."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    waiting = Draft.objects.waiting(request.user, project)
    if request.method == "POST":
        for draft in waiting:
            if str(draft.pk) == request.POST.get("slet"):
                draft.delete()
                messages.success(request, _("Kladden er slettet."))
        return redirect("drafts", slug)
    context = {
        "project": project,
        "drafts": [Waiting(draft, _title(project, draft.address)) for draft in waiting],
        "crumbs": [(project.name, reverse("project", args=[slug]))],
    }
    return render(request, "overview/drafts.html", context)
