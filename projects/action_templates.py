"""The actions we propose from the start: for a gap in a concept, and for a role that shifts (docs/method.md, Fase 4).

Administrators change them and add their own; a gap or a shift without a template in use gets the one from here.
"""

from typing import Any, Final, NamedTuple

from django.apps import apps as current_apps


class ActionDefault(NamedTuple):
    """The fields of ActionTemplate. Either `concept` or `role_shift` is named."""

    code: str
    concept: str
    role_shift: str
    title: str
    theme: str
    capacity_form: str
    success_criterion: str
    months_before_end: int


# Whoever is to try operation must know the work and see the point of it before the trial begins, a year before the end;
# the trial itself shows whether ability and will hold, so they must be there when it is over, three months before.
# A new role is learned before the trial too, but it takes something to practise on: nine months before.
DEFAULTS: Final = (
    ActionDefault(
        "gab-forstaaelse",
        "understanding",
        "",
        "Vise {aktør}, hvad opgaven går ud på",
        "cooperation",
        "knowledge",
        "Aktøren kan med egne ord fortælle, hvad den skal, og hvad den ikke skal.",
        12,
    ),
    ActionDefault(
        "gab-mening",
        "meaning",
        "",
        "Forme opgaven sammen med {aktør}",
        "cooperation",
        "structure",
        "Aktøren har selv været med til at bestemme, hvordan opgaven løses.",
        12,
    ),
    ActionDefault(
        "gab-evne",
        "ability",
        "",
        "Ruste {aktør} til opgaven",
        "competences",
        "training",
        "Aktøren har løst opgaven uden hjælp fra projektet.",
        3,
    ),
    ActionDefault(
        "gab-vilje",
        "will",
        "",
        "Træffe en aftale med ledelsen hos {aktør}",
        "leadership",
        "agreement",
        "Aftalen er skrevet ned og godkendt af begge parter.",
        3,
    ),
    ActionDefault(
        "skift-tovholder",
        "",
        "enthusiast",
        "Holde tovholderkursus for {aktør}",
        "competences",
        "training",
        "To eller flere kan indkalde, fordele opgaver og holde et årshjul uden hjælp.",
        9,
    ),
    ActionDefault(
        "skift-frivilligleder",
        "",
        "elected",
        "Uddanne frivilligledere hos {aktør}",
        "competences",
        "training",
        "Lederne har selv taget imod nye frivillige og talt med dem om, hvordan det går.",
        9,
    ),
    ActionDefault(
        "skift-facilitator",
        "",
        "project_manager",
        "Øve rollen som facilitator med {aktør}",
        "leadership",
        "buddy",
        "Tre møder er holdt, hvor andre traf beslutningerne.",
        9,
    ),
    ActionDefault(
        "skift-forebygger",
        "",
        "caretaker",
        "Lære {aktør} at forebygge sammen med beboerne",
        "competences",
        "training",
        "Der er en fast runde i området og en aftale om, hvem der kontaktes hvornår.",
        9,
    ),
)


def load_action_templates(apps: Any = current_apps) -> None:
    """Put the templates in the database. What is there already is left as it is."""
    model = apps.get_model("projects", "ActionTemplate")
    rows = [model(position=place, **default._asdict()) for place, default in enumerate(DEFAULTS, start=1)]
    model.objects.bulk_create(rows, ignore_conflicts=True)
