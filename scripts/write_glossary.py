"""Write docs/glossary.md from data/glossary.tsv.

python -m scripts.write_glossary
"""

from pathlib import Path

from tellings.resources import glossary

if __name__ == "__main__":
    (Path(__file__).parent.parent / "docs" / "glossary.md").write_text(glossary.page(), encoding="utf-8")
