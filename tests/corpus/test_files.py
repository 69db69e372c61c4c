"""Pages and documents in files of all formats: the article as it is, with what the file knows of it."""

from __future__ import annotations

import io
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import odfdo
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tellings.corpus.blocks import find_blocks
from tests.corpus import files
from tests.corpus.databases.made_up import DAM
from tests.corpus.databases.made_up import FERRY as STORY
from tests.corpus.reading import kinds, read, told

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
    for document in documents[:2]:
        blocks = find_blocks(document.text, title=document.title, known=document.blocks)
        assert [(block.kind, block.counted) for block in blocks] == [
            ("headline", True),
            *[("paragraph", True)] * len(STORY),
        ]
    assert not problems


def test_the_links_of_an_rtf_are_their_words(tmp_path: Path) -> None:
    story = ["The word HYPERLINK stood on the ferry's bow.", *STORY]
    (document,), _ = read(files.write_rtf(tmp_path / "a.rtf", story))
    assert document.text == "\n\n".join(story)


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


def test_an_epub_gives_a_document_for_each_page_with_an_article(tmp_path: Path) -> None:
    pages = [
        "<h1>Contents</h1><a href='a'>One</a>",
        f"<h1>Aground</h1><p>{STORY[0]}</p><h1>The hull</h1><p>{STORY[1]}</p><p>{STORY[2]}</p>",
        None,
        f"<h1>The dam</h1><p>{'</p><p>'.join(DAM)}</p>",
    ]
    documents, (problem,) = read(files.write_epub(tmp_path / "a.epub", pages))
    assert told(documents) == [
        ("Aground", "The Paper", date(2019, 3, 5)),
        ("The dam", "The Paper", date(2019, 3, 5)),
    ]
    assert kinds(documents[0]) == {
        "headline": ["Aground"],
        "subheading": ["The hull"],
        "paragraph": list(STORY),
    }
    assert problem.reason.startswith("its page OEBPS/text/p2.xhtml cannot be read")


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


def test_a_pdf_that_places_each_letter_by_itself(tmp_path: Path) -> None:
    widths = (6.1, 5.6, 5.6, 2.2, 5.6, 3.3, 5, 2.8, 5, 2.8, 5.6, 8.3, 5.6, 2.8, 2.8, 3.3, 3.3)
    letters = dict(zip("Thejury stamo.,“”", widths, strict=True))
    lines = ["The jury met “too”, the mayor", "stays. He may yet see the", "trees that they saw."]
    pieces = []
    for n, line in enumerate(lines):
        x = 60.0
        for letter in line:
            if letter != " ":
                pieces.append((x, 700.0 - 14 * n, 10.0, letter))
            x += letters.get(letter, 5.0) + 0.4
    (document,), _ = read(files.write_pdf(tmp_path / "a.pdf", [pieces]))
    assert " ".join(document.text.split()) == " ".join(lines)


def test_short_paragraphs_of_a_pdf_stay_apart(tmp_path: Path) -> None:
    lines = [
        "The first call came.",
        "By one o'clock, water stood knee-deep in Mill Street and the",
        "sirens were silent.",
        "Nobody came to the doors of the houses next to the quay then.",
        "A report on all of it is due in the summer, the county says.",
        "It rained.",
    ]
    places = [700.0, 676.0, 662.0, 638.0, 614.0, 590.0]
    pieces = [(60.0, y, 10.0, line) for y, line in zip(places, lines, strict=True)]
    (document,), _ = read(files.write_pdf(tmp_path / "a.pdf", [pieces]))
    assert document.text.split("\n\n") == [lines[0], f"{lines[1]} {lines[2]}", *lines[3:]]


def test_an_outlet_at_the_top_of_a_pdf_page_is_no_running_head(tmp_path: Path) -> None:
    story = [
        "A ferry stays in port until Friday, its owner said.",
        "Copyright 2019 The Courier. All rights reserved.",
    ]
    pieces = [(60.0, 815.0, 10.0, "The Courier")]
    pieces += [(60.0, 700.0 - 30 * i, 10.0, line) for i, line in enumerate(story)]
    (document,), _ = read(files.write_pdf(tmp_path / "a.pdf", [pieces]))
    assert document.text.startswith("The Courier")
