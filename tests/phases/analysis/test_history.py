"""Assessing again: what was held last stands beside the new, and every round can be read."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Event, Project, SharedScore
from tests.browser_client import Client
from tests.factories import AssessmentRoundFactory, CandidacyFactory, SharedScoreFactory, TaskFactory

As = Callable[[User], Client]
MARCH, MAY = date(2026, 3, 2), date(2026, 5, 26)


@pytest.fixture(autouse=True)
def the_day() -> object:
    with time_machine.travel("2026-11-21 12:00", tick=False):
        yield


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    return CandidacyFactory(project_actor__project=project, project_actor__actor__name="Skolen", title="tovholder")


def say(candidacy: Candidacy, day: date, concept: Concept, score: int | None, **values: object) -> SharedScore:
    held = AssessmentRoundFactory(project=candidacy.project_actor.project, held_on=day)
    return SharedScoreFactory(candidacy=candidacy, round=held, concept=concept, score=score, **values)


def url(name: str, candidacy: Candidacy) -> str:
    return reverse(name, args=[candidacy.project_actor.project.slug, candidacy.pk])


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_what_was_held_last_stands_beside_the_new_with_its_day(as_: As, owner: User, candidacy: Candidacy) -> None:
    assert "Sidst:" not in text(as_(owner), url("vurder-ret", candidacy))
    say(candidacy, MARCH, Concept.ABILITY, 2)
    say(candidacy, MAY, Concept.ABILITY, 3)

    page = text(as_(owner), url("vurder-ret", candidacy))

    assert page.count("Sidst:") == 1
    assert "3 af 5 – delvist" in page
    assert "(26. maj 2026)" in page
    assert "2 af 5" not in page


def test_every_round_is_shown_with_how_it_all_stood_then(as_: As, owner: User, candidacy: Candidacy) -> None:
    say(candidacy, MARCH, Concept.ABILITY, 2, reason="Ingen timer i planen.")
    say(candidacy, MARCH, Concept.WILL, None, is_unknown=True)
    say(candidacy, MAY, Concept.ABILITY, 4, evidence="document", requirement="Skriv det i planen.")

    page = text(as_(owner), url("vurdering-udvikling", candidacy))

    rows = [row.split("</tr>")[0] for row in page.split("<tbody>")[1].split("</tbody>")[0].split("<tr>")[1:]]
    assert ["26. maj 2026" in rows[0], "2. marts 2026" in rows[1]] == [True, True]
    assert "4 af 5 – i høj grad" in rows[0]
    assert rows[0].count("ikke vurderet på ny") == 3
    assert "2 af 5 – i mindre grad" in rows[1]
    assert "ved ikke" in rows[1]
    assert "Ingen timer i planen." in page
    assert "Bygger på: dokument" in page
    assert "Skriv det i planen." in page


def test_the_line_of_each_concept_runs_through_its_days(as_: As, owner: User, candidacy: Candidacy) -> None:
    for day, score in ((MARCH, 2), (date(2026, 4, 1), None), (MAY, 4)):
        say(candidacy, day, Concept.ABILITY, score, is_unknown=score is None)

    page = text(as_(owner), url("vurdering-udvikling", candidacy))

    picture = page.split('<svg class="picture picture-lines"')[1].split("</svg>")[0]
    assert picture.count("<circle") == 3
    assert "evne 2 af 5 – i mindre grad" in picture
    assert ">?</text>" in picture


def test_the_last_word_of_a_day_counts(as_: As, owner: User, candidacy: Candidacy) -> None:
    say(candidacy, MAY, Concept.WILL, 1)
    say(candidacy, MAY, Concept.WILL, 5)

    page = text(as_(owner), url("vurdering-udvikling", candidacy))

    assert "5 af 5 – fuldt" in page
    assert "1 af 5" not in page


def test_without_a_round_the_page_says_so(as_: As, owner: User, candidacy: Candidacy) -> None:
    assert "Ingen vurderinger endnu" in text(as_(owner), url("vurdering-udvikling", candidacy))


class TestAnOldAssessment:
    @pytest.fixture(autouse=True)
    def old(self, candidacy: Candidacy) -> None:
        for concept in Concept:
            say(candidacy, date(2026, 5, 20), concept, 4, evidence="document", reason="Aftalt.")

    def test_is_flagged_where_it_is_used_with_a_way_on(
        self, as_: As, owner: User, project: Project, candidacy: Candidacy
    ) -> None:
        TaskFactory(project=project)
        for name in ("vurdering", "valg", "daekning"):
            assert "er over seks måneder gammel." in text(as_(owner), reverse(name, args=[project.slug])), name
        table = text(as_(owner), reverse("vurdering-sammenligning", args=[project.slug]))
        assert "over seks måneder" in table
        assert url("vurder-ret", candidacy) in text(as_(owner), reverse("daekning", args=[project.slug]))

    def test_can_be_said_to_hold_still_and_nothing_earlier_is_touched(
        self, as_: As, owner: User, candidacy: Candidacy
    ) -> None:
        newest = SharedScore.objects.order_by("-pk").values_list("pk", flat=True)[0]
        before = list(SharedScore.objects.order_by("pk").values())

        response = as_(owner).post(url("vurdering-gaelder-stadig", candidacy), {"seen": newest}, follow=True)

        assert "gælder stadig og har fået dato i dag" in response.content.decode()
        assert "seks måneder" not in response.content.decode()
        assert list(SharedScore.objects.order_by("pk").values())[:4] == before
        today = SharedScore.objects.filter(round__held_on=date(2026, 11, 21))
        assert {(row.score, row.evidence, row.reason) for row in today} == {(4, "document", "Aftalt.")}
        assert today.count() == 4
        assert Event.objects.filter(text="vurderede A1 i en rolle").count() == 1

    def test_saying_it_twice_writes_it_once(self, as_: As, owner: User, candidacy: Candidacy) -> None:
        for _ in range(2):
            newest = SharedScore.objects.order_by("-pk").values_list("pk", flat=True)[0]
            as_(owner).post(url("vurdering-gaelder-stadig", candidacy), {"seen": newest})

        assert SharedScore.objects.count() == 8

    def test_one_who_saw_an_older_page_is_asked_to_look_again(self, as_: As, owner: User, candidacy: Candidacy) -> None:
        seen = SharedScore.objects.order_by("-pk").values_list("pk", flat=True)[0]
        say(candidacy, date(2026, 11, 20), Concept.WILL, 1)

        response = as_(owner).post(url("vurdering-gaelder-stadig", candidacy), {"seen": seen}, follow=True)

        assert "En anden har imens vurderet." in response.content.decode()
        assert SharedScore.objects.count() == 5

    @pytest.mark.parametrize("seen", ["", "x", "0", "9" * 400, "٣"])
    def test_a_number_nobody_was_shown_writes_nothing(
        self, as_: As, owner: User, candidacy: Candidacy, seen: str
    ) -> None:
        as_(owner).post(url("vurdering-gaelder-stadig", candidacy), {"seen": seen})
        assert SharedScore.objects.count() == 4

    def test_only_the_concepts_that_are_old_are_named(self, as_: As, owner: User, candidacy: Candidacy) -> None:
        say(candidacy, date(2026, 11, 20), Concept.WILL, 3)
        say(candidacy, date(2026, 11, 20), Concept.ABILITY, 3)

        page = text(as_(owner), url("vurdering-udvikling", candidacy))

        assert "Forståelse og mening er vurderet for over seks måneder siden. Gælder det stadig?" in page

    def test_a_reader_and_a_stranger_get_nowhere(
        self, as_: As, reader: User, stranger: User, candidacy: Candidacy
    ) -> None:
        for name in ("vurdering-gaelder-stadig", "vurdering-udvikling"):
            method = "post" if "stadig" in name else "get"
            assert getattr(as_(reader), method)(url(name, candidacy)).status_code == 403
            assert getattr(as_(stranger), method)(url(name, candidacy)).status_code == 404
        assert AssessmentRound.objects.count() == 1
