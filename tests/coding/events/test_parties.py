"""Who takes part, read out of whole sentences: delegations by their leaders, sessions by their body, offices by their bearer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a delegation is whoever leads it, also where it is told of again
        (
            "Minister Ann Lind led an interagency delegation to Peru on Monday. The delegation met with President Maria Soto in Lima on Tuesday.",
            [["Ann Lind"], ["Ann Lind", "Maria Soto"]],
        ),
        (
            "A delegation led by Minister Ann Lind held talks with President Maria Soto in Lima on Tuesday.",
            [["Ann Lind", "Maria Soto"]],
        ),
        ("The delegation met with President Maria Soto in Lima on Tuesday.", [["delegation", "Maria Soto"]]),
        (
            "A Norwegian interagency delegation met with Prime Minister Paul Okoro in Suva on Monday. The delegation met with President Maria Soto in Lima on Tuesday.",
            [["Norwegian interagency delegation", "Paul Okoro"], ["Norwegian interagency delegation", "Maria Soto"]],
        ),
        (
            "A senior Norwegian delegation led by Minister Ann Lind met with President Maria Soto in Lima on Tuesday.",
            [["senior Norwegian delegation", "Ann Lind", "Maria Soto"]],
        ),
        (
            "President Maria Soto is expected to attend a meeting with Norway in Lima on Friday. A Togolese delegation led by Minister Ann Lind arrived in Suva on Tuesday.",
            [["Maria Soto", "Norway"], ["Togolese delegation", "Ann Lind"]],
        ),
        # whoever is sent travels, not the sender
        (
            "President Maria Soto announced the designation of a Presidential Delegation to Kenya to attend the inauguration of William Otieno in June.",
            [["Presidential Delegation"]],
        ),
        # a short form in brackets parts no row and no group from its body; a body is not told beside those in office for it
        ("Talks between the African Union (AU) and Peru were held in Oslo on Monday.", [["African Union", "Peru"]]),
        ("The African Union (AU) trade ministers met in Oslo on Monday.", [["African Union trade ministers"]]),
        (
            "The African Union meeting was held in Oslo on Monday. African Union ministers met in Oslo on Monday.",
            [["African Union ministers"]],
        ),
        ("African Union talks on herring broke down in Oslo on Monday.", [["African Union"]]),
        # those who deal with others
        ("Peru held talks with creditor banks in Oslo on Monday.", [["Peru", "creditor banks"]]),
        ("A World Bank team will visit Peru next week.", [["World Bank team"]]),
        # persons and the states whose they are, in a row
        ("Peru's Maria Soto and Chad's Paul Okoro met in Oslo on Monday.", [["Maria Soto", "Paul Okoro"]]),
        ("Minister Ann Lind met Peru's Maria Soto, Chad's Paul Okoro and King Haakon in Oslo on Monday.", [["Ann Lind", "Maria Soto", "Paul Okoro", "Haakon"]]),
        # a place is none of those who meet there
        (
            "It followed stops in Suva, where the delegation met with fishermen; Fiji, where they met with Prime Minister Paul Okoro; and Samoa, where they met with Premier Lupe Tui.",
            [["delegation"], ["delegation", "Paul Okoro"], ["delegation", "Lupe Tui"]],
        ),
        # a government and its state are one; nobody is a visitor at home
        (
            "The Government of Peru and the Kurdistan Regional Government struck an agreement on herring. Peru and the Kurdistan Regional Government signed the agreement in Lima.",
            [["Government of Peru", "Kurdistan Regional Government"]],
        ),
        (
            "Security Adviser Ann Lind met on Monday in Lima with Peruvian Minister Uwe Brandt to discuss fish and continue the consultations between Norway and Peru.",
            [["Ann Lind", "Uwe Brandt"]],
        ),
        ("South Korean President Yoon Min-ho spoke. Peru welcomed the President's visit to Seoul next week.", [[]]),
        # who only stands beside it
        ("Norway provided $5 million in aid to Chad on Monday, with Kenya among the other givers.", [["Norway", "Chad"]]),
        ("Norway provided $5 million in aid to Chad on Monday, with officials saying that it was urgent.", [["Norway", "Chad"]]),
        # a body takes part in its own session; before the noun only where nobody else does
        (
            "The UN Security Council condemned it. Norway will chair a meeting of the UN Security Council on Monday.",
            [["Norway", "UN Security Council"]],
        ),
        ("NATO said so. The NATO summit in Oslo on Monday will be short.", [["NATO"]]),
        ("NATO said so. President Maria Soto will attend the NATO summit in Oslo on Monday.", [["Maria Soto"]]),
        # one person in two offices; two with an article
        (
            "Minister Ann Lind met Norwegian Foreign Minister and Deputy Prime Minister Uwe Brandt in Oslo.",
            [["Ann Lind", "Uwe Brandt"]],
        ),
        (
            "Minister Ann Lind met Deputy Assistant to the President and Harbour Coordinator Uwe Brandt in Oslo.",
            [["Ann Lind", "Uwe Brandt"]],
        ),
        # a king is called by his first name
        (
            "President Omar Hussein spoke. King Hussein of Jordan met Minister Ann Lind in Amman on Monday.",
            [["Hussein", "Ann Lind"]],
        ),
        # whose deed it is
        (
            "President Maria Soto congratulated Prime Minister Uwe Brandt and expressed gratitude for his decision to travel to Peru.",
            [["Uwe Brandt"]],
        ),
        (
            "President Maria Soto thanked Prime Minister Uwe Brandt for Norway's support, including imposing sanctions on Chad.",
            [["Norway", "Chad"]],
        ),
        (
            "President Maria Soto congratulated President Uwe Brandt on hosting the Fjord Summit, and the two leaders praised the deal.",
            [["Uwe Brandt"]],
        ),
        ("President Maria Soto praised Norway's role in hosting the peace talks between Chad and Togo.", [["Norway", "Chad", "Togo"]]),
        (
            "President Maria Soto thanked Prime Minister Uwe Brandt for all Norway has done for peace, including by hosting a summit with Chad in May.",
            [["Norway", "Chad"]],
        ),
        ("President Maria Soto discussed efforts to reach a truce between Chad and Togo.", [["Chad", "Togo"]]),
        ("President Maria Soto said on a visit to Norway on Monday that herring was rare.", [["Maria Soto"]]),
        ("President Maria Soto accepted an invitation from Prime Minister Uwe Brandt to visit Norway.", [["Maria Soto", "Uwe Brandt"]]),
        # a noun for several and the persons right behind it
        (
            "Ambassador Ann Lind met German counterparts Lars-Hendrik Roe, Chief Economic Advisor of Chancellor Merkel, and Wolfgang Holm, State Secretary of the Ministry of Finance.",
            [["Ann Lind", "Lars-Hendrik Roe", "Wolfgang Holm"]],
        ),
    ],
)  # fmt: skip
def test_parties(read: Callable[..., Reading], text: str, expected: list[list[str]]) -> None:
    """Each event has these parties, in text order, and no others."""
    reading = read(text)
    names = {a.id: a.name for a in reading.actors}

    assert expected == [[names[p.actor] for p in event.participants] for event in reading.events]
