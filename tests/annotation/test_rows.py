"""All annotators together: spans are true, ids are unique and stable, on any text."""

from __future__ import annotations

import html
import itertools
import re
import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from tellings import schema
from tellings.annotation import batches, pipeline
from tellings.annotation.batches import annotate_batch
from tellings.annotation.pipeline import read_article
from tellings.annotation.rows import EXTRACTORS
from tellings.annotation.times.tense import direction
from tellings.corpus.documents import Document, digest
from tellings.corpus.shadow import reading
from tellings.resources import gazetteer

pytestmark = pytest.mark.model

PIECES = [
    "“We will not go,” said Ana Ruiz.",
    'Mr. Brandt said: "No.',
    "According to a source in Lisbon, 12,000 left on Friday.",
    "THE UNION SAID NO",
    "X",
    "’ ' ” “ « » „",
    "\u200f\u202eשלום\u202c",
    "Київ — Kyiv’s mayor; 'afraid' he said",
    "\n\n",
    "\r\n",
    "\u00a0\u200b",
    "e\u0301\U0001f600",
    "$3.2 billion, 5% in the U.S. and Georgia",
    "He told her that she had said that they left.",
    " date 2025-05-16 ",
    "\x00\x07",
    "Ham\u00adburg, Jos\u00c3\u00a9 and â€œno wayâ€\u009d &quot;x&quot;",
    "the old har-\nbour in the\ncentre of the town was",
]
texts = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=["Cs"]), max_size=30)),
    max_size=8,
).map(" ".join)


def _documents(*found: str) -> Sequence[Document]:
    return [Document(f"d{i}", text, f"d{i}.txt", digest(text.encode())) for i, text in enumerate(found)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_every_span_is_the_text_and_every_row_is_as_the_schema_says(text: str) -> None:
    tables = annotate_batch(_documents(text), None)
    assert tables["problems"].reason.str.contains("Error").sum() == 0, tables["problems"].reason.tolist()
    for name, frame in tables.items():
        checked = schema.conform(frame, name)
        if "text" in checked and "start" in checked:
            assert [
                text[s:e] for s, e in zip(checked.start, checked.end, strict=True)
            ] == checked.text.tolist(), name
    quotations = tables["quotations"]
    for prefix, column in (("speaker", "speaker"), ("cue", "cue")):
        known = quotations[quotations[f"{prefix}_start"].notna()]
        for row in known.itertuples():
            start, end = int(getattr(row, f"{prefix}_start")), int(getattr(row, f"{prefix}_end"))
            assert text[start:end] == getattr(row, column)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts, min_size=1, max_size=3))
def test_annotating_twice_and_in_other_company_gives_the_same(found: list[str]) -> None:
    together = annotate_batch(_documents(*found), None)
    again = annotate_batch(_documents(*found), None)
    alone = annotate_batch(_documents(*found)[:1], None)
    for name, frame in together.items():
        assert frame.equals(again[name]), name
        first = schema.conform(frame[frame.doc_id == "d0"], name).drop(columns="score", errors="ignore")
        assert first.equals(schema.conform(alone[name], name).drop(columns="score", errors="ignore")), name


def test_a_long_document_is_annotated_in_pieces_with_offsets_of_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pipeline, "MAX_PIECE", 5_000)
    pieces: list[int] = []
    real = batches.annotate
    monkeypatch.setattr(
        batches, "annotate", lambda article, places: pieces.append(article.offset) or real(article, places)
    )
    paragraph = "Ana Ruiz of Lisbon said on Friday that {} people had left. “We stay,” she said.\n\n"
    text = "".join(paragraph.format(n) for n in range(300))
    tables = annotate_batch(_documents(text), None)
    assert len(pieces) > len(text) // 5_000
    assert pieces == sorted(set(pieces))
    mentions = tables["mentions"]
    assert mentions.mention_id.is_unique
    assert mentions.end.max() > len(text) - 100
    assert mentions.text.tolist().count("Ana Ruiz") == 300
    assert [text[s:e] for s, e in zip(mentions.start, mentions.end, strict=True)] == mentions.text.tolist()
    assert tables["documents"].text.iloc[0] == text


def test_what_two_rules_find_alike_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    real = batches.annotate
    monkeypatch.setattr(
        batches,
        "annotate",
        lambda article, places: {name: rows * 2 for name, rows in real(article, places).items()},
    )
    tables = annotate_batch(_documents("“We stay,” said Ana Ruiz of Lisbon on Friday."), None)
    for name, frame in tables.items():
        assert len(schema.conform(frame, name)) == len(frame), name
    assert len(tables["quote_speakers"]) == 1


_WHO = ("Leaders", "UN", "Two ministers", "Ferry crews", "Ana Ruiz", "US and China", "")
_DOES = (
    "meeting",
    "calling for truce",
    "urged to vote and leave",
    "set to open",
    "to talk",
    "killed",
    "vowing, hoping, planning to return",
    "meet",
    "",
)
_WHERE = ("in Lisbon", "at the border", "amid talks", "")
_WHEN = ("by Monday", "in May", "on 3 June", "next week", "Tuesday", "since 2019", "at noon", "this year", "")
_END = ("", ".", ": live updates", "?", " - Reuters")


def _headlines() -> list[str]:
    """Titles of a grammar: participles, no finite verb, no verb at all, one word."""
    parts = itertools.product(_WHO, _DOES, _WHERE, _WHEN)
    made = (" ".join(filter(None, words)) + _END[i % len(_END)] for i, words in enumerate(parts))
    return sorted({title for title in made if any(ch.isalnum() for ch in title)})


def test_no_headline_drops_its_article() -> None:
    titles = _headlines()
    assert len(titles) > 2000
    documents = [
        Document(f"d{i}", text, "d.txt", "", published=day)
        for i, (text, day) in enumerate(itertools.product(titles, (date(2025, 5, 16), None)))
    ]
    tables = annotate_batch(documents, None)
    assert len(tables["documents"]) == len(documents)
    assert not (tables["problems"]["action"] == "skipped").any()


def test_a_verb_takes_its_time_from_the_verb_above_it_however_deep_it_stands(nlp: Language) -> None:
    n = 3000
    words = ["Leaders", "will", "go", *(["calling"] * n), "Monday"]
    heads = [2, 2, 2, *range(2, n + 3)]
    doc = Doc(nlp.vocab, words=words, heads=heads, deps=["nsubj", "aux", "ROOT", *["advcl"] * n, "npadvmod"])
    for token, tag in zip(doc, ["NNS", "MD", "VB", *["VBG"] * n, "NNP"], strict=True):
        token.tag_, token.pos_ = tag, {"N": "PROPN", "M": "AUX", "V": "VERB"}[tag[0]]
    assert direction(doc[n + 3 : n + 4]) == "future"


def test_every_extractor_comes_after_what_it_requires_and_makes_tables_of_its_own() -> None:
    known, made = {"gazetteer"}, list[str]()
    for extractor in EXTRACTORS:
        assert set(extractor.requires) <= known, extractor.name
        assert bool(extractor.makes) == (extractor.rows is not None), extractor.name
        known.add(extractor.name)
        made += extractor.makes
    assert len(made) == len(set(made))


def test_an_extractor_fills_the_tables_that_it_says_it_makes(nlp: Language) -> None:
    article = read_article(nlp, "a", "“We go on Monday,” Ana Ruiz said in Lisbon. Some 40 people left.")
    found = {"gazetteer": gazetteer.load()}
    for extractor in EXTRACTORS:
        found[extractor.name] = extractor.find(article, *(found[name] for name in extractor.requires))
    for extractor in EXTRACTORS:
        if extractor.rows is not None:
            rows = extractor.rows(article, found)
            assert tuple(rows) == extractor.makes
            assert all(rows.values()), extractor.name


CLEAN = (
    "Prime Minister Keir Dalgleish met Ute Brandstätter in Hamburg on Friday. “We’re friends,” said Ute Brandstätter, "
    "the finance minister. Marks & Spencer paid 40 million pounds to José Peñalver, who left for Málaga."
)


def _found(text: str) -> dict[str, list[tuple[str, ...]]]:
    tables = annotate_batch(_documents(text), None)
    assert [
        text[s:e] for s, e in zip(tables["mentions"].start, tables["mentions"].end, strict=True)
    ] == tables["mentions"].text.tolist()
    columns = {
        "mentions": ["text", "form", "type"],
        "quotations": ["text", "kind", "speaker"],
        "toponyms": ["text", "name", "kind", "country_code"],
        "dates": ["text", "type"],
        "quantities": ["text", "value", "unit"],
    }
    return {
        name: [
            tuple(reading(str(cell)) for cell in row) for row in tables[name][wanted].itertuples(index=False)
        ]
        for name, wanted in columns.items()
    }


@pytest.mark.parametrize(
    "disturb",
    [
        lambda text: re.sub(r"(?<=\w{3})(?=\w{3})", "\u00ad", text),
        lambda text: re.sub(r"(?<=\w{2})(?=\w{2})", "\u200b", text),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("Keir ", "Keir\u00a0").replace("Ute ", "Ute\u2009"),
        lambda text: "\n".join(textwrap.wrap(text, 45)),
        lambda text: "\r\n".join(textwrap.wrap(text, 72)),
        lambda text: text.encode().decode("latin-1"),
        lambda text: html.escape(text).replace("ä", "&auml;").replace("“", "&ldquo;").replace("’", "&#8217;"),
    ],
    ids=[
        "soft hyphens",
        "no width",
        "decomposed",
        "spaces",
        "wrapped",
        "wrapped widely",
        "mojibake",
        "entities",
    ],
)
def test_what_hides_words_hides_no_finding(disturb: Callable[[str], str]) -> None:
    text = disturb(CLEAN)
    assert text != CLEAN
    found = _found(text)
    assert found == _found(CLEAN)
    assert ("Hamburg", "Hamburg", "city", "DE") in found["toponyms"]
    assert ("We’re friends,", "direct", "Ute Brandstätter") in found["quotations"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, len(CLEAN)), st.sampled_from("\u00ad\u200b\u2060\ufeff")), max_size=30)
)
def test_invisible_characters_anywhere_change_no_finding(where: list[tuple[int, str]]) -> None:
    text = CLEAN
    for at, character in sorted(where, reverse=True):
        text = text[:at] + character + text[at:]
    assert _found(text) == _found(CLEAN)


def test_an_article_in_another_language_is_kept_named_and_not_annotated() -> None:
    text = "Le maire de Lyon a déclaré que le pont serait fermé. « Nous sommes désolés », a dit Jean Martin à Paris."
    tables = annotate_batch(_documents(text, CLEAN), None)
    first = tables["documents"].iloc[0]
    assert (first.language, first.n_words, first.text) == ("fr", 0, text)
    assert set(tables["mentions"].doc_id) == {"d1"}
    assert len(tables["sentences"][tables["sentences"].doc_id == "d0"]) > 0
    assert not tables["blocks"][tables["blocks"].doc_id == "d0"].counted.any()
    assert tables["problems"].reason.str.startswith("it is in French").tolist() == [True]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("JosÃ© said: â€œNo.â€\x9d", "decoded wrongly (Ã© for é)"),
        ("Marks &amp; Spencer said no.", "as HTML writes them (&amp; for &)"),
        ("\x93No,\x94 Ana Ruiz said.", "(U+0093 for “)"),
        ("The bridge in D\ufffdsseldorf was shut.", "1 character of it was lost"),
        ("LENGTH: 9 words\n\nAna Ruiz said no.\n\nLENGTH: 8 words\n\nTom Hale said yes.", "hold 2 articles"),
        (
            f"{CLEAN}\n\nLe maire de Lyon a déclaré lundi que le pont serait fermé pendant trois mois.",
            "is in French",
        ),
    ],
)
def test_how_a_text_arrived_is_said(text: str, reason: str) -> None:
    problems = annotate_batch(_documents(text), None)["problems"]
    assert [reason in said for said in problems.reason] == [True], problems.reason.tolist()
    assert annotate_batch(_documents(CLEAN), None)["problems"].empty
