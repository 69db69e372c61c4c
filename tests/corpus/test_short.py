"""The short names of articles: a publisher, else the first telling words of a title, and no two the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings.corpus import short

TITLES = st.lists(st.tuples(st.text("ab “.…", max_size=60), st.none() | st.sampled_from(["AFP", "BBC"])))


def test_an_article_is_called_by_its_publisher_where_that_has_no_other() -> None:
    assert short.names(["Port shut", "Port open again", "Strike ends"], ["AFP", "BBC", "AFP"]) == [
        "AFP, “Port shut”", "BBC", "AFP, “Strike ends”"
    ]  # fmt: skip


def test_of_unknown_publisher_it_is_called_by_as_few_words_as_tell_it_from_others() -> None:
    titles = [
        "The mayor of Port Elm opens a third bridge over the bay",
        "The mayor of Port Elm closes a third bridge over the bay",
        "Ferries leave the northern quay an hour late",
    ]
    assert short.names(titles, [None] * 3) == [
        "“Mayor of Port Elm opens …”", "“Mayor of Port Elm closes …”", "“Ferries leave the northern …”"
    ]  # fmt: skip


def test_articles_of_one_title_are_numbered() -> None:
    assert short.names(["Port shut"] * 3, [None] * 3) == ["“Port shut”", "“Port shut” (2)", "“Port shut” (3)"]


def test_what_people_say_wins_over_what_another_is_called() -> None:
    assert short.given(["a", "b", "c"], ["AFP", "BBC", "“Strike”"], {"c": "afp"}) == ["AFP (2)", "BBC", "afp"]


@given(TITLES)
def test_no_two_articles_bear_one_name(some: list[tuple[str, str | None]]) -> None:
    found = short.names([title for title, _ in some], [publisher for _, publisher in some])
    assert len({name.casefold() for name in found}) == len(some)
    assert all(len(name) < 80 for name in found)
