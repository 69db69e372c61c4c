"""The command line: `python -m tellings look | annotate | resolve | info | export | project | import | evaluate`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tellings.cli import commands
from tellings.cli.commands import DONE, NOTHING, USAGE
from tellings.corpus.taught import COPIES, FIELDS
from tellings.errors import TellingsError, system_error
from tellings.folder import versions


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
        commands.say(f"tellings: {err}", sys.stderr)
        return NOTHING
    except BrokenPipeError:  # the reader of the output has what it wanted: `info corpus | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as err:
        commands.say(f"tellings: {system_error(err)}", sys.stderr)
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
    for name, command in _COMMANDS.items():
        one = commands_of.add_parser(
            name,
            help=command.summary,
            description=command.summary[0].upper() + command.summary[1:] + ".",
            epilog=f"example: python -m tellings {name} {command.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.set_defaults(run=command.run)
        for names, options in command.arguments:
            one.add_argument(*names, **options)
    return parser


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder, such as my-corpus")
    return Path(text)


def _address(text: str) -> str:
    return str(_folder(text)) if "://" not in text else text


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give 1 or more")
    return number


def _column(text: str) -> tuple[str, str]:
    field, equals, name = text.partition("=")
    if not equals or field.strip() not in FIELDS:
        raise argparse.ArgumentTypeError(
            f"{text!r} names no column; write FIELD=NAME, such as text=Inhalt; FIELD is one of {', '.join(FIELDS)}"
        )
    return field.strip(), name.strip()


_Argument = tuple[tuple[str, ...], dict[str, Any]]
"""The names of an argument, and what argparse is to know of it."""


class _Command(NamedTuple):
    """A command: what it does, in words and as a function, an example of its arguments, and which it takes."""

    summary: str
    example: str
    run: Callable[[argparse.Namespace], int]
    arguments: tuple[_Argument, ...]


def _takes(*names: str, **options: Any) -> _Argument:
    return names, options


_SOURCES = _takes(
    "sources", nargs="+", type=Path, metavar="SOURCE",
    help="a folder, an archive, a file of articles or an export of a newspaper database",
)  # fmt: skip
_CORPUS = _takes("corpus", metavar="DIR", help="a corpus folder, or the name of a shipped one")
_FORCE = _takes("--force", action="store_true", help="replace a file of that name")
_JSON = _takes("--json", action="store_true", help="print JSON")
_TAUGHT = (
    _takes(
        "--begins", action="append", metavar="LINE",
        help="in each file an article begins with a line like this one: a number stands for any, a date for any date, "
        "* for anything; may be given again for other files; a corpus keeps what this and the next options say",
    ),
    _takes(
        "--column", action="append", type=_column, metavar="FIELD=NAME",
        help=f"the column of a table that holds a field ({', '.join(FIELDS)}); may be given again",
    ),
    _takes(
        "--folders", action=argparse.BooleanOptionalAction,
        help="folders are outlets, where an article does not name its own",
    ),
    _takes(
        "--copies", choices=COPIES,
        help="what becomes of an article that says the same as one before it, or nearly (default keep)",
    ),
)  # fmt: skip
"""What is said of sources where no reader can know it; `annotate` keeps it with the corpus."""

_COMMANDS = {
    "look": _Command(
        "what would be read from articles, before anything runs", "my-articles", commands.look,
        (
            _SOURCES,
            _takes("--json", action="store_true", help="print one JSON object a line"),
            _takes(
                "--preview", action="store_true",
                help="with --json: the blocks of the first article, and tables' columns",
            ),
            _takes(
                "--into", type=Path, metavar="DIR",
                help="the corpus folder to which they are to be added: copies of its articles are named",
            ),
            *_TAUGHT,
        ),
    ),
    "annotate": _Command(
        "make a corpus folder from articles", "my-articles --out my-corpus", commands.annotate,
        (
            _takes(*_SOURCES[0], **{**_SOURCES[1], "type": str}),
            _takes(
                "--out", type=_address, required=True, metavar="DIR",
                help="the corpus folder to make or renew: new, empty or Tellings' own",
            ),
            _takes("--name", metavar="TITLE", help="what people call the corpus"),
            _takes("--model", metavar="NAME", help="a spaCy model (default: the best that is installed)"),
            _takes(
                "--workers", type=_positive, default=1, metavar="N", help="processes that annotate (default 1)"
            ),
            _takes(
                "--dask", metavar="ADDRESS",
                help="annotate on the Dask cluster with this scheduler; local makes one of the workers here",
            ),
            _takes("--fresh", action="store_true", help="annotate everything again"),
            *_TAUGHT,
        ),
    ),
    "resolve": _Command(
        "resolve a corpus again across its articles, from its tables", "my-corpus", commands.resolve,
        (
            _takes("corpus", type=_folder, metavar="DIR", help="the corpus folder to renew"),
            _takes("--only", metavar="NAME", help="one resolver, and those that need what it makes"),
        ),
    ),
    "info": _Command(
        "counts, versions and problems of a corpus", "data/istanbul-2025-05-16", commands.info, (_CORPUS, _JSON)
    ),
    "export": _Command(
        "take a corpus, or what a view shows of it, away in another format",
        "data/istanbul-2025-05-16 --to geojson --out places.geojson", commands.export,
        (
            _CORPUS,
            _takes(
                "--to", required=True, metavar="FORMAT",
                help="csv, tsv, xlsx, jsonl, parquet, frictionless: all tables; text, tei, conllu, iob, webannotation: "
                "the articles with what is marked in them; bibtex, ris, csl: the articles to be cited; gexf, graphml: "
                "who is named with whom; geojson, lpf, lp-tsv, places: the place names; report: views with the "
                "sentences behind them, as one HTML file; project: all, for another Tellings",
            ),
            _takes(
                "--view", action="append", default=[], metavar="QUERY",
                help="what a page's address asks behind its ?; of a report the address, and again for each view",
            ),
            _takes("--out", type=Path, required=True, metavar="PATH", help="the file to write"),
            _takes("--machine", action="store_true", help="without people's corrections"),
            _FORCE,
        ),
    ),
    "project": _Command(
        "write a corpus with its corrections as one file", "my-corpus --out my-corpus.tellings.zip", commands.project,
        (
            _CORPUS,
            _takes("--out", type=Path, metavar="FILE", help="the file to write (default: NAME.tellings.zip)"),
            _FORCE,
        ),
    ),
    "import": _Command(
        "make a corpus from a project file, among your own", "my-corpus.tellings.zip", commands.take_in,
        (_takes("file", type=Path, metavar="FILE", help="a project file"),),
    ),
    "evaluate": _Command(
        "precision, recall and F1 against a key", "entities tests/eval/key --corpus data/istanbul-2025-05-16",
        commands.evaluate,
        (
            _takes("what", choices=("entities", "quotations", "toponyms", "dates", "quantities")),
            _takes("gold", type=Path, metavar="GOLD", help="a key's folder, or a set as JSONL (.gz)"),
            _takes("--corpus", type=Path, metavar="DIR", help="the corpus to measure (else GOLD's texts)"),
            _takes("--corrected", action="store_true", help="with people's corrections applied"),
            _JSON,
            _takes("--save", action="store_true", help="write data/evaluation.json, which the app shows"),
        ),
    ),
}  # fmt: skip
"""The commands by their names, in the order in which they are told."""
