"""Two projects of the example that are filled as far as phase 1: one undecided, one ended deliberately."""

from projects.demo.calendar import Day
from projects.demo.shape import Example
from projects.models import (
    AnchoredObject,
    AnchoringDecision,
    Evidence,
    HoursUnit,
    LegalRequirement,
    OperationLevel,
    TaskType,
)

SUNDHEDSCAFEEN = Example(
    project={"name": "Sundhedscaféen", "slug": "sundhedscafeen", "start": Day(1, years=-4), "end": Day()},
    focus_area="Sammenhængskraft og medborgerskab",
    why_what={
        "problem": (
            "Mange voksne i området kommer sent til læge og kender ikke de tilbud, de har ret til. "
            "Det gælder især beboere, der læser dansk med besvær."
        ),
        "target_group": "Voksne beboere over 50 år. I snit kommer 15 pr. gang.",
        "target_count": 60,
        "target_age_from": 50,
        "target_age_to": 85,
        "effect": "Sundhedsplejen fortæller, at flere nu tager imod tilbud om kost og motion. Vi har ingen tal.",
        "effect_evidence": Evidence.CONVERSATION,
        "consequence": "Beboerne mister et sted, hvor de kan spørge uden at skulle bestille tid.",
        "spread": "Det ved vi ikke endnu.",
        "beneficiaries": ["Beboerne: svar og samvær", "Kommunen: flere bruger de tilbud, der er"],
        "goal": "Det er afklaret senest {date:-60}, hvem der har ansvaret for hver del af caféen.",
        "goal_date": Day(-60),
        "anchored_objects": [AnchoredObject.ACTIVITY, AnchoredObject.FUNCTION],
        "core_elements": ["Åbent uden tid", "En sundhedsfaglig til stede", "Kaffe og tid til at snakke"],
        "adaptable": ["Hvor tit der er åbent", "Hvor i byen det ligger"],
        "stopping": [],
        "scope_project_frequency": "Hver anden onsdag kl. 10-12",
        "scope_project_participants": 15,
        "scope_project_hours": 7,
        "scope_operation_frequency": "Hver anden onsdag kl. 10-12",
        "scope_operation_participants": 15,
        "scope_operation_hours": 6,
        "decision": AnchoringDecision.UNDECIDED,
        "decision_reason": (
            "Den borgerrettede forebyggelse er kommunens opgave. Den patientrettede flytter til regionen. "
            "Vi mangler svar på, hvem der kan tage over for hvilken del."
        ),
    },
    tasks=[
        {
            "title": "Give råd om kost, motion og rygning",
            "task_type": TaskType.DELIVERY,
            "description": "Den borgerrettede del. En sundhedsfaglig sidder med ved bordet.",
            "solved_today_by": "Sundhedskonsulent i kommunen",
            "hours_project": 3,
            "hours_operation": 3,
            "hours_unit": HoursUnit.WEEK,
            "legal_requirements": [LegalRequirement.CONFIDENTIALITY],
            "is_critical": True,
            "operation_level": OperationLevel.KEEP,
        },
        {
            "title": "Hjælpe beboere med kronisk sygdom videre",
            "task_type": TaskType.COOPERATION,
            "description": "Den patientrettede del. Der henvises til hold og samtaler.",
            "solved_today_by": "Sygeplejerske i kommunen",
            "hours_project": 2,
            "hours_operation": 2,
            "hours_unit": HoursUnit.WEEK,
            "legal_requirements": [LegalRequirement.CONFIDENTIALITY, LegalRequirement.DATA_PROCESSING],
            "is_critical": True,
            "operation_level": OperationLevel.KEEP,
        },
        {
            "title": "Åbne caféen og lave kaffe",
            "task_type": TaskType.PREMISES,
            "solved_today_by": "Frivillige beboere",
            "hours_project": 2,
            "hours_operation": 1,
            "hours_unit": HoursUnit.WEEK,
            "is_critical": False,
            "operation_level": OperationLevel.SIMPLIFY,
        },
    ],
)

SOMMERFESTEN = Example(
    project={"name": "Sommerfesten", "slug": "sommerfesten", "start": Day(1, years=-4), "end": Day()},
    focus_area="Sammenhængskraft og medborgerskab",
    why_what={
        "problem": "Beboere i de tre afdelinger kendte ikke hinanden, og få kom til møder. Det er bedre i dag.",
        "target_group": "Alle beboere i Pilebroparken. Omkring 350 kom til den seneste fest.",
        "target_count": 350,
        "effect": "Flere er blevet aktive i beboergrupper efter festerne. Det bygger på projektets egne noter.",
        "effect_evidence": Evidence.OBSERVED,
        "consequence": "Der bliver ikke en fælles fest hvert år. Afdelingerne holder stadig deres egne små fester.",
        "spread": "Drejebogen kan bruges af andre boligområder.",
        "beneficiaries": ["Beboerne: en god dag og nye naboer"],
        "goal": "Senest {date:+0} har afdelingsbestyrelserne fået drejebog, telte og musikanlæg.",
        "goal_date": Day(),
        "anchored_objects": [AnchoredObject.KNOWLEDGE],
        "core_elements": ["Beboerne står selv for maden"],
        "adaptable": ["Om der er fest, og hvor stor den er"],
        "stopping": ["Den fælles fest hvert år", "Projektets hjælp til planlægning"],
        "scope_project_frequency": "En gang om året",
        "scope_project_participants": 350,
        "scope_project_hours": 2,
        "scope_operation_frequency": "Når en afdeling selv vil",
        "decision": AnchoringDecision.END,
        "decision_reason": (
            "Festen har gjort sin gavn, og den tager tid fra det, der skal leve videre. "
            "Afdelingsbestyrelsen beslutter selv år for år, om der skal være en fest. "
            "Vi har lært, at beboerne tager mere fat, når de selv bestemmer menuen."
        ),
        "decided_on": Day(-384),
    },
    tasks=[
        {
            "title": "Give drejebog og udstyr videre til afdelingsbestyrelserne",
            "task_type": TaskType.DOCUMENTATION,
            "solved_today_by": "Boligsocial medarbejder",
            "hours_project": 20,
            "hours_operation": 0,
            "hours_unit": HoursUnit.YEAR,
            "is_critical": False,
            "operation_level": OperationLevel.STOP,
        },
    ],
)
