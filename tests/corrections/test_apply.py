from __future__ import annotations

import pandas as pd
import pytest

from tellings import corrections
from tellings.corrections import Correction, Entity, NewEntity, Part, Place, Speaker, Speakers, Use, new
from tests.corrections import small
from tests.corrections.small import (
    ACME,
    CALLED,
    DEAL,
    DEAL_OFF,
    FRANCE,
    JANE,
    KIM,
    KIM_RO,
    LEE,
    LYON,
    NEWS,
    OVER,
    PARIS,
    SPRINGFIELD,
    WE_AGREE,
    span,
)


def applied(*lines: Correction) -> dict[str, pd.DataFrame]:
    """All tables, corrected; every line must have had an effect."""
    machine = small.tables()
    done = corrections.apply(machine, lines)
    assert done.status.state.tolist() == ["in force"] * len(lines), done.status.reason.tolist()
    return {**machine, **done.tables}


def entity(tables: dict[str, pd.DataFrame], entity_id: str) -> pd.Series:
    found = tables["entities"][tables["entities"].entity_id == entity_id]
    assert len(found) == 1
    return found.iloc[0]


def variants(tables: dict[str, pd.DataFrame], entity_id: str) -> dict[str, int]:
    some = tables["variants"][tables["variants"].entity_id == entity_id]
    return dict(zip(some.text, some.n_mentions, strict=True))


def mention(tables: dict[str, pd.DataFrame], at: corrections.Span) -> pd.Series:
    some = tables["mentions"]
    return some[(some.doc_id == at.doc_id) & (some.start == at.start) & (some.end == at.end)].iloc[0]


def toponym(tables: dict[str, pd.DataFrame], at: corrections.Span) -> pd.Series | None:
    some = tables["toponyms"]
    some = some[(some.doc_id == at.doc_id) & (some.start == at.start)]
    return some.iloc[0] if len(some) else None


def quotation(tables: dict[str, pd.DataFrame], at: corrections.Span) -> pd.Series:
    some = tables["quotations"]
    machine = small.tables()["quotations"]
    quote_id = machine[(machine.doc_id == at.doc_id) & (machine.start == at.start)].quote_id.iloc[0]
    return some[some.quote_id == quote_id].iloc[0]


def pieces(tables: dict[str, pd.DataFrame], row: pd.Series, role: str) -> list[str]:
    some = tables["quote_parts"]
    return some[(some.quote_id == row.quote_id) & (some.role == role)].text.tolist()


def said(tables: dict[str, pd.DataFrame], row: pd.Series) -> dict[str, str | None]:
    some = tables["quote_speakers"]
    some = some[some.quote_id == row.quote_id]
    return dict(zip(some.text, (None if pd.isna(one) else one for one in some.entity_id), strict=True))


def test_merging_moves_mentions_and_speakers_and_keeps_the_printed_forms() -> None:
    line = new("merge", KIM, KIM_RO)
    tables = applied(line)
    assert variants(tables, "person:kim-ro") == {"Kim": 4, "Kim Ro": 2}
    merged = entity(tables, "person:kim-ro")
    assert (merged["name"], merged.n_mentions, merged.n_documents) == ("Kim Ro", 6, 3)
    assert "person:kim" not in set(tables["entities"].entity_id)
    assert quotation(tables, WE_AGREE).speaker_id == "person:kim-ro"
    assert said(tables, quotation(tables, WE_AGREE)) == {"Kim": "person:kim-ro"}
    assert mention(tables, span("gazette", "Kim")).method == f"correction:{line.id}"
    assert mention(tables, span("herald", "Kim Ro")).method == "machine"
    assert corrections.apply(small.tables(), [line]).successors == {"person:kim": "person:kim-ro"}


def test_merges_follow_each_other_in_any_order() -> None:
    there, on = new("merge", KIM, KIM_RO), new("merge", KIM_RO, JANE)
    for lines in ((there, on), (on, there)):
        assert corrections.apply(small.tables(), lines).successors == {
            "person:kim": "person:jane-kim",
            "person:kim-ro": "person:jane-kim",
        }
        assert entity(applied(*lines), "person:jane-kim").n_mentions == 7


def test_merging_in_a_circle_stops() -> None:
    lines = [new("merge", KIM, LEE), new("merge", LEE, KIM)]
    status = corrections.apply(small.tables(), lines).status
    assert status.state.tolist() == ["in force", "no effect"]
    assert status.reason[1] == "they are one already"


def test_what_the_kept_entity_lacks_comes_from_the_one_that_is_merged_into_it() -> None:
    machine = small.tables()
    machine["entities"].loc[machine["entities"].entity_id == "person:kim", ["wikidata", "country"]] = [
        "Q1",
        "KP",
    ]
    machine["entities"].loc[machine["entities"].entity_id == "person:kim-ro", "country"] = "KR"
    tables = corrections.apply(machine, [new("merge", KIM, KIM_RO)]).tables
    assert entity(tables, "person:kim-ro")[["wikidata", "country"]].tolist() == ["Q1", "KR"]


def test_a_place_takes_up_a_name_that_was_not_placed_whichever_way_they_are_merged() -> None:
    for line in (new("merge", SPRINGFIELD, LYON), new("merge", LYON, SPRINGFIELD)):
        tables = applied(line)
        placed = toponym(tables, span("herald", "Springfield"))
        assert placed is not None
        assert placed[["place_id", "kind", "country_code", "lat"]].tolist() == ["gn:2", "city", "FR", 45.75]
        assert variants(tables, "gn:2") == {"Lyon": 2, "Springfield": 1}
    assert entity(tables, "gn:2")["name"] == "Springfield"


def test_merging_a_place_into_what_is_none_takes_it_off_the_map_and_the_other_way_puts_it_there() -> None:
    gone = applied(new("merge", LYON, NEWS))
    assert toponym(gone, span("gazette", "Lyon")) is None
    come = applied(new("merge", NEWS, LYON))
    placed = toponym(come, span("gazette", "Acme News"))
    assert placed is not None
    assert placed[["place_id", "use", "name"]].tolist() == ["gn:2", "literal", "Lyon"]


def test_splitting_off_a_span_an_article_or_a_printed_form() -> None:
    both = new("merge", KIM, KIM_RO)
    spans = new("split", KIM, Part((span("gazette", "Kim"),), name="Kim the Elder"))
    assert variants(applied(both, spans), f"person:kim-the-elder~{spans.id}") == {"Kim": 1}
    form = new("split", KIM, Part(form="Kim Ro"))
    tables = applied(both, form)
    assert variants(tables, f"person:kim-ro~{form.id}") == {"Kim Ro": 2}
    assert variants(tables, "person:kim-ro") == {"Kim": 4}
    article = new("split", KIM, Part(doc_id="gazette", type="organisation"))
    tables = applied(article)
    split = entity(tables, f"organisation:kim~{article.id}")
    assert (split.type, split.n_mentions, split.n_documents) == ("organisation", 3, 1)
    assert quotation(tables, WE_AGREE).speaker_id == split.entity_id
    assert quotation(tables, CALLED).speaker_id == split.entity_id
    assert quotation(tables, DEAL_OFF).speaker_id == "person:kim"


def test_splitting_off_everything_or_nothing_has_no_effect() -> None:
    lines = [new("split", KIM, Part(form="Kim Ro")), new("split", JANE, Part(form="Jane Kim"))]
    assert corrections.apply(small.tables(), lines).status.state.tolist() == ["no effect", "no effect"]


def test_what_was_split_off_can_be_corrected_and_falls_with_the_split() -> None:
    split = new("split", KIM, Part(form="Kim", doc_id="post"))
    made = Entity(f"person:kim~{split.id}", span("post", "Kim", 3))
    rename = new("rename", made, "Kim of the Post")
    assert entity(applied(split, rename), made.entity_id)["name"] == "Kim of the Post"
    done = corrections.apply(small.tables(), [split, rename, new("undo", split.id)])
    assert done.tables == {}
    assert done.status.state.tolist() == ["undone", "target gone", "in force"]
    assert split.id in done.status.reason[1]


def test_renaming_an_entity_renames_its_place_on_the_map() -> None:
    tables = applied(new("rename", PARIS, "Paris, France"), new("rename", KIM, "Kim Il"))
    assert entity(tables, "gn:1")["name"] == "Paris, France"
    assert entity(tables, "person:kim")["name"] == "Kim Il"
    assert set(tables["toponyms"].query("place_id == 'gn:1'").name) == {"Paris, France"}
    assert variants(tables, "person:kim") == {"Kim": 4}


def test_retyping_an_entity_changes_its_mentions_and_the_map() -> None:
    tables = applied(
        new("retype", LYON, "person"), new("retype", ACME, "facility"), new("retype", PARIS, "region")
    )
    assert set(tables["mentions"].query("entity_id == 'gn:2'").type) == {"person"}
    assert toponym(tables, span("post", "Lyon")) is None
    built = toponym(tables, span("herald", "Acme"))
    assert built is not None
    assert built[["kind", "use"]].tolist() == ["facility", "literal"]
    assert pd.isna(built.place_id)
    region = toponym(tables, span("gazette", "Paris"))
    assert region is not None
    assert region[["place_id", "kind"]].tolist() == ["gn:1", "region"]


def test_retyping_one_mention_makes_it_another_thing_than_its_namesakes() -> None:
    line = new("retype", span("gazette", "Kim"), "organisation")
    tables = applied(line)
    assert entity(tables, f"organisation:kim~{line.id}").n_mentions == 1
    assert entity(tables, "person:kim").n_mentions == 3
    unknown = applied(new("retype", span("herald", "reporters"), "organisation"))
    assert mention(unknown, span("herald", "reporters")).type == "organisation"


def test_a_rejected_mention_is_nowhere() -> None:
    tables = applied(new("reject", span("gazette", "Paris")), new("reject", span("gazette", "He")))
    assert len(tables["mentions"]) == len(small.tables()["mentions"]) - 2
    assert toponym(tables, span("gazette", "Paris")) is None
    assert variants(tables, "gn:1") == {"Paris": 1}
    assert pd.isna(quotation(tables, CALLED).speaker_id)
    assert said(tables, quotation(tables, CALLED)) == {"He": None}
    assert quotation(tables, CALLED).speaker == "He"


def test_a_rejected_entity_is_nowhere_and_its_speakers_are_unknown() -> None:
    tables = applied(new("reject", KIM), new("reject", FRANCE))
    for name in ("mentions", "entities", "variants", "quote_speakers"):
        assert not {"person:kim", "gn:9"} & set(tables[name].entity_id)
    assert tables["quotations"].speaker_id.dropna().tolist() == ["person:lee"]
    metonym = toponym(tables, span("gazette", "Paris", 1))
    assert metonym is not None
    assert metonym.use == "metonymic"
    assert pd.isna(metonym.stands_for)


def test_a_rejected_quotation_is_nowhere() -> None:
    machine = small.tables()
    outer = machine["quotations"].query("doc_id == 'post' and kind == 'mixed'").quote_id.iloc[0]
    machine["quotations"].loc[machine["quotations"].kind == "scare", "inside_id"] = outer
    done = corrections.apply(machine, [new("reject", DEAL_OFF, corrections.QUOTATION)]).tables
    for name in ("quotations", "quote_parts", "quote_speakers"):
        assert outer not in set(done[name].quote_id)
    assert done["quotations"].inside_id.isna().all()
    assert "mentions" not in done


def test_relinking_a_mention_moves_it_and_the_speaker_printed_there() -> None:
    tables = applied(new("relink", span("gazette", "Kim", 1), LEE))
    assert mention(tables, span("gazette", "Kim", 1))[["entity_id", "type"]].tolist() == [
        "person:lee",
        "person",
    ]
    assert quotation(tables, WE_AGREE).speaker_id == "person:lee"
    assert variants(tables, "person:lee") == {"Kim": 1, "Lee": 2}
    assert entity(tables, "person:lee").n_mentions == 3


def test_relinking_to_a_place_to_something_new_and_to_nobody() -> None:
    fresh = new("relink", span("herald", "reporters"), NewEntity("The press", "organisation"))
    tables = applied(
        new("relink", span("gazette", "Lee"), PARIS), fresh, new("relink", span("gazette", "He"), None)
    )
    place = toponym(tables, span("gazette", "Lee"))
    assert place is not None
    assert place[["place_id", "name", "lat"]].tolist() == ["gn:1", "Paris", 48.85]
    press = entity(tables, f"organisation:the-press~{fresh.id}")
    assert (press["name"], press.n_mentions) == ("The press", 0)
    assert mention(tables, span("herald", "reporters")).type == "organisation"
    assert pd.isna(mention(tables, span("gazette", "He")).entity_id)
    assert pd.isna(quotation(tables, CALLED).speaker_id)


def test_an_entity_that_loses_its_last_mention_is_gone_but_not_one_that_still_speaks() -> None:
    tables = applied(new("relink", span("post", "Jane Kim"), KIM))
    assert "person:jane-kim" not in set(tables["entities"].entity_id)
    speaks = applied(
        new("attribute", WE_AGREE, Speakers((Speaker(JANE),))), new("reject", span("post", "Jane Kim"))
    )
    assert entity(speaks, "person:jane-kim").n_mentions == 0


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


TEXAS = Place("Paris", "city", lat=33.66, lon=-95.55, country_code="US", admin1_code="US-TX")


def test_putting_one_name_elsewhere() -> None:
    tables = applied(new("relocate", span("gazette", "Paris"), TEXAS))
    one, other = toponym(tables, span("gazette", "Paris")), toponym(tables, span("gazette", "Paris", 1))
    assert one is not None
    assert other is not None
    assert one[["place_id", "lat", "lon", "country_code", "admin1_code", "kind", "use"]].tolist() == [
        "pt:33.6600,-95.5500",
        33.66,
        -95.55,
        "US",
        "US-TX",
        "city",
        "literal",
    ]
    assert other.place_id == "gn:1"
    made = entity(tables, "pt:33.6600,-95.5500")
    assert made[["name", "type", "country", "n_mentions"]].tolist() == ["Paris", "city", "US", 1]


def test_putting_all_of_an_entity_elsewhere() -> None:
    line = new(
        "relocate", SPRINGFIELD, Place("Springfield", "city", place_id="gn:4409896", lat=37.2, lon=-93.3)
    )
    tables = applied(line)
    placed = toponym(tables, span("herald", "Springfield"))
    assert placed is not None
    assert placed[["place_id", "lat", "method"]].tolist() == ["gn:4409896", 37.2, f"correction:{line.id}"]
    assert entity(tables, "gn:4409896").geonames == "4409896"
    assert corrections.apply(small.tables(), [line]).successors == {"city:springfield": "gn:4409896"}


def test_a_place_that_the_corpus_knows_is_as_the_corpus_knows_it() -> None:
    tables = applied(new("relocate", SPRINGFIELD, Place("Lyons", "city", place_id="gn:2", lat=1.0, lon=2.0)))
    placed = toponym(tables, span("herald", "Springfield"))
    assert placed is not None
    assert placed[["name", "lat", "admin1_code"]].tolist() == ["Lyon", 45.75, "FR-ARA"]
    moved = applied(new("relocate", LYON, Place("Lyons", "city", place_id="gn:2", lat=1.0, lon=2.0)))
    assert moved["toponyms"].query("place_id == 'gn:2'").lat.tolist() == [1.0, 1.0]


def test_taking_a_place_away_and_saying_how_a_name_is_used() -> None:
    gone = new("relocate", LYON, None)
    use = new("relocate", span("gazette", "Paris"), Use("metonymic", "gn:9"))
    literal = new("relocate", span("gazette", "Paris", 1), Use("literal"))
    tables = applied(gone, use, literal)
    unplaced = toponym(tables, span("post", "Lyon"))
    assert unplaced is not None
    assert unplaced[["place_id", "lat", "lon", "country_code"]].isna().all()
    assert entity(tables, f"city:lyon~{gone.id}").n_mentions == 2
    first, second = toponym(tables, span("gazette", "Paris")), toponym(tables, span("gazette", "Paris", 1))
    assert first is not None
    assert second is not None
    assert (first.use, first.stands_for, second.use) == ("metonymic", "gn:9", "literal")
    assert pd.isna(second.stands_for)


def test_a_name_that_stands_for_a_country_stands_for_that_of_its_new_place() -> None:
    machine = small.tables()
    texas = corrections.apply(machine, [new("relocate", PARIS, TEXAS)]).tables
    metonym = toponym(texas, span("gazette", "Paris", 1))
    assert metonym is not None
    assert metonym.use == "metonymic"
    assert pd.isna(metonym.stands_for)
    merged = applied(new("merge", FRANCE, LEE))
    follows = toponym(merged, span("gazette", "Paris", 1))
    assert follows is not None
    assert follows.stands_for == "person:lee"


def test_the_status_counts_what_each_line_changed() -> None:
    lines = [
        new("merge", KIM, KIM_RO, "one person"),
        new("rename", LEE, "Lee"),
        new("rename", LEE, "Lee Bo"),
        undone := new("reject", LYON),
        new("undo", undone.id),
        new("undo", "nothing"),
    ]
    status = corrections.apply(small.tables(), lines).status
    assert status.columns.tolist() == list(corrections.COLUMNS)
    assert status.id.tolist() == [line.id for line in lines]
    assert status.state.tolist() == ["in force", "no effect", "in force", "undone", "in force", "target gone"]
    assert status.n_mentions.tolist() == [6, 0, 3, 0, 0, 0]
    assert status.n_quotations.tolist() == [3, 0, 0, 0, 0, 0]
    assert status.n_documents.tolist() == [2, 0, 3, 0, 0, 0]
    assert status.target.tolist()[:5] == ["Kim", "Lee", "Lee", "Lyon", "reject Lyon"]
    assert status.why[0] == "one person"


def test_no_lines_change_nothing_and_read_nothing() -> None:
    done = corrections.apply({}, [])
    assert done.tables == {}
    assert done.successors == {}
    assert done.status.columns.tolist() == list(corrections.COLUMNS)


def test_tables_that_are_not_needed_are_not_read() -> None:
    machine, asked = small.tables(), []

    def read(name: str) -> pd.DataFrame:
        asked.append(name)
        return machine[name]

    corrections.apply(corrections.Tables(read), [new("rename", KIM, "Kim Il")])
    assert len(asked) == len(set(asked))
    assert not {"documents", "quote_parts"} & set(asked)
