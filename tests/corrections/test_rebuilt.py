"""Corrections over a corpus that was built again: other ids, other boundaries, edited and missing articles."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings import corrections
from tellings.corrections import Entity, Part, Place, Speaker, Speakers, new
from tests.corrections import small
from tests.corrections.small import (
    CALLED,
    DEAL,
    DEAL_OFF,
    JANE,
    KIM,
    LEE,
    LYON,
    OVER,
    PARIS,
    TEXTS,
    WE_AGREE,
    span,
)

LINES = (
    new("rename", KIM, "Kim Il"),
    new("merge", JANE, KIM),
    new("relink", span("gazette", "He"), LEE),
    new("reject", span("herald", "Acme")),
    new("retype", LEE, "organisation"),
    new("attribute", OVER, Speakers((Speaker(JANE),))),
    new("rekind", DEAL, "heading"),
    new("respan", DEAL_OFF, (span("post", "“deal” with Acme News was off"),)),
    new("relocate", LYON, Place("Lyon", "city", lat=45.0, lon=-84.0)),
)


def renamed(tables: dict[str, pd.DataFrame], old: str, new_id: str) -> dict[str, pd.DataFrame]:
    """The tables as a build makes them that gives an entity another id."""
    columns = ("entity_id", "speaker_id", "stands_for")
    return {
        name: frame.assign(**{c: frame[c].replace(old, new_id) for c in columns if c in frame})
        for name, frame in tables.items()
    }


def test_other_ids_change_nothing() -> None:
    machine = small.tables()
    again = machine
    for old, other in (
        ("person:kim", "person:kim-2"),
        ("person:lee", "organisation:lee"),
        ("gn:2", "city:lyon"),
    ):
        again = renamed(again, old, other)
    before, after = corrections.apply(machine, LINES), corrections.apply(again, LINES)
    assert after.status.drop(columns="reason").equals(before.status.drop(columns="reason"))
    same = renamed(renamed(before.tables, "person:kim", "person:kim-2"), "person:lee", "organisation:lee")
    for name in ("mentions", "quotations", "quote_speakers"):
        pd.testing.assert_frame_equal(after.tables[name], same[name])
    assert after.successors["person:kim"] == after.successors["person:jane-kim"] == "person:kim-2"


def test_where_namesakes_are_numbered_another_way_the_span_decides() -> None:
    machine = renamed(small.tables(), "person:kim-ro", "person:kim-2")
    swapped = renamed(
        renamed(renamed(machine, "person:kim", "x"), "person:kim-2", "person:kim"), "x", "person:kim-2"
    )
    line = new("rename", Entity("person:kim", KIM.span), "Kim of the Gazette")
    for tables, entity_id in ((machine, "person:kim"), (swapped, "person:kim-2")):
        entities = corrections.apply(tables, [line]).tables["entities"].set_index("entity_id")
        assert entities[entities["name"] == "Kim of the Gazette"].index.tolist() == [entity_id]


def test_a_mention_that_was_given_to_an_entity_does_not_lead_away_from_it() -> None:
    machine = renamed(small.tables(), "person:kim-ro", "person:kim-2")
    given = span("gazette", "Kim")
    target = Entity("person:kim-2", given)
    for log in (
        [move := new("relink", given, Entity("person:kim-2")), new("rename", target, "Ro")],
        [move, new("rename", target, "Ro"), new("undo", move.id)],
    ):
        entities = corrections.apply(machine, log).tables["entities"].set_index("entity_id")
        assert entities.loc["person:kim-2", "name"] == "Ro"


def test_an_article_that_became_longer_at_its_head_keeps_its_corrections() -> None:
    edited = {doc_id: "UPDATED: what follows has changed. " + text for doc_id, text in TEXTS.items()}
    done = corrections.apply(small.annotated(edited), LINES)
    assert done.status.state.tolist() == ["in force"] * len(LINES), done.status.reason.tolist()
    for name in ("mentions", "quotations", "quote_parts", "quote_speakers", "toponyms"):
        for row in done.tables[name].itertuples():
            assert edited[row.doc_id][row.start : row.end] == row.text
    mixed = done.tables["quotations"].query("kind == 'mixed'").text
    assert mixed.tolist() == ["“deal” with Acme News was off"]


def test_an_article_that_is_gone_is_reported_and_nothing_else_is_lost() -> None:
    without = {doc_id: text for doc_id, text in TEXTS.items() if doc_id != "gazette"}
    done = corrections.apply(small.annotated(without), LINES)
    states = dict(zip((line.id for line in LINES), done.status.state, strict=True))
    gone = [line.action for line in LINES if states[line.id] == "target gone"]
    assert gone == ["relink"]
    assert "gazette is not in the corpus" in done.status.reason[2]


def test_a_name_that_stands_several_times_in_an_edited_article_is_not_guessed() -> None:
    edited = {**TEXTS, "gazette": "Kim, Kim and Kim. " + TEXTS["gazette"]}
    done = corrections.apply(small.annotated(edited), [new("reject", span("gazette", "Kim", 1))])
    assert done.status.state.tolist() == ["target gone"]
    assert "stands there 6 times" in done.status.reason[0]


def test_a_name_that_moved_a_little_is_found_among_its_namesakes() -> None:
    edited = {**TEXTS, "gazette": TEXTS["gazette"].replace("left for", "went for").replace("\n", "\n- ")}
    line = new("reject", span("gazette", "Kim", 2))
    rejected = corrections.apply(small.annotated(edited), [line])
    assert rejected.status.state.tolist() == ["in force"]
    left = rejected.tables["mentions"].query("doc_id == 'gazette' and text == 'Kim'").start
    assert left.tolist() == [span("gazette", "Kim", 0).start, span("gazette", "Kim", 1).start]


def test_a_quotation_whose_boundaries_the_machine_draws_otherwise_is_found() -> None:
    machine = small.tables()
    row = machine["quotations"].query("kind == 'indirect'").index[0]
    machine["quotations"].loc[row, ["start", "text"]] = [CALLED.start + 6, "had called"]
    line = new("attribute", CALLED, Speakers((Speaker(LEE),)))
    done = corrections.apply(machine, [line])
    assert done.status.state.tolist() == ["in force"]
    assert done.tables["quotations"].query("kind == 'indirect'").speaker_id.tolist() == ["person:lee"]


def test_what_the_machine_does_not_find_any_more_is_said_to_be_so() -> None:
    machine = small.tables()
    machine["mentions"] = machine["mentions"].query("text != 'Lee'")
    machine["quotations"] = machine["quotations"].query("kind != 'scare'")
    lines = [
        new("reject", span("gazette", "Lee")),
        new("rekind", DEAL, "heading"),
        new("rename", Entity("person:nobody"), "Somebody"),
        new("rename", Entity("person:nobody", span("herald", "reporters")), "Somebody"),
        new("merge", KIM, Entity("person:nobody", span("gazette", "Lee"))),
    ]
    done = corrections.apply(machine, lines)
    assert done.status.state.tolist() == ["target gone"] * 5
    assert "the machine finds no name in it any more" in done.status.reason[0]
    assert "the machine finds no quotation in it any more" in done.status.reason[1]
    assert done.tables == {}


@pytest.mark.parametrize(
    "later",
    [new("rename", KIM, "x"), new("reject", span("gazette", "Kim")), new("split", KIM, Part(form="Kim"))],
    ids=lambda line: line.action,
)
def test_a_line_about_what_another_line_rejected_says_so(later: corrections.Correction) -> None:
    done = corrections.apply(small.tables(), [new("reject", KIM), later])
    assert done.status.state.tolist() == ["in force", "target gone"]
    assert done.status.reason[1] == "it is rejected by another correction"


def test_boundaries_that_were_undone_still_lead_to_the_quotation() -> None:
    longer = span("gazette", "Kim met Lee in Paris. “We agree,")
    respan = new("respan", WE_AGREE, (longer,))
    rekind = new("rekind", longer, "mixed")
    done = corrections.apply(small.tables(), [respan, rekind, new("undo", respan.id)])
    assert done.status.state.tolist() == ["undone", "in force", "in force"]
    assert done.tables["quotations"].query("text == 'We agree,'").kind.tolist() == ["mixed"]


def test_a_rejected_place_may_be_used_again() -> None:
    lines = [
        new("reject", LYON),
        new("relocate", PARIS, Place("Lyon", "city", place_id="gn:2", country_code="FR")),
    ]
    done = corrections.apply(small.tables(), lines)
    assert done.status.state.tolist() == ["in force", "in force"]
    assert done.tables["entities"].query("entity_id == 'gn:2'").n_mentions.tolist() == [2]
