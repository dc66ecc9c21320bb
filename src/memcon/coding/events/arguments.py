"""What a verb asks of its arguments to mean an event: a partner who is official, a traveller who is a person, a place, a time."""

from __future__ import annotations

from memcon.codebook import PLACE, VerbFrame, load_codebook
from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import agents, doers, doing
from memcon.coding.events.organs import is_organ_of_states
from memcon.coding.officials import is_international, is_of_several_states, is_official
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.dates import Interval, interval_of
from memcon.domain.rules import rule
from memcon.domain.times import Timex
from memcon.domain.tree import Tree
from memcon.lexicon import words

_DELEGATIONS = words("delegation")
_PHONES = words("telephone")
_SIDELINES = words("beside_an_event")
_LENGTHS = words("parts_of_an_event")
_NO_PLACE_LABELS = frozenset({"NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
"""What the parser's entities tell apart from places; a town is often a body or a person to it, or nothing."""
_MECHANISMS, _SHARED = words("mechanism_in_lower_case"), words("shared_by_those_who_meet")
_PARTS_OF_THE_WORLD, _PERHAPS_OWN = words("part_of_the_world"), words("perhaps_ones_own")
_SENT = words("sent_abroad")
_AWAITED = words("awaited_somewhere")
_HELPING = words("helping_somebody")
_AT, _HOUSES = words("leading_to_a_place"), words("house_of_a_government")
_DONE_ON_A_VISIT = words("done_on_a_visit")
_WOULD = words("future_auxiliary") | {"would", "should", "must"}


def prepositions_of(tree: Tree, verb: int) -> list[int]:
    """The prepositions of a verb, and those that the parser hung elsewhere: on the "phone" by which it is done ("will speak by phone with"), on what
    it is on the margins of, on how long it took ("met for an hour with A"), on "due" ("is due in Lima"), or on an infinitive behind the name, as if a clause
    began with "with" ("spoke with A to offer")."""
    own = tree.deps(verb, "prep", "dative")
    led = [c for p in (*own, *tree.deps(verb, "agent")) for c in tree.deps(p, "pobj")]
    phones = (p for c in led if tree.lower(c) in _PHONES for p in tree.deps(c, "prep"))
    beside = (p for c in led if tree.lemma(c) in _SIDELINES for p in _with_behind(tree, c))
    how_long = (p for c in led if tree.lemma(c) in _LENGTHS for p in tree.deps(c, "prep") if tree.lower(p) == "with")
    aims = (a for a in tree.deps(verb, "advcl", "xcomp", "ccomp") if tree.is_infinitive(a))
    due = (p for a in tree.deps(verb, "acomp") if tree.lower(a) in _AWAITED for p in tree.deps(a, "prep"))
    opening = (m for a in aims for m in tree.deps(a, "mark", "prep") if tree.lower(m) == "with" and m < _to(tree, a))
    where = (p for o in tree.deps(verb, "dobj") if tree.lemma(verb) == "join" for p in tree.deps(o, "prep"))
    return [*own, *phones, *beside, *how_long, *opening, *due, *where]


def _with_behind(tree: Tree, i: int) -> list[int]:
    """Each "with" in the phrase of a noun."""
    first, last = tree.extent(i)
    return [p for p in range(max(i, first), last) if tree.lower(p) == "with" and tree.tokens[p].dep == "prep"]


def _to(tree: Tree, infinitive: int) -> int:
    """The "to" of an infinitive."""
    return next((a for a in tree.deps(infinitive, "aux") if tree.lower(a) == "to"), infinitive)


@rule(
    yes=["President Maria Soto engaged with ideas."],
    no=["President Maria Soto engaged with Norway on Monday."],
)
def with_nobody(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """No actor is named as its object or behind one of its prepositions."""
    return "partner" in frame.asks and not _partners(index, verb, frame)


@rule(
    yes=["President Maria Soto spoke to executives on Monday."],
    no=["President Maria Soto spoke to Prime Minister Paul Okoro on Monday."],
)
def with_no_official(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """None of the actors that are named there is official."""
    if "official" not in frame.asks:
        return False
    return not any(is_official(a) for m in _partners(index, verb, frame) for a in index.actors_of(m))


@rule(
    yes=[
        "Norwegian President Maria Soto told Norwegian Foreign Minister Anna Lind on Monday that herring is dear.",
        "President Maria Soto told Chancellor Uwe Brandt on Monday that herring is dear.",
    ],
    no=["Norwegian President Maria Soto told German Chancellor Uwe Brandt on Monday that herring is dear."],
)
def with_no_foreigner(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """None of the actors that are named there is known to be of another country than whoever does it."""
    if "foreign" not in frame.asks:
        return False
    own, others = (
        {a.country for m in mentions for a in index.actors_of(m) if a.country}
        for mentions in (doing(index, verb), _partners(index, verb, frame))
    )
    return not own or not others - own


@rule(
    yes=["President Maria Soto called on Norway in May."],
    no=["President Maria Soto called on Chancellor Uwe Brandt in May."],
)
def with_no_person(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """None of the actors that are named there is a person."""
    return "in_person" in frame.asks and not any(_is_person(index, m) for m in _partners(index, verb, frame))


@rule(
    yes=[
        "The letter went to Norway on Monday.",
        "Norway headed to Chad with two wins on Monday.",
        "More Norwegians went to Chad on Monday.",
    ],
    no=["President Maria Soto went to Norway on Monday.", "Norwegian officials went to Chad on Monday."],
)
def by_no_person(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Whoever does it is no person, nor persons who are sent."""
    if "person" not in frame.asks:
        return False
    who = doers(index, verb)
    if _is_for_delegation(index, verb):
        return False
    if any(_is_sent(index, s) for s in who):
        return False
    return not any(_is_person(index, m) and not _is_a_people(index, m) for m in doing(index, verb))


def _is_a_people(index: TextIndex, mention: Mention) -> bool:
    """Whether only a nation's people are told, in whatever number ("more Norwegians", "the Kenyans")."""
    last = index.inside(mention.span)[-1]
    are_many = index.tokens[last].tag == "NNPS" and all(a.kind == "group" for a in index.actors_of(mention))
    return are_many and index.tokens[last].entity[2:] == "NORP"


def _is_for_delegation(index: TextIndex, verb: int) -> bool:
    """Whether a verb is what a delegation told before it in the sentence is sent for ("named a delegation to attend")."""
    first = index.sentence(verb).first
    is_told = any(index.tree.lemma(i) in _DELEGATIONS for i in range(first, verb))
    return index.tree.is_infinitive(verb) and is_told and not index.tree.deps(verb, "nsubj")


@rule(
    yes=["Norway dispatched the United Nations to Chad on Monday."],
    no=["Norway sent Minister Jens Holm to Chad on Monday."],
)
def of_no_person(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Whoever it is done to is no person, nor persons who are sent."""
    if "traveller" not in frame.asks:
        return False
    objects = list(index.tree.objects(verb))
    named = (index.mention_at[o] for o in objects if o in index.mention_at)
    return not (any(_is_sent(index, o) for o in objects) or any(_is_person(index, m) for m in named))


@rule(
    yes=["President Maria Soto gathered in Lima on Monday.", "The Norwegian election commission convened on Monday."],
    no=[
        "President Maria Soto and Prime Minister Paul Okoro gathered in Lima on Monday.",
        "The UN Security Council will convene on Friday.",
        "The two countries' joint commission will convene on Friday.",
        "The World Trade Organization's ruling council will convene on Friday.",
    ],
)
def by_one(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """One alone does it, and no body of states, nor a joint commission or council."""
    if "several" not in frame.asks:
        return False
    if any(_is_joint(index, s) or is_organ_of_states(index, s) for s in doers(index, verb)):
        return False
    who = [a for m in doing(index, verb) for a in index.actors_of(m)]
    return len({a.id for a in who}) < 2 and not any(a.kind == "group" or is_international(a) for a in who)


@rule(
    yes=[
        "The judges are to consider the appeal on Friday.",
        "The Norwegian ministers are to consider the budget on Friday.",
    ],
    no=[
        "EU farm ministers are to consider the plan on Friday.",
        "The plan is due to be considered by the European Union on Friday.",
        "The World Trade Organization's ruling council is due to consider the plan on Friday.",
        "The ministers of Norway and Chad are to consider the plan on Friday.",
    ],
)
def not_among_states(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Whoever does it is neither a body of several states, an organ of one or those in office for one, nor of several countries."""
    if "of_states" not in frame.asks:
        return False
    is_passive = index.tree.is_passive(verb)
    by = agents(index, verb) if is_passive else doing(index, verb)
    heads = index.tree.led_by(verb, "by") if is_passive else doers(index, verb)
    who = [a for m in by for a in index.actors_of(m)]
    lands = {index.annotation.actor_by_id[i].country for a in who for i in (a.id, *a.members)}
    are_of_several = len(lands - {None}) > 1
    is_organ = any(_is_joint(index, s) or is_organ_of_states(index, s) for s in heads)
    return not (are_of_several or is_organ or any(is_of_several_states(a) for a in who))


def _is_joint(index: TextIndex, i: int) -> bool:
    """Whether a noun is a commission, council or the like of several: "the joint commission", "the two countries' commission"."""
    tree = index.tree
    is_shared = any(tree.lower(c) in _SHARED for c in tree.deps(i, "amod", "compound"))
    return tree.lemma(i) in _MECHANISMS and (is_shared or index.is_of_several(i))


@rule(
    yes=["President Maria Soto went to work on Monday.", "President Maria Soto reached the age of 60 on Monday."],
    no=[
        "President Maria Soto went to Norway on Monday.",
        "President Maria Soto will return to the region on Monday.",
        "President Maria Soto arrived at the White House on Monday.",
        "President Maria Soto reached Lima on Monday.",
    ],
)
def without_place(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """No place is named where its frame has one."""
    if "place" not in frame.asks:
        return False
    tree = index.tree
    led = (
        o for p in prepositions_of(tree, verb) if frame.roles.get(tree.lower(p)) == PLACE for o in tree.deps(p, "pobj")
    )
    named = tree.objects(verb) if frame.roles.get("object") == PLACE else ()
    return not (any(_is_place(index, o) for o in led) or any(_is_place_name(index, o) for o in named))


@rule(
    yes=["President Maria Soto returned to Lima on Monday.", "Envoy Jens Holm will return to the country on Monday."],
    no=["Envoy Jens Holm will return to the region on Monday."],
)
def maybe_home(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """It leads to a place by its name, which may be where the traveller is at home: to "the country", but to no region."""
    if "abroad" not in frame.asks:
        return False
    tree = index.tree
    led = (
        o for p in prepositions_of(tree, verb) if frame.roles.get(tree.lower(p)) == PLACE for o in tree.deps(p, "pobj")
    )
    return not any(tree.lemma(o) in _PARTS_OF_THE_WORLD - _PERHAPS_OWN for o in led)


@rule(
    yes=["President Maria Soto was in Norway with her dog."],
    no=[
        "President Maria Soto was in Norway on Monday.",
        "President Maria Soto is in Norway for meetings with officials.",
        "President Maria Soto is in Norway on the third leg of a tour.",
        "President Maria Soto is in Norway to discuss fish prices.",
    ],
)
def without_time(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """No time is told beside it."""
    if "time" not in frame.asks or _is_timed(index, verb):
        return False
    is_delegation = any(index.tree.lemma(s) in _DELEGATIONS for s in doers(index, verb))
    is_being = index.tree.lemma(verb) == "be"
    return not (is_being and (is_delegation or _is_there_for_an_event(index, verb)))


def _is_there_for_an_event(index: TextIndex, verb: int) -> bool:
    """Whether somebody "is in Oslo for talks", "on a visit", "on the first leg of a tour" or "to discuss" something."""
    aims = index.tree.deps(verb, "advcl", "xcomp")
    if any(index.tree.is_infinitive(v) and index.tree.lemma(v) in _DONE_ON_A_VISIT for v in aims):
        return True
    led = index.tree.led_by(verb, "for", "on")
    led += [o for p in index.tree.led_by(verb, "in") for o in index.tree.led_by(p, "for", "on")]
    led += [o for leg in led for o in index.tree.led_by(leg, "of")]
    return any(names_an_event(index, o) for o in led)


def names_an_event(index: TextIndex, i: int) -> bool:
    """Whether a word is a noun of the codebook for events, as it stands or in its singular."""
    nouns = load_codebook().event_nouns
    return index.tree.lemma(i) in nouns or index.tree.lower(i) in nouns


@rule(
    yes=["President Maria Soto saw Chancellor Uwe Brandt in Lima."],
    no=["President Maria Soto is due to see Chancellor Uwe Brandt in Lima."],
)
def not_arranged(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Nothing tells that it is arranged or expected."""
    return "arranged" in frame.asks and index.factuality(verb).operator("arrangement", "expectation") is None


@rule(
    yes=[
        "Norway and Chad agreed in March.",
        "Norway and Chad agreed in March that herring is dear.",
        "Norway and Chad agreed in March to meet in May.",
        "Norway and Chad agreed in March to hold talks in May.",
    ],
    no=[
        "Norway and Chad agreed in March to fish less.",
        "Norway and Chad agreed in March that the quota should fall.",
        "Norway and Chad agreed in March on a yardstick.",
    ],
)
def nothing_undertaken(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """No infinitive, nor a clause with "should" or "would", tells what is to be done, nor a noun on what they are one."""
    if "undertaking" not in frame.asks:
        return False
    tree = index.tree
    clauses = tree.deps(verb, "ccomp")
    is_duty = any(tree.lower(a) in _WOULD for c in clauses for a in tree.deps(c, "aux"))
    is_about = any(index.tokens[o].pos == "NOUN" and o not in index.timex_at for o in tree.led_by(verb, "on", "upon"))
    aims = [x for x in tree.deps(verb, "xcomp") if tree.is_infinitive(x)]
    return not (is_duty or is_about or any(not _is_of_an_encounter(index, x) for x in aims))


def _is_of_an_encounter(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of an event that is arranged by agreeing to it: "to meet in May", "to hold talks"."""
    codebook, tree = load_codebook(), index.tree
    frames = codebook.by_verb.get(tree.lemma(verb), ())
    if any(codebook.kind(f.kind).family in ("encounter", "visit") and not f.object_nouns for f in frames):
        return True
    return any(names_an_event(index, o) for o in (*tree.objects(verb), *tree.led(verb)))


@rule(
    yes=["President Maria Soto called on Chancellor Uwe Brandt to resign."],
    no=["President Maria Soto called on Chancellor Uwe Brandt in Lima."],
)
def with_a_clause(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """A clause hangs on it: what somebody is called on to do."""
    if "alone" not in frame.asks:
        return False
    behind = (index.inside(m.span)[-1] + 1 for m in _partners(index, verb, frame))
    is_asked = any(i < len(index.tokens) and index.tree.lower(i) == "to" for i in behind)
    return is_asked or bool(index.tree.deps(verb, "xcomp", "ccomp", "advcl"))


@rule(
    yes=["President Maria Soto arrived late on Monday."],
    no=["President Maria Soto arrived here on Monday."],
)
def not_here(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """ "Here" does not stand by it."""
    return "here" in frame.asks and not any(index.tree.lower(a) == "here" for a in index.tree.deps(verb, "advmod"))


@rule(
    yes=["Norway provided $5 million to build a stadium.", "Norway provided $5 million to help its farmers."],
    no=[
        "Norway provided $5 million to support the people of Chad.",
        "Norway will provide $5 million to support vaccination in the region.",
        "Norway will provide $5 million in support of a clinic in Chad.",
    ],
)
def helping_nobody(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """No infinitive tells of something other than what is the giver's own that is to be helped."""
    if "helping" not in frame.asks:
        return False
    tree = index.tree
    over = (verb, *tree.objects(verb))
    aims = (v for i in over for v in tree.deps(i, "advcl", "acl", "relcl", "xcomp") if tree.is_infinitive(v))
    helped = [o for v in aims if tree.lemma(v) in _HELPING for o in tree.deps(v, "dobj")]
    helped += [o for i in over for o in tree.led(i) if tree.lemma(o) in _HELPING]
    own = {a for m in doing(index, verb) for a in m.actors}
    return not any(_is_others(index, o, own) for o in helped)


def _is_others(index: TextIndex, i: int, own: set[str]) -> bool:
    """Whether a noun with what hangs on it by "of" or the like is not somebody's own: neither "its farmers" nor "the farmers of Norway"."""
    tree = index.tree
    phrase = (i, *tree.deps(i, "poss"), *tree.led(i))
    named = {a for j in phrase for m in mentions_around(index, j) for a in m.actors}
    is_possessed = any(tree.tokens[c].tag == "PRP$" for c in tree.deps(i, "poss"))
    return bool(named - own) or not (named or is_possessed)


ASKED = (
    not_here,
    helping_nobody,
    with_nobody,
    with_no_official,
    with_no_foreigner,
    with_no_person,
    by_no_person,
    of_no_person,
    by_one,
    not_among_states,
    without_place,
    maybe_home,
    without_time,
    not_arranged,
    nothing_undertaken,
    with_a_clause,
)
"""What takes from a verb that it has what a frame asks for; one answer is enough."""


def is_set(index: TextIndex, verb: int) -> bool:
    """Whether a time that is not ahead, or a place, hangs on a verb that is told of somebody by name: "they discussed" and "also discussed" go on with what was told."""
    tree = index.tree
    goes_on = any(tree.lower(a) == "also" for a in tree.deps(verb, "advmod"))
    if goes_on or any(m.form == "pronoun" for m in doing(index, verb)):
        return False
    led = tree.led_by(verb, *_AT)
    days = (interval_of(index.timex_at[i].edtf or "") for i in times_on(index, verb))
    return any(d is not None and not _is_after(index, d) for d in days) or any(_is_place_name(index, o) for o in led)


def _is_after(index: TextIndex, day: Interval) -> bool:
    return index.published is not None and day.start > index.published.end


def led_by_object(index: TextIndex, verb: int, frame: VerbFrame, slot: str) -> list[Mention]:
    """Whom preposition `slot` names on the verb's object: of the nouns that make the verb an event ("exchanged views with A"), else only persons
    ("discussed the dispute with A", not "discussed trade with China")."""
    tree = index.tree
    objects = (o for o in tree.objects(verb) if tree.tokens[o].dep != "conj")
    on_object = (p for o in objects for p in tree.deps(o, "prep") if tree.lower(p) == slot)
    named = [m for p in on_object for m in mentions_from(index, p + 1)]
    return named if frame.object_nouns else [m for m in named if all(a.kind == "person" for a in index.actors_of(m))]


def _partners(index: TextIndex, verb: int, frame: VerbFrame) -> list[Mention]:
    """Who is named as the verb's object or behind one of its prepositions, where the frame gives them a role."""
    tree, roles = index.tree, frame.roles
    by = agents(index, verb) if tree.is_passive(verb) and "subject" in roles else []
    objects = list(tree.objects(verb)) if roles.get("object") not in {None, PLACE} else []
    led = [p for p in prepositions_of(tree, verb) if roles.get(tree.lower(p)) not in {None, PLACE}]
    named = [m for o in objects for m in mentions_around(index, o)]
    behind = [m for p in led for m in mentions_from(index, p + 1)]
    behind += [m for slot, role in roles.items() if role != PLACE for m in led_by_object(index, verb, frame, slot)]
    return [*named, *behind] if not by or "object" in roles else [*by, *behind]


def _is_sent(index: TextIndex, i: int) -> bool:
    return index.tree.lemma(i) in _SENT


def _is_person(index: TextIndex, mention: Mention) -> bool:
    return any(a.is_human for a in index.actors_of(mention))


def _is_place(index: TextIndex, i: int) -> bool:
    """Whether a token heads the name of a place or state, or a noun such as "the region"."""
    return index.tree.lemma(i) in _PARTS_OF_THE_WORLD or _is_place_name(index, i)


def _is_place_name(index: TextIndex, i: int) -> bool:
    token, mention = index.tokens[i], index.mention_at.get(i)
    if _is_house(index, i) or _is_where_one_is_sent(index, i):
        return True
    if mention is not None:
        actors = index.actors_of(mention)
        return bool(actors) and all(a.kind == "state" for a in actors)
    return token.pos == "PROPN" and token.entity[2:] not in _NO_PLACE_LABELS and i not in index.timex_at


def _is_where_one_is_sent(index: TextIndex, i: int) -> bool:
    """Whether a name only ends the words for an official who is sent there ("send a senior official to Lima"), as if it was an office there."""
    token, mention = index.tokens[i], index.mention_at.get(i)
    is_led = token.dep == "pobj" and index.tree.lower(token.head) == "to" and token.pos == "PROPN"
    is_its_end = mention is not None and mention.form == "title" and mention.head_token != i
    return is_led and is_its_end and index.tokens[index.tokens[token.head].head].pos == "VERB"


def _is_house(index: TextIndex, i: int) -> bool:
    """Whether a token ends the name of a house of government ("arrived at the White House")."""
    return index.tree.lower(i) in _HOUSES or " ".join(index.tree.lower(j) for j in (i - 1, i) if j >= 0) in _HOUSES


def _is_timed(index: TextIndex, verb: int) -> bool:
    return bool(times_on(index, verb))


def days_on(index: TextIndex, i: int) -> list[Timex]:
    """The times of one day that hang on a verb or noun."""
    times = (index.timex_at[t] for t in times_on(index, i))
    return [t for t in times if (days := interval_of(t.edtf or "")) is not None and days.is_day]


def times_on(index: TextIndex, verb: int) -> list[int]:
    """The tokens of times that hang on a verb, by themselves or behind a preposition."""
    tree = index.tree
    led = [o for p in tree.deps(verb, "prep") for o in (p, *tree.deps(p, "pobj"))]
    return [i for i in (*tree.deps(verb, "npadvmod", "advmod", "dobj"), *led) if i in index.timex_at]
