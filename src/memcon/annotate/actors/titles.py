"""Titles: where one starts and ends, and what office it states.

A title is read from its head noun ("minister") outwards: to the left its modifiers, the state and the body it belongs to, to the right
its complement ("of Foreign Affairs", "to South Korea", "for policy at the Ministry of Defence").
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.annotate.actors.lexicon import (
    ABBREVIATED_TITLES,
    NEVER_NAMES,
    ORGANIZATION_HEADS,
    PORTFOLIO,
    QUALIFIERS,
    TITLE_MODIFIERS,
    TITLE_SECTOR,
    words_in,
)
from memcon.annotate.actors.tokens import Marks
from memcon.domain.actors import Office
from memcon.domain.spans import cite

_DETERMINERS = words_in("the a an his her its their our my this that another one")
_COMPLEMENT_PREPOSITIONS = words_in("of for to at in on with from")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_STOPS = words_in("who whom whose which that when as after where while because but or if since before during")
_REACH, _LONGEST = 16, 40
"""How many tokens a title is read to the left of its head, and how long its complement may be."""
_POSSESSIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title in the text: tokens `first` to `last`, determiner included; `wording_first` is where its own words
    start, behind its state and qualifier."""

    first: int
    last: int
    head: int
    wording_first: int
    head_word: str
    country: str | None
    organization: str | None
    qualifier: str | None
    sector: str | None


def title_head(marks: Marks, i: int) -> str | None:
    """The head noun that token i is ("general" for "Gen."), None when it is none. Plurals are none."""
    word = ABBREVIATED_TITLES.get(marks.low[i], marks.low[i])
    if marks.low[i] in ABBREVIATED_TITLES and not marks.is_capital(i):
        return None
    if word not in TITLE_SECTOR or (marks.tokens[i].tag.startswith("V") and not marks.is_capital(i)):
        return None
    return word


def read_title(marks: Marks, head: int, last: int | None = None) -> Title:
    """The title whose head noun is token `head`; `last` is where its complement ends (none: right behind the head)."""
    sentence = marks.sentence_of(head)
    reader = _Left(marks, head, max(sentence.first, head - _REACH))
    reader.run()
    word = title_head(marks, head) or marks.low[head]
    end = last or head + 1
    country, organization = reader.country, reader.organization
    if end > head + 1:
        country = country or _country_of_complement(marks, head + 1, end)
        organization = organization or _organization_of_complement(marks, head + 1, end)
    first, wording_first = reader.first, reader.wording_first
    qualifier = reader.qualifier
    if reader.is_deputy and qualifier is None:
        qualifier = "deputy"
    elif reader.is_deputy and marks.low[wording_first - 1] == "deputy":
        wording_first -= 1
    if first > sentence.first and marks.low[first - 1] in _DETERMINERS:
        first -= 1
    return Title(
        first=first,
        last=end,
        head=head,
        wording_first=wording_first,
        head_word=word,
        country=country,
        organization=organization,
        qualifier=qualifier,
        sector=_sector(marks, word, reader.first, head, end),
    )


def office_of(marks: Marks, title: Title) -> Office:
    """The office as a record; its evidence is the title's whole wording."""
    words = marks.quote(title.wording_first, title.last)
    return Office(
        title=words,
        country=title.country,
        organization=title.organization,
        qualifier=title.qualifier,
        evidence=cite(marks.text, marks.span(title.first, title.last)),
    )


def complement_before_name(marks: Marks, i: int, end: int) -> int:
    """The index behind a complement that starts at token i and stands between a title and a name ("of Defense" in "Secretary of
    Defense Jim Doe"); i itself when there is none."""
    j = i
    while j + 1 < end and marks.words[j] in ("of", "for", "to") and (k := _object_end(marks, j + 1, end)) > j + 1:
        j = k
    return j


def complement_end(marks: Marks, i: int, end: int) -> int:
    """The index behind the whole complement that starts at token i, up to `end`: it ends at a comma that no list bridges, a finite
    verb, a relative, a bracket or a quotation mark. i itself when there is none."""
    if i >= end or marks.low[i] not in _COMPLEMENT_PREPOSITIONS:
        return i
    j = i
    end = min(end, i + _LONGEST)
    while j < end:
        token = marks.tokens[j]
        if marks.low[j] in _STOPS or (token.tag in _FINITE and not marks.is_capital(j)):
            break
        if marks.words[j] == "," and not _bridges(marks, j, end):
            break
        if not (marks.words[j][0].isalnum() or marks.words[j] in (",", "&", "-") or marks.low[j] in _POSSESSIVES):
            break
        if marks.low[j] in ("to", "on", "at", "in", "with", "from") and j > i and _starts_adjunct(marks, j, end):
            break
        j += 1
    while j > i and (marks.low[j - 1] in ("and", ",", "&", "or") or marks.low[j - 1] in _COMPLEMENT_PREPOSITIONS):
        j -= 1
    return j


def _starts_adjunct(marks: Marks, j: int, end: int) -> bool:
    """Whether the preposition at token j opens a time or a verb ("on Monday", "to discuss"), not a part of an office."""
    if j + 1 >= end:
        return True
    following = marks.tokens[j + 1]
    return (
        following.tag in ("VB", "VBG", "CD")
        or following.entity[2:] in ("DATE", "TIME")
        or marks.low[j + 1] in NEVER_NAMES - {"the", "a", "an", "its", "their", "our"}
    )


def _bridges(marks: Marks, comma: int, end: int) -> bool:
    """Whether the comma stands inside a list of portfolio words that "and" closes ("culture, sports and tourism")."""
    j = comma + 1
    if j >= end or marks.low[comma - 1] not in PORTFOLIO:
        return False
    while j < end and j < comma + 6 and (marks.low[j] in PORTFOLIO or marks.words[j] == ","):
        j += 1
    return comma + 1 < j < end - 1 and marks.low[j] in ("and", "&") and marks.low[j + 1] in PORTFOLIO


def _object_end(marks: Marks, i: int, end: int) -> int:
    """The index behind a known state or body, or a run of portfolio words, that starts at token i; i when there is none."""
    j = i + 1 if marks.low[i] in ("the", "an", "a") else i
    if j >= end:
        return i
    known = marks.known[j]
    start = j
    end = min(end, j + _REACH)
    if known is not None and known.first == j and (known.state() or known.organization()):
        j = known.last
        if j < end and marks.low[j] in _POSSESSIVES:
            j += 1
        if not (j < end and marks.low[j] in PORTFOLIO and marks.is_capital(j)):
            return j
        start = j
    while j < end and (
        marks.low[j] in PORTFOLIO
        or (marks.low[j] in ("and", "&", ",") and start < j < end - 1 and marks.low[j + 1] in PORTFOLIO)
        or (marks.low[j] in ORGANIZATION_HEADS and marks.is_capital(j))
    ):
        j += 1
    return j if j > start else i


def _country_of_complement(marks: Marks, first: int, last: int) -> str | None:
    """The state an office serves by its complement: "of Ukraine", "for the Government of Ruritania"; "to X" is where one is accredited."""
    for i in range(first, last):
        known = marks.known[i]
        if known is None or known.first != i or (state := known.state()) is None:
            continue
        before = i - 1
        while before > first and marks.low[before] in ("the", "republic", "government"):
            before -= 1
        if marks.low[before] == "of" or state[1] == "demonym" or marks.low[min(known.last, last - 1)] in _POSSESSIVES:
            return state[0].code
        if marks.low[before] == "in" and marks.low[first] != "to":
            return None
    return None


def _organization_of_complement(marks: Marks, first: int, last: int) -> str | None:
    """The body named in the complement: a pack's, or a capitalised name with the head noun of a body."""
    for i in range(first, last):
        known = marks.known[i]
        if known is not None and known.first == i and known.organization() is not None and known.last <= last:
            return marks.quote(known.first, known.last)
    for i in range(first, last):
        if marks.is_capital(i) and marks.low[i] in ORGANIZATION_HEADS:
            start = i
            while start > first and marks.is_capital(start - 1):
                start -= 1
            stop = i + 1
            if stop < last and marks.low[stop] in ("of", "for"):
                stop = complement_end(marks, stop, last)
            return marks.quote(start, stop)
    return None


_NOT_GENERALS = words_in("secretary attorney solicitor director consul inspector surgeon")
_OF_A_BODY = words_in("""
    leader head director chief chair chairman chairwoman chairperson executive founder fellow delegate official spokesman
    spokesperson spokeswoman president representative member
""")
"""Heads of titles that tell no sector by themselves: it is that of the body, or of the state, that the title names."""


def _sector(marks: Marks, head: str, first: int, last: int, end: int) -> str | None:
    """The sector of who bears the title: a general is MIL, but a secretary general or an attorney general is not."""
    words = {marks.low[i] for i in range(first, end)}
    known = [k.organization() for i in range(first, end) if (k := marks.known[i]) is not None]
    sectors = [o.sector for o in known if o is not None and o.sector]
    if "IGO" in sectors:
        return "IGO"
    if head == "general" and words & _NOT_GENERALS:
        return "GOV"
    if head in ("sheikh", "private"):
        return None
    if head in ("chief", "commissioner", "head", "deputy", "officer") and "police" in words:
        return "COP"
    if head == "leader" and words & {"party", "opposition"}:
        return "PTY" if "party" in words else "OPP"
    if head not in _OF_A_BODY:
        return TITLE_SECTOR.get(head)
    sectors += [sector for w in sorted(words) if (sector := ORGANIZATION_HEADS.get(w))]
    if sectors:
        return sectors[0]
    is_of_state = any(k is not None and k.state() for k in marks.known[first:last])
    return (
        "GOV"
        if is_of_state or head == "president" or words & {"foreign", "defense", "defence", "presidential"}
        else None
    )


class _Left:
    """Walks to the left from a title's head over the words that belong to it."""

    def __init__(self, marks: Marks, head: int, floor: int) -> None:
        self.marks, self.head, self.floor = marks, head, floor
        self.first = head
        self.country: str | None = None
        self.organization: str | None = None
        self.qualifier: str | None = None
        self.is_deputy = False
        self._beside: set[int] = set()

    def run(self) -> None:
        """Reads the title; afterwards `first` is where it starts and the other fields are what it states."""
        j = self.head - 1
        while j >= self.floor:
            step = self._step(j)
            if step == j + 1:
                break
            self.first = step
            j = step - 1
        if self.organization is None:
            self.organization = self._body_before_head()

    @property
    def wording_first(self) -> int:
        """Where the title's own words start: behind its qualifier and the state."""
        i = self.first
        while i < self.head and i in self._beside:
            i += 1
        return i

    def _step(self, j: int) -> int:
        """The new start when the words up to token j belong to the title, else j + 1."""
        for rule in (
            self._possessor,
            self._known,
            self._qualifier,
            self._hyphen,
            self._conjunction,
            self._of,
            self._word,
        ):
            start = rule(j)
            if start <= j:
                return start
        return j + 1

    def _possessor(self, j: int) -> int:
        marks = self.marks
        if marks.low[j] not in _POSSESSIVES or j == self.floor:
            return j + 1
        known = marks.known[j - 1]
        if known is not None and (state := known.state()) is not None:
            self.country = self.country or state[0].code
            self._beside.update(range(known.first, j + 1))
            return known.first
        if known is not None and known.organization() is not None:
            self.organization = self.organization or marks.quote(known.first, known.last)
            self._beside.update(range(known.first, j + 1))
            return known.first
        if marks.low[j - 1] in ORGANIZATION_HEADS:
            return self._unknown_possessor(j)
        return j + 1

    def _unknown_possessor(self, j: int) -> int:
        """A body with the head noun of one: "the Harbour Ministry's"."""
        marks, start = self.marks, j - 1
        while start > self.floor and (marks.is_name_word(start - 1) or marks.low[start - 1] in PORTFOLIO):
            start -= 1
        for i in range(start, j):
            known = marks.known[i]
            if known is not None and (state := known.state()) is not None:
                self.country = self.country or state[0].code
        self.organization = self.organization or marks.quote(start, j)
        self._beside.update(range(start, j + 1))
        return start

    def _known(self, j: int) -> int:
        known = self.marks.known[j]
        if known is None or known.last != j + 1 or known.first < self.floor:
            return j + 1
        state = known.state()
        if state is not None and state[1] != "metonym":
            self.country = self.country or state[0].code
            self._beside.update(range(known.first, known.last))
            return known.first
        organization = known.organization()
        if organization is not None and state is None:
            self.organization = self.organization or self.marks.quote(known.first, known.last)
            self.country = self.country or organization.country
            return known.first
        return j + 1

    def _qualifier(self, j: int) -> int:
        word = self.marks.low[j]
        if word not in QUALIFIERS:
            return j + 1
        self.is_deputy = self.is_deputy or word == "deputy"
        if word != "deputy":
            self.qualifier = self.qualifier or QUALIFIERS[word] or None
        self._beside.add(j)
        return j

    def _body_before_head(self) -> str | None:
        """The capitalised body whose title it is, named without a possessive: "Harbour Commission" in "Harbour Commission Chair"."""
        marks = self.marks
        for i in range(self.head - 1, self.wording_first - 1, -1):
            if marks.low[i] in ORGANIZATION_HEADS and (
                marks.is_capital(i) or marks.low[i] in ("ministry", "government")
            ):
                return marks.quote(self.wording_first, i + 1)
        return None

    def _hyphen(self, j: int) -> int:
        marks = self.marks
        is_inner = marks.words[j] in ("-", "‐", "‑") and marks.is_glued(j) and marks.is_glued(j + 1) and j > self.floor
        return j - 1 if is_inner and self._part(j - 1) else j + 1

    def _part(self, j: int) -> bool:
        """Takes the word before a hyphen ("vice-president", "ex-minister") when it belongs to the title."""
        word = self.marks.low[j]
        if word in QUALIFIERS and word != "deputy":
            self.qualifier = self.qualifier or QUALIFIERS[word] or None
            self._beside.update((j, j + 1))
            return True
        return word in TITLE_MODIFIERS or word in TITLE_SECTOR

    def _conjunction(self, j: int) -> int:
        marks = self.marks
        if marks.low[j] not in ("and", "&") or j == self.floor:
            return j + 1
        one, two = marks.low[j - 1], marks.low[j + 1]
        if one in PORTFOLIO and two in PORTFOLIO and marks.is_capital(j - 1) == marks.is_capital(j + 1):
            return j - 1
        return j + 1

    def _of(self, j: int) -> int:
        marks = self.marks
        if marks.low[j] != "of" or j == self.floor or not marks.is_capital(j - 1):
            return j + 1
        if marks.low[j - 1] not in ORGANIZATION_HEADS:
            return j + 1
        self.organization = self.organization or marks.quote(j - 1, self.first)
        return j - 1

    def _word(self, j: int) -> int:
        marks, word, token = self.marks, self.marks.low[j], self.marks.tokens[j]
        if word == "." and j > self.floor and marks.low[j - 1] in ABBREVIATED_TITLES:
            return j - 1
        known = marks.known[j]
        if known is not None and known.state() is not None and known.state()[1] == "metonym":  # type: ignore[index]
            return j + 1
        if self.qualifier is not None and self.first in self._beside:
            return j + 1
        if word in TITLE_MODIFIERS or word in TITLE_SECTOR or word in ABBREVIATED_TITLES or word in ORGANIZATION_HEADS:
            if token.tag.startswith("V") and not marks.is_capital(j) and word not in TITLE_MODIFIERS:
                return j + 1
            return j
        if (
            word in NEVER_NAMES
            or not marks.words[j][0].isalpha()
            or token.pos in ("VERB", "AUX", "ADP", "ADV", "SCONJ", "PRON")
        ):
            return j + 1
        if marks.is_capital(j):
            return (
                j + 1
                if (marks.starts_sentence(j) and token.tag not in ("NNP", "NNPS", "JJ"))
                or token.tag in ("VBD", "VBN", "VBG")
                else j
            )
        return (
            j
            if token.tag == "NN" and token.dep in ("compound", "nmod") and self.first <= token.head <= self.head + 4
            else j + 1
        )
