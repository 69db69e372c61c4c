"""Draw docs/layers.svg: the packages of Tellings in their layers, and who imports whom.

    python scripts/draw_layers.py

Read from the code's own import statements and from the layers that `pyproject.toml` states. An arrow that a longer way
already says is left out (the transitive reduction), and so are those to the lowest layer, which all may import, so
that the picture can be read; a test holds it to the code.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "layers.svg"
WIDTH, BOX, ROW = 860, 34, 74
INK, PAPER, LINE = "#22201c", "#fbf8f1", "#8a8373"

Imports = dict[str, set[str]]


def imports() -> Imports:
    """For each package (or loose module) of `tellings`, those that it imports when it is run, not for types alone."""
    packages = {path.stem for path in (ROOT / "tellings").iterdir() if not path.stem.startswith("_")}
    found: Imports = {name: set() for name in sorted(packages)}
    for file in sorted((ROOT / "tellings").rglob("*.py")):
        home = file.relative_to(ROOT / "tellings").parts[0].removesuffix(".py")
        if home in found:
            found[home] |= {
                name for name in _imported(ast.parse(file.read_text("utf-8"))) if name in packages
            }
    return {name: others - {name} for name, others in found.items()}


def _imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "tellings":
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tellings."):
            names.add(str(node.module).split(".")[1])
    return names


def layers() -> list[list[str]]:
    """The layers as `pyproject.toml` states them, the highest first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    stated = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    return [[name.strip(" ()") for name in row.replace(":", "|").split("|")] for row in stated]


def reduced(graph: Imports) -> Imports:
    """The arrows that no longer way says."""
    reach: Imports = {}
    for name in TopologicalSorter(graph).static_order():
        reach[name] = set().union(*({other} | reach[other] for other in graph.get(name, ())), set())
    return {
        name: {o for o in others if not any(o in reach[via] for via in others - {o})}
        for name, others in graph.items()
    }


def drawing(graph: Imports, rows: list[list[str]]) -> str:
    """The picture as SVG: the same code always gives the same text."""
    centre = {
        name: (round(WIDTH * (i + 1) / (len(row) + 1)), 40 + ROW * level)
        for level, row in enumerate(rows)
        for i, name in enumerate(row)
    }
    height = 40 + ROW * len(rows) - BOX
    shapes = []
    for name, others in sorted(reduced(graph).items()):
        for other in sorted(others - set(rows[-1])):
            (x1, y1), (x2, y2) = centre[name], centre[other]
            shapes.append(
                f'<line x1="{x1}" y1="{y1 + BOX // 2}" x2="{x2}" y2="{y2 - BOX // 2 - 3}" stroke="{LINE}" '
                'marker-end="url(#tip)"/>'
            )
    for name, (x, y) in sorted(centre.items()):
        wide = 24 + 9 * len(name)
        shapes.append(
            f'<rect x="{x - wide // 2}" y="{y - BOX // 2}" width="{wide}" height="{BOX}" rx="4" fill="{PAPER}" '
            f'stroke="{INK}"/><text x="{x}" y="{y + 5}">{escape(name)}</text>'
        )
    said = "; ".join(f"{name} imports {', '.join(sorted(o))}" for name, o in sorted(graph.items()) if o)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="15" text-anchor="middle" fill="{INK}">\n'
        f"<title>The packages of Tellings in their layers</title>\n<desc>{escape(said)}</desc>\n"
        f'<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 8 4 0 8z" fill="{LINE}"/></marker></defs>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>\n' + "\n".join(shapes) + "\n</svg>\n"
    )


def main() -> int:
    """Write the picture."""
    PICTURE.write_text(drawing(imports(), layers()), "utf-8", newline="\n")
    print(f"{PICTURE.relative_to(ROOT)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
