"""Opening a round: what is chosen, what is refused, and one at a time."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Project
from projects.phases.analysis.rounds.services import close_round
from tests.browser_client import Client
from tests.factories import CandidacyFactory
from tests.rounds.rows import running
from tests.rounds.screens import in_one_line as text
from tests.rounds.screens import url

As = Callable[[User], Client]
DENMARK = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def round_(owner: User, project: Project, candidacy: Candidacy) -> AssessmentRound:
    return running(project, owner, candidacy)


def choices(*candidacies: Candidacy, **more: Any) -> dict[str, Any]:
    return {
        "subjects": [each.pk for each in candidacies],
        "concepts": Concept.values,
        "ends": "nu",
        "shows_names": "nej",
    } | more


def test_an_editor_opens_a_round_and_is_led_to_its_page(as_: As, editor: User, candidacy: Candidacy) -> None:
    browser = as_(editor)
    assert "Det kan ikke ændres bagefter." in text(browser.get(url("runder-ny")))

    response = browser.post(url("runder-ny"), choices(candidacy, concepts=["will", "ability"], shows_names="ja"))

    opened = AssessmentRound.objects.get()
    assert response.url == url("runde-led", opened.pk)
    assert (opened.concepts, opened.shows_names, opened.deadline) == (["ability", "will"], True, None)
    assert [each.candidacy for each in opened.subjects.all()] == [candidacy]


def test_a_last_day_to_answer_lasts_until_it_is_over(as_: As, owner: User, candidacy: Candidacy) -> None:
    with time_machine.travel(datetime(2026, 11, 21, 12, tzinfo=DENMARK), tick=False):
        as_(owner).post(url("runder-ny"), choices(candidacy, ends="frist", deadline_on="25. november 2026"))

    assert AssessmentRound.objects.get().deadline == datetime(2026, 11, 26, tzinfo=DENMARK)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"subjects": []}, "Vælg mindst én aktør i en rolle."),
        ({"concepts": []}, "Vælg mindst ét af de fire begreber."),
        ({"ends": ""}, "Vælg, hvor længe I kan svare."),
        ({"ends": "nu", "deadline_on": "31-12-2026"}, "Vælg ”Til og med en dag”, eller slet dagen her."),
        ({"ends": "frist", "deadline_on": ""}, "Skriv den sidste dag, I kan svare"),
        ({"ends": "frist", "deadline_on": "1. maj 2020"}, "Skriv en dag, der ikke er gået."),
        ({"ends": "frist", "deadline_on": "31-12-2199"}, "Skriv en dag inden for det næste år."),
        ({"shows_names": "måske"}, "Der er problemer"),
        ({"subjects": ["x", str(10**30)]}, "Der er problemer"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(
    as_: As, owner: User, candidacy: Candidacy, wrong: dict[str, Any], words: str
) -> None:
    response = as_(owner).post(url("runder-ny"), choices(candidacy) | wrong)

    assert response.status_code == 200
    assert words in text(response)
    assert not AssessmentRound.objects.exists()


def test_a_role_elsewhere_or_of_an_actor_out_of_use_is_not_offered(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    elsewhere = CandidacyFactory()
    unused = CandidacyFactory(project_actor__project=project, project_actor__actor__is_active=False)

    for each in (elsewhere, unused):
        assert as_(owner).post(url("runder-ny"), choices(each)).status_code == 200
    assert not AssessmentRound.objects.exists()


def test_a_second_round_leads_to_the_one_that_runs(as_: As, editor: User, round_: AssessmentRound) -> None:
    for response in (as_(editor).get(url("runder-ny")), as_(editor).post(url("runder-ny"), {})):
        assert response.url == url("runde-led", round_.pk)
    assert AssessmentRound.objects.count() == 1


def test_a_new_round_about_the_same_begins_with_what_was_chosen_before(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    other = CandidacyFactory(project_actor__project=project)
    earlier = running(project, owner, candidacy, concepts=[Concept.WILL])
    close_round(by=owner, round_=earlier)

    page = as_(owner).get(f"{url('runder-ny')}?som={earlier.pk}").content.decode()

    def is_checked(name: str, value: object) -> bool:
        _before, _found, after = page.partition(f'name="{name}"\n           value="{value}"')
        return " checked" in f" {after.partition('>')[0]}".replace("\n", " ")

    assert is_checked("subjects", candidacy.pk)
    assert not is_checked("subjects", other.pk)
    assert is_checked("concepts", "will")
    assert not is_checked("concepts", "ability")
    assert as_(owner).get(f"{url('runder-ny')}?som=999999").status_code == 404


def test_without_roles_the_list_says_what_to_do_first(as_: As, owner: User, project: Project) -> None:
    assert url("vurdering-ny") in text(as_(owner).get(url("runder")))
    assert url("vurdering-ny") in text(as_(owner).get(url("runder-ny")))


def test_the_round_keeps_the_day_it_was_opened(owner: User, project: Project, candidacy: Candidacy) -> None:
    with time_machine.travel(datetime(2026, 11, 21, 23, 30, tzinfo=DENMARK), tick=False):
        assert running(project, owner, candidacy).held_on == date(2026, 11, 21)
