"""Writing what a project takes from a template (docs/method.md, Skabeloner)."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from forankring.ui.text import comparison_key
from projects.models import ActivityTemplate, Event, Project, Task, TemplateTask, WhyWhat
from projects.phases.services import place_last

# What a task takes over from the template's task. The rest is the project's own to answer.
ANSWERS: Final = (
    "title",
    "task_type",
    "description",
    "hours_operation",
    "hours_unit",
    "competences",
    "legal_requirements",
    "is_critical",
    "operation_level",
)
LISTS: Final = ("core_elements", "adaptable")


@transaction.atomic
def use_template(
    *,
    by: Any,
    project: Project,
    template: ActivityTemplate,
    tasks: Iterable[TemplateTask],
    core_elements: Iterable[str] = (),
    adaptable: Iterable[str] = (),
) -> int:
    """Write what was chosen as the project's own rows and answers. What is there already is not written again.

    How many tasks and answers were new.
    """
    # One at a time, so that two people who press at once do not get everything twice.
    Project.objects.select_for_update().get(pk=project.pk)
    count = _add_tasks(project, tasks) + _add_answers(project, core_elements=core_elements, adaptable=adaptable)
    if count:
        Event.objects.record(by=by, project=project, text=_("hentede fra skabelonen ”%s”") % template.name)
    return count


def missing_tasks(project: Project, template: ActivityTemplate) -> tuple[list[TemplateTask], list[TemplateTask]]:
    """The template's tasks in order: those that the project lacks, and those it has under the same name."""
    there = {comparison_key(title) for title in project.tasks.values_list("title", flat=True)}
    tasks = list(template.tasks.in_order())
    new = [task for task in tasks if comparison_key(task.title) not in there]
    return new, [task for task in tasks if task not in new]


def new_lines(lines: Iterable[str], there: Collection[str]) -> list[str]:
    """Those of the lines that are not there, each once."""
    known = {comparison_key(line) for line in there}
    return [line for line in dict.fromkeys(lines) if comparison_key(line) not in known]


def _add_tasks(project: Project, tasks: Iterable[TemplateTask]) -> int:
    there = {comparison_key(title) for title in project.tasks.values_list("title", flat=True)}
    new = [each for each in tasks if comparison_key(each.title) not in there]
    for each in new:
        task = Task(project=project, **{name: getattr(each, name) for name in ANSWERS})
        place_last(task)
        task.save()
    return len(new)


def _add_answers(project: Project, **chosen: Iterable[str]) -> int:
    answers = WhyWhat.objects.select_for_update().filter(project=project).first() or WhyWhat(project=project)
    new = {name: new_lines(lines, getattr(answers, name)) for name, lines in chosen.items()}
    for name, lines in new.items():
        setattr(answers, name, [*getattr(answers, name), *lines])
    if any(new.values()):
        answers.save()
    return sum(map(len, new.values()))
