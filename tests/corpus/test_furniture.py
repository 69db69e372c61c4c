"""What a line is told by its form alone."""

from __future__ import annotations

import pytest

from tellings.corpus.furniture import kind_by_form


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skip to main content", "boilerplate"),
        ("Share and Follow", "boilerplate"),
        ("Follow live: Storm reaches the coast", "boilerplate"),
        ("Subscribe to our newsletter", "boilerplate"),
        ("© 2024 The Daily", "boilerplate"),
        ("By Jane Doe in Lima", "byline"),
        ("-Agence France-Presse", "byline"),
        ("(Reuters)", "byline"),
        ("Reporting by Ana Ruiz; editing by Tom Hale", "byline"),
        ("Published: 3 March 2024, 10:15 GMT", "metadata"),
        ("5 min read", "metadata"),
        ("2024-02-29", "metadata"),
        ("Words by Mei-Lin Zhao, Nairobi bureau chief", "byline"),
        (
            "(Reporting by Ana Ruiz in Lima, Tom Hale and Li Wei in Hanoi; Writing by Jo Park; Editing by Ed Moss)",
            "byline",
        ),
        ("Additional reporting by Farid Aziz. Photographs by Ines Costa.", "byline"),
        ("— With files from The Canadian Press", "byline"),
        ("Ana Ruiz and Tom Hale contributed to this report.", "byline"),
        ("Photograph: Ines Costa/Getty Images", "byline"),
        ("Photo credit: Farid Aziz", "byline"),
        ("REUTERS/Ines Costa", "byline"),
        ("Getty Images", "byline"),
        ("Updated 12 March 2025 at 9.14am", "metadata"),
        ("June 5, 2025 — 4.12pm", "metadata"),
        ("Last modified on Thu 5 Jun 2025 16.12 BST", "metadata"),
        ("March 12, 2025 Wednesday", "metadata"),
        ("As of 3 February 2024", "metadata"),
        ("Updated 3 hours ago", "metadata"),
        ("LENGTH: 377 words", "metadata"),
        ("LOAD-DATE: March 13, 2025", "metadata"),
        ("Publication-Type:\u00a0Newspaper", "metadata"),
        ("Posted in: News, Peru, World Cup", "metadata"),
        ("Tags: Brazil, strikes, docks", "metadata"),
        ("Contacts: press@example.org, Tel. +51 1 000 0000", "metadata"),
        ("Helpline: 13 11 14", "metadata"),
        ("Share on Facebook Share on X", "boilerplate"),
        ("Share this article via WhatsApp", "boilerplate"),
        ("Facebook Twitter LinkedIn Email", "boilerplate"),
        ("Click to share on Twitter (Opens in new window)", "boilerplate"),
        ("READ MORE: Dockers eye a second strike", "boilerplate"),
        ("Also read: What the harbour costs", "boilerplate"),
        ("MORE: ‘We lost everything,’ says baker", "boilerplate"),
        ("Related: Why the bridge was closed", "boilerplate"),
        ("list 1 of 3 Why Peru went to the polls", "boilerplate"),
        ("Join our WhatsApp channel for news from the coast", "boilerplate"),
        ("Get the day’s top stories in your inbox every morning", "boilerplate"),
        (
            "Sign up here for our free weekly newsletter on the harbour, with stories that you find nowhere else.",
            "boilerplate",
        ),
        ("Like what you read? Support our journalism with a small gift today.", "boilerplate"),
        (
            "This story was first published by The Mercury and is republished here with permission.",
            "boilerplate",
        ),
        ("The Mercury is on WhatsApp: join our channel", "boilerplate"),
        ("Ana Ruiz is a correspondent in Lima. Follow her on X @ana", "boilerplate"),
        ("Got a story? Email tips@example.org", "boilerplate"),
        ("What to read next", "boilerplate"),
        ("Image source, Getty Images", "byline"),
        ("PHOTO: Ines Costa/AFP via Getty Images", "byline"),
        ("This is a developing story. Please check back for updates.", "boilerplate"),
        ("The mayor at the harbour on Monday (file photo)", "caption"),
        ("The bridge after the storm (Photo: City of Lima)", "caption"),
        ("The bridge after the storm. Getty Images", "caption"),
        ("Updated: 10:15 AM EST, Mon March 3, 2024", "metadata"),
        ("Posted on 3 March 2024 in News", "metadata"),
        ("Last updated at 19:47 By Ana Ruiz", "metadata"),
        ("5 mai 2025, 10:15", "metadata"),
        ("Lifeline: 13 11 14", "metadata"),
        ("Related stories:", "boilerplate"),
        ("FOLLOW US", "boilerplate"),
        ("Join us on Telegram", "boilerplate"),
        ("This newsletter lands in your inbox every Friday", "boilerplate"),
        ("Terms of Service | Privacy", "boilerplate"),
    ],
)
def test_furniture_is_known_by_its_form(line: str, kind: str) -> None:
    assert kind_by_form(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to that view if you like, the minister said, but do not ask the others to pay for it with you.",
        "Share prices fell by a tenth on Monday.",
        "By Friday, the water had reached the second floor of the library and the old court next to it.",
        "Copyright law was written for another age, she said.",
        "Related deaths rose to 34.",
        "Related costs fell by a third in the year, the council found.",
        "Join them or leave, the mayor told the dockers.",
        "Download speeds fell by a third on Monday.",
        "More than forty ships waited outside the harbour on Monday.",
        "Updated figures put the dead at 34, the agency said.",
        "Live music will be back in the harbour hall in May.",
        "The newsletter of the union said that its members would vote on Monday.",
        "Editing was a craft, by her account, that took ten years to learn.",
        "Writing by hand was banned in the school, the teacher said.",
        "Facebook and Twitter fell by a tenth.",
        "Anyone who saw the men should contact them on 101, police in the town asked.",
        "He said he would follow her on foot to the harbour.",
        "Phone video is the first public look at the fall of the bridge.",
        "Twitter and Facebook.",
        "Pictures of the dam were shown to the court.",
        "Have you any idea, she asked, what it means to call a town a ruin?",
        "Photographs by the hundred were found in the cellar of the old court.",
        "The season of 2024-2025 was the worst for the club.",
        "In 2024 the same bridge was closed for 120 days.",
        "This story has been told before, by her mother and by her aunts.",
        "The minister wrote on Telegram that the US had agreed to the deal.",
        "The governor posted on Telegram that three drones were shot down here at night.",
        "The court heard that he sent the threat via WhatsApp and called on others to join.",
        "The news app was banned in Lima, and its makers asked the court to hear them here.",
        "The push notifications were delivered to three million phones.",
        "Our reporting team was held at the border by US guards.",
        "Follow US lead on tariffs, ministers urge",
        "Join US-led coalition or lose aid, envoy warns",
        "Updated list of 34 dead shows two children",
        "Published figures put the dead at 34",
        "Date set for 2026 World Cup final",
        "Posted workers to get 12 euros an hour",
        "Modified 3D printers used to make guns",
        "Terms and conditions of the truce agreed in Lima",
        "Ruiz beat Hale: 6-4 6-4 6-3",
    ],
)
def test_prose_that_begins_like_furniture_stays_a_paragraph(line: str) -> None:
    assert kind_by_form(line) == "paragraph"


@pytest.mark.parametrize(
    "line",
    ["AP " + "A" * 115 + "!", "REUTERS WORLDNEWSAMERICASEXCLUSIVE INVESTIGATION: A STORY", "AP " * 38 + "!"],
)
def test_capitals_behind_an_agency_are_told_at_once(line: str) -> None:
    kind_by_form(line)  # an exponential pattern would not come back
