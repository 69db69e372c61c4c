"""Measured figures on the method page."""

from __future__ import annotations

import pandas as pd

from tellings.ui import methods


def test_figures_stand_under_the_text_they_were_measured_on() -> None:
    figures = pd.DataFrame(
        {
            "Measured on": ["five <articles>", "five <articles>", "a set"],
            "Corrections": ["without", "without", "with"],
            "Measure": ["found", "type right", "found"],
            "F1": [0.8512, None, 1.0],
            "n": [1200, 3, None],
        }
    )
    said = methods.table(figures)
    assert said.count("rowgroup") == 2
    assert "five &lt;articles&gt;, without corrections" in said
    assert "<td>found</td><td>0.85</td><td>1,200</td>" in said
    assert "<td>type right</td><td></td><td>3</td>" in said


def test_what_is_not_known_of_a_corpus_is_left_out() -> None:
    said = methods.versions({"tellings": {"model": "m <1>", "schema": 1}})
    assert "m &lt;1&gt;" in said
    assert "Rules" not in said
