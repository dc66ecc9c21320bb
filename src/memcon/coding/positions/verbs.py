"""Stances that a verb takes: towards its object, what its preposition leads, its clause or infinitive; active and passive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from memcon.coding.positions.demands import DEMANDS, aim_of, is_wanted, urged
from memcon.coding.positions.led import LED, RECEIVING, TAKING, is_guest, key_of
from memcon.coding.positions.refusals import REFUSALS
from memcon.coding.positions.stand import (
    Stand,
    antecedent,
    first_words,
    is_negated,
    of_verb,
    towards,
    up_to_its_clause,
)
from memcon.coding.positions.stirring import STIRRING, noun_alone
from memcon.coding.positions.targets import ended, matter_of, put_behind, shared
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import FREE_CLAUSES, NOMINAL, ON_NOUNS, RELATIVE_HEADS, SAID_OF_SUBJECT
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_FIRST_WORDS = first_words(TAKING)
_IN_A_CLAUSE: Mapping[str, Stance] = values("taking_a_stand_in_a_clause")
_WISHING = words("wishing_that_others_act")
_RIGHT_BEHIND = 2
"""How far behind its verb a gerund stands that is its object ("ruled out sending troops"), in tokens."""
_NEARBY = 30
"""How far behind what is named its name may stand, in tokens."""
_THANKING = words("thanking")
_OWN_PEOPLE = words("people_of_ones_own")
_REFLEXIVES = words("reflexive")
_MAY_COME = words("telling_what_may_come")
_WHETHER = words("whether")
_TELLING_OR_ASKING = words("telling_or_asking")
_DENYING = words("denial_verbs")
_CHARGES = words("charge_that_is_denied")
_NAMING = words("calling_by_a_name")
_POINTS = words("point_that_was_made")
_CLEAR = words("made_clear")
_JUDGED_BY_A_NOUN: Mapping[str, Stance] = values("judging_noun")
_JUDGED: Mapping[str, Stance] = values("judging_adjective")
_STANDS = words("stand")
_CALLED_SO = SAID_OF_SUBJECT | {"appos"}


@rule(
    at=_FIRST_WORDS,
    yes=[
        "Norway opposes the border plan. → oppose",
        "Norway welcomed the agreement with Peru. → support",
        "Norway backed the pact, a plan that Peru had made. → support",
        "Norway ruled out a deal with Peru. → reject",
        "Norway has ruled out sending troops. → reject",
        "The minister thanked Peru for its help. → support",
        "Norway criticised and rejected the plan. → oppose",
        "Norway rejected as baseless the claim that it had sent troops. → reject",
        "President Soto denounced the plan for ending the war. → oppose",
        "Norway sought an end to the raids. → oppose",
        "Norway joined Peru in condemning the raid. → oppose",
        "Norway and Peru are alone in opposing the treaty. → oppose",
        "Norway has accused Peru of breaking the truce. → oppose",
        'President Soto condemned what she called a "brazen breach" of the treaty. → oppose',
    ],
    no=[
        "Norway visited the border.",
        "The border plan was opposed.",
        "President Liv Dahl will welcome President Maria Soto of Peru to Oslo.",
        "The minister thanked her staff.",
        "Peru echoed the sentiment.",
    ],
)
def towards_an_object(index: TextIndex, i: int) -> Stand | None:
    """A verb of stance with its object."""
    stance = TAKING.get(key_of(index, i))
    if stance is None or index.tree.is_passive(i):
        return None
    target = index.tree.child(i, "dobj") or next(iter((*_without_subject(index, i), *_by_its_name(index, i))), None)
    if target is not None:
        return None if _is_no_matter(index, i, target) else _judged(index, i, stance, target)
    if (behind := put_behind(index, i)) is not None:
        first, target = behind
        found = towards(index, target, of_verb(index, i, stance))
        return replace(found, first=first) if found is not None else None
    if (noun := _gone_before(index, i)) is not None:
        return up_to_its_clause(index, noun, of_verb(index, i, stance))
    common = shared(index, i, TAKING)
    return _judged(index, i, stance, common) if common is not None else None


def _gone_before(index: TextIndex, verb: int) -> int | None:
    """The noun whose clause without a pronoun a verb heads: "the [dam] Peru opposes"."""
    token = index.tokens[verb]
    is_bare = token.dep == "relcl" and token.head < verb and index.tree.is_finite(verb)
    subject = index.tree.child(verb, "nsubj") if is_bare else None
    if subject is None or index.tokens[subject].tag in RELATIVE_HEADS or index.tokens[token.head].pos != "NOUN":
        return None
    return token.head


def _is_no_matter(index: TextIndex, verb: int, target: int) -> bool:
    """Whether an object is nothing that a stance is taken to: a guest who is welcomed, "itself", a point that was made ("echoed the sentiment")."""
    is_received = index.tree.lemma(verb) in RECEIVING and is_guest(index, target)
    is_point = index.tree.lemma(target) in _POINTS and not index.tree.deps(target, "prep", "acl", "relcl", "poss")
    return is_received or is_point or index.tree.lower(target) in _REFLEXIVES


def _judged(index: TextIndex, verb: int, stance: Stance, target: int) -> Stand | None:
    """The stance towards a verb's object, or towards what somebody is thanked or blamed for; None of thanks to one's own people."""
    if index.tree.lemma(verb) in _THANKING and index.tree.lemma(target) in _OWN_PEOPLE:
        return None
    matter = matter_of(index, verb, target)
    if stance == "support" and (over := ended(index, target, verb)) is not None:
        return towards(index, over, of_verb(index, verb, "oppose"))
    return towards(index, target if matter is None else matter, of_verb(index, verb, stance))


def _by_its_name(index: TextIndex, verb: int) -> Iterator[int]:
    """What is named only by what somebody calls it: "condemned what he called a crime"."""
    for c in index.tree.deps(verb, "ccomp"):
        yield from (c for o in index.tree.deps(c, "dobj", "nsubj") if index.tree.lower(o) == "what" and o == verb + 1)


def _without_subject(index: TextIndex, verb: int) -> Iterator[int]:
    """What the parser took for a clause: "opposed holding talks"."""
    found = [c for c in index.tree.deps(verb, "xcomp", "ccomp") if index.tokens[c].tag == "VBG" and c > verb]
    behind = (
        c for c in index.tree.deps(verb, "advcl") if index.tokens[c].tag == "VBG" and 0 < c - verb <= _RIGHT_BEHIND
    )
    yield from found or behind


@rule(
    at=_DENYING,
    yes=[
        "Norway denied all claims that it had sent troops. → reject",
        "Peru has denied the accusation. → reject",
    ],
    no=["Norway denied the ship entry.", "Norway denied the claimant a visa."],
)
def denying_a_charge(index: TextIndex, i: int) -> Stand | None:
    """Denying what one is charged with, or what is claimed."""
    charge = index.tree.child(i, "dobj") if index.tree.lemma(i) in _DENYING and not index.tree.is_passive(i) else None
    is_charge = charge is not None and index.tree.lemma(charge) in _CHARGES
    return towards(index, charge, of_verb(index, i, "reject")) if charge is not None and is_charge else None


@rule(
    at=_IN_A_CLAUSE,
    yes=[
        "Norway fears that the talks will fail. → concern",
        "Peru questioned whether the truce would hold. → concern",
        "Peru regrets that the talks failed. → concern",
        "Norway complained that the boats came too near. → oppose",
        "Norway insists that there must be no new raids. → oppose",
        "Norway warned that an attack on the town would end the talks. → oppose",
        "The envoys met for talks which Norway hopes will end the war. → support",
    ],
    no=[
        "Asked on Monday what the chance was for Peru to sign, the minister laughed.",
        "Norway fears nobody.",
        "The minister hopes to travel soon.",
        "Norway warned that the storm was near.",
        "Norway warned that the blockade would not force it to sign.",
        "Norway asked Peru whether it could send a ship.",
    ],
)
def in_a_clause(index: TextIndex, i: int) -> Stand | None:
    """A verb of stance with the clause that tells of what."""
    tree = index.tree
    stance = _IN_A_CLAUSE.get(tree.lemma(i))
    if stance is None or tree.is_passive(i) or _is_only_asked(index, i):
        return None
    clauses = (c for c in tree.deps(i, "ccomp") if c > i and tree.deps(c, "nsubj", "nsubjpass", "expl", "csubj"))
    clause = next(clauses, None)
    return _towards_a_clause(index, i, stance, clause) if clause is not None else None


def _is_only_asked(index: TextIndex, verb: int) -> bool:
    """Whether a participle tells what somebody was asked: "[asked] what the chance was, the minister laughed"."""
    is_participle = index.tokens[verb].tag == "VBN" and not index.tree.deps(verb, "aux", "auxpass", "nsubj")
    return is_participle and index.tokens[verb].dep in FREE_CLAUSES


def _towards_a_clause(index: TextIndex, verb: int, stance: Stance, clause: int) -> Stand | None:
    """The stance that a verb takes to what its clause tells, or wishes; None of what is only told."""
    lemma = index.tree.lemma(verb)
    if stance == "oppose" and lemma == "warn":
        return _warned_of(index, verb, clause)
    if lemma in _TELLING_OR_ASKING and not is_wanted(index, clause):
        return None
    is_demand = stance == "support" and lemma in _WISHING
    if stance == "support" and index.tree.opens_with(clause, _WHETHER):
        return None
    if (meant := _gone_on_from(index, clause)) is not None:
        return up_to_its_clause(index, meant, of_verb(index, verb, stance))
    if not is_demand:
        return towards(index, clause, of_verb(index, verb, stance))
    return towards(index, aim_of(index, clause), of_verb(index, verb, urged(index, clause)))


def _gone_on_from(index: TextIndex, clause: int) -> int | None:
    """The noun that the relative pronoun of a clause goes on from: "[talks] which Norway hopes will help"."""
    opening = (c for c in index.tree.children[clause] if index.tokens[c].tag in RELATIVE_HEADS)
    return next((noun for c in opening if (noun := antecedent(index, c)) is not None), None)


def _warned_of(index: TextIndex, verb: int, clause: int) -> Stand | None:
    """What somebody warns would do harm: the subject of the clause, where that is a deed and not somebody."""
    subject = index.tree.child(clause, "nsubj", "csubj")
    is_ahead = index.tree.has_word(clause, _MAY_COME, "aux")
    is_somebody = subject in index.mention_at or (subject is not None and index.tokens[subject].pos == "PRON")
    if subject is None or not is_ahead or is_somebody or is_negated(index, clause):
        return None
    return towards(index, subject, of_verb(index, verb, "oppose"))


@rule(
    at=_FIRST_WORDS,
    yes=[
        "The attack was condemned by Norway and Peru. → oppose",
        "The talks are opposed by Peru. → oppose",
        "The plan was debated at length and opposed by Peru. → oppose",
        "The minister praised the bridge toll, which is opposed by Peru. → oppose",
        "Chad must show that it wants peace by accepting the treaty proposed by Norway and backed by Peru. → support",
    ],
    no=[
        "The attack was condemned.",
        "The minister was received by Peru.",
        "Minister Luis Soto was welcomed by Minister Ola Moe.",
    ],
)
def by_an_agent(index: TextIndex, i: int) -> Stand | None:
    """A passive verb of stance, with "by" whom."""
    agent = index.tree.agent(i)
    is_passive = index.tree.is_passive(i) or (index.tokens[i].tag == "VBN" and agent is not None)
    stance = TAKING.get(key_of(index, i)) if is_passive else None
    patient = next(iter(_patients(index, i)), None) if stance is not None else None
    if stance is None or agent is None or patient is None or _is_no_matter(index, i, patient):
        return None
    if index.tree.lemma(patient) in _JUDGED_BY_A_NOUN:
        return None  # "as a necessity backed by Peru" tells no thing that is backed
    stand = Stand(anchor=i, verb=i, stance=stance, first=i, last=i, holders=(agent,))
    if (matter := matter_of(index, i, patient)) is not None:
        return towards(index, matter, stand)
    if (noun := antecedent(index, patient)) is not None:
        found = up_to_its_clause(index, _whole(index, noun, patient), stand)
        inside = found is not None and found.first < patient <= found.last
        return replace(found, last=index.without_links(found.first, patient - 1)) if found and inside else found
    is_subject = patient in index.tree.deps(i if index.tokens[i].dep != "conj" else index.tokens[i].head, "nsubjpass")
    is_of_noun = index.tokens[i].dep in ON_NOUNS or not is_subject
    return noun_alone(index, patient, stand) if is_of_noun else towards(index, patient, stand)


def _whole(index: TextIndex, noun: int, pronoun: int) -> int:
    """The noun at the head of the phrase that a pronoun behind a comma goes on from: "the [sale] of fish to Chad, which Peru opposes"."""
    if pronoun == 0 or index.tokens[pronoun - 1].text != ",":
        return noun
    while index.tokens[noun].dep == "pobj" and index.tokens[index.tokens[index.tokens[noun].head].head].pos == "NOUN":
        noun = index.tokens[index.tokens[noun].head].head
    return noun


def _patients(index: TextIndex, participle: int) -> list[int]:
    """What a passive verb is done to: its subject, the noun that it hangs on, the subject of the verb in a row with it, or the noun of the participle with
    "by" before it ("a plan proposed by Peru and [backed] by Chad")."""
    token = index.tokens[participle]
    if (subjects := index.tree.deps(participle, "nsubjpass")) or token.dep in ON_NOUNS:
        return subjects or [token.head]
    if token.dep != "conj":
        return []
    before = (i for i in range(participle - 1, index.sentence(participle).first, -1) if index.tokens[i].tag == "VBN")
    beside = next((i for i in before if index.tokens[i].dep in ON_NOUNS and index.tree.agent(i) is not None), None)
    return index.tree.deps(token.head, "nsubjpass") or ([index.tokens[beside].head] if beside is not None else [])


@rule(
    at=_NAMING,
    yes=[
        "The minister called the deal a disaster. → oppose",
        "Norway described the agreement as a historic step. → support",
        "Peru dismissed the plan as unacceptable. → oppose",
        'Norway described as "wholly unacceptable" the treatment of the crew. → oppose',
        "Norway would view a raid as a direct threat. → oppose",
        'The minister called the ruling "an act hostile to Norway". → oppose',
        "Norway described an end to the raids as a necessity. → oppose",
        "Norway acted on what it called a dangerous, selfish law. → oppose",
    ],
    no=[
        "Norway called for a broad accord and a welcome end to tolls.",
        "Norway made clear its anger about an unfair toll.",
        "The minister called the agreement a treaty.",
        "She called her brother a doctor.",
        "President Maria Soto called Prime Minister Moe of Norway to express her outrage at the raid.",
        "The minister denounced the raid and said that might does not make right.",
        "The minister made clear that Norway will answer deeds such as a raid or an attack.",
        "Peru questioned the ban. Norway made it clear that a truce is necessary.",
    ],
)
def naming_it(index: TextIndex, i: int) -> Stand | None:
    """Calling something by a name that judges it."""
    own = TAKING.get(index.tree.lemma(i), "reject")
    is_asking = index.tree.lemma(i) == "call" and i + 1 < len(index.tokens) and index.tree.lower(i + 1) == "for"
    if index.tree.lemma(i) not in _NAMING or index.tree.is_passive(i) or own != "reject" or is_asking:
        return None
    named = index.tree.child(i, "dobj")
    small = (
        c for c in index.tree.deps(i, "ccomp") if not index.tree.is_finite(c)
    )  # not "made clear that Norway will act"
    subject = next((s for c in small for s in index.tree.deps(c, "nsubj")), None)
    target = next((t for t in (named, subject, *_without_subject(index, i)) if t is not None), None)
    if target is None and (behind := put_behind(index, i)) is not None:
        return _called_before(index, i, *behind)
    is_made_clear = target is not None and index.tree.lower(min(target + 1, len(index.tokens) - 1)) in _CLEAR
    is_stand = target is not None and index.tree.lemma(target) in _STANDS and index.tree.lemma(i) == "make"
    if target is None or is_made_clear or is_stand:
        return None  # "made clear its anger about an unfair toll"
    found = _by_its_judging_name(index, i, target)
    return _as_called(index, i, found) if found is not None and index.tree.lower(target) == "what" else found


def _as_called(index: TextIndex, verb: int, stand: Stand) -> Stand | None:
    """The stance towards what is told by nothing but what it is called: "what she calls a [selfish law]"."""
    beside = (*index.tree.deps(verb, "oprd", "dobj", "ccomp", "xcomp"), *index.tree.led_by(verb, "as"))
    called = next((c for c in beside if c > verb), None)
    return towards(index, called, stand) if called is not None and index.tokens[called].pos in NOMINAL else None


@rule(
    at=_NAMING,
    yes=[
        "The plan is seen by Norway as a threat. → oppose",
        "The deal was described by the Norwegian foreign minister as a betrayal. → oppose",
    ],
    no=["The plan is seen as a threat.", "The deal was described by Norway as a treaty."],
)
def named_by_somebody(index: TextIndex, i: int) -> Stand | None:
    """What somebody is told to see as something that judges it: "is seen by Norway as a threat"."""
    tree = index.tree
    agent = tree.agent(i) if tree.lemma(i) in _NAMING and tree.is_passive(i) else None
    named, called = tree.child(i, "nsubjpass"), next((p for p in tree.prepositions(i, {"as"}) if p > i), None)
    if agent is None or named is None or called is None:
        return None
    judging = (
        _JUDGED_BY_A_NOUN.get(tree.lemma(j)) or _JUDGED.get(tree.lower(j)) for j in range(called, tree.last(called) + 1)
    )
    stance = next((s for s in judging if s is not None), None)
    stand = Stand(anchor=i, verb=i, stance=stance, first=i, last=i, holders=(agent,)) if stance is not None else None
    return towards(index, named, stand) if stand is not None else None


def _called_before(index: TextIndex, verb: int, first: int, named: int) -> Stand | None:
    """The stance towards what stands behind what it is called: "described as unacceptable the [treatment]"."""
    judging = (_JUDGED.get(index.tree.lower(j)) for j in range(verb + 1, first))
    stance = next((s for s in judging if s is not None), None)
    found = towards(index, named, of_verb(index, verb, stance)) if stance is not None else None
    return replace(found, first=first) if found is not None else None


def _by_its_judging_name(index: TextIndex, verb: int, named: int) -> Stand | None:
    """The stance towards what is named by the first word behind it that judges, before what else is done by it ("called Roe [to express outrage]")."""
    tree = index.tree
    aims = (c for c in tree.deps(verb, "advcl", "xcomp") if c > named and tree.lemma(c) != "be")
    end = min(map(tree.first, aims), default=tree.last(verb) + 1)
    for j in range(named + 1, min(end, named + _NEARBY + 1)):
        stance = _JUDGED_BY_A_NOUN.get(index.tree.lemma(j)) or _JUDGED.get(index.tree.lower(j))
        if stance is not None:
            over = ended(index, named, verb) if stance == "support" else None
            stand = of_verb(index, verb, stance if over is None else "oppose")
            found = towards(index, named if over is None else over, stand)
            return _before_its_name(index, found, j) if found is not None else None
    return None


def _before_its_name(index: TextIndex, stand: Stand, name: int) -> Stand:
    """The stance towards "the move" in "described the move as provocative" and "called the move an act of war": without the "as" that leads what it is
    called, and without that."""
    leading = [i for i in range(stand.first + 1, stand.last + 1) if index.tree.lower(i) == "as" and i < name]
    apposed = [index.tree.first(i) for i in (name, index.tokens[name].head) if index.tokens[i].dep in _CALLED_SO]
    begins = [i for i in (*leading[-1:], *apposed) if stand.first < i <= stand.last]
    return replace(stand, last=index.without_links(stand.first, min(begins) - 1)) if begins else stand


VERBS = (
    naming_it,
    named_by_somebody,
    *STIRRING,
    *REFUSALS,
    *DEMANDS,
    in_a_clause,
    denying_a_charge,
    *LED,
    towards_an_object,
    by_an_agent,
)
"""The rules, first answer wins."""
