"""When a subject takes answers, and when a day is over: for any moment at all."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import SCALE, UNKNOWN, Concept
from projects.models import AssessmentRound, RoundSubject
from projects.phases.analysis.rounds.answer_form import AnswerForm
from projects.phases.analysis.rounds.answers import Said
from projects.phases.analysis.rounds.state import Ended, end_of, is_too_late, last_day, why_ended

DENMARK = ZoneInfo("Europe/Copenhagen")
moments = st.integers(0, 2**31).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
days = st.dates(date(2020, 1, 1), date(2150, 1, 1))


@given(st.none() | moments, st.none() | moments, st.none() | moments, moments)
def test_a_subject_takes_answers_while_the_round_runs_it_is_hidden_and_there_is_time(
    closed_at: datetime | None, revealed_at: datetime | None, deadline: datetime | None, now: datetime
) -> None:
    round_ = AssessmentRound(opened_at=datetime(2019, 1, 1, tzinfo=UTC), closed_at=closed_at, deadline=deadline)
    subject = RoundSubject(round=round_, revealed_at=revealed_at)

    why = why_ended(subject, now)

    assert (why is None) == (
        closed_at is None and (revealed_at is None or now < revealed_at) and (deadline is None or now < deadline)
    )
    assert (why is Ended.CLOSED) == (closed_at is not None)
    assert why is not Ended.TOO_LATE or is_too_late(round_, now)


@given(days)
def test_a_last_day_lasts_until_it_is_over_in_denmark_whatever_the_clocks_do(day: date) -> None:
    deadline = end_of(day)

    assert last_day(deadline) == day
    assert (deadline - timedelta(seconds=1)).astimezone(DENMARK).date() == day
    assert deadline.astimezone(DENMARK).date() == day + timedelta(days=1)


answers = st.sampled_from(["", "1", "2", "3", "4", "5", "unknown"])
reasons = st.sampled_from(["", "De har sagt ja."])


@given(st.fixed_dictionaries({concept: st.tuples(answers, reasons) for concept in Concept}))
def test_the_ends_of_the_scale_alone_ask_for_a_reason_and_only_once(said: dict[Concept, tuple[str, str]]) -> None:
    data = {f"{concept.value}_answer": answer for concept, (answer, _reason) in said.items()}
    data |= {f"{concept.value}_reason": reason for concept, (_answer, reason) in said.items()}
    form = AnswerForm(data, concepts=Concept, said={}, represents=False)

    asked = {concept for concept, (answer, reason) in said.items() if answer in {"1", "5"} and not reason}
    lost = {concept for concept, (answer, reason) in said.items() if not answer and reason}
    assert {name.partition("_")[0] for name in form.cautions} == {concept.value for concept in asked}
    assert set(form.errors) == {f"{concept.value}_answer" for concept in lost}
    assert set(form.refused) == lost
    chosen = {concept: said[concept] for concept in Concept if said[concept][0]}
    assert {
        concept: (str(each.answer), each.reason) for concept, each in form.given.items() if each.answer in SCALE
    } == {concept: answer for concept, answer in chosen.items() if answer[0] != "unknown"}, (
        "what is asked about is stored like everything else"
    )
    assert set(form.given) == set(chosen)
    marks = {f"{name}-behold": form.mark_to_keep(name) for name in form.cautions}
    again = AnswerForm(data | marks, concepts=Concept, said={}, represents=False)
    assert again.is_valid() == (not lost)


@given(st.dictionaries(st.sampled_from(Concept), st.sampled_from([1, 2, 3, 4, 5, UNKNOWN]), min_size=1))
def test_what_was_said_stands_in_the_form_as_it_was_said(said: dict[Concept, int]) -> None:
    before = {concept: Said(answer, "document", "Fordi") for concept, answer in said.items()}
    shown = AnswerForm(None, concepts=Concept, said=before, represents=True)

    data = {name: shown.get_initial_for_field(field, name) or "" for name, field in shown.fields.items()}
    form = AnswerForm(data, concepts=Concept, said=before, represents=True)

    assert not form.errors
    assert form.given == before
    assert form.changed_data == []
