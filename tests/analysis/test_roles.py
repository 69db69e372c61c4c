"""The card of an entity: roles in print, what it says and what is said of it, why its mentions are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tellings.analysis import entity_counts, evidence, roles
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.store.corpus import Corpus
from tests import corpora, quoted

ANN, BO = "person:ann-lee", "person:bo-quay"
# Words with their part of speech where it is not NOUN; [ ] marks a name.
TEXT = (
    "Defence/PROPN Minister/PROPN [Ann Lee|person:ann-lee] met/VERB [Bo Quay|person:bo-quay] ,/PUNCT the/DET "
    "harbour 's/PART chief engineer ,/PUNCT and/CCONJ envoys .",
    "[Lee|person:ann-lee] ,/PUNCT [Quay|person:bo-quay] and/CCONJ others slept/VERB .",
    "The/DET head of/ADP the/DET port ,/PUNCT [Quay|person:bo-quay] ,/PUNCT left/VERB .",
    "She/PRON told/VERB Minister/PROPN [Lee|person:ann-lee] ,/PUNCT President/PROPN [Bo Quay|person:bo-quay] so/ADV .",
    "They/PRON saw/VERB the/DET chief engineer of/ADP [Lee|person:ann-lee] leave/VERB .",
)
_WORD = re.compile(r"\[([^|\]]+)\|([^\]]+)\]|(\S+?)(?:/([A-Z]+))?(?=\s|$)")


def write(path: Path) -> Path:
    """Write the sentences as one article, their words as tokens."""
    rows: dict[str, list[dict[str, Any]]] = {"tokens": [], "mentions": [], "sentences": [], "blocks": []}
    text = ""
    for sentence in TEXT:
        first = len(text)
        key = f"a:s{first}"
        for match in _WORD.finditer(sentence):
            name, entity, word, pos = match.groups()
            text += "" if word in (",", ".", "'s") or not text else " "
            start = len(text)
            text += name or word
            span = {"doc_id": "a", "sentence_id": key, "start": start, "end": len(text)}
            if name:
                rows["mentions"].append(
                    {**span, "mention_id": f"a:m{start}", "text": name, "form": "name", "type": "person",
                     "entity_id": entity, "method": "model, title; last name"})  # fmt: skip
            at = start
            for part in (name or word).split():
                rows["tokens"].append({**span, "start": at, "end": at + len(part), "position": len(rows["tokens"]),
                                       "lemma": part, "pos": "PROPN" if name else pos or "NOUN"})  # fmt: skip
                at += len(part) + 1
        rows["sentences"].append(
            {"doc_id": "a", "sentence_id": key, "block_id": "a:b0", "start": first, "end": len(text)}
        )
    rows["blocks"] = [
        {
            "doc_id": "a",
            "block_id": "a:b0",
            "start": 0,
            "end": len(text),
            "kind": "paragraph",
            "counted": True,
        }
    ]
    rows["documents"] = [corpora.document("a", text)]
    rows["entities"] = [
        {"entity_id": ANN, "name": "Ann Lee", "type": "person", "n_mentions": 3, "n_documents": 1,
         "method": "one article"},
        {"entity_id": BO, "name": "Bo Quay", "type": "person", "n_mentions": 4, "n_documents": 1,
         "method": "spelling, last name", "score": 0.8},
    ]  # fmt: skip
    return corpora.write(path, rows)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus(write(tmp_path_factory.mktemp("corpora") / "roles")) as corpus:
        yield corpus


def test_roles_stand_before_and_after_the_name(corpus: Corpus) -> None:
    assert set(roles.roles(corpus, Filters(), ANN)) == {"Defence Minister", "Minister"}
    assert set(roles.roles(corpus, Filters(), BO)) == {"the harbour's chief engineer", "President"}


def test_who_holds_a_post_of_somebody_is_another(corpus: Corpus) -> None:
    assert not any("engineer" in role for role in roles.roles(corpus, Filters(), ANN))


def test_the_next_of_a_list_is_no_role(corpus: Corpus) -> None:
    assert not any("Quay" in role for role in roles.roles(corpus, Filters(), ANN))


def test_a_role_s_number_opens_as_many_names(corpus: Corpus) -> None:
    for entity in (ANN, BO):
        told = roles.counted(corpus, Filters(), entity, tuple(roles.roles(corpus, Filters(), entity)))
        assert told
        for role, n in told.items():
            assert n == evidence.count(corpus, Filters(), select("mentions", entity=entity, role=role)) > 0
    told = roles.counted(corpus, Filters(), ANN, ("Minister", "Defence Minister"))
    assert told == {"Minister": 2, "Defence Minister": 1}


def test_a_role_with_what_sql_would_read_opens_nothing(corpus: Corpus) -> None:
    for role in ("%", "_", "' OR 1=1 --", "🙂"):
        assert evidence.count(corpus, Filters(), select("mentions", entity=ANN, role=role)) == 0


def test_why_mentions_are_one(corpus: Corpus) -> None:
    assert entity_counts.reasons(corpus, ANN) == (["last name"], "one article", None)
    assert entity_counts.reasons(corpus, BO) == (["last name"], "spelling, last name", 0.8)
    assert entity_counts.reasons(corpus, "person:nobody") == ([], "", None)


def test_what_it_says_and_what_names_it(tmp_path: Path) -> None:
    with Corpus(quoted.write(tmp_path / "elm")) as corpus:
        by, about = entity_counts.by_and_about(corpus, Filters(), quoted.BO)
        assert by == evidence.count(corpus, Filters(speaker=(quoted.BO,)), select("quotations"))
        assert about == evidence.count(corpus, Filters(entity=(quoted.BO,)), select("quotations"))
        assert by > about > 0
        alone = entity_counts.by_and_about(
            corpus, Filters(doc=("beta",), q="ignored", type=("city",)), quoted.BO
        )
        assert alone[0] == evidence.count(
            corpus, Filters(doc=("beta",), speaker=(quoted.BO,)), select("quotations")
        )
