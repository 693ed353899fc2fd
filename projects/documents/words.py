"""Danish words for what the records hold. Used where a sentence is made; templates write single values themselves."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def listed(parts: Iterable[str]) -> str:
    """ "a", "a og b", "a, b og c"."""
    *most, last = list(parts) or [""]
    return _("%(most)s og %(last)s") % {"most": ", ".join(most), "last": last} if most else last


def codes(parts: Iterable[str]) -> str:
    """ "A1–A6, A8, O2" of A1 to A6, A8 and O2. Two in a row are written as two."""
    runs: list[list[str]] = []
    for code in parts:
        if runs and code == _next(runs[-1][-1]):
            runs[-1].append(code)
        else:
            runs.append([code])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def _next(code: str) -> str:
    letter, number = code[:1], code[1:]
    return f"{letter}{int(number) + 1}" if number.isdecimal() else ""


def kroner(amount: int) -> str:
    """ "120.000 kr." with a space that does not break."""
    return f"{number_format(amount, force_grouping=True)}\xa0kr."


def question(text: str) -> str:
    """What somebody wrote as a question, with its mark."""
    return text if text.rstrip().endswith(("?", ".", "!")) else f"{text.rstrip()}?"
