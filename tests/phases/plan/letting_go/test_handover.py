"""The ten points, the handover and its approval through their pages."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import Event, Handover, HandoverPoint, HandoverTick, Project
from projects.phases.plan.letting_go import views
from tests.browser_client import Client
from tests.factories import ActionFactory, BudgetLineFactory, CommitmentFactory, TaskFactory
from tests.letting_go import FollowUpFactory, HandoverTickFactory

As = Callable[[User], Client]
Url = Callable[..., str]


def test_a_point_is_ticked_by_a_person_with_role_and_date(as_: As, url: Url, editor: User, project: Project) -> None:
    said = {"state": "done", "said_by": "Driftschef", "ticked_on": "3. marts 2027", "note": "Nøglerne er givet."}

    response = as_(editor).post(url("overdragelse-ret", 4), said)

    assert response.url == f"{url('overdragelse')}#row-4"
    tick = HandoverTick.objects.get(project=project)
    assert (tick.point, tick.state, tick.said_by, tick.ticked_on) == (4, "done", "Driftschef", date(2027, 3, 3))
    page = as_(editor).get(url("overdragelse")).content.decode()
    assert "Driftschef, 3. marts 2027" in page
    assert Event.objects.get(project=project).text == "rettede punkt 4 i overdragelsen"


def test_one_goes_from_point_to_point_and_back_from_the_last(as_: As, url: Url, owner: User, project: Project) -> None:
    client = as_(owner)

    on = client.post(url("overdragelse-ret", 9), {"state": "not_yet", "add_another": "1"})
    back = client.post(url("overdragelse-ret", 10), {"state": "not_yet", "add_another": "1"})

    assert on.url == url("overdragelse-ret", 10)
    assert back.url == f"{url('overdragelse')}#row-10"


@pytest.mark.parametrize("number", [0, 11, 10**9])
def test_there_are_ten_points(as_: As, url: Url, owner: User, project: Project, number: int) -> None:
    assert as_(owner).get(url("overdragelse-ret", number)).status_code == 404
    assert as_(owner).post(url("overdragelse-ret", number), {"state": "done"}).status_code == 404


def test_the_page_shows_what_the_plan_tells_but_ticks_nothing(as_: As, url: Url, owner: User, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(end=date(2027, 6, 30))
    led, unled = TaskFactory(project=project, is_critical=True), TaskFactory(project=project)
    CommitmentFactory(task=led, role="A", state="agreed")
    CommitmentFactory(task=unled, role="A", state="proposed")
    BudgetLineFactory(project=project, amount=1_000, certainty="applied")
    ActionFactory(project=project, capacity_form="trial")
    FollowUpFactory(project=project)

    page = as_(owner).get(url("overdragelse")).content.decode()

    for sentence in (
        f"Ingen aftalt ansvarlig: {unled.code}. Ingen reserve: {led.code}.",
        "1 linje i budgettet er ikke bevilget.",
        "Prøvedriften er planlagt: P1.",
        "Kun én opfølgning ligger efter projektets slutning.",
    ):
        assert sentence in page
    assert page.count("Ikke gennemgået") == 10
    assert not HandoverTick.objects.exists()


def test_day_and_signatures_are_kept_as_roles(as_: As, url: Url, owner: User, project: Project) -> None:
    answers = {"handed_over_on": "9-6-2027", "signatures": "Skoleleder\n• Driftschef\n"}

    as_(owner).post(url("overdragelse-aftale"), answers)

    row = Handover.objects.get(project=project)
    assert (row.handed_over_on, row.signatures) == (date(2027, 6, 9), ["Skoleleder", "Driftschef"])
    assert row.approved_at is None
    assert "Skoleleder, Driftschef" in as_(owner).get(url("overdragelse")).content.decode()


@pytest.mark.parametrize("person", ["owner", "board"])
def test_an_owner_or_the_board_approves_and_takes_it_back(
    as_: As, url: Url, project: Project, person: str, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(person)
    client = as_(user)

    asked = client.post(url("overdragelse-godkend"), {"reason": " "})
    assert "Skriv, hvorfor I godkender overdragelsen nu." in asked.content.decode()
    assert "Punkt 10. " in asked.content.decode()
    assert not Handover.objects.exists()
    client.post(url("overdragelse-godkend"), {"reason": "Skolen begynder i morgen."})
    first = Handover.objects.get(project=project)
    client.post(url("overdragelse-godkend"), {"reason": "Igen."})

    assert (first.approved_by, first.approved_at) == (user, Handover.objects.get().approved_at)
    assert Handover.objects.get().approval_reason == "Skolen begynder i morgen."
    assert "Skolen begynder i morgen." in client.get(url("overdragelse")).content.decode()
    assert "Overdragelsen er godkendt" in client.get(url("overdragelse")).content.decode()
    client.post(url("overdragelse-fortryd"))
    assert (Handover.objects.get().approved_at, Handover.objects.get().approval_reason) == (None, "")
    texts = set(Event.objects.filter(project=project).values_list("text", flat=True))
    assert texts == {"godkendte overdragelsen", "trak godkendelsen af overdragelsen tilbage"}


def test_an_editor_may_not_approve_and_is_told_who_may(as_: As, url: Url, editor: User, project: Project) -> None:
    client = as_(editor)

    assert (
        "En leder af helhedsplanen eller et medlem af styregruppen godkender."
        in client.get(url("overdragelse")).content.decode()
    )
    response = client.post(url("overdragelse-godkend"))
    assert response.status_code == 403
    assert "Kun ledere af helhedsplanen og medlemmer af styregruppen" in response.content.decode()
    assert not Handover.objects.exists()


def test_an_archived_project_is_not_approved(as_: As, url: Url, owner: User, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(archived_at=timezone.now(), archived_by=owner)

    assert as_(owner).post(url("overdragelse-godkend")).status_code == 403
    assert not Handover.objects.exists()


def test_approval_is_no_gate_but_the_page_says_what_is_open(as_: As, url: Url, owner: User, project: Project) -> None:
    for point in HandoverPoint.values[:9]:
        HandoverTickFactory(project=project, point=point, state="done")
    client = as_(owner)

    assert "1 punkt er ikke på plads. Det spærrer ikke" in client.get(url("overdragelse")).content.decode()
    client.post(url("overdragelse-godkend"), {"reason": "Det sidste kommer på mandag."})
    assert "Men 1 punkt er ikke på plads." in client.get(url("overdragelse")).content.decode()


@pytest.mark.parametrize("settled", [9, 10])
@pytest.mark.parametrize("days", [-1, 703])
def test_only_on_time_and_with_ten_points_is_one_press_enough(
    as_: As, url: Url, owner: User, project: Project, settled: int, days: int
) -> None:
    for point in HandoverPoint.values[:settled]:
        HandoverTickFactory(project=project, point=point, state="done")
    day = timezone.localdate() + timedelta(days=days)
    Handover.objects.create(project=project, handed_over_on=day)

    as_(owner).post(url("overdragelse-godkend"), {"reason": ""})

    assert bool(Handover.objects.get().approved_at) is (settled == 10 and days < 0)


def test_a_tick_that_the_plan_speaks_against_is_shown(as_: As, url: Url, owner: User, project: Project) -> None:
    HandoverTickFactory(project=project, point=HandoverPoint.MONEY, state="done")

    page = as_(owner).get(url("overdragelse")).content.decode()

    assert '<p class="point-differs">Planen siger: Der er intet driftsbudget.</p>' in page


def test_a_point_opened_in_the_moment_of_approving_is_asked_about(
    as_: As, url: Url, owner: User, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The view has seen all ten settled; the service, which has the lock, sees one open."""
    monkeypatch.setattr(views, "reservations_of", lambda project: [])

    response = as_(owner).post(url("overdragelse-godkend"), {"reason": ""})

    assert "Skriv, hvorfor I godkender overdragelsen nu." in response.content.decode()
    assert not Handover.objects.exists()
