"""What a document's index counts over all of it, without a language model."""

from __future__ import annotations

from dataclasses import replace

from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from tests.notation import read

NORWAY, CHAD = "[state:Norway|NOR]", "[state:Chad|TCD]"
PATROL = f"{NORWAY} met {CHAD}.\nThe patrol went home.\n{NORWAY} spoke."


def index(notation: str) -> TextIndex:
    """The index of what `notation` draws."""
    return TextIndex(read(notation).annotation)


def test_each_sentence_has_the_lands_that_it_names() -> None:
    """Two, none, one."""
    assert [{"NOR", "TCD"}, set(), {"NOR"}] == [set(lands) for lands in index(PATROL).lands_told]


def test_each_sentence_has_the_actors_that_it_names() -> None:
    """By their ids, each once a sentence."""
    told = index(f"{NORWAY} met {NORWAY} again.\nIt rained.")
    [norway] = [a.id for a in told.annotation.actors]

    assert [{norway}, set()] == [set(ids) for ids in told.named_in]


def test_a_body_of_several_states_is_told_in_its_sentences_only() -> None:
    """Another organization is none."""
    marked = read("[organization:The Union] met.\n[organization:The Firm] met.\n[organization:The Union] left.")
    actors = tuple(_as(a, "IGO" if a.name == "The Union" else "BUS") for a in marked.annotation.actors)

    assert {0, 2} == TextIndex(replace(marked.annotation, actors=actors)).told_with_bodies


def _as(actor: Actor, sector: str) -> Actor:
    return replace(actor, sector=sector)


def test_a_document_is_about_the_land_that_nearly_all_sentences_name() -> None:
    """Four of five name Norway; with a fourth of another land it is about none, and so it is where none is named."""
    alone = "\n".join([f"{NORWAY} spoke."] * 4)

    assert {"NOR"} == index(f"{alone}\n{CHAD} spoke.").main_land
    assert set() == index(f"{alone}\n{CHAD} spoke.\n{CHAD} left.").main_land
    assert set() == index("It rained.").main_land


def test_words_of_a_field_are_counted_by_form_and_lemma() -> None:
    """ "treaties" is the word "treaty"; each class has its own count."""
    told = index("The treaties{NNS:treaty} and the summit pleased the mayor.")

    assert (2, 1, 2) == (
        told.words_of("foreign_affairs"),
        told.words_of("home_affairs"),
        told.words_of("foreign_affairs"),
    )


def test_the_actors_of_tokens_and_ids() -> None:
    """A token inside a mention has its actors; ids that nobody has are left out."""
    told = index(PATROL)
    norway, chad = (a.id for a in told.annotation.actors)

    assert [norway] == [a.id for a in told.actors_at(0)]
    assert [] == told.actors_at(1)
    assert [chad, norway] == [a.id for a in told.known([chad, "actor_none", norway])]
    assert told.is_somebody(0)
    assert not told.is_somebody(1)


def test_the_states_of_some_lands() -> None:
    """By their countries; a land that is no actor has none."""
    told = index(PATROL)
    norway, chad = (a.id for a in told.annotation.actors)

    assert (norway,) == told.states_of("NOR")
    assert (norway, chad) == told.states_of("TCD", "NOR", "PER")
    assert () == told.states_of(None)


def test_groups_are_opened_once() -> None:
    """Members instead of the group, each once, in their order."""
    told = index(PATROL)
    norway, chad = told.annotation.actors
    both = replace(norway, id="actor_both", kind="group", country=None, members=(norway.id, chad.id))
    opened = TextIndex(replace(told.annotation, actors=(norway, chad, both)))

    assert (chad.id, norway.id) == opened.opened([chad.id, both.id, "actor_both"])


def test_links_at_an_end_are_left_out() -> None:
    """An "and" before an end is no part of what ends there; its first word always is."""
    told = index("Ships{NNS nsubj came} came{VBD:come} and{CC cc came} and{CC cc came} left{VBD:leave conj came}")

    assert 1 == told.without_links(0, 3)
    assert 4 == told.without_links(0, 4)
    assert 3 == told.without_links(3, 3)
