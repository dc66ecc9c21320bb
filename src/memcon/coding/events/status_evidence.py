"""What the wording around an event's trigger says: the words of the status rules' questions, each a small function."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from memcon.codebook import load_codebook
from memcon.coding.events.scene import Clause, Scene
from memcon.coding.events.voting import over_by_vote
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Factuality, Operator, OperatorKind
from memcon.domain.dates import interval_of
from memcon.domain.labels import AUXILIARIES, RELATIVE_HEADS
from memcon.domain.records import Status
from memcon.domain.tree import Tree
from memcon.lexicon import values, words

_BESIDE_A_PLAN = AUXILIARIES | {"amod"}
_CARRYING = values("carrying")
_HAVING_AS_SUBJECT = words("having_the_event_as_subject")
_CONDUCTING = words("conducting")
_APPOINTING = words("appointing")
SETTLING = words("settling_its_object")
SETTLED = words("settling_its_subject")
_LED_TO = words("led_to")
_GOING_ON = words("going_on")
_PARTS = words("parts_of_an_event")
_MOMENTS = words("less_than_a_day")
_ORDINALS = words("place_in_a_row")
_OVER_OR_OPEN = words("longer_or_yet")
_AT = words("leading_into_an_event")
_FARING = words("faring")
_LATER_THIS, _EARLIER_THIS = words("ahead_in_a_unit"), words("behind_in_a_unit")
_HOW_IT_GOES = words("telling_how_it_goes")
_WHERE = words("leading_to_where_one_is")
_GIVING_A_NEW_DAY, _TO_A_NEW_DAY = words("giving_a_new_day"), words("leading_to_a_new_time") - {"for"}
_COMING_TO_ITS_END = words("coming_to_its_end")
_SLIPPING, _IN_THE_MIDST = words("slipping_to_a_day"), words("being_in_the_midst")
_TIME_AHEAD = words("time_ahead_of_an_event")
_GOING_AHEAD = words("going_ahead_verbs")
_FORWARD, _ANY_ONE = words("going_on"), words("a")
_CAME_FOR = words("leading_what_one_came_for")
_SAYING, _WAS, _AT_WHICH_MOMENT = words("saying"), words("past_be"), words("telling_when")


@dataclass(frozen=True, slots=True)
class Finding:
    """A status and the token that decided it."""

    status: Status
    token: int


# --- operators over the event ----------------------------------------------------------------------------------------------


def operators(scene: Scene) -> Iterator[Operator]:
    """The operators over the event: those on its own word, then those on the verbs that speak of it."""
    seen: set[Operator] = set()
    described = (scene.index.tokens[verb].head for verb in scene.clause.own)  # it may be a name in the event's phrase
    for i in dict.fromkeys((scene.anchor, *described, *carriers(scene))):
        for operator in scene.index.factuality(i).operators:
            if operator not in seen and operator.token not in scene.former:
                seen.add(operator)
                yield operator


def by_operator(scene: Scene, *kinds: str) -> Operator | None:
    """The first operator of one of `kinds` over the event."""
    return next((o for o in operators(scene) if o.kind in kinds), None)


def given_by(scene: Scene, *kinds: OperatorKind) -> Finding | None:
    """The status of the nearest operator of `kinds` over the event; none for an event that is told as not to be ("no plans to meet")."""
    operator = by_operator(scene, *kinds)
    if operator is None or scene.index.is_denied(scene.anchor):
        return None
    status = status_of(scene, operator)
    return Finding(status, operator.token) if status is not None else None


def status_of(scene: Scene, operator: Operator) -> Status | None:
    """What an operator makes of the event under it; None for those that alone decide no status."""
    return load_codebook().statuses.given_by(operator.kind, scene.tree.lemma(operator.token))


def find_acts(scene: Scene) -> frozenset[int]:
    """The verbs over the event that have a time and place of their own: "agreed on Monday to meet", "was called off in Oslo"; not those
    that give the event's ("is scheduled for Monday")."""
    index = scene.index
    vote = over_by_vote(scene.tree, scene.anchor) if scene.trigger.is_verb else None
    found = (
        o.token
        for o in operators(scene)
        if index.tokens[o.token].pos == "VERB"
        and scene.tree.lemma(o.token) not in _APPOINTING
        and not any(own.token == o.token for own in index.factuality(o.token).operators)
    )
    return frozenset((*found, *(v for v in (vote, moved_by(scene)) if v is not None)))


def is_called(scene: Scene) -> bool:
    """Whether somebody calls the meeting ("called an emergency session"): not what is called so ("called the meeting a success")."""
    tree, verb = scene.tree, scene.clause.verb
    if verb is None or scene.clause.relation != "object" or tree.lemma(verb) != "call" or tree.is_passive(verb):
        return False
    is_one = any(tree.lower(d) in _ANY_ONE for d in tree.deps(scene.anchor, "det"))
    last = tree.last(scene.anchor)
    ends = (i for i in (last, last + 1) if i < len(tree.tokens) and i > scene.anchor)
    is_one &= not any(tree.tokens[i].pos == "ADJ" for i in ends)  # "called a meeting with Peru pointless"
    return is_one and is_past(scene.index, verb) and not tree.deps(verb, "oprd", "ccomp", "acomp", "prt")


def moved_by(scene: Scene) -> int | None:
    """The verb that moves the event to another day that is told ("was moved to September"); not one that brings it forward."""
    tree, verb = scene.tree, scene.clause.verb
    is_moved = scene.clause.is_argument and scene.clause.governor is None
    if verb is None or not is_moved or tree.lemma(verb) not in _GIVING_A_NEW_DAY | _SLIPPING:
        return None
    if scene.clause.relation == "subject" and not tree.is_passive(verb) and tree.lemma(verb) not in _SLIPPING:
        return None
    is_earlier = any(tree.lower(c) in _FORWARD for c in tree.deps(verb, "advmod", "prt"))
    is_to_a_day = any(o in scene.index.timex_at for o in tree.led_by(verb, *_TO_A_NEW_DAY))
    return verb if is_to_a_day and not is_earlier else None


# --- verbs that speak of the event -----------------------------------------------------------------------------------------


def carriers(scene: Scene, *, beyond: bool = False) -> Iterator[int]:
    """The verbs that speak of the event itself: those that describe it, with their complements, then the carrying verb where it carries; with
    `beyond`, the carrying verb in any case."""
    clause = scene.clause
    for verb in clause.own:
        if not _is_aim(scene.index, verb) and not _is_content(scene, verb):
            yield verb
            yield from scene.tree.deps(verb, "xcomp")  # "which was expected to take place"
    if clause.verb is None or clause.governor is not None:
        return
    if _is_led_to(scene, clause.verb) and (clause.relation != "object" or is_about_event(scene, clause.verb)):
        yield from scene.verbs
    elif beyond:
        yield clause.verb


def _is_led_to(scene: Scene, verb: int) -> bool:
    """Whether the verb is done for the event behind its preposition, or makes it take place."""
    if scene.clause.relation != "preposition":
        return True
    return last_word(scene.clause) in _LED_TO or _goes_ahead(scene, verb)


def last_word(clause: Clause) -> str:
    """The last word of the preposition before the event ("of" of "out of"); "" without one."""
    return (clause.preposition or "").split(" ")[-1]


def _is_aim(index: TextIndex, verb: int) -> bool:
    """Whether an infinitive behind an event tells what it is for ("a meeting to mend ties"), not when ("a meeting to be held")."""
    over = index.factuality(verb).operators
    first = next((o for o in over if o.kind != "negation"), None)  # "warned him during their meeting not to go"
    return first is not None and first.kind == "purpose" and first.token == verb


def _is_content(scene: Scene, verb: int) -> bool:
    """Whether an infinitive behind a paper tells what the paper says ("an agreement to draw a border"), not when it comes ("a treaty to be signed")."""
    is_paper = scene.trigger.is_noun and scene.tree.lemma(scene.anchor) in scene.trigger.meaning.done.papers
    return is_paper and scene.tree.is_infinitive(verb) and bool(scene.tree.deps(verb, "dobj"))


def _goes_ahead(scene: Scene, verb: int) -> bool:
    """Whether the verb makes the event behind "with" take place ("went ahead with the visit")."""
    return scene.clause.preposition == "with" and (_is_way_on(scene, verb) or scene.tree.lemma(verb) == "proceed")


def _is_way_on(scene: Scene, verb: int) -> bool:
    """Whether it goes "ahead" or "forward"."""
    is_going = scene.tree.lemma(verb) in _GOING_AHEAD
    return is_going and any(scene.tree.lower(c) in _GOING_ON for c in scene.tree.children[verb])


def is_about_event(scene: Scene, verb: int) -> bool:
    """Whether a verb makes or unmakes its object, the event; one that only deals with it ("dominate the summit") says nothing of it."""
    return scene.index.is_over(verb, scene.anchor) or scene.tree.lemma(verb) in _CARRYING


def is_carried(scene: Scene, verb: int) -> bool:
    """Whether the event takes place as far as its verb, of which it is the object or subject, does; not what somebody stays away from."""
    lemma = scene.tree.lemma(verb)
    if scene.clause.relation != "object":
        return lemma in _HAVING_AS_SUBJECT or (scene.tree.is_passive(verb) and lemma in _CONDUCTING)
    phrases = (f"{lemma} {scene.tree.lower(c)}" for c in scene.tree.deps(verb, "prt", "advmod"))
    role = _CARRYING.get(next((k for k in phrases if k in _CARRYING), lemma), "none")
    return role != "none" and not load_codebook().roles.of(role).is_away


def former_words(scene: Scene) -> frozenset[int]:
    """The words that describe an event as it was once ("the long-delayed talks", "the visit, planned for March,") where the sentence itself tells
    that it took place or will; else none."""
    clause, tree = scene.clause, scene.tree
    if scene.trigger.is_verb or not _is_settled(scene):
        return frozenset()
    before = [c for c in tree.deps(scene.anchor, "amod", "compound", "nmod") if c < scene.anchor]
    behind = [c for v in clause.own for c in tree.deps(v, "aux", "auxpass", "xcomp")]
    # on a name inside its phrase, or with what it tells of behind it ("which had threatened to collapse")
    own = [
        v for v in clause.own if any(scene.index.is_over(v, i) for i in (tree.tokens[v].head, *tree.deps(v, "xcomp")))
    ]
    return frozenset((*own, *(i for i in (*before, *clause.own, *behind) if scene.index.is_over(i, scene.anchor))))


def _is_settled(scene: Scene) -> bool:
    """Whether the carrying verb tells for certain that the event took place or will."""
    verb = scene.clause.verb
    if verb is None or not scene.clause.is_argument:
        return False
    settling = SETTLING if scene.clause.relation == "object" or scene.tree.is_passive(verb) else SETTLED
    factuality = scene.index.factuality(verb)
    is_told = factuality.time == "past" or factuality.operator("arrangement") is not None
    is_settling = scene.tree.lemma(verb) in settling or _is_way_on(scene, verb) or _is_at_its_end(scene, verb)
    return is_settling and is_told and is_plain_fact(factuality)


def _is_at_its_end(scene: Scene, verb: int) -> bool:
    """Whether it came to its end, with something to show for it: what was only expected may "end without results" unheld."""
    is_without = any(scene.tree.lower(p) == "without" for p in scene.tree.deps(verb, "prep"))
    return scene.tree.lemma(verb) in _COMING_TO_ITS_END and is_past(scene.index, verb) and not is_without


def modifiers(scene: Scene) -> Iterator[int]:
    """The words before an event noun that describe it."""
    if scene.trigger.is_verb:
        return
    for i in (scene.anchor, scene.trigger.first):
        yield from (c for c in scene.tree.deps(i, "amod", "compound", "nmod", "advmod") if c < scene.anchor)


# --- what the sentence makes of it -------------------------------------------------------------------------------------------


def is_plain_fact(factuality: Factuality) -> bool:
    """Whether it is told for certain to be so."""
    return not factuality.is_negative and factuality.certainty == "certain"


def is_past(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of something as done."""
    factuality = index.factuality(verb)
    return factuality.time == "past" and not factuality.is_negative


def is_of_now(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of what is: in the present, or in the past behind a report of the past ("said that they were talking") or as the news
    itself ("The ministers were meeting for the first time since May"), with nothing that makes it a time that is over."""
    if scene.index.factuality(verb).time == "present":
        return True
    tree, token = scene.tree, scene.index.tokens[verb]
    forms = {tree.lower(i) for i in (verb, *tree.auxiliaries(verb))}
    is_was = not forms.isdisjoint(_WAS) and not scene.in_title and is_past(scene.index, verb)
    is_over = scene.when is not None and not is_not_over(scene)
    is_news = token.dep == "ROOT" and token.tag == "VBG" and scene.trigger.meaning.family == "encounter"
    return is_was and not is_over and (is_reported(scene, verb) or (is_news and not _has_its_moment(tree, verb)))


def is_reported(scene: Scene, verb: int) -> bool:
    """Whether a verb tells what somebody is told to have said, of no moment that is told beside it."""
    tree, tokens = scene.tree, scene.index.tokens
    is_said = tokens[verb].dep == "ccomp" and tree.lemma(tokens[verb].head) in _SAYING
    return is_said and is_past(scene.index, tokens[verb].head) and not _has_its_moment(tree, verb)


def _has_its_moment(tree: Tree, verb: int) -> bool:
    """Whether a clause behind a verb tells at which moment something was so ("were talking when the ceiling fell")."""
    clauses = tree.deps(verb, "advcl")
    return any(tree.lower(c) in _AT_WHICH_MOMENT for v in clauses for c in tree.deps(v, "advmod", "mark"))


def is_ahead(scene: Scene) -> bool:
    """Whether it lies wholly ahead of the publication."""
    return scene.when is not None and scene.published is not None and scene.when.start > scene.published.end


def is_not_over(scene: Scene) -> bool:
    """Whether its time reaches the day of publication, or lies ahead of it."""
    return scene.when is not None and scene.published is not None and scene.when.end >= scene.published.start


def is_told_ahead(scene: Scene) -> bool:
    """Whether it lies ahead of the publication, or "later" in a time that has begun ("later this spring")."""
    return is_ahead(scene) or (scene.when is not None and _is_timed_by(scene, _LATER_THIS))


def is_told_behind(scene: Scene) -> bool:
    """Whether it was "earlier" in a time that goes on ("earlier this week")."""
    return scene.when is not None and _is_timed_by(scene, _EARLIER_THIS)


def _is_timed_by(scene: Scene, starts: frozenset[str]) -> bool:
    """Whether the words of its own time begin with one of `starts`."""
    times = scene.index.times_beside(scene.anchor)
    if scene.clause.verb is not None:
        times = (*times, *scene.index.times_beside(scene.clause.verb))
    told = (t.text.lower() for t in times if interval_of(t.edtf or "") == scene.when)
    return any(text.startswith(start) for text in told for start in starts)


def asked(index: TextIndex, verb: int) -> int | None:
    """The question word of an indirect question that the verb stands in ("what message she will deliver")."""
    if index.tokens[verb].dep == "relcl":
        return None
    arguments = index.tree.deps(verb, "dobj", "nsubj", "pobj")
    inside = (c for o in arguments for c in (o, *index.tree.children[o]))
    return next((c for c in inside if index.tokens[c].tag in RELATIVE_HEADS and index.tree.lower(c) != "that"), None)


def is_scene_of(scene: Scene) -> bool:
    """Whether something else is told to happen at the event ("will speak at the summit")."""
    clause = scene.clause
    return clause.relation == "preposition" and clause.governor is None and last_word(clause) in _AT


def is_object_of(scene: Scene, verbs: Container[str]) -> bool:
    """Whether it is what one of `verbs` (lemmas) is done to."""
    verb = scene.clause.verb
    return verb is not None and scene.clause.relation == "object" and scene.tree.lemma(verb) in verbs


def is_run_up(scene: Scene) -> bool:
    """Whether the time ahead of it is told of: "in advance of", "in the run-up to"."""
    governor = scene.clause.governor
    if governor is None:
        return False
    is_parted = scene.tree.lower(governor) == "up" and scene.tree.lower(max(0, governor - 2)) == "run"
    return is_parted or scene.tree.lemma(governor) in _TIME_AHEAD


def is_amid(scene: Scene, verb: int) -> bool:
    """Whether somebody is told to be "in talks" or "on a visit"."""
    clause, kind = scene.clause, load_codebook().kind(scene.trigger.kind)
    is_behind = clause.relation == "preposition" and clause.governor is None and clause.preposition == kind.amid
    return is_behind and (scene.tree.lemma(verb) == "be" or _is_in_the_midst(scene, verb))


def _is_in_the_midst(scene: Scene, verb: int) -> bool:
    """ "are engaged in talks", "are gathered there for talks"."""
    return scene.tree.lemma(verb) in _IN_THE_MIDST and scene.tree.is_passive(verb)


def is_plan_denied(scene: Scene) -> bool:
    """Whether a plan for it is told not to be ("no plans to meet", "no meeting is planned"); a modal is no plan, and "no longer" and "not yet" deny none."""
    planned, negation = by_operator(scene, "expectation", "arrangement"), by_operator(scene, "negation")
    if planned is None or negation is None or not scene.index.is_denied(scene.anchor):
        return False
    is_no_plan = scene.index.tokens[planned.token].dep in _BESIDE_A_PLAN
    is_agreed = planned.kind == "arrangement" and scene.tree.lemma(planned.token) not in _APPOINTING
    is_own = scene.index.tokens[negation.token].head == scene.anchor and scene.trigger.is_verb
    # "the talks planned for May did not take place": not the plan is denied
    is_aside = scene.index.tokens[planned.token].head == scene.anchor != scene.index.tokens[negation.token].head
    is_other = (
        is_no_plan or is_agreed or is_own or is_aside
    )  # "decided not to meet", "never agreed to meet" deny no plan
    return not is_other and scene.tree.lower(negation.token) not in _OVER_OR_OPEN


def is_unmet(scene: Scene) -> bool:
    """ "should have met": what ought to have been, told of the past; whether it was stays open."""
    obligation = by_operator(scene, "obligation")
    if obligation is None or scene.index.tokens[obligation.token].dep not in AUXILIARIES:
        return False
    verb = scene.index.tokens[obligation.token].head
    return any(scene.tree.lower(c) == "have" for c in scene.tree.deps(verb, "aux"))


def is_begun_in_part(scene: Scene) -> bool:
    """Whether the event is measured by what was of it: "two days of talks" that came to nothing were held."""
    preposition = scene.index.tokens[scene.anchor].head
    measure = scene.index.tokens[preposition].head
    is_subject = scene.clause.verb is not None and scene.clause.relation == "subject"
    return is_subject and scene.tree.lower(preposition) == "of" and scene.tree.lemma(measure) in _PARTS


def is_short(index: TextIndex, verb: int) -> bool:
    """ "delayed by an hour": no other day."""
    by = (p for p in index.tree.deps(verb, "agent", "prep") if index.tree.lower(p) == "by")
    return any(index.tree.lemma(c) in _MOMENTS for p in by for c in index.tree.deps(p, "pobj"))


def is_one_of_a_row(scene: Scene, verb: int) -> bool:
    """ "was the first since", "was their third"."""
    said = scene.tree.deps(verb, "attr", "acomp")
    return any(scene.tree.lower(w) in _ORDINALS for a in said for w in (a, *scene.tree.deps(a, "amod")))


def is_told_how(scene: Scene, verb: int) -> bool:
    """Whether a verb tells how an event goes ("are not going well"), not whether it does."""
    how = scene.tree.deps(verb, "advmod", "acomp")
    return scene.tree.lemma(verb) in _FARING and any(scene.tree.lower(c) in _HOW_IT_GOES for c in how)


def is_made_so(scene: Scene, verb: int) -> bool:
    """ "made talks conditional on a truce": the object is not made, but made so."""
    said = scene.tree.deps(verb, "advmod", "oprd", "acomp", "advcl", "ccomp")
    is_behind = any(c > scene.anchor and scene.index.tokens[c].tag == "JJ" for c in said)
    return is_behind and scene.tree.lemma(verb) == "make"


def is_there_for(scene: Scene, verb: int) -> bool:
    """Whether a verb of being tells the place where somebody is for the event."""
    is_for = last_word(scene.clause) in _CAME_FOR
    is_there = any(
        scene.tree.lower(p) in _WHERE and p + 1 not in scene.index.timex_at
        for p in scene.tree.deps(verb, "prep", "advmod")
    )
    return is_for and is_there and (scene.tree.lemma(verb) == "be" or _is_in_the_midst(scene, verb))


def is_act_or_paper(scene: Scene) -> bool:
    done = scene.trigger.meaning.done
    return scene.trigger.is_noun and bool(done.acts or done.papers)


def is_plain(scene: Scene) -> bool:
    """Whether no operator stands over it."""
    return next(operators(scene), None) is None


def told_verb(scene: Scene) -> int | None:
    """The verb that carries it, outside headlines, whose present and participles tell no time."""
    return None if scene.in_title else scene.clause.verb


def subject_of(scene: Scene) -> int | None:
    """The verb of which it is the subject."""
    return scene.clause.verb if scene.clause.relation == "subject" else None


def settled_status(found: Finding, scene: Scene) -> Finding:
    """Corrected by the calendar: what lies wholly ahead of the publication can't have come about."""
    is_happening = load_codebook().statuses.of(found.status).is_happening
    return replace(found, status="scheduled") if is_happening and is_ahead(scene) else found
