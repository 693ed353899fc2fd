"""What the sections show as rows. Pure: plan in, rows out."""

from projects.documents.tables.actions import ActionRow, action_rows, action_status, risks
from projects.documents.tables.actors import development, networks, relation_lines
from projects.documents.tables.analysis import Card, cards, held_back_by
from projects.documents.tables.cooperation import interface_rows, run_blocks, shift_rows
from projects.documents.tables.coverage import COLUMNS, Matrix, absence_map, absences, actor_map, matrices, weak_spots
from projects.documents.tables.duties import Duty, duties, names_somebody
from projects.documents.tables.health import HealthRow, accepted_rows, health_rows
from projects.documents.tables.letting_go import (
    MonthRow,
    decision_rows,
    follow_up_rows,
    month_rows,
    point_rows,
    risk_rows,
)
from projects.documents.tables.money import Money, Sum, money

__all__ = [
    "COLUMNS",
    "ActionRow",
    "Card",
    "Duty",
    "HealthRow",
    "Matrix",
    "Money",
    "MonthRow",
    "Sum",
    "absence_map",
    "absences",
    "accepted_rows",
    "action_rows",
    "action_status",
    "actor_map",
    "cards",
    "decision_rows",
    "development",
    "duties",
    "follow_up_rows",
    "health_rows",
    "held_back_by",
    "interface_rows",
    "matrices",
    "money",
    "month_rows",
    "names_somebody",
    "networks",
    "point_rows",
    "relation_lines",
    "risk_rows",
    "risks",
    "run_blocks",
    "shift_rows",
    "weak_spots",
]
