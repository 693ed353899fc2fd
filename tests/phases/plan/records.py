"""Facts for the checks of phase 4: a project that hands something over and lacks nothing but what a test takes away."""

from datetime import date
from typing import Any

from actors.concepts import Concept
from projects.models import AnchoringDecision, PlanOutline, Project, WhyWhat
from projects.phases.facts import (
    ActionFacts,
    ActorFacts,
    BudgetFacts,
    CandidacyFacts,
    CommitmentFacts,
    InterfaceFacts,
    ProjectFacts,
    QuestionFacts,
    TaskFacts,
)
from projects.phases.steps import Check

TODAY = date(2026, 11, 21)
END = date(2027, 6, 30)
TASK = TaskFacts(1, 7, 3, "Rekruttere frivillige", "FRI", True, "keep")
SCHOOL = ActorFacts(1, 11, "Pilebroskolen", "school", "municipality", "interested", True)
LIBRARY = ActorFacts(1, 12, "Biblioteket", "culture", "municipality", "", True)
AGREED = CommitmentFacts(1, TASK.id, SCHOOL.id, "A", "agreed", date(2027, 7, 1))
ACTION = ActionFacts(1, 21, 4, "Uddanne tovholdere", "Projektleder", date(2027, 1, 29), "", "in_progress", "")
LINE = BudgetFacts(1, 31, "Forplejning", TASK.id, 28_000, "section_18", "granted")
INTERFACE = InterfaceFacts(1, 41, "Når en frivillig er syg", "Tovholderen finder en afløser")
QUESTION = QuestionFacts(1, 51, "Hvem dækker sommerferien?", "Skoleleder", date(2027, 4, 15), "")
OUTLINE = {
    "anchoring_model": "partnership",
    "model_reason": "Ingen kan alene.",
    "facilities": "Beboerhuset",
    "facility_keys": "Tovholderen",
    "facility_equipment": "Otte computere",
    "facility_payer": "Boligforeningen",
    "facility_agreement": "Lokaleaftalen",
    "leadership": "Skolen",
    "leadership_forum": "Fire møder om året",
    "leadership_decides": "Foreningen bestemmer hverdagen.",
    "leadership_deputies": "Tovholder i foreningen",
    "competences": "Tovholderne lærer at lede.",
    "competence_courses": "Tre aftener",
    "competence_deadline": date(2027, 2, 1),
}


def facts(
    *, decision: str = AnchoringDecision.ANCHOR, outline: dict[str, Any] | None = None, **values: Any
) -> ProjectFacts:
    project = Project(pk=1, slug="lektiecafeen")
    full = {
        "end": END,
        "tasks": [TASK],
        "actors": [SCHOOL, LIBRARY],
        "commitments": [AGREED],
        "actions": [ACTION],
        "budget_lines": [LINE],
        "interfaces": [INTERFACE],
        "questions": [QUESTION],
    }
    return ProjectFacts(
        id=1,
        slug="lektiecafeen",
        today=TODAY,
        why_what=WhyWhat(project=project, decision=decision),
        outline=PlanOutline(project=project, **(OUTLINE | (outline or {}))),
        **(full | values),
    )


def candidacy(choice: str = "chosen", closed: frozenset[str] = frozenset(), **answers: Any) -> CandidacyFacts:
    """The school as coordinator, with scores such as `ability=2`."""
    return CandidacyFacts(
        id=61,
        project_actor_id=SCHOOL.id,
        title="tovholder",
        choice=choice,
        choice_reason="",
        task_ids=frozenset({TASK.id}),
        answers={Concept(name): answer for name, answer in answers.items()},
        gaps_with_action=closed,
    )


def told(check: Check, facts: ProjectFacts) -> list[tuple[str, int | None, str]]:
    """What the check tells: the sentence, the row and the field."""
    return [(str(item.text), item.row, item.field) for item in check(facts)]
