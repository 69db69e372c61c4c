"""What articles, corpora and addresses say is shown as they say it: never an element, a handler or a request."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

from tellings import schema
from tellings.folder import descriptor, parquet
from tellings.ui import glossary, methods, registry
from tests import shown
from tests.app.opening import open_page, said

EVIL = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"
WRITTEN = {
    "documents": (
        "label",
        "short",
        "title",
        "publisher",
        "byline",
        "section",
        "edition",
        "source",
        "copy_of",
    ),
    "entities": ("name", "wikidata", "geonames", "method"),
    "variants": ("text",),
    "mentions": ("text", "method"),
    "quotations": ("text", "speaker", "cue", "via", "method"),
    "quote_parts": ("text",),
    "toponyms": ("text", "name", "method"),
}
"""What others write into the tables of a corpus, beside the articles' texts."""
SHOWING = ("overview", "reader", "quotations", "timeline", "coverage", "method")
"""The pages whose HTML has some of it at once; others have it in charts and tables, or in what is opened."""
VIEWS = [
    ("search", {"q": "boats", "view": "lines", "lines": [f"star:{EVIL}:1-2", "group:x:1-2"]}),
    ("search", {"q": "*", "view": "lines", "sub": [f"{EVIL}?publisher={EVIL}"]}),
    *(
        ("search", {"q": "boats", "view": view})
        for view in ("who", "near", "spread", "parts", "words", "key")
    ),
    ("search", {"q": EVIL, "view": "lines"}),
    ("search", {"q": "img"}),
    *(("quotations", {"view": view}) for view in ("words", "voices", "sources", "cues")),
    *(("entities", {"view": view}) for view in ("rates", "spellings", "first", "together")),
    ("entities", {"sel": ["mentions", "entity:gn:1"]}),
    ("reader", {"sel": ["mentions", "entity:gn:1"]}),
    ("corrections", {"view": "check"}),
    ("overview", {"corpus": EVIL}),
]


class Elements(HTMLParser):
    """The elements of a page's HTML, each with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def harmless(page: str) -> None:
    """Nothing in the HTML runs, loads or leads out."""
    elements = Elements()
    elements.feed(page)
    for tag, attributes in elements.found:
        assert tag not in ("img", "script", "iframe", "svg", "object", "embed", "link"), (tag, attributes)
        assert not [name for name in attributes if name.startswith("on") or name == "src"], (tag, attributes)
        assert re.match(r"[#/\w]*(\?|$|[\w/]*$)|https?://", attributes.get("href") or ""), attributes


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of which everything that others write is markup."""
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    text = ["[Ann Harbour|person:ann-harbour] has <img src=x onerror=alert(1)> boats in [Port Elm|gn:1]."]
    monkeypatch.setattr(shown, "ARTICLES", {**shown.ARTICLES, EVIL: text})
    path = shown.write(tmp_path / "elm", tuple(shown.ARTICLES))
    for name, columns in WRITTEN.items():
        frame = parquet.read(path, name)
        for column in columns:
            frame[column] = pd.Series([f"{EVIL}{i}" for i in range(len(frame))], dtype=frame[column].dtype)
        if name == "documents":
            frame["url"] = "javascript:alert(1)"
            texts = dict(zip(frame.doc_id, frame.text, strict=True))
        parquet.write(frame, path, name)
    words = [
        {"doc_id": row.doc_id, "sentence_id": row.sentence_id, "position": i, "start": row.start + word.start(),
         "end": row.start + word.end(), "lemma": word[0], "pos": "NOUN"}
        for row in parquet.read(path, "sentences").itertuples()
        for i, word in enumerate(re.finditer(r"<[^>]*>|\w+|\S", texts[row.doc_id][row.start : row.end]))
    ]  # fmt: skip
    parquet.write(pd.DataFrame(words, columns=schema.table("tokens").names), path, "tokens")
    about = descriptor.read(path)
    made = {**dict.fromkeys(("program", "model", "rules", "sources_hash"), EVIL), "schema": schema.VERSION}
    descriptor.write(path, {**about, "title": EVIL, "tellings": made})
    return path


@pytest.mark.parametrize("name", [page.name for page in registry.PAGES])
def test_a_page_shows_what_others_wrote_and_does_none_of_it(name: str) -> None:
    page = said(open_page(name, corpus="elm"))
    harmless(page)
    assert "&lt;img src=x" in page or name not in SHOWING


@pytest.mark.parametrize(("name", "asked"), VIEWS)
def test_a_view_shows_what_others_wrote_and_does_none_of_it(
    name: str, asked: dict[str, str | list[str]]
) -> None:
    harmless(said(open_page(name, **{"corpus": "elm", **asked})))


def test_lines_of_a_concordance_have_the_words_of_the_text() -> None:
    page = said(open_page("search", corpus="elm", q="boats", view="lines"))
    assert page.count('class="t-kwic-node"') == 3
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_what_the_method_page_is_made_of_is_escaped() -> None:
    method = methods.Method(EVIL, EVIL, EVIL, EVIL)
    figures = pd.DataFrame({"Measured on": [EVIL], "Corrections": [EVIL], EVIL: [EVIL], "n": [1]})
    for html in (
        methods.contents(),
        methods.said(method, EVIL),
        methods.table(figures),
        methods.versions({"tellings": {"model": EVIL, "schema": EVIL}}, {"mentions": (EVIL,)}),
        glossary.table(),
        glossary.term(EVIL, EVIL),
    ):
        harmless(html)
