"""The names of what a page sends besides its answers."""

from typing import Final

from forankring.whole import END

TAB: Final = r"[0-9a-f]{16}"

# Hidden fields
VERSION: Final = "version"  # what was stored when the person began
TOLD: Final = "fortalt"  # what the conflict page showed as stored
WHICH_TAB: Final = "fane"
DROPPED_HERE: Final = "ogsaa-fane"  # beside DROP: the tab of the page, to where its draft may have moved
FILLED_FROM: Final = "fra-kladde"

# Buttons
KEEP: Final = "gem-kladde"
DROP: Final = "smid-vaek"

CHOICE: Final = "valg"  # before a field's name: whose answer is to stand
OF_THE_PAGE: Final = frozenset({VERSION, TOLD, WHICH_TAB, FILLED_FROM, KEEP, DROP, END, "csrfmiddlewaretoken"})
