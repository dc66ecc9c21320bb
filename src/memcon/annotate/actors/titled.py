"""Persons by title and name: "Defence Minister Ann Example", "Mr. Roe", "Presidents Example and Roe"."""

from __future__ import annotations

from dataclasses import replace

from memcon.annotate.actors.lexicon import (
    ABBREVIATED_TITLES,
    HONORIFICS,
    NAME_SUFFIXES,
    NEVER_ACTOR_HEADS,
    NOUN_SURNAMES,
    ORGANIZATION_HEADS,
    PORTFOLIO,
    TITLE_MODIFIERS,
    TITLE_SECTOR,
    words_in,
)
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.titles import (
    Title,
    complement_before_name,
    office_of,
    read_title,
    title_head,
)
from memcon.annotate.actors.tokens import Marks
from memcon.domain.annotation import Sentence

_NAME_NOUNS = words_in("king prince judge bishop pope marshal mayor major father cardinal doctor dean")
_ROYAL = frozenset(("king", "queen", "emperor", "prince", "pope"))


def find_titled(marks: Marks, claims: Claims) -> None:
    """Claims every name that stands behind a title or an honorific: "Defence Minister Ann Example", "Mr. Roe"."""
    for sentence in marks.sentences:
        i = sentence.first
        while i < sentence.last:
            several = _several(marks, i, sentence)
            if several and all(claims.is_free(p.first, p.last) for p in several):
                for each in several:
                    claims.add(each)
                i = several[-1].last
                continue
            phrase = _titled(marks, i, sentence) or _honoured(marks, i, sentence)
            if phrase is not None and claims.add(phrase):
                i = max(i + 1, phrase.last)
            else:
                i += 1


def _titled(marks: Marks, i: int, sentence: Sentence) -> Phrase | None:
    word = title_head(marks, i)
    if word is None or _is_surname(marks, i, sentence.first):
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
    ranked = _behind_rank(marks, behind, end) if behind > start else start
    for first in dict.fromkeys((ranked, behind, start)):
        last = trim_name(marks, first, marks.titled_name_run(first, end))
        if last > first and marks.words[last : last + 1] == ["I"] and word in _ROYAL:
            last += 1
        if last > first and _can_be_titled_name(marks, i, first, last):
            if first > start and _is_apposed_body(marks, i, first):
                return None
            title = read_title(marks, i, min(first, behind))
            if first > behind >= start and first == start:
                title = read_title(marks, i)
            phrase = name_person(marks, title.first, last, first, last, title)
            return _with_state_behind(marks, phrase, end)
    return None


def _several(marks: Marks, i: int, sentence: Sentence) -> list[Phrase]:
    """ "Presidents Example and Roe": every name has the office; the title's words belong to the first phrase."""
    word = marks.low[i]
    singular = "secretary" if word == "secretaries" else word.removesuffix("s")
    if not word.endswith("s") or singular == word or singular not in TITLE_SECTOR or not marks.is_capital(i):
        return []
    runs: list[tuple[int, int, int, str | None]] = []
    j = i + 1
    while j < sentence.last:
        last = marks.titled_name_run(j, sentence.last)
        if last == j or not _can_be_titled_name(marks, i, j, last):
            break
        end, country = _state_behind(marks, last, sentence.last)
        runs.append((j, last, end, country))
        j = end
        while j < sentence.last and marks.low[j] in (",", "and"):
            j += 1
    if len(runs) < 2:
        return []
    title = read_title(marks, i)
    office = office_of(marks, title)
    wording = office.title.removesuffix(marks.words[i]) + marks.words[i][: len(singular) - 1] + singular[-1]
    phrases = []
    for n, (first, last, end, country) in enumerate(runs):
        held = replace(office, title=wording, country=office.country or country)
        phrase = name_person(marks, first if n else title.first, end, first, last, title)
        sector = TITLE_SECTOR.get(singular, phrase.sector)
        phrases.append(replace(phrase, offices=(held,), title_head=singular, country=held.country, sector=sector))
    return phrases


def _state_behind(marks: Marks, i: int, end: int) -> tuple[int, str | None]:
    """Where "of Ruritania" at token i ends, and the state's code; (i, None) when nothing such stands there."""
    if i + 1 >= end or marks.low[i] != "of":
        return i, None
    j = i + 2 if marks.low[i + 1] == "the" else i + 1
    known = marks.known[j] if j < end else None
    state = known.state() if known is not None and known.first == j else None
    if known is None or state is None or state[1] not in ("name", "acronym", "former"):
        return i, None
    return known.last, state[0].code


def _honoured(marks: Marks, i: int, sentence: Sentence) -> Phrase | None:
    if marks.low[i] not in HONORIFICS or not marks.is_capital(i):
        return None
    if i + 1 < sentence.last and title_head(marks, i + 1) is not None:
        return None
    last = marks.name_run(i + 1, sentence.last)
    return name_person(marks, i, last, i + 1, last) if last > i + 1 else None


def _can_be_titled_name(marks: Marks, head: int, first: int, last: int) -> bool:
    """Whether the run behind a title is a name: no body, event or portfolio, no state, and no headline's verb."""
    ends = {marks.low[last - 1], marks.low[first]} if last == first + 1 else {marks.low[last - 1]}
    if marks.low[first] in NAME_SUFFIXES:
        return False
    if marks.low[first] in TITLE_SECTOR and marks.low[first] not in _NAME_NOUNS:
        return False
    inner = set(marks.low[first:last]) & ORGANIZATION_HEADS.keys() if last > first + 1 else set()
    if inner - NOUN_SURNAMES or (ends & (ORGANIZATION_HEADS.keys() | NEVER_ACTOR_HEADS)) - NOUN_SURNAMES:
        return False
    if marks.low[first] in PORTFOLIO and marks.low[first] in TITLE_MODIFIERS:
        return False
    if (
        last < len(marks.words)
        and marks.is_capital(last)
        and title_head(marks, last) is not None
        and marks.low[first] in TITLE_MODIFIERS
    ):
        return False
    known = marks.known[first]
    if (
        known is not None
        and known.first == first
        and not known.tenures()
        and known.last >= last
        and not known.is_only_place()
    ):
        is_person = marks.tokens[last - 1].entity[2:] == "PERSON"
        if not is_person or known.channel() is not None:
            return False
    if (
        first > head + 1
        and last == first + 1
        and ((marks.low[head + 1] == "of" and not marks.is_capital(head)) or _is_listed_body(marks, last))
    ):
        return False
    if not marks.is_capital(head) and last == first + 1 and marks.is_acronym(first):
        return False
    if marks.headline[marks.tokens[head].sentence] and not marks.starts_sentence(first):
        return all(marks.tokens[k].tag in ("NNP", "NNPS", "HYPH", "NN") for k in range(first, last))
    return True


def _behind_rank(marks: Marks, i: int, end: int) -> int:
    """The index behind a rank that stands between an office and the name ("Chairman of the Board Gen. Roe")."""
    while i < end and (
        (marks.low[i] in ABBREVIATED_TITLES and marks.is_capital(i)) or (marks.words[i] == "." and marks.is_glued(i))
    ):
        i += 1
    return i


def _is_surname(marks: Marks, i: int, floor: int) -> bool:
    """Whether a title's noun is a part of a name here: "Martin Luther King", "Ann Judge"."""
    if marks.low[i] not in _NAME_NOUNS or not marks.is_capital(i) or i == floor:
        return False
    before = marks.known[i - 1]
    is_name = marks.is_name_word(i - 1) and marks.low[i - 1] not in TITLE_MODIFIERS and title_head(marks, i - 1) is None
    return is_name and (before is None or before.is_only_place()) and not marks.starts_sentence(i - 1)


def _is_apposed_body(marks: Marks, head: int, first: int) -> bool:
    """Whether what follows the title is the rest of its body, not a name: "Ann Example, President of ABC Global"."""
    if marks.low[first - 1] in ("'s", "’s"):
        return True
    known = marks.known[first - 1]
    title = read_title(marks, head)
    is_apposed = title.first >= 2 and marks.words[title.first - 1] == "," and marks.is_name_word(title.first - 2)
    return is_apposed and known is not None and known.state() is None and known.organization() is not None


def _is_listed_body(marks: Marks, i: int) -> bool:
    """Whether "and" and the rest of a body's name follow at token i ("chair of the House Oversight" + "and Reform Committee")."""
    end = marks.sentence_of(i - 1).last
    return (
        i + 2 < end
        and marks.low[i] in ("and", "&")
        and any(marks.low[k] in ORGANIZATION_HEADS for k in range(i + 1, min(i + 4, end)))
    )


def trim_name(marks: Marks, first: int, last: int) -> int:
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
    last, code = _state_behind(marks, phrase.last, end)
    if code is None or not phrase.offices:
        return phrase
    office = replace(phrase.offices[0], country=phrase.offices[0].country or code)
    return replace(phrase, last=last, country=office.country, offices=(office,))


def name_person(
    marks: Marks, first: int, last: int, head_first: int, head_last: int, title: Title | None = None
) -> Phrase:
    office = office_of(marks, title) if title is not None else None
    return Phrase(
        kind="person",
        form="name",
        first=first,
        last=last,
        head_first=head_first,
        head_last=head_last,
        name=_without_stop(marks.quote(head_first, head_last)),
        country=title.country if title is not None else None,
        sector=title.sector if title is not None else None,
        offices=(office,) if office is not None else (),
        title_head=title.head_word if title is not None else None,
    )


def _without_stop(name: str) -> str:
    """A name without the full stop that the sentence's end lends to a last letter ("Juan Carlos I.")."""
    return name[:-1] if name.endswith(".") and not name.lower().endswith((" jr.", " sr.")) else name
