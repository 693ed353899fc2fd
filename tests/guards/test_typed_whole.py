"""What is typed or pasted is never cut by the browser, and begins at the side its letters are read from."""

import re
from collections.abc import Callable

import pytest
from django.contrib import admin
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Project
from tests.addresses import ADDRESSES, path_to, rows_of
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    ActorRelationFactory,
    BudgetLineFactory,
    CandidacyFactory,
    InterfaceFactory,
    OpenQuestionFactory,
    PartyFactory,
    ProjectActorFactory,
    TaskFactory,
    UserFactory,
)
from tests.letting_go import let_go
from tests.meeting_rows import hold_meeting
from tests.outcomes import write_outcomes
from tests.round_rows import hold_round

As = Callable[[User], Client]
TYPED_IN = re.compile(r"<textarea[^>]*>|<input[^>]*>")
OF_WORDS = re.compile(r'<textarea|type="(?:text|search)"')
# Dates and numbers, and the hidden name for a password manager.
NO_WORDS = re.compile(r'input-date|inputmode=|name="username"')


def fields(html: str) -> list[str]:
    return TYPED_IN.findall(html)


def test_no_page_cuts_what_is_pasted_and_every_text_begins_where_it_is_read_from(
    as_: As, owner: User, project: Project
) -> None:
    CandidacyFactory(project_actor=ProjectActorFactory(project=project))
    for factory in (TaskFactory, ActionFactory, BudgetLineFactory, InterfaceFactory, OpenQuestionFactory):
        factory(project=project)
    for row in (let_go, hold_meeting, hold_round, write_outcomes):
        row(project)
    ActorRelationFactory(from_actor__programme=project.programme)
    PartyFactory(programme=project.programme)
    rows, found, without = rows_of(project), 0, set()
    for address in ADDRESSES:
        if address.is_inside and rows.get("aktoersamtaler", {}).get("pk") is None and "samtaler" in address.name:
            continue
        if address.is_inside and not address.name.endswith("pdf"):
            for field in fields(as_(owner).get(path_to(address, project, rows)).content.decode(errors="ignore")):
                assert "maxlength" not in field, (address, field)
                if OF_WORDS.search(field) and not NO_WORDS.search(field):
                    found += 1
                    if 'dir="auto"' not in field:
                        without.add((address.name, field))
    assert not without
    assert found > 50


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model.__name__)
def test_the_administration_cuts_nothing_either(as_: As, db: None, model: type) -> None:
    client = as_(UserFactory(is_superuser=True))
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"  # type: ignore[attr-defined]
    for page in ("changelist", "add"):
        html = client.get(reverse(f"{name}_{page}"), follow=True).content.decode()
        assert not [field for field in fields(html) if "maxlength" in field]
