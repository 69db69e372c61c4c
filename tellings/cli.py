"""The command line: `python -m tellings annotate | resolve | info | export | evaluate`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tellings.errors import TellingsError, system_error
from tellings.folder import older, versions
from tellings.plural import several
from tellings.store import corpus as store
from tellings.store import intact

DONE, NOTHING, USAGE = 0, 1, 2

SHOWN = ("documents", "sentences", "mentions", "entities", "quotations", "toponyms", "dates", "quantities")
"""The tables whose rows `info` counts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        0 where it is done, 1 where there was nothing usable (the reason is printed), 2 where it was called wrongly.
    """
    parser = _parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    if options.command is None:
        parser.print_help()
        return USAGE
    try:
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except (TellingsError, ValueError) as err:
        print(f"tellings: {err}", file=sys.stderr)
        return NOTHING
    except BrokenPipeError:  # the reader of the output has what it wanted: `info corpus | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as err:
        print(f"tellings: {system_error(err)}", file=sys.stderr)
        return NOTHING
    except KeyboardInterrupt:
        print("tellings: stopped; call the same command again to go on from here", file=sys.stderr)
        return NOTHING


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tellings",
        description="One event, every telling: explore how news articles tell one event.",
    )
    parser.add_argument("--version", action="version", version=f"tellings {versions.PROGRAM}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    annotate = _command(
        commands,
        "annotate",
        "make a corpus folder from articles",
        "python -m tellings annotate my-articles --out my-corpus",
    )
    annotate.add_argument(
        "sources", nargs="+", type=Path, metavar="SOURCE", help="a folder, .txt, .jsonl or .zip"
    )
    annotate.add_argument(
        "--out",
        type=_folder,
        required=True,
        metavar="DIR",
        help="the corpus folder to make or renew: new, empty or Tellings' own",
    )
    annotate.add_argument("--name", metavar="TITLE", help="what people call the corpus")
    annotate.add_argument(
        "--model", metavar="NAME", help="a spaCy model (default: the best that is installed)"
    )
    annotate.add_argument(
        "--workers", type=_positive, default=1, metavar="N", help="processes that annotate (default 1)"
    )
    annotate.add_argument("--fresh", action="store_true", help="annotate everything again")
    annotate.set_defaults(run=_annotate)
    resolve = _command(
        commands,
        "resolve",
        "resolve a corpus again across its articles, from its tables",
        "python -m tellings resolve my-corpus",
    )
    resolve.add_argument("corpus", type=_folder, metavar="DIR", help="the corpus folder to renew")
    resolve.add_argument("--only", metavar="NAME", help="one resolver, and those that need what it makes")
    resolve.set_defaults(run=_resolve)
    info = _command(
        commands,
        "info",
        "counts, versions and problems of a corpus",
        "python -m tellings info data/istanbul-2025-05-16",
    )
    info.add_argument("corpus", metavar="DIR", help="a corpus folder, or the name of a shipped one")
    info.add_argument("--json", action="store_true", help="print JSON")
    info.set_defaults(run=_info)
    export = _command(
        commands,
        "export",
        "take the place names of a corpus away as a file",
        "python -m tellings export data/istanbul-2025-05-16 --to geojson --out places.geojson",
    )
    export.add_argument("corpus", metavar="DIR", help="a corpus folder, or the name of a shipped one")
    export.add_argument(
        "--to",
        required=True,
        choices=("geojson", "lpf", "lp-tsv", "csv"),
        help="the format, see docs/export.md",
    )
    export.add_argument("--out", type=Path, required=True, metavar="PATH", help="the file to write")
    export.add_argument("--machine", action="store_true", help="without people's corrections")
    export.add_argument("--force", action="store_true", help="replace a file of that name")
    export.set_defaults(run=_export)
    evaluate = _command(
        commands,
        "evaluate",
        "precision, recall and F1 against a key",
        "python -m tellings evaluate entities tests/eval/key --corpus data/istanbul-2025-05-16",
    )
    evaluate.add_argument("what", choices=("entities", "quotations", "toponyms", "dates", "quantities"))
    evaluate.add_argument("gold", type=Path, metavar="GOLD", help="a key's folder, or a set as JSONL (.gz)")
    evaluate.add_argument(
        "--corpus", type=Path, metavar="DIR", help="the corpus to measure (else GOLD's texts)"
    )
    evaluate.add_argument("--corrected", action="store_true", help="with people's corrections applied")
    evaluate.add_argument("--json", action="store_true", help="print JSON")
    evaluate.add_argument(
        "--save", action="store_true", help="write data/evaluation.json, which the app shows"
    )
    evaluate.set_defaults(run=_evaluate)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str, example: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder, such as my-corpus")
    return Path(text)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give 1 or more")
    return number


def _annotate(options: argparse.Namespace) -> int:
    from tellings.build import pipeline

    with _Progress() as progress:
        report = pipeline.annotate(
            options.sources,
            options.out,
            title=options.name,
            model=options.model,
            workers=options.workers,
            fresh=options.fresh,
            progress=progress,
        )
    print(
        f"{report.path}: {several(report.n_documents, 'article')}, {report.n_annotated} of them annotated now."
    )
    _print_problems(report.problems.to_dict("records"))
    return DONE


def _resolve(options: argparse.Namespace) -> int:
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
    print(f"{options.corpus}: resolved.")
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


def _info(options: argparse.Namespace) -> int:
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
        print(f"{name.replace('_', ' '):{width}}  {shown}")
    for notice in filter(None, notices):
        print(notice)
    _print_problems(problems)
    for problem in damaged:
        print(f"corrections: {problem}")
    return DONE


def _export(options: argparse.Namespace) -> int:
    from tellings import exports

    if options.out.is_file() and not options.force:
        print(
            f"tellings: {options.out} is there already, and stays as it is; name another file, or add --force",
            file=sys.stderr,
        )
        return NOTHING
    with store.open(options.corpus, corrections=not options.machine) as corpus:
        content, n = exports.write(corpus, options.to)
    if not n:
        print("tellings: the corpus names no places; nothing is written", file=sys.stderr)
        return NOTHING
    fresh = not options.out.exists()
    try:
        options.out.write_bytes(content)
    except OSError:
        if fresh:
            options.out.unlink(missing_ok=True)
        raise
    print(f"{options.out}: {n:,} place names as {exports.FORMATS[options.to].title}.")
    return DONE


def _print_problems(problems: Sequence[dict[Any, Any]]) -> None:
    if problems:
        print(f"problems ({len(problems)}):")
    for problem in problems:
        print(f"  {problem['source']}: {problem['reason']} ({problem['action']})")


def _evaluate(options: argparse.Namespace) -> int:
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
