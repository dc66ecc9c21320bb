"""Stances that a noun names: voiced ("expressed concern about"), somebody's own ("Peru's opposition to"), drawn from somebody ("criticism from")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.coding.doers import doers
from memcon.coding.positions.demands import stood_for
from memcon.coding.positions.named_states import is_state
from memcon.coding.positions.stand import Stand, towards
from memcon.coding.positions.targets import ended
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_STANDS: Mapping[str, Stance] = values("stand")
_VOICING = words("holding_a_stand")
_IMPORTANCE = words("importance")
_OF_IMPORTANCE = words("leading_to_what_is_important")
_WEIGHING = words("telling_of_importance")
_LEADING = words("leading_to_a_target") | words("leading_to_what_is_backed")
_WITHOUT_A_STAND = words("saying_nothing_for_it")
_TAKING_IN = words("taking_in")
_WINNING = words("winning_a_stand")
_PLACING_WEIGHT = words("placing_weight")
_ON = words("upon_or_to")
_FELT_WITH = words("felt_with_somebody")
_FELT_AT = words("felt_at_something")
_FELT_OF = words("stand_of_something")
_TELLING_STANDS = words("voicing")
_STANDING_FOR = words("good_that_is_affirmed")
_GIVING_UP = words("giving_up_a_stand")
_HOLDING = words("leading_to_a_holder")
_DRAWING = words("drawing_a_response")
_BEFORE = ("poss", "compound", "amod", "nmod")
"""How whoever has a stance stands before its noun."""
_IN_THE_FACE_OF = words("in_the_face_of")


def target_of(index: TextIndex, noun: int, verb: int | None = None, leading: frozenset[str] = _LEADING) -> int | None:
    """What a noun of stance is about: what its clause, infinitive or preposition tells; else what stands so at its verb."""
    tree = index.tree
    beside = [*tree.deps(verb, "prep", "ccomp", "dative"), *_wished(index, verb)] if verb is not None else []
    beside = [c for c in beside if not _is_of_time(index, c)]
    own = _telling_of_it(index, noun)
    behind = [c for c in (*own, *beside) if c > noun]
    clauses = (c for c in behind if tree.deps(c, "mark") or tree.lower(tree.first(c)) == "that")
    infinitives = (c for c in own if c > noun and tree.is_infinitive(c))
    leading = leading | {"with"} if tree.lemma(noun) in _FELT_WITH else leading
    led = [c for c in behind if tree.lower(c) in leading]
    about = [c for c in led if not _is_addressed(index, c)]
    if not about:
        about = _past_whom_it_is_told(index, [*led, *tree.deps(noun if verb is None else verb, "dative")], leading)
    of = [p for p in tree.deps(noun, "prep") if tree.lower(p) == "of"] if tree.lemma(noun) in _FELT_OF else []
    at = [p for p in behind if p == noun + 1 and tree.lower(p) == "at"] if tree.lemma(noun) in _FELT_AT else []
    return next(iter((*clauses, *about, *at, *infinitives, *led, *of)), None)


def _is_of_time(index: TextIndex, c: int) -> bool:
    """Whether a preposition only tells when: "drew criticism on Monday"."""
    return index.tree.child(c, "pobj") in index.timex_at and index.tokens[c].pos == "ADP"


def _telling_of_it(index: TextIndex, noun: int) -> list[int]:
    """What hangs on a noun of stance, or on the verb behind it that voices it ("support voiced for")."""
    own = index.tree.deps(noun, "prep", "acl", "ccomp", "relcl", "advcl")
    voicing = (v for v in index.tree.deps(noun, "acl") if index.tree.lemma(v) in _TELLING_STANDS)
    return [*own, *(p for v in voicing for p in index.tree.deps(v, "prep"))]


def _past_whom_it_is_told(index: TextIndex, addressed: Sequence[int], leading: frozenset[str]) -> list[int]:
    """What leads to the matter in the phrase of whoever is told of it ("to the minister for his help"), where the parser hung it there."""
    if not addressed:
        return []
    within = range(addressed[0] + 1, index.tree.last(addressed[0]) + 1)
    return [i for i in within if index.tree.lower(i) in leading - {"to"}]


def _wished(index: TextIndex, verb: int) -> Iterator[int]:
    """The clause that "for" leads with a subject of its own: "expressed a desire for Lima to be a place of peace"."""
    clauses = (c for c in index.tree.deps(verb, "advcl") if c > verb and index.tree.deps(c, "nsubj"))
    return (c for c in clauses if any(index.tree.lower(m) == "for" for m in index.tree.deps(c, "mark")))


def _is_addressed(index: TextIndex, preposition: int) -> bool:
    """Whether "to" leads to somebody ("expressed to the minister")."""
    object_ = index.tree.child(preposition, "pobj")
    mention = index.mention_at.get(object_) if object_ is not None else None
    return (
        index.tree.lower(preposition) == "to"
        and mention is not None
        and any(a.kind == "person" for a in index.actors_of(mention))
    )


def _owner(index: TextIndex, noun: int) -> tuple[int, ...]:
    """Whose stance it is by the noun's own words: "Peru's", "U.S.", "by Peru", "among officials"; a pronoun's owner is told by the verb."""
    tree = index.tree
    before = tuple(c for c in tree.deps(noun, *_BEFORE) if c < noun and _has_a_name(index, c))
    of = tree.led_by(noun, "of")
    drawn = _drawn_from(index, noun)
    told = [*tree.deps(noun, "prep", "agent"), *drawn]
    by = [p for p in told if tree.lower(p) in _HOLDING] + [
        p for o in of for p in tree.deps(o, "prep") if tree.lower(p) == "by"
    ]
    voicing = (v for n in (noun, *tree.led(noun)) for v in tree.deps(n, "acl") if tree.lemma(v) in _TELLING_STANDS)
    by += [p for v in voicing for p in tree.deps(v, "agent")]
    return before or tuple(o for p in by for o in tree.deps(p, "pobj") if _has_a_name(index, o))


def _drawn_from(index: TextIndex, noun: int) -> list[int]:
    """What hangs on a verb such as "drew" between a stand and the next one that it draws."""
    over = next((a for a in index.tree.above(noun) if index.tokens[a].pos == "VERB"), None)
    if over is None or index.tree.lemma(over) not in _DRAWING:
        return []
    behind = range(noun + 1, index.tree.last(over) + 1)
    until = next((i for i in behind if index.tree.lemma(i) in _STANDS and index.tokens[i].pos == "NOUN"), behind.stop)
    return [p for p in index.tree.deps(over, "prep") if noun < p < until]


def _has_a_name(index: TextIndex, i: int) -> bool:
    return i in index.mention_at or is_state(index, i)


def _lands(index: TextIndex, owners: tuple[int, ...]) -> tuple[int, ...]:
    """Those of `owners` that are states or their governments: "expressed Peru's support for" tells whose support it is."""
    return tuple(o for o in owners if is_state(index, o) or _is_body(index, o))


def _is_body(index: TextIndex, owner: int) -> bool:
    named = index.mention_at.get(owner)
    return (
        named is not None
        and index.tokens[owner].pos in {"PROPN", "NOUN"}
        and all(a.kind == "organization" for a in index.actors_of(named))
    )


def _states_of(index: TextIndex, noun: int, verb: int) -> tuple[tuple[int, ...], int | None]:
    """The states whose stance it is by "of", and what they mean to do: "the commitment and resolve of Norway and Peru to end the war"."""
    tree = index.tree
    row = (noun, *tree.deps(noun, "conj"))
    behind = [*(c for n in row for c in tree.deps(n, "acl")), *tree.deps(verb, "advcl")]
    deed = next((c for c in behind if c > noun and tree.is_infinitive(c)), None)
    of = (p for n in row for p in tree.deps(n, "prep") if tree.lower(p) == "of")
    states = tuple(o for p in of for o in tree.deps(p, "pobj") if is_state(index, o))
    return (states, deed) if deed is not None else ((), None)


@rule(
    at=_STANDS,
    dep=("dobj", "conj"),
    yes=[
        "Norway has raised objections to the fishing pact. → oppose",
        "The minister expressed appreciation for the help of Peru. → support",
        "Norway voiced alarm over the missile tests. → concern",
        "The president reaffirmed Norway's commitment to the treaty. → support",
        "The ministers of Norway and Peru affirmed the resolve of Norway to end the war. → support",
        "Norway and Peru expressed their shared desire for Lima to be a place of peace. → support",
        "Peru made a strong condemnation of the raid. → oppose",
        "Norway gave its backing to the plan. → support",
        "Norway threw its support behind the plan. → support",
        "Norwegian officials have expressed scepticism that the truce will hold. → concern",
        "Peru voiced alarm at the raid. → concern",
        "Norway repeated its call for an end to the raids. → oppose",
    ],
    no=["The minister expressed himself in French."],
)
def voiced(index: TextIndex, i: int) -> Stand | None:
    """A noun of stance as the object of a verb that voices it; whose it is by the noun's own words, else the verb's subject's."""
    noun, head = index.tokens[i], index.tokens[i].head
    stance = _STANDS.get(index.tree.lemma(i))
    if stance is None or noun.dep not in {"dobj", "conj"}:
        return None
    verb = index.tokens[head].head if noun.dep == "conj" and index.tokens[head].pos == "NOUN" else head
    states, deed = _states_of(index, i, verb)
    target = deed if states else target_of(index, i, verb)
    if index.tree.lemma(verb) not in _VOICING or target is None or index.tree.deps(i, "neg") or is_given_up(index, i):
        return None
    holders = states or _lands(index, _owner(index, i)) or tuple(doers(index, verb)) or _owner(index, i)
    over = ended(index, target) if stance == "support" else None
    stance, target = ("oppose", over) if over is not None else (stood_for(index, stance, target), target)
    return towards(index, target, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders))


def is_given_up(index: TextIndex, noun: int) -> bool:
    """Whether a stand is told to be held no longer: "dropped its objections"."""
    return index.tokens[noun].dep == "dobj" and index.tree.lemma(index.tokens[noun].head) in _GIVING_UP


@rule(
    at=_IMPORTANCE,
    dep=("dobj", "pobj", "conj"),
    yes=[
        "The two ministers underscored the importance of the talks. → support",
        "Norway and Peru agreed on the need for a ceasefire. → support",
        "The president stressed the importance of ending the war. → support",
        "The minister underscored the importance Norway places on the treaty. → support",
        "The president expressed the urgency of a ceasefire. → support",
    ],
    no=["The importance of the talks is small.", "The minister asked about the need for water."],
)
def weighed(index: TextIndex, i: int) -> Stand | None:
    """What somebody tells to be important or needed."""
    if index.tree.lemma(i) not in _IMPORTANCE:
        return None
    head = index.tokens[i].head
    verb = index.tokens[head].head if index.tokens[i].dep == "pobj" else head
    is_told = index.tree.lemma(verb) in _WEIGHING or index.tree.lemma(verb) in _TELLING_STANDS
    if index.tokens[i].dep not in {"dobj", "pobj", "conj"} or not is_told:
        return None
    holders = tuple(doers(index, verb))
    target = target_of(index, i, leading=_OF_IMPORTANCE)
    if (placed := _placed_on(index, i)) is not None:
        placing, target = placed
        named = (*doers(index, placing), *index.tree.deps(placing, "compound"))
        holders = tuple(d for d in named if index.tokens[d].pos == "PROPN") or holders
    if target is None:
        return None
    stance = stood_for(index, "support", target)
    return towards(index, target, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders))


def _placed_on(index: TextIndex, noun: int) -> tuple[int, int] | None:
    """The verb and the target of "the importance that Norway places on the treaty"."""
    tree = index.tree
    for verb in tree.deps(noun, "relcl", "acl", "ccomp"):
        leads = (p for p in tree.deps(verb, "prep", "dative") if p > verb and tree.lower(p) in _ON)
        if tree.lemma(verb) in _PLACING_WEIGHT and (target := next(leads, None)) is not None:
            return verb, target
    return None


@rule(
    at=_STANDING_FOR,
    dep=("dobj",),
    yes=[
        "Norway and Peru reaffirmed their friendship. → support",
        "The minister affirmed the alliance with Peru. → support",
    ],
    no=["The court affirmed the sentence."],
)
def affirmed(index: TextIndex, i: int) -> Stand | None:
    """A relation or good that is affirmed as such."""
    if index.tree.lemma(i) not in _STANDING_FOR or index.tokens[i].dep != "dobj":
        return None
    verb = index.tokens[i].head
    if index.tree.lemma(verb) not in _WEIGHING or index.tree.lemma(verb) in _WITHOUT_A_STAND:
        return None
    return towards(
        index, i, Stand(anchor=i, verb=verb, stance="support", first=i, last=i, holders=tuple(doers(index, verb)))
    )


@rule(
    at=_STANDS,
    pos=("NOUN",),
    yes=[
        "Peru's opposition to the treaty has grown. → oppose",
        "The plan drew criticism from President Maria Soto. → oppose",
        "The rejection of the plan by the Interior Ministry surprised many. → reject",
        "The plan met with stiff resistance from the Interior Ministry. → oppose",
        "The ministers discussed Norway's concerns with the tests. → concern",
        "The concern voiced by Peru about the tests was deep. → concern",
        "Despite objections from the Interior Ministry, Norway tested the missile. → oppose",
        "The sale drew praise from Norway and condemnation from Peru. → support",
    ],
    no=[
        "Criticism of the plan has grown.",
        "Peru's support team has arrived.",
        "Norway has dropped its opposition to the treaty.",
    ],
)
def somebodys_own(index: TextIndex, i: int) -> Stand | None:
    """A noun of stance with its owner, whatever its place in the sentence."""
    stance = _STANDS.get(index.tree.lemma(i))
    if stance is None or index.tokens[i].pos != "NOUN" or index.tree.deps(i, "neg") or is_given_up(index, i):
        return None
    holders = _owner(index, i) or tuple(c for c in index.tree.deps(i, "poss") if index.tokens[c].tag == "PRP$")
    if not holders:
        return None
    verb = next((a for a in index.tree.above(i) if index.tokens[a].pos in {"VERB", "AUX"}), i)
    if i in index.mention_at and all(index.mention_at.get(h) is index.mention_at[i] for h in holders):
        holders = tuple(doers(index, verb))  # "its opposition to the pact" is no group that opposes a government
    stand = Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders)
    for target in _targets(index, i, verb):
        if (found := _without_its_holder(index, target, stand)) is not None:
            return found
        if target not in holders and not any(index.tree.first(target) <= h <= index.tree.last(target) for h in holders):
            return towards(index, target, stand)
    return None


def _without_its_holder(index: TextIndex, target: int, stand: Stand) -> Stand | None:
    """The stance towards "the plan" in "the rejection of the plan by Peru"."""
    first, last = index.tree.extent(target)
    by = [index.tokens[h].head for h in stand.holders if first < h <= last]
    found = towards(index, target, stand) if by and all(index.tree.lower(p) == "by" for p in by) else None
    return replace(found, last=min(by) - 1) if found is not None and found.first < min(by) else None


def _targets(index: TextIndex, noun: int, verb: int) -> Iterator[int]:
    told = target_of(index, noun)
    if told is not None:
        yield told
    if index.tree.lemma(verb) in _DRAWING:
        yield from index.tree.deps(verb, "nsubj", "nsubjpass")
    over = index.tokens[noun].head
    if told is None and index.tree.lower(over) in _IN_THE_FACE_OF and index.tokens[over].dep == "prep" and verb != noun:
        yield index.tree.child(verb, "dobj", "nsubjpass") or verb


@rule(
    at=_STANDS,
    dep=("pobj",),
    yes=[
        "The ministers of Norway and Peru noted with concern the rise in tension. → concern",
        "Norway viewed the tests with alarm. → concern",
        "Peru took note of the treaty with satisfaction. → support",
    ],
    no=["Norway met with concern for the children.", "Norway watched the film with popcorn."],
)
def taken_with(index: TextIndex, i: int) -> Stand | None:
    """What somebody notes, views or watches "with" a stand."""
    stance, tree = _STANDS.get(index.tree.lemma(i)), index.tree
    preposition = index.tokens[i].head
    if stance is None or index.tokens[i].dep != "pobj" or tree.lower(preposition) != "with":
        return None
    verb = index.tokens[preposition].head
    while index.tokens[verb].pos in {"NOUN", "ADP"} and index.tokens[verb].head != verb:
        verb = index.tokens[verb].head
    taken = [o for o in tree.deps(verb, "dobj") if not _STANDS.get(tree.lemma(o))]
    noting = [p for o in taken if tree.lemma(o) == "note" for p in tree.deps(o, "prep") if tree.lower(p) == "of"]
    if not taken or not (tree.lemma(verb) in _TAKING_IN or noting):
        return None
    stand = Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=tuple(doers(index, verb)))
    found = towards(index, (noting or taken)[0], stand)
    return (
        found if found is None or found.last < preposition or found.first > i else replace(found, last=preposition - 1)
    )


@rule(
    at=_STANDS,
    dep=("dobj",),
    yes=[
        "The plan has the backing of the Interior Ministry. → support",
        "The pact enjoys the support of Norway. → support",
    ],
    no=["The plan has the backing of time.", "Norway has the support of the plan."],
)
def won(index: TextIndex, i: int) -> Stand | None:
    """The stand of somebody that something has or enjoys."""
    stance, tree = _STANDS.get(index.tree.lemma(i)), index.tree
    verb = index.tokens[i].head
    if stance is None or index.tokens[i].dep != "dobj" or tree.lemma(verb) not in _WINNING:
        return None
    of = tree.led_by(i, "of")
    holders = tuple(o for o in of if o in index.mention_at or is_state(index, o))
    subject = tree.child(verb, "nsubj")
    if not holders or subject is None or subject in index.mention_at or is_state(index, subject):
        return None
    return towards(index, subject, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders))


NOUNS = (taken_with, won, voiced, weighed, affirmed, somebodys_own)
"""The rules, first answer wins."""
