"""Phases 1 and 2: what each rule looks for. Tasks that are stopped are no holes."""

from collections.abc import Iterator
from typing import Final

from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from actors.models.actor import YesNoUnknown
from projects.models import (
    AnchoringDecision,
    CommitmentRole,
    CommitmentState,
    LegalRequirement,
    Outcome,
    TaskType,
)
from projects.phases.facts import ProjectFacts, TaskFacts
from projects.phases.health.finding import Hit, Rule, Severity
from projects.phases.health.naming import named
from projects.phases.health.responsibility import anchors, has_reserve, meant_responsible
from projects.phases.health.subjects import PROJECT

NEEDS_CERTIFICATES_UNDER: Final = 15  # years
MOST_RESPONSIBILITIES: Final = 3


def undecided(facts: ProjectFacts) -> Iterator[Hit]:
    if facts.why_what.decision == AnchoringDecision.UNDECIDED:
        yield Hit(PROJECT, _("Beslutningen er uafklaret. Bliv enige om, hvad der skal ske."), field="decision")


def task_nobody_touches(facts: ProjectFacts) -> Iterator[Hit]:
    # A method handed over may do without the coverage; once it is begun it is asked for to the end.
    if facts.actors and (facts.outcome == Outcome.HAND_OVER or facts.commitments):
        for task in facts.living_tasks:
            if not _is_touched(facts, task):
                yield _of_task(task, _("Vælg, hvem der måske kan løfte %s.") % task.name)


def task_without_responsible(facts: ProjectFacts) -> Iterator[Hit]:
    for task in facts.living_tasks:
        if _is_touched(facts, task) and not facts.commitments_of(task, CommitmentRole.RESPONSIBLE):
            yield _of_task(task, _("Opgaven %s har ingen ansvarlig. Vælg en.") % task.name)


def several_proposed(facts: ProjectFacts) -> Iterator[Hit]:
    for task in facts.living_tasks:
        meant = meant_responsible(facts, task)
        if len(meant) > 1:
            text = _("%(actors)s er foreslået som ansvarlig for %(task)s. Vælg én. De andre kan udføre eller bidrage.")
            names = named([facts.actor_name(each.project_actor_id) for each in meant])
            yield _of_task(task, text % {"actors": names, "task": task.name})


def critical_without_reserve(facts: ProjectFacts) -> Iterator[Hit]:
    for task in facts.living_tasks:
        if task.is_critical and _is_touched(facts, task) and not has_reserve(facts, task):
            text = _("%(task)s er kritisk og mangler en reserve.")
            reserves = [
                facts.actor_name(each.project_actor_id)
                for each in facts.commitments_of(task, CommitmentRole.RESERVE)
                if each.state != CommitmentState.POSSIBLE
            ]
            if reserves:
                text = _("%(task)s er kritisk, og reserven løser allerede opgaven: %(actors)s. Find en anden.")
            yield _of_task(task, text % {"task": task.name, "actors": named(reserves)})


def responsible_out_of_use(facts: ProjectFacts) -> Iterator[Hit]:
    """The actor was taken out of use in the helhedsplan; somebody else must take what it was to be responsible for."""
    gone = {actor.id for actor in facts.actors if not actor.is_active}
    for task in facts.living_tasks:
        for each in facts.commitments_of(task, CommitmentRole.RESPONSIBLE):
            if each.project_actor_id in gone:
                names = {"actor": facts.actor_name(each.project_actor_id), "task": task.name}
                text = _("%(actor)s står som ansvarlig for %(task)s. Find en anden.") % names
                yield Hit(f"commitment-{task.id}-{each.project_actor_id}", text, row=task.id)


def child_certificates_forgotten(facts: ProjectFacts) -> Iterator[Hit]:
    """Children under 15 among the target group, and no administrative task that sees to the certificates."""
    if not facts.living_tasks or not _has_children(facts):
        return
    for task in facts.living_tasks:
        if task.task_type == TaskType.ADMINISTRATION and LegalRequirement.CHILD_CERTIFICATE in task.legal_requirements:
            return
    text = _(
        "Nogle i målgruppen er under 15 år. Skriv en opgave om at indhente børneattester "
        "(type: Administration, jura og sikkerhed)."
    )
    yield Hit(PROJECT, text, step="opgaver-ny")


def _has_children(facts: ProjectFacts) -> bool:
    ages = (facts.why_what.target_age_from, facts.why_what.target_age_to)
    return any(age is not None and age < NEEDS_CERTIFICATES_UNDER for age in ages)


def many_responsibilities(facts: ProjectFacts) -> Iterator[Hit]:
    for actor, tasks in anchors(facts):
        if len(tasks) > MOST_RESPONSIBILITIES:
            text = _("%(actor)s er ansvarlig for %(count)s opgaver: %(tasks)s. Fordel nogle af dem.") % {
                "actor": actor.name,
                "count": len(tasks),
                "tasks": get_text_list([f"O{task.number}" for task in tasks], str(_("og"))),
            }
            yield Hit(f"actor-{actor.id}", text)


def all_with_volunteers(facts: ProjectFacts) -> Iterator[Hit]:
    """Everything that lives on has somebody in mind, and all of them are carried by volunteers."""
    if not facts.living_tasks or not all(meant_responsible(facts, task) for task in facts.living_tasks):
        return
    actors = [actor for actor, _tasks in anchors(facts)]
    if all(actor.run_by_volunteers == YesNoUnknown.YES for actor in actors):
        text = _("Alle opgaver ligger hos frivillige: %s. Find en fast part til nogle af dem.")
        yield Hit(PROJECT, text % named([actor.name for actor in actors]))


def one_organisation(facts: ProjectFacts) -> Iterator[Hit]:
    """Two or more who are responsible, all of the same organisation. One actor alone is a model one can choose."""
    organisations = {actor.organisation for actor, _tasks in anchors(facts)}
    if len(anchors(facts)) > 1 and len(organisations) == 1 and "" not in organisations:
        text = _("Alle, der har ansvaret for noget, hører til samme organisation: %s. Find en med et andet bagland.")
        yield Hit(PROJECT, text % named([actor.name for actor, _tasks in anchors(facts)]))


def _is_touched(facts: ProjectFacts, task: TaskFacts) -> bool:
    return any(commitment.task_id == task.id for commitment in facts.commitments)


def _of_task(task: TaskFacts, text: str) -> Hit:
    return Hit(f"task-{task.id}", text, row=task.id)


RULES: Final = (
    Rule(
        "undecided",
        1,
        "beslutning",
        Severity.SERIOUS,
        undecided,
        title=_("Uafklaret beslutning"),
        why=_("Uden en beslutning ved aktørerne ikke, hvad de skal sige ja til."),
        outcomes=Outcome.ANY,
    ),
    Rule(
        "task-untouched",
        2,
        "daekning",
        Severity.SERIOUS,
        task_nobody_touches,
        title=_("Opgave uden aktører"),
        why=_("En opgave, som ingen er tænkt ind i, stopper den dag, projektet slutter."),
        is_answer=True,
    ),
    Rule(
        "no-responsible",
        2,
        "daekning",
        Severity.SERIOUS,
        task_without_responsible,
        title=_("Opgave uden ansvarlig"),
        why=_("Når ingen har ansvaret, er der ingen, der opdager, at opgaven ikke bliver løst."),
    ),
    Rule(
        "several-proposed",
        2,
        "daekning",
        Severity.SERIOUS,
        several_proposed,
        title=_("Flere foreslåede ansvarlige"),
        why=_("Når to tror, at den anden har ansvaret, har ingen det."),
    ),
    Rule(
        "responsible-out-of-use",
        2,
        "daekning",
        Severity.SERIOUS,
        responsible_out_of_use,
        title=_("Ansvarlig, der er taget ud af brug"),
        why=_("Aktøren findes ikke længere for helhedsplanen og kan ikke bære opgaven."),
    ),
    Rule(
        "no-child-certificates",
        1,
        "opgaver",
        Severity.SERIOUS,
        child_certificates_forgotten,
        title=_("Børneattester er glemt"),
        why=_("Den, der arbejder fast med børn under 15 år, skal have en børneattest. Nogen skal hente den."),
    ),
    Rule(
        "no-reserve",
        2,
        "daekning",
        Severity.WEAK,
        critical_without_reserve,
        title=_("Kritisk opgave uden reserve"),
        why=_("Hvis den ansvarlige falder fra, er der ingen til at tage over."),
    ),
    Rule(
        "many-responsibilities",
        2,
        "daekning",
        Severity.WEAK,
        many_responsibilities,
        title=_("Én aktør er ansvarlig for meget"),
        why=_("Falder aktøren fra, falder det hele. Og få kan holde så mange bolde i luften."),
    ),
    Rule(
        "all-volunteers",
        2,
        "daekning",
        Severity.WEAK,
        all_with_volunteers,
        title=_("Alt hos frivillige"),
        why=_("Frivillige kommer og går. Der skal være nogen, som stadig er der, når de holder op."),
    ),
    Rule(
        "one-organisation",
        2,
        "daekning",
        Severity.NOTE,
        one_organisation,
        title=_("Alle ansvarlige i samme organisation"),
        why=_("Skærer den ned eller skifter den ledelse, står alle opgaver uden ansvarlig på én gang."),
    ),
)
