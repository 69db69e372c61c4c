"""Copies of an article are named, once each; a story that another outlet edits or adds to is none."""

from __future__ import annotations

from tellings.corpus.copies import with_copies
from tellings.corpus.documents import Document, Problem

STORY = [
    "The river Gwash burst its banks at Oakham on Friday and 40 homes were flooded, the council said.",
    "“We have never seen it so high,” said council leader Ruth Pell.",
    "The Environment Agency warned of more rain on Saturday.",
    "Pell thanked the fire crews, who worked all night.",
]


def copies(**articles: list[str]) -> dict[str, str | None]:
    found = list(with_copies(Document(name, "\n\n".join(said), name, "") for name, said in articles.items()))
    named = {d.doc_id: d.copy_of for d in found if isinstance(d, Document) and d.copy_of}
    assert [p.doc_id for p in found if isinstance(p, Problem)] == list(named)
    return named


def test_a_copy_is_named_with_what_it_is_a_copy_of() -> None:
    assert copies(echo=STORY, post=STORY, star=STORY) == {"post": "echo", "star": "echo"}


def test_marks_accents_and_a_short_headline_make_no_other_article() -> None:
    swapped = [line.replace("“", '"').replace("”", '"').replace("Oakham", "Oak\u00adham") for line in STORY]
    assert copies(a=STORY, b=["Flood!", *swapped]) == {"b": "a"}


def test_an_article_that_is_edited_or_added_to_is_no_copy() -> None:
    more = [
        *STORY,
        "The Star has opened an appeal for the families who lost their homes on Friday night.",
        "Readers gave 3,000 pounds on the first day.",
    ]
    edited = [
        STORY[0],
        STORY[1],
        "More rain is forecast for Saturday and Sunday.",
        "Fire crews worked through.",
    ]
    assert copies(a=STORY, b=more, c=edited, d=["Nothing of it stands anywhere else in the town."] * 3) == {}


def test_a_short_story_with_a_headline_and_a_line_more_is_no_copy() -> None:
    assert copies(a=STORY[:3], b=["Oakham under water", *STORY[:3], "The Star has opened an appeal."]) == {}


def test_short_articles_that_differ_in_a_word_are_copies_whichever_word_it_is() -> None:
    told = {f"a{n}": [*STORY, f"It was flood number {n}."] for n in range(9)}
    assert copies(**told) == {f"a{n}": "a0" for n in range(1, 9)}


def test_copies_can_be_left_out() -> None:
    articles = [Document(name, "\n\n".join(STORY), f"{name}.txt", "") for name in ("echo", "post")]
    kept, problem = with_copies(articles, "drop")
    assert kept == articles[0]
    assert problem == Problem("post.txt", "it says the same as echo", "left out", stage="compare")
