"""How a printed word is parted into words: as the texts are, by spaCy's tokenizer, which is not asked here."""

from __future__ import annotations

import re

_AROUND = (
    ",;:!()‘`´“”„«»…—–#&<>_$£€¥₽₴₺₩₹¢%‰°=§•·¿¡"
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_OUTSIDE = f"{_AROUND}'’."
# English contractions are parted, words that are written short (doin', 'em) are not.
_SHORT = re.compile(r"\W*(?:['’](?:s|re|ve|ll|d|m|em|cause|cos|til)|\w+in['’])\W*$", re.IGNORECASE)
_CONTRACTED = re.compile(
    r"(?<=\w)(?=n['’]t(?:['’]|$))|(?<=\w)(?=['’](?:s|re|ve|ll|d|m)(?:['’]|$))|(?<=\bcan)(?=not$)|(?<=\bgon)(?=na$)"
    r"|(?<=\bgot)(?=ta$)",
    re.IGNORECASE,
)
# Compounds are parted at their hyphens (not F-16), and words at what stands between them.
_BETWEEN = re.compile(
    r"[°…—]+|(?<=\w)[-–](?=[^\W\d_])|(?<=\d)-(?=\d)|(?<=[^\W\d_])[:/=<>,](?=[^\W\d_])|(?<=US\$)(?=\d)|(?<=^[CA]\$)(?=\d)"
)
# An address of mail or of the web is one word, as spaCy's `URL_PATTERN` has it: its last part is in small letters.
_ADDRESS = re.compile(
    r"(?:[\w+.-]{2,}://)?(?:\S+@)?(?:[\w*][\w*-]*\.)+(?P<last>[^\W\d_]{2,63})(?::\d{2,5})?(?:[/?#]\S*)?"
)
# A number is parted from its unit, as printed: 20m, not 20bn.
_UNIT = re.compile(
    r"(?<=\d)(?=(?:[kdcmµn]?m|ha|yd|in|ft|[kmµ]?g|t|lb|oz|kmh|mph|h?Pa|mbar|mb|MB|[kgt]b|[KGT]B|[TGMK])$)"
    r"|(?<=^\d)(?=[ap]\.?m\.?$)|(?<=^1[0-2])(?=[ap]\.?m\.?$)"
)


def pieces(word: str) -> list[str]:
    """The words that are printed as one, without the marks around them; a point at the end, an abbreviation's
    perhaps, is kept.

    >>> pieces("(cease-fire,"), pieces("$1,000"), pieces("20°C"), pieces("can't")
    (['cease', 'fire'], ['1,000'], ['20', 'C'], ['ca', "n't"])
    >>> pieces("<anna-maria@site.org>,"), pieces("www.my-site.org/a-b")
    (['anna-maria@site.org'], ['www.my-site.org/a-b'])
    """
    bare = word.strip(_AROUND + ".") if _SHORT.match(word) else word.strip(_OUTSIDE)
    parted = [bare]
    address = _ADDRESS.fullmatch(bare)
    if address and address["last"].islower():
        return parted
    for rule in (_UNIT, _BETWEEN, _CONTRACTED):
        parted = [piece for whole in parted for piece in rule.split(whole) if piece]
    if parted and word[word.rindex(bare) + len(bare) :].startswith("."):
        parted[-1] += "."
    return parted
