"""Invented sentences with the PLOVER type of their main act, all in our own words: what the learned part reads beside annotated material.

    python -m training.plover_sentences --out training/plover_sentences.jsonl

A template names its parties as {A} and {B} (states, their officials and bodies), {F} (armed people), {P} (a person without office), {C} (a company or
club) and {T} (a town). Each is filled several times, the same way in every run.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

STATES = [
    "Norway",
    "Peru",
    "Ghana",
    "Chile",
    "Kenya",
    "Portugal",
    "Vietnam",
    "Jordan",
    "Canada",
    "Mongolia",
    "Bolivia",
    "Senegal",
    "Finland",
    "Nepal",
    "Oman",
    "Uruguay",
    "Zambia",
    "Iceland",
    "Ecuador",
    "Malaysia",
]
ADJECTIVES = [
    "Norwegian",
    "Peruvian",
    "Ghanaian",
    "Chilean",
    "Kenyan",
    "Portuguese",
    "Vietnamese",
    "Jordanian",
    "Canadian",
    "Mongolian",
    "Bolivian",
    "Senegalese",
    "Finnish",
    "Nepali",
    "Omani",
    "Uruguayan",
    "Zambian",
    "Icelandic",
    "Ecuadorian",
    "Malaysian",
]
NAMES = [
    "Maria Soto",
    "Lars Hagen",
    "Ama Boateng",
    "Tomas Rivera",
    "Grace Njeri",
    "Pedro Lima",
    "Linh Tran",
    "Rania Haddad",
    "Claire Fortin",
    "Bat Erdene",
    "Jorge Quispe",
    "Awa Diop",
    "Aino Laine",
    "Sunil Thapa",
    "Salim Harthy",
    "Ana Pereyra",
    "Mutale Banda",
    "Jon Einarsson",
    "Lucia Andrade",
    "Farid Osman",
]
OFFICES = ["Foreign Minister", "President", "Prime Minister", "Defence Minister", "Ambassador", "Interior Minister"]
BODIES = [
    "the government of {s}",
    "the {a} foreign ministry",
    "the {a} parliament",
    "{s}",
    "{s}",
    "{a} authorities",
    "{o} {n}",
    "{a} {o} {n}",
    "the {a} army",
    "the European Union",
    "the United Nations",
    "the African Union",
    "a {a} court",
    "the {a} opposition",
    "{s}'s government",
]
FORCES = [
    "{a} troops",
    "{a} rebels",
    "separatist fighters",
    "the {a} air force",
    "militants",
    "a {a} militia",
    "{a} police",
    "government forces",
    "gunmen",
]
PRIVATE = [
    "a local man",
    "{n}",
    "the singer {n}",
    "a 34-year-old driver",
    "the striker {n}",
    "a retired teacher",
    "the actor {n}",
    "two teenagers",
    "a shop owner",
    "the coach",
    "a tourist",
]
COMPANIES = [
    "Brightwater Foods",
    "the insurer Alta Mutual",
    "Kestrel Motors",
    "the club",
    "City Rovers",
    "the airline",
    "a software firm",
    "the retailer Nordhaus",
    "the studio",
    "Pinewood Bank",
]
TOWNS = [
    "Lomas",
    "Kibera Bay",
    "Arvik",
    "Port Hale",
    "San Telmo",
    "Ulan Gol",
    "Tarbet",
    "Nyala Hills",
    "Rosario Norte",
    "Weston",
]

ACTS: dict[str, str] = {
    "ACCUSE": """{A} accused {B} of breaking the border treaty.|{A} condemned the raid on {T} in the strongest terms.|{A} criticised {B} for its treatment of reporters.|{A} said {B} had lied about the shipments.|{A} blamed {B} for the collapse of the harvest deal.|{A} filed a complaint against {B} at the trade tribunal.|{A} opened an inquiry into the conduct of {B}.|{A} has sued {B} over fishing rights.|{A} summoned the envoy of {B} to protest against the map.|{A} lashed out at {B} on Monday over the dam.|{A} voiced deep concern about the arrests in {T}.|Prosecutors in {T} charged {B} with bribery.|{A} denounced what it called a plot by {B}.|{A} deplored the decision by {B} to close the crossing.|{A} slammed {B} as a threat to the region.|{A} called the remarks of {B} a disgrace.|{A} complained that {B} had ignored its letters.|{A} alleges that {B} paid the smugglers.""",
    "REJECT": """{A} rejected a proposal by {B} to reopen the talks.|{A} refused to hand over the files to {B}.|{A} declined to meet {B} in {T}.|{A} called off a visit to {B}.|{A} ruled out any concession to {B}.|{A} vetoed a resolution drafted by {B}.|{A} said it would not withdraw its troops from {T}.|{A} turned down an offer of help from {B}.|{A} and {B} failed to agree on a new quota.|{A} has defied the ruling on the islands.|{A} dismissed the demands of {B} as unrealistic.|{A} blocked the accession of {B}.|{A} snubbed an invitation from {B}.|{A} will not lift the ban on grain from {B}.|{A} denied {B} permission to fly over its territory.|{A} voted against the budget that {B} had tabled.""",
    "THREATEN": """{A} threatened to cut off gas to {B}.|{A} warned {B} of serious consequences if the ships sailed.|{A} gave {B} a week to pull back its forces.|{A} issued an ultimatum to {B}.|{A} vowed to retaliate against {B}.|{A} said it would impose sanctions on {B} unless the prisoners were freed.|{A} will expel the diplomats of {B}, a spokesman warned.|{A} plans to send tanks to the border with {B}.|{A} threatened to walk out of the talks with {B}.|{F} threatened to attack {T}.|{A} said it was ready to use force against {B}.|Teachers in {T} announced that they will strike against {B}.""",
    "REQUEST": """{A} urged {B} to release the fishermen.|{A} called on {B} to hold fair elections.|{A} asked {B} for emergency loans.|{A} demanded that {B} apologise.|{A} appealed to {B} for medicine and tents.|{A} requested a meeting with {B}.|{A} called for an immediate ceasefire in {T}.|{A} pressed {B} to open its markets.|{A} invited {B} to mediate in the dispute.|{A} said {B} must stop the bombing.|{A} wants {B} to extradite the general.|Families from {T} sought asylum in {B}.|{A} insisted that {B} pay its dues.|{A} pleaded with {B} to spare the prisoner.|{A} lobbied {B} for a seat on the board.""",
    "SUPPORT": """{A} praised {B} for sheltering the refugees.|{A} welcomed the truce between {B} and the rebels.|{A} voiced its support for {B}.|{A} backed the candidacy of {B}.|{A} recognised {B} as an independent state.|{A} and {B} signed a treaty on shared rivers.|{A} ratified the accord on Thursday.|{A} congratulated {B} on the vote.|{A} apologised to {B} for the incident in {T}.|{A} thanked {B} for its help.|{A} and {B} reached an agreement on tariffs.|{A} defended the decision of {B} to host the camp.|{A} restored diplomatic ties with {B}.|{A} expressed condolences to {B}.|{A} hailed the reforms in {B} as brave.|{A} endorsed the peace plan of {B}.""",
    "AGREE": """{A} agreed to resume talks with {B}.|{A} promised to send doctors to {B}.|{A} is willing to share its data with {B}.|{A} will host {B} next month.|{A} offered to mediate between {B} and the rebels.|{A} pledged a hundred million dollars for {B}.|{A} said it would free the sailors of {B}.|{A} and {B} agreed to hold joint exercises.|{A} is ready to negotiate with {B}.|{A} plans to visit {B} in May.|{A} accepted an invitation from {B}.|{A} has consented to inspections by {B}.|{A} intends to reopen its embassy in {B}.|{A} will withdraw its troops from {T}.""",
    "CONCEDE": """{A} lifted the ban on imports from {B}.|{A} eased the curfew in {T}.|{A} bowed to the demands of {B}.|{A} allowed {B} to inspect the plant.|{A} repealed the law on foreign agents.|{A} yielded to pressure from {B}.|The cabinet of {B} resigned on Friday.|{A} granted {B} access to the archive.|{A} dropped the tariffs on steel from {B}.|Dockers in {T} ended their strike.|{A} relaxed travel rules for citizens of {B}.|{A} gave in to the strikers in {T}.""",
    "RETREAT": """{A} released twelve prisoners from {B}.|{A} withdrew its troops from {T}.|{A} declared a ceasefire in {T}.|{F} surrendered to {A}.|{A} pulled its soldiers out of {B}.|{A} pardoned the former mayor of {T}.|{F} laid down their weapons near {T}.|{A} returned the stolen statues to {B}.|{A} freed a journalist from {B}.|{A} and {F} began a truce at dawn.|{A} dismantled the missile site at {T}.""",
    "SANCTION": """{A} expelled three diplomats of {B}.|{A} recalled its ambassador from {B}.|{A} suspended military aid to {B}.|{A} cut diplomatic ties with {B}.|{A} broke off talks with {B}.|{A} halted cooperation with {B} on fisheries.|{A} closed its embassy in {B}.|{A} withdrew its peacekeepers from {T}.|{A} froze loans to {B}.|{A} left the regional court.|{A} stopped supplying fuel to {B}.|{A} declared the consul of {B} persona non grata.""",
    "COERCE": """{A} imposed sanctions on {B}.|Police arrested the leader of the opposition in {T}.|{A} banned the newspaper of the opposition.|{A} declared a curfew in {T}.|{A} seized a cargo ship of {B}.|{A} jailed two reporters from {B}.|{A} deported forty workers to {B}.|{A} froze the assets of {B}.|{A} closed the border with {B}.|Riot police fired tear gas at the crowd in {T}.|{A} blocked the website of a human rights group.|{A} placed an embargo on arms for {B}.|{A} outlawed the separatist party.|{A} detained an activist from {T}.|{A} raised tariffs on timber from {B}.|{A} imposed martial law in {T}.""",
    "MOBILIZE": """{A} deployed troops along the border with {B}.|{A} put its navy on alert.|{A} sent warships to the strait.|{A} test-fired a missile on Sunday.|{A} held military drills near {B}.|{A} mobilised its reserves.|{A} massed tanks outside {T}.|{A} moved artillery to the frontier of {B}.|{A} called up ten thousand reservists.|{A} reinforced its garrison in {T}.""",
    "PROTEST": """Thousands marched through {T} against the government of {B}.|Students protested outside the embassy of {B}.|Opposition parties in {B} boycotted the election.|Miners in {T} went on strike against {A}.|Farmers blocked the road to {T} with tractors.|Activists staged a sit-in at the ministry in {T}.|Supporters of the opposition rallied in {T}.|Demonstrators burned a flag of {B}.|Nurses walked out in protest against {A}.|Prisoners in {T} began a hunger strike.""",
    "ASSAULT": """{F} attacked a village near {T}.|{F} killed eight soldiers in {T}.|{A} bombed positions of {F}.|{F} shelled the outskirts of {T}.|{F} kidnapped an aid worker from {B}.|A suicide bomber struck a market in {T}.|{F} seized the airport of {T}.|{A} launched air strikes on {F}.|{F} ambushed a convoy of {A}.|{F} opened fire on a checkpoint in {T}.|{F} broke the ceasefire near {T}.|{F} tortured detainees in {T}.|{F} assassinated the governor of {T}.|{A} invaded {B} at dawn.|{F} clashed with {A} in {T}.""",
    "CONSULT": """{A} met {B} in {T}.|{A} held talks with {B} on the river.|{A} visited {B} for two days.|{A} spoke by telephone with {B}.|{A} hosted {B} at a summit in {T}.|{A} discussed the crisis with {B}.|{A} mediated between {B} and {F}.|{A} arrived in {B} for an official visit.|{A} received the envoy of {B}.|{A} and {B} opened negotiations in {T}.|{A} conferred with {B} on the sidelines of a forum.|{A} attended a meeting with {B}.""",
    "COOPERATE": """{A} and {B} held joint naval exercises.|{A} shared intelligence with {B}.|{A} extradited a smuggler to {B}.|{A} cooperated with {B} in the search.|{A} sold helicopters to {B}.|{A} and {B} launched a joint satellite.|{A} gave evidence to the prosecutors of {B}.|{A} exchanged data on fish stocks with {B}.|{A} trained alongside the army of {B}.""",
    "AID": """{A} sent food and tents to {B}.|{A} provided a loan of two billion dollars to {B}.|{A} donated vaccines to {B}.|{A} granted asylum to a singer from {B}.|{A} deployed peacekeepers to {T}.|{A} supplied {B} with generators.|{A} took in nine hundred refugees from {B}.|{A} delivered blankets to the camp at {T}.|{A} gave {B} ten ambulances.|{A} funded a hospital in {B}.|{A} airlifted medicine to {T}.|{A} shipped grain to {B}.""",
}
NOTHING = [
    "{C} met analysts in {T} and raised its outlook for the year.",
    "{C} signed {P} on a three-year contract.",
    "{P} was arrested for shoplifting in {T}.",
    "{P} was killed when a lorry hit a bus near {T}.",
    "{C} accused {C2} of copying its phone design.",
    "{C} agreed to buy {C2} for four billion dollars.",
    "{C} rejected a takeover bid from {C2}.",
    "{C} cut its dividend and halted work on a plant in {T}.",
    "Rain is expected in {T} on Sunday, with strong winds along the coast.",
    "A fire destroyed a warehouse in {T} overnight.",
    "{P} attacked the wall and found graffiti from the nineteenth century.",
    "{C} beat {C2} in the final after extra time.",
    "The striker fired a shot over the bar in {T}.",
    "{P} released a new album on Friday.",
    "{P} visited his sister in {T} and talked about the garden.",
    "The film tells how two brothers fight over a farm.",
    "In 1812 the army of the duke marched on {T} and burned the bridge.",
    "The treaty of 1648 ended a long war, the historian writes.",
    "{P} has been charged with murder after a stabbing in {T}.",
    "A dog attacked a child in a park in {T}.",
    "Doctors warned that the flu may spread this winter.",
    "The storm killed six people and cut power to {T}.",
    "{C} launched a phone with a bigger screen.",
    "{C} invited customers to test its new van.",
    "{P} welcomed guests to the wedding in {T}.",
    "{P} refused to sell the house to {C}.",
    "The club sacked its coach after four defeats.",
    "{P} demanded a refund from {C}.",
    "{P} thanked the fans and praised the goalkeeper.",
    "Residents of {T} say the bakery is the best in the county.",
    "The earthquake struck at noon, the institute said.",
    "Shares of {C} fell after it warned of lower profits.",
    "{C} opened a branch in {T} and hired ninety people.",
    "{P} won the lottery and promised to help his neighbours.",
    "A court in {T} fined {P} for speeding.",
    "{P} is suing {C} over a broken lift.",
    "{C} recalled forty thousand heaters because of a fault.",
    "The team held a meeting after training in {T}.",
    "{P} resigned as chief executive of {C}.",
    "{C} offered {P} a job as sales manager.",
    "Tourists visited the castle and met its owner.",
    "The museum in {T} received a painting from {P}.",
    "{C} and {C2} joined forces to build a cinema.",
    "Scientists in {T} discovered a new kind of moss.",
    "{P} suffered a heart attack during the match.",
    "{P} told the court that he had shot his brother by mistake.",
    "The band will strike up at eight in {T}.",
    "The jury convicted {P} of fraud.",
    "A bus carrying pupils overturned near {T}, injuring nine.",
    "Prices of wheat rose as traders bet on a poor harvest.",
    "{P} fought cancer for ten years.",
    "The recipe calls for two eggs and a spoon of honey.",
    "Critics attacked the novel as dull.",
    "A series of raids in the eleventh century left {T} empty.",
    "The president of {C} met the head of {C2} over dinner.",
    "{C} urged shoppers to return the faulty toys.",
    "The university granted {P} a scholarship.",
    "Police in {T} are looking for a boy who went missing on Monday.",
    "{P} defended his title in {T}.",
    "The referee sent off two players after a clash.",
    "Volunteers cleaned the beach at {T}.",
    "{P}, who plays a spy in the series, praised the script.",
    "The choir will visit {T} in June.",
    "A lack of rain threatens the vineyards around {T}.",
    "Bees defend the hive against wasps.",
    "The trial of {P} for burglary opened in {T}.",
]


def sentences(seed: int = 7, times: int = 7) -> Iterator[dict[str, object]]:
    """All sentences, in an order that does not depend on the run."""
    chance = random.Random(seed)
    for type_, listed in ACTS.items():
        for template in listed.split("|"):
            for _ in range(times):
                yield {"text": _filled(template, chance), "type": type_}
    for template in NOTHING:
        for _ in range(times):
            yield {"text": _filled(template, chance), "type": None}


def _filled(template: str, chance: random.Random) -> str:
    def opened(pool: list[str]) -> str:
        n = chance.randrange(len(STATES))
        return chance.choice(pool).format(
            s=STATES[n], a=ADJECTIVES[n], n=chance.choice(NAMES), o=chance.choice(OFFICES)
        )

    found = template.format(
        A=opened(BODIES), B=opened(BODIES), F=opened(FORCES), P=opened(PRIVATE),
        C=chance.choice(COMPANIES), C2=chance.choice(COMPANIES), T=chance.choice(TOWNS),
    )  # fmt: skip
    return found[0].upper() + found[1:]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    lines = dict.fromkeys(json.dumps(each, ensure_ascii=False) for each in sentences())
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
