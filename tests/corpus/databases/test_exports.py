"""Exports of newspaper databases, all of them invented: every article is found, with its outlet, date and headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from tellings.corpus import markup
from tellings.corpus.databases import exports
from tellings.corpus.databases.lines import Line, of_paragraph, of_text
from tellings.corpus.publication_dates import read_date
from tests.corpus.databases import factiva, made_up, nexis, others
from tests.corpus.databases.made_up import ARTICLES, Told

SHIFTS = range(len(made_up.DATE_LINES))
N = len(ARTICLES)


def check(
    export: exports.Export | None, articles: Sequence[Told], *, text: bool = True, month_first: bool = False
) -> None:
    assert export is not None
    order = "month first" if month_first else None
    found = [
        (a.known.get("title"), a.known.get("publisher"), read_date(a.known.get("published"), order))
        for a in export.articles
    ]
    assert found == [(told.title, told.publisher, told.day) for told in articles]
    if text:
        assert [tuple(a.paragraphs) for a in export.articles] == [told.paragraphs for told in articles]
    assert not export.cut_off


def docx(paragraphs: Sequence[str]) -> list[Line]:
    return [line for paragraph in paragraphs for line in of_paragraph(paragraph)]


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("code", ["en", "de", "fr"])
@pytest.mark.parametrize("split", [False, True])
def test_nexis_paragraphs(shift: int, code: str, split: bool) -> None:
    told = [
        p
        for a, dated in made_up.varied(ARTICLES, shift)
        for p in nexis.paragraphs(a, dated, code, split=split)
    ]
    check(exports.read(docx(told), wrapped=False), ARTICLES)


@pytest.mark.parametrize("numbered", [True, False])
def test_nexis_with_a_cover(numbered: bool) -> None:
    told = [p for a, dated in made_up.varied(ARTICLES, 3) for p in nexis.paragraphs(a, dated)]
    check(
        exports.read(docx([*nexis.cover(ARTICLES, numbered=numbered), *told]), wrapped=False),
        ARTICLES,
    )


@pytest.mark.parametrize("i", range(N))
def test_nexis_of_one_article_with_and_without_a_cover(i: int) -> None:
    one = ARTICLES[i : i + 1]
    told = [p for a, dated in made_up.varied(one, i) for p in nexis.paragraphs(a, dated)]
    check(exports.read(docx(told), wrapped=False), one)
    check(exports.read(docx([*nexis.cover(one), *told]), wrapped=False), one)


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("code", ["en", "de", "fr"])
def test_nexis_text(shift: int, code: str) -> None:
    text = "".join(
        nexis.text(a, dated, n, N, code) for n, (a, dated) in enumerate(made_up.varied(ARTICLES, shift), 1)
    )
    check(exports.read(of_text(text), wrapped=True), ARTICLES)


@pytest.mark.parametrize("shift", SHIFTS)
def test_old_nexis_text(shift: int) -> None:
    text = "".join(
        nexis.old_text(a, dated, n, N) for n, (a, dated) in enumerate(made_up.varied(ARTICLES, shift), 1)
    )
    check(exports.read(of_text(text), wrapped=True), ARTICLES)


@pytest.mark.parametrize("shift", SHIFTS)
def test_nexis_html(shift: int) -> None:
    page = "".join(
        nexis.html(a, dated, n, N) for n, (a, dated) in enumerate(made_up.varied(ARTICLES, shift), 1)
    )
    root, _ = markup.parsed(f"<html><head><title>x</title></head><body>{page}</body></html>".encode())
    check(exports.read(markup.lines(root), wrapped=False), ARTICLES)


@pytest.mark.parametrize("code", list(factiva.INTERFACES))
def test_factiva_html(code: str) -> None:
    page = "".join(factiva.html(a, n, code) for n, a in enumerate(ARTICLES))
    root, _ = markup.parsed(f"<html><body>{page}</body></html>".encode())
    check(exports.read(markup.lines(root), wrapped=False), ARTICLES)


@pytest.mark.parametrize("code", list(factiva.INTERFACES))
def test_factiva_without_codes(code: str) -> None:
    lines = [line for n, a in enumerate(ARTICLES) for line in factiva.plain(a, n, code)]
    check(exports.read(docx(lines), wrapped=False), ARTICLES)


@pytest.mark.parametrize("gap", ["\n", "\t", " ", "   "])
@pytest.mark.parametrize("code", list(factiva.INTERFACES))
def test_factiva_with_codes(gap: str, code: str) -> None:
    text = "".join(factiva.codes(a, n, gap, code) for n, a in enumerate(ARTICLES))
    check(exports.read(of_text(text), wrapped=False), ARTICLES)


@pytest.mark.parametrize("short", [False, True])
def test_proquest_text(short: bool) -> None:
    text = "".join(others.proquest_text(a, n, N, short=short) for n, a in enumerate(ARTICLES, 1))
    check(exports.read(of_text(text), wrapped=True), ARTICLES)


@pytest.mark.parametrize("year_first", [False, True])
def test_ris(year_first: bool) -> None:
    text = "\ufeff" + "".join(others.ris(a, n, year_first=year_first) for n, a in enumerate(ARTICLES))
    check(exports.read(of_text(text), wrapped=False), ARTICLES, text=False)


def test_newsbank_gale_ebsco_and_europresse() -> None:
    check(
        exports.read(
            of_text("".join(others.newsbank_text(a, n) for n, a in enumerate(ARTICLES))), wrapped=True
        ),
        ARTICLES,
    )
    check(
        exports.read(of_text("".join(others.gale_text(a, n) for n, a in enumerate(ARTICLES))), wrapped=True),
        ARTICLES,
    )
    text = "".join(others.ebsco_text(a, n) for n, a in enumerate(ARTICLES, 1))
    check(exports.read(of_text(text), wrapped=True), ARTICLES, month_first=True)
    root, _ = markup.parsed("".join(others.europresse_html(a, n) for n, a in enumerate(ARTICLES)).encode())
    check(exports.read(markup.lines(root), wrapped=False), ARTICLES)


def test_codes_with_only_the_text_beneath_them() -> None:
    text = "".join(factiva.codes(a, n, "  ") for n, a in enumerate(ARTICLES))
    for code in ("LP", "TD"):
        text = text.replace(f"\n{code}  ", f"\n{code}\n")
    check(exports.read(of_text(text), wrapped=False), ARTICLES)


def test_proquest_with_a_report_and_a_table_of_contents_above() -> None:
    line = "_" * 60
    titles = "\n".join(f"{n}. {told.title}" for n, told in enumerate(ARTICLES, 1))
    above = f"{line}\n\nReport Information from ProQuest\n12 March 2025\n{line}\n\nTable of contents\n\n{titles}\n\n"
    text = "".join(others.proquest_text(a, n, N) for n, a in enumerate(ARTICLES, 1))
    check(exports.read(of_text(above + text), wrapped=True), ARTICLES)


@pytest.mark.parametrize("tags", [False, True])
def test_newsbank_without_numbers_of_records(tags: bool) -> None:
    text = "".join(others.newsbank_text(a, n) for n, a in enumerate(ARTICLES))
    text = re.sub(
        r"Record: .*", "CITATION (AGLC STYLE)\nA Reporter, 'A Headline' (online), 4 March 2025", text
    )
    text = re.sub(r"\n\n(?=.* \| The )", "\n", text)  # the headline in one paragraph with its date
    lines = (
        page("".join(f"<p>{p.replace(chr(10), '<br>')}</p>" for p in text.split("\n\n")))
        if tags
        else of_text(text)
    )
    check(exports.read(lines, wrapped=not tags), ARTICLES)


def test_gale_says_in_round_brackets_where_an_outlet_is() -> None:
    text = "".join(others.gale_text(a, n) for n, a in enumerate(ARTICLES))
    text = text.replace(" [Halden, Northland], ", " (Halden, Northland). ")
    check(exports.read(of_text(text), wrapped=True), ARTICLES)


def test_europresse_with_outlet_and_date_side_by_side() -> None:
    text = "".join(others.europresse_html(a, n) for n, a in enumerate(ARTICLES))
    text = re.sub(
        r'</span></div><span class="DocHeader">(.*?)</span>',
        r', no. 1234</span><span class="DocHeader">\1</span></div>',
        text,
    )
    check(exports.read(page(text), wrapped=False), ARTICLES)


def test_an_edition_beneath_the_date_in_a_paragraph_of_its_own() -> None:
    told = [
        p
        for a in ARTICLES
        for dated in [made_up.american(a.day)]
        for paragraph in nexis.paragraphs(a, dated)
        for p in ([paragraph, "Late Edition - Final"] if paragraph == dated else [paragraph])
    ]
    check(exports.read(docx(told), wrapped=False), ARTICLES)


def page(body: str) -> list[Line]:
    return markup.lines(markup.parsed(f"<html><body>{body}</body></html>".encode())[0])


def test_codes_in_the_cells_of_a_table() -> None:
    rows = [
        "<tr><td><b>{}</b></td><td>{}</td></tr>".format(*field.split("\t", 1))
        for n, a in enumerate(ARTICLES)
        for field in factiva.codes(a, n, "\t").replace("\n\n", "\n").strip().split("\n")
        if "\t" in field
    ]
    check(exports.read(page("<table>" + "".join(rows) + "</table>"), wrapped=False), ARTICLES, text=False)


@pytest.mark.parametrize(
    ("words", "day", "language", "document"),
    [
        ("palavras", "5 de Março de 2019", "Inglês", "Documento"),
        ("parole", "5 marzo 2019", "Inglese", "Documento"),
        ("語", "2019年3月5日", "英語", "文書"),
        ("字", "2019 年 3 月 5 日", "英文", "文件"),
        ("sözcük", "5 Mart 2019", "İngilizce", "Belge"),
        ("slov", "5. března 2019", "angličtina", "Dokument"),
        ("woorden", "5 maart 2019", "Engels", "Document"),
    ],
)
def test_factiva_in_other_languages_of_the_interface(
    words: str, day: str, language: str, document: str
) -> None:
    told = ARTICLES[0]
    body = "".join(f'<p class="articleParagraph xxarticleParagraph">{p}</p>' for p in told.paragraphs)
    one = (
        f'<div id="article-{factiva.accession(1)}" class="article"><div class="article xxArticle"><div>News</div>'
        f'<div id="hd"><span class="xxHeadline">{told.title}</span></div><div class="author">Ann Lowe</div>'
        f"<div>512 {words}</div><div>{day}</div><div>{told.publisher}</div><div>COUR</div><div>4</div>"
        f"<div>{language}</div>"
        f"<div>Copyright 2019.</div>{body}<p>{document} {factiva.accession(1)}</p></div></div>"
    )
    check(
        exports.read(page(one + "<p>Search Summary</p><p>Text</p><p>ferry</p>"), wrapped=False), ARTICLES[:1]
    )


def test_proquest_with_its_publication_info_alone() -> None:
    drop = ("Title:", "Publication title:", "Publication date:", "Publication year:")
    text = "".join(others.proquest_text(a, n, N) for n, a in enumerate(ARTICLES, 1))
    lines = [line for line in of_text(text) if not line.text.startswith(drop)]
    check(exports.read(lines, wrapped=True), ARTICLES)


def test_labels_that_nobody_knows_stay_out_of_the_text() -> None:
    told = [p for a, dated in made_up.varied(ARTICLES, 0) for p in nexis.paragraphs(a, dated)]
    for at in [i for i, p in enumerate(told) if p.startswith("Subject:")][::-1]:
        told[at:at] = ["Acc-No:\u00a012345", "Original-Feed:\u00a0Courier wire"]
    check(exports.read(docx(told), wrapped=False), ARTICLES)


def test_the_edition_may_stand_in_a_line_of_its_own() -> None:
    told = []
    for a, dated in made_up.varied(ARTICLES[:4], 1):
        for p in nexis.paragraphs(a, dated):
            told += [p, "Edition 1, Ireland"] if p == dated else [p]
    export = exports.read(docx(told), wrapped=False)
    check(export, ARTICLES[:4])
    assert export is not None
    assert {a.known.get("edition") for a in export.articles} == {"Edition 1, Ireland"}


@pytest.mark.parametrize(
    "text",
    [
        "How to cross the bay\n\n1. Go to Halden.\n\n2. Take the ferry.\n\n3. Walk.\n\nSection: none of these is one.",
        "Minutes\n\nMarch 5, 2019\n\nPresent: Ann, Bo\n\nSubject: the ferry\n\n____________________\n\nNo more.",
        "The Courier\n\nMarch 5, 2019\n\nFerry aground\n\nBy Ann Lowe\n\nIt ran aground.\n\nDocument 12 is lost.",
        "IN the bay\nBY night\nAN hour later\nThe ferry ran aground.",
    ],
)
def test_an_article_is_no_export(text: str) -> None:
    assert exports.read(of_text(text), wrapped=True) is None


def test_a_headline_may_be_centred_and_an_edition_beneath_the_date() -> None:
    articles = made_up.varied(ARTICLES, 2)
    texts = [nexis.text(a, dated, n, N) for n, (a, dated) in enumerate(articles, 1)]
    middle = [
        text.replace(f"\n{a.title}\n", f"\n{nexis.centred(a.title)}\n")
        for text, a in zip(texts, ARTICLES, strict=True)
    ]
    check(exports.read(of_text("".join(middle)), wrapped=True), ARTICLES)
    edition = [
        text.replace(dated, f"{dated}\n{nexis.centred('Final Edition')}")
        for text, (_, dated) in zip(texts, articles, strict=True)
    ]
    check(exports.read(of_text("".join(edition)), wrapped=True), ARTICLES)
