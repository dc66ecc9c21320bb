"""What a paper binds somebody to: by a verb ("the treaty commits Norway to"), or told beside it ("under the deal Norway must leave")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.commitments.acts import GAINING, deed_or_goal, is_ahead, subjects
from memcon.coding.commitments.duty import Duty, bounds
from memcon.coding.commitments.instruments import is_paper, paper_led_to
from memcon.coding.modality import is_would
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import FINITE, ON_NOUNS, PAST_FORMS, RELATIVES, UNDERGOING
from memcon.domain.rules import rule
from memcon.lexicon import words

_UPON = words("upon")
_BINDING = words("binding_another")
_PAPERS = words("instrument") | words("arrangement_that_binds")
_DEALS = words("agreement_to_do_something") | (words("instrument") & words("paper_of_a_process"))
_MAKING = words("bringing_about_a_result")
_WISHING = words("asking_for_a_promise")
_LEADING = words("leading_to_what_binds")
_OCCASIONS = words("deed_of_an_occasion")
_BOUND = words("bound_to_do") | words("future_auxiliary")
_BEFORE_AN_INFINITIVE = words("put_before_an_infinitive")
_ALL_OF_THEM = words("parties_told_again")
_ONCE_AGREED = (words("binding_once_agreed") | words("paper_of_a_process")) - _PAPERS


@rule(
    at=_BINDING,
    yes=[
        "The treaty commits Norway to open its ports. → made",
        "The accord calls on both states to end the fighting. → made",
        "The deal requires Peru to pay for the bridge. → made",
        "Norway and Peru signed a deal that obliges Peru to pay for the bridge. → made",
        "The ministers signed an accord requiring Peru to free the crew. → made",
        "The truce requires Peru to free the crew. → made",
        "The accord calls for the rebels to leave the town by May. → made",
        "The ministers agreed a timetable that provides for Peru to leave the port. → made",
        "The pact demands that Peru close its camps. → made",
        "The treaty stipulates that Norway share its radar data. → made",
        "The pact, agreed to last May, called on Peru to free the crew. → made",
    ],
    no=[
        "The minister requires Peru to pay.",
        "The accord demands that the fighting end.",
        "The plan provides for Peru to leave the port.",
        "The treaty commits nobody.",
        "The deal that the minister requires Peru to pay for is old.",
        "The minister wants a treaty requiring Peru to pay.",
        "A deal that would oblige Peru to pay is unfair.",
    ],
)
def by_a_paper(index: TextIndex, i: int) -> Duty | None:
    """What a paper binds somebody to."""
    tree = index.tree
    if tree.lemma(i) not in _BINDING or not _is_of_a_paper(index, i) or tree.is_passive(i) or is_would(tree, i):
        return None
    beside = tree.infinitives(i, "advcl") if tree.led_by(i, *_UPON) else []  # "called on Peru to pay"
    clauses = [c for c in (*tree.infinitives(i, "xcomp", "ccomp"), *beside, *_provided_for(index, i)) if c > i]
    bound = tree.deps(i, "dobj") or tree.led_by(i, *_UPON) or _about_to_act(index, clauses)
    told = deed_or_goal(index, clauses, tree.prepositions(i, {"to"}))
    if not bound or told is None:
        return None
    first = max(told[0], *(tree.last(b) + 1 for b in bound if told[0] <= b < told[1]), told[0])
    return Duty(anchor=i, verb=i, first=first, last=told[1], parties=tuple(bound))


def _provided_for(index: TextIndex, verb: int) -> Iterator[int]:
    """The deeds that a paper wants done by somebody: "provides for [rebels to disarm]", "calls for both to leave", "demands that [Peru close its camps]"."""
    tree = index.tree
    led = (c for p in tree.prepositions(verb, {"for"}) for c in tree.infinitives(p, "pcomp"))
    marked = (c for c in tree.infinitives(verb, "advcl") if tree.has_word(c, {"for"}, "mark"))
    wanted = (c for c in tree.deps(verb, "ccomp") if _is_wanted(index, c))
    yield from (c for c in (*led, *marked, *wanted) if any(map(index.is_somebody, tree.deps(c, "nsubj"))))


def _is_wanted(index: TextIndex, verb: int) -> bool:
    """Whether a clause tells in the bare form of its verb what is wanted, not what is so: "that [it close] its camps"."""
    is_bare = index.tree.lower(verb) == index.tree.lemma(verb) and not index.tree.auxiliaries(verb)
    return is_bare and index.tree.has_word(verb, {"that"}, "mark")


def _about_to_act(index: TextIndex, clauses: Sequence[int]) -> list[int]:
    """The subjects of some infinitives: "obliges [Norway] to open the port", as parsers have it."""
    return [s for c in clauses for s in index.tree.deps(c, "nsubj")]


def _is_of_a_paper(index: TextIndex, verb: int) -> bool:
    """Whether a treaty, a fact sheet or the like is the subject of a verb, also of one in a clause that hangs on it ("a deal that requires …"), where
    it is not only wished for."""
    tree, token, subject = index.tree, index.tokens[verb], index.tree.child(verb, "nsubj")
    is_relative = subject is not None and index.tokens[subject].tag in RELATIVES
    is_hanging = token.dep in ON_NOUNS and (is_relative or (subject is None and token.tag == "VBG"))
    aside = _before_an_aside(index, verb)
    is_hanging = is_hanging and aside is None
    paper = aside if aside is not None else _paper_with_its_subject(index, token.head) if is_hanging else subject
    if paper is not None and tree.lemma(paper) in _ONCE_AGREED:
        return tree.lemma(index.tokens[paper].head) in _MAKING and index.tokens[paper].dep == "dobj"
    is_wished = is_hanging and tree.lemma(index.tokens[token.head].head) in _WISHING
    return paper is not None and tree.lemma(paper) in _PAPERS and not is_wished


def _before_an_aside(index: TextIndex, verb: int) -> int | None:
    """The paper before a participle between commas, right before a verb in the past, where a parser has taken that participle for the verb of the sentence
    ("[The pact], agreed to last May, called on Peru to pay")."""
    tree, tokens = index.tree, index.tokens
    if tree.deps(verb, "nsubj", "nsubjpass") or tree.lemma(verb) not in _BINDING or tokens[verb].tag not in PAST_FORMS:
        return None
    first = index.sentence(verb).first
    if tokens[verb - 1].text != ",":
        return None
    commas = (i for i in range(first + 1, verb - 1) if tokens[i].text == "," and tokens[i + 1].tag in PAST_FORMS)
    comma = next(commas, None)
    is_subject = comma is not None and tokens[comma - 1].dep == "nsubj" and tokens[comma - 1].head == comma + 1
    return comma - 1 if comma is not None and is_subject else None


def _paper_with_its_subject(index: TextIndex, noun: int) -> int:
    """The paper that a clause hangs on, also where a parser hangs it on what the paper is about ("a timetable for [disarmament] that provides for")."""
    over = index.tokens[index.tokens[noun].head].head
    is_about = index.tokens[noun].dep == "pobj" and index.tree.lemma(over) in _PAPERS | _ONCE_AGREED
    return over if is_about and index.tree.lemma(noun) not in _PAPERS else noun


@rule(
    pos=("VERB",),
    yes=[
        "Under the deal, Norway must open the port within a month. → made",
        "Under a plan agreed in May, Norway is to withdraw its troops. → made",
        "Under the accord, Norway and Peru will reopen their embassies. → made",
        "Norway shall open the port under the terms of the truce. → made",
        "Under the terms of the truce, Norway is to free the crew by 3 May and Peru is to pay for the ship. → made",
    ],
    no=[
        "Norway must open the port.",
        "Under a plan of its own, Norway is to withdraw its troops.",
        "Under the deal, Norway may open the port.",
        "Under the plan, Norway would open the port.",
        "Under the proposed deal, Norway will open the port.",
        "Under the deal, Norway will gain new rights to fish.",
    ],
)
def under_a_paper(index: TextIndex, i: int) -> Duty | None:
    """What somebody must do, or is to do, under a paper."""
    tree = index.tree
    verb = _bound_by(index, i)
    is_given = tree.lemma(i) in GAINING  # "will gain new rights"
    if verb is None or tree.is_passive(i) or is_given or paper_led_to(index, verb, _LEADING) is None:
        return None
    doing = (_in_a_row_with_a_date(index, verb),) if not tree.deps(verb, "nsubj") else subjects(index, verb)
    parties = tuple(p for p in doing if p is not None and (p in index.mention_at or index.tokens[p].pos == "PRON"))
    first, last = bounds(index, i)
    behind = [tree.last(p) + 1 for p in tree.deps(i, "nsubj") if tree.last(p) < i]
    return Duty(anchor=i, verb=verb, first=max(first, *behind, first), last=last, parties=parties) if parties else None


def _in_a_row_with_a_date(index: TextIndex, verb: int) -> int | None:
    """Whoever stands right before a verb without a subject, where a parser has put the name in a row with a date ("by 3 May and [Peru] is to pay")."""
    before = verb - 1
    is_taken = (
        before in index.mention_at
        and index.tokens[before].dep == "conj"
        and index.tokens[before].head in index.timex_at
    )
    return before if is_taken else None


def _bound_by(index: TextIndex, i: int) -> int | None:
    """The verb of the clause that tells that the deed at `i` has to be or will be done: itself behind "must" or "will", else "is" or "has" before its infinitive."""
    tree, over = index.tree, index.tokens[i].head
    if any(tree.lower(a) in _BOUND for a in tree.deps(i, "aux")):
        return i
    is_put = index.tokens[i].dep == "xcomp" and tree.lemma(over) in _BEFORE_AN_INFINITIVE and tree.is_infinitive(i)
    is_bare = not tree.deps(over, "acomp", "attr", "dobj", "neg", "advmod")
    return over if is_put and is_bare and tree.subjects(over) else None


@rule(
    at=_DEALS,
    pos=("NOUN",),
    yes=[
        "Norway and Peru struck a deal to link their power grids by 2029. → made",
        "The ministers of Norway and Peru signed an agreement to open the border. → made",
    ],
    no=[
        "Norway and Peru are close to a deal to open the border.",
        "Norway and Peru rejected a deal to open the border.",
        "Norway signed a deal on Friday to please Peru.",
        "Norway and Peru failed to reach an agreement to open the border.",
        "The minister denied that Norway had struck a deal to sell ships.",
    ],
)
def deal_to_do(index: TextIndex, i: int) -> Duty | None:
    """What an agreement that its parties have made is to do: "struck a deal to link their grids"."""
    tree, verb = index.tree, index.tokens[i].head
    is_told = index.factuality(verb).certainty == "certain" and not index.is_denied(verb)
    is_made = index.tokens[i].dep in UNDERGOING and tree.lemma(verb) in _MAKING and is_told
    beside = (c for c in tree.infinitives(verb, "advcl", "xcomp") if tree.first(c) == i + 1)
    deed = next((c for c in (*tree.infinitives(i, "acl"), *beside) if c > i), None)
    parties = tuple(p for p in subjects(index, verb) if index.is_somebody(p)) if is_made else ()
    if tree.lemma(i) not in _DEALS or deed is None or not parties or tree.is_passive(verb):
        return None
    first, last = bounds(index, deed)
    return Duty(anchor=i, verb=verb, first=first, last=last, parties=parties)


@rule(
    pos=("VERB",),
    yes=[
        "Norway and Peru signed a deal on Friday under which both armies will leave the strait. → made",
        "The two ministers announced a deal under which the countries will share radar data. → made",
    ],
    no=[
        "Norway and Peru signed a deal on Friday under which the price will rise.",
        "Norway and Peru signed a deal in which both armies see a trap.",
    ],
)
def under_which(index: TextIndex, i: int) -> Duty | None:
    """What both sides will do under a paper on which a clause hangs, where those who make it are told over it."""
    tree, verb = index.tree, index.tokens[i].dep == "relcl" and is_ahead(index, i)
    paper = index.tokens[i].head
    if not verb or tree.is_passive(i) or not is_paper(index, paper) or not _is_led_by_which(index, i):
        return None
    own = tree.deps(i, "nsubj")
    if not any(tree.lower(d) in _ALL_OF_THEM for s in own for d in (s, *tree.deps(s, "det", "predet", "quantmod"))):
        return None
    over = tree.verb_above(paper)
    parties = () if over is None else tuple(p for p in subjects(index, over) if index.is_somebody(p))
    first, last = bounds(index, i)
    first = max(first, *(tree.last(s) + 1 for s in own))
    return Duty(anchor=i, verb=i, first=first, last=last, parties=parties) if parties else None


def _is_led_by_which(index: TextIndex, verb: int) -> bool:
    """Whether "under which" leads a clause."""
    led = (o for p in index.tree.prepositions(verb, _LEADING) for o in index.tree.deps(p, "pobj"))
    return any(index.tokens[o].tag in RELATIVES for o in led)


@rule(
    tag=("VB",),
    yes=["Peru to supply 100 buses to Norway. → made", "Both ministers to open a joint office in Lima. → made"],
    no=["Peru wants to supply buses.", "A plan to supply buses.", "Peru to hold talks with Norway."],
)
def by_a_bare_infinitive(index: TextIndex, i: int) -> Duty | None:
    """What a line without a verb of its own says that somebody is to do: "Peru to supply 100 buses to Norway"."""
    tree, tokens = index.tree, index.tokens
    sentence = index.sentence(i)
    to = i - 1
    if not tree.is_infinitive(i) or tree.lower(to) != "to" or tree.lemma(i) in _OCCASIONS or to - 1 < sentence.first:
        return None
    begins = next((j for j in range(sentence.first, to) if tokens[j].text[:1].isalnum()), to)
    if any(tokens[j].tag in FINITE for j in range(sentence.first, sentence.last)) or to - 1 not in index.mention_at:
        return None
    whose = index.inside(index.mention_at[to - 1].span)
    is_all = whose[0] <= begins <= to - 1 and whose[-1] == to - 1
    last = sentence.last - 1
    return Duty(anchor=i, verb=i, first=to, last=index.without_links(i, last), parties=(to - 1,)) if is_all else None


PAPERS = (by_a_paper, under_a_paper, under_which, deal_to_do, by_a_bare_infinitive)
"""The rules, first answer wins."""
