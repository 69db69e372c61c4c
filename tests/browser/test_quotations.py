"""Quotations in a real browser: who said what, as many as is said."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import quoted, shown
from tests.browser.clicking import click, numbers, shows
from tests.browser.serving import Server
from tests.browser.visiting import Visitor, still

BARS = ".st-key-chart-speakers .bars .point path"


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    shown.write(server.home / "elm")
    quoted.write(server.home / "quay")


@pytest.mark.parametrize("corpus", ["", "?corpus=elm"])
def test_every_bar_opens_as_many_quotations_as_it_says(visit: Callable[..., Page], corpus: str) -> None:
    page = visit("quotations" + corpus)
    said = numbers(page, ".st-key-chart-speakers .bars .bartext")
    speakers = page.locator(".st-key-chart-speakers .trace.bars").first.locator(".point").count()
    for index in (0, 1, speakers - 1):
        click(page, BARS, index)
        shows(page, said[index])


def test_the_list_shows_speakers_as_printed_and_as_resolved(visit: Callable[..., Page]) -> None:
    page = visit("quotations?corpus=elm")
    shows(page, 3)
    said = page.locator(".t-said").all_inner_texts()
    assert said[0].startswith("Harbour → Ann Harbour")
    how = page.locator(".t-quotes details").first
    expect(how.locator(".t-how").first).to_be_hidden()
    how.locator("summary").click()
    expect(how.locator(".t-how").first).to_contain_text("in quote marks (direct)")
    assert "anonymous" in said[1]
    assert said[2].startswith("speaker unknown")
    expect(page.locator(".t-quotes mark b")).to_have_text(
        ["We will sail at dawn,", "Nobody stays.", "Port Elm was calm", "No comment,"]
    )


def test_pieces_that_nobody_says_are_shown_when_asked_for(visit: Callable[..., Page]) -> None:
    page = visit("quotations?corpus=elm")
    page.get_by_role("button", name="Show them").click()
    page.wait_for_url(re.compile("kind=scare"))
    still(page)
    shows(page, 1)
    expect(page.locator(".t-shown")).to_contain_text("1 of 1 quotation shown, set in marks (scare quote)")


def test_sources_are_filtered_and_sent(visit: Callable[..., Page], visitor: Visitor) -> None:
    page = visit("quotations?corpus=elm")
    page.get_by_role("radio", name="unnamed", exact=True).click()
    page.wait_for_url(re.compile("anonymous=yes"))
    still(page)
    shows(page, 1)
    expect(page.locator(".t-shown")).to_contain_text("1 of 3 quotations shown")
    second = visitor.open(page.url)
    assert second.locator(".t-evidence").inner_html() == page.locator(".t-evidence").inner_html()


def test_words_nobody_said_leave_a_way_back(visit: Callable[..., Page]) -> None:
    page = visit("quotations?corpus=elm&q=submarine")
    expect(page.locator(".t-shown")).to_contain_text("0 of 3 quotations shown, with the words “submarine”")
    expect(page.get_by_text("Nothing is left. Loosen a filter: words.")).to_be_visible()
    page.get_by_role("button", name="Clear filters").click()
    page.wait_for_url(lambda url: "q=" not in url)
    still(page)
    shows(page, 3)


def test_an_utterance_opens_its_tellings_and_is_compared(visit: Callable[..., Page]) -> None:
    page = visit("quotations?corpus=quay&view=words")
    said = numbers(page, ".st-key-chart-utterances .textpoint text")
    for index in (0, 1, len(said) - 1):
        click(page, ".st-key-chart-utterances .point", index)
        shows(page, said[index])
    click(page, ".st-key-chart-utterances .point", said.index(3))
    expect(page.locator(".t-diff section")).to_have_count(2)
    expect(page.locator(".t-diff ins").first).to_be_visible()


def test_words_and_mentions_open_what_they_count(visit: Callable[..., Page]) -> None:
    page = visit("quotations?corpus=quay&view=voices")
    bars = ".st-key-chart-voices .trace.bars"
    expect(page.locator(bars).nth(1).locator(".bartext").first).to_be_attached()
    words = page.locator(bars).first.locator(".point").count()
    said = [int(text) for text in page.locator(bars).nth(1).locator(".bartext").all_text_contents()]
    assert said
    for index, n in enumerate(said):
        click(page, f"{bars} .point path", words + index)
        shows(page, n)


def test_a_verb_opens_the_quotations_in_which_an_outlet_uses_it(visit: Callable[..., Page]) -> None:
    page = visit("quotations?corpus=quay&view=cues")
    said = numbers(page, ".st-key-chart-cues .textpoint text")
    for index in (0, 2, len(said) - 1):
        click(page, ".st-key-chart-cues .point", index)
        shows(page, said[index])


def test_a_source_opens_what_it_told(visit: Callable[..., Page]) -> None:
    page = visit("quotations?corpus=quay&view=sources")
    page.get_by_role("button", name="1 quotation").click()
    page.wait_for_url(re.compile("sel="))
    still(page)
    shows(page, 1)
    expect(page.locator(".t-said")).to_contain_text("anonymous")
