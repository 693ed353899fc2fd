"""Writing meetings: planning them, leading them, and what they lead to."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction
from django.forms import ModelForm
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.meetings.agenda import steps_of, timed_steps
from projects.meetings.clock import Clock
from projects.models import Decision, Event, Meeting, NextStep, Project
from projects.phases.undo import remove_row


@transaction.atomic
def save_meeting(*, by: Any, project: Project, form: ModelForm) -> Meeting:
    """Save a valid form of a meeting, a new one or one that is there. What others do with its clock meanwhile stays."""
    meeting: Meeting = form.instance
    meeting.project = project
    if meeting.pk is None:
        form.save()
        Event.objects.record(by=by, project=project, text=_("planlagde et møde"))
    elif form.has_changed():
        _locked(meeting)
        if "kind" in form.changed_data:
            meeting.minutes = []  # they were for other steps
        meeting.save(update_fields=[*form.changed_data, "minutes"])
        Event.objects.record(by=by, project=project, text=_("rettede et møde"))
    return meeting


@transaction.atomic
def set_minutes(*, by: Any, meeting: Meeting, minutes: list[int]) -> None:
    """Keep how long each step may take. The proposed minutes, or none, are no change: then nothing is stored."""
    proposed = [timed.minutes for timed in timed_steps(meeting.kind)]
    kept = [] if minutes == proposed else minutes
    if kept != meeting.minutes:
        Meeting.objects.filter(pk=meeting.pk).update(minutes=kept)
        Event.objects.record(by=by, project=meeting.project, text=_("ændrede tiderne i et møde"))


@transaction.atomic
def remove_meeting(*, by: Any, meeting: Meeting) -> None:
    """Remove the meeting and its next steps, so that it can be undone. Its decisions stay in the log."""
    remove_row(by=by, project=meeting.project, row=_locked(meeting), what=_("fjernede et møde"))


@transaction.atomic
def begin_meeting(*, by: Any, meeting: Meeting) -> Meeting:
    """Start at the first step with the clock running. A meeting that has begun goes on where it is."""
    meeting = _locked(meeting)
    if not meeting.is_begun:
        meeting.step, meeting.running_since = 1, timezone.now()
        meeting.save(update_fields=["step", "running_since"])
        Event.objects.record(by=by, project=meeting.project, text=_("begyndte et møde"))
    return meeting


@transaction.atomic
def go_to_step(*, meeting: Meeting, step: int) -> Meeting:
    """Take a step in hand. Two leaders who both press "Næste" land on the same one."""
    return _turn(meeting, lambda clock: clock.at(step, timezone.now()))


@transaction.atomic
def pause_clock(*, meeting: Meeting) -> Meeting:
    return _turn(meeting, lambda clock: clock.paused(timezone.now()))


@transaction.atomic
def start_clock(*, meeting: Meeting) -> Meeting:
    return _turn(meeting, lambda clock: clock.started(timezone.now()))


@transaction.atomic
def close_meeting(*, by: Any, meeting: Meeting) -> Meeting:
    """The meeting is over: the clock stops, and the minutes can be read. Also one that was never begun."""
    meeting = _turn(_locked(meeting), lambda clock: clock.paused(timezone.now()))
    if not meeting.is_closed:
        meeting.closed_at = timezone.now()
        meeting.save(update_fields=["closed_at"])
        Event.objects.record(by=by, project=meeting.project, text=_("afsluttede et møde"))
    return meeting


@transaction.atomic
def reopen_meeting(*, by: Any, meeting: Meeting) -> Meeting:
    """Go on with a meeting that was closed too early. The clock waits for somebody to start it."""
    meeting = _locked(meeting)
    if meeting.is_closed:
        meeting.closed_at = None
        meeting.save(update_fields=["closed_at"])
        Event.objects.record(by=by, project=meeting.project, text=_("åbnede et møde igen"))
    return meeting


@transaction.atomic
def add_decision(*, by: Any, meeting: Meeting, form: ModelForm) -> Decision:
    """Write a decision in the project's log, as taken on the day of the meeting."""
    _locked(meeting)
    decision: Decision = form.instance
    decision.project, decision.meeting, decision.decided_on = meeting.project, meeting, meeting.held_on
    form.save()
    Event.objects.record(by=by, project=meeting.project, text=_("skrev en beslutning ned"))
    return decision


@transaction.atomic
def save_next_step(*, by: Any, meeting: Meeting, form: ModelForm) -> NextStep:
    """Save a valid form of a next step, a new one or one that is there. That somebody did it meanwhile stays."""
    step: NextStep = form.instance
    step.meeting = meeting
    if step.pk is None:
        _locked(meeting)
        form.save()
        Event.objects.record(by=by, project=meeting.project, text=_("aftalte et næste skridt"))
    elif form.has_changed():
        get_object_or_404(NextStep.objects.select_for_update(), pk=step.pk)  # removed in the same moment
        step.save(update_fields=form.changed_data)
        Event.objects.record(by=by, project=meeting.project, text=_("rettede et næste skridt"))
    return step


@transaction.atomic
def mark_done(*, by: Any, step: NextStep, on: date | None) -> None:
    """Say on which day a next step was done; None: not done after all."""
    changed = NextStep.objects.filter(pk=step.pk, done_on__isnull=on is not None).update(done_on=on)
    if changed:
        text = _("gjorde et næste skridt") if on else _("tog et næste skridt op igen")
        Event.objects.record(by=by, project=step.meeting.project, text=text)


@transaction.atomic
def remove_next_step(*, by: Any, step: NextStep) -> None:
    """Remove it so that it can be undone."""
    remove_row(by=by, project=step.meeting.project, row=step, what=_("fjernede et næste skridt"))


def clock_of(meeting: Meeting) -> Clock:
    """The meeting's clock as it stands."""
    return Clock.of(meeting.spent, meeting.step, meeting.running_since, steps=len(steps_of(meeting)))


def _turn(meeting: Meeting, change: Callable[[Clock], Clock]) -> Meeting:
    """Change the clock of a meeting that is going on; another has none."""
    meeting = _locked(meeting)
    if meeting.is_running:
        clock = change(clock_of(meeting))
        meeting.spent, meeting.step, meeting.running_since = list(clock.spent), clock.step, clock.since
        meeting.save(update_fields=["spent", "step", "running_since"])
    return meeting


def _locked(meeting: Meeting) -> Meeting:
    """The meeting as it is now; whoever else leads it waits."""
    found = get_object_or_404(Meeting.objects.select_for_update(), pk=meeting.pk)  # removed in the same moment
    found.project = meeting.project
    return found
