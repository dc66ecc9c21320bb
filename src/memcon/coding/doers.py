"""Who does what a verb tells: its subject in the tree, whoever announced the plan that it tells of, the agent of a passive."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES, Mention
from memcon.lexicon import words

HANDING_OVER = words("handing_over")
_ANSWERING = words("leading_to_a_deed_of_the_object")
_OWNING = words("leading_to_an_owner")
_DELEGATIONS, _LEADING = words("delegation"), words("leading_a_delegation")
_DEFINITES = words("definites")
_OTHERS = words("closing_a_row_of_names")
_INVITED_TO = words("led_to")
_HOUSES = words("deciding_for_a_state")
_CROWDS = words("counting_people")
_DISCUSSING = (words("discussing") | words("judging_what_is_done")) - words("possibility_verbs") - words("making_known")
_IN_WHICH = words("leading_to_a_deed_of_the_owner")
_FARTHEST = 8
"""How many sentences before "the delegation" the one that it means is looked for."""


def doers(index: TextIndex, verb: int) -> list[int]:
    """The tokens of whoever does what `verb` tells: its subjects; of a planned act whoever plans it ("announced plans to visit") or whose plan it is
    ("Peru's refusal to meet"); of a deed somebody is judged by, that one ("criticised Peru for meeting")."""
    if joined := _joined(index, verb):
        return joined
    if (judged := _judged(index, verb)) is not None:
        return [judged]
    if (guests := _asked_to_come(index, verb)) is not None:
        return guests
    if (noun := _instanced(index, verb)) is not None or (noun := _credited(index, verb)) is not None:
        return _owned_by(index, noun)
    if (others := _otherwise(index, verb)) is not None:
        return [others]
    found = index.tree.subjects(verb)
    return _behind(index, verb, found[0]) if len(found) == 1 else found


def _behind(index: TextIndex, verb: int, subject: int) -> list[int]:
    """Who does what is told of one subject: itself, or whoever is invited to it, has decided on it or plans it, where that is a noun for a deed."""
    if index.tree.lemma(subject) == "invitation":
        return _invited(index, verb, subject)
    if owners := _owners(index, verb, subject):
        return owners
    planner = _planner(index, verb, subject)
    return [subject] if planner is None else doers(index, planner)


def _joined(index: TextIndex, verb: int) -> list[int]:
    """Whom another joins in a deed, who does it too: "Peru joined Chad in banning it"."""
    tree, tokens = index.tree, index.tokens
    if tokens[verb].dep != "pcomp" or tokens[verb].tag != "VBG" or tree.lower(tokens[verb].head) != "in":
        return []
    joining = tokens[tokens[verb].head].head
    if tree.lemma(joining) != "join" or tree.deps(verb, "nsubj"):
        return []
    return [*tree.subjects(joining), *tree.deps(joining, "dobj")]


def _judged(index: TextIndex, verb: int) -> int | None:
    """The object that does what `verb` tells: "criticised Peru for refusing to meet", "kept Peru from attending"."""
    tree, tokens = index.tree, index.tokens
    deed = _led_deed(index, verb)
    if deed is None or tree.lower(tokens[deed].head) not in _ANSWERING or not _is_gerund(index, deed):
        return None
    preposition = tokens[deed].head
    judging = tokens[preposition].head
    if tokens[judging].pos != "VERB" or tree.is_passive(judging) or tree.deps(deed, "nsubj"):
        return None
    is_kept_from = (
        tree.lower(preposition) == "from"
    )  # "cannot stop the pact from inviting others": whoever is kept, known or not
    return next(
        (o for o in tree.deps(judging, "dobj") if o < preposition and (is_kept_from or o in index.mention_at)), None
    )


def _led_deed(index: TextIndex, verb: int) -> int | None:
    """The first of a verb and those that govern it that a preposition leads: "for [refusing] to meet"."""
    return next((v for v in index.tree.controllers(verb) if index.tokens[v].dep == "pcomp"), None)


def _is_gerund(index: TextIndex, verb: int) -> bool:
    """Whether a verb or its auxiliary ends in "-ing" ("for having met")."""
    return any(index.tokens[v].tag == "VBG" for v in (verb, *index.tree.auxiliaries(verb)))


def _instanced(index: TextIndex, verb: int) -> int | None:
    """The noun of which a deed is only an instance: "Peru's help, including sending troops"."""
    tree, tokens = index.tree, index.tokens
    deed = next((v for v in tree.controllers(verb) if tokens[v].dep == "pcomp"), verb)
    preposition = tokens[deed].head
    if tokens[deed].dep != "pcomp" or tree.lower(preposition) != "including":
        return None
    over = tokens[preposition].head
    nouns = (i for i in range(preposition - 1, min(over, preposition) - 1, -1) if tokens[i].pos == "NOUN")
    return next((i for i in nouns if tree.deps(i, "poss")), None)


def _otherwise(index: TextIndex, verb: int) -> int | None:
    """Who does it, where the verb above is another's: the delegation that somebody else names "to attend", and who "has done all he could, including
    by convening"."""
    if index.tree.deps(verb, "nsubj"):
        return None
    above = index.tokens[verb].head
    if index.tree.is_infinitive(verb) and index.tokens[above].pos == "VERB" and index.tree.lemma(above) not in _LEADING:
        return next((i for i in range(verb - 1, above, -1) if index.tree.lemma(i) == "delegation"), None)
    return _who_did_all(index, verb, above)


def _who_did_all(index: TextIndex, verb: int, by: int) -> int | None:
    """Who "has done all he could, including by" doing it: the subject of the verb before."""
    tree, tokens = index.tree, index.tokens
    is_included = tree.lower(by) == "by" and tree.lower(tokens[by].head) == "including"
    if tokens[verb].dep != "pcomp" or not is_included:
        return None
    done = (i for i in range(by - 1, index.sentence(verb).first, -1) if tokens[i].pos == "VERB")
    return next((s for v in done for s in tree.deps(v, "nsubj") if s in index.mention_at), None)


def _credited(index: TextIndex, verb: int) -> int | None:
    """The noun whose owner a deed is told of: "praised Peru's role in hosting talks", "its generosity and leadership in sending aid"."""
    tree, tokens = index.tree, index.tokens
    deed = _led_deed(index, tokens[verb].head if tokens[verb].dep == "conj" else verb)
    if deed is None or tree.lower(tokens[deed].head) not in _IN_WHICH or tokens[deed].tag != "VBG":
        return None
    noun = tokens[deed].head - 1
    while noun > 0 and tokens[noun].dep == "conj" and not tree.deps(noun, "poss"):
        noun = tokens[noun].head
    return noun if tokens[noun].pos == "NOUN" and tree.deps(noun, "poss") else None


def _owned_by(index: TextIndex, noun: int) -> list[int]:
    """Whose a noun is, by its possessor or by "by", "of" and "from"."""
    tree = index.tree
    by = (p for p in tree.deps(noun, "prep", "agent") if tree.lower(p) in _OWNING)
    return [*tree.deps(noun, "poss"), *(o for p in by for o in tree.deps(p, "pobj") if o in index.mention_at)]


def _owners(index: TextIndex, verb: int, noun: int) -> list[int]:
    """Whose the noun is that an infinitive hangs on: "Peru's refusal to meet", "the decision by Peru to attend"."""
    tree, tokens = index.tree, index.tokens
    planned = next((v for v in (verb, *tree.above(verb)) if tokens[v].head == noun), verb)
    if noun in index.mention_at or tokens[planned].dep != "acl" or not tree.is_infinitive(planned):
        return []
    return _owned_by(index, noun)


def _invited(index: TextIndex, verb: int, invitation: int) -> list[int]:
    """Whom an invitation to do it is for: "an invitation for A to visit", else who takes it up or turns it down ("accepted B's invitation to visit")."""
    tree, tokens = index.tree, index.tokens
    own = [c for c in tree.deps(verb, "nsubj") if c != invitation]
    guests = (p for p in tree.deps(invitation, "prep") if tree.lower(p) in _INVITED_TO)
    named = [*own, *(o for p in guests for o in tree.deps(p, "pobj") if o in index.mention_at)]
    over = tokens[invitation].head
    if named or tokens[invitation].dep != "dobj" or tree.lemma(over) in HANDING_OVER:
        return named
    return index.tree.subjects(over)


def _asked_to_come(index: TextIndex, verb: int) -> list[int] | None:
    """Whom an invitation is handed to, where the parser hung on its verb what they are asked to do: "extended an invitation from A to B to attend"."""
    tree, above = index.tree, index.tokens[verb].head
    if not tree.is_infinitive(verb) or tree.lemma(above) not in HANDING_OVER or above == verb:
        return None
    given = [o for o in tree.deps(above, "dobj") if tree.lemma(o) == "invitation"]
    if not given:
        return None
    led = [o for i in (above, *given) for o in tree.led_by(i, "to")]
    return [o for o in led if o in index.mention_at]


def _planner(index: TextIndex, verb: int, noun: int) -> int | None:
    """The verb whose object a noun such as "plan" is, where the noun tells what is meant to be done; not what is extended to another, nor
    what is only spoken of ("discussed efforts to impose sanctions")."""
    tokens = index.tokens
    planned = next((v for v in (verb, *index.tree.above(verb)) if tokens[v].head == noun), verb)
    if tokens[planned].dep != "acl" or tokens[noun].dep != "dobj" or not index.is_over(noun, planned):
        return None
    over = tokens[noun].head
    return None if index.tree.lemma(over) in HANDING_OVER | _DISCUSSING else over


def doing(index: TextIndex, verb: int) -> list[Mention]:
    """The mentions of whoever does what `verb` tells, with those in a row with them."""
    found = [
        (s, m)
        for s in doers(index, verb)
        for m in (
            of_delegation(index, s) or mentions_around(index, s) or _counted(index, s) or _before_others(index, s)
        )
    ]
    return [m for s, m in found if not m.is_possessive or index.tokens[s].dep == "poss"]


def _counted(index: TextIndex, i: int) -> list[Mention]:
    """Those whom a number or a crowd is of: "thousands of students", "a crowd of exiles"."""
    of = index.tree.led_by(i, "of") if index.tree.lemma(i) in _CROWDS else ()
    return [m for o in of for m in mentions_around(index, o) if all(a.kind == "group" for a in index.actors_of(m))]


def by_its_house(index: TextIndex, verb: int) -> list[Mention]:
    """The states whose parliament or house, which nobody else is known by, does what a verb tells ("Peru's Congress ratified it", "the lower house of
    Peru's parliament")."""
    tree, found = index.tree, list[Mention]()
    for s in doers(index, verb):
        if s in index.mention_at or not {tree.lemma(s).lower(), tree.lower(s)} & _HOUSES:
            continue
        led = [m for o in tree.led_by(s, "of") if (m := index.mention_at.get(o)) is not None]
        found += [m for m in (*led, *index.owners(s)) if all(a.kind in BODIES for a in index.actors_of(m))]
    return found


def of_delegation(index: TextIndex, i: int) -> list[Mention]:
    """Who a delegation is: those who lead it, with itself where it is told in more words ("a Norwegian delegation led by Lind"); without leaders the
    last one that was told in more words, or itself."""
    tree = index.tree
    if tree.lemma(i) not in _DELEGATIONS:
        return []
    led, own = leaders(index, i), index.mention_at.get(i)
    if own is not None and own.form == "sides":
        return []  # "the two sides" are no delegation
    if own is None or index.tokens[i].pos == "PROPN":
        return led
    if tree.deps(i, "amod", "compound", "nmod", "poss"):
        return [own, *led]
    return led or [_told_in_full(index, own, i)]


def _told_in_full(index: TextIndex, own: Mention, i: int) -> Mention:
    """The mention of a delegation before `i` that says more of it than that it is known, at most a few sentences back."""
    first = index.annotation.sentences[max(0, index.tokens[i].sentence - _FARTHEST)].first
    before = (index.mention_at.get(j) for j in range(i - 1, first, -1) if index.tree.lemma(j) == "delegation")
    return next((m for m in before if m is not None and len(index.inside(m.span)) > len(index.inside(own.span))), own)


def _before_others(index: TextIndex, i: int) -> list[Mention]:
    """Those whom "others" closes the row of: "Peru, Chad and others who objected"."""
    if index.tree.lower(i) not in _OTHERS or index.tokens[i].dep != "conj":
        return []
    return mentions_around(index, index.tokens[i].head)


def leaders(index: TextIndex, delegation: int) -> list[Mention]:
    """Who leads a delegation: whom a participle names ("a delegation led by A and B"), else, of "the delegation", who led the last one told before."""
    tree = index.tree
    led = (v for v in tree.deps(delegation, "acl", "relcl", "appos") if tree.lemma(v) in _LEADING)
    named = [m for v in led for m in agents(index, v)]
    if named or not tree.has_word(delegation, _DEFINITES, "det"):
        return named
    sentence = index.tokens[delegation].sentence
    first = index.annotation.sentences[max(0, sentence - _FARTHEST)].first
    before = (
        i for i in range(delegation - 1, first - 1, -1) if tree.lemma(i) in _LEADING and index.tokens[i].pos == "VERB"
    )
    return next((found for v in before if (found := _leading(index, v))), [])


def _leading(index: TextIndex, verb: int) -> list[Mention]:
    """Who leads a delegation by `verb`: "A led a delegation to P", "a delegation led by A"."""
    tree = index.tree
    over = tree.deps(verb, "dobj", "nsubjpass")
    if any(tree.lemma(o) in _DELEGATIONS for o in over) and not index.is_denied(verb):
        return agents(index, verb) if tree.is_passive(verb) else doing(index, verb)
    is_told = tree.tokens[verb].dep == "acl" and tree.lemma(tree.tokens[verb].head) in _DELEGATIONS
    return agents(index, verb) if is_told else []


def agents(index: TextIndex, verb: int) -> list[Mention]:
    """Who does what a passive or a participle tells ("led by A and B")."""
    return list(_agents(index, verb))


def _agents(index: TextIndex, verb: int) -> Iterator[Mention]:
    for p in index.tree.deps(verb, "agent", "prep"):
        if index.tree.lower(p) == "by":
            yield from mentions_from(index, p + 1)
