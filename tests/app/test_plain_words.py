"""What every page says is said in words that a sixteen-year-old knows; a term of the field stands behind its own."""

from __future__ import annotations

import re

import pytest

from tellings.resources.glossary import entries
from tests.app.opening import open_page, said
from tests.browser.accessibility import STATES

TERMS = re.compile(
    r"\b(annotat\w+|lemma\w*(?!\w*:)|tokens?|n-grams?|toponyms?|demonyms?|metonym\w*|gazetteers?|apposition|anaphor\w*|"
    r"coreferen\w+|resol(?:ved|ution)|respan|relink|cues?|nominals?|substrings?|boolean|regexp?)\b",
    re.IGNORECASE,
)
"""Words of linguists and programmers."""
OWN = ("method", "export")
"""Pages that are about the terms themselves and about formats of files."""
ARTICLES = re.compile(
    r'<(p|span|ol|table) class="t-(?:passage|evidence|quotes|text|lines)[^"]*">.*?</\1>', re.DOTALL
)
KNOWN = {entry.term for entry in entries().values()}


def words(html: str) -> str:
    """What a page says, without what stands in articles, and without a term behind its plain word."""
    html = re.sub(r"<style.*?</style>|<script.*?</script>", " ", ARTICLES.sub(" ", html), flags=re.DOTALL)
    text = re.sub(r"<[^>]+>", " ", re.sub(r"<small>\([^<]*\)</small>", " ", html))
    return re.sub(r"\(([^()]*)\)", lambda one: " " if one[1] in KNOWN else one[0], text)


def test_a_term_is_found_alone_and_not_behind_its_plain_word() -> None:
    assert TERMS.findall(words("<p>the cue “said” of a <b>lemma</b></p>")) == ["cue", "lemma"]
    assert not TERMS.findall(words("the word of saying <small>(cue)</small>, place name (toponym)"))
    assert not TERMS.findall(words('<p class="t-passage">He took his cue.</p>'))


@pytest.mark.parametrize("state", [one for one in STATES if one.partition("?")[0] not in OWN])
def test_a_page_speaks_plainly(state: str) -> None:
    name, _, query = state.partition("?")
    params: dict[str, list[str]] = {}
    for part in filter(None, query.split("&")):
        key, _, value = part.partition("=")
        params.setdefault(key, []).append(value)
    app = open_page(name, **params)
    labels = [getattr(one, "label", "") or "" for kind in ("text_input", "selectbox", "button", "multiselect")
              for one in app.get(kind)]  # fmt: skip
    shown = words(" ".join([said(app), *labels]))
    assert TERMS.findall(shown) == [], [
        shown[max(0, m.start() - 60) : m.end() + 30] for m in TERMS.finditer(shown)
    ]
