"""Persons and bodies by what stands beside them and in them, read with the model."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tellings.annotation.names.finding import find_names
from tellings.annotation.pipeline import read_article
from tellings.identity.compare import letters
from tellings.resources import gazetteer


def named(nlp: Language, text: str) -> dict[str, str]:
    return {name.text: name.type for name in find_names(read_article(nlp, "a", text), gazetteer.load())}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Skipper Janusz Wilk, 31, is in hospital.", "Janusz Wilk"),
        ("Farmer Sven Olsen fell from a ladder.", "Sven Olsen"),
        ("Iain Lindley, a professor at the University of Glasgow, said no.", "Iain Lindley"),
        ("Then Iain Lindley left.", "Iain Lindley"),
        ("Maria Sobel-Hill said she saw it. “Nobody came,” Sobel-Hill said.", "Maria Sobel-Hill"),
        ("Maria Sobel-Hill said she saw it. “Nobody came,” Sobel-Hill said.", "Sobel-Hill"),
        ("Carys Rhys-Lake spoke. Rhys-Lake said so.", "Rhys-Lake"),
        ("We met Ms Park-Brook there.", "Park-Brook"),
        ("It was seen by Daniel Day-Lewis.", "Daniel Day-Lewis"),
        ("He works for the developer Paul Holm, she said.", "Paul Holm"),
        ("At school Ana Marsh, 17, was shy.", "Ana Marsh"),
        ("Minister for Disaster Management V. Holmasekhar left at noon.", "V. Holmasekhar"),
        ("Commissioner of Railway Safety Rosa Lindqvist has been asked to report.", "Rosa Lindqvist"),
        ("Secretary for Roads Anita Holm resigned.", "Anita Holm"),
        ("Minister of Water and Sanitation Senzo Mbele agreed.", "Senzo Mbele"),
        ("Director of Public Safety Dwayne Tarn said so.", "Dwayne Tarn"),
        ("District Collector Anil Rawat came.", "Anil Rawat"),
        ("Tehsildar Ramesh Holm and Sarpanch Geeta Devi met.", "Geeta Devi"),
        ("Bailiff Timothy Le Marquand sat on Friday.", "Timothy Le Marquand"),
        ("Deemster Alan Corlett gave judgment.", "Alan Corlett"),
        ("Bosun Rory Tregear was hurt.", "Rory Tregear"),
        ("Sapper Daniel Okoye, 22, died.", "Daniel Okoye"),
        ("Abbess Hildegard Keller wrote to Rome.", "Hildegard Keller"),
        ("Catholicos Baselios Thomas said no.", "Baselios Thomas"),
        ("Egypt's Mufti Shawki Holm agreed.", "Shawki Holm"),
        ("Sarah Bailiff won the race.", "Sarah Bailiff"),
        ("In Goro the potter Adunni sold three jars.", "Adunni"),
        ("On Monday shopkeeper Nandini locked her door.", "Nandini"),
        ("Later welder Raglan was hurt.", "Raglan"),
        ("In Yanam lawyer Okonjo spoke to reporters.", "Okonjo"),
        ("Nordia Tharpe, a schoolteacher, heard the news.", "Nordia Tharpe"),
    ],
)
def test_a_person_is_named_whole_and_alone(text: str, name: str, nlp: Language) -> None:
    assert named(nlp, text).get(name) == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She was sent by her employer, Durban consultancy Alden Reid, to look.", "Alden Reid"),
        ("He works for the law firm Henry Marsh.", "Henry Marsh"),
        ("It was bought by its rival, the insurer Martin Dale, in May.", "Martin Dale"),
        ("Scottish FA chief Ewan Holm left.", "Scottish FA"),
        ("The Ghanaian FA met.", "Ghanaian FA"),
        ("DA councillor Jan Botha spoke. “They knew,” he charged.", "DA"),
        ("An IFP councillor left.", "IFP"),
        ("Anyone who knows more should call Crime Stoppers.", "Crime Stoppers"),
        ("They should call Crimestoppers today.", "Crimestoppers"),
        ("Trains stopped, Northern Railway said. Northern Railway runs 90 a day.", "Northern Railway"),
    ],
)
def test_a_body_is_named_whole(text: str, name: str, nlp: Language) -> None:
    assert named(nlp, text).get(name) == "organisation"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Consular staff from Pretoria were on their way.", "Consular"),
        ("TWO councillors left. LOCAL MPs met.", "TWO"),
        ("TWO councillors left. LOCAL MPs met.", "LOCAL"),
        ("They lost the Polish FA Cup.", "Polish FA"),
        ("The court heard the DA. The DA charged him with murder.", "DA"),
    ],
)
def test_a_word_beside_it_is_none(text: str, name: str, nlp: Language) -> None:
    assert name not in named(nlp, text)


def test_whom_many_people_are_told_of_by_is_not_one_of_them(nlp: Language) -> None:
    assert named(nlp, "In short, the people Sunpost interviewed left early.")["Sunpost"] != "person"


def test_a_scot_is_of_a_people_and_scot_holm_a_person(nlp: Language) -> None:
    found = named(nlp, "It was Callum Holm, a Scot who once played in Chicago. Scot Marsh spoke.")
    assert found["Scot"] == "demonym"
    assert found["Scot Marsh"] == "person"


def test_an_association_in_letters_is_the_one_in_words() -> None:
    assert letters("Polish FA", "organisation") == letters("Polish Football Association", "organisation")
    assert letters("Polish FA", "organisation") != letters("Welsh FA", "organisation")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They marched to a border crossing in Tijuana called El Chaparral.", "El Chaparral", "facility"),
        ("The convoy reached a checkpoint near Sarn called La Mora.", "La Mora", "facility"),
        ("They met in a cafe in Lyon named Le Pivot.", "Le Pivot", "facility"),
        ("He ran a charity in northern Kenya called Maji.", "Maji", "organisation"),
        ("A rescue ship off Malta named Alba turned back.", "Alba", "product"),
    ],
)
def test_what_is_called_so_is_of_the_kind_told_before_its_place(
    text: str, name: str, kind: str, nlp: Language
) -> None:
    assert named(nlp, text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Officials told Corina Machado so. He attacked Machado on Monday. They said of Machado that she lied.",
         "Machado", "person"),
        ("JM Orwin wrote it. For JM Orwin it was a success. Readers love JM Orwin.", "JM Orwin", "person"),
        ("KL Rahul batted first.", "KL Rahul", "person"),
        ("The tanker MV Orwin sank. AC Milan won.", "AC Milan", "organisation"),
        ("They met in Machado, a town in California.", "Machado", "city"),
    ],
)  # fmt: skip
def test_who_a_last_name_and_initials_tell(text: str, name: str, kind: str, nlp: Language) -> None:
    assert named(nlp, text)[name] == kind
