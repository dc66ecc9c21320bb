"""Commitments as records: what is undertaken, whose it is, in which paper, by when, how far it has come, and what carries it on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.coding.commitments.acts import ACTS, by_saying_so
from memcon.coding.commitments.duty import Duty
from memcon.coding.commitments.features import features_of
from memcon.coding.commitments.instruments import instrument_of
from memcon.coding.commitments.lists import listed
from memcon.coding.commitments.papers import PAPERS
from memcon.coding.commitments.promises import PROMISES
from memcon.coding.commitments.times import by_when, made_when
from memcon.coding.events.keeping.model import Keeper
from memcon.coding.modality import is_only_possible, is_would
from memcon.coding.positions.holders import Holders
from memcon.coding.positions.stand import is_negated
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.labels import CLAUSES, CLAUSES_OF_VERBS, IN_A_ROW, NOMINAL, OPENING, TELLING, VERBAL
from memcon.domain.records import Commitment
from memcon.domain.rules import ByWord
from memcon.lexicon import words

_RULES = ByWord((*PAPERS, *ACTS, *PROMISES))
_IMAGINING = words("imagining")
_AHEAD = words("telling_what_is_ahead")
_BOUND = words("bound_to_do")
_SHOULD = words("obligation_auxiliaries")
_ASKING = words("asking_for_a_promise")
_DEFINITES = words("definites")
_LOOKED_BACK = 8
"""How many undertakings before one are asked whether it tells them again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An undertaking with its rule, its parties (actor ids) and its features."""

    duty: Duty
    rule: str
    parties: tuple[str, ...]
    features: frozenset[str]


def find_commitments(
    index: TextIndex, holders: Holders, events: Mapping[int, str], keeper: Keeper
) -> tuple[Commitment, ...]:
    """The commitments that a text tells, in its order; not those refused, supposed or only possible. `events` maps the tokens that name an event to its id."""
    kept = [c for c in candidates(index, holders) if keeper.keeps(c.features)]
    before = ((c, kept[max(n - _LOOKED_BACK, 0) : n]) for n, c in enumerate(kept))
    once = (c for c, told in before if not any(_is_told_again(index, c, known) for known in told))
    return tuple({r.id: r for r in (_record(index, events, c) for c in once)}.values())


def _is_told_again(index: TextIndex, c: Candidate, known: Candidate) -> bool:
    """Whether an undertaking was told before in fuller words: by the same ones, as new as that, of something known and with no word of its own ("will
    accept the helicopters", behind "will accept six helicopters as part of the force"; not "to explore areas of cooperation")."""
    words_of_it = _words_of(index, c.duty)
    is_same = c.parties == known.parties and c.duty.status == known.duty.status
    is_known = any(index.tree.lower(i) in _DEFINITES for i in range(c.duty.first, c.duty.last + 1))
    return is_same and is_known and len(words_of_it) > 1 and words_of_it <= _words_of(index, known.duty)


def _words_of(index: TextIndex, duty: Duty) -> frozenset[str]:
    """The words that tell what is undertaken, as in a dictionary, with numbers and denials."""
    told = (index.tokens[i] for i in range(duty.first, duty.last + 1))
    return frozenset(index.tree.lemma(t.i) for t in told if t.pos in TELLING or t.pos == "NUM" or t.dep == "neg")


def candidates(index: TextIndex, holders: Holders) -> list[Candidate]:
    """Whatever may be a commitment, in text order."""
    found: list[Candidate] = []
    for rule, duty in _duties(index):
        if duty.last < duty.first:
            continue  # a sentence cut in two by the length of its paragraph: "will expand" without what
        parties = holders.bound(duty.parties)
        around = [c for c in found[-3:] if c.duty.first <= duty.anchor <= c.duty.last]
        is_inside = any(c.parties == parties or rule == "by_saying_so" for c in around)
        is_foretold = rule == by_saying_so.name and _is_of_others(index, holders, duty, parties)
        if parties and not is_inside and not is_foretold:
            features = features_of(index, duty, rule, parties, holders.speaking(index.tokens[duty.anchor].start))
            found.append(Candidate(duty=duty, rule=rule, parties=parties, features=features))
    return found


def _is_of_others(index: TextIndex, holders: Holders, duty: Duty, parties: Sequence[str]) -> bool:
    """Whether it is what another says that a state will do ("President Soto: Norway will pay for the bridge"), who acts for another state: that binds nobody."""
    speakers, bound = index.known(holders.speaking(index.tokens[duty.anchor].start)), index.known(parties)
    lands = {a.country for a in bound if a.kind == "state"}
    is_known = bool(speakers) and all(a.country for a in speakers) and len(lands) == len(bound) > 0
    return is_known and not lands & {a.country for a in speakers}


def _duties(index: TextIndex) -> Iterator[tuple[str, Duty]]:
    for token in index.tokens:
        if token.pos in OPENING or index.is_heading(token.i):
            continue
        for rule in _RULES.at(token, index.tree.lemma(token.i), index.tree.lower(token.i)):
            duty = rule(index, token.i)
            if duty is not None:
                if _is_undertaken(index, duty):
                    yield rule.name, duty
                break
    yield from (("listed", duty) for duty in listed(index, ACTS))


def _is_undertaken(index: TextIndex, duty: Duty) -> bool:
    """Whether it is told as undertaken: not denied, asked about, supposed or only possible."""
    verb = duty.verb
    if _is_imagined(index, verb) or index.is_supposed(verb) or _is_denied(index, duty) or _is_asked_for(index, duty):
        return False
    return not is_only_possible(index.tree, verb) or is_would(index.tree, verb)


def _is_denied(index: TextIndex, duty: Duty) -> bool:
    """Whether it is told that nothing was undertaken; to break a promise, or to vow not to do something, is no denial."""
    is_own = duty.status != "broken" and duty.anchor == duty.verb
    return is_own and index.is_denied(duty.verb) and not _is_vow_not_to(index, duty)


def _is_asked_for(index: TextIndex, duty: Duty) -> bool:
    """Whether somebody is only asked to undertake it, or should ("urged Peru to promise that …", "Peru should commit to …")."""
    tree, verb = index.tree, duty.verb
    if duty.anchor != verb or duty.first <= verb <= duty.last:
        return False
    is_wanted = tree.has_word(verb, _SHOULD, "aux") and not tree.has_word(verb, _AHEAD, "aux")
    over = index.tokens[verb].head
    is_below = tree.is_infinitive(verb) and index.tokens[verb].dep in CLAUSES_OF_VERBS and tree.lemma(over) in _ASKING
    return duty.status == "made" and (is_wanted or is_below)


def _is_imagined(index: TextIndex, verb: int) -> bool:
    """Whether the clause of `verb` hangs, as a relative clause or as what is said or thought, on one that is denied, or on imagining ("cannot imagine a
    world in which Norway would send ships", "does not believe that Norway will send ships")."""
    below = verb
    for over in index.tree.above(verb):
        if index.tokens[below].dep in CLAUSES and _is_unreal(index, over):
            return True
        if index.tokens[below].dep in IN_A_ROW:
            return False
        below = over
    return False


def _is_unreal(index: TextIndex, over: int) -> bool:
    """Whether the noun or verb that a clause hangs on is denied or only imagined, by itself or by its verb."""
    above = index.tokens[over].head if index.tokens[over].pos in NOMINAL and index.tokens[over].dep == "dobj" else over
    return any(
        is_negated(index, v) or index.tree.lemma(v) in _IMAGINING
        for v in (over, above)
        if index.tokens[v].pos in VERBAL
    )


def _is_vow_not_to(index: TextIndex, duty: Duty) -> bool:
    """ "will not close the port" binds too; "did not promise" does not, nor does "denied that it will close the port"."""
    is_own = bool(index.tree.deps(duty.verb, "neg"))
    return is_own and index.tree.has_word(duty.verb, _AHEAD | _BOUND, "aux")


def _record(index: TextIndex, events: Mapping[int, str], c: Candidate) -> Commitment:
    document, duty = index.annotation.document, c.duty
    return Commitment(
        id=content_id("commitment", document.id, document.offset(index.tokens[duty.anchor].start)),
        parties=c.parties,
        text=index.span(duty.first, duty.last).of(index.text),
        evidence=(index.cite_sentence(duty.anchor),),
        status=duty.status,
        instrument=instrument_of(index, duty),
        when=made_when(index, duty),
        target=by_when(index, duty),
        follow_ups=tuple(dict.fromkeys(events[i] for i in range(duty.first, duty.last + 1) if i in events)),
    )
