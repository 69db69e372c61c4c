"""The concordance: as many lines as are counted, in their order, and how they are spread."""

from __future__ import annotations

import hashlib
import re

import pandas as pd
import pytest

import tellings
from tellings.analysis import concordance, frequencies
from tellings.build import pipeline
from tellings.library import Corpus
from tellings.query.filters import Filters
from tellings.query.pattern import PatternError

ALL = Filters()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return tellings.open()


@pytest.mark.parametrize(
    "query", ["talks", "cease-fire|ceasefire", "/cease.?fire/", "lemma:threaten", "threat*"]
)
def test_words_are_found_as_often_as_the_text_has_them(corpus: Corpus, query: str) -> None:
    as_text = {"talks": "talks", "lemma:threaten": "threaten(?:s|ed|ing)?", "threat*": "threat[a-z]*"}
    wanted = re.compile(rf"\b(?:{as_text.get(query, 'cease-fire|ceasefire')})\b", re.IGNORECASE)
    blocks = corpus.sql(
        'SELECT substr(d.text, b.start + 1, b."end" - b.start) AS text FROM blocks b JOIN documents d USING (doc_id) '
        "WHERE b.counted"
    )
    assert len(concordance.hits(corpus, query, ALL)) == sum(len(wanted.findall(text)) for text in blocks.text)


def test_a_name_is_found_however_it_is_called(corpus: Corpus) -> None:
    found = corpus.concordance("[Vladimir Putin]")
    mentions = corpus.sql(
        "SELECT count(*) AS n FROM counted_mentions JOIN entities USING (entity_id) WHERE name = 'Vladimir Putin'"
    )
    assert len(found) == mentions.n.iloc[0]
    assert {"Putin", "Vladimir Putin"} <= set(found.node)
    said = corpus.concordance("[person] {0,1} said")
    assert len(said)
    assert all(node.endswith("said") for node in said.node)


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("lemma:threaten|warn", ["lemma:threaten", "lemma:warn"]),
        ("LEMMA:threat*|warn", ["lemma:threaten", "lemma:warn"]),
        ("pos:VERB|ADJ", ["pos:VERB", "pos:ADJ"]),
        ("[person|city]", ["[person]", "[city]"]),
        ("[Vladimir Putin|Volodymyr Zelenskyy]", ["[Putin]", "[Zelensky]"]),
        ("[tÜRKIye]", ["[Turkey]"]),
        ("[Dolmabahce Palace]", ["[Dolmabahçe Palace]"]),
    ],
)
def test_a_choice_finds_what_each_finds(corpus: Corpus, query: str, same: list[str]) -> None:
    found = concordance.hits(corpus, query, ALL)
    each = pd.concat([concordance.hits(corpus, one, ALL) for one in same]).sort_values(["first", "last"])
    assert len(found) > 1
    assert found[["first", "last"]].values.tolist() == each[["first", "last"]].values.tolist()


def test_no_line_has_the_columns_of_lines(corpus: Corpus) -> None:
    some, none = corpus.concordance("talks"), corpus.concordance("zzzz")
    assert len(none) == 0
    assert none.dtypes.to_dict() == some.dtypes.to_dict()


def test_lines_stand_in_their_text_and_are_sorted(corpus: Corpus) -> None:
    found = corpus.concordance("talks", sort=("r1", "l1"))
    texts = dict(zip(corpus.documents.doc_id, corpus.documents.text, strict=True))
    assert all(texts[line.doc_id][line.start : line.end] == line.node for line in found.itertuples())
    keys = [(line.r1.lower(), line.l1.lower()) for line in found.itertuples()]
    assert keys == sorted(keys)
    assert all(line.r1 in line.right for line in found.itertuples())
    assert all(line.l1 in line.left for line in found.itertuples())
    with pytest.raises(ValueError, match="sorted by"):
        corpus.concordance("talks", sort=("colour",))


@pytest.mark.parametrize("key", ["l5", "r3", "node", "article", "date", "speaker"])
def test_lines_are_sorted_by_any_key_and_the_first_are_the_first(corpus: Corpus, key: str) -> None:
    found = corpus.concordance("talks", sort=(key,))
    column = {"article": "short", "date": "published"}.get(key, key)
    told = [str(value).lower() for value in found[column].dropna()]
    assert told == sorted(told)
    assert found[column].isna().tolist() == sorted(found[column].isna()), "what is not known comes last"
    assert corpus.concordance("talks", sort=(key,), most=7).equals(found.head(7))


def test_a_line_says_whose_words_it_stands_in_and_is_as_wide_as_asked(corpus: Corpus) -> None:
    found = corpus.concordance("talks", width=9)
    assert found.left.str.len().max() <= 9 >= found.right.str.len().max()
    quoted = concordance.hits(corpus, "talks", Filters(kind=("quotations",)))
    assert set(found[found.speaker.notna()].start) == set(quoted.start)
    threat = corpus.concordance("lemma:threaten", kind="quotations")
    assert threat.speaker.tolist() == ["an anonymous source"] * 2 + ["Oliver Carroll"]


def test_words_are_those_of_the_text(corpus: Corpus) -> None:
    odd = corpus.sql(
        "SELECT count(*) AS n FROM words JOIN documents d USING (doc_id) "
        'WHERE words.text <> substr(d.text, words.start + 1, words."end" - words.start)'
    )
    assert odd.n.iloc[0] == 0
    assert corpus.sql("SELECT count(*) AS n FROM words").n.iloc[0] == len(corpus.tokens)


def test_a_sample_is_the_same_for_the_same_seed(corpus: Corpus) -> None:
    one, again, other = (corpus.concordance("the", sample=20, seed=seed) for seed in (1, 1, 2))
    assert len(one) == 20
    assert one.equals(again)
    assert not one.equals(other)


def test_a_sample_is_drawn_by_a_digest_that_any_program_makes(corpus: Corpus) -> None:
    every = concordance.hits(corpus, "the", ALL)
    places = [(row.doc_id, row.start, row.end) for row in every.itertuples()]
    drawn = sorted(
        places, key=lambda place: hashlib.md5(" ".join(map(str, (7, *place))).encode()).hexdigest()
    )
    found = concordance.hits(corpus, "the", ALL, sample=20, seed=7)
    assert [(row.doc_id, row.start, row.end) for row in found.itertuples()] == sorted(
        drawn[:20], key=places.index
    )


def test_the_first_lines_are_the_first_of_all(corpus: Corpus) -> None:
    for query in ("the", "lemma:threaten", "[person] said", "cease-fire|ceasefire"):
        assert concordance.hits(corpus, query, ALL, most=5).equals(
            concordance.hits(corpus, query, ALL).head(5)
        )


@pytest.mark.parametrize(
    "query", ["talks", "the", '"The"', "lemma:threaten", "pos:VERB", "th*", "the talks", "zzzz"]
)
@pytest.mark.parametrize("kind", [(), ("headline",), ("quotations",)])
def test_what_is_counted_by_article_is_its_lines(corpus: Corpus, query: str, kind: tuple[str, ...]) -> None:
    docs = tuple(corpus.documents.doc_id)
    for filters in (
        Filters(kind=kind),
        Filters(doc=docs[1:3], kind=kind),
        Filters(when=("2022",), kind=kind),
    ):
        lines = concordance.hits(corpus, query, filters)
        assert concordance.count(corpus, query, filters) == len(lines)
        spread = concordance.dispersion(corpus, query, filters)
        assert (
            spread.set_index("doc_id").n.loc[lambda n: n > 0].to_dict()
            == lines.doc_id.value_counts().to_dict()
        )


def test_filters_narrow_where_is_looked(corpus: Corpus) -> None:
    doc = str(corpus.documents.doc_id.iloc[0])
    found = concordance.hits(corpus, "talks", Filters(doc=(doc,)))
    assert set(found.doc_id) == {doc}
    spread = concordance.dispersion(corpus, "talks", ALL)
    assert int(spread.set_index("doc_id").n[doc]) == len(found)
    assert int(spread.n.sum()) == len(concordance.hits(corpus, "talks", ALL))
    assert int(spread.n_words.sum()) == len(concordance.hits(corpus, "*", ALL)), "the base of every rate"


def test_a_trend_counts_all_words_of_a_date(corpus: Corpus) -> None:
    found = concordance.trend(corpus, "talks", ALL)
    assert found.n.sum() == concordance.count(corpus, "talks", ALL)
    assert found.n_words.sum() == frequencies.size(corpus, ALL)
    for row in found.itertuples():
        part = Filters(date=f"{row.published}..{row.published}")
        assert row.n == concordance.count(corpus, "talks", part)
        assert row.n_words == frequencies.size(corpus, part)


def test_places_stand_between_beginning_and_end(corpus: Corpus) -> None:
    docs = tuple(corpus.documents.doc_id[:2])
    found = concordance.positions(corpus, "talks", ALL, docs)
    assert set(found.id) == set(docs)
    assert found["at"].between(0, 1).all()
    assert len(found) == concordance.count(corpus, "talks", Filters(doc=docs))


@pytest.mark.parametrize(
    ("query", "at"), [("/(/", 1), ("/[a/", 1), ("/a{2001}/", 2), ("the /a/ /(b/", 9), ("/a)|(b/", 2)]
)
def test_a_bad_expression_is_said_to_be_one_and_where(corpus: Corpus, query: str, at: int) -> None:
    with pytest.raises(PatternError, match="regular expression") as found:
        concordance.hits(corpus, query, ALL)
    assert found.value.at == at


def test_an_expression_that_explodes_elsewhere_does_not_here(corpus: Corpus) -> None:
    assert len(concordance.hits(corpus, "/(a+)+b/", ALL)) == 0


@pytest.mark.parametrize(
    ("query", "n"),
    [
        ("minister", 2),
        ("negotiators", 1),
        ("istanbul", 2),
        ("efficient", 1),
        ("ofﬁce", 1),
        ("russia", 1),
        ("ｔａｌｋｓ", 2),
        ('"President"', 1),
        ("ceasefire", 1),
        ('"minister of defence"', 1),
        ("$1,000", 1),
        ("Lodz", 2),
        ("łódź", 2),
        ("jorgensen", 1),
        ("*strasse", 1),
        ("Diyarbakir", 1),
        ("Hauptstraße", 1),
        ('"Lodz"', 0),
        ("[Astrid Jorgensen]", 1),
        ("lemma:/lo(dz|ss)/", 2),
    ],
)
def test_words_are_found_that_a_line_parts_or_letters_hide(read: Corpus, query: str, n: int) -> None:
    assert len(read.concordance(query)) == n


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("seen")
    (folder / "hidden.txt").write_text(
        "The minis\u00adter said the e\ufb03cient o\ufb03ce in Istanbul was free of ＲＵＳＳＩＡ.\n\n"
        "The Pre\u200bsident spoke about the treaty. Ｔｈｅ ｔａｌｋｓ went on.\n\n"
        "Astrid Jørgensen of Łódź said that $1,000 went from Łódź to Hauptstraße and to Diyarbakır.\n",
        encoding="utf-8",
    )
    (folder / "broken.txt").write_text(
        "The government of Ukraine said on Monday that its nego-\ntiators would travel to Istan-\nbul for the talks on "
        "a cease-\nfire, and that the minister\nof defence would lead the delegation.\n",
        encoding="utf-8",
    )
    pipeline.annotate([folder], folder.with_name("seen-corpus"))
    return tellings.open(folder.with_name("seen-corpus"))
