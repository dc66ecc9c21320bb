"""What the parser hangs wrong though grammar leaves no doubt, hung right, before anybody asks the tree.

Each rule sees the words of one sentence and gives those of them that hang elsewhere; the rules are asked in their order, each of what those before it left.
Only what can't be otherwise is mended: where two readings are open, the parser's stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.annotate.mending_headlines import OF_HEADLINES
from memcon.annotate.mending_names import MENDS_OF_NAMES
from memcon.annotate.mending_occasions import aim_behind_a_time, behind_a_promise
from memcon.annotate.mending_rows import MENDS_OF_ROWS
from memcon.annotate.mending_tags import MENDS_OF_TAGS
from memcon.annotate.parsed import Parsed
from memcon.domain.labels import (
    BEFORE_NOUNS,
    CLAUSES,
    CLAUSES_OF_VERBS,
    FELLOWS,
    FINITE,
    NOMINAL,
    NOMINAL_SUBJECTS,
    ON_NOUNS,
    PAST_FORMS,
    SUBJECTS,
    VERBAL,
)
from memcon.domain.rules import rule
from memcon.domain.tokens import Token
from memcon.lexicon import values, words

_PARTIES = words("leading_parties")
_HYPHENS, _ACROSS_A_HYPHEN = frozenset("-–"), 2
_MEETING = words("coming_together") | words("conversing")
_AT_WHICH = words("leading_into_an_event")
_TELLING = words("saying")
_TALKED_OVER, _HAD_WITH_OTHERS = words("discussing"), words("had_with_others")
_HAD_ALONE = words("had_alone")
_NO_AUXILIARY = values("taken_for_an_auxiliary")
_DONE_TO_NOBODY = words("done_to_nobody")
_NO_OBJECT = frozenset({"npadvmod", "oprd"})


def mended(tokens: Sequence[Token]) -> list[Token]:
    """The words of one sentence, hung right."""
    found = list(tokens)
    parsed = Parsed(found)
    for one in MENDS:
        changed = tuple(one(parsed))
        for token in changed:
            found[token.i - found[0].i] = token
        if changed:
            parsed = Parsed(found)  # what hangs on what is looked up anew only where something moved
    return found


@rule(
    yes=[
        "French Foreign Minister Claude Marchand telephoned his Lebanese counterpart, Karim Saleh, on Tuesday to express condolences."
    ],
    no=["Norway and Chad met on Tuesday to discuss trade."],
)
def before_to(parsed: Parsed) -> Iterator[Token]:
    """A phrase before the "to" of an infinitive is no part of its clause, but of the clause of the verb over it ("phoned him [on Tuesday] to express
    regret")."""
    for verb in parsed.tokens:
        if verb.dep not in CLAUSES_OF_VERBS or verb.pos != "VERB" or parsed.at(verb.head).pos not in VERBAL:
            continue
        sign = parsed.to_of(verb.i)
        to = sign.i if sign is not None else verb.head
        for c in parsed.children(verb.i, "prep", "npadvmod"):
            if verb.head < c.i < to and parsed.extent(c.i)[1] < to:
                yield replace(c, head=verb.head)


@rule(
    yes=[
        "At the invitation of Foreign Minister Liu Wei, Foreign Minister Ayesha Qureshi of Pakistan will pay an official visit to China from June 16 to 19.",
        "At the invitation of Minister Liu Wei, Minister Ayesha Qureshi of Pakistan will pay a visit to China.",
        "After a day of meetings with officials in Nairobi, the envoy, Paul Orsi, left for Chad.",
    ],
    no=["In a call with Anna Lind, the minister, Norway agreed to pay."],
)
def subject_behind_a_comma(parsed: Parsed) -> Iterator[Token]:
    """A name between the comma that ends a fronted phrase and the verb is the verb's subject where it has no other, no apposition to the name before
    the comma ("at the invitation of A, [B] will visit")."""
    for verb in (v for v in parsed.tokens if _lacks_a_subject(parsed, v)):
        before = min([verb.i, *(t.i for t in parsed.children(verb.i, "aux", "auxpass", "neg"))])
        for t in _between_comma_and(parsed, before):
            if _is_finite(parsed, verb) and _hangs_in_front(parsed, t, verb):
                yield replace(t, head=verb.i, dep=_subject_label(parsed, verb))


def _between_comma_and(parsed: Parsed, verb: int) -> Iterator[Token]:
    """The heads of what stands between a comma and a verb, that the parser hung on a name before as one more or as another word for it."""
    beside = (t for t in parsed.tokens if t.dep in FELLOWS and t.i < verb)
    return (t for t in beside if _reaches(parsed, t, verb - 1) and _is_behind_comma(parsed, t))


def _reaches(parsed: Parsed, token: Token, last: int) -> bool:
    """Whether the phrase of a token ends there, or before the comma there that ends another word for it ("the envoy, Paul Roe, left")."""
    end = parsed.extent(token.i)[1]
    is_named = end == last - 1 and parsed.at(last).text == "," and bool(parsed.children(token.i, "appos"))
    return end == last or is_named


@rule(
    yes=["Dowling, ending a two-day visit, said Peru was well prepared to join the alliance."],
    no=["Ending a two-day visit, Dowling said Peru was well prepared to join the alliance."],
)
def name_before_a_participle(parsed: Parsed) -> Iterator[Token]:
    """A name is no clause: one in "-ing" that is taken for that of a verb without a subject is its subject ("[Dowling], ending his visit, said")."""
    for verb in (v for v in parsed.tokens if _lacks_a_subject(parsed, v) and _is_finite(parsed, v)):
        for t in parsed.children(verb.i, "advcl"):
            if t.i < verb.i and t.tag == "NNP":
                yield replace(t, dep=_subject_label(parsed, verb))
                yield from (replace(c, dep="acl") for c in parsed.children(t.i, "advcl"))


def _subject_label(parsed: Parsed, verb: Token) -> str:
    return "nsubjpass" if parsed.children(verb.i, "auxpass") else "nsubj"


def _lacks_a_subject(parsed: Parsed, verb: Token) -> bool:
    """Whether a word is a verb of a clause that may have a subject of its own and has none."""
    is_of_clause = verb.pos == "VERB" and verb.dep in {"ROOT", "ccomp", "conj"}
    return is_of_clause and not parsed.children(verb.i, "nsubj", "nsubjpass", "csubj", "expl")


def _is_behind_comma(parsed: Parsed, token: Token) -> bool:
    first = parsed.extent(token.i)[0]
    return parsed.has(first - 1) and parsed.at(first - 1).text == ","


def _is_finite(parsed: Parsed, verb: Token) -> bool:
    return verb.tag in FINITE or any(t.tag in FINITE for t in parsed.children(verb.i, "aux", "auxpass"))


def _hangs_in_front(parsed: Parsed, token: Token, verb: Token) -> bool:
    """Whether a word hangs in a phrase of the verb that a preposition opens before it."""
    i = token.head
    for _ in range(len(parsed.tokens)):
        one = parsed.at(i)
        if one.dep == "prep" and one.head == verb.i:
            return one.i < token.i
        if one.head == i:
            return False
        i = one.head
    return False


@rule(
    yes=[
        "Georgia's foreign minister left Brussels on Tuesday after meeting NATO Secretary General Marcus Thiel.",
        "President Ola Moe called Prime Minister Pia Lind of Norway today to express his deep condolences on the loss of the ferry.",
    ],
    no=["Norway and Chad met Tuesday.", "The boy was named Tom Aho.", "They called the boy Tom Aho."],
)
def person_as_object(parsed: Parsed) -> Iterator[Token]:
    """A person's name right behind a verb that has no object is its object, no adverb, and nothing that somebody is called."""
    for t in parsed.tokens:
        if t.dep not in _NO_OBJECT or t.entity[2:] != "PERSON" or t.pos != "PROPN":
            continue
        verb = parsed.at(t.head)
        is_next = verb.pos == "VERB" and parsed.extent(t.i)[0] == verb.i + 1
        if is_next and not parsed.children(verb.i, "dobj", "nsubjpass"):
            yield replace(t, dep="dobj")


@rule(
    yes=[
        "Discussions between the IMF and Pakistan on a new loan programme ended in Islamabad on Monday without a deal.",
        "Negotiators from both countries reconvened in Oslo on Saturday.",
        "The U.S. envoy, Robert Hale, shuttled between Lima and Quito this week.",
    ],
    no=["The talks between Norway and Chad, held in Oslo, ended on Monday.", "A meeting of envoys held in Oslo."],
)
def verb_of_a_noun_alone(parsed: Parsed) -> Iterator[Token]:
    """A past tense behind a noun that would be a sentence without a verb is the sentence's verb, and the noun its subject; no participle of a noun inside."""
    root = parsed.root
    if root is None or root.pos not in NOMINAL or any(t.dep in NOMINAL_SUBJECTS for t in parsed.tokens):
        return
    told = _told_in_the_past(parsed) or _moved_in_the_past(parsed)
    if told is None or told.i < root.i:
        return
    yield replace(told, head=told.i, dep="ROOT", tag="VBD")
    yield replace(root, head=told.i, dep="nsubj")
    yield from (replace(t, head=told.i) for t in parsed.children(root.i) if t.i > told.i)


def _told_in_the_past(parsed: Parsed) -> Token | None:
    """The only verb with a tense, where that is a past tense by its form that the parser took for a participle on a noun."""
    finite = [t for t in parsed.tokens if t.tag in FINITE and t.pos in VERBAL]
    told = finite[0] if len(finite) == 1 else None
    is_taken_for_another = told is not None and told.tag == "VBD" and told.dep == "acl"
    return told if told is not None and is_taken_for_another and told.lemma != told.text else None


def _moved_in_the_past(parsed: Parsed) -> Token | None:
    """The only verb outside infinitives of a whole sentence, where it is one that is done to nobody and the parser took it for a participle on a noun."""
    told = [t for t in parsed.tokens if t.pos in VERBAL and t.dep == "acl" and t.tag == "VBN"]
    if len(told) != 1 or any(t.tag in FINITE for t in parsed.tokens) or parsed.tokens[-1].text != ".":
        return None
    return told[0] if told[0].lemma in _DONE_TO_NOBODY and not parsed.children(told[0].i, "agent") else None


@rule(
    yes=[
        "There was a meeting yesterday between Minister Goran Pavic and Ambassador Helen Stone.",
        "The truce was reached on May 3 between Peru, Chad, Togo and Norway to end the raids.",
    ],
    no=["There was a border between Norway and Chad."],
)
def between_behind_a_day(parsed: Parsed) -> Iterator[Token]:
    """ "There was a meeting yesterday [between A and B]": the parties are of the noun, not of "was"; no day is between parties ("reached on May 3 [between A and B]")."""
    for there in parsed.tokens:
        if there.dep != "expl":
            continue
        for noun in parsed.children(there.head, "attr"):
            for p in parsed.children(there.head, "prep"):
                if p.i > noun.i and p.text.lower() in _PARTIES:
                    yield replace(p, head=noun.i)
    for p in parsed.tokens:
        day = parsed.at(p.head)
        if p.dep == "prep" and p.text.lower() == "between" and day.entity.endswith("DATE") and day.dep == "pobj":
            yield replace(p, head=parsed.at(day.head).head)


@rule(
    yes=[
        "They pledged to continue diplomacy to ease tensions while ensuring readiness to impose costs on Togo should it choose conflict."
    ],
    no=["Should Togo choose conflict, they would impose costs.", "They asked what they should choose."],
)
def inverted_condition(parsed: Parsed) -> Iterator[Token]:
    """ "They pledged to act should Togo attack": the clause in which "should" stands before its subject is a condition, never what the sentence says."""
    root = next((t for t in parsed.tokens if t.dep == "ROOT" and t.pos in VERBAL), None)
    told = next(iter(parsed.children(root.i, "ccomp")), None) if root is not None else None
    if root is None or told is None or told.i > root.i or parsed.tokens[-1].text == "?" or not _is_finite(parsed, told):
        return
    opening = next((t for t in parsed.children(root.i, "aux") if t.text.lower() == "should"), None)
    subject = next(iter(parsed.children(root.i, "nsubj", "nsubjpass")), None)
    if opening is None or subject is None or not told.i < opening.i < subject.i:
        return
    yield replace(root, head=told.i, dep="advcl")
    yield replace(told, head=told.i, dep="ROOT")


@rule(
    yes=["The Norway-Chad Economic Dialogue was held in Oslo on Monday."],
    no=["The Norway-Chad Security Dialogue was held in Oslo.", "Norway - the host - was glad."],
)
def pair_before_a_noun(parsed: Parsed) -> Iterator[Token]:
    """ "The [A-B] Economic Dialogue": the second of a pair that a hyphen joins stands before the noun like the first; it is no other word for it."""
    for t in parsed.tokens:
        if t.dep != "appos" or t.i - t.head != _ACROSS_A_HYPHEN or parsed.at(t.i - 1).text not in _HYPHENS:
            continue
        first = parsed.at(t.head)
        if first.dep in BEFORE_NOUNS and first.head > t.i:
            yield replace(t, head=first.head, dep="compound")


@rule(
    yes=[
        "China's top diplomat Wang Lin met with visiting Peruvian Foreign Minister Rosa Vidal in Beijing on Monday.",
        "Chinese Foreign Minister Wang Lin met visiting Peruvian Foreign Minister Rosa Vidal in Beijing on Monday.",
        "Minister Paul Roe met deposed President Rosa Vidal in Lima.",
    ],
    no=[
        "The minister left after visiting Foreign Minister Rosa Vidal.",
        "He enjoyed visiting Peru.",
        "They met visiting officials.",
    ],
)
def visiting_guest(parsed: Parsed) -> Iterator[Token]:
    """ "Met (with) [visiting Minister Roe] in Oslo", "met [deposed President Roe]": who visits is whom somebody meets, and the place is that of the meeting, not
    of a visit by who meets."""
    for t in parsed.tokens:
        is_visiting = t.text.lower() == "visiting" and t.tag == "VBG"
        if not (is_visiting or t.tag in PAST_FORMS) or t.dep not in CLAUSES:
            continue
        guest = next(
            (c for c in parsed.children(t.i, "dobj") if c.pos == "PROPN" and parsed.extent(c.i)[0] == t.i + 1), None
        )
        over = parsed.at(t.head)
        verb = parsed.at(over.head) if over.pos == "ADP" else over
        if guest is None or t.i != over.i + 1 or verb.lemma not in _MEETING:
            continue
        yield replace(guest, head=over.i, dep="pobj" if over.pos == "ADP" else "dobj")
        yield replace(t, head=guest.i, dep="amod", tag="JJ", pos="ADJ")
        for c in parsed.children(t.i, "prep", "npadvmod", "advcl"):
            yield replace(c, head=verb.i)


@rule(
    yes=["Envoy Ola Berg met toppled President Moussa Adoum on Monday."],
    no=["Envoy Paul Roe had toppled President Rosa Vidal.", "Envoy Paul Roe met deposed president Rosa Vidal."],
)
def met_no_auxiliary(parsed: Parsed) -> Iterator[Token]:
    """ "[Met] toppled President Roe": who met is no auxiliary; the participle behind it tells who the person is."""
    for t in parsed.tokens:
        if t.dep != "aux" or t.text.lower() not in _NO_AUXILIARY:
            continue
        other = parsed.at(t.head)
        person = next((c for c in parsed.children(other.i, "dobj") if c.pos == "PROPN"), None)
        if other.i != t.i + 1 or other.tag not in PAST_FORMS or person is None:
            continue
        yield replace(
            t,
            head=t.i if other.dep == "ROOT" else other.head,
            dep=other.dep,
            tag="VBD",
            pos="VERB",
            lemma=_NO_AUXILIARY[t.text.lower()],
        )
        yield replace(other, head=person.i, dep="amod")
        yield from (replace(c, head=t.i) for c in parsed.children(other.i) if c.i != t.i)


@rule(
    yes=[
        "Visiting Kenyan President Daniel Mutua and Ethiopian Prime Minister Abel Tessema agreed on Thursday to reopen the crossing.",
        "Visiting Norwegian Foreign Minister Ola Moe said on Monday that talks would go on.",
    ],
    no=["Visiting Norway was a joy.", "Visiting Norway, the minister said that talks would go on."],
)
def visiting_subject(parsed: Parsed) -> Iterator[Token]:
    """ "[Visiting President Roe] and Minister Moe agreed": who visits is the one who does what the sentence tells, not whom somebody visits."""
    t = parsed.tokens[0]
    verb = parsed.at(t.head)
    if t.text.lower() != "visiting" or t.dep not in SUBJECTS or verb.tag not in FINITE:
        return
    around = [*parsed.children(t.i, "dobj"), *parsed.children(verb.i, "nsubj")]
    guest = next((c for c in around if c.pos == "PROPN" and t.i < c.i < verb.i and _begins_behind(parsed, c, t)), None)
    if guest is not None:
        yield replace(guest, head=verb.i, dep="nsubj")
        yield replace(t, head=guest.i, dep="amod", tag="JJ", pos="ADJ")


def _begins_behind(parsed: Parsed, noun: Token, t: Token) -> bool:
    """Whether the phrase of a person's name with a title begins right behind a word."""
    return parsed.extent(noun.i)[0] == t.i + 1 and noun.i > t.i + 1 and noun.entity.endswith("PERSON")


@rule(
    yes=[
        "President Amina Otieno told Prime Minister Kari Lund in a phone call on Wednesday that Kenya would send troops to Chad."
    ],
    no=[
        "President Amina Otieno told Prime Minister Kari Lund of the claim that Kenya would send troops.",
        "President Amina Otieno praised the call that Kenya made.",
    ],
)
def told_behind_a_phrase(parsed: Parsed) -> Iterator[Token]:
    """ "Told B in a phone call [that A would go]": a clause with "that" and its own subject is what the verb tells, not what the call is described by."""
    for t in parsed.tokens:
        if t.dep not in ON_NOUNS or not parsed.children(t.i, "nsubj", "nsubjpass"):
            continue
        is_that = any(c.text.lower() == "that" for c in parsed.children(t.i, "mark"))
        led = parsed.at(parsed.at(t.head).head)
        verb = parsed.at(led.head)
        if not is_that or led.dep != "prep" or led.text.lower() not in _AT_WHICH or verb.pos != "VERB":
            continue
        if verb.lemma in _TELLING and not parsed.children(verb.i, "ccomp", "xcomp"):
            yield replace(t, head=verb.i, dep="ccomp")


@rule(
    yes=["We met with the Bolivian delegation yesterday, Deputy Minister Anna Lind told reporters."],
    no=["On Monday, Deputy Minister Anna Lind told reporters that they had met."],
)
def time_before_a_saying(parsed: Parsed) -> Iterator[Token]:
    """ "We met [yesterday], she told reporters": what stands behind the verb of what is said, before the comma that ends it, is of what is said."""
    for saying in (t for t in parsed.tokens if t.lemma in _TELLING and t.pos == "VERB"):
        told = next((c for c in parsed.children(saying.i, "ccomp") if c.i < saying.i), None)
        if told is None:
            continue
        for t in parsed.children(saying.i, "npadvmod", "prep"):
            behind = parsed.extent(t.i)[1] + 1
            if told.i < t.i < behind < saying.i and parsed.at(behind).text == ",":
                yield replace(t, head=told.i)


@rule(
    yes=[
        "Chancellor Karl Brenner discussed the crisis with President Maria Soto over dinner in Oslo.",
        "The African Union discussed the plan with Norway on Tuesday.",
    ],
    no=[
        "The African Union discussed a pact with Norway on Tuesday.",
        "Chancellor Karl Brenner discussed the border with Norway.",
        "They discussed their respective conversations with President Maria Soto.",
    ],
)
def discussed_with_a_person(parsed: Parsed) -> Iterator[Token]:
    """ "Discussed the crisis [with Roe]": with a person something is discussed; no crisis is with one. With a state neither is "the plan" or "the
    proposal", while a crisis or trade may be."""
    for verb in (t for t in parsed.tokens if t.lemma in _TALKED_OVER and t.pos == "VERB"):
        for o in (t for t in parsed.children(verb.i, "dobj") if t.lemma not in _HAD_WITH_OTHERS):
            for p in parsed.children(o.i, "prep"):
                led = parsed.children(p.i, "pobj")
                if (
                    p.text.lower() == "with"
                    and led
                    and (led[0].entity[2:] == "PERSON" or _is_put_to(parsed, o, led[0]))
                ):
                    yield replace(p, head=verb.i)


def _is_put_to(parsed: Parsed, matter: Token, other: Token) -> bool:
    """Whether a state is one to whom "the plan" may be put, as nobody has a plan "with" it."""
    is_known = any(t.text.lower() == "the" for t in parsed.children(matter.i, "det"))
    return other.entity[2:] == "GPE" and is_known and matter.lemma in _HAD_ALONE


MENDS = (
    *MENDS_OF_NAMES,
    discussed_with_a_person,
    *OF_HEADLINES,
    *MENDS_OF_TAGS,
    pair_before_a_noun,
    visiting_guest,
    met_no_auxiliary,
    visiting_subject,
    name_before_a_participle,
    told_behind_a_phrase,
    before_to,
    behind_a_promise,
    aim_behind_a_time,
    subject_behind_a_comma,
    person_as_object,
    verb_of_a_noun_alone,
    between_behind_a_day,
    inverted_condition,
    time_before_a_saying,
    *MENDS_OF_ROWS,
)
"""What is hung right, in this order."""
