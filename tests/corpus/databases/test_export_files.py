"""Exports of newspaper databases in files of many formats, whole, cut off or empty."""

from __future__ import annotations

import html
import textwrap
from datetime import date
from pathlib import Path

import pytest

from tests.corpus import files
from tests.corpus.databases import factiva, made_up, nexis, others
from tests.corpus.databases.made_up import ARTICLES, Told
from tests.corpus.reading import kinds, read, told


def expected(articles: tuple[Told, ...]) -> list[tuple[object, ...]]:
    return [(a.title, a.publisher, a.day) for a in articles]


@pytest.mark.parametrize("styled", [True, False])
def test_an_export_in_docx(tmp_path: Path, styled: bool) -> None:
    paragraphs = [p for a, d in made_up.varied(ARTICLES, 2) for p in nexis.paragraphs(a, d)]
    styles = {a.title: "Heading 1" for a in ARTICLES} if styled else {}
    path = files.write_docx(
        tmp_path / "files (10).docx", [*nexis.cover(ARTICLES), *paragraphs], styles=styles
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
        "paragraph": list(made_up.FERRY),
    }
    assert first.reader.startswith("Nexis, DOCX, python-docx")
    assert first.section == ARTICLES[0].section


def test_an_export_whose_head_is_one_paragraph_with_line_breaks(tmp_path: Path) -> None:
    paragraphs = []
    for a, dated in made_up.varied(ARTICLES, 5):
        head, _, rest = "\n".join(nexis.paragraphs(a, dated)).partition("\nBody\n")
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
    paragraphs = [p for a, d in made_up.varied(ARTICLES, 6) for p in ("", *nexis.paragraphs(a, d))]
    documents, problems = read(files.write_rtf(tmp_path / "x.rtf", paragraphs))
    assert told(documents) == expected(ARTICLES)
    assert "The night ferry to Osby" in documents[0].text
    assert not problems
    lines = [line for n, a in enumerate(ARTICLES) for line in (*factiva.plain(a, n), "")]
    documents, _ = read(files.write_rtf(tmp_path / "y.rtf", lines))
    assert told(documents) == expected(ARTICLES)
    codes = "".join(factiva.codes(a, n) for n, a in enumerate(ARTICLES)).split("\n")
    documents, _ = read(files.write_rtf(tmp_path / "z.rtf", codes))
    assert told(documents) == expected(ARTICLES)


def test_an_export_in_html_under_any_ending(tmp_path: Path) -> None:
    page = "".join(
        nexis.html(a, d, n, len(ARTICLES)) for n, (a, d) in enumerate(made_up.varied(ARTICLES, 4), 1)
    )
    (tmp_path / "a.doc").write_text(
        f"<html><head><meta charset='utf-8'></head><body>{page}</body></html>", "utf-8"
    )
    documents, _ = read(tmp_path / "a.doc")
    assert told(documents) == expected(ARTICLES)


def test_an_export_in_text_is_read_with_its_encoding(tmp_path: Path) -> None:
    text = "".join(nexis.text(a, d, n, 12, "de") for n, (a, d) in enumerate(made_up.varied(ARTICLES, 4), 1))
    (tmp_path / "a.TXT").write_bytes(text.replace("“", '"').replace("”", '"').encode("cp1252"))
    documents, problems = read(tmp_path / "a.TXT")
    assert told(documents) == expected(ARTICLES)
    said = [p.reason for p in problems]
    assert "it says that it has 12 articles and holds 10; download the rest" in said
    assert any("read as cp1252" in reason for reason in said)


def test_an_export_cut_off_keeps_what_it_has(tmp_path: Path) -> None:
    paragraphs = [p for a, d in made_up.varied(ARTICLES[:3], 0) for p in nexis.paragraphs(a, d)]
    cut = paragraphs[: paragraphs.index(made_up.STRIKE[1])]
    documents, problems = read(files.write_docx(tmp_path / "x.docx", cut))
    assert told(documents) == expected(ARTICLES[:3])
    assert documents[-1].text.endswith(made_up.STRIKE[0])
    assert [(p.doc_id, p.reason, p.action) for p in problems] == [
        ("x-3", "the export ends within this article; download it again", "kept as far as it goes")
    ]


def test_an_export_without_an_article_says_so(tmp_path: Path) -> None:
    documents, (problem,) = read(files.write_docx(tmp_path / "x.docx", nexis.cover(ARTICLES[:2])))
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
        nexis.text(a, d, n, 2) for n, (a, d) in enumerate(made_up.varied((graphic, ARTICLES[0]), 0), 1)
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    documents, problems = read(tmp_path / "a.txt")
    assert told(documents) == expected((graphic, ARTICLES[0]))
    assert "MAP: The bay of Halden." in documents[0].text
    assert [(p.doc_id, p.reason) for p in problems] == [("a-1", "it is a graphic without a text")]


def test_an_export_in_pdf_with_the_headline_above_each_page(tmp_path: Path) -> None:
    pages = []
    for a, dated in made_up.varied(ARTICLES, 2):
        rows = [row for p in nexis.paragraphs(a, dated) for row in (*textwrap.wrap(p, 80), "")]
        for first in range(0, len(rows), 20):
            head = [(60.0, 815.0, 8.0, f"Page {first // 20 + 1} of 3"), (60.0, 803.0, 8.0, a.title[:60])]
            lines = [
                (60.0, 740.0 - 13 * i, 10.0, row) for i, row in enumerate(rows[first : first + 20]) if row
            ]
            pages.append([*head, *lines])
    documents, problems = read(files.write_pdf(tmp_path / "a.pdf", pages))
    assert told(documents) == expected(ARTICLES)
    assert documents[0].text.endswith("\n\n".join(made_up.FERRY))
    assert not problems


@pytest.mark.parametrize("format", ["html", "rtf", "docx"])
def test_one_form_in_several_formats(tmp_path: Path, format: str) -> None:
    text = "".join(others.proquest_text(a, n, len(ARTICLES)) for n, a in enumerate(ARTICLES, 1)).split("\n")
    path = tmp_path / f"a.{format}"
    if format == "html":
        cells = [f"<p><b>{html.escape(p).replace(':', ':</b>', 1)}</p>" for p in text if p]
        path.write_text(f"<html><body>{''.join(cells)}</body></html>", "utf-8")
    else:
        (files.write_rtf if format == "rtf" else files.write_docx)(path, text)
    documents, problems = read(path)
    assert told(documents) == expected(ARTICLES)
    assert not problems


RECORD = (
    "<record><database>My.enl</database><ref-type name='Newspaper Article'>23</ref-type><contributors><authors>"
    "<author><style>Anna Keel</style></author><author>Jo Pell</author></authors></contributors><titles><title><style>"
    "Oxby sells </style><style face='italic'>The Hulk</style></title>{outlet}</titles>{periodical}<dates><year>2021"
    "</year><pub-dates><date>{day}</date></pub-dates></dates>{text}</record>"
)
NAMED = "<secondary-title>The Oxby Post</secondary-title>", ""
AS_PERIODICAL = "<secondary-title/>", "<periodical><full-title>The Oxby Post</full-title></periodical>"


@pytest.mark.parametrize(("outlet", "periodical"), [NAMED, AS_PERIODICAL, (NAMED[0], AS_PERIODICAL[1])])
@pytest.mark.parametrize("day", ["June 2, 2021", "2 June", "June 2"])
@pytest.mark.parametrize("field", ["abstract", "research-notes", "notes"])
def test_endnotes_xml(tmp_path: Path, outlet: str, periodical: str, day: str, field: str) -> None:
    said = f"<{field}><style>The hulk is old.&#xD;&#xD;Nobody wants it.</style></{field}>"
    record = RECORD.format(outlet=outlet, periodical=periodical, day=day, text=said)
    path = tmp_path / "My.xml"
    path.write_text(f"<xml><records>{record}{record}</records></xml>", encoding="utf-8")
    documents, problems = read(path)
    assert [(d.title, d.publisher, str(d.published), d.byline) for d in documents] == [
        ("Oxby sells The Hulk", "The Oxby Post", "2021-06-02", "Anna Keel; Jo Pell")
    ] * 2
    assert all(d.text.endswith("The hulk is old.\n\nNobody wants it.") for d in documents)
    assert problems == []


def test_endnotes_xml_without_a_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "My.xml"
    record = RECORD.format(outlet=NAMED[0], periodical="", day="June 2, 2021", text="")
    path.write_text(f"<xml><records>{record}</records></xml>", encoding="utf-8")
    documents, (problem,) = read(path)
    assert documents == []
    assert "EndNote without a text" in problem.reason
