"""Why we ask, with a good and a poor example: the text beside each step of the four phases (docs/method.md)."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Guidance:
    """The text beside a step. `good` and `poor` are answers somebody might write."""

    why: str | Promise
    good: str | Promise
    poor: str | Promise


# By the step's slug, in the order of the phases.
GUIDANCE: Final[dict[str, Guidance]] = {
    # Phase 1
    "hvorfor": Guidance(
        _(
            "Den, der skal tage over, vil vide, hvorfor det er værd at gøre. "
            "Skriv, hvad I ved, og hvor I ved det fra. Kan I ikke svare, er det også godt at vide nu."
        ),
        _("46 børn kommer fast. 7 af 10 forældre har færre skænderier om lektier. Det ved vi fra et skema i juni."),
        _("Det er et rigtig godt tilbud, som alle er glade for."),
    ),
    "maal": Guidance(
        _(
            "Uden et mål kan ingen se, om det lykkes. Et godt mål kan tælles og har en dato. "
            "Det siger, hvad der sker, når projektets folk er væk."
        ),
        _("Fra august er der åbent to gange om ugen med mindst 20 børn. Ingen er ansat i projektet."),
        _("Tilbuddet skal leve godt videre."),
    ),
    "hvad": Guidance(
        _(
            "Sjældent kan alt bevares. Del det op: Hvad må ikke forsvinde? Hvad kan gøres nemmere? Hvad stopper I? "
            "Så ved den næste, hvad der er til at ændre."
        ),
        _("Må ikke forsvinde: faste dage, samme voksne, mad på bordet. Stopper: åbent i ferien."),
        _("Det hele skal køre videre, som det gør i dag."),
    ),
    "beslutning": Guidance(
        _(
            "Nogen skal sige højt, hvad I vil. Så kan andre regne med det. "
            "At slutte er også et valg, og det kan være det rigtige. Mangler I viden, så vælg ”Uafklaret”."
        ),
        _("Forankres. Behovet er der stadig, og tre parter vil være med. Drift koster en fjerdedel af i dag."),
        _("Vi håber, at nogen tager det."),
    ),
    "opgaver": Guidance(
        _(
            "Ingen kan overtage ”et projekt”. Men man kan overtage en opgave. "
            "Begynd med et udsagnsord, og husk det, der sker bag ved: nøgler, penge, aftaler og frivillige."
        ),
        _("Indhente børneattester på nye hjælpere. Løses i dag af sekretariatet. 10 timer om året."),
        _("Det praktiske."),
    ),
    # Phase 2
    "aktoerer": Guidance(
        _(
            "Jo flere I kender, jo friere kan I vælge. Tænk på kommune, foreninger, beboere og butikker. "
            "Skriv en gruppe eller et sted, aldrig en person. Spørg også: Er de her om tre år?"
        ),
        _("Pilebro Bibliotek. Kan give bøger og en voksen hver anden uge. Har åbent til kl. 17."),
        _("Hende fra biblioteket. Hun er altid flink."),
    ),
    "daekning": Guidance(
        _(
            "Her ser I, om hver opgave har et hjem. En tom række er et hul. "
            "En spalte med mange A'er er en risiko: Hvad nu, hvis den aktør falder fra? "
            "I en kortlægning må flere være mulige. Kun én kan have en aftale om at være ansvarlig."
        ),
        _("Lektiehjælp: Foreningen er ansvarlig, skolen og biblioteket bidrager, en anden er reserve."),
        _("Alle er lidt ansvarlige for lidt af hvert."),
    ),
    # Phase 3
    "vurdering": Guidance(
        _(
            "En aktør kan være klar til én opgave og ikke til en anden. Derfor vurderer I aktøren i en rolle. "
            "Den svageste af de fire ting viser, hvor I skal sætte ind. ”Ved ikke” er et fint svar. "
            "Ville du være tryg ved, at aktøren læste det, du skriver?"
        ),
        _("Evne 2: Ingen har ført et regnskab, og to bærer det meste. Der skal et kursus til."),
        _("Lederen er ligeglad."),
    ),
    "valg": Guidance(
        _(
            "Nu vælger I, hvem I går videre med. Et lavt tal er ikke et nej. Det er et sted at hjælpe. "
            "Skriv jeres grund, så den, der kommer til senere, kan følge jer."
        ),
        _("Valgt: Foreningen vil det mest, og det, den mangler, kan læres."),
        _("Valgt, fordi der ikke var andre."),
    ),
    # Phase 4
    "metode": Guidance(
        _(
            "Måske går det for stærkt for dem, der skal tage over. Måske er det nok, at det bliver lidt enklere. "
            "Sig det højt nu, så planen passer til de folk, der er."
        ),
        _("Tempoet sættes ned: To aftener om måneden som føl hele foråret. Maden bliver brød og frugt."),
        _("De lærer det hen ad vejen, og alt fortsætter som før."),
    ),
    "model": Guidance(
        _(
            "Der er flere veje fra projekt til drift. Én kan tage det hele, eller flere kan dele. "
            "Modellen siger, hvem der ejer det, og hvem der skal tale sammen bagefter."
        ),
        _("Partnerskab med en ny forening: Skolen har børnene, huset er vores, og de frivillige har lysten."),
        _("Vi finder ud af det hen ad vejen."),
    ),
    "ansvar": Guidance(
        _(
            "En opgave uden en dato bliver let hængende. Skriv, hvem der overtager, og fra hvilken dag. "
            "Opgaver, som alt andet hviler på, skal også have en reserve."
        ),
        _("Skolen er tovholder fra 4. maj. Foreningen er reserve."),
        _("Skolen tager nok over på et tidspunkt."),
    ),
    "tiltag": Guidance(
        _(
            "Et tiltag lukker et gab. Det gør en aktør klar til sin opgave. "
            "Én har ansvaret, der er en frist, og I ved, hvordan I ser, at det er gjort."
        ),
        _("Holde kursus i regnskab. Kasserer i foreningen. 1. marts. To kan lave et årsregnskab."),
        _("Styrke foreningen løbende."),
    ),
    "oekonomi": Guidance(
        _(
            "Drift koster også, når folk er frivillige. Skriv hver udgift, og hvor pengene kommer fra. "
            "Vær ærlige om, hvor sikre de er. Håb er ikke det samme som et ja."
        ),
        _("Forplejning 18.000 kr. fra afd. 12. Bevilget på mødet i september."),
        _("Mad: Vi søger nok nogle fonde."),
    ),
    "snitflader": Guidance(
        _(
            "Meget går galt i mellemrum mellem to, der hver tror, at den anden gør det. "
            "Tænk på det, der sker en tirsdag, hvor alt driller. Hvem gør hvad, og hvem skal vide det?"
        ),
        _("Når en hjælper melder sig syg samme dag, finder foreningen en afløser. SFO'en får besked."),
        _("Vi taler sammen, hvis der er noget."),
    ),
    "spoergsmaal": Guidance(
        _(
            "En plan må gerne have huller, når de står der. "
            "Skriv, hvad I mangler svar på, hvem der finder det, og hvornår. "
            "Sæt kryds, hvis det er noget, der skal besluttes på et møde."
        ),
        _("Hvem dækker sommerferien? Det afgør bestyrelsen senest 15. april."),
        _("Der er stadig en del, der ikke er på plads."),
    ),
}
