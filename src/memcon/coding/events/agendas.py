"""What an event is about and what came of it: agenda items and outcomes, each with its own place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.coding.events.clauses import Clause, verbs_of
from memcon.coding.events.triggers import Trigger, objects_of
from memcon.coding.syntax import Syntax
from memcon.domain.records import Phrase
from memcon.domain.spans import Span

TOPIC_VERBS = frozenset(
    [
        "discuss",
        "address",
        "review",
        "coordinate",
        "cover",
        "tackle",
        "examine",
        "explore",
        "assess",
        "consider",
        "debate",
        "weigh",
        "exchange",
    ]
)
_OUTCOME_VERBS = frozenset(
    [
        "agree",
        "reach",
        "sign",
        "adopt",
        "conclude",
        "produce",
        "approve",
        "issue",
        "pledge",
        "commit",
        "decide",
        "announce",
    ]
)
_TOPIC_PREPOSITIONS = frozenset({"on", "about", "regarding", "concerning", "over"})
AGENDA_NOUNS = frozenset({"agenda", "topic", "topics", "issues", "items", "subjects"})
_BULLETS = re.compile(r"[▲△▶▷►◆◇■□●○•◦※‣⁃]|\(\d{1,2}\)|[①-⑳]|^[ \t]*(?:[-*+–]|\d{1,2}[.)])[ \t]+", re.M)
_TRIM = " \t\n\r,;:.·-–—"
_MAX_ITEMS = 40


def find_agenda(syntax: Syntax, trigger: Trigger, clause: Clause) -> tuple[Phrase, ...]:
    """Agenda items that the event's own clause tells: "talks on X", "met to discuss X, Y and Z"."""
    found: list[Phrase] = []
    if trigger.form != "verb":
        for p in syntax.deps(trigger.anchor, "prep"):
            if syntax.lower(p) in _TOPIC_PREPOSITIONS:
                found += _objects_as_items(syntax, p, "pobj")
    for verb in _topic_verbs(syntax, trigger, clause):
        for o in syntax.deps(verb, "dobj"):
            is_audience = syntax.lemma(verb) == "address" and (
                o in syntax.mention_at or syntax.tokens[o].pos == "PROPN"
            )
            if o != trigger.anchor and o not in syntax.timex_at and not is_audience:
                found += _items(syntax, o)
    if trigger.form == "verb" and trigger.frame is not None and trigger.frame.lemma in TOPIC_VERBS:
        for o in objects_of(syntax, trigger.anchor):
            if syntax.tokens[o].dep != "conj":
                found += _items(syntax, o)
    return tuple(dict.fromkeys(found))


def items_of(syntax: Syntax, verb: int) -> list[Phrase]:
    """The items that a verb of discussing has as its objects; none for another verb."""
    for _ in range(2):  # "plan to discuss", "are expected to take up"
        if syntax.lemma(verb) in TOPIC_VERBS:
            break
        verb = next(iter(syntax.deps(verb, "xcomp")), verb)
    if syntax.lemma(verb) not in TOPIC_VERBS or syntax.is_passive(verb) or syntax.is_denied(verb):
        return []
    return [item for o in syntax.deps(verb, "dobj") if o not in syntax.timex_at for item in _items(syntax, o)]


def items_on_agenda(syntax: Syntax, sentence: int) -> list[Phrase]:
    """ "X, Y and Z were on the agenda": the subjects."""
    s = syntax.annotation.sentences[sentence]
    for i in range(s.first, s.last):
        if (
            syntax.lemma(i) == "agenda"
            and syntax.tokens[i].dep == "pobj"
            and syntax.lower(syntax.tokens[i].head) == "on"
        ):
            verb = syntax.tokens[syntax.tokens[i].head].head
            if syntax.lemma(verb) == "be":
                return [item for o in syntax.deps(verb, "nsubj") for item in _items(syntax, o)]
    return []


def _topic_verbs(syntax: Syntax, trigger: Trigger, clause: Clause) -> Iterator[int]:
    """Verbs of discussing that complement the trigger or its carrying verb, or that the event is the subject or scene of."""
    starts = (trigger.anchor, *clause.own, *verbs_of(syntax, clause))
    for start in starts:
        for c in syntax.deps(start, "advcl", "xcomp", "acl", "relcl", "conj"):
            if syntax.lemma(c) in TOPIC_VERBS:
                yield c
    if (
        clause.verb is not None
        and syntax.lemma(clause.verb) in TOPIC_VERBS
        and clause.relation in {"subject", "preposition"}
    ):
        yield clause.verb


def _objects_as_items(syntax: Syntax, preposition: int, label: str) -> list[Phrase]:
    return [item for o in syntax.deps(preposition, label) if o not in syntax.timex_at for item in _items(syntax, o)]


def _items(syntax: Syntax, head: int) -> list[Phrase]:
    """The noun phrase of `head`, and what is coordinated with it, as separate items."""
    if syntax.tokens[head].pos == "PRON" or syntax.lemma(head) in {"way", "view", "each"}:
        return [] if syntax.tokens[head].pos == "PRON" else _views(syntax, head)
    heads = [head]
    i = head
    while conjuncts := syntax.deps(i, "conj"):
        i = conjuncts[0]
        heads.append(i)
    heads = [h for h in heads if syntax.tokens[h].pos in {"NOUN", "PROPN", "VERB", "ADJ"}]
    found = []
    for n, h in enumerate(heads):
        first, last = syntax.extent(h)
        if n + 1 < len(heads):
            last = min(last, heads[n + 1] - 1, syntax.extent(heads[n + 1])[0] - 1)
        last = _cut_clause(syntax, h, last)
        phrase = _phrase(syntax, first, last)
        if phrase is not None:
            found.append(phrase)
    return found


def _views(syntax: Syntax, head: int) -> list[Phrase]:
    """ "exchange views on X": the item is X."""
    return [
        item
        for p in syntax.deps(head, "prep")
        if syntax.lower(p) in _TOPIC_PREPOSITIONS
        for item in _objects_as_items(syntax, p, "pobj")
    ]


def _cut_clause(syntax: Syntax, head: int, last: int) -> int:
    """Ends an item before a trailing relative clause, time or adverbial clause that tells something else."""
    for c in syntax.children[head]:
        if c > head and (syntax.tokens[c].dep in {"relcl", "advcl", "ccomp", "parataxis"} or c in syntax.timex_at):
            last = min(last, syntax.extent(c)[0] - 1)
    for i in range(head + 1, last + 1):
        if syntax.tokens[i].dep == "conj" and syntax.tokens[i].tag in {"VBD", "VBZ", "VBP"}:
            return _before_conjunction(syntax, head, i)
        if i in syntax.timex_at and syntax.tokens[i].dep in {"npadvmod", "pobj"} and syntax.timex_at[i].type == "DATE":
            return max(head, i - (2 if syntax.tokens[i].dep == "pobj" else 1))
    return last


def _before_conjunction(syntax: Syntax, head: int, verb: int) -> int:
    """The last token before the "and" that leads on to another statement."""
    i = verb - 1
    while i > head and (syntax.tokens[i].pos in {"ADV", "AUX", "PUNCT", "CCONJ"}):
        i -= 1
    return max(head, i)


def _phrase(syntax: Syntax, first: int, last: int) -> Phrase | None:
    while first < last and (
        syntax.lower(first) in {"the", "a", "an", "their", "its", "and", "or", "both"}
        or syntax.tokens[first].pos == "PUNCT"
    ):
        first += 1
    while last > first and (
        syntax.tokens[last].pos in {"PUNCT", "CCONJ", "ADP"} or syntax.lower(last) in {"and", "or"}
    ):
        last -= 1
    if last < first:
        return None
    span = syntax.span(first, last)
    return Phrase(text=span.of(syntax.text), span=span)


def find_outcome(syntax: Syntax, trigger: Trigger, clause: Clause) -> tuple[Phrase, ...]:
    """What was agreed, reached, signed or issued at the event, by the verb that the event is the scene or subject of."""
    if trigger.kind == "signing" and trigger.form == "verb":
        return tuple(
            item
            for o in objects_of(syntax, trigger.anchor)
            if syntax.tokens[o].dep != "conj"
            for item in _items(syntax, o)
        )
    if clause.verb is None or clause.governor is not None or clause.relation not in {"preposition", "subject"}:
        return ()
    if clause.relation == "preposition" and clause.preposition not in {"at", "in", "during", "after", "following"}:
        return ()
    found = []
    following = range(clause.verb + 1, syntax.sentence(clause.verb).last)
    also = (
        v
        for v in following
        if syntax.tokens[v].dep == "conj"
        and syntax.tokens[v].pos == "VERB"
        and not syntax.deps(v, "nsubj", "nsubjpass")
    )
    for verb in (clause.verb, *also):
        if syntax.lemma(verb) in _OUTCOME_VERBS and syntax.tokens[verb].tag in {"VBD", "VBN"}:
            last = syntax.extent(verb)[1]
            first = min([verb, *(c for c in syntax.deps(verb, "advmod", "neg") if c < verb)])
            phrase = _phrase(syntax, first, last)  # with its hedge: "reportedly reached a consensus"
            if phrase is not None and not verb <= trigger.anchor <= last:
                found.append(phrase)
    return tuple(found)


def find_listed_agenda(syntax: Syntax, sentence: int) -> tuple[Phrase, ...]:
    """The items of a sentence that lists an agenda: "Key agenda items include: ▲… ▲…", "Topics were X, Y and Z"."""
    s = syntax.annotation.sentences[sentence]
    head = next((i for i in range(s.first, min(s.last, s.first + 8)) if _leads_list(syntax, i, s.last)), None)
    if head is None:
        return ()
    text = syntax.text
    end = _list_end(syntax, sentence)
    bullets = list(_BULLETS.finditer(text, syntax.tokens[head].end, end))
    if bullets:
        bounds = [*(m.end() for m in bullets[:_MAX_ITEMS])]
        ends = [*(m.start() for m in bullets[1 : _MAX_ITEMS + 1]), end][: len(bounds)]
        return tuple(p for a, b in zip(bounds, ends, strict=True) if (p := _trimmed(text, a, b)) is not None)
    verb = next((i for i in range(head, s.last) if syntax.lemma(i) in {"include", "be", "cover", "comprise"}), None)
    if verb is None:
        return ()
    return tuple(item for o in syntax.deps(verb, "dobj", "attr") for item in _items(syntax, o))


def _leads_list(syntax: Syntax, i: int, last: int) -> bool:
    """Whether a word leads a list of topics: "agenda items", or a verb of discussing before a colon ("The ministers discussed:")."""
    is_colon = i + 1 < last and syntax.tokens[i + 1].text == ":"
    return syntax.lower(i) in AGENDA_NOUNS or (is_colon and syntax.lemma(i) in TOPIC_VERBS)


def _list_end(syntax: Syntax, sentence: int) -> int:
    """Where a bulleted list ends: at the end of its block, since a bullet may start a sentence of its own for the parser."""
    sentences = syntax.annotation.sentences
    last = sentence
    while last + 1 < len(sentences) and sentences[last + 1].block == sentences[sentence].block:
        following = sentences[last + 1]
        # the line before may hold the bullet that leads the next sentence
        if not _BULLETS.search(syntax.text, max(0, sentences[last].span.end - 2), following.span.start + 3):
            break
        last += 1
    return sentences[last].span.end


def _trimmed(text: str, start: int, end: int) -> Phrase | None:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    for tail in (" and",):
        if text[start:end].endswith(tail):
            end -= len(tail)
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Phrase(text=text[start:end], span=Span(start, end)) if end > start else None
