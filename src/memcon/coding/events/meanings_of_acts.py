"""Which readings of the words for acts and papers tell of none: "under the treaty", "signed a cheque", "named in a lawsuit"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.codebook import Kind, VerbFrame, load_codebook
from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import agents, by_its_house, doers, doing
from memcon.coding.events.hitting import HIT, declared_unwelcome, owners_of
from memcon.coding.events.voting import told_by_the_vote, voted
from memcon.coding.officials import is_international
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES, Actor, Mention
from memcon.domain.dates import Interval, interval_of
from memcon.domain.labels import FELLOWS, OBJECTS, PAST_FORMS, RELATIVES, UNDERGOING
from memcon.domain.rules import rule
from memcon.domain.tree import Tree
from memcon.lexicon import words

_FORCES = words("forces_abroad")
_DEPENDING = words("making_conditional")
_OFFICES = words("office_of_diplomacy_or_security")
_LONGEST_OFFICE = 4
_MEASURES = words("measuring_acts")
_STANDING = words("leading_to_what_stands")
_HOLDING_GOOD = words("told_of_a_paper_that_stands") | words("binding_another")
_TELLING = words("telling_of_an_act")
_TELLING_NOUNS = words("noun_telling_of_an_act")
_TAKING_EFFECT = words("taking_effect")
_LEADING_OBJECTS = words("leading_what_an_act_is_done_to")
_LEADING_PARTIES = words("leading_the_parties_of_an_act")
_LEADING_TO_THE_TOLD = words("leading_to_what_is_told")
_STANDINGBODIES = words("standing_bodies")
_STATES = words("state_among_others") | words("deciding_for_a_state")
_BY_DEED = words("holding_by_a_hyphen")
_MAKING_A_PAPER = words("making_a_paper")
_NONE = words("leaving_nothing")
_FAVOUR = words("favour_in_a_vote")
_SUMMONING = words("summoning_an_envoy")
_MONTH = 31


# --- verbs ---------------------------------------------------------------------------------------------------------------


@rule(
    yes=["Norway signed a cheque.", "Norway agreed on the colour."],
    no=[
        "Norway signed a treaty with Chad.",
        "Norway and Chad agreed on a truce.",
        "Norway imposed a new round of sanctions on Chad.",
    ],
)
def other_object(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """The object is none of the nouns with which the verb means an event."""
    nouns = frame.object_nouns
    return bool(nouns) and not any(_is_listed(index.tree, o, nouns) for o in objects_of(index.tree, verb, frame))


@rule(
    yes=["Norway and Chad reached no deal on Monday.", "Norway imposed no sanctions on Chad."],
    no=["Norway and Chad reached a deal on Monday.", "Norway and Chad, who had no fish, reached a deal."],
)
def done_to_none(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """What it is done to is none: who "reached no deal" made none."""
    nouns = frame.object_nouns
    told = [o for o in objects_of(index.tree, verb, frame) if _is_listed(index.tree, o, nouns)] if nouns else []
    return bool(told) and all(any(index.tree.lower(d) in _NONE for d in index.tree.deps(o, "det")) for o in told)


@rule(
    yes=["Norway sanctioned the use of force.", "President Maria Soto will promote a free and open Arctic."],
    no=["Norway sanctioned Chad on Monday.", "President Maria Soto promoted Ambassador Uwe Brandt."],
)
def no_named_object(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """What it is done to is nobody."""
    if not frame.needs_named_object:
        return False
    done_to = list(objects_of(index.tree, verb, frame))
    is_name = frame.needs_office and any(
        _may_be_of_a_person(index, o) for o in done_to
    )  # a name that is no actor's yet
    return not is_name and not any(
        mentions_of_object(index, o) or (not frame.object_behind and owners_of(index, frame, o)) for o in done_to
    )


def _may_be_of_a_person(index: TextIndex, i: int) -> bool:
    """Whether a token is a name that stands without an article ("a free Arctic" is nobody)."""
    return index.tokens[i].pos == "PROPN" and not index.tree.deps(i, "det")


@rule(
    yes=[
        "Norway named President Maria Soto on Monday.",
        "Prime Minister Paul Okoro named President Maria Soto on Monday.",
    ],
    no=["Norway named Maria Soto ambassador to Chad.", "The UN envoy for Chad, Ola Moe, resigned on Monday."],
)
def no_office(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """No office of diplomacy or security is told, in the clause or of whoever comes into it or leaves it."""
    if not frame.needs_office:
        return False
    tree = index.tree
    if _names_office(tree, *_where_office_is(index, verb, frame)):
        return False
    people = [m for o in objects_of(tree, verb, frame) for m in mentions_of_object(index, o)]
    return not any(_has_office(a) for m in (people or doing(index, verb)) for a in index.actors_of(m))


def _where_office_is(index: TextIndex, verb: int, frame: VerbFrame) -> tuple[int, int]:
    """The first and last token among which the office is told that somebody comes to or leaves: of an act on another not the doer's own
    ("Prime Minister Lind named a coach")."""
    tree = index.tree
    if "object" in frame.roles and not tree.is_passive(verb) and tree.deps(verb, "nsubj"):
        return verb, tree.last(verb)
    first = min(tree.first(verb), *tree.subjects(verb), verb)
    return max(first, index.sentence(verb).first), tree.last(verb)


@rule(
    yes=["Fans voted against the treaty."],
    no=["The Norwegian parliament voted against the treaty.", "Dutch voters voted against the treaty."],
)
def done_by_no_body(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """It is neither a body nor a state that does it."""
    if not frame.needs_body:
        return False
    is_passive = index.tree.is_passive(verb)
    by = agents(index, verb) if is_passive else doing(index, verb) or by_its_house(index, verb)
    if is_passive and not index.tree.deps(verb, "agent"):
        return False  # "a resolution was adopted": nobody else can have done it
    if any(index.tree.lemma(d) in _STATES for d in doers(index, verb)):
        return False
    return not any(a.kind in BODIES for m in by for a in index.actors_of(m))


@rule(
    yes=["She signed at Lima on 3 May 2024."],
    no=["Signed at Lima on 3 May 2024."],
)
def not_at_the_foot(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """It does not head a line without a subject, as at the foot of a paper."""
    return frame.is_at_the_foot and (verb != index.sentence(verb).first or bool(index.tree.subjects(verb)))


@rule(
    yes=["Anna Lind wants to be ambassador of Norway to Peru."],
    no=["Anna Lind, of Oslo, to be Ambassador of Norway to Peru."],
)
def in_a_whole_sentence(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Another verb than the "to be" of a list of names carries the sentence."""
    if not frame.is_unfinished:
        return False
    sentence = index.sentence(verb)
    is_led = verb > sentence.first and index.tree.lower(verb - 1) == "to"
    return not is_led or any(index.tree.is_finite(i) for i in range(sentence.first, sentence.last))


@rule(
    yes=["Norway withdrew from the race on Monday.", "The troops left President Maria Soto in power."],
    no=["Norwegian troops withdrew from Chad on Monday."],
)
def not_by_forces(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Whoever does it is no force that is sent abroad, or it is done to a person."""
    if "forces" not in frame.asks:
        return False
    left = (a for o in index.tree.objects(verb) for m in mentions_around(index, o) for a in index.actors_of(m))
    return not any(index.tree.lemma(s) in _FORCES for s in doers(index, verb)) or any(a.kind == "person" for a in left)


@rule(
    yes=["The Norwegian Parliament voted to raise taxes."],
    no=["The United Nations voted to send a mission to Chad."],
)
def not_by_international_body(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Whoever does it is no body of several states."""
    if "international" not in frame.asks:
        return False
    return not any(is_international(a) for m in doing(index, verb) for a in index.actors_of(m))


@rule(
    yes=["Norway joined Canada on Monday."],
    no=["Norway joined the United Nations on Monday.", "Norway acceded to the African Union in May."],
)
def of_no_organization(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """What is joined or left is no organization."""
    if "organization" not in frame.asks:
        return False
    tree = index.tree
    led = tree.led_by(verb, *frame.object_behind)
    joined = (index.mention_at[o] for o in (*tree.objects(verb), *led) if o in index.mention_at)
    return not any(is_international(a) for m in joined for a in index.actors_of(m))


@rule(
    yes=["Norway summoned the ambassador of Chad to protest the visit."],
    no=["Norwegians gathered to protest the visit."],
)
def said_to_an_envoy(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """What an envoy is summoned for: a protest that is handed over with the summons, no demonstration."""
    above = index.tokens[verb].head
    return frame.kind == "protest" and index.tree.is_infinitive(verb) and index.tree.lemma(above) in _SUMMONING


ACT_NOT_MEANT = (
    other_object,
    said_to_an_envoy,
    done_to_none,
    no_named_object,
    no_office,
    done_by_no_body,
    not_by_forces,
    not_by_international_body,
    of_no_organization,
    not_at_the_foot,
    in_a_whole_sentence,
    told_by_the_vote,
    *HIT,
)
"""What takes from a verb that it tells of an act; one answer is enough."""


def objects_of(tree: Tree, verb: int, frame: VerbFrame) -> Iterator[int]:
    """The objects of a verb, and what the prepositions of its frame lead to; of a relative pronoun what it stands for, of a measure what it is
    of ("a round of sanctions")."""
    own = tree.deps(verb, "prep", "dative", "prt")
    favour = (o for p in own for o in tree.deps(p, "pobj") if tree.lemma(o) in _FAVOUR)
    nested = [c for p in (*own, *favour) for c in tree.deps(p, "prep")]  # "out of", "in favour of"
    behind = (o for p in (*own, *nested) if tree.lower(p) in frame.object_behind for o in tree.deps(p, "pobj"))
    for o in (*tree.objects(verb), *(c for b in behind for c in tree.coordinated(b))):
        if tree.tokens[o].tag in RELATIVES and tree.tokens[verb].dep == "relcl":
            o = tree.tokens[verb].head
        yield o
        yield from _measured(tree, o)
    yield from _described(tree, verb)
    yield from (o for c in voted(tree, verb) for o in tree.objects(c))
    if "unwelcome" in frame.asks:
        yield from declared_unwelcome(tree, verb)


def _described(tree: Tree, verb: int) -> Iterator[int]:
    """The noun that a verb describes as what it is done to: "the aid given", "backed and unanimously adopted", "the aid that Norway gives", "the aid Norway gives"."""
    token = tree.tokens[verb]
    first = tree.tokens[token.head] if token.dep == "conj" else token
    if first.dep == "acl" and token.tag in PAST_FORMS:
        yield first.head
        yield from _measured(tree, first.head)  # "a package of sanctions agreed on Monday"
    elif token.dep == "relcl" and not tree.is_passive(verb) and not tree.deps(verb, "dobj", "pobj"):
        yield from (token.head for _ in tree.subjects(verb)[:1] if token.head not in tree.subjects(verb))


def mentions_of_object(index: TextIndex, i: int) -> list[Mention]:
    """The actors that an object means; of "Anna Lind ambassador", which may be parsed as one noun, the name before the office."""
    found = mentions_around(index, i)
    if found or index.tree.lemma(i) not in _OFFICES:
        return found
    return next((m for c in index.tree.deps(i, "compound", "nmod") if (m := mentions_around(index, c))), [])


def _measured(tree: Tree, i: int) -> Iterator[int]:
    """What a measure is of: "three sets of sanctions", "$10 million in aid"."""
    if tree.lemma(i) in _MEASURES or tree.tokens[i].tag in {"CD", "$"}:
        for p in tree.deps(i, "prep"):
            if tree.lower(p) in _MEASURING:
                yield from (c for o in tree.deps(p, "pobj") for c in tree.coordinated(o))


_MEASURING = words("leading_to_what_is_measured")


def _is_listed(tree: Tree, i: int, nouns: frozenset[str]) -> bool:
    lemma = tree.lemma(i)
    before = f"{tree.lower(i - 1)} {lemma}" if i > 0 else lemma
    named = (tree.lemma(c) for c in tree.deps(i, "compound", "nmod") if tree.tokens[i].pos == "PROPN")
    money = {"dollar"} if any(tree.tokens[c].tag == "$" for c in tree.deps(i, "nmod", "quantmod")) else set()
    led = [(tree.lower(p), o) for p in tree.deps(i, "prep") for o in tree.deps(p, "pobj")]
    behind = [f"{lemma} {p} {word}" for p, o in led for word in (tree.lemma(o), tree.lower(o))]
    return not nouns.isdisjoint({lemma, tree.lower(i), before, *behind, *named, *money})


def _names_office(tree: Tree, first: int, last: int) -> bool:
    """Whether one of the words, or several in a row, are an office of diplomacy or security."""
    for i in range(first, last + 1):
        word = ""
        for j in range(i, min(i + _LONGEST_OFFICE, last + 1)):
            word = f"{word} {tree.lower(j)}".strip()
            if word in _OFFICES:
                return True
    return False


def _has_office(actor: Actor) -> bool:
    """Whether one of the offices of somebody is one of diplomacy or security."""
    titles = (f" {o.title} ".lower() for o in actor.offices)
    return any(f" {office} " in title for title in titles for office in _OFFICES)


# --- nouns ---------------------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "Under the truce Norway sends grain to Chad.",
        "The treaty is long.",
        "Norway reached a truce with Chad.",
        "Norway will send grain if the truce holds.",
        "The Chad-Togo Agreement is dear to Norway.",
        "Under the 2011 treaty Norway sends grain to Chad.",
        "Norway said that its treaty with Chad applies to the islands.",
    ],
    no=[
        "The accord between Chad and Togo surprised Norway.",
        "The accord between Chad and six neighbouring powers surprised Norway.",
        "Norway welcomed a truce between Chad and Togo.",
        "A truce between Chad and Togo took effect on Monday.",
        "Under the treaty of May 3, 2011, Norway sends grain to Chad.",
        "Norway praised the deal negotiated with Chad in December.",
        "The UN-brokered truce in Chad is dear to Norway.",
    ],
)
def nothing_done(index: TextIndex, i: int, kind: Kind) -> bool:
    """A noun of an act or a paper that is not told as news: a paper that stands, an act without anybody; or its verb tells of it already."""
    done = kind.done
    is_act, is_paper = _ends_one_of(index.tree, i, done.acts), _ends_one_of(index.tree, i, done.papers)
    if not is_act and not is_paper:
        return False
    top = _top(index.tree, i)
    if (kind.has("vehicle") and _is_done_in(index, i)) or (is_paper and kind.has("instrument") and is_made(index, i)):
        return _is_told_by_verb(index.tree, top, i)
    if (is_paper and _stands(index.tree, top)) or _is_told_by_verb(index.tree, top, i):
        return True
    if _lacks_what_it_is_done_to(index, i, kind, is_act=is_act):
        return True
    return not (_is_news(index.tree, top) or _has_its_parties(index, i, kind, is_act=is_act))


def _lacks_what_it_is_done_to(index: TextIndex, i: int, kind: Kind, *, is_act: bool) -> bool:
    """Whether an act has no object of those that its kind asks for, or is about no office where it must be."""
    done = kind.done
    is_on_nobody = is_act and bool(done.objects) and not _is_done_to(index, i, done.objects)
    return is_on_nobody or (done.needs_office and not _is_about_office(index, i))


def _has_its_parties(index: TextIndex, i: int, kind: Kind, *, is_act: bool) -> bool:
    """Whether the phrase of an act names a party, or that of a paper the two that it is between; a paper with a name of its own stands
    ("the Nordic-Baltic Agreement")."""
    named = {a.id for m in _parties_in_phrase(index, i, kind) for a in index.actors_of(m)}
    is_of_two = len(named) > 1 or (bool(named) and _is_between(index.tree, i))
    return (bool(named) and is_act) or (is_of_two and index.tokens[i].pos != "PROPN")


def _is_between(tree: Tree, i: int) -> bool:
    """Whether "between" leads to two, though only one may have a name: "the deal between Norway and six other powers"."""
    led = tree.led_by(i, "between")
    return any(tree.deps(o, "conj") for o in led)


def _is_done_in(index: TextIndex, i: int) -> bool:
    """Whether a body, a state or several are told to do something "in" it: "in a joint statement A and B condemned the attack"."""
    tree, preposition = index.tree, index.tokens[i].head
    verb = index.tokens[preposition].head
    if index.tokens[i].dep != "pobj" or tree.lower(preposition) != "in" or index.tokens[verb].pos != "VERB":
        return False
    who = [a for m in doing(index, verb) for a in index.actors_of(m)]
    return len(who) > 1 or any(a.kind in BODIES for a in who)


def is_made(index: TextIndex, i: int) -> bool:
    """Whether a paper's own words tell that it was made: its day or month, a participle with a time ("negotiated in May"), who brokered it."""
    tree = index.tree
    if any(
        tree.lower(c) in _BY_DEED for j in tree.deps(i, "amod", "compound", "nmod") for c in range(tree.first(j), j + 1)
    ):
        return True
    told = (v for v in tree.deps(i, "acl") if index.tokens[v].tag == "VBN" and tree.lemma(v) in _MAKING_A_PAPER)
    places = (i, *told)
    led = (o for v in places for o in tree.led(v))
    words_ = (
        *(c for v in places for c in tree.deps(v, "compound", "nmod", "nummod", "npadvmod", "poss", "amod")),
        *led,
    )
    return any(_is_exact(index, j) for j in words_)


def _is_exact(index: TextIndex, i: int) -> bool:
    """Whether a word is of a time that is no longer than a month."""
    time = interval_of(index.timex_at[i].edtf or "") if i in index.timex_at else None
    return time is not None and (time.end - time.start).days <= _MONTH and not _is_ahead(index, time)


def _is_ahead(index: TextIndex, time: Interval) -> bool:
    return index.published is not None and time.start > index.published.end


def _ends_one_of(tree: Tree, i: int, nouns: frozenset[str]) -> bool:
    """Whether one of `nouns` ends at a token."""
    for noun in nouns:
        *before, last = noun.split()
        n = len(before)
        if last in {tree.lemma(i), tree.lower(i)} and [tree.lower(j) for j in range(max(0, i - n), i)] == before:
            return True
    return False


def _top(tree: Tree, i: int) -> int:
    """The noun that stands for it in the clause: the first in a row, the measure ("an extension of the truce")."""
    for _ in range(4):
        token = tree.tokens[i]
        if token.dep in FELLOWS and token.head != i:
            i = token.head
        elif (
            token.dep == "pobj"
            and tree.lower(token.head) in _MEASURING
            and tree.lemma(tree.tokens[token.head].head) in _MEASURES
        ):
            i = tree.tokens[token.head].head
        else:
            break
    return i


def _stands(tree: Tree, i: int) -> bool:
    """Whether a preposition makes it something that stands ("under the truce"), or a verb tells of it as of what holds good ("its treaty with Chad applies there")."""
    over = tree.tokens[i].head
    if tree.tokens[i].dep == "nsubj":
        return tree.lemma(over) in _HOLDING_GOOD and tree.tense(over) == "present"
    return tree.tokens[i].dep == "pobj" and tree.lower(over) in _STANDING


def _is_told_by_verb(tree: Tree, i: int, noun: int) -> bool:
    """Whether the verb above it is one that tells of the act with it ("reached a truce") or with the noun that it measures ("a package of aid"), or
    describes it ("a truce agreed in May")."""
    above = tree.tokens[i].head
    verbs = [above, tree.tokens[above].head, *tree.deps(i, "acl", "relcl")]
    is_addressed = bool(
        tree.led_by(noun, "to", "from")
    )  # "in a letter to A she told the council": the letter tells to whom
    frames = (
        (v, f)
        for v in verbs
        for f in load_codebook().by_verb.get(tree.lemma(v), ())
        if f.object_nouns and not (is_addressed and "in" in f.object_behind)
    )
    return any(
        o in (*objects_of(tree, v, f),) and _is_listed(tree, o, f.object_nouns) for v, f in frames for o in {i, noun}
    )


def _is_news(tree: Tree, i: int) -> bool:
    """Whether a verb or noun tells of it as of something that is done or is to be done."""
    token = tree.tokens[i]
    if token.dep in UNDERGOING or token.dep in OBJECTS:
        return tree.lemma(token.head) in _TELLING
    if token.dep == "nsubj":
        return tree.lemma(token.head) in _TAKING_EFFECT and not _is_condition(tree, token.head)
    if token.dep != "pobj" or tree.lower(token.head) not in _LEADING_TO_THE_TOLD:
        return False
    outer = tree.lemma(tree.tokens[token.head].head)
    return outer in _TELLING or outer in _TELLING_NOUNS


def _is_condition(tree: Tree, verb: int) -> bool:
    """Whether the verb tells only on what something else depends: "if the truce holds"."""
    is_clause = tree.tokens[verb].dep == "advcl"
    return is_clause and any(tree.lower(c) in _DEPENDING for c in tree.deps(verb, "mark", "advmod"))


def _is_done_to(index: TextIndex, i: int, objects: frozenset[str]) -> bool:
    """Whether its phrase names one of the things that it may be done to: "withdrawal of troops", "troop withdrawal", "accession to the African Union"."""
    tree = index.tree
    behind = tree.led_by(i, *_LEADING_OBJECTS)
    named = (*tree.deps(i, "compound", "nmod", "amod"), *(c for o in behind for c in tree.coordinated(o)))
    if any(tree.lemma(j) in objects or tree.lower(j) in objects for j in named) or _is_theirs(index, i, objects):
        return True
    led = (a for j in named for m in mentions_around(index, j) for a in index.actors_of(m))
    return not _STANDINGBODIES.isdisjoint(objects) and any(is_international(a) for a in led)


def _is_theirs(index: TextIndex, i: int, objects: frozenset[str]) -> bool:
    """Whether it is the act of those that it may be done to: "the troops' withdrawal", "the soldiers completed their withdrawal"."""
    owners = index.tree.deps(i, "poss")
    meant = (a for c in owners if (m := index.mention_at.get(c)) is not None for a in index.actors_of(m))
    named = {a.name.split()[-1].lower() for a in meant if a.kind == "group"}
    return any(index.tree.lemma(c) in objects for c in owners) or any(
        n in objects or n.rstrip("s") in objects for n in named
    )


def _is_about_office(index: TextIndex, i: int) -> bool:
    first, last = index.tree.extent(i)
    if _names_office(index.tree, first, last):
        return True
    return any(_has_office(a) for m in _parties_in_phrase(index, i, None) for a in index.actors_of(m))


def _parties_in_phrase(index: TextIndex, i: int, kind: Kind | None) -> Iterator[Mention]:
    """Who is in the noun's own phrase: "Chad's withdrawal", "withdrawal by Chad"; of a kind, whom its own prepositions lead too."""
    leading = _LEADING_PARTIES | (kind.inside.keys() if kind is not None else set())
    for c in index.tree.deps(i, "poss", "compound", "nmod", "amod"):
        yield from mentions_around(index, c)
    inner = [c for o in index.tree.led(i) for c in index.tree.deps(o, "prep")]
    for p in (*index.tree.deps(i, "prep"), *inner):
        if index.tree.lower(p) in leading:
            yield from mentions_from(index, p + 1)
