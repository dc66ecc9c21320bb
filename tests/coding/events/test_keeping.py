"""Keep or drop: what the weights make of features, and what the features say of mentions, without a language model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from json import dumps
from math import exp

import pytest

from memcon.coding import code
from memcon.coding.events.keeping import BY_RULES, Keeper, features_of, load_keeper
from memcon.coding.events.keeping.model import read_keeper
from memcon.coding.events.pairs import Cluster
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Annotation
from memcon.domain.records import Reason
from memcon.knowledge import Knowledge
from tests.coding.events.test_relevance import ACTORS, DAY, LIMA, mention
from tests.notation import read

KEEPER = Keeper(bias=-1.0, weights={"parties: 2": 2.0, "when: open": -0.5, "form: noun": 0.0}, least=0.6)


def features(*mentions: object) -> frozenset[str]:
    """The features of the mentions, in a document that knows some actors."""
    index = TextIndex(replace(read("They met.").annotation, actors=tuple(ACTORS.values())))
    return features_of(index, [Cluster(mentions=list(mentions))])[0]  # type: ignore[arg-type]


def test_a_chance_is_the_logistic_of_the_sum() -> None:
    """A feature without a weight counts nothing."""
    assert KEEPER.chance(["parties: 2", "unheard of"]) == pytest.approx(1 / (1 + exp(-1.0)))
    assert KEEPER.chance([]) == pytest.approx(1 / (1 + exp(1.0)))


def test_a_record_is_kept_from_the_least_chance_on() -> None:
    """With a day it reaches 0.73, without one 0.62, alone 0.27."""
    kept = [KEEPER.keeps(f) for f in (["parties: 2"], ["parties: 2", "when: open"], ["when: open"], [])]

    assert kept == [True, True, False, False]


def test_reasons_come_by_weight() -> None:
    """The strongest first, whichever way it speaks; what weighs nothing is no reason."""
    assert KEEPER.reasons(["when: open", "form: noun", "parties: 2"]) == [
        Reason(feature="parties: 2", weight=2.0),
        Reason(feature="when: open", weight=-0.5),
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["needs: met"], True),
        (["needs: not met"], False),
        (["needs: not met", "whatever its kind: session"], True),
        (["needs: met", "all: generic"], False),
        (["needs: met", "whatever its kind: session", "whatever its kind: of_a_channel", "all: generic"], False),
    ],
)
def test_rules_alone_ask_what_the_kind_needs(given: list[str], expected: bool) -> None:
    """What speaks of such events in general is none, whatever else is told."""
    assert BY_RULES.keeps(given) is expected


@pytest.mark.parametrize(
    ("given", "sum_of_weights"),
    [
        ([], -1.0),
        (["needs: met"], 1.0),
        (["whatever its kind: session"], 1.0),
        (["whatever its kind: of_a_channel"], 1.0),
        (["needs: met", "whatever its kind: session", "whatever its kind: of_a_channel"], 5.0),
        (["all: generic"], -10.0),
    ],
)
def test_rules_alone_weigh(given: list[str], sum_of_weights: float) -> None:
    """One thing that makes a record is enough, and talk in general outweighs all of them."""
    assert BY_RULES.chance(given) == pytest.approx(1 / (1 + exp(-sum_of_weights)))
    assert BY_RULES.least == 0.5


def test_the_least_chance_is_enough() -> None:
    """A record that is as likely as not is kept, where that is what is asked."""
    assert Keeper(bias=0.0, weights={}, least=0.5).keeps([])


def test_weights_are_read_from_json() -> None:
    """As they stand, or those of the part that is asked for."""
    one, other = (
        {"bias": b, "weights": {"parties: 2": w}, "least": n} for b, w, n in ((-1.0, 2.0, 0.4), (1.0, 3.0, 0.6))
    )

    for read_one in (read_keeper(dumps(one)), read_keeper(dumps({"by_rules": one, "with_encoder": other}), "by_rules")):
        assert (-1.0, {"parties: 2": 2.0}, 0.4) == (read_one.bias, read_one.weights, read_one.least)


def test_features_tell_of_parties_time_and_place() -> None:
    """Each in words that a reader understands."""
    told = features(mention("talks", "minister", "state", when=DAY, place=LIMA))

    assert {
        "kind: talks",
        "form: noun",
        "parties: 2",
        "party: person",
        "party: state",
        "needs: met",
        "status: held",
    } <= told
    assert {"when: a day", "place: told", "mentions: 1"} <= told


def test_features_tell_what_all_mentions_share() -> None:
    """One definite mention beside another is not "all"; a rule of general talk counts when every mention has it."""
    general = mention("talks", "minister", generic=("of_many",), is_definite=True)
    single = mention("talks", "minister", is_definite=False)

    assert {"all: of_many", "all: generic", "all: definite"} <= features(general)
    assert {"all: of_many", "all: generic", "all: definite"}.isdisjoint(features(general, single))
    assert "mentions: 2" in features(general, single)


def test_what_is_learned_is_read() -> None:
    """The weights that ship are about features that exist, and keep a plain meeting."""
    keeper = load_keeper()
    told = features(mention("talks", "minister", "state", when=DAY, place=LIMA))

    assert told & keeper.weights.keys()
    assert keeper.keeps(told)
    assert not keeper.keeps(features(mention("talks", status=None, generic=("of_any",))))


@pytest.mark.model
def test_reasons_are_given_where_they_are_asked_for(annotate: Callable[..., Annotation], knowledge: Knowledge) -> None:
    """Everything that might be an event, kept or not; nothing unless asked."""
    annotation = annotate(
        "Norway held talks with Chad in Oslo on Monday. Norway rejected any meeting with Togo.", "2024-05-15"
    )

    told = code(annotation, knowledge, has_reasons=True)

    assert [(c.kind, c.is_kept) for c in told.considered] == [("talks", True), ("meeting", False)]
    assert all(c.reasons for c in told.considered)
    assert code(annotation, knowledge).considered == ()
