"""What an event is about, as its own clause tells."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.agendas_aimed import AIMED, carriers, is_itself
from memcon.coding.events.agendas_apart import APART
from memcon.coding.events.agendas_around import AROUND
from memcon.coding.events.items import items, items_behind, phrase
from memcon.coding.events.reference import is_definite
from memcon.coding.events.scene import Scene
from memcon.coding.events.telling import in_a_row, led_to, main_verb_beside
from memcon.coding.events.topics import DISCUSSING, topics_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import DESCRIBING
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.lexicon import words

_TALKING = words("talking_about")
_ABOUT = words("leading_to_nothing_but_a_topic")
_VIEWS = words("views_on_a_topic")
_SCENE = words("telling_the_scene") | {"in"}
_SUBJECTS = words("subject_of_talks")
_FIGURING = words("figuring_at_an_event")
_OF_PARTIES = words("leading_parties") | {"of", "among", "between"}


def find_agenda(scene: Scene) -> tuple[Phrase, ...]:
    """Agenda items that the event's own clause tells; where it tells none, what its noun is called by."""
    found = tuple(dict.fromkeys(item for finder in AGENDAS for item in finder(scene)))
    return found or tuple(item for finder in CALLED_BY for item in finder(scene))


@rule(
    yes=[
        "Norway and Chad held talks on fishing quotas. → fishing quotas",
        "Norway and Chad held talks about how to share the river. → how to share the river",
        "Norway and Chad held talks on fish and on trade. → trade",
        "Norway and Chad held talks on ways to share the river. → ways to share the river",
        "Norway and Chad held talks on a new fishing pact (NFP). → new fishing pact (NFP)",
        "Norway and Chad held talks on a fishing pact signed last year. → fishing pact",
        "President Maria Soto discussed in a phone call on Monday trade between Norway and Chad. → trade between Norway and Chad",
    ],
    no=[
        "Norway and Chad held talks with Togo.",
        "Norway and Chad held talks on Monday.",
        "Norway and Chad held talks on Capitol Hill.",
        "Norway and Chad held the fifth meeting of the Working Group on Border Trade.",
        "Togo opposed new sanctions on Chad.",
    ],
)
def led_by_on(scene: Scene) -> Iterator[Phrase]:
    """What "on" or "about" leads to behind the noun."""
    roles = scene.trigger.meaning.inside  # of a measure "on" leads to whom it hits
    if not scene.trigger.is_verb:
        leading = (p for p in scene.tree.deps(scene.anchor, "prep") if not scene.trigger.covers(p))
        for p in (p for p in leading if scene.tree.lower(p) not in roles):
            yield from items_behind(scene.index, p)


@rule(
    yes=[
        "President Maria Soto spoke with Chancellor Uwe Brandt on Monday about fishing quotas. → fishing quotas",
        "President Maria Soto spoke with Chancellor Uwe Brandt of Norway about fishing quotas. → fishing quotas",
        "President Maria Soto met Chancellor Uwe Brandt in Oslo for an update on fishing quotas. → fishing quotas",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt on the border.",
        "President Maria Soto met Chancellor Uwe Brandt for lunch.",
    ],
)
def led_from_the_verb(scene: Scene) -> Iterator[Phrase]:
    """What "about" leads to behind a verb, "on" behind one of talking, and what views or an update that one meets for are on."""
    index, tree = scene.index, scene.tree
    if not scene.trigger.is_verb:
        return
    yield from (item for p in _about_behind_names(scene) for item in items_behind(index, p))
    for p in tree.deps(scene.anchor, "prep"):
        if tree.lower(p) in _ABOUT or tree.lemma(scene.anchor) in _TALKING:
            yield from items_behind(index, p)
        for o in tree.deps(p, "pobj"):
            if tree.lower(p) == "for" and tree.lemma(o) in _VIEWS:
                yield from (item for q in tree.deps(o, "prep") for item in items_behind(index, q))


def _about_behind_names(scene: Scene) -> Iterator[int]:
    """ "about" that was parsed as hanging on the name before it ("spoke with President Soto of Peru about fish")."""
    tree, index = scene.tree, scene.index
    for o in (*tree.deps(scene.anchor, "dobj"), *tree.led_by(scene.anchor, "with", "to")):
        for p in range(o, tree.last(o) + 1):
            is_prep = tree.tokens[p].dep == "prep" and tree.lower(p) in _ABOUT
            if is_prep and tree.tokens[p].head in index.mention_at:
                yield p


@rule(
    yes=[
        "The ministers of Norway and Chad met to discuss trade and security. → security",
        "The talks between Norway and Chad covered fishing quotas. → fishing quotas",
        "The meeting of Norway and Chad focused on fishing quotas. → fishing quotas",
        "The visit of the Norwegian minister to Chad provides an opportunity to discuss fishing quotas. → fishing quotas",
        "At talks in Oslo Norway and Chad discussed fishing quotas. → fishing quotas",
        "The ministers of Norway and Chad met in Oslo and exchanged views on fishing quotas. → fishing quotas",
        "Minister Jens Holm spoke at a meeting of Nordic ministers, which discussed the future of the fishing fund. → future of the fishing fund",
        "The meeting of Norway and Chad on Friday will look at ways of sharing the river. → ways of sharing the river",
    ],
    no=["The ministers of Norway and Chad met to sign a treaty."],
)
def discussed(scene: Scene) -> Iterator[Phrase]:
    """What a verb that complements the event or its carrying verb tells as topic, or one that the event is the subject or scene of."""
    for verb in _telling(scene):
        if not scene.index.is_denied(verb):
            yield from (item for item in topics_of(scene.index, verb) if not is_itself(scene, item))


@rule(
    yes=[
        "Norway and Chad will hold talks in Lima in which fishing quotas will figure prominently. → fishing quotas",
        "Norway and Chad held talks in Oslo in which trade and visas featured prominently. → visas",
    ],
    no=[
        "Norway and Chad held talks in Oslo in which President Maria Soto figured prominently.",
        "Norway and Chad held talks in Oslo in which fish were served.",
    ],
)
def figured_there(scene: Scene) -> Iterator[Phrase]:
    """What figured or featured in the event: a matter, nobody."""
    index, tree = scene.index, scene.tree
    for verb in _told_there(scene) if scene.trigger.has("topics") else ():
        if tree.lemma(verb) in _FIGURING and not index.is_denied(verb):
            heads = (s for s in tree.deps(verb, "nsubj") if s not in index.mention_at and s not in index.timex_at)
            yield from (item for s in heads for item in items(index, s))


@rule(
    yes=["President Maria Soto discussed fishing quotas by phone with Chancellor Uwe Brandt. → fishing quotas"],
    no=["The minister of Norway phoned the minister of Chad.", "Norway is considering sanctions on Chad."],
)
def of_the_verb(scene: Scene) -> Iterator[Phrase]:
    """The objects of an event verb that is itself one of discussing."""
    frame = scene.trigger.frame
    if frame is not None and frame.lemma in DISCUSSING and scene.trigger.has("topics"):
        for o in scene.tree.objects(scene.anchor):
            if scene.index.tokens[o].dep != "conj":
                yield from items(scene.index, o)


@rule(
    yes=["The African Union investigated the use of gas in May 2018. → use of gas"],
    no=["The African Union gave aid to Chad in May 2018."],
)
def looked_into(scene: Scene) -> Iterator[Phrase]:
    """What is inspected or investigated."""
    if scene.trigger.has("about") and scene.trigger.frame is not None:
        for o in scene.tree.objects(scene.anchor):
            if scene.index.tokens[o].dep != "conj":
                yield from items(scene.index, o)


@rule(
    yes=[
        "Norway and Chad held farm trade talks in Oslo. → farm trade",
        "Norway and Chad held top-level trade talks in Oslo. → trade",
        "After debt talks with Chad, Minister Jens Holm of Norway flew home. → debt",
        "Nordic fishing quota negotiations broke down in Oslo on Monday. → fishing quota",
    ],
    no=[
        "Norway and Chad held peace talks in Oslo.",
        "Norway and Chad held emergency talks in Oslo.",
        "Norway and Chad held Geneva talks.",
        "# Norway and Chad to resume trade talks\nIt rained.",
        "Norway and Chad held trade talks on rice.",
        "The trade talks between Norway and Chad ended on Monday.",
    ],
)
def called_by_its_subject(scene: Scene) -> Iterator[Phrase]:
    """What talks are called by, where a noun for something to talk of stands before theirs ("farm trade talks")."""
    tree, index, last = scene.tree, scene.index, scene.anchor - 1
    is_talk = scene.trigger.is_noun and scene.trigger.first == scene.anchor and scene.trigger.kind == "talks"
    if not is_talk or last < 0 or tree.lemma(last).lower() not in _SUBJECTS or is_definite(scene) or scene.in_title:
        return
    first = last
    while first > 0 and _is_of_the_subject(index, first - 1, last, scene.anchor):
        first -= 1
    if (found := phrase(index, first, last)) is not None:
        yield found


def _is_of_the_subject(index: TextIndex, i: int, last: int, anchor: int) -> bool:
    """Whether a word before the subject of talks is a part of it ("[farm] trade talks", "[free] trade talks"); "fresh debt talks" are new talks."""
    token = index.tokens[i]
    if index.tokens[i - 1].text == "-":
        return False  # "top-level trade talks"
    if i in index.mention_at or i in index.timex_at or token.pos not in DESCRIBING or token.pos == "PROPN":
        return False
    return token.head == last or (token.pos == "NOUN" and token.head in (last, anchor))


CALLED_BY = (called_by_its_subject,)
"""What the noun for an event is called by; asked where its clause tells no agenda."""

AGENDAS = (led_by_on, led_from_the_verb, *APART, *AROUND, discussed, figured_there, of_the_verb, looked_into, *AIMED)
"""Where an event's own clause tells its agenda; all are asked."""


def _telling(scene: Scene) -> list[int]:
    """The verbs that complement the trigger or its carrying verb, or that the event is the subject or scene of, with those they lead to."""
    index, tree, clause = scene.index, scene.tree, scene.clause
    found = [
        v
        for start in (scene.anchor, *scene.clause.own, *carriers(scene))
        for c in tree.deps(start, "advcl", "xcomp", "acl", "relcl", "conj")
        if tree.tokens[c].pos == "VERB"
        for row in in_a_row(index, c)
        for v in led_to(index, row)
    ]
    found += [v for v in (*_told_there(scene), *_which_told(scene), *main_verb_beside(scene)) if v not in found]
    is_scene = clause.relation == "preposition" and clause.preposition in _SCENE and clause.governor is None
    if clause.verb is not None and (clause.relation == "subject" or is_scene):
        found += [v for row in in_a_row(index, clause.verb) for v in led_to(index, row)]
    return list(dict.fromkeys(found))


def _which_told(scene: Scene) -> list[int]:
    """The verbs of a clause with "which" as its subject behind those who meet, where the event alone can be meant ("a meeting of ministers, [which] discussed trade")."""
    index, tree = scene.index, scene.tree
    if scene.trigger.is_verb or not scene.trigger.has("topics"):
        return []
    found: list[int] = []
    for v in (v for p in tree.deps(scene.anchor, "prep") for o in tree.deps(p, "pobj") for v in tree.deps(o, "relcl")):
        parties = index.tokens[v].head
        is_event = any(tree.lower(s) == "which" for s in tree.deps(v, "nsubj"))
        is_by_parties = tree.lower(index.tokens[parties].head) in _OF_PARTIES
        if is_event and is_by_parties and index.tokens[parties].tag == "NNS" and parties in index.mention_at:
            found += [w for row in in_a_row(index, v) for w in led_to(index, row)]
    return found


def _told_there(scene: Scene) -> list[int]:
    """The verbs of a clause behind the event that tells what was done "at which" or "during which", whatever name or day the parser hung it on."""
    index, tree = scene.index, scene.tree
    found: list[int] = []
    for i in range(scene.anchor + 1, index.sentence(scene.anchor).last):
        if i in scene.others:
            break  # the next event's
        is_there = index.tokens[i].dep == "pobj" and tree.lower(i) == "which" and tree.lower(i - 1) in _SCENE
        above = index.tokens[index.tokens[i].head].head
        if is_there and index.tokens[above].pos == "VERB" and above > i:
            found += [v for row in in_a_row(index, above) for v in led_to(index, row)]
    return found
