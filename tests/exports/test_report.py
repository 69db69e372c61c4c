"""The report that stands alone: every number leads to its sentences, each sentence to its place, and nothing loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

import pytest
from lxml import html

from tellings import exports
from tellings.exports import report as reporting
from tellings.exports.report import Figure, Report, Shown, Table, as_html, as_markdown, svg
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.store import corpus as store
from tellings.store.corpus import Corpus

SVG = "http://www.w3.org/2000/svg"


@pytest.fixture(scope="module")
def corpus() -> Iterator[Corpus]:
    with store.open() as opened:
        yield opened


def asked(page: str, filters: Filters) -> str:
    return f"{page}?{filters.query}"


@pytest.fixture(scope="module")
def speakers(corpus: Corpus) -> Shown:
    most = corpus.sql(
        "SELECT entity_id, count(DISTINCT quote_id) AS n FROM quotation_speakers JOIN quotations q USING (quote_id) "
        "WHERE q.kind IN ('direct', 'mixed', 'indirect') GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5"
    )
    opens = [
        asked("quotations", Filters(sel=select("quotations", speaker=one).sel)) for one in most.entity_id
    ]
    rows = [(one, str(n)) for one, n in zip(most.entity_id, most.n, strict=True)]
    table = Table("Who is quoted", ("Speaker", "Quotations"), tuple(rows), tuple(opens), len(rows))
    picture = (
        f'<svg xmlns="{SVG}" width="9" height="9"><text><a href="{escape(opens[0])}">first</a></text></svg>'
    )
    return Shown(
        id="a", page="quotations", title="Quotations: <b>who</b> is quoted", query="",
        address="http://localhost/quotations", said=("by anybody",), source="Tellings", hash=corpus.hash,
        tables=(table,), figures=(Figure("Who is quoted", picture),),
    )  # fmt: skip


def made(corpus: Corpus, *chosen: Shown, most: int = 100) -> Report:
    views = reporting.gather(corpus, chosen, most)
    return Report("Who speaks", exports.about(corpus), corpus.hash, views, corrections=("Merged: “A” → B",))


def test_every_number_leads_to_as_many_sentences_as_it_says(corpus: Corpus, speakers: Shown) -> None:
    page = html.fromstring(as_html.write(made(corpus, speakers)).decode())
    links = page.xpath("//tbody//a/@href")
    assert len(links) == 5
    for link, row in zip(links, speakers.tables[0].rows, strict=True):
        head = page.get_element_by_id(link.removeprefix("#"))
        assert len(head.getnext().xpath("li")) == len(head.getnext().xpath(".//mark")) == int(row[1])
    assert page.xpath("//figure/div//*[local-name()='a']/@href") == [links[0]], (
        "a label of the picture leads there, too"
    )
    assert page.xpath("//figcaption/a/@href") == ["#v1-s"]


def test_every_sentence_says_its_place_and_stands_there(corpus: Corpus, speakers: Shown) -> None:
    page = html.fromstring(as_html.write(made(corpus, speakers)).decode())
    texts = dict(zip(corpus.documents.doc_id, corpus.documents.text, strict=True))
    for item in page.xpath("//li[blockquote]"):
        ((doc, start, end),) = re.findall(r"(\w+), characters (\d+)–(\d+)", item.text_content())
        marked = "".join(item.xpath(".//mark")[0].itertext())
        assert " ".join(texts[doc][int(start) : int(end)].split()) == " ".join(marked.split())


def test_a_report_loads_nothing_and_runs_nothing(corpus: Corpus, speakers: Shown) -> None:
    written = as_html.write(made(corpus, speakers)).decode()
    assert "default-src 'none'" in written
    page = html.fromstring(written)
    assert page.xpath("//script | //link | //iframe | //img | //@onclick") == []
    assert all(one.startswith("data:") for one in re.findall(r"url\((.*?)\)", written))
    assert "&lt;b&gt;who&lt;/b&gt;" in written, "what people write is no markup"
    for said in (
        "by anybody",
        "Who speaks",
        corpus.descriptor["tellings"]["sources_hash"],
        "Merged: “A” → B",
    ):
        assert said in written


def test_the_same_sentences_are_printed_once(corpus: Corpus, speakers: Shown) -> None:
    once, twice = made(corpus, speakers), made(corpus, speakers, replace(speakers, id="b", title="Again"))
    assert len(once.views[0].groups) == 5
    assert twice.views[1].groups == ()
    assert twice.views[1].leads == once.views[0].leads
    assert '<a href="#v1-s1">The sentences behind it</a>' in as_html.write(twice).decode()


def test_what_has_no_room_stands_behind_its_address(corpus: Corpus, speakers: Shown) -> None:
    written = as_html.write(made(corpus, speakers, most=2)).decode()
    n = int(speakers.tables[0].rows[0][1])
    assert f'{n - 2} more: <a href="http://localhost/quotations?sel=quotations' in written


def test_two_hundred_views_do_not_break_it(corpus: Corpus, speakers: Shown) -> None:
    table = speakers.tables[0]
    long = replace(table, rows=table.rows * 40, opens=table.opens * 40)
    many = [
        replace(speakers, id=str(i), counted=f"date=..20{i % 90 + 10}-01-01", tables=(long,))
        for i in range(200)
    ]
    report = made(corpus, *many, most=20)
    assert sum(len(view.groups) for view in report.views) <= reporting.MOST_GROUPS
    page = html.fromstring(as_html.write(report).decode())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    regions = page.xpath("//*[@role='region']/@aria-label")
    assert len(regions) == len(set(regions)) == 200, (
        "tables of one title are told apart by those who hear them"
    )
    assert len(page.xpath("//section[@class='view']")) == 200
    assert set(page.xpath("//a/@href[starts-with(., '#')]")) <= {f"#{one}" for one in ids}
    assert as_markdown.write(report).decode().count("\n## ") == 201


def test_lines_and_spans_open_too(corpus: Corpus) -> None:
    lines = asked("search", Filters(q="lemma:threaten", view="lines"))
    doc = str(corpus.documents.doc_id.iloc[0])
    span = asked("reader", Filters(doc=(doc,), sel=("span", "start:0", "end:9")))
    bad = asked("search", Filters(q="(((", view="lines"))
    table = Table("t", ("a",), (("threaten",), ("here",), ("bad",), ("none",)), (lines, span, bad, "map"), 4)
    shown = Shown(id="a", page="search", title="t", query="", address="http://x/search", tables=(table,))
    (view,) = reporting.gather(corpus, [shown])
    assert [(group.title, group.n, group.noun) for group in view.groups] == [
        ("threaten", 4, "lines"), ("here", 1, "passage"),
    ]  # fmt: skip
    assert [passage.marks[0].end - passage.marks[0].start for passage in view.groups[1].passages] == [9]


def test_markdown_takes_every_mark_literally(corpus: Corpus, speakers: Shown) -> None:
    odd = replace(speakers, note="*not* [a](link) | $x$ <b>\n# no heading")
    written = as_markdown.write(made(corpus, odd)).decode()
    assert "\\*not\\* \\[a\\](link) \\| \\$x\\$ \\<b\\> \\# no heading" in written
    assert written.count("\n1. > ") == sum(int(row[1]) for row in speakers.tables[0].rows)
    assert as_markdown.text("1. first") == "1\\. first"
    assert as_markdown.text("AT&T &lt;b&gt; &#42;") == "AT&T \\&lt;b\\&gt; \\&\\#42;", (
        "nor is a name of a character one"
    )


def test_a_view_comes_back_from_json(speakers: Shown) -> None:
    opened = replace(speakers, opened=("Open", "quotations?sel=quotations"))
    assert reporting.shown(opened.plain()) == opened
    assert reporting.shown(speakers.plain()) == speakers
    for broken in ({}, {"id": "a"}, {**speakers.plain(), "tables": 3}, {**speakers.plain(), "more": 1}):
        with pytest.raises(ValueError, match="no view"):
            reporting.shown(broken)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        '<image href="http://evil.example/p.png"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<foreignObject><iframe src="http://evil.example"/></foreignObject>',
        '<style>@import "http://evil.example"</style>',
        '<rect style="fill: url(http://evil.example/p)"/>',
        '<use href="http://evil.example/a#b"/>',
    ],
)
def test_a_picture_neither_runs_nor_loads(inside: str) -> None:
    safe = svg.safe(f'<svg xmlns="{SVG}">{inside}<circle r="1"/></svg>', "v1-")
    assert "circle" in safe
    assert not re.search(r"alert|evil|script|iframe|import", safe)


def test_parts_of_a_picture_mean_its_own() -> None:
    drawn = (
        f'<svg xmlns="{SVG}"><defs><pattern id="p"/></defs><rect style="fill: url(&quot;http://localhost:8501/map#p&quot;)"/>'
        '<g clip-path="url(#p)"/></svg>'
    )
    safe = svg.safe(drawn, "v2-")
    assert 'id="v2-p"' in safe
    assert safe.count("url(#v2-p)") == 2


@pytest.mark.parametrize("text", ["", "<html/>", "<svg", '<!DOCTYPE a [<!ENTITY e "x">]><svg>&e;</svg>'])
def test_what_is_no_picture_is_left_out(text: str) -> None:
    assert svg.safe(text, "v1-") == ""


def test_how_many_numbers_a_report_opens_is_known_before_it_is_made(corpus: Corpus, speakers: Shown) -> None:
    (view,) = reporting.gather(corpus, [speakers])
    assert reporting.numbers([speakers]) >= len(view.groups) > 1
    assert reporting.numbers([]) == 0
    many = [speakers] * 200
    assert reporting.numbers(many) <= reporting.MOST_GROUPS
