"""Copies of an article are named, once each; a story that another outlet edits or adds to is none."""

from __future__ import annotations

from tellings import schema
from tellings.resolution import copies
from tests.resolution.stories import tables_of

STORY = [
    "The river Gwash burst its banks at Oakham on Friday and 40 homes were flooded, the council said.",
    "“We have never seen it so high,” said council leader Ruth Pell.",
    "The Environment Agency warned of more rain on Saturday.",
    "Pell thanked the fire crews, who worked all night.",
]


def named(**articles: list[str]) -> list[tuple[str, str]]:
    frames = tables_of(articles) | {"problems": schema.empty("problems")}
    found = copies.named(frames)
    again = copies.named(frames | {"problems": found})
    assert again.equals(found)
    return [(row.doc_id, row.reason) for row in found.itertuples()]


def test_a_copy_is_named_with_what_it_is_a_copy_of() -> None:
    assert [
        (doc_id, reason.split(":")[0]) for doc_id, reason in named(echo=STORY, post=STORY, star=STORY)
    ] == [
        ("post", "it is a copy of echo"),
        ("star", "it is a copy of echo"),
    ]


def test_marks_accents_and_a_short_headline_make_no_other_article() -> None:
    other = [
        "Flood!",
        *(line.replace("“", '"').replace("”", '"').replace("Oakham", "Oak\u00adham") for line in STORY),
    ]
    assert [doc_id for doc_id, _ in named(a=STORY, b=other)] == ["b"]


def test_an_article_that_is_edited_or_added_to_is_no_copy() -> None:
    more = [*STORY, "The Star has opened an appeal for the families who lost their homes on Friday night."]
    edited = [
        STORY[0],
        STORY[1],
        "More rain is forecast for Saturday and Sunday.",
        "Fire crews worked through.",
    ]
    assert named(a=STORY, b=more, c=edited, d=["Nothing of it stands anywhere else in the town."] * 3) == []
