"""States that act: by name, by their capital ("Seoul and Tokyo agreed"), as "the North"; never where the name is a place or an adjective."""

from __future__ import annotations

from memcon.annotate.actors.lexicon import LOCATIVE_PREPOSITIONS, NEVER_ACTOR_HEADS, words_in
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.tokens import Known, Marks

_NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS"))
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_MOTION = words_in("""
    travel go fly head return come arrive move trip flight journey drive sail route way tour deploy send
""")
_GIVEN = words_in("""
    message offer support request call aid help pressure threat demand invitation response assurance pledge proposal letter
    statement receive seek win ask hear get commitment concession backing condemnation criticism reaction approval
""")
"""What comes from a state that acts, not from a place."""
_POLICY_NOUNS = words_in("""
    policy effort government position stance decision plan proposal role ties relation relations response demand
    call ally interest refusal rejection offer claim concern announcement statement leader president minister
    ministry threat commitment approach strategy side move pressure support ambition security envoy ambassador
    military army parliament nuclear missile
""")
_HALVES = {"north": "PRK", "south": "KOR"}


def find_states(marks: Marks, claims: Claims) -> None:
    """Claims the mentions of states that act or are acted upon."""
    for known in _matches(marks):
        state = known.state()
        if state is None or not claims.is_free(known.first, known.last):
            continue
        record, form = state
        if form == "demonym" or _modifies(marks, known) or _is_part_of_name(marks, known):
            continue
        if form == "metonym":
            if _capital_acts(marks, known):
                claims.add(_state(marks, known.first, known.last, record.code, record.name, "metonym"))
        elif not _is_place(marks, known):
            first = _with_article(marks, claims, known.first)
            claims.add(
                _state(
                    marks,
                    first,
                    known.last,
                    record.code,
                    record.name,
                    "acronym" if form == "acronym" else "name",
                    known.first,
                )
            )
    _find_halves(marks, claims)


def _state(
    marks: Marks, first: int, last: int, code: str, name: str, form: str, head_first: int | None = None
) -> Phrase:
    return Phrase(
        kind="state",
        form="metonym" if form == "metonym" else "acronym" if form == "acronym" else "name",
        first=first,
        last=last,
        head_first=first if head_first is None else head_first,
        head_last=last,
        name=name,
        country=code,
        code=code,
        sector="GOV",
    )


def _matches(marks: Marks) -> list[Known]:
    return [k for i, k in enumerate(marks.known) if k is not None and k.first == i]


def _modifies(marks: Marks, known: Known) -> bool:
    """Whether the name stands before a noun that it only qualifies ("Ruritania policy", "Ruritania-related")."""
    i = known.last
    last = marks.tokens[known.last - 1]
    if i >= len(marks.tokens) or marks.tokens[i].sentence != last.sentence:
        return False
    if marks.words[i] in ("-", "–", "‑") and marks.is_glued(i):
        return True
    if (
        known.first > 0
        and marks.words[known.first - 1] == "-"
        and marks.is_glued(known.first)
        and last.head > known.last - 1
    ):
        return True
    if (
        last.dep in ("compound", "amod", "nmod", "npadvmod")
        and last.head >= i
        and marks.tokens[i].tag in (*_NOMINAL, "JJ", "VBG", "VBN")
    ):
        return (
            not marks.headline[last.sentence]
            or marks.tokens[last.head].dep != "nsubj"
            or marks.tokens[i].tag in ("NN", "NNS")
        )
    return False


def _is_part_of_name(marks: Marks, known: Known) -> bool:
    """Whether the match is a piece of a longer capitalised name that is no state's ("Bank of Ruritania", "Panama Papers")."""
    i = known.last
    sentence = marks.sentence_of(known.first)
    if marks.headline[marks.tokens[known.first].sentence]:
        return i < sentence.last and marks.low[i] in NEVER_ACTOR_HEADS
    if i < sentence.last and marks.is_capital(i) and marks.tokens[i].tag in ("NNP", "NNPS") and marks.known[i] is None:
        return True
    before = known.first - 1
    return (
        before > sentence.first
        and marks.is_capital(before)
        and marks.known[before] is None
        and marks.tokens[before].tag in ("NNP", "NNPS")
        and marks.tokens[before].dep == "compound"
    )


def _governor(marks: Marks, known: Known) -> int | None:
    """The token that governs the match from outside; through coordination, that of the first conjunct."""
    i = next(
        (k for k in range(known.last - 1, known.first - 1, -1) if not known.first <= marks.tokens[k].head < known.last),
        None,
    )
    seen = 0
    while i is not None and marks.tokens[i].dep in ("conj", "appos") and marks.tokens[i].head != i and seen < 12:
        i = marks.tokens[i].head
        seen += 1
    if i is None or marks.tokens[i].head == i:
        return None
    return marks.tokens[i].head


def _relation(marks: Marks, known: Known) -> str:
    """The grammatical relation of the match, through coordination."""
    i = next(
        (k for k in range(known.last - 1, known.first - 1, -1) if not known.first <= marks.tokens[k].head < known.last),
        known.last - 1,
    )
    seen = 0
    while marks.tokens[i].dep in ("conj", "appos") and marks.tokens[i].head != i and seen < 12:
        i = marks.tokens[i].head
        seen += 1
    return marks.tokens[i].dep


def _is_place(marks: Marks, known: Known) -> bool:
    """Whether a state's name only says where: "in Ruritania", "travelled to Ruritania", "Town, Ruritania"."""
    before = known.first - 1
    sentence = marks.sentence_of(known.first)
    if (
        before > sentence.first
        and marks.words[before] == ","
        and marks.is_capital(before - 1)
        and _is_after_place(marks, before - 1)
    ):
        return True
    governor = _governor(marks, known)
    if governor is None or _relation(marks, known) != "pobj":
        return before >= sentence.first and marks.low[before] in LOCATIVE_PREPOSITIONS
    word = marks.low[governor]
    if word in LOCATIVE_PREPOSITIONS:
        return True
    above = marks.tokens[marks.tokens[governor].head].lemma.lower()
    return (word == "to" and above in _MOTION) or (word == "from" and above not in _GIVEN)


def _is_after_place(marks: Marks, i: int) -> bool:
    known = marks.known[i]
    if known is not None:
        return known.is_never_actor() or ((state := known.state()) is not None and state[1] == "metonym")
    return marks.tokens[i].entity[2:] in ("GPE", "LOC", "FAC")


def _capital_acts(marks: Marks, known: Known) -> bool:
    """Whether a capital stands for its government: it does something, or something is done with, by, between or against it."""
    last = known.last - 1
    following = marks.words[known.last] if known.last < len(marks.words) else ""
    if known.first > 0 and marks.low[known.first - 1] in ("capital", "city"):
        return False
    if (
        following == ","
        and known.last + 1 < len(marks.words)
        and marks.known[known.last + 1] is not None
        and not _is_series(marks, known)
    ):
        return False
    if following in _POSSESSIVES:
        owner = marks.tokens[marks.tokens[last].head]
        return owner.lemma.lower() in _POLICY_NOUNS or owner.text.lower() in _POLICY_NOUNS
    relation, governor = _relation(marks, known), _governor(marks, known)
    if governor is None:
        return False
    verb = marks.tokens[governor]
    if relation == "nsubj":
        return verb.pos == "VERB" or (
            verb.lemma == "be" and any(marks.tokens[c].dep == "acomp" for c in marks.children[governor])
        )
    if relation == "pobj":
        return verb.text.lower() in (
            "between",
            "with",
            "by",
            "against",
            "among",
            "toward",
            "towards",
            "upon",
            "versus",
        ) or (
            verb.text.lower() == "to"
            and marks.tokens[verb.head].lemma
            in ("message", "warning", "say", "offer", "proposal", "overture", "response", "concession")
        )
    if relation == "dobj":
        return verb.lemma in (
            "urge",
            "accuse",
            "press",
            "warn",
            "criticize",
            "criticise",
            "ask",
            "tell",
            "pressure",
            "support",
            "condemn",
            "blame",
        )
    return relation == "agent"


def _is_series(marks: Marks, known: Known) -> bool:
    following = marks.known[known.last + 1]
    state = following.state() if following is not None else None
    return state is not None and state[1] == "metonym"


def _with_article(marks: Marks, claims: Claims, first: int) -> int:
    before = first - 1
    is_article = (
        before >= 0 and marks.low[before] == "the" and marks.tokens[before].sentence == marks.tokens[first].sentence
    )
    return before if is_article and claims.at(before) is None else first


def _find_halves(marks: Marks, claims: Claims) -> None:
    """ "the North" and "the South" in a text that names the Korean states."""
    codes = {s[0].code for k in _matches(marks) if (s := k.state()) is not None}
    if not codes & {"PRK", "KOR"}:
        return
    for i in range(1, len(marks.tokens)):
        code = _HALVES.get(marks.low[i])
        if code is None or not marks.is_capital(i) or marks.low[i - 1] != "the" or not claims.is_free(i - 1, i + 1):
            continue
        following = marks.tokens[i + 1] if i + 1 < len(marks.tokens) else None
        if following is not None and (
            following.tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH") or following.text == "-"
        ):
            continue
        if marks.known[i] is not None and marks.known[i].state() is None:  # type: ignore[union-attr]
            continue
        relation = marks.tokens[i]
        if relation.dep == "pobj" and marks.low[relation.head] in LOCATIVE_PREPOSITIONS:
            continue
        claims.add(_state(marks, i - 1, i + 1, code, "North Korea" if code == "PRK" else "South Korea", "metonym", i))
