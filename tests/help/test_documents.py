"""The documents point to things that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)[^)]*\)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(document: Path) -> None:
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_list_of_decisions_names_each_of_them_by_its_title() -> None:
    folder = ROOT / "docs" / "adr"
    listed = dict(re.findall(r"^- \[(.+)\]\((.+)\)$", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    records = [path for path in folder.glob("*.md") if path.name != "README.md"]
    titles = {path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# "): path.name for path in records}
    assert listed == titles
    assert len({path.name[:4] for path in records}) == len(records)
