"""The row was removed while somebody wrote: what they go on writing is kept where the page would save it."""

import re
from collections.abc import Callable

from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Draft, Project
from tests.browser_client import Client
from tests.factories import TaskFactory
from tests.forms import sent_by

As = Callable[[User], Client]


def test_the_script_keeps_it_at_the_address_of_the_form_not_of_the_row(as_: As, owner: User, project: Project) -> None:
    task, signed_in = TaskFactory(project=project), as_(owner)
    row = reverse("opgaver-ret", args=[project.slug, task.pk])
    typed = sent_by(signed_in.get(row)) | {"title": "Åbne døren"}
    task.delete()
    gone = signed_in.post(row, typed)
    assert gone.status_code == 409

    found = re.search(r'<form method="post" novalidate action="([^"]+)"', gone.content.decode())
    assert found
    more = sent_by(gone) | {"title": "Åbne døren hver tirsdag", "gem-kladde": "1"}
    assert signed_in.post(found[1], more, headers={"Accept": "application/json"}).status_code == 200

    assert Draft.objects.get().fields["title"] == ["Åbne døren hver tirsdag"]
    assert sent_by(signed_in.get(found[1]))["title"] == "Åbne døren hver tirsdag"
