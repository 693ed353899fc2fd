"""Phase 4 of Lektiecaféen: the model, what operation costs, interfaces and open questions."""

from typing import Any

from projects.demo.calendar import Day
from projects.demo.shape import Cost
from projects.models import AnchoringModel, Certainty, FundingSource

OUTLINE: dict[str, Any] = {
    "anchoring_model": AnchoringModel.PARTNERSHIP_ASSOCIATION,
    "model_reason": (
        "Ingen af aktørerne kan bære caféen alene. Skolen har børnene, boligforeningen har lokalet, "
        "og de frivillige har lysten. Derfor stiftes en forening, som driver caféen i et partnerskab. "
        "Den boligsociale bestyrelse valgte modellen {date:-384} og tog budgettet til efterretning {date:-279}."
    ),
    "competences": (
        "Fem tovholdere er uddannet over tre aftener. Foreningen får støtte til regnskab fra kommunens "
        "frivilligkonsulent. Seks fra fædregruppen tager kursus i fødevarehygiejne. "
        "Tovholdermappen samler det, nye hjælpere skal vide."
    ),
    "facilities": (
        "Beboerhuset er til rådighed tirsdag og torsdag uden leje (værdi ca. 36.000 kr. om året). "
        "Driftskontoret sørger for nøgler, rengøring og internet. "
        "Huset skal renoveres fra {month:+93}. Biblioteket er reserve imens."
    ),
    "leadership": (
        "Skolen er tovholder og samler skole, forening og driftskontor fire gange om året. "
        "Foreningens bestyrelse leder de frivillige. "
        "Forvaltningschefen i boligforeningen følger op, til forankringsmålet er nået {date:+62}."
    ),
}

MUNICIPAL, SECTION_18 = FundingSource.MUNICIPAL_OPERATION, FundingSource.SECTION_18
GRANTED, APPLIED, EXPECTED = Certainty.GRANTED, Certainty.APPLIED, Certainty.EXPECTED

BUDGET: list[Cost] = [
    Cost("Tovholdertimer, 4 t × 40 uger × 325 kr.", 1, 52_000, MUNICIPAL, "Skolen (i timer)", EXPECTED),
    Cost("Forplejning", 6, 18_000, FundingSource.DEPARTMENT_BUDGET, "Afd. 12", GRANTED),
    Cost("Forplejning (varer)", 6, 10_000, FundingSource.SPONSOR, "Supermarkedet", GRANTED, Day(years=1)),
    Cost("Materialer (fra biblioteket)", 2, 5_000, MUNICIPAL, "Biblioteket", EXPECTED),
    Cost("Materialer", 2, 7_000, SECTION_18, "Foreningens ansøgning", APPLIED),
    Cost("Frivilligkurser og anerkendelse", 3, 14_000, SECTION_18, "Foreningens ansøgning", APPLIED),
    Cost("It og licenser", 5, 6_000, SECTION_18, "Foreningens ansøgning", APPLIED),
    Cost("Forsikring og administration", 4, 4_000, SECTION_18, "Foreningens ansøgning", APPLIED),
    Cost("Kommunikation", 7, 4_000, SECTION_18, "Foreningens ansøgning", APPLIED),
]

INTERFACES: list[dict[str, Any]] = [
    {
        "trigger": "Når en frivillig melder fra samme dag",
        "response": ("Tovholder i foreningen (A6) finder en afløser. Er der under tre voksne, aflyses der den dag."),
        "informed": "Skolens SFO (A1)",
        "actors": [6, 1],
    },
    {
        "trigger": "Når et barn virker i mistrivsel",
        "response": (
            "Hjælperen taler med tovholderen. Skolen (A1) vurderer, om der skal sendes en underretning. "
            "Intet skrives ned her."
        ),
        "informed": "Skolens ledelse (A1)",
        "actors": [6, 1],
    },
    {
        "trigger": "Når noget går i stykker i lokalet",
        "response": "Foreningen (A6) ringer til driftskontoret (A4), som reparerer eller finder et andet lokale.",
        "informed": "Tovholder på skolen (A1)",
        "actors": [4, 6],
    },
    {
        "trigger": "Når regnskabet skal afleveres (15. marts)",
        "response": "Kassereren i foreningen (A6) laver regnskabet. Forvaltningen (A2) vejleder.",
        "informed": "Afdelingsbestyrelsen, afd. 12 (A5)",
        "actors": [6, 2],
    },
    {
        "trigger": "Når skolen skifter leder",
        "response": "Foreningen (A6) beder om et opfølgningsmøde inden 30 dage og medbringer aftalen.",
        "informed": "Driftskontoret (A4)",
        "actors": [6, 1],
    },
]

QUESTIONS: list[dict[str, Any]] = [
    {
        "question": "Hvem dækker sommerferien {summer:+0}?",
        "settled_by": "Den boligsociale bestyrelse",
        "for_deciding_body": True,
        "deadline": Day(-76),
    },
    {
        "question": "Må foreningen bruge skolens intranet til beskeder til forældre?",
        "settled_by": "Skoleleder",
        "for_deciding_body": False,
        "deadline": Day(-152),
    },
]
