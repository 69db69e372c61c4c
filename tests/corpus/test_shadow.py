"""The text as it is read, and the way back to the text as it is stored."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.corpus import shadow
from tellings.corpus.shadow import reading, shadow_of

DISTURBED = [
    ("Ute Brand\u00adstätter met Ham\u00adburg", "Ute Brandstätter met Hamburg"),
    ("Zel\u200bensky and \u2060Pu\u200dtin\ufeff", "Zelensky and Putin"),
    ("Keir\u00a0Dalgleish paid 1\u00a0000 euros to Ann\u2009Tully",
     "Keir Dalgleish paid 1\u00a0000 euros to Ann Tully"),
    (unicodedata.normalize("NFD", "José Peñalver in Málaga"), "José Peñalver in Málaga"),
    ("the of\ufb01ce of the \ufb02eet", "the office of the fleet"),
    ("Marks  &amp;  Spencer said &quot;no&quot;", 'Marks & Spencer said "no"'),
    ("It&#8217;s Jos&eacute;&#x27;s", "It’s José's"),
    ("AT&amp;amp;T", "AT&T"),
    ("The cafÃ© owner, JosÃ© NÃºÃ±ez: â€œWe canâ€™t pay.â€\x9d",
     "The café owner, José Núñez: “We can’t pay.”"),
    ("â€œNoâ€, he said â€“ Â£5 and â‚¬6", "“No”, he said – £5 and €6"),
    ("PoznaÅ„, KrakÃ³w â€” ÄŒapek", "Poznań, Kraków — Čapek"),
    ("donÃ¢â‚¬â„¢t", "don’t"),
    ("It‚Äôs Jos√© who said ‚Äúno‚Äù", "It’s José who said “no”"),
    ("\x93No,\x94 he said. It\x92s late \x96 too late", "“No,” he said. It’s late – too late"),
    ("\ufffdWe are sorry,\ufffd she said. It\ufffds shut.", "“We are sorry,” she said. It’s shut."),
    ("ðŸ˜€ she wrote", "😀 she wrote"),
    ("ï»¿The mayor", "The mayor"),
    ("the old market in the\ncentre of the town", "the old market in the centre of the town"),
    ("the gov\u00ad\nernment fell", "the government fell"),
]  # fmt: skip


@pytest.mark.parametrize(("stored", "read"), DISTURBED, ids=[read[:20] for _, read in DISTURBED])
def test_what_hides_words_is_mended_in_the_shadow_and_leads_back(stored: str, read: str) -> None:
    shadow = shadow_of(stored)
    assert shadow.text == read
    assert shadow.source == stored
    at = 0
    for word in read.split():
        at = read.index(word, at)
        start, end = shadow.start(at), shadow.end(at + len(word))
        assert shadow_of(stored[start:end]).text == word or reading(stored[start:end]) == word
        at += len(word)


@pytest.mark.parametrize(
    "text",
    [
        "“MÖ”, “CAFÉ–BAR” and “Gruß” stay, touché\u00a0» too.",
        "AT&T and R&D; Q&A; √2 is 1.41.",
        "He paid £5 to Señor Ñandú of São Tomé… “Ã” is a letter.",
        "The line ends here.\nThe next one begins.",
        "漢字 and Київ and שלום stay.",
    ],
)
def test_what_is_right_is_left_as_it_is(text: str) -> None:
    shadow = shadow_of(text)
    assert shadow.text.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert not shadow.damaged


def test_the_same_text_needs_no_map() -> None:
    shadow = shadow_of("The mayor of Düsseldorf said “no”.")
    assert shadow.same
    assert (shadow.start(4), shadow.end(9)) == (4, 9)


def test_damage_is_named_once_a_kind() -> None:
    shadow = shadow_of("JosÃ© canâ€™t &amp; wonâ€™t")
    assert [(one.kind, one.printed, one.reading) for one in shadow.damaged] == [
        ("mojibake", "Ã©", "é"),
        ("entity", "&amp;", "&"),
    ]


@given(
    st.lists(
        st.one_of(
            st.sampled_from([stored for stored, _ in DISTURBED]),
            st.sampled_from(
                ["\u00ad", "\u200b", "e\u0301", "&#10;", "\n", "\r\n", "-\n", "â€", "\ufffd", " ", "a"]
            ),
            st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
        ),
        max_size=12,
    ).map("".join)
)
def test_offsets_grow_and_stay_within_the_text(text: str) -> None:
    shadow = shadow_of(text)
    starts = [shadow.start(i) for i in range(len(shadow.text) + 1)]
    ends = [shadow.end(i) for i in range(len(shadow.text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends[1:], strict=False))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_reading_a_printed_form_never_fails(text: str) -> None:
    assert "\u00ad" not in reading(text)
    assert "\n" not in reading(text)


@given(st.text(st.sampled_from("a1 \n\u00ad\u200b\u00a0\u2009\u202f\u0301é\ufeffﬁ，Ａ"), max_size=8))
def test_what_hides_is_looked_for_wherever_it_may_stand(text: str) -> None:
    assert shadow._HINTS.search(text) or not shadow._HIDING.search(text)
