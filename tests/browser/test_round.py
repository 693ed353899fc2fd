"""One leader and five participants in six browsers, two of them guests without an account, through a whole round.

Everybody answers alone; nobody sees anything until the leader shows it; they talk where they disagree, agree on a
score, and what is weak becomes an action in the plan.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from actors.concepts import Concept
from actors.models import Role
from forankring.accounts.models import User
from projects.models import Action, Candidacy, Participant, Project, Rating, SharedScore
from projects.phases.analysis.rounds.actor_voice import actors_of, make_link
from projects.phases.analysis.rounds.services import close_round, open_round
from tests.browser.checks import assert_axe_clean, assert_nu_valid
from tests.browser.conftest import let_in, open_tab
from tests.browser.hands import TOO_WIDE, Hands
from tests.factories import (
    ActorFactory,
    CandidacyFactory,
    MembershipFactory,
    ProgrammeFactory,
    ProjectActorFactory,
    ProjectFactory,
    TaskFactory,
)

PHONE = 390
CONCEPTS = ("Forståelse", "Mening", "Evne", "Vilje")
# What each answers about the four concepts; ability is what they see differently.
ANSWERS = {
    "first member": "4424",
    "second member": "4444",
    "third member": "4?24",
    "first guest": "44?4",
    "second guest": "3424",
}
Open = Callable[..., Hands]


@pytest.fixture
def project(transactional_db: None) -> Project:
    """A school that may lead, not assessed yet, and nothing else."""
    project = ProjectFactory(programme=ProgrammeFactory(), name="Lektiecaféen", slug="lektiecafeen")
    school = ProjectActorFactory(project=project, actor=ActorFactory(programme=project.programme, name="Pilebroskolen"))
    candidacy = CandidacyFactory(project_actor=school, title="tovholder")
    candidacy.tasks.add(TaskFactory(project=project, title="Være tovholder"))
    return project


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Six browsers at once take their time on a small machine."""
    expect.set_options(timeout=60_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def open_browser(chromium: Browser, live_server: Any) -> Iterator[Open]:
    """A browser of one's own, on a phone unless it says otherwise; signed in when it is somebody's."""
    with ExitStack() as stack:

        def opened(person: User | None = None, width: int = PHONE, **options: Any) -> Hands:
            page = stack.enter_context(open_tab(chromium, live_server.url, width, **options))
            page.context.set_default_timeout(60_000)
            if person:
                let_in(page, person, live_server.url)
            return Hands(page)

        yield opened


def test_a_round_from_the_code_on_the_wall_to_an_action_in_the_plan(project: Project, open_browser: Open) -> None:
    members = [MembershipFactory(programme=project.programme, role=Role.BOARD).user for _each in range(3)]
    leader = open_browser(MembershipFactory(programme=project.programme, role=Role.OWNER).user, width=1280)
    wall = _opens_the_round(leader, project)

    people = dict(zip(ANSWERS, [open_browser(user) for user in members], strict=False))
    people["first guest"] = _joins(open_browser(), wall, role="Beboer")
    # One has a browser without scripts: everything works there too.
    people["second guest"] = _joins(open_browser(java_script_enabled=False), wall, role="Frivillig", by_picture=True)
    expect(wall.get_by_text("2 er med")).to_be_visible()
    for name in ("first member", "second member", "third member"):
        _finds_the_round(people[name], project)

    for name, answers in ANSWERS.items():
        _answers(people[name], answers)
        _sees_nothing_of_it(leader.page, answered=list(ANSWERS).index(name) + 1)

    _shows_the_answers(leader, people)
    _sees_the_disagreement(leader)
    _writes_what_they_agree_on(leader)
    _makes_an_action_of_the_gap(leader, project)
    _closes_the_round(leader, people)


def _opens_the_round(leader: Hands, project: Project) -> Page:
    """And shows the code on the wall, in a window of its own."""
    leader.page.goto(reverse("runder", args=[project.slug]))
    leader.follow("Åbn en runde")
    leader.sees("Åbn en vurderingsrunde")
    leader.press("Åbn runden")
    leader.sees("Led runden")
    wall = leader.page.context.new_page()
    wall.goto(leader.page.get_by_role("link", name="Vis koden til gæster").get_attribute("href") or "")
    assert_axe_clean(wall)
    return wall


def _joins(guest: Hands, wall: Page, *, role: str, by_picture: bool = False) -> Hands:
    """By typing the code, or by the picture that a phone is pointed at."""
    code = wall.locator(".wall-code").inner_text()
    if by_picture:
        where = f"{reverse('deltag')}?kode={code.replace(' ', '')}"
        guest.page.goto(where)
        expect(guest.page.get_by_label("Hvad er koden?")).to_have_value(code.replace(" ", ""))
    else:
        guest.page.goto(reverse("deltag"))
        guest.fill("Hvad er koden?", code.lower())
    guest.pick("Hvilken rolle har du?", role)
    guest.press("Vær med")
    guest.sees("Hvad ser du?")
    return guest


def _finds_the_round(member: Hands, project: Project) -> None:
    member.page.goto(reverse("runder", args=[project.slug]))
    member.follow("Svar i runden")
    member.sees("Hvad ser du?")


def _answers(person: Hands, answers: str) -> None:
    # A button for a member, who takes the seat by it; a link for a guest, who has one.
    person.push(person.page.get_by_role("button", name="Begynd").or_(person.page.get_by_role("link", name="Begynd")))
    person.sees("Pilebroskolen som tovholder")
    for concept, answer in zip(CONCEPTS, answers, strict=True):
        part = person.page.get_by_role("group", name=concept, exact=True)
        step = "Ved ikke" if answer == "?" else re.compile(f"^{answer} – ")
        part.get_by_role("radio", name=step).check()
        part.get_by_label("Samtale").check()
    person.press("Gem og fortsæt")
    person.sees("Hvad ser du?")
    expect(person.page.get_by_text("Du har svaret på det hele.")).to_be_visible()


def _sees_nothing_of_it(page: Page, *, answered: int) -> None:
    """The leader's page says by itself how many have answered, and never what."""
    expect(page.get_by_text(re.compile(rf"^{answered} har svaret$"))).to_be_visible()
    assert not re.search(r"\d – |[Mm]edian|\d af 5 –", page.inner_text("main"))


def _shows_the_answers(leader: Hands, people: dict[str, Hands]) -> None:
    leader.follow("Gå til at vise svarene")
    leader.sees("Hvad svarede I?")
    leader.press("Vis svarene om 1 aktør")
    expect(leader.page.get_by_text("Tal om det", exact=True).first).to_be_visible()
    for name, person in people.items():
        if name == "second guest":  # without scripts: a link does the same
            person.follow("Åbn siden igen for at se, om der er nyt")
        expect(person.page.get_by_text("Svarene er vist")).to_be_visible()
        assert_axe_clean(person.page) if name != "second guest" else None


def _sees_the_disagreement(leader: Hands) -> None:
    """Ability: 2, 4, 2, 2 and one who does not know. The others differ by one step at the most."""
    first = leader.page.locator(".reveal-line").first
    expect(first).to_contain_text("Pilebroskolen som tovholder: evne")
    expect(first).to_contain_text("Spredning 2, median 2")
    expect(leader.page.get_by_text("Tal om det", exact=True)).to_have_count(1)
    leader.push(first.get_by_role("link"))
    leader.sees("Pilebroskolen som tovholder")
    assert_axe_clean(leader.page)


def _writes_what_they_agree_on(leader: Hands) -> None:
    leader.follow("Skriv jeres fælles vurdering")
    for concept, answer in zip(CONCEPTS, "4424", strict=True):
        part = leader.page.get_by_role("group", name=concept, exact=True)
        expect(part.get_by_role("radio", checked=True)).to_have_count(0)
        part.get_by_role("radio", name=re.compile(f"^{answer} – ")).check()
        part.get_by_label("Samtale").check()
    ability = leader.page.get_by_role("group", name="Evne", exact=True)
    ability.get_by_label("Hvorfor?").fill("Skolen har ingen timer sat af.")
    ability.get_by_label("Hvad skal der til?").fill("To timer om ugen i skemaet.")
    leader.press("Gem jeres fælles vurdering")
    leader.sees("Hvad svarede I?")
    assert SharedScore.objects.get(concept="ability").score == 2


def _makes_an_action_of_the_gap(leader: Hands, project: Project) -> None:
    leader.page.goto(reverse("vurdering", args=[project.slug]))
    expect(leader.page.get_by_text("Vil gerne – mangler kapacitet").first).to_be_visible()
    leader.push(leader.page.get_by_role("button", name=re.compile("^Læg et tiltag i planen")))
    leader.press("Gem")
    [action] = Action.objects.filter(project=project)
    assert [gap.concept for gap in action.gaps.all()] == ["ability"]
    leader.page.goto(reverse("plan", args=[project.slug]))
    expect(leader.page.get_by_text(action.title).first).to_be_visible()
    expect(leader.page.get_by_text("Vil gerne – mangler kapacitet").first).to_be_visible()


def _closes_the_round(leader: Hands, people: dict[str, Hands]) -> None:
    """What was answered is gone, and those who answered are told."""
    leader.page.goto(reverse("runder", args=[Project.objects.get().slug]))
    leader.follow("Led runden")
    leader.follow("Luk runden")
    leader.press("Luk runden")
    expect(leader.page.get_by_role("heading", level=1)).to_contain_text("Runden")
    expect(leader.page.get_by_text("Skolen har ingen timer sat af.").first).to_be_visible()
    assert not Rating.objects.exists()
    assert not Participant.objects.exists()
    expect(people["first guest"].page.get_by_text("Der er sket noget nyt her.")).to_be_visible()
    people["second guest"].follow("Åbn siden igen for at se, om der er nyt")
    people["second guest"].sees("Du kan ikke svare mere")


def test_the_pages_of_those_without_an_account_are_clean_on_any_screen(project: Project, open_browser: Open) -> None:
    owner = MembershipFactory(programme=project.programme, role=Role.OWNER).user
    about = list(Candidacy.objects.of_project(project.pk))
    opened = open_round(by=owner, project=project, subjects=about, concepts=list(Concept))
    links = [make_link(by=owner, round_=opened, project_actor=actor) for actor in actors_of(opened)]
    voice, asked = reverse("stemme", args=[links[0].token]), opened.subjects.get().pk
    guest, nobody = open_browser(), open_browser()
    saved = {}

    def look(one: Hands, name: str, url: str) -> None:
        one.page.goto(url)
        for width in (320, 1280):
            one.page.set_viewport_size({"width": width, "height": 900})
            assert_axe_clean(one.page)
            assert one.page.evaluate(TOO_WIDE) <= 0, f"{name} is wider than {width}"
        saved[name] = one.page.request.get(url).text()

    look(guest, "joining", reverse("deltag"))
    guest.press("Vær med")
    assert_axe_clean(guest.page)
    guest.fill("Hvad er koden?", opened.code)
    guest.pick("Hvilken rolle har du?", "Beboer")
    guest.press("Vær med")
    look(guest, "the list", reverse("deltager"))
    look(guest, "the questions", reverse("deltager-svar", args=[asked]))
    look(nobody, "the link", voice)
    nobody.press("Begynd")
    look(nobody, "the actor's own questions", reverse("deltager-svar", args=[asked]))
    look(guest, "a link that is taken", voice)
    close_round(by=owner, round_=opened)
    look(guest, "after the round", reverse("deltager"))
    assert_nu_valid(saved)
