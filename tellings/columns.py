"""What a table is made of: columns, each of a type that Arrow, pandas, SQL and Frictionless know by their own names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow as pa


class Type(NamedTuple):
    """A type by its name in Arrow, pandas, SQL (DuckDB) and Frictionless.

    Attributes:
        nothing: what stands where nothing is known in a column that has no nulls.
    """

    arrow: pa.DataType
    pandas: str
    sql: str
    frictionless: str
    nothing: Any


TYPES = {
    "string": Type(pa.string(), "str", "VARCHAR", "string", ""),
    "int": Type(pa.int64(), "int64", "BIGINT", "integer", 0),
    "float": Type(pa.float64(), "float64", "DOUBLE", "number", float("nan")),
    "bool": Type(pa.bool_(), "bool", "BOOLEAN", "boolean", False),
    "date": Type(pa.date32(), "object", "DATE", "date", None),
}
"""The types of columns, by the names that the schema gives them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type (a name in :data:`TYPES`), may it be null, and which values it may hold."""

    name: str
    type: str
    nullable: bool
    values: tuple[str, ...] = ()

    @property
    def known_as(self) -> Type:
        """Its type, as others know it."""
        return TYPES[self.type]

    @property
    def nothing(self) -> Any:
        """What stands in it where nothing is known."""
        return None if self.nullable else self.known_as.nothing


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, its key, the order of its rows and what a row is."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """The column of that name; there must be one."""
        return self.columns[self.names.index(name)]

    def arrow(self) -> pa.Schema:
        """The table as an Arrow schema."""
        return pa.schema([pa.field(c.name, c.known_as.arrow, nullable=c.nullable) for c in self.columns])

    def frictionless(self) -> dict[str, object]:
        """The table as a Frictionless Table Schema."""
        fields = []
        for column in self.columns:
            constraints: dict[str, object] = {"required": not column.nullable}
            if column.values:
                constraints["enum"] = list(column.values)
            fields.append(
                {"name": column.name, "type": column.known_as.frictionless, "constraints": constraints}
            )
        described: dict[str, object] = {"fields": fields}
        if self.key:
            described["primaryKey"] = list(self.key)
        return described
