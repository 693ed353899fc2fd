"""Who carries what in operation."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from projects.documents.lookup import Lookup
from projects.documents.records import PlanCommitment, PlanTask
from projects.models import CommitmentRole, CommitmentState


class Duty(NamedTuple):
    """Who carries a task in operation."""

    task: PlanTask
    responsible: str
    carries_out: str
    reserve: str
    from_date: date | None
    is_gap: bool


def names_somebody(duties: Iterable[Duty]) -> bool:
    """Whether there is an actor whose agreement the table's note can be about."""
    return any(duty.responsible or duty.carries_out or duty.reserve for duty in duties)


def duties(look: Lookup) -> list[Duty]:
    return [_duty(look, task) for task in look.continuing]


def _duty(look: Lookup, task: PlanTask) -> Duty:
    agreed = look.responsible(task.code)
    candidates = [agreed] if agreed else look.in_role(task.code, CommitmentRole.RESPONSIBLE)
    return Duty(
        task,
        _names(look, candidates),
        _names(look, look.in_role(task.code, CommitmentRole.CARRIES_OUT)),
        _names(look, look.reserves(task.code)),
        agreed.takes_over_on if agreed else None,  # what is only proposed is not taken over
        look.responsible_in_time(task.code) is None,
    )


def _names(look: Lookup, commitments: Iterable[PlanCommitment]) -> str:
    """ "Pilebroskolen (foreslået)": an agreed one needs no word."""
    return ", ".join(
        look.actor_name(one.actor)
        if one.state is CommitmentState.AGREED
        else f"{look.actor_name(one.actor)} ({str(one.state.label).lower()})"
        for one in commitments
    )
