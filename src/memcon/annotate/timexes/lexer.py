"""Text to lexemes: each with its place and its class letter, so that rules can be patterns over a string of letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.annotate.timexes.feasts import NAMES as FEASTS
from memcon.annotate.timexes.lexicon import OTHER, capital_table, class_table

_PIECE = re.compile(r"[^\W\d_]+|[0-9]+|\S")
_FIGURES = re.compile(
    r"""
    (?P<I>(?<![\w/.-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?!\w|[-/.:][0-9]))
  | (?P<F>(?<![\w/.$-])[0-9]{1,4}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.|-[0-9]{1,2}-)[0-9]{2,4}(?!\w|[-/.:][0-9]))
  | (?P<C>(?<![\w:.])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?:(?=[ap]\.?m)|(?!\w|[:.][0-9]))|(?<![\w:.$])[0-2]?[0-9]\.[0-5][0-9](?=\ ?[ap]\.?m\.?(?!\w)))
  | (?P<E>(?:[12][0-9][0-9]0|['’`]?[0-9]0)['’]?s(?!\w))
  | (?P<D>['’`][0-9]{2}(?!\w))
  | (?P<o>[0-9]{1,3}(?:st|nd|rd|th)(?!\w))
  | (?P<code>[1-4][QH](?!\w))
  | (?P<split>(?<![\w/.-])[12][0-9]{3}/[0-9]{2}(?!\w|[-/.][0-9]))
  | (?P<named>(?<![\w/.$-])9/11(?!\w|[-/.][0-9]))
  | (?P<V>[13]/[234](?![\w/]))
  | (?P<num>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)
    """,
    re.VERBOSE,
)
"""What starts with a figure, or with the apostrophe before one."""

_FEAST = "|".join(
    f"{name[0].upper()}(?i:{re.escape(name[1:]).replace(chr(92) + ' ', '[ -]').replace(chr(92) + '-', '[ -]')})"
    for name in sorted(FEASTS, key=len, reverse=True)
)

_SPECIAL = re.compile(
    rf"""
    (?P<A>o['’]clock(?!\w)|[ap]\.m\.|[ap]\.?m(?!\w)|[AP]\.M\.|[AP]M(?!\w))
  | (?P<b>(?:[Nn]o\ (?:more|less)|[Mm]ore|[Ll]ess|[Ff]ewer)\ than(?!\w)|[Aa]t\ (?:least|most)(?!\w)|[Uu]p\ to(?!\w)(?!\ (?:[A-Z]|the|this|that|last|next))|[Aa]s\ (?:much|many|long)\ as(?!\w))
  | (?P<M>(?:Jan|JAN|Feb|FEB|Mar|MAR|Apr|APR|Jun|JUN|Jul|JUL|Aug|AUG|Sept?|SEPT?|Oct|OCT|Nov|NOV|Dec|DEC)\.)
  | (?P<W>(?:Mon|MON|Tues?|TUES?|Wed|WED|Thu(?:rs?)?|THU(?:RS?)?|Fri|FRI|Sat|SAT|Sun|SUN)(?:\.|(?=,?\ [0-3]?[0-9]\ [A-Z])))
  | (?P<v>(?:[Ss]emi|[Bb]i)-annually(?!\w)|[Bb]i-weekly(?!\w))
  | (?P<z>[Yy]ear-(?:ago|earlier)(?!\w))
  | (?P<so>or\ so(?!\w))
  | (?P<c>[Ss]ome(?=\ (?:minutes|hours|days|weeks|months|years|decades)(?!\w)))
  | (?P<e>(?:[Ee]very|[Ee]ach)\ single(?!\w))
  | (?P<T>[Dd]ay\ (?:after\ tomorrow|before\ yesterday)(?!\w))
  | (?P<code>[QH][1-4](?!\w))
  | (?P<Z>local\ time(?!\w)|(?:UTC|GMT)\ ?[-+\u2212][0-9]{{1,2}}(?::?[0-9]{{2}})?(?!\w)|(?:Eastern|Central|Mountain|Pacific)(?:\ (?:Standard|Daylight))?\ [Tt]ime(?!\w))
  | (?P<holiday>New\ Year['’]?s?\ (?:Day|Eve)(?!\w)|Christmas(?:\ (?:Day|Eve))?(?!\w)|Thanksgiving(?:\ Day)?(?!\w)|Boxing\ Day(?!\w)|May\ Day(?!\w)|Valentine['’]s\ Day(?!\w)|International\ Women['’]s\ Day(?!\w)|Halloween(?!\w)|Election\ Day(?!\w))
  | (?P<feast>(?:{_FEAST})(?!\w))
  | (?P<year>FY\ ?[0-9]{{2}}(?:[0-9]{{2}})?(?!\w))
    """,
    re.VERBOSE,
)
"""Lexemes of more than one word, and abbreviations with their full stop."""
_SPECIAL_STARTS = frozenset(
    re.findall(
        r"\w+",
        "a p am pm no more less fewer at up as jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
        "year or some every each day q h fy o new christmas thanksgiving boxing may valentine international halloween election local semi bi utc gmt eastern central mountain pacific",
    )
) | {re.split("[ -]", name)[0] for name in FEASTS}
_POSSESSIVE = re.compile(r"['’](?:s(?!\w)|(?=\s))")
_SIGNS = {",": ",", "-": "-", "–": "-", "—": "-"}
_NAMES = {"so": "~", "code": "4", "year": "5", "holiday": "0", "named": "0", "feast": "1", "split": "7"}
_TABLE = class_table()
_CAPITALISED = capital_table()


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a text: `classes` is a string with one letter a lexeme, `starts` and `ends` are their offsets."""

    text: str
    classes: str
    starts: list[int]
    ends: list[int]

    def word(self, i: int) -> str:
        """Lexeme `i` as it stands in the text; "" outside."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def is_joined(self, i: int) -> bool:
        """Whether no white space stands between lexemes `i` and `i + 1`."""
        return i + 1 < len(self.starts) and self.ends[i] == self.starts[i + 1]


def lex(text: str) -> Lexemes:
    """The lexemes of `text`, in time linear in its length."""
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        piece = match[0]
        letter = _TABLE.get(piece)
        if letter is None and piece.islower() and piece not in _SPECIAL_STARTS:
            letter = OTHER
        elif letter is None or piece in _SPECIAL_STARTS:
            letter, end = _classify(text, piece, start, end)
        done = end
        classes.append(letter)
        starts.append(start)
        ends.append(end)
    return Lexemes(text, "".join(classes), starts, ends)


def _classify(text: str, piece: str, start: int, end: int) -> tuple[str, int]:
    """The class of a piece that is no plain word of the table, and where its lexeme ends."""
    first = piece[0]
    if first.isalpha():
        lower = piece.lower()
        if lower in _SPECIAL_STARTS and (match := _SPECIAL.match(text, start)):
            return _NAMES.get(match.lastgroup or "", match.lastgroup or OTHER), match.end()
        letter = _CAPITALISED.get(lower) if first.isupper() else None
        return letter or _TABLE.get(lower, OTHER), end
    if first in "0123456789'’`" and (match := _FIGURES.match(text, start)):
        letter = match.lastgroup or OTHER
        return (_figure_class(match[0]) if letter == "num" else _NAMES.get(letter, letter)), match.end()
    if first in "'’" and (match := _POSSESSIVE.match(text, start)):
        return "s", match.end()
    return _SIGNS.get(piece, OTHER), end


def _figure_class(figure: str) -> str:
    if len(figure) <= 2:
        return "n"
    if len(figure) == 4 and figure[0] in "12" and figure.isdecimal():
        return "Y"
    return "9"
