"""A corpus resolved again from its own tables: where a rule across articles is new, no article is read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from tellings import schema
from tellings.errors import CorpusError
from tellings.folder import descriptor, exchange, older, parquet, record, target, versions, writing
from tellings.folder.building import building
from tellings.resolution import resolvers
from tellings.store import derived, intact


def resolve(
    corpus: Path, *, first: str | None = None, told: Callable[[str, float], None] | None = None
) -> Path:
    """Resolve a corpus again and exchange it for the new one, with its corrections.

    Args:
        corpus: its folder.
        first: the resolver to run, with those that need what it makes; None runs all.
        told: called with the name of each resolver that ran and its seconds.

    Returns:
        The folder, links followed.

    Raises:
        CorpusError: it is no corpus, one of an older version that does not hold what resolution needs, one whose
            tables are not those that were built, one that is being built or was built anew meanwhile, or a resolver
            failed; it is as it was.
        ValueError: there is no resolver of that name.
    """
    described = exchange.read_descriptor(corpus)
    older.check_version(described, corpus)
    gaps = older.gaps(described, corpus)
    if older.whole(gaps.get("chains", ()), "chains"):
        raise CorpusError(
            f"{corpus} was made by an older Tellings, which did not keep what resolution needs. "
            "Annotate its sources again."
        )
    origin = described["tellings"]
    folder = target.check(corpus)
    with building(folder):
        _check_build(corpus, described)
        if altered := parquet.differing(corpus, described):
            raise CorpusError(
                f"{intact.words(altered)} It stays as it is: nothing is made of damaged tables."
            )
        stored = {name: parquet.read(folder, name, gaps.get(name, ())) for name in schema.TABLES}
        ran: list[str] = []

        def tell(name: str, seconds: float) -> None:
            ran.append(name)
            if told is not None:
                told(name, seconds)

        tables = resolvers.resolve(stored, first, tell)
        _check_resolved(corpus, tables["problems"], set(ran) - _failed(stored["problems"]).keys())
        _check_build(corpus, described)
        made_by = versions.describe(str(origin.get("model", "")), origin.get("annotation"))
        writing.write(tables, folder, title=None, made_by={**made_by, **record.of(record.taught(folder))})
    derived.prepare(folder)
    return folder


def _check_build(corpus: Path, described: dict[str, Any]) -> None:
    """Is it still the build that is resolved?

    Raises:
        CorpusError: it is another.
    """
    if not descriptor.same(exchange.read_descriptor(corpus), described):
        raise CorpusError(
            f"{corpus} was built anew while it was resolved. It stays as that build made it: resolve it again."
        )


def _check_resolved(corpus: Path, problems: pd.DataFrame, ran: set[str]) -> None:
    """What a resolver leaves out where it fails, the corpus may have; where it failed before, it has not.

    Raises:
        CorpusError: one of those that ran failed.
    """
    failed = _failed(problems)
    if lost := sorted(ran & failed.keys()):
        said = "; ".join(f"{name}: {failed[name]}" for name in lost)
        raise CorpusError(f"{corpus} could not be resolved ({said}). It stays as it was.")


def _failed(problems: pd.DataFrame) -> dict[str, str]:
    """The resolvers that failed, and why."""
    failed = problems[problems["stage"] == resolvers.STAGE]
    return dict(zip(failed["source"], failed["reason"], strict=True))
