"""Ranks, speakers and names that articles give one person differently."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from tellings import schema
from tellings.resolution.offices import Judged
from tellings.resolution.told_otherwise import across, within
from tests.resolution.stories import tables_of

WHO = "person:ada-lindqvist"


def found(
    articles: Mapping[str, str], event: Mapping[str, int] | None = None
) -> list[tuple[list[str], str, str]]:
    """The answers, verdict and reason of each topic on the rank or the name of one person."""
    return [
        ([answer.text for answer in topic.answers], verdict, reason)
        for topic, _, verdict, reason in _judged(articles, event)
    ]


def questions(articles: Mapping[str, str]) -> list[str]:
    return [question for _, question, *_ in _judged(articles)]


def _judged(articles: Mapping[str, str], event: Mapping[str, int] | None = None) -> list[Judged]:
    tables = tables_of(
        {doc: [text] for doc, text in articles.items()},
        named={WHO: ["Ada Lindqvist", "Lindqvist"], "acme": ["Acme"], "bolt": ["Bolt"]},
    )
    mentions = tables["mentions"]
    mentions.loc[mentions["entity_id"] == WHO, "type"] = "person"
    tables["entities"] = pd.DataFrame({"entity_id": [WHO], "name": ["Ada Lindqvist"]})
    tables |= {name: schema.empty(name) for name in ("quotations", "quote_parts")}
    return [one for told in (within, across) for one in told(tables, event or dict.fromkeys(articles, 0))]


def conflicts(articles: Mapping[str, str]) -> list[str]:
    return [verdict for _, verdict, _ in found(articles) if verdict == "conflict"]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Captain Lindqvist spoke.", "Major Ada Lindqvist spoke.", "conflict"),
        ("Capt. Lindqvist spoke.", "The order of Captain Lindqvist came late.", "agree"),
        ("Lieutenant Colonel Lindqvist spoke.", "Lt. Col. Lindqvist spoke.", "agree"),
        ("Lt. Col. Lindqvist spoke.", "Colonel Lindqvist spoke.", "compatible"),
        ("Detective Sergeant Lindqvist spoke.", "Detective Lindqvist spoke.", "compatible"),
        ("Army General Lindqvist spoke.", "Colonel Lindqvist spoke.", "conflict"),
    ],
)
def test_ranks_are_at_odds_where_they_have_no_word_in_common(one: str, other: str, verdict: str) -> None:
    assert [given for _, given, _ in found({"a": one, "b": other})] == [verdict]


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("Captain Lindqvist spoke.", "Capt. Lindqvist spoke.", "What rank does Ada Lindqvist hold?"),
        (
            "President Ada Lindqvist spoke.",
            "President Lindqvist spoke.",
            "What post does Ada Lindqvist hold?",
        ),
        (
            "Ada Lindqvist, a spokeswoman, spoke.",
            "Mayor Ada Lindqvist spoke.",
            "What post does Ada Lindqvist hold?",
        ),
        (
            "Deputy Mayor Ada Lindqvist spoke.",
            "Deputy Mayor Lindqvist spoke.",
            "What post does Ada Lindqvist hold?",
        ),
        ("Striker Ada Lindqvist spoke.", "Ada Lindqvist, the goalkeeper, spoke.", "Who is Ada Lindqvist?"),
        ("Captain Lindqvist spoke.", "Ada Lindqvist, the mayor, spoke.", "Who is Ada Lindqvist?"),
        ("Lawyer Ada Lindqvist spoke.", "Ada Lindqvist, counsel, spoke.", "Who is Ada Lindqvist?"),
    ],
)
def test_a_post_is_asked_for_as_people_ask(one: str, other: str, asked: str) -> None:
    assert questions({"a": one, "b": other}) == [asked]


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        (
            "Chairwoman Ada Lindqvist spoke.",
            "Ada Lindqvist, the firm's chief executive, spoke.",
            ["conflict"],
        ),
        (
            "Transport Minister Ada Lindqvist spoke.",
            "Ada Lindqvist, the deputy minister, spoke.",
            ["conflict"],
        ),
        (
            "The goalkeeper, Ada Lindqvist, spoke.",
            "Ada Lindqvist, the head coach of Varna, spoke.",
            ["conflict"],
        ),
        ("Ada Lindqvist, the managing director, spoke.", "Its chief executive, Ada Lindqvist, spoke.", []),
        ("Chairwoman Ada Lindqvist spoke.", "Ada Lindqvist, the mayor of Varna, spoke.", []),
        ("Transport Secretary Ada Lindqvist spoke.", "Ada Lindqvist, the minister for roads, spoke.", []),
        ("Ada Lindqvist, the acting mayor of Varna, spoke.", "Deputy mayor Ada Lindqvist spoke.", []),
        ("Deputy Chief Ada Lindqvist spoke.", "Chief Ada Lindqvist spoke.", []),
        ("Deputy Governor Ada Lindqvist spoke.", "Governor Ada Lindqvist spoke.", ["conflict"]),
        ("The wife of the governor, Ada Lindqvist, spoke.", "Mayor Ada Lindqvist spoke.", []),
        ("Ada Lindqvist, a brother of the mayor, spoke.", "Governor Ada Lindqvist spoke.", []),
        ("The governor, Ada Lindqvist, spoke.", "Mayor Ada Lindqvist spoke.", ["conflict"]),
        ("Deputy Ms Ada Lindqvist spoke.", "Ms Ada Lindqvist spoke.", []),
        ("Joint Collector Ada Lindqvist spoke.", "Collector Ada Lindqvist spoke.", ["conflict"]),
        ("Deputy Collector Ada Lindqvist spoke.", "Assistant Collector Ada Lindqvist spoke.", ["conflict"]),
        ("Assistant Professor Ada Lindqvist spoke.", "Professor Ada Lindqvist spoke.", []),
        ("Ada Lindqvist of Varna, the deputy mayor, spoke.", "Mayor Ada Lindqvist spoke.", ["conflict"]),
        (
            "Ada Lindqvist, 51, the deputy mayor, spoke.",
            "The mayor, Dame Ada Lindqvist, spoke.",
            ["conflict"],
        ),
        (
            "Ada Lindqvist, president of the orchestra, spoke.",
            "Ada Lindqvist, the orchestra's general secretary, spoke.",
            ["conflict"],
        ),
        ("President Ada Lindqvist spoke.", "Ada Lindqvist, the party's general secretary, spoke.", []),
        (
            "Ada Lindqvist, the chief medical officer, spoke.",
            "Medical officer Ada Lindqvist spoke.",
            ["conflict"],
        ),
        ("Chief Superintendent Ada Lindqvist spoke.", "Superintendent Ada Lindqvist spoke.", ["conflict"]),
        ("Senior Inspector Ada Lindqvist spoke.", "Det Insp Ada Lindqvist spoke.", ["conflict"]),
        ("Det Chief Insp Ada Lindqvist spoke.", "Chief Inspector Ada Lindqvist spoke.", []),
        ("Chief Superintendent Ada Lindqvist spoke.", "Superintendent Lindqvist spoke.", []),
        (
            "Chief Superintendent Ada Lindqvist spoke. Later Superintendent Ada Lindqvist left.",
            "Superintendent Ada Lindqvist spoke.",
            [],
        ),
    ],
)
def test_posts_that_nobody_holds_at_once_are_at_odds(one: str, other: str, verdicts: list[str]) -> None:
    assert conflicts({"a": one, "b": other}) == verdicts


@pytest.mark.parametrize(
    "before", ["It went to the Captain. ", "They thanked the Admiral. ", "He had been a Colonel. "]
)
def test_a_rank_that_ends_a_sentence_is_nobody_s(before: str) -> None:
    assert found({"a": f"{before}Lindqvist spoke.", "b": "Major Lindqvist spoke."}) == []


@pytest.mark.parametrize(
    "post",
    [
        *(f"{word} mayor" for word in "former ex late then outgoing incoming future acting interim".split()),
        *("mayor designate", "ex-mayor", "mayor-elect", "Split union's former mayor"),
    ],
)
def test_a_post_that_is_not_held_now_is_none(post: str) -> None:
    told = {"a": f"Ada Lindqvist, the {post}, spoke.", "b": "Ada Lindqvist, the governor, spoke."}
    assert found(told) == []
    assert found({"a": f"The {post} Ada Lindqvist spoke.", "b": "Governor Ada Lindqvist spoke."}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Club secretary Ada Lindqvist spoke.", "Mayor Ada Lindqvist spoke."),
        ("Ada Lindqvist, the press secretary, spoke.", "Mayor Ada Lindqvist spoke."),
        ("Ada Lindqvist, the general secretary of the union, spoke.", "Mayor Ada Lindqvist spoke."),
        ("Film director Ada Lindqvist spoke.", "The goalkeeper, Ada Lindqvist, spoke."),
        ("Ada Lindqvist, the director, spoke.", "The head coach, Ada Lindqvist, spoke."),
        ("Prime Minister Ada Lindqvist spoke.", "Mayor Ada Lindqvist spoke."),
        ("The match commissioner, Ada Lindqvist, spoke.", "The chairwoman, Ada Lindqvist, spoke."),
        ("Ada Lindqvist, a beauty contest judge, spoke.", "Mayor Ada Lindqvist spoke."),
        ("Ada Lindqvist, the debate chair, spoke.", "The treasurer, Ada Lindqvist, spoke."),
        ("They told the mayor, Ada Lindqvist said.", "Governor Ada Lindqvist spoke."),
    ],
)
def test_a_post_is_told_by_its_whole_form_alone(one: str, other: str) -> None:
    assert conflicts({"a": one, "b": other}) == []


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("the chairwoman of Acme", "the chief executive of Bolt", []),
        ("the chairwoman of Acme", "the chief executive of Acme", ["conflict"]),
        ("Acme's chairwoman", "the treasurer of Bolt", []),
        ("Acme's chairwoman", "the deputy chairwoman of Bolt", []),
        ("Acme's chairwoman", "the club's deputy chairwoman", ["conflict"]),
        ("the chairwoman", "the head coach", []),
        ("Acme's chairwoman", "the treasurer of Acme", ["conflict"]),
        ("the council's treasurer", "the chairwoman of the choir", []),
        ("the council's treasurer", "the chairwoman of the council", ["conflict"]),
        ("the mayor of Acme", "the governor of the central bank", []),
        ("the union's president", "the union's general secretary", ["conflict"]),
        ("the president", "the general secretary", []),
    ],
)
def test_posts_of_two_bodies_are_not_at_odds(one: str, other: str, verdicts: list[str]) -> None:
    told = {"a": f"Ada Lindqvist, {one}, spoke.", "b": f"Ada Lindqvist, {other}, spoke."}
    assert conflicts(told) == verdicts


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The managing director, Ada Lindqvist, spoke.",
            "Chief executive Ada Lindqvist spoke.",
            (["managing director, Ada Lindqvist", "Chief executive Ada Lindqvist"], "agree"),
        ),
        (
            "Mayor Ada Lindqvist spoke.",
            "Ada Lindqvist, a nurse, spoke.",
            (["Mayor Ada Lindqvist", "Ada Lindqvist, a nurse"], "compatible"),
        ),
        (
            "Striker Ada Lindqvist scored.",
            "The striker, Ada Lindqvist, scored.",
            (["Striker Ada Lindqvist", "striker, Ada Lindqvist"], "agree"),
        ),
        (
            "Captain Ada Lindqvist spoke.",
            "Ada Lindqvist, a spokeswoman, spoke.",
            (["Captain Ada Lindqvist", "Ada Lindqvist, a spokeswoman"], "compatible"),
        ),
        ("Mayor Ada Lindqvist spoke.", "Ada Lindqvist spoke of the mayor.", None),
    ],
)
def test_what_somebody_is_is_told_with_the_name(
    one: str, other: str, told: tuple[list[str], str] | None
) -> None:
    assert [(texts, verdict) for texts, verdict, _ in found({"a": one, "b": other})] == [told] * bool(told)


@pytest.mark.parametrize("post", ["Attorney", "Consul", "Secretary", "Surgeon"])
def test_a_post_before_general_makes_no_officer(post: str) -> None:
    assert found({"a": f"{post} General Lindqvist spoke.", "b": f"{post} General Ada Lindqvist spoke."}) == []


def test_two_ranks_in_one_article_are_no_difference_from_another_that_has_one_of_them() -> None:
    promoted = "Captain Lindqvist led the search; on Friday they promoted her, and Major Lindqvist left."
    [(texts, verdict, _)] = found({"a": promoted, "b": "Major Lindqvist left."})
    assert (texts, verdict) == (
        ["Captain Lindqvist", "Major Lindqvist", "Major Lindqvist"],
        "compatible",
    )


def test_ranks_are_not_held_against_each_other_across_events() -> None:
    told = {"a": "Captain Lindqvist spoke.", "b": "Major Lindqvist spoke."}
    assert found(told, {"a": 0, "b": 1}) == []


@pytest.mark.parametrize(
    ("forms", "verdict"),
    [
        (("Ada Lindqvist", "Àda Lindqvist"), "agree"),
        (("Ada Lindqvist", "Ada Łindqvist"), "agree"),
        (("Ada Lindqvist", "Ada Lindqvist-Berg"), "compatible"),
        (("Ada Lindqvist", "Ada M. Lindqvist"), "compatible"),
        (("Ada Lindqvist", "ADA LINDQVIST"), None),
    ],
)
def test_a_name_in_other_letters_is_the_same(forms: tuple[str, str], verdict: str | None) -> None:
    row = {"entity_id": WHO, "type": "person", "form": "name", "sentence_id": "s", "start": 0, "end": 13}
    tables = {
        "mentions": pd.DataFrame(
            [{**row, "doc_id": doc, "text": form} for doc, form in zip("ab", forms, strict=True)]
        ),
        "entities": pd.DataFrame({"entity_id": [WHO], "name": ["Ada Lindqvist"]}),
        "quotations": schema.empty("quotations"),
        "quote_parts": schema.empty("quote_parts"),
        "documents": schema.empty("documents"),
    }
    asked = "How is the name Ada Lindqvist written?"
    expected = [(asked, verdict)] if verdict else []
    assert [(one, told) for _, one, told, _ in across(tables, {"a": 0, "b": 0})] == expected


@pytest.mark.parametrize(
    ("forms", "verdict"),
    [
        (("Democratic Alliance", "DA"), "compatible"),
        (("Musselburgh Football Club", "Musselburgh"), "compatible"),
        (("Università di Trento", "Universita di Trento"), "agree"),
        (("Garda", "GARDA"), None),
        (("Garda", "Garda"), None),
    ],
)
def test_a_body_is_called_as_each_article_first_names_it(forms: tuple[str, str], verdict: str | None) -> None:
    row = {
        "entity_id": "body",
        "type": "organisation",
        "form": "name",
        "sentence_id": "s",
        "start": 0,
        "end": 4,
    }
    later = {**row, "doc_id": "b", "text": "its name again", "start": 9, "end": 23}
    firsts = [{**row, "doc_id": doc, "text": form} for doc, form in zip("ab", forms, strict=True)]
    tables = {
        "mentions": pd.DataFrame([later, *firsts]),
        "entities": pd.DataFrame({"entity_id": ["body"], "name": ["The Body"]}),
        "quotations": schema.empty("quotations"),
        "quote_parts": schema.empty("quote_parts"),
        "documents": schema.empty("documents"),
    }
    topics = [*across(tables, {"a": 0, "b": 0})]
    asked = (
        "How is the name The Body written?" if verdict == "agree" else "What do the articles call The Body?"
    )
    assert [(one, told) for _, one, told, _ in topics] == ([(asked, verdict)] if verdict else [])
    assert all([answer.text for answer in topic.answers] == [*forms] for topic, *_ in topics)
