"""Questions that several articles answer: right, none, in other words, judged otherwise, joined, parted, undone."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings import corrections, schema
from tellings.corrections import Answers, Correction, Question, Span, new
from tellings.errors import CorrectionError
from tests.corrections import small

ANSWERS = (
    # question, kind, verdict, article, what is printed
    ("topic:number:a", "number", "conflict", "gazette", "Kim met"),
    ("topic:number:a", "number", "conflict", "herald", "Minister"),
    ("topic:number:a", "number", "conflict", "post", "Kim Ro"),
    ("topic:number:b", "number", "agree", "gazette", "Paris"),
    ("topic:number:b", "number", "agree", "herald", "Springfield"),
)
A = Question("topic:number:a", small.span("gazette", "Kim met"))
B = Question("topic:number:b", small.span("gazette", "Paris"))


def machine() -> dict[str, pd.DataFrame]:
    rows = []
    for topic, kind, verdict, doc, text in ANSWERS:
        at = small.span(doc, text)
        rows.append(
            {
                "topic_id": topic,
                "topic": f"What of {topic[-1]}?",
                "kind": kind,
                "doc_id": doc,
                "sentence_id": f"{doc}:s",
                "start": at.start,
                "end": at.end,
                "text": text,
                "verdict": verdict,
                "reason": "test",
                "method": "machine",
                "score": 0.6,
            }
        )
    frame = pd.DataFrame(rows, columns=schema.table("discrepancies").names)
    return {**small.tables(), "discrepancies": schema.conform(frame, "discrepancies")}


def told(*lines: Correction) -> pd.DataFrame:
    """The table after lines that all have an effect."""
    done = corrections.apply(machine(), lines)
    assert done.status.state.tolist() == ["in force"] * len(lines), done.status.reason.tolist()
    return {**machine(), **done.tables}["discrepancies"]


def of(frame: pd.DataFrame, topic_id: str) -> pd.DataFrame:
    return frame[frame.topic_id == topic_id]


def test_what_is_right_is_sure_and_says_who_said_so() -> None:
    line = new("confirm", A)
    own = of(told(line), A.topic_id)
    assert set(own.score) == {1.0}
    assert set(own.method) == {f"correction:{line.id}"}
    assert set(own.verdict) == {"conflict"}
    again = corrections.apply(machine(), [line, new("confirm", A)]).status
    assert again.state.tolist() == ["in force", "no effect"]
    assert again.n_documents.tolist() == [3, 0]


def test_what_is_no_question_leaves_the_table() -> None:
    assert set(told(new("dismiss", A)).topic_id) == {B.topic_id}
    status = corrections.apply(machine(), [new("dismiss", A), new("verdict", A, "agree")]).status
    assert status.state.tolist() == ["in force", "target gone"]
    assert "dismissed" in status.reason.iloc[1]


def test_other_words_and_another_verdict_hold_for_all_answers() -> None:
    lines = [new("retitle", A, "How many died?"), new("verdict", A, "compatible")]
    own = of(told(*lines), A.topic_id)
    assert set(zip(own.topic, own.verdict, strict=True)) == {("How many died?", "compatible")}
    status = corrections.apply(machine(), lines).status
    assert status.before.tolist() == ["What of a?", "conflict"]
    assert status.after.tolist() == ["How many died?", "compatible"]


def test_joined_questions_are_one_with_the_graver_verdict_and_the_old_id_leads_to_it() -> None:
    join = new("join", A, B)
    own = told(join)
    assert set(own.topic_id) == {B.topic_id}
    assert (len(own), set(own.verdict), set(own.topic)) == (5, {"conflict"}, {"What of b?"})
    assert set(told(join, new("verdict", A, "agree")).verdict) == {"agree"}
    assert corrections.apply(machine(), [join, new("join", A, B)]).status.state.tolist()[1] == "no effect"


def test_answers_that_part_are_a_question_of_their_own() -> None:
    leaves = small.span("post", "Kim Ro")
    part = new("part", A, Answers((leaves,)))
    frame = told(part)
    assert of(frame, A.topic_id).doc_id.tolist() == ["gazette", "herald"]
    fresh = Question(f"topic:number:{part.id}", leaves)
    assert of(frame, fresh.topic_id).text.tolist() == ["Kim Ro"]
    assert len(of(told(part, new("join", fresh, B)), B.topic_id)) == 3
    every = Answers(tuple(small.span(doc, text) for topic, _, _, doc, text in ANSWERS if topic == A.topic_id))
    assert corrections.apply(machine(), [new("part", A, every)]).status.state.tolist() == ["no effect"]


def test_undone_it_is_as_the_machine_left_it() -> None:
    lines = [new("dismiss", A), new("join", B, Question(A.topic_id, A.span)), new("retitle", B, "Where?")]
    undone = [*lines, *(new("undo", line.id) for line in lines)]
    assert corrections.apply(machine(), undone).tables == {}


def test_line_by_line_is_as_all_at_once() -> None:
    leaves = small.span("post", "Kim Ro")
    lines = [new("part", A, Answers((leaves,))), new("join", A, B), new("retitle", B, "Where?")]
    tables, before = machine(), None
    for n in range(1, len(lines) + 1):
        before = corrections.apply(tables, lines[:n], before=before)
    assert before is not None
    pd.testing.assert_frame_equal(before.tables["discrepancies"], told(*lines))


@pytest.mark.parametrize(
    ("topic_id", "span", "state"),
    [
        ("topic:number:older", A.span, "in force"),
        ("topic:number:older", small.span("gazette", "Lyon"), "target gone"),
    ],
)
def test_after_another_build_the_answer_leads_to_the_question(topic_id: str, span: Span, state: str) -> None:
    status = corrections.apply(machine(), [new("verdict", Question(topic_id, span), "agree")]).status
    assert status.state.tolist() == [state]


@pytest.mark.parametrize(
    ("action", "value"),
    [
        ("verdict", "only here"),
        ("verdict", "right"),
        ("retitle", " "),
        ("part", None),
        ("join", None),
        ("confirm", "x"),
    ],
)
def test_what_says_nothing_is_refused(action: str, value: str | None) -> None:
    with pytest.raises(CorrectionError):
        new(action, A, value)
