"""Writes what the example's actors said, how they cooperate, and what its other outcomes ask for."""

from typing import Any

from projects.demo.calendar import Calendar
from projects.demo.shape import Example
from projects.models import (
    Action,
    ActorInterview,
    FundingBid,
    Interface,
    InterfacePart,
    Notice,
    OutcomeAnswers,
    Project,
    ProjectActor,
    RoleShift,
    WindDownItem,
)


def write_cooperation(example: Example, project: Project, present: dict[int, ProjectActor], calendar: Calendar) -> None:
    """After the actions: they tell what they wait for, and which role is learned in them."""
    _write_interfaces(example, project, present, calendar)
    ActorInterview.objects.bulk_create(
        ActorInterview(
            project_actor=present[row["actor"]],
            **calendar.fill({key: value for key, value in row.items() if key != "actor"}),
        )
        for row in example.interviews
    )
    shifts = RoleShift.objects.bulk_create(
        RoleShift(
            project=project,
            position=position,
            project_actor=present[row["actor"]] if "actor" in row else None,
            **calendar.fill({key: value for key, value in row.items() if key != "actor"}),
        )
        for position, row in enumerate(example.role_shifts, start=1)
    )
    actions = {action.number: action for action in Action.objects.filter(project=project)}
    pairs = list(enumerate(example.actions, start=1))
    through = Action.depends_on.through
    through.objects.bulk_create(
        through(from_action=actions[number], to_action=actions[needed])
        for number, row in pairs
        for needed in row.get("depends_on", [])
    )
    for number, row in pairs:
        if "role_shift" in row:
            actions[number].role_shift = shifts[row["role_shift"] - 1]
    Action.objects.bulk_update(actions.values(), ["role_shift"])


def write_outcome(example: Example, project: Project, calendar: Calendar) -> None:
    if example.outcome:
        OutcomeAnswers.objects.create(project=project, **calendar.fill(example.outcome))
    rows: tuple[tuple[Any, list[dict[str, Any]]], ...] = (
        (WindDownItem, example.wind_down),
        (Notice, example.notices),
        (FundingBid, example.bids),
    )
    for model, plain in rows:
        model.objects.bulk_create(
            model(project=project, position=position, **calendar.fill(row))
            for position, row in enumerate(plain, start=1)
        )


def _write_interfaces(example: Example, project: Project, present: dict[int, ProjectActor], calendar: Calendar) -> None:
    linked = {"parts", "informed_actors"}
    interfaces = Interface.objects.bulk_create(
        Interface(
            project=project,
            position=position,
            **calendar.fill({key: value for key, value in row.items() if key not in linked}),
        )
        for position, row in enumerate(example.interfaces, start=1)
    )
    pairs = list(zip(interfaces, example.interfaces, strict=True))
    InterfacePart.objects.bulk_create(
        InterfacePart(interface=interface, project_actor=present[number], does=calendar.fill(does))
        for interface, row in pairs
        for number, does in row.get("parts", {}).items()
    )
    through = Interface.informed_actors.through
    through.objects.bulk_create(
        through(interface=interface, projectactor=present[number])
        for interface, row in pairs
        for number in row.get("informed_actors", [])
    )
