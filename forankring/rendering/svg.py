"""Small helpers for pictures drawn on the server. Numbers are rounded; templates write them unlocalised."""


def hatch(x: float, y: float, width: float, height: float, gap: float = 5) -> str:
    """Diagonal lines that fill a rectangle exactly, as the `d` of one path.

    A pattern would need an id, and the same picture may stand several times on a page.
    """
    lines = []
    offset = gap
    while offset < width + height:
        x1, y1 = (offset, 0.0) if offset <= width else (width, offset - width)
        x2, y2 = (0.0, offset) if offset <= height else (offset - height, height)
        lines.append(f"M{x + x1:.1f} {y + y1:.1f}L{x + x2:.1f} {y + y2:.1f}")
        offset += gap
    return "".join(lines)
