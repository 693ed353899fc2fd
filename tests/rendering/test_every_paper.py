"""Every PDF there is, asked for at its address, when all that people wrote is in other letters than ours."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.meetings.sheets.kinds import KINDS
from projects.models import AnchoringDecision, Meeting, Project, WhyWhat
from tests import scripts
from tests.addresses import ADDRESSES, path_to, rows_of
from tests.browser_client import Client
from tests.demo.conftest import run_demo
from tests.documents.checks import assert_accessible, assert_nothing_is_cut, assert_nothing_touches_the_margins
from tests.letting_go import let_go
from tests.outcomes import write_outcomes
from tests.rendering.test_scripts import OURS, fonts_in
from tests.round_rows import hold_round

PLANS = [(outcome, "arbejde") for outcome in AnchoringDecision] + [(AnchoringDecision.ANCHOR, "delbar")]
PAPERS = {"plan_pdf", "ark_pdf", "moede-oplaeg-pdf", "moede-referat-pdf", "programme_load_pdf"}
# The engine writes a syllable of these once and in the order it is drawn; what one sees is right.
DRAWN_IN_ANOTHER_ORDER = {"Devanagari", "Thai", "Tamil"}


@pytest.fixture
def project(db: None) -> Project:
    """The example, with everything that people wrote written anew."""
    run_demo()
    scripts.write_everywhere()
    return Project.objects.get(slug="lektiecafeen")


@pytest.fixture
def reader(project: Project) -> Client:
    client = Client()
    client.force_login(User.objects.get(email="ejer@pilebro.example"))
    return client


def paper(reader: Client, name: str, *arguments: object, **query: str) -> bytes:
    response = reader.get(reverse(name, args=arguments), query_params=query)
    assert response.headers["Content-Type"] == "application/pdf"
    return bytes(response.content)


def words_of(pdf: bytes, folder: Path) -> str:
    file = folder / "words.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return closed_up(told)


def closed_up(text: str) -> str:
    """Letters only: marks of direction, joiners, hyphens and spaces come and go where lines end."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2060-\u2069\u202a-\u202e-]", "", unicodedata.normalize("NFKC", text))


def assert_is_fit_for_print(pdf: bytes, folder: Path, *, besides: str = "TAG-002") -> None:
    """As every plan is, and in our letters only.

    A long name in the foot of a paper of one page is taken for prose that is not read aloud; it stands in the head too.
    """
    assert_accessible(pdf, folder, besides=besides)
    assert_nothing_is_cut(pdf)
    assert_nothing_touches_the_margins(pdf, folder)
    assert all(font.startswith(OURS) for font in fonts_in(pdf))
    assert "[U+" not in words_of(pdf, folder)


def test_every_address_of_a_pdf_is_tried_here(
    reader: Client, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go(project)
    write_outcomes(project)
    hold_round(project)
    for place in ("meetings.papers", "meetings.sheets.render", "documents.render"):
        monkeypatch.setattr(f"projects.{place}.html_to_pdf", lambda *args: b"%PDF-")
    rows = rows_of(project)
    found = set()
    for address in ADDRESSES:
        if address.is_inside:
            response = reader.get(path_to(address, project, rows), {"udgave": "delbar"}, follow=True)
            if response.headers.get("Content-Type") == "application/pdf":
                found.add(address.name)

    assert found - {"plan_download"} == PAPERS


@pytest.mark.parametrize(("outcome", "edition"), PLANS)
def test_the_plan_of_every_outcome(
    reader: Client, project: Project, outcome: AnchoringDecision, edition: str, tmp_path: Path
) -> None:
    WhyWhat.objects.filter(project=project).update(decision=outcome)

    pdf = paper(reader, "plan_pdf", project.slug, udgave=edition)

    # The same few names come again at the head of pages; outloud takes them for a running header.
    assert_is_fit_for_print(pdf, tmp_path, besides="PAG-001")


@pytest.mark.parametrize("sheet", [kind.slug for kind in KINDS])
def test_every_sheet(reader: Client, project: Project, sheet: str, tmp_path: Path) -> None:
    assert_is_fit_for_print(paper(reader, "ark_pdf", project.slug, sheet), tmp_path)


@pytest.mark.parametrize("name", ["moede-oplaeg-pdf", "moede-referat-pdf"])
def test_what_goes_before_and_after_a_meeting(reader: Client, project: Project, name: str, tmp_path: Path) -> None:
    for meeting in Meeting.objects.filter(project=project):
        assert_is_fit_for_print(paper(reader, name, project.slug, meeting.pk), tmp_path)


def test_what_every_actor_carries(reader: Client, project: Project, tmp_path: Path) -> None:
    assert_is_fit_for_print(paper(reader, "programme_load_pdf", project.programme_id), tmp_path)


def test_names_are_copied_from_a_paper_as_they_were_typed(reader: Client, project: Project, tmp_path: Path) -> None:
    words = words_of(paper(reader, "ark_pdf", project.slug, "aktoerkort"), tmp_path)

    for script, name in scripts.NAMES.items():
        if script not in DRAWN_IN_ANOTHER_ORDER:
            for word in name.split():
                assert closed_up(word) in words, script


@pytest.mark.parametrize("name", ["plan_pdf", "moede-referat-pdf", "ark_pdf"])
def test_what_word_writes_is_printed_as_our_own_letters(
    reader: Client, project: Project, name: str, tmp_path: Path
) -> None:
    scripts.write_everywhere(lambda number: f"{number} {scripts.FROM_WORD}")
    also = {"plan_pdf": [], "moede-referat-pdf": [project.meetings.first().pk], "ark_pdf": ["plan"]}

    pdf = paper(reader, name, project.slug, *also[name], **({} if also[name] else {"udgave": "arbejde"}))

    assert {font.split("-")[0] for font in fonts_in(pdf)} <= {"IBM", "Noto"}
    words = words_of(pdf, tmp_path)
    assert "[U+" not in words
    assert closed_up("Skole-hjem-samarbejde – fire møder ☐ ja") in words
    assert "Åbendør" in words
    assert "caféforankringsplan" in words
