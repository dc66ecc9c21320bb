"""Whom a pronoun means: "who", "it", "they", "he" and "she", each by reasons of its own. Open where two answers are equally good."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import get_args

from memcon.annotate.actors.clusters import Cluster
from memcon.annotate.actors.phrases import Phrase
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.actors import ActorKind
from memcon.domain.labels import NOMINAL, SUBJECTS
from memcon.domain.rules import rule
from memcon.lexicon import words
from memcon.lexicon.marks import marked

_BACK = (0, 1, 2)
"""The sentences that a pronoun may look at, counted back from its own."""
_KINDS = {kind: words(f"{kind}_pronouns") for kind in ("male", "female", "thing", "plural")}
_OF_ONE_PERSON = _KINDS["male"].union(_KINDS["female"])
_OBJECTS = words("pronoun_objects")
_FEMALE = marked("office_nouns", "female").union(marked("honorifics", "female"))
_MALE = marked("office_nouns", "male").union(marked("honorifics", "male"))
_ASKING = words("asking")
_SUBJECTS_AND_OWNERS = SUBJECTS | {"poss"}
_OWN = words("speaker_alone")
_MEETING = words("meeting_one_another")
_PARTNERS, _TAKING_ALONG = words("leading_a_partner"), words("having_something_along")
_DEALING = _MEETING | words("conversing") | words("coming_together")
_SAYING = words("reporting_a_clause")
_SEEMING, _SETTLING = words("seeming"), words("settling_with_it")
_THANKING = words("thanking").union(words("judging_what_is_done"))
_THANKS, _WHAT_FOR = words("thanks"), words("leading_to_what_one_is_thanked_for")


@dataclass(frozen=True, slots=True)
class Named:
    """What the text has named so far: its phrases, its actors, and the actors `of` each resolved phrase."""

    doc: MarkedText
    phrases: Sequence[Phrase]
    clusters: Sequence[Cluster]
    of: Mapping[int, tuple[int, ...]]

    def sentence(self, phrase: Phrase) -> int:
        return self.doc.tokens[phrase.first].sentence

    def is_subject(self, phrase: Phrase) -> bool:
        """Whether a verb outside the phrase has it as its subject."""
        tokens = self.doc.tokens
        return phrase.name != "who" and any(
            tokens[i].dep in SUBJECTS
            for i in range(phrase.first, phrase.last)
            if not phrase.first <= tokens[i].head < phrase.last
        )

    def is_in_brackets(self, k: int) -> bool:
        """Whether the phrase is all that stands in a pair of brackets: another name for what stands before."""
        words, phrase = self.doc.words, self.phrases[k]
        return phrase.first > 0 and words[phrase.first - 1] == "(" and words[phrase.last : phrase.last + 1] == [")"]

    def before(self, n: int, kinds: Sequence[str], back: int) -> list[int]:
        """The resolved phrases of `kinds` before phrase `n`, `back` sentences before its own, in the same kind of block, nearest first."""
        own = self.sentence(self.phrases[n])
        block = self.doc.sentences[own].kind
        if own < back or self.doc.sentences[own - back].kind != block:
            return []
        return [
            k for k in reversed(self.phrases_in(own - back)) if k < n and k in self.of and self.phrases[k].kind in kinds
        ]

    def phrases_in(self, sentence: int) -> range:
        """The phrases whose first token stands in a sentence."""
        s = self.doc.sentences[sentence]
        return range(
            bisect_left(self.phrases, s.first, key=lambda p: p.first),
            bisect_left(self.phrases, s.last, key=lambda p: p.first),
        )

    def has_noun_subject(self, first: int, last: int, *tags: str) -> bool:
        """Whether a noun (of `tags`, where given) is a subject between two tokens, so that a pronoun may well mean that."""
        return any(
            t.dep in SUBJECTS and t.pos in NOMINAL and (not tags or t.tag in tags) for t in self.doc.tokens[first:last]
        )


Targets = tuple[int, ...]


@rule(
    yes=["Ann Holm, who came, left.", "Officials who came left.", "Norway and Peru praised Ann Holm, who left."],
    no=["Ann Holm saw a man who slept."],
)
def antecedent(named: Named, n: int, phrase: Phrase) -> Targets:
    """ "Who" means the person or group right before it, a comma or a bracket between."""
    if phrase.name != "who" or n == 0:
        return ()
    other = named.phrases[n - 1]
    gap = [w for w in named.doc.words[other.last : phrase.first] if w not in ",)—–("]
    is_it = not gap and other.kind in ("person", "group") and other.form != "pronoun"
    return named.of.get(n - 1, ()) if is_it else ()


@rule(
    yes=[
        "The Harbour Ministry objected. It left.",
        "Peru agreed because it wanted peace.",
        "The Peace Council of the African Union (AU), at its fifth meeting, adopted the following plan.",
    ],
    no=[
        "The Harbour Ministry slept. Peru objected and Chile agreed. It left.",
        "Peru objected. It was agreed to meet again in May.",
    ],
)
def subject_before(named: Named, n: int, phrase: Phrase) -> Targets:
    """ "It" means the only state or body that is a subject in the same sentence, else in the sentence before."""
    if not _stands_for_a_body(named, phrase):
        return ()
    own = named.sentence(phrase)
    for back in (0, 1):
        near = [k for k in named.before(n, ("organization", "state"), back) if not named.is_in_brackets(k)]
        subjects = {named.of[k] for k in near if named.is_subject(named.phrases[k])}
        if len(subjects) == 1 and (back == 1 or named.of[near[0]] in subjects):
            return subjects.pop()
        if subjects or named.has_noun_subject(named.doc.sentences[own].first, phrase.first):
            return ()
    return ()


def _stands_for_a_body(named: Named, phrase: Phrase) -> bool:
    """ "It" or "its" as a subject or an owner, and not the "it" of "it rained", which stands for nothing."""
    is_party = named.doc.tokens[phrase.first].dep in _SUBJECTS_AND_OWNERS
    return phrase.name in _KINDS["thing"] and is_party and not is_expletive(named.doc, phrase.first)


def is_expletive(doc: MarkedText, i: int) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it took them a year to", "it was agreed to"."""
    verb = doc.tokens[i].head
    clauses = doc.tree.deps(verb, "ccomp", "xcomp", "advcl", "acomp")
    is_settled = doc.tokens[verb].lemma in _SETTLING and doc.tree.is_passive(verb)
    return (doc.tokens[verb].lemma in _SEEMING or is_settled) and any(c > i for c in clauses)


@rule(
    yes=[
        "Officials came. They left.",
        "Peru and Chile agreed. They signed.",
        "Minister Ann Holm, President Uwe Roe and Premier Ola Lie came. They left.",
        "Minister Ann Holm spoke by phone with Minister Uwe Roe on Monday. They agreed to meet.",
    ],
    no=[
        "Ann Holm came. They left.",
        "Minister Ann Holm accused Minister Uwe Roe. They left.",
        "Minister Ann Holm met Minister Uwe Roe and Peruvian officials. They left.",
    ],
)
def plural_before(named: Named, n: int, phrase: Phrase) -> Targets:
    """ "They" means the only plural subject, a group, the sides or two joined by "and", of this sentence or the one before, or there the two persons
    who met or spoke; past a sentence that names nobody and has no plural subject of its own, of the one before that."""
    if phrase.name not in _KINDS["plural"]:
        return ()
    own = named.sentence(phrase)
    for back in _BACK[: own + 1]:
        found = named.before(n, get_args(ActorKind), back)
        plural = {named.of[k] for k in found if _is_plural(named, k)} | {
            pair for k in found if (pair := _joined(named, k))
        }
        if len(plural) == 1:
            return plural.pop()
        if back == 1 and not plural and (pair := _two_who_met(named, found)):
            return pair
        if plural or _may_be_other(named, own, back, phrase, found):
            return ()
    return ()


def _two_who_met(named: Named, found: Sequence[int]) -> Targets:
    """The only two persons of a sentence, where it tells that one of them met or spoke with the other."""
    people = [k for k in reversed(found) if named.phrases[k].kind in ("person", "group")]
    meant = tuple(dict.fromkeys(c for k in people for c in named.of[k]))
    is_of_two = len(meant) == 2 and all(named.clusters[c].kind == "person" for c in meant)
    return meant if is_of_two and _does(named, people, _DEALING) else ()


def _may_be_other(named: Named, own: int, back: int, phrase: Phrase, found: Sequence[int]) -> bool:
    """Whether "they" may mean something in the sentence `back` before that is no plural actor, so that it must not look further."""
    s = named.doc.sentences[own - back]
    if back == 0:
        return named.has_noun_subject(s.first, phrase.first)
    return bool(found) or named.has_noun_subject(s.first, s.last, "NNS", "NNPS")


def _is_plural(named: Named, k: int) -> bool:
    phrase = named.phrases[k]
    return (phrase.kind == "group" or len(named.of[k]) > 1) and named.is_subject(phrase)


def _joined(named: Named, k: int) -> Targets:
    """The actors of phrase k and the next one when "and" joins them into a subject, with those that commas join before them ("A, B and C")."""
    if k + 1 not in named.of or _between(named, k) not in (["and"], [",", "and"]):
        return ()
    first = k
    while not named.is_subject(named.phrases[first]):
        first -= 1
        if first not in named.of or _between(named, first) != [","]:
            return ()
    return tuple(dict.fromkeys(c for j in range(first, k + 2) for c in named.of[j]))


def _between(named: Named, k: int) -> list[str]:
    """The words between phrase k and the next one."""
    return named.doc.low[named.phrases[k].last : named.phrases[k + 1].first]


@rule(
    yes=["Minister Ann Holm came. She left.", "Minister Ann Holm said that she was brave."],
    no=[
        "“She was brave,” Minister Ann Holm said.",
        "King Omar came. She left.",
        "Mr. Holm saw him.",
        "Mr. Holm came and saw him.",
        "Mr. Holm spoke with him.",
        "The Kenyan envoy met the Peruvian minister. He said it went well.",
    ],
)
def person_before(named: Named, n: int, phrase: Phrase) -> Targets:
    """ "He" and "she" mean the only person of the sentence, else its only subject, else look up to two sentences back: not who says the
    quotation that the pronoun stands in, nobody of the other sex, and not the subject of its own clause."""
    if phrase.name not in _OF_ONE_PERSON:
        return ()
    speakers = speakers_of(named, phrase)
    for back in _BACK:
        found = [k for k in named.before(n, ("person",), back) if _may_be(named, k, phrase, speakers)]
        if back == 0:
            own = {named.of[k] for k in found if _is_own_subject(named, k, phrase)}
            found = [k for k in found if named.of[k] not in own]
        everyone = {named.of[k] for k in found}
        subjects = {named.of[k] for k in found if named.is_subject(named.phrases[k])}
        if len(everyone) == 1:
            return everyone.pop()
        if len(subjects) == 1 and not _is_asked(named, found) and not (back and _may_both_speak(named, phrase, found)):
            return subjects.pop()
        if everyone:
            return ()
    return ()


@rule(
    yes=[
        "Minister Ann Holm thanked Chancellor Uwe Roe for his help.",
        "Minister Ola Moe congratulated Chancellor Uwe Roe and expressed gratitude for his help.",
    ],
    no=["Minister Ola Moe met Chancellor Uwe Roe on his way home.", "Minister Ola Moe voiced gratitude for his life."],
)
def thanked(named: Named, n: int, phrase: Phrase) -> Targets:
    """ "His" in what somebody is thanked, praised or blamed for is whoever is thanked: the object of that verb, or of one before it in its row."""
    tokens, tree = named.doc.tokens, named.doc.tree
    if tokens[phrase.first].tag != "PRP$" or phrase.name not in _OF_ONE_PERSON:
        return ()
    verb = _thanking(named, phrase.first)
    if verb is None:
        return ()
    heads = {o for v in _row_above(named, verb) for o in tree.deps(v, "dobj", "dative")}
    heads |= {o for p in tree.deps(verb, "prep", "dative") if named.doc.low[p] == "to" for o in tree.deps(p, "pobj")}
    found = {
        named.of[k]
        for k in named.before(n, ("person",), 0)
        if _may_be(named, k, phrase, frozenset()) and heads & set(range(named.phrases[k].first, named.phrases[k].last))
    }
    return found.pop() if len(found) == 1 else ()


def _thanking(named: Named, pronoun: int) -> int | None:
    """The verb of thanking or praising whose "for" or "on" leads to the pronoun's noun: "thanked him for his help", "voiced gratitude for his help"."""
    tokens, tree = named.doc.tokens, named.doc.tree
    preposition = next((a for a in tree.above(pronoun) if tokens[a].dep == "prep"), None)
    if preposition is None or named.doc.low[preposition] not in _WHAT_FOR:
        return None
    over = tokens[preposition].head
    if tokens[over].pos == "VERB":
        return over if tokens[over].lemma in _THANKING else None
    verb = tokens[over].head
    is_thanks = tokens[over].lemma in _THANKS and tokens[over].dep == "dobj" and tokens[verb].pos == "VERB"
    return verb if is_thanks else None


def _row_above(named: Named, verb: int) -> list[int]:
    """`verb` and the verbs before it that it is coordinated with."""
    chain = [verb, *named.doc.tree.above(verb)]
    row = takewhile(lambda pair: named.doc.tokens[pair[0]].dep == "conj", pairwise(chain))
    return [verb, *(over for _, over in row)]


def _may_be(named: Named, k: int, phrase: Phrase, speakers: frozenset[Targets]) -> bool:
    """Whether phrase k is one person whom the pronoun can mean."""
    targets = named.of[k]
    told = [named.clusters[c] for c in targets]
    is_person = [cluster.kind for cluster in told] == ["person"]
    return is_person and targets not in speakers and all(_is_of_sex(named, phrase, cluster) for cluster in told)


def _is_of_sex(named: Named, phrase: Phrase, cluster: Cluster) -> bool:
    """Whether neither a title, an honorific nor another pronoun says that the person is of the other sex."""
    told = cluster.heads | {named.doc.low[named.phrases[k].first] for k in cluster.phrases}
    is_female = phrase.name in _KINDS["female"]
    other, pronouns = (_MALE, _KINDS["male"]) if is_female else (_FEMALE, _KINDS["female"])
    called = {named.phrases[k].name for k in cluster.phrases if named.phrases[k].form == "pronoun"}
    return not (told & other or called & pronouns)


def _is_own_subject(named: Named, k: int, phrase: Phrase) -> bool:
    """Whether phrase k is the subject of the verb that the pronoun hangs on, or of the first in that verb's row: "Roe came and met him" is somebody else."""
    tokens, other = named.doc.tokens, named.phrases[k]
    over = tokens[phrase.first].head
    if named.doc.low[over] in _PARTNERS and tokens[tokens[over].head].lemma not in _TAKING_ALONG:
        over = tokens[over].head  # "Roe spoke with him"
    if not named.doc.tree.deps(over, *SUBJECTS):
        over = _row_above(named, over)[-1]
    return phrase.name in _OBJECTS and any(
        t.dep in SUBJECTS and t.head == over for t in tokens[other.first : other.last]
    )


def _is_asked(named: Named, found: Sequence[int]) -> bool:
    """Whether the subject asks or tells another of the persons something, so that "he" may be either."""
    return _does(named, found, _ASKING)


def _may_both_speak(named: Named, phrase: Phrase, found: Sequence[int]) -> bool:
    """Whether the pronoun says something after a sentence that tells that one of the persons met another: either may be the speaker."""
    tokens = named.doc.tokens
    return tokens[tokens[phrase.first].head].lemma in _SAYING and _does(named, found, _MEETING)


def _does(named: Named, found: Sequence[int], verbs: frozenset[str]) -> bool:
    """Whether a phrase of `found` is the subject of one of `verbs`."""
    tokens, phrases = named.doc.tokens, [named.phrases[k] for k in found]
    subjects = (t for p in phrases for t in tokens[p.first : p.last] if t.dep == "nsubj")
    return any(tokens[t.head].lemma in verbs for t in subjects)


def speakers_of(named: Named, phrase: Phrase) -> frozenset[Targets]:
    """Who says the quotation that a pronoun stands in: "he" in it is somebody else. Those who say something in its own sentence, else
    in the sentence before, if there is a quotation in that too."""
    quoted = named.doc.quoted
    if quoted.at(named.doc.tokens[phrase.first].start) is None:
        return frozenset()
    own = named.sentence(phrase)
    found = _who_say_something(named, own)
    if found or own == 0 or not quoted.within(named.doc.sentences[own - 1].span):
        return found
    return _who_say_something(named, own - 1)


def _who_say_something(named: Named, sentence: int) -> frozenset[Targets]:
    return frozenset(named.of[k] for k in named.phrases_in(sentence) if k in named.of and _says(named, k))


def _says(named: Named, k: int) -> bool:
    """Whether phrase k, outside quotation marks, is the subject of a verb of saying."""
    tokens, phrase = named.doc.tokens, named.phrases[k]
    if named.doc.quoted.at(tokens[phrase.first].start) is not None:
        return False
    return _does(named, [k], _SAYING)


@rule(
    yes=["“I was brave,” Minister Ann Holm said.", "Minister Ann Holm said, “They saw me.”"],
    no=["“I was brave,” the ministry said.", "I was brave, Minister Ann Holm said."],
)
def who_says_it(named: Named, n: int, phrase: Phrase) -> Targets:
    """ "I" in a quotation is the only person who says it."""
    if phrase.name not in _OWN:
        return ()
    speakers = speakers_of(named, phrase)
    if len(speakers) != 1:
        return ()
    (speaker,) = speakers
    return speaker if [named.clusters[c].kind for c in speaker] == ["person"] else ()


PRONOUNS = (who_says_it, antecedent, subject_before, plural_before, thanked, person_before)
