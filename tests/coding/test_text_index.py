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
