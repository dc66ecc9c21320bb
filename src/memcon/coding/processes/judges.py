"""Who says how a process goes: who judges it in the clause that tells it, else whose word that is."""

from __future__ import annotations

from itertools import takewhile

from memcon.coding.coordination import mentions_around
from memcon.coding.doers import doers
from memcon.coding.processes.told import Told
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import interval_of
from memcon.domain.labels import BEFORE_NOUNS, ON_NOUNS
from memcon.domain.records import Assessment
from memcon.lexicon import words

_JUDGING = words("judging_what_is_done") | words("calling_by_a_name")
_FINDING = words("reporting_a_clause") | words("reporting_an_object")
_SHARED_VIEWS = words("view_that_is_reached") | words("reporting_noun")
_FARTHEST = 8
_IN_A_NAME = BEFORE_NOUNS | {"poss"}


def assessment_of(index: TextIndex, attributions: Attributions, told: Told) -> Assessment:
    """How far a process has come, by whom: of "both towns reportedly reached the view that it goes well" both sides, reportedly."""
    attribution = attributions.of_token(told.anchor)
    judging = _judging_verb(index, told)
    judges = () if judging is None else _actors(index, judging)
    hedge = attribution.hedge or (None if judging is None else attributions.hedge_near(judging))
    span = index.span(told.first, told.last)
    return Assessment(
        text=span.of(index.text),
        span=span,
        by=judges or ((attribution.speaker,) if attribution.speaker else ()),
        when=_when(index, told),
        hedge=hedge,
    )


def _judging_verb(index: TextIndex, told: Told) -> int | None:
    """The verb that praises, blames or finds what is told: itself, the one that has it as object or clause, or that reaches a view of it."""
    if index.tree.lemma(told.anchor) in _JUDGING:
        return told.anchor
    here = told.anchor
    for above, _ in zip(index.tree.above(told.anchor), range(_FARTHEST), strict=False):
        dep, lemma = index.tokens[here].dep, index.tree.lemma(above)
        if index.tokens[above].pos == "VERB" and dep in {"dobj", "ccomp"}:
            is_shared = dep == "dobj" and index.tree.lemma(here) in _SHARED_VIEWS
            return above if is_shared or lemma in _FINDING | _JUDGING else None
        if dep in ON_NOUNS and lemma not in _SHARED_VIEWS:
            return None
        here = above
    return None


def _actors(index: TextIndex, verb: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for s in doers(index, verb) for m in mentions_around(index, s) for a in m.actors))


def _when(index: TextIndex, told: Told) -> str | None:
    """The one date of its sentence."""
    sentence = index.sentence(told.anchor)
    dates = {
        t.edtf
        for i in range(sentence.first, sentence.last)
        if (t := index.timex_at.get(i)) is not None
        and t.type == "DATE"
        and t.edtf
        and _may_date(index, told, i, t.edtf)
    }
    return dates.pop() if len(dates) == 1 and not any(".." in d for d in dates) else None


def _may_date(index: TextIndex, told: Told, i: int, edtf: str) -> bool:
    """Whether a date may tell when something is said to go so: none to come, none in a name ("the 2018 agreement"), none of a clause on a noun ("the
    deal, which Peru signed in 2021")."""
    over = takewhile(lambda a: a != told.anchor, index.tree.above(i))
    if any(index.tokens[a].dep in ON_NOUNS for a in over):
        return False
    day, published = interval_of(edtf), index.published
    is_to_come = day is not None and published is not None and day.start > published.end
    inside = index.inside(index.timex_at[i].span)
    return not is_to_come and not any(
        index.tokens[j].dep in _IN_A_NAME and index.tokens[j].head not in inside for j in inside
    )
