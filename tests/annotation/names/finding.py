"""The names of an article, as tests tell them."""

from __future__ import annotations

from tellings.annotation.article import Article
from tellings.annotation.names.finding import find_names
from tellings.resources import gazetteer


def found(article: Article, places: gazetteer.Gazetteer) -> list[tuple[str, str]]:
    return [(name.text, name.type) for name in find_names(article, places)]
