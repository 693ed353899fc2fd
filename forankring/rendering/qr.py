"""A QR code as one path: whoever points a phone at it is led to the address."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4  # modules of white around it, which a phone needs to find it


@dataclass(frozen=True)
class QrCode:
    """`size` modules across, drawn by `path`; the title says where it leads."""

    size: int
    path: str
    title: str


def draw_qr(address: str, title: str) -> QrCode:
    """The dark modules of each line, run by run. A quarter of them may be hidden and it is still read."""
    code = segno.make(address, error="q", micro=False)
    runs = []
    lines = list(code.matrix_iter(border=QUIET))
    for y, line in enumerate(lines):
        x = 0
        for is_dark, group in groupby(line):
            length = len(list(group))
            if is_dark:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return QrCode(size=len(lines), path="".join(runs), title=title)
