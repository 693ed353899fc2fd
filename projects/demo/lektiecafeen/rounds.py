"""The workshop where five people first assessed three of the actors each for themselves."""

from actors.concepts import UNKNOWN
from projects.demo.calendar import Day
from projects.demo.shape import AskedRound
from projects.models import Evidence

TALK, SEEN, PAPER, GUESS = Evidence.CONVERSATION, Evidence.OBSERVED, Evidence.DOCUMENT, Evidence.ASSUMPTION

ASKED_ROUNDS: list[AskedRound] = [
    AskedRound(
        Day(-400),
        {
            1: {
                "F": [(4, TALK), (4, TALK), (5, TALK), (4, SEEN), (4, TALK)],
                "M": [(4, TALK), (4, PAPER), (4, TALK), (5, TALK), (4, GUESS)],
                "E": [(3, TALK), (3, GUESS), (2, GUESS), (3, TALK), (4, GUESS)],
                # The leader and the chief of children first, then the secretariat, the housing chief and a resident.
                "V": [(4, TALK), (4, TALK), (3, TALK), (2, SEEN), (2, SEEN)],
            },
            6: {
                "F": [(5, SEEN), (5, SEEN), (5, TALK), (4, SEEN), (5, SEEN)],
                "M": [(5, SEEN), (5, TALK), (5, TALK), (5, SEEN), (5, SEEN)],
                "E": [(2, TALK), (1, TALK), (2, SEEN), (3, SEEN), (2, TALK)],
                "V": [(5, SEEN), (5, TALK), (4, TALK), (5, SEEN), (5, SEEN)],
            },
            8: {
                "F": [(2, GUESS), (2, GUESS), (1, GUESS), (2, TALK), (UNKNOWN, "")],
                "M": [(3, GUESS), (3, GUESS), (UNKNOWN, ""), (UNKNOWN, ""), (3, TALK)],
                "E": [(4, PAPER), (4, GUESS), (4, GUESS), (UNKNOWN, ""), (3, GUESS)],
                "V": [(3, GUESS), (UNKNOWN, ""), (UNKNOWN, ""), (UNKNOWN, ""), (4, TALK)],
            },
        },
    )
]
