"""Phase 2 of Lektiecaféen: what each actor does and can do here, and who does what in which task."""

from typing import Any

from projects.demo.calendar import Day
from projects.demo.shape import Promise
from projects.models import CommitmentRole, CommitmentState, ContactStatus, Contribution, TaskType

# By number, A1 to A10. Who they are stands in the helhedsplan (pilebro.py).
PROJECT_ACTORS: dict[int, dict[str, Any]] = {
    1: {
        "current_role": "Henviser elever.",
        "contributions": [Contribution.TIME, Contribution.LEGITIMACY, Contribution.ACCESS],
        "contribution_note": "Pædagogtimer, kontakt til lærerne og legitimitet.",
        "task_types": [TaskType.LEADERSHIP, TaskType.COOPERATION, TaskType.DELIVERY],
        "limits": "Er bundet af skemaet og holder lukket i skolens ferier.",
        "decision_role": "Skoleleder",
        "contact_role": "SFO-leder",
        "contact_status": ContactStatus.IN_DIALOGUE,
        "contact_date": Day(-236),
    },
    2: {
        "current_role": "Ingen fast rolle.",
        "contributions": [Contribution.EXPERTISE, Contribution.MONEY],
        "contribution_note": "Vejledning om § 18-midler, frivilligkonsulent og en fast rutine for børneattester.",
        "task_types": [TaskType.VOLUNTEERS, TaskType.ADMINISTRATION, TaskType.FINANCE],
        "limits": "Må ikke drive foreningen.",
        "decision_role": "Områdechef",
        "contact_role": "Frivilligkonsulent",
        "contact_status": ContactStatus.INTERESTED,
        "contact_date": Day(-275),
    },
    3: {
        "current_role": "Leverer bogkasser.",
        "contributions": [Contribution.EQUIPMENT, Contribution.EXPERTISE, Contribution.TIME],
        "contribution_note": "Materialer og en bibliotekar hver anden uge.",
        "task_types": [TaskType.DELIVERY],
        "limits": "Har kun åbent til kl. 17.",
        "decision_role": "Bibliotekschef",
        "contact_role": "Børnebibliotekar",
        "contact_status": ContactStatus.INTERESTED,
        "contact_date": Day(-262),
    },
    4: {
        "current_role": "Åbner beboerhuset.",
        "contributions": [Contribution.PREMISES, Contribution.EQUIPMENT],
        "contribution_note": "Et forsikret lokale med nøgler, rengøring og internet.",
        "task_types": [TaskType.PREMISES],
        "limits": "Må ikke løse kommunens opgaver.",
        "decision_role": "Driftschef",
        "contact_role": "Beboerkonsulent",
        "contact_status": ContactStatus.ACCEPTED,
        "contact_date": Day(-290),
    },
    5: {
        "current_role": "Bakker op og taler caféen op blandt beboerne.",
        "contributions": [Contribution.MONEY, Contribution.LEGITIMACY, Contribution.NETWORK],
        "contribution_note": "Tilskud over afdelingens budget og synlighed.",
        "task_types": [TaskType.PREMISES, TaskType.FINANCE],
        "limits": "Kræver afdelingsmødets ja hvert år.",
        "decision_role": "Formand",
        "contact_role": "Kasserer",
        "contact_status": ContactStatus.ACCEPTED,
        "contact_date": Day(-286),
    },
    6: {
        "current_role": "Stiller med de frivillige i dag. Foreningen blev stiftet {date:-307}.",
        "contributions": [Contribution.TIME, Contribution.NETWORK, Contribution.ACCESS],
        "contribution_note": "Drift og frivillige. Kan søge § 18-midler.",
        "task_types": [
            TaskType.DELIVERY,
            TaskType.VOLUNTEERS,
            TaskType.ADMINISTRATION,
            TaskType.PREMISES,
            TaskType.FINANCE,
        ],
        "limits": "Er ny, og få har erfaring med økonomi.",
        "decision_role": "Bestyrelsesformand",
        "contact_role": "Tovholder",
        "contact_status": ContactStatus.ACCEPTED,
        "contact_date": Day(-228),
    },
    7: {
        "current_role": "Laver mad til fester.",
        "contributions": [Contribution.TIME, Contribution.NETWORK],
        "contribution_note": "Mad og voksne mænd som rollemodeller.",
        "task_types": [TaskType.DELIVERY, TaskType.PREMISES],
        "limits": "Er ikke en forening. 6-8 er aktive.",
        "decision_role": "Kontaktfar",
        "contact_role": "Kontaktfar",
        "contact_status": ContactStatus.IN_DIALOGUE,
        "contact_date": Day(-244),
    },
    8: {
        "current_role": "Ingen.",
        "contributions": [Contribution.TIME],
        "contribution_note": "10-15 unge lektiehjælpere om året.",
        "task_types": [TaskType.DELIVERY, TaskType.VOLUNTEERS],
        "limits": "Skifter hold hvert år og har eksamen i maj og juni.",
        "decision_role": "Rektor",
        "contact_role": "Studievejleder",
        "contact_status": ContactStatus.CONTACTED,
        "contact_date": Day(-226),
    },
    9: {
        "current_role": "Har givet varer til sommerfesten.",
        "contributions": [Contribution.MONEY],
        "contribution_note": "Frugt og brød til 10.000 kr. om året.",
        "task_types": [TaskType.PREMISES],
        "limits": "Laver aftaler for et år ad gangen.",
        "decision_role": "Butikschef",
        "contact_role": "Butikschef",
        "contact_status": ContactStatus.ACCEPTED,
        "contact_date": Day(-300),
    },
    10: {
        "current_role": "Ingen.",
        "contributions": [Contribution.EXPERTISE, Contribution.EQUIPMENT],
        "contribution_note": "Kursus, attestsystem og forsikring.",
        "task_types": [TaskType.VOLUNTEERS, TaskType.ADMINISTRATION],
        "limits": "Vil selv bestemme konceptet.",
        "decision_role": "Regionskonsulent",
        "contact_role": "Regionskonsulent",
        "contact_status": ContactStatus.IN_DIALOGUE,
        "contact_date": Day(-256),
    },
}

# Task → actor → the letters of its roles.
MATRIX: dict[int, dict[int, str]] = {
    1: {1: "AU", 4: "B", 6: "R"},
    2: {1: "B", 3: "B", 6: "AU", 7: "U", 8: "U", 10: "R"},
    3: {2: "B", 6: "AU", 7: "B", 8: "B", 10: "R"},
    4: {2: "B", 6: "AU", 10: "R"},
    5: {4: "AU", 5: "B"},
    6: {5: "B", 6: "A", 7: "U", 9: "B"},
    7: {1: "AU", 6: "B", 7: "B"},
    8: {2: "B", 5: "B", 6: "AU"},
}

# The school's responsibility waits for the partnership agreement (P9).
AWAITS_AGREEMENT = {1, 7}

# When whoever is responsible takes over the task.
TAKES_OVER: dict[int, Day] = {
    1: Day(-57),
    2: Day(-57),
    3: Day(-148),
    4: Day(-152),
    5: Day(1),
    6: Day(-124),
    7: Day(-57),
    8: Day(-187),
}


def promises() -> list[Promise]:
    """The matrix. Agreed for the responsible, except where the agreement is not signed; the rest is proposed."""
    return [
        Promise(task, actor, role, *_state_and_day(task, role))
        for task, row in MATRIX.items()
        for actor, roles in row.items()
        for role in roles
    ]


def _state_and_day(task: int, role: str) -> tuple[CommitmentState, Day | None]:
    if role != CommitmentRole.RESPONSIBLE:
        return CommitmentState.PROPOSED, None
    state = CommitmentState.PROPOSED if task in AWAITS_AGREEMENT else CommitmentState.AGREED
    return state, TAKES_OVER[task]
