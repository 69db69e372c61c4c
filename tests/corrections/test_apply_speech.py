"""Corrections of quotations: who speaks, of which kind, from where to where."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings import corrections
from tellings.corrections import NewEntity, Speaker, Speakers, new
from tests.corrections import small
from tests.corrections.looking import applied, mention, pieces, quotation, said
from tests.corrections.small import (
    CALLED,
    DEAL,
    DEAL_OFF,
    JANE,
    KIM,
    LEE,
    OVER,
    PARIS,
    WE_AGREE,
    span,
)


def test_attributing_to_somebody_else() -> None:
    line = new("attribute", WE_AGREE, Speakers((Speaker(LEE),)))
    tables = applied(line)
    row = quotation(tables, WE_AGREE)
    assert row[["speaker_id", "speaker", "method"]].tolist() == ["person:lee", "Kim", f"correction:{line.id}"]
    assert said(tables, row) == {"Kim": "person:lee"}
    assert mention(tables, span("gazette", "Kim", 1)).entity_id == "person:kim"


def test_attributing_with_the_place_in_print() -> None:
    at = span("gazette", "Lee")
    tables = applied(new("attribute", WE_AGREE, Speakers((Speaker(LEE, at),), anonymous=True)))
    row = quotation(tables, WE_AGREE)
    assert row[["speaker", "speaker_start", "speaker_end", "anonymous"]].tolist() == [
        "Lee",
        at.start,
        at.end,
        True,
    ]
    assert said(tables, row) == {"Lee": "person:lee"}


def test_attributing_what_nobody_was_said_to_say_finds_the_nearest_mention() -> None:
    row = quotation(tables := applied(new("attribute", DEAL, Speakers((Speaker(KIM),)))), DEAL)
    assert row[["speaker_id", "speaker", "speaker_start"]].tolist() == [
        "person:kim",
        "Kim",
        span("post", "Kim", 3).start,
    ]
    assert said(tables, row) == {"Kim": "person:kim"}


def test_attributing_to_who_is_not_in_the_article() -> None:
    tables = applied(new("attribute", DEAL, Speakers((Speaker(PARIS),))))
    row = quotation(tables, DEAL)
    assert row.speaker_id == "gn:1"
    assert pd.isna(row.speaker)
    assert said(tables, row) == {}


def test_attributing_to_several_and_to_nobody() -> None:
    press = NewEntity("The press", "organisation")
    several = Speakers((Speaker(KIM), Speaker(LEE), Speaker(press, span("gazette", "Acme News"))))
    tables = applied(new("attribute", WE_AGREE, several), new("attribute", OVER, Speakers()))
    row = quotation(tables, WE_AGREE)
    assert pd.isna(row.speaker_id)
    assert {str(one).split("~")[0] for one in said(tables, row).values()} == {
        "person:kim",
        "person:lee",
        "organisation:the-press",
    }
    nobody = quotation(tables, OVER)
    assert nobody[["speaker_id", "speaker", "speaker_start"]].isna().all()
    assert said(tables, nobody) == {}


def test_a_phrase_that_stands_for_several_stays_as_printed() -> None:
    before = quotation(small.tables(), WE_AGREE)
    several = Speakers((Speaker(KIM), Speaker(LEE)))
    row = quotation(applied(new("attribute", WE_AGREE, several)), WE_AGREE)
    assert pd.isna(row.speaker_id)
    assert (row.speaker, row.speaker_start) == (before.speaker, before.speaker_start)
    assert pd.notna(before.speaker)


def test_an_attribution_stands_whatever_becomes_of_the_mention_and_follows_a_merge() -> None:
    attribute, relink = (
        new("attribute", WE_AGREE, Speakers((Speaker(LEE),))),
        new("relink", span("gazette", "Kim", 1), JANE),
    )
    for lines in ((attribute, relink), (relink, attribute)):
        assert quotation(applied(*lines), WE_AGREE).speaker_id == "person:lee"
    tables = applied(attribute, new("merge", LEE, JANE))
    assert quotation(tables, WE_AGREE).speaker_id == "person:jane-kim"
    assert said(tables, quotation(tables, WE_AGREE)) == {"Kim": "person:jane-kim"}


def test_of_several_speakers_each_has_a_place_in_print() -> None:
    lines = [
        new("attribute", DEAL, Speakers((Speaker(KIM), Speaker(PARIS)))),
        new(
            "attribute",
            OVER,
            Speakers((Speaker(LEE, span("herald", "Lee")), Speaker(KIM, span("herald", "Lee")))),
        ),
    ]
    done = corrections.apply(small.tables(), lines)
    assert done.status.state.tolist() == ["no effect", "no effect"]
    assert done.tables == {}
    alone = applied(new("attribute", DEAL, Speakers((Speaker(KIM), Speaker(None)))))
    assert quotation(alone, DEAL).speaker_id == "person:kim"


def test_attributing_what_is_so_already_has_no_effect() -> None:
    lines = [new("attribute", WE_AGREE, Speakers((Speaker(KIM),))), new("attribute", DEAL, Speakers())]
    assert corrections.apply(small.tables(), lines).status.state.tolist() == ["no effect", "no effect"]


@pytest.mark.parametrize(
    ("at", "kind", "quoted", "speaker"),
    [
        (CALLED, "direct", ["Paris had called"], "He"),
        (CALLED, "mixed", [], "He"),
        (WE_AGREE, "indirect", [], "Kim"),
        (DEAL_OFF, "direct", ["the “deal” with Acme News was off"], "Kim"),
        (WE_AGREE, "scare", ["We agree,"], None),
        (DEAL, "heading", ["deal"], None),
    ],
)
def test_another_kind_says_what_stands_in_marks_and_whether_somebody_speaks(
    at: corrections.Span, kind: str, quoted: list[str], speaker: str | None
) -> None:
    tables = applied(new("rekind", at, kind))
    row = quotation(tables, at)
    assert row.kind == kind
    assert pieces(tables, row, "quoted") == quoted
    assert pieces(tables, row, "content") == pieces(small.tables(), row, "content")
    assert (None if pd.isna(row.speaker) else row.speaker) == speaker
    assert list(said(tables, row)) == ([speaker] if speaker else [])
    assert pd.isna(row.speaker_id) == (speaker is None)


def test_new_boundaries() -> None:
    longer = span("post", "Kim said the “deal” with Acme News was off, and Lyon waits.")
    line = new("respan", DEAL_OFF, (longer,))
    tables = applied(line)
    row = tables["quotations"].query("kind == 'mixed'").iloc[0]
    assert row[["start", "end", "text", "method"]].tolist() == [
        longer.start,
        longer.end,
        longer.text,
        f"correction:{line.id}",
    ]
    assert pieces(tables, row, "content") == [longer.text]
    assert pieces(tables, row, "quoted") == ["deal"]
    later = applied(line, new("rekind", longer, "indirect"))
    assert later["quotations"].query("quote_id == @row.quote_id").kind.tolist() == ["indirect"]


def test_new_boundaries_in_several_pieces_and_another_sentence() -> None:
    parts = (span("gazette", "He said that"), span("gazette", "had called."))
    tables = applied(new("respan", WE_AGREE, parts))
    row = tables["quotations"].query("kind == 'direct' and doc_id == 'gazette'").iloc[0]
    assert row.text == "He said that Paris had called."
    assert pieces(tables, row, "content") == pieces(tables, row, "quoted") == ["He said that", "had called."]
    sentence = tables["sentences"].set_index("sentence_id").loc[row.sentence_id]
    assert sentence.start <= row.start < sentence.end


def test_boundaries_that_are_not_true_are_refused() -> None:
    machine = small.tables()
    other = corrections.Span("gazette", 3, 9, "abcdef")
    lines = [
        new("respan", WE_AGREE, (other,)),
        new("respan", WE_AGREE, (span("post", "Kim"),)),
        new("respan", WE_AGREE, (WE_AGREE,)),
    ]
    done = corrections.apply(machine, lines)
    assert done.tables == {}
    assert done.status.state.tolist() == ["target gone", "target gone", "no effect"]
