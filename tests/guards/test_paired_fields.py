"""When and by whom something was done belong together: neither is written without the other."""

from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import Project

OURS = ("forankring", "actors", "projects")
WHEN, BY_WHOM = ("_at", "_on"), "_by"
# Pairs that the database does not hold together, and why.
LOOSE = {
    "projects.SharedScore.recorded": "a score outlives the account of the person who wrote it down",
    "projects.AcceptedFinding.accepted": "what the group lives with outlives the account of who said so",
    "projects.AssessmentRound.opened": "a round outlives the account of who opened it",
    "projects.RoundSubject.revealed": "what was shown outlives the account of who showed it",
    "projects.Wording.written": "a question's words outlive the account of the administrator",
}


def pairs() -> dict[str, tuple[type[models.Model], str, str]]:
    """Every model of ours with a moment and a person for the same thing: label → model and the two fields."""
    found = {}
    for model in apps.get_models():
        if not model.__module__.startswith(OURS):
            continue
        fields = {field.name: field for field in model._meta.concrete_fields}
        for name, field in fields.items():
            stem = name.removesuffix(BY_WHOM)
            if stem != name and field.is_relation:
                for when in (stem + ending for ending in WHEN if stem + ending in fields):
                    found[f"{model._meta.label}.{stem}"] = (model, when, name)
    return found


PAIRS = pairs()


def conditions(model: type[models.Model], *names: str) -> list[Any]:
    """The conditions of the table's checks that speak of all these fields."""
    checks = (each for each in model._meta.constraints if isinstance(each, models.CheckConstraint))
    return [check.condition for check in checks if set(names) <= check.condition.referenced_base_fields]


@pytest.mark.django_db
@pytest.mark.parametrize("label", sorted(set(PAIRS) - set(LOOSE)))
def test_the_database_wants_both_or_neither(label: str) -> None:
    model, when, by_whom = PAIRS[label]
    found = conditions(model, when, by_whom)

    def allows(condition: Any, *, moment: bool, person: bool) -> Any:
        at = models.Value(timezone.now() if moment else None, output_field=models.DateTimeField())
        return condition.check({when: at, by_whom: models.Value(1 if person else None, models.IntegerField())})

    assert found, f"{label}: no constraint mentions both {when} and {by_whom}"
    for condition in found:
        assert allows(condition, moment=False, person=False)
        assert allows(condition, moment=True, person=True)
        assert not allows(condition, moment=True, person=False)
        assert not allows(condition, moment=False, person=True)


def test_the_exceptions_still_apply() -> None:
    assert set(LOOSE) <= set(PAIRS)
    for label in LOOSE:
        assert not conditions(*PAIRS[label])


def test_the_search_finds_the_pair_we_know_of() -> None:
    assert PAIRS["projects.Project.archived"] == (Project, "archived_at", "archived_by")


def test_half_a_pair_never_reaches_the_table(project: Project, owner: User) -> None:
    rows = Project.objects.filter(pk=project.pk)

    for half in ({"archived_at": timezone.now()}, {"archived_by": owner}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**half)
    rows.update(archived_at=timezone.now(), archived_by=owner)
