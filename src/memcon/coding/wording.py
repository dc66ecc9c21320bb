"""What the wording around an event's trigger says: the words of the status rules' questions, each a small function.

The lists of words are data (lexicon/status.toml, lexicon/carriers.toml).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from memcon.coding.clauses import Clause, verbs_of
from memcon.coding.lexicon import load_lexicon
from memcon.coding.syntax import Syntax
from memcon.coding.triggers import Trigger
from memcon.domain.dates import Interval
from memcon.domain.records import Status

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """All that the rules look at. `when` and `published` are intervals of days or None; `in_title` for headlines, whose present tense
    tells nothing of time."""

    syntax: Syntax
    trigger: Trigger
    clause: Clause
    when: Interval | None = None
    published: Interval | None = None
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A status and the token that decided it."""

    status: Status
    token: int


@cache
def words(name: str) -> frozenset[str]:
    listed: Any = load_lexicon("status").get(name, ())
    return frozenset(listed)


def is_negated(syntax: Syntax, verb: int) -> bool:
    """Whether "not", "never" or "no longer" stands on the verb or one of its auxiliaries."""
    return any(syntax.tokens[c].dep == "neg" or syntax.lower(c) == "never" for c in syntax.children[verb])


def is_hypothetical(syntax: Syntax, verb: int) -> int | None:
    """The conditional conjunction ("if", "unless", "whether") over a verb, or None."""
    i, steps = verb, 0
    while steps < 6:
        for c in syntax.deps(i, "mark", "aux"):
            if syntax.lower(c) in words("conditionals") and (
                syntax.lower(c) != "should" or syntax.tokens[i].dep == "advcl"
            ):
                return c
        head = syntax.tokens[i].head
        if head == i or syntax.tokens[i].dep not in {"advcl", "xcomp", "ccomp", "conj", "pcomp"}:
            return None
        if syntax.tokens[i].dep == "advcl" and not syntax.controllers(i)[1:]:
            return None
        i, steps = head, steps + 1
    return None


def at(status: str, token: int) -> Finding:
    return Finding(status, token)  # type: ignore[arg-type]  # the caller's literals are statuses


def carriers(setting: Setting) -> Iterator[int]:
    """The verbs that speak of the event itself: those that describe it, then the carrying verb and its controllers where it carries."""
    for verb in setting.clause.own:
        yield from setting.syntax.controllers(verb)
        yield from complements(setting.syntax, verb)
    verb_ = setting.clause.verb
    if verb_ is None or setting.clause.governor is not None:
        return
    if setting.clause.relation == "preposition":
        word = (setting.clause.preposition or "").split(" ")[-1]
        if word not in {"for", "to"}:
            return
    if setting.clause.relation == "object" and not is_about_event(setting, verb_):
        return
    yield from verbs_of(setting.syntax, setting.clause)


def is_about_event(setting: Setting, verb: int) -> bool:
    """Whether a verb makes or unmakes its object, the event; one that only deals with it ("dominate the summit") says nothing of it."""
    lemma = setting.syntax.lemma(verb)
    listed = (
        "cancelled",
        "postponed",
        "fell_through",
        "declined",
        "speculated",
        "proposed",
        "expected",
        "scheduled",
        "under_way",
        "begin",
    )
    return lemma in load_lexicon("carriers")["object"] or any(is_word(setting.syntax, verb, name) for name in listed)


def complements(syntax: Syntax, verb: int) -> Sequence[int]:
    """ "expected to take place": from the describing participle down to its complement."""
    return syntax.deps(verb, "xcomp")


def all_verbs(setting: Setting) -> Iterator[int]:
    yield from carriers(setting)
    if setting.clause.verb is not None and setting.clause.governor is None:
        yield setting.clause.verb


def concerns(setting: Setting, verb: int) -> bool:
    """Whether the verb says its word of this event, not of a participant or another thing."""
    if verb in setting.clause.own:
        return True
    return setting.clause.relation in {"object", "subject"} and setting.trigger.form != "verb"


def is_word(syntax: Syntax, verb: int, name: str) -> bool:
    lemma = syntax.lemma(verb)
    if lemma in words(name):
        return True
    particles = {syntax.lower(c) for c in syntax.deps(verb, "prt", "advmod", "prep")}
    return any(lemma == phrase.split()[0] and phrase.split()[1] in particles for phrase in words(f"{name}_particles"))


def predicates(setting: Setting) -> Sequence[int]:
    """The adjective that "be" says of the event ("a meeting was possible")."""
    verb = setting.clause.verb
    if verb is None or setting.clause.relation != "subject" or setting.syntax.lemma(verb) != "be":
        return ()
    return setting.syntax.deps(verb, "acomp")


def by_controller(setting: Setting, name: str) -> Finding | None:
    syntax = setting.syntax
    for verb in carriers(setting):
        if verb == setting.trigger.anchor:
            continue
        if (is_word(syntax, verb, name) or syntax.lower(verb) in words(f"{name}_words")) and not is_state_of_things(
            syntax, verb
        ):
            return at(name, verb)
    return None


def is_state_of_things(syntax: Syntax, verb: int) -> bool:
    """ "open" and "ready" as verbs of the event itself ("the summit opened") are no willingness."""
    return syntax.tokens[verb].pos == "VERB" and syntax.lemma(verb) in {"open", "ready"}


def by_noun_or_adjective(setting: Setting, name: str) -> Finding | None:
    syntax = setting.syntax
    governor = setting.clause.governor
    if governor is not None and syntax.lemma(governor) in words(f"{name}_nouns"):
        return at(name, governor)
    for word in modifiers(setting):
        if syntax.lower(word) in words(f"{name}_words") and syntax.tokens[word].dep != "det":
            return at(name, word)
    verb = setting.clause.verb
    head = syntax.tokens[verb].head if verb is not None and syntax.tokens[verb].dep in {"acl", "ccomp"} else None
    if head is not None and syntax.tokens[head].pos == "NOUN" and syntax.lemma(head) in words(f"{name}_nouns"):
        return at(name, head)
    return None


def modifiers(setting: Setting) -> Iterator[int]:
    if setting.trigger.form == "verb":
        return
    for i in (setting.trigger.anchor, setting.trigger.first):
        for c in setting.syntax.children[i]:
            if c < setting.trigger.anchor and setting.syntax.tokens[c].dep in {"amod", "compound", "nmod", "advmod"}:
                yield c


def asked(syntax: Syntax, verb: int) -> int | None:
    """The question word of an indirect question that the verb stands in ("what message she will deliver")."""
    for o in syntax.deps(verb, "dobj", "nsubj", "pobj"):
        for c in (o, *syntax.children[o]):
            if (
                syntax.tokens[c].tag in {"WDT", "WP"}
                and syntax.lower(c) in {"what", "which", "who", "whom"}
                and syntax.tokens[verb].dep != "relcl"
            ):
                return c
    return None


def is_scene_of(setting: Setting) -> bool:
    """Whether something else is told to happen at the event ("will speak at the summit")."""
    is_inside = (setting.clause.preposition or "").split(" ")[-1] in {"at", "in", "during"}
    return setting.clause.relation == "preposition" and setting.clause.governor is None and is_inside


def has_future(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lower(c) in _FUTURE for c in syntax.deps(verb, "aux"))


def is_to(syntax: Syntax, setting: Setting) -> bool:
    verb = setting.clause.verb
    return verb is not None and any(syntax.tokens[c].tag == "TO" for c in syntax.deps(verb, "aux"))


def is_past(syntax: Syntax, verb: int) -> bool:
    token = syntax.tokens[verb]
    if is_negated(syntax, verb):
        return False
    auxiliaries = {syntax.lower(c) for c in syntax.deps(verb, "aux", "auxpass")}
    if token.tag == "VBD":
        return True
    if token.tag == "VBN":
        return bool(auxiliaries & {"was", "were", "has", "have", "had", "been", "'ve", "’ve"}) or (
            not auxiliaries and token.dep != "amod"
        )
    if token.tag == "VBG":
        if auxiliaries & {"was", "were", "been"}:
            return True
        return (
            not auxiliaries and token.dep in {"advcl", "pcomp"} and token.head != verb and is_past(syntax, token.head)
        )
    return token.tag == "VB" and bool(auxiliaries & {"did"})


def told_in_past(setting: Setting) -> bool:
    return setting.clause.verb is not None and is_past(setting.syntax, setting.clause.verb)


def carries(setting: Setting, verb: int) -> bool:
    lemma = setting.syntax.lemma(verb)
    carriers = load_lexicon("carriers")
    if setting.clause.relation == "object":
        return lemma in carriers["object"] and carriers["object"][lemma] not in {"none", "declined", "absent"}
    return lemma in carriers["subject"] or (setting.syntax.is_passive(verb) and lemma in carriers["agent"])


def is_ahead(setting: Setting) -> bool:
    return setting.when is not None and setting.published is not None and setting.when.start > setting.published.end
