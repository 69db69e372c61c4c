"""Quotations across articles: chains become entities, one utterance a cluster."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from tellings import schema
from tellings.resolution.quotations import resolve
from tellings.resolution.utterances import Utterance, clusters
from tellings.resolution.wording import likeness


def said(
    quote_id: str,
    words: str,
    speaker: str | None = "person:lopez",
    *,
    marked: str = "",
    attributed: bool = True,
) -> Utterance:
    """An utterance; its article is what stands before the colon."""
    return Utterance(quote_id, quote_id.partition(":")[0], words, marked, speaker, attributed)


FILLER = [said(f"z{i}:q", f"filler{i} number{i} talk{i} about{i}", f"person:{i}") for i in range(20)]


def groups(*utterances: Utterance) -> list[set[str]]:
    """The clusters among some utterances, in a corpus of others."""
    found: dict[str, set[str]] = {}
    for quote_id, cluster_id in clusters([*utterances, *FILLER]).items():
        found.setdefault(cluster_id, set()).add(quote_id)
    return list(found.values())


WHOLE = "The harbour bridge will be closed until the inspectors have finished"


def test_the_same_words() -> None:
    assert groups(said("a:q1", WHOLE), said("b:q1", WHOLE + ".")) == [{"a:q1", "b:q1"}]


def test_shortened_and_spelt_otherwise() -> None:
    assert groups(said("a:q1", WHOLE), said("b:q1", "the harbor bridge will be closed")) == [{"a:q1", "b:q1"}]


def test_reported_speech() -> None:
    assert groups(said("a:q1", WHOLE), said("b:q1", "the bridge would close until inspectors finished")) == [
        {"a:q1", "b:q1"}
    ]


def test_other_speakers_need_more() -> None:
    assert (
        groups(said("a:q1", WHOLE), said("b:q1", "the bridge was closed by a harbour strike", "person:smith"))
        == []
    )
    assert groups(said("a:q1", WHOLE), said("b:q1", WHOLE, "person:smith")) == [{"a:q1", "b:q1"}]


def test_a_topic_is_no_utterance() -> None:
    assert (
        groups(said("a:q1", WHOLE), said("b:q1", "the bridge cost a fortune, and voters remember it")) == []
    )


def test_figures_must_not_contradict() -> None:
    assert (
        groups(
            said("a:q1", "we will free 400 prisoners in the harbour"),
            said("b:q1", "we will free 90 prisoners in the harbour"),
        )
        == []
    )


def test_within_an_article_every_cue_is_its_own() -> None:
    assert groups(said("a:q1", WHOLE), said("a:q2", WHOLE)) == []


def test_a_heading_joins_what_it_takes_up() -> None:
    heading = said("a:q0", "deeply ashamed", None, marked="deeply ashamed", attributed=False)
    words = said("a:q1", "she was deeply ashamed of the bridge", marked="deeply ashamed")
    assert groups(heading, words) == [{"a:q0", "a:q1"}]


def test_stock_phrases_and_names_are_no_utterance() -> None:
    some = [
        said("a:q1", "further investigations are going on", None),
        said("b:q1", "further investigation of the body had been taken up", "person:smith"),
        said("c:q1", "Maria Lopez of the Harbour Board", None),
        said("d:q1", "to set Maria Lopez of the Harbour Board against the unions", "person:smith"),
        said("e:q1", "financial support", None),
        said(
            "f:q1",
            "they would offer grants, loans and other financial support to the fishers",
            "person:jones",
        ),
    ]
    assert groups(*some) == []


def test_the_words_must_stand_together() -> None:
    speech = (
        "the harbour was full. "
        + "Nobody came to ask us why. " * 12
        + "The bridge is closed and inspectors sleep"
    )
    assert groups(said("a:q1", "harbour bridge inspectors", None), said("b:q1", speech, "person:smith")) == []


def test_what_stands_inside_another_is_an_utterance_of_its_own() -> None:
    outer = [
        said(f"{doc}:q1", "Lopez urged a peaceful end and said the killing needs to stop", "person:bruce")
        for doc in "ab"
    ]
    end = [replace(said(f"{doc}:q2", "a peaceful end to the war"), inside=f"{doc}:q1") for doc in "ab"]
    stop = [replace(said(f"{doc}:q3", "the killing needs to stop"), inside=f"{doc}:q1") for doc in "ab"]
    found = groups(*outer, *end, *stop)
    assert sorted(map(sorted, found)) == [["a:q1", "b:q1"], ["a:q2", "b:q2"], ["a:q3", "b:q3"]]


def test_a_third_does_not_bring_two_different_utterances_together() -> None:
    one = "The harbour bridge will be closed until the inspectors have finished"
    two = "Every ferry will sail at dawn whether or not the weather improves"
    found = groups(said("a:q1", one), said("a:q2", two), said("b:q1", f"{one}. {two}"), said("c:q1", one))
    assert {"a:q1", "b:q1", "c:q1"} in found
    assert not any({"a:q1", "a:q2"} <= group for group in found)


def test_an_agency_s_words_in_a_thousand_articles_are_one_utterance() -> None:
    copies = [said(f"d{i}:q", WHOLE, None if i % 3 else "person:lopez") for i in range(1000)]
    [group] = groups(*copies)
    assert len(group) == 1000


def test_an_article_that_tells_it_twice_has_both_tellings_in_the_cluster() -> None:
    short = "the harbour bridge will be closed"
    twice = [
        said("a:q1", WHOLE),
        said("a:q2", WHOLE),
        said("a:q3", short),
        said("b:q1", WHOLE),
        said("c:q1", short),
    ]
    assert groups(*twice) == [{"a:q1", "a:q2", "a:q3", "b:q1", "c:q1"}]


def test_marked_words_of_another_article_are_known_again_by_more_than_one_word() -> None:
    words = said("a:q1", "the talks are a shameful charade", marked="shameful charade")
    alone = said("b:q0", "shameful", None, marked="shameful", attributed=False)
    both = said("c:q0", "shameful charade", None, marked="shameful charade", attributed=False)
    term = (
        said("d:q1", WHOLE, marked=WHOLE),
        said("e:q0", "harbour bridge", None, marked="harbour bridge", attributed=False),
    )
    assert groups(words, alone, both, *term) == [{"a:q1", "c:q0"}]


def test_a_heading_does_not_bring_two_utterances_together() -> None:
    heading = said("a:q0", "ashamed", None, marked="ashamed", attributed=False)
    one = said("a:q1", "she was ashamed of the bridge", marked="ashamed")
    two = said("b:q1", "nobody need be ashamed of poverty", "person:smith", marked="ashamed")
    assert groups(heading, one, two) == [{"a:q0", "a:q1"}]


def test_order_does_not_matter() -> None:
    some = [said("a:q1", WHOLE), said("b:q1", WHOLE), said("c:q1", "the harbour bridge will be closed")]
    assert clusters([*some, *FILLER]) == clusters([*FILLER, *reversed(some)])


@given(st.lists(st.text(alphabet="abc -", max_size=20), max_size=12))
def test_clusters_are_shared_by_two_at_least(texts: list[str]) -> None:
    found = clusters([said(f"d{i}:q", text) for i, text in enumerate(texts)])
    counts = pd.Series(list(found.values()), dtype="object").value_counts()
    assert (counts >= 2).all()


def test_a_very_common_word_is_compared_with_few() -> None:
    many = [said(f"d{i}:q", f"bridge open word{i} word{i}x", f"person:{i}") for i in range(1500)]
    assert clusters(many) == {}


def test_chains_become_entities() -> None:
    rows = [_row("a", "person:lopez"), _row("b", "person:unknown"), _row("c", None)]
    quotations = pd.DataFrame(rows, columns=schema.table("quotations").names)
    speakers = pd.DataFrame(
        [
            {
                "doc_id": "a",
                "quote_id": "a:q0-3",
                "start": 5,
                "end": 8,
                "text": "she",
                "entity_id": "person:lopez",
            }
        ]
    )
    chains = pd.DataFrame([{"doc_id": "a", "chain": "person:lopez", "entity_id": "person:maria-lopez"}])
    before = quotations.copy()
    new, new_speakers = resolve(quotations, schema.empty("quote_parts"), speakers, chains)
    assert new["speaker_id"].tolist() == ["person:maria-lopez", None, None]
    assert new_speakers["entity_id"].tolist() == ["person:maria-lopez"]
    assert new["cluster_id"].isna().all()
    pd.testing.assert_frame_equal(quotations, before)


def test_an_empty_corpus() -> None:
    chains = pd.DataFrame(columns=["doc_id", "chain", "entity_id"])
    new, speakers = resolve(
        schema.empty("quotations"), schema.empty("quote_parts"), schema.empty("quote_speakers"), chains
    )
    assert len(new) == len(speakers) == 0


def _row(doc_id: str, chain: str | None) -> dict[str, object]:
    return {
        "doc_id": doc_id,
        "quote_id": f"{doc_id}:q0-3",
        "turn_id": f"{doc_id}:q0-3",
        "sentence_id": f"{doc_id}:s0-9",
        "start": 0,
        "end": 3,
        "text": "Yes",
        "kind": "direct",
        "speaker_id": chain,
        "anonymous": False,
        "method": "made",
    }


def test_a_weight_hangs_on_no_order_of_a_set() -> None:
    """Ten tenths added one by one are no one: sets stand otherwise in each process, and rows at a bound with them."""
    stems = tuple("abcdefghij")
    rarity = dict.fromkeys(stems, 0.1)
    assert likeness(stems, stems, rarity).weight == 1.0
    assert likeness(stems, (*stems, *stems), rarity).weight == 1.0
    assert likeness(stems, stems[::-1], rarity).share == 1.0
