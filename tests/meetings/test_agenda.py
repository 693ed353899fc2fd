"""The four agendas: their times, and that every page they open is there."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from forankring.accounts.models import User
from projects.meetings.agenda import AGENDAS, LONGEST, SHORTEST, length, steps_of, timed_steps
from projects.meetings.pages import links_of, page_of
from projects.models import AssessmentRound, MeetingKind, Project
from tests.browser_client import Client
from tests.meeting_rows import MeetingFactory

As = Callable[[User], Client]
LENGTHS = {MeetingKind.WHY_WHAT: 90, MeetingKind.ACTORS: 90, MeetingKind.ANALYSIS: 150, MeetingKind.BOARD: 20}


@pytest.mark.parametrize("kind", MeetingKind)
def test_each_meeting_takes_as_long_as_the_method_says(kind: MeetingKind) -> None:
    assert length(timed_steps(kind)) == LENGTHS[kind]


@given(st.sampled_from(list(MeetingKind)), st.data())
def test_the_steps_follow_each_other_without_a_gap(kind: MeetingKind, data: st.DataObject) -> None:
    count = len(AGENDAS[kind].steps)
    minutes = data.draw(st.lists(st.integers(SHORTEST, LONGEST), min_size=count, max_size=count))
    steps = timed_steps(kind, minutes)

    assert [step.minutes for step in steps] == minutes
    assert steps[0].begins == 0
    assert all(one.ends == other.begins for one, other in pairwise(steps))
    assert length(steps) == sum(minutes)
    assert [step.number for step in steps] == list(range(1, count + 1))


@given(st.sampled_from(list(MeetingKind)), st.lists(st.integers(1, 240), max_size=9))
def test_minutes_for_other_steps_are_passed_over(kind: MeetingKind, minutes: list[int]) -> None:
    steps = timed_steps(kind, minutes)

    assert len(steps) == len(AGENDAS[kind].steps)
    if len(minutes) != len(steps):
        assert steps == timed_steps(kind)


@pytest.mark.parametrize("kind", MeetingKind)
def test_every_page_that_a_step_opens_can_be_read_by_who_leads(
    as_: As, editor: User, project: Project, kind: MeetingKind
) -> None:
    client, meeting = as_(editor), MeetingFactory(project=project, kind=kind)

    for timed in steps_of(meeting):
        for url in [page_of(timed, meeting), *(url for _text, url in links_of(timed, meeting))]:
            assert client.get(url).status_code == 200, url


def test_the_analysis_opens_the_round_that_is_going_on_and_then_what_it_kept(
    as_: As, editor: User, project: Project
) -> None:
    meeting = MeetingFactory(project=project, kind=MeetingKind.ANALYSIS)
    alone, together, *_rest = steps_of(meeting)
    opened = [(page_of(alone, meeting), page_of(together, meeting))]
    round_ = AssessmentRound.objects.create(
        project=project, held_on=date(2026, 9, 24), opened_at=timezone.now(), code="ABCD", concepts=["will"]
    )
    opened.append((page_of(alone, meeting), page_of(together, meeting)))
    AssessmentRound.objects.filter(pk=round_.pk).update(closed_at=timezone.now(), code="")
    opened.append((page_of(alone, meeting), page_of(together, meeting)))

    rounds = reverse("runder", args=[project.slug])
    wall, shown, kept = (
        reverse(name, args=[project.slug, round_.pk]) for name in ("runde-deltag", "runde-afsloering", "runde-resultat")
    )
    assert opened == [(rounds, rounds), (wall, shown), (rounds, kept)]
    assert as_(editor).get(kept).status_code == 200
