"""The pages of a round as a member's browser knows them."""

from typing import Any

from django.urls import reverse

from projects.models import AssessmentRound, RoundSubject
from tests.guards.pages import read_forms


def home(round_: AssessmentRound) -> str:
    return reverse("runde", args=["lektiecafeen", round_.pk])


def questions(subject: RoundSubject) -> str:
    return reverse("runde-svar", args=["lektiecafeen", subject.round_id, subject.pk])


def text(response: Any) -> str:
    page: str = response.content.decode()
    return page


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


def in_one_line(response: Any) -> str:
    return " ".join(text(response).split())


def hidden(response: Any) -> dict[str, str]:
    """The marks that keep a text by the next press."""
    [form] = [form for form in read_forms(text(response)) if "will_answer" in form.fields]
    return {name: form.fields[name].value for name in form.hidden if name.endswith("-behold")}
