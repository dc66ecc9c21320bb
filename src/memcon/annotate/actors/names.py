"""Persons by name alone, where a pack, the parser or the context says that it is a person's."""

from __future__ import annotations

from memcon.annotate.actors.appositions import apposed_head
from memcon.annotate.actors.lexicon import (
    NEVER_ACTOR_HEADS,
    NEVER_NAMES,
    NOUN_SURNAMES,
    ORGANIZATION_HEADS,
    QUALIFIERS,
    SPEECH_VERBS,
    TITLE_MODIFIERS,
    TITLE_SECTOR,
    words_in,
)
from memcon.annotate.actors.phrases import Claims
from memcon.annotate.actors.titled import name_person, trim_name
from memcon.annotate.actors.tokens import Marks
from memcon.domain.annotation import Sentence

_NOT_IN_NAME = TITLE_MODIFIERS - words_in("prime major grand rocky crown field chief house bank church young")

_PLAIN_SURNAMES = words_in("park song moon king bush")
_OCCUPATIONS = words_in("""
    host actor actress author singer writer player driver drummer teacher lawyer leader rapper poet chef pilot athlete boxer
    golfer painter photographer filmmaker composer winner champion suspect victim defendant protester survivor witness
    astronomer philosopher programmer engineer farmer worker banker investor billionaire veteran veterinarian nurse surgeon
    aide ally friend rival brother sister wife husband son daughter mother cousin nephew niece uncle aunt counterpart
""")


def find_bare(marks: Marks, claims: Claims) -> None:
    """Claims names of two or more words that stand without a title, where the parser, a pack or the context says person."""
    for sentence in marks.sentences:
        i = sentence.first
        while i < sentence.last:
            stop = _bare(marks, claims, i, sentence)
            if stop > i:
                claims.add(name_person(marks, i, stop, i, stop))
                i = stop
            else:
                i += 1


def find_repeated(marks: Marks, claims: Claims) -> None:
    """Claims every other place where a full name stands that the text has shown to be a person's, headlines included."""
    names = {
        tuple(marks.words[p.head_first : p.head_last]) for p in claims.phrases if p.kind == "person" and " " in p.name
    }
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[0], set()).add(len(name))
    for i, word in enumerate(marks.words):
        for length in sorted(lengths.get(word, ()), reverse=True):
            last = i + length
            is_inside = last <= marks.sentence_of(i).last
            if is_inside and tuple(marks.words[i:last]) in names and claims.is_free(i, last):
                claims.add(name_person(marks, i, last, i, last))
                break


def find_single(marks: Marks, claims: Claims) -> None:
    """Claims single capitalised words that name a person: a part of a full name in this text, or what the parser calls a person and the
    text lets act."""
    known = {w for p in claims.phrases if p.kind == "person" for w in _surnames(p.name)}
    for sentence in marks.sentences:
        is_headline = marks.headline[marks.tokens[sentence.first].sentence]
        for i in range(sentence.first, sentence.last):
            if claims.at(i) is not None or not marks.is_name_word(i) or marks.is_hyphen_compound(i):
                continue
            if _blocks_single(marks, i, marks.words[i] in known):
                continue
            if marks.words[i] in known or (not is_headline and _acts_as_person(marks, i)):
                claims.add(name_person(marks, i, i + 1, i, i + 1))


def _bare(marks: Marks, claims: Claims, i: int, sentence: Sentence) -> int:
    """The index behind a name without a title that starts at token i; i when none does."""
    if claims.at(i) is not None or not marks.is_name_word(i) or _is_capital_inside(marks, i, sentence.first):
        return i
    last = marks.name_run(i, sentence.last)
    while last > i and claims.at(last - 1) is not None:
        last -= 1
    last = trim_name(marks, i, last)
    if last < i + 2 or not claims.is_free(i, last) or not _looks_like_name(marks, i, last):
        return i
    return last if any(reason(marks, i, last, sentence) for reason in _REASONS) else i


def _is_capital_inside(marks: Marks, i: int, floor: int) -> bool:
    """Whether token i continues a capitalised run or a hyphenated word."""
    return i > floor and (
        (marks.words[i - 1] == "-" and marks.is_glued(i))
        or (marks.is_name_word(i - 1) and marks.low[i - 1] not in TITLE_SECTOR and not _ends_known(marks, i))
    )


def _ends_known(marks: Marks, i: int) -> bool:
    known = marks.known[i - 1]
    return known is not None and known.last == i


def _looks_like_name(marks: Marks, first: int, last: int) -> bool:
    words = marks.low[first:last]
    nouns = {words[-1]} & (NEVER_ACTOR_HEADS - _PLAIN_SURNAMES) | set(words) & (
        ORGANIZATION_HEADS.keys() | _NOT_IN_NAME
    ) - NOUN_SURNAMES
    if nouns:
        return False
    if words[0] in QUALIFIERS or words[-1] in NEVER_NAMES or words[0] in TITLE_SECTOR:
        return False
    known = marks.known[first]
    if known is not None and known.last - known.first >= last - first and not known.tenures():
        return False
    if any(marks.is_acronym(k) and len(marks.words[k]) > 2 and "." not in marks.words[k] for k in range(first, last)):
        return all(marks.is_acronym(k) or not marks.words[k].isalpha() for k in range(first, last)) and any(
            marks.tokens[k].entity[2:] == "PERSON" for k in range(first, last)
        )
    return True


def _called_person(marks: Marks, first: int, last: int, sentence: Sentence) -> bool:
    """The parser calls at least half of the words, and the last, a person, and the run is not a headline's."""
    if marks.headline[marks.tokens[first].sentence]:
        return False
    votes = sum(marks.tokens[k].entity[2:] == "PERSON" for k in range(first, last))
    return 2 * votes >= last - first and not _is_after_article(marks, first, sentence)


def _has_given_name_shape(marks: Marks, first: int, last: int, sentence: Sentence) -> bool:
    """A capitalised word and a hyphenated one whose second part is in lower case ("Han Min-a"): a Korean or Chinese name."""
    parts = [k for k in range(first + 1, last) if marks.words[k] == "-"]
    return (
        len(parts) == 1
        and parts[0] >= first + 2
        and marks.words[parts[0] + 1].islower()
        and len(marks.words[parts[0] + 1]) < 7
    )


def _known_person(marks: Marks, first: int, last: int, sentence: Sentence) -> bool:
    known = marks.known[first]
    return known is not None and known.first == first and bool(known.tenures()) and known.last == last


def _has_office_behind(marks: Marks, first: int, last: int, sentence: Sentence) -> bool:
    """A comma, an office, and an end: "Ann Example, the finance minister," or an age."""
    if last + 1 >= sentence.last or marks.words[last] != "," or _is_after_article(marks, first, sentence):
        return False
    if marks.words[last + 1].isdigit():
        return len(marks.words[last + 1]) == 2 and last + 2 < sentence.last and marks.words[last + 2] == ","
    return apposed_head(marks, last + 1, sentence.last) is not None


def _acts_like_person(marks: Marks, first: int, last: int, sentence: Sentence) -> bool:
    """Two or three words, subject of a verb that people do, that the parser does not take for a body."""
    head = marks.tokens[last - 1]
    if marks.headline[head.sentence] or _is_after_article(marks, first, sentence) or last - first > 3:
        return False
    lemma, label = marks.tokens[head.head].lemma, head.entity[2:]
    if head.dep != "nsubj" or lemma not in SPEECH_VERBS:
        return False
    return label in ("", "PERSON") or (label in ("GPE", "NORP") and lemma in ("say", "tell", "add", "meet", "speak"))


def _follows_occupation(marks: Marks, first: int, last: int, sentence: Sentence) -> bool:
    """What a person does stands right before the name: "economist Ann Example"."""
    if first == sentence.first or last - first > 3:
        return False
    word = marks.low[first - 1]
    is_noun = marks.tokens[first - 1].tag == "NN" and marks.words[first - 1].islower()
    return is_noun and (
        word.endswith(("ist", "ian", "woman", "wright")) or word in _OCCUPATIONS or word in TITLE_SECTOR
    )


def _has_relative_behind(marks: Marks, first: int, last: int, sentence: Sentence) -> bool:
    """ "Ann Example, who …": only people are "who"."""
    behind = last + 1 if last < sentence.last and marks.words[last] == "," else last
    return behind < sentence.last and marks.low[behind] == "who" and not _is_after_article(marks, first, sentence)


_REASONS = (
    _follows_occupation,
    _called_person,
    _has_given_name_shape,
    _known_person,
    _has_office_behind,
    _acts_like_person,
    _has_relative_behind,
)


def _is_after_article(marks: Marks, first: int, sentence: Sentence) -> bool:
    return first > sentence.first and marks.low[first - 1] in ("the", "a", "an")


def _surnames(name: str) -> set[str]:
    """The words of a full name that may stand for it: the last, and the first for names that put the family first."""
    words = [w for w in name.split() if len(w) > 1 and w.lower().strip(".") not in ("jr", "sr", "ii", "iii")]
    return {words[0], words[-1]} | {" ".join(words[-2:])} if words else set()


def _blocks_single(marks: Marks, i: int, is_known: bool) -> bool:
    """Whether a single word can't be a person: a neighbour belongs to the same capitalised run, or packs know it as something else."""
    known = marks.known[i]
    if known is not None and not known.tenures() and not (is_known and known.is_only_place()):
        return True
    if not is_known and marks.low[i] in TITLE_SECTOR.keys() | ORGANIZATION_HEADS.keys() | NEVER_ACTOR_HEADS:
        return True
    sentence = marks.sentence_of(i)
    before = i > sentence.first and marks.is_name_word(i - 1) and not marks.starts_sentence(i - 1)
    after = i + 1 < sentence.last and marks.is_capital(i + 1) and marks.low[i + 1] not in NEVER_NAMES
    if marks.headline[marks.tokens[i].sentence]:
        return False
    return before or after or (i > sentence.first and marks.low[i - 1] in ("the", "a", "an"))


def _acts_as_person(marks: Marks, i: int) -> bool:
    token = marks.tokens[i]
    verb = marks.tokens[token.head]
    is_subject = token.dep == "nsubj" and verb.lemma in SPEECH_VERBS
    return token.entity == "B-PERSON" and is_subject and not marks.is_acronym(i)
