"""What is ready for all articles together is what is counted where an article is asked for: here, where all are."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pandas as pd
import pytest

from tellings import settings
from tellings.analysis import entity_counts, geography, speakers, utterances
from tellings.folder import parquet
from tellings.query.filters import Filters
from tellings.schema import USES
from tellings.store.corpus import Corpus


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The default corpus, every third block of it uncounted."""
    folder = tmp_path_factory.mktemp("corpora") / "c"
    shutil.copytree(settings.ROOT / "data" / settings.DEFAULT_CORPUS, folder)
    blocks = parquet.read(folder, "blocks")
    parquet.write(blocks.assign(counted=blocks.counted & (blocks.index % 3 > 0)), folder, "blocks")
    return Corpus(folder)


USED = pytest.mark.parametrize("use", [(), *((use,) for use in USES)])


@USED
@pytest.mark.parametrize(
    "counted",
    [
        entity_counts.entities,
        geography.countries,
        geography.places,
        geography.regions,
        speakers.speakers,
    ],
)
def test_what_is_ready_is_what_is_counted(
    corpus: Corpus, counted: Callable[[Corpus, Filters], pd.DataFrame], use: tuple[str, ...]
) -> None:
    ready = counted(corpus, Filters(use=use))
    assert len(ready) or use == ("demonym",)
    pd.testing.assert_frame_equal(
        ready, counted(corpus, Filters(use=use, doc=tuple(corpus.documents.doc_id)))
    )


@USED
def test_what_names_come_to_is_what_is_counted(corpus: Corpus, use: tuple[str, ...]) -> None:
    ready = geography.totals(corpus, Filters(use=use))
    assert ready == geography.totals(corpus, Filters(use=use, doc=tuple(corpus.documents.doc_id)))
    assert ready["n"]


def test_an_utterance_is_told_in_as_many_articles_as_have_its_quotations(corpus: Corpus) -> None:
    where = Filters().where("quotations")
    spoken = corpus.sql(
        f"SELECT quote_id, cluster_id, doc_id FROM quotations WHERE {where.sql}", where.params
    )
    articles = spoken.groupby("cluster_id").doc_id.nunique()
    several = spoken[spoken.cluster_id.map(articles) > 1]
    told = utterances.told(corpus, tuple(spoken.quote_id))
    assert told == {
        one.quote_id: utterances.Told(one.cluster_id, articles[one.cluster_id])
        for one in several.itertuples()
    }
