"""Four ways of use, walked: a student with a worksheet, a class at a projector, an analyst who prints, a reader without
a pointer or on a telephone. Answers are held against the corpus' own tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

import tellings
from tellings.query.sql import COUNTED
from tellings.store.corpus import Corpus
from tellings.ui import tour
from tests.browser.clicking import numbers
from tests.browser.visiting import run, still

ZELENSKYY = "person:volodymyr-zelenskyy"


@pytest.fixture(scope="module")
def corpus() -> Iterator[Corpus]:
    with tellings.open() as opened:
        yield opened


def _follow(page: Page, link: Locator) -> None:
    """One click, after which another page stands."""
    before = page.url
    link.click()
    page.wait_for_url(lambda url: url != before)
    still(page)


def test_a_student_finds_which_article_names_zelensky_most(
    visit: Callable[..., Page], corpus: Corpus
) -> None:
    named = corpus.sql(
        f"SELECT doc_id, short, count(*) AS n, count(*) * 1000.0 / any_value(n_words) AS rate FROM mentions "
        f"JOIN documents USING (doc_id) WHERE {COUNTED} AND form = 'name' AND entity_id = ? GROUP BY ALL",
        [ZELENSKYY],
    )
    most, for_its_length = named.loc[named.n.idxmax()], named.loc[named.rate.idxmax()]
    page = visit("overview")
    _follow(page, page.locator(".st-key-questions a", has_text="names Volodymyr Zelenskyy most"))
    said = page.locator(".st-key-evidence, .t-note").filter(has_text="most in").first
    expect(said).to_contain_text(f"{most.short[:20]}")
    expect(said).to_contain_text(f"{most.n} times")
    expect(said).to_contain_text(f"{for_its_length.short[:20]}")
    expect(said).to_contain_text(f"{for_its_length.rate:.1f} times in 1,000 words")
    page.locator(".t-evidence summary").first.click()
    expect(page.locator(".t-evidence .t-cite").first).to_contain_text("characters")


def test_a_class_at_a_projector_sees_who_is_quoted_anonymously(
    visit: Callable[..., Page], corpus: Corpus
) -> None:
    sources = corpus.sql(f"SELECT count(*) AS n FROM speech WHERE {COUNTED} AND anonymous")
    page = visit("overview", width=1024, height=768)
    _follow(page, page.locator(".st-key-questions a", has_text="Who is quoted anonymously?"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 1024
    opened = [int(text.split()[0]) for text in page.locator("[class*=st-key-open-] button").all_inner_texts()]
    assert sum(opened) == int(sources.n.iloc[0])
    expect(page.locator(".t-source-name").first).to_contain_text("source")


def test_an_analyst_finds_which_regions_russia_threatened_and_in_whose_words(
    visit: Callable[..., Page],
) -> None:
    page = visit("overview")
    page.get_by_label("Search everything").fill("threat")
    with run(page):
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/search"))
    _follow(page, page.get_by_role("link", name=re.compile("with who says it")))
    items = page.locator(".t-quotes > li")
    threats = [text for text in items.all_text_contents() if "“threatened”" in text]
    assert {name for text in threats for name in ("Sumy", "Kharkiv") if name in text} == {"Sumy", "Kharkiv"}
    told = [text for text in threats if "Russia, as an anonymous source tells it" in text]
    own = [text for text in threats if "He → Vladimir Medinsky" in text]
    assert len(told) == 2
    assert len(own) == 1
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(items.first).to_be_visible()


def test_a_reader_without_a_pointer_comes_to_the_sentences(visit: Callable[..., Page]) -> None:
    page = visit("overview")
    page.keyboard.press("/")
    page.keyboard.type("Sumy")
    with run(page):
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/search"))
    found = page.locator(".st-key-found-map a").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if found.evaluate("link => link === document.activeElement"):
            break
    expect(found).to_be_focused()
    with run(page):
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/map"))
    assert numbers(page, ".t-n")
    with run(page):
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url: "sel=" not in url)


def test_the_tour_leads_over_the_pages_and_is_left(visit: Callable[..., Page]) -> None:
    page = visit("method")
    _follow(page, page.get_by_role("link", name="Take the tour"))
    for number, step in tour.STEPS.items():
        expect(page.locator(".t-tour")).to_contain_text(f"Step {number} of 5")
        assert f"/{step.page}?" in page.url
        assert f"tour={number}" in page.url
        if number != "5":
            _follow(page, page.locator(".t-tour a", has_text="Next"))
    _follow(page, page.locator(".t-tour a", has_text="End the tour"))
    expect(page.locator(".t-tour")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Reader")


def test_the_tour_begins_by_itself_for_a_newcomer_alone(visit: Callable[..., Page]) -> None:
    page = visit("overview", newcomer=True)
    step = page.locator(".t-tour")
    expect(step).to_contain_text("Step 1 of 5")
    expect(step).to_be_visible()
    assert page.url.endswith("tour=1")
    _follow(page, step.locator("a", has_text="End the tour"))
    expect(step).to_be_hidden()
    with run(page):
        page.reload()
    expect(step).to_be_hidden()
    expect(visit("overview").locator(".t-tour")).to_be_hidden()


def test_whoever_leaves_the_tour_is_led_back_to_it(visit: Callable[..., Page]) -> None:
    page = visit("map?tour=2")
    expect(page.locator(".t-tour")).to_contain_text("left the tour at step 2")
    _follow(page, page.locator(".t-tour a", has_text="Go on with it"))
    expect(page.locator("h1")).to_have_text("Entities")
    expect(page.locator(".t-tour")).to_contain_text("Step 2 of 5")


def test_a_reader_on_a_telephone_comes_to_the_sentences(visit: Callable[..., Page]) -> None:
    page = visit("overview", width=375, height=812)
    _follow(page, page.locator(".st-key-questions a", has_text="names Volodymyr Zelenskyy most"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    expect(page.locator(".t-evidence mark").first).to_be_attached()
