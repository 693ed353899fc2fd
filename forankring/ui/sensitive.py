"""Words that may tell something sensitive about a person, and judgements of one (docs/method.md, Skriv om roller).

Whole words in the forms that speak of people. What the work is called is left alone: "sundhedscafé",
"kriminalitetsforebyggelse", "børneattest" and "Flygtningehjælpen" are compounds, and no word here opens a compound.
"""

import re
from enum import StrEnum
from typing import Final


class Subject(StrEnum):
    """What the law protects more than other facts about a person (GDPR articles 9 and 10)."""

    HEALTH = "health"
    RELIGION = "religion"
    ETHNICITY = "ethnicity"
    CRIME = "crime"


def _words(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)


_PEOPLE = r"(?:e|en|er|ere|erne|ens|s)?"  # the endings of a noun for a person: "araber", "araberne"

WORDS: Final[dict[Subject, re.Pattern[str]]] = {
    Subject.HEALTH: _words(
        r"(?:diagnose|depression)(?:n|en|r|er|rne|erne)?",
        r"deprimere(?:t|de)|angst(?:en|anfald|lidelse|lidelser)?|adhd|ptsd|asperger|autis(?:me|t|ten|ter|tisk|tiske)",
        r"skizofren(?:i|e)?|psykotisk(?:e)?|psykose(?:n|r)?|bipolar(?:e)?|selvmord(?:et|s)?|selvskade(?:nde|r)?",
        r"spiseforstyrrelse(?:n|r)?|traumatisere(?:t|de)|traume(?:t|r|rne)?|udviklingshæmme(?:t|de)|handicappe(?:t|de)",
        r"dement(?:e)?|demens|kræft(?:en|syg|syge)?|diabetes|diabetiker(?:e|en)?|epilepsi|sklerose|hiv|aids|hepatitis",
        r"gravid(?:e)?|abort(?:en|er)?|alkoholiker(?:e|en|ne)?|narkoman(?:en|er|erne)?|alkoholisme",
        r"(?:stof|alkohol|narko|hash)?misbrug(?:et|er|ere|eren|erne)?",
        r"afhængig(?:e)? af (?:alkohol|stoffer|hash|medicin)",
        r"(?:syge|delvist syge|langtidssyge)meld(?:t|te)|langtidssyg(?:e)?|førtidspension(?:ist|ister|isten)?",
        r"(?:psykisk|kronisk|alvorlig)(?:t|e)? (?:syg|syge|sygdom|sygdomme|lidelse|lidelser)|sindslidende",
        r"(?:hans|hendes|deres|dårlig(?:t|e)?) (?:sygdom|helbred)|helbredsproblem(?:er|erne)?",
    ),
    Subject.RELIGION: _words(
        rf"muslim{_PEOPLE}|muslimsk(?:e)?|islam|islamisk(?:e)?|islamist{_PEOPLE}|sharia|koranen",
        rf"krist(?:en|ne|ent)|kristendom(?:men)?|jøde{_PEOPLE}|jøder(?:ne)?",
        r"jødisk(?:e)?|katolik(?:ken|ker|kerne)?|katolsk(?:e)?",
        rf"hindu{_PEOPLE}|hinduistisk(?:e)?|buddhist{_PEOPLE}|sikh{_PEOPLE}|ateist{_PEOPLE}|jehovas vidne(?:r|t|rne)?",
        r"religiøs(?:e|t)?|religion(?:en|er)?|troende|shia-?muslim(?:er)?|sunni-?muslim(?:er)?",
    ),
    Subject.ETHNICITY: _words(
        r"etnisk(?:e)?|etnicitet(?:en|er)?|racemæssig(?:e|t)?|hudfarve(?:n)?|mørk(?:e)? i huden|ikke-?vestlig(?:e)?",
        rf"indvandrer{_PEOPLE}|flygtning(?:e|en|ene)?|asylansøger{_PEOPLE}|nydansker{_PEOPLE}|tosproge(?:t|de)",
        rf"somalier{_PEOPLE}|tyrker{_PEOPLE}|araber{_PEOPLE}|kurder{_PEOPLE}|pakistaner{_PEOPLE}|afghaner{_PEOPLE}",
        r"irakere?(?:n|ne)?|syrere(?:n|ne)?|libaneser(?:e|ne)?",
        r"palæstinenser(?:e|en|ne)?|bosnier(?:e|ne)?|tamil(?:er|erne)",
        r"romaer(?:e|ne)?|sigøjner(?:e|ne)?|neger(?:e|en)?|perker(?:e|en|ne)?|udlænding(?:e|en|ene)?",
    ),
    Subject.CRIME: _words(
        r"kriminel(?:t|le)?|småkriminel(?:t|le)?|(?<!forebygge )(?<!forebygger )(?<!mindre )kriminalitet(?:en)?",
        r"(?:tidligere )?straffe(?:t|de)|straffesag(?:en|er)?|(?:blev|er|var|voldtægts|volds)[ ]?dømt(?:e)?|dømt for",
        r"sigtet for|sigtelse(?:n|r)?|tiltalt for|anholdt(?:e)?",
        r"varetægtsfængsle(?:t|de)|fængsle(?:t|de)|fængsel|fængslet",
        r"prøveløsla(?:dt|dte)|afson(?:er|et|ede)|fodlænke(?:n)?|bandemedlem(?:mer|met|merne)?|banderelatere(?:t|de)",
        r"rocker(?:e|en|ne)?|narkohandel|narkohandler(?:e)?|hashhandel|hashhandler(?:e)?|pusher(?:e|en|ne)?",
        r"voldelig(?:e|t)?|voldsmand|voldtægt(?:en|er)?",
        r"indbrudstyv(?:e|en)?|tyven(?:e)?|hæler(?:e|i)?|svindler(?:e|en)?",
    ),
}

# Words that nobody would like to read about themselves.
_STRONG = _words(
    r"ligeglad(?:e|t)?|doven|dovne|dum(?:t|me)?|idiot(?:en|er|isk)?|tåbelig(?:e|t)?|uduelig(?:e|t)?|inkompeten(?:t|te)",
    r"elendig(?:e|t)?|håbløs(?:e|t)?|umulig(?:e)?(?= (?:at samarbejde|person|type|mennesker?))|upålidelig(?:e|t)?",
    r"utroværdig(?:e|t)?|løgn(?:er|ere|eren|agtig)?|lyver|løj",
    r"arrogan(?:t|te)|egoistisk(?:e)?|magtsyg(?:e)?|magtbegærlig(?:e)?",
    r"useriøs(?:e|t)?|uansvarlig(?:e|t)?|uprofessionel(?:t|le)?",
    r"amatøragtig(?:e|t)?|amatører|uengagere(?:t|de)|ugidelig(?:e|t)?",
    r"gider (?:ikke|slet ikke|aldrig)|magter (?:ikke|slet ikke)",
    r"orker ikke|pinlig(?:e|t)?|latterlig(?:e|t)?|til grin|pjat",
    r"ubrugelig(?:e|t)?|værdiløs(?:e|t)?|katastrof(?:e|alt|al|ale)",
    r"skandale(?:n)?|skandaløs(?:t|e)?|hader|forfærdelig(?:e|t)?",
    r"besværlig(?:e|t)?|umoden|umodne|tykhovede(?:t|de)|stædig(?:e|t)?",
    r"snakker udenom|holder ikke (?:ord|aftaler)|svigter",
    r"aldrig til at stole på|ikke til at stole på",
    r"kan ikke finde ud af (?:det|noget)|fatter (?:ikke|intet)|sjusk(?:et|ede)?",
    r"sure?(?= (?:gamle|på|over|type|mand|dame|kælling))|kælling",
    r"fjols|nar|skør(?:e|t)?|vanvittig(?:e|t)?|rod i(?= hovedet)",
)
_ROLE: Final[str] = (
    r"(?:[a-zæøå]+-?)?(?:leder|formand|kasserer|chef|direktør|sekretær|varmemester|konsulent|medarbejder|lærer|pædagog"
    r"|borgmester|koordinator|tovholder|rådgiver|bibliotekar|træner"
    r"|ildsjæl|vicevært|inspektør|forstander|rektor|socialrådgiver)"
)
# "Lederen er …", "Skolelederen vil ikke …": one person is what the sentence judges. "Ledelsen" is not one person.
_ROLE_JUDGED = re.compile(
    rf"(?<![\w-])(?:den |vores |deres )?{_ROLE}e?n (?:er|var|virker|mangler|svigter|glemmer|bremser|modarbejder|tvivler"
    r"|(?:kan|vil|tør|forstår|har|holder|svarer|møder) (?:ikke|aldrig|ingen))(?![\w-])",
    re.IGNORECASE,
)
_NAMED_ROLE = re.compile(rf"(?<![\w-])(?i:{_ROLE}e?n) [A-ZÆØÅ][a-zæøåéüö]+(?![\w-])")
_SURNAME: Final[str] = (
    r"(?:[A-ZÆØÅ]\.? )?(?:[A-ZÆØÅ][a-zæøåé]+sen|Khan|Ali|Ahmed|Hussein|Mohammed|Nguyen|Yilmaz|Lund|Holm|Schmidt|Møller)"
)
_FIRST_AND_LAST = re.compile(rf"(?<![\w-])[A-ZÆØÅ][a-zæøåéü]+ {_SURNAME}(?![\w-])")
_PRONOUN = _words("han", "hun", "hende", "ham")
# Common first names that are no word and no place of their own.
FIRST_NAMES: Final = frozenset(
    """
    Abdi Abdul Abdullah Adam Agnes Ahmad Ahmed Aisha Aksel Alexander Alfred Ali Allan Amal Amalie Amin Amina
    Amira Anders Andreas Anette Anita Anja Ann Anna Anne Annemette Annette Anni Anton Arne Arthur Asger Asta
    August Aya Ayse Bente Bent Benjamin Berit Betina Bettina Birgit Birgitte Birgith Birthe Bjarne Bodil Brian
    Britta Bruno Camilla Carina Carl Carsten Caroline Casper Cathrine Cecilie Charlotte Christian Christina
    Christine Christoffer Claus Connie Daniel David Dennis Ditte Dorte Dorthe Ebbe Edith Ejnar Elif Elin
    Elisabeth Ella Ellen Elna Else Elsebeth Emil Emilie Emma Erik Erling Ester Esther Fatima Fatma Fie Finn
    Flemming Frank Frederik Frederikke Freja Frida Frits Georg Gerda Gert Gitte Gorm Grethe Gudrun Gunnar
    Hamza Hanna Hannah Hanne Hans Hassan Heidi Helen Helena Helene Helga Helle Henning Henrik Henriette Herdis
    Holger Hussein Ibrahim Ida Inga Inge Inger Ingrid Irene Isabella Ismail Ivan Jacob Jakob Jamal Jan Jane
    Janne Jannie Jasmin Jens Jeppe Jesper Jette Jimmy Joan Johan Johanne Johannes John Jonas Jonathan Josefine
    Julie Julius Jytte Jørgen Jørn Kai Kaj Karen Karin Karina Karl Karsten Kasper Kathrine Katja Katrine Keld
    Kenneth Kenny Kent Khadija Kim Kirsten Kirstine Kjeld Klaus Knud Kristian Kristina Kristine Kristoffer
    Kurt Lars Lasse Laura Laurits Leif Lena Lene Leila Layla Line Lisa Lisbet Lisbeth Lise Lone Louise Lucas
    Lukas Ludvig Lærke Mads Magnus Maja Malene Malik Malte Marcus Margit Margrethe Maria Mariam Marianne Marie
    Martin Mathias Mathilde Merete Mette Mia Michael Mikkel Mogens Mohamad Mohamed Mohammad Mohammed Mona
    Morten Muhammad Mustafa Nadia Nanna Natasja Niels Nicklas Nicolai Niklas Nikolaj Nina Noah Nora Noor Ole
    Oliver Olivia Omar Oskar Oscar Osman Otto Palle Patrick Paul Peder Pelle Per Pernille Peter Pia Poul
    Preben Rasmus Rebecca Rikke Rita Robert Rune Ruth Sabine Said Salma Samira Sanne Sara Sarah Sebastian
    Selma Signe Silje Simon Simone Sofia Sofie Solveig Sonja Stefan Steen Stig Stine Sune Susan Susanne Svend
    Søren Sørine Tage Tanja Thea Theis Thomas Thor Tim Tina Tine Tobias Tom Tommy Tonny Torben Tove Trine
    Troels Ulla Ulrik Vagn Valdemar Vera Vibeke Victor Viggo Viktor Vivi Werner William Winnie Yasmin Yusuf
    Yvonne Zahra Zainab
    """.split()
)
# Names that are words too. They count as names only with a surname after them.
_WORDS_TOO: Final = frozenset(
    {
        "Hans",
        "Per",
        "Tim",
        "Ann",
        "Said",
        "Frank",
        "Kent",
        "Jan",
        "August",
        "Thor",
        "Tom",
        "Bent",
        "Inge",
        "Tage",
        "Stig",
    }
)
_CAPITALISED = re.compile(
    r"(?<![\w-])[A-ZÆØÅ][a-zæøåéü]+(?![\w-])(?! (?:Bibliotek|Skole|Kirke|Sogn|Kommune|Boligforening|Vej|Allé))"
)


def sensitive_words(text: str) -> dict[Subject, list[str]]:
    """The words on health, religion, ethnicity and crime in the text, by subject; subjects without any are left out."""
    found = {subject: [match[0] for match in pattern.finditer(text)] for subject, pattern in WORDS.items()}
    return {subject: words for subject, words in found.items() if words}


def judgements(text: str) -> list[str]:
    """What in a reason points at one person or is harder than it need be, in the words of the text."""
    patterns = (_ROLE_JUDGED, _NAMED_ROLE, _FIRST_AND_LAST, _STRONG, _PRONOUN)
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    found += [match for match in _CAPITALISED.finditer(text) if match[0] in FIRST_NAMES - _WORDS_TOO]
    found.sort(key=lambda match: (match.start(), -match.end()))
    kept: list[re.Match[str]] = []
    for match in found:
        if not kept or match.end() > kept[-1].end():
            kept.append(match)
    return [match[0] for match in kept]
