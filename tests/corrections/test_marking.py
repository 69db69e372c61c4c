"""Names that were missed, sides, an entity's only mention; and what the status says of each line."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings import corrections
from tellings.corrections import Correction, Entity, NewEntity, Side, Span, Unmarked, Use, new
from tellings.errors import CorrectionError
from tests.corrections import small
from tests.corrections.looking import applied, entity, mention, toponym
from tests.corrections.small import (
    ACME,
    CALLED,
    DEAL_OFF,
    KIM,
    KIM_RO,
    LEE,
    LYON,
    NEWS,
    PARIS,
    SPRINGFIELD,
    span,
)

MINISTER = Unmarked(span("herald", "Minister"))


def status(*lines: Correction) -> list[dict[str, object]]:
    return corrections.apply(small.tables(), lines).status.to_dict("records")


def test_a_missed_name_becomes_a_mention_and_is_counted() -> None:
    before = entity(small.tables(), "person:lee").n_mentions
    line = new("relink", MINISTER, LEE)
    tables = applied(line)
    row = mention(tables, MINISTER.span)
    assert (row.form, row.type, row.entity_id) == ("name", "person", "person:lee")
    assert row.method == f"correction:{line.id}"
    assert row.sentence_id in tables["sentences"].sentence_id.tolist()
    assert entity(tables, "person:lee").n_mentions == before + 1
    starts = tables["mentions"][["doc_id", "start"]].apply(tuple, axis=1).tolist()
    assert starts == sorted(starts), "it stands where it belongs"


def test_a_missed_name_may_be_a_new_entity_or_a_place() -> None:
    tables = applied(new("relink", MINISTER, NewEntity("The Ministry", "organisation")))
    assert entity(tables, mention(tables, MINISTER.span).entity_id)["name"] == "The Ministry"
    place = toponym(applied(new("relink", MINISTER, PARIS)), MINISTER.span)
    assert place is not None
    assert (place.place_id, place.use) == ("gn:1", "literal")


def test_missed_names_are_whose_each_line_says_in_whatever_order_they_stand() -> None:
    spoke = Unmarked(span("herald", "spoke"))
    assert spoke.span.start > MINISTER.span.start
    tables = applied(new("relink", spoke, LEE), new("relink", MINISTER, KIM))
    assert mention(tables, spoke.span).entity_id == "person:lee"
    assert mention(tables, MINISTER.span).entity_id == "person:kim"


def test_a_missed_name_is_nobody_until_it_is_said_who() -> None:
    with pytest.raises(CorrectionError, match="somebody's"):
        new("relink", MINISTER, None)


def test_undone_a_missed_name_is_not_there_and_later_lines_about_it_say_so() -> None:
    line = new("relink", MINISTER, LEE)
    rows = status(line, new("undo", line.id), new("retype", MINISTER.span, "law"))
    assert [row["state"] for row in rows] == ["undone", "in force", "target gone"]
    assert rows[2]["reason"] == "no correction in force marks it"


def test_later_lines_speak_of_a_marked_name_by_its_span() -> None:
    tables = applied(new("relink", MINISTER, LEE), new("relink", MINISTER.span, KIM))
    assert mention(tables, MINISTER.span).entity_id == "person:kim"


def test_what_the_machine_marks_by_now_is_relinked() -> None:
    line = new("relink", Unmarked(span("gazette", "Lee")), KIM)
    machine, done = small.tables(), corrections.apply(small.tables(), [line])
    assert len(done.tables["mentions"]) == len(machine["mentions"])
    assert mention({**machine, **done.tables}, span("gazette", "Lee")).entity_id == "person:kim"


def test_a_missed_name_moves_with_its_article_if_it_stands_there_once() -> None:
    edited = {**small.TEXTS, "herald": "Yesterday. " + small.TEXTS["herald"]}
    done = corrections.apply(small.annotated(edited), [new("relink", MINISTER, LEE)])
    there = span("herald", "Minister", texts=edited)
    assert mention(done.tables, there).entity_id == "person:lee"
    twice = {**small.TEXTS, "herald": "A Minister! " + small.TEXTS["herald"]}
    gone = corrections.apply(small.annotated(twice), [new("relink", MINISTER, LEE)])
    assert gone.status.state.tolist() == ["target gone"]


@pytest.mark.parametrize("at", [Span("nowhere", 0, 3, "Kim"), Span("herald", 0, 3, "xyz")])
def test_a_missed_name_that_stands_nowhere_is_gone(at: Span) -> None:
    assert status(new("relink", Unmarked(at), LEE))[0]["state"] == "target gone"


def test_whom_an_entity_acts_for() -> None:
    assert entity(applied(new("retype", KIM, Side("FR"))), "person:kim").country == "FR"
    tables = applied(new("retype", KIM, Side("FR")), new("retype", KIM, Side(None)))
    assert pd.isna(entity(tables, "person:kim").country)
    assert status(new("retype", KIM, Side(None)))[0]["state"] == "no effect"


@pytest.mark.parametrize("wrong", ["fr", "FRA", "", 1])
def test_a_side_is_a_country_code_of_an_entity(wrong: object) -> None:
    record = {"id": "a", "at": "2026-01-01T00:00:00Z", "action": "retype", "value": {"country": wrong}}
    with pytest.raises(CorrectionError, match="two capital letters"):
        corrections.parse({**record, "target": {"entity": "person:kim"}})
    with pytest.raises(CorrectionError, match="said of an entity"):
        corrections.parse({**record, "value": {"country": "FR"}, "target": ["gazette", 0, 3, "Kim"]})


def test_the_only_mention_of_an_entity_takes_all_of_it_along() -> None:
    only = span("herald", "Springfield")
    done = corrections.apply(small.tables(), [new("retype", only, "organisation")])
    new_id = done.successors["city:springfield"]
    row = entity(done.tables, new_id)
    assert (row["name"], row["type"]) == ("Springfield", "organisation")
    assert "city:springfield" not in done.tables["entities"].entity_id.tolist()
    later = new("rename", SPRINGFIELD, "Springfield FC")
    both = applied(new("retype", only, "organisation"), later)
    assert "Springfield FC" in both["entities"].name.tolist(), "its old id leads on"


def test_the_status_says_from_what_to_what() -> None:
    lines = [
        new("merge", KIM, KIM_RO),
        new("rename", LEE, "Li"),
        new("retype", ACME, "organisation"),
        new("relink", span("gazette", "Acme News"), None),
        new("reject", span("post", "Jane Kim")),
        new("rekind", CALLED, "direct"),
        new("relocate", LYON, None),
    ]
    said = [(row["target"], row["before"], row["after"]) for row in status(*lines)]
    assert said == [
        ("Kim", "Kim", "Kim Ro"),
        ("Lee", "Lee", "Li"),
        ("Acme", "product", "organisation"),
        ("Acme News", "Acme News", "nobody known"),
        ("Jane Kim", "Jane Kim", ""),
        ("Paris had called", "indirect", "direct"),
        ("Lyon", "Lyon", "not placed"),
    ]


def test_a_line_without_effect_says_what_it_would_set() -> None:
    gone = status(new("merge", Entity("person:nobody", None), NEWS))[0]
    assert (gone["target"], gone["before"], gone["after"]) == ("person:nobody", "", "Acme News")


def test_what_was_changed_is_as_much_as_the_status_says() -> None:
    lines = [new("merge", KIM, KIM_RO), new("reject", span("post", "Jane Kim")), new("rename", LEE, "Li")]
    done = corrections.apply(small.tables(), lines)
    for row in done.status.itertuples():
        own = done.changed[done.changed.correction_id == row.id]
        assert (own.what == "mention").sum() == row.n_mentions
        assert (own.what == "quotation").sum() == row.n_quotations
        assert own.doc_id.nunique() == row.n_documents
    for row in done.changed.itertuples():
        assert small.TEXTS[row.doc_id][row.start : row.end] == row.text


def test_new_boundaries_are_shown_as_they_are_now() -> None:
    line = new("respan", CALLED, [span("gazette", "that Paris had called")])
    changed = corrections.apply(small.tables(), [line]).changed
    assert changed.text.tolist() == ["that Paris had called"]


def test_what_new_boundaries_leave_out_stands_in_the_quotation_no_more() -> None:
    machine = small.tables()
    rows = machine["quotations"].set_index("text")
    outer, inner = rows.quote_id[DEAL_OFF.text], rows.quote_id["deal"]
    machine["quotations"].loc[machine["quotations"].quote_id == inner, "inside_id"] = outer
    kept = new("respan", DEAL_OFF, [span("post", "the “deal” with Acme News")])
    left = new("respan", DEAL_OFF, [span("post", "was off")])
    for line, inside in ((kept, outer), (left, None)):
        some = corrections.apply(machine, [line]).tables["quotations"].set_index("quote_id")
        found = some.inside_id[inner]
        assert (None if pd.isna(found) else found) == inside


def test_without_lines_nothing_was_changed() -> None:
    changed = corrections.apply(small.tables(), []).changed
    assert changed.empty
    assert "correction_id" in changed.columns


def test_a_use_that_a_name_has_already_changes_nothing() -> None:
    paris = span("gazette", "Paris")
    rows = status(new("relocate", paris, Use("literal")), new("relocate", paris, Use("metonymic", "gn:9")))
    assert [(row["state"], row["before"], row["after"]) for row in rows] == [
        ("no effect", "", "literal"),
        ("in force", "literal", "metonymic"),
    ]
