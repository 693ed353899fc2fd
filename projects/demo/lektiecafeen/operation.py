"""Phase 4 of Lektiecaféen: the model, what operation costs and open questions."""

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
        "Tovholdere i foreningen og på skolen kan holde årshjulet og tage imod nye frivillige.\n"
        "Kassereren i foreningen kan føre et foreningsregnskab.\n"
        "Seks fra fædregruppen kan lave mad efter reglerne."
    ),
    "competence_courses": (
        "Tovholderkursus over tre aftener. Den tredje handler om regnskab, og der er kassereren med. "
        "Kommunens frivilligkonsulent følger det første regnskab til dørs. "
        "Kursus i fødevarehygiejne. Tovholdermappen samler det, nye hjælpere skal vide."
    ),
    "competence_deadline": Day(-124),
    "facilities": (
        "Beboerhuset tirsdag og torsdag kl. 15-18 uden leje (værdi ca. 36.000 kr. om året). "
        "Huset bliver måske renoveret fra {month:+93}. Så er biblioteket mødested imens."
    ),
    "facility_keys": "Foreningen har to sæt nøgler fra driftskontoret. Tovholder i foreningen låser op og lukker.",
    "facility_equipment": "Borde, stole og køkken hører til huset. Foreningen ejer otte bærbare computere og spillene.",
    "facility_payer": "Boligforeningen betaler varme, internet og rengøring",
    "facility_agreement": "Lokaleaftalen er underskrevet og gælder, til den siges op med tre måneders varsel",
    "leadership": (
        "Skolen er tovholder til daglig. Foreningens bestyrelse leder de frivillige. "
        "Beboerkonsulenten i boligforeningen følger op, til forankringsmålet er nået {date:+364}."
    ),
    "leadership_forum": "Skole, forening og driftskontor mødes fire gange om året. Skolen indkalder.",
    "leadership_decides": (
        "Foreningen bestemmer hverdagen og vagterne. Åbningstider og antal børn aftales med skolen. "
        "Driftskontoret bestemmer over huset."
    ),
    "leadership_deputies": "Tovholder i foreningen træder til, når skolens tovholder er væk, og omvendt.",
}

MUNICIPAL, SECTION_18 = FundingSource.MUNICIPAL_OPERATION, FundingSource.SECTION_18
GRANTED, APPLIED, EXPECTED = Certainty.GRANTED, Certainty.APPLIED, Certainty.EXPECTED
# What is granted or applied for covers the first year in operation.
YEAR_ON = Day(years=1)

BUDGET: list[Cost] = [
    Cost("Tovholdertimer, 4 t × 40 uger × 325 kr.", 1, 52_000, MUNICIPAL, "Skolen (i timer)", EXPECTED),
    Cost("Forplejning", 6, 18_000, FundingSource.DEPARTMENT_BUDGET, "Afd. 12, vedtages hvert år", GRANTED, YEAR_ON),
    Cost("Forplejning (varer)", 6, 10_000, FundingSource.SPONSOR, "Supermarkedet", GRANTED, YEAR_ON),
    Cost("Materialer (fra biblioteket)", 2, 5_000, MUNICIPAL, "Biblioteket", EXPECTED),
    Cost("Materialer", 2, 7_000, SECTION_18, "Foreningens ansøgning", APPLIED, YEAR_ON),
    Cost("Frivilligkurser og anerkendelse", 3, 14_000, SECTION_18, "Foreningens ansøgning", APPLIED, YEAR_ON),
    Cost("It og licenser", 2, 6_000, SECTION_18, "Foreningens ansøgning", APPLIED, YEAR_ON),
    Cost("Forsikring og administration", 4, 4_000, SECTION_18, "Foreningens ansøgning", APPLIED, YEAR_ON),
    Cost("Kommunikation", 7, 4_000, SECTION_18, "Foreningens ansøgning", APPLIED, YEAR_ON),
]

QUESTIONS: list[dict[str, Any]] = [
    {
        "question": "Hvem har et tilbud til børnene i sommerferien {summer:+0}, når caféen holder lukket?",
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
