"""The part of the design system we serve, and collecting it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont
from pytest_django import Settings

from forankring.operations import dkfds
from forankring.operations.static_files import collect_if_changed


def covered(ranges: str) -> set[int]:
    """The characters a CSS unicode-range names."""
    found: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def test_everything_the_style_sheet_asks_for_is_copied_and_nothing_else(tmp_path: Path) -> None:
    dkfds.copy(target=tmp_path)
    css = (tmp_path / dkfds.STYLE).read_text()
    asked_for = {f"{match}" for match in re.findall(r"url\(\.\./([^)\"']+)\)", css)}
    copied = {str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*") if file.is_file()}
    assert asked_for | {dkfds.STYLE, dkfds.SCRIPT, dkfds.ICONS} == copied
    assert set(dkfds.FILES) <= copied
    assert "sourceMappingURL" not in css + (tmp_path / dkfds.SCRIPT).read_text()
    # Small enough to collect on every change: the whole package is 17 MB.
    assert sum(file.stat().st_size for file in tmp_path.rglob("*")) < 1_500_000


def test_the_small_fonts_replace_the_complete_ones(tmp_path: Path) -> None:
    dkfds.copy(target=tmp_path)
    css = (tmp_path / dkfds.STYLE).read_text()
    assert "complete" not in css
    assert css.count("@font-face") == len(dkfds.FONTS) == 9


@pytest.mark.parametrize("weight", dkfds.WEIGHTS.values())
@pytest.mark.parametrize("subset", dkfds.SUBSETS)
def test_a_font_holds_every_character_we_say_it_holds(weight: str, subset: str) -> None:
    file = dkfds.SOURCE / "fonts" / "IBMPlexSans" / "split" / "woff2" / f"IBMPlexSans-{weight}-{subset}.woff2"
    assert covered(dkfds.SUBSETS[subset]) <= set(TTFont(file).getBestCmap())


def test_static_files_are_collected_once_until_one_changes(tmp_path: Path, settings: Settings) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "app.css").write_text("p{color:green}")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    assert collect_if_changed()
    assert not collect_if_changed()
    (source / "app.css").write_text("p{color:darkgreen}")
    assert collect_if_changed()
    assert (tmp_path / "static" / "app.css").read_text() == "p{color:darkgreen}"


def test_every_reference_in_our_style_sheets_resolves_when_collected(tmp_path: Path, settings: Settings) -> None:
    """The production storage renames files by their content and refuses a reference to a file that is not there."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    assert collect_if_changed()
    assert (tmp_path / "static" / "staticfiles.json").is_file()


def test_the_copy_in_use_is_the_one_the_lock_names() -> None:
    assert (settings.VAR_DIR / "dkfds" / dkfds.STYLE).read_text() == dkfds.our_style(
        (dkfds.SOURCE / dkfds.STYLE).read_text()
    )
