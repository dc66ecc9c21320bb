"""Bodies that act: those that packs know, ministries and others by the pattern of their names, and acronyms that the text introduces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.annotate.actors.lexicon import (
    NEVER_ACTOR_HEADS,
    NEVER_NAMES,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOMINALS,
    PORTFOLIO,
    TITLE_SECTOR,
    words_in,
)
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.tokens import Known, Marks
from memcon.domain.spans import Span
from memcon.knowledge.entries import Organization
from memcon.knowledge.names import normalize_name

_LONGEST = 24
"""Tokens of the longest name of a body that is read."""
_SMALL = words_in("of for and the & on in to")
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_STRONG = words_in("""
    ministry department agency commission council committee parliament assembly court bureau embassy party
""")
_ALIASES = {
    "national defense": "defense", "national defence": "defense", "defence": "defense", "foreign affairs": "foreign",
    "external affairs": "foreign", "foreign relations": "foreign", "unification": "unification", "the interior": "interior",
    "internal affairs": "interior", "home affairs": "home",
}  # fmt: skip


def organization_key(name: str) -> str:
    """A normal form under which two wordings name one body: "the Ministry of Foreign Affairs" and "Foreign Ministry" give "foreign ministry"."""
    words = normalize_name(name.partition(" of the ")[0] or name).removeprefix("the ").split()
    for head in ("ministry", "department"):
        if len(words) > 2 and words[0] == head and words[1] in ("of", "for"):
            field = " ".join(words[2:]).removeprefix("the ")
            return f"{_ALIASES.get(field, field)} {head}"
        if len(words) > 1 and words[-1] == head:
            field = " ".join(words[:-1])
            return f"{_ALIASES.get(field, field)} {head}"
    return " ".join(words)


def find_organizations(marks: Marks, claims: Claims, acronyms: Mapping[str, str]) -> None:
    """Claims the names of bodies. `acronyms` maps a short form introduced in the text to its long form."""
    person_words = {w for p in claims.phrases if p.kind == "person" for w in p.name.split()}
    for sentence in marks.sentences:
        i = sentence.first
        while i < sentence.last:
            phrase = None
            if claims.at(i) is None:
                phrase = (
                    _longer(_known(marks, i), _patterned(marks, i, sentence.last))
                    or _introduced(marks, i, acronyms)
                    or _called(marks, i, sentence.last, person_words)
                )
            if phrase is not None and _may_act(marks, phrase) and claims.add(_with_article(marks, claims, phrase)):
                i = max(i + 1, phrase.last)
            else:
                i += 1


def find_introduced(marks: Marks, claims: Claims, pairs: Sequence[tuple[Span, Span]]) -> None:
    """Claims the long forms that the text gives acronyms for, where they name a body."""
    starts = {t.start: t.i for t in marks.tokens}
    ends = {t.end: t.i + 1 for t in marks.tokens}
    for long, _ in pairs:
        first, last = starts.get(long.start), ends.get(long.end)
        if first is None or last is None or not marks.is_capital(first) or marks.low[last - 1] in NEVER_ACTOR_HEADS:
            continue
        known = marks.known[first]
        if known is not None and known.is_never_actor():
            continue
        heads = [w for w in marks.low[first:last] if w in ORGANIZATION_HEADS]
        if heads and not (known is not None and known.organization() is not None and known.last == last):
            phrase = _body(marks, first, last, sector=ORGANIZATION_HEADS[heads[0]] or None)
            claims.add(_with_article(marks, claims, phrase))


def _longer(one: Phrase | None, two: Phrase | None) -> Phrase | None:
    """Of two readings at the same place the longer one; a pack's where they are equally long."""
    if one is None or two is None:
        return one or two
    return two if two.last > one.last else one


def _body(marks: Marks, first: int, last: int, *, name: str | None = None, country: str | None = None, sector: str | None = None,
          key: str | None = None, form: str = "name", head_first: int | None = None) -> Phrase:  # fmt: skip
    start = first if head_first is None else head_first
    named = name or marks.quote(start, last)
    return Phrase(
        kind="organization",
        form="acronym" if form == "acronym" else "metonym" if form == "metonym" else "name",
        first=first,
        last=last,
        head_first=start,
        head_last=last,
        name=named,
        country=country,
        sector=sector,
        key=key or organization_key(named),
    )


def _known(marks: Marks, i: int) -> Phrase | None:
    known = marks.known[i]
    if known is None or known.first != i or known.state() is not None:
        return None
    organization = known.organization()
    if organization is None:
        return None
    if _goes_on(marks, known):
        return None
    form = next(e.form for e in known.entries if e.record is organization)
    return _body(
        marks, known.first, known.last, name=_name_of(marks, known, organization), country=organization.country,
        sector=organization.sector, key=_known_key(marks.quote(known.first, known.last), organization), form=form,
    )  # fmt: skip


def _name_of(marks: Marks, known: Known, organization: Organization) -> str:
    return marks.quote(known.first, known.last)


def _known_key(worded: str, organization: Organization) -> str:
    """The normal form of a body that a pack knows: of its name there, a ministry's without the state ("Ruritanian Foreign Ministry")."""
    for name in (worded, organization.name):
        words = name.split()
        if {"Ministry", "Department"} & set(words):
            first = next(i for i, w in enumerate(words) if w in ("Ministry", "Department") or w.lower() in PORTFOLIO)
            return organization_key(" ".join(words[first:]))
    return organization_key(organization.name)


def _goes_on(marks: Marks, known: Known) -> bool:
    """Whether a known name is only the beginning of a longer one, of a body or of something else ("NATO Summit", "UN Command")."""
    i = known.last
    return (
        i < len(marks.words)
        and marks.low[i] in ORGANIZATION_HEADS
        and marks.is_capital(i)
        and marks.tokens[i].sentence == marks.tokens[known.first].sentence
    )


def _patterned(marks: Marks, i: int, end: int) -> Phrase | None:
    """A capitalised run with the head noun of a body: "Ministry of Trade", "Harbour Ministry", "Seoul's Ministry of Trade"."""
    if (
        not (marks.is_capital(i) or marks.low[i] in PORTFOLIO)
        or marks.low[i] in NEVER_NAMES
        or not marks.words[i][0].isalpha()
    ):
        return None
    start, country = _country_before(marks, i, end)
    last = _run_end(marks, start, end)
    heads = [
        k
        for k in range(start, last)
        if marks.low[k] in ORGANIZATION_HEADS and (marks.is_capital(k) or marks.low[k] == "ministry")
    ]
    if not heads or last - start < 2:
        return None
    head = heads[0] if last > heads[0] + 1 and marks.low[heads[0] + 1] in _SMALL else heads[-1]
    if head == heads[-1] and not _has_tail(marks, head, last):
        last = head + 1
    if marks.low[last - 1] in NEVER_ACTOR_HEADS or (
        last < end and marks.low[last] in NEVER_ACTOR_HEADS and marks.is_capital(last)
    ):
        return None
    if last - start < 2 or (marks.headline[marks.tokens[i].sentence] and marks.low[head] not in _STRONG):
        return None
    if marks.low[start] in ORGANIZATION_HEADS and head == start and not _has_tail(marks, head, last):
        return None
    return _body(marks, i, last, country=country, sector=ORGANIZATION_HEADS[marks.low[head]] or None, head_first=start)


def _country_before(marks: Marks, i: int, end: int) -> tuple[int, str | None]:
    """Where the body's own name starts when a state stands before it ("South Korean Foreign Ministry", "Peru's Ministry of …")."""
    known = marks.known[i]
    state = known.state() if known is not None and known.first == i else None
    if known is None or state is None or known.last >= end:
        return i, None
    j = known.last
    if marks.low[j] in _POSSESSIVES and j + 1 < end:
        j += 1
    elif state[1] == "metonym":
        return i, None
    if marks.is_capital(j) or marks.low[j] in PORTFOLIO:
        return j, state[0].code
    return i, None


def _run_end(marks: Marks, i: int, end: int) -> int:
    """The index behind a capitalised run with small words inside."""
    j = i
    end = min(end, i + _LONGEST)
    while j < end:
        word = marks.words[j]
        if (
            marks.low[j] in ("ministry",)
            or (marks.low[j] in PORTFOLIO and j == i)
            or (marks.is_capital(j) and marks.low[j] not in NEVER_NAMES and word[0].isalpha())
        ):
            j += 1
            continue
        k = j
        while k < end and k < j + 2 and (marks.low[k] in _SMALL or marks.words[k] == "-"):
            k += 1
        if j < k < end and j > i and marks.is_capital(k) and marks.low[k] not in NEVER_NAMES and _links(marks, i, j, k):
            j = k
            continue
        if (
            word == ","
            and j > i
            and marks.low[j - 1] in PORTFOLIO
            and j + 1 < end
            and marks.low[j + 1] in PORTFOLIO
            and marks.is_capital(j + 1)
        ):
            j += 1
            continue
        break
    return j


def _links(marks: Marks, i: int, j: int, k: int) -> bool:
    """Whether small words at j link what stands before and at k into one name."""
    before = [marks.low[n] for n in range(i, j)]
    if marks.low[j] in ("and", "&"):
        return (marks.low[j - 1] in PORTFOLIO and marks.low[k] in PORTFOLIO) or (
            bool({"of", "for"} & set(before)) and marks.low[k] in PORTFOLIO
        )
    if marks.low[j] in ("of", "for", "on"):
        return before[-1] in ORGANIZATION_HEADS or before[-1] in ("office", "affairs", "chiefs", "joint")
    return marks.words[j] == "-" and marks.is_glued(j) and marks.is_glued(k)


def _has_tail(marks: Marks, head: int, last: int) -> bool:
    """Whether the words behind the head noun are a complement of it ("Ministry of Trade")."""
    return head + 1 < last and marks.low[head + 1] in _SMALL


def _introduced(marks: Marks, i: int, acronyms: Mapping[str, str]) -> Phrase | None:
    long = acronyms.get(marks.words[i])
    if long is None:
        return None
    words = long.lower().split()
    heads = [w for w in words if w in ORGANIZATION_HEADS]
    if not heads or words[-1] in NEVER_ACTOR_HEADS or not long[0].isupper():
        return None
    return _body(
        marks,
        i,
        i + 1,
        name=long,
        key=organization_key(long),
        sector=ORGANIZATION_HEADS[heads[0]] or None,
        form="acronym",
    )


def _called(marks: Marks, i: int, end: int, person_words: set[str]) -> Phrase | None:
    """What the parser calls an organization and the text lets act: subject of a verb, agent, or one who is told."""
    if marks.tokens[i].entity != "B-ORG" or marks.headline[marks.tokens[i].sentence] or marks.known[i] is not None:
        return None
    j = i + 1
    while j < end and marks.tokens[j].entity == "I-ORG":
        j += 1
    start = i + 1 if marks.low[i] == "the" else i
    if start > i and (start >= end or marks.known[start] is not None or _patterned(marks, start, end) is not None):
        return None
    while j > start and (marks.low[j - 1] in _POSSESSIVES or not marks.words[j - 1][0].isalnum()):
        j -= 1
    words = marks.low[start:j]
    if len(words) == 1 and words[0] in ORGANIZATION_NOMINALS:
        return None
    if all(marks.words[k] in person_words for k in range(start, j)):
        return None
    if not words or not marks.is_capital(start) or words[-1] in NEVER_ACTOR_HEADS or words[0] in NEVER_NAMES:
        return None
    if any(w in TITLE_SECTOR for w in words) or not all(
        marks.is_capital(k) or marks.low[k] in _SMALL or marks.words[k] in "-'’" for k in range(start, j)
    ):
        return None
    root = next((k for k in range(j - 1, start - 1, -1) if not start <= marks.tokens[k].head < j), None)
    if root is None:
        return None
    token = marks.tokens[root]
    acts = (token.dep in ("nsubj", "agent") and marks.tokens[token.head].pos == "VERB") or (
        token.dep == "pobj" and marks.low[token.head] == "by"
    )
    told = token.dep == "dobj" and marks.tokens[token.head].lemma in ("tell", "inform")
    return _body(marks, start, j) if acts or told else None


_WEAK = frozenset(h for h, sector in ORGANIZATION_HEADS.items() if not sector)


def _may_act(marks: Marks, phrase: Phrase) -> bool:
    """False for a body's name that only modifies a noun which is no body ("NATO Summit", "UN resolution")."""
    if _is_occasion(marks, phrase) or _is_venue(marks, phrase):
        return False
    last = phrase.last - 1
    following = phrase.last
    if following < len(marks.words) and marks.tokens[following].sentence == marks.tokens[last].sentence:
        token = marks.tokens[last]
        if marks.low[following] in _POSSESSIVES:
            return True
        if (
            token.dep in ("compound", "nmod", "amod")
            and token.head >= following
            and marks.tokens[following].tag in ("NN", "NNS", "NNP", "NNPS", "JJ")
        ):
            return marks.headline[token.sentence] and marks.low[token.head] not in NEVER_ACTOR_HEADS
        if marks.words[following] == "-" and marks.is_glued(following):
            return False
    return True


def _is_venue(marks: Marks, phrase: Phrase) -> bool:
    """Whether a centre, an office or the like stands behind a preposition of place, as where something is."""
    before = phrase.first - 1
    while before >= 0 and marks.low[before] in ("the", "a", "an"):
        before -= 1
    words = set(marks.low[phrase.first : phrase.last])
    is_known = marks.known[phrase.head_first] is not None
    return (
        before >= 0
        and not is_known
        and bool(words & _WEAK)
        and marks.low[before] in ("in", "at", "on", "near", "into", "to", "inside")
    )


def _is_occasion(marks: Marks, phrase: Phrase) -> bool:
    """Whether a year or an ordinal within three words before the name makes it a meeting of the body ("the 2025 Exampletown APEC"), or
    it stands alone in brackets (a picture's credit)."""
    before = phrase.first - 1
    floor = marks.sentence_of(phrase.first).first
    if (
        before >= floor
        and marks.words[before] == "["
        and phrase.last < len(marks.words)
        and marks.words[phrase.last] == "]"
    ):
        return True
    if phrase.form != "acronym":
        return False
    while (
        before >= floor
        and marks.is_capital(before)
        and marks.low[before] not in NEVER_NAMES
        and phrase.first - before < 3
    ):
        before -= 1
    word = marks.words[before] if before >= floor else ""
    return (len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")) or (
        word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th"))
    )


def _with_article(marks: Marks, claims: Claims, phrase: Phrase) -> Phrase:
    before = phrase.first - 1
    if (
        before >= 0
        and marks.low[before] == "the"
        and claims.at(before) is None
        and marks.tokens[before].sentence == marks.tokens[phrase.first].sentence
    ):
        return replace(phrase, first=before)
    return phrase
