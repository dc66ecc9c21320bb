"""How much of what a sentence tells is fact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from memcon.domain.annotation import Annotation, Factuality
from memcon.domain.tellings import Certainty

pytestmark = pytest.mark.model


@dataclass(frozen=True)
class Case:
    """A sentence (published on Wednesday, 2024-05-15), the word asked about, and what a careful reader makes of it; `by` are the operators' words."""

    text: str
    word: str
    certainty: Certainty = "certain"
    time: str = "past"
    is_negative: bool = False
    by: tuple[str, ...] = ()


CASES = [
    # tense
    Case("The envoys met in Lima.", "met"),
    Case("The envoys have met in Lima.", "met"),
    Case("The envoys will meet in Lima.", "meet", time="future", by=("will",)),
    Case("The envoys meet in Lima on Friday.", "meet", time="future", by=("Friday",)),
    Case("The envoys are meeting in Lima.", "meeting", time="present"),
    Case("The envoys were meeting in Lima.", "meeting"),
    Case("Envoys to meet in Lima", "meet", time="future", by=("meet",)),
    Case("She will land in Oslo and sign the pact.", "sign", time="future", by=("will",)),
    Case("He will leave when the talks end.", "end", time="future"),
    Case("He said that the envoys met in Lima.", "met"),
    Case("He may say that the envoys met in Lima.", "met"),
    # negation
    Case("The envoys did not meet.", "meet", is_negative=True, by=("not",)),
    Case("The envoys never met.", "met", is_negative=True, by=("never",)),
    Case("No envoy met the press.", "met", is_negative=True, by=("No",)),
    Case("Nobody met the press.", "met", is_negative=True, by=("Nobody",)),
    Case("The envoys no longer meet.", "meet", time="present", is_negative=True, by=("longer",)),
    Case("They held no talks.", "talks", is_negative=True, by=("no",)),
    Case("He left without meeting the press.", "meeting", is_negative=True, by=("without",)),
    # denial, refusal, failure, prevention: and double negation
    Case("She denied that the envoys met.", "met", is_negative=True, by=("denied",)),
    Case("She refused to meet the envoy.", "meet", time="future", is_negative=True, by=("refused",)),
    Case("She did not refuse to meet the envoy.", "meet", time="future", by=("refuse", "not")),
    Case("They failed to reach a deal.", "reach", is_negative=True, by=("failed",)),
    Case("They managed to reach a deal.", "reach"),
    Case("They did not manage to reach a deal.", "reach", is_negative=True, by=("not",)),
    Case("Rain prevented the envoy from landing.", "landing", is_negative=True, by=("prevented",)),
    Case("The minister called off the visit.", "visit", is_negative=True, by=("called",)),
    Case("The visit was called off.", "visit", is_negative=True, by=("called",)),
    Case("The talks collapsed.", "talks", is_negative=True, by=("collapsed",)),
    Case("The talks are expected to be called off.", "talks", "probable", "future", True, ("called", "expected")),
    # possibility and condition
    Case("The envoys may meet.", "meet", "possible", "future", by=("may",)),
    Case("The envoys could have met.", "met", "possible", "past", by=("could",)),
    Case("If the envoys meet, oil will fall.", "meet", "open", "present", by=("If",)),
    Case("He asked whether the envoys met.", "met", "open", by=("whether",)),
    Case("There was speculation about a meeting.", "meeting", "possible", "future", by=("speculation",)),
    Case("Papers wrote of a possible meeting.", "meeting", "possible", "future", by=("possible",)),
    Case("He cannot rule out a meeting.", "meeting", "possible", "future", by=("rule", "not", "can")),
    # plans
    Case("The envoys plan to meet.", "meet", "probable", "future", by=("plan",)),
    Case("He announced plans for a summit.", "summit", "probable", "future", by=("plans", "announced")),
    Case("A summit is expected to take place in May.", "summit", "probable", "future", by=("expected",)),
    Case("The summit scheduled for June worries them.", "summit", "certain", "future", by=("scheduled",)),
    Case("The summit, which was put off, worries them.", "summit", "certain", "future", by=("put",)),
    Case("He proposed a summit.", "summit", "open", "future", by=("proposed",)),
    Case("He called for talks.", "talks", "open", "future", by=("called",)),
    Case("The sides agreed to meet.", "meet", "certain", "future", by=("agreed",)),
    Case("The sides agreed that the plan failed.", "failed"),
    Case("He flew to Oslo to meet the king.", "meet", "probable", "future", by=("meet",)),
    Case("They must meet.", "meet", "open", "future", by=("must",)),
    Case("He tried to meet the king.", "meet", "possible", "future", by=("tried",)),
    # what came of it, and what is done by saying so
    Case("Shares rose to close at 80.", "close", time="past"),
    Case("Chad was the last state to sign it.", "sign", time="past"),
    Case("I would like to thank the king.", "thank", time="present"),
    Case("They had the opportunity to meet the king.", "meet", time="past"),
    Case("The envoys were due to fly to Oslo.", "fly", "possible", "future", by=("due",)),
    Case("The envoys are said to be in Oslo.", "be", "probable", "present", by=("said",)),
    Case("The envoys reportedly met in Oslo.", "met", "probable", by=("reportedly",)),
    # what was not, though it was to be
    Case("The envoys would have met.", "met", is_negative=True, by=("would",)),
    Case("The envoys were to have met.", "met", is_negative=True, by=("were",)),
    Case("The envoys were going to meet.", "meet", "probable", "future", by=("going",)),
    Case("The envoys are going to meet.", "meet", "certain", "future", by=("going",)),
    Case("The envoys almost met.", "met", is_negative=True, by=("almost",)),
    Case("They had to cancel the visit.", "visit", is_negative=True, by=("cancel",)),
    Case("It is not true that the envoys met.", "met", is_negative=True, by=("not",)),
    # states, and what is done to plans and reports
    Case("The talks are on hold.", "talks", "certain", "future", by=("hold",)),
    Case("They put the talks on hold.", "talks", "certain", "future", by=("hold",)),
    Case("The visit is out of the question.", "visit", time="present", is_negative=True, by=("question",)),
    Case("They dropped plans to meet.", "meet", "probable", "future", True, ("plans", "dropped")),
    Case("She dropped the report.", "report", time="open"),
    Case("He dismissed reports that they met.", "met", "probable", "past", True, ("reports", "dismissed")),
    Case("He confirmed reports that they met.", "met", "probable", "past", by=("reports",)),
    Case("She said no to a summit.", "summit", "certain", "future", True, ("said",)),
    Case("Summit called off", "Summit", is_negative=True, by=("called",)),
    # asked and wished
    Case("Will the envoys meet?", "meet", "open", "future", by=("Will", "?")),
    Case("Were they to meet, oil would fall.", "meet", "open", "future", by=("Were", "Were")),
    Case("He hopes that the envoys will meet.", "meet", "open", "future", by=("will", "hopes")),
    Case("They went ahead with the visit.", "visit"),
    # what is in a plan, and what only stands by it
    Case("They will hold talks.", "talks", time="future", by=("will",)),
    Case("They will fund a search.", "search", time="future", by=("will",)),
    Case("They will fund the search.", "search", time="open"),
    Case("They will leave because of a storm.", "storm", time="open"),
]


@pytest.mark.parametrize("case", CASES, ids=[c.text for c in CASES])
def test_a_word_is_as_much_of_a_fact_as_its_sentence_makes_it(case: Case, annotate: Callable[..., Annotation]) -> None:
    """Polarity, certainty and time of the word, and the words that decided, nearest first."""
    annotation = annotate(case.text, "2024-05-15")
    found = _factuality(annotation, case.word)

    words = tuple(annotation.tokens[o.token].text for o in found.operators)
    assert (found.certainty, found.time, found.is_negative, words) == (
        case.certainty,
        case.time,
        case.is_negative,
        case.by,
    )


def test_without_a_document_date_the_present_is_no_plan(annotate: Callable[..., Annotation]) -> None:
    """A weekday says that something is ahead only where the day of writing is known."""
    found = _factuality(annotate("The envoys meet in Lima on Friday.", None), "meet")

    assert "present" == found.time


def _factuality(annotation: Annotation, word: str) -> Factuality:
    token = next(t for t in annotation.tokens if t.text == word)
    return annotation.factuality_at[token.i]
