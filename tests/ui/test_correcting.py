"""What the fields of the forms say, without a page."""

from __future__ import annotations

import pytest

from tellings.corrections import Entity, NewEntity, Span
from tellings.errors import CorrectionError
from tellings.store import corpus as store
from tellings.ui.correcting.form import Read, chosen, existing, meant
from tellings.ui.correcting.quotation import placed
from tests import shown


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> store.Corpus:
    return store.Corpus(shown.write(tmp_path_factory.mktemp("shown") / "elm"))


def test_an_entity_is_named_with_one_of_its_mentions(corpus: store.Corpus) -> None:
    assert chosen(corpus, "gn:1") == Entity("gn:1", Span("alpha", 27, 35, "Port Elm"))


def test_an_entity_that_is_not_in_print_has_no_mention(corpus: store.Corpus) -> None:
    assert chosen(corpus, "person:an-official") == Entity("person:an-official")


@pytest.mark.parametrize("words", ["Bo Quay", "bo quay", " Bo Quay "])
def test_a_name_that_is_typed_means_the_entity_that_bears_it(corpus: store.Corpus, words: str) -> None:
    found = chosen(corpus, words)
    assert isinstance(found, Entity)
    assert found.entity_id == "person:bo-quay"


def test_a_printed_form_means_its_entity(corpus: store.Corpus) -> None:
    assert existing(corpus, "harbour").entity_id == "person:ann-harbour"


def fields(**values: str | None) -> Read:
    return {"who": None, "new": "", "kind": "person", **values}.get


def test_a_name_that_is_not_listed_is_a_new_entity(corpus: store.Corpus) -> None:
    assert meant(corpus, fields(new=" Cy Weir ", kind="organisation")) == NewEntity("Cy Weir", "organisation")
    assert meant(corpus, fields(who="")) is None


def test_either_one_of_the_list_or_a_new_one(corpus: store.Corpus) -> None:
    with pytest.raises(CorrectionError, match="not both"):
        meant(corpus, fields(who="gn:1", new="Cy Weir"))


def test_a_name_that_nobody_bears_is_told(corpus: store.Corpus) -> None:
    with pytest.raises(CorrectionError, match="no entity of the name “Cy Weir”"):
        existing(corpus, "Cy Weir")


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_nothing_chosen_is_told(corpus: store.Corpus, nothing: str | None) -> None:
    with pytest.raises(CorrectionError, match="Choose a name first"):
        existing(corpus, nothing)


TEXT = "He said: “We go.\nWe stay.” We go. And they said “We go.”"


def test_pieces_stand_where_their_words_do_and_the_nearest_is_meant() -> None:
    first, second = TEXT.index("We go."), TEXT.rindex("We go.")
    assert placed(TEXT, "We go. We stay.", "d", near=0) == [Span("d", 10, 25, "We go.\nWe stay.")]
    assert placed(TEXT, "We go.", "d", near=first)[0].start == first
    assert placed(TEXT, "We go.", "d", near=len(TEXT))[0].start == second
    assert [piece.text for piece in placed(TEXT, "We go.\nAnd they", "d", near=20)] == ["We go.", "And they"]


def test_words_are_no_pattern() -> None:
    with pytest.raises(CorrectionError, match="does not stand"):
        placed(TEXT, "We .*", "d", near=0)
    with pytest.raises(CorrectionError, match="words that are said"):
        placed(TEXT, " \n ", "d", near=0)
