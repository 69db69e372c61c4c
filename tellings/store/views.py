"""What is counted, said once: SQL views that every opened corpus has beside its tables."""

from __future__ import annotations

from tellings import schema
from tellings.query import named_places
from tellings.query.seen import FOLDED, SEEN, plain
from tellings.query.sql import ANONYMOUS, BY_OTHERS, BY_SPEAKER, DATED, LETTERS, NOBODY, WORDS

_SPEECH = ", ".join(f"'{kind}'" for kind in schema.SPEECH_KINDS)
HYPHENS = "'-', '\u2010', '\u2011'"
"""SQL: the marks that join words to one, where nothing stands between; no dash does."""

_COUNTED = ("counted", f"counted AND kind IN ({_SPEECH})")
"""Which place names count, and which quotations."""

_READ = ("text", "cue", "speaker", "sentence")
"""What of a quotation is searched for words."""

VIEWS = {
    # The sentences of counted blocks: all that a default count looks at.
    "counted_sentences": """
        SELECT s.doc_id, s.sentence_id, s.start, s."end", b.kind AS block_kind
        FROM sentences s JOIN blocks b USING (block_id) WHERE s.counted""",
    # The mentions that default counts are made of: names in counted blocks, without those that are no names after all.
    "counted_mentions": """
        SELECT m.*, s.block_kind FROM mentions m JOIN counted_sentences s USING (sentence_id)
        WHERE m.counted AND m.form = 'name' AND m.entity_id IS NOT NULL""",
    # How often each sentence names or means each entity, by form, and how many others it does (`beside`); sentences are
    # numbered, to be joined quickly.
    "sentence_names": """
        SELECT sentence_id, s.number, m.doc_id, m.entity_id, m.form, true AS counted, count(*) AS n,
               (count(*) OVER (PARTITION BY s.number, m.form) - 1)::INTEGER AS beside
        FROM mentions m JOIN (
            SELECT sentence_id, row_number() OVER (ORDER BY sentence_id)::INTEGER AS number FROM sentences
        ) s USING (sentence_id)
        WHERE m.counted AND m.entity_id IS NOT NULL GROUP BY sentence_id, s.number, m.doc_id, m.entity_id, m.form""",
    # How often each article names or means each entity, by form: what counts of entities are made of.
    "mention_counts": """
        SELECT entity_id, doc_id, form, true AS counted, count(*) AS n FROM mentions
        WHERE counted AND entity_id IS NOT NULL GROUP BY ALL""",
    # How often all articles together name or mean each entity, by form, and in how many articles.
    "entity_totals": """
        SELECT entity_id, form, true AS counted, sum(n)::BIGINT AS n, count(*) AS n_documents
        FROM mention_counts GROUP BY ALL""",
    # The same as `mention_counts`, of mentions by others: neither to say who speaks nor in the entity's own words.
    "mention_counts_by_others": f"""
        SELECT entity_id, doc_id, form, true AS counted, count(*) AS n FROM mentions
        WHERE counted AND entity_id IS NOT NULL AND {BY_OTHERS} GROUP BY ALL""",
    # The years and months of which each sentence speaks.
    "sentence_periods": """
        SELECT sentence_id, substr(value, 1, 4) AS period FROM dates WHERE regexp_full_match(value, '[0-9]{4}.*')
        UNION SELECT sentence_id, substr(value, 1, 7) FROM dates
        WHERE regexp_full_match(value, '[0-9]{4}-[0-9]{2}.*')""",
    # The tokens as they are printed. A word is cut out of its sentence: its place in a long text would be counted anew.
    "words": """
        SELECT t.*, substr(s.said, t.start - s.start + 1, t."end" - t.start) AS text, s.counted
        FROM tokens t JOIN (
            SELECT doc_id, sentence_id, s.start, s.counted,
                   substr(d.text, s.start + 1, s."end" - s.start) AS said
            FROM sentences s JOIN documents d USING (doc_id)
        ) s USING (doc_id, sentence_id)""",
    # In how many sentences each noun and verb stands.
    "lemma_counts": """
        SELECT lower(lemma) AS lemma, count(DISTINCT sentence_id) AS n_sentences FROM tokens
        WHERE pos IN ('NOUN', 'VERB') GROUP BY ALL""",
    # Whose article it is. One without a known publisher stands for itself; an outlet of one article is called as that.
    "outlets": """
        SELECT doc_id, coalesce(publisher, 'unknown:' || doc_id) AS outlet,
               CASE WHEN count(*) OVER (PARTITION BY coalesce(publisher, doc_id)) = 1 OR publisher IS NULL THEN short
               ELSE publisher END AS label
        FROM documents""",
    # The telling to which each article belongs, and whether it is the fullest of it; without copies each is its own.
    "told_once": """
        SELECT doc_id, telling,
               row_number() OVER (PARTITION BY telling ORDER BY n_words DESC, doc_id) = 1 AS fullest
        FROM (SELECT doc_id, n_words, coalesce(telling_id, doc_id) AS telling
              FROM documents LEFT JOIN tellings USING (doc_id))""",
    # Quotations that somebody is said to speak.
    "speech": f"SELECT * FROM quotations WHERE kind IN ({_SPEECH})",
    # The pieces of what is said in a quotation.
    "content_spans": """SELECT doc_id, quote_id, start, "end", text FROM quote_parts WHERE role = 'content'""",
    # Each entity that speaks a quotation, once.
    "quotation_speakers": """
        SELECT quote_id, entity_id FROM quote_speakers WHERE entity_id IS NOT NULL
        UNION SELECT quote_id, speaker_id FROM quotations WHERE speaker_id IS NOT NULL""",
    # How many quotations those speak who act for each country, and how many each word of saying introduces.
    "side_counts": """
        SELECT country AS side, count(DISTINCT quote_id) AS n FROM quotation_speakers JOIN entities USING (entity_id)
        WHERE country IS NOT NULL GROUP BY country""",
    "cue_counts": "SELECT lower(cue) AS cue, count(*) AS n FROM quotations WHERE cue IS NOT NULL GROUP BY ALL",
    # The words of what is said in a quotation.
    "quotation_words": f"SELECT quote_id, sum({WORDS})::BIGINT AS words FROM content_spans GROUP BY quote_id",
    # What the search looks at, by numbers that are compared quickly: the counted sentences in the order of the texts,
    "numbered_sentences": """
        SELECT row_number() OVER (ORDER BY doc_id, start)::INTEGER AS s,
               dense_rank() OVER (ORDER BY doc_id)::INTEGER AS doc,
               doc_id, sentence_id, start, "end", block_kind, true AS counted
        FROM counted_sentences""",
    # and the articles that have some,
    "numbered_documents": "SELECT DISTINCT doc, doc_id FROM numbered_sentences",
    # each form in which a word is printed there, with its base form (`base` without capitals and accents); `of_word` is
    # the first of those of one word; marks between words are none,
    "forms": f"""
        SELECT *, min(form) OVER (PARTITION BY folded) AS of_word FROM (
            SELECT row_number() OVER (ORDER BY folded, text, lemma, pos)::INTEGER AS form, * FROM (
                SELECT {FOLDED} AS folded, lower({plain("lemma")}) AS base, * FROM (
                    SELECT {SEEN} AS seen, * FROM (
                        SELECT text, lemma, pos, count(*) AS n FROM words
                        WHERE counted AND {LETTERS} GROUP BY ALL))))""",
    # the words, numbered in the order of the texts (`nth`),
    "numbered": """
        SELECT row_number() OVER (ORDER BY s, w.start) AS nth, s, doc, w.start::INTEGER AS start,
               w."end"::INTEGER AS "end", form
        FROM words w JOIN numbered_sentences USING (sentence_id) JOIN forms USING (text, lemma, pos)""",
    # the words of each sentence, from its first on,
    "sentence_words": """
        SELECT s, doc, min(nth) AS first, list(form ORDER BY nth) AS forms FROM numbered GROUP BY ALL""",
    # how often each form, and each word, stands in each article,
    "form_counts": "SELECT form, doc, count(*)::INTEGER AS n FROM numbered GROUP BY ALL",
    "word_counts": """
        SELECT of_word AS word, doc, sum(f.n)::INTEGER AS n FROM form_counts f JOIN forms USING (form) GROUP BY ALL""",
    # the words that hyphens join (cease-fire), from the first to the last word of each,
    "compounds": f"""
        WITH hyphens AS (
            SELECT n.s, w.start FROM words w JOIN numbered_sentences n USING (sentence_id)
            WHERE w.counted AND w.text IN ({HYPHENS})
        ), joined AS (
            SELECT a.doc, a.s, a.nth FROM numbered a JOIN hyphens h ON h.s = a.s AND h.start = a."end"
            JOIN numbered b ON b.s = a.s AND b.nth = a.nth + 1 AND b.start = a."end" + 1
        ), runs AS (
            SELECT doc, s, min(nth) AS first, max(nth) + 1 AS last
            FROM (SELECT *, nth - row_number() OVER (ORDER BY nth) AS run FROM joined) GROUP BY doc, s, run)
        SELECT r.doc, r.s, first, last, min(w.start) AS start, max(w."end") AS "end",
               string_agg(f.folded, '-' ORDER BY w.nth) AS folded, string_agg(f.base, '-' ORDER BY w.nth) AS base
        FROM runs r JOIN numbered w ON w.s = r.s AND w.nth BETWEEN first AND last JOIN forms f USING (form)
        GROUP BY r.doc, r.s, first, last""",
    # with the words of which each is made,
    "compound_parts": """
        SELECT c.first, w.nth, w.form, w.doc
        FROM compounds c JOIN numbered w ON w.s = c.s AND w.nth BETWEEN first AND last""",
    # and from which word to which somebody's speech runs (`content`) and the words that say so (`cue`).
    "spoken_words": """
        WITH spans AS (
            SELECT quote_id, 'content' AS role, doc_id, c.start, c."end"
            FROM content_spans c JOIN speech USING (quote_id, doc_id)
            UNION ALL SELECT quote_id, 'cue', doc_id, cue_start, cue_end FROM speech WHERE cue_start IS NOT NULL)
        SELECT quote_id, role, min(nth) AS first, max(nth) AS last
        FROM spans p JOIN numbered_sentences n ON n.doc_id = p.doc_id AND n.start < p."end" AND p.start < n."end"
        JOIN numbered w ON w.s = n.s AND w.start < p."end" AND p.start < w."end"
            AND (role = 'cue' OR (p.start <= w.start AND w."end" <= p."end"))
        GROUP BY quote_id, role, p.start, p."end\"""",
    # What is named or meant between the beginning and end of each quotation.
    "quoted_entities": """
        SELECT DISTINCT m.entity_id, o.quote_id FROM quotations o JOIN mentions m
            ON m.doc_id = o.doc_id AND m.start >= o.start AND m."end" <= o."end" WHERE m.entity_id IS NOT NULL""",
    # What stands in sentences that speak of a time, once for each year and month.
    **{
        f"dated_{table}": f"SELECT t.*, period FROM {table} t JOIN sentence_periods USING (sentence_id)"
        for table in DATED
    },
    # What is said in each quotation, its word of saying, its speaker and its sentence, without capitals and accents.
    "quotations_read": f"""
        SELECT quote_id, {", ".join(f"lower({plain(name)}) AS {name}" for name in _READ)} FROM (
            SELECT quote_id, q.text, coalesce(cue, '') AS cue, coalesce(speaker, '') AS speaker,
                   substr(d.text, s.start + 1, s."end" - s.start) AS sentence
            FROM quotations q JOIN sentences s USING (sentence_id) JOIN documents d ON d.doc_id = s.doc_id)""",
    # How often each form of a word stands in each article, with what `words` tells of it.
    "word_forms": """
        SELECT f.text, f.lemma, f.base, f.pos, d.doc_id, true AS counted, c.n
        FROM form_counts c JOIN forms f USING (form) JOIN numbered_documents d USING (doc)""",
    # The same for each word, with the sentence in which it stands.
    "word_places": """
        SELECT f.text, f.lemma, f.base, f.pos, n.doc_id, n.sentence_id, true AS counted
        FROM numbered w JOIN forms f USING (form) JOIN numbered_sentences n USING (s)""",
    # In how many articles each utterance is told, where there are several,
    "told_in": f"""
        SELECT cluster_id, count(DISTINCT doc_id) AS n_documents FROM quotations
        WHERE {_COUNTED[1]} AND cluster_id IS NOT NULL
        GROUP BY cluster_id HAVING count(DISTINCT doc_id) > 1""",
    # and those that several tell, counted or not.
    "retold": """
        SELECT cluster_id FROM quotations WHERE cluster_id IS NOT NULL
        GROUP BY cluster_id HAVING count(DISTINCT doc_id) > 1""",
    # Who is said to speak each quotation, in words, and who tells it: whose quotation it stands in, if another's.
    "quotation_voices": f"""
        WITH named AS (
            SELECT quote_id, string_agg(name, ' and ' ORDER BY name) AS names
            FROM quotation_speakers JOIN entities USING (entity_id) GROUP BY quote_id
        ), voices AS (
            SELECT quote_id, inside_id,
                   CASE WHEN anonymous THEN '{ANONYMOUS}' ELSE coalesce(names, '{NOBODY}') END AS voice
            FROM quotations LEFT JOIN named USING (quote_id)
        )
        SELECT v.quote_id, v.voice, CASE WHEN o.voice <> v.voice OR o.voice IN ('{ANONYMOUS}', '{NOBODY}') THEN o.voice
               END AS told_by
        FROM voices v LEFT JOIN voices o ON o.quote_id = v.inside_id""",
    # The place names inside what is said.
    "spoken_toponyms": """
        SELECT p.quote_id, t.mention_id FROM toponyms t
        JOIN content_spans p ON p.doc_id = t.doc_id AND p.start <= t.start AND t."end" <= p."end\"""",
    # The country for which a place name counts: a name that stands for a government counts for that government's.
    "toponym_sides": """
        SELECT t.mention_id,
               CASE WHEN t.use = 'metonymic' AND t.stands_for IS NOT NULL THEN e.country ELSE t.country_code END AS side
        FROM toponyms t LEFT JOIN entities e ON e.entity_id = t.stands_for""",
    # Each quotation once for each of its speakers (`who`), with its words and whether another tells it.
    "voiced": """
        SELECT q.*, s.entity_id AS who, w.words, coalesce(v.told_by IS NOT NULL, false) AS relayed
        FROM quotations q LEFT JOIN quotation_speakers s USING (quote_id) LEFT JOIN quotation_words w USING (quote_id)
             LEFT JOIN quotation_voices v USING (quote_id)""",
    # How often each speaker is quoted in all articles together; quotations of nobody known are one row.
    "speaker_totals": BY_SPEAKER.format(where=_COUNTED[1]),
    # Each place name with its outlet and the country for which it counts.
    "placed": """
        SELECT t.*, o.outlet, o.label, s.side
        FROM toponyms t JOIN outlets o USING (doc_id) JOIN toponym_sides s USING (mention_id)""",
    # The same once for each quotation in whose content it stands.
    "spoken_placed": "SELECT s.quote_id, p.* FROM spoken_toponyms s JOIN placed p USING (mention_id)",
    # How often all articles together name each place, region and country, and places at all, by each use.
    "place_totals": named_places.places(*_COUNTED, apart=("use",)),
    "region_totals": named_places.areas("region", *_COUNTED, apart=("use",)),
    "country_totals": named_places.areas("country", *_COUNTED, apart=("use",)),
    "use_totals": named_places.whole(*_COUNTED, apart=("use",)),
    # Each sentence of an article that another has, once for each of them.
    "shared": """
        WITH sides AS (
            SELECT doc_a AS doc_id, start_a AS start, end_a AS "end", doc_b AS other, start_b AS other_start,
                   end_b AS other_end, kind, similarity, method, group_id FROM reuse
            UNION ALL SELECT doc_b, start_b, end_b, doc_a, start_a, end_a, kind, similarity, method, group_id FROM reuse
        )
        SELECT r.*, s.sentence_id, s.counted, substr(d.text, r.start + 1, r."end" - r.start) AS text
        FROM sides r JOIN sentences s USING (doc_id, start, "end") JOIN documents d USING (doc_id)""",
}  # fmt: skip
"""The views by name, in the order in which they are made: one may ask those before it."""

MATERIALISED = {
    "sentence_names": "ORDER BY number",
    "mention_counts": "ORDER BY entity_id, doc_id",
    "entity_totals": "ORDER BY entity_id",
    "mention_counts_by_others": "ORDER BY entity_id, doc_id",
    "sentence_periods": "ORDER BY sentence_id",
    "words": "ORDER BY doc_id, start",
    "lemma_counts": "ORDER BY lemma",
    "outlets": "ORDER BY doc_id",
    "quotation_speakers": "ORDER BY quote_id",
    "side_counts": "ORDER BY side",
    "cue_counts": "ORDER BY cue",
    "quotation_voices": "ORDER BY quote_id",
    "quotation_words": "ORDER BY quote_id",
    "told_once": "ORDER BY doc_id",
    "quoted_entities": "ORDER BY entity_id, quote_id",
    **{f"dated_{table}": "ORDER BY doc_id, start" for table in DATED},
    "quotations_read": "ORDER BY quote_id",
    "told_in": "ORDER BY cluster_id",
    "retold": "ORDER BY cluster_id",
    "voiced": "ORDER BY quote_id",
    "speaker_totals": "ORDER BY who",
    "placed": "ORDER BY doc_id, start",
    "spoken_placed": "ORDER BY quote_id",
    "place_totals": "ORDER BY use, place_id",
    "region_totals": "ORDER BY use, code",
    "country_totals": "ORDER BY use, code",
    "use_totals": "ORDER BY use",
    "spoken_toponyms": "ORDER BY quote_id",
    "toponym_sides": "ORDER BY mention_id",
    "shared": "ORDER BY doc_id, start, other",
    "numbered_sentences": "ORDER BY s",
    "numbered_documents": "ORDER BY doc",
    "forms": "ORDER BY form",
    "numbered": "ORDER BY nth",
    "sentence_words": "ORDER BY s",
    "form_counts": "ORDER BY form, doc",
    "word_counts": "ORDER BY word, doc",
    "compounds": "ORDER BY first",
    "compound_parts": "ORDER BY nth",
    "spoken_words": "ORDER BY role, first",
}
"""The views that an index holds ready, with the order of their rows there (see :mod:`tellings.store.derived`)."""

PARTED = {"words": "doc_id", "sentence_words": "doc", "form_counts": "doc", "word_counts": "doc"}
"""Of these, the largest: the column by whose values they can be made in parts; each part is in that order."""

LOCAL = {
    "sentence_names": "doc_id",
    "mention_counts": "doc_id",
    "mention_counts_by_others": "doc_id",
    "quotation_speakers": "quote_id",
    "quotation_words": "quote_id",
    "numbered_sentences": "doc_id",
    "numbered": "doc",
    "spoken_words": "quote_id",
    "quoted_entities": "quote_id",
    "dated_mentions": "doc_id",
    "dated_quotations": "doc_id",
    "dated_toponyms": "doc_id",
    "quotations_read": "quote_id",
    "quotation_voices": "quote_id",
    "spoken_toponyms": "quote_id",
    "toponym_sides": "mention_id",
    "voiced": "doc_id",
    "placed": "doc_id",
    "spoken_placed": "doc_id",
}
"""Those whose rows each stand on the rows of one article alone, and on what entities are: by which column it is known
of which.
"""

NUMBERED = ("numbered_sentences", "numbered")
"""Of these, those whose numbers count through all articles."""

SEARCHED = (
    "numbered_sentences", "numbered_documents", "forms", "numbered", "sentence_words", "form_counts", "word_counts",
    "compounds", "compound_parts", "spoken_words",
)  # fmt: skip
"""Views that are held in memory from the first search on, where no index has them."""
