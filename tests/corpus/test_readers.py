"""Reading sources: nothing is changed, nothing is lost, every problem is named."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from tellings.corpus import entries, readers
from tellings.corpus.documents import Document, Problem
from tellings.corpus.encoding import decode
from tellings.corpus.readers import read_sources
from tellings.corpus.taught import Taught
from tellings.errors import SourceError
from tests.calls import counted

LIMIT = 10_000


def read(*sources: Path, limit: int = LIMIT) -> tuple[dict[str, Document], list[Problem]]:
    found = list(read_sources(sources, max_bytes=limit))
    documents = {d.doc_id: d for d in found if isinstance(d, Document)}
    return documents, [p for p in found if isinstance(p, Problem)]


def test_text_files_are_read_as_they_are(tmp_path: Path) -> None:
    text = " One\r\ntwo\n\nthree \u00a0\u200b ‘four’ "
    (tmp_path / "a.txt").write_bytes(text.encode())
    documents, problems = read(tmp_path)
    assert documents["a"].text == text
    assert problems == []


def test_metadata_csv_fills_what_is_known_and_leaves_the_rest_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some words.")
    (tmp_path / "b.txt").write_text("Other words.")
    (tmp_path / "metadata.csv").write_text(
        "file,title,publisher,published,url\na.txt,A title,The Paper,2024-02-29,https://example.org/a\nb,,,soon,\nc,x,,,\n"
    )
    documents, problems = read(tmp_path)
    a, b = documents["a"], documents["b"]
    assert (a.title, a.publisher, a.published, a.url) == (
        "A title",
        "The Paper",
        date(2024, 2, 29),
        "https://example.org/a",
    )
    assert (b.title, b.publisher, b.published, b.url) == (None, None, None, None)
    said = {p.reason for p in problems}
    assert any("'soon' is no date" in reason for reason in said)
    assert any("describes c, which is not there" in reason for reason in said)
    assert any(p.action == "not an article" and p.source == "metadata.csv" for p in problems)


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "LICENSE", "NOTICE.txt", "LICENCE-articles.txt"])
def test_files_about_the_articles_are_not_articles(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("About these articles.")
    (tmp_path / "a.txt").write_text("Some words.")
    documents, problems = read(tmp_path)
    assert list(documents) == ["a"]
    assert [(p.source, p.action) for p in problems] == [(name, "not an article")]


def test_records_are_read_line_by_line_and_a_bad_line_is_named(tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {
                "id": "x",
                "text": "Words.",
                "title": "T",
                "publisher": "P",
                "published": "2024-02-29T10:00:00+00:00",
            }
        ),
        "{broken",
        json.dumps({"text": "No id."}),
        json.dumps({"id": "y"}),
        "",
        json.dumps({"id": "x", "text": "The same id."}),
        json.dumps({"id": "z", "text": "half \ud800 a character"}),
    ]
    for name, data in (
        ("r.jsonl", "\n".join(lines).encode()),
        ("r2.jsonl.gz", gzip.compress("\n".join(lines).encode())),
    ):
        folder = tmp_path / name
        folder.mkdir()
        (folder / name).write_bytes(data)
        documents, problems = read(folder)
        assert set(documents) == {"x", "x~2", name.split(".")[0] + "-3"}
        assert documents["x"].published == date(2024, 2, 29)
        assert documents["x"].reader.startswith("JSON Lines; Tellings ")
        assert {p.source for p in problems} == {f"{name}, line {n}" for n in (2, 4, 6, 7)}


def test_a_second_document_of_one_id_is_renamed_and_said_so(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"Words of {folder}.")
    documents, problems = read(tmp_path)
    assert {d: documents[d].text for d in documents} == {"a": "Words of one.", "a~2": "Words of two."}
    assert [(p.doc_id, p.action) for p in problems] == [("a~2", "named a~2")]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Some words.")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n ")
    (tmp_path / "large.txt").write_bytes(b"word " * 3000)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "latin.txt").write_bytes("El señor llegó mañana.".encode("cp1252"))
    documents, problems = read(tmp_path)
    assert set(documents) == {"good", "latin"}
    assert documents["latin"].text == "El señor llegó mañana."
    reasons = {p.source: p.reason for p in problems}
    assert set(reasons) == {"empty.txt", "blank.txt", "large.txt", "picture.png", "binary.txt", "latin.txt"}
    assert "MB" in reasons["large.txt"]
    assert "cp1252" in reasons["latin.txt"]


def test_a_zip_is_read_without_being_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "articles.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/a.txt", "Some words.")
        archive.writestr("in/metadata.csv", "file,publisher\na.txt,The Paper\n")
        archive.writestr("bomb.txt", "a" * 5_000_000)
        archive.writestr("__MACOSX/in/a.txt", "junk")
    documents, problems = read(path)
    assert {d.doc_id: d.publisher for d in documents.values()} == {"a": "The Paper"}
    assert any(p.source == "bomb.txt" for p in problems)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["articles.zip"]


def test_a_damaged_zip_and_a_missing_source_are_named(tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 nothing")
    documents, problems = read(tmp_path / "bad.zip", tmp_path / "not there")
    assert documents == {}
    assert len(problems) == 2


def test_a_single_file_takes_the_metadata_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some words.")
    (tmp_path / "metadata.csv").write_text("file,publisher\na.txt,The Paper\nb.txt,Another\n")
    documents, problems = read(tmp_path / "a.txt")
    assert documents["a"].publisher == "The Paper"
    assert problems == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    decoded = decode("Москва, “Київ”".encode(encoding))
    assert decoded.text == "Москва, “Київ”"
    assert not decoded.guessed


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(SourceError):
        decode(b"\x00\x01\x02\x03" * 100)


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00"])
def test_a_byte_order_mark_before_what_is_no_text_makes_it_none(mark: bytes) -> None:
    for rest in (bytes(range(32)) * 64, bytes(range(0, 256, 8)) * 64, b"\x01\x00\x02\xe0\xe0\x02" * 256):
        with pytest.raises(SourceError):
            decode(mark + rest)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp1253", "cp1256"])
def test_other_alphabets_are_not_taken_for_western_letters(encoding: str) -> None:
    text = {
        "cp1251": "Премьер-министр заявил, что мост закрыт.",
        "koi8-r": "Премьер-министр заявил, что мост закрыт.",
        "cp1253": "Η Καθημερινή έγραψε ότι η γέφυρα έκλεισε.",
        "cp1256": "قالت الجزيرة إن الجسر مغلق اليوم",
    }[encoding]
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.guessed


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("files", "outlets"),
    [
        (
            ["The_Post/a.txt", "The_Post/2019/b.txt", "Star/c.txt", "d.txt"],
            ["The Post", "The Post", "Star", None],
        ),
        (["all/Post/a.txt", "all/Star/2019/b.txt"], ["Post", "Star"]),
        (["a.txt", "b.txt"], ["Evening News"] * 2),
    ],
)
def test_folders_are_outlets_where_that_is_said(
    tmp_path: Path, files: list[str], outlets: list[str | None], packed: bool
) -> None:
    place = tmp_path / "Evening News"
    for name in files:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(f"The ferry ran again, says {name}.")
    source = place
    if packed:
        source = tmp_path / "Evening News.zip"
        with zipfile.ZipFile(source, "w") as archive:
            for name in files:
                archive.write(place / name, name)
    taught = Taught(folders=True)
    found = list(read_sources([source], max_bytes=LIMIT, taught=taught))
    named = {d.doc_id: d.publisher for d in found if isinstance(d, Document)}
    assert [named[Path(name).stem] for name in files] == outlets
    unsaid = [d for d in read_sources([source], max_bytes=LIMIT) if isinstance(d, Document)]
    assert {d.publisher for d in unsaid} == {None}


def test_an_article_that_says_its_outlet_keeps_it(tmp_path: Path) -> None:
    for name in ("Post/a.txt", "Star/b.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("The ferry ran again.")
    (tmp_path / "metadata.csv").write_text("file,publisher\nPost/a.txt,The Evening Post\n")
    found = read_sources([tmp_path], max_bytes=LIMIT, taught=Taught(folders=True))
    assert [d.publisher for d in found if isinstance(d, Document)] == ["The Evening Post", "Star"]


def test_corpora_among_files_are_found_in_one_pass() -> None:
    """Of twice as many files with twice as many corpora among them twice the paths are looked at."""

    def looked_at(n: int) -> int:
        names = [
            f"c{i}/{name}" for i in range(n) for name in readers._TOLD_BY | {"datapackage.json", "a.txt"}
        ]
        files = [entries.Entry(name, PurePosixPath(name), 1, io.BytesIO) for name in names]
        calls, found = counted(lambda: readers._corpora(files))
        assert found == {PurePosixPath(f"c{i}"): ["a.txt"] for i in range(n)}
        return calls

    assert looked_at(80) < 2.5 * looked_at(40)
