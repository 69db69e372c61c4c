"""Place names after resolution: one decision for the mention and its row among the places."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from tellings.resolution.annotated import toponyms_of
from tellings.resolution.doubt.places import signals
from tellings.resolution.places import ASSUMED, agreeing
from tellings.resources import doubt
from tellings.schema import PLACE_KINDS, TABLES, TYPES, conform, empty


def table(name: str, *rows: dict[str, object]) -> pd.DataFrame:
    span = {"doc_id": "a", "sentence_id": "a:s0-9", "start": 0, "end": 5, "text": "Kovac", "method": "x"}
    full = [{**dict.fromkeys(TABLES[name].names), **span, **row} for row in rows]
    return conform(pd.DataFrame(full, columns=TABLES[name].names), name)


def mention(number: int, kind: str, form: str = "name") -> dict[str, object]:
    at = {"mention_id": f"a:m{number}", "start": number, "end": number + 5}
    return {**at, "form": form, "type": kind, "entity_id": f"{kind}:kovac"}


def toponym(number: int, **more: object) -> dict[str, object]:
    return {"mention_id": f"a:m{number}", "start": number, "end": number + 5, "use": "literal", **more}


def test_a_name_that_the_corpus_knows_as_a_person_has_no_place() -> None:
    found, _ = agreeing(
        table("toponyms", toponym(0), toponym(20, place_id="gn:1", name="Oslo", kind="city")),
        table("mentions", mention(0, "person"), mention(20, "city")),
    )
    assert found["mention_id"].tolist() == ["a:m20"]


def test_an_unplaced_name_has_the_kind_of_its_mention() -> None:
    found, _ = agreeing(
        table("toponyms", toponym(0), toponym(20, kind="facility"), toponym(40, kind="water")),
        table("mentions", mention(0, "facility"), mention(20, "location"), mention(40, "location")),
    )
    assert found["kind"].fillna("").tolist() == ["facility", "", "water"]


def test_a_name_that_only_the_corpus_shows_to_be_a_place_is_an_unplaced_one() -> None:
    found, _ = agreeing(
        table("toponyms"),
        table("mentions", mention(0, "facility"), mention(20, "person"), mention(40, "location")),
    )
    assert found["mention_id"].tolist() == ["a:m0", "a:m40"]
    assert found["place_id"].isna().all()
    assert set(found["use"]) == {"literal"}


def test_demonyms_and_descriptions_are_left_as_they_are() -> None:
    rows = table("toponyms", toponym(0, use="demonym"))
    mentions = table("mentions", mention(0, "other", "demonym"), mention(20, "facility", "nominal"))
    pd.testing.assert_frame_equal(agreeing(rows, mentions)[0], rows)


def test_nothing_of_nothing() -> None:
    assert all(some.empty for some in agreeing(table("toponyms"), table("mentions")))


def test_a_name_that_the_corpus_places_elsewhere_has_that_place_and_can_have_its_own_again() -> None:
    towns = [toponym(0, place_id="gn:1", name="Elm", kind="city", lat=1.0, lon=2.0),
             toponym(20, place_id="gn:2", name="Elm County", kind="region"), toponym(40)]  # fmt: skip
    own = table("toponyms", *towns)
    mentions = table("mentions", *({**mention(n, "city"), "entity_id": "gn:1"} for n in (0, 20, 40, 60)))
    found, overruled = agreeing(own, mentions)
    assert found["place_id"].tolist() == ["gn:1"] * 4
    assert found["lat"].tolist() == [1.0] * 4
    assert overruled["place_id"].fillna("").tolist() == ["gn:2", ""]
    chains = table("chains", *({"id": f"a:m{n}", "end": n + 5, "chain": "x"} for n in (0, 20, 40)))
    again = toponyms_of(found, overruled, chains)
    assert again["place_id"].fillna("").tolist() == ["gn:1", "gn:2", ""]


def test_a_building_stands_where_the_first_that_says_so_has_it_whatever_the_order_of_the_rows() -> None:
    said = [
        toponym(n, kind="facility", lat=1.0, lon=2.0, method=how)
        for n, how in ((0, "in it"), (20, "after it"))
    ]
    rows = table("toponyms", *said, toponym(40, kind="facility"))
    mentions = table("mentions", *(mention(n, "facility") for n in (0, 20, 40)))
    for some in (rows, rows.iloc[[1, 0, 2]].reset_index(drop=True)):
        found = agreeing(some, mentions)[0].set_index("mention_id")
        assert found.loc["a:m40", "method"] == "a place elsewhere in the corpus: in it"


def test_a_suburb_lies_where_another_article_has_it() -> None:
    rows = table("toponyms", toponym(0, lat=1.0, lon=2.0, method="near it"), toponym(20))
    found = agreeing(rows, table("mentions", *(mention(n, "location") for n in (0, 20))))[0]
    assert found["lat"].tolist() == [1.0, 1.0]


def test_what_one_article_only_assumes_no_other_takes_over() -> None:
    how = f"no place of that name is known{ASSUMED}Oslo, the only town"
    mentions = table("mentions", *(mention(n, "facility") for n in (0, 20)))
    guess, lost = toponym(0, lat=1.0, lon=2.0, method=how), toponym(20)
    assert agreeing(table("toponyms", guess, lost), mentions)[0]["lat"].isna().tolist() == [False, True]
    said = toponym(40, lat=5.0, lon=6.0, admin1_code="NO-46", method="unknown itself; near it")
    mentions = table("mentions", *(mention(n, "facility") for n in (0, 20, 40)))
    found = agreeing(table("toponyms", guess, lost, said), mentions)[0]
    assert found["lat"].tolist() == [5.0, 5.0, 5.0]


def test_what_one_article_assumes_holds_where_another_tells_of_that_region_too() -> None:
    how = f"no place of that name is known{ASSUMED}Bavaria, in which most of the places lie"
    guess = {
        **toponym(0, lat=1.0, lon=2.0, admin1_code="DE-BY", method=how),
        "doc_id": "a",
        "mention_id": "a:m0",
    }
    others = [{**toponym(0), "doc_id": doc, "mention_id": f"{doc}:m0"} for doc in "bc"]
    town = {
        **toponym(20, place_id="gn:1", kind="city", admin1_code="DE-BY"),
        "doc_id": "b",
        "mention_id": "b:m20",
    }
    said = [{**mention(0, "city"), "doc_id": doc, "mention_id": f"{doc}:m0"} for doc in "abc"]
    found = agreeing(table("toponyms", guess, *others, town), table("mentions", *said))[0]
    assert found.sort_values(["doc_id", "start"])["lat"].notna().tolist() == [True, True, False, False]


def test_a_site_that_most_articles_assume_holds_for_the_others() -> None:
    how = f"no place of that name is known{ASSUMED}Oslo, the only town"
    places = ["NO-03", "NO-03", "NO-46", None]
    codes: list[dict[str, object]] = [
        {"lat": 1.0, "lon": 2.0, "admin1_code": code, "method": how} if code else {} for code in places
    ]
    rows = [{**toponym(0, **more), "doc_id": doc, "mention_id": f"{doc}:m0"}
            for doc, more in zip("abcd", codes, strict=True)]  # fmt: skip
    said = [{**mention(0, "facility"), "doc_id": doc, "mention_id": f"{doc}:m0"} for doc in "abcd"]
    found = agreeing(table("toponyms", *rows), table("mentions", *said))[0]
    assert found["admin1_code"].tolist() == ["NO-03"] * 4
    rows[1]["admin1_code"] = "NO-46"
    found = agreeing(table("toponyms", *rows), table("mentions", *said))[0]
    assert found["admin1_code"].fillna("").tolist() == ["NO-46", "NO-46", "NO-46", "NO-46"]
    rows[0]["admin1_code"], rows[2]["admin1_code"] = "NO-03", "NO-11"
    found = agreeing(table("toponyms", *rows), table("mentions", *said))[0]
    assert found["admin1_code"].fillna("").tolist() == ["NO-03", "NO-46", "NO-11", ""]


def test_what_is_only_assumed_scores_low_however_much_is_told_of_the_town() -> None:
    def score(method: str) -> float:
        own = {"kind": "facility", "country_code": "NO", "lat": 1.0, "lon": 2.0, "method": method}
        towns = [
            toponym(n, text=name, place_id=f"gn:{n}", kind="city", country_code="NO")
            for n, name in ((20, "Oslo"), (40, "Bergen"))
        ]
        rows = table("toponyms", toponym(0, text="Elm Tree Park Hospital", **own), *towns)
        of = signals(rows.assign(own_score=0.3, type_score=0.9))
        return float(doubt.score("places", of).iloc[0])

    for unplaced in ("no place of that name is known", "nothing speaks for a place of that name"):
        assert score(f"{unplaced}{ASSUMED}Oslo, the only town in which something is told of") < 0.5
    assert score("unknown itself; Oslo's") > 0.5


kinds = st.one_of(st.none(), st.sampled_from(PLACE_KINDS))
lines = st.lists(
    st.tuples(st.sampled_from(TYPES), st.one_of(st.just("no toponym"), kinds), st.booleans()), max_size=6
)


@given(lines)
def test_what_the_articles_say_can_be_had_again_from_what_the_corpus_says(
    found: list[tuple[str, str | None, bool]],
) -> None:
    own = table(
        "toponyms",
        *(
            toponym(20 * i, kind=kind, place_id="gn:1" if placed else None, country_code="NO")
            for i, (_, kind, placed) in enumerate(found)
            if kind != "no toponym"
        ),
    )
    mentions = table("mentions", *(mention(20 * i, type_) for i, (type_, _, _) in enumerate(found)))
    again = conform(toponyms_of(*agreeing(own, mentions), empty("chains")), "toponyms")
    pd.testing.assert_frame_equal(again, own)
    for mine, theirs in zip(agreeing(again, mentions), agreeing(own, mentions), strict=True):
        pd.testing.assert_frame_equal(mine, theirs)
