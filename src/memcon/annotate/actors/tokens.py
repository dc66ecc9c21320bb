"""The words of a document as the actor rules see them: what packs know of each, what is capitalised, what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.annotate.actors.lexicon import COMPOUND_PARTICIPLES, NAME_SUFFIXES, NEVER_NAMES, PARTICLES, TITLE_SECTOR
from memcon.annotate.quotes import QuotedText
from memcon.domain.annotation import Sentence
from memcon.domain.documents import Document
from memcon.domain.labels import TENSED
from memcon.domain.spans import Span
from memcon.domain.tree import Tree
from memcon.knowledge.entries import ChannelEntry, Entry, Organization, PlaceEntry, ProcessEntry, State, Tenure
from memcon.knowledge.gazetteer import Gazetteer
from memcon.knowledge.lookup import Knowledge
from memcon.lexicon import words
from memcon.lexicon.marks import marked

_SHORT_NAMES = words("short_family_names")
_FAITHS = words("faiths_as_names")
_ARTICLES_OF_NAMES = words("articles_of_names")
LONGEST_NAME = 16
"""Tokens of the longest name that is read; capitals that run on are no name."""
_HYPHENS = "-‐‑–"
_CALLS = words("calls_behind_a_name")
_BEHIND_A_CALL = words("leading_partners")
_GENERATIONS = marked("name_suffixes", "generation")
_INITIAL = re.compile(r"[A-Z]\.?")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")


@dataclass(frozen=True, slots=True)
class ListedTitle:
    """A title that a pack lists, from token `first` to where it is kept."""

    first: int
    sector: str


@dataclass(frozen=True, slots=True)
class Known:
    """Tokens `first` to `last` (exclusive) that a pack knows, with all readings."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    def state(self) -> tuple[State, str] | None:
        """The state named and the form of its name, where exactly one state can be meant."""
        found = {e.record.code: (e.record, e.form) for e in self.entries if isinstance(e.record, State)}
        return next(iter(found.values())) if len(found) == 1 else None

    def organization(self) -> Organization | None:
        found = [e.record for e in self.entries if isinstance(e.record, Organization)]
        return found[0] if found and not self.is_never_actor() else None

    def tenures(self) -> tuple[Tenure, ...]:
        return tuple(e.record for e in self.entries if isinstance(e.record, Tenure))

    def is_never_actor(self) -> bool:
        """Whether packs know it as a channel, a process or a place and as nothing that acts."""
        return all(isinstance(e.record, (ChannelEntry, ProcessEntry, PlaceEntry)) for e in self.entries)

    def is_only_place(self) -> bool:
        return all(isinstance(e.record, PlaceEntry) for e in self.entries)

    def state_record(self) -> State | None:
        """The state named, where exactly one can be meant."""
        state = self.state()
        return state[0] if state is not None else None

    def form_of_state(self) -> str | None:
        """How the name names its state ("name", "demonym", …); None where it names none."""
        state = self.state()
        return state[1] if state is not None else None

    def channel(self) -> ChannelEntry | None:
        return next((e.record for e in self.entries if isinstance(e.record, ChannelEntry)), None)


class MarkedText:
    """A document's words with what shape, packs and quotation marks tell of each; computed once, read by every rule.

    `low` are the lower-case words; `known[i]` is the pack's name that covers token i, if any, `listed[i]` the pack's title that ends at token i; `offices`
    the nouns of titles and bodies; `quoted` what stands in quotation marks; `home` is the
    country whose government publishes the text, where one does, `house` the titles that its people bear on that day; `headline` says of each sentence whether its capitals tell nothing.
    """

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], tree: Tree, quoted: QuotedText, knowledge: Knowledge
    ) -> None:
        self.document = document
        self.text = document.text
        self.tree = tree
        self.tokens = tree.tokens
        self.sentences = sentences
        self.offices, self.in_office = knowledge.offices, knowledge.in_office
        self.home = knowledge.land_of(document.publisher)
        self.house: frozenset[str] = frozenset()
        if self.home is not None and document.published is not None:
            self.house = knowledge.titles_held(self.home, document.published)
        self.words = [t.text for t in self.tokens]
        self.low = [w.lower() for w in self.words]
        self.known: list[Known | None] = [None] * len(self.tokens)
        self.listed: dict[int, ListedTitle] = {}
        for sentence in sentences:
            self._find_known(sentence, knowledge.gazetteer)
            for first, last, title in self.offices.titles_in(self.low[sentence.first : sentence.last]):
                self.listed[sentence.first + last - 1] = ListedTitle(sentence.first + first, title.sector)
        self.quoted = quoted
        self.headline = [self._is_headline(s) for s in sentences]

    def _find_known(self, sentence: Sentence, gazetteer: Gazetteer) -> None:
        for first, last, entries in gazetteer.match(self.words[sentence.first : sentence.last]):
            if any(w[0].isalnum() for w in self.words[sentence.first + first : sentence.first + last]):
                known = Known(first + sentence.first, last + sentence.first, entries)
                self.known[known.first : known.last] = [known] * (last - first)

    def names_known(self) -> Iterator[Known]:
        """The names that packs know, in text order."""
        return (known for i, known in enumerate(self.known) if known is not None and known.first == i)

    def starting(self, i: int) -> Known | None:
        """What packs know under the name that begins at token i."""
        known = self.known[i]
        return known if known is not None and known.first == i else None

    def span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def quote(self, first: int, last: int) -> str:
        """The text of the tokens, white space made single."""
        return " ".join(self.span(first, last).of(self.text).split())

    def sentence_of(self, i: int) -> Sentence:
        return self.sentences[self.tokens[i].sentence]

    def is_glued(self, i: int) -> bool:
        """Whether nothing stands between token i and the one before it."""
        return i > 0 and self.tokens[i - 1].end == self.tokens[i].start

    def is_capital(self, i: int) -> bool:
        word = self.words[i]
        return word[:1].isupper() or (len(word) > 2 and word[1] in "'’" and word[2].isupper())

    def is_title_noun(self, i: int) -> bool:
        """Whether token i is the noun at the core of a title, in the lexicon or in a pack."""
        return self.low[i] in TITLE_SECTOR or i in self.listed

    def is_body_noun(self, i: int) -> bool:
        """Whether token i is the noun at the core of a body's name, in the lexicon or in a pack."""
        return self.low[i] in self.offices.body_nouns

    def is_acronym(self, i: int) -> bool:
        word = self.words[i]
        return len(word) > 1 and word.replace(".", "").replace("&", "").isupper()

    def behind_brackets(self, i: int) -> int:
        """The index behind a short form in brackets that begin at token i ("African Union [(AU)] ministers"), else i."""
        is_short = i + 2 < len(self.words) and self.words[i] == "(" and self.words[i + 2] == ")"
        return i + 3 if is_short and self.is_acronym(i + 1) else i

    def before_brackets(self, i: int) -> int:
        """The index of the brackets with a short form that end before token i, else i."""
        return i - 3 if i >= 3 and self.behind_brackets(i - 3) == i else i

    def starts_sentence(self, i: int) -> bool:
        first = self.sentence_of(i).first
        return i == first or (i == first + 1 and not self.words[first][0].isalnum())

    def is_name_word(self, i: int) -> bool:
        """Whether token i can be a word of a person's name by its shape alone."""
        word = self.words[i]
        if (
            not self.is_capital(i)
            or (self.low[i] in NEVER_NAMES and not self._is_short_name(i))
            or any(c.isdigit() for c in word)
        ):
            return False
        known = self.known[i]
        is_free = known is None or bool(known.tenures())  # "U.S." is a state's
        is_initials = is_free and _INITIALS.fullmatch(word) is not None
        return is_initials or bool(_INITIAL.fullmatch(word)) or word[-1].isalpha() or self.low[i] in NAME_SUFFIXES

    def article_of_name(self, i: int) -> int:
        """The index behind an Arabic article and the family name that a hyphen ties to it ("al-Roe"); i when there is none."""
        is_tied = (
            i + 2 < len(self.words) and self.words[i + 1] in _HYPHENS and self.is_glued(i + 1) and self.is_glued(i + 2)
        )
        is_article = self.low[i] in _ARTICLES_OF_NAMES and (i == 0 or self.words[i - 1] not in _HYPHENS)
        return i + 3 if is_tied and is_article and self.is_capital(i + 2) else i

    def _is_short_name(self, i: int) -> bool:
        """Whether a capital inside a sentence makes a small word a family name ("To", "He", "An" before a given name), or a faith's name
        a part of one."""
        if self.starts_sentence(i) or i + 1 >= len(self.words):
            return False
        if self.low[i] in _FAITHS and self.is_capital(i - 1):
            return self.is_capital(i + 1) or self.low[i + 1] in PARTICLES
        is_inner = self.low[i] in _SHORT_NAMES and self.words[i].istitle()
        return is_inner and self.is_capital(i + 1) and self.words[i - 1][-1].isalpha()

    def hyphenated(self, i: int, end: int) -> int:
        """The index behind the word that starts at token i, its hyphenated parts included: "Gyu-baek", "Jean-Claude"."""
        j = i + 1
        while j + 1 < end and self.words[j] in _HYPHENS and self.is_glued(j) and self.is_glued(j + 1):
            part = self.low[j + 1]
            if not part.isalpha() or part in COMPOUND_PARTICIPLES or self._is_compound_of_states(i, j + 1):
                break
            j += 2
        return j

    def is_hyphen_compound(self, i: int) -> bool:
        """Whether a hyphen and another word are glued to token i on its right, or on its left."""
        right = (
            i + 2 < len(self.words) and self.words[i + 1] in _HYPHENS and self.is_glued(i + 1) and self.is_glued(i + 2)
        )
        left = i >= 2 and self.words[i - 1] in _HYPHENS and self.is_glued(i) and self.is_glued(i - 1)
        return right or left

    def name_run(self, first: int, end: int) -> int:
        """The index behind the person's name that starts at token `first` (== `first` when none does): capitalised words, hyphenated
        given names, initials, particles before a capitalised word, a suffix. Never beyond `end`."""
        i = first
        end = min(end, first + LONGEST_NAME)
        while i < end and not (i > first and self.low[i - 1] in _GENERATIONS):  # "Holm, Jr. Call": nothing follows
            if self.is_name_word(i) and not (i > first and (self._breaks_name(i) or self._is_call(i))):
                i = self.hyphenated(i, end)
            elif i > first and (j := self._behind_particles(i, end)) > i:
                i = j
            elif i > first and self.words[i] == "," and i + 1 < end and self.low[i + 1] in _GENERATIONS:
                i += 2
            else:
                break
        return i

    def _behind_particles(self, i: int, end: int) -> int:
        """The index of the name word that follows the particles at token i ("de la", "al-", "d'"); i when there are none."""
        j = i
        while j < min(end, i + 4) and (self.low[j] in PARTICLES or (j > i and self._is_tying(j))):
            j += 1
        return j if i < j < end and self.is_name_word(j) and not self._is_tied(j) else i

    def _is_tying(self, j: int) -> bool:
        """Whether a hyphen stands at token j without a space before it."""
        return self.words[j] in _HYPHENS and self.is_glued(j)

    def _is_tied(self, j: int) -> bool:
        """Whether no space stands before token j, and no hyphen and no "d'" that would tie it to a name."""
        before = self.words[j - 1]
        return self.is_glued(j) and before not in _HYPHENS and not before.endswith(("'", "’"))

    def titled_name_run(self, first: int, end: int) -> int:
        """Like `name_run`, for a name behind a title, which may begin with a particle: "President de la Rúa"."""
        if first >= end:
            return first
        i = first if self.is_capital(first) else self._behind_particles(first, end)
        if i == first and not self.is_capital(first):
            return first
        last = self.name_run(i, end)
        return last if last > i else first

    def _is_call(self, i: int) -> bool:
        """Whether a call is named from token i on, as headlines have it right behind the name: "Holm Phone Call with Roe"."""
        j = i
        while j < len(self.low) and self.low[j] in _CALLS:
            j += 1
        return i < j < len(self.low) and self.low[j] in _BEHIND_A_CALL

    def _breaks_name(self, i: int) -> bool:
        """Whether a word that packs know as a state, a body or a channel starts at token i (and so ends a name before it)."""
        known = self.starting(i)
        if known is None or self.tokens[i].entity[2:] == "PERSON" or known.tenures():
            return False
        return known.state() is not None or known.organization() is not None or known.channel() is not None

    def _is_compound_of_states(self, i: int, j: int) -> bool:
        one, two = self.known[i], self.known[j]
        return (one is not None and one.state() is not None) or (two is not None and two.state() is not None)

    def _is_headline(self, sentence: Sentence) -> bool:
        """Whether a sentence is set in capitals or title case, so that a capital says nothing. A full stop and a verb in lower case make a row of
        names what it is ("Ann Holm met Uwe Brandt, Ida Roe and Kari Berg.")."""
        long = [
            self.words[i]
            for i in range(sentence.first, sentence.last)
            if len(self.words[i]) > 3 and self.words[i].isalpha()
        ]
        is_closed = self.words[sentence.last - 1] in ".?!"
        if is_closed and self._has_low_verb(sentence):
            return False
        share = sum(w[0].isupper() for w in long) / max(1, len(long))
        return (len(long) > 3 and share > 0.85) if is_closed else (len(long) > 2 and share > 0.75)

    def _has_low_verb(self, sentence: Sentence) -> bool:
        """Whether a verb with a tense of its own is written in lower case, which title case has for small words alone."""
        return any(
            t.pos == "VERB" and t.tag in TENSED and t.text.islower()
            for t in self.tokens[sentence.first : sentence.last]
        )
