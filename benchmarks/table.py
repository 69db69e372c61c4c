"""The table of a run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measure: ours, the least there can be, the ratio of the two and what it should be."""

    what: str
    ours: float
    bare: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.bare

    @property
    def aim(self) -> str:
        return f"≤ {self.at_most}" if self.at_most is not None else f"≥ {self.at_least}"

    @property
    def reached(self) -> bool:
        over = self.at_most is not None and self.ratio > self.at_most
        return not over and not (self.at_least is not None and self.ratio < self.at_least)


def show(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| measure | Tellings | bare | ratio | aim | reached |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for row in rows:
        digits = 0 if row.ours > 100 else 2
        cells = f"{row.ours:,.{digits}f} {row.unit} | {row.bare:,.{digits}f} {row.unit} | {row.ratio:.2f}"
        lines.append(f"| {row.what} | {cells} | {row.aim} | {'yes' if row.reached else 'no'} |")
    return "\n".join(lines)
