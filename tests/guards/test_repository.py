"""What git holds: works on any machine, names no package registry, leaves nothing half done."""

import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

# Spelled in pieces, so that this file does not break its own rule.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "yarn" + "pkg.com",
    "deb." + "debian.org",
    "jsdel" + "ivr",
    "unp" + "kg.com",
]
# A home folder, a work folder or a wheel folder of one machine.
MACHINE_PATHS = [
    "/" + "root/",
    "/" + "home/",
    "/" + "work/",
    "/" + "opt/",
    "/" + "Users/",
    "../" + "shared",
]
UNFINISHED = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
# What is missing is installed, and the real thing is what runs.
SKIPPED = ["pytest." + "skip", "import" + "orskip", "mark." + "skip", "mark." + "xfail", "pytest." + "xfail"]
FAKED = ["unittest." + "mock", "Magic" + "Mock"]


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    )
    return [settings.BASE_DIR / name for name in listed.stdout.split("\0") if name]


def text_of(file: Path) -> str:
    """Its text, or nothing when it is a picture, a font or gone from the work tree."""
    try:
        return file.read_text()
    except (UnicodeDecodeError, FileNotFoundError):
        return ""


@pytest.mark.parametrize(
    "words",
    [REGISTRIES, MACHINE_PATHS, UNFINISHED, SKIPPED, FAKED],
    ids=["registry", "path", "unfinished", "skipped", "faked"],
)
def test_no_file_holds_a_forbidden_word(words: list[str]) -> None:
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!X)" for word in words))
    found = [
        f"{file.relative_to(settings.BASE_DIR)}:{number}: {line.strip()[:100]}"
        for file in tracked_files()
        for number, line in enumerate(text_of(file).splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found


def test_every_requirement_is_pinned_with_a_hash() -> None:
    for file in settings.BASE_DIR.glob("requirements*.txt"):
        blocks = [block for block in re.split(r"\n(?=[a-zA-Z])", file.read_text()) if not block.startswith("#")]
        assert blocks, file.name
        # Where packages are found is each machine's own business.
        assert not re.search(r"^--", file.read_text(), re.MULTILINE), file.name
        assert [block.splitlines()[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []


def test_the_npm_lock_holds_hashes_and_no_addresses() -> None:
    lock = (settings.BASE_DIR / "package-lock.json").read_text()
    assert lock.count('"integrity": "sha512-') == lock.count('"node_modules/')
    assert '"resolved"' not in lock


def test_the_top_level_is_the_one_agreed() -> None:
    folders = {
        file.relative_to(settings.BASE_DIR).parts[0] for file in tracked_files() if file.parent != settings.BASE_DIR
    }
    assert folders <= {".ci", "actors", "docs", "forankring", "projects", "static", "templates", "tests"}
