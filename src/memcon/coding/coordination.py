"""Which names stand in a row: "A, the country's envoy, and B". The order of the words tells it, since parsers get long rows of names with titles wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.labels import (
    FELLOWS,
    FINITE,
    IN_A_PHRASE,
    NAMES_AND_MARKS,
    PARTICIPLES,
    SUBJECTS,
    SUBSTANTIVE,
    VERBAL,
)
from memcon.lexicon import words

_DETERMINERS = words("determining")
_LINKS = words("linking_names")
_LONG_LINKS = tuple(tuple(link.split()) for link in sorted(words("linking_names_in_words")))
_NOMINATIVES = words("subject_pronoun")
_TARGETING = words("leading_to_whom_it_hits")
_WITHIN = words("leading_to_whose_it_is")
_MAJESTIES, _OFFICES = words("majesties"), words("office_nouns")
_POSITIONS = words("placing_in_a_picture")
_LINKING = _LINKS | _POSITIONS
_GOING_ON = words("going_on_behind_a_name")
_LONGEST_OFFICE = 8
"""How many tokens an office and the comma behind it may have."""
_LONGEST_INSERT = 16
"""How many tokens may stand between two coordinated names."""


def actors_named(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The ids of the actors that mentions name, in their order."""
    return tuple(a for m in mentions for a in m.actors)


def tokens_around(index: TextIndex, i: int) -> Iterator[int]:
    """The tokens of the mention at token `i` and of those in a row with it."""
    return (j for m in mentions_around(index, i) for j in index.inside(m.span))


def mentions_from(index: TextIndex, first: int, *, within: int = 3) -> list[Mention]:
    """The mentions coordinated from the first one that starts at most `within` tokens behind token index `first`.

    Only determiners and adjectives may stand before the first; only commas and "and" between two.
    """
    if (named := _apposed_to_unknown(index, first)) is not None:
        return list(_chain(index, named))
    i, end = first, index.sentence(first).last if first < len(index.tokens) else first
    while i < end and i <= first + within:
        mention = index.mention_at.get(i)
        if mention is not None and not mention.is_possessive:
            return list(_chain(index, mention))
        if mention is not None:
            i = first = index.inside(mention.span)[-1] + 1
            continue
        if i > first and _leads_past_name(index, i):
            first = i
        elif not _may_stand_before(index, i):
            return []
        i += 1
    return []


def _may_stand_before(index: TextIndex, i: int) -> bool:
    """Whether a word may stand before the first name of a row: an article, an adjective, the word of a title."""
    return index.tokens[i].pos in IN_A_PHRASE and index.tokens[i].tag != "WDT"


def _apposed_to_unknown(index: TextIndex, first: int) -> Mention | None:
    """The person whose name a comma parts from an office that no layer knows as anybody ("by an Israeli head of state, President Roe")."""
    i, end = first, min(first + _LONGEST_OFFICE, len(index.tokens))
    while i < end and i not in index.mention_at and _is_of_office(index, i):
        i += 1
    is_named = first < i < end and _is_office(index, i - 1)
    if is_named and index.tokens[i].text == "(" and [t.text for t in index.tokens[i + 2 : i + 4]] == [")", ","]:
        i += 3  # "Secretary (West), Ravi Menon"
    is_office = is_named and index.tokens[i].text == ","
    return _person_at(index, i + 1) if is_office and i not in index.mention_at else None


def _person_at(index: TextIndex, i: int) -> Mention | None:
    """The mention at token `i`, where it is of persons alone."""
    named = index.mention_at.get(i)
    return named if named is not None and all(a.kind == "person" for a in index.actors_of(named)) else None


def _is_of_office(index: TextIndex, i: int) -> bool:
    """Whether a word may stand in the words for an office ("an Israeli head of state", "his deputy")."""
    token = index.tokens[i]
    is_of_words = token.pos in IN_A_PHRASE or index.tree.lower(i) == "of" or token.tag == "PRP$"
    is_time = i in index.timex_at  # "by the end of the year, President Roe said"
    return token.text != "," and not is_time and (is_of_words or _is_office(index, i))


def _is_office(index: TextIndex, i: int) -> bool:
    """Whether a token may be the last word of what one person is ("head of state", "His Highness")."""
    is_noun = index.tokens[i].pos == "NOUN" and index.tokens[i].tag == "NN"
    return is_noun or index.tree.lower(i) in _MAJESTIES | _OFFICES


def acted_upon(index: TextIndex, preposition: int) -> list[Mention]:
    """Whom an act is done to behind a preposition; of "against Peru's navy" and "on imports from Peru" Peru, whose they are."""
    found = mentions_from(index, preposition + 1)
    if found or index.tree.lower(preposition) not in _TARGETING:
        return found
    things = index.tree.deps(preposition, "pobj", "dobj")
    owned = [m for o in things for m in index.owners(o)]
    return owned or [m for o in things for m in _whose_behind(index, o)]


def _whose_behind(index: TextIndex, i: int) -> list[Mention]:
    """The state whose goods, banks or people are told by a preposition: "on imports from Peru", "on members of the government of Peru"."""
    tree = index.tree
    led = [p for p in tree.deps(i, "prep") if tree.lower(p) in _WITHIN]
    named = [m for p in led for m in mentions_from(index, p + 1)] or [
        m for p in led for o in tree.deps(p, "pobj") for m in _whose_behind(index, o)
    ]
    return [m for m in named if all(a.kind == "state" for a in index.actors_of(m))]


def _leads_past_name(index: TextIndex, i: int) -> bool:
    """Whether a name that no layer knows as an actor goes on: what is coordinated with it still counts ("Ann Example and …"), and a title
    reaches on ("General Secretary of the Party …")."""
    return index.tokens[i - 1].pos == "PROPN" and index.tree.lower(i) in _GOING_ON


def mentions_around(index: TextIndex, i: int) -> list[Mention]:
    """The mentions coordinated with the one that covers token `i`, on both sides of it."""
    mention = index.mention_at.get(i)
    if mention is None:
        return []
    found = [mention]
    while (before := _previous(index, found[0])) is not None:
        found.insert(0, before)
    return [*found, *(after for after in _chain(index, mention) if after not in found)]


def _chain(index: TextIndex, mention: Mention) -> Iterator[Mention]:
    current: Mention | None = mention
    while current is not None:
        yield current
        current = _next(index, current)


def _next(index: TextIndex, mention: Mention) -> Mention | None:
    inside = index.inside(mention.span)
    if not inside or mention.is_possessive:
        return None
    i = _start_of_next(index, inside[-1] + 1)
    found = index.mention_at.get(i) if i is not None else None
    if i is None or found is None or index.inside(found.span)[0] < i - 1:
        return None
    found = _of_a_state(index, found) or found
    is_apart = _begins_clause(index, mention, found) or _owns_what_follows(index, mention, found)
    return None if is_apart else found


def _start_of_next(index: TextIndex, behind: int) -> int | None:
    """Where the next name of a row may begin behind a name: past links, names that nobody knows or an insertion, and an article."""
    behind = _past_brackets(index, behind)
    i = _past_unknown(index, _past_links(index, behind))
    if i is None or not _may_begin_name(index, i):
        i = _past_insert(index, behind) or i
    has_article = i is not None and i < len(index.tokens) and index.tree.lower(i) in _DETERMINERS
    return _past_an_owner(index, i + 1) if i is not None and has_article else i


def _past_brackets(index: TextIndex, i: int) -> int:
    """Past the short form in brackets behind a name ("the African Union [(AU)] and Chad"), where one begins at token `i`."""
    short = index.mention_at.get(i + 1)
    is_short = i + 2 < len(index.tokens) and index.tokens[i].text == "(" and index.tokens[i + 2].text == ")"
    return i + 3 if is_short and short is not None and short.form == "acronym" else i


def _past_an_owner(index: TextIndex, i: int) -> int:
    """Past a land that owns the next name without naming itself, and what that one is called ("the country's main [opposition leader Roe]")."""
    tokens = index.tokens
    if i + 1 >= len(tokens) or tokens[i].pos != "NOUN" or tokens[i + 1].tag != "POS" or i in index.mention_at:
        return i
    end = i + 2
    while end + 1 < len(tokens) and tokens[end].pos == "ADJ" and end not in index.mention_at:
        end += 1
    return end if end in index.mention_at else i


def _of_a_state(index: TextIndex, owner: Mention) -> Mention | None:
    """The person named right behind the state whose they are: "Peru's Maria Soto"."""
    if not owner.is_possessive or any(a.kind != "state" for a in index.actors_of(owner)):
        return None
    behind = index.inside(owner.span)[-1] + 1
    behind += behind < len(index.tokens) and index.tokens[behind].tag == "POS"
    named = _person_at(index, behind)
    return named if named is not None and named.form == "name" and not named.is_possessive else None


def _before_its_state(index: TextIndex, i: int) -> int:
    """The token before the state that owns what begins behind token `i` ("and Peru's" before a name), else `i`."""
    owner = index.mention_at.get(i - 1) if i > 0 and index.tokens[i].tag == "POS" else None
    return index.inside(owner.span)[0] - 1 if owner is not None and _of_a_state(index, owner) is not None else i


def _owns_what_follows(index: TextIndex, before: Mention, found: Mention) -> bool:
    """Whether a row behind a preposition ends before an owner: of "a visit by Lind and Holm, and Roe's meeting" Roe is no visitor, and Lind does not meet; and a row
    in a clause before the owner of the next one's subject ("met Holm, and Peru's role grew")."""
    if not found.is_possessive:
        return False
    owned = index.tokens[index.tokens[found.head_token].head]
    if owned.dep in SUBJECTS and owned.pos == "NOUN" and not _is_in_row_of_subjects(index, before):
        return True
    row = [before.head_token, *index.tree.above(before.head_token)]
    first = next((i for i in row if index.tokens[i].dep != "conj"), before.head_token)
    above = index.tokens[index.tokens[first].head]
    return index.tokens[first].dep == "pobj" and above.i < first


def _begins_clause(index: TextIndex, mention: Mention, found: Mention) -> bool:
    """Whether a subject with a verb of its own follows: "he" behind a name that is none ("thanked Holm, and he left"), or a name that only a comma
    parts from the end of a phrase with a preposition ("at the invitation of Holm, Lind flew …") or from an object ("met Holm, the ministry said")."""
    first, tree = index.inside(found.span)[0], index.tree
    of_verbs = (index.tokens[j].head for j in index.inside(found.span) if index.tokens[j].dep in SUBJECTS)
    is_subject = any(not tree.is_infinitive(v) for v in of_verbs)  # "agreed between Peru, Chad and Togo to end it"
    if is_subject and tree.lower(first) in _NOMINATIVES:
        return index.tokens[mention.head_token].dep not in SUBJECTS
    is_comma = tree.lower(index.inside(mention.span)[-1] + 1) == "," and index.inside(mention.span)[-1] + 1 >= first - 2
    if not is_comma:
        return False
    if _is_before_finite(index, index.inside(found.span)[-1] + 1):
        is_told_before = is_subject and not _is_in_row_of_subjects(index, mention)
        if is_told_before or _is_led_by_preposition(index, mention):
            return True
    return is_subject and _is_in_other_phrase(index, mention, first)


def _is_in_row_of_subjects(index: TextIndex, mention: Mention) -> bool:
    """Whether a mention is a subject or stands in a row with one; whom a verb does something to ends its clause before "…, the ministry said"."""
    i = mention.head_token
    while index.tokens[i].dep in FELLOWS and index.tokens[i].head != i:
        i = index.tokens[i].head
    return index.tokens[i].dep in SUBJECTS


def _is_led_by_preposition(index: TextIndex, mention: Mention) -> bool:
    """Whether a mention stands behind a preposition, by the tree or by the order of the words ("after the exit of the minister, Ann Lind, Roe has …",
    where the parser makes Lind a subject)."""
    before = index.inside(mention.span)[0] - 1
    is_right_behind = before >= 0 and index.tokens[before].pos == "ADP"
    return is_right_behind or _preposition_over(index, mention) is not None


def _is_before_finite(index: TextIndex, i: int) -> bool:
    """Whether a finite verb stands at token `i`, whose subject ends before it."""
    return i < len(index.tokens) and index.tokens[i].tag in FINITE


def _past_unknown(index: TextIndex, i: int | None) -> int | None:
    """Past names in the row that no layer knows as actors ("Peru, Exampleland and Chad"), up to the next that may be one."""
    while i is not None and (behind := _end_of_unknown(index, i)) is not None:
        following = _past_links(index, behind)
        if following is None:
            return i
        i = following
    return i


def _end_of_unknown(index: TextIndex, i: int) -> int | None:
    """Where a name ends that begins at token `i`, with or without an article, and is nobody's mention."""
    if i < len(index.tokens) and index.tree.lower(i) in _DETERMINERS:
        i += 1
    end = i
    while end < len(index.tokens) and index.tokens[end].pos == "PROPN" and not _is_known(index, end):
        end += 1
    return end if end > i and not (end < len(index.tokens) and end in index.mention_at) else None


def _is_known(index: TextIndex, i: int) -> bool:
    return i in index.mention_at or i in index.timex_at


def _may_begin_name(index: TextIndex, i: int) -> bool:
    return i >= len(index.tokens) or i in index.mention_at or index.tree.lower(i) in _DETERMINERS


def _past_insert(index: TextIndex, i: int) -> int | None:
    """Past an apposition or participle between commas to "and" and the next name: "A, the country's envoy, and B"; not past the rest of a clause
    ("thanked A for the talks, and B left")."""
    sentence = index.tokens[i - 1].sentence
    if i >= len(index.tokens) or index.tokens[i].pos not in NAMES_AND_MARKS:
        return None
    limit = min(i + _LONGEST_INSERT, len(index.tokens) - 1)
    while i < limit and index.tokens[i].sentence == sentence:
        if index.tokens[i].pos in VERBAL and index.tokens[i].tag not in PARTICIPLES:
            return None
        if index.tokens[i].text == "," and index.tree.lower(i + 1) == "and" and i + 2 in index.mention_at:
            return i + 2
        i += 1
    return None


def _past_links(index: TextIndex, begin: int) -> int | None:
    """Past the commas and words that link two names, None where none stands at `begin`."""
    sentence = index.tokens[begin - 1].sentence
    i = begin
    while i < len(index.tokens) and index.tokens[i].sentence == sentence:
        length = _link_length(index, i)
        if not length and not (i > begin and index.tree.lower(i) in _POSITIONS):
            break
        i += length or 1
    return i if i > begin else None


def _link_length(index: TextIndex, i: int) -> int:
    """How many tokens the link that begins at `i` has; 0 where there is none."""
    for link in _LONG_LINKS:
        if tuple(t.text.lower() for t in index.tokens[i : i + len(link)]) == link:
            return len(link)
    return 1 if index.tree.lower(i) in _LINKS else 0


def _previous(index: TextIndex, mention: Mention) -> Mention | None:
    inside = index.inside(mention.span)
    i = _before_links(index, inside[0]) if inside else None
    found = index.mention_at.get(i) if i is not None else None
    if i is None or found is None or found.is_possessive or _owns_what_follows(index, found, mention):
        return None
    if _begins_clause(index, found, mention):
        return None
    return found if not _is_in_other_phrase(index, found, i) else None


def _before_links(index: TextIndex, first: int) -> int | None:
    """The token before the comma or "and" before a name that begins at token `first`, with its article or owner; None where none stands there."""
    i = _before_its_state(index, first - 1)
    if i >= 0 and index.tree.lower(i) in _DETERMINERS:
        i -= 1
    if i >= 0 and index.tokens[i].pos == "ADP":
        return None
    begin, sentence = i, index.tokens[i].sentence
    while i >= 0 and index.tokens[i].sentence == sentence and index.tree.lower(i) in _LINKING:
        i -= 1
    return i if 0 <= i < begin and index.tokens[i].sentence == sentence else None


def _is_in_other_phrase(index: TextIndex, before: Mention, i: int) -> bool:
    """Whether the mention before a link ends a phrase with a preposition that the next name is no part of ("After Peru, Holm flew …", "at the
    invitation of Holm, Lind flew …")."""
    above = _preposition_over(index, before)
    if above is None or _is_of_people(index, above):
        return False
    return not any(c > i and index.tokens[c].pos in SUBSTANTIVE for c in _row_of(index, before))


def _preposition_over(index: TextIndex, mention: Mention) -> int | None:
    """The preposition before a mention on which it hangs."""
    inside, root = index.inside(mention.span), mention.head_token
    above = next((h for h in (root, *index.tree.above(root)) if not inside[0] <= h <= inside[-1]), None)
    return above if above is not None and index.tokens[above].pos == "ADP" and above < inside[0] else None


def _is_of_people(index: TextIndex, preposition: int) -> bool:
    """Whether a noun for several stands before the preposition ("delegations from Peru, Chad and Kenya"), so that the row goes on."""
    people = index.mention_at.get(preposition - 1)
    return people is not None and any(a.kind == "group" for a in index.actors_of(people))


def _row_of(index: TextIndex, mention: Mention) -> list[int]:
    """The tokens that the parser coordinates with a mention."""
    inside = index.inside(mention.span)
    return [c for j in inside for c in index.tree.coordinated(j) if c > inside[-1]]
