"""The map of the actors: the same facts as picture and as list, and what is missing on it."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from actors.models import RelationKind
from forankring.accounts.models import User
from projects.models import Project
from projects.phases.mapping.map import MOST_LINES, Bond, contributions_map, shows_only_responsible, tasks_map
from projects.phases.mapping.map_list import entries_of, holes_of
from projects.phases.mapping.weak_spots import Carried, Carrier, Part
from tests.browser_client import Client
from tests.factories import ActorRelationFactory, CommitmentFactory, ProjectActorFactory, TaskFactory

As = Callable[[User], Client]
SCHOOL = Carrier("s", "A1", "Skolen", "municipality", "no", True, ("time", "mandate"))
CLUB = Carrier("c", "A2", "Klubben", "civil_society", "yes", True, ("money",))
SHOP = Carrier("m", "A3", "Butikken", "market", "no", True)
OLD = Carrier("o", "A4", "Nedlagt", "state", "no", False, ("premises",))
ACTORS = [SCHOOL, CLUB, SHOP, OLD]
MONEY = Bond("m", "c", RelationKind.MONEY)


def task(code: str, *parts: tuple[Carrier, str, str]) -> Carried:
    return Carried(code, True, [Part(actor.key, role, state) for actor, role, state in parts], "Lede")


TASKS = [task("O1", (SCHOOL, "A", "agreed"), (CLUB, "R", "proposed")), task("O2", (CLUB, "U", "possible"))]


def test_every_sphere_is_a_region_and_every_actor_a_node_in_its_own() -> None:
    drawn = contributions_map(ACTORS, [])
    assert [panel.label for panel in drawn.panels] == [
        "Kommune",
        "Stat eller region",
        "Beboere, foreninger og boligorganisation",
        "Marked",
    ]
    assert {spot.label: spot.is_left for spot in drawn.spots} == {
        "A1 Skolen": True,
        "A2 Klubben": False,
        "A3 Butikken": False,
        "A4 Nedlagt": True,
    }


def test_a_sphere_without_actors_and_a_contribution_nobody_gives_are_holes() -> None:
    drawn = contributions_map([SCHOOL, SHOP], [])
    empty = [(panel.label, panel.note) for panel in drawn.panels if panel.is_empty]
    assert empty == [("Stat eller region", "ingen endnu"), ("Beboere, foreninger og boligorganisation", "ingen endnu")]
    holes = {box.key for box in drawn.boxes if box.style == "hole"}
    assert "money" in holes
    assert not {"time", "mandate"} & holes
    assert "Ingen bidrager med penge" in drawn.title
    assert {spot.key: spot.style for spot in drawn.spots} == {"s": "firm", "m": "open"}


def test_an_actor_whose_sphere_is_not_chosen_has_a_region_too() -> None:
    drawn = contributions_map([SCHOOL, Carrier("x", "A9", "Netværket", "", "", True)], [])
    assert "Sfære ikke valgt" in [panel.label for panel in drawn.panels]
    assert len(drawn.spots) == 2


def test_who_is_out_of_use_is_struck_out_and_gives_nothing() -> None:
    drawn = contributions_map(ACTORS, [])
    assert {spot.key: spot.style for spot in drawn.spots}["o"] == "gone"
    assert "premises" in {box.key for box in drawn.boxes if box.style == "hole"}


def test_each_kind_of_relation_has_a_line_of_its_own() -> None:
    bonds = [Bond("s", "c", kind) for kind in RelationKind]
    drawn = contributions_map(ACTORS, bonds)
    assert len(drawn.ties) == len(RelationKind)
    assert drawn.arrows.count("z") == 2  # money and leadership have a direction
    assert drawn.crosses


def test_the_order_of_the_rows_does_not_move_anybody() -> None:
    assert contributions_map(ACTORS, []).spots == contributions_map(ACTORS[::-1], []).spots


def test_a_task_is_drawn_as_firmly_as_it_is_held() -> None:
    states = {"O1": "agreed", "O2": "proposed", "O3": "possible"}
    tasks = [task(code, (SCHOOL, "A", state)) for code, state in states.items()]
    drawn = tasks_map(ACTORS, [*tasks, task("O4")])
    assert [box.style for box in drawn.boxes] == ["firm", "open", "faint", "hole"]
    assert "Uden ansvarlig: O4." in drawn.title


def test_who_falls_away_is_struck_out_with_its_lines_and_tasks() -> None:
    drawn = tasks_map(ACTORS, TASKS, gone="s", fallen=["O1"])
    assert {spot.key: spot.style for spot in drawn.spots}["s"] == "gone"
    assert "thick" not in drawn.links
    assert [box.style for box in drawn.boxes] == ["hole", "hole"]


def test_the_lines_of_the_others_are_faint_when_one_stands_out() -> None:
    drawn = contributions_map(ACTORS, [MONEY], focus="s")
    assert set(drawn.links) == {"thin", "dotted", "quiet"}
    assert set(drawn.ties) == {"quiet"}
    assert not drawn.arrows
    assert {spot.key: spot.style for spot in drawn.spots}["s"] == "chosen"


def test_where_there_is_too_much_only_those_who_answer_have_lines() -> None:
    many = [task(f"O{n}", (SCHOOL, "A", "agreed"), (CLUB, "U", "agreed")) for n in range(MOST_LINES // 2 + 1)]
    assert shows_only_responsible(many)
    assert not shows_only_responsible(TASKS)
    assert set(tasks_map(ACTORS, many).links) == {"thick"}
    assert set(tasks_map(ACTORS, TASKS).links) == {"thick", "dashed", "thin"}


def test_the_list_tells_what_the_lines_say_from_each_side() -> None:
    told = {entry.actor.key: entry for _sphere, entries in entries_of(ACTORS, TASKS, [MONEY]) for entry in entries}
    assert told["s"].gives == "tid, mandat"
    assert told["s"].does == "O1 (ansvarlig, aftalt)"
    assert told["m"].relations == ["giver penge til A2 Klubben"]
    assert told["c"].relations == ["får penge fra A3 Butikken"]


def test_what_is_missing_is_said_in_words() -> None:
    said = "\n".join(holes_of([SCHOOL, CLUB, SHOP], TASKS, [MONEY]))
    assert "Ingen aktører i sektoren stat eller region." in said
    assert "O2 har ingen ansvarlig." in said
    assert "Ingen bidrager med lokaler, udstyr" in said
    assert "I har ikke valgt, hvad A3 kan bidrage med." in said
    assert "A1 har ingen relation til de andre." in said


@pytest.fixture
def mapped(project: Project) -> Project:
    school = ProjectActorFactory(
        project=project, actor__name="Skolen", actor__sphere="municipality", contributions=["time"]
    )
    club = ProjectActorFactory(project=project, actor__name="Klubben", actor__sphere="civil_society")
    CommitmentFactory(task=TaskFactory(project=project, title="Lede"), project_actor=school, role="A", state="agreed")
    ActorRelationFactory(from_actor=school.actor, to_actor=club.actor, kind=RelationKind.MONEY)
    return project


def look(client: Client, **asked: object) -> str:
    response = client.get(reverse("aktoerkort", args=["lektiecafeen"]), asked)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_has_the_map_with_words_for_those_who_cannot_see_it(as_: As, board: User, mapped: Project) -> None:
    page = look(as_(board))
    svg = page[page.index('<svg class="picture picture-map"') :]
    tree = ElementTree.fromstring(svg[: svg.index("</svg>") + 6])
    assert "2 aktører, 1 bidrag og 1 relation." in (tree[0].text or "")
    words = " ".join(page.split())
    assert "giver penge til A2 Klubben" in words
    assert "O1 (ansvarlig, aftalt)" in words


def test_the_page_shows_the_tasks_instead_when_asked(as_: As, board: User, mapped: Project) -> None:
    assert "O1 Lede" in look(as_(board), vis="opgaver")
    assert "Kort over aktørerne: 2 aktører" in look(as_(board), vis="noget andet")


def test_one_actor_can_stand_out_and_nobody_unknown(as_: As, board: User, mapped: Project) -> None:
    school = mapped.project_actors.get(actor__name="Skolen")
    assert "Kun linjerne fra A1 Skolen er trukket op." in look(as_(board), aktoer=school.pk)
    for unknown in ("0", "x", "\x00", "9" * 4000):
        assert "er trukket op" not in look(as_(board), aktoer=unknown)


def test_a_project_without_actors_says_what_comes_here(as_: As, board: User, project: Project) -> None:
    assert "Ingen aktører på kortet endnu" in look(as_(board))


def test_the_projects_page_leads_to_the_pictures_once_there_is_somebody_to_see(
    as_: As, board: User, project: Project
) -> None:
    address = reverse("project", args=[project.slug])
    links = [reverse(name, args=[project.slug]) for name in ("aktoerkort", "hvad-falder-vaek")]
    assert not any(link in as_(board).get(address).content.decode() for link in links)
    ProjectActorFactory(project=project)
    assert all(link in as_(board).get(address).content.decode() for link in links)


def test_an_actor_may_be_called_anything_in_a_plan_that_was_read_back() -> None:
    strange = [Carrier(code, code, "Navn", "market", "no", True, ("time",)) for code in ("", "A²", "Æ", "A10", "A9")]
    drawn = contributions_map(strange, [Bond("A9", "findes ikke", RelationKind.MONEY)])
    assert [spot.key for spot in drawn.spots][-2:] == ["A9", "A10"]
    assert drawn.ties == {}
