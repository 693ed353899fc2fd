"""Five questions to each of the four concepts, to talk about before you choose a step (docs/method.md, Fase 3)."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept

# The first letter of the concept and the place in the list is the question's number: F1 to F5, M1 to M5 …
QUESTIONS: Final[dict[Concept, list[str | Promise]]] = {
    Concept.UNDERSTANDING: [
        _("Hvad siger aktøren selv, når nogen spørger: Hvad går det ud på, og hvem er det til?"),
        _("Ved aktøren, hvad de skal tage over, og hvad der ikke er deres bord?"),
        _("Kan aktøren pege på det, der ikke må blive væk?"),
        _("Ville aktøren og I sige det samme om, hvornår det er lykkedes?"),
        _("Kender aktøren slutdatoen, og ved de, hvad der sker, hvis ingen tager over?"),
    ],
    Concept.MEANING: [
        _("Mærker aktøren selv det problem, I løser?"),
        _("Ligger opgaven tæt på det, aktøren er sat i verden for?"),
        _("Kunne aktøren finde på at sige: ”Det er sådan noget, vi laver”?"),
        _("Hvad ved opgaven har aktøren selv fundet på eller ændret?"),
        _("Har aktøren en god historie at fortælle om noget, de selv har set virke?"),
    ],
    Concept.ABILITY: [
        _("Hvor er timerne skrevet ned, og er de der også næste år?"),
        _("Har de gjort noget lignende før? Hvis ikke, hvordan lærer de det?"),
        _("Er der penge, plads og udstyr til det?"),
        _("Hvad sker der, hvis den, der trækker læsset, bliver syg?"),
        _("Må de? Er der en regel, et mandat eller en attest, der mangler?"),
    ],
    Concept.WILL: [
        _("Hvornår har aktøren med egne ord sagt ja?"),
        _("Kan man se på budget, vagtplan eller dagsorden, at ledelsen mener det?"),
        _("Ville de skrive under på en aftale i dag?"),
        _("Hvad andet trækker i dem? Hvad kunne få dem til at sige nej?"),
        _("Har de gjort noget af sig selv, uden at I bad om det?"),
    ],
}

# The same for whoever answers about their own organisation.
VOICE_QUESTIONS: Final[dict[Concept, list[str | Promise]]] = {
    Concept.UNDERSTANDING: [
        _("Hvad ville I svare, hvis nogen spurgte: Hvad går det ud på, og hvem er det til?"),
        _("Ved I, hvad I skal tage over, og hvad der ikke er jeres bord?"),
        _("Hvad må ikke blive væk?"),
        _("Kender I slutdatoen, og ved I, hvad der sker, hvis ingen tager over?"),
    ],
    Concept.MEANING: [
        _("Mærker I selv det problem, projektet løser?"),
        _("Ligger opgaven tæt på det, I er sat i verden for?"),
        _("Hvad ved opgaven har I selv fundet på eller ændret?"),
    ],
    Concept.ABILITY: [
        _("Hvor står timerne skrevet, og er de der også næste år?"),
        _("Har I gjort noget lignende før? Hvis ikke, hvordan lærer I det?"),
        _("Har I penge, plads og udstyr til det?"),
        _("Hvad sker der, hvis den, der trækker læsset hos jer, bliver syg?"),
        _("Må I? Er der en regel, et mandat eller en attest, der mangler?"),
    ],
    Concept.WILL: [
        _("Har I sagt ja med jeres egne ord? Hvornår?"),
        _("Kan man se på budget, vagtplan eller dagsorden, at jeres ledelse mener det?"),
        _("Ville I skrive under på en aftale i dag?"),
        _("Hvad andet trækker i jer? Hvad kunne få jer til at sige nej?"),
    ],
}
