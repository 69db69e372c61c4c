"""The glossary: one source, and the page that is made of it."""

from __future__ import annotations

from tellings import schema, settings
from tellings.resources import glossary


def test_the_page_is_what_the_source_gives() -> None:
    written = (settings.ROOT / "docs" / "glossary.md").read_text("utf-8")
    assert written == glossary.page(), "run: python -m scripts.write_glossary"


def test_every_entry_says_a_plain_word_before_the_term() -> None:
    for term, entry in glossary.entries().items():
        assert entry.plain.lower() not in ("", term.lower()), term
        assert entry.meaning.endswith("."), term


def test_the_words_that_readers_stumble_over_are_explained() -> None:
    asked = {"mention", "entity", "cue", "mixed", "indirect", "demonym", "scare quote", "metonymy", "toponym"}
    assert asked | {"association"} <= glossary.entries().keys()
    assert {*schema.QUOTE_KINDS} - {"scare"} <= glossary.entries().keys()
