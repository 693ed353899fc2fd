"""Phase 3 of Lektiecaféen: ten candidacies, what the group holds about each, and the choices."""

from projects.demo.calendar import Day
from projects.demo.shape import Candidate, Score
from projects.models import Choice, Evidence

# The day the shared assessments were written down. Late enough not to be out of date the week after loading.
HELD_ON = Day(-340)


TALK, SEEN, PAPER, GUESS = Evidence.CONVERSATION, Evidence.OBSERVED, Evidence.DOCUMENT, Evidence.ASSUMPTION

CANDIDATES: list[Candidate] = [
    Candidate(
        1,
        "tovholder",
        [1, 7],
        TALK,
        (
            Score(4, "Skolen kan forklare caféen og ved, hvad en tovholder skal.", "En kort beskrivelse af opgaven."),
            Score(4, "Skolen ser en klar sammenhæng til sine mål for trivsel.", "Skriv caféen ind i skolens mål."),
            Score(
                3,
                "Fire ugentlige timer er drøftet, men ikke lagt i næste års planlægning.",
                "Fire timer om ugen i skolens plan.",
            ),
            Score(
                3,
                "Vi så forskelligt på det. De lave svar byggede på to aflyste møder, "
                "de høje på skolens tilsagn i bestyrelsen.",
                "En underskrevet partnerskabsaftale (P9).",
            ),
        ),
        Choice.CHOSEN,
        "Skolen er her også om tre år og har den daglige kontakt til børnene. "
        "Foreningen er reserve, til aftalen er underskrevet.",
    ),
    Candidate(
        2,
        "støtte for foreningen",
        [3, 4, 8],
        TALK,
        (
            Score(3, "Forvaltningen kender ikke caféens omfang i detaljer.", "Et besøg i caféen og en side om tal."),
            Score(4, "Støtte til frivillige er en kerneopgave for forvaltningen."),
            Score(4, "Der er en frivilligkonsulent og en fast rutine for attester.", "Aftal faste tider for hjælp."),
            Score(4, "Forvaltningen har tilbudt hjælp til ansøgningen.", "Skriv støtten ind i aftalen."),
        ),
        Choice.CHOSEN,
        "Foreningen er ny og har brug for støtte til attester og økonomi de første to år.",
    ),
    Candidate(
        3,
        "bidragyder med læsemakkere",
        [2],
        SEEN,
        (
            Score(3, "Biblioteket kender bogkasserne, men ikke hverdagen i caféen.", "To besøg i åbningstiden."),
            Score(5, "Biblioteket har selv foreslået læsemakkere og prøvet det af."),
            Score(3, "Bemanding efter kl. 17 er uafklaret.", "En vagtplan, der passer til caféens åbningstid."),
            Score(4, "Biblioteket har stillet med en bibliotekar tre gange.", "En fast aftale for et år."),
        ),
        Choice.CHOSEN,
        "Læsemakkerne styrker kernen. Biblioteket er også mødested, hvis beboerhuset er lukket.",
    ),
    Candidate(
        4,
        "vært for lokalet",
        [5],
        PAPER,
        (
            Score(5, "Opgaven er beskrevet i en underskrevet aftale om lokalet."),
            Score(4, "Liv i beboerhuset er en del af driftens mål."),
            Score(5, "Lokale, nøgler, rengøring og internet er på plads."),
            Score(4, "Aftalen er underskrevet og gælder, til den bliver sagt op.", "Skriv renoveringen ind i den."),
        ),
        Choice.CHOSEN,
        "Lokaleaftalen er underskrevet, og opgaven ligger tæt på den daglige drift.",
    ),
    Candidate(
        5,
        "tilskudsgiver",
        [5, 6],
        PAPER,
        (
            Score(3, "Nye medlemmer af bestyrelsen kender ikke aftalen.", "En side, der følger med ved hvert valg."),
            Score(3, "Flere beboere uden børn spørger, hvad de får ud af det.", "Fortæl om virkningen på mødet."),
            Score(3, "Tilskuddet skal vedtages på afdelingsmødet hvert år.", "Sæt punktet fast på dagsordenen."),
            Score(4, "Afdelingsbestyrelsen har anbefalet tilskuddet."),
        ),
        Choice.CHOSEN,
        "Tilskuddet gør maden mulig og viser, at beboerne bakker op.",
    ),
    Candidate(
        6,
        "driftsansvarlig",
        [2, 3, 4, 6, 8],
        SEEN,
        (
            Score(5, "Hjælperne har stået i caféen i to år og kender hver del af den."),
            Score(5, "Foreningen stiftes for at holde caféen i gang. Det er hele dens formål."),
            Score(
                2,
                "Ingen har ført foreningsregnskab, og to frivillige bærer det meste.",
                "To i hver rolle, et kursus i regnskab og en mappe til tovholderen.",
            ),
            Score(5, "Hjælperne har af sig selv fundet nye hjælpere og holdt åbent i en ferieuge."),
        ),
        Choice.CHOSEN,
        "Viljen er stor, og kapacitet kan bygges op. Derfor handler mange tiltag om foreningen.",
    ),
    Candidate(
        7,
        "madhold",
        [6],
        TALK,
        (
            Score(4, "Gruppen ved, hvad der skal laves og hvornår.", "Fortæl om reglerne for hygiejne."),
            Score(5, "Mad er det, gruppen er kendt for og samles om."),
            Score(2, "Mangler kursus i hygiejne og afløsere.", "Hygiejnekursus til seks og en madplan."),
            Score(3, "Vil gerne lave mad en gang om ugen, men ikke to.", "Fordel dagene med foreningen."),
        ),
        Choice.CHOSEN,
        "Maden er et kerneelement, og gruppen giver børnene flere voksne at spejle sig i.",
    ),
    Candidate(
        8,
        "partner med unge hjælpere",
        [2],
        GUESS,
        (
            Score(2, "Gymnasiet har ikke besøgt caféen.", "Et besøg og en kort beskrivelse af opgaven."),
            Score(3, "Frivilligt arbejde passer til elevernes program.", "Lad eleverne være med til at forme opgaven."),
            Score(4, "Der er et frivilligprogram med egen koordinator.", "En makkerordning i eksamensperioden."),
            Score(3, "Gymnasiet har svaret venligt, men ikke lovet noget.", "Aftal et antal hjælpere."),
        ),
        Choice.CHOSEN,
        "Unge hjælpere gør foreningen mindre sårbar. Vi begynder med et besøg.",
    ),
    Candidate(
        9,
        "sponsor",
        [6],
        PAPER,
        (
            Score(3, "Butikken ved, at det er til børn, men ikke hvor mange.", "Send et kort overblik hvert halvår."),
            Score(3, "Butikken vil gerne ses som en god nabo.", "Nævn støtten i opslag."),
            Score(5, "Varerne er der, og de leveres hver uge."),
            Score(4, "Der er en fast aftale om frugt og brød i et år.", "Tag fat i aftalen i god tid hvert år."),
        ),
        Choice.CHOSEN,
        "Aftalen dækker frugt og brød til og med {date:+1y}.",
    ),
    Candidate(
        10,
        "reserve",
        [2, 3, 4],
        TALK,
        (
            Score(4, "Landsforeningen driver caféer andre steder.", "Fortæl om forholdene i Pilebroparken."),
            Score(3, "Caféen passer til formålet, men ikke helt til deres form.", "Tal om, hvad der kan ændres."),
            Score(5, "Har kursus, attestsystem og forsikring klar."),
            Score(2, "Vil kun indgå, hvis deres eget koncept bruges.", "En samtale på ledelsesniveau."),
        ),
        Choice.RESERVE,
        "Kernen skal bevares, og konceptet passer ikke helt. "
        "Den boligsociale bestyrelse gjorde landsforeningen til reserve {date:-384}.",
    ),
]
