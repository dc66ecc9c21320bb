"""Which sentences go on to tell of an encounter: those whose subject is its parties, until another encounter, a new section, or talk of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from memcon.codebook import load_codebook
from memcon.coding.coordination import mentions_around
from memcon.coding.doers import doers
from memcon.coding.events.arguments import times_on
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.telling import in_a_row, is_ahead, is_past, main_verbs
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.dates import Interval, interval_of
from memcon.domain.labels import GOVERNED
from memcon.domain.records import Participant
from memcon.domain.rules import rule
from memcon.lexicon import words

_AGAIN = words("parties_told_again")
_TOGETHER = words("parties_by_pronoun")
_ONE = words("one_party_by_pronoun")
_ITSELF = words("agenda_noun")
_TOLD_AGAIN = words("encounter_named_again")
_DEFINITES = words("definites")
_SPEAKING = frozenset().union(
    *map(
        words,
        (
            "saying",
            "thinking",
            "reporting_an_object",
            "discussing",
            "bringing_about_a_result",
            "stressing",
            "exchanging_views",
            "thanking",
        ),
    )
)
_ELSEWHERE = words("told_of_before") | words("done_beside_it")
_OTHERS = words("the_rest_of_a_group")
_REACHING = words("reaching_a_place")
_SETTLING = words("bringing_about_a_result")
_BEFORE = words("leading_to_what_is_compared")
_FOLLOWING = words("coming_after_an_event")
_DISCUSSING = words("discussing")
_SAYING = words("saying")
_FUTURE = words("future_auxiliary")
_IF = frozenset({"if", "unless"})
_GAP = 3
"""How many sentences in a row may tell of others before what follows is no longer taken for the encounter's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An encounter with who takes part: the ids of its actors and the countries that they are of; `days` is when it is, where that is told."""

    number: int
    actors: frozenset[str]
    countries: frozenset[str]
    anchors: frozenset[int]
    is_ahead: bool | None = None
    days: Interval | None = None


@dataclass(frozen=True, slots=True)
class Continued:
    """The verbs that go on to tell of an encounter, in text order; `by_all` are those whose subject is all of its parties."""

    verbs: tuple[int, ...] = ()
    by_all: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Walk:
    current: Told | None = None
    before: Told | None = None
    gap: int = 0
    verbs: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_all: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))


def told_encounter(
    index: TextIndex, number: int, mentions: Sequence[EventMention], participants: Sequence[Participant]
) -> Told | None:
    """The encounter that `mentions` tell of in the running text; None where they tell of none."""
    anchors = frozenset(m.trigger.anchor for m in mentions if m.trigger.has("topics") and not m.in_title)
    if not anchors:
        return None
    actors = _with_members(index, participants)
    return Told(
        number=number,
        actors=frozenset(a.id for a in actors),
        countries=frozenset(a.country for a in actors if a.country),
        anchors=anchors,
        is_ahead=_lies_ahead(mentions),
        days=next((m.interval for m in mentions if m.interval is not None), None),
    )


def _with_members(index: TextIndex, participants: Sequence[Participant]) -> list[Actor]:
    """The actors that take part, and those of whom they are made up."""
    known = index.annotation.actor_by_id
    actors = [known[p.actor] for p in participants if p.actor in known]
    return [*actors, *(known[i] for a in actors for i in a.members if i in known)]


def _lies_ahead(mentions: Sequence[EventMention]) -> bool | None:
    statuses = [m.status.status for m in mentions if m.status is not None and not m.in_title]
    found = {load_codebook().statuses.of(s).is_ahead for s in statuses}
    return found.pop() if len(found) == 1 else None


def continued(index: TextIndex, encounters: Sequence[Told]) -> Mapping[int, Continued]:
    """For each encounter the verbs of the sentences that go on to tell of it. One walk through the text."""
    starts: dict[int, list[Told]] = defaultdict(list)
    for told in encounters:
        for anchor in told.anchors:
            starts[index.tokens[anchor].sentence].append(told)
    walk = _Walk()
    if encounters:
        for n in range(min(starts), len(index.annotation.sentences)):
            _step(index, n, starts.get(n, []), walk)
    return {n: Continued(tuple(verbs), frozenset(walk.by_all[n])) for n, verbs in walk.verbs.items()}


def _step(index: TextIndex, n: int, starts: Sequence[Told], walk: _Walk) -> None:
    if index.annotation.sentences[n].kind == "heading":
        walk.current = walk.before = None
    if walk.current is None and not starts:
        return
    own = [] if walk.current is None else _own_verbs(index, n, walk.current, walk)
    begun = [
        t
        for t in starts
        if t is not walk.current and not (_only_beside(index, n, t, own) or _is_way_there(index, n, t, walk.current))
    ]
    if begun:
        walk.before = walk.current
        walk.current, walk.gap = min(begun, key=lambda t: min(index.tree.depth(a) for a in _anchors(index, n, t))), 0
        return
    if walk.current is None:
        return
    of_both = [v for v in own if _is_by_parties_of_the_one_before(index, v, walk)]
    if walk.before is not None and of_both:
        walk.verbs[walk.before.number] += of_both
    walk.verbs[walk.current.number] += (v for v in own if v not in of_both)
    meant_before = [] if own or starts else _own_verbs_of_the_one_before(index, n, walk)
    walk.gap = 0 if own or meant_before or walk.current in starts else walk.gap + 1
    if walk.gap > _GAP:
        walk.current = walk.before = None


def _is_by_parties_of_the_one_before(index: TextIndex, verb: int, walk: _Walk) -> bool:
    """Whether several do it who all took part in the encounter told before the current one, which not all of them are at ("A met B in Oslo. A is there on a
    tour of three countries. A and B discussed trade")."""
    current, before = walk.current, walk.before
    if current is None or before is None:
        return False
    who = {a for s in doers(index, verb) for m in mentions_around(index, s) for a in m.actors}
    return len(who) > 1 and who <= before.actors and not who <= current.actors


def _own_verbs_of_the_one_before(index: TextIndex, n: int, walk: _Walk) -> list[int]:
    """The main verbs of sentence `n` that tell of the encounter told before the current one: of the two only that one lies in their time ("They will meet in
    May. Their last talks were held in March. The two sides will discuss trade")."""
    current, before = walk.current, walk.before
    if current is None or before is None or None in (current.is_ahead, before.is_ahead):
        return []
    if current.is_ahead == before.is_ahead or not current.countries <= before.countries:
        return []
    found = [v for v in _own_verbs(index, n, before, walk) if _is_of_another_time(index, v, current)]
    walk.verbs[before.number] += found
    return found


def _own_verbs(index: TextIndex, n: int, told: Told, walk: _Walk) -> list[int]:
    """The main verbs of sentence `n` that tell what the parties of the encounter did there."""
    found = []
    for verb in (*main_verbs(index, n), *_foretold(index, n, told)):
        subjects = doers(index, verb)
        passage = Passage(index=index, verb=verb, subjects=tuple(subjects), told=told, is_unbroken=walk.gap == 0)
        if not (subjects and any(finder(passage) for finder in SUBJECTS)):
            continue
        if not (_is_of_another_time(index, verb, told) or _is_with_others(index, verb, told)):
            found.append(verb)
            if by_pronoun(passage) or by_collective(passage) or _names_all(passage):
                walk.by_all[told.number].add(verb)
    return found


def _foretold(index: TextIndex, n: int, told: Told) -> list[int]:
    """Of an encounter that lies ahead the verbs that sentence `n` reports somebody to say of what is to come ("Officials said [they would discuss trade]")."""
    if not told.is_ahead:
        return []
    saying = [v for v in main_verbs(index, n) if index.tree.lemma(v) in _SAYING]
    reported = (c for v in saying for c in index.tree.deps(v, "ccomp") if index.tokens[c].pos == "VERB")
    return [w for c in reported for w in in_a_row(index, c) if _will_be(index, w) and not index.is_denied(w)]


def _will_be(index: TextIndex, verb: int) -> bool:
    """Whether a verb says what will be done, and not what might be or only on a condition."""
    tree = index.tree
    above = tree.tokens[verb].head if tree.tokens[verb].dep == "conj" else verb
    is_told = any(
        tree.lower(c) in _FUTURE or tree.lower(c) == "would" for v in (verb, above) for c in tree.auxiliaries(v)
    )
    is_on_condition = any(tree.lower(m) in _IF for c in tree.deps(verb, "advcl") for m in tree.deps(c, "mark"))
    return is_told and is_ahead(index, verb) and not is_on_condition


def _is_of_another_time(index: TextIndex, verb: int, told: Told) -> bool:
    """Whether a verb tells of what is to come of an encounter that was, or the other way round, or of what was done before ("recently announced")."""
    if any(index.tree.lower(c) in _ELSEWHERE for c in index.tree.deps(verb, "advmod")):
        return True
    if _was_done_before(index, verb) or _is_on_other_days(index, verb, told):
        return True
    if told.is_ahead is None:
        return False
    return is_past(index, verb) if told.is_ahead else is_ahead(index, verb)


def _is_with_others(index: TextIndex, verb: int, told: Told) -> bool:
    """Whether it is done with somebody who is no party ("Peru and Chile met. Peru signed a treaty with Ecuador")."""
    tree = index.tree
    # of what is discussed "with others" is the topic's
    objects = tree.deps(verb, "dobj") if tree.lemma(verb) in _SETTLING else []
    led = (o for i in (verb, *objects) for o in tree.led_by(i, "with"))
    partners = [a for o in led for m in mentions_around(index, o) for a in index.actors_of(m)]
    return bool(partners) and all(a.id not in told.actors and a.country not in told.countries for a in partners)


def _was_done_before(index: TextIndex, verb: int) -> bool:
    """Whether the sentence itself tells of what had been done before then ("Peru and Chile had signed a treaty")."""
    is_own = index.tokens[verb].dep in {"ROOT", "conj"}
    return is_own and index.tree.has_word(verb, {"had"}, "aux")


def _is_on_other_days(index: TextIndex, verb: int, told: Told) -> bool:
    """Whether a time on the verb excludes the days of the encounter ("In May, Peru and Chile signed a treaty", behind a meeting in June)."""
    times = (interval_of(index.timex_at[t].edtf or "") for t in times_on(index, verb))
    return told.days is not None and any(d is not None and not d.overlaps(told.days) for d in times)


def _only_beside(index: TextIndex, n: int, told: Told, own: Sequence[int]) -> bool:
    """Whether sentence `n` names an encounter only below what the parties of the one before say or discuss ("They discussed the June summit"), or as what
    something else followed ("The visit followed a phone call")."""
    speaking = {v for v in own if index.tree.lemma(v) in _SPEAKING}
    return all(
        a not in own and (any(v in speaking for v in index.tree.above(a)) or _is_before(index, a))
        for a in _anchors(index, n, told)
    )


def _is_way_there(index: TextIndex, n: int, told: Told, current: Told | None) -> bool:
    """Whether sentence `n` only tells that parties of the encounter under way arrived for it ("Soto had landed the day before")."""
    anchors = _anchors(index, n, told)
    if current is None or not told.actors or any(index.tree.lemma(a) not in _REACHING for a in anchors):
        return False
    had_come = all(index.tree.is_perfect(a) for a in anchors) and told.countries <= current.countries
    return had_come or told.actors <= current.actors


def _is_before(index: TextIndex, anchor: int) -> bool:
    """Whether an encounter is told as what came before, or in a relative clause."""
    i = anchor
    for above in index.tree.above(anchor):
        is_object = index.tokens[i].dep in GOVERNED
        if is_object and (index.tree.lower(above) in _BEFORE or index.tree.lemma(above) in _FOLLOWING):
            return True
        if index.tokens[i].dep == "relcl":
            return True
        i = above
    return False


def _anchors(index: TextIndex, n: int, told: Told) -> list[int]:
    sentence = index.annotation.sentences[n]
    return [a for a in range(sentence.first, sentence.last) if a in told.anchors]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A verb behind an encounter, and whether its sentence follows on one that told of it."""

    index: TextIndex
    verb: int
    subjects: tuple[int, ...]
    told: Told
    is_unbroken: bool


@rule(
    yes=["The ministers of Norway and Chad met in Oslo. They discussed fishing quotas."],
    no=["The ministers of Norway and Chad met in Oslo. It rained."],
)
def by_pronoun(passage: Passage) -> bool:
    """ "they", "both", "each": the parties."""
    return any(passage.index.tree.lower(i) in _TOGETHER for i in passage.subjects)


@rule(
    yes=["The ministers of Norway and Chad met in Oslo. The two leaders discussed fishing quotas."],
    no=[
        "The ministers of Norway and Chad met in Oslo. Peruvian and Togolese officials discussed fishing quotas.",
        "The ministers of Norway and Chad met in Oslo. Other leaders discussed fishing quotas.",
    ],
)
def by_collective(passage: Passage) -> bool:
    """The parties by what they are ("the two sides", "the delegations"), not those of other countries."""
    index = passage.index
    heads = [i for i in passage.subjects if index.tree.lower(i) in _AGAIN and not _is_of_others(index, i)]
    return any(not _names_others(passage, i) for i in heads)


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt in Oslo. Soto raised fishing quotas.",
        "President Maria Soto will meet Chancellor Uwe Brandt on Friday. Aides said Soto would raise fishing quotas.",
        "Norwegian Foreign Minister Kari Berg met Peruvian Foreign Minister Ana Rios in Oslo. Norway and Peru agreed to open the border.",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt in Oslo. Ida Holm raised fishing quotas.",
        "President Maria Soto met Chancellor Uwe Brandt on Friday. Aides said Soto would raise fishing quotas.",
        "President Maria Soto will meet Chancellor Uwe Brandt on Friday. Aides said Soto could raise fishing quotas.",
        "Norwegian Foreign Minister Kari Berg met Peruvian Foreign Minister Ana Rios in Oslo. Chad and Togo agreed to open the border.",
    ],
)
def by_name(passage: Passage) -> bool:
    """One or more of the parties by their names or offices, or the states for which they act."""
    known = passage.index.annotation.actor_by_id
    actors = [known[a] for a in _named(passage) if a in known]
    return bool(actors) and all(
        a.id in passage.told.actors or (a.kind in {"state", "group"} and a.country in passage.told.countries)
        for a in actors
    )


@rule(
    yes=["President Maria Soto met Chancellor Uwe Brandt in Oslo. She raised fishing quotas."],
    no=["The ministers of Norway and Chad met in Oslo. It rained."],
)
def by_one_pronoun(passage: Passage) -> bool:
    """ "he" or "she" in a sentence that follows on one that told of the encounter, where it means no one else."""
    is_one = any(passage.index.tree.lower(i) in _ONE for i in passage.subjects)
    return is_one and passage.is_unbroken and _named(passage) <= passage.told.actors


@rule(
    yes=["Norway and Chad held talks in Oslo. Topics included fishing quotas. → True"],
    no=["Norway and Chad held talks in Oslo. The weather was discussed at home."],
)
def by_the_agenda(passage: Passage) -> bool:
    """The agenda itself, right behind the encounter."""
    return passage.is_unbroken and any(passage.index.tree.lower(i) in _ITSELF for i in passage.subjects)


@rule(
    yes=["President Maria Soto spoke with Chancellor Uwe Brandt. The conversation focused on fishing quotas."],
    no=["President Maria Soto spoke with Chancellor Uwe Brandt. A conversation with Peru focused on fishing quotas."],
)
def by_the_encounter(passage: Passage) -> bool:
    """ "the conversation", "the call", right behind the encounter, without parties of its own."""
    tree = passage.index.tree
    return passage.is_unbroken and any(
        tree.lemma(i) in _TOLD_AGAIN
        and any(tree.lower(d) in _DEFINITES for d in tree.deps(i, "det"))
        and not tree.deps(i, "prep")
        for i in passage.subjects
    )


@rule(
    yes=["Norway and Chad held talks in Oslo. Fishing quotas and visas were also discussed."],
    no=["Norway and Chad held talks in Oslo. Fishing quotas were discussed by Peru and Togo."],
)
def by_what_was_discussed(passage: Passage) -> bool:
    """The topics themselves, right behind the encounter, where it is not told who discussed them."""
    tree, verb = passage.index.tree, passage.verb
    is_discussed = tree.lemma(verb) in _DISCUSSING and bool(tree.deps(verb, "nsubjpass")) and tree.agent(verb) is None
    return is_discussed and passage.is_unbroken


SUBJECTS = (
    by_pronoun,
    by_collective,
    by_one_pronoun,
    by_name,
    by_the_agenda,
    by_the_encounter,
    by_what_was_discussed,
)
"""As whom a following sentence tells the parties of an encounter; any will do."""


def _named(passage: Passage) -> set[str]:
    index = passage.index
    return {a for i in passage.subjects for m in mentions_around(index, i) for a in m.actors}


def _names_all(passage: Passage) -> bool:
    return len(_named(passage)) > 1


def _is_of_others(index: TextIndex, i: int) -> bool:
    """Whether a noun for several means others than those told of ("other countries")."""
    return any(index.tree.lower(c) in _OTHERS for c in index.tree.deps(i, "amod", "det"))


def _names_others(passage: Passage, subject: int) -> bool:
    """Whether the phrase of a subject names somebody who takes no part."""
    index, known = passage.index, passage.index.annotation.actor_by_id
    first, last = index.tree.extent(subject)
    named = {
        a
        for i in range(first, min(last, subject) + 1)
        if (m := index.mention_at.get(i))
        for a in m.actors
        if a in known
    }
    whole = index.mention_at.get(subject)
    if whole is not None and not passage.told.actors.isdisjoint(whole.actors):
        return False
    others = {a for a in named if a not in passage.told.actors and known[a].country}
    strangers = {a for a in others if known[a].country not in passage.told.countries}
    is_named = any(index.tokens[i].pos in {"PROPN", "ADJ"} for i in range(first, min(last, subject) + 1))
    return bool(strangers) and (is_named or strangers == named)
