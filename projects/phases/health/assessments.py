"""Phase 3: what each rule looks for in the assessments. All of it is internal.

An actor out of use is not assessed again: phase 2 tells where it still stands.
"""

from collections.abc import Iterator
from typing import Final

from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept
from projects.models import Choice, Evidence
from projects.phases.facts import CandidacyFacts, ProjectFacts
from projects.phases.health.finding import Hit, Rule, Severity


def outdated_assessment(facts: ProjectFacts) -> Iterator[Hit]:
    """Candidacies still in play with an answer more than six months old."""
    for candidacy in facts.candidacies_in_use:
        if candidacy.choice != Choice.NOT_NOW and candidacy.outdated(facts.today):
            text = _("Vurderingen af %s er over seks måneder gammel. Se, om den stadig passer.")
            yield _of(candidacy, text % _name(facts, candidacy))


def chosen_on_assumption(facts: ProjectFacts) -> Iterator[Hit]:
    for candidacy in facts.candidacies_in_use:
        evidence = set(candidacy.evidence.values())
        if candidacy.choice == Choice.CHOSEN and evidence == {Evidence.ASSUMPTION}:
            text = _("%s er valgt alene på en antagelse. Tal med dem, og vurdér igen.") % _name(facts, candidacy)
            yield _of(candidacy, text)


def weak_without_action(facts: ProjectFacts) -> Iterator[Hit]:
    for candidacy in facts.candidacies_in_use:
        if candidacy.choice == Choice.CHOSEN and candidacy.open_gaps:
            concepts = [str(concept.label).lower() for concept in candidacy.open_gaps]
            text = _("%(actor)s er valgt som %(role)s, men mangler %(concepts)s. Lav et tiltag.") % {
                "actor": facts.actor_name(candidacy.project_actor_id),
                "role": candidacy.title,
                "concepts": get_text_list(concepts, str(_("og"))),
            }
            # The page that proposes what could be done about each of them.
            yield Hit(f"candidacy-{candidacy.id}", text, candidacy.id, step="gab")


def not_assessed_since_done(facts: ProjectFacts) -> Iterator[Hit]:
    """A done action that closes a gap, and nobody has looked whether it did."""
    actions = {action.id: action for action in facts.actions}
    for candidacy in facts.candidacies_in_use:
        for action_id in dict.fromkeys(candidacy.to_reassess.values()):
            concepts = [str(c.label).lower() for c in Concept if candidacy.to_reassess.get(c) == action_id]
            text = _("%(action)s er gennemført. Vurdér igen, om det har hjulpet på %(concepts)s hos %(who)s.") % {
                "action": actions[action_id].name,
                "who": _name(facts, candidacy),
                "concepts": get_text_list(concepts, str(_("og"))),
            }
            yield Hit(f"done-{action_id}-{candidacy.id}", text, candidacy.id, step="vurder")


def _name(facts: ProjectFacts, candidacy: CandidacyFacts) -> str:
    actor = facts.actor_name(candidacy.project_actor_id)
    return _("%(actor)s som %(role)s") % {"actor": actor, "role": candidacy.title}


def _of(candidacy: CandidacyFacts, text: str) -> Hit:
    return Hit(f"candidacy-{candidacy.id}", text, candidacy.id, step="vurder")


# The one that the project's page asks for by name.
REASSESS: Final = "not-assessed-since-done"
RULES: Final = (
    Rule(
        "weak-without-action",
        4,
        "tiltag",
        Severity.SERIOUS,
        weak_without_action,
        title=_("Svagt punkt uden tiltag"),
        why=_("Det svageste led afgør, om aktøren kan bære opgaven."),
        internal=True,
    ),
    Rule(
        REASSESS,
        3,
        "vurdering",
        Severity.WEAK,
        not_assessed_since_done,
        title=_("Tiltag gjort, men ikke vurderet igen"),
        why=_("Et gennemført tiltag har ikke nødvendigvis hjulpet. Det viser en ny vurdering."),
        internal=True,
    ),
    Rule(
        "chosen-on-assumption",
        3,
        "vurdering",
        Severity.WEAK,
        chosen_on_assumption,
        title=_("Valgt på en antagelse"),
        why=_("Ingen har spurgt aktøren eller set den gøre det. I kan tage fejl."),
        internal=True,
    ),
    Rule(
        "assessment-outdated",
        3,
        "vurdering",
        Severity.NOTE,
        outdated_assessment,
        title=_("Gammel vurdering"),
        why=_("Meget kan ske på et halvt år: nye ledere, nye regler, nye penge."),
        internal=True,
    ),
)
