"""Speakers of quotations: the same mention, the same entity, the person's name. See `score_quotes`."""

import re

PRONOUNS = set("he she they it i we you who him her his their them us me that which himself herself".split())
TITLES = set(
    "mr mrs ms miss dr sen rep gov gen lt col sir lord lady prof president senator jr sr ii iii iv".split()
)
CUT = re.compile(
    r"\s(?:of|for|from|at|in|on|with|to|by|who|whom|whose|which|that|as|about|after|during|"
    r"near|among|against|under|speaking|writing|including|told|said|says)\b",
    re.I,
)


def heads(name):
    """Head words of a speaker string, lower case: of each part between commas, brackets and 'and'."""
    out = []
    name = re.sub(r"[\u2018\u2019]", "'", name or "")
    name = re.sub(r"[\u201c\u201d\"]", "", name)
    for part in re.split(r"\s*[,;()\u2013\u2014]\s*|\s+and\s+|\s+&\s+", name):
        cut = CUT.search(" " + part if not part.startswith(" ") else part)
        if cut and cut.start() > 1:
            part = (" " + part)[: cut.start()]
        words = [re.sub(r"'s?$", "", w) for w in re.findall(r"[\w'.-]+", part)]
        words = [w.strip(".'-").lower() for w in words]
        words = [w for w in words if w]
        while len(words) > 1 and words[-1] in TITLES | {"himself", "herself", "themselves", "itself"}:
            words.pop()
        if words and words[-1] not in ("the", "a", "an", "his", "her", "their"):
            out.append(words[-1])
    return set(out)


def full_names(name):
    """{last name: first names} of the capitalised name at the end of each part, titles left out."""
    out = {}
    for part in re.split(
        r"\s*[,;()\u2013\u2014]\s*|\s+and\s+|\s+&\s+", re.sub(r"['\u2018\u2019]s?(?=\s|$)", "", name or "")
    ):
        cut = CUT.search(" " + part)
        words = ((" " + part)[: cut.start()] if cut and cut.start() > 1 else part).split()
        run = []
        for w in words:
            w = w.strip(".,'\u2019\"\u201c\u201d")
            run = [*run, w.lower()] if w[:1].isupper() else []
        run = [w for w in run if w not in TITLES]
        if run:
            out.setdefault(run[-1], set()).update(run[-2:-1])
    return out


def clash(a, b):
    """The same last name with different first names (Bill Clinton, Hillary Clinton)."""
    x, y = full_names(a), full_names(b)
    common = set(x) & set(y)
    return bool(common) and all(
        x[k]
        and y[k]
        and not any(
            f[:1] == g[:1] and (len(f) == 1 or len(g) == 1 or f[:3] == g[:3]) for f in x[k] for g in y[k]
        )
        for k in common
    )


def canonical(g, p):
    """None where the gold knows no name, else whether the prediction gives that person's name."""
    names = [
        n
        for n in [g.get("speaker"), g.get("speaker_canonical"), *(g.get("speaker_aliases") or [])]
        if n and n.strip().lower() not in PRONOUNS and full_names(n)
    ]
    if not names:
        return None
    mine = p.get("speaker_canonical") or p.get("speaker") or ""
    have = set(full_names(mine))
    return any(have & set(full_names(n)) and not clash(mine, n) for n in names)


def same_mention(g, p):
    if not p.get("speaker") and p.get("speaker_start") is None:
        return False
    spans = [x.get(k) for x in (g, p) for k in ("speaker_start", "speaker_end")]
    if (
        None not in spans
        and min(spans[1], spans[3]) > max(spans[0], spans[2])
        and spans[3] - spans[2] <= 3 * (spans[1] - spans[0]) + 40
    ):
        return True
    return bool(heads(g.get("speaker")) & heads(p.get("speaker"))) and not clash(
        g.get("speaker"), p.get("speaker")
    )


def same_entity(g, p):
    if same_mention(g, p):
        return True
    names = [*list(g.get("speaker_aliases") or []), g.get("speaker_canonical")]
    mine = [p.get("speaker"), p.get("speaker_canonical")]
    a = set().union(*(heads(n) for n in names if n), set()) - PRONOUNS
    b = set().union(*(heads(n) for n in mine if n), set()) - PRONOUNS
    return bool(a & b)


def speaker_type(q):
    s = (q.get("speaker") or "").strip()
    if not s:
        return "none"
    if s.lower() in PRONOUNS:
        return "pronoun"
    return (
        "name"
        if any(
            w[:1].isupper()
            for w in re.findall(r"\w+", re.sub(r"^(The|A|An|This|One|Some|Many|Most|All)\b", "", s))
        )
        else "nominal"
    )
