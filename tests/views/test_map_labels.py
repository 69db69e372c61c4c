"""Names on a map: inside what is drawn, never upon each other, the most important first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings.resources.boundaries import Outline
from tellings.views import map_labels
from tellings.views.map_frame import WORLD, Frame
from tellings.views.map_labels import Label, arrange

WINDOW = Frame(20, 40, 45, 58)
WIDTH, HEIGHT = 540, 440


def boxes(placed: list[tuple[str, list[Label]]], window: Frame) -> list[map_labels.Rectangle]:
    return [
        map_labels._box(map_labels._pixel(label, window, WIDTH, HEIGHT) or (0, 0), label, position)
        for position, labels in placed
        for label in labels
    ]


NAMES = st.text("abcß ", min_size=1, max_size=40)


@given(
    st.lists(st.builds(Label, st.floats(15, 50), st.floats(35, 62), NAMES, st.booleans())),
    st.sampled_from([WINDOW, WORLD]),
)
def test_no_label_covers_another_or_is_cut(labels: list[Label], window: Frame) -> None:
    placed = arrange(labels, window, WIDTH, HEIGHT)
    taken = boxes(placed, window)
    left, top, right, bottom = map_labels._seen(window, WIDTH, HEIGHT)
    for i, a in enumerate(taken):
        assert left <= a[0] < a[2] <= right
        assert top <= a[1] < a[3] <= bottom
        for b in taken[:i]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_no_name_lies_on_the_mark_of_another() -> None:
    near, below = Label(35, 48, "Invercargill 9", True), Label(35, 47.3, "Bluff 11", True)
    told = arrange([below, near], WINDOW, WIDTH, HEIGHT)
    assert [label for position, labels in told for label in labels if position == "top center"] == [near]
    assert dict(told)["bottom center"] == [below], "above it, it would lie on the other's mark"
    region = Label(35, 47.9, "Southland 26", False)
    assert "middle center" not in dict(arrange([region, near, below], WINDOW, WIDTH, HEIGHT))
    same = Label(35.01, 48, "The same quay 1", True)
    assert dict(arrange([near, same], WINDOW, WIDTH, HEIGHT))["top center"] == [near], (
        "two marks that are as one"
    )


def test_the_first_of_two_at_one_point_keeps_its_place() -> None:
    first, second = Label(35, 48, "Kherson 2", False), Label(35.2, 48.6, "Zaporizhzhia 2", False)
    assert arrange([first], WINDOW, WIDTH, HEIGHT) == [("middle center", [first])]
    told = dict(arrange([first, second], WINDOW, WIDTH, HEIGHT))
    assert told["middle center"] == [first]
    assert [label for labels in told.values() for label in labels] == [first, second]


def test_a_name_at_the_edge_of_what_is_drawn_is_moved_inside_or_left_out() -> None:
    wide = Frame(20, 47, 45, 49)  # drawn as a strip: most of the picture's height stays empty
    assert arrange([Label(20.1, 48, "A name that is cut", False)], wide, WIDTH, HEIGHT) == []
    [(position, _)] = arrange([Label(30, 57.5, "Up", True)], WINDOW, WIDTH, HEIGHT)
    assert position != "top center"


def test_what_stands_at_the_side_of_a_mark_leaves_room_for_it() -> None:
    assert map_labels.padded("Kyiv", "middle right").strip() == "Kyiv"
    assert map_labels.padded("Kyiv", "middle right").startswith("\u2002")
    assert map_labels.padded("Kyiv", "middle left").endswith("\u2002")
    assert map_labels.padded("Kyiv", "top center") == "Kyiv"


def test_a_country_that_is_cut_has_its_name_in_the_part_that_is_seen() -> None:
    square = [[0.0, 0.0], [0.0, 40.0], [40.0, 40.0], [40.0, 0.0], [0.0, 0.0]]
    land = Outline(
        "AA", "Aland", "AA", (0, 0, 40, 40), (20, 20), {"type": "Polygon", "coordinates": [square]}
    )
    [(_, [here])] = arrange([Label(20, 20, "Aland", False, land)], Frame(10, 10, 30, 30), WIDTH, HEIGHT)
    assert (here.lon, here.lat) == (20, 20)
    [(_, [corner])] = arrange([Label(20, 20, "Aland", False, land)], Frame(30, 30, 50, 50), WIDTH, HEIGHT)
    assert 30 < corner.lon < 40
    assert 30 < corner.lat < 40
    assert map_labels.within(land, Frame(50, 50, 60, 60)) == []


def test_a_name_that_has_no_room_at_its_point_stands_elsewhere_in_its_area() -> None:
    square = [[25.0, 42.0], [25.0, 56.0], [42.0, 56.0], [42.0, 42.0], [25.0, 42.0]]
    land = Outline(
        "AA", "Aland", "AA", (25, 42, 42, 56), (33, 49), {"type": "Polygon", "coordinates": [square]}
    )
    taken = [Label(33, lat, "A city that lies here 7", False) for lat in (48, 49, 50)]
    told = arrange([*taken, Label(33, 49, "Aland 3", False, land)], WINDOW, WIDTH, HEIGHT)
    [here] = [label for _, labels in told for label in labels if label.area]
    assert (here.lon, here.lat) != (33, 49)
    assert 25 < here.lon < 42
    assert 42 < here.lat < 56


def cornered(*ring: tuple[float, float]) -> Outline:
    """An area 17 degrees wide at most, whose name should stand near its western edge."""
    lies = {"type": "Polygon", "coordinates": [[list(map(float, corner)) for corner in (*ring, ring[0])]]}
    return Outline("AA", "Aland", "AA", (25, 42, max(lon for lon, _ in ring), 56), (26.4, 49), lies)


def test_a_name_stands_elsewhere_in_its_area_only_where_all_of_it_is_in_it() -> None:
    taken = [Label(26.4, lat, "A city 7", False) for lat in (48, 49, 50)]
    angle = cornered((25, 42), (25, 56), (27.8, 56), (27.8, 44.5), (42, 44.5), (42, 42))
    told = arrange([*taken, Label(26.4, 49, "Aland 3", False, angle)], WINDOW, WIDTH, HEIGHT)
    [here] = [label for _, labels in told for label in labels if label.area]
    assert here.lat < 44.5, "in the foot: the upright is narrower than the name"
    strip = cornered((25, 42), (25, 56), (27.8, 56), (27.8, 42))
    told = arrange([*taken, Label(26.4, 49, "Aland 3", False, strip)], WINDOW, WIDTH, HEIGHT)
    assert not [label for _, labels in told for label in labels if label.area]
