"""What each pasted cell is understood as: shown with its unit, named where it is not understood, and never guessed."""

import html
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from actors.models import Actor, Sphere
from forankring.accounts.models import User
from projects.models import BudgetLine, FundingSource, HoursUnit, Project, Task
from tests.browser_client import Client
from tests.factories import ActionFactory, ActorFactory, BudgetLineFactory, TaskFactory
from tests.letting_go import RiskFactory
from tests.phases.lists.addresses import url
from tests.phases.lists.test_paste_pages import seen

As = Callable[[User], Client]


def preview(client: Client, name: str, text: str) -> str:
    return html.unescape(client.post(url(f"{name}-flere"), {"lines": text}).content.decode()).replace("\xa0", " ")


def ticked(page: str) -> list[str]:
    return re.findall(r'name="take" value="(\d+)" id="[^"]*" checked', page)


def add(client: Client, name: str, text: str, **more: Any) -> Any:
    page = preview(client, name, text)
    return client.post(url(f"{name}-flere"), {"lines": text, "seen": seen(page), "take": ticked(page), **more})


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Opgave\tTimer\tTimerne er\nFinde lokale\t60\tom året", HoursUnit.YEAR),
        ("Opgave\tTimer\tEnhed\nFinde lokale\t60\tpr. uge", HoursUnit.WEEK),
        ("Opgave\tTimer/år\nFinde lokale\t60", HoursUnit.YEAR),
        ("Opgave\tTimer pr. år\nFinde lokale\t60", HoursUnit.YEAR),
        ("Opgave\tTimer (om året)\nFinde lokale\t60", HoursUnit.YEAR),
        ("Opgave\tTimer i drift pr. uge\nFinde lokale\t60", HoursUnit.WEEK),
        ("Opgave\tTimer\nFinde lokale\t60 timer om året", HoursUnit.YEAR),
        ("Opgave\tTimer\nFinde lokale\t60 t/uge", HoursUnit.WEEK),
    ],
)
def test_hours_keep_what_they_count_for(as_: As, owner: User, project: Project, text: str, unit: str) -> None:
    client = as_(owner)
    page = preview(client, "opgaver", text)
    assert f"60 timer {unit.label.removeprefix('timer ')}" in page  # type: ignore[attr-defined]

    add(client, "opgaver", text)

    task = Task.objects.get()
    assert (task.hours_operation, task.hours_unit) == (Decimal(60), unit)


def test_hours_without_a_unit_are_asked_about_and_never_guessed(as_: As, owner: User, project: Project) -> None:
    client, text = as_(owner), "Opgave\tTimer\nFinde lokale\t60"
    assert "Er timerne om ugen eller om året?" in preview(client, "opgaver", text)

    asked = add(client, "opgaver", text)
    assert "Vælg, om timerne er om ugen eller om året." in asked.content.decode()
    assert not Task.objects.exists()

    add(client, "opgaver", text, unit="year")
    assert Task.objects.get().hours_unit == HoursUnit.YEAR


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Opgave\tTimer pr. måned\nFinde lokale\t60", "”60”. Timer tælles om ugen eller om året."),
        ("Opgave\tTimer\tTimerne er\nFinde lokale\t60\tom måneden", "Timerne er: ”om måneden”"),
        ("Opgave\tTimer pr. år\nFinde lokale\t2 timer om ugen", "siger noget andet"),
        (
            "Opgave\tTimer i projektet pr. uge\tTimer i drift pr. år\nFinde lokale\t2\t60",
            "både timer om ugen og om året",
        ),
        ("Opgave\tTimer pr. år\nFinde lokale\t7.30", "Det kan læses på to måder"),
        ("Opgave\tTimer\nFinde lokale\tca. 3", "Timer i drift: ”ca. 3”"),
    ],
)
def test_hours_not_understood_are_named_unticked_and_kept_as_words(
    as_: As, owner: User, project: Project, text: str, words: str
) -> None:
    client = as_(owner)
    page = preview(client, "opgaver", text)
    assert "Ikke forstået." in page
    assert words in page
    assert not ticked(page)

    add(client, "opgaver", text, take=["0"])

    task = Task.objects.get()
    assert (task.hours_operation, task.hours_project) == (None, None)
    assert text.split("\t")[-1].split()[0] in task.description


@pytest.mark.parametrize(
    "amount", ["28.000,- kr.", "28.000 kr", "28 000", "28.000,-", "kr. 28.000,00", "28.000 kr. om året", "28 t.kr."]
)
def test_an_amount_is_read_as_danes_write_it_and_shown_with_its_unit(
    as_: As, owner: User, project: Project, amount: str
) -> None:
    client, text = as_(owner), f"Udgift\tBeløb\nMad\t{amount}"

    assert "28.000 kr. om året" in preview(client, "oekonomi", text)
    add(client, "oekonomi", text)

    assert BudgetLine.objects.get().amount == 28_000


@pytest.mark.parametrize(
    "text",
    [
        "Udgift\tBeløb\nMad\t28,000",
        "Udgift\tBeløb\nMad\tca. 28.000",
        "Udgift\tBeløb pr. måned\nMad\t28.000",
        "Udgift\tBeløb\nMad\t28.000 kr. pr. md.",
        "Udgift\tBeløb i alt\nMad\t28.000",
    ],
)
def test_an_amount_not_understood_changes_no_sum(as_: As, owner: User, project: Project, text: str) -> None:
    client = as_(owner)
    page = preview(client, "oekonomi", text)
    assert "Ikke forstået." in page
    assert not ticked(page)

    add(client, "oekonomi", text, take=["0"])

    assert BudgetLine.objects.get().amount is None
    assert "28" in BudgetLine.objects.get().source_note


def test_a_payer_that_is_not_on_the_list_is_told_and_is_never_nobody(as_: As, owner: User, project: Project) -> None:
    client, text = as_(owner), "Udgift\tBeløb\tKilde\tSikkerhed\nMad\t5.000\tMenighedsrådet\tBevilget"
    page = preview(client, "oekonomi", text)
    assert "Kilde: ”Menighedsrådet”. Det står ikke på listen." in page
    assert not ticked(page)

    add(client, "oekonomi", text, take=["0"])

    line = BudgetLine.objects.get()
    assert (line.source, line.source_note, line.certainty) == (FundingSource.OTHER, "Menighedsrådet", "granted")
    assert "Ingen betaler endnu" not in client.get(url("oekonomi")).content.decode()


@pytest.mark.parametrize("sphere", ["stat/region", "Stat eller region", "stat", "Region", "STAT / REGION"])
def test_a_sphere_is_read_in_its_usual_short_forms(as_: As, owner: User, project: Project, sphere: str) -> None:
    add(as_(owner), "aktoerer", f"Aktør\tSfære\nRegionshospitalet\t{sphere}")

    assert Actor.objects.get(name="Regionshospitalet").sphere == Sphere.STATE


def test_an_improbable_day_is_asked_about(as_: As, owner: User, project: Project) -> None:
    page = preview(as_(owner), "oekonomi", "Udgift\tUdløber\nMad\t1. maj 2127")

    assert "mere end 50 år fra i dag" in page
    assert not ticked(page)


@pytest.mark.parametrize(
    "text",
    [
        "Opgave\tSkolen\tKlubben\tBoligsocial\nFinde lokale\tA\tU\tB\nTale med skolen\tR\tA\t",
        "Opgave;Skolen;Klubben\nFinde lokale;A/R;C\nTale;I;R",
        "Nr.\tHvad skal gøres\tSkolen\tKlubben\n1\tFinde lokale\tR\tI\n2\tTale\tC\tA",
    ],
)
def test_a_responsibility_sheet_is_told_where_it_belongs(as_: As, owner: User, project: Project, text: str) -> None:
    page = preview(as_(owner), "opgaver", text)

    assert "Det ligner et ansvarsskema" in page
    assert f'href="{reverse("daekning", args=[project.slug])}"' in page
    assert text.split("\n")[0] in page
    assert not Task.objects.exists()


def test_sums_are_not_ticked(as_: As, owner: User, project: Project) -> None:
    text = "Udgift\tBeløb\nMad\t5.000\nI alt\t5.000\nI alt pr. år:\t5.000\n\t5.000\nTotalforsikring\t900"
    page = preview(as_(owner), "oekonomi", text)

    assert ticked(page) == ["0", "4"]
    assert page.count("Ligner en sum") == 3


def test_unknown_headings_stand_before_their_text(as_: As, owner: User, project: Project) -> None:
    add(as_(owner), "opgaver", "Opgave;Farve;Hvor tit\nFinde lokale;blå;hver uge\nTale;;om mandagen")

    assert [task.description for task in Task.objects.in_order()] == [
        "Farve: blå\nHvor tit: hver uge",
        "Hvor tit: om mandagen",
    ]


@pytest.mark.parametrize(
    "text",
    [
        'Opgave\tTimer/år\tBeskrivelse\n"Finde lokale\nog nøgle"\t60\t"Ring til ""driften"" og\nspørg"\nMad\t1,5\tKage',
        'Opgave;Timer/år;Beskrivelse\n"Finde lokale\nog nøgle";60;"Ring til ""driften"" og\nspørg"\nMad;1,5;Kage',
    ],
    ids=["copied from a sheet", "a file with semicolons"],
)
def test_a_cell_with_quotes_and_line_breaks_is_one_cell(as_: As, owner: User, project: Project, text: str) -> None:
    add(as_(owner), "opgaver", text)

    assert [(task.title, task.hours_operation, task.description) for task in Task.objects.in_order()] == [
        ("Finde lokale og nøgle", Decimal(60), 'Ring til "driften" og\nspørg'),
        ("Mad", Decimal("1.5"), "Kage"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("risici", "Risiko\tVægt\tHvem\nBrand\tstor\tFormand", "Vægt: stor"),
        ("tiltag", "Tiltag\tStart og frist\nMøde\t1. maj 2027 (hvis vi når det)", "1. maj 2027 (hvis vi når det)"),
        ("tiltag", "Tiltag\tFarve\tFrist\nMøde\tblå\t1. maj 2027", "Farve: blå"),
    ],
)
def test_what_no_field_takes_is_told_before_anything_is_added(
    as_: As, owner: User, project: Project, name: str, text: str, words: str
) -> None:
    assert re.search(rf"Kommer ikke med:?\s*(?:<[^>]+>\s*)*[^<]*{re.escape(words)}", preview(as_(owner), name, text))


@pytest.mark.parametrize("sphere", ["M", "Ko", "rumvæsen"])
def test_a_letter_or_a_strange_word_names_no_choice(as_: As, owner: User, project: Project, sphere: str) -> None:
    page = preview(as_(owner), "aktoerer", f"Navn\tSektor\nKlubben\t{sphere}")

    assert f"Sfære: ”{sphere}”. Det er ikke et af de svar, man kan vælge." in page
    assert not ticked(page)


def table(client: Client, project: Project, heading: str) -> str:
    """A table of our own plan as a browser copies it: cells by tabs, rows by lines."""
    page = client.get(reverse("plan", args=[project.slug])).content.decode()
    found = re.search(rf"<table(?:(?!</table>).)*?>{re.escape(heading)}<.*?</table>", page, re.DOTALL)
    assert found, heading
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", found[0], re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    plain = [[" ".join(html.unescape(re.sub(r"<[^>]+>", "", cell)).split()) for cell in row] for row in cells]
    return "\n".join("\t".join(row) for row in plain if row)


def test_our_own_tables_read_back(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    task = TaskFactory(
        project=project, title="Hjælpe med lektier", task_type="UDF", solved_today_by="medarbejder", is_critical=True,
        hours_operation=Decimal("7.5"), hours_unit=HoursUnit.YEAR, operation_level="keep", competences="Tale dansk.",
        legal_requirements=["child_certificate"],
    )  # fmt: skip
    line = BudgetLineFactory(
        project=project, title="Mad", amount=28_000, source=FundingSource.PRIVATE_FOUNDATION,
        source_note="Pilebrofonden", certainty="applied", task=task,
    )  # fmt: skip
    tasks, budget = table(client, project, "Løses i dag af"), table(client, project, "Hvem betaler")
    asked = ("title", "task_type", "solved_today_by", "is_critical", "hours_operation", "hours_unit", "operation_level")
    asked = (*asked, "competences", "legal_requirements")
    was = {name: getattr(task, name) for name in asked}
    Task.objects.filter(pk=task.pk).update(title="En anden")
    BudgetLine.objects.filter(pk=line.pk).update(title="En anden")

    add(client, "opgaver", tasks)
    add(client, "oekonomi", budget)

    read = Task.objects.get(title="Hjælpe med lektier")
    assert {name: getattr(read, name) for name in asked} == was
    money = BudgetLine.objects.get(title="Mad")
    assert (money.amount, money.source, money.source_note, money.certainty) == (
        28_000, FundingSource.PRIVATE_FOUNDATION, "Pilebrofonden", "applied",
    )  # fmt: skip


def test_our_own_tables_of_actions_and_risks_read_back(as_: As, owner: User, project: Project) -> None:
    client = as_(owner)
    action = ActionFactory(
        project=project, title="Holde møde", responsible="Formand", start=date(2027, 2, 17), deadline=date(2027, 4, 17),
        success_criterion="Alle ved det",
    )  # fmt: skip
    risk = RiskFactory(
        project=project, title="Tovholderen stopper", likelihood="likely", consequence="serious",
        countermeasure="Find en til", owner="Formand",
    )  # fmt: skip
    actions, risks = table(client, project, "Start og frist"), table(client, project, "Vægt")
    kept = {
        action: ("responsible", "start", "deadline", "success_criterion"),
        risk: ("likelihood", "consequence", "countermeasure", "owner"),
    }
    was = {row: {name: getattr(row, name) for name in names} for row, names in kept.items()}
    for row in kept:
        type(row)._default_manager.filter(pk=row.pk).update(title="En anden")

    add(client, "tiltag", actions)
    add(client, "risici", risks)

    for row, names in kept.items():
        read = type(row)._default_manager.get(title=row.title)
        assert {name: getattr(read, name) for name in names} == was[row]


def test_an_actor_copied_with_invisible_marks_is_the_one_that_exists(as_: As, owner: User, project: Project) -> None:
    known = ActorFactory(programme=project.programme, name="Åparkens beboerforening")

    add(as_(owner), "aktoerer", "a\u030aparkens beboer\u00adforening")

    assert list(Actor.objects.all()) == [known]
