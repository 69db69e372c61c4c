"""What a filter offers, and by what name."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from tellings.analysis import anonymous_sources, correcting, known, speakers
from tellings.folder import parquet
from tellings.query.filters import Filters
from tellings.store.corpus import Corpus
from tests import shown


def _with_namesakes(path: Path) -> Corpus:
    """The corpus, with a second official and a harbour that is a place; the second official says what nobody did."""
    shown.write(path)
    with Corpus(path) as before:
        entities, quotations = before.entities, before.quotations
    official, harbour = (
        entities[entities.entity_id == entity] for entity in ("person:an-official", "person:ann-harbour")
    )
    second = official.assign(entity_id="person:an-official-2", name="an official")
    place = harbour.assign(entity_id="gn:2", type="city")
    parquet.write(pd.concat([entities, second, place], ignore_index=True), path, "entities")
    nobodys = quotations.doc_id == "gamma"
    quotations.loc[nobodys, "speaker_id"] = "person:an-official-2"
    quotations.loc[nobodys, "anonymous"] = True
    parquet.write(quotations, path, "quotations")
    return Corpus(path)


def test_namesakes_of_one_type_are_numbered_wherever_they_are_offered(tmp_path: Path) -> None:
    with _with_namesakes(tmp_path / "elm") as corpus:
        quoted = speakers.speakers(corpus, Filters()).set_index("speaker")
        assert quoted.name["person:an-official"] == "An official (1)"
        assert quoted.name["person:an-official-2"] == "an official (2)"
        assert quoted.article["person:an-official-2"] == "The gamma article"
        of_one = speakers.speakers(corpus, Filters(doc=("gamma",)))
        assert of_one.name.tolist() == ["an official (2)"], "the number is the same whatever is filtered"
        assert set(anonymous_sources.sources(corpus, Filters()).name) == {
            "An official (1)",
            "an official (2)",
        }
        assert known.name(corpus, "person:an-official-2") == "an official (2)"
        offered = correcting.offered(corpus, "an official").name.tolist()
        assert offered[:2] == ["An official (1)", "an official (2)"]
        [_, second] = anonymous_sources.entries(
            corpus, Filters(), anonymous_sources.sources(corpus, Filters())
        )
        assert second["phrase"] == "an official"


def test_namesakes_of_two_types_keep_their_name(tmp_path: Path) -> None:
    with _with_namesakes(tmp_path / "elm") as corpus:
        offered = known.entities(corpus).set_index("entity_id")
        assert offered.name["person:ann-harbour"] == offered.name["gn:2"] == "Ann Harbour"
        assert offered.type["gn:2"] == "city"


def test_only_what_is_named_is_offered_and_any_id_has_its_name(tmp_path: Path) -> None:
    with _with_namesakes(tmp_path / "elm") as corpus:
        offered = known.entities(corpus)
        assert "person:an-official" not in set(offered.entity_id), "it is never named, only quoted"
        assert offered.n_mentions.is_monotonic_decreasing
        assert known.name(corpus, "person:bo-quay") == "Bo Quay"
        assert known.name(corpus, "person:nobody") is None


def test_an_address_of_an_older_build_leads_to_who_is_named_so_now(tmp_path: Path) -> None:
    shown.write(tmp_path / "elm")
    with Corpus(tmp_path / "elm") as corpus:
        entities, variants = corpus.entities, corpus.variants
    row = entities[entities.entity_id == "person:ann-harbour"]
    fuller = entities.replace({"entity_id": {"person:ann-harbour": "person:ann-b-harbour"}})
    forms = variants.replace({"entity_id": {"person:ann-harbour": "person:ann-b-harbour"}})
    forms.loc[len(forms)] = {
        "entity_id": "person:ann-b-harbour",
        "text": "Ann Harbour",
        "n_mentions": 2,
        "n_documents": 1,
    }
    parquet.write(fuller, tmp_path / "elm", "entities")
    parquet.write(forms.drop_duplicates(["entity_id", "text"]), tmp_path / "elm", "variants")
    assert len(row) == 1
    with Corpus(tmp_path / "elm") as corpus:
        asked = ("person:ann-harbour", "person:ann-b-harbour", "person:nobody-at-all", "gn:1")
        assert known.renamed(corpus, asked) == {"person:ann-harbour": "person:ann-b-harbour"}
