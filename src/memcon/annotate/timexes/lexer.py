"""Text to lexemes: each with its place and its class letter, so that rules can be patterns over a string of letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.annotate.timexes.lexicon import CAPITALISED, OTHER, class_table

_LEXEME = re.compile(
    r"""
    (?P<I>(?<![\w/.-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?!\w|[-/.:][0-9]))
  | (?P<F>(?<![\w/.$-])[0-9]{1,4}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.|-[0-9]{1,2}-)[0-9]{2,4}(?!\w|[-/.:][0-9]))
  | (?P<C>(?<![\w:.])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?!\w|[:.][0-9]))
  | (?P<E>(?:[12][0-9][0-9]0|['’`]?[0-9]0)['’]?s(?!\w))
  | (?P<D>['’`][0-9]{2}(?![\w]))
  | (?P<o>[0-9]{1,3}(?:st|nd|rd|th)(?!\w))
  | (?P<V>[13]/[234](?![\w/]))
  | (?P<num>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)
  | (?P<A>(?:[ap]\.m\.|[ap]\.?m|[AP]\.M\.|[AP]M)(?!\w))
  | (?P<b>(?:[Nn]o\ more|[Nn]o\ less|[Mm]ore|[Ll]ess|[Ff]ewer)\ than(?!\w)|[Aa]t\ (?:least|most)(?!\w)|[Uu]p\ to(?!\w)|[Aa]s\ (?:much|many|long)\ as(?!\w))
  | (?P<M>(?:Jan|JAN|Feb|FEB|Mar|MAR|Apr|APR|Jun|JUN|Jul|JUL|Aug|AUG|Sept?|SEPT?|Oct|OCT|Nov|NOV|Dec|DEC)\.)
  | (?P<W>(?:Mon|MON|Tues?|TUES?|Wed|WED|Thu(?:rs?)?|THU(?:RS?)?|Fri|FRI|Sat|SAT|Sun|SUN)\.)
  | (?P<z>[Yy]ear-(?:ago|earlier)(?!\w))
  | (?P<so>or\ so(?!\w))
  | (?P<word>[^\W\d_]+)
  | (?P<s>['’]s(?!\w)|['’](?=\s))
  | (?P<comma>,)
  | (?P<dash>[-–—])
  | \S
    """,
    re.VERBOSE,
)
_TABLE = class_table()


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
    for match in _LEXEME.finditer(text):
        kind = match.lastgroup
        if kind == "word":
            letter = _word_class(match[0])
        elif kind is None:
            letter = OTHER
        elif kind == "num":
            letter = _figure_class(match[0])
        else:
            letter = {"comma": ",", "dash": "-", "so": "~"}.get(kind, kind)
        classes.append(letter)
        starts.append(match.start())
        ends.append(match.end())
    return Lexemes(text, "".join(classes), starts, ends)


def _word_class(word: str) -> str:
    letter = _TABLE.get(word)
    if letter is not None:
        return letter
    if word[0].isupper():
        lower = word.lower()
        return CAPITALISED.get(lower) or _TABLE.get(lower, OTHER)
    return OTHER


def _figure_class(figure: str) -> str:
    if len(figure) <= 2:
        return "n"
    if len(figure) == 4 and figure[0] in "12" and figure.isdecimal():
        return "Y"
    return "9"
