"""Write docs/glossary.md from data/glossary.tsv.

python scripts/write_glossary.py
"""

from pathlib import Path

from tellings.resources import glossary

if __name__ == "__main__":
    (Path(__file__).parent.parent / "docs" / "glossary.md").write_text(glossary.page(), encoding="utf-8")
