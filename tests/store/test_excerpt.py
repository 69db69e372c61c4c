"""Corrections to a corpus with an index: what is read and kept is what they touch, and every answer is the same."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from benchmarks.correcting import many_lines
from benchmarks.made_up import writing
from tellings import corrections
from tellings.corrections import (
    Correction,
    Entity,
    NewEntity,
    Place,
    Span,
    Speaker,
    Speakers,
    Unmarked,
    Use,
    applying,
    new,
)
from tellings.corrections.state import State
from tellings.store import connecting, derived, excerpt, layers
from tellings.store.corpus import Corpus
from tellings.store.views import LOCAL
from tests.store.answers import answers

N = 30


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return writing.tables(N, tmp_path_factory.mktemp("made-up") / "c")


@pytest.fixture(autouse=True)
def indexed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "HELD", 0)


def _whole(folder: Path, lines: list[Correction], monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """The same, held in memory, with the lines applied to the whole tables."""
    with monkeypatch.context() as patch:
        patch.setattr(connecting, "HELD", 1 << 40)
        return Corpus(folder, extra=lines)


def _same(
    folder: Path, lines: list[Correction], monkeypatch: pytest.MonkeyPatch, before: Corpus | None = None
) -> Corpus:
    """The corpus opened with an index, and gone on from what was opened before: all is as if held in memory."""
    ours = Corpus(folder, extra=lines, before=before)
    with _whole(folder, lines, monkeypatch) as theirs:
        assert ours.large
        assert not theirs.large
        assert ours.corrections is not None
        assert theirs.corrections is not None
        pd.testing.assert_frame_equal(ours.corrections.status, theirs.corrections.status)
        assert ours.corrections.successors == theirs.corrections.successors
        _agree(ours, theirs)
        for name in corrections.NEEDS:
            pd.testing.assert_frame_equal(ours.table(name), theirs.table(name), obj=name)
    return ours


def _agree(ours: Corpus, theirs: Corpus) -> None:
    mine = answers(ours)
    for name, answer in answers(theirs).items():
        pd.testing.assert_frame_equal(mine[name], answer, obj=name)


def _lines(folder: Path) -> dict[str, Correction]:
    """A line of each kind."""
    with Corpus(folder) as corpus:
        mentions, quotations, toponyms = corpus.mentions, corpus.quotations, corpus.toponyms
        text = corpus.documents.iloc[-1]
        counts = corpus.entities.set_index("entity_id").n_mentions

    def span(row: pd.Series) -> Span:  # type: ignore[type-arg]
        return Span(row.doc_id, int(row.start), int(row.end), row.text)

    named = mentions[mentions.entity_id.notna() & (mentions.form == "name")]
    one, other = (named.iloc[at] for at in (3, len(named) // 2))
    spoken = quotations[quotations.speaker_id.notna()]
    speaker = Entity(spoken.speaker_id.value_counts().index[0])
    rare = Entity(counts[counts == 1].index[0])
    placed = toponyms[toponyms.place_id.notna()]
    country = placed[placed.kind == "country"].iloc[0]
    gap = next(at for at in range(len(text.text)) if text.text[at : at + 4] == "the ")
    return {
        "relink": new("relink", span(one), Entity(other.entity_id)),
        "relink to one that is new": new("relink", span(one), NewEntity("Somebody", "person")),
        "relink to nobody": new("relink", span(other), None),
        "mark": new("relink", Unmarked(Span(text.doc_id, gap, gap + 3, "the")), speaker),
        "merge": new("merge", rare, Entity(one.entity_id)),
        "merge one that speaks": new("merge", speaker, rare),
        "rename one that speaks": new("rename", speaker, "Another Name"),
        "retype": new("retype", Entity(one.entity_id), "event"),
        "side": new("retype", speaker, corrections.Side("FR")),
        "split": new("split", Entity(one.entity_id), corrections.Part(doc_id=one.doc_id)),
        "reject a name": new("reject", span(one), "mention"),
        "reject an entity": new("reject", speaker, "mention"),
        "reject a quotation": new("reject", span(spoken.iloc[2]), "quotation"),
        "accept": new("accept", span(other), "mention"),
        "attribute": new("attribute", span(spoken.iloc[4]), Speakers((Speaker(Entity(other.entity_id)),))),
        "rekind": new("rekind", span(spoken.iloc[1]), "scare"),
        "place": new("relocate", Entity(placed.place_id.iloc[0]), Place("Elsewhere", "city", lat=1.0, lon=2.0)),
        "use": new("relocate", span(placed.iloc[1]), Use("metonymic", country.place_id)),
        "shorten": new("shorten", text.doc_id, "The last"),
        "an entity that is not there": new("rename", Entity("person:nobody-at-all"), "Name"),
    }  # fmt: skip


def test_after_a_line_of_each_kind_every_answer_is_that_of_the_whole_tables(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = list(_lines(made_up).values())
    for first in range(0, len(lines), 7):
        _same(made_up, lines[first : first + 7], monkeypatch)
    _same(made_up, lines, monkeypatch)


def test_after_lines_drawn_at_random_likewise(made_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Corpus(made_up) as corpus:
        tables = {name: corpus.table(name) for name in corrections.NEEDS}
    _same(made_up, many_lines(tables, 40), monkeypatch)


def test_lines_that_come_one_by_one_give_what_all_at_once_give(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = list(_lines(made_up).values())
    lines += [new("undo", lines[0].id), new("undo", lines[5].id)]
    before = None
    for n in range(1, len(lines)):
        before = Corpus(made_up, extra=lines[:n], before=before)
    assert len(_layers(before)) > 1
    before = _same(made_up, lines, monkeypatch, before)
    _same(made_up, lines[:-2], monkeypatch, before)


def test_of_many_layers_one_is_made(made_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "MOST", 2)
    lines, before, counted = _apart(made_up)[:5], None, []
    for n in range(1, len(lines) + 1):
        before = Corpus(made_up, extra=lines[:n], before=before)
        counted.append(len(_layers(before)))
    assert counted == [1, 2, 3, 1, 2]
    _same(made_up, lines, monkeypatch, before)


def test_two_lines_that_change_places_are_applied_anew(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = _lines(made_up)["relink"].target
    one, other = (new("relink", target, NewEntity(name, "person")) for name in ("Ann Eel", "Bob Eel"))
    _same(made_up, [other, one], monkeypatch, Corpus(made_up, extra=[one, other]))
    third = _apart(made_up)[-1]
    before = Corpus(made_up, extra=[one, third, other], before=Corpus(made_up, extra=[one, other]))
    assert len(_layers(before)) == 2
    _same(made_up, [third, other, one], monkeypatch, before)


def test_an_article_without_a_name_that_counts_stands_beside_others(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Corpus(made_up) as corpus:
        names = corpus.sql(
            "SELECT * FROM mentions WHERE counted AND entity_id IS NOT NULL ORDER BY doc_id, start"
        )
    doc_id = names.doc_id.value_counts().index[-1]
    nobody = [
        new("relink", Span(one.doc_id, int(one.start), int(one.end), one.text), None)
        for one in names[names.doc_id == doc_id].itertuples()
    ]
    third, fourth = [line for line in _apart(made_up) if line.target.doc_id != doc_id][-2:]
    first = Corpus(made_up, extra=nobody)
    assert len(_layers(first)[0].tables["sentence_names"]) == 0
    second = _same(made_up, [*nobody, third], monkeypatch, first)
    assert len(_layers(second)) == 2
    _same(made_up, [*nobody, third, fourth], monkeypatch, second)


def test_who_is_said_to_speak_changes_no_piece_of_what_is_said(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _same(made_up, [_lines(made_up)["attribute"]], monkeypatch)


@pytest.mark.parametrize("held", [0, 1 << 40])
def test_what_was_read_to_apply_lines_is_let_go_at_once(
    made_up: Path, held: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    states: list[weakref.ref[State]] = []

    def state(tables: Mapping[str, pd.DataFrame]) -> State:
        states.append(weakref.ref(one := State(tables)))
        return one

    monkeypatch.setattr(connecting, "HELD", held)
    monkeypatch.setattr(applying, "State", state)
    line = _lines(made_up)["rename one that speaks"]
    gc.disable()
    try:
        before = Corpus(made_up, extra=[line])
        after = Corpus(made_up, extra=[line, new("undo", line.id)], before=before)
        assert after.corrections is not None
        before.close()
        del before
        assert len(states) > 0
        assert not any(one() for one in states)
    finally:
        gc.enable()


def test_lines_that_change_nothing_open_as_any_others(made_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = _lines(made_up)["relink"]
    _same(made_up, [line, new("undo", line.id)], monkeypatch)
    _same(made_up, [new("rename", Entity("person:nobody-at-all"), "Name")], monkeypatch)
    _same(made_up, [new("undo", "nothing")], monkeypatch)


def test_what_was_applied_to_an_excerpt_is_no_start_for_the_whole(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = list(_lines(made_up).values())
    before = Corpus(made_up, extra=lines[:2])
    monkeypatch.setattr(derived, "attach", lambda *_: False)
    with (
        Corpus(made_up, extra=lines[:4], before=before) as ours,
        _whole(made_up, lines[:4], monkeypatch) as theirs,
    ):
        _agree(ours, theirs)


def test_where_many_articles_change_views_are_asked_of_the_tables(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [line for name, line in _lines(made_up).items() if name in ("merge one that speaks", "shorten")]
    with monkeypatch.context() as few:
        few.setattr(layers, "MANY", 0)
        before = _same(made_up, lines[:1], few)
        assert not any("doc_id" in one.tables for one in _layers(before))
    after = _same(made_up, lines, monkeypatch, before)
    assert all(
        "doc_id" in one.tables for one in _layers(after)
    )  # few have changed: views are made anew again
    assert len(after.sql("SELECT * FROM _rows_mention_counts")) > 0


def test_of_a_correction_the_rows_that_it_touches_are_read_and_kept(made_up: Path) -> None:
    line = _lines(made_up)["relink to one that is new"]
    with Corpus(made_up, extra=[line]) as corpus:
        kept = {name: corpus.sql(f"SELECT count(*) AS n FROM {name}").n.iloc[0]
                for name in ("_own_mentions", "_gone_mentions", "_rows_mention_counts", "mention_counts")}  # fmt: skip
        docs = corpus.sql("SELECT DISTINCT doc_id FROM _rows_mention_counts").doc_id.tolist()
        assert docs == [line.target.doc_id]
        ready = [name for name in LOCAL if "derived." in _made_as(corpus, name)]
        assert corpus.sql("SELECT * FROM duckdb_tables() WHERE table_name LIKE '_part%'").empty
        assert corpus.sql("SELECT * FROM duckdb_tables() WHERE schema_name = 'touched'").empty
    assert (kept["_own_mentions"], kept["_gone_mentions"]) == (1, 1)
    assert kept["_rows_mention_counts"] < kept["mention_counts"] / 10
    assert set(ready) == set(LOCAL)


def test_a_line_more_touches_what_it_changes_alone(made_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _apart(made_up)
    applied: list[int] = []
    read: list[int] = []
    apply, part = corrections.apply, excerpt.Excerpt._read

    def counted(self: excerpt.Excerpt, name: str) -> pd.DataFrame:
        read.append(len(frame := part(self, name)))
        return frame

    monkeypatch.setattr(
        corrections, "apply", lambda tables, some: applied.append(len(some)) or apply(tables, some)
    )
    monkeypatch.setattr(excerpt.Excerpt, "_read", counted)
    before = Corpus(made_up, extra=lines[:-1])
    first, whole = list(applied), sum(read)
    read.clear()
    applied.clear()
    after = Corpus(made_up, extra=lines, before=before)
    assert max(first) == len(lines) - 1 > 15
    assert set(applied) == {1}
    assert sum(read) < whole / 5
    monkeypatch.undo()
    monkeypatch.setattr(connecting, "HELD", 0)
    with _whole(made_up, lines, monkeypatch) as theirs:
        _agree(after, theirs)


def _layers(corpus: Corpus) -> list[layers.Layer]:
    assert corpus._excerpt is not None
    return corpus._excerpt.layers


def _apart(made_up: Path) -> list[Correction]:
    """Lines that have nothing to do with each other: each on an article and an entity of its own."""
    with Corpus(made_up) as corpus:
        rare = corpus.sql(
            'SELECT doc_id, start, "end", text FROM mentions JOIN entities USING (entity_id) '
            "WHERE n_mentions = 1 AND form = 'name' AND counted ORDER BY doc_id, start"
        ).drop_duplicates("doc_id")
    return [
        new(
            "relink",
            Span(str(doc_id), int(start), int(end), str(text)),
            NewEntity(f"Somebody {text}", "person"),
        )
        for doc_id, start, end, text in rare.itertuples(index=False)
    ]


def _made_as(corpus: Corpus, view: str) -> str:
    said = corpus.sql("SELECT sql FROM duckdb_views() WHERE view_name = ? AND schema_name = 'main'", [view])
    return str(said.sql.iloc[0])
