"""Corrections to a corpus with an index: what is read and kept is what they touch, and every answer is the same."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from benchmarks.correcting import many_lines
from benchmarks.made_up import writing
from tellings import corrections, schema
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
    new,
)
from tellings.store import connecting, excerpt
from tellings.store.corpus import Corpus
from tellings.store.views import LOCAL, VIEWS

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


def _answers(corpus: Corpus) -> dict[str, pd.DataFrame]:
    names = [*schema.TABLES, *VIEWS, "corrected"]
    asked = {name: f'SELECT * FROM "{name}" ORDER BY ALL' for name in names}
    # Numbers of sentences only tell one from another.
    asked["sentence_names"] = """
        SELECT * EXCLUDE (number), dense_rank() OVER (ORDER BY sentence_id) AS sentence,
               dense_rank() OVER (PARTITION BY number ORDER BY sentence_id) AS of_number
        FROM sentence_names ORDER BY ALL"""
    return {name: corpus.sql(query) for name, query in asked.items()}


def _same(folder: Path, lines: list[Correction], monkeypatch: pytest.MonkeyPatch) -> None:
    with Corpus(folder, extra=lines) as ours, _whole(folder, lines, monkeypatch) as theirs:
        assert ours.large
        assert not theirs.large
        assert ours.corrections is not None
        assert theirs.corrections is not None
        pd.testing.assert_frame_equal(ours.corrections.status, theirs.corrections.status)
        assert ours.corrections.successors == theirs.corrections.successors
        mine, others = _answers(ours), _answers(theirs)
        for name, answer in others.items():
            pd.testing.assert_frame_equal(mine[name], answer, obj=name)
        for name in theirs.corrections.tables.keys() & ours.corrections.tables.keys():
            pd.testing.assert_frame_equal(ours.table(name), theirs.table(name), obj=name)


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


def test_where_many_articles_change_views_are_asked_of_the_tables(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excerpt, "MANY", 0)
    _same(made_up, [_lines(made_up)["merge one that speaks"]], monkeypatch)


def test_of_a_correction_the_rows_that_it_touches_are_read_and_kept(made_up: Path) -> None:
    line = _lines(made_up)["relink to one that is new"]
    with Corpus(made_up, extra=[line]) as corpus:
        kept = {name: corpus.sql(f"SELECT count(*) AS n FROM {name}").n.iloc[0]
                for name in ("_own_mentions", "_gone_mentions", "touched.mentions", "mentions")}  # fmt: skip
        assert corpus.sql("SELECT DISTINCT doc_id FROM touched.mentions").doc_id.tolist() == [
            line.target.doc_id
        ]
        ready = [name for name in LOCAL if "derived." in _made_as(corpus, name)]
    assert (kept["_own_mentions"], kept["_gone_mentions"]) == (1, 1)
    assert kept["touched.mentions"] < kept["mentions"] / 10
    assert set(ready) == set(LOCAL)


def _made_as(corpus: Corpus, view: str) -> str:
    said = corpus.sql("SELECT sql FROM duckdb_views() WHERE view_name = ? AND schema_name = 'main'", [view])
    return str(said.sql.iloc[0])
