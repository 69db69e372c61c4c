"""English is told from other languages, also in one sentence; what is too short or a list is taken for English."""

from __future__ import annotations

import pytest

from tellings.corpus.language import called, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le maire de Lyon a déclaré que le pont serait fermé.", "fr"),
        ("Der Bürgermeister sagte, die Brücke bleibe geschlossen.", "de"),
        ("El presidente dijo que no habrá elecciones este año.", "es"),
        ("O presidente da câmara disse que a ponte vai ficar fechada.", "pt"),
        ("Il sindaco ha detto che il ponte resterà chiuso fino a maggio.", "it"),
        ("De burgemeester van Utrecht zei dat de brug zou worden gesloten.", "nl"),
        ("Kapteni wa timu alisema wachezaji wako tayari kwa mchezo wa Jumamosi.", "sw"),
        ("Presiden mengatakan bahwa banjir telah surut di seluruh kota.", "id"),
        ("Burmistrz powiedział, że most będzie zamknięty do maja.", "pl"),
        ("Мэр заявил, что мост будет закрыт до мая этого года.", "ru"),
        ("市长说这座桥将关闭三个月，居民必须乘坐渡轮。", "zh"),
    ],
)
def test_one_sentence_in_another_language(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Tom Ellis said no.",
        "Sarr-Diallo bagged 19 goals in Ligue 1",
        "FC Porto beat Benfica 2-1",
        "Aston Villa sign Senegal striker Sarr-Diallo from Nantes",
        "Tottenham (4-3-3): Lloris; Trippier, Alderweireld, Vertonghen, Davies; Sissoko, Winks, Eriksen; Son, Kane",
        "Sofala, Manica, Zambézia, Nampula, Cabo Delgado, Niassa, Tete, Inhambane, Gaza, Maputo",
        "VILLA SPLASH £38M ON SARR-DIALLO AS DEADLINE LOOMS",
        "“Vive la France!” he said, and then added, in English, that it was late.",
        "",
        "12 345 678",
    ],
)
def test_what_is_short_or_a_list_of_names_is_taken_for_english(text: str) -> None:
    assert language_of(text) == "en"


def test_a_language_has_a_name() -> None:
    assert called("sw") == "Swahili"
    assert called("xx") == "another language (xx)"
