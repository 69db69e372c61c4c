"""What is held of accessibility, by which test, and what is the libraries': the source of docs/accessibility.md.

`python -m tests.browser.accessibility` writes that page.
"""

from __future__ import annotations

from tellings.settings import ROOT
from tellings.ui import registry

PAGE = ROOT / "docs" / "accessibility.md"
ZELENSKYY, AFP, LAST = "person:volodymyr-zelenskyy", "000_a6273d54f0673f32", "004_319fd5093327a47a"

STATES = (
    *(page.name for page in registry.PAGES),
    f"reader?doc={AFP}&doc={LAST}", f"reader?doc={AFP}&sel=span&sel=start:0&sel=end:9",
    "reader?view=shared", f"reader?doc={LAST}&view=left",
    "search?q=threat", "search?q=threat*&view=lines", "search?q=threat*&view=who",
    "search?q=threat*&view=near&sort=measures",
    "search?q=talks&view=near&sort=network",
    "search?q=talks&view=parts&sub=Own?kind=narration",  "search?q=threat*&view=spread", "search?q=talks&view=time",
    "search?view=words", "search?view=key&publisher=AFP&sort=measures", f"entities?sel=mentions&sel=entity:{ZELENSKYY}",
    "entities?view=rates", "entities?view=spellings", "entities?view=first", "entities?view=together",
    "quotations?view=words", "quotations?view=voices", "quotations?view=sources", "quotations?view=cues",
    f"quotations?sel=quotations&sel=speaker:{ZELENSKYY}", "map?sel=toponyms&sel=admin1:UA-63",
    "map?view=countries", "map?view=outlets", "timeline?sel=dates&sel=value:2025-05-16&sel=mod:unknown",
    "wording?view=called", "wording?view=key", "coverage?view=only",
    f"coverage?sel=mentions&sel=entity:person:donald-trump&sel=lacking:{LAST}",
    "corrections?view=check",
)  # fmt: skip
"""Every page, and their views, with something open and without, on the default corpus."""

FAULTS = {
    "landmark-unique": (
        ".stPagination",
        "Two lists on one page have pagination of one name, “Pagination”; Streamlit gives it no other "
        "([streamlit 14975](https://github.com/streamlit/streamlit/pull/14975)).",
    ),
    "presentation-role-conflict": (
        "stFileUploaderDropzone",
        "The field that files are dropped on is said to be there for its looks alone, and yet has a name and takes the "
        "focus; the button inside it has its own name and opens the same.",
    ),
}
"""Faults that axe finds in what Streamlit draws: rule, what the element or its selector holds, and what is known."""

UNSEEN = (
    "A table is drawn on a canvas. Its cells are reached by arrows and read from a hidden table, but the menu of a "
    "column's head is not reached by keys ([streamlit 13332](https://github.com/streamlit/streamlit/issues/13332)).",
    "Of a chart the names of its rows are links, but cells, points and areas cannot be reached by keys "
    "([plotly.js 4264](https://github.com/plotly/plotly.js/issues/4264)): a list or table of "
    "the page that they lead to opens the same.",
    "The options of a row of buttons have no explanation each, only the row has "
    "([streamlit 12601](https://github.com/streamlit/streamlit/issues/12601)).",
    "The language and the structure around the page are Streamlit's "
    "([streamlit 8399](https://github.com/streamlit/streamlit/issues/8399)).",
)
"""What axe does not see."""

STATE, KEYS = "test_states.py::test_a_view_is_there_for_everybody", "test_keys.py::"
CRITERIA = (
    ("1.1.1", "Non-text content", STATE),
    ("1.3.1", "Info and relationships", STATE),
    ("1.4.1", "Use of colour", "test_reader.py::test_each_switch_says_how_many_marks_there_are"),
    ("1.4.3", "Contrast", STATE),
    ("1.4.10", "Reflow", STATE),
    ("1.4.13", "Content on hover or focus", KEYS + "test_a_term_is_explained_where_it_has_the_focus"),
    ("2.1.1", "Keyboard", KEYS + "test_a_row_of_a_table_is_walked_over_by_arrows_and_opened_by_enter"),
    ("2.1.2", "No keyboard trap", "test_accessibility.py::test_tab_goes_through_the_page_in_order"),
    (
        "2.1.4",
        "Character key shortcuts",
        KEYS + "test_slash_leads_to_the_search_and_enter_searches_everything",
    ),
    ("2.4.1", "Bypass blocks", STATE),
    ("2.4.3", "Focus order", "test_accessibility.py::test_tab_goes_through_the_page_in_order"),
    ("2.4.5", "Multiple ways", KEYS + "test_slash_leads_to_the_search_and_enter_searches_everything"),
    ("2.4.7", "Focus visible", "test_accessibility.py::test_tab_goes_through_the_page_in_order"),
    ("2.4.6", "Headings and labels", STATE),
    ("3.2.3", "Consistent navigation", STATE),
    ("3.3.2", "Labels or instructions", STATE),
    ("4.1.2", "Name, role, value", STATE),
)
"""Criteria of WCAG 2.2, levels A and AA, that a test bears on."""


def page() -> str:
    """The statement of conformance."""
    rows = "".join(f"| {number} | {name} | `tests/browser/{test}` |\n" for number, name, test in CRITERIA)
    known = "".join(f"- {said}\n" for said in (*(said for _, said in FAULTS.values()), *UNSEEN))
    return f"""# Accessibility

Tellings means to conform to [WCAG 2.2](https://www.w3.org/TR/WCAG22/), level AA. It conforms **in part**: what is its
own passes the tests below; what is not met lies in the libraries that draw the page, and is listed with what is known
of it. This page is made from the tests (`python -m tests.browser.accessibility`), and a test holds it to them. People
with a screen reader have not tried it yet.

## What is tested

[axe](https://github.com/dequelabs/axe-core) looks at {len(STATES)} pages and views, with something open and without,
in both themes, and finds nothing of any severity but the known faults. What it cannot see has tests of its own:

| criterion | | held by |
| --- | --- | --- |
{rows}
Criteria that are not named here concern what Tellings does not have (sound, film, time limits, gestures, forms that
bind), or are met by plain text and links and have no test of their own.

## Known faults

{known}"""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
