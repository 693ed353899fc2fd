"""Phase 4 of Lektiecaféen: what it costs today, what can go wrong, and how the project lets go."""

from projects.demo.calendar import Day
from projects.demo.shape import LettingGo, MonthBack
from projects.models import Consequence, HandoverPoint, HandoverState, Likelihood

BOARD = "Den boligsociale bestyrelse"
WORKER = "Boligsocial medarbejder"

FREE_OF_CHARGE = "Beboerhuset tirsdag og torsdag uden leje. Det er cirka 36.000 kr. værd om året."

LETTING_GO = LettingGo(
    costs=[
        {"title": "Løn", "amount": 330_000},
        {"title": "Studentermedhjælper", "amount": 78_000},
        {"title": "Forplejning", "amount": 34_000},
        {"title": "Materialer og it", "amount": 18_000},
        {"title": "Kurser", "amount": 16_000},
        {"title": "Kommunikation", "amount": 10_000},
    ],
    risks=[
        {
            "title": "Få personer bærer foreningen",
            "likelihood": Likelihood.LIKELY,
            "consequence": Consequence.SERIOUS,
            "countermeasure": "Fem tovholdere bliver uddannet (P7), og der er to i hver rolle.",
            "plan_b": "Landsforeningen (A10) låner en tovholder ud, til der er nye.",
            "owner": "Bestyrelsesformand i foreningen (A6)",
        },
        {
            "title": "Kommunen giver afslag på § 18-midler",
            "likelihood": Likelihood.POSSIBLE,
            "consequence": Consequence.MEDIUM,
            "countermeasure": "Frivilligkonsulenten læser ansøgningen igennem, før den bliver sendt (P5).",
            "plan_b": "Spar 17.000 kr. på kurser, it og kommunikation, og søg 18.000 kr. hos en privat fond.",
            "owner": "Kasserer i foreningen (A6)",
        },
        {
            "title": "Skolen får ny ledelse",
            "likelihood": Likelihood.POSSIBLE,
            "consequence": Consequence.SERIOUS,
            "countermeasure": "Aftalen er på skrift og underskrevet (P9).",
            "plan_b": "Foreningen beder om et møde inden 30 dage og medbringer aftalen.",
            "owner": "Børne- og ungechef",
        },
        {
            "title": "Beboerhuset bliver renoveret fra {month:+93}",
            "likelihood": Likelihood.POSSIBLE,
            "consequence": Consequence.MEDIUM,
            "countermeasure": "Driftskontoret siger til tre måneder før.",
            "plan_b": "Biblioteket er reserve som mødested.",
            "owner": "Driftschef",
        },
        {
            "title": "Der er for få voksne i eksamensperioden",
            "likelihood": Likelihood.LIKELY,
            "consequence": Consequence.MEDIUM,
            "countermeasure": "Makkere, der dækker for hinanden (P10).",
            "plan_b": "Skolens SFO (A1) sender en pædagog i maj og juni.",
            "owner": "Tovholder i foreningen (A6)",
        },
    ],
    hours=[
        {
            "month": MonthBack(7),
            "hours": 60,
            "hands_over": "Tovholderne bliver uddannet færdig (P7), og mappen bliver skrevet (P8).",
        },
        {
            "month": MonthBack(6),
            "hours": 60,
            "hands_over": "Foreningen fører regnskabet (O8) og tager imod unge hjælpere (P10).",
        },
        {
            "month": MonthBack(5),
            "hours": 48,
            "hands_over": "Foreningen indhenter attester (O4) og finder selv nye hjælpere (O3).",
        },
        {
            "month": MonthBack(4),
            "hours": 32,
            "hands_over": "Prøvedrift hver anden gang (P13). Foreningen sørger for maden (O6).",
        },
        {
            "month": MonthBack(3),
            "hours": 32,
            "hands_over": "Prøvedriften slutter, og aktørerne bliver vurderet igen (P14).",
        },
        {
            "month": MonthBack(2),
            "hours": 24,
            "hands_over": "Skolen er tovholder (O1) og taler med lærere og forældre (O7).",
        },
        {"month": MonthBack(1), "hours": 8, "hands_over": "Fuld drift. Projektet er kun en telefonisk hotline (P15)."},
        {"month": MonthBack(0), "hours": 0, "hands_over": "Det kører uden projektet."},
    ],
    role=WORKER,
    handover={
        "handed_over_on": Day(-21),
        "signatures": [
            "Forvaltningschef i boligforeningen",
            "Skoleleder",
            "Driftschef",
            "Bestyrelsesformand i foreningen",
        ],
    },
    ticks=[
        {
            "point": HandoverPoint.PREMISES,
            "state": HandoverState.DONE,
            "ticked_on": Day(-240),
            "said_by": "Driftschef",
            "note": "Lokaleaftalen er underskrevet. Foreningen har to sæt nøgler.",
        },
        {
            "point": HandoverPoint.LEGAL,
            "state": HandoverState.NOT_YET,
            "ticked_on": Day(-230),
            "said_by": "Sekretariatsleder",
            "note": "Attester og samtykker kommer med P11.",
        },
    ],
    follow_ups=[
        {"due_on": Day(90), "responsible": "Beboerkonsulent"},
        {"due_on": Day(364), "responsible": "Beboerkonsulent"},
    ],
    decisions=[
        {
            "decided_on": Day(-384),
            "text": "Modellen er et partnerskab med en ny forening. Landsforeningen (A10) er reserve.",
            "body": BOARD,
        },
        {"decided_on": Day(-279), "text": "Budgettet for driften er taget til efterretning.", "body": BOARD},
    ],
)
