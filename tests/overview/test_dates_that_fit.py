"""Saving dates lists what no longer fits, and a project follows its helhedsplan's end unless it was set apart."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from actors.calendar import DateKind, calendar_of, calendar_within
from actors.models import Programme
from forankring.accounts.models import User
from forankring.ui.dates import read_date
from projects.documents.build import build_plan
from projects.documents.summary import summarise
from projects.lifecycle.due import all_dates
from projects.models import (
    CalendarDate,
    Handover,
    OutcomeAnswers,
    PlanOutline,
    Project,
    StaffHours,
    WhyWhat,
)
from projects.phases.facts import facts_of
from projects.phases.health import Severity, findings_of_dates
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    BudgetLineFactory,
    CommitmentFactory,
    OpenQuestionFactory,
    ProjectFactory,
)
from tests.forms import sent_by
from tests.meeting_rows import MeetingFactory, NextStepFactory
from tests.outcomes import FundingBidFactory, NoticeFactory, WindDownItemFactory

As = Callable[[User], Client]
TODAY = date(2026, 11, 21)


@pytest.fixture
def project(project: Project) -> Project:
    """In its helhedsplan's own period, to the end of October 2028, with a decision to anchor it."""
    Programme.objects.filter(pk=project.programme_id).update(start=date(2024, 11, 1), end=date(2028, 10, 31))
    Project.objects.filter(pk=project.pk).update(start=None, end=None)
    WhyWhat.objects.update_or_create(project=project, defaults={"decision": "anchor"})
    return Project.objects.select_related("programme").get(pk=project.pk)


def told(response: object) -> str:
    return " ".join(str(message) for message in response.context["messages"])  # type: ignore[attr-defined]


def move_the_helhedsplan(client: Client, project: Project, end: str) -> str:
    answers = {"name": project.programme.name, "start": "1. november 2024", "end": end}
    return told(client.post(reverse("programme_edit", args=[project.programme_id]), answers, follow=True))


def test_a_project_follows_its_helhedsplan_unless_it_was_set_apart(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    create = reverse("project_create", args=[project.programme_id])
    for name, end in (("Følger", ""), ("Samme dag", "31. oktober 2028"), ("For sig", "30. juni 2028")):
        client.post(create, {"name": name, "end": end})

    move_the_helhedsplan(client, project, "31. januar 2027")

    made = Project.objects.exclude(pk=project.pk).select_related("programme")
    assert {each.name: each.ends_on for each in made} == {
        "Følger": date(2027, 1, 31),
        "Samme dag": date(2027, 1, 31),
        "For sig": date(2028, 6, 30),
    }


def test_saving_the_frame_unchanged_sets_no_project_apart(as_: As, owner: User, project: Project) -> None:
    client, address = as_(owner), reverse("project_edit", args=[project.slug])

    client.post(address, {"name": "Nyt navn", "end": client.get(address).context["form"]["end"].value() or ""})

    project.refresh_from_db()
    assert (project.name, project.end) == ("Nyt navn", None)


def test_a_day_of_its_own_must_fit_the_helhedsplans_other_day(as_: As, owner: User, project: Project) -> None:
    page = as_(owner).post(reverse("project_edit", args=[project.slug]), {"name": "X", "end": "31. oktober 2024"})
    assert list(page.context["form"].errors) == ["end"]


@pytest.mark.parametrize("whose", ["project_edit", "programme_edit"])
def test_saving_an_earlier_end_lists_what_no_longer_fits(as_: As, owner: User, project: Project, whose: str) -> None:
    CommitmentFactory(task__project=project, task__title="Lede", state="agreed", takes_over_on=date(2028, 9, 1))
    ActionFactory(project=project, title="Holde kursus", deadline=date(2028, 8, 1))
    key = project.slug if whose == "project_edit" else project.programme_id
    name = project.name if whose == "project_edit" else project.programme.name

    def save() -> str:
        answers = {"name": name, "end": "1. februar 2027"}
        return told(as_(owner).post(reverse(whose, args=[key]), answers, follow=True))

    said = save()
    assert "overtager først O1 Lede 1. september 2028. Projektet slutter 1. februar 2027." in said
    assert "Holde kursus ligger efter projektets slutning." in said
    assert "passer ikke længere" not in save()
    findings = findings_of_dates(facts_of(Project.objects.select_related("programme").get(pk=project.pk)))
    assert {finding.rule.severity for finding in findings} == {Severity.SERIOUS}


@pytest.mark.parametrize("name", ["project", "project_calendar", "programme", "programme_calendar", "plan", "health"])
def test_a_trial_that_ends_before_it_begins_is_never_written_as_a_period(
    as_: As, owner: User, project: Project, name: str
) -> None:
    client = as_(owner)
    client.post(reverse("project_calendar_date", args=[project.slug, "proevedrift"]), {"day": "9. februar 2028"})
    said = move_the_helhedsplan(client, project, "11. februar 2028")

    key = project.programme_id if name.startswith("programme") else project.slug
    page = client.get(reverse(name, args=[key])).content.decode()

    assert "men ”Prøvedrift begynder” er først 9. februar 2028." in said
    assert not any(f"9. februar 2028 – {rest}" in page for rest in ("11. november 2027", "10. november 2027"))
    if name == "health":
        assert "men ”Prøvedrift begynder” er først 9. februar 2028." in page
    for due in build_plan(project_of(owner, project), TODAY).dates:
        assert not (due.day and due.until and due.until < due.day)


def project_of(owner: User, project: Project) -> Project:
    return Project.objects.visible_to(owner).with_decision().select_related("programme").get(pk=project.pk)


def test_moving_one_date_past_another_is_told(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    client.post(reverse("project_calendar_date", args=[project.slug, "opfoelgning-3"]), {"day": "15. februar 2029"})
    said = move_the_helhedsplan(client, project, "31. oktober 2029")
    assert "”Opfølgning efter 3 måneder” er 15. februar 2029, før projektet er slut." in said


def test_taking_over_long_after_the_end_is_told_found_and_not_ready(as_: As, owner: User, project: Project) -> None:
    row = CommitmentFactory(task__project=project, task__is_critical=True, state="agreed")
    client = as_(owner)

    def take_over(day: str) -> str:
        answers = {"responsible": row.project_actor_id, "takes_over_on": day}
        return told(client.post(reverse("ansvar-ret", args=[project.slug, row.task_id]), answers, follow=True))

    assert "er der ingen til at løse" in take_over("1. maj 2030")
    summary = summarise(build_plan(project_of(owner, project), TODAY))
    assert not any("aftalt ansvarlig" in text for text in summary.ready)
    assert any("Overtages først efter projektets slutning" in text for text in summary.missing)
    health = client.get(reverse("health", args=[project.slug])).content.decode()
    assert "overtager først O1" in health

    assert "er der ingen til at løse" not in take_over("1. november 2028")
    summary = summarise(build_plan(project_of(owner, project), TODAY))
    assert any(text.startswith("1 af 1") for text in summary.ready)


PERIOD = re.compile(r"(\d+\. [a-zæ]+(?: \d{4})?) – (\d+\. [a-zæ]+ \d{4})")
PAGES = ["project", "project_calendar", "programme", "programme_calendar", "plan", "health", "tiltag", "fase-4"]


def backward_periods(text: str) -> list[str]:
    """Every period of the text whose last day comes before its first."""
    found = []
    for first, last in PERIOD.findall(text):
        end = read_date(last)
        begin = read_date(first if re.search(r"\d{4}$", first) else f"{first} {end.year}")
        if end < begin:
            found.append(f"{first} – {last}")
    return found


def test_the_reader_of_periods_sees_one_that_runs_backwards() -> None:
    assert backward_periods("9. februar 2027 – 11. november 2026") == ["9. februar 2027 – 11. november 2026"]
    assert not backward_periods("9. februar – 11. november 2026")


DAY = st.none() | st.dates(date(2024, 1, 1), date(2030, 12, 31))


@given(start=DAY, end=DAY, own=st.tuples(DAY, DAY), moved=st.dictionaries(st.sampled_from(DateKind), DAY))
def test_no_timeline_has_a_period_that_ends_before_it_begins(
    start: date | None,
    end: date | None,
    own: tuple[date | None, date | None],
    moved: dict[DateKind, date | None],
) -> None:
    days = {kind.value: day for kind, day in moved.items() if day}
    shared = calendar_of(start, end, moved=days)
    for calendar in (shared, calendar_within(shared, own[0] or start, own[1] or end, days)):
        periods = [(due.day, due.until) for due in all_dates(calendar, TODAY)]
        shown = [(stage.start, stage.end) for stage in calendar.stages]
        assert not [each for each in [*periods, *shown] if each[0] and each[1] and each[1] < each[0]]
        assert not [due.days_in_words for due in all_dates(calendar, TODAY) if backward_periods(due.days_in_words)]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2024-11-01", "2026-12-01", {"proevedrift": "2028-01-09", "overdragelse": "2028-09-01"}),
        ("2027-05-01", "2028-10-31", {"proevedrift-slut": "2025-02-01", "drift": "2024-12-01"}),
        ("2024-11-01", "2028-10-31", {"igangsaetning": "2028-09-01", "forankring": "2024-12-24"}),
        ("2024-11-01", "2028-10-31", {"opfoelgning-12": "2025-01-01", "forankringsplan": "2030-01-01"}),
    ],
)
def test_no_page_prints_a_period_that_runs_backwards(
    as_: As, owner: User, project: Project, start: str, end: str, days: dict[str, str]
) -> None:
    client = as_(owner)
    Project.objects.filter(pk=project.pk).update(start=date(2027, 2, 1))
    for kind, day in days.items():
        address = reverse("project_calendar_date", args=[project.slug, kind])
        CalendarDate.objects.create(programme=project.programme, project=project, kind=kind, moved_to=day)
        assert client.get(address).status_code == 200
    Programme.objects.filter(pk=project.programme_id).update(start=start, end=end)

    for name in PAGES:
        key = project.programme_id if name.startswith("programme") else project.slug
        page = client.get(reverse(name, args=[key])).content.decode()
        assert not backward_periods(strip_tags(page)), name
    assert findings_of_dates(facts_of(Project.objects.select_related("programme").get(pk=project.pk)))


# Every field with a date that somebody is still to keep: how it is written, and what the list then says.
DATED: dict[str, tuple[str, Callable[[Project], object], str]] = {
    "goal": (
        "anchor",
        lambda project: WhyWhat.objects.filter(project=project).update(goal_date=date(2024, 12, 1)),
        "Forankringsmålet skal være nået 1. december 2024, før projektet begynder 1. juni 2025.",
    ),
    "decision": (
        "anchor",
        lambda project: WhyWhat.objects.filter(project=project).update(decided_on=date(2028, 9, 3)),
        "Beslutningen er dateret 3. september 2028.",
    ),
    "question": (
        "anchor",
        lambda project: OpenQuestionFactory(project=project, question="Hvem låser op?", deadline=date(2028, 9, 4)),
        "”Hvem låser op?” skal først være afklaret 4. september 2028.",
    ),
    "competences": (
        "anchor",
        lambda project: PlanOutline.objects.update_or_create(
            project=project, defaults={"competence_deadline": date(2028, 9, 5)}
        ),
        "De nye kompetencer skal først være på plads 5. september 2028.",
    ),
    "handover": (
        "anchor",
        lambda project: Handover.objects.update_or_create(
            project=project, defaults={"handed_over_on": date(2028, 9, 6)}
        ),
        "Overdragelsen er sat til 6. september 2028.",
    ),
    "hours": (
        "anchor",
        lambda project: StaffHours.objects.create(project=project, month=date(2028, 9, 1), role="Leder", hours=9),
        "Der står timer efter projektets slutning, i september 2028 (Leder).",
    ),
    "hours before": (
        "anchor",
        lambda project: StaffHours.objects.create(project=project, month=date(2025, 5, 1), role="Leder", hours=9),
        "Der står timer, før projektet begynder, i maj 2025 (Leder).",
    ),
    "money": (
        "anchor",
        lambda project: BudgetLineFactory(project=project, title="Kaffe", expires_on=date(2026, 2, 7)),
        "Pengene til ”Kaffe” udløber 7. februar 2026, før driften begynder.",
    ),
    "action": (
        "anchor",
        lambda project: ActionFactory(project=project, title="Holde kursus", start=date(2028, 9, 8)),
        "Holde kursus begynder først 8. september 2028.",
    ),
    "take-over": (
        "anchor",
        lambda project: CommitmentFactory(
            task__project=project, task__title="Lede", state="agreed", takes_over_on=date(2025, 5, 9)
        ),
        "overtager O1 Lede 9. maj 2025, før projektet begynder 1. juni 2025.",
    ),
    "meeting": (
        "anchor",
        lambda project: MeetingFactory(project=project, kind="analysis", held_on=date(2028, 9, 9)),
        "Workshop 3: analyse og plan er sat til 9. september 2028.",
    ),
    "next step": (
        "anchor",
        lambda project: NextStepFactory(meeting__project=project, text="Ringe rundt", due_on=date(2028, 9, 10)),
        "”Ringe rundt” er aftalt til senest 10. september 2028.",
    ),
    "wind-down": (
        "end",
        lambda project: WindDownItemFactory(project=project, title="Mailkonto", on=date(2028, 9, 11)),
        "”Mailkonto” skal først afvikles 11. september 2028.",
    ),
    "notice": (
        "end",
        lambda project: NoticeFactory(project=project, audience="Forældrene", on=date(2028, 9, 12)),
        "Forældrene får først besked 12. september 2028.",
    ),
    "papers": (
        "end",
        lambda project: OutcomeAnswers.objects.create(project=project, papers_kept_until=date(2026, 2, 13)),
        "Papirerne gemmes kun til 13. februar 2026.",
    ),
    "bid": (
        "new_funding",
        lambda project: FundingBidFactory(project=project, funder="En fond", deadline=date(2028, 9, 14)),
        "Fristen for ansøgningen til En fond er 14. september 2028.",
    ),
    "plan B": (
        "new_funding",
        lambda project: OutcomeAnswers.objects.create(project=project, decide_by=date(2028, 9, 15)),
        "Plan B skal først vælges 15. september 2028.",
    ),
}


@pytest.mark.parametrize("field", DATED)
def test_every_date_of_a_project_is_told_when_the_period_no_longer_has_room_for_it(
    as_: As, owner: User, project: Project, field: str
) -> None:
    decision, write, expected = DATED[field]
    client = as_(owner)
    WhyWhat.objects.filter(project=project).update(decision=decision)
    write(project)

    answers = {"name": project.name, "start": "1. juni 2025", "end": "1. februar 2027"}
    said = told(client.post(reverse("project_edit", args=[project.slug]), answers, follow=True))

    assert expected in said
    health = client.get(reverse("health", args=[project.slug])).content.decode()
    assert expected in health.replace("&quot;", '"')


def test_an_evaluation_outside_the_helhedsplan_is_told_once_for_its_projects(
    as_: As, owner: User, project: Project
) -> None:
    client = as_(owner)
    ProjectFactory(programme=project.programme)
    client.post(reverse("programme_calendar_date", args=[project.programme_id, "slutevaluering"]), {"day": "1-8-2028"})
    said = move_the_helhedsplan(client, project, "31. januar 2027")
    words = "”Slutevaluering” er 1. august 2028. Det passer ikke med helhedsplanens periode."
    assert said.count(words) == 1
    assert words in client.get(reverse("health", args=[project.slug])).content.decode()


def test_a_project_that_outlives_its_helhedsplan_is_told(as_: As, owner: User, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(end=date(2028, 3, 31))
    said = move_the_helhedsplan(as_(owner), project, "31. januar 2027")
    assert "Projektet slutter 31. marts 2028, men helhedsplanen slutter allerede 31. januar 2027." in said


# What a person saves with a day that cannot be kept, and what is said at once.
SAVED: dict[str, tuple[str, dict[str, str], str]] = {
    "maal": ("anchor", {"goal": "Åbent", "goal_date": "1. maj 2023"}, "før projektet begynder 1. november 2024"),
    "spoergsmaal-ny": ("anchor", {"question": "Hvem?", "deadline": "2. maj 2031"}, "først være afklaret 2. maj 2031"),
    "kompetencer": ("anchor", {"competence_deadline": "3. maj 2031"}, "først være på plads 3. maj 2031"),
    "overdragelse-aftale": ("anchor", {"handed_over_on": "4. maj 2031"}, "Overdragelsen er sat til 4. maj 2031"),
    "udfasning-ny": ("anchor", {"month": "maj 2031", "hours": "7"}, "efter projektets slutning, i maj 2031"),
    "opfoelgning-ny": ("anchor", {"due_on": "5. maj 2026"}, "Opfølgningen 5. maj 2026 ligger, før"),
    "oekonomi-ny": ("anchor", {"title": "Kaffe", "expires_on": "6. maj 2027"}, "udløber 6. maj 2027, før driften"),
    "tiltag-ny": ("anchor", {"title": "Kursus", "start": "7. maj 2031"}, "begynder først 7. maj 2031"),
    "afvikling-ny": ("end", {"title": "Mailkonto", "on": "8. maj 2031"}, "først afvikles 8. maj 2031"),
    "besked-ny": ("end", {"audience": "Naboer", "on": "9. maj 2031"}, "Naboer får først besked 9. maj 2031"),
    "papirer": ("end", {"papers_kept_until": "10. maj 2026"}, "gemmes kun til 10. maj 2026"),
    "ansoegninger-ny": (
        "new_funding",
        {"funder": "Fonden", "deadline": "11. maj 2031", "status": "idea"},
        "Fonden er 11. maj",
    ),
    "plan-b": ("new_funding", {"decide_by": "12. maj 2031"}, "først vælges 12. maj 2031"),
    "moede-ny": ("anchor", {"kind": "analysis", "held_on": "13. maj 2031"}, "er sat til 13. maj 2031"),
}


@pytest.mark.parametrize("name", SAVED)
def test_a_day_that_cannot_be_kept_is_saved_and_told_at_once(as_: As, owner: User, project: Project, name: str) -> None:
    decision, answers, expected = SAVED[name]
    WhyWhat.objects.filter(project=project).update(decision=decision)
    client, address = as_(owner), reverse(name, args=[project.slug])

    # A meeting's form stands on a page without the furniture of a step.
    sent = {} if name == "moede-ny" else sent_by(client.get(address))
    said = told(client.post(address, sent | answers, follow=True))

    assert expected in said
    assert findings_of_dates(facts_of(Project.objects.select_related("programme").get(pk=project.pk)))
