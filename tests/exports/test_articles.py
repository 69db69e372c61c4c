"""Articles, words, references and networks: each read by a reader of its own, every span found again."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import networkx
import pytest

from tellings import cli, exports
from tellings.corpus import readers
from tellings.exports.values import keys, one_line
from tellings.query.filters import Filters
from tellings.store import corpus as store
from tellings.store.corpus import Corpus
from tests.exports import odd

TEXTS = {doc: text for doc, text, *_ in odd.ARTICLES}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with store.open(odd.write(tmp_path_factory.mktemp("odd") / "odd")) as corpus:
        yield corpus


def _text(corpus: Corpus, to: str) -> str:
    return exports.write(corpus, to)[0].decode()


def test_what_nobody_has_corrected_is_not_said_to_be(corpus: Corpus) -> None:
    about = exports.about(corpus)
    assert about.corrections == 0
    assert "corrections" not in about.citation


def test_plain_text_is_read_back_with_what_is_known_of_it(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "corpus.zip"
    path.write_bytes(exports.write(corpus, "text")[0])
    read = {one.doc_id: one for one in readers.read_sources([path], max_bytes=10**7) if hasattr(one, "text")}
    named = keys(TEXTS)
    whole = ("plain", "وكالة/2", "then")
    assert {doc: read[named[doc]].text for doc in whole} == {doc: TEXTS[doc] for doc in whole}
    assert [(read[named[doc]].title, read[named[doc]].publisher) for doc in whole[1:]] == [
        (None, "+وكالة"),
        ("-30 in Port Elm", "'90s Post"),
    ]
    plain = read["plain"]
    assert (plain.title, plain.publisher, plain.url) == (
        "Calm",
        "The Elm Post",
        f"https://example.org/{len(TEXTS['plain'])}?a=1&b=2",
    )
    with zipfile.ZipFile(path) as archive:
        assert {doc: archive.read(f"{named[doc]}.txt").decode() for doc in TEXTS} == TEXTS


def test_conllu_is_read_by_conllu(corpus: Corpus) -> None:
    conllu = pytest.importorskip("conllu")
    doc, found = "", set()
    sentences = conllu.parse(_text(corpus, "conllu"))
    assert len(sentences) == corpus.tokens.sentence_id.nunique()
    for sentence in sentences:
        doc = sentence.metadata.get("newdoc id", doc)
        for token in sentence:
            start, end = int(token["misc"]["start_char"]), int(token["misc"]["end_char"])
            assert (one_line(TEXTS[doc][start:end]) or "_") == token["form"]
            if token["misc"].get("NER", "").startswith("B-"):
                found.add((doc, start, unquote(token["misc"]["Entity"])))
    assert found == _names(corpus)


def _names(corpus: Corpus) -> set[tuple[str, int, str]]:
    """The names that stand in no longer one."""
    long = corpus.mentions[corpus.mentions.entity_id != "organisation:elm"]
    return set(long[["doc_id", "start", "entity_id"]].itertuples(index=False, name=None))


def test_iob_tells_the_same_names(corpus: Corpus) -> None:
    found = set()
    with zipfile.ZipFile(io.BytesIO(exports.write(corpus, "iob")[0])) as archive:
        for name in archive.namelist():
            lines = archive.read(name).decode().split("\n")
            doc = lines[0].removeprefix("# doc_id = ")
            assert f"# outlet = {odd.OUTLETS[doc]}" in lines
            for word, tag, entity, start, end in (line.split("\t") for line in lines if "\t" in line):
                assert (one_line(TEXTS[doc][int(start) : int(end)]) or "_") == word
                if tag.startswith("B-"):
                    found.add((doc, int(start), unquote(entity)))
    assert found == _names(corpus)


def test_annotations_find_their_spans_by_offsets_and_by_words(corpus: Corpus) -> None:
    page = json.loads(_text(corpus, "webannotation"))
    for item in page["items"]:
        text = TEXTS[item["tellings:doc_id"]]
        at, words = item["target"]["selector"]
        assert text[at["start"] : at["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in text
        assert item["target"]["source"].startswith("https://example.org/")
    assert len(page["items"]) == len(corpus.mentions) + len(corpus.quotations)
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_bibtex_is_read_by_pybtex(corpus: Corpus) -> None:
    database = pytest.importorskip("pybtex.database")
    entries = database.parse_string(_text(corpus, "bibtex"), "bibtex").entries
    assert set(entries) == set(keys(TEXTS).values())
    assert entries["plain"].fields["journal"] == "The Elm Post"
    assert entries["plain"].type == "article"
    assert entries[keys(TEXTS)["=1+1"]].fields["title"] == r'{=HYPERLINK("x")}'
    assert str(entries["plain"].persons["author"][0]) == r"{O'Quay \& \{Co\}}"


def test_ris_is_read_by_rispy(corpus: Corpus) -> None:
    records = pytest.importorskip("rispy").loads(_text(corpus, "ris"))
    assert [record["id"] for record in records] == sorted(TEXTS)
    assert {record["title"] for record in records} >= {"Calm", "A b TY - x"}
    assert all("sources 00000000" in record["notes"][0] for record in records)


def test_csl_is_as_zotero_reads_it(corpus: Corpus) -> None:
    items = json.loads(_text(corpus, "csl"))
    assert [item["id"] for item in items] == sorted(TEXTS)
    assert {item["type"] for item in items} == {"article-newspaper"}
    assert "author" not in next(item for item in items if item["id"] == "وكالة/2")


@pytest.mark.parametrize(("to", "read"), [("gexf", networkx.read_gexf), ("graphml", networkx.read_graphml)])
def test_a_network_is_read_by_networkx(corpus: Corpus, to: str, read: Callable[..., networkx.Graph]) -> None:
    content, n = exports.write(corpus, to)
    graph = read(io.BytesIO(content))
    assert len(graph) == n == 4
    edge = graph.edges["gn:1", "person:ann-harbour"]
    assert edge["weight"] == 2
    assert "Port Elm" in TEXTS[edge["doc_id"]][edge["start"] : edge["end"]].replace("\u00a0", " ")
    assert edge["outlet"] == odd.OUTLETS[edge["doc_id"]]
    assert edge["sources_hash"] == "0" * 64


@pytest.mark.parametrize("to", sorted(set(exports.FORMATS) - set(exports.PLACES)))
def test_the_command_takes_what_a_view_asks(
    to: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = odd.write(tmp_path / "odd"), tmp_path / "out"
    command = ["export", str(path), "--to", to, "--out", str(out), "--view"]
    assert cli.main([*command, "https://example.org/texts?doc=plain"]) == cli.DONE
    with store.open(path) as corpus:
        content = exports.write(corpus, to, Filters(doc=("plain",)))[0]
    if to == "xlsx":  # a workbook says when it was written
        told = [zipfile.ZipFile(io.BytesIO(data)) for data in (out.read_bytes(), content)]
        written, expected = (
            [book.read(name) for name in book.namelist() if "/sheet" in name] for book in told
        )
        assert written == expected
        assert len(written) > 1
    else:
        assert out.read_bytes() == content
    assert cli.main([*command, "dok=plain", "--force"]) == cli.USAGE
    assert "dok" in capsys.readouterr().err
    before = out.read_bytes()
    assert cli.main([*command, "date=2099-01-01..", "--force"]) == cli.NOTHING
    assert "to take; nothing is written" in capsys.readouterr().err
    assert out.read_bytes() == before


def test_a_project_file_leaves_corrections_out_when_asked_and_is_always_whole(tmp_path: Path) -> None:
    path, out = odd.write(tmp_path / "odd"), tmp_path / "out.zip"
    (path / "corrections.jsonl").write_text("{}\n")
    command = ["export", str(path), "--to", "project", "--out", str(out)]
    assert cli.main([*command, "--view", "doc=plain"]) == cli.USAGE
    for more, there in ([], True), (["--machine", "--force"], False):
        assert cli.main([*command, *more]) == cli.DONE
        with zipfile.ZipFile(out) as archive:
            assert ("corrections.jsonl" in archive.namelist()) == there
