"""Bringing articles in a browser: from a drop to the overview, and what becomes of a corpus afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Server, serve
from tests.browser.visiting import Visitor, still
from tests.corpus.databases import nexis
from tests.corpus.databases.made_up import Told, american
from tests.corpus.files import write_docx

READ = 240_000
"""Milliseconds in which a busy machine loads a language model and reads two articles."""

TEXTS = {
    "one.txt": "The mayor of Sumy said on Monday that the bridge will open in May. “We waited long,” Olena Koval said.",
    "two.txt": "The bridge at Sumy opens in June, its builder says. “Not before,” Petro Hrytsenko said on Tuesday.",
}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own: what is brought stays in its home."""
    with serve(tmp_path_factory.mktemp("brought")) as server:
        yield server


def test_articles_become_a_corpus_that_can_be_kept(own: Server, visitor: Visitor, tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    page = visitor.open(f"{own.url}texts")
    page.set_input_files("input[type=file]", [tmp_path / name for name in TEXTS])
    expect(page.get_by_test_id("stFileUploader").get_by_text("two.txt")).to_be_visible()
    still(page)
    page.get_by_role("button", name="Look at them").click()
    expect(page.get_by_text("2 articles")).to_be_visible(timeout=READ)
    page.get_by_label("Its name").fill("The bridge")
    page.get_by_label("Its name").press("Tab")
    still(page)
    page.get_by_role("button", name="Read them").click()
    opened = page.get_by_role("link", name="Open it")
    expect(opened).to_be_visible(timeout=READ)
    still(page)

    with page.expect_download() as download:
        page.get_by_test_id("stMain").get_by_role("button", name="Project file").last.click()
    file = tmp_path / download.value.suggested_filename
    assert file.name == "the-bridge.tellings.zip"
    download.value.save_as(file)
    page.set_input_files("input[type=file]", file)
    expect(page.get_by_test_id("stFileUploader").get_by_text(re.compile("^the-bri"))).to_be_visible()
    still(page)
    page.get_by_role("button", name="Look at them").click()
    expect(page.get_by_text("the-bridge-2 is here.")).to_be_visible(timeout=READ)

    page.get_by_role("link", name="Open it").click()
    expect(page).to_have_url(f"{own.url}overview?corpus=the-bridge")
    still(page)
    expect(page.get_by_test_id("stMain").get_by_text("Olena Koval").first).to_be_visible()


def test_a_line_and_columns_are_taught_and_the_first_article_is_shown(
    own: Server, visitor: Visitor, tmp_path: Path
) -> None:
    (tmp_path / "may.txt").write_text(
        "".join(
            f"Meldung {n}\nFerry trip {n} late\n{n} May 2025\n\nTrip {n} was late.\n\n" for n in range(1, 4)
        ),
        "utf-8",
    )
    (tmp_path / "june.csv").write_text(
        'Langfassung,Blatt\n"The bridge at Sumy opens in June, its builder said.",Der Bote\n', "utf-8"
    )
    page = visitor.open(f"{own.url}texts")
    page.set_input_files("input[type=file]", [tmp_path / "may.txt", tmp_path / "june.csv"])
    expect(page.get_by_test_id("stFileUploader").get_by_text("june.csv")).to_be_visible()
    still(page)
    page.get_by_role("button", name="Look at them").click()
    expect(
        page.get_by_text("1 article; 1 without a known outlet, 1 without a known date, 1 problem")
    ).to_be_visible(timeout=READ)
    still(page)
    page.get_by_role("textbox", name="Articles begin with a line like this").fill("Meldung 1")
    page.get_by_role("textbox", name="Articles begin with a line like this").press("Tab")
    still(page)
    for field, column in (("The text", "Langfassung"), ("Outlet", "Blatt")):
        page.get_by_role("combobox", name=f"Column: {field}").click()
        page.get_by_role("option", name=column).click()
        still(page)
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_text("4 articles from 1 outlet from 2025-05-01 to 2025-05-03")).to_be_visible(
        timeout=READ
    )
    still(page)
    first = page.locator(".st-key-first-article")
    expect(first.get_by_text("Der Bote")).to_be_visible()
    expect(first.get_by_text("The bridge at Sumy opens in June, its builder said.")).to_be_visible()


def test_a_hundred_articles_from_one_download_to_the_overview(
    own: Server, visitor: Visitor, tmp_path: Path
) -> None:
    file = write_docx(tmp_path / "nexis.docx", _download(100))
    page = visitor.open(f"{own.url}texts")
    page.set_input_files("input[type=file]", file)
    expect(page.get_by_test_id("stFileUploader").get_by_text("nexis.docx")).to_be_visible()
    still(page)
    page.get_by_role("button", name="Look at them").click()
    found = page.get_by_text("100 articles from 4 outlets from 2025-05-01 to 2025-05-28.")
    expect(found).to_be_visible(timeout=READ)
    first = page.locator(".st-key-first-article")
    expect(first.get_by_text("Bridge 1 at Sumy to open").first).to_be_visible()
    expect(first.get_by_text("The Post · 2025-05-01")).to_be_visible()
    page.get_by_label("Its name").fill("A hundred bridges")
    page.get_by_label("Its name").press("Tab")
    still(page)
    page.get_by_role("button", name="Read them").click()
    job = page.locator(".st-key-job-a-hundred-bridges")
    expect(job.get_by_role("link", name="Open it")).to_be_visible(timeout=2 * READ)
    expect(job.get_by_text("A hundred bridges: 100 articles.")).to_be_visible()
    still(page)
    job.get_by_role("link", name="Open it").click()
    expect(page).to_have_url(f"{own.url}overview?corpus=a-hundred-bridges")
    expect(page.get_by_test_id("stMain").get_by_text(re.compile("100 articles")).first).to_be_visible(
        timeout=READ
    )


def _download(n: int) -> list[str]:
    """The paragraphs of a made-up Nexis Uni download, its cover first."""
    outlets = ("The Post", "The Star", "Evening Echo", "Agence Nord -- English")
    told = [
        Told(
            f"Bridge {i} at Sumy to open",
            outlets[i % 4 - 1],
            date(2025, 5, (i - 1) % 28 + 1),
            (
                f"Bridge number {i} at Sumy will open after {2 * i + 3} days of work, its builder said.",
                f"“Nobody waited longer than the {i} families on the other bank,” Olena Koval said in week {i}.",
            ),
            "" if i % 3 else "Ann Lowe",
            "NEWS" if i % 2 else "",
        )
        for i in range(1, n + 1)
    ]
    about = [
        f"User Name: Ada Reader\nDate and Time: Friday, June 6, 2025\nJob Number: 1\nDocuments ({n})".split(
            "\n"
        )
    ]
    about += [
        [f"{i}. {one.title}", "Client/Matter: -None-", "Search Terms: bridge"]
        for i, one in enumerate(told, 1)
    ]
    every = [nexis.paragraphs(one, american(one.day)) for one in told]
    return [line for some in (*about, *every) for line in some]
