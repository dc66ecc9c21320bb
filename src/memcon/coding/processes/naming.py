"""Where a text names a long-running issue between parties, each way of naming one a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.rules import Rule, rule
from memcon.knowledge.entries import ProcessEntry
from memcon.lexicon import values, words

_BY_ITSELF: Mapping[str, str] = values("process_by_itself")
_WITH_AN_OBJECT: Mapping[str, str] = values("process_with_an_object")
_MOVED: Mapping[str, str] = values("moved_by_a_process")
_LEAVING: Mapping[str, str] = values("leaving_for_good")
_PROCESS = words("process_word")
_OF_A_PROCESS: Mapping[str, str] = values("of_a_process")
_AT_HOME_TOO = words("of_a_process_at_home_too")
_LEADING_TO_AN_OBJECT = words("leading_to_what_a_process_moves")
_JOINING = words("joining_a_name_to_its_object")
_BESIDE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "quantmod"})
_FARTHEST = 14
"""How many words of what it is of a name keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessMention:
    """A place where an issue is named, from token `first` to `last`. `head` is its noun (or gerund), `issue` what sort of issue it is,
    `key` a pack's id where one knows it. `is_full` tells whether it says of what or between whom."""

    first: int
    last: int
    head: int
    issue: str
    key: str | None = None
    is_full: bool = True


@rule(
    yes=["The OPCON transfer between South Korea and the United States is on track."],
    no=["The transfer of money was slow."],
)
def known(index: TextIndex, places: Places, i: int) -> ProcessMention | None:
    """An issue that a pack knows by its names; not one that is but its paper."""
    if i not in places.known or places.known[i][0] != i:
        return None
    first, end, entries = places.known[i]
    entry = next((e.record for e in entries if isinstance(e.record, ProcessEntry)), None)
    if entry is None or not any(_issue_at(index, j) for j in range(first, end)):
        return None
    return ProcessMention(first=first, last=end - 1, head=end - 1, issue=entry.id, key=entry.id)


@rule(
    yes=[
        "The peace process in Chad has stalled.",
        "The Geneva process has been bogged down for a year.",
        "Norway is in the process of leaving the European Union.",
    ],
    no=["The voting process was slow.", "In the process, Norway lost a match."],
)
def called_a_process(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "the peace process", "the Geneva process", "the process of normalizing ties"."""
    tree = index.tree
    if tree.lemma(i) not in _PROCESS or index.tokens[i].pos not in {"NOUN", "PROPN"}:
        return None
    before = [c for c in tree.deps(i, "compound", "amod", "nmod") if c < i]
    told = next((_OF_A_PROCESS[tree.lower(c)] for c in before if tree.lower(c) in _OF_A_PROCESS), None)
    named_after = any(_is_name(index, c) for c in before)
    led = (o for p in tree.deps(i, "prep") if tree.lower(p) == "of" for o in tree.deps(p, "pobj", "pcomp"))
    issue = next((found for o in led if (found := _issue_at(index, o)) is not None), None)
    if told is None and not named_after and issue is None:
        return None
    mention = _mention(index, i, issue or told or "settlement")
    is_anywhere = mention.last == i and not named_after and any(tree.lower(c) in _AT_HOME_TOO for c in before)
    return replace(mention, is_full=not is_anywhere and mention.is_full)


def _is_name(index: TextIndex, i: int) -> bool:
    """Whether a place or party stands before "process"."""
    return index.tokens[i].pos == "PROPN" and (
        index.tokens[i].entity[2:] in {"GPE", "LOC", "FAC"} or i in index.mention_at
    )


@rule(
    yes=[
        "The denuclearization of the peninsula hinges on trust.",
        "The accession of Chad to the union depends on reforms.",
        "Ratification of the treaty has stalled in Lima.",
        "Brexit was delayed until October.",
    ],
    no=["The Council for Reconciliation met.", "The meeting has stalled."],
)
def by_itself(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "denuclearization", "accession": nouns that name an issue between parties by themselves."""
    issue = _BY_ITSELF.get(index.tree.lemma(i)) or _BY_ITSELF.get(index.tree.lower(i))
    is_noun = index.tokens[i].pos in {"NOUN", "PROPN"} and not _is_in_a_name(index, i)
    return _mention(index, i, issue) if issue is not None and is_noun else None


def _is_in_a_name(index: TextIndex, i: int) -> bool:
    """Whether the word belongs to a body's name ("Council for Reconciliation", "the Brexit Party")."""
    mention, token = index.mention_at.get(i), index.tokens[i]
    if token.dep == "compound" and index.tokens[token.head].pos == "PROPN":
        return True
    return mention is not None and any(a.kind in {"organization", "person"} for a in index.actors_of(mention))


@rule(
    yes=[
        "The withdrawal of Norwegian troops from Chad depends on peace.",
        "The transfer of wartime command is on track.",
        "NATO expansion has stalled.",
        "Implementation of the deal is on track.",
        "A negotiated settlement of the conflict depends on Chad.",
        "The transition to civilian rule in Chad has stalled.",
    ],
    no=["The transfer of the striker to Lima is on track.", "The resolution of the picture is low.", "His departure from office was quick."],
)  # fmt: skip
def with_an_object(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "the withdrawal of troops", "the NATO expansion", "a political settlement": nouns that name one where their object is of its kind."""
    issue = _WITH_AN_OBJECT.get(index.tree.lemma(i))
    if issue is None or index.tokens[i].pos not in {"NOUN", "PROPN"} or not _moves(index, i, issue):
        return None
    return _mention(index, i, issue)


def _moves(index: TextIndex, i: int, issue: str) -> bool:
    """Whether a word before the noun or in what it is of is of the kind that such a process moves; a state or body does for leaving and joining."""
    if any(
        _MOVED.get(index.tree.lemma(j)) == issue or _MOVED.get(index.tree.lower(j)) == issue for j in _said_of(index, i)
    ):
        return True
    return issue in {"withdrawal", "accession"} and any(_is_union(index, j) for j in _led_to(index, i))


def _objects(index: TextIndex, i: int) -> Iterator[int]:
    """What a noun leads to by its prepositions."""
    return (o for p in index.tree.deps(i, "prep") for o in index.tree.deps(p, "pobj"))


def _is_certain(index: TextIndex, noun: int) -> bool:
    """Whether one is meant, not any ("the conflict", "Yemen", "cross-Strait issues"; not "disputes")."""
    tree = index.tree
    is_told = index.tokens[noun].pos == "PROPN" or bool(tree.deps(noun, "det", "poss", "compound", "nmod"))
    return is_told or any(index.tokens[c].text[0].isupper() for c in tree.children[noun])


def _said_of(index: TextIndex, i: int) -> Iterator[int]:
    """The words before a noun, and the heads of what it is of, to or from."""
    tree = index.tree
    for c in tree.deps(i, *_BESIDE):
        yield from range(tree.first(c), tree.last(c) + 1)
    for p in tree.deps(i, "prep"):
        if tree.lower(p) in _LEADING_TO_AN_OBJECT:
            for o in tree.deps(p, "pobj"):
                for one in tree.coordinated(o):
                    yield one
                    yield from tree.deps(one, "amod")


def _led_to(index: TextIndex, i: int) -> Iterator[int]:
    """What stands behind "from" or "to" on a noun or verb, and the object of a verb."""
    tree = index.tree
    yield from tree.deps(i, "dobj")
    for p in tree.deps(i, "prep"):
        if tree.lower(p) in {"from", "to", "into"}:
            yield from tree.deps(p, "pobj")


def _is_union(index: TextIndex, i: int) -> bool:
    """Whether an organization of states, or a treaty, stands there."""
    mention = index.mention_at.get(i)
    is_body = mention is not None and any(
        a.kind == "organization" and a.sector == "IGO" for a in index.actors_of(mention)
    )
    return is_body or _MOVED.get(index.tree.lemma(i)) in {"accession", "implementation"}


@rule(
    yes=[
        "Norway is leaving the European Union.",
        "Norway insists on withdrawing its troops from Chad.",
    ],
    no=["The minister is leaving Oslo on Monday.", "He was withdrawing money from his account."],
)
def leaving(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "leaving the European Union", "withdrawing troops from Chad"."""
    issue = _LEAVING.get(index.tree.lemma(i))
    if issue is None or index.tokens[i].tag != "VBG":
        return None
    objects = list(_led_to(index, i))
    moved = any(_MOVED.get(index.tree.lemma(j)) == issue for j in objects)
    is_ties = issue == "normalization" and bool(index.tree.deps(i, "dobj"))
    if not moved and not is_ties and not any(_is_union(index, j) for j in objects):
        return None
    return ProcessMention(first=i, last=min(_last_of_name(index, i), i + _FARTHEST), head=i, issue=issue)


WAYS_OF_NAMING: tuple[Rule[[TextIndex, Places, int], ProcessMention | None], ...] = (
    known, called_a_process, by_itself, with_an_object, leaving,
)  # fmt: skip
"""Asked in turn; the first that answers names the process."""


def find_mentions(index: TextIndex, places: Places) -> tuple[ProcessMention, ...]:
    """All places in the running text that name a process, in text order, without those inside another."""
    found: list[ProcessMention] = []
    for token in index.tokens:
        if index.is_heading(token.i) or any(m.first <= token.i <= m.last for m in found[-2:]):
            continue
        mention = next((m for way in WAYS_OF_NAMING if (m := way(index, places, token.i)) is not None), None)
        if mention is not None:
            found = [m for m in found if m.first < mention.first or m.last > mention.last]
            found.append(mention)
    return tuple(found)


def _issue_at(index: TextIndex, i: int) -> str | None:
    """The sort of issue that the word at `i` names by itself."""
    lemma, word = index.tree.lemma(i), index.tree.lower(i)
    tables = (_BY_ITSELF, _WITH_AN_OBJECT, _LEAVING)
    return next((t.get(lemma) or t.get(word) for t in tables if lemma in t or word in t), None)


def _mention(index: TextIndex, head: int, issue: str) -> ProcessMention:
    first, last = _name(index, head)
    return ProcessMention(first=first, last=last, head=head, issue=issue, is_full=first < head or last > head)


def _name(index: TextIndex, head: int) -> tuple[int, int]:
    """The words of a name: what stands before its noun without article and owner's pronoun, and what it is of, to or from."""
    before = [c for c in index.tree.deps(head, *_BESIDE) if c < head]
    first = min((index.tree.first(c) for c in before), default=head)
    first = max(
        [
            first,
            *(
                i + 1
                for i in range(first, head)
                if index.tokens[i].text == "," and index.tokens[i - 1].pos in {"NOUN", "PROPN"}
            ),
        ]
    )
    while first < head and index.tokens[first].pos in {"DET", "PRON", "PUNCT"}:
        first += 1
    return first, min(_last_of_name(index, head), head + _FARTHEST)


def _last_of_name(index: TextIndex, head: int) -> int:
    """The last word of what it is of, without a clause that hangs on it."""
    tree, last = index.tree, head
    for c in tree.deps(head, "prep", "dobj"):
        if c < last or (index.tokens[c].dep == "prep" and not _joins(index, c)):
            continue
        end = tree.last(c)
        clauses = [tree.first(v) for j in range(c, end + 1) for v in tree.deps(j, "relcl", "acl", "advcl", "appos")]
        opened = [j for j in range(c, end + 1) if index.tokens[j].text in "(["]
        end = min([end, *(start - 1 for start in (*clauses, *opened) if start > c)])
        while end > c and index.tokens[end].pos in {"PUNCT", "CCONJ"}:
            end -= 1
        last = max(last, end)
    return last


def _joins(index: TextIndex, preposition: int) -> bool:
    """Whether a preposition leads to a part of the name: no time, and behind "in" only a place."""
    objects = index.tree.deps(preposition, "pobj")
    if any(o in index.timex_at for o in objects):
        return False
    word = index.tree.lower(preposition)
    return word in _JOINING and (word != "in" or any(index.tokens[o].pos == "PROPN" for o in objects))
