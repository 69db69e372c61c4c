"""TEI: valid to a schema of the elements it uses, the text as it was, every span found again."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from lxml import etree

from tellings import exports
from tellings.corpus import readers
from tellings.exports.values import in_xml
from tellings.store import corpus as store
from tests.exports import odd

TEI = "{http://www.tei-c.org/ns/1.0}"
SCHEMA = Path(__file__).with_name("tei.rng")


def test_tei_is_valid_keeps_the_text_and_every_span(tmp_path: Path) -> None:
    out, schema = tmp_path / "odd.tei.zip", etree.RelaxNG(etree.parse(SCHEMA))
    with store.open(odd.write(tmp_path / "odd")) as corpus:
        out.write_bytes(exports.write(corpus, "tei")[0])
        wanted = {
            "mentions": len(corpus.mentions),
            "quotations": len(corpus.quotations),
            "toponyms": len(corpus.toponyms),
        }
    texts = {doc: in_xml(text) for doc, text, *_ in odd.ARTICLES}
    found = dict.fromkeys(wanted, 0)
    with zipfile.ZipFile(out) as archive:
        trees = [etree.parse(io.BytesIO(archive.read(name))) for name in archive.namelist()]
    for tree in trees:
        schema.assertValid(tree)
        doc = tree.findtext(f".//{TEI}idno[@type='doc_id']")
        body = tree.find(f".//{TEI}body")
        assert "".join(body.itertext()) == texts[doc]
        for span in tree.iter(f"{TEI}span"):
            start, length = map(int, re.findall(r"\d+", span.get("target")))
            assert texts[doc][start : start + length] == span.text
            found[span.getparent().get("type")] += 1
    assert found == wanted
    plain = next(tree for tree in trees if tree.findtext(f".//{TEI}idno") == "plain")
    said = plain.find(f".//{TEI}said")
    assert (said.text, said.get("who")) == ("“We sail,”", "urn:tellings:person:ann-harbour")
    assert [name.text for name in plain.iter(f"{TEI}persName")] == ["Ann Harbour", "Bo Quay", "Ann Harbour"]
    assert plain.find(f".//{TEI}placeName").get("ref") == "https://www.geonames.org/1/"
    read = {one.doc_id: one for one in readers.read_sources([out], max_bytes=10**7) if hasattr(one, "text")}
    assert {doc: one.text for doc, one in read.items()} == texts
    said = {doc: (one.publisher, one.url) for doc, one in read.items()}
    assert {doc: url for doc, (_, url) in said.items()} == {
        doc: f"https://example.org/{len(text)}?a=1&b=2" for doc, text, *_ in odd.ARTICLES
    }
    assert {doc: publisher for doc, (publisher, _) in said.items()} == {
        doc: publisher for doc, _, publisher, _ in odd.ARTICLES
    }
