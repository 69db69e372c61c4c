"""The list of resolvers: its order, and that each makes what it says."""

from __future__ import annotations

from tellings import schema
from tellings.folder import parts
from tellings.resolution.resolvers import RESOLVERS


def test_every_resolver_comes_after_what_it_needs() -> None:
    known = {*parts.ANNOTATED, "overruled"}
    for resolver in RESOLVERS:
        assert set(resolver.needs) <= known, resolver.name
        known.update(resolver.makes)


def test_every_resolver_makes_the_tables_that_it_says() -> None:
    tables = {name: schema.empty(name) for name in schema.TABLES}
    for resolver in RESOLVERS:
        made = resolver.run({name: tables[name] for name in resolver.needs})
        assert tuple(made) == resolver.makes
        tables |= made
