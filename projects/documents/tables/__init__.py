"""What the sections show as rows. Pure: plan in, rows out."""

from projects.documents.tables.actions import ActionRow, action_rows, action_status, risks
from projects.documents.tables.analysis import Card, cards
from projects.documents.tables.duties import COLUMNS, Duty, Matrix, duties, matrices
from projects.documents.tables.money import Money, Sum, money

__all__ = [
    "COLUMNS",
    "ActionRow",
    "Card",
    "Duty",
    "Matrix",
    "Money",
    "Sum",
    "action_rows",
    "action_status",
    "cards",
    "duties",
    "matrices",
    "money",
    "risks",
]
