"""The sets of tasks we propose for common activities, in our own words, and putting them in the database.

One TOML file each. Administrators keep them afterwards: what is in the database is never overwritten by loading.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.apps import apps as current_apps
from django.db import transaction

FOLDER: Final = Path(__file__).parent
ORDER: Final = ("lektiecafe", "fritidsjob", "sundhedscafe", "faedregruppe", "sommerfest")


@cache
def defaults(code: str) -> dict[str, Any]:
    """The set as the repository has it: its own fields, and `tasks`."""
    with (FOLDER / f"{code}.toml").open("rb") as file:
        return tomllib.load(file)


def load_activities(apps: Any = current_apps) -> None:
    """Put the sets in the database that are not there. Those that are stay as the administrators have them."""
    model = apps.get_model("projects", "ActivityTemplate")
    there = set(model.objects.filter(code__in=ORDER).values_list("code", flat=True))
    for code in ORDER:
        if code not in there:
            _write(apps, code, model(code=code))


@transaction.atomic
def restore_activity(code: str, apps: Any = current_apps) -> None:
    """Write the set as the repository has it, also over what administrators have changed."""
    model = apps.get_model("projects", "ActivityTemplate")
    row = model.objects.filter(code=code).first() or model(code=code)
    if row.pk:
        row.tasks.all().delete()
    _write(apps, code, row)


def _write(apps: Any, code: str, row: Any) -> None:
    activity = defaults(code)
    task = apps.get_model("projects", "TemplateTask")
    for name in ("name", "description", "core_elements", "adaptable"):
        setattr(row, name, activity[name])
    row.position, row.is_active = ORDER.index(code) + 1, True
    row.save()
    tasks = enumerate(activity["tasks"], start=1)
    task.objects.bulk_create([task(template=row, position=place, **answers) for place, answers in tasks])
