"""A build on a Dask cluster, and with sources and result in object storage: the tables of a build here."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import fsspec
import pytest

from tellings import cli, schema
from tellings.build import distributed as over_dask
from tellings.build import pipeline
from tellings.errors import ClusterError
from tellings.folder import parquet

pytestmark = pytest.mark.model

TOWNS = "Lisbon Madrid Paris Vienna Prague Warsaw Oslo Dublin".split()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    texts = (
        f"The mayor of {town} said on Friday that {n + 2} ships would stay." for n, town in enumerate(TOWNS)
    )
    path.write_text("\n".join(json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate(texts)))
    return path


@pytest.fixture(scope="module")
def here(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("here") / "ships"
    pipeline.annotate([source], out)
    return out


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A cluster of two processes, which is there already."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", memory_limit=0
    ) as one:
        yield one.scheduler_address


@pytest.fixture
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LEAST", 1)


def assert_same(one: Path, other: Path) -> None:
    for name in schema.TABLES:
        assert parquet.read(one, name).equals(parquet.read(other, name)), name


def test_a_cluster_finds_the_same_as_one_process(
    source: Path, here: Path, scheduler: str, tmp_path: Path
) -> None:
    report = pipeline.annotate([source], tmp_path / "ships", dask=scheduler)
    assert report.n_annotated == len(TOWNS)
    assert_same(here, tmp_path / "ships")


def test_a_cluster_is_made_here_for_one_build(source: Path, here: Path, tmp_path: Path) -> None:
    out = tmp_path / "ships"
    assert cli.main(["annotate", str(source), "--out", str(out), "--dask", "local", "--workers", "2"]) == 0
    assert_same(here, out)


@pytest.mark.parametrize("package", ["distributed", "fsspec.core"])
def test_without_its_package_a_sentence_says_what_to_install(
    package: str,
    source: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    from_there = "memory://bucket/in" if package == "fsspec.core" else str(source)
    assert cli.main(["annotate", from_there, "--out", str(tmp_path / "ships"), "--dask", "local"]) == 1
    assert "pip install 'tellings[dask]'" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a signal that Windows has not")
@pytest.mark.usefixtures("_one_by_one")
def test_a_worker_that_is_killed_loses_nothing(
    source: Path, here: Path, scheduler: str, tmp_path: Path
) -> None:
    killed: list[int] = []

    def kill(done: int, _total: int) -> None:
        if done and not killed:
            with distributed.Client(scheduler, set_as_default=False) as client:
                killed.extend(client.run(os.getpid).values())
            os.kill(killed[0], signal.SIGKILL)

    pipeline.annotate([source], tmp_path / "ships", dask=scheduler, progress=kill)
    assert len(killed) == 2
    assert_same(here, tmp_path / "ships")


@pytest.mark.usefixtures("_one_by_one")
def test_what_a_cluster_did_before_it_went_away_is_kept(source: Path, here: Path, tmp_path: Path) -> None:
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0", memory_limit=0
    ) as cluster:

        def close(done: int, _total: int) -> None:
            if done == 2:
                cluster.close()

        with pytest.raises(ClusterError, match=r"went away.*call the same command again"):
            pipeline.annotate([source], tmp_path / "ships", dask=cluster.scheduler_address, progress=close)
    assert not (tmp_path / "ships").exists()
    assert (
        pipeline.annotate([source], tmp_path / "ships").n_annotated <= len(TOWNS) - 2
    )  # it may do one more as it goes
    assert_same(here, tmp_path / "ships")


def test_where_no_cluster_is_a_sentence_says_so(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(over_dask, "SECONDS", 1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
    with pytest.raises(ClusterError, match=r"There is no Dask cluster at tcp.*--dask local"):
        pipeline.annotate([source], tmp_path / "ships", dask=address)


def test_workers_with_other_rules_are_refused(
    source: Path, scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(over_dask.versions, "annotation", lambda: "other")
    with pytest.raises(ClusterError, match="has not the same Tellings"):
        pipeline.annotate([source], tmp_path / "ships", dask=scheduler)


def test_articles_and_corpus_may_lie_in_object_storage(
    source: Path, here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store: Any = fsspec.filesystem("memory")
    store.pipe("/bucket/in/articles.jsonl", source.read_bytes())
    call = ["annotate", "memory://bucket/in", "--out", "memory://bucket/out/ships"]
    assert cli.main(call) == 0
    assert "8 of them annotated now" in capsys.readouterr().out
    store.get("/bucket/out/ships", str(tmp_path / "ships"), recursive=True)
    assert_same(here, tmp_path / "ships")
    assert cli.main(call) == 0
    assert "0 of them annotated now" in capsys.readouterr().out


def test_a_bucket_of_other_things_is_neither_fetched_nor_written_into(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store: Any = fsspec.filesystem("memory")
    store.pipe("/other/photos/a.jpg", b"a")
    for out in ("memory://other", "memory://other/photos", "memory://other/photos/a.jpg"):
        assert cli.main(["annotate", str(source), "--out", out]) == 1
        assert f"{out} holds something that is no corpus" in capsys.readouterr().err
    assert store.find("/other") == ["/other/photos/a.jpg"]


@pytest.mark.parametrize(
    ("address", "said"),
    [("memory://nowhere/articles", "cannot be reached"), ("nothing://bucket/in", "cannot be opened")],
)
def test_an_address_that_leads_nowhere_is_named(
    address: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["annotate", address, "--out", str(tmp_path / "ships")]) == 1
    assert f"{address} {said}" in capsys.readouterr().err
    assert not (tmp_path / "ships").exists()
