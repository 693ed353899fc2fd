"""What stands on a sheet: one's own rows in their order, with room for more, or only the room."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from projects.meetings.sheets import mapping_sheets, plan_sheets
from projects.meetings.sheets.kinds import KINDS, kinds_of
from projects.meetings.sheets.parts import SPARE, Tick, in_parts, spare, ticks
from projects.meetings.sheets.render import sheets_html
from projects.models import CommitmentState, Contribution, OperationLevel, Project
from tests.factories import (
    ActionFactory,
    CandidacyFactory,
    CommitmentFactory,
    ProjectActorFactory,
    TaskFactory,
)

HOSTILE = "<script>alert(1)</script> & {{ 7|add:7 }} %(body)s \u202eomvendt"


def html(project: Project, slug: str, *, blank: bool = False) -> str:
    return sheets_html(project, kinds_of(slug), blank=blank, today=timezone.localdate())


@given(columns=st.lists(st.integers(), max_size=60), most=st.integers(1, 12))
def test_columns_are_shared_evenly_among_as_few_pages_as_can_hold_them(columns: list[int], most: int) -> None:
    parts = in_parts(columns, most)

    assert [each for part in parts for each in part] == columns
    assert len(parts) == max(1, -(-len(columns) // most))
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert max(map(len, parts)) <= most


@given(own=st.integers(0, 100), least=st.integers(0, 20))
def test_there_is_always_room_for_what_comes_up(own: int, least: int) -> None:
    empty = len(spare(own, least))

    assert empty >= SPARE
    assert own + empty >= least


def test_what_is_chosen_has_its_tick_and_the_rest_a_box() -> None:
    found = ticks(OperationLevel.choices, OperationLevel.SIMPLIFY)

    assert found == [Tick("Bevares"), Tick("Forenkles", True), Tick("Stoppes")]
    assert [tick.words for tick in ticks(Contribution.choices, ["time", "money"]) if tick.is_chosen] == ["Tid", "Penge"]
    assert not any(tick.is_chosen for tick in ticks(Contribution.choices))


def test_the_task_list_has_ones_tasks_and_lines_for_more(project: Project) -> None:
    TaskFactory(project=project, title="Være tovholder", task_type="LED", hours_project=6, is_critical=True)

    sheet = mapping_sheets.task_sheet(project, blank=False)

    assert [row.name for row in sheet["rows"]] == ["O1"] + ["Ny"] * (mapping_sheets.TASK_ROWS - 1)
    assert sheet["rows"][0].now == "6 om ugen"
    text = html(project, "opgaver")
    assert "Være tovholder" in text
    assert "✓ ja" in text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_an_empty_sheet_has_nothing_of_the_project_but_its_name(project: Project, kind: object) -> None:
    task, actor = (
        TaskFactory(project=project, title="Opgave X"),
        ProjectActorFactory(project=project, actor__name="Aktør Y", limits="Grænse Z"),
    )
    CommitmentFactory(task=task, project_actor=actor)
    CandidacyFactory(project_actor=actor, title="rolle Q")
    ActionFactory(project=project, title="Tiltag W")

    own, empty = (html(project, kind.slug, blank=blank) for blank in (False, True))  # type: ignore[attr-defined]

    words = ("Opgave X", "Aktør Y", "Grænse Z", "rolle Q", "Tiltag W")
    assert [word for word in words if word in empty] == []
    assert [word for word in words if word in own]
    assert project.name in empty


def test_the_matrix_says_what_is_agreed_and_leaves_letters_to_circle(project: Project) -> None:
    task = TaskFactory(project=project, title="Være tovholder")
    TaskFactory(project=project, title="Holde fest", operation_level=OperationLevel.STOP)
    school = ProjectActorFactory(project=project, actor__name="Pilebroskolen")
    CommitmentFactory(task=task, project_actor=school, role="A", state=CommitmentState.AGREED)

    (part,) = mapping_sheets.matrix_sheet(project, blank=False)["parts"]

    assert part.actors == ["A1 Pilebroskolen", *["Aktør"] * (mapping_sheets.MATRIX_COLUMNS - 1)]
    assert part.rows[0] == ("O1 Være tovholder", [["Ansvarlig, aftalt"], *[[]] * 7])
    assert "Holde fest" not in html(project, "matrix")
    assert "A U B R" in html(project, "matrix")


def test_a_wide_matrix_runs_over_pages_with_room_for_new_actors(project: Project) -> None:
    for _each in range(17):
        ProjectActorFactory(project=project)

    parts = mapping_sheets.matrix_sheet(project, blank=False)["parts"]

    assert [len(part.actors) for part in parts] == [7, 6, 6]
    assert parts[-1].actors[-SPARE:] == ["Aktør"] * SPARE


def test_there_is_a_card_and_a_talk_for_each_actor_in_use(project: Project) -> None:
    ProjectActorFactory(project=project, actor__name="Pilebroskolen", limits="Lukket i ferien")
    ProjectActorFactory(project=project, actor__name="Klubben", actor__is_active=False)

    cards = mapping_sheets.actor_sheet(project, blank=False)["cards"]
    talks = mapping_sheets.interview_sheet(project, blank=False)["cards"]

    assert [card.title for card in cards] == ["A1 Pilebroskolen", "A2 Klubben (ude af brug)"]
    assert "Lukket i ferien" in [answer.text for answer in cards[0].answers]
    assert [talk.title for talk in talks] == ["Samtale med Pilebroskolen"]
    assert len([answer for answer in talks[0].answers if answer.room == 3]) == 8


def test_the_analysis_has_a_page_for_each_role_or_else_for_each_actor(project: Project) -> None:
    school = ProjectActorFactory(project=project, actor__name="Pilebroskolen")

    assert [page.title for page in plan_sheets.analysis_sheet(project, blank=False)["pages"]] == ["Pilebroskolen som"]

    CandidacyFactory(project_actor=school, title="tovholder").tasks.add(TaskFactory(project=project, title="Lede"))
    (page,) = plan_sheets.analysis_sheet(project, blank=False)["pages"]
    assert (page.title, page.tasks) == ("Pilebroskolen som tovholder", ["O1 Lede"])
    assert [concept.name for concept in page.concepts] == ["Forståelse", "Mening", "Evne", "Vilje"]
    for concept in page.concepts:
        assert len(concept.questions) == 5
        assert len(concept.scale) == 6
        assert not any(tick.is_chosen for tick in [*concept.scale, *concept.evidence])


def test_the_plan_has_ones_actions_and_who_takes_over(project: Project) -> None:
    task = TaskFactory(project=project, title="Lede")
    school = ProjectActorFactory(project=project, actor__name="Pilebroskolen")
    CommitmentFactory(task=task, project_actor=school, role="A", state=CommitmentState.PROPOSED)
    action = ActionFactory(project=project, title="Holde kursus", responsible="Projektleder", cost=25000)
    action.actors.add(school)
    action.tasks.add(task)

    sheet = plan_sheets.plan_sheet(project, blank=False)

    line = sheet["actions"][0]
    assert (line.name, line.title, line.whom, line.responsible, line.means) == (
        "P1", "Holde kursus", "A1, O1", "Projektleder", "25.000 kr.",
    )  # fmt: skip
    assert len(sheet["actions"]) == plan_sheets.ACTION_ROWS
    assert (sheet["duties"][0].task, sheet["duties"][0].roles) == ("O1 Lede", ["Pilebroskolen (foreslået)", "", ""])


def test_what_a_person_wrote_is_text_and_nothing_else(project: Project) -> None:
    TaskFactory(project=project, title=HOSTILE)
    ProjectActorFactory(project=project, actor__name=HOSTILE, limits=HOSTILE)

    text = html(project, "alle")

    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7|add:7 }} %(body)s" in text
