"""The project's page tells a person that something of theirs is typed and not saved, and leads to it."""

import re
from collections.abc import Callable
from html import unescape

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import Draft, Project
from tests.browser_client import Client
from tests.factories import TaskFactory
from tests.forms import sent_by

As = Callable[[User], Client]
LINE = "Du har skrevet noget, som ikke er gemt for de andre endnu:"


def type_in(client: Client, address: str, **answers: str) -> None:
    typed = sent_by(client.get(address)) | answers | {"gem-kladde": "1"}
    assert client.post(address, typed, headers={"Accept": "application/json"}).status_code == 200


def page(client: Client, project: Project) -> str:
    return unescape(client.get(reverse("project", args=[project.slug])).content.decode())


def ways(html: str) -> list[str]:
    """Where the line leads, but for the list of them all, which ends it."""
    return re.findall(r'href="([^"]*)"', html.split(LINE)[1].split("</p>")[0])[:-1] if LINE in html else []


def test_the_line_leads_to_what_the_writer_typed_and_nobody_else_sees_it(
    as_: As, owner: User, editor: User, reader: User, project: Project
) -> None:
    goal = reverse("maal", args=[project.slug])
    type_in(as_(owner), goal, goal="27 unger hver uge")

    (way,) = ways(page(as_(owner), project))

    assert way.startswith(goal)
    assert "27 unger hver uge" in as_(owner).get(way).content.decode()
    for other in (editor, reader):
        assert LINE not in page(as_(other), project)


def test_every_page_with_a_draft_is_named_once(as_: As, owner: User, project: Project) -> None:
    goal, row = reverse("maal", args=[project.slug]), reverse("opgaver-ny", args=[project.slug])
    type_in(as_(owner), goal, goal="27 unger")
    type_in(as_(owner), goal, goal="28 unger")
    type_in(as_(owner), row, title="Lave mad")

    found = ways(page(as_(owner), project))

    assert [way.split("?")[0] for way in found] == [row, goal]
    assert "Lave mad" in as_(owner).get(found[0]).content.decode()


def test_the_line_goes_when_it_is_saved_or_says_what_is_stored_again(as_: As, owner: User, project: Project) -> None:
    client, task = as_(owner), TaskFactory(project=project, title="Lave mad")
    row = reverse("opgaver-ret", args=[project.slug, task.pk])
    typed = sent_by(client.get(row))
    for title, waits in (("Lave suppe", 1), ("Lave mad", 0), ("Lave suppe", 1)):
        client.post(row, typed | {"title": title, "gem-kladde": "1"}, headers={"Accept": "application/json"})
        assert len(ways(page(client, project))) == waits

    client.post(row, typed | {"title": "Lave suppe"})

    task.refresh_from_db()
    assert (task.title, LINE in page(client, project)) == ("Lave suppe", False)


def test_one_who_may_only_read_now_is_not_sent_to_a_page_that_is_closed_to_them(
    as_: As, editor: User, project: Project
) -> None:
    type_in(as_(editor), reverse("maal", args=[project.slug]), goal="27 unger")

    editor.memberships.update(role="reader")

    assert Draft.objects.waiting(editor, project).exists()
    assert LINE not in page(as_(editor), project)


def test_what_was_typed_can_be_read_and_deleted_when_its_page_is_gone(
    as_: As, owner: User, editor: User, stranger: User, project: Project
) -> None:
    task = TaskFactory(project=project, title="Lave mad")
    client, gone = as_(owner), reverse("ansvar-ret", args=[project.slug, task.pk])
    Draft.objects.create(
        person=owner, project=project, about=f"responsible:{task.pk}", tab="a" * 16, address=gone,
        fields={"note": ["Skolen tager det fra august."], "carrier": ["7"]}, kept_at=timezone.now(),
    )  # fmt: skip
    task.delete()
    every = reverse("drafts", args=[project.slug])

    assert client.get(gone).status_code == 404
    assert f'href="{every}"' in page(client, project)
    listed = client.get(every).content.decode()
    assert "Skolen tager det fra august." in listed
    assert "Skolen" not in as_(editor).get(every).content.decode()
    assert as_(stranger).get(every).status_code == 404
    kept = Draft.objects.get()
    for person, slet in ((editor, kept.pk), (owner, 0), (owner, "x"), (owner, "")):
        assert as_(person).post(every, {"slet": slet}).status_code == 302
    assert Draft.objects.exists()

    assert "Kladden er slettet." in client.post(every, {"slet": kept.pk}, follow=True).content.decode()
    assert not Draft.objects.exists()
    assert LINE not in page(client, project)


def test_many_drafts_ask_the_database_no_more_often(as_: As, owner: User, project: Project) -> None:
    client, counts = as_(owner), []
    for count in (1, 6):
        for _each in range(count):
            task = TaskFactory(project=project)
            type_in(client, reverse("opgaver-ret", args=[project.slug, task.pk]), title="Lave suppe")
        page(client, project)
        with CaptureQueriesContext(connection) as queries:
            assert len(ways(page(client, project))) == (count if count == 1 else 7)
        counts.append(len(queries))

    assert counts[0] == counts[1]
