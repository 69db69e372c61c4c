"""What each command of the command line does."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from tellings import settings
from tellings.corpus.taught import Taught
from tellings.folder import atomic, older, parquet, target
from tellings.plural import noun, several
from tellings.query.filters import Filters, parse_query
from tellings.store import catalogue, intact
from tellings.store import corpus as store

DONE, NOTHING, USAGE = 0, 1, 2
"""Exit codes: done; nothing usable, with the reason printed; called wrongly."""

SHOWN = ("documents", "sentences", "mentions", "entities", "quotations", "toponyms", "dates", "quantities")
"""The tables whose rows `info` counts."""


def say(line: str, file: TextIO | None = None) -> None:
    """Print a line for people: what a terminal would obey, or not show, is told by its number."""
    from tellings.exports.markup import plain

    print(plain(line).replace("\n", "[U+000A]"), file=file)


def look(options: argparse.Namespace) -> int:
    """Say what would be read."""
    from tellings.corpus import confined, looking

    taught = _taught(options, Taught())
    corpus = looking.own(parquet.read(options.into, "documents")) if options.into else ()
    articles = looking.look(confined.read_sources(options.sources, taught), taught.copies, corpus)
    if options.json:
        first = next((one for one in articles if one.document), None)
        for one in articles:
            had = {"had": one.had} if options.into else {}
            preview = one.preview(first=one is first) if options.preview else {}
            print(json.dumps({**one.row(), **had, **preview}))
    else:
        for line in looking.summary(articles):
            say(line)
    return DONE if any(one.document for one in articles) else NOTHING


def annotate(options: argparse.Namespace) -> int:
    """Make a corpus folder."""
    from tellings.build import pipeline, remote
    from tellings.folder import record

    with _Progress() as progress, remote.fetched(options.sources) as sources, remote.kept(options.out) as out:
        report = pipeline.annotate(
            sources,
            out,
            title=options.name,
            model=options.model,
            workers=options.workers,
            dask=options.dask,
            fresh=options.fresh,
            taught=_taught(options, record.taught(out)),
            progress=progress,
        )
    say(
        f"{options.out}: {several(report.n_documents, 'article')}, {report.n_annotated} of them annotated now."
    )
    _print_problems(report.problems.to_dict("records"))
    return DONE


def _taught(options: argparse.Namespace, before: Taught) -> Taught:
    """What the options say of the sources, and for what they do not say, what was said before."""
    columns = before.columns
    if options.column is not None:
        columns = tuple((name, column) for name, column in options.column if column)
    return Taught(
        begins=before.begins if options.begins is None else tuple(filter(None, options.begins)),
        columns=columns,
        folders=before.folders if options.folders is None else options.folders,
        copies=options.copies or before.copies,
    )


def resolve(options: argparse.Namespace) -> int:
    """Resolve a corpus again."""
    from tellings.build import resolving
    from tellings.resolution.resolvers import NAMES

    if options.only is not None and options.only not in NAMES:
        print(
            f"tellings: there is no resolver {options.only!r}; there are {', '.join(NAMES)}", file=sys.stderr
        )
        return USAGE
    resolving.resolve(
        options.corpus,
        first=options.only,
        told=lambda name, seconds: print(f"{name} resolved in {seconds:.2f} s", file=sys.stderr),
    )
    say(f"{options.corpus}: resolved.")
    return DONE


class _Progress:
    """A bar on a terminal, plain lines elsewhere."""

    def __init__(self) -> None:
        from tqdm import tqdm

        self._bar = tqdm(unit=" articles", disable=None, leave=False)
        self._said = -1

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def __call__(self, done: int, total: int) -> None:
        self._bar.total = total
        self._bar.update(done - self._bar.n)
        tenth = 10 * done // max(1, total)
        if self._bar.disable and tenth > self._said:
            print(f"annotated {done} of {total} articles", file=sys.stderr)
            self._said = tenth


def info(options: argparse.Namespace) -> int:
    """Print counts, versions and problems."""
    with store.open(options.corpus, corrections=True) as corpus:
        counts = {name: int(corpus.sql(f'SELECT count(*) AS n FROM "{name}"').n.iloc[0]) for name in SHOWN}
        words = int(corpus.sql("SELECT coalesce(sum(n_words), 0) AS n FROM documents").n.iloc[0])
        about = {
            "corpus": corpus.name,
            "title": corpus.title,
            "path": str(corpus.path),
            "words": words,
            **counts,
            "corrections": len(corpus.log.lines) if corpus.log else 0,
            **corpus.descriptor["tellings"],
        }
        problems = corpus.problems.astype(object).where(lambda f: f.notna(), None).to_dict("records")
        damaged = corpus.log.problems if corpus.log else []
        notices = [older.words(corpus.descriptor, corpus.gaps), intact.words(corpus.altered(wait=True))]
    if options.json:
        print(
            json.dumps(
                {
                    **about,
                    "notices": [notice for notice in notices if notice],
                    "problems": problems,
                    "corrections_problems": [str(p) for p in damaged],
                },
                indent=1,
            )
        )
        return DONE
    width = max(len(name) for name in about)
    for name, value in about.items():
        shown = f"{value:,}" if isinstance(value, int) else str(value)
        say(f"{name.replace('_', ' '):{width}}  {shown}")
    for notice in filter(None, notices):
        say(notice)
    _print_problems(problems)
    for problem in damaged:
        say(f"corrections: {problem}")
    return DONE


def project(options: argparse.Namespace) -> int:
    """Write a corpus with its corrections as one file."""
    from tellings.folder import project as packing

    folder = catalogue.find(options.corpus)
    return _project(folder, options.out or Path(f"{folder.name}{packing.ENDING}"), options)


def _project(folder: Path, out: Path, options: argparse.Namespace, *, machine: bool = False) -> int:
    from tellings.folder import project as packing

    if _refused(out, options):
        return NOTHING
    content = packing.pack(folder, () if machine else catalogue.corrections_paths(folder))
    _write(out, content)
    say(f"{out}: {folder.name}, {len(content) / 1e6:.1f} MB.")
    return DONE


def take_in(options: argparse.Namespace) -> int:
    """Make a corpus folder in the user's home from a project file; prints the folder."""
    from tellings.build import incoming
    from tellings.folder import project as packing

    home = settings.read().home
    folder = home / incoming.free_name(home, packing.name_in(options.file), catalogue.corpora())
    packing.unpack(options.file, folder)
    say(str(folder))
    return DONE


def export(options: argparse.Namespace) -> int:
    """Write a corpus, or what a view shows of it, as a file of another format."""
    from tellings import exports

    filters, wrong = _view(options.view[0] if options.view and options.to != "report" else "")
    if options.to not in (*exports.FORMATS, "project", "report"):
        wrong.append(
            f"there is no format {options.to!r}; there are {', '.join(exports.FORMATS)}, project, report"
        )
    elif options.to != "report" and len(options.view) > 1:
        wrong.append("only a report has several views; give --view once")
    elif options.to == "project" and filters.active:
        wrong.append("a project file is always the whole corpus; leave --view out")
    if wrong:
        for reason in wrong:
            say(f"tellings: nothing is written: {reason}", sys.stderr)
        return USAGE
    machine = options.machine or filters.layer == "machine"
    if options.to == "project":
        return _project(catalogue.find(options.corpus), options.out, options, machine=machine)
    if _refused(options.out, options):
        return NOTHING
    with store.open(options.corpus, corrections=not machine) as corpus:
        if options.to == "report":
            return _report(corpus, options)
        content, n = exports.write(corpus, options.to, filters)
    kind = exports.FORMATS[options.to]
    if not n:
        print(f"tellings: {exports.nothing(kind.unit)}", file=sys.stderr)
        return NOTHING
    _write(options.out, content)
    say(f"{options.out}: {n:,} {noun(n, kind.unit)} as {kind.title}.")
    return DONE


def _report(corpus: store.Corpus, options: argparse.Namespace) -> int:
    from tellings.ui import taking

    content, n = taking.written(corpus, options.view)
    _write(options.out, content)
    say(f"{options.out}: {several(n, 'view')} as a report.")
    return DONE


def _view(query: str) -> tuple[Filters, list[str]]:
    """The filters of an address or its query, and what is wrong with it, a sentence each."""
    _, mark, behind = query.partition("?")
    return parse_query(behind if mark else query)


def _refused(out: Path, options: argparse.Namespace) -> bool:
    """May no file be written there: in no folder, within a corpus, or over another? Then that is said."""
    if not out.absolute().parent.exists():
        say(f"tellings: there is no folder {out.parent}; make it, or name another file", sys.stderr)
        return True
    corpus = target.around(out)
    if corpus is not None:
        say(
            f"tellings: {out} lies in the corpus {corpus}, which stays as it is; name a file elsewhere",
            sys.stderr,
        )
        return True
    refused = out.is_file() and not options.force
    if refused:
        say(
            f"tellings: {out} is there already, and stays as it is; name another file, or add --force",
            sys.stderr,
        )
    return refused


def _write(out: Path, content: bytes) -> None:
    if out.exists() and not out.is_file():  # a pipe or a device; of a folder the system says what is wrong
        out.write_bytes(content)
    else:
        atomic.replace(out, content)


def _print_problems(problems: Sequence[dict[Any, Any]]) -> None:
    if problems:
        print(f"problems ({len(problems)}):")
    for problem in problems:
        say(f"  {problem['source']}: {problem['reason']} ({problem['action']})")


def evaluate(options: argparse.Namespace) -> int:
    """Measure against a key."""
    from tellings import evaluation

    evaluation.command(
        options.what,
        options.gold,
        corpus=options.corpus,
        corrected=options.corrected,
        as_json=options.json,
        save=options.save,
    )
    return DONE
