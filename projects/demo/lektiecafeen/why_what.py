"""Phase 1 of Lektiecaféen: why, what, and the eight tasks."""

from decimal import Decimal
from typing import Any

from projects.demo.calendar import Day
from projects.models import (
    AnchoredObject,
    AnchoringDecision,
    Evidence,
    HoursUnit,
    LegalRequirement,
    OperationLevel,
    TaskType,
)

WHY_WHAT: dict[str, Any] = {
    "problem": (
        "Mange elever i 4.-9. klasse har hverken ro eller en voksen, der kan hjælpe med lektier hjemme. "
        "Behovet forsvinder ikke med projektet. Hvert år begynder omkring 60 børn fra området i 4. klasse."
    ),
    "target_group": "Elever i 4.-9. klasse i Pilebroparken. 46 er tilmeldt, og i snit kommer 24 pr. gang.",
    "target_count": 46,
    "target_age_from": 10,
    "target_age_to": 16,
    "effect": (
        "Midtvejsevalueringen fra {month:-745} viser, at 7 af 10 forældre oplever færre konflikter om lektier. "
        "Klasselærerne ser bedre aflevering hos to ud af tre deltagere. "
        "Det bygger på et spørgeskema til forældre og interview med lærere."
    ),
    "effect_evidence": Evidence.DOCUMENT,
    "consequence": (
        "46 børn mister en fast voksen to gange om ugen. Skolen venter, at flere børn får brug for støttetimer. "
        "Beboerhuset står tomt tirsdag og torsdag fra {month:+62}."
    ),
    "spread": (
        "To andre boligområder i kommunen har spurgt til modellen. "
        "Kommunens skoleledere og boligorganisationernes beboerkonsulenter bør kende den."
    ),
    "beneficiaries": [
        "Børnene: ro, hjælp og faste voksne",
        "Forældrene: færre konflikter om lektier",
        "Pilebroskolen: bedre aflevering og færre støttetimer",
        "Boligforeningen: liv i beboerhuset og tryggere eftermiddage",
        "Kommunen: flere unge, der er klar til en uddannelse",
    ],
    "goal": (
        "Fra {month:+62} er der åbent mindst to gange om ugen i 40 uger uden projektansatte, med mindst 20 børn "
        "og 10 aktive frivillige, og driften er finansieret til og med {month:+1y}."
    ),
    "goal_date": Day(364),
    "anchored_objects": [AnchoredObject.ACTIVITY, AnchoredObject.NETWORK],
    "core_elements": [
        "Faste dage og de samme voksne",
        "Gratis og åben for alle børn i området",
        "Mindst fire voksne pr. gang",
        "Tæt kontakt til skolen",
        "Mad på bordet",
    ],
    "adaptable": [
        "Åbningstid: fra 2 timer til 1½ time",
        "Forplejning: fra varm mad til brød og frugt",
        "Ture: færre eller ingen",
    ],
    "stopping": ["Studentermedhjælper", "Lektiecafé i ferierne"],
    "scope_project_frequency": "Tirsdag og torsdag kl. 15.30-17.30 i 40 uger (80 gange)",
    "scope_project_participants": 24,
    "scope_project_hours": Decimal(35),
    "scope_operation_frequency": "Tirsdag og torsdag kl. 15.30-17.00 i 40 uger (80 gange)",
    "scope_operation_participants": 20,
    "scope_operation_hours": Decimal(27),
    "decision": AnchoringDecision.ANCHOR,
    "decision_reason": (
        "Behovet er der stadig, virkningen er vist, og der er blivende aktører, som vil overtage. "
        "I drift ventes caféen at koste 120.000 kr. om året mod 486.000 kr. i projektet "
        "(løn 330.000, studentermedhjælper 78.000, forplejning 34.000, materialer og it 18.000, kurser 16.000 "
        "og kommunikation 10.000)."
    ),
    "decided_on": Day(-510),
}

WEEK, YEAR = HoursUnit.WEEK, HoursUnit.YEAR

TASKS: list[dict[str, Any]] = [
    {
        "title": "Være tovholder: plan, mødekalender, kontakt ved problemer",
        "task_type": TaskType.LEADERSHIP,
        "description": "Holder den fælles plan, indkalder til møder og er den, alle kan ringe til.",
        "solved_today_by": "Boligsocial medarbejder",
        "hours_project": 6,
        "hours_operation": 4,
        "hours_unit": WEEK,
        "competences": "Overblik, kendskab til skolens hverdag og mod til at tage en svær samtale.",
        "is_critical": True,
        "operation_level": OperationLevel.SIMPLIFY,
    },
    {
        "title": "Hjælpe med lektier to gange om ugen, fire voksne pr. gang",
        "task_type": TaskType.DELIVERY,
        "description": "Fire voksne sidder ved bordene, hjælper med lektier og læser med de yngste.",
        "solved_today_by": "Frivillige og boligsocial medarbejder",
        "hours_project": 20,
        "hours_operation": 16,
        "hours_unit": WEEK,
        "competences": "Dansk og matematik på folkeskoleniveau. Gerne flere sprog.",
        "legal_requirements": [LegalRequirement.CHILD_CERTIFICATE],
        "is_critical": True,
        "operation_level": OperationLevel.SIMPLIFY,
    },
    {
        "title": "Rekruttere, introducere og anerkende frivillige",
        "task_type": TaskType.VOLUNTEERS,
        "description": "Finder nye hjælpere to gange om året, giver dem en makker og holder en årlig fest.",
        "solved_today_by": "Boligsocial medarbejder",
        "hours_project": 60,
        "hours_operation": 40,
        "hours_unit": YEAR,
        "competences": "Erfaring med frivillige og lyst til at tale med nye mennesker.",
        "is_critical": True,
        "operation_level": OperationLevel.KEEP,
    },
    {
        "title": "Indhente børneattester, samtykker og forsikring",
        "task_type": TaskType.ADMINISTRATION,
        "description": "Sørger for attest på alle hjælpere, samtykke fra forældre og en gyldig forsikring.",
        "solved_today_by": "Sekretariatet",
        "hours_project": 14,
        "hours_operation": 10,
        "hours_unit": YEAR,
        "competences": "Kendskab til attestordningen og til regler om persondata.",
        "legal_requirements": [LegalRequirement.CHILD_CERTIFICATE, LegalRequirement.DATA_PROCESSING],
        "is_critical": True,
        "operation_level": OperationLevel.KEEP,
    },
    {
        "title": "Stille lokale, nøgler, rengøring og internet til rådighed",
        "task_type": TaskType.PREMISES,
        "description": "Fast aftale om beboerhuset tirsdag og torsdag. Lokalet er gratis (værdi 36.000 kr. om året).",
        "solved_today_by": "Projektet via driftskontoret",
        "hours_project": 40,
        "hours_operation": 40,
        "hours_unit": YEAR,
        "competences": "Adgang til bygning og nøglesystem.",
        "is_critical": True,
        "operation_level": OperationLevel.KEEP,
    },
    {
        "title": "Sørge for mad og indkøb",
        "task_type": TaskType.PREMISES,
        "description": "Brød og frugt 80 gange om året og varm mad ved særlige lejligheder.",
        "solved_today_by": "Studentermedhjælper",
        "hours_project": 160,
        "hours_operation": 120,
        "hours_unit": YEAR,
        "competences": "Kursus i fødevarehygiejne.",
        "legal_requirements": [LegalRequirement.FOOD_HYGIENE],
        "is_critical": False,
        "operation_level": OperationLevel.SIMPLIFY,
    },
    {
        "title": "Holde kontakt til lærere og forældre",
        "task_type": TaskType.COOPERATION,
        "description": "Taler med lærerne om, hvem der har brug for caféen, og med forældre ved tilmelding.",
        "solved_today_by": "Boligsocial medarbejder",
        "hours_project": 3,
        "hours_operation": 2,
        "hours_unit": WEEK,
        "competences": "Tillid hos forældre og kendskab til skolen.",
        "legal_requirements": [LegalRequirement.CONFIDENTIALITY],
        "is_critical": True,
        "operation_level": OperationLevel.KEEP,
    },
    {
        "title": "Styre økonomi, søge midler og aflægge regnskab",
        "task_type": TaskType.FINANCE,
        "description": "Fører regnskab, betaler regninger, søger § 18-midler og afleverer årsregnskab i marts.",
        "solved_today_by": "Sekretariatet sammen med foreningens kasserer",
        "hours_project": 45,
        "hours_operation": 30,
        "hours_unit": YEAR,
        "competences": "Erfaring med foreningsregnskab eller et kursus i det.",
        "is_critical": True,
        "operation_level": OperationLevel.KEEP,
    },
]
