"""Terms on the page: plain word, term, meaning."""

from __future__ import annotations

from tellings.ui import glossary


def test_a_term_has_its_plain_word_first_and_its_meaning_at_hand() -> None:
    said = glossary.term("mixed")
    assert ">partly in quote marks <small>(mixed)</small>" in said
    assert 'aria-description="Part of what was said' in said


def test_a_value_of_the_tables_is_explained_by_its_term() -> None:
    assert glossary.words("scare") == "set in marks (scare quote)"
    assert "Moscow said no" in glossary.meaning("metonymic")


def test_what_the_glossary_does_not_have_is_shown_as_it_is() -> None:
    assert glossary.term("<b>") == "&lt;b&gt;"
