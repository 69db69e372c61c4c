"""Corrections of entities and names: merge, split, rename, retype, reject, relink."""

from __future__ import annotations

import pandas as pd

from tellings import corrections
from tellings.corrections import Entity, NewEntity, Part, Speaker, Speakers, new
from tests.corrections import small
from tests.corrections.looking import applied, entity, mention, quotation, said, toponym, variants
from tests.corrections.small import (
    ACME,
    CALLED,
    DEAL_OFF,
    FRANCE,
    JANE,
    KIM,
    KIM_RO,
    LEE,
    LYON,
    NEWS,
    PARIS,
    SPRINGFIELD,
    WE_AGREE,
    span,
)


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


def test_nothing_leads_to_an_entity_that_is_gone_itself() -> None:
    french = span("herald", "French")
    done = corrections.apply(
        small.tables(), [new("merge", PARIS, KIM), new("retype", french, "person"), new("reject", french)]
    )
    assert set(done.successors.values()) <= set(done.tables["entities"].entity_id)


def test_an_entity_that_loses_its_last_mention_is_gone_but_not_one_that_still_speaks() -> None:
    tables = applied(new("relink", span("post", "Jane Kim"), KIM))
    assert "person:jane-kim" not in set(tables["entities"].entity_id)
    speaks = applied(
        new("attribute", WE_AGREE, Speakers((Speaker(JANE),))), new("reject", span("post", "Jane Kim"))
    )
    assert entity(speaks, "person:jane-kim").n_mentions == 0


def test_an_article_is_called_as_people_say_and_others_make_way() -> None:
    called = applied(new("shorten", "herald", "Gazette"))["documents"].set_index("doc_id")["short"]
    assert called["herald"] == "Gazette"
    assert called["gazette"] == "gazette (2)"
    first, second = new("shorten", "herald", "The Wire"), new("shorten", "gazette", "the wire")
    done = corrections.apply(small.tables(), [first, second, new("shorten", "nowhere", "Wire")])
    assert done.status.state.tolist() == ["in force", "no effect", "target gone"]
    assert done.status.n_documents.tolist() == [1, 0, 0]
    undone = corrections.apply(small.tables(), [first, second, new("undo", first.id)])
    assert undone.status.state.tolist() == ["undone", "in force", "in force"]
