"""What a cue does: tells words that somebody said, what somebody thinks or wants, what is not said, hearsay, or a deed.

Rules are asked in order; the first that answers decides. Only what is `speech` is a statement; the rest stays in the record with its type, since
positions, plans and the word that an event rests on are read from it.
"""

from __future__ import annotations

from collections.abc import Mapping

from memcon.coding.statements.cue import Cue, head_of
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import AttributionRelation
from memcon.domain.labels import NOMINAL, PERSONAL_PRONOUNS
from memcon.domain.records import Act
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_NOUNS = words("reporting_noun")
_SAYING = words("saying") | words("reporting_an_object") | words("voicing")
_WITH_AN_OBJECT = words("reporting_an_object") | words("voicing")
_STANDS = words("taking_a_stand") - words("judging_what_is_done")
_OF_A_VERB: Mapping[str, Act] = {**dict.fromkeys(_STANDS, "attitude"), **values("act_of_a_verb")}
_WITH_AN_INFINITIVE: Mapping[str, Act] = values("act_with_an_infinitive")
_WITH_A_PLAIN_OBJECT: Mapping[str, Act] = values("act_with_an_object")
_OF_A_NOUN: Mapping[str, Act] = values("act_of_a_noun")
_OF_ANYTHING: Mapping[str, Act] = values("act_of_anything")
_PLAINLY_SAYING = words("saying") - _WITH_AN_OBJECT - _WITH_AN_INFINITIVE.keys()
_FINDING = words("showing") | frozenset({"find"})
_LEAVING_OPEN = words("leaving_open_what_is")
_LABELS = words("asking_label") | words("answering_label")
_SPEAKERS = words("unnamed_source") | words("unnamed_official") | words("people") | words("speaking_person")
_PAPERS = words("paper_that_speaks") | words("writing_that_speaks")
_JUDGING_ALOUD = words("judging_aloud")
_MADE_CLEAR = words("made_known_by_making")
_FOR_PEOPLE = words("standing_for_people")


def act_of(index: TextIndex, relation: AttributionRelation) -> Act:
    """What the cue of `relation` does."""
    cue = Cue(index, relation)
    return next((act for ask in ACTS if (act := ask(cue)) is not None), "deed")


@rule(
    yes=["The sides reportedly agreed on a date. → hearsay", "The envoy is said to be ill. → hearsay"],
    no=["The envoy said that the talks would resume."],
)
def nobody_says(cue: Cue) -> Act | None:
    """ "Reportedly", "is said to": no one is named whose word it is."""
    return "hearsay" if cue.source < 0 else None


@rule(
    yes=["MINISTER LINDGREN: The treaty stands. → speech", "“The treaty stands.” — Foreign Minister Lindgren → speech"],
    no=["The envoy said: “We will return to Oslo.”"],
)
def set_off_by_a_mark(cue: Cue) -> Act | None:
    """A label's colon or a signature's dash is a cue where somebody is named before or behind it."""
    if any(character.isalpha() for span in cue.relation.cue for character in span.of(cue.index.text)):
        return None
    label = cue.relation.source[0].of(cue.index.text).lower()
    named = any(i in cue.index.mention_at for span in cue.relation.source for i in cue.index.inside(span))
    return "speech" if named or label in _LABELS else "deed"


@rule(
    yes=[
        "The opening move stressed the need for haste. → deed",
        "The visit underscored the friendship of both peoples. → deed",
    ],
    no=["The envoy stressed the need for haste.", "The report said that the road was closed."],
)
def nothing_that_speaks(cue: Cue) -> Act | None:
    """A visit that "underscores" something says nothing: where a thing may do as the verb tells, only somebody speaks."""
    if cue.lemma in _OF_ANYTHING or _can_speak(cue):
        return None
    return None if cue.is_quoted and cue.lemma in _SAYING else "deed"


def _can_speak(cue: Cue) -> bool:
    """Whether the source is an actor of the text, a paper, a pronoun for people, or a noun or name for somebody."""
    index, i = cue.index, cue.source
    mention = index.mention_at.get(i)
    if mention is not None and mention.actors:
        return True
    token = index.tokens[i]
    known = {index.tree.lemma(i), index.tree.lower(i)}
    is_pronoun = token.tag in PERSONAL_PRONOUNS and index.tree.lower(i) != "it"
    return is_pronoun or token.pos == "PROPN" or not known.isdisjoint(_SPEAKERS | _PAPERS | _FOR_PEOPLE)


@rule(
    yes=[
        "According to the ministry, talks will resume. → speech",
        "His claim that the pact was ready surprised Oslo. → speech",
        "His fear that the pact would fail surprised Oslo. → attitude",
    ],
    no=["The envoy said that the talks would resume."],
)
def told_by_a_noun(cue: Cue) -> Act | None:
    """ "According to"; "her claim that", "his hope that" with a clause behind; other nouns ("talk of", "a definition of") tell no words."""
    first = cue.tree.lower(cue.tokens[0]) if cue.tokens else ""
    if first == "according":
        return "speech"
    if cue.pos not in NOMINAL:
        return None
    if cue.lemma in _OF_A_NOUN:
        return "speech" if cue.is_quoted else _OF_A_NOUN[cue.lemma]
    return "speech" if cue.lemma in _NOUNS and (cue.is_clause or cue.is_quoted or cue.is_infinitive) else "deed"


@rule(
    yes=[
        "The envoy is confident that the talks will resume. → attitude",
        "The ministry is willing to return to the talks. → attitude",
    ],
    no=["The envoy was told that the talks would resume."],
)
def told_by_an_adjective(cue: Cue) -> Act | None:
    """ "Is confident that", "is willing to"."""
    is_copula = cue.pos == "AUX" or cue.pos == "ADJ"
    return ("speech" if cue.is_quoted else "attitude") if is_copula else None


@rule(
    yes=[
        "The envoy believes “that the long and bitter war will end”. → speech",
        "The envoy fears “a long and bitter war at sea”. → speech",
        "The envoy called the plan “absurd”. → speech",
        "The envoy criticised the “absurd” plan. → speech",
    ],
    no=["The envoy believes that a “long” war will end."],
)
def in_quoted_words(cue: Cue) -> Act | None:
    """Whatever the verb, words between marks were said or written: a fear told in the speaker's own words is a statement; of who judges aloud one
    word is enough."""
    return "speech" if cue.is_quoted or (cue.lemma in _JUDGING_ALOUD and cue.quotes(1)) else None


@rule(
    yes=[
        "We condemn the attack on Oslo. → deed",
        "I urge the sides to return to the talks. → deed",
    ],
    no=["We said that the talks would resume.", "Norway condemns the attack on Oslo."],
)
def in_own_words(cue: Cue) -> Act | None:
    """ "We condemn", "I urge": who speaks of itself in the present does it by saying so. All of its text or quotation is its word, this sentence no more than
    the next; what it believes or wants has a type of its own."""
    is_own = cue.is_first_person and cue.pos == "VERB" and cue.lemma not in _OF_A_VERB
    return "deed" if is_own and cue.is_now else None


@rule(
    yes=[
        "The ministry will announce that the talks failed. → unsaid",
        "The envoy did not say that the talks failed. → unsaid",
    ],
    no=["The ministry announced that the talks failed.", "The envoy denied that the talks failed."],
)
def not_said(cue: Cue) -> Act | None:
    """Words that are still to be said, may be said, or were not. What a speaker says of itself ("I must say") is said by that."""
    told = cue.index.factuality(cue.root)
    if cue.is_first_person or cue.pos != "VERB":
        return None
    is_open = told.is_negative or told.certainty in {"possible", "open"} or told.time == "future"
    return "unsaid" if is_open and cue.lemma not in _OF_A_VERB else None


@rule(
    yes=[
        "The ministers agreed that the talks should resume. → deed",
        "Norway agreed to host the talks. → deed",
        "The envoy agreed that the plan was bad. → speech",
    ],
    no=["The ministers said that the talks should resume."],
)
def agrees(cue: Cue) -> Act | None:
    """To agree on what shall be is an arrangement; to agree that something is so is said."""
    if cue.lemma != "agree":
        return None
    is_arranged = (
        any(cue.tree.lower(c) in _LEAVING_OPEN for c in cue.tree.auxiliaries(cue.content)) if cue.is_clause else True
    )
    return "deed" if is_arranged else "speech"


@rule(
    yes=[
        "Norway pledged to host the talks. → speech",
        "The envoy urged Seoul to return to the talks. → speech",
        "Norway hopes to host the talks. → attitude",
        "Norway seeks to end the war. → deed",
    ],
    no=["The envoy said that Norway had to host the talks."],
)
def with_an_infinitive(cue: Cue) -> Act | None:
    """Promises, threats and requests are words; to plan, want or refuse to do something is not."""
    is_misread = cue.lemma in _PLAINLY_SAYING and cue.holds_a_clause
    if not cue.is_infinitive or cue.pos != "VERB" or cue.is_clause or is_misread:
        return None
    return _WITH_AN_INFINITIVE.get(cue.lemma) or _OF_A_VERB.get(cue.lemma, "deed")


@rule(
    yes=[
        "The leaders discussed the war at sea. → deed",
        "Norway demonstrated that the missile could fly. → deed",
        "The ministry fears that the talks will fail. → attitude",
        "Norway opposes the ban. → attitude",
        "The institute estimated that prices would fall. → speech",
    ],
    no=[
        "The leaders condemned the war at sea.",
        "The ministry warned that the talks would fail.",
        "The report shows that the bridge is gone.",
    ],
)
def does_or_thinks(cue: Cue) -> Act | None:
    """ "Discussed", "signed", "showed": agendas, acts and aims; "believes", "fears", "opposes". What a paper shows or finds, it says; so does who makes
    clear that something is so."""
    if cue.lemma == "make" and any(cue.tree.lower(i) in _MADE_CLEAR for i in cue.tokens) and cue.holds_a_clause:
        return "speech"
    is_finding = cue.is_clause and cue.lemma in _FINDING and cue.tree.lemma(cue.source) in _PAPERS
    return None if is_finding else _OF_A_VERB.get(cue.lemma)


@rule(
    yes=["The storm claimed many lives. → deed", "Norway is welcoming President Maria Soto of Peru. → deed"],
    no=["Norway claimed that the road was closed.", "Norway welcomed the decision of the court."],
)
def with_a_plain_object(cue: Cue) -> Act | None:
    """ "Claimed lives", "welcomed the president": with a plain object some verbs tell no words."""
    if cue.is_clause or cue.is_infinitive:
        return None
    if cue.lemma in _PLAINLY_SAYING and cue.holds_a_clause:
        return "speech"
    if cue.lemma not in _WITH_AN_OBJECT or cue.lemma in _WITH_A_PLAIN_OBJECT:
        has_more = cue.tree.deps(cue.root, "prep", "oprd", "ccomp")
        return None if cue.lemma in _WITH_A_PLAIN_OBJECT and cue.lemma in _WITH_AN_INFINITIVE and has_more else "deed"
    mention = cue.index.mention_at.get(cue.content)
    is_guest = (
        cue.lemma == "welcome" and mention is not None and any(a.kind == "person" for a in cue.index.actors_of(mention))
    )
    return "deed" if is_guest else None


@rule(
    yes=["The envoy said that the talks would resume. → speech", "The ministry condemned the launch. → speech"],
    no=["The ministry bought a house."],
)
def says(cue: Cue) -> Act | None:
    """Verbs of saying and of judging; any other verb with a clause that somebody may have said ("gushed that")."""
    return "speech" if cue.lemma in _SAYING or cue.is_clause else None


ACTS = (
    nobody_says,
    set_off_by_a_mark,
    nothing_that_speaks,
    told_by_a_noun,
    told_by_an_adjective,
    in_own_words,
    in_quoted_words,
    not_said,
    agrees,
    with_an_infinitive,
    does_or_thinks,
    with_a_plain_object,
    says,
)
"""The questions, in the order in which they are asked."""

__all__ = ["ACTS", "act_of", "head_of"]
