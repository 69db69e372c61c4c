"""Only regular files are opened; whatever else stands in a folder or zip is named, and the rest goes on."""

from __future__ import annotations

import os
import socket
import stat
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tellings.corpus import entries
from tellings.corpus.documents import Document, Problem
from tellings.corpus.readers import read_sources


def read(*sources: Path) -> tuple[dict[str, Document], dict[str, str]]:
    found = list(read_sources(sources, max_bytes=10_000))
    problems = [p for p in found if isinstance(p, Problem)]
    return {d.doc_id: d for d in found if isinstance(d, Document)}, {p.source: p.reason for p in problems}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no named pipes")
def test_pipes_and_sockets_are_named_and_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.txt").write_text("Some words.")
    os.mkfifo(tmp_path / "pipe.txt")
    os.symlink("pipe.txt", tmp_path / "to a pipe.txt")
    os.symlink("/dev/zero", tmp_path / "zeros.txt")
    monkeypatch.chdir(tmp_path)  # the path of a socket may have some hundred characters only
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        documents, problems = read(tmp_path)
        alone, said = read(tmp_path / "pipe.txt")
    assert list(documents) == ["good"]
    assert problems == {
        "pipe.txt": "it is a named pipe, which is not opened; give a file",
        "socket.txt": "it is a socket, which is not opened; give a file",
        "to a pipe.txt": "it is a named pipe, which is not opened; give a file",
        "zeros.txt": "it is a device, which is not opened; give a file",
    }
    assert alone == {}
    assert said == {str(tmp_path / "pipe.txt"): problems["pipe.txt"]}


def test_links_that_lead_nowhere_or_to_themselves_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    (folder / "in").mkdir(parents=True)
    (folder / "good.txt").write_text("Some words.")
    (tmp_path / "elsewhere.txt").write_text("Other words.")
    try:
        os.symlink(tmp_path / "elsewhere.txt", folder / "link.txt")
    except OSError:
        pytest.skip("this user may make no links")
    os.symlink("gone.txt", folder / "dangling.txt")
    os.symlink("loop.txt", folder / "loop.txt")
    os.symlink(folder, folder / "in" / "around", target_is_directory=True)
    documents, problems = read(folder, folder / "dangling.txt")
    assert set(documents) == {"good", "link"}
    assert problems == {
        "dangling.txt": "it is a link that leads nowhere; give the file itself",
        "loop.txt": "it is a link that leads back to itself; give the file itself",
        "in/around": "it is a link to a folder, which is not followed; give that folder itself",
        str(folder / "dangling.txt"): "it is a link that leads nowhere; give the file itself",
    }


def test_a_folder_that_may_not_be_read_is_not_called_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("closed", "open"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"Words that are {name}.")
    scandir = os.scandir

    def denied(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(entries.os, "scandir", denied)
    documents, problems = read(tmp_path)
    assert [d.text for d in documents.values()] == ["Words that are open."]
    reason = "the folder cannot be read (Permission denied); look at its permissions"
    assert problems == {"closed": reason}
    assert read(tmp_path / "closed")[1] == {str(tmp_path / "closed"): reason}


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Words of {name}.")
    opened = Path.open

    def denied(path: Path, *args: Any, **options: Any) -> Any:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **options)

    monkeypatch.setattr(Path, "open", denied)
    documents, problems = read(tmp_path)
    assert list(documents) == ["b"]
    assert problems == {"a.txt": "the file cannot be read (Permission denied)"}


def test_a_file_name_that_is_not_utf8_is_named_and_its_text_kept(tmp_path: Path) -> None:
    try:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text("Some words.")
    except OSError:
        pytest.skip("the platform allows no such name")
    (tmp_path / "good.txt").write_text("Other words.")
    documents, problems = read(tmp_path)
    assert {d.doc_id: d.source for d in documents.values()} == {
        "caf\ufffd": "caf\ufffd.txt",
        "good": "good.txt",
    }
    assert problems == {"caf\ufffd.txt": "its name is not UTF-8; it is called caf\ufffd here"}


def packed(path: Path, *infos: tuple[zipfile.ZipInfo | str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, text in infos:
            archive.writestr(info, text)
    return path


def altered(path: Path, name: bytes, *, flags: int | None = None, method: int | None = None) -> Path:
    """The zip with the flags or the method of an entry replaced, in its own head and in the directory."""
    data = bytearray(path.read_bytes())
    for signature, flags_at, name_at in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = data.find(signature)
        while at >= 0 and data[at + name_at : at + name_at + len(name)] != name:
            at = data.find(signature, at + 1)
        assert at >= 0
        if flags is not None:
            data[at + flags_at : at + flags_at + 2] = flags.to_bytes(2, "little")
        if method is not None:
            data[at + flags_at + 2 : at + flags_at + 4] = method.to_bytes(2, "little")
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "name", ["../up.txt", "in/../../up.txt", "/etc/up.txt", "..\\up.txt", "C:\\up.txt", "in\\..\\up.txt"]
)
def test_an_entry_that_climbs_out_of_its_zip_is_named_and_never_opened(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "z.zip", (name, "Words from above."), ("good.txt", "Some words."))
    documents, problems = read(path)
    assert list(documents) == ["good"]
    assert list(problems) == [name]
    assert "leads out of the archive" in problems[name]


def test_a_link_in_a_zip_is_named_and_never_read_as_text(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    documents, problems = read(packed(tmp_path / "z.zip", (link, "/etc/passwd"), ("good.txt", "Some words.")))
    assert list(documents) == ["good"]
    assert "link" in problems["link.txt"]


@pytest.mark.parametrize("name", ["bad.txt", "bad.jsonl", "metadata.csv"])
@pytest.mark.parametrize(
    ("change", "said"),
    [({"flags": 1}, "encrypted"), ({"method": 99}, "99"), ({"method": 14}, "cannot be read")],
)
def test_an_entry_that_cannot_be_unpacked_does_not_stop_the_others(
    tmp_path: Path, name: str, change: dict[str, int], said: str
) -> None:
    path = packed(tmp_path / "z.zip", (name, '{"text": "Words."}'), ("good.txt", "Some words."))
    documents, problems = read(altered(path, name.encode(), **change))
    assert list(documents) == ["good"]
    assert list(problems) == [name]
    assert said in problems[name]


def test_a_zip_whose_names_are_no_utf8_is_named_and_other_sources_go_on(tmp_path: Path) -> None:
    path = packed(tmp_path / "z.zip", ("bad?.txt", "Words."))
    path.write_bytes(altered(path, b"bad?.txt", flags=0x800).read_bytes().replace(b"bad?", b"bad\xff"))
    (tmp_path / "good.txt").write_text("Some words.")
    documents, problems = read(path, tmp_path / "good.txt")
    assert list(documents) == ["good"]
    assert "cannot be read" in problems["z.zip"]


def test_hidden_files_that_may_be_articles_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    for name in (
        "a.txt",
        ".b.txt",
        "in/.c.html",
        ".DS_Store",
        "._a.txt",
        ".git/d.txt",
        "__MACOSX/in/._a.txt",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Some words.")
    with zipfile.ZipFile(tmp_path / "articles.zip", "w") as archive:
        for file in filter(Path.is_file, folder.rglob("*")):
            archive.write(file, file.relative_to(folder))
    with tarfile.open(tmp_path / "articles.tar", "w") as packed:
        packed.add(folder, ".")
    said = "it has 2 hidden files (.b.txt, in/.c.html); rename what is to be read of them"
    for source, name in (
        (folder, str(folder)),
        *((tmp_path / n, n) for n in ("articles.zip", "articles.tar")),
    ):
        documents, problems = read(source)
        assert list(documents) == ["a"]
        assert problems == {name: said}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), "the folder is empty"),
        (("in/",), "the folder is empty"),
        ((".DS_Store", "in/.git/a"), "the folder has hidden files only"),
        ((".a.txt",), "the folder has hidden files only"),
        (("in/a.md", ".b.txt"), "it has 1 hidden file (.b.txt); rename what is to be read of them"),
    ],
)
def test_a_folder_without_files_says_what_it_has(tmp_path: Path, names: tuple[str, ...], said: str) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).mkdir() if name.endswith("/") else (tmp_path / name).write_text("Some words.")
    _, problems = read(tmp_path)
    assert problems == {str(tmp_path): said}
