"""What stands beside a channel's name to tell what it is: "the dialogue, a yearly forum of officials", "the commission is a joint body"."""

from __future__ import annotations

from memcon.coding.channels.naming import ChannelMention
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import BEFORE_NOUNS, NOMINAL_SUBJECTS, PLURAL
from memcon.domain.rules import rule
from memcon.lexicon import words

_ARTICLES = words("article")
_DASHES = words("dash_or_stroke")
_FARTHEST = 9
"""How many words may stand between the article of what tells what it is and its noun."""


@rule(
    yes=["The Nordic Security Dialogue (NSD), a twice-yearly forum of officials, was held in Oslo."],
    no=["The Nordic Security Dialogue, Norway and a friend were there."],
)
def behind_its_name(index: TextIndex, mention: ChannelMention) -> int | None:
    """The noun with an article right behind a name and a comma. By the order of the words: what stands there a parser hangs on anything before."""
    behind, limit = mention.last + 1, index.sentence(mention.last).last
    if behind < limit and index.tokens[behind].text == ")":
        behind += 1
    is_set_off = behind + 2 < limit and index.tokens[behind].text in {",", *_DASHES}
    if not is_set_off or index.tree.lower(behind + 1) not in _ARTICLES:
        return None
    for i in range(behind + 2, min(limit, behind + 2 + _FARTHEST)):
        token = index.tokens[i]
        if token.pos == "NOUN" and token.dep not in BEFORE_NOUNS:
            return i if token.tag not in PLURAL and index.tree.first(i) == behind + 1 else None
        if not _goes_on(index, i):
            return None
    return None


def _goes_on(index: TextIndex, i: int) -> bool:
    """Whether a word may stand before the noun: what describes it, or the sign in a compound."""
    return index.tokens[i].pos in {"ADJ", "ADV", "NOUN", "PROPN", "NUM", "VERB"} or index.tokens[i].text in _DASHES


def said_of_it(index: TextIndex, mention: ChannelMention) -> list[int]:
    """The nouns that tell what a channel is: behind its name, or as what it is said to be ("is an annual forum")."""
    beside = behind_its_name(index, mention)
    token = index.tokens[mention.head]
    said = index.tree.deps(token.head, "attr") if token.dep in NOMINAL_SUBJECTS else []
    return [*([] if beside is None else [beside]), *(i for i in said if index.tokens[i].pos == "NOUN")]


BEHIND_NAMES = (behind_its_name,)
"""How what a channel is stands behind its name."""
