"""A plan as large as they come: as many actors, tasks and actions as a whole helhedsplan could have in one project."""

from datetime import timedelta
from itertools import cycle, islice

from actors.concepts import Concept
from actors.models.actor import ActorType, Sphere
from projects.documents.document import PlanDocument
from projects.documents.records import (
    PlanAction,
    PlanActor,
    PlanBudgetLine,
    PlanCandidacy,
    PlanCommitment,
    PlanGap,
    PlanInterface,
    PlanInterfacePart,
    PlanQuestion,
    PlanScore,
    PlanTask,
)
from projects.models import (
    ActionStatus,
    Certainty,
    Choice,
    CommitmentRole,
    CommitmentState,
    Evidence,
    FundingSource,
    OperationLevel,
    TaskType,
)
from tests.documents.plans import TODAY, half_filled

TASKS = (
    "Være tovholder: plan, mødekalender, kontakt ved problemer",
    "Rekruttere, introducere og anerkende frivillige",
    "Indhente børneattester, samtykker og forsikring",
    "Stille lokale, nøgler, rengøring og internet til rådighed",
    "Sørge for mad og indkøb",
    "Holde kontakt til lærere og forældre",
    "Styre økonomi, søge midler og aflægge regnskab",
)
ACTORS = (
    "Pilebroskolen (ledelse og SFO)",
    "Kommunens fritids- og kulturforvaltning",
    "Pilebro Bibliotek",
    "Foreningen Lektiehjælperne i Pilebro",
    "Afdelingsbestyrelsen, afd. 12",
    "Supermarkedet ved Torvet",
)
ACTIONS = (
    "Underskrive partnerskabsaftale med klare snitflader",
    "Skrive tovholdermappe og årshjul",
    "Uddanne fem tovholdere over tre aftener",
    "Rekruttere på gymnasiet og starte makkerordning",
)
REASONS = (
    "Kender caféen godt, men ikke hele opgaven. Der er brug for et besøg og en kort beskrivelse.",
    "Opgaven passer til det, de gør i forvejen, og ledelsen har sat tid af.",
    "To personer bærer det meste, og ingen har ført et regnskab.",
)
ROLES = (
    CommitmentRole.RESPONSIBLE,
    CommitmentRole.CARRIES_OUT,
    CommitmentRole.CONTRIBUTES,
    CommitmentRole.CONTRIBUTES,
    CommitmentRole.RESERVE,
)


def large(actors: int = 40, tasks: int = 60, actions: int = 100) -> PlanDocument:
    """Every row with ordinary words in its fields: five actors at each task, four reasons for each actor."""
    return half_filled().model_copy(
        update={
            "tasks": tuple(_task(number) for number in range(1, tasks + 1)),
            "actors": tuple(_actor(number) for number in range(1, actors + 1)),
            "commitments": tuple(one for number in range(1, tasks + 1) for one in _commitments(number, actors)),
            "candidacies": tuple(_candidacy(number, tasks) for number in range(1, actors + 1)),
            "actions": tuple(_action(number, actors, tasks) for number in range(1, actions + 1)),
            "budget": tuple(_budget_line(number) for number in range(1, tasks + 1)),
            "interfaces": tuple(
                PlanInterface(
                    trigger=f"Når {number} hjælpere melder afbud",
                    parts=(PlanInterfacePart(actor="A1", does="finder afløsere"),),
                    informed_actors=("A2",),
                )
                for number in range(2, 22)
            ),
            "questions": tuple(
                PlanQuestion(question=f"Hvem dækker uge {number}?", settled_by="bestyrelsen", deadline=TODAY)
                for number in range(26, 46)
            ),
        }
    )


def _of(values: tuple[str, ...], number: int) -> str:
    return next(islice(cycle(values), number - 1, None))


def _task(number: int) -> PlanTask:
    return PlanTask(
        code=f"O{number}",
        title=f"{_of(TASKS, number)} ({number})",
        task_type=list(TaskType)[number % len(TaskType)],
        description=_of(REASONS, number),
        solved_today_by="Boligsocial medarbejder",
        competences="Dansk, regneark og lyst til at tale med forældre",
        is_critical=number % 3 == 0,
        operation_level=OperationLevel.KEEP,
    )


def _actor(number: int) -> PlanActor:
    return PlanActor(
        code=f"A{number}",
        name=f"{_of(ACTORS, number)} {number}",
        actor_type=list(ActorType)[number % len(ActorType)],
        sphere=list(Sphere)[number % len(Sphere)],
        current_role="Henviser elever",
        contribution_note="Timer, lokaler og kontakt til børn og forældre",
        limits="Skemaet lægges i marts, og der er lukket i ferier",
        decision_role="Leder",
        contact_role="Souschef",
    )


def _commitments(task: int, actors: int) -> list[PlanCommitment]:
    states = list(CommitmentState)
    return [
        PlanCommitment(
            task=f"O{task}",
            actor=f"A{(task * 7 + place * 3) % actors + 1}",
            role=role,
            state=states[(task + place) % len(states)],
        )
        for place, role in enumerate(ROLES)
    ]


def _candidacy(number: int, tasks: int) -> PlanCandidacy:
    scores = tuple(
        PlanScore.model_validate(
            {
                "concept": concept,
                "score": (number + place) % 5 + 1,
                "evidence": list(Evidence)[number % len(Evidence)],
                "reason": _of(REASONS, number + place),
                "requirement": "Aftal faste timer",
                "assessed_on": TODAY,
            }
        )
        for place, concept in enumerate(Concept)
    )
    return PlanCandidacy(
        actor=f"A{number}",
        title=f"tovholder for {number} opgaver",
        tasks=tuple(f"O{(number * step) % tasks + 1}" for step in (1, 2)),
        selected=Choice.CHOSEN,
        choice=Choice.CHOSEN,
        choice_reason="Vil det mest, og det, der mangler, kan læres.",
        scores=scores,
    )


def _action(number: int, actors: int, tasks: int) -> PlanAction:
    start = TODAY + timedelta(days=3 * number - 60)
    return PlanAction(
        code=f"P{number}",
        title=f"{_of(ACTIONS, number)} ({number})",
        actors=(f"A{number % actors + 1}",),
        tasks=(f"O{number % tasks + 1}",),
        responsible="Boligsocial medarbejder",
        start=start,
        deadline=start + timedelta(days=40),
        success_criterion="Fem deltagere har gennemført, og mappen er godkendt",
        risk="Timerne kan ikke findes",
        plan_b="Foreningen er tovholder",
        status=list(ActionStatus)[number % len(ActionStatus)],
        gaps=(PlanGap(actor=f"A{number % actors + 1}", concept=list(Concept)[number % len(Concept)]),),
    )


def _budget_line(number: int) -> PlanBudgetLine:
    return PlanBudgetLine(
        title=f"Udgift til {_of(TASKS, number).lower()}",
        task=f"O{number}",
        amount=1_000 * number,
        source=list(FundingSource)[number % len(FundingSource)],
        certainty=list(Certainty)[number % len(Certainty)],
    )
