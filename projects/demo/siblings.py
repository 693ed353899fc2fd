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
    WindDownKind,
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
    questions=[
        {
            "question": "Hvem i kommunen kan tage den borgerrettede del?",
            "settled_by": "Områdechef for fritid og kultur",
            "for_deciding_body": True,
            "deadline": Day(-120),
        },
        {
            "question": "Hvad vil regionen med den patientrettede del, når den flytter dertil?",
            "settled_by": "Projektleder",
            "for_deciding_body": False,
            "deadline": Day(-150),
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
    outcome={
        "learned": (
            "Beboerne tager mere fat, når de selv bestemmer menuen. "
            "En fast dato gav dobbelt så mange hjælpere som en dato, der blev fundet fra år til år. "
            "Festen samlede mange, men den skabte ikke i sig selv nye naboskaber. Det gjorde madholdene."
        ),
        "would_change": "Begynde med små fester i hver afdeling og lade dem mødes, når de har lyst.",
        "useful_for": "Afdelingsbestyrelserne i Pilebroparken og andre boligområder, der vil holde en fest.",
        "shared_how": "Drejebogen på otte sider ligger på boligforeningens hjemmeside. Den bliver vist {date:-60}.",
        "papers_kept_by": "Sekretariatet i Pilebro Boligforening. Økonomichefen har ansvaret",
        "papers_kept_until": Day(1, years=7),
        "data_deleted_how": "Projektlederen sletter billeder, lister over hjælpere og samtykker senest {date:+0}.",
    },
    wind_down=[
        {
            "title": "Den fælles fest holdes for sidste gang",
            "kind": WindDownKind.ACTIVITY,
            "on": Day(-290),
            "responsible": "Boligsocial medarbejder",
            "is_done": True,
        },
        {
            "title": "Opsige aftalen om leje af lastbil og scene",
            "kind": WindDownKind.AGREEMENT,
            "on": Day(-100),
            "responsible": "Projektleder",
            "receiver": "Udlejeren i byen",
        },
        {
            "title": "Give telte og musikanlæg videre",
            "kind": WindDownKind.THINGS,
            "on": Day(-45),
            "responsible": "Boligsocial medarbejder",
            "receiver": "Afdelingsbestyrelsen, afd. 12, som låner ud til de andre",
        },
        {
            "title": "Lukke festens side og give adgangen tilbage",
            "kind": WindDownKind.ACCESS,
            "on": Day(-14),
            "responsible": "Sekretariatet",
            "receiver": "Pilebro Boligforening",
        },
    ],
    notices=[
        {
            "audience": "Afdelingsbestyrelserne",
            "told_by": "Forvaltningschef",
            "on": Day(-370),
            "message": "Afdelingsbestyrelsen beslutter selv år for år, om der skal være en fest.",
            "is_told": True,
        },
        {
            "audience": "De frivillige på madholdene",
            "told_by": "Boligsocial medarbejder",
            "on": Day(-150),
            "message": "Tak for indsatsen. Den, der vil være med fremover, bliver skrevet op hos bestyrelsen.",
        },
        {
            "audience": "Alle beboere",
            "told_by": "Formand for afd. 12",
            "on": Day(-120),
            "message": "Opslag i opgangene og i beboerbladet: hvorfor festen stopper, og hvem man kan spørge.",
        },
        {
            "audience": "Supermarkedet ved Torvet, som gav varer",
            "told_by": "Projektleder",
            "on": Day(-120),
            "message": "Tak for støtten. Frugt og brød til Lektiecaféen fortsætter som aftalt.",
        },
    ],
)
