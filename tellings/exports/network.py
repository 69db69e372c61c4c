"""Who is named with whom, as a network that Gephi, networkx and igraph read: GEXF and GraphML."""

from __future__ import annotations

import io
from typing import Any

from tellings.analysis import cooccurrence
from tellings.corpus.documents import web_address
from tellings.exports.about import About
from tellings.exports.values import in_xml, plain
from tellings.query.filters import Filters
from tellings.store.corpus import Corpus


def take(corpus: Corpus, filters: Filters) -> Any:
    """The pairs that :func:`tellings.analysis.cooccurrence.pairs` tells, as a `networkx.Graph`.

    Nodes are entities with `label` and `type`; edges have `weight` (sentences that name both), `n_documents`, `n`
    (names of both in them), `association` (signed G²), and where the first such sentence stands: `doc_id`, `start`,
    `end`, `outlet`, `url`.
    """
    import networkx

    graph = networkx.Graph()
    pairs: list[dict[Any, Any]] = cooccurrence.pairs(corpus, filters).to_dict("records")
    named = {row[f"entity_{side}"] for row in pairs for side in "ab"}
    where = cooccurrence.together(filters).where("mentions")
    rows = corpus.sql(
        f"""
        SELECT m.entity_id, s.doc_id, s.start, s."end", o.outlet, d.url
        FROM (SELECT DISTINCT entity_id, sentence_id FROM mentions WHERE {where.sql}) m
             JOIN sentences s USING (sentence_id) JOIN outlets o USING (doc_id) JOIN documents d USING (doc_id)
        ORDER BY s.doc_id, s.start
        """,
        where.params,
    )
    sentences: dict[str, dict[tuple[str, int], dict[Any, Any]]] = {}
    for row in rows[rows.entity_id.isin(named)].to_dict("records"):
        sentences.setdefault(row["entity_id"], {})[row["doc_id"], row["start"]] = row
    for row in pairs:
        a, b = row["entity_a"], row["entity_b"]
        for side in "ab":
            graph.add_node(
                _safe(row[f"entity_{side}"]), label=_safe(row[f"name_{side}"]), type=row[f"type_{side}"]
            )
        first = next(at for key, at in sentences[a].items() if key in sentences[b])
        edge = {name: row[name] for name in ("n_documents", "n", "association")}
        edge |= {"weight": row["n_sentences"], **{k: first[k] for k in ("doc_id", "start", "end", "outlet")}}
        edge["url"] = web_address(first["url"]) or ""
        graph.add_edge(_safe(a), _safe(b), **{name: _safe(plain(value)) for name, value in edge.items()})
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
