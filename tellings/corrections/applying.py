"""The people's layer over the machine's: one function for every table, chart and export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import pandas as pd

from tellings.corrections import names, places, speech, topics, words
from tellings.corrections.changed import Changes, changes, no_changes, together
from tellings.corrections.lines import Correction
from tellings.corrections.relocating import GoneError
from tellings.corrections.state import Effect, State
from tellings.corrections.targets import Span
from tellings.corrections.undo import Standing, standing
from tellings.corrections.writing import write

NEEDS = tuple(
    "mentions entities variants quotations quote_parts quote_speakers toponyms sentences blocks documents "
    "discrepancies".split()
)
"""The tables that :func:`apply` may read; `documents` only where a span is not found exactly or gets new boundaries,
or an article another short name, `discrepancies` where a line speaks of a question.
"""

IN_FORCE, UNDONE, GONE, NO_EFFECT = "in force", "undone", "target gone", "no effect"

COLUMNS = tuple(
    "id at action target before after state reason n_mentions n_quotations n_documents why".split()
)

_ACTS: dict[str, Callable[[State, Correction], Effect]] = {
    "merge": names.merge,
    "split": names.split,
    "rename": names.rename,
    "retype": names.retype,
    "reject": names.reject,
    "accept": names.accept,
    "relink": names.relink,
    "attribute": speech.attribute,
    "rekind": speech.rekind,
    "respan": speech.respan,
    "relocate": places.relocate,
    "shorten": names.shorten,
    "confirm": topics.confirm,
    "dismiss": topics.dismiss,
    "retitle": topics.retitle,
    "verdict": topics.verdict,
    "join": topics.join,
    "part": topics.part,
}


class Tables(Mapping[str, pd.DataFrame]):
    """Tables that are read when they are asked for, once.

    Args:
        read: gives a table by its name.
    """

    def __init__(self, read: Callable[[str], pd.DataFrame]) -> None:
        self._read = cache(read)

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._read(name)

    def __iter__(self) -> Iterator[str]:
        return iter(NEEDS)

    def __len__(self) -> int:
        return len(NEEDS)


@dataclass(frozen=True)
class Applied:
    """What the corrections changed.

    Attributes:
        tables: the changed tables, as the schema says.
        status: one row a line, in the order of the log: `id, at, action, target, before, after` (in words), `state`
            (`in force`, `undone`, `target gone`, `no effect`), `reason` where it is not in force, `n_mentions,
            n_quotations, n_documents` that it changed, `why`.
        changes: what each line in force changed, as many as `status` says, in the form in which it is kept.
        successors: ids of entities that are not there any more, and those that a URL should lead to instead.
        entities: the ids of all entities that the lines named or moved.
    """

    tables: dict[str, pd.DataFrame]
    status: pd.DataFrame
    changes: Changes
    successors: dict[str, str] = field(default_factory=dict)
    entities: frozenset[str] = frozenset()
    _pass: list[_Pass] = field(default_factory=list, repr=False, compare=False)

    @cached_property
    def changed(self) -> pd.DataFrame:
        """The mentions and quotations that each line changed: `correction_id, what` (`mention`, `quotation`), `id,
        doc_id, sentence_id, start, end, text`.
        """
        return self.changes.frame()


class _Pass:
    """Lines applied one after the other, and what became of each."""

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        self.state = State(tables)
        self.stand: list[Standing] = []
        self.status: list[dict[str, object]] = []
        self.effects: dict[str, Effect] = {}

    def goes_on(self, stand: Sequence[Standing]) -> bool:
        """Do these lines begin with those that were applied, each standing as it did and naming what was there?"""
        return self.stand == stand[: len(self.stand)] and all(one.speaks_of for one in self.stand)

    def do(self, stand: Sequence[Standing], lines: Mapping[str, Correction]) -> bool:
        """Apply the lines that were not applied yet; false where those that were could not know of these."""
        state, first = self.state, len(self.stand)
        if not state.expect([one.line for one in stand[first:]]):
            return False
        for number, one in enumerate(stand[first:], start=first):
            row = _row(one, lines)
            if one.in_force and one.line.action in _ACTS:
                state.number = number
                row |= _done(state, one.line, self.effects)
            elif one.line.action == "respan":
                _remember(state, one.line)
            self.status.append(row)
        self.stand = list(stand)
        return True


def apply(
    tables: Mapping[str, pd.DataFrame], lines: Sequence[Correction], *, before: Applied | None = None
) -> Applied:
    """Apply corrections to the machine's tables.

    Args:
        tables: the machine's, by name (`NEEDS`); they are left as they are. A mapping that reads a table when it is
            asked for saves reading those that these lines do not need.
        lines: the log, undone lines and all; what stands later wins.
        before: what was applied to the same tables before. Where the log only grew since, its new lines are applied to
            what the others left, which is taken from it: the next time, only the answer to this call can be gone on
            from. It makes no difference to the answer.

    Returns:
        The changed tables, what became of each line, and where the ids of merged entities lead.
    """
    stand = standing(lines)
    by_id = {one.line.id: one.line for one in stand}
    if not any(one.in_force and one.line.action in _ACTS for one in stand):
        return Applied({}, _status([_row(one, by_id) for one in stand]), no_changes())
    run = _taken(before)
    if run is None or not run.goes_on(stand) or not run.do(stand, by_id):
        run = _Pass(tables)
        run.do(stand, by_id)
    state, written = run.state, write(run.state)
    successors = _successors(state, written.get("entities"))
    return Applied(
        written,
        _status(run.status),
        changes(state, run.effects),
        successors=successors,
        entities=state.reached(),
        _pass=[run],
    )


def joined(parts: Sequence[Applied], order: Sequence[str]) -> Applied:
    """What was applied in parts that have nothing to do with each other, as one, without tables.

    Args:
        parts: what came of each part of a log.
        order: the ids of all lines, in the order of the log.
    """
    status = pd.concat([_status([]), *(one.status for one in parts)]).set_index("id")
    return Applied(
        {},
        status.loc[list(order)].reset_index(),
        together([one.changes for one in parts]),
        successors={old: new for one in parts for old, new in one.successors.items()},
        entities=frozenset[str]().union(*(one.entities for one in parts)),
    )


def _taken(before: Applied | None) -> _Pass | None:
    """The pass of an answer, which it has no more: two cannot go on from one."""
    try:
        return before._pass.pop() if before else None
    except IndexError:
        return None


def _done(state: State, line: Correction, effects: dict[str, Effect]) -> dict[str, object]:
    try:
        effect = _ACTS[line.action](state, line)
    except GoneError as gone:
        return {"state": GONE, "reason": str(gone)}
    if not effect.changed:
        return {"state": NO_EFFECT, "reason": effect.reason}
    if isinstance(line.target, Span) and line.action == "respan":
        _remember(state, line)
    effects[line.id] = effect
    said = {"before": effect.before} | ({"after": effect.after} if effect.after else {})
    return said | {
        "n_mentions": len(effect.mentions),
        "n_quotations": len(effect.quotations),
        "n_documents": effect.articles or state.n_documents(effect.mentions, effect.quotations),
    }


def _remember(state: State, line: Correction) -> None:
    """Later lines may speak of a quotation by the boundaries that this one gives it, or gave it until undone."""
    if not isinstance(line.target, Span) or not isinstance(line.value, tuple):
        return
    row = state.find_quotation.near(line.target)
    text = state.articles.text(line.target.doc_id) or ""
    start, end = line.value[0].start, line.value[-1].end
    if row is not None and text[start:end]:
        state.find_quotation.also(Span(line.target.doc_id, start, end, text[start:end]), row)


def _row(one: Standing, by_id: Mapping[str, Correction]) -> dict[str, object]:
    line = one.line
    row: dict[str, object] = {
        "id": line.id,
        "at": line.at,
        "action": line.action,
        "target": words.target(line, by_id),
        "before": "",
        "after": words.value(line),
    }
    row |= {
        "state": IN_FORCE if one.in_force else UNDONE,
        "reason": "" if one.in_force else f"undone by {one.by}",
    }
    if one.in_force and not one.speaks_of:
        row |= {"state": GONE, "reason": f"there is no line {line.target} before it"}
    return row | {"n_mentions": 0, "n_quotations": 0, "n_documents": 0, "why": line.why}


def _status(rows: list[dict[str, object]]) -> pd.DataFrame:
    kinds = {name: "int64" if name.startswith("n_") else "str" for name in COLUMNS}
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(kinds)


def _successors(state: State, entities: pd.DataFrame | None) -> dict[str, str]:
    """Where ids that are gone lead; nowhere, where what they became stands nowhere any more."""
    leads = {old: state.book.current(old) for old in state.book.successors}
    known = state.book if entities is None else set(entities["entity_id"])
    return {old: new for old, new in leads.items() if new in known}
