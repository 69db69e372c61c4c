"""What every file that is taken away says of itself: of which corpus it is, what made it, what may be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tellings.folder.writing import LICENCE
from tellings.store.corpus import Corpus

_LICENCE = f"Places and coordinates: GeoNames (CC BY 4.0) and Natural Earth (public domain). {LICENCE}"


@dataclass(frozen=True, slots=True)
class About:
    """Where a file comes from.

    Attributes:
        corpus: the corpus's name.
        title: what people call it.
        sources_hash: of the source texts.
        made_by: versions of program, model and rules.
        layer: with people's corrections, or as the machine found it; also where nobody corrected anything.
        licence: what may be done with it.
        citation: how to cite it.
        corrections: how many of people's corrections are in it.
    """

    corpus: str
    title: str
    sources_hash: str
    made_by: str
    layer: str
    licence: str
    citation: str
    corrections: int = 0

    def said(self) -> dict[str, Any]:
        """The same by name, for a file's foreign members."""
        return {name: getattr(self, name) for name in self.__slots__}


def about(corpus: Corpus) -> About:
    """What files of a corpus say of themselves."""
    origin: dict[str, Any] = corpus.descriptor["tellings"]
    by = f"Tellings {origin.get('program', '?')}, model {origin.get('model', '?')}, rules {origin.get('rules', '?')}"
    layer = "with people's corrections" if corpus.n_corrections else "as the machine found it"
    return About(
        corpus=corpus.name,
        title=corpus.title,
        sources_hash=str(origin.get("sources_hash", "")),
        made_by=by,
        layer=layer,
        licence=_LICENCE,
        citation=f"{corpus.title}, corpus {corpus.name}, sources {corpus.hash}, {layer}; made with {by}.",
        corrections=corpus.n_corrections,
    )
