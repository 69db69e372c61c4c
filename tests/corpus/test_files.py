"""Files of all formats: the article as it is, with what the file knows of it."""

from __future__ import annotations

import html
import io
import json
import tarfile
import textwrap
import zipfile
from datetime import date
from pathlib import Path

import odfdo
import openpyxl
import pandas as pd
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tellings.corpus.documents import Document, Problem
from tellings.corpus.readers import read_sources
from tests.corpus import files
from tests.corpus.databases import made_up
from tests.corpus.databases.made_up import ARTICLES, Told

STORY = made_up.FERRY


def read(*sources: Path) -> tuple[list[Document], list[Problem]]:
    found = list(read_sources(sources, max_bytes=5_000_000))
    return [d for d in found if isinstance(d, Document)], [p for p in found if isinstance(p, Problem)]


def told(documents: list[Document]) -> list[tuple[object, ...]]:
    return [(d.title, d.publisher, d.published) for d in documents]


def expected(articles: tuple[Told, ...]) -> list[tuple[object, ...]]:
    return [(a.title, a.publisher, a.day) for a in articles]


def kinds(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for start, end, kind in document.blocks:
        found.setdefault(kind, []).append(document.text[start:end])
    return found


@pytest.mark.parametrize("styled", [True, False])
def test_an_export_in_docx(tmp_path: Path, styled: bool) -> None:
    paragraphs = [p for a, d in made_up.varied(ARTICLES, 2) for p in made_up.nexis_paragraphs(a, d)]
    styles = {a.title: "Heading 1" for a in ARTICLES} if styled else {}
    path = files.write_docx(
        tmp_path / "files (10).docx", [*made_up.nexis_cover(ARTICLES), *paragraphs], styles=styles
    )
    documents, problems = read(path)
    assert told(documents) == expected(ARTICLES)
    assert not problems
    first = documents[0]
    assert (first.doc_id, first.part, first.edition) == (
        "files (10)-01",
        "article 1 of 10",
        "Late Edition - Final",
    )
    assert kinds(first) == {
        "headline": [ARTICLES[0].title],
        "subheading": [ARTICLES[0].highlight],
        "byline": ["By Ann Lowe"],
        "metadata": ["HALDEN"],
        "paragraph": list(STORY),
    }
    assert first.reader.startswith("Nexis, DOCX, python-docx")
    assert first.section == ARTICLES[0].section


def test_an_export_whose_head_is_one_paragraph_with_line_breaks(tmp_path: Path) -> None:
    paragraphs = []
    for a, dated in made_up.varied(ARTICLES, 5):
        head, _, rest = "\n".join(made_up.nexis_paragraphs(a, dated)).partition("\nBody\n")
        paragraphs += [
            *a.title_lines[:1],
            *([a.title_lines[1]] if a.lines else []),
            head.split(a.title_lines[-1] + "\n", 1)[1],
            "Body",
            *rest.split("\n"),
        ]
    documents, _ = read(files.write_docx(tmp_path / "x.docx", paragraphs))
    assert told(documents) == expected(ARTICLES)


def test_an_export_in_rtf(tmp_path: Path) -> None:
    paragraphs = [p for a, d in made_up.varied(ARTICLES, 6) for p in ("", *made_up.nexis_paragraphs(a, d))]
    documents, problems = read(files.write_rtf(tmp_path / "x.rtf", paragraphs))
    assert told(documents) == expected(ARTICLES)
    assert "The night ferry to Osby" in documents[0].text
    assert not problems
    lines = [line for n, a in enumerate(ARTICLES) for line in (*made_up.factiva_plain(a, n), "")]
    documents, _ = read(files.write_rtf(tmp_path / "y.rtf", lines))
    assert told(documents) == expected(ARTICLES)
    codes = "".join(made_up.factiva_codes(a, n) for n, a in enumerate(ARTICLES)).split("\n")
    documents, _ = read(files.write_rtf(tmp_path / "z.rtf", codes))
    assert told(documents) == expected(ARTICLES)


def test_an_export_in_html_under_any_ending(tmp_path: Path) -> None:
    page = "".join(
        made_up.nexis_html(a, d, n, len(ARTICLES)) for n, (a, d) in enumerate(made_up.varied(ARTICLES, 4), 1)
    )
    (tmp_path / "a.doc").write_text(
        f"<html><head><meta charset='utf-8'></head><body>{page}</body></html>", "utf-8"
    )
    documents, _ = read(tmp_path / "a.doc")
    assert told(documents) == expected(ARTICLES)


def test_an_export_in_text_is_read_with_its_encoding(tmp_path: Path) -> None:
    text = "".join(
        made_up.nexis_text(a, d, n, 12, "de") for n, (a, d) in enumerate(made_up.varied(ARTICLES, 4), 1)
    )
    (tmp_path / "a.TXT").write_bytes(text.replace("“", '"').replace("”", '"').encode("cp1252"))
    documents, problems = read(tmp_path / "a.TXT")
    assert told(documents) == expected(ARTICLES)
    said = [p.reason for p in problems]
    assert "it says that it has 12 articles and holds 10; download the rest" in said
    assert any("read as cp1252" in reason for reason in said)


def test_an_export_cut_off_keeps_what_it_has(tmp_path: Path) -> None:
    paragraphs = [p for a, d in made_up.varied(ARTICLES[:3], 0) for p in made_up.nexis_paragraphs(a, d)]
    cut = paragraphs[: paragraphs.index(made_up.STRIKE[1])]
    documents, problems = read(files.write_docx(tmp_path / "x.docx", cut))
    assert told(documents) == expected(ARTICLES[:3])
    assert documents[-1].text.endswith(made_up.STRIKE[0])
    assert [(p.doc_id, p.reason, p.action) for p in problems] == [
        ("x-3", "the export ends within this article; download it again", "kept as far as it goes")
    ]


def test_an_export_without_an_article_says_so(tmp_path: Path) -> None:
    documents, (problem,) = read(files.write_docx(tmp_path / "x.docx", made_up.nexis_cover(ARTICLES[:2])))
    assert documents == []
    assert "without an article" in problem.reason


def test_an_article_that_is_only_a_graphic_is_kept_by_its_caption(tmp_path: Path) -> None:
    graphic = Told(
        "Where the ferry ran aground",
        "The Morning Courier",
        date(2019, 3, 6),
        (),
        section="NEWS",
        graphic="MAP: The bay of Halden.",
    )
    text = "".join(
        made_up.nexis_text(a, d, n, 2)
        for n, (a, d) in enumerate(made_up.varied((graphic, ARTICLES[0]), 0), 1)
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    documents, problems = read(tmp_path / "a.txt")
    assert told(documents) == expected((graphic, ARTICLES[0]))
    assert "MAP: The bay of Halden." in documents[0].text
    assert [(p.doc_id, p.reason) for p in problems] == [("a-1", "it is a graphic without a text")]


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Night ferry runs aground | The Courier</title>
<meta property="og:site_name" content="The Courier"><meta property="og:title" content="Night ferry runs aground">
<meta property="article:published_time" content="2019-03-05T21:10:00Z"><meta name="author" content="Ann Lowe">
<link rel="canonical" href="https://courier.example.com/ferry"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Night ferry runs aground</h1><p>{}</p><h2>The hull</h2><p>{}</p><p>{}</p></article>
<aside><a href="/x">Ten best beaches</a></aside><footer>All rights reserved</footer></body></html>"""


def test_a_page_of_the_web(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(*STORY), "utf-8")
    (document,), problems = read(tmp_path / "a.html")
    assert told([document]) == [("Night ferry runs aground", "The Courier", date(2019, 3, 5))]
    assert (document.byline, document.url) == ("Ann Lowe", "https://courier.example.com/ferry")
    assert kinds(document) == {
        "headline": ["Night ferry runs aground"],
        "subheading": ["The hull"],
        "paragraph": list(STORY),
    }
    assert not problems


def test_word_processors(tmp_path: Path) -> None:
    files.write_docx(
        tmp_path / "a.docx",
        ["Night ferry runs aground", *STORY],
        styles={"Night ferry runs aground": "Title"},
    )
    book = odfdo.Document("text")
    book.body.clear()
    book.body.append(odfdo.Header(1, "Night ferry runs aground"))
    for paragraph in STORY:
        book.body.append(odfdo.Paragraph(paragraph))
    book.save(str(tmp_path / "b.odt"))
    files.write_rtf(tmp_path / "c.rtf", STORY)
    documents, problems = read(tmp_path)
    assert [d.title for d in documents] == ["Night ferry runs aground", "Night ferry runs aground", None]
    assert documents[0].text == documents[1].text == "\n\n".join(["Night ferry runs aground", *STORY])
    assert documents[2].text == "\n\n".join(STORY)
    assert not problems


def test_a_pdf_of_two_columns_with_running_heads(tmp_path: Path) -> None:
    left = [
        "Divers looked at the hull of the night",
        "ferry on Wednesday and found a long",
        "scrape below the water. The opera-",
        "tor said that the ship would stay in",
        "port until Friday.",
        "Nobody was hurt.",
    ]
    right = [
        "The mayor of Halden said that the",
        "town would open its hall to those who",
        "had to wait. “There is soup,” she said.",
        "Another ship will take over the line",
        "for a week, the company said, and",
    ]
    more = ["fares will not rise.", "The last such accident was in 1988."]
    pages = []
    for n, (one, two) in enumerate([(left, right), (more, [])], 1):
        pieces = [(60.0, 815.0, 8.0, "THE COURIER"), (500.0, 20.0, 8.0, f"Page {n}")]
        if n == 1:
            pieces.append((60.0, 770.0, 24.0, "Ferry stays in port"))
        pieces += [(60.0, 730.0 - 14 * i, 10.0, line) for i, line in enumerate(one)]
        pieces += [(320.0, 730.0 - 14 * i, 10.0, line) for i, line in enumerate(two)]
        pages.append(pieces)
    (document,), problems = read(files.write_pdf(tmp_path / "a.pdf", pages))
    assert document.title == "Ferry stays in port"
    text = " ".join(document.text.split())
    assert (
        "The operator said that the ship would stay in port until Friday. Nobody was hurt. The mayor of Halden"
        in text
    )
    assert "the company said, and fares will not rise." in text
    assert "COURIER" not in text
    assert "Page" not in text
    assert not problems


def test_an_export_in_pdf_with_the_headline_above_each_page(tmp_path: Path) -> None:
    pages = []
    for a, dated in made_up.varied(ARTICLES, 2):
        rows = [row for p in made_up.nexis_paragraphs(a, dated) for row in (*textwrap.wrap(p, 80), "")]
        for first in range(0, len(rows), 20):
            head = [(60.0, 815.0, 8.0, f"Page {first // 20 + 1} of 3"), (60.0, 803.0, 8.0, a.title[:60])]
            lines = [
                (60.0, 740.0 - 13 * i, 10.0, row) for i, row in enumerate(rows[first : first + 20]) if row
            ]
            pages.append([*head, *lines])
    documents, problems = read(files.write_pdf(tmp_path / "a.pdf", pages))
    assert told(documents) == expected(ARTICLES)
    assert documents[0].text.endswith("\n\n".join(STORY))
    assert not problems


@pytest.mark.parametrize("format", ["html", "rtf", "docx"])
def test_one_form_in_several_formats(tmp_path: Path, format: str) -> None:
    text = "".join(made_up.proquest_text(a, n, len(ARTICLES)) for n, a in enumerate(ARTICLES, 1)).split("\n")
    path = tmp_path / f"a.{format}"
    if format == "html":
        cells = [f"<p><b>{html.escape(p).replace(':', ':</b>', 1)}</p>" for p in text if p]
        path.write_text(f"<html><body>{''.join(cells)}</body></html>", "utf-8")
    else:
        (files.write_rtf if format == "rtf" else files.write_docx)(path, text)
    documents, problems = read(path)
    assert told(documents) == expected(ARTICLES)
    assert not problems


def test_an_epub_gives_a_document_for_each_page_with_an_article(tmp_path: Path) -> None:
    pages = [
        "<h1>Contents</h1><a href='a'>One</a>",
        f"<h1>Aground</h1><p>{STORY[0]}</p><p>{STORY[1]}</p><p>{STORY[2]}</p>",
        f"<h1>The dam</h1><p>{'</p><p>'.join(made_up.DAM)}</p>",
    ]
    documents, _ = read(files.write_epub(tmp_path / "a.epub", pages))
    assert told(documents) == [
        ("Aground", "The Paper", date(2019, 3, 5)),
        ("The dam", "The Paper", date(2019, 3, 5)),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "title,source,date,text",
        "Titel;Zeitung;Datum;Volltext",
        "titre\tjournal\tdate de publication\ttexte intégral",
        "titular|medio|fecha|contenido",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_in_text(tmp_path: Path, head: str, encoding: str) -> None:
    mark = next(mark for mark in ";\t|," if mark in head)
    rows = [
        head,
        *(
            mark.join([f'"{a}"', "The Courier", day, '"' + "\n\n".join(STORY).replace('"', '""') + '"'])
            for a, day in (("One", "13/02/2019"), ("Two", "05/03/2019"))
        ),
    ]
    (tmp_path / "a.csv").write_bytes("\r\n".join(rows).encode(encoding))
    documents, _ = read(tmp_path / "a.csv")
    assert told(documents) == [
        ("One", "The Courier", date(2019, 2, 13)),
        ("Two", "The Courier", date(2019, 3, 5)),
    ]
    assert documents[1].text == "\n\n".join(STORY)
    assert documents[1].part == "row 3"


def test_a_table_whose_text_has_no_known_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('headline,words\nOne,"' + " ".join(STORY) + '"\n', "utf-8")
    (document,), _ = read(tmp_path / "a.csv")
    assert (document.title, document.text) == ("One", " ".join(STORY))
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    documents, (problem,) = read(tmp_path / "a.csv")
    assert not documents
    assert "no column that holds the texts (its columns: 'a', 'b')" in problem.reason


def test_spreadsheets_parquet_and_json(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Headline", "Newspaper", "Date", "Text"])
    book.active.append(["Aground", "The Courier", date(2019, 3, 5), STORY[0]])
    book.save(tmp_path / "a.xlsx")
    record = {
        "headline": "Aground",
        "source": {"name": "The Courier"},
        "date": "2019-03-05T10:00:00Z",
        "content": STORY[0],
    }
    (tmp_path / "b.json").write_text(json.dumps({"articles": [record]}), "utf-8")
    flat = {**record, "source": "The Courier", "date": pd.Timestamp("2019-03-05")}
    pd.DataFrame([flat]).to_parquet(tmp_path / "c.parquet")
    documents, problems = read(tmp_path)
    assert told(documents) == [("Aground", "The Courier", date(2019, 3, 5))] * 3
    assert [d.text for d in documents] == [STORY[0]] * 3
    assert not problems


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            {"mentions": [{"text": "Camotes Sea"}], "quotations": [{"text": "He had seen nothing of it"}]},
            "several lists",
        ),
        ({"names": [{"text": "Camotes Sea"}, {"text": "Cebu"}]}, "fewer than 4 words"),
        ([{"text": "27"}, {"text": "31 dead"}], "fewer than 4 words"),
    ],
)
def test_records_about_articles_are_no_articles(tmp_path: Path, found: object, said: str) -> None:
    (tmp_path / "key.json").write_text(json.dumps(found), "utf-8")
    documents, problems = read(tmp_path)
    assert documents == []
    assert said in problems[0].reason


def test_a_list_of_articles_among_others_is_known_by_its_name(tmp_path: Path) -> None:
    found = {"facets": [{"text": "a", "n": 3}], "results": [{"text": "The ferry sank on Thursday night."}]}
    (tmp_path / "found.json").write_text(json.dumps(found), "utf-8")
    documents, problems = read(tmp_path)
    assert [document.text for document in documents] == ["The ferry sank on Thursday night."]
    assert problems == []


def test_tei(tmp_path: Path) -> None:
    text = "".join(f"<p>{p}</p>" for p in STORY)
    (tmp_path / "a.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Aground</title></titleStmt>'
        "<sourceDesc><bibl>"
        '<title level="j">The Courier</title><date when="2019-03-05">5 March</date></bibl></sourceDesc>'
        "</fileDesc></teiHeader>"
        f"<text><body><head>Aground</head>{text}<note>not this</note></body></text></TEI>"
    )
    (document,), _ = read(tmp_path / "a.xml")
    assert told([document]) == [("Aground", "The Courier", date(2019, 3, 5))]
    assert kinds(document) == {"headline": ["Aground"], "paragraph": list(STORY)}


def test_warc(tmp_path: Path) -> None:
    with (tmp_path / "a.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0"
        )
        record = writer.create_warc_record(
            "https://courier.example.com/ferry",
            "response",
            payload=io.BytesIO(PAGE.format(*STORY).encode()),
            http_headers=headers,
        )
        writer.write_record(record)
    (document,), _ = read(tmp_path / "a.warc.gz")
    assert (document.title, document.url, document.part) == (
        "Night ferry runs aground",
        "https://courier.example.com/ferry",
        "https://courier.example.com/ferry",
    )


def test_archives_of_all_these_and_archives_within(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("b.html", PAGE.format(*STORY))
    with tarfile.open(tmp_path / "all.tar.gz", "w:gz") as tar:
        for name, data in (
            ("in/a.txt", STORY[0].encode()),
            ("in/more.zip", inner.getvalue()),
            ("../up.txt", b"no"),
        ):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    documents, problems = read(tmp_path / "all.tar.gz")
    assert [(d.doc_id, d.source) for d in documents] == [("a", "in/a.txt"), ("b", "in/more.zip/b.html")]
    assert "leads out of the archive" in problems[0].reason
