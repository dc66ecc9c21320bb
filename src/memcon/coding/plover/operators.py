"""What a verb makes of the act below it: refusing, threatening, asking for it, agreeing to it. `OPERATORS` are asked in order, the first that answers decides.

Which verbs refuse, threaten and so on is the codebook's (`codebook/plover/operators.toml`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from memcon.codebook.scales import types_that
from memcon.coding.plover.act import COOPERATION, HARD, HELPING, STANCES, Act, intended
from memcon.coding.plover.frames import complements
from memcon.domain.labels import VERBAL
from memcon.domain.tree import Tree
from memcon.lexicon import words

_ASKING = words("opening_a_question") | words("condition_marks")
_PUNISHING, _REACHING_OVER = types_that("punishes"), types_that("over")

Answer = tuple[Act | None, ...]
"""Nothing (the next is asked), or what the act becomes: none, or this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Governing:
    """A verb, what it `does` to acts below it, the act that it is itself, and the one that it governs. `read` codes another predicate."""

    tree: Tree
    verb: int
    does: frozenset[str]
    own: Act | None
    inner: Act | None
    read: Callable[[int], Act | None]

    @property
    def clauses(self) -> list[int]:
        return complements(self.tree, self.verb)

    def alone(self, type_: str, mode: str | None, because: str) -> Act:
        """An act that the verb makes by itself."""
        return Act(token=self.verb, core=self.verb, type=type_, mode=mode, because=because)


def phoning(g: Governing) -> Answer:
    """ "called the king to congratulate him", "called the minister a liar"."""
    if "phone" not in g.does or g.own is not None or not g.tree.deps(g.verb, "dobj"):
        return ()
    if g.tree.deps(g.verb, "oprd"):
        return (g.alone("ACCUSE", "disapprove", "naming"),)
    aims = (g.read(c) for c in g.tree.deps(g.verb, "advcl", "xcomp", "ccomp") if g.tree.is_infinitive(c))
    aim = next((a for a in aims if a is not None), g.inner)
    if aim is not None and aim.type in STANCES - {"REJECT"}:
        return (replace(aim, token=g.verb),)
    return (g.alone("CONSULT", "phone", "calling"),)


def reporting(g: Governing) -> Answer:
    """Who tells of an act does none, but for what he lets happen by telling it ("announced a ban")."""
    if "report" not in g.does or g.own is not None:
        return ()
    is_thing = g.inner is not None and g.tree.tokens[g.inner.core].pos not in VERBAL
    return (replace(g.inner, token=g.verb) if g.inner is not None and is_thing and "pass" in g.does else None,)


def without_an_act(g: Governing) -> Answer:
    """A verb over a clause that is no act: "ordered them to wait", "refused to go"."""
    if g.inner is not None:
        return ()
    if g.clauses and "order" in g.does and g.tree.deps(g.verb, "dobj", "ccomp"):
        return (g.alone("REQUEST", "change", "ordering"),)
    return (g.alone("REJECT", None, "refusing") if g.clauses and "refuse" in g.does else None,)


def an_act_itself(g: Governing) -> Answer:
    """A verb that is an act, over a noun: the noun is its object."""
    return (None,) if g.own is not None and g.own.type not in _REACHING_OVER and not g.clauses else ()


def threatening(g: Governing) -> Answer:
    """ "threatened to attack"."""
    return (_as(g, "THREATEN", None, "threatening"),) if "threaten" in g.does else ()


def stopping(g: Governing) -> Answer:
    """ "suspended aid", "lifted sanctions"."""
    if "lift" not in g.does or g.inner is None or g.own is not None:
        return ()
    if g.inner.type in (HELPING - {"SUPPORT"}) | {"CONSULT"}:
        return (_as(g, "SANCTION", "discontinue", "stopping"),)
    return (_as(g, "RETREAT", None, "lifting"),) if g.inner.type in HARD else ()


def asking(g: Governing) -> Answer:
    """ "urged Peru to release them"; no wish for oneself ("wants to thank"), no question ("asked whether")."""
    if "request" not in g.does or g.inner is None:
        return ()
    if g.inner.type in _PUNISHING and g.inner.core not in g.clauses:
        return (_as(g, "ACCUSE", "disapprove", "asking for a punishment"),)
    if g.tree.lemma(g.verb) == "want" and not g.tree.deps(g.verb, "ccomp", "dobj"):
        return (None,)
    if any(g.tree.opens_with(c, _ASKING) for c in g.clauses):
        return (None,)
    return (_as(g, "REQUEST", _asked(g.inner.type), "requesting"),)


def consenting(g: Governing) -> Answer:
    """ "agreed to send aid"."""
    is_meant = g.inner is not None and (g.inner.type in COOPERATION | {"MOBILIZE"} or g.inner.because == "intending")
    return (_as(g, "AGREE", None, "consenting"),) if "consent" in g.does and is_meant else ()


def intending(g: Governing) -> Answer:
    """ "plans to attack"."""
    return (intended(replace(g.inner, token=g.verb)),) if "intend" in g.does and g.inner is not None else ()


def letting_it_be(g: Governing) -> Answer:
    """ "began to attack": the act counts as it is."""
    return (replace(g.inner, token=g.verb),) if "pass" in g.does and g.own is None and g.inner is not None else ()


def refusing(g: Governing) -> Answer:
    """ "refused to release them"; whoever refuses a blow, or a refusal, does nothing (`is_undone`)."""
    if "refuse" not in g.does or g.inner is None:
        return ()
    return (None if is_undone(g) else _as(g, "REJECT", None, "refusing"),)


def is_undone(g: Governing) -> bool:
    """Whether a verb tells that the act below it is not done ("failed to arrest him")."""
    if "refuse" not in g.does or g.inner is None:
        return False
    return g.inner.type == "REJECT" or (g.inner.type in HARD and g.own is None)


def _as(g: Governing, type_: str, mode: str | None, because: str) -> Act | None:
    return None if g.inner is None else replace(g.inner, token=g.verb, type=type_, mode=mode, because=because)


def _asked(type_: str) -> str:
    """The mode of a request by what is asked for."""
    if type_ == "CONSULT":
        return "meet"
    if type_ in HELPING:
        return "assist"
    return "yield" if type_ in COOPERATION - {"AGREE"} else "change"


OPERATORS: tuple[Callable[[Governing], Answer], ...] = (
    phoning, reporting, without_an_act, an_act_itself, refusing, threatening, stopping, asking, consenting, intending, letting_it_be,
)  # fmt: skip
