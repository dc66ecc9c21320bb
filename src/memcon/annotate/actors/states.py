"""States that act: by name, by their capital ("Seoul and Tokyo agreed"), as "the North"; never where the name is a place or an adjective."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.annotate.actors.lexicon import LOCATIVE_PREPOSITIONS, NEVER_ACTOR_HEADS, POSSESSIVES
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.tokens import Known, MarkedText
from memcon.domain.actors import MentionForm
from memcon.domain.labels import BEFORE_A_NOUN, COMMON_NOUNS, FELLOWS, PLACES, PROPER_NOUNS, TELLING_WHICH
from memcon.domain.rules import rule
from memcon.knowledge.entries import State
from memcon.lexicon import values, words

_MOVING = words("moving_to")
_GIVEN = words("coming_from_an_actor")
_POLICY = words("policy_nouns")
_FACING = words("facing_prepositions")
_MESSAGES = words("messages_to")
_DONE_TO = words("doing_to_a_government")
_DEALINGS = words("dealing_that_one_is_in")
_SENT = words("people_in_office") | words("rulers") | words("speaking_for_others")
_SENT_TO_A_STATE = words("forces_abroad") | words("help_given_abroad") | words("sent_to_serve_abroad")
_TOWNS = words("kinds_of_town")
_HALVES = values("halves_of_korea")
_WEEKDAYS = words("weekday_in_full")


@rule(
    yes=[
        "Peru objected. → Peru",
        "Lima and Santiago agreed. → Chile",
        "Seoul objected. The North objected. → North Korea",
    ],
    no=["They met in Peru.", "The Peruvian envoy objected.", "They met in Lima."],
)
def find_states(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims the mentions of states that act or are acted upon."""
    for known in doc.names_known():
        state = known.state()
        if state is None or not claims.is_free(known.first, known.last):
            continue
        record, form = state
        if form == "demonym" or any(reason(doc, known) for reason in NO_STATE):
            continue
        phrase = _by_capital(doc, known, record) if form == "metonym" else _by_name(doc, claims, known, record)
        if phrase is not None and claims.add(phrase):
            yield phrase
    yield from _find_halves(doc, claims)


def _by_capital(doc: MarkedText, known: Known, state: State) -> Phrase | None:
    """A state by its capital, where that acts."""
    return state_phrase(doc, state, known.first, known.last) if capital_acts(doc, known) else None


def _by_name(doc: MarkedText, claims: Claims, known: Known, state: State) -> Phrase | None:
    """A state by its name or its acronym, where that is no place."""
    if any(reason(doc, known) for reason in PLACE):
        return None
    named: MentionForm = "acronym" if known.form_of_state() == "acronym" else "name"
    return state_phrase(doc, state, known.first, known.last, named, _with_article(doc, claims, known.first))


def state_phrase(
    doc: MarkedText, state: State, head: int, last: int, form: MentionForm = "metonym", first: int | None = None
) -> Phrase:
    """The phrase at tokens `first` to `last` that names a state."""
    return Phrase(
        kind="state",
        form=form,
        first=head if first is None else first,
        last=last,
        head_first=head,
        head_last=last,
        name=state.name,
        country=state.code,
        code=state.code,
        sector="GOV",
    )


@rule(yes=["A Peru-led bloc met.", "A non-Peru group met."], no=["Peru led a bloc."])
def is_compound(doc: MarkedText, known: Known) -> bool:
    """A hyphen glued to the name makes it a part of an adjective."""
    last, i = known.last - 1, known.last
    if not _is_followed(doc, known):
        return False
    is_before = known.first > 0 and doc.words[known.first - 1] == "-" and doc.is_glued(known.first)
    return (doc.words[i] in "-–‑" and doc.is_glued(i)) or (is_before and doc.tokens[last].head > last)


@rule(yes=["The Peru policy was old."], no=["Peru objected."])
def is_modifier(doc: MarkedText, known: Known) -> bool:
    """The name only qualifies the noun behind it; in a headline that may be a verb."""
    last, i = doc.tokens[known.last - 1], known.last
    if not _is_followed(doc, known) or last.dep not in TELLING_WHICH or last.head < i:
        return False
    tag = doc.tokens[i].tag
    if tag not in BEFORE_A_NOUN:
        return False
    is_verb = doc.headline[last.sentence] and doc.tokens[last.head].dep == "nsubj" and tag not in COMMON_NOUNS
    return not is_verb


@rule(yes=["Peru Summit Opens Great Door Again"], no=["Peru objected.", "Peru Monday called off the talks with Chad."])
def goes_on(doc: MarkedText, known: Known) -> bool:
    """The match is the beginning of a longer name that is no state's ("Panama Papers"); a weekday goes on with none."""
    i, sentence = known.last, doc.sentence_of(known.first)
    if i >= sentence.last or doc.low[i] in _WEEKDAYS:
        return False
    if doc.headline[doc.tokens[known.first].sentence]:
        return doc.low[i] in NEVER_ACTOR_HEADS
    return doc.is_capital(i) and doc.tokens[i].tag in PROPER_NOUNS and doc.known[i] is None


@rule(yes=["He works for Radio Peru."], no=["He works for Peru."])
def ends_name(doc: MarkedText, known: Known) -> bool:
    """The match is the end of a longer name."""
    before, sentence = known.first - 1, doc.sentence_of(known.first)
    if before <= sentence.first or doc.headline[doc.tokens[known.first].sentence] or not doc.is_capital(before):
        return False
    token = doc.tokens[before]
    return doc.known[before] is None and token.tag in PROPER_NOUNS and token.dep == "compound"


NO_STATE = (is_compound, is_modifier, goes_on, ends_name)


def _is_followed(doc: MarkedText, known: Known) -> bool:
    i = known.last
    return i < len(doc.tokens) and doc.tokens[i].sentence == doc.tokens[i - 1].sentence


def _outermost(doc: MarkedText, known: Known) -> int | None:
    """The token of the match that hangs on something outside it."""
    run = range(known.last - 1, known.first - 1, -1)
    return next((k for k in run if not known.first <= doc.tokens[k].head < known.last), None)


def _first_conjunct(doc: MarkedText, i: int) -> int:
    """The word that `i` is coordinated with or beside; `i` when there is none."""
    for above in doc.tree.above(i):
        if doc.tokens[i].dep not in FELLOWS:
            break
        i = above
    return i


def _governor(doc: MarkedText, known: Known) -> int | None:
    """The token that governs the match from outside; through coordination, that of the first conjunct."""
    root = _outermost(doc, known)
    i = _first_conjunct(doc, root) if root is not None else None
    return None if i is None or doc.tokens[i].head == i else doc.tokens[i].head


def _relation(doc: MarkedText, known: Known) -> str:
    """The grammatical relation of the match, through coordination."""
    root = _outermost(doc, known)
    return doc.tokens[_first_conjunct(doc, known.last - 1 if root is None else root)].dep


@rule(
    yes=["They met in Lima, Peru."],
    no=["They met Holm, and Peru objected.", "Envoys from Chad, Exampleland, Peru and Kenya met."],
)
def is_behind_town(doc: MarkedText, known: Known) -> bool:
    """A place and a comma before the name, which is no part of a row."""
    if doc.tokens[known.last - 1].dep == "conj":
        return False
    before = known.first - 1
    is_comma = before > doc.sentence_of(known.first).first and doc.words[before] == ","
    return is_comma and doc.is_capital(before - 1) and _is_place(doc, before - 1)


def _is_place(doc: MarkedText, i: int) -> bool:
    known = doc.known[i]
    if known is not None:
        return known.is_never_actor() or known.form_of_state() == "metonym"
    return doc.tokens[i].entity[2:] in PLACES


@rule(yes=["They met in Peru.", "They live near Peru."], no=["They met with Peru."])
def is_behind_locative(doc: MarkedText, known: Known) -> bool:
    """A preposition of place leads it."""
    governor = _governor(doc, known)
    if governor is not None and _relation(doc, known) == "pobj":
        return doc.low[governor] in LOCATIVE_PREPOSITIONS
    before = known.first - 1
    return before >= doc.sentence_of(known.first).first and doc.low[before] in LOCATIVE_PREPOSITIONS


@rule(
    yes=["They travelled to Peru.", "They came back from Peru.", "They sent a parcel to Peru."],
    no=[
        "They sent troops to Peru.",
        "They wrote to Peru.",
        "A message from Peru came.",
        "Envoys from Peru and Chile met.",
    ],
)
def is_end_of_way(doc: MarkedText, known: Known) -> bool:
    """Where somebody goes to, or comes from; what is given or said comes from one who acts, and so do those who speak for it."""
    governor = _governor(doc, known)
    if governor is None or _relation(doc, known) != "pobj":
        return False
    above = doc.tokens[doc.tokens[governor].head].lemma.lower()
    word = doc.low[governor]
    speaks_for_it = doc.low[doc.tokens[governor].head] in _SENT
    is_reached = word == "to" and above in _MOVING and not _is_what_is_sent(doc, doc.tokens[governor].head)
    return is_reached or (word == "from" and above not in _GIVEN and not speaks_for_it)


def _is_what_is_sent(doc: MarkedText, verb: int) -> bool:
    """Whether troops or help are sent, which a state receives."""
    return any(doc.tokens[o].lemma.lower() in _SENT_TO_A_STATE for o in doc.tree.deps(verb, "dobj"))


PLACE = (is_behind_town, is_behind_locative, is_end_of_way)


def capital_acts(doc: MarkedText, known: Known) -> bool:
    """Whether a capital stands for its government: it does something, or something is done with, by, between or against it."""
    if any(reason(doc, known) for reason in ONLY_TOWN):
        return False
    if _is_owner(doc, known):
        return owns_policy(doc, known)
    governor = _governor(doc, known)
    return governor is not None and any(reason(doc, known, governor) for reason in GOVERNMENT)


@rule(yes=["The city Lima objected."], no=["Lima objected."])
def is_named_town(doc: MarkedText, known: Known) -> bool:
    """ "The capital Lima"."""
    return known.first > 0 and doc.low[known.first - 1] in _TOWNS


@rule(yes=["They met Lima, Peru, again."], no=["Lima, Santiago and Quito agreed."])
def is_before_state(doc: MarkedText, known: Known) -> bool:
    """A comma and another known name that is no capital."""
    behind = known.last + 1
    if behind >= len(doc.words) or doc.words[known.last] != ",":
        return False
    following = doc.known[behind]
    return following is not None and following.form_of_state() != "metonym"


ONLY_TOWN = (is_named_town, is_before_state)


def _is_owner(doc: MarkedText, known: Known) -> bool:
    return known.last < len(doc.words) and doc.words[known.last] in POSSESSIVES


@rule(yes=["Lima's policy changed."], no=["Lima's streets changed."])
def owns_policy(doc: MarkedText, known: Known) -> bool:
    """What it owns is a government's."""
    owner = doc.tokens[doc.tokens[known.last - 1].head]
    return owner.lemma.lower() in _POLICY or owner.text.lower() in _POLICY


@rule(
    yes=["Lima objected.", "Lima is ready to talk.", "Lima is in talks with Norway."],
    no=["Lima is a town.", "Lima is in Peru."],
)
def is_subject(doc: MarkedText, known: Known, governor: int) -> bool:
    """It does something, or is said to be somehow, or in dealings with others."""
    verb = doc.tokens[governor]
    is_state_of_mind = verb.lemma == "be" and doc.tree.child(governor, "acomp") is not None
    is_state_of_mind |= verb.lemma == "be" and any(doc.low[o] in _DEALINGS for o in doc.tree.led_by(governor, "in"))
    return _relation(doc, known) == "nsubj" and (verb.pos == "VERB" or is_state_of_mind)


@rule(
    yes=["Talks with Lima failed.", "A warning to Lima came."],
    no=["They met in Lima.", "They sent a train to Lima."],
)
def is_dealt_with(doc: MarkedText, known: Known, governor: int) -> bool:
    """A preposition leads who is dealt with, or who is told something."""
    if _relation(doc, known) != "pobj":
        return False
    word = doc.low[governor]
    return word in _FACING or (word == "to" and doc.tokens[doc.tokens[governor].head].lemma in _MESSAGES)


@rule(yes=["They urged Lima to talk."], no=["They saw Lima burn."])
def is_acted_upon(doc: MarkedText, known: Known, governor: int) -> bool:
    """The object of what is done to governments."""
    return _relation(doc, known) == "dobj" and doc.tokens[governor].lemma in _DONE_TO


GOVERNMENT = (is_subject, is_dealt_with, is_acted_upon)


def _with_article(doc: MarkedText, claims: Claims, first: int) -> int:
    before = first - 1
    is_article = before >= 0 and doc.low[before] == "the" and doc.tokens[before].sentence == doc.tokens[first].sentence
    return before if is_article and claims.at(before) is None else first


def _find_halves(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """ "The North" and "the South" in a text that names the Korean states."""
    states = {state.code: state for known in doc.names_known() if (state := known.state_record()) is not None}
    if states.keys().isdisjoint(_HALVES.values()):
        return
    for i in range(1, len(doc.tokens)):
        code = _HALVES.get(doc.low[i])
        if code is None or not doc.is_capital(i) or doc.low[i - 1] != "the" or not claims.is_free(i - 1, i + 1):
            continue
        if not any(reason(doc, i) for reason in NO_HALF):
            phrase = state_phrase(doc, State(code=code, name=f"{doc.words[i]} Korea"), i, i + 1, first=i - 1)
            claims.add(phrase)
            yield phrase


@rule(yes=["Seoul objected. The North Sea is cold."], no=["Seoul objected. The North objected."])
def is_adjective(doc: MarkedText, i: int) -> bool:
    """A noun, an adjective or a hyphen follows."""
    following = doc.tokens[i + 1] if i + 1 < len(doc.tokens) else None
    return following is not None and (following.tag in BEFORE_A_NOUN or following.text == "-")


@rule(yes=["Seoul objected. They live in the South."], no=["Seoul objected. Talks with the South failed."])
def is_region(doc: MarkedText, i: int) -> bool:
    """A preposition of place leads it, or packs know it as something else."""
    token, known = doc.tokens[i], doc.known[i]
    is_led = token.dep == "pobj" and doc.low[token.head] in LOCATIVE_PREPOSITIONS
    return is_led or (known is not None and known.state() is None)


NO_HALF = (is_adjective, is_region)
