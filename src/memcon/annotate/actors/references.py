"""What a phrase without a name refers to: "the ministry", "he", "who", "both countries". Open where two answers are equally good."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from memcon.annotate.actors.identity import Cluster
from memcon.annotate.actors.lexicon import ABBREVIATED_TITLES, words_in
from memcon.annotate.actors.organizations import organization_key
from memcon.annotate.actors.parties import SideResolver
from memcon.annotate.actors.phrases import Phrase
from memcon.annotate.actors.tokens import Marks
from memcon.knowledge.names import normalize_name
from memcon.lexicon import words

_SAYING = words("reporting_a_clause")
_WINDOW = 2
"""How many sentences back a pronoun may look."""
_DEFINITE = frozenset(["the", "this", "that", "its", "their", "his", "her"])
_REACH = 400
"""How many phrases back a noun may refer."""
_ASKING = frozenset(("ask", "tell", "urge", "press", "warn", "invite", "remind", "order"))
_FEMALE = frozenset(["she", "her", "herself"])
_MALE = frozenset(["he", "him", "his", "himself"])
_FEMALE_HEADS = words_in("""
    queen princess empress chairwoman spokeswoman congresswoman mrs. ms. mrs ms baroness lady dame
""")
_MALE_HEADS = words_in("king prince emperor spokesman congressman mr. mr pope sultan sheikh emir lord sir")


@dataclass(slots=True)
class References:
    """Resolves phrases in text order. `clusters` grow by the actors that a text does not name; `of[n]` are the clusters of phrase n."""

    marks: Marks
    phrases: Sequence[Phrase]
    clusters: list[Cluster]
    sides: SideResolver
    of: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _local: dict[tuple[str, str, str | None], int] = field(default_factory=dict)

    def run(self) -> None:
        """Fills `of` for every phrase that can be resolved; a pronoun that can't is left out."""
        for c, cluster in enumerate(self.clusters):
            for n in cluster.phrases:
                self.of[n] = (c,)
        for n, phrase in enumerate(self.phrases):
            if n in self.of:
                continue
            if phrase.form == "pronoun":
                self._resolve_pronoun(n, phrase)
            elif phrase.form == "sides":
                self._resolve_sides(n, phrase)
            else:
                self._resolve_nominal(n, phrase)

    def _new(self, n: int, phrase: Phrase, members: tuple[int, ...] = ()) -> None:
        cluster = Cluster(
            kind=phrase.kind,
            name=phrase.name,
            country=phrase.country,
            sector=phrase.sector,
            local=True,
            members=members,
        )
        cluster.take(n, phrase)
        self.clusters.append(cluster)
        self.of[n] = (len(self.clusters) - 1,)
        self._local.setdefault((phrase.kind, _bare(phrase.name), phrase.country), len(self.clusters) - 1)

    def _refer(self, n: int, targets: tuple[int, ...]) -> None:
        self.of[n] = targets
        for c in targets:
            self.clusters[c].phrases.append(n)

    def _resolve_sides(self, n: int, phrase: Phrase) -> None:
        targets = self.sides.resolve(n, phrase, self.clusters)
        if targets:
            self._refer(n, targets)
        else:
            self._new(n, phrase)

    def _resolve_nominal(self, n: int, phrase: Phrase) -> None:
        """A definite noun refers to the nearest earlier actor that it fits; any other noun is an actor of its own."""
        if phrase.kind != "group" and self.marks.low[phrase.first] in _DEFINITE and not self._is_specified(phrase):
            for k in range(n - 1, max(-1, n - _REACH), -1):
                targets = self.of.get(k, ())
                if len(targets) == 1 and self._fits(phrase, self.clusters[targets[0]]):
                    self._refer(n, targets)
                    return
        if (
            phrase.kind == "organization"
            and self.marks.low[phrase.first] in _DEFINITE
            and self._refer_to_officers_body(n, phrase)
        ):
            return
        if (phrase.kind == "organization" or phrase.sector == "COP") and (same := self._same_body(phrase)) is not None:
            self._refer(n, (same,))
            return
        self._new(n, phrase)

    def _refer_to_officers_body(self, n: int, phrase: Phrase) -> bool:
        """ "The ministry" after "Foreign Ministry spokesman Roe": the body that the nearest officer's title names becomes an actor."""
        for k in range(n - 1, max(-1, n - _REACH), -1):
            for office in self.phrases[k].offices:
                if office.organization and office.organization.casefold().split()[-1] == phrase.title_head:
                    cluster = Cluster(
                        kind="organization",
                        name=office.organization,
                        key=organization_key(office.organization),
                        country=office.country,
                        sector=phrase.sector,
                    )
                    cluster.phrases.append(n)
                    self.clusters.append(cluster)
                    self.of[n] = (len(self.clusters) - 1,)
                    return True
        return False

    def _is_specified(self, phrase: Phrase) -> bool:
        """Whether the text goes on to say which one ("the leader of …"), so that it need not be one named before."""
        following = phrase.last
        words = self.marks.low
        is_inside = following < len(words) and self._sentence(phrase) == self.marks.tokens[following].sentence
        return phrase.kind == "person" and is_inside and words[following] == "of"

    def _fits(self, phrase: Phrase, cluster: Cluster) -> bool:
        if cluster.kind != phrase.kind or (phrase.country and cluster.country and phrase.country != cluster.country):
            return False
        head = phrase.title_head or ""
        if phrase.kind == "person":
            return _can_hold(phrase, head, cluster)
        names = " ".join(normalize_name(name) for name in [*cluster.names, cluster.key or ""]).split()
        if head in ("government", "administration") and "government" in (cluster.key or ""):
            return True
        return head in names

    def _same_body(self, phrase: Phrase) -> int | None:
        return self._local.get((phrase.kind, _bare(phrase.name), phrase.country))

    def _resolve_pronoun(self, n: int, phrase: Phrase) -> None:
        word = phrase.name.casefold()
        if word == "who":
            found = self._antecedent_of_who(n, phrase)
        elif word in ("it", "its", "itself"):
            found = self._subject_before(n, phrase, ("organization", "state"))
        elif word in ("they", "them", "their", "themselves"):
            found = self._plural_before(n, phrase)
        else:
            found = self._person_before(n, phrase)
        if found:
            self._refer(n, found)

    def _antecedent_of_who(self, n: int, phrase: Phrase) -> tuple[int, ...]:
        for k in range(n - 1, max(-1, n - 4), -1):
            other = self.phrases[k]
            gap = [w for w in self.marks.words[other.last : phrase.first] if w not in (",", ")", "—", "–", "(")]
            if not gap and other.kind in ("person", "group") and other.form != "pronoun":
                return self.of.get(k, ())
        return ()

    def _sentence(self, phrase: Phrase) -> int:
        return self.marks.tokens[phrase.first].sentence

    def _is_subject(self, phrase: Phrase) -> bool:
        tokens = self.marks.tokens
        if phrase.name == "who":
            return False
        return any(
            tokens[i].dep in ("nsubj", "nsubjpass")
            for i in range(phrase.first, phrase.last)
            if not phrase.first <= tokens[i].head < phrase.last
        )

    def _candidates(self, n: int, phrase: Phrase, kinds: tuple[str, ...], back: int) -> list[int]:
        """Earlier resolved phrases of the wanted kinds, `back` sentences before, in the same kind of block."""
        wanted = self._sentence(phrase) - back
        block = self.marks.sentences[self._sentence(phrase)].kind
        found = []
        for k in range(n - 1, -1, -1):
            sentence = self._sentence(self.phrases[k])
            if sentence < wanted:
                break
            if (
                sentence == wanted
                and k in self.of
                and self.phrases[k].kind in kinds
                and self.marks.sentences[sentence].kind == block
            ):
                found.append(k)
        return found

    def _person_before(self, n: int, phrase: Phrase) -> tuple[int, ...]:
        speakers = self._speakers_of(phrase)
        for back in range(_WINDOW + 1):
            found = [
                k
                for k in self._candidates(n, phrase, ("person",), back)
                if len(self.of[k]) == 1
                and self.clusters[self.of[k][0]].kind == "person"
                and self.of[k] not in speakers
                and self._gender_fits(phrase, self.of[k][0])
            ]
            if back == 0 and phrase.name in ("him", "her") and self.marks.tokens[phrase.first].tag == "PRP":
                found = [k for k in found if not self._is_same_clause(k, phrase)]
            subjects = {self.of[k] for k in found if self._is_subject(self.phrases[k])}
            everyone = {self.of[k] for k in found}
            if len(everyone) == 1:
                return everyone.pop()
            if len(subjects) == 1 and not self._is_asked(found):
                return subjects.pop()
            if everyone:
                return ()
        return ()

    def _speakers_of(self, phrase: Phrase) -> frozenset[tuple[int, ...]]:
        """Who says the quotation that a pronoun stands in: "he" in it is somebody else. Those who say something in its own sentence, else
        in the sentence before, if there is a quotation in that too."""
        tokens, quoted = self.marks.tokens, self.marks.quoted
        if quoted.at(tokens[phrase.first].start) is None:
            return frozenset()
        own = self._sentence(phrase)
        for sentence in (own, own - 1):
            if sentence < 0 or not quoted.within(self.marks.sentences[sentence].span):
                break
            found = frozenset(self.of[k] for k in self._saying(sentence) if k in self.of)
            if found:
                return found
        return frozenset()

    def _saying(self, sentence: int) -> list[int]:
        """The phrases outside quotation marks that are subjects of a verb of saying in a sentence."""
        tokens, verbs = self.marks.tokens, _SAYING
        return [
            k
            for k in self._phrases_in(sentence)
            if self.marks.quoted.at(tokens[self.phrases[k].first].start) is None
            and any(
                tokens[i].dep == "nsubj" and tokens[tokens[i].head].lemma in verbs
                for i in range(self.phrases[k].first, self.phrases[k].last)
            )
        ]

    def _phrases_in(self, sentence: int) -> range:
        """The phrases whose first token stands in a sentence."""
        s = self.marks.sentences[sentence]
        return range(
            bisect_left(self.phrases, s.first, key=lambda p: p.first),
            bisect_left(self.phrases, s.last, key=lambda p: p.first),
        )

    def _is_asked(self, found: list[int]) -> bool:
        """Whether the subject asks or tells another of the persons something, so that "he" may be either."""
        tokens = self.marks.tokens
        return any(
            tokens[tokens[i].head].lemma in _ASKING and tokens[i].dep == "nsubj"
            for k in found
            for i in range(self.phrases[k].first, self.phrases[k].last)
        )

    def _is_same_clause(self, k: int, phrase: Phrase) -> bool:
        tokens = self.marks.tokens
        verbs = {tokens[i].head for i in range(self.phrases[k].first, self.phrases[k].last)}
        return self._is_subject(self.phrases[k]) and tokens[phrase.first].head in verbs

    def _gender_fits(self, phrase: Phrase, c: int) -> bool:
        cluster = self.clusters[c]
        words = cluster.heads | {self.marks.low[self.phrases[k].first] for k in cluster.phrases}
        pronouns = {self.phrases[k].name for k in cluster.phrases if self.phrases[k].form == "pronoun"}
        if phrase.name in _FEMALE:
            return not (words & _MALE_HEADS or pronouns & _MALE)
        return not (words & _FEMALE_HEADS or pronouns & _FEMALE)

    def _subject_before(self, n: int, phrase: Phrase, kinds: tuple[str, ...]) -> tuple[int, ...]:
        """The only subject of these kinds in the same sentence, else the subject of the sentence before."""
        token = self.marks.tokens[phrase.first]
        if token.dep not in ("nsubj", "nsubjpass", "poss") or self._is_expletive(phrase.first):
            return ()
        for back in (0, 1):
            subjects = {
                self.of[k] for k in self._candidates(n, phrase, kinds, back) if self._is_subject(self.phrases[k])
            }
            if len(subjects) == 1 and (back == 1 or not self._is_other_between(n, phrase, kinds, subjects)):
                return subjects.pop()
            if subjects or (back == 0 and self._has_subject_before(phrase)):
                return ()
        return ()

    def _is_other_between(self, n: int, phrase: Phrase, kinds: tuple[str, ...], subjects: set[tuple[int, ...]]) -> bool:
        """Whether the nearest actor of these kinds in the sentence is not the subject, so that either may be meant."""
        near = self._candidates(n, phrase, kinds, 0)
        return bool(near) and self.of[near[0]] not in subjects

    def _has_subject_before(self, phrase: Phrase) -> bool:
        """Whether another noun is a subject earlier in the sentence, so that the pronoun may well mean that."""
        first = self.marks.sentences[self._sentence(phrase)].first
        tokens = self.marks.tokens
        return any(
            tokens[i].dep in ("nsubj", "nsubjpass") and tokens[i].pos in ("NOUN", "PROPN")
            for i in range(first, phrase.first)
        )

    def _is_expletive(self, i: int) -> bool:
        token = self.marks.tokens[i]
        verb = token.head
        is_copula = self.marks.tokens[verb].lemma in ("be", "seem", "appear", "take", "remain")
        return token.dep == "expl" or (
            is_copula
            and any(
                self.marks.tokens[c].dep in ("ccomp", "xcomp", "advcl", "acomp")
                for c in self.marks.children[verb]
                if c > i
            )
        )

    def _plural_before(self, n: int, phrase: Phrase) -> tuple[int, ...]:
        """The only plural subject, a group, the sides or two joined by "and", of this sentence or the one before; past a sentence that
        names nobody and has no plural subject of its own, of the one before that."""
        for back in (0, 1, 2):
            found = self._candidates(n, phrase, ("group", "person", "state", "organization"), back)
            plural = {
                self.of[k]
                for k in found
                if (self.phrases[k].kind == "group" or len(self.of[k]) > 1) and self._is_subject(self.phrases[k])
            }
            plural |= {pair for k in found if (pair := self._joined(k))}
            if len(plural) == 1:
                return plural.pop()
            if plural or (back == 0 and self._has_subject_before(phrase)):
                return ()
            if back == 1 and (found or self._has_plural_subject(self._sentence(phrase) - 1)):
                return ()
        return ()

    def _has_plural_subject(self, sentence: int) -> bool:
        s = self.marks.sentences[sentence]
        return any(
            t.dep in ("nsubj", "nsubjpass") and t.tag in ("NNS", "NNPS") for t in self.marks.tokens[s.first : s.last]
        )

    def _joined(self, k: int) -> tuple[int, ...]:
        """Phrase k and the next one when "and" joins them into a subject."""
        if k + 1 >= len(self.phrases) or k not in self.of or k + 1 not in self.of:
            return ()
        one, two = self.phrases[k], self.phrases[k + 1]
        if self.marks.low[one.last : two.first] not in (["and"], [",", "and"]) or not self._is_subject(one):
            return ()
        return (*self.of[k], *self.of[k + 1])


def _bare(name: str) -> str:
    """A nominal's words without determiner and case."""
    return name.casefold().removeprefix("the ").removeprefix("same ")


_RANKS = frozenset(
    (
        "vice",
        "deputy",
        "assistant",
        "under",
        "prime",
        "first",
        "minority",
        "majority",
        "general",
        "chief",
        "senate",
        "house",
    )
)
_LEADERS = frozenset(("president", "chairman", "premier", "chairwoman", "king"))
_SPEAKERS = frozenset(("spokesman", "spokeswoman", "spokesperson"))


def _can_hold(phrase: Phrase, head: str, cluster: Cluster) -> bool:
    """Whether "the president" can be somebody by an office in the text: the same noun of the same rank, so no vice president; "the leader"
    may be a president, "the official" whoever is called that."""
    said = set(phrase.name.casefold().split()) & _RANKS
    for office in cluster.offices:
        words = {ABBREVIATED_TITLES.get(w, w) for w in office.title.casefold().replace("-", " ").split()}
        is_head = (
            head in words
            or (head == "leader" and bool(words & _LEADERS))
            or (head in _SPEAKERS and bool(words & _SPEAKERS))
        )
        rank = (words | ({"deputy"} if office.qualifier == "deputy" else set())) & _RANKS
        if is_head and said == rank and office.qualifier != "former":
            return True
    return not cluster.offices and head in cluster.heads
