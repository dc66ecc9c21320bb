"""Undertakings that a verb makes: pledging, agreeing, committing oneself, in any voice; and what somebody says that it will do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from memcon.coding.commitments.duty import Duty, bounds
from memcon.coding.doers import doers
from memcon.coding.text_index import TextIndex
from memcon.domain.records import CommitmentStatus
from memcon.domain.rules import rule
from memcon.domain.tree import RELATIVES
from memcon.lexicon import values, words

_UNDERTAKING: Mapping[str, CommitmentStatus] = values("undertaking")
"""Verbs of undertaking → the status of what is undertaken."""
_IN_TWO_WORDS: Mapping[str, CommitmentStatus] = values("undertaking_in_two_words")
_IN_SO_MANY_WORDS = words("undertaken_in_so_many_words")
_WITH_TO = words("undertaken_with_to")
_WITH_AN_OBJECT = words("undertaking_an_object")
_BOUND = words("bound_or_ready")
_WILL = words("telling_what_is_ahead")
_PROMISES = words("promise_noun")
_INTENDING = words("intending_to_do")
_UNLESS = words("condition_marks")
_OCCASIONS = words("deed_of_an_occasion")
_GOING_ON = words("going_on_with")
_UPON = words("upon")
_BINDING = words("binding_another")
_INSTRUMENTS = words("instrument")
_ANNOUNCED = words("deed_that_is_announced")
_HELP = words("help_that_goes_on")
_REMAINING = words("remaining")
_TOWARDS = words("leading_to_what_is_worked_for")


def subjects(index: TextIndex, verb: int) -> tuple[int, ...]:
    """Who does it; inside a relative clause its own subject ("a fact sheet, in which the two countries committed to …")."""
    found = [t for t in doers(index, verb) if t in index.mention_at or index.tokens[t].pos == "PRON"]
    return tuple(found or index.tree.deps(verb, "nsubj")[:1])


@rule(
    at=_UNDERTAKING.keys() | {verb.split()[0] for verb in _IN_TWO_WORDS},
    pos=("VERB",),
    yes=[
        "Norway and Peru agreed to share radar data. → made",
        "Norway and Peru signed up to a ban on mines. → made",
        "Peru promised the king of Norway two ships. → made",
        "Norway vowed on Tuesday to open the port. → made",
        "It was agreed that Norway would open the port. → made",
        "Norway pledged to send aid. → made",
        "The ministers reiterated that they will open the border. → reaffirmed",
        "They issued a fact sheet, in which Norway and Peru committed to close consultations. → made",
        "The president assured Peru that Norway would not close the port. → made",
        "The president announced the withdrawal of all troops. → made",
        "Norway offered assistance to Peru. → made",
    ],
    no=["Norway and Peru agreed on trade.", "The two sides agreed on the need for open ports, to avoid a clash.", "It was agreed that the port would open."],
)  # fmt: skip
def by_an_act(index: TextIndex, i: int) -> Duty | None:
    """A verb of undertaking with its infinitive, clause, what "to" leads, or its object."""
    status = _newness(index, i) if index.tokens[i].pos == "VERB" else None
    if status is None or (index.tree.is_passive(i) and not _is_settled_among_them(index, i)):
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
    clauses = [c for c in index.tree.deps(verb, "ccomp") if c > verb and _is_ahead(index, c)]
    own = [s for c in clauses[:1] for s in index.tree.deps(c, "nsubj") if s in index.mention_at]
    return tuple(s for s in own if any(a.kind == "state" for a in index.actors_of(index.mention_at[s])))


def _undertaken(index: TextIndex, verb: int) -> Iterator[tuple[int, int]]:
    tree, lemma = index.tree, index.tree.lemma(verb)
    for c in tree.deps(verb, "xcomp", "ccomp"):
        if c > verb and (tree.is_infinitive(c) or _is_ahead(index, c)) and not _is_only_an_aim(index, verb, c):
            first, last = bounds(index, c)
            yield max(first, verb + 1), last
    for p in tree.deps(verb, "prep"):
        is_own = lemma in _WITH_TO or lemma not in _UNDERTAKING
        if tree.lower(p) == "to" and (is_own or tree.deps(p, "pcomp")):
            yield bounds(index, p, behind=p)
    if lemma in _WITH_AN_OBJECT:
        yield from _objects(index, verb)
    if lemma == "announce":
        yield from (bounds(index, o) for o in tree.deps(verb, "dobj") if tree.lemma(o) in _ANNOUNCED)
    if lemma == "offer":
        yield from (bounds(index, o) for o in tree.deps(verb, "dobj") if tree.lemma(o) in _HELP)
    if lemma in _IN_SO_MANY_WORDS and not tree.deps(verb, "dobj"):  # "vowed on Tuesday to close the port"
        yield from (bounds(index, c) for c in tree.deps(verb, "advcl") if c > verb and tree.is_infinitive(c))


def _is_only_an_aim(index: TextIndex, verb: int, c: int) -> bool:
    """Whether an infinitive tells only what something agreed is for: "agreed on the need for open lines, to avoid a clash"."""
    is_on_something = any(index.tree.lower(p) == "on" and p < c for p in index.tree.deps(verb, "prep"))
    return is_on_something and index.tree.is_infinitive(c) and index.tokens[index.tree.first(c) - 1].text == ","


def _objects(index: TextIndex, verb: int) -> Iterator[tuple[int, int]]:
    """What is promised as an object, not whom it is promised; of "the ships that it promised Peru" the ships."""
    tree, tokens = index.tree, index.tokens
    objects = tree.deps(verb, "dobj")
    for o in objects[-1:]:
        if tokens[o].pos != "PRON" and tree.lemma(o) not in _PROMISES and not _is_somebody(index, o):
            yield bounds(index, o)
    thing = tokens[verb].head
    is_on_a_thing = tokens[verb].dep == "relcl" and tokens[thing].pos == "NOUN" and not _is_somebody(index, thing)
    if is_on_a_thing and any(tokens[s].tag not in RELATIVES for s in tree.deps(verb, "nsubj")):
        first, last = bounds(index, thing)
        yield first, max(thing, min(last, tree.first(verb) - 1))


def _is_somebody(index: TextIndex, i: int) -> bool:
    """Whether an actor other than a body stands there."""
    mention = index.mention_at.get(i)
    return mention is not None and any(a.kind != "organization" for a in index.actors_of(mention))


def _is_ahead(index: TextIndex, verb: int) -> bool:
    return any(index.tree.lower(c) in _WILL for c in index.tree.deps(verb, "aux"))


@rule(
    at=_BOUND,
    yes=[
        "Norway is committed to helping Peru. → made",
        "Norway remains committed to the treaty. → reaffirmed",
        "Peru stands ready to host the talks. → made",
        "Norway remains prepared to send observers. → reaffirmed",
    ],
    no=["The house is ready.", "Peru is not ready to sign."],
)
def bound_or_ready(index: TextIndex, i: int) -> Duty | None:
    """Being committed, determined or ready to do something."""
    tree, token = index.tree, index.tokens[i]
    if tree.lower(i) not in _BOUND or token.dep in {"amod", "compound"} or tree.deps(i, "dobj"):
        return None
    told = next((c for c in tree.children[i] if c > i and _is_bound_to(index, c)), None)
    if told is None or tree.deps(i, "neg") or tree.deps(token.head, "neg"):
        return None
    verb = token.head if token.dep in {"acomp", "oprd", "advcl"} and token.pos != "VERB" else i
    first, last = bounds(index, told, behind=told if tree.lower(told) == "to" else None)
    is_again = tree.lemma(verb) in _REMAINING or tree.lemma(token.head) in _REMAINING
    holders = (token.head,) if token.dep == "acl" else subjects(index, verb)
    return Duty(
        anchor=i, verb=verb, first=first, last=last, status="reaffirmed" if is_again else "made", parties=holders
    )


def _is_bound_to(index: TextIndex, c: int) -> bool:
    return index.tree.is_infinitive(c) or (index.tokens[c].dep == "prep" and index.tree.lower(c) == "to")


@rule(
    pos=("VERB", "AUX"),
    yes=[
        "Norway will send ships to the strait. → made",
        "Norway said it would investigate the attack. → made",
        "Norway intends to join the pact. → made",
    ],
    no=["The rain will stop.", "Norway might send ships.", "Norway and Peru will hold talks in May.", "If Peru signed, Norway would open the port."],
)  # fmt: skip
def by_saying_so(index: TextIndex, i: int) -> Duty | None:
    """What somebody says that it will do: "will", or a verb of intending."""
    tree = index.tree
    is_intended, is_ahead = tree.lemma(i) in _INTENDING, _is_ahead(index, i)
    if index.tokens[i].pos not in {"VERB", "AUX"} or not (is_intended or is_ahead) or tree.is_passive(i):
        return None
    parties = subjects(index, i)
    if not any(p in index.mention_at or index.tokens[p].pos == "PRON" for p in parties):
        return None
    if is_intended:
        aims = [c for c in tree.deps(i, "xcomp") if tree.is_infinitive(c)]
        return (
            Duty(anchor=i, verb=i, first=bounds(index, aims[0])[0], last=bounds(index, aims[0])[1], parties=parties)
            if aims
            else None
        )
    is_aside = index.tokens[i].dep in {"advcl", "csubj"} or index.tree.opens_with(i, _UNLESS) or _is_if_only(index, i)
    if not is_ahead or is_aside or tree.lemma(i) in _OCCASIONS:
        return None
    first, last = bounds(index, i)
    behind = [tree.last(p) + 1 for p in (*parties, *tree.deps(i, "nsubj")) if tree.last(p) < i]
    return Duty(anchor=i, verb=i, first=max(first, *behind, first), last=last, parties=parties)


def _is_if_only(index: TextIndex, verb: int) -> bool:
    """Whether "would" tells only what would happen if something else did, in nobody's words: "if Peru signed, Norway would open the port"."""
    is_would = any(index.tree.lower(c) == "would" for c in index.tree.deps(verb, "aux"))
    conditions = (c for c in index.tree.deps(verb, "advcl") if index.tree.opens_with(c, _UNLESS))
    return is_would and not index.is_reported(verb) and any(True for _ in conditions)


@rule(
    at=_GOING_ON,
    tag=("VBG",),
    yes=[
        "Norway is working with its partners to clear the mines. → in_progress",
        "Norway is moving forward on a loan of ten million to Peru. → in_progress",
    ],
    no=["Norway worked with Peru.", "The rain is moving on.", "Norway is working."],
)
def in_progress(index: TextIndex, i: int) -> Duty | None:
    """What somebody is told to be at work on."""
    tree = index.tree
    is_under_way = index.tokens[i].tag == "VBG" and any(
        tree.lemma(c) == "be" and index.tokens[c].tag in {"VBZ", "VBP"} for c in tree.deps(i, "aux")
    )
    if not is_under_way or tree.lemma(i) not in _GOING_ON:
        return None
    aims = [c for c in tree.deps(i, "xcomp", "advcl") if c > i and tree.is_infinitive(c)]
    goals = [p for p in tree.deps(i, "prep") if tree.lower(p) in _TOWARDS]
    parties = tuple(p for p in subjects(index, i) if p in index.mention_at or index.tokens[p].pos == "PRON")
    if not parties or not (aims or goals):
        return None
    first, last = bounds(index, aims[0]) if aims else bounds(index, goals[0], behind=goals[0])
    return Duty(anchor=i, verb=i, first=first, last=last, status="in_progress", parties=parties)


@rule(
    at=_BINDING,
    yes=[
        "The treaty commits Norway to open its ports. → made",
        "The accord calls on both states to end the fighting. → made",
        "The deal requires Peru to pay for the bridge. → made",
    ],
    no=["The minister requires Peru to pay.", "The treaty commits nobody."],
)
def by_a_paper(index: TextIndex, i: int) -> Duty | None:
    """What a paper binds somebody to."""
    tree = index.tree
    subject = tree.child(i, "nsubj")
    if tree.lemma(i) not in _BINDING or subject is None or tree.lemma(subject) not in _INSTRUMENTS:
        return None
    led = tree.led_by(i, *_UPON)
    clauses = [c for c in tree.deps(i, "xcomp", "ccomp") if c > i and tree.is_infinitive(c)]
    bound = tree.deps(i, "dobj") or led or [s for c in clauses for s in tree.deps(c, "nsubj")]
    to = [p for p in tree.deps(i, "prep") if tree.lower(p) == "to"]
    if not bound or not (clauses or to) or tree.is_passive(i):
        return None
    first, last = bounds(index, clauses[0]) if clauses else bounds(index, to[0], behind=to[0])
    parties = tuple(bound)
    first = max(first, *(b + 1 for b in parties if first <= b < last), first)
    return Duty(anchor=i, verb=i, first=first, last=last, parties=parties)


ACTS = (by_a_paper, by_an_act, bound_or_ready, in_progress, by_saying_so)
"""The rules, first answer wins."""
