"""A steering group takes one project through all four phases in a browser, seeing only what a person sees."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page, expect

from actors.models import Role
from tests.factories import MembershipFactory

PASSWORD = "en lang adgangskode"


@pytest.fixture
def owner(transactional_db: None) -> str:
    membership = MembershipFactory(
        role=Role.OWNER,
        programme__name="Pilebro i Balance",
        user__email="ejer@pilebro.example",
        user__password=PASSWORD,
    )
    return str(membership.user.email)


class Browser:
    """The hands and eyes of a person: fill what a label says, press what a button says."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def fill(self, question: str, answer: str) -> None:
        self.page.get_by_label(question, exact=True).fill(answer)

    def pick(self, question: str, answer: str) -> None:
        """A button or a box in the group that asks the question."""
        group = self.page.get_by_role("group", name=question, exact=True)
        group.get_by_label(answer, exact=True).check()

    def choose(self, question: str, answer: str) -> None:
        self.page.get_by_label(question, exact=True).select_option(label=answer)

    def press(self, button: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).click()

    def follow(self, link: str) -> None:
        self.page.get_by_role("link", name=link, exact=True).first.click()

    def sees(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)


def test_a_group_walks_from_an_empty_project_to_the_plan_as_pdf(page: Page, owner: str, live_server: Any) -> None:
    we = Browser(page)
    _signs_in_and_creates_the_project(we, owner)
    _phase_1(we)
    _phase_2(we)
    _phase_3(we)
    _phase_4(we)
    _reads_and_downloads_the_plan(we)


def _signs_in_and_creates_the_project(we: Browser, email: str) -> None:
    we.page.goto("/")
    we.fill("E-mail", email)
    we.fill("Adgangskode", PASSWORD)
    we.press("Log ind")
    we.sees("Mine projekter")
    we.follow("Opret det første projekt")
    we.fill("Projektets navn", "Lektiecaféen")
    we.fill("Projektets sidste dag", "30. juni 2099")
    we.press("Opret projekt")
    we.sees("Lektiecaféen")
    we.follow("Gå i gang")


def _phase_1(we: Browser) -> None:
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
    we.fill("Hvornår skal målet være nået?", "31-08-2099")
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


def _phase_2(we: Browser) -> None:
    we.sees("Hvem kan tage over?")
    for name, kind in (("Pilebroskolen", "Skole eller SFO"), ("Lektiehjælperne", "Lokal forening")):
        we.follow("Tilføj en ny aktør")
        we.fill("Hvad hedder aktøren?", name)
        we.choose("Hvilken slags aktør er det?", kind)
        we.pick("Hvor hører den til?", "Civilsamfund")
        we.pick("Hvad kan den bidrage med?", "Tid")
        we.pick("Hvor langt er I?", "I dialog")
        we.press("Gem")
    we.follow("Fortsæt")
    we.sees("Hvem kan løfte hvad?")
    for actor, role in (("Pilebroskolen", "Ansvarlig"), ("Lektiehjælperne", "Reserve")):
        code = {"Pilebroskolen": "A1", "Lektiehjælperne": "A2"}[actor]
        we.follow(f"Tilføj O1, {code}")
        we.sees(f"{actor} i O1 Være tovholder")
        we.pick(role, "Foreslået")
        we.press("Gem")
    we.follow("Fortsæt")
    we.sees("Se jeres svar igennem")
    we.follow("Gå videre til fase 3")


def _phase_3(we: Browser) -> None:
    we.sees("Er aktørerne klar?")
    we.follow("Tilføj en aktør og en rolle")
    we.choose("Hvilken aktør?", "Pilebroskolen")
    we.fill("I hvilken rolle?", "tovholder")
    we.pick("Hvilke opgaver handler det om?", "O1 Være tovholder")
    we.press("Gem")
    we.follow("Vurdér Pilebroskolen som tovholder")
    for concept, step in (("Forståelse", "4"), ("Mening", "4"), ("Evne", "2"), ("Vilje", "4")):
        section = we.page.get_by_role("group", name=concept, exact=True)
        section.get_by_role("radio", name=f"{step} – ").check()
        section.get_by_label("Samtale").check()
        section.get_by_label("Hvorfor?").fill(f"{concept}: det har vi talt om.")
    we.press("Gem vurderingen")
    expect(we.page.get_by_text("Vil gerne – mangler kapacitet").first).to_be_visible()
    we.page.get_by_role("button", name="Læg et tiltag i planen").click()
    we.press("Gem")
    we.page.goto(we.page.url.replace("fase-4/tiltag", "fase-3/vurdering"))
    we.follow("Fortsæt")
    we.sees("Hvem går I videre med?")
    we.pick("Hvad vælger I?", "Valgt")
    we.fill("Hvorfor?", "Skolen er her også om tre år.")
    we.press("Gem og fortsæt")
    we.sees("Se jeres svar igennem")
    we.follow("Gå videre til fase 4")


def _phase_4(we: Browser) -> None:
    we.sees("Hvordan lever det videre?")
    we.pick("Hvordan skal projektet leve videre?", "Partnerskab eller netværk")
    we.fill("Hvorfor er det den rigtige vej?", "Ingen kan bære det alene.")
    we.fill("Hvem skal lære hvad, og hvordan?", "To tovholdere følger med i en måned.")
    we.fill("Hvilke lokaler og hvilket udstyr skal der til?", "Beboerhuset tirsdag og torsdag.")
    we.fill("Hvem leder det i drift?", "Skolens SFO-leder.")
    we.press("Gem og fortsæt")
    we.sees("Hvem overtager hver opgave?")
    we.page.get_by_role("table").get_by_role("link", name="O1 Være tovholder").click()
    we.choose("Hvem har sagt ja til at være ansvarlig?", "Pilebroskolen")
    we.fill("Hvornår overtager den ansvarlige?", "1. juli 2099")
    we.press("Gem")
    we.follow("Fortsæt")
    we.sees("Hvad gør I, før projektet slutter?")
    we.page.get_by_role("link", name="Ret P1").click()
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
    we.follow("Tilføj en snitflade")
    we.fill("Hvad sker der?", "Når en frivillig melder fra")
    we.fill("Hvem gør hvad?", "Tovholderen finder en afløser.")
    we.press("Gem")
    we.follow("Fortsæt")
    we.follow("Tilføj et spørgsmål")
    we.fill("Hvad ved I ikke endnu?", "Hvem dækker sommerferien?")
    we.fill("Hvem afklarer det?", "Skolelederen")
    we.fill("Hvornår skal det være afklaret?", "1. maj 2099")
    we.press("Gem")
    we.follow("Fortsæt")
    we.sees("Se jeres svar igennem")
    we.follow("Læs planen")


def _reads_and_downloads_the_plan(we: Browser) -> None:
    expect(we.page.get_by_text("46 børn mister en fast voksen.").first).to_be_visible()
    we.page.get_by_role("link", name="Hent").first.click()
    with we.page.expect_download() as download:
        we.follow("Hent arbejdsudgaven (PDF)")
    reader = pypdf.PdfReader(BytesIO(Path(download.value.path()).read_bytes()))
    text = " ".join(page.extract_text() for page in reader.pages)
    for said in ("Lektiecaféen", "Pilebroskolen", "Vil gerne", "28.000", "Hvem dækker sommerferien?"):
        assert said in text
    assert download.value.suggested_filename.startswith("forankringsplan-lektiecafeen-udkast-")
