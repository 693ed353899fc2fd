"""How the project lives on: asked only when something is anchored, beside what phase 1 says already."""

from collections.abc import Callable

import pytest

from forankring.accounts.models import User
from projects.models import AnchoringDecision, PlanOutline, Project, WhyWhat
from tests.browser_client import Client

As = Callable[[User], Client]
Url = Callable[..., str]


@pytest.fixture(autouse=True)
def earlier(project: Project) -> None:
    WhyWhat.objects.filter(project=project).update(
        beneficiaries=["beboere", "skolen"], goal="Åbent to gange om ugen", decision=AnchoringDecision.PARTLY
    )


def test_the_model_and_its_reason_are_saved(as_: As, url: Url, owner: User) -> None:
    as_(owner).post(url("model"), {"anchoring_model": "partnership", "model_reason": "Ingen kan alene."})

    outline = PlanOutline.objects.get()
    assert (outline.anchoring_model, outline.model_reason) == ("partnership", "Ingen kan alene.")


def test_what_phase_1_says_is_shown_and_can_be_mended(as_: As, url: Url, owner: User) -> None:
    client = as_(owner)
    page = client.get(url("model")).content.decode()

    assert "skolen" in page
    assert "Åbent to gange om ugen" in page
    assert 'name="goal"' not in page
    assert f'href="{url("maal")}?fra=model#id_goal"' in page
    assert client.post(url("maal") + "?fra=model", {"goal": "Åbent hver uge"}).url == url("model")


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (AnchoringDecision.END, "I har besluttet: afsluttes bevidst."),
        (AnchoringDecision.NEW_FUNDING, "I har besluttet: ny finansiering søges."),
        (AnchoringDecision.UNDECIDED, "I har ikke besluttet endnu"),
        ("", "I har ikke besluttet endnu"),
    ],
)
def test_no_model_is_asked_for_when_nothing_is_anchored(
    as_: As, url: Url, owner: User, decision: str, words: str
) -> None:
    WhyWhat.objects.update(decision=decision)
    PlanOutline.objects.update(anchoring_model="market")
    client = as_(owner)

    page = client.get(url("model")).content.decode()
    assert words in page
    assert "anchoring_model" not in page

    client.post(url("model"), {"anchoring_model": "partnership"})
    assert PlanOutline.objects.get().anchoring_model == "market"


def test_a_model_that_is_not_on_the_list_is_answered_at_the_field(as_: As, url: Url, owner: User) -> None:
    page = as_(owner).post(url("model"), {"anchoring_model": "x", "model_reason": "Skolen"}).content.decode()

    assert 'href="#id_anchoring_model' in page
    assert "Skolen" in page
