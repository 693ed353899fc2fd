"""Questions that help a group to find the actors it has not thought of (docs/method.md, Aktører). Pure.

They are no errors: nothing is blocked, no status changes, and they can be left alone.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.models import ActorType, Sphere, YesNoUnknown
from projects.models import CommitmentRole, ContactStatus, Contribution, TaskType
from projects.phases.facts import ActorFacts, ProjectFacts, TaskFacts
from projects.phases.mapping.weak_spots import CARRYING


class Prompt(NamedTuple):
    """A friendly question, and what made us ask. `step` is where an answer can be written."""

    question: str
    because: str
    step: str = "aktoerer"


SPHERES: Final = {
    Sphere.MUNICIPALITY: gettext_lazy("kommunen? Skolen, biblioteket, forvaltningen eller klubben er ofte blivende."),
    Sphere.CIVIL_SOCIETY: gettext_lazy("foreninger, beboergrupper og boligorganisationen?"),
    Sphere.MARKET: gettext_lazy("butikker og virksomheder i nærheden?"),
    Sphere.STATE: gettext_lazy("gymnasier, erhvervsskoler eller regionen?"),
}
RESIDENTS: Final = frozenset({ActorType.RESIDENT_GROUP, ActorType.ESTATE_BOARD})
# Nobody has been asked, or the answer was no.
NO_CONTACT: Final = frozenset({"", ContactStatus.NOT_CONTACTED, ContactStatus.DECLINED})


def prompts(facts: ProjectFacts) -> list[Prompt]:
    """What to ask this group today. Nothing before the first actor is written: the empty list asks already."""
    actors = [actor for actor in facts.actors if actor.is_active]
    if not actors:
        return []
    asked = (_spheres, _residents, _task_types, _nobody_stays, _nobody_who_can_say_yes, _premises)
    ways: Iterable[Callable[[ProjectFacts, list[ActorFacts]], Iterator[Prompt]]] = asked
    return [prompt for way in ways for prompt in way(facts, actors)]


def _spheres(facts: ProjectFacts, actors: list[ActorFacts]) -> Iterator[Prompt]:
    present = {actor.sphere for actor in actors if actor.sphere}
    if len(present) == 1 and len(actors) > 1:
        only = Sphere(next(iter(present))).label
        yield Prompt(
            _("Har I tænkt på nogen uden for jeres egen kreds?"),
            _("Alle jeres aktører hører til samme sted: %(sphere)s.") % {"sphere": str(only).lower()},
        )
    elif present:
        for sphere, whom in SPHERES.items():
            if sphere not in present:
                because = _("I har ingen aktør fra: %(sphere)s.") % {"sphere": str(sphere.label).lower()}
                yield Prompt(_("Har I tænkt på %(whom)s") % {"whom": whom}, because)


def _residents(facts: ProjectFacts, actors: list[ActorFacts]) -> Iterator[Prompt]:
    if not any(actor.actor_type in RESIDENTS for actor in actors):
        yield Prompt(
            _("Har I tænkt på målgruppen selv og de beboere, der ikke er organiseret?"),
            _("Ingen af aktørerne er beboernes egne."),
        )


def _task_types(facts: ProjectFacts, actors: list[ActorFacts]) -> Iterator[Prompt]:
    """Kinds of task that nobody is said to be able to lift and nobody takes part in."""
    here = {actor.id for actor in actors}
    able = {code for actor in actors for code in actor.task_types}
    done = {each.task_id for each in facts.commitments if each.project_actor_id in here}
    missing = dict.fromkeys(
        task.task_type
        for task in facts.living_tasks
        if task.task_type and task.task_type not in able and task.id not in done
    )
    for code in missing:
        kind = str(TaskType(code).label)
        yield Prompt(
            _("Har I tænkt på, hvem der kan tage sig af: %(kind)s?") % {"kind": kind.lower()},
            _("I har opgaver af den slags, men ingen aktør, der kan løfte dem."),
        )


def _nobody_stays(facts: ProjectFacts, actors: list[ActorFacts]) -> Iterator[Prompt]:
    """Critical tasks where somebody carries, and nobody of them is sure to be here in three years."""
    staying = {actor.id for actor in actors if actor.staying == YesNoUnknown.YES}
    loose = [
        task
        for task in facts.living_tasks
        if task.is_critical and (carriers := _carriers(facts, task)) and not carriers & staying
    ]
    if loose:
        yield Prompt(
            _("Har I tænkt på, hvem der også bærer %(tasks)s om tre år?") % {"tasks": _codes(loose)},
            _("Opgaverne er kritiske, og ingen af dem, der er i spil, er sikre på at blive."),
            "daekning",
        )


def _nobody_who_can_say_yes(facts: ProjectFacts, actors: list[ActorFacts]) -> Iterator[Prompt]:
    """Those who may become responsible, where no role that can say yes is known or nobody has been contacted."""
    living = {task.id for task in facts.living_tasks}
    wanted = {
        each.project_actor_id
        for each in facts.commitments
        if each.role == CommitmentRole.RESPONSIBLE and each.task_id in living
    }
    unasked = [a.name for a in actors if a.id in wanted and (not a.decision_role or a.contact_status in NO_CONTACT)]
    if unasked:
        yield Prompt(
            _("Har I tænkt på, hvem der kan sige ja hos %(actors)s?") % {"actors": get_text_list(unasked, _("og"))},
            _("De kan blive ansvarlige, men I har ikke talt med en, der må bestemme."),
        )


def _premises(facts: ProjectFacts, actors: list[ActorFacts]) -> Iterator[Prompt]:
    wants = any(task.task_type == TaskType.PREMISES for task in facts.living_tasks)
    if wants and not any(Contribution.PREMISES in actor.contributions for actor in actors):
        yield Prompt(
            _("Har I tænkt på dem, der allerede bruger lokalet?"),
            _("Ingen af aktørerne bidrager med lokaler."),
        )


def _carriers(facts: ProjectFacts, task: TaskFacts) -> set[int]:
    return {c.project_actor_id for c in facts.commitments if c.task_id == task.id and c.role in CARRYING}


def _codes(tasks: list[TaskFacts]) -> str:
    return get_text_list([f"O{task.number}" for task in tasks], _("og"))
