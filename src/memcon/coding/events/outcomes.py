"""What came of an event: what was agreed, reached, signed or issued there, or left open, in its own sentence and behind it."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.channels.naming import HEADS
from memcon.coding.channels.sessions import SESSION_NOUNS
from memcon.coding.coordination import mentions_around
from memcon.coding.doers import doers
from memcon.coding.events.arguments import times_on
from memcon.coding.events.continuing import Continued
from memcon.coding.events.items import items, phrase
from memcon.coding.events.listed_items import find_listed_results
from memcon.coding.events.outcomes_of_papers import OF_PAPERS
from memcon.coding.events.provisions import PAPERS_OF_PARTIES
from memcon.coding.events.results import FAILING, RESULTING, achieves, as_told, is_told_as_done, results_of
from memcon.coding.events.scene import Scene
from memcon.coding.events.telling import in_a_row, led_to, main_verb_beside
from memcon.coding.events.voting import voted
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import TELLING, UNDERGOING
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.domain.tree import Tree
from memcon.lexicon import words

_SCENE = words("telling_the_scene")
_HALTS = words("halt_of_fighting")
_OF_PAPERS = PAPERS_OF_PARTIES | words("going_on_of_a_paper")
_GOING_ON = ("topics", "instrument", "vehicle", "speaking")
_PARTING = words("parting_the_parties") | words("what_is_settled")
_CLOSING = words("closing_a_gap")
_ENDING = words("coming_to_its_end_in_talks") | words("breaking_down") | words("cancellation_verbs")
_BESIDE = words("done_beside_it")
_LEFT_APART = words("left_apart")
_LEFT = words("leading_to_how_it_ended")
_SAYING_SO = words("taking_a_stand") | words("voicing")


def find_outcome(scene: Scene) -> tuple[Phrase, ...]:
    """What was agreed, reached, signed or issued at the event, as the first of `OUTCOMES` that answers tells."""
    return next((found for finder in OUTCOMES if (found := tuple(finder(scene)))), ())


@rule(
    yes=["The presidents of Norway and Chad signed a fishing treaty. → fishing treaty"],
    no=[
        "The presidents of Norway and Chad met in Oslo.",
        "Norway and Chad agreed on an extension of the truce.",
        "Norway will sign an agreement with Chad.",
        "The Lima agreement was struck in May.",
        "Norway and Chad may settle their trade dispute.",
    ],
)
def signed(scene: Scene) -> Iterator[Phrase]:
    """What a verb of signing has as its object; that it is a deal is no outcome."""
    if scene.trigger.has("instrument") and scene.trigger.is_verb:
        for o in scene.tree.objects(scene.anchor):
            if scene.index.tokens[o].dep != "conj":
                is_settled = scene.tree.lemma(o) in _PARTING and scene.tree.lemma(scene.anchor) in _CLOSING
                told = () if is_settled else items(scene.index, o)
                yield from (p for p in told if not _is_bare_paper(scene.index, p))


def _is_bare_paper(index: TextIndex, found: Phrase) -> bool:
    """Whether an item names but a paper, with whom it is, where or when, or how one goes on ("the deal", "an agreement with Peru", "this extension of the truce")."""
    told = [i for i in index.inside(found.span) if index.tokens[i].pos in TELLING]
    papers = [i for i in told if index.tree.lemma(i).lower() in _OF_PAPERS]
    if any(index.tokens[i].pos == "PROPN" or index.tree.lemma(i) in _HALTS for i in papers):
        nouns = told  # "the Lima Treaty" and "a truce between A and B" say what it is
    else:
        beside = index.timex_at.keys() | index.mention_at.keys()
        nouns = [i for i in told if i in papers or (i not in beside and index.tokens[i].pos != "PROPN")]
    return all(index.tree.lemma(i).lower() in _OF_PAPERS for i in nouns)


@rule(
    yes=[
        "Norway and Chad struck a deal to open the border. → open the border",
        "The agreement of Norway and Chad to share the river was hailed. → share the river",
        "The United Nations voted on Monday to extend the mandate of its mission. → extend the mandate of its mission",
    ],
    no=["Norway and Chad struck a deal.", "Norway and Chad met to sign a deal."],
)
def to_be_done(scene: Scene) -> Iterator[Phrase]:
    """What the infinitive behind a paper or a vote says is to be done ("a deal to open the border")."""
    tree = scene.tree
    if not (scene.trigger.has("instrument") or scene.trigger.has("vehicle")):
        return
    for c in _infinitives_behind(scene):
        found = phrase(scene.index, c, tree.last(c))
        if found is not None:
            yield found


def _infinitives_behind(scene: Scene) -> Iterator[int]:
    """The infinitives that hang on the event's paper, or stand right behind it where the parser hangs them on the verb."""
    tree, verb = scene.tree, scene.anchor if scene.trigger.is_verb else None
    papers = (
        [o for o in tree.objects(verb) if tree.lemma(o) in PAPERS_OF_PARTIES] if verb is not None else [scene.anchor]
    )
    yield from voted(tree, scene.anchor)
    for paper in papers:
        yield from (c for c in tree.deps(paper, "acl", "relcl") if c > paper and tree.is_infinitive(c))
        beside = tree.deps(verb, "xcomp", "advcl") if verb is not None else ()
        yield from (c for c in beside if tree.first(c) == tree.last(paper) + 1 and tree.is_infinitive(c))


@rule(
    yes=["The joint statement by Norway and Chad condemning the raid was read out. → condemning the raid"],
    no=["The joint statement by Norway and Chad was long."],
)
def said_in_it(scene: Scene) -> Iterator[Phrase]:
    """What a participle behind a text issued together says that it says."""
    tree = scene.tree
    if scene.trigger.has("vehicle") and scene.trigger.is_noun:
        for c in tree.deps(scene.anchor, "acl"):
            if tree.tokens[c].tag == "VBG" and tree.lemma(c) in _SAYING_SO | RESULTING:
                yield from as_told(scene.index, c)


@rule(
    yes=[
        "At talks in Oslo Norway and Chad reached a deal on fish. → reached a deal on fish",
        "The talks between Norway and Chad produced a joint statement. → produced a joint statement",
        "Talks between Norway and Chad ended without a breakthrough. → ended without a breakthrough",
        "The ministers of Norway and Chad met in Oslo and agreed to open the border. → agreed to open the border",
        "The Norwegian minister visited Chad, where he pledged aid. → pledged aid",
        "Norway and Chad agreed at a meeting in Oslo on 5 June to share fishing data. → to share fishing data",
        "Norway and Chad reached a deal on fish at talks in Oslo on Monday. → reached a deal on fish",
        "Norway and Chad agreed to open the border during talks in Oslo. → agreed to open the border",
        "Norway and Chad failed to agree on fish at talks in Oslo on Monday. → failed to agree on fish",
        "Norway and Chad made progress on fish after talks in Oslo on Monday. → made progress on fish",
        "At the end of talks in Oslo Norway and Chad adopted a declaration. → adopted a declaration",
        "The envoys of Norway and Chad agreed at talks in Oslo on Monday to consider ending the working group that the allies launched in November 2018, the Foreign Ministry said on Tuesday. → to consider ending the working group that the allies launched in November 2018",
    ],
    no=[
        "Norway and Chad will sign a treaty at talks in Oslo.",
        "Norway and Chad spoke at length at talks in Oslo.",
        "Norway and Chad agreed to hold talks in Oslo.",
    ],
)
def told_of_the_scene(scene: Scene) -> Iterator[Phrase]:
    """What verbs that the event is the scene or the subject of, or that go on with its own, tell as brought about there."""
    for verb in _telling(scene):
        if not verb <= scene.anchor <= scene.tree.last(verb):
            yield from results_of(
                scene.index, verb, by_all=_is_of_all(scene, verb), is_there=len(scene.tree.subjects(verb)) > 0
            )
        elif verb == scene.clause.verb and _is_scene(scene):
            yield from _behind_the_scene(scene, verb)


def _is_of_all(scene: Scene, verb: int) -> bool:
    """Whether a verb tells what all parties do, or what is done there; not what the one who met goes on to do ("met the king and voiced regret")."""
    subjects = scene.tree.subjects(verb)
    if not subjects or verb not in _row_of_the_event(scene):
        return len(subjects) > 0
    by = doers(scene.index, verb)
    named = {a for i in by for m in mentions_around(scene.index, i) for a in m.actors}
    return len(named) != 1


def _row_of_the_event(scene: Scene) -> list[int]:
    """The verb that tells of the event or carries it, and those in a row with it; who launched or gave something goes on to do something else."""
    clause = scene.clause
    if not any(scene.trigger.has(trait) for trait in _GOING_ON):
        return []
    carrying = scene.anchor if scene.trigger.is_verb else clause.verb if clause.relation == "object" else None
    if carrying is None or scene.tree.tokens[carrying].dep == "xcomp":
        return []
    return in_a_row(scene.index, carrying)


def _behind_the_scene(scene: Scene, verb: int) -> Iterator[Phrase]:
    """What was agreed or promised to be done, where the event stands between ("agreed at a meeting in Oslo [to open the border]"), or what was made or agreed there
    ("[reached a deal] at talks in Oslo", "[agreed to open the border] during talks")."""
    tree = scene.tree
    is_result = tree.lemma(verb) in RESULTING or achieves(scene.index, verb)
    is_failure = tree.lemma(verb) in FAILING
    if not (is_failure or (is_result and not scene.index.is_denied(verb))) or not is_told_as_done(scene.index, verb):
        return
    for c in tree.deps(verb, "xcomp"):
        if tree.is_infinitive(c) and tree.first(c) > scene.anchor:
            found = phrase(scene.index, tree.first(c), tree.last(c))
            if found is not None:
                yield found
    told = [*tree.deps(verb, "dobj"), *(c for c in tree.deps(verb, "xcomp") if tree.is_infinitive(c))]
    objects = [o for o in told if tree.last(o) < scene.anchor and verb < o and not _is_encounter(scene.index, o)]
    leading = next((p for p in tree.deps(verb, "prep") if p < scene.anchor <= tree.last(p)), None)
    if objects and leading is not None and leading > objects[-1]:
        yield from as_told(scene.index, verb, up_to=leading)


def _is_encounter(index: TextIndex, i: int) -> bool:
    """Whether a noun names what people come together in: "concluded the dialogue" tells of no result."""
    return not {index.tree.lemma(i), index.tree.lower(i)}.isdisjoint(SESSION_NOUNS | HEADS.keys())


@rule(
    yes=[
        "The ministers of Norway and Chad ended a three-day meeting in Oslo still divided over fishing quotas. → still divided over fishing quotas",
        "Norway and Chad broke off talks on Monday after making no progress on quotas. → making no progress on quotas",
        "Norway and Chad concluded two days of talks on Monday without reaching an agreement. → without reaching an agreement",
    ],
    no=[
        "The ministers of Norway and Chad ended a three-day meeting in a divided town.",
        "Norway and Chad ended talks on Monday after having lunch.",
        "Norway and Chad ended talks on Monday.",
    ],
)
def ended_so(scene: Scene) -> Iterator[Phrase]:
    """How the parties were left when they ended it: "still divided over …", "after making no progress", "without reaching …"."""
    tree, index, verb = scene.tree, scene.index, scene.clause.verb
    is_ended = verb is not None and scene.clause.relation == "object" and scene.trigger.has("topics")
    if verb is None or not is_ended or not _is_ending(tree, verb) or not is_told_as_done(index, verb):
        return
    for i in range(scene.anchor + 1, tree.last(verb) + 1):
        if tree.lower(i) in _LEFT_APART and tree.tokens[i].dep not in {"amod", "conj"} and verb in tree.above(i):
            yield from (p for p in (phrase(index, tree.first(i), tree.last(i)),) if p is not None)
            return
    for p in (p for p in tree.deps(verb, "prep") if p > scene.anchor and tree.lower(p) in _LEFT):
        for c in tree.deps(p, "pcomp"):
            if achieves(index, c) or tree.lemma(c) in RESULTING | FAILING:
                found = phrase(index, p if tree.lower(p) == "without" else c, tree.last(c))
                yield from (() if found is None else (found,))


def _is_ending(tree: Tree, verb: int) -> bool:
    """Whether a verb, with its particle, tells that an encounter came to its end."""
    return any(
        word in _ENDING
        for word in (tree.lemma(verb), *(f"{tree.lemma(verb)} {tree.lower(p)}" for p in tree.deps(verb, "prt")))
    )


@rule(
    yes=["President Maria Soto spoke with Chancellor Uwe Brandt, pledging aid. → pledging aid"],
    no=["President Maria Soto spoke with Chancellor Uwe Brandt, smiling."],
)
def by_participle(scene: Scene) -> Iterator[Phrase]:
    """What a participle behind the event's verb tells as promised or agreed there."""
    tree = scene.tree
    for start in (scene.anchor, *scene.verbs[:1]):
        for c in tree.deps(start, "advcl"):
            if (
                c > start
                and tree.tokens[c].tag == "VBG"
                and tree.lemma(c) in RESULTING
                and not tree.deps(c, "mark", "nsubj")
            ):
                yield from as_told(scene.index, c)


@rule(
    yes=["Norway sent three ambulances and humanitarian aid to Chad. → three ambulances"],
    no=["Norway announced that humanitarian aid helps."],
)
def given(scene: Scene) -> Iterator[Phrase]:
    """What is given, of help."""
    frame = scene.trigger.frame
    if frame is None or not scene.trigger.has("giving") or "object" in frame.roles:
        return
    for o in scene.tree.objects(scene.anchor):
        if scene.index.tokens[o].dep in UNDERGOING:
            yield from items(scene.index, o) or _amount(scene.index, o)


def _amount(index: TextIndex, head: int) -> list[Phrase]:
    """ "$20 million in aid", whose head is a number."""
    first, last = index.tree.extent(head)
    clauses = (index.tree.first(c) for c in index.tree.deps(head, "acl", "relcl"))
    found = phrase(index, first, max(head, min([last, *(c - 1 for c in clauses)])))
    return [found] if found is not None else []


OUTCOMES = (to_be_done, signed, given, said_in_it, *OF_PAPERS, told_of_the_scene, ended_so, by_participle)
"""Where an event's outcome is told; the first that answers decides."""


def _telling(scene: Scene) -> list[int]:
    """The verbs that may tell what came of it, in text order."""
    clause, index = scene.clause, scene.index
    found: list[int] = []
    if clause.verb is not None and _is_scene(scene):
        row = in_a_row(index, clause.verb)
        found += [w for v in row for w in led_to(index, v)] if clause.relation == "subject" else row
    found += [v for v in _row_of_the_event(scene)[1:] if not _is_apart(scene, v)]
    found += main_verb_beside(scene)
    where = (c for o in (scene.anchor, *scene.clause.own) for c in _clauses_of_place(scene, o))
    return sorted({*found, *(v for c in where for v in in_a_row(index, c))})


def _is_apart(scene: Scene, verb: int) -> bool:
    """Whether a verb in the event's row has another time of its own, or is told to be done beside it ("has met them and today signed a pact", "meanwhile signed")."""
    times = {scene.index.timex_at[t].edtf for t in times_on(scene.index, verb)}
    own = {scene.index.timex_at[t].edtf for v in scene.verbs[:1] for t in times_on(scene.index, v)}
    is_beside = any(scene.tree.lower(c) in _BESIDE for c in scene.tree.deps(verb, "advmod"))
    return is_beside or bool(times - own)


def _clauses_of_place(scene: Scene, start: int) -> Iterator[int]:
    """The verbs of clauses that "where" or "during which" opens behind the event."""
    tree = scene.tree
    first, last = tree.extent(start)
    for c in range(first, last + 1):
        if (
            tree.tokens[c].dep == "relcl"
            and c > scene.anchor
            and any(tree.lower(a) == "where" for a in tree.deps(c, "advmod"))
        ):
            yield c


def _is_scene(scene: Scene) -> bool:
    clause = scene.clause
    is_place = clause.relation == "preposition" and clause.preposition in _SCENE
    return clause.governor is None and (is_place or clause.relation == "subject")


def outcome_behind(index: TextIndex, continuing: Continued) -> Iterator[Phrase]:
    """What the sentences that go on to tell of an encounter tell as its result."""
    for verb in continuing.verbs:
        yield from results_of(index, verb, by_all=verb in continuing.by_all)
    for n in dict.fromkeys(index.tokens[v].sentence for v in continuing.verbs):
        yield from find_listed_results(index, n)
