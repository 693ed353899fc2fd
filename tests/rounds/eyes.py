"""What everybody can see: every address, every list of the administration, every table but the hidden answers' own."""

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.core import serializers
from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse

from projects.models import AssessmentRound, Project, Rating
from tests.addresses import ADDRESSES, Address, path_to, rows_of
from tests.browser_client import Client

Places = Mapping[str, Sequence[str]]

# Another one each time a page is drawn, and nothing anybody said.
CHANGING = re.compile(r'name="(csrfmiddlewaretoken|fane)" value="[^"]*"|nonce="[^"]*"')
# What is open to whoever has the address.
OPEN = {"deltag", "deltager", "deltager-svar", "stemme"}
# What says something about how the actors are seen.
ABOUT_ACTORS = (
    "runde",
    "delta",
    "stemme",
    "vurder",
    "gab",
    "plan",
    "project",
    "fase-3",
    "valg",
    "health",
    "moede",
    "my_",
)
# Of the person who looks: their own session, and what it was told.
OWN = {"sessions.Session"}


def places_of(project: Project, round_: AssessmentRound) -> Places:
    """Every address of the site by its name, for each subject of the round where it is about one."""
    rows = rows_of(project)
    return {address.name: list(_urls_of(address, project, round_, rows)) for address in ADDRESSES}


def unreached(places: Places) -> list[str]:
    """The addresses that the walk does not come to, but for links in mails that have nothing to do with a round."""
    mails = {address.name for address in ADDRESSES if address.arguments and not address.is_inside} - OPEN
    return [name for name, urls in places.items() if not urls and name not in mails]


def seen_by(client: Client, places: Places, *, only: tuple[str, ...] = ("",)) -> dict[str, str]:
    """The places whose names begin so as that browser sees them, drawn whole and as a page that follows along."""
    seen = {}
    for name, urls in places.items():
        for url in urls if name.startswith(only) else ():
            seen[url] = _told(client.get(url))
            if name.startswith(("runde", "deltage")):
                seen[f"{url} follows"] = _told(client.get(url, headers={"X-Following": "x"}))
    return seen


def editions_seen_by(client: Client, project: Project) -> dict[str, str]:
    """The plan as PDF in both editions."""
    url = reverse("plan_pdf", args=[project.slug])
    return {edition: _told(client.get(url, {"udgave": edition})) for edition in ("arbejde", "delbar")}


def seen_in_the_administration(client: Client) -> dict[str, str]:
    """Every list, and the first row of each with its form, its history and its removal."""
    seen = {reverse("admin:index"): _told(client.get(reverse("admin:index")))}
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        urls = [reverse(f"{name}_changelist")]
        if row := model._default_manager.first():
            urls += [reverse(f"{name}_{page}", args=[row.pk]) for page in ("change", "history", "delete")]
        seen |= {url: _told(client.get(url)) for url in urls}
    return seen


def kept_outside_the_answers() -> dict[str, str]:
    """Every table but that of the hidden answers, as JSON."""
    models = [model for model in apps.get_models(include_auto_created=True) if model is not Rating]
    return {
        model._meta.label: serializers.serialize("json", model._base_manager.order_by("pk"))
        for model in models
        if model._meta.label not in OWN
    }


def _urls_of(address: Address, project: Project, round_: AssessmentRound, rows: dict[str, Any]) -> Iterator[str]:
    """The address for each subject of the round, where it is about one; none when it wants a row there is none of."""
    if address.arguments and not address.is_inside and address.name not in OPEN:
        return
    if not address.name.startswith(("runde-", "deltager-", "stemme")) and address.name != "runde":
        with suppress(KeyError, NoReverseMatch):
            yield path_to(address, project, rows)
        return
    link, guest = round_.actor_links.first(), round_.participants.filter(user__isnull=True).first()
    known: dict[str, Any] = {"slug": project.slug, "pk": round_.pk}
    known |= {"token": link.token if link else "x", "participant": guest.pk if guest else 0}
    for subject in round_.subjects.order_by("position"):
        known["subject"] = subject.pk
        yield reverse(address.name, kwargs={name: known[name] for name in address.arguments})
        if "subject" not in address.arguments:
            return


def _told(response: HttpResponse) -> str:
    """What the answer says: where it leads, and its text without what changes each time."""
    kind = response.headers.get("Content-Type", "")
    if "pdf" in kind:
        command = ["pdftotext", "-q", "-", "-"]
        text = subprocess.run(command, input=_bytes(response), stdout=subprocess.PIPE, check=True).stdout.decode()
    else:
        text = _bytes(response).decode("utf-8", "replace")
    lead = f"{response.status_code} {response.headers.get('Location', '')} {response.headers.get('X-Mark', '')}"
    return f"{lead}\n{CHANGING.sub('', text)}"


def _bytes(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content
