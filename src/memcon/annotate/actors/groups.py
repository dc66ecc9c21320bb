"""Phrases that name actors without naming who they are: groups, unnamed persons, governments of a leader, the sides of a dealing,
definite nouns and pronouns."""

from __future__ import annotations

from memcon.annotate.actors.lexicon import (
    GROUP_NOUNS,
    NEVER_ACTOR_HEADS,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOMINALS,
    SIDE_NOUNS,
    SPEECH_VERBS,
    TITLE_SECTOR,
    words_in,
)
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.titles import complement_before_name, office_of, read_title, title_head
from memcon.annotate.actors.tokens import Marks
from memcon.domain.actors import ActorKind, MentionForm, Office

_LEFT_DEPS = words_in("det amod compound nummod poss nmod case advmod predet quantmod punct neg")
_GOVERNMENTS = frozenset(["administration", "government", "cabinet", "presidency"])
_INNER_TAGS = frozenset(("JJ", "NN", "NNP", "VBN"))
_RULER_WORDS = words_in("liberal conservative current previous former new incoming outgoing then late")
_NO_UNNAMED = words_in(
    "father private major fellow head general doctor marshal deputy king queen chair lead judge captain"
)
_PRONOUNS = words_in("he she him her his they them their it its who")
_BOTH = frozenset(("both", "two", "three", "four", "five", "six", "seven"))
_NOT_PEOPLE = words_in("parties states members people countries nations companies businesses firms media")


def find_governments(marks: Marks, claims: Claims) -> None:
    """Claims "the Example government", "the Ann Example administration": the government, not its leader."""
    for i in range(len(marks.tokens)):
        if marks.low[i] not in _GOVERNMENTS or (marks.is_capital(i) and not marks.headline[marks.tokens[i].sentence]):
            continue
        sentence = marks.sentence_of(i)
        first = _name_before(marks, i, sentence.first)
        if first == i or not claims.is_free(first, i + 1):
            continue
        start = first
        while start > sentence.first and marks.low[start - 1] in _RULER_WORDS:
            start -= 1
        if start > sentence.first and marks.low[start - 1] in ("the", "a"):
            start -= 1
        end = i
        while end > first and not marks.words[end - 1][0].isalnum():
            end -= 1
        if marks.low[i - 1] in ("'s", "’s"):
            end = i - 1
        claims.add(Phrase(
            kind="organization", form="name", first=start, last=i + 1, head_first=first, head_last=i + 1,
            name=f"{marks.quote(first, end)} {marks.low[i] if marks.low[i] != 'presidency' else 'government'}", sector="GOV", key=f"government of {marks.quote(first, end)}",
        ))  # fmt: skip


def _name_before(marks: Marks, i: int, floor: int) -> int:
    """Where the name of a person before token i starts (i when there is none): packs' states and bodies are no such name."""
    j = i - 1 if i > floor and marks.low[i - 1] in ("'s", "’s") else i
    start = j
    while start > floor and j - start < 6:
        k = start - 1
        is_joint = marks.words[k] == "-" and marks.is_glued(k) and marks.is_glued(start)
        is_syllable = start < j and marks.words[start] != "-" and False
        if not (marks.is_name_word(k) or is_joint or is_syllable or _is_second_syllable(marks, k, floor)):
            break
        if marks.known[k] is not None and not marks.known[k].tenures():  # type: ignore[union-attr]
            return i
        if title_head(marks, k) is not None or marks.low[k] in ORGANIZATION_HEADS:
            break
        start = k
    return start if start < j else i


def _is_second_syllable(marks: Marks, k: int, floor: int) -> bool:
    return (
        k >= floor + 2
        and marks.words[k - 1] == "-"
        and marks.is_glued(k)
        and marks.is_glued(k - 1)
        and marks.words[k].islower()
        and marks.is_capital(k - 2)
    )


def find_sides(marks: Marks, claims: Claims) -> None:
    """Claims "both countries", "the two leaders", "the allies", "the U.S. and South Korean ministers", "the ministers of A and B"."""
    for i in range(len(marks.tokens)):
        is_plain = not marks.is_capital(i) or marks.headline[marks.tokens[i].sentence] or marks.starts_sentence(i)
        if marks.low[i] not in SIDE_NOUNS or not is_plain or claims.at(i) is not None:
            continue
        floor = marks.sentence_of(i).first
        first = i
        while first > floor and marks.tokens[first - 1].tag in _INNER_TAGS and marks.low[first - 1] not in _BOTH:
            first -= 1
        last, codes = _states_behind(marks, i)
        start: int | None = first
        if codes:
            numbered = _numbered(marks, first, floor)
            start = first if numbered is None else numbered
        elif (pair := _adjective_pair(marks, i, floor)) is not None:
            start, codes = pair
        else:
            start = _numbered(marks, first, floor)
            if start is None and marks.low[i] == "allies" and first == i and i > floor and marks.low[i - 1] == "the":
                start = i - 1
            if start is None or (last < len(marks.low) and marks.low[last] == "of"):
                continue
        if start > floor and marks.low[start - 1] in ("the", "both") and claims.at(start - 1) is None:
            start -= 1
        _add(marks, claims, "group", "sides", start, last, i, parts=codes)


def _states_behind(marks: Marks, i: int) -> tuple[int, tuple[str, ...]]:
    """Where the phrase ends and the states that "of A and B" names behind token i; just behind it and () when fewer than two."""
    end = marks.sentence_of(i).last
    if i + 1 >= end or marks.low[i + 1] != "of":
        return i + 1, ()
    codes: list[str] = []
    j = last = i + 2
    while j < end:
        known = marks.known[j]
        state = known.state() if known is not None and known.first == j else None
        if known is not None and state is not None and state[1] != "demonym":
            codes.append(state[0].code)
            j = last = known.last
        elif marks.low[j] in ("the", "and", ","):
            j += 1
        else:
            break
    return (last, tuple(codes)) if len(set(codes)) > 1 else (i + 1, ())


def _numbered(marks: Marks, first: int, floor: int) -> int | None:
    """Where "both", "the two", "the other two" or "both of the" starts before token `first`; None when nothing such stands there."""
    i = first - 1
    if i < floor:
        return None
    if marks.low[i] == "both":
        return i
    if marks.low[i] in _BOTH and i > floor and marks.low[i - 1] in ("the", "these", "those", "our", "all"):
        return i - 1
    if marks.low[i] in ("the", "their", "these") and i > floor and marks.low[i - 1] == "both":
        return i - 1
    return None


def _adjective_pair(marks: Marks, head: int, floor: int) -> tuple[int, tuple[str, ...]] | None:
    """Two or more states as adjectives before token `head` ("South Korean and U.S. defence ministers"): where they start, their codes."""
    codes: list[str] = []
    i = start = head
    while i > floor:
        known = marks.known[i - 1]
        state = known.state() if known is not None else None
        if known is not None and state is not None and known.last == i:
            codes.append(state[0].code)
            i = start = known.first
        elif marks.low[i - 1] in ("and", ",") or (
            not codes and marks.tokens[i - 1].tag in ("JJ", "NN", "NNP", "VBN", "HYPH")
        ):
            i -= 1
        else:
            break
    return (start, tuple(reversed(codes))) if len(set(codes)) > 1 else None


def find_groups(marks: Marks, claims: Claims) -> None:
    """Claims "sources", "several lawmakers", "Ruritanian officials", "a senior official", "a ministry spokesman"."""
    for i in range(len(marks.tokens)):
        if claims.at(i) is not None:
            continue
        low = marks.low[i]
        token = marks.tokens[i]
        if low in GROUP_NOUNS and token.tag in ("NNS", "NN", "NNPS") and not _modifies_noun(marks, i):
            is_bare = _left(marks, claims, i) == i
            if (low in _NOT_PEOPLE and (is_bare or not _acts(marks, i))) or (
                low == "sources" and not _is_human_source(marks, i)
            ):
                continue
            _add(
                marks,
                claims,
                "group",
                "nominal",
                _left(marks, claims, i),
                _right(marks, i),
                i,
                sector=GROUP_NOUNS[low] or None,
            )
        elif low in (
            "source",
            "witness",
            "expert",
            "lawmaker",
            "aide",
            "protester",
            "insider",
            *TITLE_SECTOR,
        ) and not _modifies_noun(marks, i):
            _find_unnamed(marks, claims, i)
        elif (
            low in ORGANIZATION_NOMINALS
            and (not marks.is_capital(i) or (i > 0 and marks.low[i - 1] == "the" and not _continues(marks, i)))
            and not _modifies_noun(marks, i)
            and _acts(marks, i)
        ):
            first = _left(marks, claims, i)
            if (
                marks.low[first] in ("the", "its", "their", "his", "this", "our", "that")
                or low == "police"
                or _country(marks, first, i)
            ):
                _add(
                    marks,
                    claims,
                    "organization",
                    "nominal",
                    first,
                    i + 1,
                    i,
                    sector=ORGANIZATION_HEADS.get(low) or None,
                )


def find_pronouns(marks: Marks, claims: Claims) -> None:
    """Claims the third-person pronouns and "who"; what they refer to is told later, or they are dropped."""
    for i, token in enumerate(marks.tokens):
        if (
            token.tag == "PRP$"
            and i + 1 < len(marks.words)
            and marks.low[i + 1] in ("majesty", "highness", "excellency")
        ):
            continue
        if marks.low[i] in _PRONOUNS and token.tag in ("PRP", "PRP$", "WP", "WDT") and claims.at(i) is None:
            claims.add(
                Phrase(
                    kind="person", form="pronoun", first=i, last=i + 1, head_first=i, head_last=i + 1, name=marks.low[i]
                )
            )


def _continues(marks: Marks, i: int) -> bool:
    """Whether a capitalised noun is a part of a longer name."""
    following = i + 1
    is_inside = following < len(marks.words) and marks.tokens[following].sentence == marks.tokens[i].sentence
    return is_inside and (marks.is_capital(following) or marks.low[following] in ("of", "for"))


def _find_unnamed(marks: Marks, claims: Claims, i: int) -> None:
    """A person by office or trade alone: "the minister", "a senior official who asked not to be named"."""
    if (
        marks.tokens[i].tag not in ("NN", "NNP")
        or not marks.words[i].isalpha()
        or (marks.is_capital(i) and marks.low[i] not in TITLE_SECTOR)
    ):
        return
    first = _left(marks, claims, i)
    if first == i or (
        marks.low[first] not in ("the", "a", "an", "another", "one", "this", "that", "its", "their", "his", "her")
        and not _country(marks, first, i)
    ):
        return
    if (marks.low[i] in _NO_UNNAMED and not marks.is_capital(i)) or _is_predicate(marks, i):
        return
    if not (_acts(marks, i) or marks.tokens[i].dep in ("pobj", "dobj", "conj", "agent")):
        return
    title = read_title(marks, i, complement_before_name(marks, i + 1, marks.sentence_of(i).last))
    last = max(_right(marks, i), complement_before_name(marks, i + 1, marks.sentence_of(i).last))
    last = last if claims.is_free(i, last) else i + 1
    office = office_of(marks, title) if title_head(marks, i) is not None else None
    _add(
        marks, claims, "person", "title" if office is not None else "nominal", min(first, title.first) if claims.is_free(title.first, i) else first,
        last, i, sector=title.sector, offices=(office,) if office is not None else (), country=title.country, name_last=title.last,
    )  # fmt: skip


def _add(marks: Marks, claims: Claims, kind: ActorKind, form: MentionForm, first: int, last: int, head: int, *, sector: str | None = None,
         parts: tuple[str, ...] = (), offices: tuple[Office, ...] = (), country: str | None = None, name_last: int | None = None) -> None:  # fmt: skip
    start = first + 1 if marks.low[first] in ("the", "a", "an") and first < head else first
    end = name_last or (head + 1 if form == "nominal" else last)
    claims.add(Phrase(
        kind=kind, form=form, first=first, last=last, head_first=head, head_last=head + 1, name=marks.quote(start, end), sector=sector,
        parts=parts, offices=offices, country=country or (_country(marks, first, last) if not parts else None),
        title_head=marks.low[head],
    ))  # fmt: skip


def _country(marks: Marks, first: int, last: int) -> str | None:
    codes = {
        s[0].code for i in range(first, last) if (k := marks.known[i]) is not None and (s := k.state()) is not None
    }
    return codes.pop() if len(codes) == 1 else None


def _left(marks: Marks, claims: Claims, i: int) -> int:
    """Where the noun phrase with head i starts, by the parser's modifiers, over free tokens."""
    sentence = marks.sentence_of(i)
    first = i
    while first > sentence.first:
        j = first - 1
        token = marks.tokens[j]
        if (
            claims.at(j) is not None
            or token.dep not in _LEFT_DEPS
            or not first <= token.head <= i
            or (token.dep == "punct" and token.text not in ("-", "'"))
            or (j == sentence.first and token.tag in ("VBN", "VBD", "VBG"))  # a note's verb: "Addressed the troops"
        ):
            break
        first = j
    return first


def _right(marks: Marks, i: int) -> int:
    """Where the phrase ends: behind a clause that asks for anonymity, else behind the noun."""
    sentence = marks.sentence_of(i)
    if i + 1 < sentence.last and marks.low[i + 1] in ("who", "speaking"):
        for j in range(i + 2, min(i + 12, sentence.last)):
            if marks.low[j] in ("named", "identified", "anonymity", "anonymous", "anonymously"):
                return j + 1
    return i + 1


def _is_predicate(marks: Marks, i: int) -> bool:
    """Whether the noun only says what somebody is or becomes ("served as the mayor")."""
    token = marks.tokens[i]
    return token.dep in ("attr", "oprd", "appos") or (token.dep == "pobj" and marks.low[token.head] in ("as", "of"))


def _is_human_source(marks: Marks, i: int) -> bool:
    """Whether "sources" says something, or is told or cited, and so is a person: "sources said", "according to sources"."""
    token = marks.tokens[i]
    governor = marks.tokens[token.head]
    if any(
        marks.low[k] in ("diplomatic", "official", "government", "military", "informed", "anonymous")
        for k in range(max(0, i - 3), i)
    ):
        return True
    if token.dep in ("nsubj", "nsubjpass"):
        return governor.lemma in SPEECH_VERBS
    return token.dep == "pobj" and (
        governor.text.lower() in ("by", "from", "to")
        and marks.tokens[governor.head].lemma in ("accord", "cite", "quote", "hear", "tell", "speak", "say")
    )


def _modifies_noun(marks: Marks, i: int) -> bool:
    token = marks.tokens[i]
    following = marks.tokens[i + 1] if i + 1 < len(marks.tokens) else None
    if following is None or following.sentence != token.sentence:
        return False
    return (token.dep in ("compound", "nmod", "amod") and following.tag in ("NN", "NNS", "NNP")) or (
        following.text == "-" and marks.is_glued(i + 1)
    )


def _acts(marks: Marks, i: int) -> bool:
    """Whether the noun is the subject of a verb, an agent, a party ("with", "between", "by", "from") or an owner."""
    token = marks.tokens[i]
    seen = 0
    while token.dep == "conj" and token.head != token.i and seen < 8:
        token = marks.tokens[token.head]
        seen += 1
    if token.dep in ("nsubj", "nsubjpass", "agent", "poss"):
        return marks.low[token.i] not in NEVER_ACTOR_HEADS
    return token.dep == "pobj" and marks.low[token.head] in ("by", "with", "between", "among", "from", "to", "against")
