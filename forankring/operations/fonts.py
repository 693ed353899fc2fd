"""The letters of the PDFs, copied from node_modules to var/pdf-fonts: IBM Plex Sans, and faces for what it lacks.

They lie outside what is served. `letters.json` says which file holds a character and how wide it is; the engine and
the pictures read it.
"""

import json
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from forankring.rendering.letters import INDEX, OWN

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "node_modules"
TARGET = ROOT / "var" / "pdf-fonts"

PLEX = "dkfds/dist/fonts/IBMPlexSans/complete/ttf"
# Package → family, the nearest to our own first: a character is taken from the first that has it. Chinese, Japanese and
# Korean come in a hundred slices each, so that a name costs the slices it needs.
FAMILIES = {
    "@fontsource/ibm-plex-sans-arabic": "IBM Plex Sans Arabic",
    "@fontsource/ibm-plex-sans-hebrew": "IBM Plex Sans Hebrew",
    "@fontsource/ibm-plex-sans-devanagari": "IBM Plex Sans Devanagari",
    "@fontsource/ibm-plex-sans-thai": "IBM Plex Sans Thai",
    "@fontsource/noto-sans": "Noto Sans",
    "@fontsource/noto-sans-armenian": "Noto Sans Armenian",
    "@fontsource/noto-sans-bengali": "Noto Sans Bengali",
    "@fontsource/noto-sans-ethiopic": "Noto Sans Ethiopic",
    "@fontsource/noto-sans-georgian": "Noto Sans Georgian",
    "@fontsource/noto-sans-gujarati": "Noto Sans Gujarati",
    "@fontsource/noto-sans-gurmukhi": "Noto Sans Gurmukhi",
    "@fontsource/noto-sans-kannada": "Noto Sans Kannada",
    "@fontsource/noto-sans-khmer": "Noto Sans Khmer",
    "@fontsource/noto-sans-lao": "Noto Sans Lao",
    "@fontsource/noto-sans-malayalam": "Noto Sans Malayalam",
    "@fontsource/noto-sans-myanmar": "Noto Sans Myanmar",
    "@fontsource/noto-sans-oriya": "Noto Sans Oriya",
    "@fontsource/noto-sans-sinhala": "Noto Sans Sinhala",
    "@fontsource/noto-sans-syriac": "Noto Sans Syriac",
    "@fontsource/noto-sans-tamil": "Noto Sans Tamil",
    "@fontsource/noto-sans-telugu": "Noto Sans Telugu",
    "@fontsource/noto-sans-thaana": "Noto Sans Thaana",
    "@fontsource/noto-serif-tibetan": "Noto Serif Tibetan",
    "@fontsource/noto-sans-tifinagh": "Noto Sans Tifinagh",
    "@fontsource-variable/noto-sans-sc": "Noto Sans SC",
    "@fontsource-variable/noto-sans-tc": "Noto Sans TC",
    "@fontsource-variable/noto-sans-jp": "Noto Sans JP",
    "@fontsource-variable/noto-sans-kr": "Noto Sans KR",
    "@fontsource/noto-sans-symbols": "Noto Sans Symbols",
    "@fontsource/noto-sans-symbols-2": "Noto Sans Symbols 2",
}
# A file's name ends in its weight; a variable one holds them all. One without a bolder sister serves for both.
REGULAR, BOLDER = "-400-normal.woff2", "-600-normal.woff2"
VARIABLE = "-wght-normal.woff2"
UNPRINTED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def copy(source: Path = SOURCE, target: Path = TARGET) -> None:
    """Copy our own letters and every file that adds characters to them, and write the index; what was there goes."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    own = [_advances(source / PLEX / name) for name in OWN.values()]
    known = set.intersection(*(set(advances) for advances in own))
    index: dict[str, Any] = {"own": {one: own[0][one] for one in sorted(known)}, "faces": []}
    for name in OWN.values():
        shutil.copy2(source / PLEX / name, target)
    for family, files in _faces(source):
        characters = {one: width for one, width in _advances(files["normal"]).items() if one not in known}
        if not characters:
            continue
        known |= characters.keys()
        for file in set(files.values()):
            shutil.copy2(file, target)
        names = {weight: file.name for weight, file in files.items()}
        index["faces"].append({"family": family, "files": names, "characters": characters})
    (target / INDEX).write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")))


def _faces(source: Path) -> Iterator[tuple[str, dict[str, Path]]]:
    """(name, file by weight) for each piece of each package.

    The engine tells faces apart by name only, and takes a number at the end for a size.
    """
    for package, family in FAMILIES.items():
        for file in sorted((source / package / "files").glob("*-normal.woff2")):
            ending = next((one for one in (REGULAR, VARIABLE) if file.name.endswith(one)), None)
            if ending is None:
                continue
            piece = file.name.removesuffix(ending).removeprefix(package.partition("/")[2] + "-")
            name = family if family.lower().endswith(piece) else f"{family} {'p' * piece.isdigit()}{piece}"
            bolder = file.with_name(file.name.replace(REGULAR, BOLDER))
            yield name, {"normal": file, "bold": bolder if bolder.is_file() else file}


def _advances(file: Path) -> dict[str, int]:
    """Each character the file can print and its width in thousandths of its size."""
    font = TTFont(file, lazy=True)
    metrics, scale = font["hmtx"], 1000 / font["head"].unitsPerEm
    return {
        chr(code): round(metrics[glyph][0] * scale)
        for code, glyph in font.getBestCmap().items()
        if unicodedata.category(chr(code)) not in UNPRINTED
    }


if __name__ == "__main__":
    copy()
