"""Any project at all, as facts: half filled in, contradictory, early, late."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from actors.concepts import UNKNOWN, Concept
from projects.models import (
    ActionStatus,
    AnchoringDecision,
    Certainty,
    Choice,
    CommitmentRole,
    CommitmentState,
    Evidence,
    OperationLevel,
    PlanOutline,
    Project,
    Theme,
    WhyWhat,
)
from projects.phases.facts import (
    AcceptanceFacts,
    ActionFacts,
    ActorFacts,
    BudgetFacts,
    CandidacyFacts,
    CommitmentFacts,
    FollowUpFacts,
    HandoverFacts,
    InterfacePartFacts,
    ProjectFacts,
    TaskFacts,
)

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAYS = st.dates(date(2000, 1, 1), date(2199, 12, 31))
TEXT = st.sampled_from(["", "Ring til skolen", "100 % % s", "{x}"])
ID = st.integers(1, 6)


def _or_empty(values: Any) -> Any:
    return st.sampled_from(["", *values])


TASKS = st.builds(
    lambda pk, kind, critical, level, legal: TaskFacts(1, pk, pk, f"Opgave %{pk}", kind, critical, level, legal),
    ID,
    st.sampled_from(["", "ADM", "FRI"]),
    st.sampled_from([True, False, None]),
    _or_empty(OperationLevel.values),
    st.sampled_from([[], ["child_certificate"]]),
)
ACTORS = st.builds(
    lambda pk, active, volunteers, house: ActorFacts(
        1, pk, f"Aktør {pk}", "", "", "", False, pk, active, "", volunteers, "", (), (), house
    ),
    ID,
    st.booleans(),
    st.sampled_from(["", "yes", "no"]),
    st.sampled_from(["", "Pilebro", "Enghøj"]),
)
SCORES = st.dictionaries(st.sampled_from(Concept), st.sampled_from([1, 2, 3, 4, 5, UNKNOWN, None]))


@st.composite
def projects(draw: st.DrawFn) -> ProjectFacts:
    """Rows point at rows that are there, as the database sees to."""
    tasks = draw(st.lists(TASKS, max_size=5, unique_by=lambda task: task.id))
    actors = draw(st.lists(ACTORS, max_size=4, unique_by=lambda actor: actor.id))
    actions = draw(st.lists(_actions(), max_size=4, unique_by=lambda action: action.id))
    project = Project(pk=1, slug="lektiecafeen")
    ages = st.sampled_from([None, 5, 14, 15, 90])
    return ProjectFacts(
        id=1,
        slug="lektiecafeen",
        end=draw(st.none() | DAYS),
        today=draw(DAYS),
        why_what=WhyWhat(
            project=project,
            decision=draw(_or_empty(AnchoringDecision.values)),
            goal=draw(TEXT),
            target_age_from=draw(ages),
            target_age_to=draw(ages),
        ),
        outline=PlanOutline(project=project),
        tasks=tasks,
        actors=actors,
        commitments=draw(_commitments(tasks, actors)),
        candidacies=draw(_candidacies(actors, actions)),
        actions=actions,
        budget_lines=draw(st.lists(_lines(tasks), max_size=4, unique_by=lambda line: line.id)),
        interface_parts=draw(_of(actors, lambda actor: st.builds(InterfacePartFacts, st.just(1), ID, actor, TEXT))),
        follow_ups=draw(st.lists(st.builds(FollowUpFacts, st.just(1), ID, DAYS, TEXT, st.just("")), max_size=2)),
        handovers=draw(st.sampled_from([[], [HandoverFacts(1, None, None)], [HandoverFacts(1, None, NOON)]])),
    )


def _of(rows: list[Any], build: Any) -> Any:
    """A list of what is built for some of the rows; empty when there are none."""
    return st.lists(build(st.sampled_from([row.id for row in rows])), max_size=6) if rows else st.just([])


def _commitments(tasks: list[TaskFacts], actors: list[ActorFacts]) -> Any:
    if not tasks:
        return st.just([])
    task = st.sampled_from([task.id for task in tasks])
    role, state = st.sampled_from(CommitmentRole.values), st.sampled_from(CommitmentState.values)
    rows = _of(actors, lambda actor: st.builds(CommitmentFacts, st.just(1), task, actor, role, state, st.none()))
    return rows.map(lambda each: list({row[1:4]: row for row in each}.values()))


def _candidacies(actors: list[ActorFacts], actions: list[ActionFacts]) -> Any:
    done = st.sampled_from([action.id for action in actions]) if actions else st.nothing()
    return _of(
        actors,
        lambda actor: st.builds(
            CandidacyFacts,
            ID,
            actor,
            st.just("tovholder"),
            _or_empty(Choice.values),
            TEXT,
            st.just(frozenset()),
            SCORES,
            st.frozensets(st.sampled_from(Concept.values)),
            st.dictionaries(st.sampled_from(Concept), DAYS),
            st.dictionaries(st.sampled_from(Concept), st.sampled_from(Evidence.values)),
            st.dictionaries(st.sampled_from(Concept), done),
        ),
    ).map(lambda rows: list({row.id: row for row in rows}.values()))


def _actions() -> Any:
    return st.builds(
        lambda pk, title, role, deadline, status, theme: ActionFacts(
            1, pk, pk, title, role, deadline, "", status, "", theme=theme
        ),
        ID, TEXT, TEXT, st.none() | DAYS, st.sampled_from(ActionStatus.values), _or_empty(Theme.values),
    )  # fmt: skip


def _lines(tasks: list[TaskFacts]) -> Any:
    task = st.sampled_from([None, *(task.id for task in tasks)])
    amount, certainty = st.sampled_from([None, 0, 5_000]), _or_empty(Certainty.values)
    return st.builds(BudgetFacts, st.just(1), ID, TEXT, task, amount, st.just(""), certainty, st.none() | DAYS)


def accept(key: tuple[str, str]) -> AcceptanceFacts:
    code, subject = key
    return AcceptanceFacts(1, 1, code, subject, "Vi har talt om det.", "Projektleder", NOON)
