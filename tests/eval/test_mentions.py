"""Mentions of events in a parse made by hand, what two of them share, and how they come together."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from eval.bags import Weights, cluster, cosine, likeness_of
from eval.measures import ecbplus
from eval.mention_pairs import FEATURES, Group, Pair, Scorer, cluster_mentions, load_scorer
from eval.mentions import Mention, head_of, mention_of, stem_of
from memcon.domain.tokens import Token
from memcon.domain.tree import Grammar, Tree
from training.mentions import known

Word = tuple[str, str, str, str, int]
"""Text, lemma, part of speech with tag ("VERB/VBD"), relation, head."""

STRIKE: list[Word] = [
    ("Rescuers", "rescuer", "NOUN/NNS", "nsubj", 1),
    ("announced", "announce", "VERB/VBD", "ROOT", 1),
    ("the", "the", "DET/DT", "det", 3),
    ("collapse", "collapse", "NOUN/NN", "dobj", 1),
    ("of", "of", "ADP/IN", "prep", 3),
    ("a", "a", "DET/DT", "det", 6),
    ("bridge", "bridge", "NOUN/NN", "pobj", 4),
]


def tree_of(words: list[Word], sentence: int = 0) -> Tree:
    tokens, at = [], 0
    for n, (text, lemma, pos, dep, head) in enumerate(words):
        part, tag = pos.split("/")
        tokens.append(Token(n, at, at + len(text), text, lemma, part, tag, dep, head, sentence))
        at += len(text) + 1
    return Tree(tokens, Grammar())


def annotated(text: str, *spans: tuple[int, int]) -> dict[str, object]:
    return {"text": text, "spans": [list(span) for span in spans]}


def mention(lemma: str = "meet", document: int = 0, **other: object) -> Mention:
    nothing: frozenset[str] = frozenset()
    fields: dict[str, object] = {
        "document": document, "sentence": 0, "text": lemma, "lemma": lemma, "stem": stem_of(lemma), "pos": "verb", "tense": None,
        "doers": nothing, "done_to": nothing, "others": nothing, "own": frozenset({lemma}), "near": nothing, "words": {},
    }  # fmt: skip
    return Mention(**{**fields, **other})  # type: ignore[arg-type]


def asked(one: Mention, other: Mention, known: float = 0.0) -> set[str]:
    """The features that are not 0."""
    pair = Pair(one=one, other=other, documents=0.5, share=0.2, known=known)
    return {name for name, feature in FEATURES.items() if feature(pair)}


def test_what_hangs_on_a_verb_and_on_a_noun() -> None:
    """A noun has what it is of, and what its verb is told of beside it."""
    tree, weights = tree_of(STRIKE), Weights([Counter({"bridge": 1, "rescuer": 1}), Counter({"river": 1})])
    verb = mention_of(annotated("announced", (9, 18)), 4, tree, weights)
    noun = mention_of(annotated("the collapse", (19, 31)), 4, tree, weights)

    assert [{"rescuer"}, {"collapse"}] == [set(verb.doers), set(verb.done_to)]
    assert ("announce", "verb", "past", 4) == (verb.lemma, verb.pos, verb.tense, verb.document)
    assert [{"bridge"}, {"rescuer"}] == [set(noun.done_to), set(noun.others)]
    assert ("collapse", "noun", None) == (noun.lemma, noun.pos, noun.tense)
    assert {"rescuer", "announce", "bridge"} == noun.near
    assert {"rescuer", "bridge"} == set(noun.words)


def test_head_of_several_words() -> None:
    """What the others hang on, no function word, and not what a hyphen goes on from; a place without a word is an error."""
    tokens = tree_of(STRIKE).tokens
    hyphened = tree_of(
        [("re", "re", "ADJ/JJ", "ROOT", 0), ("-", "-", "PUNCT/HYPH", "punct", 0), ("arrest", "arrest", "NOUN/NN", "dobj", 0)]
    ).tokens  # fmt: skip

    assert 3 == head_of(tokens, [(19, 31)])
    assert 3 == head_of(tokens, [(19, 22), (23, 31)])
    assert 2 == head_of(hyphened, [(0, 11)])
    with pytest.raises(ValueError, match="no word stands"):
        head_of(tokens, [(900, 905)])


@pytest.mark.parametrize(
    ("one", "other"),
    [("announce", "announcement"), ("shoot", "shooting"), ("retire", "retirement"), ("stop", "stopping"), ("attack", "attacker")],
)  # fmt: skip
def test_verbs_and_their_nouns_have_one_stem(one: str, other: str) -> None:
    """What English adds to a verb is taken off."""
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(("one", "other"), [("fire", "find"), ("sing", "sign"), ("bring", "bed"), ("arrest", "rest")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    """Short words are left whole."""
    assert stem_of(one) != stem_of(other)


def test_features_tell_words_arguments_and_sayers() -> None:
    """Each is asked of the two alone."""
    one = mention("say", doers=frozenset({"envoy"}), tense="past")
    same, another = mention("say", document=1, doers=frozenset({"envoy"})), mention("say", doers=frozenset({"mayor"}))

    assert {"same lemma", "same stem", "said by the same", "same doer"} <= asked(one, same)
    assert {"said by others", "other doers", "same sentence"} <= asked(one, another)
    assert "same sentence" not in asked(one, same)
    assert {"begin alike"} == asked(mention("collide"), mention("collate", document=1)) & {"begin alike", "same stem"}
    assert {"known to be one", "ever known to be one"} <= asked(mention("fire"), mention("blaze"), known=0.6)
    hostage = frozenset({"hostage"})
    assert "a word shared" in asked(mention("take", own=hostage), mention("hold", own=hostage))


def test_mentions_of_a_group_come_together() -> None:
    """By the weights alone: one lemma is enough here, and what is known of two."""
    weights = dict.fromkeys(FEATURES, 0.0) | {"same lemma": 6.0, "known to be one": 6.0}
    scorer = Scorer(bias=-3.0, weights=weights, pairs={"blaze fire": 1.0}, least_documents=0.1, least_mentions=0.5)
    group = Group([mention("fire"), mention("meet"), mention("blaze"), mention("fire")], np.eye(1))

    first, second, third, fourth = cluster_mentions(group, scorer)

    assert first == third == fourth != second
    assert [0] == cluster_mentions(Group([mention()], np.eye(1)), scorer)
    assert [] == cluster_mentions(Group([], np.eye(1)), scorer)


def test_documents_of_one_matter_are_alike() -> None:
    """Words that all texts have tell nothing; those of few bring their texts together."""
    bags = [Counter(words.split()) for words in ("day quake coast", "day quake coast wave", "day bid vote", "day vote")]
    weights = Weights(bags)
    likeness = likeness_of([weights.vector(bag) for bag in bags])

    one, two, three, four = cluster(likeness, 0.2)

    assert one == two != three == four
    assert 1.0 == pytest.approx(cosine(weights.vector(bags[0]), weights.vector(bags[0])))
    assert 0.0 == cosine(weights.vector(bags[0]), weights.vector(bags[2]))
    assert {} == weights.vector(Counter({"day": 3, "never seen": 1}))


def test_shipped_scorer_has_a_weight_for_each_feature() -> None:
    """The file was made by these features, and holds pairs in alphabetical order alone."""
    scorer = load_scorer()

    assert set(FEATURES) == set(scorer.weights)
    assert all(pair.split(" ") == sorted(pair.split(" ")) and 0 < share <= 1 for pair, share in scorer.pairs.items())


def test_what_a_topic_tells_itself_is_left_out() -> None:
    """A pair that only the topic in question knows is not known there, and a rare one nowhere."""
    shares = {"blaze fire": {"3": 0.8, "7": 0.4}, "meet talk": {"3": 0.9}, "go meet": {"7": 0.1}, "": {"3": 1.0}}

    assert {"blaze fire": 0.8, "meet talk": 0.9} == known(shares)
    assert {"blaze fire": 0.4} == known(shares, {"3"})


@pytest.mark.parametrize(
    ("chain", "event"),
    [("ACT7", "ACT7"), ("INTRA_7", ("1_1ecb", "INTRA_7")), (None, ("1_1ecb", "12"))],
)
def test_events_of_the_annotation(chain: str | None, event: object) -> None:
    """A chain goes over documents, one of a document does not, and no chain is an event of its own."""
    assert event == ecbplus.event_of("1_1ecb", {"chain": chain, "mid": "12"})


@pytest.mark.model
@pytest.mark.slow
def test_measure_joins_over_documents_of_one_subtopic(tmp_path: Path) -> None:
    """Two reports of one collapse and one of another: the first two are one event, also where nothing is known of topics."""
    texts = {
        "1_1ecb": "The old stone bridge in Lindholm collapsed.", "1_2ecb": "Lindholm mourns as its old stone bridge collapsed.",
        "2_1ecb": "A mine in Varga collapsed under heavy rain.",
    }  # fmt: skip
    path = tmp_path / "dev.jsonl"
    records = []
    for id, text in texts.items():
        start = text.index("collapsed")
        found = {
            "mid": "1", "kind": "event", "validated": True, "spans": [[start, start + 9]], "text": "collapsed",
            "chain": f"ACT{id[0]}",
        }  # fmt: skip
        records.append({"id": id, "subtopic": f"{id[0]}_ecb", "text": text, "mentions": [found]})
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")

    (counts,) = ecbplus.measure(path)

    assert 1.0 == ecbplus.FIGURES["subtopics.conll"](counts)
    assert 1.0 == ecbplus.FIGURES["lemma.subtopics.conll"](counts)
    assert 1.0 > ecbplus.FIGURES["lemma.corpus.conll"](counts)
    assert 1.0 == ecbplus.FIGURES["corpus.conll"](counts)
