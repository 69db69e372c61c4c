"""Invented articles, and how databases write their dates: nothing here was printed anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela".split(),
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье".split(),
}


@dataclass(frozen=True)
class Told:
    """An invented article."""

    title: str
    publisher: str
    day: date
    paragraphs: tuple[str, ...]
    byline: str = ""
    section: str = ""
    edition: str = ""
    dateline: str = ""
    highlight: str = ""
    graphic: str = ""
    lines: tuple[str, ...] = field(default=())

    @property
    def title_lines(self) -> tuple[str, ...]:
        return self.lines or (self.title,)

    @property
    def n_words(self) -> int:
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


FERRY = (
    "HALDEN -- The night ferry to Osby ran aground on Tuesday with 212 people on board, the coast guard said, and "
    "nobody was hurt.",
    "“We felt a long scrape and then nothing moved,” said Marit Holm, a nurse who was on her way home.",
    "The operator, Fjordline Ost, said that the cause was not known. Divers will look at the hull on Wednesday.",
)
DAM = (
    "Engineers opened two gates of the Kessel dam after three days of rain, and 1,400 households were told to leave.",
    "Section: that is the word which the mayor painted on every door that had been searched.",
    "“Nobody goes back before Friday,” the mayor, Ines Brandt, told reporters.",
    "Language: the leaflets were printed in four of them.",
    "The river stood at 6.2 metres on Thursday night; in 2002 it had reached 6.9.",
)
STRIKE = (
    "Bus drivers in Port Ellery walked out at noon.",
    "IN the depot nobody would say for how long. The union wants 4.5 percent.",
    "By nightfall talks had resumed, a spokesman said.",
)
SHORT = ("A fire closed the old market hall of Tarn on Saturday. Police are looking for witnesses.",)

ARTICLES = (
    Told("Night ferry runs aground off Halden", "The Morning Courier", date(2019, 3, 5), FERRY, "By Ann Lowe", "Section A; Column 1; Foreign Desk; Pg. 4", "Late Edition - Final", "HALDEN", "No one was hurt, the coast guard said."),
    Told("Gates of dam opened as river rises", "The Plainsman (London)", date(2015, 6, 4), DAM, "Per Holt and Ines Vaug in Kessel", "WORLD NEWS"),
    Told("9 January 1993", "Echo of the North", date(1993, 1, 9), STRIKE, "", "NEWS; Pg. 2", "FINAL EDITION"),
    Told("Fire in market hall", "dpa-AFX Insel", date(2021, 11, 30), SHORT),
    Told("Talks resume: what the drivers want, what the city can pay and why it may take until spring", "Agence Nord Presse -- English", date(2020, 2, 29), STRIKE, "Agence Nord Presse", "", "", "PORT ELLERY, Feb 29", lines=("Talks resume: what the drivers want, what the city", "can pay and why it may take until spring")),
    Told("Correction: The ferry's name", "courier.example.com.", date(2019, 3, 7), SHORT, "Staff", "UK NEWS"),
    Told("A river, a town, a question", "Süddeutscher Bote", date(2002, 8, 17), DAM, "VON KLARA WEISS", "Seite Drei", "Bayern"),
    Told("Who pays?", "Le Quotidien de l'Est", date(2012, 12, 1), STRIKE, "Lucie Marchand", "France; Pg. 11"),
    Told("May 5, 2019: the day the ferry stood still", "Daily Beacon & Sunday Beacon", date(2019, 5, 6), FERRY, "BY JO PIKE, CHIEF REPORTER", "FEATURES; Pg. 22,23", "Edition 2;  National Edition", graphic="PHOTO: The ferry on the rocks on Sunday."),
    Told("\"No comment\": union chief silent", "The Globe of Ellery", date(2018, 10, 21), STRIKE, "R. O'NEILL", "BUSINESS"),
)  # fmt: skip


def american(day: date, code: str = "en") -> str:
    return f"{MONTHS[code][day.month - 1]} {day.day}, {day.year}"


def european(day: date, code: str = "en") -> str:
    return f"{day.day}{'.' if code == 'de' else ''} {MONTHS[code][day.month - 1]} {day.year}"


def weekday(day: date, code: str = "en") -> str:
    return WEEKDAYS[code][day.weekday()]


DATE_LINES: tuple[Callable[[Told], str], ...] = (
    lambda a: f"{american(a.day)} {weekday(a.day)}" + (f", {a.edition}" if a.edition else ""),
    lambda a: f"{american(a.day)} {weekday(a.day)} 9:05 AM GMT",
    lambda a: f"{american(a.day)}, {weekday(a.day)}" + (f", {a.edition}" if a.edition else ""),
    lambda a: f"{weekday(a.day)} {european(a.day)} 11:59 PM EST",
    lambda a: f"{european(a.day, 'de')} {weekday(a.day, 'de')}",
    lambda a: f"{european(a.day, 'fr')} {weekday(a.day, 'fr')} 12:01 AM GMT+1",
    lambda a: european(a.day, "de").replace(".", ""),
    lambda a: f"{weekday(a.day)}, {american(a.day)}",
    lambda a: f"{weekday(a.day, 'pl')}, {european(a.day, 'pl')}",
    lambda a: f"{american(a.day)}" + (f" {a.edition}" if a.edition else ""),
)


def varied(articles: Sequence[Told], shift: int) -> list[tuple[Told, str]]:
    """Each article with a date line; another one for each `shift`."""
    return [(a, DATE_LINES[(i + shift) % len(DATE_LINES)](a)) for i, a in enumerate(articles)]
