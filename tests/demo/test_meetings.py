"""The example's meetings: those that were held, what they led to, and the one that is planned."""

from datetime import date

from projects.models import Decision, Meeting, MeetingKind, NextStep, Project

TODAY = date(2026, 11, 21)


def test_every_decision_of_the_log_was_taken_at_a_board_meeting(lektiecafeen: Project) -> None:
    decisions = Decision.objects.filter(project=lektiecafeen).select_related("meeting")

    assert decisions
    for decision in decisions:
        assert decision.meeting
        assert (decision.meeting.kind, decision.meeting.held_on) == (MeetingKind.BOARD, decision.decided_on)


def test_the_actors_were_assessed_at_the_workshop(lektiecafeen: Project) -> None:
    workshop = lektiecafeen.meetings.get(kind=MeetingKind.ANALYSIS)

    assert lektiecafeen.assessment_rounds.filter(held_on=workshop.held_on).exists()
    assert workshop.is_closed
    assert all(workshop.spent)


def test_one_next_step_is_late_and_another_still_to_come(lektiecafeen: Project) -> None:
    steps = list(NextStep.objects.filter(meeting__project=lektiecafeen).still_open())

    assert sorted(step.is_overdue(TODAY) for step in steps) == [False, True]
    assert all(step.owner and step.due_on for step in steps)


def test_the_next_meeting_is_the_boards(lektiecafeen: Project) -> None:
    meeting = Meeting.objects.next_of(lektiecafeen, TODAY)

    assert meeting
    assert meeting.kind == MeetingKind.BOARD
    assert meeting.held_on > TODAY
