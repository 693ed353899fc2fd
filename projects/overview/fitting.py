"""What no longer fits when dates are saved: told at once, on the next page."""

from collections.abc import Iterable
from typing import Final

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.models import Programme
from projects.models import Project
from projects.phases.facts import load_facts
from projects.phases.health import findings_of_dates

AT_MOST: Final = 6  # so many are named for each project; the health check has them all


def tell_what_no_longer_fits(request: HttpRequest, projects: Iterable[Project]) -> None:
    """A message for each of the projects (with their helhedsplan at hand) that has dates which cannot be kept."""
    named = {project.pk: project for project in projects}
    before: set[tuple[str, str]] = set()  # a date of the helhedsplan is the same one for each of its projects
    for pk, facts in load_facts(named.values()).items():
        found = dict.fromkeys((each.subject, str(each.text)) for each in findings_of_dates(facts))
        texts = [text for subject, text in found if (subject, text) not in before]
        before.update(found)
        if texts:
            words = {"project": named[pk].name, "texts": " ".join(texts[:AT_MOST])}
            told = _("%(project)s: Det passer ikke længere med datoerne. %(texts)s") % words
            if len(texts) > AT_MOST:
                more = len(texts) - AT_MOST
                rest = ngettext("Og %d mere i sundhedstjekket.", "Og %d mere i sundhedstjekket.", more)
                told = f"{told} {rest % more}"
            messages.warning(request, told)


def projects_of(programme: Programme) -> list[Project]:
    """The helhedsplan's projects in use."""
    return list(programme.projects.in_use().select_related("programme").alphabetical())
