"""What is missing in phase 2 (docs/method.md, Fase 2)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from projects.phases.facts import ProjectFacts
from projects.phases.steps import Missing


def actors_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.hands_over:
        return
    if not facts.actors:
        yield Missing(_("Skriv de aktører op, der måske kan tage over."), "aktoerer")
    for actor in (actor for actor in facts.actors if actor.is_active):
        questions = (
            (actor.actor_type, "actor_type", _("Vælg, hvilken slags aktør %s er.")),
            (actor.sphere, "sphere", _("Vælg, hvor %s hører til: kommune, beboere og foreninger, marked eller stat.")),
            (actor.has_contribution, "contributions", _("Skriv, hvad %s kan bidrage med.")),
            (actor.contact_status, "contact_status", _("Vælg, hvor langt I er med %s.")),
        )
        for answer, field, sentence in questions:
            if not answer:
                yield Missing(sentence % actor.name, "aktoerer", actor.id, field)
