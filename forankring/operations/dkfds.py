"""The part of Det Fælles Designsystem we use, copied from node_modules to var/dkfds.

The whole package takes half a minute to hash and compress; this takes a second or two.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "node_modules" / "dkfds" / "dist"
TARGET = ROOT / "var" / "dkfds"

STYLE = "css/dkfds.min.css"
SCRIPT = "js/dkfds.min.js"
ICONS = "img/all-svg-icons.svg"
# Weight → name. The pages use these three and no italics; the PDFs have letters of their own (fonts.py).
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
# Subset → the characters in it. A browser fetches Latin1 only, until a page holds one of the others.
SUBSETS = {
    "Latin1": "U+20-7E,U+A0-FF,U+131,U+152-153,U+2C6,U+2DA,U+2DC,U+2013-2014,U+2018-201A,U+201C-201E,U+2020-2022,"
    "U+2026,U+2030,U+2039-203A,U+2044,U+20AC,U+2122,U+2212,U+FB01-FB02",
    "Latin2": "U+100-101,U+104-130,U+132-151,U+154-17F,U+18F,U+192,U+1A0-1A1,U+1AF-1B0,U+1FA-1FF,U+218-21B,U+237,"
    "U+259,U+1E80-1E85,U+1E9E,U+20A1,U+20A4,U+20A6,U+20A8-20AA,U+20AD-20AE,U+20B1-20B2,U+20B4-20B5,U+20B8-20BA,"
    "U+20BD,U+20BF",
    "Pi": "U+2032-2033,U+2070,U+2074-2079,U+2080-2089,U+2113,U+2116,U+2126,U+212E,U+2150-2151,U+2153-215E,"
    "U+2190-2199,U+2202,U+2206,U+220F,U+2211,U+2215,U+221A,U+221E,U+222B,U+2248,U+2260,U+2264-2265,U+25CA,U+2713,"
    "U+274C",
}
FONTS = tuple(
    f"fonts/IBMPlexSans/split/woff2/IBMPlexSans-{name}-{subset}.woff2"
    for name in WEIGHTS.values()
    for subset in SUBSETS
)
FILES = (STYLE, SCRIPT, ICONS, *FONTS)

_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_URL = re.compile(r"url\(\.\./([^)\"']+)\)")
_SOURCE_MAP = re.compile(r"(/\*|//)# sourceMappingURL=.*")


def _font_faces() -> Iterator[str]:
    for weight, name in WEIGHTS.items():
        for subset, characters in SUBSETS.items():
            yield (
                f"@font-face{{font-family:IBM Plex Sans;font-style:normal;font-weight:{weight};font-display:swap;"
                f"src:url(../fonts/IBMPlexSans/split/woff2/IBMPlexSans-{name}-{subset}.woff2) format('woff2');"
                f"unicode-range:{characters}}}"
            )


def our_style(css: str) -> str:
    """The style sheet with the small fonts instead of the complete ones, and without a source map."""
    return "".join(_font_faces()) + _SOURCE_MAP.sub("", _FONT_FACE.sub("", css))


def copy(source: Path = SOURCE, target: Path = TARGET) -> None:
    """Copy FILES and every picture the style sheet refers to, in their own layout; what was there before goes."""
    css = our_style((source / STYLE).read_text())
    pictures = {name for name in _URL.findall(css) if name not in FILES}
    shutil.rmtree(target, ignore_errors=True)
    for name in (*FILES, *sorted(pictures)):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source / name, target / name)
    (target / STYLE).write_text(css)
    (target / SCRIPT).write_text(_SOURCE_MAP.sub("", (source / SCRIPT).read_text()))


if __name__ == "__main__":
    copy()
