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
# A new role is learned before the trial too, but it takes something to practise on: nine months before. So does what
# others have to decide or grant before it can be used. The first of a concept is what one press adds.
DEFAULTS: Final = (
    ActionDefault("gab-forstaaelse", "understanding", "", "Vise {aktør}, hvad opgaven går ud på",
                  "cooperation", "knowledge",
                  "Aktøren kan med egne ord fortælle, hvad den skal, og hvad den ikke skal.", 12),
    ActionDefault("gab-forstaaelse-samtale", "understanding", "", "Holde en aktørsamtale med {aktør}",
                  "cooperation", "knowledge", "Samtalen er holdt, og svarene er skrevet ned.", 12),
    ActionDefault("gab-forstaaelse-side", "understanding", "", "Skrive én side om opgaven til {aktør}",
                  "cooperation", "knowledge", "Aktøren har læst siden og sagt, hvad der mangler i den.", 12),
    ActionDefault("gab-forstaaelse-foel", "understanding", "", "Lade {aktør} gå med i opgaven i en uge",
                  "competences", "buddy", "Nogen fra aktøren har været med i en hel uge og sagt, hvad de så.", 12),
    ActionDefault("gab-mening", "meaning", "", "Forme opgaven sammen med {aktør}",
                  "cooperation", "structure", "Aktøren har selv været med til at bestemme, hvordan opgaven løses.", 12),
    ActionDefault("gab-mening-maal", "meaning", "", "Holde et møde om målet med {aktør}",
                  "cooperation", "structure", "Der er ét mål, som begge kan se sig selv i, og det er skrevet ned.", 12),
    ActionDefault("gab-mening-strategi", "meaning", "", "Koble opgaven til det, {aktør} selv vil nå",
                  "leadership", "structure", "Opgaven er nævnt i aktørens egen plan eller strategi.", 12),
    ActionDefault("gab-mening-fortaellinger", "meaning", "", "Lade beboere fortælle {aktør}, hvad det betyder for dem",
                  "cooperation", "knowledge",
                  "Aktøren har hørt mindst tre beboere og kan selv fortælle om en af dem.", 12),
    ActionDefault("gab-evne", "ability", "", "Ruste {aktør} til opgaven",
                  "competences", "training", "Aktøren har løst opgaven uden hjælp fra projektet.", 3),
    ActionDefault("gab-evne-tovholdere", "ability", "", "Uddanne tovholdere hos {aktør}",
                  "competences", "training", "Mindst to kan føre opgaven, når den ene er væk.", 6),
    ActionDefault("gab-evne-makker", "ability", "", "Give {aktør} en makker i opgaven",
                  "competences", "buddy", "Opgaven er løst side om side tre gange og derefter af aktøren alene.", 6),
    ActionDefault("gab-evne-drejebog", "ability", "", "Skrive en drejebog og et årshjul med {aktør}",
                  "competences", "structure", "En, der er ny i opgaven, har klaret den med drejebogen i hånden.", 6),
    ActionDefault("gab-evne-paragraf-18", "ability", "", "Søge § 18-midler sammen med {aktør}",
                  "finance", "resource", "Ansøgningen er sendt før fristen, og der er svar på den.", 9),
    ActionDefault("gab-evne-lokale", "ability", "", "Lave en aftale om lokale med {aktør}",
                  "facilities", "agreement", "Lokale, nøgler, rengøring og udstyr står i en aftale på skrift.", 6),
    ActionDefault("gab-evne-forening", "ability", "", "Hjælpe {aktør} med at blive en forening",
                  "legal", "structure", "Der er vedtægter, CVR-nummer, konto og en valgt bestyrelse.", 12),
    ActionDefault("gab-evne-boerneattester", "ability", "", "Få børneattester på plads hos {aktør}",
                  "legal", "structure", "Alle, der er sammen med børn, har en attest, og én rolle holder øje.", 6),
    ActionDefault("gab-vilje", "will", "", "Træffe en aftale med ledelsen hos {aktør}",
                  "leadership", "agreement", "Aftalen er skrevet ned og godkendt af begge parter.", 3),
    ActionDefault("gab-vilje-moede", "will", "", "Holde et møde mellem vores ledelse og {aktør}",
                  "leadership", "knowledge", "Ledelsen har sagt, hvad der skal til, før den siger ja.", 6),
    ActionDefault("gab-vilje-beslutning", "will", "", "Få opgaven besluttet i bestyrelse eller udvalg hos {aktør}",
                  "leadership", "agreement", "Beslutningen står i et referat.", 3),
    ActionDefault("gab-vilje-partnerskab", "will", "", "Skrive en partnerskabsaftale med {aktør}",
                  "legal", "agreement", "Aftalen siger, hvem der gør hvad, og hvordan den kan siges op.", 3),
    ActionDefault("gab-vilje-anerkendelse", "will", "", "Vise andre, hvad {aktør} allerede gør",
                  "cooperation", "structure", "Det er fortalt et sted, hvor aktørens egen ledelse har set det.", 6),
    ActionDefault("gab-vilje-proeve", "will", "", "Aftale en prøvetid med {aktør}, som må sige fra",
                  "cooperation", "agreement", "Prøvetiden er slut, og aktøren har sagt ja eller nej.", 3),
    ActionDefault("skift-tovholder", "", "enthusiast", "Holde tovholderkursus for {aktør}",
                  "competences", "training",
                  "To eller flere kan indkalde, fordele opgaver og holde et årshjul uden hjælp.", 9),
    ActionDefault("skift-frivilligleder", "", "elected", "Uddanne frivilligledere hos {aktør}",
                  "competences", "training",
                  "Lederne har selv taget imod nye frivillige og talt med dem om, hvordan det går.", 9),
    ActionDefault("skift-facilitator", "", "project_manager", "Øve rollen som facilitator med {aktør}",
                  "leadership", "buddy", "Tre møder er holdt, hvor andre traf beslutningerne.", 9),
    ActionDefault("skift-forebygger", "", "caretaker", "Lære {aktør} at forebygge sammen med beboerne",
                  "competences", "training",
                  "Der er en fast runde i området og en aftale om, hvem der kontaktes hvornår.", 9),
)  # fmt: skip


def load_action_templates(apps: Any = current_apps) -> None:
    """Put the templates in the database. What is there already is left as it is."""
    model = apps.get_model("projects", "ActionTemplate")
    rows = [model(position=place, **default._asdict()) for place, default in enumerate(DEFAULTS, start=1)]
    model.objects.bulk_create(rows, ignore_conflicts=True)
