"""States that stand in a word for what is theirs and is hit by another: "sanctions on Norwegian banks", "closed the Norwegian embassy"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.states import state_phrase
from memcon.annotate.actors.tokens import Known, MarkedText
from memcon.domain.labels import BEFORE_NOUNS, GOVERNED, NOMINAL, UNDERGOING
from memcon.domain.rules import rule
from memcon.lexicon import words

_MEASURES, _LISTS = words("measure_by_its_head"), words("list_of_who_is_barred")
_ONTO = words("leading_to_whom_it_hits")
_WITHIN = words("leading_to_whose_it_is")
_HITTING, _CLOSING = words("hitting_a_state_through_its_own"), words("closing_a_seat")
_SEATS = words("envoys") | words("seats_of_envoys")
_STATES, _RECOGNISING = words("state_among_others"), words("recognising_a_state")
_OF_A_SEAT = words("leading_to_a_seat")
_TAKEN, _TAKING = words("property_that_is_taken") | words("trade_that_is_barred"), words("taking_what_is_anothers")
_TO_WHOM = _WITHIN | {"to"}
_PERSONA = "persona"
_DEEPEST = 3
"""How many nouns may lead from a measure to what a state's adjective qualifies ("a ban on imports of Norwegian fish")."""


@rule(
    yes=[
        "Peru imposed sanctions on three Norwegian banks. → Norway",
        "Peru put tariffs on imports of Norwegian steel. → Norway",
        "The tariffs imposed in May on Norwegian steel will be lifted. → Norway",
        "Peru blacklisted Norwegian traders. → Norway",
        "Peru closed the Norwegian consulate in Lima. → Norway",
        "Peru added three Norwegian bankers to its sanctions list. → Norway",
        "Peru expelled two members of the Norwegian embassy. → Norway",
        "Peru recognised a Norwegian state. → Norway",
        "Peru seized Norwegian assets. → Norway",
        "Peru froze the assets of two Norwegian shipping firms. → Norway",
        "Peru closed its airspace to Norwegian airlines. → Norway",
        "Peru declared a Norwegian diplomat persona non grata. → Norway",
    ],
    no=[
        "Peru imposed taxes on Norwegian banks.",
        "Peru praised Norwegian traders.",
        "Peru closed the Norwegian restaurant in Lima.",
        "Peru imposed sanctions for Norwegian reasons.",
        "Peru seized Norwegian herring.",
        "Peru praised the assets of two Norwegian shipping firms.",
    ],
)
def find_hit(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims the state whose adjective or name qualifies what a measure is on, what is blacklisted, or its seat that is closed."""
    for known in doc.names_known():
        if known.form_of_state() == "metonym":
            continue
        state, noun = known.state_record(), _qualified(doc, known)
        if state is None or noun is None or claims.at(noun) is not None or not _is_hit(doc, noun):
            continue
        phrase = state_phrase(doc, state, known.first, known.last, "name")
        if claims.add(phrase):
            yield phrase


def _qualified(doc: MarkedText, known: Known) -> int | None:
    """The noun behind a state's adjective or name that it qualifies."""
    token = doc.tokens[known.last - 1]
    is_before = token.dep in BEFORE_NOUNS and token.head >= known.last
    return token.head if is_before and doc.tokens[token.head].pos in NOMINAL else None


def _is_hit(doc: MarkedText, noun: int) -> bool:
    """Whether a noun is what a measure is on, or the object of a verb that hits its state."""
    tokens = doc.tokens
    while tokens[noun].dep == "conj" and tokens[noun].head != noun:
        noun = tokens[noun].head
    if _is_taken(doc, noun) or (tokens[noun].dep == "compound" and doc.low[noun + 1] == _PERSONA):
        return True
    over = _people_of(doc, noun)
    if tokens[over].dep in UNDERGOING and (over == noun or doc.tokens[noun].lemma.lower() in _SEATS):
        return _is_done_to(doc, tokens[over].head, noun)
    for _ in range(_DEEPEST):
        if tokens[noun].dep not in GOVERNED:
            return False
        leading = tokens[noun].head
        over = tokens[leading].head
        if doc.low[leading] in _ONTO:
            return _is_measure(doc, over)
        if doc.low[leading] not in _WITHIN:
            return False
        noun = over
    return False


def _is_taken(doc: MarkedText, noun: int) -> bool:
    """Whether a noun is, or owns, what a verb takes away or closes to it: "seized Norwegian assets", "froze the assets of Norwegian firms", "closed its
    airspace to Norwegian airlines"."""
    tokens, leading = doc.tokens, doc.tokens[noun].head
    is_led = tokens[noun].dep == "pobj" and doc.low[leading] in _TO_WHOM
    over = tokens[leading].head if is_led else noun
    taken = doc.tree.deps(over, "dobj", "nsubjpass") if tokens[over].pos == "VERB" else [over]
    return any(
        tokens[o].lemma.lower() in _TAKEN
        and tokens[o].dep in UNDERGOING
        and tokens[tokens[o].head].lemma.lower() in _TAKING
        for o in taken
    )


def _people_of(doc: MarkedText, noun: int) -> int:
    """The noun that a seat is told of by "of", which may be its people ("[staff] of the embassy"), else the noun itself."""
    leading = doc.tokens[noun].head
    return doc.tokens[leading].head if doc.low[leading] in _OF_A_SEAT else noun


def _is_measure(doc: MarkedText, over: int) -> bool:
    """Whether a preposition hangs on a measure, or on a verb that has one as its object ("slapped sanctions on …") or tells of one ("tariffs imposed on …")."""
    token = doc.tokens[over]
    objects = doc.tree.deps(over, "dobj", "nsubjpass") if token.pos == "VERB" else [over]
    objects = objects or ([token.head] if token.dep == "acl" and token.tag == "VBN" else [])
    row = [c for o in objects for c in doc.tree.coordinated(o)]
    return any(doc.tokens[o].lemma.lower() in _MEASURES for o in row)


def _is_done_to(doc: MarkedText, verb: int, noun: int) -> bool:
    lemma = doc.tokens[verb].lemma.lower()
    word = doc.tokens[noun].lemma.lower()
    if any(doc.tokens[o].lemma.lower() in _LISTS for o in doc.tree.led(verb)):
        return True  # "put Norwegian banks on a list", "hit Norwegian banks with a ban"
    return lemma in _HITTING or (word in _SEATS and lemma in _CLOSING) or (word in _STATES and lemma in _RECOGNISING)
