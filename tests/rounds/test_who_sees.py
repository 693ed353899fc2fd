"""Who sees what: the same promise on every page where somebody joins or answers, and kept by the pages that show it."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Candidacy, Participant, Project
from projects.phases.analysis.rounds.actor_voice import actors_of, make_link
from projects.phases.analysis.rounds.codes import key_of
from projects.phases.analysis.rounds.reveal_services import reveal
from tests.browser_client import Client
from tests.rounds.rows import first_of, member, running, say
from tests.rounds.screens import in_one_line, questions, url

As = Callable[[User], Client]
READ = "Gruppen læser det, du skriver, ordret ved siden af dit trin."
WITHOUT = "hvordan svarene fordeler sig, uden navne, og læser det, du skriver, ordret ved siden af dit trin"
WITH = "hvem der svarede hvad, med navn eller rolle, og læser det, du skriver, ordret"
AT_THE_END = "Tilbage er kun tal for, hvordan svarene fordeler sig. Det gælder også, når ingen har vist dem."
VOICE = "jeres svar for sig, under aktørens navn, og læser det, du skriver, ordret"


@pytest.mark.parametrize(("names", "promise", "other"), [(False, WITHOUT, WITH), (True, WITH, WITHOUT)])
def test_members_and_guests_are_promised_the_same_on_every_page(
    as_: As, owner: User, project: Project, candidacy: Candidacy, *, names: bool, promise: str, other: str
) -> None:
    round_ = running(project, owner, candidacy, shows_names=names)
    subject, phone, member = first_of(round_), Client(), as_(owner)
    way_in = reverse("deltag") + f"?noegle={key_of(round_.code)}"
    pages = {"join": in_one_line(phone.get(way_in))}
    phone.post(way_in, {"role": "resident"})
    pages |= {"list": in_one_line(phone.get(reverse("deltager")))}
    pages |= {"asked": in_one_line(phone.get(reverse("deltager-svar", args=[subject.pk])))}
    pages |= {"member": in_one_line(member.get(url("runde", round_.pk)))}
    pages |= {"member asked": in_one_line(member.get(questions(subject)))}

    assert [name for name, page in pages.items() if promise not in page or AT_THE_END not in page] == []
    assert [name for name, page in pages.items() if other in page or VOICE in page] == []


def test_the_actor_is_told_that_the_group_knows_whose_answer_it_is(
    owner: User, project: Project, candidacy: Candidacy
) -> None:
    round_ = running(project, owner, candidacy)
    link = make_link(by=owner, round_=round_, project_actor=actors_of(round_)[0])
    phone, door = Client(), reverse("stemme", args=[link.token])
    pages = [in_one_line(phone.get(door))]
    phone.post(door)
    pages += [in_one_line(phone.get(reverse("deltager")))]
    pages += [in_one_line(phone.get(reverse("deltager-svar", args=[first_of(round_).pk])))]

    for page in pages:
        assert VOICE in page
        assert WITHOUT not in page
        assert "Vi gemmer ikke dit navn." in page
        assert AT_THE_END not in page
    asked = pages[-1]
    assert READ in asked
    assert "Har I sagt ja med jeres egne ord?" in asked
    assert "Hvornår har aktøren med egne ord sagt ja?" not in asked
    assert "tryg ved, at aktøren læste" not in asked


def test_every_reason_says_who_reads_it_and_whom_one_speaks_for_is_asked_first(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    round_ = running(project, owner, candidacy)

    page = in_one_line(as_(owner).get(questions(first_of(round_))))

    assert page.count(READ) == 4
    assert page.index("Jeg repræsenterer denne aktør") < page.index("Hvilket trin passer bedst?")


def test_whoever_says_that_they_speak_for_the_actor_is_told_what_the_actor_is(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    round_ = running(project, owner, candidacy)
    browser, subject = as_(owner), first_of(round_)
    assert VOICE not in in_one_line(browser.get(questions(subject)))

    browser.post(questions(subject), {"represents": "on"})

    page = in_one_line(browser.get(questions(subject)))
    assert VOICE in page
    assert "Vi gemmer ikke dit navn" not in page, "they are signed in, and the leader reads their name"


def test_what_was_promised_is_what_is_shown(as_: As, owner: User, project: Project, candidacy: Candidacy) -> None:
    round_ = running(project, owner, candidacy)
    subject = first_of(round_)
    for score in (2, 3, 4):
        say(member(round_, name=f"Nabo {score}"), subject, score, score, score, score, reason="Det har jeg selv set")
    own = Participant.objects.create(
        round=round_, role_title="Repræsentant", represents=subject.candidacy.project_actor
    )
    say(own, subject, 5, 5, 5, 5, reason="Vi er klar")
    reveal(by=owner, round_=round_)

    page = in_one_line(as_(owner).get(url("runde-aktoer", round_.pk, subject.pk)))

    assert "Det har jeg selv set" in page
    assert "Nabo 2" not in page
    assert "Vi er klar" in page
    assert "Aktøren selv:" in page


def test_no_comment_of_a_template_is_read_by_anybody(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    round_ = running(project, owner, candidacy)
    member = as_(owner)
    way_in = reverse("deltag") + f"?noegle={key_of(round_.code)}"

    for page in (member.get(questions(first_of(round_))), member.get(url("runde", round_.pk)), Client().get(way_in)):
        assert "{#" not in page.content.decode()
