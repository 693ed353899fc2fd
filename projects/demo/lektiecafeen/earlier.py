"""Phase 3 of Lektiecaféen the first time: two actors, from the talks before the workshop."""

from projects.demo.calendar import Day
from projects.demo.shape import EarlierRound, Score
from projects.models import Evidence

EARLIER_ROUNDS: list[EarlierRound] = [
    EarlierRound(
        Day(-440),
        Evidence.CONVERSATION,
        {
            1: (
                Score(3, "Skolen kender caféen, men ikke hvad en tovholder skal.", "Et besøg og en kort beskrivelse."),
                Score(4, "Skolen kan se, at eleverne får ro til lektierne."),
                Score(2, "Der er ikke talt om timer endnu.", "En samtale om timer med skolens ledelse."),
                Score(2, "To møder blev aflyst.", "Et møde mellem ledelserne."),
            ),
            6: (
                Score(4, "Hjælperne kender caféen, men ikke arbejdet bag den.", "Vis dem hele opgavelisten."),
                Score(5, "Caféen er grunden til, at hjælperne mødes."),
                Score(1, "Der er ingen forening, ingen konto og ingen forsikring.", "Stift en forening."),
                Score(4, "Hjælperne vil gerne, men er usikre på ansvaret.", "Fortæl, hvilken støtte de får."),
            ),
        },
    )
]
