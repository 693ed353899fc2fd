"""What everybody can see: every address, every list of the administration, every table but the hidden answers' own."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
from django.apps import apps
from django.contrib import admin
from django.core import serializers
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from projects.models import ActorLink, AssessmentRound, Project, Rating
from tests.addresses import ADDRESSES, Address, path_to

# Another one each time a page is drawn, and nothing anybody said.
CHANGING = re.compile(r'name="(csrfmiddlewaretoken|fane)" value="[^"]*"|nonce="[^"]*"')
# Of the person who looks: their own session, and what it was told.
OWN = {"sessions.Session"}


def seen_by(client: Client, project: Project, round_: AssessmentRound, *, papers: bool = False) -> dict[str, str]:
    """Every address of the site as that browser sees it, drawn whole and as a page that follows along.

    `papers`: also what is downloaded, which takes its time.
    """
    seen = {}
    for address in ADDRESSES:
        if not papers and address.name.endswith(("_pdf", "-pdf")):
            continue
        for url in _urls_of(address, project, round_):
            seen[url] = _told(client.get(url))
            if address.name.startswith(("runde", "deltage")):
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


def _urls_of(address: Address, project: Project, round_: AssessmentRound) -> Iterator[str]:
    """The address for each subject of the round, where it is about one."""
    guests = round_.participants.filter(user__isnull=True)
    for subject in round_.subjects.order_by("position"):
        known: dict[str, Any] = {"slug": project.slug, "pk": round_.pk, "subject": subject.pk}
        known["participant"] = getattr(guests.first(), "pk", 0)
        known["token"] = getattr(ActorLink.objects.first(), "token", "x")
        if address.name.startswith(("runde", "deltage", "stemme")):
            try:
                yield reverse(address.name, kwargs={name: known[name] for name in address.arguments})
            except NoReverseMatch as error:
                raise AssertionError(f"{address.name} wants to know more") from error
        elif not address.arguments or address.is_inside:
            yield path_to(address, project)
        if "subject" not in address.arguments:
            return


def _told(response: HttpResponse) -> str:
    """What the answer says: where it leads, and its text without what changes each time."""
    kind = response.headers.get("Content-Type", "")
    if "pdf" in kind:
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(_bytes(response))).pages)
    else:
        text = _bytes(response).decode("utf-8", "replace")
    lead = f"{response.status_code} {response.headers.get('Location', '')} {response.headers.get('X-Mark', '')}"
    return f"{lead}\n{CHANGING.sub('', text)}"


def _bytes(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content
