"""Phase 3 in its order."""

from collections.abc import Iterable

from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from actors.concepts import is_assessed
from projects.models import Candidacy, Outcome, Project
from projects.phases.analysis import checks, forms
from projects.phases.analysis.assessments import cards_of
from projects.phases.columns import Columns
from projects.phases.facts import ProjectFacts
from projects.phases.rows import Rows
from projects.phases.steps import Line, Phase, Step, Text


def _count_assessed(facts: ProjectFacts) -> Text:
    done = sum(1 for candidacy in facts.candidacies if is_assessed(candidacy.answers))
    return _of(done, len(facts.candidacies), now("%(done)d af %(all)d vurderet"))


def _count_chosen(facts: ProjectFacts) -> Text:
    done = sum(1 for candidacy in facts.candidacies if candidacy.choice)
    return _of(done, len(facts.candidacies), now("%(done)d af %(all)d afgjort"))


def _of(done: int, everything: int, words: str) -> str:
    return words % {"done": done, "all": everything} if everything else ""


def _assessment_lines(project: Project) -> Iterable[Line]:
    for card in cards_of(project):
        bars = [f"{bar.concept.label}: {bar.words}" for bar in card.bars]
        answer = "\n".join([str(card.label.label), *bars]) if card.is_begun else ""
        yield Line(str(card.candidacy), answer, card.candidacy.pk, step="vurder")


def _choice_lines(project: Project) -> Iterable[Line]:
    for candidacy in Candidacy.objects.of_project(project.pk).named().in_order():
        parts = [candidacy.get_choice_display(), candidacy.choice_reason]
        yield Line(str(candidacy), "\n".join(part for part in parts if part), field=f"k{candidacy.pk}-choice")


def _kept_by_scores(candidacy: Candidacy) -> Text:
    if candidacy.is_in_running_round:
        return _("Rollen er med i en vurderingsrunde, der er i gang. Luk eller afbryd runden først.")
    if candidacy.scores.exists() or candidacy.rounds.exists():
        return _("Rollen er vurderet, og vurderinger bliver stående. Vælg i stedet ”Ikke nu” i næste trin.")
    return ""


ASSESSMENT = Step(
    slug="vurdering",
    link_text=_("Vurdér aktørerne"),
    title=_("Er aktørerne klar?"),
    lead=_("Det svageste af de fire begreber afgør, om en aktør kan bære opgaven. Et lavt tal er et sted at hjælpe."),
    begun=lambda facts: bool(facts.candidacies),
    missing=checks.assessment_missing,
    summary=_count_assessed,
    outcomes=Outcome.LIVES_ON,
    optional=Outcome.NEW_FUNDING,
    lines=_assessment_lines,
)
CANDIDACY_ROWS = Rows(
    step=ASSESSMENT,
    form=forms.CandidacyForm,
    noun=_("rolle"),
    the=_("rollen"),
    add=_("Tilføj en aktør og en rolle"),
    template="analysis/assessments.html",
    rows=cards_of,
    refusal=_kept_by_scores,
    within="project_actor__project",
    not_copied=frozenset({"choice", "choice_reason"}),
    columns=Columns(
        places=("project_actor", "title"),
        words={"project_actor": ("hvem", "navn"), "title": ("som",), "tasks": ("opgave",)},
        example=_("Aktør, Rolle, Opgaver"),
    ),
)
CHOICE = Step(
    slug="valg",
    link_text=_("Vælg aktører"),
    title=_("Hvem går I videre med?"),
    lead=_("Etiketten er et råd. Det er jer, der vælger."),
    begun=lambda facts: any(candidacy.choice for candidacy in facts.candidacies),
    missing=checks.choice_missing,
    summary=_count_chosen,
    outcomes=Outcome.LIVES_ON,
    optional=Outcome.NEW_FUNDING,
    lines=_choice_lines,
)

PHASE = Phase(3, _("Analyse: Er aktørerne klar?"), (ASSESSMENT, CHOICE), then=(4, "metode"))
