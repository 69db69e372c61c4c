"""The command line: `python -m tellings look | annotate | resolve | info | export | project | import | evaluate`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tellings.cli import commands
from tellings.cli.commands import DONE, NOTHING, USAGE
from tellings.errors import TellingsError, system_error
from tellings.folder import versions

_SOURCE = "a folder, an archive, a file of articles or an export of a newspaper database"


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
    commands_of = parser.add_subparsers(dest="command", metavar="COMMAND")
    look = _command(
        commands_of,
        "look",
        "what would be read from articles, before anything runs",
        "python -m tellings look my-articles",
    )
    look.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help=_SOURCE)
    look.add_argument("--json", action="store_true", help="print one JSON object a line")
    look.set_defaults(run=commands.look)
    annotate = _command(
        commands_of,
        "annotate",
        "make a corpus folder from articles",
        "python -m tellings annotate my-articles --out my-corpus",
    )
    annotate.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help=_SOURCE)
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
    annotate.set_defaults(run=commands.annotate)
    resolve = _command(
        commands_of,
        "resolve",
        "resolve a corpus again across its articles, from its tables",
        "python -m tellings resolve my-corpus",
    )
    resolve.add_argument("corpus", type=_folder, metavar="DIR", help="the corpus folder to renew")
    resolve.add_argument("--only", metavar="NAME", help="one resolver, and those that need what it makes")
    resolve.set_defaults(run=commands.resolve)
    info = _command(
        commands_of,
        "info",
        "counts, versions and problems of a corpus",
        "python -m tellings info data/istanbul-2025-05-16",
    )
    info.add_argument("corpus", metavar="DIR", help="a corpus folder, or the name of a shipped one")
    info.add_argument("--json", action="store_true", help="print JSON")
    info.set_defaults(run=commands.info)
    export = _command(
        commands_of,
        "export",
        "take a corpus, or what a view shows of it, away in another format",
        "python -m tellings export data/istanbul-2025-05-16 --to geojson --out places.geojson",
    )
    export.add_argument("corpus", metavar="DIR", help="a corpus folder, or the name of a shipped one")
    export.add_argument(
        "--to",
        required=True,
        metavar="FORMAT",
        help="csv, tsv, xlsx, jsonl, parquet, frictionless: all tables; text, tei, conllu, iob, webannotation: the "
        "articles with what is marked in them; bibtex, ris, csl: the articles to be cited; gexf, graphml: who is named "
        "with whom; geojson, lpf, lp-tsv, places: the place names; project: all, for another Tellings",
    )
    export.add_argument("--view", default="", metavar="QUERY", help="what a page's address asks behind its ?")
    export.add_argument("--out", type=Path, required=True, metavar="PATH", help="the file to write")
    export.add_argument("--machine", action="store_true", help="without people's corrections")
    export.add_argument("--force", action="store_true", help="replace a file of that name")
    export.set_defaults(run=commands.export)
    project = _command(
        commands_of,
        "project",
        "write a corpus with its corrections as one file",
        "python -m tellings project my-corpus --out my-corpus.tellings.zip",
    )
    project.add_argument("corpus", metavar="DIR", help="a corpus folder, or the name of a shipped one")
    project.add_argument(
        "--out", type=Path, metavar="FILE", help="the file to write (default: NAME.tellings.zip)"
    )
    project.add_argument("--force", action="store_true", help="replace a file of that name")
    project.set_defaults(run=commands.project)
    take_in = _command(
        commands_of,
        "import",
        "make a corpus from a project file, among your own",
        "python -m tellings import my-corpus.tellings.zip",
    )
    take_in.add_argument("file", type=Path, metavar="FILE", help="a project file")
    take_in.set_defaults(run=commands.take_in)
    evaluate = _command(
        commands_of,
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
    evaluate.set_defaults(run=commands.evaluate)
    return parser


def _command(
    commands_of: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str, example: str
) -> argparse.ArgumentParser:
    return commands_of.add_parser(
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
