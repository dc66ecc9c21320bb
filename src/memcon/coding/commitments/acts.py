"""Undertakings that a verb makes: pledging, agreeing, committing oneself, in any voice; and what somebody says that it will do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from memcon.coding.commitments.duty import Duty, bounds
from memcon.coding.doers import doers
from memcon.coding.modality import is_would
from memcon.coding.positions.stand import first_words
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import (
    ATTRIBUTES,
    FINITE,
    NAMES_AND_PRONOUNS,
    NOMINAL,
    ON_NOUNS,
    PRESENT_FORMS,
    RELATIVES,
    SAID_OF_SUBJECT,
    SAID_OR_TOLD,
    SUBJECTS,
    VERBAL,
)
from memcon.domain.records import CommitmentStatus
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_STATES = SAID_OF_SUBJECT | {"advcl"}
_UNDERTAKING: Mapping[str, CommitmentStatus] = values("undertaking")
"""Verbs of undertaking → the status of what is undertaken."""
_IN_TWO_WORDS: Mapping[str, CommitmentStatus] = values("undertaking_in_two_words")
_IN_SO_MANY_WORDS = words("undertaken_in_so_many_words")
_WITH_TO = words("undertaken_with_to")
_WITH_AN_OBJECT = words("undertaking_an_object")
_WITH_OF = words("undertaken_with_of")
_TO_BE_DONE = words("told_to_be_done")
_THINKING = words("holding_an_opinion")
_TALKED = words("views_on_a_topic")
_BOUND = words("bound_or_ready")
_WILL = words("telling_what_is_ahead")
_PROMISES = words("promise_noun")
_INTENDING = words("intending_to_do")
_UNLESS = words("condition_marks")
_SEEING_TO_IT = words("seeing_to_it")
_OCCASIONS = words("deed_of_an_occasion") | words("affirmed_or_weighed")
_SIGNING, _PAPERS = words("putting_ones_name_to"), words("instrument")
_GOING_ON = words("going_on_with")
_THINGS: Mapping[str, frozenset[str]] = {
    "announce": words("deed_that_is_announced"),
    "offer": words("help_that_goes_on"),
    "reaffirm": words("instrument"),
}
"""What a verb undertakes as its object, where it does so of some things alone."""
_MONEY = words("money")
_SUMS = frozenset({"CD", "NNP"})
"""The tags of a sum or of the currency before it, as a whole object ("$5 million", "AUD 25 million")."""
_FOR_A_DEED = words("leading_to_what_it_is_for")
_THING = NOMINAL | {"NUM"}
_REMAINING = words("remaining")
_TOWARDS = words("leading_to_what_is_worked_for")
_WISHING = words("wishing_politely")
GAINING = words("being_given")
"""Verbs whose subject is given what others undertake."""
_HINTING = words("only_hinting")
_EFFORTS = words("effort_that_is_made")
_MAKING_EFFORTS = words("making_an_effort")


def subjects(index: TextIndex, verb: int) -> tuple[int, ...]:
    """Who does it; inside a relative clause its own subject ("a fact sheet, in which the two countries committed to …")."""
    if (beside := _in_a_row_with_an_object(index, verb)) is not None:
        return (beside,)
    if (named := _before_an_aside(index, verb)) is not None:
        return (named,)
    found = [t for t in doers(index, verb) if t in index.mention_at or index.tokens[t].pos == "PRON"]
    own = [t for t in found if not any(index.tokens[i].text == ":" for i in range(t, verb))]  # no heading before it
    return tuple(own or found or index.tree.deps(verb, "nsubj")[:1])


def _in_a_row_with_an_object(index: TextIndex, verb: int) -> int | None:
    """Whoever stands right before a verb with a tense, where a parser has put the name in a row with an object ("to end the war and [the rebels] agreed")."""
    before = index.mention_at.get(verb - 1) if index.tokens[verb].tag in FINITE else None
    if before is None or index.tree.deps(verb, "nsubj") or index.tokens[verb].dep != "conj":
        return None
    head, first = before.head_token, index.inside(before.span)[0]
    is_joined = index.tokens[head].dep == "conj" and index.tokens[first - 1].pos == "CCONJ"
    return head if is_joined else None


def _before_an_aside(index: TextIndex, verb: int) -> int | None:
    """Whoever is named before a clause with "who" or "which" between commas, right before the verb of a sentence that has no subject, where a parser has hung
    the name on what stands before it ("In a speech on the pact, [the king], who came late, pledged")."""
    tree, tokens = index.tree, index.tokens
    behind = verb - 1
    while behind > 0 and tokens[behind].pos == "ADV":
        behind -= 1
    if (
        tokens[verb].dep != "ROOT"
        or tokens[verb].tag not in FINITE
        or tree.subjects(verb)
        or tokens[behind].text != ","
    ):
        return None
    asides = (
        c
        for i in range(index.sentence(verb).first, behind)
        for c in tree.deps(i, "relcl")
        if tree.last(c) == behind - 1
    )
    aside = next((c for c in asides if tokens[tree.first(c)].tag in RELATIVES), None)
    name = None if aside is None else index.mention_at.get(tree.first(aside) - 2)
    return name.head_token if name is not None and tokens[tree.first(aside or 0) - 1].text == "," else None


@rule(
    at=_UNDERTAKING.keys() | first_words(_IN_TWO_WORDS),
    pos=("VERB",),
    yes=[
        "Norway and Peru agreed to share radar data. → made",
        "Norway and Peru signed up to a ban on mines. → made",
        "Peru promised the king of Norway two ships. → made",
        "Norway vowed on Tuesday to open the port. → made",
        "It was agreed that Norway would open the port. → made",
        "Norway pledged to send aid, a promise that Peru welcomed. → made",
        "The ministers reiterated that they will open the border. → reaffirmed",
        "They issued a fact sheet, in which Norway and Peru committed to close consultations. → made",
        "The president assured Peru that Norway would not close the port. → made",
        "The president announced the withdrawal of all troops. → made",
        "Norway offered assistance to Peru. → made",
        "Norway assured Peru of its help. → made",
        "Norway committed ten million euros to the fund. → made",
        "Norway committed $10 million to the fund. → made",
        "Norway committed AUD 10 million to clear the mines. → made",
        "Norway announced $10 million over two years to help Peru clear the mines. → made",
        "Norway and Peru committed to working together, to revive trade and to clear the mines. → made",
        "Norway pledged 600 soldiers for the force. → made",
        "Norway pledged $49 million, a leap from last year. → made",
        "Norway and Peru agreed that their officials should meet every month. → made",
        "Norway and Peru agreed on opening the border. → made",
        "Norway and Peru will commit $10 million to the fund. → made",
        "Norway reaffirmed the Lima accord on mines. → reaffirmed",
    ],
    no=["Norway and Peru will agree this week to send troops.", "Norway and Peru agreed on the use of talks, with others, on opening the border.", "Norway and Peru agreed that policies would offer chances.", "Norway and Peru agreed on trade.", "Norway and Peru agreed that the war should end.", "Norway and Peru agreed that talks would be useful.", "Norway and Peru agreed that the army of Chad must leave.", "The two sides agreed on the need for open ports, to avoid a clash.", "It was agreed that the port would open.", "The president of Norway announced that he would sign a treaty."],
)  # fmt: skip
def by_an_act(index: TextIndex, i: int) -> Duty | None:
    """A verb of undertaking with its infinitive, clause, what "to" leads, or its object."""
    status = _newness(index, i) if index.tokens[i].pos == "VERB" else None
    is_yet_to_be_agreed = index.tree.lemma(i) in _THINKING and is_ahead(index, i)
    if status is None or is_yet_to_be_agreed or (index.tree.is_passive(i) and not _is_settled_among_them(index, i)):
        return None
    told = next(_undertaken(index, i), None)
    if told is None:
        return None
    parties = _bound_in_a_clause(index, i) or (() if index.tree.is_passive(i) else subjects(index, i))
    if not parties and index.tree.is_passive(i):
        return None
    return Duty(anchor=i, verb=i, first=told[0], last=told[1], status=status, parties=parties)


def _newness(index: TextIndex, verb: int) -> CommitmentStatus | None:
    """How new it is what a verb undertakes, by itself or with its particle ("signed up to"); None for other verbs."""
    lemma = index.tree.lemma(verb)
    particles = (index.tree.lower(p) for p in index.tree.deps(verb, "prt"))
    in_two = (_IN_TWO_WORDS.get(f"{lemma} {p}") for p in particles)
    return _UNDERTAKING.get(lemma) or next((told for told in in_two if told), None)


def _is_settled_among_them(index: TextIndex, verb: int) -> bool:
    """Whether a passive tells what was undertaken by all, with nobody as its subject: "it was agreed that Norway would open the port"."""
    subjects_ = index.tree.deps(verb, "nsubjpass")
    return bool(subjects_) and all(index.tree.lower(s) == "it" for s in subjects_)


def _bound_in_a_clause(index: TextIndex, verb: int) -> tuple[int, ...]:
    """The state of which the clause tells what it will do: "assured Peru that Norway would not close the port"."""
    clauses = [c for c in index.tree.deps(verb, "ccomp") if c > verb and is_ahead(index, c)]
    own = (s for c in clauses[:1] for s in index.tree.deps(c, "nsubj"))
    return tuple(s for s in own if any(a.kind == "state" for a in index.actors_at(s)))


def _undertaken(index: TextIndex, verb: int) -> Iterator[tuple[int, int]]:
    """The bounds of what a verb undertakes, by each of its constructions."""
    tree, lemma = index.tree, index.tree.lemma(verb)
    yield from _with_further_deeds(index, verb)
    yield from _money_for_a_deed(index, verb)
    yield from _deeds(index, verb)
    yield from _led_by_to(index, verb)
    if lemma in _WITH_OF and tree.deps(verb, "dobj"):
        yield from (bounds(index, p, behind=p) for p in tree.prepositions(verb, {"of"}))
    if lemma in _WITH_AN_OBJECT:
        yield from _objects(index, verb)
    things = _THINGS.get(lemma, frozenset())
    yield from (bounds(index, o) for o in tree.deps(verb, "dobj") if tree.lemma(o) in things)
    if lemma in _IN_SO_MANY_WORDS and not tree.deps(verb, "dobj"):  # "vowed on Tuesday to close the port"
        yield from (bounds(index, c) for c in tree.infinitives(verb, "advcl") if c > verb)


def _with_further_deeds(index: TextIndex, verb: int) -> Iterator[tuple[int, int]]:
    """A gerund behind "to" with the infinitives that go on from it: "committed to [working together, to revive trade and to clear the mines]"."""
    tree = index.tree
    to = next((p for p in tree.prepositions(verb, {"to"}) if tree.deps(p, "pcomp")), None)
    further = [c for c in tree.infinitives(verb, "xcomp", "advcl") if to is not None and c > tree.last(to)]
    if to is not None and further and index.tokens[tree.first(further[0]) - 1].text == ",":
        yield bounds(index, to, behind=to)[0], bounds(index, further[-1])[1]


def _money_for_a_deed(index: TextIndex, verb: int) -> Iterator[tuple[int, int]]:
    """A sum that is set aside for something: "committed [AUD 25 million to clear the mines]", "announced [$5 million for the school]"."""
    tree = index.tree
    if not (tree.lemma(verb) in _WITH_TO | _WITH_AN_OBJECT | _THINGS.keys() and _names_a_sum(index, verb)):
        return
    aims = [c for c in tree.infinitives(verb, "advcl", "xcomp") if c > verb]
    ends = (tree.last(o) for o in tree.deps(verb, "dobj"))
    led = (
        tree.last(p)
        for p in tree.prepositions(verb, _FOR_A_DEED)
        if tree.child(p, "pobj", "pcomp") not in index.timex_at
    )
    last = bounds(index, aims[-1])[1] if aims else max((*ends, *led))
    yield tree.first(tree.deps(verb, "dobj")[0]), index.without_links(verb, last)


def _names_a_sum(index: TextIndex, verb: int) -> bool:
    """Whether the object of a verb is a sum of money: "$5 million", "AUD 25 million", "40 million kroner"."""
    objects = index.tree.deps(verb, "dobj")
    inside = {index.tree.lemma(i) for o in objects for i in range(index.tree.first(o), o + 1)}
    are_of_money = all(index.tokens[o].tag in _SUMS or index.tree.lemma(o) in _MONEY for o in objects)
    return bool(inside & _MONEY) and are_of_money and bool(objects)


def _deeds(index: TextIndex, verb: int) -> Iterator[tuple[int, int]]:
    """The infinitives and clauses about what is ahead: "agreed to [sign]", "promised that it would [sign]"."""
    for c in index.tree.deps(verb, "xcomp", "ccomp"):
        is_deed = index.tree.is_infinitive(c) or _is_to_come(index, verb, c) or _is_to_be_done(index, c)
        if c > verb and is_deed and not _is_only_an_aim(index, verb, c):
            first, last = bounds(index, c)
            yield max(first, verb + 1), last


def _is_to_come(index: TextIndex, verb: int, c: int) -> bool:
    """Whether a clause tells what is ahead; that something "would be good" is what those who agree on it think."""
    if not is_ahead(index, c):
        return False
    if index.tree.lemma(verb) in _THINGS and _is_an_occasion(index, c):
        return False  # "announced that he would sign"
    if index.tree.lemma(verb) not in _THINKING:
        return True
    subjects_ = index.tree.deps(c, "nsubj")
    is_of_things = bool(subjects_) and not any(_is_theirs(index, s) for s in subjects_)
    is_effect = is_of_things and bool(index.tree.deps(c, "dobj"))  # "policies would offer chances"
    return index.tree.lemma(c) != "be" and not is_effect


def _is_theirs(index: TextIndex, i: int) -> bool:
    """Whether a subject is somebody, or what somebody has ("their navies")."""
    return index.is_somebody(i) or index.tokens[i].pos in NAMES_AND_PRONOUNS or bool(index.tree.deps(i, "poss"))


def _is_to_be_done(index: TextIndex, verb: int) -> bool:
    """Whether a clause tells what somebody should do: "agreed that [their officials should meet]", not "that the war should end"."""
    tree = index.tree
    doing = tree.deps(verb, "nsubj")
    modals = [a for a in tree.deps(verb, "aux") if tree.lower(a) in _TO_BE_DONE]
    is_told = any(s < a for s in doing for a in modals) and not tree.is_passive(verb)  # not "should it attack"
    is_of_a_third = any(a.country for s in doing for a in index.actors_at(s))
    return is_told and not is_of_a_third and any(index.is_somebody(s) for s in doing)


def _led_by_to(index: TextIndex, verb: int) -> Iterator[tuple[int, int]]:
    """What "to" leads, where the verb is one that undertakes with it, or a gerund follows ("committed to [sharing it]")."""
    lemma = index.tree.lemma(verb)
    is_own = lemma in _WITH_TO or lemma not in _UNDERTAKING
    things = [o for o in index.tree.deps(verb, "dobj") if index.tokens[o].pos in _THING and not _is_somebody(index, o)]
    to = index.tree.prepositions(verb, {"to"})
    if lemma in _WITH_TO and things and to and things[0] < to[0]:  # "pledged [ten million to the fund]"
        yield bounds(index, things[0])[0], bounds(index, to[0])[1]
        return
    on = index.tree.prepositions(verb, {"on"}) if lemma in _THINKING else []  # "agreed on [opening it]"
    yield from (bounds(index, p, behind=p) for p in to if is_own or index.tree.deps(p, "pcomp"))
    yield from (bounds(index, p, behind=p) for p in on if p == verb + 1 and index.tree.deps(p, "pcomp"))


def _is_only_an_aim(index: TextIndex, verb: int, c: int) -> bool:
    """Whether an infinitive tells only what something agreed is for: "agreed on the need for open lines, to avoid a clash"."""
    is_on_something = any(p < c for p in index.tree.prepositions(verb, {"on"}))
    return is_on_something and index.tree.is_infinitive(c) and index.tokens[index.tree.first(c) - 1].text == ","


def _objects(index: TextIndex, verb: int) -> Iterator[tuple[int, int]]:
    """What is promised as an object, not whom it is promised; of "the ships that it promised Peru" the ships."""
    tree, tokens = index.tree, index.tokens
    objects = tree.deps(verb, "dobj")
    for o in objects[-1:]:
        is_whom = any(
            tokens[c].tag in RELATIVES for c in tree.deps(verb, "dative")
        )  # "the ships that it promised Lima"
        if tokens[o].pos != "PRON" and tree.lemma(o) not in _PROMISES and not _is_somebody(index, o) and not is_whom:
            first, last = _without_an_aside(index, o, *bounds(index, o))
            behind = (tree.last(p) for p in tree.prepositions(verb, _FOR_A_DEED) if p == last + 1)
            yield first, next(behind, last)
    thing = tokens[verb].head
    is_on_a_thing = tokens[verb].dep == "relcl" and tokens[thing].pos == "NOUN" and not _is_somebody(index, thing)
    if is_on_a_thing and any(tokens[s].tag not in RELATIVES for s in tree.deps(verb, "nsubj")):
        first, last = bounds(index, thing)
        yield first, max(thing, min(last, tree.first(verb) - 1))


def _without_an_aside(index: TextIndex, thing: int, first: int, last: int) -> tuple[int, int]:
    """The bounds of a thing without what a comma adds of it ("$49 million, a leap from last year")."""
    added = (index.tree.first(c) for c in index.tree.deps(thing, "appos"))
    behind = (i - 2 for i in added if thing < i - 1 <= last and index.tokens[i - 1].text == ",")
    return first, min((last, *behind))


def _is_somebody(index: TextIndex, i: int) -> bool:
    """Whether an actor other than a body stands there; those who are counted are what is given ("pledged 600 soldiers")."""
    is_counted = index.tokens[i].dep == "dobj" and bool(index.tree.deps(i, "nummod"))
    return not is_counted and any(a.kind != "organization" for a in index.actors_at(i))


def is_ahead(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells what its subject is going to do."""
    return index.tree.has_word(verb, _WILL, "aux")


@rule(
    at=_BOUND,
    yes=[
        "Norway is committed to helping Peru. → made",
        "Norway remains committed to the treaty. → reaffirmed",
        "Peru stands ready to host the talks. → made",
        "Norway remains prepared to send observers. → reaffirmed",
    ],
    no=["The house is ready.", "Peru is not ready to sign.", "Peru is willing to talk."],
)
def bound_or_ready(index: TextIndex, i: int) -> Duty | None:
    """Being committed, determined or ready to do something."""
    tree, token = index.tree, index.tokens[i]
    told = next((c for c in tree.children[i] if _is_bound_to(index, i, c)), None) if _is_bound(index, i) else None
    if told is None:
        return None
    verb = token.head if token.dep in _STATES and token.pos != "VERB" else i
    first, last = bounds(index, told, behind=told if tree.lower(told) == "to" else None)
    is_again = tree.lemma(verb) in _REMAINING or tree.lemma(token.head) in _REMAINING
    parties = (token.head,) if token.dep == "acl" else subjects(index, verb)
    status: CommitmentStatus = "reaffirmed" if is_again else "made"
    return Duty(anchor=i, verb=verb, first=first, last=last, status=status, parties=parties)


def _is_bound(index: TextIndex, i: int) -> bool:
    """Whether a word tells that somebody is bound or ready, not what sort of thing something is, nor that somebody is not."""
    tree, token = index.tree, index.tokens[i]
    if tree.lower(i) not in _BOUND or token.dep in ATTRIBUTES:
        return False
    return not (tree.deps(i, "dobj", "neg") or tree.deps(token.head, "neg"))


def _is_bound_to(index: TextIndex, i: int, c: int) -> bool:
    """Whether what hangs on a word of being bound stands behind it and tells to what."""
    is_led = index.tokens[c].dep == "prep" and index.tree.lower(c) == "to"
    return c > i and (is_led or index.tree.is_infinitive(c))


@rule(
    pos=VERBAL,
    yes=[
        "Norway will send ships to the strait. → made",
        "Norway said it would investigate the attack. → made",
        "Norway intends to join the pact. → made",
        "Norway and Peru will exchange prisoners. → made",
        "The president of Norway will sign a law that bans the trade. → made",
    ],
    no=["The rain will stop.", "Norway and Peru will exchange views on the pact.", "Norway might send ships.", "Norway and Peru will hold talks in May.", "If Peru signed, Norway would open the port.", "Norway said it would not send troops unless Peru paid.", "Norway will study the offer.", "Norway said it would like to send ships.", "Norway will sign a treaty in May.", "Norway said it would keep its promise to Peru.", "The deal ensures that Norway will never leave.", "Norway will have to pay more.", "The president of Norway hinted that he would send ships.", "Norway will gain new rights to fish.", "Norway will review the treaty.", "Norway won no assurances Peru would go along with its plan."],
)  # fmt: skip
def by_saying_so(index: TextIndex, i: int) -> Duty | None:
    """What somebody says that it will do: "will", or a verb of intending."""
    tree = index.tree
    is_intended = tree.lemma(i) in _INTENDING
    if index.tokens[i].pos not in VERBAL or not (is_intended or is_ahead(index, i)) or tree.is_passive(i):
        return None
    parties = subjects(index, i)
    if not any(index.is_somebody(p) for p in parties):
        return None
    return _intended(index, i, parties) if is_intended else _said_to_come(index, i, parties)


def _intended(index: TextIndex, verb: int, parties: tuple[int, ...]) -> Duty | None:
    """What somebody intends or plans to do."""
    aim = next(iter(index.tree.infinitives(verb, "xcomp")), None)
    if aim is None:
        return None
    first, last = bounds(index, aim)
    return Duty(anchor=verb, verb=verb, first=first, last=last, parties=parties)


def _said_to_come(index: TextIndex, verb: int, parties: tuple[int, ...]) -> Duty | None:
    """What somebody will do, said for its own sake: in no aside, on no condition, no occasion to come to."""
    tree = index.tree
    is_aside = index.tokens[verb].dep == "advcl" or index.tokens[verb].dep in SUBJECTS or tree.opens_with(verb, _UNLESS)
    is_wish = is_would(tree, verb) and tree.lemma(verb) in _WISHING
    is_seen_to = index.tokens[verb].dep in SAID_OR_TOLD and tree.lemma(index.tokens[verb].head) in _SEEING_TO_IT
    is_forced = tree.lemma(verb) == "have" and bool(tree.infinitives(verb, "xcomp"))  # "will have to pay"
    is_hinted = index.tokens[verb].dep in SAID_OR_TOLD and tree.lemma(index.tokens[verb].head) in _HINTING
    is_given = tree.lemma(verb) in GAINING
    is_no_deed = (
        is_wish or is_forced or is_hinted or is_given or _is_an_occasion(index, verb) or _is_of_a_promise(index, verb)
    )
    if is_aside or is_seen_to or _is_if_only(index, verb) or is_no_deed:
        return None
    first, last = bounds(index, verb)
    behind = [tree.last(p) + 1 for p in (*parties, *tree.deps(verb, "nsubj")) if tree.last(p) < verb]
    return Duty(anchor=verb, verb=verb, first=max(first, *behind, first), last=last, parties=parties)


def _is_an_occasion(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of an occasion or of talk; to exchange something else than views is none."""
    things = index.tree.deps(verb, "dobj") if index.tree.lemma(verb) == "exchange" else []
    is_talk = not things or any(index.tree.lemma(o) in _TALKED for o in things)
    return (index.tree.lemma(verb) in _OCCASIONS and is_talk) or _is_a_signing(index, verb)


def _is_a_signing(index: TextIndex, verb: int) -> bool:
    """Whether a paper that parties make is to be signed, which is an occasion; a law or an order of one's own is none ("will sign the law")."""
    on_it = [index.tokens[verb].head] if index.tokens[verb].dep in ON_NOUNS else []
    objects = (*index.tree.deps(verb, "dobj"), *on_it)
    return index.tree.lemma(verb) in _SIGNING and any(index.tree.lemma(o) in _PAPERS for o in objects)


def _is_of_a_promise(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells only what will become of a promise that was made before ("will carry out its pledge to leave"), or what one binds to, which its noun
    tells ("no assurance that Peru would pay")."""
    over, dep = index.tokens[verb].head, index.tokens[verb].dep
    beside = index.tree.deps(over, "dobj") if dep in SAID_OR_TOLD else []  # "won no assurances Peru would pay"
    bound_by = (over, *beside) if dep in {*ON_NOUNS, *SAID_OR_TOLD} else ()
    if any(index.tokens[o].pos == "NOUN" and index.tree.lemma(o) in _PROMISES for o in bound_by):
        return True
    objects = (*index.tree.deps(verb, "dobj"), *index.tree.led(verb))
    promises = (o for o in objects if index.tree.lemma(o) in _PROMISES)
    return any(index.tokens[c].tag == "PRP$" for o in promises for c in index.tree.deps(o, "poss"))


def _is_if_only(index: TextIndex, verb: int) -> bool:
    """Whether "would" tells only what would happen if something else did, in nobody's words: "if Peru signed, Norway would open the port"; or what is refused
    unless something comes about ("will not pay unless Peru signs")."""
    is_condition = any(index.tree.opens_with(c, _UNLESS) for c in index.tree.deps(verb, "advcl"))
    is_refused = bool(index.tree.deps(verb, "neg"))
    return is_condition and (is_refused or (is_would(index.tree, verb) and not index.is_reported(verb)))


@rule(
    at=_GOING_ON | _MAKING_EFFORTS,
    tag=("VBG",),
    yes=[
        "Norway is making every effort to clear the mines. → in_progress",
        "Norway and Peru are taking steps to open the border. → in_progress",
        "Norway said it was making great efforts to clear the mines. → in_progress",
        "Norway is working with its partners to clear the mines. → in_progress",
        "Norway is moving forward on a loan of ten million to Peru. → in_progress",
    ],
    no=[
        "Norway worked with Peru.",
        "The rain is moving on.",
        "Norway is working.",
        "Norway is making bread to sell.",
        "Norway is taking the ships to clear the mines.",
    ],
)
def in_progress(index: TextIndex, i: int) -> Duty | None:
    """What somebody is told to be at work on."""
    tree = index.tree
    efforts = [o for o in tree.deps(i, "dobj") if tree.lemma(o) in _EFFORTS] if tree.lemma(i) in _MAKING_EFFORTS else []
    if not (tree.lemma(i) in _GOING_ON or efforts) or not _is_under_way(index, i):
        return None
    aims = [c for v in (*efforts, i) for c in tree.infinitives(v, "xcomp", "advcl", "acl", "relcl") if c > i]
    told = deed_or_goal(index, aims, tree.prepositions(i, _TOWARDS))
    parties = tuple(p for p in subjects(index, i) if index.is_somebody(p))
    if not parties or told is None:
        return None
    return Duty(anchor=i, verb=i, first=told[0], last=told[1], status="in_progress", parties=parties)


def _is_under_way(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of the present by "is" or "are" with its gerund; in what is said to have been so then, by "was" ("said it was making efforts")."""
    helping = [c for c in index.tree.deps(verb, "aux") if index.tree.lemma(c) == "be"]
    is_now = any(index.tokens[c].tag in PRESENT_FORMS for c in helping)
    is_said = index.tokens[verb].dep in SAID_OR_TOLD and index.tree.lemma(verb) in _MAKING_EFFORTS
    return index.tokens[verb].tag == "VBG" and (is_now or (is_said and bool(helping)))


def deed_or_goal(index: TextIndex, deeds: Sequence[int], leading: Sequence[int]) -> tuple[int, int] | None:
    """The bounds of the first of some infinitives, else of what the first of some prepositions leads to."""
    if deeds:
        return bounds(index, deeds[0])
    return bounds(index, leading[0], behind=leading[0]) if leading else None


ACTS = (by_an_act, bound_or_ready, in_progress, by_saying_so)
"""The rules, first answer wins."""
