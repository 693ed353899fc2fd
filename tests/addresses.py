"""Every address of the site, and how to reach each with the rows of one project."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from actors.concepts import Concept
from actors.models import ActorRelation
from projects.models import ActivityTemplate, ActorInterview, Candidacy, NextStep, Project
from projects.phases.facts import facts_of
from projects.phases.health import all_findings
from tests.round_rows import addresses_in

# Addresses with other arguments than rows: links that were sent to somebody, and the pages of those without an account.
LINKS_IN_MAIL = {"invitation", "confirm_address", "account_reset_password_from_key", "stemme", "deltager-svar"}


class Address(NamedTuple):
    """The name of a URL and what it wants to know."""

    name: str
    arguments: tuple[str, ...]

    @property
    def is_inside(self) -> bool:
        """Below a project or a helhedsplan."""
        return bool(self.arguments) and self.name not in LINKS_IN_MAIL


def _addresses(patterns: Any = None, above: tuple[str, ...] = ()) -> Iterator[Address]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        arguments = above + (tuple(pattern.pattern.converters) or tuple(pattern.pattern.regex.groupindex))
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                yield from _addresses(pattern.url_patterns, arguments)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern.pattern} has no name"
            yield Address(pattern.name, arguments)


# All but Django's own administration.
ADDRESSES = sorted(set(_addresses()))


def path_to(address: Address, project: Project, rows: dict[str, Any] | None = None) -> str:
    """The address with the project's first row of the kind it shows; `rows` are those, when they are known already."""
    known: dict[str, Any] = {"slug": project.slug, "pk": project.programme_id}
    rows = rows_of(project) if rows is None else rows
    if address.name.startswith("health_"):
        rows["health_"] = _finding(project)
    word = max((word for word in rows if address.name.startswith(word)), key=len, default=None)
    if word:
        known |= {name: getattr(row, "pk", row) for name, row in rows[word].items()}
    return reverse(address.name, kwargs={name: known[name] for name in address.arguments})


def rows_of(project: Project) -> dict[str, dict[str, Any]]:
    """The rows by the first word of the addresses that show them."""
    task, actor = project.tasks.first(), project.project_actors.first()
    candidacy = Candidacy.objects.of_project(project.pk).first()
    return {
        "opgaver": {"pk": task},
        "skabelon": {"pk": ActivityTemplate.objects.first()},
        "aktoerer": {"pk": actor},
        "aktoersamtaler": {"pk": ActorInterview.objects.of_project(project.pk).first()},
        "ark": {"sheet": "opgaver"},
        "relationer": {"pk": ActorRelation.objects.of_programme(project.programme_id).first()},
        "daekning": {"pk": task, "task": task, "actor": actor},
        "vurdering": {"pk": candidacy},
        "vurder": {"pk": candidacy},
        "ansvar": {"pk": task},
        "gab": {"pk": candidacy},
        "tiltag-fra-gab": {"pk": candidacy, "concept": Concept.ABILITY.value},
        "tiltag": {"pk": project.actions.first()},
        "oekonomi": {"pk": project.budget_lines.first()},
        "snitflader": {"pk": project.interfaces.first()},
        "spoergsmaal": {"pk": project.open_questions.first()},
        "afvikling": {"pk": project.wind_down.first()},
        "besked": {"pk": project.notices.first()},
        "ansoegninger": {"pk": project.funding_bids.first()},
        "rolleskift": {"pk": project.role_shifts.first()},
        "udgifter-i-dag": {"pk": project.project_costs.first()},
        "risici": {"pk": project.risks.first()},
        "udfasning": {"pk": project.staff_hours.first()},
        "overdragelse": {"pk": 1},
        "opfoelgning": {"pk": project.follow_ups.first()},
        "beslutninger": {"pk": project.decisions.first()},
        "moede": {"pk": project.meetings.first(), "step": NextStep.objects.filter(meeting__project=project).first()},
        "programme_calendar_date": {"kind": "midtvejsevaluering"},
        "project_calendar_date": {"kind": "forankringsplan"},
        "party": {"party_pk": project.programme.parties.first()},
        "member": {"member_pk": project.programme.memberships.last()},
        **addresses_in(project),
    }


def _finding(project: Project) -> dict[str, Any]:
    """What the health check finds first; without any finding a place that is not found."""
    found = all_findings(facts_of(project))
    rule, subject = found[0].key if found else ("no-reserve", "task-0")
    return {"rule": rule, "subject": subject}
