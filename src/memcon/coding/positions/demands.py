"""Stances that ask for deeds: urging somebody, wishing that another acts, and what asking for a deed amounts to."""

from __future__ import annotations

from dataclasses import replace

from memcon.coding.leaning import STANCES
from memcon.coding.positions.stand import Stand, first_words, is_negated, of_verb, spoken, towards
from memcon.coding.positions.targets import ended
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import CLAUSES_OF_VERBS, COMPLEMENTS, NOMINAL, RELATIVES
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_URGING = words("urging")
_WISHING = words("wishing_that_others_act")
_ENDING = words("ending_a_deed")
_AGAINST = {verb for verb, stance in values("working_for_or_against").items() if stance == "oppose"} - _ENDING
_TURNING_DOWN = {verb for verb, stance in values("taking_a_stand").items() if STANCES[stance] == "oppose"}
_DOING_AWAY = _AGAINST | {verb for verb, stance in values("doing_good_or_harm").items() if stance == "oppose"}
_WHETHER = words("whether")
_TELLING_OR_ASKING = words("telling_or_asking")
_OBLIGING = words("obliging_auxiliary")
_NO = words("negation_determiners")
_SEEING = words("seeing_it_done")
_WANTING = words("wanting_a_thing")
_PRESSURE = words("pressure_on_somebody")
_INVITING = words("inviting_somebody")
_OCCASIONS = words("deed_of_an_occasion")
_OWN = words("first_person_singular")
_EMPTY = words("empty_subject")
_OPINIONS = words("opinion_with_a_clause")
_DEEDS = words("deed_that_is_urged")


def urged(index: TextIndex, deed: int) -> Stance:
    """What asking for a deed amounts to: against it where it is not to be done or is an end put to something, or done against somebody's doings."""
    if index.tree.is_passive(deed) and index.tree.lemma(deed) in _DOING_AWAY and not is_negated(index, deed):
        return "oppose"
    return (
        "oppose"
        if (is_negated(index, deed) or _of_none(index, deed) is not None)
        != (index.tree.lemma(deed) in _ENDING | _TURNING_DOWN or _is_against(index, deed))
        else "support"
    )


def aim_of(index: TextIndex, deed: int) -> int:
    """What the stance for or against a deed that is asked for is about: of "stop the attacks" and "there must be no attacks", which are against them, and of
    "not to stop the talks", which is for them, the attacks and the talks; else the deed."""
    if (none := _of_none(index, deed)) is not None:
        return none
    if index.tree.lemma(deed) not in _ENDING | _TURNING_DOWN:
        return deed
    if index.tree.is_passive(deed):
        of_it = index.tree.deps(deed, "nsubjpass")
    else:
        of_it = [
            *(o for o in index.tree.deps(deed, "dobj") if index.tokens[o].pos in NOMINAL),
            *(c for c in index.tree.deps(deed, "xcomp") if index.tokens[c].tag == "VBG"),
        ]
    return next(iter(of_it), deed)


def _of_none(index: TextIndex, deed: int) -> int | None:
    """That of which a clause asks that there be none: "there must be no new [raids]"."""
    is_there = bool(index.tree.deps(deed, "expl"))
    return next((a for a in index.tree.deps(deed, "attr") if is_there and index.tree.has_word(a, _NO, "det")), None)


def _is_against(index: TextIndex, deed: int) -> bool:
    """Whether a deed stands against what somebody does or has: "counter Peru's raids", not "confront all challenges"."""
    if index.tree.lemma(deed) not in _AGAINST:
        return False
    inside = (i for o in index.tree.deps(deed, "dobj") for i in range(index.tree.first(o), o + 1))
    return any(i in index.mention_at and index.mention_at[i].form != "pronoun" for i in inside)


def stood_for(index: TextIndex, stance: Stance, target: int) -> Stance:
    """What standing for something amounts to: against it where somebody's doings are to be countered ("determined to counter Peru's raids"), not where an end
    is to be put to it ("the resolve to end the war" is for peace)."""
    if stance != "support":
        return stance
    over = index.tokens[target].pos == "ADP" or index.tree.lower(target) == "to"
    deeds = index.tree.deps(target, "pcomp", "pobj") if over else [target]
    return "oppose" if any(_is_against(index, d) for d in deeds) else stance


@rule(
    at=first_words(_URGING) | _WISHING,
    yes=[
        "Norway urged Peru to sign the treaty. → support",
        "The minister called on Peru not to use force. → oppose",
        "Norway urged Peru to stop the attacks. → oppose",
        "Norway wants Peru to leave the town. → support",
        "Peru hopes that the truce will hold. → support",
        "Norway demanded that the blockade be lifted. → support",
        "Peru urged restraint. → support",
        "Norway insisted that Peru open the port. → support",
        "President Dahl warned Peru not to attack the town. → oppose",
        "Peru warned Norway to refrain from further steps. → oppose",
        "The ministers passed a resolution calling on Peru to open its archives. → support",
        "Norway wants the mission withdrawn by June. → support",
        "Norway demanded an end to the raids. → oppose",
        "The minister urged Peru to reject the treaty. → oppose",
        "Norway would like to see Peru join the pact. → support",
        "Peru wants to see the ban lifted. → support",
        "Norway wants an apology from Peru. → support",
        "Norway pushed Peru to cut its fees. → support",
        "Norway urged Peru to restrict the sale of arms. → oppose",
        "Norway urged Peru not to stop the talks. → support",
        "Norway urged further negotiations to end the war. → support",
    ],
    no=[
        "Norway asked Peru a question.",
        "The minister wants her.",
        "The minister wants to leave.",
        "Norway asked whether Peru would come.",
        "Norway insisted that it was not told.",
        "Norway told Peru that it was late.",
        "Minister Liv Dahl of Norway invited Minister Ana Soto of Peru to tour the port.",
        '"I have asked my foreign minister to fly to Chad," President Soto said.',
    ],
)
def urging_a_deed(index: TextIndex, i: int) -> Stand | None:
    """Urging somebody to do something, or wishing that another does it."""
    key, tree = index.tree.lemma(i), index.tree
    is_led = any(f"{key} {tree.lower(p)}" in _URGING for p in tree.deps(i, "prep"))
    if not (key in _URGING or is_led or key in _WISHING) or tree.is_passive(i):
        return None
    labels = CLAUSES_OF_VERBS if is_led or _is_pressed(index, i) else COMPLEMENTS
    deed = next((c for c in tree.deps(i, *labels) if _is_asked(index, i, c, is_led=is_led)), None)
    if tree.has_word(i, _OPINIONS, "dobj"):
        return None  # "pressed the position that they do not like it"
    if deed is None and key in _WISHING:
        deed = _seen(index, i)
    if deed is not None:
        stand = towards(index, aim_of(index, deed), of_verb(index, i, urged(index, deed)))
        return _up_to_the_contrary(index, stand, deed) if stand is not None else None
    target = tree.child(i, "dobj")
    return _thing_urged(index, i, target) if target is not None else None


def _is_pressed(index: TextIndex, verb: int) -> bool:
    """Whether somebody is the object of a verb of urging, so that an infinitive behind it is what is asked, also where the parser took it for an aim."""
    object_ = index.tree.child(verb, "dobj") if index.tree.lemma(verb) in _URGING else None
    return object_ is not None and object_ in index.mention_at


def _up_to_the_contrary(index: TextIndex, stand: Stand, deed: int) -> Stand:
    """The stance towards a deed without a second one that is asked for though the first is not, or the other way about: "not [to use force] and to talk"."""
    contrary = (
        c for c in index.tree.deps(deed, "conj") if index.tokens[c].tag == "VB" and urged(index, c) != stand.stance
    )
    start = next((index.tree.first(c) for c in contrary if stand.first < c <= stand.last), None)
    return stand if start is None else replace(stand, last=index.without_links(stand.first, start - 1))


def _is_a_deed(index: TextIndex, verb: int) -> bool:
    """Whether the object of a verb of urging is a deed, told by a noun without an article, so that an infinitive behind it is an aim: "urged further talks to end
    the war", not "urged the talks to go on"."""
    object_ = index.tree.child(verb, "dobj")
    if object_ is None or object_ in index.mention_at or index.tree.deps(object_, "det", "poss"):
        return False
    return index.tree.lemma(object_) in _DEEDS


def _seen(index: TextIndex, verb: int) -> int | None:
    """The deed that somebody wishes to see done: "would like to see Peru [sign]", "wants to see the ban [lifted]"."""
    seeing = (s for s in index.tree.infinitives(verb, "xcomp") if index.tree.lemma(s) in _SEEING)
    return next((c for s in seeing for c in index.tree.deps(s, "ccomp", "xcomp")), None)


def _is_asked(index: TextIndex, verb: int, deed: int, *, is_led: bool) -> bool:
    """Whether the clause of a deed tells what another is to do: "urged Peru to sign", "insisted that Peru sign", no question and nothing only told."""
    tree = index.tree
    is_of_another = is_led or bool(tree.deps(verb, "dobj")) or bool(tree.deps(deed, "nsubj", "nsubjpass"))
    is_told = tree.lemma(verb) in _TELLING_OR_ASKING and not (tree.is_infinitive(deed) or is_wanted(index, deed))
    is_clause = tree.is_infinitive(deed) or bool(tree.deps(deed, "mark"))
    is_purpose = tree.is_infinitive(deed) and not tree.deps(deed, "nsubj") and _is_a_deed(index, verb)
    is_no_wish = is_purpose or is_told or _is_question(index, deed) or _is_bid_to_come(index, verb, deed)
    return deed > verb and is_of_another and is_clause and not is_no_wish


def _is_bid_to_come(index: TextIndex, verb: int, deed: int) -> bool:
    """Whether somebody is only invited to an occasion ("invited her to tour the port"), or one of the speaker's own people sent to one ("asked my envoy to
    fly to Chad")."""
    tree = index.tree
    asked = (*tree.deps(verb, "dobj"), *tree.deps(deed, "nsubj"))
    is_own = any(tree.has_word(o, _OWN, "poss") for o in asked)
    return tree.lemma(deed) in _OCCASIONS and (is_own or tree.lemma(verb) in _INVITING)


def _is_question(index: TextIndex, clause: int) -> bool:
    asking = (index.tokens[w].tag in RELATIVES for w in index.tree.children[clause])
    return index.tree.opens_with(clause, _WHETHER) or any(asking)


def _is_wished_done(index: TextIndex, verb: int, target: int) -> bool:
    """Whether somebody wishes to have something done to it: "wants the mission withdrawn"."""
    done = index.tree.child(target, "acl") if index.tree.lemma(verb) in _WISHING else None
    return done == target + 1 and index.tokens[done].tag == "VBN"


def _thing_urged(index: TextIndex, verb: int, target: int) -> Stand | None:
    """A thing that is urged or wished, not somebody who is: "urged restraint", "demanded an end to the raids", "wants the mission withdrawn"."""
    if _is_wished_done(index, verb, target):
        return towards(index, target, of_verb(index, verb, _of_ending(index, target + 1)))
    is_bid = bool(index.tree.infinitives(verb, "xcomp")) and not _is_a_deed(index, verb)  # "asked my minister to fly"
    is_somebody = target in index.mention_at or is_bid
    is_thing = not is_somebody and not index.tree.deps(verb, "dative")
    is_wanted_thing = index.tree.lemma(verb) in _WANTING and index.tokens[target].pos == "NOUN"
    if not (index.tree.lemma(verb) in _URGING - _TELLING_OR_ASKING or is_wanted_thing) or not is_thing:
        return None
    over = ended(index, target, verb)
    return towards(index, target if over is None else over, of_verb(index, verb, _of_ending(index, target)))


def _of_ending(index: TextIndex, word: int) -> Stance:
    """What asking for it amounts to: against it where a word of ending is asked for."""
    return "oppose" if index.tree.lemma(word) in _ENDING else "support"


def is_wanted(index: TextIndex, deed: int) -> bool:
    """Whether a clause tells what should be, not what is: "insisted that Peru sign", "that Peru must sign"."""
    helping = index.tree.deps(deed, "aux", "auxpass")
    is_bare = index.tokens[deed].tag == "VB" or any(index.tokens[a].tag == "VB" for a in helping)
    return is_bare and all(index.tree.lower(a) in _OBLIGING or index.tokens[a].tag == "VB" for a in helping)


@rule(
    tag=("VB",),
    dep=("conj",),
    yes=[
        "Norway urged Peru not to use force and to return to the talks. → support",
        "The ministers called on Peru to stop the raids and to open the port. → support",
    ],
    no=["Norway urged Peru to sign the treaty and to open the port."],
)
def urging_the_contrary_as_well(index: TextIndex, i: int) -> Stand | None:
    """A second deed that somebody is urged to do, where the first is one not to do, or the other way about."""
    tree, first = index.tree, index.tokens[i].head
    if index.tokens[i].dep != "conj" or index.tokens[i].tag != "VB" or index.tokens[first].dep not in CLAUSES_OF_VERBS:
        return None
    verb = index.tokens[first].head
    asked = urging_a_deed(index, verb) if tree.is_infinitive(first) else None
    if asked is None or not asked.first <= aim_of(index, first) <= asked.last or urged(index, i) == asked.stance:
        return None
    stand = replace(of_verb(index, verb, urged(index, i)), anchor=i)
    return towards(index, aim_of(index, i), stand)


@rule(
    at=_PRESSURE,
    dep=("dobj",),
    yes=[
        "Norway has stepped up pressure on Peru to withdraw its ships. → support",
        "Norway put pressure on Peru to end the raids. → oppose",
    ],
    no=["Norway is under pressure to withdraw its ships.", "The water put pressure on the wall."],
)
def pressing_somebody(index: TextIndex, i: int) -> Stand | None:
    """Putting pressure on somebody to do something."""
    tree, verb = index.tree, index.tokens[i].head
    is_put = tree.lemma(i) in _PRESSURE and index.tokens[i].dep == "dobj" and not tree.is_passive(verb)
    pressed = [o for n in (i, verb) for o in tree.led_by(n, "on", "upon") if o in index.mention_at]
    if not is_put or not pressed or is_negated(index, verb):
        return None
    asked = (*tree.deps(i, "acl"), *tree.deps(verb, "advcl", "xcomp"), *tree.deps(pressed[0], "acl", "relcl"))
    deed = next((d for d in asked if d > pressed[0] and tree.is_infinitive(d)), None)
    if deed is None:
        return None
    return towards(index, aim_of(index, deed), replace(of_verb(index, verb, urged(index, deed)), anchor=i))


@rule(
    at=_WISHING,
    yes=[
        '"It is hoped that Peru will stop the raids," the minister said. → oppose',
        "The minister said that it was hoped that both sides would sign the treaty. → support",
    ],
    no=[
        "The minister said it was hoped for.",
        "The minister is hoped to come.",
        "The minister said it was asked that he come.",
    ],
)
def hoped_by_the_speaker(index: TextIndex, i: int) -> Stand | None:
    """What somebody says "is hoped": that one's own wish."""
    tree = index.tree
    subject = tree.child(i, "nsubjpass", "expl")
    is_said = (
        tree.lemma(i) in _WISHING
        and tree.is_passive(i)
        and subject is not None
        and tree.lower(subject) in _EMPTY
        and not is_negated(index, i)
    )
    wished = (c for c in tree.deps(i, "ccomp") if c > i and tree.deps(c, "nsubj", "nsubjpass"))
    deed = next(wished, None) if is_said and tree.lemma(i) not in _TELLING_OR_ASKING else None
    return towards(index, aim_of(index, deed), spoken(i, i, urged(index, deed))) if deed is not None else None


DEMANDS = (hoped_by_the_speaker, urging_a_deed, urging_the_contrary_as_well, pressing_somebody)
"""The rules, first answer wins."""
