"""Who is named with whom, or which words stand near each other, as a network that Gephi reads: GEXF and GraphML."""

from __future__ import annotations

import io
from typing import Any

from tellings.analysis import collocations, cooccurrence
from tellings.corpus.documents import web_address
from tellings.exports.about import About
from tellings.exports.values import in_xml, plain
from tellings.query.filters import Filters
from tellings.store.corpus import Corpus


def take(corpus: Corpus, filters: Filters) -> Any:
    """The network that a view shows, as a `networkx.Graph`: of words near a query where the filters are those of the
    search's view of them, else the pairs that :func:`tellings.analysis.cooccurrence.pairs` tells.

    Nodes are entities with `label` and `type`; edges have `weight` (sentences that name both), `n_documents`, `n`
    (names of both in them), `association` (signed G²), and where the first such sentence stands: `doc_id`, `start`,
    `end`, `outlet`, `url`.
    """
    import networkx

    if filters.view == "near" and filters.q:
        return _near(corpus, filters)
    pairs = cooccurrence.pairs(corpus, filters)
    where = cooccurrence.together(filters).where("mentions")
    first = corpus.sql(
        f"""
        WITH picked AS (SELECT DISTINCT entity_id, sentence_id FROM mentions WHERE {where.sql}),
        pairs AS (SELECT unnest(?::VARCHAR[]) AS entity_a, unnest(?::VARCHAR[]) AS entity_b)
        SELECT DISTINCT ON (entity_a, entity_b) entity_a, entity_b, s.doc_id, s.start, s."end", o.outlet, d.url
        FROM pairs JOIN picked a ON a.entity_id = entity_a
             JOIN picked b ON b.entity_id = entity_b AND b.sentence_id = a.sentence_id
             JOIN sentences s ON s.sentence_id = a.sentence_id
             JOIN outlets o USING (doc_id) JOIN documents d USING (doc_id)
        ORDER BY entity_a, entity_b, s.doc_id, s.start
        """,
        [*where.params, pairs.entity_a.tolist(), pairs.entity_b.tolist()],
    )
    graph = networkx.Graph()
    told = ("n_documents", "n", "association", "doc_id", "start", "end", "outlet")
    for row in pairs.merge(first, on=["entity_a", "entity_b"]).to_dict("records"):
        for side in "ab":
            name, kind = row[f"name_{side}"], row[f"type_{side}"]
            graph.add_node(_safe(row[f"entity_{side}"]), label=_safe(name), type=kind)
        edge = {"weight": row["n_sentences"], **{name: row[name] for name in told}}
        edge["url"] = web_address(row["url"]) or ""
        edge = {name: _safe(plain(value)) for name, value in edge.items()}
        graph.add_edge(_safe(row["entity_a"]), _safe(row["entity_b"]), **edge)
    return graph


def empty(corpus: Corpus, filters: Filters) -> bool:
    """Has the network that a view shows nobody and nothing in it?"""
    if filters.view == "near" and filters.q:
        return not len(_near(corpus, filters))
    return cooccurrence.pairs(corpus, filters, limit=1).empty


def _near(corpus: Corpus, filters: Filters) -> Any:
    """The words that stand near a query: nodes have `label`, `type` and `n`, edges `weight` (times that the two stand
    near each other), `n_documents` and `association` (signed G²).
    """
    import networkx

    nodes, pairs = collocations.network(
        corpus, filters.q, filters.change(q="", view="", sort=""),
        unit=filters.unit or "words", near=filters.window, stop=filters.stop,
    )  # fmt: skip
    graph = networkx.Graph()
    for node in nodes.to_dict("records"):
        graph.add_node(
            _safe(node["entity_id"]), label=_safe(node["name"]), type=node["type"], n=plain(node["n"])
        )
    for row in pairs.to_dict("records"):
        edge = {"weight": row["n_sentences"], **{name: row[name] for name in ("n_documents", "association")}}
        graph.add_edge(
            _safe(row["entity_a"]), _safe(row["entity_b"]), **{k: plain(v) for k, v in edge.items()}
        )
    return graph


def gexf(graph: Any, about: About) -> bytes:
    """The network as GEXF 1.2; each edge also says the hash of the sources and the corrections in it."""
    import networkx

    return _written(networkx.write_gexf, graph, about)


def graphml(graph: Any, about: About) -> bytes:
    """The network as GraphML."""
    import networkx

    return _written(networkx.write_graphml_xml, graph, about)


def _written(write: Any, graph: Any, about: About) -> bytes:
    told = graph.copy()
    for _, _, edge in told.edges(data=True):
        edge |= {"sources_hash": about.sources_hash, "corrections": about.corrections}
    stream = io.BytesIO()
    write(told, stream)
    return stream.getvalue()


def _safe(value: Any) -> Any:
    return in_xml(value) if isinstance(value, str) else value
