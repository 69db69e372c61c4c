"""The picture of the layers and the table of the packages are those of the code."""

from __future__ import annotations

import re

from scripts import draw_layers
from tellings.settings import ROOT


def test_the_picture_is_drawn_from_the_code_as_it_is() -> None:
    drawn = draw_layers.drawing(draw_layers.imports(), draw_layers.layers())
    assert draw_layers.PICTURE.read_text("utf-8") == drawn, "draw it anew: python scripts/draw_layers.py"


def test_no_arrow_of_the_picture_goes_up() -> None:
    rows = draw_layers.layers()
    level = {name: i for i, row in enumerate(rows) for name in row}
    graph = draw_layers.imports()
    assert graph.keys() == level.keys()
    assert [(a, b) for a, others in graph.items() for b in others if level[a] >= level[b]] == []


def test_every_package_has_its_idea_said() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    table = text.split("## Four walks")[0]
    said = {name for row in re.findall(r"^\| (`.*?) \|", table, re.M) for name in re.findall(r"`(\w+)`", row)}
    assert said == draw_layers.imports().keys()


def test_every_module_that_the_walks_name_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## Four walks")[1]
    packages = "|".join(draw_layers.imports())
    for name in re.findall(rf"`((?:{packages})(?:\.\w+)+)(?=[`(])(?<!jsonl)", text):
        parts = name.split(".")
        path = ROOT / "tellings"
        while parts and (path / parts[0]).is_dir():
            path /= parts.pop(0)
        if not parts:
            continue
        file = path / f"{parts[0]}.py"
        assert file.is_file() or parts[0] in path.joinpath("__init__.py").read_text("utf-8"), name
        for word in parts[1:]:
            assert re.search(rf"\b{word}\b", file.read_text("utf-8")), name
