"""What is missing in phase 3, and what its answers say (docs/method.md, Fase 3)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from actors.concepts import is_assessed
from projects.models import Choice, CommitmentRole
from projects.phases.facts import CandidacyFacts, ProjectFacts
from projects.phases.steps import Missing


def assessment_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.hands_over:
        return
    if not facts.actors:
        yield Missing(_("Skriv først aktørerne op. Så kan I vurdere dem."), "aktoerer")
    elif not facts.candidacies:
        yield Missing(_("Skriv, hvem I vil vurdere, og i hvilken rolle."), "vurdering")
    yield from _responsible_without_candidacy(facts)
    for candidacy in _in_use(facts):
        if not is_assessed(candidacy.answers):
            yield Missing(_("Vurdér %s.") % _name(facts, candidacy), "vurder", candidacy.id)


def _responsible_without_candidacy(facts: ProjectFacts) -> Iterator[Missing]:
    """Somebody who may become responsible is not assessed in any role."""
    living = {task.id for task in facts.living_tasks}
    responsible = {
        commitment.project_actor_id
        for commitment in facts.commitments
        if commitment.role == CommitmentRole.RESPONSIBLE and commitment.task_id in living
    }
    assessed = {candidacy.project_actor_id for candidacy in facts.candidacies}
    if not facts.candidacies:
        return
    for actor in facts.actors:
        if actor.is_active and actor.id in responsible - assessed:
            text = _("%s står som ansvarlig. Skriv, i hvilken rolle I vil vurdere aktøren.") % actor.name
            yield Missing(text, "vurdering")


def choice_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.hands_over:
        return
    for candidacy in _in_use(facts):
        name = _name(facts, candidacy)
        if not candidacy.choice:
            yield Missing(_("Vælg, om det skal være %s.") % name, "valg", field=f"k{candidacy.id}-choice")
        elif candidacy.choice == Choice.CHOSEN and not candidacy.choice_reason:
            text = _("Skriv, hvorfor I har valgt %s.") % name
            yield Missing(text, "valg", field=f"k{candidacy.id}-choice_reason")


def _in_use(facts: ProjectFacts) -> list[CandidacyFacts]:
    """Nothing more is asked about an actor that is taken out of use."""
    gone = {actor.id for actor in facts.actors if not actor.is_active}
    return [candidacy for candidacy in facts.candidacies if candidacy.project_actor_id not in gone]


def _name(facts: ProjectFacts, candidacy: CandidacyFacts) -> str:
    return _("%(actor)s som %(role)s") % {
        "actor": facts.actor_name(candidacy.project_actor_id),
        "role": candidacy.title,
    }
