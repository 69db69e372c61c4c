"""The tour runs from top to bottom, and each figure in it has something to show."""

from __future__ import annotations

import json

import nbformat
from nbclient import NotebookClient

from tellings.settings import ROOT

PATH = ROOT / "notebooks" / "tour.ipynb"
FIGURE = "application/vnd.plotly.v1+json"


def test_the_tour_runs_and_shows_its_figures() -> None:
    notebook = nbformat.read(PATH, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(PATH.parent)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    figures = [output.data[FIGURE] for output in outputs if FIGURE in output.get("data", {})]
    assert len(figures) == 12
    assert all(trace_values(figure) for figure in figures)
    errors = [output.text for output in outputs if output.output_type == "stream" and output.name == "stderr"]
    assert errors == []


def trace_values(figure: dict[str, list[dict[str, object]]]) -> list[object]:
    """What the first trace of a figure shows."""
    trace = figure["data"][0]
    return list(trace.get("locations") or trace.get("x") or [])


def test_the_tour_is_kept_without_its_output() -> None:
    cells = json.loads(PATH.read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in code)
