"""Fritidsjobindsatsen: the project of the example whose method lives on. What its four phases ask for."""

from projects.demo.calendar import Day
from projects.demo.fritidsjob_plan import ACTIONS, CANDIDATES, NOTICES, OUTCOME, OUTLINE, ROLE_SHIFTS
from projects.demo.shape import Example, Promise
from projects.models import (
    AnchoredObject,
    AnchoringDecision,
    CommitmentRole,
    CommitmentState,
    ContactStatus,
    Contribution,
    Evidence,
    HoursUnit,
    LegalRequirement,
    OperationLevel,
    TaskType,
)

FRITIDSJOB = Example(
    project={"name": "Fritidsjobindsatsen", "slug": "fritidsjobindsatsen", "start": Day(1, years=-4), "end": Day()},
    focus_area="Beskæftigelse",
    why_what={
        "problem": (
            "Mange unge i Pilebroparken får ikke et fritidsjob, fordi de mangler nogen, der kender en arbejdsgiver. "
            "Et fritidsjob gør det lettere at komme i gang med en uddannelse."
        ),
        "target_group": "Unge fra 13 til 17 år i Pilebroparken. Omkring 35 får hjælp hvert år.",
        "target_count": 35,
        "target_age_from": 13,
        "target_age_to": 17,
        "effect": (
            "28 af de 35 unge, der fik hjælp i {year:-730}, fik et job. 21 havde det stadig efter seks måneder. "
            "Tallene er talt op i projektets egen årsstatus."
        ),
        "effect_evidence": Evidence.DOCUMENT,
        "consequence": "De unge kan stadig få råd i kommunen, men ingen kommer i området og banker på hos butikkerne.",
        "spread": "Kommunens ungeindsats vil bruge måden at arbejde på i hele kommunen.",
        "beneficiaries": [
            "De unge: løn, kolleger og en anbefaling",
            "Butikkerne: stabile unge på de skæve timer",
            "Kommunen: flere unge på vej mod en uddannelse",
        ],
        "goal": (
            "Senest {date:+62} bruger kommunens ungeindsats samme måde at arbejde på i tre boligområder, "
            "og mindst 30 unge fra Pilebroparken får hjælp om året."
        ),
        "goal_date": Day(62),
        "anchored_objects": [AnchoredObject.METHOD, AnchoredObject.KNOWLEDGE, AnchoredObject.NETWORK],
        "core_elements": [
            "En voksen, der kommer, hvor de unge er",
            "Aftale med arbejdsgiveren, før den unge søger",
            "En makker på de første tre vagter",
        ],
        "adaptable": ["Hvem der har kontakten", "Hvor tit der er åben rådgivning"],
        "stopping": ["Kontoret i Pilebroparken"],
        "scope_project_frequency": "Åben rådgivning to gange om ugen",
        "scope_project_participants": 35,
        "scope_project_hours": 18,
        "scope_operation_frequency": "Åben rådgivning en gang om ugen",
        "scope_operation_participants": 30,
        "scope_operation_hours": 8,
        "decision": AnchoringDecision.METHOD,
        "decision_reason": (
            "Måden at arbejde på virker og passer til kommunens egen opgave. "
            "Derfor føres den videre i kommunens ungeindsats, mens vores egen rådgivning slutter."
        ),
        "decided_on": Day(-384),
    },
    tasks=[
        {
            "title": "Opsøge unge og hjælpe med den første ansøgning",
            "task_type": TaskType.OUTREACH,
            "description": "Kommer i klub og beboerhus en gang om ugen og skriver ansøgning sammen med den unge.",
            "solved_today_by": "Boligsocial medarbejder",
            "hours_project": 9,
            "hours_operation": 4,
            "hours_unit": HoursUnit.WEEK,
            "legal_requirements": [LegalRequirement.CHILD_CERTIFICATE, LegalRequirement.DATA_PROCESSING],
            "is_critical": True,
            "operation_level": OperationLevel.SIMPLIFY,
        },
        {
            "title": "Indhente børneattester på makkere",
            "task_type": TaskType.ADMINISTRATION,
            "solved_today_by": "Sekretariatet",
            "hours_project": 6,
            "hours_operation": 6,
            "hours_unit": HoursUnit.YEAR,
            "legal_requirements": [LegalRequirement.CHILD_CERTIFICATE],
            "is_critical": True,
            "operation_level": OperationLevel.KEEP,
        },
        {
            "title": "Lave aftaler med arbejdsgivere",
            "task_type": TaskType.COOPERATION,
            "description": "Besøger butikker og virksomheder og aftaler, hvad en ung på 13 år må.",
            "solved_today_by": "Boligsocial medarbejder",
            "hours_project": 5,
            "hours_operation": 3,
            "hours_unit": HoursUnit.WEEK,
            "is_critical": True,
            "operation_level": OperationLevel.KEEP,
        },
        {
            "title": "Oplære nye vejledere i metoden",
            "task_type": TaskType.DEVELOPMENT,
            "description": "Skriver en drejebog og holder to kursusdage.",
            "solved_today_by": "Projektleder",
            "hours_project": 60,
            "hours_operation": 20,
            "hours_unit": HoursUnit.YEAR,
            "is_critical": True,
            "operation_level": OperationLevel.KEEP,
        },
        {
            "title": "Holde åbent kontor i Pilebroparken",
            "task_type": TaskType.PREMISES,
            "solved_today_by": "Boligsocial medarbejder",
            "hours_project": 4,
            "hours_operation": 0,
            "hours_unit": HoursUnit.WEEK,
            "is_critical": False,
            "operation_level": OperationLevel.STOP,
        },
    ],
    actors={
        11: {
            "current_role": "Henviser unge.",
            "contributions": [Contribution.TIME, Contribution.MANDATE, Contribution.EXPERTISE],
            "contribution_note": "To vejledere, der kan lære metoden.",
            "task_types": [TaskType.OUTREACH, TaskType.COOPERATION, TaskType.DEVELOPMENT],
            "decision_role": "Ungechef",
            "contact_role": "Ungevejleder",
            "contact_status": ContactStatus.ACCEPTED,
            "contact_date": Day(-260),
        },
        9: {
            "current_role": "Har ansat seks unge.",
            "contributions": [Contribution.NETWORK],
            "contribution_note": "Fritidsjob og en god historie at fortælle til andre butikker.",
            "task_types": [TaskType.COOPERATION],
            "decision_role": "Butikschef",
            "contact_role": "Butikschef",
            "contact_status": ContactStatus.ACCEPTED,
            "contact_date": Day(-250),
        },
    },
    promises=[
        *(Promise(task, 11, CommitmentRole.RESPONSIBLE, CommitmentState.AGREED, Day(1)) for task in (1, 2, 3, 4)),
        *(Promise(task, 11, CommitmentRole.CARRIES_OUT, CommitmentState.AGREED, Day(1)) for task in (1, 2, 3, 4)),
        Promise(3, 9, CommitmentRole.CONTRIBUTES, CommitmentState.AGREED, Day(1)),
    ],
    assessed_on=Day(-250),
    candidates=CANDIDATES,
    outline=OUTLINE,
    outcome=OUTCOME,
    actions=ACTIONS,
    notices=NOTICES,
    role_shifts=ROLE_SHIFTS,
)
