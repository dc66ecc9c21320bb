"""What an event is about: the items that its own clause tells, or a sentence or list behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from memcon.coding.events.items import items, items_behind
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.domain.spans import Span
from memcon.lexicon import words

DISCUSSING = words("discussing")
AGENDA_NOUNS = words("agenda_noun")
_LISTING = words("listing")
_HEARD = words("having_an_audience")
_BULLETS = re.compile(r"[▲△▶▷►◆◇■□●○•◦※‣⁃]|\(\d{1,2}\)|[①-⑳]|^[ \t]*(?:[-*+–]|\d{1,2}[.)])[ \t]+", re.M)
_TRIM = " \t\n\r,;:.·-–—"
_MAX_ITEMS = 40
_LEAD = 8
"""How many tokens of a sentence may stand before the word that leads its list."""


def find_agenda(scene: Scene) -> tuple[Phrase, ...]:
    """Agenda items that the event's own clause tells."""
    return tuple(dict.fromkeys(item for finder in AGENDAS for item in finder(scene)))


@rule(
    yes=["Norway and Chad held talks on fishing quotas. → fishing quotas"],
    no=["Norway and Chad held talks with Togo.", "Norway and Chad held talks on Monday."],
)
def led_by_on(scene: Scene) -> Iterator[Phrase]:
    """What "on" or "about" leads to behind the noun."""
    if scene.trigger.form != "verb":
        for p in scene.tree.deps(scene.anchor, "prep"):
            yield from items_behind(scene.index, p)


@rule(
    yes=[
        "The ministers of Norway and Chad met to discuss trade and security. → security",
        "The talks between Norway and Chad covered fishing quotas. → fishing quotas",
    ],
    no=["The ministers of Norway and Chad met to sign a treaty."],
)
def discussed(scene: Scene) -> Iterator[Phrase]:
    """The objects of a verb of discussing that complements the event or its carrying verb, or that the event is the subject or scene of."""
    index = scene.index
    for verb in _discussing(scene):
        for o in scene.tree.deps(verb, "dobj"):
            if o != scene.anchor and o not in index.timex_at and not _is_audience(index, verb, o):
                yield from items(index, o)


@rule(
    yes=["President Maria Soto discussed fishing quotas by phone with Chancellor Uwe Brandt. → fishing quotas"],
    no=["The minister of Norway phoned the minister of Chad."],
)
def of_the_verb(scene: Scene) -> Iterator[Phrase]:
    """The objects of an event verb that is itself one of discussing."""
    frame = scene.trigger.frame
    if frame is not None and frame.lemma in DISCUSSING:
        for o in scene.tree.objects(scene.anchor):
            if scene.index.tokens[o].dep != "conj":
                yield from items(scene.index, o)


AGENDAS = (led_by_on, discussed, of_the_verb)
"""Where an event's own clause tells its agenda; all are asked."""


def _discussing(scene: Scene) -> Iterator[int]:
    """Verbs of discussing that complement the trigger or its carrying verb, or that the event is the subject or scene of."""
    for start in (scene.anchor, *scene.clause.own, *scene.verbs):
        for c in scene.tree.deps(start, "advcl", "xcomp", "acl", "relcl", "conj"):
            if scene.tree.lemma(c) in DISCUSSING:
                yield c
    verb = scene.clause.verb
    if (
        verb is not None
        and scene.tree.lemma(verb) in DISCUSSING
        and scene.clause.relation in {"subject", "preposition"}
    ):
        yield verb


def _is_audience(index: TextIndex, verb: int, o: int) -> bool:
    """Whether somebody is addressed, no topic ("addressed Parliament")."""
    is_name = o in index.mention_at or index.tokens[o].pos == "PROPN"
    return is_name and index.tree.lemma(verb) in _HEARD


# --- behind the event ----------------------------------------------------------------------------------------------------


def items_of(index: TextIndex, verb: int) -> list[Phrase]:
    """The items that a verb of discussing has as its objects; none for another verb."""
    for _ in range(2):  # "plan to discuss", "are expected to take up"
        if index.tree.lemma(verb) in DISCUSSING:
            break
        verb = next(iter(index.tree.deps(verb, "xcomp")), verb)
    if index.tree.lemma(verb) not in DISCUSSING or index.tree.is_passive(verb) or index.is_denied(verb):
        return []
    return [item for o in index.tree.deps(verb, "dobj") if o not in index.timex_at for item in items(index, o)]


def items_on_agenda(index: TextIndex, sentence: int) -> list[Phrase]:
    """ "X, Y and Z were on the agenda": the subjects."""
    s, tree = index.annotation.sentences[sentence], index.tree
    for i in range(s.first, s.last):
        on = index.tokens[i].head
        if tree.lemma(i) == "agenda" and index.tokens[i].dep == "pobj" and tree.lower(on) == "on":
            verb = index.tokens[on].head
            if tree.lemma(verb) == "be":
                return [item for o in tree.deps(verb, "nsubj") for item in items(index, o)]
    return []


def find_listed_agenda(index: TextIndex, sentence: int) -> tuple[Phrase, ...]:
    """The items of a sentence that lists an agenda: "Key agenda items include: ▲… ▲…", "Topics were X, Y and Z"."""
    s = index.annotation.sentences[sentence]
    head = next((i for i in range(s.first, min(s.last, s.first + _LEAD)) if _leads_list(index, i, s.last)), None)
    if head is None:
        return ()
    return tuple(_bulleted(index, head, sentence)) or tuple(_enumerated(index, head, s.last))


def _leads_list(index: TextIndex, i: int, last: int) -> bool:
    """Whether a word leads a list of topics: "agenda items", or a verb of discussing before a colon ("The ministers discussed:")."""
    is_colon = i + 1 < last and index.tokens[i + 1].text == ":"
    return index.tree.lower(i) in AGENDA_NOUNS or (is_colon and index.tree.lemma(i) in DISCUSSING)


def _bulleted(index: TextIndex, head: int, sentence: int) -> Iterator[Phrase]:
    end = _list_end(index, sentence)
    bullets = list(_BULLETS.finditer(index.text, index.tokens[head].end, end))
    for (_, begin), (until, _) in pairwise(
        [*(m.span() for m in bullets[: _MAX_ITEMS + 1]), (end, end)][: _MAX_ITEMS + 1]
    ):
        if (found := _trimmed(index.text, begin, until)) is not None:
            yield found


def _enumerated(index: TextIndex, head: int, last: int) -> Iterator[Phrase]:
    verb = next((i for i in range(head, last) if index.tree.lemma(i) in _LISTING), None)
    for o in index.tree.deps(verb, "dobj", "attr") if verb is not None else ():
        yield from items(index, o)


def _list_end(index: TextIndex, sentence: int) -> int:
    """Where a bulleted list ends: at the end of its block, since a bullet may start a sentence of its own for the parser."""
    sentences = index.annotation.sentences
    last = sentence
    while last + 1 < len(sentences) and sentences[last + 1].block == sentences[sentence].block:
        following = sentences[last + 1]
        # the line before may hold the bullet that leads the next sentence
        if not _BULLETS.search(index.text, max(0, sentences[last].span.end - 2), following.span.start + 3):
            break
        last += 1
    return sentences[last].span.end


def _trimmed(text: str, start: int, end: int) -> Phrase | None:
    """What stands from `start` to `end` without the signs around it, and without an "and" that leads on."""
    start, end = _without_signs(text, start, end)
    if text[start:end].endswith(" and"):
        start, end = _without_signs(text, start, end - len(" and"))
    return Phrase(text=text[start:end], span=Span(start, end)) if end > start else None


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end
