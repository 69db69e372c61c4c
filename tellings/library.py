"""What a notebook asks of a corpus beside its tables: the concordance, who says a word, key words, files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from tellings import exports
from tellings.analysis import collocations, concordance, frequencies, place_records, subcorpora
from tellings.errors import CorpusError
from tellings.folder import atomic
from tellings.query.filters import Filters, names, parse
from tellings.store import catalogue
from tellings.store import corpus as store

if TYPE_CHECKING:
    import geopandas

Asked = str | Sequence[str]
"""A value of a filter, or several."""


class Corpus(store.Corpus):
    """An opened corpus; see :class:`tellings.store.corpus.Corpus` for its tables and for SQL.

    Filters are given by the names that they have in addresses (`publisher="AFP"`, `speaker=["gn:2017370"]`,
    `kind="quotations"` for what is quoted); `docs/pages.md` lists them.
    """

    def concordance(
        self,
        query: str,
        *,
        sort: Asked = (),
        sample: int = 0,
        seed: int = 1,
        width: int = concordance.WIDTH,
        most: int | None = None,
        **filters: Asked,
    ) -> pd.DataFrame:
        """Every place where a pattern stands, in its line (KWIC).

        Args:
            query: in the language of :mod:`tellings.query.pattern`.
            sort: by which words: `l1` is the first to the left, `r1` to the right, `node`, `article`, `date`,
                `speaker`.
            sample: so many lines at random; 0 for all.
            seed: of the sample.
            width: characters of a line on either side.
            most: so many lines, the first; None for all.
            filters: which articles and words are looked at.

        Returns:
            `doc_id, short, published, sentence_id, start, end, left, node, right`, `l1 … l5, r1 … r5` and `speaker`.

        Raises:
            PatternError: the query cannot be read; says what is wrong, and at which character.
            ValueError: a filter that there is not, or an argument that says nothing.

        >>> import tellings
        >>> corpus = tellings.open()
        >>> lines = corpus.concordance("lemma:threaten", sort=["r1"])
        >>> len(lines), lines.node.str.lower().unique().tolist()
        (4, ['threatened'])
        """
        keys = (sort,) if isinstance(sort, str) else tuple(sort)
        _at_least(0, sample=sample, width=width, most=most or 0)
        lines = concordance.hits(self, query, chosen(filters), sort=keys, sample=sample, seed=seed, most=most)
        return concordance.in_context(self, lines, width=width)

    def collocates(
        self, query: str, *, unit: str = "words", left: int = 5, right: int = 5, **filters: Asked
    ) -> pd.DataFrame:
        """The words that stand near a pattern; see :func:`tellings.analysis.collocations.collocates`.

        Args:
            query: in the language of :mod:`tellings.query.pattern`.
            unit: `words` or `lemmas`.
            left: words of the window before it.
            right: words behind it.
            filters: which articles and words are looked at.

        Returns:
            `word, joint, frequency, n_documents, expected, g2, mi, log_dice, t, z, chi2, mi3, npmi, delta_p,
            sensitivity`.

        >>> import tellings
        >>> near = tellings.open().collocates("lemma:threaten", unit="lemmas", left=0)
        >>> near.g2.is_monotonic_decreasing
        True
        """
        _at_least(0, left=left, right=right)
        return collocations.collocates(self, query, chosen(filters), unit=unit, left=left, right=right)

    def frequencies(
        self, *, unit: str = "words", n: int = 1, query: str = "", **filters: Asked
    ) -> pd.DataFrame:
        """How often words, or rows of `n` words, stand there.

        Args:
            unit: `words` or `lemmas`.
            n: words in a row.
            query: a pattern: only rows of words in which it stands (clusters).
            filters: which articles and words are counted.

        Returns:
            `word, n, n_documents`, the most frequent first.

        >>> import tellings
        >>> tellings.open().frequencies(n=2).columns.tolist()
        ['word', 'n', 'n_documents']
        """
        _at_least(1, n=n)
        return frequencies.frequencies(self, chosen(filters), unit=unit, n=n, query=query)

    def dispersion(self, query: str, **filters: Asked) -> pd.DataFrame:
        """In which articles a pattern stands, and how often; see :func:`tellings.analysis.concordance.dispersion`.

        `n` and `n_words` are what the measures of :mod:`tellings.analysis.measures` are asked of.

        Args:
            query: in the language of :mod:`tellings.query.pattern`.
            filters: which articles and words are looked at.

        Returns:
            `doc_id, short, n, n_words, per_1000`, those without it too.

        >>> import tellings
        >>> from tellings.analysis import measures
        >>> spread = tellings.open().dispersion("talks")
        >>> round(measures.deviation_of_proportions(spread.n, spread.n_words), 2) < 0.5
        True
        """
        return concordance.dispersion(self, query, chosen(filters))

    def trend(self, query: str, **filters: Asked) -> pd.DataFrame:
        """How often a pattern stands in what was published when; see :func:`tellings.analysis.concordance.trend`.

        Args:
            query: in the language of :mod:`tellings.query.pattern`.
            filters: which articles and words are looked at.

        Returns:
            `published, n, n_documents, n_words, per_1000`, in the order of time.

        >>> import tellings
        >>> tellings.open().trend("talks").published.tolist()
        ['2025-05-16']
        """
        return concordance.trend(self, query, chosen(filters))

    def voices(self, query: str, **filters: Asked) -> pd.DataFrame:
        """Of whom a word is said, and who says it; see :func:`tellings.analysis.subcorpora.voices`.

        Args:
            query: in the language of :mod:`tellings.query.pattern`.
            filters: which articles and words are looked at.

        Returns:
            `speaker, name, type, as_cue, in_words, n_documents`.

        >>> import tellings
        >>> threats = tellings.open().voices("lemma:threaten")
        >>> threats.columns.tolist()
        ['speaker', 'name', 'type', 'as_cue', 'in_words', 'n_documents']
        """
        return subcorpora.voices(self, query, chosen(filters))

    def keyness(
        self,
        target: Mapping[str, Asked],
        reference: Mapping[str, Asked] | None = None,
        *,
        unit: str = "words",
    ) -> pd.DataFrame:
        """The words that one part of the corpus has more often, or less, than another.

        Args:
            target: the filters that make the part that is described.
            reference: those that make the other; None for all the rest.
            unit: `words` or `lemmas`.

        Returns:
            `word, n, n_reference, per_1000, per_1000_reference, g2, log_ratio, bic, difference, odds_ratio,
            simple_maths, coefficient`, the overused first.

        >>> import tellings
        >>> key = tellings.open().keyness({"kind": "narration"}, {"kind": "quotations"})
        >>> key.word.iloc[0]
        'said'
        """
        part = chosen(target)
        if reference is None and not part.active:
            raise ValueError(
                "the target is the whole corpus, and nothing is left to compare it with; give it a filter"
            )
        against = None if reference is None else chosen(reference)
        return frequencies.keyness(self, part, against, unit=unit)

    def places(self, **filters: Asked) -> geopandas.GeoDataFrame:
        """The place names as points, to be laid over other maps or joined with them.

        Args:
            filters: which are taken.

        Returns:
            The columns of :func:`tellings.analysis.place_records.mentions` and `geometry`: a point of WGS 84, none
            where a name is not placed or its area is too wide for a point.

        >>> import tellings
        >>> places = tellings.open().places(kind="region")
        >>> places.crs.to_string(), bool(places.geometry.geom_type.eq("Point").any())
        ('EPSG:4326', True)
        """
        import geopandas

        mentions = place_records.mentions(self, chosen(filters))
        points = geopandas.GeoSeries(geopandas.points_from_xy(mentions.lon, mentions.lat), crs="EPSG:4326")
        return geopandas.GeoDataFrame(mentions, geometry=points.where(mentions.lat.notna()))

    def export(
        self, path: str | Path, to: str, *, views: Sequence[str] = (), force: bool = False, **filters: Asked
    ) -> Path:
        """Write the corpus, or what filters let through of it, as a file of another format.

        Args:
            path: the file.
            to: a format of :data:`tellings.exports.FORMATS`: `csv`, `tei`, `gexf` …; or `report`: one HTML file.
            views: the addresses of a report's views; none for the first view of each page.
            force: replace a file that is there.
            filters: what is taken; a report has them in its addresses.

        Returns:
            The file's path.

        Raises:
            CorpusError: the file is there already, or there is nothing to take.
            ValueError: there is no such format, filter or view.

        >>> import tempfile, tellings
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = tellings.open().export(f"{folder}/articles.bib", "bibtex", publisher="AFP")
        ...     print(path.name, path.read_text("utf-8").count("@"))
        articles.bib 1
        """
        out = Path(path)
        if out.exists() and not force:
            raise CorpusError(
                f"{out} is there already, and stays as it is; name another file, or say force=True."
            )
        if to == "report":
            if filters:
                raise ValueError("a report has its filters in the addresses of its views")
            from tellings.ui import taking

            content, n = taking.written(self, views)
        else:
            content, n = exports.write(self, to, chosen(filters))
        if not n:
            raise CorpusError(f"The corpus has no {exports.FORMATS[to].unit} to take; nothing is written.")
        atomic.replace(out, content)
        return out


def chosen(filters: Mapping[str, Asked]) -> Filters:
    """Filters by the names that they have in addresses.

    Raises:
        ValueError: one that there is not, or a value that says nothing.
    """
    unknown = [name for name in filters if name not in names()]
    if unknown:
        raise ValueError(f"there is no filter {unknown[0]!r}; there are {', '.join(names())}")
    asked = {name: [value] if isinstance(value, str) else list(value) for name, value in filters.items()}
    read, wrong = parse(asked)
    if wrong:
        raise ValueError(" ".join(wrong))
    return read


def _at_least(least: int, **numbers: int) -> None:
    """Refuse numbers that are too small, by the names of their arguments."""
    for name, number in numbers.items():
        if number < least:
            raise ValueError(f"{name} is {number}; it must be at least {least}")


def open(path: str | Path | None = None, *, corrections: bool = True) -> Corpus:
    """Open a corpus.

    Args:
        path: its folder, or the name of a shipped or an own corpus; None opens the default corpus.
        corrections: apply people's corrections; False shows what the machine found.

    Raises:
        CorpusError: no such corpus, or a damaged one; the message says what to do.
    """
    return Corpus(catalogue.find(path), corrections=corrections)
