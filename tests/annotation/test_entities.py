"""Chains: which names of an article name the same thing."""

from __future__ import annotations

import pytest

from tellings.annotation.entities import mentions
from tellings.annotation.names.finding import Name
from tellings.annotation.places.toponyms import Toponym
from tests.annotation.made import made


def chains(text: str, **kinds: str) -> dict[str, str | None]:
    """The chain of each printed form, for names given by type as "form|form"."""
    article = made(text)
    names = []
    for kind, forms in kinds.items():
        for form in forms.split("|"):
            at = text.find(form)
            while at >= 0:
                names.append(Name(at, at + len(form), form, kind, "model, model", 0.9))
                at = text.find(form, at + len(form))
    names.sort(key=lambda name: (name.start, -name.end))
    apart = [n for i, n in enumerate(names) if not i or n.start >= max(m.end for m in names[:i])]
    return {m.text: m.chain for m in mentions(article, apart, [])}


def test_last_name_goes_to_the_full_name() -> None:
    found = chains("Ana Kovac came. Kovac spoke. Ana left.", person="Ana Kovac|Kovac|Ana")
    assert set(found.values()) == {"person:ana-kovac"}


def test_last_name_of_two_stays_apart() -> None:
    found = chains(
        "Serena Tarlow beat Venus Tarlow. Tarlow wept, Venus not.",
        person="Serena Tarlow|Venus Tarlow|Tarlow|Venus",
    )
    assert found["Serena Tarlow"] != found["Venus Tarlow"]
    assert found["Tarlow"] not in (found["Serena Tarlow"], found["Venus Tarlow"])
    assert found["Venus"] == found["Venus Tarlow"]


def test_a_last_name_alone_is_not_the_relatives() -> None:
    found = chains(
        "Ivo Tarlow came. Tarlow's wife, Ana, stayed. It was late, Ana Tarlow said, but Tarlow went on.",
        person="Ivo Tarlow|Ana Tarlow|Tarlow|Ana",
    )
    assert found["Tarlow"] == found["Ivo Tarlow"] != found["Ana Tarlow"] == found["Ana"]


def test_an_initial_tells_two_persons_apart() -> None:
    found = chains("Ana W. Cole met Ana H. Cole.", person="Ana W. Cole|Ana H. Cole")
    assert found["Ana W. Cole"] != found["Ana H. Cole"]


@pytest.mark.parametrize(
    ("text", "forms", "same"),
    [
        ("Leo B. Marsh spoke. Leo Marsh left.", "Leo B. Marsh|Leo Marsh", True),
        ("Leo J. Marsh Jr. spoke. Leo Marsh left.", "Leo J. Marsh Jr.|Leo Marsh", True),
        ("Ana S. Cole III spoke. Ana Cole left.", "Ana S. Cole III|Ana Cole", True),
        ("Leo Marsh Jr. met Leo Marsh.", "Leo Marsh Jr.|Leo Marsh", False),
        ("Leo B. Marsh met Leo Marsh Jr. again.", "Leo B. Marsh|Leo Marsh Jr.", False),
    ],
)
def test_an_initial_more_is_the_same_person_and_a_suffix_more_the_child(
    text: str, forms: str, same: bool
) -> None:
    found = chains(text, person=forms)
    assert (len(set(found.values())) == 1) is same


def test_a_last_name_printed_before_the_child_is_somebody_elses() -> None:
    found = chains("Marsh won. Leo Marsh Jr. was glad. Marsh left.", person="Leo Marsh Jr.|Marsh")
    assert found["Marsh"] != found["Leo Marsh Jr."]
    found = chains("Marsh Dies\n\nLeo Marsh Jr. was shot. Marsh died.", person="Leo Marsh Jr.|Marsh")
    assert found["Marsh"] == found["Leo Marsh Jr."]
    found = chains("Leo Marsh Jr. was shot. Marsh lived.", person="Leo Marsh Jr.|Marsh")
    assert found["Marsh"] == found["Leo Marsh Jr."]
    found = chains("Leo Marsh met his son Leo Marsh Jr. Marsh left.", person="Leo Marsh Jr.|Leo Marsh|Marsh")
    assert found["Marsh"] == found["Leo Marsh"]


def test_two_kims_are_two() -> None:
    found = chains("Kim Jong Un met Kim Yong-hyun. Kim smiled.", person="Kim Jong Un|Kim Yong-hyun|Kim")
    assert len(set(found.values())) == 3


def test_spelling_and_diacritics() -> None:
    found = chains("Volodymyr Zelenskyy spoke. Zelensky left. Bjørn Müller and Bjorn Muller.",
                   person="Volodymyr Zelenskyy|Zelensky|Bjørn Müller|Bjorn Muller")  # fmt: skip
    assert found["Zelensky"] == found["Volodymyr Zelenskyy"]
    assert found["Bjørn Müller"] == found["Bjorn Muller"]


def test_short_given_name() -> None:
    found = chains("Robert Gates spoke. Bob Gates left.", person="Robert Gates|Bob Gates")
    assert len(set(found.values())) == 1


def test_bodies_by_acronym_form_and_bracket() -> None:
    text = "Ford Motor Co. and Ford. Foro del Comercio (WXC). WXC fell. World Trade Forum (WTF)."
    found = chains(text, organisation="Ford Motor Co.|Ford|World Trade Forum|Foro del Comercio|WXC|WTF")
    assert found["Ford"] == found["Ford Motor Co."]
    assert found["WTF"] == found["World Trade Forum"]
    assert found["WXC"] == found["Foro del Comercio"]


def test_letters_may_stand_before_the_bracket_or_be_said_to_be_letters() -> None:
    text = "WXC (Foro del Comercio) met the Liga del Norte, known as the LXN, and CNN (Bo Lund). LXN fell."
    found = chains(text, organisation="Foro del Comercio|WXC|Liga del Norte|LXN|CNN", person="Bo Lund")
    assert found["WXC"] == found["Foro del Comercio"]
    assert found["LXN"] == found["Liga del Norte"]
    assert found["CNN"] != found["Bo Lund"]


def test_congress_is_the_one_that_is_named_with_its_state() -> None:
    found = chains("The U.S. Congress met. Congress rose.", organisation="U.S. Congress|Congress")
    assert len(set(found.values())) == 1
    found = chains("The U.S. Congress met the Irish Congress. Congress rose.",
                   organisation="U.S. Congress|Irish Congress|Congress")  # fmt: skip
    assert len(set(found.values())) == 3


def test_a_firm_goes_by_its_first_word_before_its_trade_or_partner() -> None:
    found = chains("Nordvik Shipping ASA rose. Nordvik fell. Morgan Stanley and Morgan.",
                   organisation="Nordvik Shipping ASA|Nordvik|Morgan Stanley|Morgan")  # fmt: skip
    assert found["Nordvik"] == found["Nordvik Shipping ASA"]
    assert found["Morgan"] == found["Morgan Stanley"]
    found = chains("Nature Astronomy and Nature.", organisation="Nature Astronomy|Nature")
    assert found["Nature"] != found["Nature Astronomy"]


@pytest.mark.parametrize(
    ("full", "short", "one"),
    [
        ("Holmvik Tractors", "Holmvik", True),
        ("Holmvik Implements Ltd", "Holmvik", True),
        ("Holmvik & Sons", "Holmvik", True),
        ("Holmvik Brothers plc", "Holmvik", True),
        ("Holmvik Bakeries", "Holmvik", True),
        ("Holmvik Furniture Group", "Holmvik", True),
        ("Holmvik Foundation", "Holmvik", False),
        ("Holmvik Festival", "Holmvik", False),
        ("Holmvik and Vostra", "Holmvik", False),
        ("Holmvik City Council", "Holmvik", False),
    ],
)
def test_the_short_name_of_a_maker(full: str, short: str, one: bool) -> None:
    found = chains(f"{full} rose. {short} fell.", organisation=f"{full}|{short}")
    assert (found[full] == found[short]) == one


@pytest.mark.parametrize(
    ("full", "other", "one"),
    [
        ("Ministry of Health", "Health Ministry", True),
        ("Department of Justice", "Justice Department", True),
        ("High Court of Marvik", "Marvik High Court", True),
        ("High Court at Marvik", "Marvik High Court", True),
        ("Court of Appeal", "Appeal Court", True),
        ("Supreme Court of the Netherlands", "Netherlands Supreme Court", True),
        ("Court of Appeal at Lagos", "Lagos Court of Appeal", True),
        ("Marvik City Council", "Marvik Council", True),
        ("Marvik District Hospital", "Marvik Hospital", True),
        ("Marvik United", "United", True),
        ("Holm Rovers", "Rovers", True),
        ("Marvik State University", "Marvik University", False),
        ("Marvik City Council", "Marvik City Hospital", False),
        ("Marvik United", "City", False),
        ("Ministry of Health", "Finance Ministry", False),
        ("University of Washington", "Washington University", False),
        ("Council of State", "State Council", False),
        ("Texas Department of Public Safety", "Texas DPS", True),
        ("Marvik Police Department", "Marvik PD", True),
        ("Air New Zealand", "Air NZ", True),
        ("Texas Department of Public Safety", "Utah DPS", False),
        ("Marvik Police Department", "Marvik FD", False),
        ("Vostra Pharmaceuticals", "Vostra Pharma", True),
        ("Holmvik Brothers", "Holmvik Bros", True),
        ("Vostra Pharmaceuticals", "Vostra Foods", False),
    ],
)
def test_bodies_of_two_names(full: str, other: str, one: bool) -> None:
    found = chains(f"{full} rose. {other} fell.", organisation=f"{full}|{other}")
    assert (found[full] == found[other]) == one


def test_a_court_in_two_orders_of_words_is_one_by_its_short_name() -> None:
    found = chains(
        "The High Court of Marvik ruled. The Marvik High Court rose. The High Court said no.",
        organisation="High Court of Marvik|Marvik High Court|High Court",
    )
    assert len(set(found.values())) == 1
    found = chains(
        "Marvik United met Elm United. United rose.", organisation="Marvik United|Elm United|United"
    )
    assert len(set(found.values())) == 3


def test_a_paper_goes_by_its_last_word_where_one_is_named() -> None:
    found = chains(
        "The Wall Street Journal said so. The Journal erred.", organisation="Wall Street Journal|Journal"
    )
    assert len(set(found.values())) == 1
    found = chains(
        "The Elm Times and the Irish Times. The Times erred.", organisation="Elm Times|Irish Times|Times"
    )
    assert len(set(found.values())) == 3


def test_a_ship_goes_by_its_last_word() -> None:
    found = chains(
        "HMS Dauntless sailed. Dauntless sank. Deep Dauntless rose.", product="HMS Dauntless|Dauntless"
    )
    assert len(set(found.values())) == 1


def test_person_is_not_what_bears_the_name() -> None:
    found = chains(
        "Elon Tesla founded Tesla Inc. in Tesla City.",
        person="Elon Tesla",
        organisation="Tesla Inc.",
        city="Tesla City",
    )
    assert len(set(found.values())) == 3


def test_two_letters_are_not_any_two_words() -> None:
    found = chains("US scientists of the University of Sheffield.", organisation="University of Sheffield|US")
    assert found["US"] != found["University of Sheffield"]


def test_a_placed_name_has_its_place() -> None:
    article = made("Kyiv said so.")
    name = Name(0, 4, "Kyiv", "city", "model, gazetteer", 1.0)
    place = Toponym(
        0, 4, "Kyiv", "gn:703448", "Kyiv", "city", "UA", "UA-30", 50.4, 30.5, "metonymic", None, "x", 1.0
    )
    (found,) = mentions(article, [name], [place])
    assert (found.chain, found.type, found.form) == ("gn:703448", "city", "name")


def test_demonym_is_a_form() -> None:
    article = made("Ukrainian demands.")
    place = Toponym(
        0, 9, "Ukrainian", "gn:690791", "Ukraine", "country", "UA", None, 49, 32, "demonym", None, "x", 1.0
    )
    (found,) = mentions(article, [Name(0, 9, "Ukrainian", "demonym", "model, model", 1.0)], [place])
    assert (found.chain, found.type, found.form) == ("gn:690791", "country", "demonym")


def test_every_mention_says_why() -> None:
    article = made("Ana Kovac came. Kovac spoke.")
    names = [
        Name(0, 9, "Ana Kovac", "person", "model, model", 0.9),
        Name(16, 21, "Kovac", "person", "model, full name", 0.8),
    ]
    found = mentions(article, names, [])
    assert [m.method for m in found] == ["model, model; same form", "model, full name; last name"]
    assert all(m.score is not None and 0 < m.score <= 1 for m in found)


def test_two_spellings_of_a_full_name_are_one_candidate() -> None:
    found = chains(
        "Bjørn Müller and Bjorn Muller met. Muller left.", person="Bjørn Müller|Bjorn Muller|Muller"
    )
    assert len(set(found.values())) == 1


def test_ten_thousand_names_are_looked_up_and_not_compared() -> None:
    syllables = [a + b for a in "bdfgklmnrt" for b in ("a", "e", "i", "o", "u")]
    lasts = [f"{a}{b}{c}".capitalize() for a in syllables for b in syllables for c in syllables[:2]]
    text = ". ".join(f"Ana {last} and {last}" for last in lasts)
    article = made("Nothing.")
    names, at = [], 0
    for last in lasts:
        names.append(Name(at, at + len(last) + 4, f"Ana {last}", "person", "m", 0.9))
        names.append(Name(at + 10 + len(last), at + 10 + 2 * len(last), last, "person", "m", 0.9))
        at += 2 * len(last) + 12
    assert len(text) > len(names)
    found = mentions(article, names, [])
    assert len(found) == 2 * len(lasts)
    assert sum(a.chain == b.chain for a, b in zip(found[::2], found[1::2], strict=True)) > 0.5 * len(lasts)
