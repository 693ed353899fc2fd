"""The helhedsplan Pilebro i Balance: its registry rows, its parties and its actors."""

from typing import Any

from actors.calendar import DateKind
from actors.models import ActorType, Location, RelationKind, Sphere, YesNoUnknown
from projects.demo.calendar import Day
from projects.demo.people import PILEBRO

YES, NO, UNSURE = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.UNKNOWN

# The LBF number is what the loader finds them by. The CVR numbers pass the check; nobody is known to hold them.
ORGANISATIONS: dict[str, dict[str, Any]] = {
    "9901": {
        "name": "Pilebro Boligforening",
        "cvr": "99999896",
        "departments": [
            {"name": "Pilebroparken Nord", "designation": "afd. 12", "lbf_number": "012"},
            {"name": "Pilebroparken Syd", "designation": "afd. 14", "lbf_number": "014"},
        ],
    },
    "9902": {
        "name": "Boligselskabet Enghøj",
        "cvr": "99999888",
        "departments": [{"name": "Enghøj ved Pilebroparken", "designation": "Enghøj afd. 3", "lbf_number": "003"}],
    },
}

PROGRAMME: dict[str, Any] = {
    "name": PILEBRO,
    "deciding_body": "den boligsociale bestyrelse",
    "area": (
        "Pilebroparken: afd. 12 (412 boliger), afd. 14 (268 boliger) og Enghøj afd. 3 (190 boliger). "
        "I alt 870 boliger med omkring 2.050 beboere. 31 % er under 18 år."
    ),
    "start": Day(1, years=-4),
    "end": Day(),
    "lbf_journal_number": "DEMO-9901-01",
    "vision": (
        "Børn og unge i Pilebroparken skal have samme muligheder som børn i resten af kommunen. "
        "Beboerne skal kunne mærke, at gode tilbud bliver, også når projektet slutter."
    ),
    "anchoring_strategy": (
        "Vi afklarer for hvert projekt, om det skal leve videre, og hos hvem. "
        "Ansvaret lægges hos aktører, der også er her om tre år, og helst hos flere sammen. "
        "Vi bygger kapacitet op, før vi giver slip, og prøver driften af, mens projektet stadig kan hjælpe.\n\n"
        "Helhedsplanens budget er 14.800.000 kr. Landsbyggefonden betaler 11.100.000 kr. (75 %). "
        "Kommunen og boligorganisationerne betaler hver 1.850.000 kr. (tilsammen 25 %)."
    ),
}

# Dates of the steering calendar that differ from the proposed ones, and what has been held.
DATES: dict[DateKind, dict[str, Any]] = {
    DateKind.REVIEW: {"held_on": Day(9, years=-3)},
    DateKind.MIDTERM: {"held_on": Day(-745)},
    # The plans are written for the board meeting that follows the decisions.
    DateKind.PLAN: {"moved_to": Day(-384)},
    # The trial waits for the school year's second half, when the volunteers have had their training.
    DateKind.TRIAL_START: {"moved_to": Day(-148)},
}

# Either a registry row by its LBF number or a name.
PARTIES: list[str] = ["9901", "9902", "Pilebro Kommune (fiktiv)"]

# 1 to 10 by the number they have in Lektiecaféen; 11 is only in Fritidsjobindsatsen.
# `organisation` and `department` point into the registry.
ACTORS: dict[int, dict[str, Any]] = {
    1: {
        "name": "Pilebroskolen (ledelse og SFO)",
        "actor_type": ActorType.SCHOOL,
        "sphere": Sphere.MUNICIPALITY,
        "location": Location.NEARBY,
        "staying": YES,
        "run_by_volunteers": NO,
    },
    2: {
        "name": "Kommunens fritids- og kulturforvaltning",
        "actor_type": ActorType.ADMINISTRATION,
        "sphere": Sphere.MUNICIPALITY,
        "location": Location.MUNICIPAL,
        "staying": YES,
        "run_by_volunteers": NO,
    },
    3: {
        "name": "Pilebro Bibliotek",
        "actor_type": ActorType.CULTURE,
        "sphere": Sphere.MUNICIPALITY,
        "location": Location.NEARBY,
        "staying": YES,
        "run_by_volunteers": NO,
    },
    4: {
        "name": "Pilebro Boligforening, driftskontoret",
        "organisation": "9901",
        "actor_type": ActorType.HOUSING_OPERATION,
        "sphere": Sphere.CIVIL_SOCIETY,
        "location": Location.IN_AREA,
        "staying": YES,
        "run_by_volunteers": NO,
    },
    5: {
        "name": "Afdelingsbestyrelsen, afd. 12",
        "department": "afd. 12",
        "actor_type": ActorType.ESTATE_BOARD,
        "sphere": Sphere.CIVIL_SOCIETY,
        "location": Location.IN_AREA,
        "staying": YES,
        "run_by_volunteers": YES,
    },
    6: {
        "name": "Foreningen Lektiehjælperne i Pilebro",
        "own_cvr": "99999861",
        "actor_type": ActorType.ASSOCIATION,
        "sphere": Sphere.CIVIL_SOCIETY,
        "location": Location.IN_AREA,
        "staying": YES,
        "run_by_volunteers": YES,
    },
    7: {
        "name": "Fædregruppen Pilebro",
        "actor_type": ActorType.RESIDENT_GROUP,
        "sphere": Sphere.CIVIL_SOCIETY,
        "location": Location.IN_AREA,
        "staying": UNSURE,
        "run_by_volunteers": YES,
    },
    8: {
        "name": "Pilebro Gymnasium, frivilligprogram",
        "actor_type": ActorType.EDUCATION,
        "sphere": Sphere.STATE,
        "location": Location.MUNICIPAL,
        "staying": YES,
        "run_by_volunteers": YES,
    },
    9: {
        "name": "Supermarkedet ved Torvet",
        "actor_type": ActorType.COMPANY,
        "sphere": Sphere.MARKET,
        "location": Location.NEARBY,
        "staying": UNSURE,
        "run_by_volunteers": NO,
    },
    10: {
        "name": "Landsforeningen Lektiehjælp (fiktiv), lokalafdeling",
        "actor_type": ActorType.NATIONAL_ORGANISATION,
        "sphere": Sphere.CIVIL_SOCIETY,
        "location": Location.NATIONAL,
        "staying": YES,
        "run_by_volunteers": YES,
    },
    11: {
        "name": "Kommunens ungeindsats",
        "actor_type": ActorType.EMPLOYMENT,
        "sphere": Sphere.MUNICIPALITY,
        "location": Location.MUNICIPAL,
        "staying": YES,
        "run_by_volunteers": NO,
    },
}

# Actor, what it has to do with the other, the other. The giver and the leader stand first.
RELATIONS: list[tuple[int, RelationKind, int]] = [
    (1, RelationKind.COOPERATION, 3),
    (1, RelationKind.COOPERATION, 6),
    (2, RelationKind.LEADERSHIP, 3),
    (4, RelationKind.COOPERATION, 5),
    (5, RelationKind.MONEY, 6),
    (6, RelationKind.COOPERATION, 7),
    (9, RelationKind.MONEY, 6),
    (6, RelationKind.CONFLICT, 10),
]
