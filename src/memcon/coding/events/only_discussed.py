"""Which words for acts only tell what was talked about, what stands since when, or when something else happened: "they discussed their efforts to
provide aid", "the group launched in May", "two days after taking office"."""

from __future__ import annotations

from memcon.codebook import Kind, VerbFrame, load_codebook
from memcon.coding.doers import doing
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import FELLOWS, ON_NOUNS, PAST_FORMS, WITHOUT_SUBJECT
from memcon.domain.rules import rule
from memcon.lexicon import words

_DISCUSSING = words("discussing") - words("possibility_verbs")
_REPEATING = words("stressing") | words("affirming_together")
_INTENTS = words("intent_that_is_spoken_of")
_OF_A_TIME = words("leading_to_when_it_was")
_GOING_ON = words("going_on_with_an_act")
_GIVING = words("leading_a_doer") | {"from"}
_BY_PRONOUN = words("possessing")
_SEVERAL = 2
_CONDITIONS = words("condition")
_HARD = words("telling_how_hard_it_is")
_FAILING = words("failure_verbs")
_POWERS = words("power_to_act")
_UPON = words("making_conditional") | {"as", "until", "unless"}
_FIT, _HOW_WELL = words("fit_for_something"), words("how_well_one_is_fit")
_BEARING, _FEELINGS = words("bearing_a_feeling"), words("feeling_between_peoples")


@rule(
    yes=[
        "President Maria Soto and Chancellor Uwe Brandt discussed their efforts to provide humanitarian aid to Chad.",
        "President Maria Soto and Chancellor Uwe Brandt reaffirmed their commitment to provide humanitarian aid to Chad.",
    ],
    no=[
        "President Maria Soto discussed Norway's efforts to provide humanitarian aid to Chad.",
        "President Maria Soto reaffirmed her commitment to provide humanitarian aid to Chad.",
        "President Maria Soto and Chancellor Uwe Brandt announced their plan to provide humanitarian aid to Chad.",
        "President Maria Soto and Chancellor Uwe Brandt discussed efforts to reach a truce in Chad.",
        "President Maria Soto and Chancellor Uwe Brandt affirmed their commitment to continue providing humanitarian aid to Chad.",
    ],
)
def spoken_of_as_an_aim(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Help or a measure is what nobody's or their own "efforts", "commitment" or "ways" are for that several discuss, or affirm together."""
    if not frame.object_nouns or load_codebook().kind(frame.kind).has("instrument"):
        return False
    noun = _aim(index, verb)
    if noun is None or any(index.tree.lower(c) not in _BY_PRONOUN for c in index.tree.deps(noun, "poss")):
        return False
    over = _told_by(index, noun)
    if over is None:
        return False
    lemma = index.tree.lemma(over)
    goes_on = any(index.tree.lemma(v) in _GOING_ON for v in index.tree.controllers(verb))
    return lemma in _DISCUSSING or (lemma in _REPEATING and _are_several(index, over) and not goes_on)


def _aim(index: TextIndex, verb: int) -> int | None:
    """The noun for an aim that a verb hangs on as its infinitive or gerund: "efforts to provide", "ways of providing"."""
    tree, tokens = index.tree, index.tokens
    i = verb
    while tokens[i].dep in {"xcomp", "conj", "pcomp", "prep"} and tokens[i].pos != "NOUN":
        i = tokens[i].head
    if tokens[i].dep in ON_NOUNS and tree.is_infinitive(i):
        i = tokens[i].head
    return i if tree.lemma(i) in _INTENTS and i < verb else None


def _told_by(index: TextIndex, noun: int) -> int | None:
    """The verb that has a noun, or what it stands in a row with, as its object."""
    tokens, i = index.tokens, noun
    while tokens[i].dep == "conj" and tokens[i].head != i:
        i = tokens[i].head
    if tokens[i].dep == "pobj":
        i = tokens[i].head
    return tokens[i].head if tokens[i].dep in {"dobj", "prep"} and tokens[tokens[i].head].pos == "VERB" else None


def _are_several(index: TextIndex, verb: int) -> bool:
    """Whether two or more, or a group, do it together."""
    actors = {a.id: a for m in doing(index, verb) for a in index.actors_of(m)}
    return len(actors) >= _SEVERAL or any(a.kind == "group" for a in actors.values())


@rule(
    yes=[
        "They discussed herring and humanitarian aid for Chad.",
        "President Maria Soto will meet Chancellor Uwe Brandt to discuss the Chadian military buildup on the border.",
    ],
    no=[
        "President Maria Soto discussed Norway's humanitarian aid to Chad.",
        "Chancellor Uwe Brandt promised humanitarian aid for Chad.",
    ],
)
def spoken_of_as_a_topic(index: TextIndex, i: int, kind: Kind) -> bool:
    """Help that nobody is told to give is one of the things discussed, and so is whatever troops do, whoever's they are."""
    tree, tokens = index.tree, index.tokens
    if kind.kind == "other" and tokens[i].dep == "dobj":
        return tree.lemma(tokens[i].head) in _DISCUSSING
    if not kind.has("giving"):
        return False
    top = tokens[tokens[i].head].head if tokens[i].dep == "pobj" and tree.lower(tokens[i].head) == "of" else i
    phrase = {i, top}
    if any(tree.deps(j, "poss") or any(tree.lower(p) in _GIVING for p in tree.deps(j, "prep")) for j in phrase):
        return False
    over = _told_by(index, top)
    return over is not None and tree.lemma(over) in _DISCUSSING and not _names_giver(index, phrase)


def _names_giver(index: TextIndex, phrase: set[int]) -> bool:
    """Whether an adjective or a name before one of the nouns tells whose help it is ("U.S. aid")."""
    return any(c in index.mention_at for j in phrase for c in index.tree.deps(j, "amod", "compound", "nmod") if c < j)


@rule(
    yes=[
        "Norway set preconditions on a Norwegian troop withdrawal from Chad.",
        "Prince Ola Moe has set two conditions: a Norwegian troop withdrawal and new elections.",
    ],
    no=["Norway announced a Norwegian troop withdrawal from Chad.", "Norway set preconditions on talks with Chad."],
)
def named_by_a_condition(index: TextIndex, i: int, kind: Kind) -> bool:
    """An act of which only the conditions are told."""
    token = index.tokens[i]
    over = index.tokens[token.head].head if token.dep == "pobj" else token.head if token.dep in FELLOWS else i
    return bool(kind.done.acts) and over != i and index.tree.lemma(over) in _CONDITIONS


@rule(
    yes=[
        "The law extends the president's authority to negotiate a fish treaty with Chad.",
        "The president has the power to negotiate an accord with Chad.",
    ],
    no=[
        "The president gave her envoy orders to conclude an accord with Chad.",
        "Norway is ready to conclude an accord with Chad.",
    ],
)
def only_within_ones_power(index: TextIndex, i: int, kind: Kind) -> bool:
    """The authority or the power to make a paper, of which nothing else is told."""
    token = index.tokens[i]
    return kind.has("instrument") and token.dep == "dobj" and _is_power(index, token.head)


def _is_power(index: TextIndex, verb: int) -> bool:
    """Whether a verb is what "the authority" or "the power" is for."""
    tree, token = index.tree, index.tokens[verb]
    return token.dep in ON_NOUNS and tree.is_infinitive(verb) and tree.lemma(token.head) in _POWERS


SPOKEN_OF = (spoken_of_as_a_topic, named_by_a_condition, only_within_ones_power)
"""What takes from a noun that it tells of an act or a paper; one answer is enough."""


@rule(
    yes=["Norway said Chad was well prepared to join the African Union."],
    no=["Norway said Chad was prepared to join the African Union in May.", "Chad will join the African Union."],
)
def only_fit_for(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """It is only told how well somebody is fit to do it."""
    over = index.tokens[verb].head
    is_fit = index.tokens[verb].dep in WITHOUT_SUBJECT and index.tree.lower(over) in _FIT
    return is_fit and any(index.tree.lower(c) in _HOW_WELL for c in index.tree.deps(over, "advmod"))


@rule(
    yes=[
        "Norway reviewed the working groups that Norway and Chad launched in March 2024.",
        "Norway praised the joint committee launched in March 2024.",
    ],
    no=["Norway and Chad launched a working group in March 2024.", "The working group was launched in March 2024."],
)
def told_of_what_stands(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Only a participle or a relative clause tells of something that stands since when it has been there."""
    if not frame.is_object_channel:
        return False
    token = index.tokens[verb]
    is_past = token.tag in PAST_FORMS and not index.is_denied(verb)
    return token.dep in ON_NOUNS and is_past


@rule(
    yes=[
        "Norway named an envoy two days after Foreign Minister Maria Soto took office.",
        "When Foreign Minister Maria Soto took office in May, herring was rare.",
    ],
    no=["Foreign Minister Maria Soto took office in May."],
)
def tells_only_when(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """That somebody took office only tells when something else happened: "two days after taking office"."""
    if not frame.needs_office or not any(index.tree.lemma(o) == "office" for o in index.tree.objects(verb)):
        return False
    tree, token = index.tree, index.tokens[verb]
    if token.dep == "pcomp":
        return tree.lower(token.head) in _OF_A_TIME
    return token.dep == "advcl" and any(tree.lower(c) in _OF_A_TIME for c in tree.deps(verb, "mark", "advmod"))


@rule(
    yes=["Foreign Minister Anna Lind will bring a message of hope to King Haakon of Norway."],
    no=[
        "Foreign Minister Anna Lind brought a message from King Haakon to Chad.",
        "Norway sent a message of sympathy to Chad on Monday.",
    ],
)
def bearing_a_feeling(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """ "Brings a message of hope": what somebody shows by coming is no paper."""
    if index.tree.lemma(verb) not in _BEARING:
        return False
    felt = (o for noun in index.tree.objects(verb) for o in index.tree.led_by(noun, "of"))
    return any(index.tree.lemma(o) in _FEELINGS for o in felt)


@rule(
    yes=[
        "The law makes it hard for Norway to impose sanctions on Chad.",
        "It was difficult for Oslo to follow Peru and impose sanctions on Chad.",
    ],
    no=["Norway was glad to impose sanctions on Chad.", "It was hard for Norway when Peru imposed sanctions on Chad."],
)
def hard_to_do(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """What is only told to be hard, or easy, to do is not told to be done."""
    tree, tokens, i = index.tree, index.tokens, verb
    while tokens[i].dep == "conj" and tokens[i].head < i:
        i = tokens[i].head
    over = tokens[i].head
    told = (over, *(c for c in tree.deps(over, "oprd", "acomp", "ccomp") if c < i))  # "makes it hard to impose"
    return tree.is_infinitive(i) and any(tree.lemma(j) in _HARD and tokens[j].pos == "ADJ" for j in told)


@rule(
    yes=[
        "Norway and Chad failed to reach an agreement on fish.",
        "After hours of talks Norway and Chad had failed to reach a deal.",
    ],
    no=[
        "Norway and Chad reached an agreement on fish.",
        "Norway failed to honour the agreement that it reached with Chad.",
        "Norway and Chad failed to sign the accord on Friday.",
    ],
)
def came_to_none(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """ "Failed to reach agreement": how their talks ended; no paper that was due has come to nothing."""
    tree, over = index.tree, index.tokens[verb].head
    return (
        frame.kind == "agreement" and index.tokens[verb].dep == "xcomp" and tree.lemma(over) in _FAILING and over < verb
    )


@rule(
    yes=["The law extends the president's authority to negotiate with Chad."],
    no=["The president has the aim to negotiate with Chad."],
)
def only_empowered_to(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """What somebody only has the authority or the power to do."""
    return _is_power(index, verb)


@rule(
    yes=[
        "Norway would lift the sanctions as soon as Chad frees the fishermen.",
        "Norway said it was prepared to lift the embargo when Chad frees the fishermen.",
    ],
    no=[
        "Norway lifted the sanctions when Chad freed the fishermen.",
        "Norway will lift the sanctions on Monday.",
        "Norway will impose sanctions if Chad does not free the fishermen.",
    ],
)
def eased_on_condition(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """A measure that would be lifted when another does something: what is demanded of that one, no act."""
    is_easing = frame.kind == "sanction" and frame.plover is not None and frame.plover.type == "CONCEDE"
    if not is_easing or index.factuality(verb).time != "future":
        return False
    tree = index.tree
    over = (verb, *tree.deps(verb, "advmod"))  # "as soon as she does" hangs on "soon"
    clauses = (c for i in over for c in tree.deps(i, "advcl") if tree.subjects(c))
    return any(tree.lower(m) in _UPON for c in clauses for m in tree.deps(c, "mark", "advmod"))


@rule(
    yes=["Norway said that Peru and Chad might be invited to join the talks."],
    no=["Norway invited Peru and Chad to the talks.", "Norway will invite Peru and Chad to the talks."],
)
def invited_perhaps(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """ "Might be invited": nobody has sent an invitation, or is told to be about to."""
    is_invitation = frame.kind == "message" and index.tree.lemma(verb) == "invite" and index.tree.is_passive(verb)
    return is_invitation and index.factuality(verb).operator("possibility") is not None


ONLY_SPOKEN_OF = (
    invited_perhaps,
    only_empowered_to,
    eased_on_condition,
    came_to_none,
    hard_to_do,
    bearing_a_feeling,
    spoken_of_as_an_aim,
    only_fit_for,
    told_of_what_stands,
    tells_only_when,
)
"""What takes from a verb that it tells of an act, as that is no news there; one answer is enough."""
