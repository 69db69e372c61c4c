"""The heads of columns: in lines, narrower or upright, none wider than its column."""

from __future__ import annotations

import pytest

from tellings.views.heads import heads
from tellings.views.names import apart

NAMES = ["AFP", "“Ukraine and Russia agreed …”", "SBS News", "Le Phare Dakar (English)", "“Villa fans …”"]


def test_a_few_heads_stand_in_lines() -> None:
    few = heads(NAMES)
    assert few.slant == 0
    assert all(len(part) * 6 <= few.width for text in few.texts for part in text.split("<br>"))
    assert not any(text.endswith("<br>…”") for text in few.texts), "the ellipsis stays with its word"
    assert heads(NAMES[:2]).width > few.width


def test_a_column_holds_the_numbers_in_its_cells() -> None:
    upright = heads(NAMES, 100)
    assert upright.slant
    assert upright.across(["9", "12"]) == upright.width
    assert upright.across(["9", "16.1"], 11) >= 4 * 6 + 4
    assert heads(NAMES).across(["1,234"]) == heads(NAMES).width


def test_a_long_word_is_broken_where_there_are_lines_for_it() -> None:
    names = ["Continental Wire", "ReliefDesk", "The Northern Courier", "Gazette", "The Joburg Star"]
    told = heads([*names, "AFP"]).texts
    assert told[:2] == ["Conti-<br>nental<br>Wire", "Relief<br>Desk"]
    assert not any("…" in text for text in told)
    assert heads([*names, "AFP", "SBS"]).texts[2] == "The<br>North…<br>Couri…", "five lines are too many"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Ukrainian", "Ukrai-<br>nian"),
        ("“Australian …”", "“Austra-<br>lian …”"),
        ("Northern Guardian", "Northern<br>Guardian"),
        ("Telegraph", "Tele-<br>graph"),
        ("Russian-language", "Russian-<br>language"),
        ("Russia–Ukraine", "Russia–<br>Ukraine"),
        ("Stuff.co.nz", "Stuff.<br>co.nz"),
        ("U.S.-backed", "U.S.-<br>backed"),
        ("U.S.S.R.S.F.", "U.S.S.R…"),
        ("Strengthlessness", "Strengt-<br>hless-<br>ness"),
        ("“Watching …”", "“Watch-<br>ing …”"),
        ("Washington’s", "Washing-<br>ton’s"),
        ("Українська правда", "Украї-<br>нська<br>правда"),
        ("Καθημερινή", "Καθημ-<br>ερινή"),
        ("Ukrainska", "Ukra-<br>inska"),
        ("हिन्दुस्तान", "हिन्दु-<br>स्तान"),
        ("Zürcherin", "Zür-<br>cherin"),
        ("Constable", "Cons-<br>table"),
        ("Resettled", "Reset-<br>tled"),
        ("B2Bmagazine", "B2Bmaga…"),
    ],
)
def test_a_head_is_broken_between_words_parts_and_syllables_only(name: str, head: str) -> None:
    assert heads([name] * 6).texts[0] == head


def test_many_heads_stand_upright_and_are_cut_short() -> None:
    many = heads(NAMES * 4)
    assert (many.slant, many.width) == (-90, 24)
    assert max(map(len, many.texts)) == 20
    assert heads(NAMES, room=100).slant == -90


@pytest.mark.parametrize(
    ("names", "most", "told"),
    [
        (
            ["“Harbour and Quay agreed …”", "“Harbour and Quay begin …”"],
            18,
            ["“Harbour… agreed”", "“Harbour… begin”"],
        ),
        (
            ["“Fires in the north spread …”", "“Fires in the north die …”"],
            18,
            ["“Fires in… spread”", "“Fires in… die”"],
        ),
        (
            ["The Elm Post, “Talks fail …”", "The Elm Post, “Talks start …”"],
            20,
            ["The Elm Post… fail”", "The Elm Post… start”"],
        ),
        (
            ["Northern Valley Courier", "Northern Valley Gazette"],
            18,
            ["Northern… Courier", "Northern… Gazette"],
        ),
        (["“Nurses’ strike ends …”", "“Nurse strikes back …”"], 14, ["“Nurses… ends”", "“Nurse… back”"]),
        (["“Queen’s speech: who sat where …”", "“Queen’s speech: what it said …”"], 18, None),
        (["“Storm Ada: what we know …”", "“Storm Ada: what we fear …”", "“Storm Ada hits …”"], 18, None),
        (["“Flood at Little Ashby kills …”", "“Flood at Little Ashby recedes …”"], 25, None),
        (["Volodymyr Zelenskyy", "Volodymyr Groysmanenko"], 18, ["Volodym… Zelenskyy", "Volo… Groysmanenko"]),
        (["“Minister resigns over the leak …”", "“Minister resigned over the leak …”"], 18, None),
        (["AFP", "“A title that is long enough to be cut”"], 18, ["AFP", "“A title that is…"]),
    ],
)
def test_names_that_begin_alike_are_not_cut_alike(
    names: list[str], most: int, told: list[str] | None
) -> None:
    cut = apart(names, most)
    assert all(len(name) <= most for name in cut)
    assert told is None or cut == told
    if "over the leak" not in names[0]:  # nothing but an ending tells them apart
        assert len({name.removesuffix("…") for name in cut}) == len(cut), cut


@pytest.mark.parametrize("room", [100, 200, 330])
def test_two_heads_are_never_the_same(room: int) -> None:
    names = [
        "all",
        "AFP, “Rivals in the harbour dispute agree …”",
        "AFP, “Rivals in the harbour dispute quarrel …”",
    ]
    texts = heads([*names, "Quay Times", "Elm Post"], room).texts
    assert len(set(texts)) == 5
    assert any("agree" in text.replace("<br>", "").replace("-", "") for text in texts)


def test_a_full_name_stands_upright_as_a_whole() -> None:
    names = ["Volodymyr Zelenskyy", "Agence France-Presse", "Recep Tayyip Erdogan"]
    assert heads(names, 60).texts == names
