"""Lektiecaféen's meetings: the workshop where the actors were assessed, and those of the board."""

from projects.demo.calendar import Day
from projects.demo.shape import Row
from projects.models import MeetingKind

BOARD = [
    "Forvaltningschef (formand)",
    "Børne- og ungechef",
    "Driftschef",
    "Områdechef for fritid og kultur",
    "Beboerrepræsentant, afd. 12",
]
PLACE = "Beboerhuset i Pilebro"

# `spent` are the minutes that each step took.
MEETINGS: list[Row] = [
    {
        "kind": MeetingKind.ANALYSIS,
        "held_on": Day(-400),
        "place": PLACE,
        "present": [*BOARD, "Projektleder", "Boligsocial medarbejder"],
        "spent": [22, 58, 18, 46, 8],
        "next_steps": [
            {
                "text": "Spørge skolens ledelse om de to aflyste møder",
                "owner": "Børne- og ungechef",
                "due_on": Day(-390),
                "done_on": Day(-391),
            },
            {
                "text": "Skrive tiltagene ind i planen med ansvarlig og frist",
                "owner": "Projektleder",
                "due_on": Day(-386),
                "done_on": Day(-386),
            },
        ],
    },
    {
        "kind": MeetingKind.BOARD,
        "held_on": Day(-384),
        "place": PLACE,
        "present": [*BOARD, "Projektleder (sekretær)"],
        "spent": [8, 11, 3],
        "next_steps": [
            {
                "text": "Kalde sammen til stiftende møde i foreningen",
                "owner": "Boligsocial medarbejder",
                "due_on": Day(-310),
                "done_on": Day(-307),
            }
        ],
    },
    {
        "kind": MeetingKind.BOARD,
        "held_on": Day(-279),
        "place": PLACE,
        "present": [role for role in BOARD if role != "Driftschef"] + ["Projektleder (sekretær)"],
        "spent": [6, 13, 4],
        "next_steps": [
            {
                "text": "Sende et udkast til partnerskabsaftalen til skolen, driftskontoret og foreningen",
                "owner": "Projektleder",
                "due_on": Day(-247),
                "done_on": Day(-247),
            },
            {
                "text": "Få fire timer om ugen ind i skolens plan",
                "owner": "Børne- og ungechef",
                "due_on": Day(-229),
            },
            {
                "text": "Fortælle bestyrelsen, hvad der blev svaret på ansøgningen om § 18-midler",
                "owner": "Kasserer i foreningen",
                "due_on": Day(-195),
            },
        ],
    },
    {
        "kind": MeetingKind.BOARD,
        "held_on": Day(-76),
        "place": PLACE,
        "present": [*BOARD, "Projektleder (sekretær)"],
    },
]
