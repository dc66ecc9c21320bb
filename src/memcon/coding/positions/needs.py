"""What somebody says that others must, should or need to do: the speaker's stance for it, or against it."""

from __future__ import annotations

from dataclasses import replace

from memcon.coding.positions.demands import aim_of, urged
from memcon.coding.positions.stand import Stand, is_negated, spoken, towards
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import NAMES_AND_PRONOUNS, VERBAL
from memcon.domain.rules import rule
from memcon.lexicon import words

_OBLIGING = words("obliging_auxiliary")
_NEEDING = words("having_to_do_it")
_SEVERAL = words("speaking_for_several")
_ALONE = words("first_person_singular")


@rule(
    pos=VERBAL,
    yes=[
        "The minister said Peru must end its attacks. → oppose",
        "The minister said that both sides should return to the talks. → support",
        "The minister said the blockade should not go on. → oppose",
        "The minister said Peru should not rely on Norway. → oppose",
        "The minister said the bans do not work and must be reviewed. → support",
    ],
    no=[
        "The minister hinted at an answer should Peru attack again.",
        "The minister said that Peru ended its attacks.",
        "I must answer you, the minister said.",
        "I must end this call, the minister said.",
    ],
)
def of_what_must_be(index: TextIndex, i: int) -> Stand | None:
    """What somebody says that others must or should do."""
    if index.tokens[i].pos not in VERBAL or not index.tree.has_word(i, _OBLIGING, "aux") or _is_inverted(index, i):
        return None
    return _of_others(index, i, i)


def _is_inverted(index: TextIndex, verb: int) -> bool:
    """Whether the auxiliary stands before the subject, as in a condition or a question: "[should] Peru attack again"."""
    obliging = (a for a in index.tree.deps(verb, "aux") if index.tree.lower(a) in _OBLIGING)
    between = [index.tokens[i] for a in obliging for i in range(a + 1, verb)]
    return any(t.pos in NAMES_AND_PRONOUNS for t in between) and all(t.pos != "PUNCT" for t in between)


def _of_others(index: TextIndex, verb: int, deed: int) -> Stand | None:
    """The stance to a deed that a verb says is to be done: towards what is to end by it, else towards the clause from its subject on, without the clause before it ("if the
    talks fail, [Peru must act]"); none to what "I" must do."""
    aim = aim_of(index, deed)
    stand = towards(index, aim if aim != deed else verb, spoken(verb, verb, urged(index, deed)))
    subject = index.tree.child(verb, "nsubj", "nsubjpass", "expl")
    if stand is None or subject is None:
        return _with_its_subject(index, stand, verb) if aim == deed and stand is not None else stand
    if index.tree.lower(subject) in _ALONE:
        return None
    if aim == deed and is_negated(index, deed) and index.is_somebody(subject) and stand.first < verb:
        return replace(stand, first=deed)  # against "relying on Peru" in "Norway should not rely on Peru"
    is_ahead = aim == deed and any(c < subject for c in index.tree.deps(verb, "advcl", "ccomp", "parataxis"))
    return replace(stand, first=index.tree.first(subject)) if is_ahead else stand


def _with_its_subject(index: TextIndex, stand: Stand, verb: int) -> Stand:
    """The stance from the subject on that a verb shares with the one before it in its row: "[the bans do not work and must be lifted]"."""
    shared = index.tree.subjects(verb) if index.tokens[verb].dep == "conj" else []
    return replace(stand, first=min(index.tree.first(shared[0]), stand.first)) if shared else stand


@rule(
    at=_NEEDING,
    pos=("VERB",),
    yes=[
        "The minister said Peru needs to stop the raids. → oppose",
        '"Europe has to do more for its own defence," the minister said. → support',
    ],
    no=["The minister said that he had to leave.", "The minister said Peru had a plan to leave."],
)
def of_what_is_needed(index: TextIndex, i: int) -> Stand | None:
    """What somebody says that others need to do, or have to."""
    tree = index.tree
    subject = tree.child(i, "nsubj")
    deed = next((d for d in tree.infinitives(i, "xcomp")), None)
    is_own = subject is None or (index.tokens[subject].pos == "PRON" and not _are_we_to(index, i, subject))
    if tree.lemma(i) not in _NEEDING or deed is None or is_own or is_negated(index, i) or tree.deps(i, "dobj"):
        return None
    return _of_others(index, i, deed)


def _are_we_to(index: TextIndex, verb: int, subject: int) -> bool:
    """Whether "we" are said to need something; what "we have to" do may be an errand."""
    return index.tree.lower(subject) in _SEVERAL and index.tree.lemma(verb) == "need"


NEEDS = (of_what_must_be, of_what_is_needed)
"""The rules, first answer wins."""
