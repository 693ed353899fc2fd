"""The clock of a meeting: whatever is pressed in whatever order, no second is lost and none comes twice."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from projects.meetings.clock import LONGEST_RUN, Clock, in_minutes, in_words

NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
STEPS = 5
presses = st.lists(
    st.tuples(
        st.integers(min_value=0, max_value=600),
        st.sampled_from(["pause", "start", *range(1, STEPS + 1)]),
    ),
    max_size=30,
)


def press(clock: Clock, what: str | int, now: datetime) -> Clock:
    if isinstance(what, int):
        return clock.at(what, now)
    return clock.paused(now) if what == "pause" else clock.started(now)


@given(presses)
def test_the_total_is_the_time_it_has_run_whatever_is_pressed(presses: list[tuple[int, str | int]]) -> None:
    clock, now, ran = Clock.of([], 1, NOON, steps=STEPS), NOON, 0
    for seconds, what in presses:
        now += timedelta(seconds=seconds)
        ran += seconds if clock.is_running else 0
        assert clock.total(now) == ran
        clock = press(clock, what, now)
        assert clock.total(now) == ran

    assert sum(clock.paused(now).spent) == ran
    assert len(clock.spent) == STEPS


@given(presses)
def test_changing_step_neither_starts_nor_pauses(presses: list[tuple[int, str | int]]) -> None:
    clock, now = Clock.of([], 1, NOON, steps=STEPS), NOON
    for seconds, what in presses:
        now += timedelta(seconds=seconds)
        before = clock.is_running
        clock = press(clock, what, now)
        if isinstance(what, int):
            assert (clock.step, clock.is_running) == (what, before)


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=10**6))
def test_a_paused_clock_stands_still(spent: int, later: int) -> None:
    clock = Clock.of([spent], 1, None, steps=1)

    assert clock.on_step(NOON + timedelta(seconds=later)) == spent


def test_each_step_keeps_its_own_time_when_one_comes_back_to_it() -> None:
    clock = Clock.of([], 1, NOON, steps=3).at(2, NOON + timedelta(minutes=10))
    clock = clock.at(1, NOON + timedelta(minutes=15))

    assert clock.on_step(NOON + timedelta(minutes=17)) == 12 * 60
    assert clock.paused(NOON + timedelta(minutes=17)).spent == (12 * 60, 5 * 60, 0)


def test_a_laptop_that_was_closed_in_the_middle_does_not_count_the_night() -> None:
    clock = Clock.of([60], 1, NOON, steps=2)

    assert clock.on_step(NOON + timedelta(days=1)) == 60 + LONGEST_RUN


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    assert Clock.of([60], 1, NOON, steps=2).total(NOON - timedelta(minutes=5)) == 60


@given(st.lists(st.integers(min_value=0, max_value=10**5), max_size=9), st.integers(min_value=0, max_value=99))
def test_what_was_kept_for_other_steps_never_breaks_it(spent: list[int], step: int) -> None:
    clock = Clock.of(spent, step, NOON, steps=4)

    assert len(clock.spent) == 4
    assert 1 <= clock.step <= 4
    assert clock.on_step(NOON) >= 0


def test_the_time_is_told_as_people_write_it() -> None:
    assert [in_words(seconds) for seconds in (0, 65, 3_599, 3_725)] == ["0.00", "1.05", "59.59", "1.02.05"]
    assert [in_minutes(seconds) for seconds in (0, 29, 30, 89, 90)] == [0, 0, 1, 1, 2]
