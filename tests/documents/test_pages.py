"""The plan as a page and as a file, for each who may ask."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from pypdf import PdfReader

from forankring.accounts.models import User
from forankring.rendering import pdf
from projects.documents.contents import SECTIONS
from projects.models import Outcome, Project
from tests.browser_client import Client
from tests.factories import CandidacyFactory, SharedScoreFactory

As = Callable[[User], Client]
WORKING, SHARED = {"udgave": "arbejde"}, {"udgave": "delbar"}


def words_of(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("who", ["owner", "editor", "board"])
def test_a_member_reads_both_editions(project: Project, as_: As, request: pytest.FixtureRequest, who: str) -> None:
    client = as_(request.getfixturevalue(who))
    assert "Arbejdsudgave – kun for styregruppen" in words_of(client.get(reverse("plan", args=[project.slug])))
    page = words_of(client.get(reverse("plan", args=[project.slug]), SHARED))
    assert "Delbar udgave – uden vurderinger af aktørerne" in page


def test_a_reader_gets_the_shared_edition_and_is_told_why_not_the_other(
    project: Project, as_: As, reader: User
) -> None:
    client = as_(reader)
    page = words_of(client.get(reverse("plan", args=[project.slug])))
    assert "Delbar udgave" in page
    assert "Se arbejdsudgaven" not in page
    for name in ("plan", "plan_pdf"):
        refused = client.get(reverse(name, args=[project.slug]), WORKING)
        assert refused.status_code == 403
        assert "kan kun se den delbare udgave" in words_of(refused)


def test_a_reader_goes_straight_to_the_shared_file(project: Project, as_: As, reader: User) -> None:
    response = as_(reader).get(reverse("plan_download", args=[project.slug]), follow=True)
    assert response["Content-Type"] == "application/pdf"
    assert "-delbar.pdf" in response["Content-Disposition"]
    assert "Delbar udgave" in PdfReader(io.BytesIO(response.content)).pages[0].extract_text()


def test_a_stranger_learns_nothing(project: Project, as_: As, stranger: User) -> None:
    for name in ("plan", "plan_pdf", "plan_download"):
        assert as_(stranger).get(reverse(name, args=[project.slug])).status_code == 404


def test_the_button_asks_which_edition(project: Project, as_: As, editor: User) -> None:
    response = as_(editor).get(reverse("plan_pdf", args=[project.slug]), follow=True)
    page = words_of(response)
    assert response.redirect_chain == [(reverse("plan_download", args=[project.slug]), 302)]
    assert "udgave=arbejde" in page
    assert "udgave=delbar" in page


def test_the_file_has_the_plans_name_and_is_kept_by_nobody(project: Project, as_: As, owner: User) -> None:
    response = as_(owner).get(reverse("plan_pdf", args=[project.slug]), WORKING)
    assert 'filename="forankringsplan-lektiecafeen-udkast-' in response["Content-Disposition"]
    assert response["Cache-Control"] == "private, no-store"
    assert response.content.startswith(b"%PDF-1.7")


def test_an_edition_nobody_has_heard_of_is_not_found(project: Project, as_: As, owner: User) -> None:
    assert as_(owner).get(reverse("plan", args=[project.slug]), {"udgave": "hemmelig"}).status_code == 404


def test_the_page_has_the_sections_of_the_file_in_their_order(project: Project, as_: As, owner: User) -> None:
    page = as_(owner).get(reverse("plan", args=[project.slug])).content.decode()
    places = [
        page.index(f'<section id="{section.anchor}"') for section in SECTIONS if Outcome.HAND_OVER in section.outcomes
    ]
    assert places == sorted(places)


def test_the_shared_page_shows_no_score(project: Project, as_: As, owner: User) -> None:
    candidacy = CandidacyFactory(project_actor__project=project, choice="chosen", choice_reason="Hemmelig grund")
    SharedScoreFactory(candidacy=candidacy, score=2, reason="Hemmelig begrundelse")
    address = reverse("plan", args=[project.slug])
    assert "Hemmelig" in as_(owner).get(address, WORKING).content.decode()
    shared = as_(owner).get(address, SHARED).content.decode()
    assert "Hemmelig" not in shared
    assert "2 af 5" not in shared


def test_a_plan_too_heavy_for_a_file_can_still_be_read(
    project: Project, as_: As, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf.close_all()
    monkeypatch.setattr(pdf, "MEGABYTES", 16)
    response = as_(owner).get(reverse("plan_pdf", args=[project.slug]), WORKING, follow=True)
    assert response.redirect_chain == [(reverse("plan", args=[project.slug]), 302)]
    assert "PDF&#x27;en kunne ikke laves lige nu" in words_of(response)


def test_the_command_writes_either_edition(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    for edition, words in (("working", "Arbejdsudgave"), ("shared", "Delbar udgave")):
        call_command("export_plan", project.slug, edition=edition, output=file, verbosity=0, stdout=io.StringIO())
        assert words in PdfReader(file).pages[0].extract_text()


def test_the_command_says_what_is_wrong(project: Project, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="intet projekt med adressen findes-ikke"):
        call_command("export_plan", "findes-ikke", output=tmp_path / "plan.pdf")
    with pytest.raises(CommandError, match="Filen kunne ikke skrives"):
        call_command("export_plan", project.slug, output=tmp_path / "mangler" / "plan.pdf")
