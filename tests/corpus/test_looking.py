"""What would be read, told before anything runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tellings import cli
from tests import corpora

KEYS = (
    "doc_id title publisher published byline section edition language n_words reader source part copy_of problem"
).split()


def look(capsys: pytest.CaptureFixture[str], *sources: Path) -> list[dict[str, object]]:
    cli.main(["look", *map(str, sources), "--json"])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_object_a_line_with_all_that_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(
        "The ferry ran aground on Tuesday, and nobody was hurt, the coast guard said."
    )
    (tmp_path / "b.txt").write_text(
        "Die Fähre lief am Dienstag auf Grund, und niemand wurde verletzt, sagte die Wache."
    )
    (tmp_path / "metadata.csv").write_text(
        "file,title,publisher,published\na.txt,Aground,The Paper,5 Mar 2019\n"
    )
    a, b = look(capsys, tmp_path)
    assert list(a) == KEYS
    assert [a[name] for name in ("doc_id", "title", "publisher", "published")] == [
        "a",
        "Aground",
        "The Paper",
        "2019-03-05",
    ]
    assert (a["language"], a["n_words"], a["problem"], a["copy_of"]) == ("en", 14, None, None)
    assert (b["language"], b["publisher"], b["published"]) == ("de", None, None)


def test_a_source_that_gives_nothing_is_a_line_with_its_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.bin").write_bytes(bytes(range(256)))
    (found,) = look(capsys, tmp_path / "x.bin")
    assert (found["doc_id"], found["source"]) == (None, "x.bin")
    assert "files with .bin are not read" in str(found["problem"])


def test_copies_name_the_article_before_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = [
        f"On day {n} the river stood {n * 7} centimetres higher than the mayor of town {n} had hoped."
        for n in range(30)
    ]
    (tmp_path / "a.txt").write_text("\n\n".join(story))
    (tmp_path / "b.txt").write_text(" ".join(story).upper())
    (tmp_path / "c.txt").write_text(
        "\n\n".join([*story[:28], "The rest was rewritten by another desk at night.", story[29]])
    )
    (tmp_path / "d.txt").write_text(
        "\n\n".join(story[:10]) + "\n\nBut here another story begins, and goes on for long. " * 20
    )
    assert [row["copy_of"] for row in look(capsys, tmp_path)] == [None, "a", "a", None]


def test_copies_of_what_the_corpus_has_are_named_though_ids_are_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = " ".join(f"On day {n} the river stood {n * 7} centimetres higher than hoped." for n in range(30))
    corpus = corpora.write(tmp_path / "river", {"documents": [corpora.document("a", story)]})
    new = tmp_path / "new"
    new.mkdir()
    (new / "a.txt").write_text("Another story begins here, and it says nothing of any river at all.")
    (new / "b.txt").write_text(story.upper())
    (new / "c.txt").write_text("Another story begins here, and it says nothing of any river at all.")
    rows = look(capsys, new, f"--into={corpus}")  # type: ignore[arg-type]
    assert [(row["doc_id"], row["copy_of"], row["had"]) for row in rows] == [
        ("a", None, False),
        ("b", "a", True),
        ("c", "a", False),
    ]
    assert "had" not in look(capsys, new)[0]
    cli.main(["look", str(new), "--into", str(corpus)])
    assert "The corpus has these already, or nearly: b." in capsys.readouterr().out
