"""Persons: a title and a name, a name and its apposition, a name alone where the text shows that it is a person's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.actors.lexicon import (
    HONORIFICS,
    NEVER_ACTOR_HEADS,
    NEVER_NAMES,
    ORGANIZATION_HEADS,
    PORTFOLIO,
    QUALIFIERS,
    SPEECH_VERBS,
    TITLE_MODIFIERS,
    TITLE_SECTOR,
)
from memcon.annotate.actors.marks import Marks
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.titles import (
    Title,
    complement_before_name,
    complement_end,
    office_of,
    read_title,
    title_head,
)
from memcon.domain.annotation import Sentence

_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_ROYAL = frozenset(("king", "queen", "emperor", "prince", "pope"))
_NOT_IN_NAME = TITLE_MODIFIERS - {
    "prime",
    "major",
    "grand",
    "rocky",
    "crown",
    "field",
    "chief",
    "house",
    "bank",
    "church",
    "young",
}


def find_titled(marks: Marks, claims: Claims) -> None:
    """Claims every name that stands behind a title or an honorific: "Defence Minister Ann Example", "Mr. Roe"."""
    for sentence in marks.sentences:
        i = sentence.first
        while i < sentence.last:
            phrase = _titled(marks, i, sentence) or _honoured(marks, i, sentence)
            if phrase is not None and claims.add(phrase):
                i = max(i + 1, phrase.last)
            else:
                i += 1


def find_bare(marks: Marks, claims: Claims) -> None:
    """Claims names of two or more words that stand without a title, where the parser, a pack or the context says person."""
    for sentence in marks.sentences:
        i = sentence.first
        while i < sentence.last:
            stop = _bare(marks, claims, i, sentence)
            if stop > i:
                claims.add(_person(marks, i, stop, i, stop))
                i = stop
            else:
                i += 1


def find_appositions(marks: Marks, claims: Claims) -> None:
    """Widens each person's phrase over the office that stands behind the name: "Ann Example, vice minister for trade"."""
    for phrase in claims.in_order():
        if phrase.kind == "person":
            _widen(marks, claims, phrase)
    for phrase in claims.in_order():
        if phrase.kind == "person":
            _take_office_before(marks, claims, phrase)


def find_single(marks: Marks, claims: Claims) -> None:
    """Claims single capitalised words that name a person: a part of a full name in this text, or what the parser calls a person and the
    text lets act."""
    known = {w for p in claims.phrases if p.kind == "person" for w in _surnames(p.name)}
    for sentence in marks.sentences:
        is_headline = marks.headline[marks.tokens[sentence.first].sentence]
        for i in range(sentence.first, sentence.last):
            if claims.at(i) is not None or not marks.is_name_word(i) or marks.is_hyphen_compound(i):
                continue
            if _blocks_single(marks, i):
                continue
            if marks.words[i] in known or (not is_headline and _acts_as_person(marks, i)):
                claims.add(_person(marks, i, i + 1, i, i + 1))


def _person(marks: Marks, first: int, last: int, head_first: int, head_last: int, title: Title | None = None) -> Phrase:
    office = office_of(marks, title) if title is not None else None
    return Phrase(
        kind="person",
        form="name",
        first=first,
        last=last,
        head_first=head_first,
        head_last=head_last,
        name=marks.quote(head_first, head_last),
        country=title.country if title is not None else None,
        sector=title.sector if title is not None else None,
        offices=(office,) if office is not None else (),
        title_head=title.head_word if title is not None else None,
    )


def _titled(marks: Marks, i: int, sentence: Sentence) -> Phrase | None:
    word = title_head(marks, i)
    if word is None:
        return None
    end = sentence.last
    start = i + 1
    if (
        start + 1 < end
        and marks.words[start] == "-"
        and marks.is_glued(start)
        and marks.low[start + 1] in ("elect", "designate", "general")
    ):
        start += 2
    behind = complement_before_name(marks, start, end)
    for first in dict.fromkeys((behind, start)):
        last = _trim_name(marks, first, marks.titled_name_run(first, end))
        if last > first and marks.words[last : last + 1] == ["I"] and word in _ROYAL:
            last += 1
        if last > first and _can_be_titled_name(marks, i, first, last):
            title = read_title(marks, i, first)
            if first > behind >= start and first == start:
                title = read_title(marks, i)
            phrase = _person(marks, title.first, last, first, last, title)
            return _with_state_behind(marks, phrase, end)
    return None


def _honoured(marks: Marks, i: int, sentence: Sentence) -> Phrase | None:
    if marks.low[i] not in HONORIFICS or not marks.is_capital(i):
        return None
    last = marks.name_run(i + 1, sentence.last)
    return _person(marks, i, last, i + 1, last) if last > i + 1 else None


def _can_be_titled_name(marks: Marks, head: int, first: int, last: int) -> bool:
    """Whether the run behind a title is a name: no body, event or portfolio, no state, and no headline's verb."""
    if (
        marks.low[last - 1] in ORGANIZATION_HEADS
        or marks.low[last - 1] in NEVER_ACTOR_HEADS
        or marks.low[first] in NEVER_ACTOR_HEADS
    ):
        return False
    if marks.low[first] in PORTFOLIO and marks.low[first] in TITLE_MODIFIERS:
        return False
    known = marks.known[first]
    if known is not None and known.first == first and not known.tenures() and known.last >= last:
        is_person = marks.tokens[last - 1].entity[2:] == "PERSON"
        if not is_person or known.channel() is not None:
            return False
    if (
        first > head + 1
        and last == first + 1
        and (marks.low[head + 1] == "of" and not marks.is_capital(head) or _is_listed_body(marks, last))
    ):
        return False
    if not marks.is_capital(head) and last == first + 1 and marks.is_acronym(first):
        return False
    if marks.headline[marks.tokens[head].sentence] and not marks.starts_sentence(first):
        return all(marks.tokens[k].tag in ("NNP", "NNPS", "HYPH", "NN") for k in range(first, last))
    return True


def _is_listed_body(marks: Marks, i: int) -> bool:
    """Whether "and" and the rest of a body's name follow at token i ("chair of the House Oversight" + "and Reform Committee")."""
    end = marks.sentence_of(i - 1).last
    return (
        i + 2 < end
        and marks.low[i] in ("and", "&")
        and any(marks.low[k] in ORGANIZATION_HEADS for k in range(i + 1, min(i + 4, end)))
    )


def _trim_name(marks: Marks, first: int, last: int) -> int:
    """Cuts a run where another title or a possessive begins: "Lt. Gen.", "Ann Example Deputy Minister"."""
    for i in range(first, last):
        if marks.low[i] in ("lt.", "lt", "gen.", "maj.", "adm.", "col."):
            return i
        if (
            i > first
            and marks.low[i] in TITLE_SECTOR
            and marks.low[i]
            not in ("king", "prince", "judge", "bishop", "major", "pope", "marshal", "father", "mayor", "dean")
        ):
            return i
    return last


def _with_state_behind(marks: Marks, phrase: Phrase, end: int) -> Phrase:
    """ "President Ann Example of Ruritania": the state behind the name is the office's."""
    i = phrase.last
    if i + 1 >= end or marks.low[i] != "of" or not phrase.offices:
        return phrase
    j = i + 2 if marks.low[i + 1] == "the" else i + 1
    known = marks.known[j] if j < end else None
    state = known.state() if known is not None and known.first == j else None
    if known is None or state is None or state[1] not in ("name", "acronym", "former"):
        return phrase
    office = replace(phrase.offices[0], country=phrase.offices[0].country or state[0].code)
    return replace(phrase, last=known.last, country=office.country, offices=(office,))


def _bare(marks: Marks, claims: Claims, i: int, sentence: Sentence) -> int:
    """The index behind a name without a title that starts at token i; i when none does."""
    if claims.at(i) is not None or not marks.is_name_word(i) or _is_capital_inside(marks, i, sentence.first):
        return i
    last = marks.name_run(i, sentence.last)
    while last > i and claims.at(last - 1) is not None:
        last -= 1
    last = _trim_name(marks, i, last)
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
    if any(w in ORGANIZATION_HEADS or w in NEVER_ACTOR_HEADS or w in _NOT_IN_NAME for w in words):
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
    return _apposed_head(marks, last + 1, sentence.last) is not None


def _speaks(marks: Marks, first: int, last: int, sentence: Sentence) -> bool:
    """Two or three words that the parser does not take for anything else, subject of a verb of saying."""
    head = marks.tokens[last - 1]
    if marks.headline[head.sentence] or _is_after_article(marks, first, sentence) or last - first > 3:
        return False
    verb = marks.tokens[head.head]
    return (
        head.dep == "nsubj"
        and verb.lemma in ("say", "tell", "add")
        and head.entity[2:] in ("", "PERSON", "GPE", "NORP")
    )


_REASONS = (_called_person, _has_given_name_shape, _known_person, _has_office_behind, _speaks)


def _is_after_article(marks: Marks, first: int, sentence: Sentence) -> bool:
    return first > sentence.first and marks.low[first - 1] in ("the", "a", "an")


def _apposed_head(marks: Marks, start: int, end: int) -> int | None:
    """The head noun of an office that stands at token `start` (behind a comma): within eight words and before any verb or comma."""
    found: int | None = None
    for i in range(start, min(end, start + 9)):
        if title_head(marks, i) is not None:
            found = i
            continue
        if found is not None:
            if marks.low[i] in ("-", "elect", "designate", "general"):
                continue
            break
        token = marks.tokens[i]
        is_name = marks.low[i] in NEVER_NAMES and marks.low[i] not in (
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "first",
            "second",
            "one",
        )
        if (
            (token.tag in ("VBD", "VBZ", "VBP", "MD", "IN", "TO") and marks.low[i] not in ("of", "for"))
            or is_name
            or marks.words[i] in (",", ".", ";", ":", "(", ")")
        ):
            break
    return found


def _widen(marks: Marks, claims: Claims, phrase: Phrase) -> None:
    sentence = marks.sentence_of(phrase.first)
    comma = phrase.last
    if comma + 1 >= sentence.last or marks.words[comma] not in (",", "(", "–", "—"):
        return
    start = comma + 1
    if marks.words[start].isdigit() and start + 2 < sentence.last and marks.words[start + 1] == ",":
        start += 2
    head = _apposed_head(marks, start, sentence.last)
    if head is None or any(claims.at(i) is not None for i in range(start, head + 1)):
        return
    end = next((i for i in range(head + 1, sentence.last) if claims.at(i) is not None), sentence.last)
    behind = head + 1
    if behind + 1 < end and marks.words[behind] == "-" and marks.low[behind + 1] in ("elect", "designate", "general"):
        behind += 2
    last = complement_end(marks, behind, end)
    title = read_title(marks, head, max(last, behind))
    if title.first < start or _is_list_item(marks, title, phrase):
        return
    office = office_of(marks, title)
    merged = replace(
        phrase,
        last=title.last,
        offices=(*phrase.offices, office),
        country=phrase.country or office.country,
        sector=phrase.sector or title.sector,
        title_head=phrase.title_head or title.head_word,
    )
    claims.replace(phrase, merged)


def _is_list_item(marks: Marks, title: Title, phrase: Phrase) -> bool:
    """ "Ann Example, president Roe and others": what follows the comma is the next in a list, not the same person's office."""
    i = title.last
    end = marks.sentence_of(phrase.first).last
    return (
        i < end
        and marks.is_name_word(i)
        and marks.low[title.first] not in ("the", "a", "an")
        and not marks.starts_sentence(i)
    )


def _take_office_before(marks: Marks, claims: Claims, phrase: Phrase) -> None:
    """ "the French president, Ann Example" and "his French counterpart, Ann Example": an office, a comma, a name."""
    sentence = marks.sentence_of(phrase.first)
    comma = phrase.first - 1
    if phrase.offices or comma <= sentence.first + 1 or marks.words[comma] != ",":
        return
    is_closed = (
        phrase.last >= sentence.last
        or not marks.words[phrase.last][0].isalnum()
        or marks.low[phrase.last] in _POSSESSIVES
        or marks.low[phrase.last] == "and"
    )
    for head in _heads_before(marks, comma, sentence.first):
        if claims.at(head) is not None:
            return
        title = read_title(marks, head, comma)
        if (
            marks.low[title.first] not in ("the", "his", "her", "its", "their", "our")
            and marks.known[title.first] is None
        ):
            return
        if not is_closed or not claims.is_free(title.first, comma):
            return
        office = office_of(marks, title)
        claims.replace(phrase, replace(
            phrase, first=title.first, offices=(office,), country=office.country, sector=title.sector, title_head=title.head_word
        ))  # fmt: skip
        return


def _heads_before(marks: Marks, comma: int, floor: int) -> Iterator[int]:
    """The head noun of a title that ends at the comma: right before it, or before its complement."""
    for i in range(comma - 1, max(floor, comma - 9) - 1, -1):
        if title_head(marks, i) is not None or marks.low[i] == "counterpart":
            if i == comma - 1 or (
                marks.low[i + 1] in ("of", "for", "to", "at") and complement_end(marks, i + 1, comma) == comma
            ):
                yield i
            return
        if marks.words[i] in (",", ".", ";"):
            return


def _surnames(name: str) -> set[str]:
    """The words of a full name that may stand for it: the last, and the first for names that put the family first."""
    words = [w for w in name.split() if len(w) > 1 and w.lower().strip(".") not in ("jr", "sr", "ii", "iii")]
    return {words[0], words[-1]} | {" ".join(words[-2:])} if words else set()


def _blocks_single(marks: Marks, i: int) -> bool:
    """Whether a single word can't be a person: a neighbour belongs to the same capitalised run, or packs know it as something else."""
    known = marks.known[i]
    if known is not None and not known.tenures():
        return True
    if marks.low[i] in TITLE_SECTOR or marks.low[i] in ORGANIZATION_HEADS or marks.low[i] in NEVER_ACTOR_HEADS:
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
