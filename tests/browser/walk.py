"""The whole way from an empty project to the plan as PDF, as a steering group walks it: only what a person sees."""

from io import BytesIO
from pathlib import Path

import pypdf
from playwright.sync_api import expect

from tests.browser.hands import Hands

PASSWORD = "en lang adgangskode"


def walk(we: Hands, email: str) -> None:
    """Sign in, create a project, fill in the four phases, read the plan and take it home."""
    # The plan as PDF takes its time on a busy machine.
    we.page.set_default_timeout(60_000)
    _signs_in_and_creates_the_project(we, email)
    _phase_1(we)
    _phase_2(we)
    _phase_3(we)
    _phase_4(we)
    _reads_and_downloads_the_plan(we)


def _signs_in_and_creates_the_project(we: Hands, email: str) -> None:
    we.page.goto("/")
    we.fill("E-mail", email)
    we.fill("Adgangskode", PASSWORD)
    we.press("Log ind")
    we.sees("Mine projekter")
    we.follow("Opret det første projekt")
    we.fill("Projektets navn", "Lektiecaféen")
    we.fill("Projektets sidste dag", "30. juni 2066")
    we.press("Opret projekt")
    we.sees("Lektiecaféen")
    we.follow("Gå i gang")


def _phase_1(we: Hands) -> None:
    we.sees("Hvorfor skal det leve videre?")
    we.fill("Hvilket problem løser projektet, og er problemet der også bagefter?", "Mange børn mangler ro til lektier.")
    we.fill("Hvem er målgruppen?", "Elever i 4.-9. klasse")
    we.fill("Hvad ved I om virkningen?", "Forældrene oplever færre konflikter.")
    we.pick("Hvad bygger I det på?", "Dokument eller beslutning")
    we.fill("Hvad sker der, hvis projektet stopper? For hvem?", "46 børn mister en fast voksen.")
    we.fill("Kan andre boligområder bruge det? Hvem skal kende det?", "Naboområdet har spurgt.")
    we.fill("Hvem har nytte af, at det fortsætter?", "Børnene\nSkolen")
    we.press("Gem og fortsæt")
    we.sees("Hvornår er forankringen lykkedes?")
    we.fill("Hvordan kan I se, at det er lykkedes?", "Caféen har åbent to gange om ugen uden projektansatte.")
    we.fill("Hvornår skal målet være nået?", "31-08-2066")
    we.press("Gem og fortsæt")
    we.sees("Hvad skal forankres?")
    we.pick("Hvad er det, der skal leve videre?", "Aktivitet")
    we.fill("Hvad må ikke forsvinde?", "Faste dage\nMad på bordet")
    we.fill("Hvor tit skal det ske i drift?", "To gange om ugen")
    we.press("Gem og fortsæt")
    we.sees("Hvad har I besluttet?")
    we.pick("Hvad skal der ske med projektet?", "Forankres")
    we.fill("Hvorfor?", "Behovet er der stadig.")
    we.press("Gem og fortsæt")
    we.sees("Hvilke opgaver er der?")
    we.follow("Tilføj en opgave")
    we.fill("Hvad hedder opgaven?", "Være tovholder")
    we.choose("Hvilken slags opgave er det?", "Ledelse og koordinering")
    we.pick("Stopper det hele uden denne opgave?", "Ja, den er kritisk")
    we.pick("Hvad skal der ske med opgaven i drift?", "Forenkles")
    we.press("Gem")
    expect(we.page.get_by_role("heading", name="O1 Være tovholder")).to_be_visible()
    we.follow("Fortsæt")
    we.sees("Se jeres svar igennem")
    expect(we.page.get_by_role("heading", name="Det mangler")).to_be_hidden()
    we.follow("Gå videre til fase 2")


def _phase_2(we: Hands) -> None:
    we.sees("Hvem kan tage over?")
    for name, kind in (("Pilebroskolen", "Skole eller SFO"), ("Lektiehjælperne", "Lokal forening")):
        we.follow("Tilføj en ny aktør")
        we.fill("Hvad hedder aktøren?", name)
        we.choose("Hvilken slags aktør er det?", kind)
        we.pick("Hvilken sektor hører aktøren til?", "Beboere, foreninger og boligorganisation")
        we.pick("Hvad kan den bidrage med?", "Tid")
        we.pick("Hvor langt er I?", "I dialog")
        we.press("Gem")
    we.follow("Fortsæt")
    for actor, role in (("Pilebroskolen", "Ansvarlig"), ("Lektiehjælperne", "Reserve")):
        _divides_the_task(we, actor, role)
    we.follow("Fortsæt")
    _talks_with_an_actor(we)
    we.follow("Fortsæt")
    we.sees("Se jeres svar igennem")
    we.follow("Gå videre til fase 3")


def _talks_with_an_actor(we: Hands) -> None:
    we.sees("Hvad siger aktørerne selv?")
    we.follow("Notér en samtale")
    we.choose("Hvilken aktør?", "Pilebroskolen")
    we.fill("Hvad ville I mangle for at kunne gøre det?", "Timer i planen.")
    we.press("Gem")


def _divides_the_task(we: Hands, actor: str, role: str) -> None:
    """In the matrix; on a narrow screen that is a list with a page for each task."""
    we.sees("Hvem kan løfte hvad?")
    code = {"Pilebroskolen": "A1", "Lektiehjælperne": "A2"}[actor]
    cell = we.page.get_by_role("link", name=f"Tilføj O1, {code}", exact=True).first
    if cell.is_visible():
        we.push(cell)
    else:
        we.push(we.page.get_by_role("link", name="Fordel O1 Være tovholder"))
        we.push(we.page.get_by_role("link", name=f"Tilføj {actor}"))
    we.sees(f"{actor} i O1 Være tovholder")
    we.pick(role, "Foreslået")
    we.press("Gem")


def _phase_3(we: Hands) -> None:
    we.sees("Er aktørerne klar?")
    we.follow("Tilføj en aktør og en rolle")
    we.choose("Hvilken aktør?", "Pilebroskolen")
    we.fill("I hvilken rolle?", "tovholder")
    we.pick("Hvilke opgaver handler det om?", "O1 Være tovholder")
    we.press("Gem")
    we.follow("Vurdér Pilebroskolen som tovholder")
    for concept, step in (("Forståelse", "4"), ("Mening", "4"), ("Evne", "2"), ("Vilje", "4")):
        section = we.page.get_by_role("group", name=concept, exact=True)
        we.check(section.get_by_role("radio", name=f"{step} – "))
        we.check(section.get_by_label("Samtale"))
    we.press("Gem vurderingen")
    expect(we.page.get_by_text("Vil gerne – mangler kapacitet").first).to_be_visible()
    we.push(we.page.get_by_role("button", name="Læg et tiltag i planen"))
    we.press("Gem")
    we.sees("Hvad gør I, før projektet slutter?")
    we.follow("Lektiecaféen")
    we.follow("Vurdér aktørerne")
    we.sees("Er aktørerne klar?")
    we.follow("Fortsæt")
    we.sees("Hvem går I videre med?")
    we.pick("Hvad vælger I?", "Valgt")
    we.fill("Hvorfor?", "Skolen er her også om tre år.")
    we.press("Gem og fortsæt")
    we.sees("Se jeres svar igennem")
    we.follow("Gå videre til fase 4")


def _phase_4(we: Hands) -> None:
    _how_it_lives_on(we)
    _who_takes_over(we)
    _actions_and_money(we)
    _when_something_happens(we)
    _lets_go(we)
    we.sees("Se jeres svar igennem")
    we.follow("Læs planen")


def _how_it_lives_on(we: Hands) -> None:
    we.sees("Tempo, læring og ambitionsniveau")
    we.press("Gem og fortsæt")
    we.sees("Hvordan lever det videre?")
    we.pick("Hvordan skal projektet leve videre?", "Partnerskab eller netværk")
    we.fill("Hvorfor er det den rigtige vej?", "Ingen kan bære det alene.")
    we.press("Gem og fortsæt")


def _who_takes_over(we: Hands) -> None:
    we.sees("Hvem overtager hver opgave?")
    we.push(we.page.get_by_role("table").get_by_role("link", name="O1 Være tovholder"))
    we.choose("Hvem har sagt ja til at være ansvarlig?", "Pilebroskolen")
    we.fill("Hvornår overtager den ansvarlige?", "1. juli 2066")
    we.press("Gem")
    we.follow("Fortsæt")
    we.sees("Hvilke lokaler og hvilket udstyr skal der til?")
    we.fill("Hvilke lokaler skal bruges, og hvornår?", "Beboerhuset tirsdag og torsdag.")
    we.press("Gem og fortsæt")
    we.sees("Hvem leder det i drift?")
    we.fill("Hvem leder det i drift?", "Skolens SFO-leder.")
    we.press("Gem og fortsæt")
    we.sees("Hvem får en ny rolle?")
    we.follow("Fortsæt")
    we.sees("Hvem skal lære hvad?")
    we.fill("Hvem skal kunne hvad?", "To tovholdere følger med i en måned.")
    we.press("Gem og fortsæt")


def _actions_and_money(we: Hands) -> None:
    we.sees("Hvad gør I, før projektet slutter?")
    we.push(we.page.get_by_role("link", name="Ret P1"))
    we.fill("Hvem er ansvarlig?", "Projektleder")
    we.fill("Hvordan kan I se, at det er gjort?", "To tovholdere er klar.")
    we.press("Gem")
    we.follow("Fortsæt")
    we.sees("Hvad koster driften, og hvem betaler?")
    we.follow("Tilføj en udgift")
    we.fill("Hvad går pengene til?", "Forplejning")
    we.fill("Hvor mange kroner koster det om året?", "28.000")
    we.choose("Hvem betaler?", "Sponsor eller varer")
    we.pick("Hvor sikre er pengene?", "Bevilget")
    we.press("Gem")
    we.follow("Fortsæt")
    we.sees("Hvad koster projektet i dag?")
    we.follow("Fortsæt")


def _when_something_happens(we: Hands) -> None:
    we.follow("Tilføj en snitflade")
    we.fill("Hvad sker der?", "Når en frivillig melder fra")
    we.fill("Er der mere, I har aftalt?", "Tovholderen finder en afløser.")
    we.press("Gem")
    we.follow("Fortsæt")
    we.follow("Tilføj et spørgsmål")
    we.fill("Hvad ved I ikke endnu?", "Hvem dækker sommerferien?")
    we.fill("Hvem afklarer det?", "Skolelederen")
    we.fill("Hvornår skal det være afklaret?", "1. maj 2066")
    we.press("Gem")
    we.follow("Fortsæt")


def _lets_go(we: Hands) -> None:
    for heading in (
        "Hvad kan gå galt i driften?",
        "Hvordan trapper I ned?",
        "Er I klar til at give slip?",
        "Hvem følger op?",
        "Hvad er besluttet undervejs?",
    ):
        we.sees(heading)
        we.follow("Fortsæt")


def _reads_and_downloads_the_plan(we: Hands) -> None:
    expect(we.page.get_by_text("46 børn mister en fast voksen.").first).to_be_visible()
    we.push(we.page.get_by_role("link", name="Hent").first)
    with we.page.expect_download() as download:
        we.follow("Hent arbejdsudgaven (PDF)")
    reader = pypdf.PdfReader(BytesIO(Path(download.value.path()).read_bytes()))
    text = " ".join(page.extract_text() for page in reader.pages)
    for said in ("Lektiecaféen", "Pilebroskolen", "Vil gerne", "28.000", "Hvem dækker sommerferien?"):
        assert said in text
    assert download.value.suggested_filename.startswith("forankringsplan-lektiecafeen-udkast-")
