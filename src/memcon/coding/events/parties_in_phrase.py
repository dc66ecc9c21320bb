"""Participants that an event's own noun phrase names: "talks between A and B", "C's visit", "a meeting led by F"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.codebook.kinds import Done
from memcon.coding.coordination import acted_upon, mentions_around, mentions_from
from memcon.coding.doers import HANDING_OVER, agents, doing
from memcon.coding.events.roles import Found, each, is_person, own_role, unless_away
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.labels import ATTRIBUTES, BEFORE_NOUNS, PLACES, RELATIVES, TELLING_WHICH
from memcon.domain.rules import rule
from memcon.domain.spans import Span
from memcon.lexicon import values, words

_CONDUCTING = values("conducting")
_CARRYING = values("carrying")
_COMPANY = words("leading_company")
_MEASURES = words("measuring_an_event")
_ASKING = words("proposal_nouns")
_INVITING = words("inviting_in_words")
_OWNING = words("leading_to_an_owner")
_BY_DEED = values("holding_by_a_hyphen")
_DASHES = words("dash_or_stroke")
_APOSTROPHES, _OPENING = frozenset("'’"), frozenset("‘'`")
_IN_THE_COURSE = words("in_the_course")
_LEADING_PARTIES = words("leading_parties")
_POSSESSIVE_OF = values("possessive_of_one_or_several")
_BY_OR_WITH = words("leading_whoever_takes_part")
_ON_THE_WAY = words("on_the_way_to_who_takes_part")
_HERE = words("being_where_it_is")
_LEVELS = words("officers_in_the_plural")
_FARTHEST_BEHIND = 12
"""How many tokens behind an event's noun "by" may stand, past where and when it is."""
_OWN_PART = words("ones_own_plan") | (words("part_in_it") - {"role"})


@rule(
    yes=[
        "The talks between President Maria Soto and Chancellor Uwe Brandt were held on Monday. → participant",
        "A visit by President Maria Soto to Norway was planned. → visitor",
        "Norway welcomed the visit to Oslo this week by President Maria Soto. → visitor",
        "A summit in Lima of Nordic leaders ended on Monday. → participant",
        "President Maria Soto spoke after a meeting here of Nordic ministers. → participant",
    ],
    no=[
        "A meeting in the Republic of Bolivia was held on Monday.",
        "The talks on Bolivia were held on Monday.",
        "President Maria Soto met Chancellor Uwe Brandt.",
    ],
)
def inside(scene: Scene) -> Iterator[Found]:
    """Prepositions in the noun phrase: "talks between A and B", "a visit by A"."""
    if scene.trigger.is_verb:
        return
    roles = scene.trigger.meaning.inside
    behind = scene.trigger.last + 1
    is_led = behind < len(scene.index.tokens) and scene.tree.lower(behind) in _LEADING_PARTIES
    prepositions = (*scene.tree.deps(scene.anchor, "prep", "agent", "acl"), *((behind,) if is_led else ()))
    for p in dict.fromkeys((*prepositions, *_behind_place_and_time(scene))):
        role = roles.get(scene.tree.lower(p))
        if role is not None:
            found = acted_upon(scene.index, p)
            yield from each(role, (m for m in found if _may_hold_office(scene, m)))


def _behind_place_and_time(scene: Scene) -> list[int]:
    """The "by" or "with" that only a place or a time parts from the noun, whatever the parser hung it on ("the visit to Oslo this week by A")."""
    index, tree = scene.index, scene.tree
    last, i = index.sentence(scene.anchor).last, scene.trigger.last + 1
    while i < min(last, scene.trigger.last + _FARTHEST_BEHIND):
        if tree.lower(i) in _BY_OR_WITH or (
            tree.lower(i) == "of" and not index.tokens[i].entity and i > scene.trigger.last + 1
        ):
            return [i]
        is_place = index.tokens[i].entity[2:] in PLACES or tree.lower(i) in _ON_THE_WAY | _HERE
        if not is_place and i not in index.timex_at:
            return []
        i += 1
    return []


def _may_hold_office(scene: Scene, mention: Mention) -> bool:
    """Whether whoever is named to an office could be: not "designation of a delegation to Liberia"."""
    return not scene.trigger.meaning.done.needs_office or is_person(scene.index, mention)


@rule(
    yes=[
        "President Maria Soto's visit to Norway was called off. → visitor",
        "Bolivia's talks with Norway were held on Monday. → participant",
        "During her visit to Norway, President Maria Soto met King Haakon. → visitor",
        "Speaking after her own call with Chancellor Uwe Brandt, President Maria Soto warned of strikes. → participant",
        "In their joint statement, President Maria Soto and Chancellor Uwe Brandt called for calm. → participant",
        "The summit will build on President Maria Soto's calls this week with Chancellor Uwe Brandt. → participant",
        "They spoke of the promise that was made during President Maria Reyes’ visit to Norway in April. → visitor",
    ],
    no=[
        "Monday's talks were held in Oslo.",
        "President Maria Reyes, ‘who loved Reyes’ visited Norway.",
        "Norway praised the G7 Leaders' Summit.",
        "Norway spoke of progress since the May leaders' summit.",
    ],
)
def owner(scene: Scene) -> Iterator[Found]:
    """The possessor of the event noun: "Kim's visit", "their talks"."""
    if not scene.trigger.is_verb:
        for c in _owners(scene):
            if c not in scene.index.timex_at:
                meant = _congratulated(scene, c) or _named_behind(scene, c) or mentions_around(scene.index, c)
                yield from each(own_role(scene), (m for m in meant if not _tells_the_level(scene, c, m)))


def _tells_the_level(scene: Scene, owner: int, mention: Mention) -> bool:
    """Whether an owner only tells at what level those meet who do: "the G7 Leaders' Summit", "the May leaders' meeting"; not "the Nordic leaders' meeting"."""
    index, tokens = scene.index, scene.tree.tokens
    is_office = scene.tree.lower(owner) in _LEVELS and not scene.trigger.has("destination")
    if not is_office or mention.form != "nominal" or any(a.kind != "group" for a in index.actors_of(mention)):
        return False
    said = (i for i in index.inside(mention.span) if i not in index.timex_at)
    return tokens[owner].text.istitle() or not any(tokens[i].entity or tokens[i].pos == "PROPN" for i in said)


def _owners(scene: Scene) -> list[int]:
    """The possessors of the event's noun, or of the round that it is one of ("[their] next round of talks")."""
    tree = scene.tree
    measure = tree.tokens[tree.tokens[scene.anchor].head].head
    is_measured = tree.tokens[scene.anchor].dep == "pobj" and tree.lemma(measure) in _MEASURES
    owners = tree.deps(scene.anchor, "poss") or (tree.deps(measure, "poss") if is_measured else [])
    return owners or _by_clitic(scene) or _by_apostrophe(scene)


def _by_clitic(scene: Scene) -> list[int]:
    """The name before the "'s" that stands right before the noun and its adjectives, whatever the parser hung it on ("will build on Soto's calls")."""
    tokens, i = scene.index.tokens, scene.trigger.first - 1
    first = scene.index.sentence(scene.anchor).first
    while i > first and tokens[i].dep in BEFORE_NOUNS and tokens[i].head == scene.anchor:
        i -= 1
    is_clitic = i > first and tokens[i].tag == "POS" and tokens[i].head == i - 1
    return [i - 1] if is_clitic and i - 1 in scene.index.mention_at else []


def _by_apostrophe(scene: Scene) -> list[int]:
    """The name in "s" before the apostrophe that the parser took for a closing quotation mark ("during Minister Reyes’ first visit")."""
    index, i = scene.index, scene.trigger.first - 1
    first = index.sentence(scene.anchor).first
    while i > first and index.tokens[i].dep in ATTRIBUTES and index.tokens[i].head == scene.anchor:
        i -= 1
    if i <= first or index.tokens[i].text not in _APOSTROPHES or index.tokens[i].start != index.tokens[i - 1].end:
        return []
    is_opened = any(index.tokens[j].text in _OPENING for j in range(first, i))
    is_name = index.tree.lower(i - 1).endswith("s") and i - 1 in index.mention_at
    return [i - 1] if is_name and not is_opened else []


def _congratulated(scene: Scene, owner: int) -> list[Mention]:
    """Of "congratulated B on his appointment" B, whomever else the pronoun might mean."""
    verb, tree = scene.clause.verb, scene.tree
    if tree.tokens[owner].pos != "PRON" or verb is None or tree.lemma(verb) != "congratulate":
        return []
    return [m for o in tree.deps(verb, "dobj") for m in mentions_around(scene.index, o)]


def _named_behind(scene: Scene, owner: int) -> list[Mention]:
    """Whom a pronoun means that opens a sentence before its subject: "during his visit, Roe said" Roe, "in their statement, Lind and Holm urged" both;
    not where the pronoun's own antecedent is met or received by that subject."""
    index, tree, verb, clause = scene.index, scene.tree, scene.clause.verb, scene.clause
    word = tree.lower(owner)
    if verb is not None and tree.tokens[verb].tag == "VBG" and tree.tokens[verb].dep == "advcl":
        verb = tree.tokens[verb].head  # "speaking after his talks with B, A said"
    if verb is None or word not in _POSSESSIVE_OF:
        return []
    if clause.relation != "preposition" or clause.governor is not None or verb < scene.anchor:
        return []
    subjects = [m for s in tree.subjects(verb) if s > scene.anchor for m in mentions_around(index, s)]
    actors = [a for m in subjects for a in index.actors_of(m)]
    objects = {a for o in tree.objects(verb) if (m := index.mention_at.get(o)) is not None for a in m.actors}
    meant = index.mention_at.get(owner)
    if not actors or (meant is not None and objects.intersection(meant.actors)):
        return []
    is_one = len(actors) == 1 and actors[0].kind == "person"
    return subjects if is_one == (_POSSESSIVE_OF[word] == "one") and (is_one or len(actors) > 1) else []


@rule(
    yes=[
        "The paper repeats the promise of President Maria Soto and Chancellor Uwe Brandt in their May 2 phone call. → participant",
        "Norway welcomed the words of King Haakon and President Maria Soto during their talks in Lima. → participant",
    ],
    no=["The paper repeats the promise of President Maria Soto in her May 2 phone call with Chancellor Uwe Brandt."],
)
def theirs(scene: Scene) -> Iterator[Found]:
    """Those in a row right before "in their call", "during their talks": who "they" are stands next to it."""
    tree, index = scene.tree, scene.index
    owners = [c for c in tree.deps(scene.anchor, "poss") if tree.lower(c) == "their"]
    if scene.trigger.is_verb or not owners or not scene.trigger.has("dealing"):
        return
    leading = tree.first(scene.anchor) - 1
    if tree.lower(leading) in _IN_THE_COURSE and leading - 1 in index.mention_at:
        row = mentions_around(index, leading - 1)
        if len({a for m in row for a in m.actors}) > 1:
            yield from each(own_role(scene), row)


@rule(
    yes=[
        "The envoy spoke in advance of President Maria Soto and Chancellor Uwe Brandt meeting in Lima in June. → participant",
        "Norway and Peru talks were held in Oslo on Monday. → participant",
    ],
    no=[
        "President Maria Soto and Chancellor Uwe Brandt opened a meeting in Lima.",
        "Peru talks were held in Oslo on Monday, and Norway praised them.",
    ],
)
def joined_before(scene: Scene) -> Iterator[Found]:
    """Two names joined by "and" right before the noun: "ahead of A and B meeting in Lima", "A and B talks"."""
    index, tree = scene.index, scene.tree
    before = index.mention_at.get(scene.trigger.first - 1)
    if not scene.trigger.is_noun or not scene.trigger.has("dealing") or before is None:
        return
    joint = index.inside(before.span)[0] - 1
    other = index.mention_at.get(joint - 1) if joint > 0 and tree.lower(joint) == "and" else None
    if other is not None and index.sentence(joint).first < joint:
        yield from each(own_role(scene), (other, before))


@rule(
    yes=[
        "President Maria Soto spoke after an EU energy ministers meeting in Oslo. → participant",
        "A Nordic Council heads of government meeting will be held in Oslo in June. → participant",
    ],
    no=[
        "President Maria Soto spoke after a ministers meeting in Oslo.",
        "EU energy ministers praised a meeting in Oslo.",
    ],
)
def people_before(scene: Scene) -> Iterator[Found]:
    """Those in office who stand right before the noun for their session: "an EU energy ministers meeting", "a heads of government meeting"."""
    before = scene.index.mention_at.get(scene.trigger.first - 1)
    if not scene.trigger.is_noun or not scene.trigger.has("topics") or before is None or before.is_possessive:
        return
    if before.form == "nominal" and all(a.kind == "group" for a in scene.index.actors_of(before)):
        yield own_role(scene), before


@rule(
    yes=[
        "President Maria Soto has helped to win a truce, including in a call on Monday with Chancellor Uwe Brandt. → participant",
    ],
    no=["President Maria Soto has praised many deeds, including a call on Monday by Chancellor Uwe Brandt."],
)
def instanced(scene: Scene) -> Iterator[Found]:
    """Who does what an event is only an instance of: "A has helped to win peace, including calls with B"."""
    tree, tokens, anchor = scene.tree, scene.tree.tokens, scene.anchor
    if not scene.trigger.has("dealing") or tree.deps(anchor, "poss"):
        return
    above = list(tree.above(anchor))
    prepositions = [i for i in above if tree.lower(i) == "including"]
    is_with = any(tree.lower(p) == "with" for p in tree.deps(anchor, "prep"))
    if not prepositions or not is_with:
        return
    verb = next((i for i in tree.above(prepositions[0]) if tokens[i].pos == "VERB"), None)
    if verb is not None and not tree.is_passive(verb):
        found = doing(scene.index, verb)
        yield from each(own_role(scene), (m for m in found if all(a.kind != "group" for a in scene.index.actors_of(m))))


@rule(
    yes=[
        "President Maria Soto discussed her plans for a summit with Chancellor Uwe Brandt. → participant",
        "Chancellor Uwe Brandt thanked President Maria Soto for her participation in the summit of the alliance. → participant",
    ],
    no=["President Maria Soto praised Peru's hopes for a summit with Chad."],
)
def taking_part(scene: Scene) -> Iterator[Found]:
    """Whose plan or part in the event it is: "her plans for a summit", "his participation in the talks"."""
    tree, noun = scene.tree, scene.clause.governor
    if noun is None and tree.tokens[scene.anchor].dep == "pobj":
        noun = tree.governor(tree.tokens[scene.anchor].head)
    if noun is None or tree.lemma(noun) not in _OWN_PART:
        return
    for c in tree.deps(noun, "poss"):
        yield from each(own_role(scene), mentions_around(scene.index, c))


@rule(
    yes=[
        "Norway-Peru talks were held in Oslo on Monday. → participant",
        "The third round of the Norway-Peru Fisheries Dialogue was held in Oslo on Monday. → participant",
        "Norway and Peru wrote. A meeting of the two countries' joint trade commission was held in Oslo on Monday. → participant",
        "UN-brokered talks between Norway and Peru were held in Oslo on Monday. → mediator",
        "A Norway-chaired meeting with Peru was held in Oslo on Monday. → lead",
        "Peru welcomed a Norwegian troop withdrawal from Chad. → subject",
    ],
    no=["Norway praised the talks in Oslo.", "The Oslo talks of Norway and Peru were held on Monday."],
)
def in_compound(scene: Scene) -> Iterator[Found]:
    """Names in one word with the event or its attribute: "A-B talks", "UN-brokered talks"."""
    index, tree = scene.index, scene.tree
    if scene.trigger.is_verb:
        return
    channel = scene.trigger.channel
    behind = (
        range(scene.anchor + 1, channel.name_first) if channel is not None else range(0)
    )  # "round of the A-B dialogue"
    for c in behind:
        if (joined := index.mention_at.get(c)) is not None and len(pair := joined_by_dashes(scene, joined)) > 1:
            yield from each(own_role(scene), pair)
        elif joined is not None and tree.tokens[c].dep == "poss" and len(joined.actors) > 1:
            yield own_role(scene), joined  # "a meeting of the two countries' joint commission"
    for c in range(tree.first(scene.anchor), scene.anchor):
        mention, deed = index.mention_at.get(c), _BY_DEED.get(tree.lower(c))
        if deed is not None and index.tokens[c - 1].text in _DASHES and (named := index.mention_at.get(c - 2)):
            yield deed, named
        elif mention is not None and _qualifies(scene, c):
            pair = joined_by_dashes(scene, mention)
            if len(pair) > 1 or scene.trigger.meaning.done != Done():
                yield from each(own_role(scene), pair)


@rule(
    yes=[
        "President Maria Soto and Chancellor Uwe Brandt wrote. The Soto-Brandt talks were held in Oslo on Monday. → participant",
    ],
    no=[
        "President Maria Soto wrote. The Soto-led talks were held in Oslo on Monday.",
        "President Maria Soto and Chancellor Uwe Brandt wrote. The Soto-Brandt letter arrived.",
    ],
)
def by_surnames(scene: Scene) -> Iterator[Found]:
    """Two persons of the text by their last names, in one word with the event: "the Soto-Brandt talks"."""
    index = scene.index
    if scene.trigger.is_verb:
        return
    for dash in range(scene.tree.first(scene.anchor), scene.trigger.first):
        sides = (dash - 1, dash + 1)
        if index.tokens[dash].text not in _DASHES or any(i in index.mention_at for i in sides):
            continue
        named = [_by_surname(index, i) for i in sides]
        if all(m is not None for m in named):
            yield from each(own_role(scene), (m for m in named if m is not None))


def _by_surname(index: TextIndex, i: int) -> Mention | None:
    """The one person of the text whose last name a word is."""
    token = index.tokens[i]
    known = [a for a in index.annotation.actors if a.kind == "person" and a.name.split()[-1] == token.text]
    if len(known) != 1 or not token.text[:1].isupper():
        return None
    span = Span(token.start, token.end)
    return Mention(span=span, head=span, head_token=i, form="name", actors=(known[0].id,))


def _qualifies(scene: Scene, i: int) -> bool:
    """Whether a word only tells which event it is: it stands before the noun, and nothing but such words hang between."""
    tokens = scene.index.tokens
    while (tokens[i].dep in TELLING_WHICH or tokens[i].dep == "conj") and i != scene.anchor:
        i = tokens[i].head
    return i == scene.anchor


def joined_by_dashes(scene: Scene, mention: Mention) -> list[Mention]:
    """The names that only dashes part from this one."""
    index, found = scene.index, [mention]
    while (before := _past_dash(index, index.inside(found[0].span)[0], -1)) is not None:
        found.insert(0, before)
    while (behind := _past_dash(index, index.inside(found[-1].span)[-1], 1)) is not None:
        found.append(behind)
    return found


def _past_dash(index: TextIndex, i: int, step: int) -> Mention | None:
    """The mention on the other side of a dash beside token `i`."""
    is_dash = i + step < len(index.tokens) and index.tokens[i + step].text in _DASHES
    return index.mention_at.get(i + step + step) if is_dash else None


@rule(
    yes=[
        "Talks led by President Maria Soto were held on Monday. → lead",
        "Norway hosted a summit attended by Chancellor Uwe Brandt. → participant",
        "A meeting of the joint commission chaired by Minister Jens Holm was held in Oslo on Monday. → lead",
    ],
    no=["Talks praised by President Maria Soto were held on Monday."],
)
def describing(scene: Scene) -> Iterator[Found]:
    """Participles on the noun: "talks led by A", "a meeting attended by B", "chaired by C and attended by D"."""
    verbs = [v for own in scene.clause.own for v in scene.tree.coordinated(own)]
    if scene.clause.verb is not None and scene.clause.is_argument:
        # a participle behind a comma that the parser hung on the carrying verb ("held talks, led by A")
        behind = scene.tree.deps(scene.clause.verb, "advcl", "acl")
        verbs += [v for v in behind if v > scene.anchor and scene.tree.tokens[v].tag == "VBN"]
    if not scene.trigger.is_verb:  # "a meeting of the commission chaired by A"
        bodies = (*scene.tree.led_by(scene.anchor, "of"), *range(scene.trigger.first, scene.trigger.last + 1))
        verbs += [v for o in bodies for v in scene.tree.deps(o, "acl") if scene.tree.tokens[v].tag == "VBN"]
    for verb in dict.fromkeys(verbs):
        role = _CONDUCTING.get(scene.tree.lemma(verb))
        if role is not None:
            yield from each(role, agents(scene.index, verb))


@rule(
    yes=[
        "The summit that Norway hosted in April ended on Monday. → host",
        "The talks Norway held with Peru in Oslo on Monday failed. → participant",
    ],
    no=["The summit that Norway praised was held in Oslo.", "The summit, which was held in Oslo, angered Norway."],
)
def in_relative_clause(scene: Scene) -> Iterator[Found]:
    """The subject of a relative clause of which the event is the object ("the summit that A hosted"), and whom it names with its subject."""
    tree, index = scene.tree, scene.index
    for verb in scene.clause.own:
        subjects = tree.deps(verb, "nsubj")
        if tree.tokens[verb].dep != "relcl" or tree.is_passive(verb) or not subjects:
            continue
        role = _CARRYING.get(tree.lemma(verb), "none")
        if role == "none" or any(tree.tokens[s].tag in RELATIVES for s in subjects):
            continue
        yield from each(
            unless_away(index, verb, own_role(scene) if role == "participant" else role),
            (m for s in subjects for m in mentions_around(index, s)),
        )
        for p in tree.deps(verb, "prep"):
            if tree.lower(p) in _COMPANY:
                yield from each(own_role(scene), mentions_from(index, p + 1))


@rule(
    yes=[
        "A meeting planned with Chancellor Uwe Brandt was called off on Monday. → participant",
        "The talks held in Oslo with Peru were put off. → participant",
    ],
    no=["A meeting praised by Norway was called off.", "The talks that ended with a treaty angered Peru."],
)
def planned_with(scene: Scene) -> Iterator[Found]:
    """With whom a participle on the noun says that it is planned or held: "a meeting planned with A"."""
    tree = scene.tree
    if scene.trigger.is_verb:
        return
    for verb in (v for v in scene.clause.own if tree.tokens[v].tag == "VBN" and tree.is_passive(v)):
        for p in (p for p in tree.deps(verb, "prep") if tree.lower(p) in _COMPANY):
            yield from each(own_role(scene), mentions_from(scene.index, p + 1))


@rule(
    yes=[
        "Talks that began in May between Norway and Peru ended on Monday. → participant",
    ],
    no=["Talks that began in May ended a row between Norway and Peru."],
)
def between_behind(scene: Scene) -> Iterator[Found]:
    """ "Between A and B" behind a verb that the event stands with: "talks that began in May between A and B", "talks were held between A and B"."""
    if scene.trigger.is_verb or scene.trigger.meaning.inside.get("between") is None:
        return
    verbs = [*scene.clause.own]
    if scene.clause.verb is not None and scene.clause.relation == "subject":
        verbs.append(scene.clause.verb)
    for p in (p for v in verbs for p in scene.tree.deps(v, "prep") if scene.tree.lower(p) == "between"):
        yield from each(own_role(scene), mentions_from(scene.index, p + 1))


@rule(
    yes=[
        "Norway turned down a request for a meeting from the Georgian prime minister. → participant",
        "Norway rejected the Chadian president's offer of talks in Oslo. → participant",
    ],
    no=["Norway turned down a request for help from Chad.", "Norway praised a meeting in Oslo."],
)
def asked_by(scene: Scene) -> Iterator[Found]:
    """Who asks for it: "a request for a meeting from A", "A's offer of talks"."""
    tree, noun = scene.tree, scene.clause.governor
    if scene.trigger.is_verb or noun is None or tree.lemma(noun) not in _ASKING:
        return
    if scene.tree.deps(scene.anchor, "poss"):
        return
    owners = [m for c in tree.deps(noun, "poss") for m in mentions_around(scene.index, c)]
    behind = (p for i in (noun, scene.anchor) for p in tree.deps(i, "prep", "agent") if tree.lower(p) in _OWNING)
    yield from each("participant", [*owners, *(m for p in behind for m in mentions_from(scene.index, p + 1))])


@rule(
    yes=[
        "President Maria Soto arrived in Oslo on Monday at the invitation of Prime Minister Uwe Brandt. → host",
        "At the invitation of Prime Minister Uwe Brandt, President Maria Soto visited Norway on Monday. → host",
        "President Maria Soto made a visit to Norway on Monday as a guest of Prime Minister Uwe Brandt. → host",
    ],
    no=["President Maria Soto visited Norway on Monday with the blessing of Prime Minister Uwe Brandt."],
)
def inviting(scene: Scene) -> Iterator[Found]:
    """Whoever invites to it: "at the invitation of A", "as a guest of B", "at B's invitation"."""
    tree, index = scene.tree, scene.index
    for above in (scene.anchor, *scene.verbs[:2]):
        for p in tree.deps(above, "prep"):
            for o in tree.deps(p, "pobj"):
                if f"{tree.lower(p)} {tree.lemma(o)}" in _INVITING:
                    yield from each("host", _whose(index, o))


@rule(
    yes=[
        "President Maria Soto invited Chancellor Uwe Brandt to visit Norway. → host",
        "President Maria Soto extended an invitation for Chancellor Uwe Brandt to visit Norway. → host",
        "Chancellor Uwe Brandt accepted President Maria Soto's invitation to visit Norway. → host",
    ],
    no=["President Maria Soto urged Chancellor Uwe Brandt to visit Norway."],
)
def inviting_to_come(scene: Scene) -> Iterator[Found]:
    """Who invites another to come: "A invited B to visit", "A extended an invitation for B to visit", "B took up A's invitation to visit"."""
    tree, index, verb = scene.tree, scene.index, scene.anchor
    if not scene.trigger.has("destination") or not tree.is_infinitive(verb):
        return
    above = next(iter(tree.above(verb)), None)
    if above is not None and tree.lemma(above) == "invitation":
        yield from each("host", _whose(index, above))
        above = next((v for v in tree.above(above) if tree.lemma(v) in HANDING_OVER), None)
    elif above is not None and tree.lemma(above) != "invite":
        above = None
    if above is not None and not tree.is_passive(above) and not index.is_denied(above):
        guests = {actor for m in doing(index, verb) for actor in m.actors}
        yield from each("host", (m for m in doing(index, above) if not guests.intersection(m.actors)))


def _whose(index: TextIndex, noun: int) -> list[Mention]:
    """Whose a noun is: its owner, or whom "of" and "from" lead to."""
    tree = index.tree
    leading = (p for p in tree.deps(noun, "prep") if tree.lower(p) in _OWNING)
    return [*index.owners(noun), *(m for p in leading for m in mentions_from(index, p + 1))]
