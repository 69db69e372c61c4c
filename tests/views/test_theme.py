"""Colours that are told apart and can be read, in both themes."""

from __future__ import annotations

import itertools
import tomllib

import plotly.graph_objects as go
import pytest

from tellings import schema, settings
from tellings.views import theme
from tellings.views.names import told_apart
from tellings.views.theme import DARK, LIGHT, Palette


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(palette: Palette) -> None:
    for colour in (palette.ink, palette.faint, palette.accent, palette.unknown, *palette.groups.values()):
        assert contrast(colour, palette.paper) >= 4.5
    for tint in palette.tints.values():
        assert contrast(palette.ink, tint) >= 4.5
    assert contrast(palette.ink, palette.shade) >= 4.5


# Machado, Oliveira and Fernandes (2009), full severity, on linear light.
DEFICIENCIES = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour: str, deficiency: str) -> tuple[float, float, float]:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    mixed = [
        min(max(sum(m * c for m, c in zip(row, linear, strict=True)), 0), 1)
        for row in DEFICIENCIES[deficiency]
    ]
    return lab(mixed)


def lab(linear: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* of linear sRGB, D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (sum(m * c for m, c in zip(row, linear, strict=True)) for row in rows)
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x / 0.9505, y, z / 1.089))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_groups_are_told_apart_by_those_who_see_fewer_colours(palette: Palette, deficiency: str) -> None:
    colours = [seen(colour, deficiency) for colour in palette.groups.values()]
    for one, other in itertools.combinations(colours, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= 10


def test_every_type_has_a_group_and_the_unknown_are_grey() -> None:
    assert set(theme.GROUP_OF) == set(schema.TYPES)
    assert theme.colour_of(None, "light") == LIGHT.unknown
    assert theme.colour_of("city", "dark") == DARK.groups["places"]


def test_the_page_and_its_charts_have_the_same_colours() -> None:
    config = tomllib.loads((settings.ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
    for name, palette in (("light", LIGHT), ("dark", DARK)):
        assert config[name]["backgroundColor"] == palette.paper
        assert config[name]["textColor"] == palette.ink
        assert config[name]["primaryColor"] == palette.accent


def test_text_of_a_figure_is_no_markup() -> None:
    assert theme.plain("<b>a</b> & b") == "&lt;b&gt;a&lt;/b&gt; &amp; b"
    assert theme.plain("a  long name", 7) == "a long…"
    assert theme.plain("a Ukrainian source (12)", 20) == "a Ukrainian so… (12)"
    assert theme.plain("a quarrel of (2019) parts", 12) == "a quarrel o…"
    assert theme.plain("a\u202eb") == "a\ufffdb"
    assert theme.wrapped("a\u2066 b", 9) == "a\ufffd b"
    assert theme.wrapped("“Ukraine agreed …”", 15) == "“Ukraine<br>agreed\u00a0…”"
    assert theme.wrapped("one two three <four>", 9) == "one two<br>three<br>&lt;four&gt;"


def test_a_frame_says_what_is_seen_and_where_it_comes_from() -> None:
    look = theme.Look("dark", "A <title>", "Elm · n = 3")
    figure = go.Figure(layout=theme.layout(look.titled("The figure's own")))
    assert figure.layout.title.text == "A &lt;title&gt;"
    assert figure.layout.annotations[0].text == "Elm · n = 3"
    assert figure.layout.paper_bgcolor == DARK.paper


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="light and dark"):
        theme.palette("sepia")


def test_notes_stand_below_the_source_line_and_the_figure_is_left_as_it_is() -> None:
    figure = go.Figure(layout=theme.layout(theme.Look(source="Tellings"), height=400))
    with_notes = theme.noted(figure, ["1 The Elm <Post> · 2 " + "long " * 30, "Shown: by Lee."])
    assert (figure.layout.height, len(figure.layout.annotations)) == (400, 1)
    said = with_notes.layout.annotations[1]
    lines = said.text.split("<br>")
    assert "The Elm &lt;Post&gt;" in lines[0]
    assert lines[-1] == "Shown: by Lee."
    assert (
        with_notes.layout.height - 400
        == with_notes.layout.margin.b - figure.layout.margin.b
        == 16 * len(lines) + 6
    )
    assert said.yshift < with_notes.layout.annotations[0].yshift
    assert theme.noted(figure, []) is figure


def test_two_of_one_name_are_told_apart_by_their_type() -> None:
    assert told_apart(
        ["a", "b", "a", "c"], ["Elm", "elm", "Elm", "Lee"], ["city", "person", "city", "person"]
    ) == [
        "Elm, city",
        "elm, person",
        "Elm, city",
        "Lee",
    ]
