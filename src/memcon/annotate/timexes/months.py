"""Months, quarters, halves and seasons, with their year or the one that fits the document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from memcon.annotate.timexes.calendar import edtf_of_value, hull, unit_value
from memcon.annotate.timexes.days import AHEAD_NOUNS, YEARS_BESIDE, is_moved_to, year_beside, year_of_subject
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import SEASONS, listed, ordinal_of
from memcon.annotate.timexes.phrases import PRE, dated, has_impossible_day, mod_of, month_number
from memcon.annotate.timexes.years import short_year
from memcon.domain.dates import MONTH_NUMBERS, interval_of
from memcon.domain.dates import MONTHS as MONTH_NAMES


def month_year(hit: Hit, context: Context) -> Meaning | None:
    if has_impossible_day(hit):
        return None
    year = int(hit.word("year"))
    return dated(hit, f"{year:04}-{month_number(hit.word('month')):02}", unit="M")


def month_short_year(hit: Hit, context: Context) -> Meaning | None:
    """ "June '96"."""
    year = short_year(hit, context)
    return dated(hit, f"{year.value}-{month_number(hit.word('month')):02}", unit="M") if year else None


_VERB_MONTHS = frozenset({"may", "march", "mar"})


_NAME_MONTHS = frozenset({"may", "march", "april", "june", "august", "jan", "mar"})


_IN_FRONT = listed(
    "in since by until till before after from of to through last next this during for between late early mid and or around about end "
    "beginning middle start on every each until that the a an its their"
)


_BEFORE_NAMES = listed("to of for from and or with between about after before")
"""Words after which "April Olsen" is a person."""


def lone_month(hit: Hit, context: Context) -> Meaning | None:
    """A month alone: the nearest one in keeping with the tense. "May" and others that are verbs or names need a word in front."""
    word = hit.word("month").rstrip(".")
    if has_impossible_day(hit) or hit.after().isdecimal():
        return None
    if word in _NAME_MONTHS and hit.after()[:1].isupper() and hit.before().lower() in _BEFORE_NAMES:
        return None
    if word == "march" and hit.after() == "on" and hit.before().lower() in ("the", "and", "a", "to"):
        return None  # "the March on Rome"
    if hit.word("rel") == "following" and hit.before().lower() != "the":
        return None  # "following March's vote"
    if word not in MONTH_NAMES and hit.word("month") == word and hit.after()[:1].isupper():
        return None
    has_front = hit.before().lower() in _IN_FRONT or hit.has("pre") or hit.has("rel")
    if word in _NAME_MONTHS and not has_front and not (word not in _VERB_MONTHS and hit.is_possessive):
        return None
    if not has_front and (hit.before()[:1].isupper() or hit.after()[:1].isupper()) and hit.before() != ",":
        return None  # part of a name: "Roger June", "August Wilson", "Black September"
    month = month_number(word)
    year_told = _year_behind_slash(hit) or (year_of_subject(hit, context) if not hit.has("rel") else None)
    if year_told:
        return dated(hit, f"{year_told:04}-{month:02}", unit="M")
    if hit.word("rel") in ("that", "same"):
        return month_of_story(hit, context, month)
    if context.published is None:
        return dated(hit, f"XXXX-{month:02}")
    year = nearest_month_year(context.published, month, hit, context)
    meaning = dated(hit, f"{year:04}-{month:02}", "document", unit="M")
    back = (context.published.year - year) * 12 + context.published.month - month
    if hit.after().lower() in AHEAD_NOUNS and back >= _OLD_VOTE and not hit.has("rel"):
        return replace(meaning, edtf=None, is_vague=True)  # "the November election" in spring: the last or the next
    if hit.word("rel") in ("last", "past", "previous") and 0 < context.published.month - month <= _JUST_NOW:
        return replace(meaning, edtf=f"{year:04}-{month:02}/{year + 1:04}-{month:02}")
    return meaning


_SAID = listed(
    "said says say saying told believe believes believed think thinks thought know knew shows showed show suggests suggested so noted "
    "notes reported warned claims claimed feared fears hoped hopes meant means found find"
)
_VERBS_BEHIND = listed("is was has had will would may might could can saw brought are were did does")


def month_of_story(hit: Hit, context: Context, month: int) -> Meaning | None:
    """ "That November": the one of the year told last, or the next one behind the date told last. Not "said that November was cold"."""
    if hit.before().lower() in _SAID or hit.after().lower() in _VERBS_BEHIND:
        return None
    base = interval_of(edtf_of_value(context.last) or "") if context.last else None
    is_told = base is not None and base.days <= 366 and context.can_follow(base.start, hit.start, hit.end)
    if base is None or not is_told:
        return Meaning("DATE", f"XXXX-{month:02}", anchor="discourse", mod=mod_of(hit), is_vague=True)
    year = base.start.year
    if month < base.start.month and base.start.month - month >= _FAR:
        year += 1  # in December, "that January"
    return Meaning("DATE", f"{year:04}-{month:02}", anchor="discourse", mod=mod_of(hit)) if year <= 9999 else None


_FAR = 6
"""How many months before the date told last (of its year) a month is rather that of the next year."""


def _year_behind_slash(hit: Hit) -> int | None:
    """The year of "May/June 2024"."""
    year = hit.after(3)
    is_pair = hit.after() == "/" and hit.after(2).lower().rstrip(".") in MONTH_NUMBERS
    return int(year) if is_pair and len(year) == 4 and year.isdecimal() and year > "0999" else None


_OLD_VOTE = 4
"""How many months back "the November election" may as well be the next one."""
_JUST_NOW = 1
"""The month gone by is "last month": "last October" in November is mostly that of the year before, but may be this year's."""


_STARTING = listed("starting beginning effective commencing")
"""Words that look ahead where no verb tells: "starting in January"."""
_UP_TO = listed("through until till by thru")


def nearest_month_year(published: date, month: int, hit: Hit, context: Context) -> int:
    rel = hit.word("rel")
    this = published.year
    if rel in ("last", "past", "previous"):
        return this if month < published.month - _JUST_NOW else this - 1
    if rel in ("next", "coming", "upcoming"):
        return this if month > published.month else this + 1
    if rel == "this":
        return this
    tense = context.tense_at(hit.start, hit.end)
    if tense == "past" and is_moved_to(hit):
        tense = "open"
    if tense is None and hit.before(2).lower() in _STARTING:
        tense = "open"
    if tense == "open" and hit.before().lower() in _UP_TO:
        tense = "future"  # "would fund the office through September"
    ahead = {year: (year - this) * 12 + month - published.month for year in (this - 1, this, this + 1)}
    if hit.after().lower() in AHEAD_NOUNS and tense != "future":
        tense = "open"
    if tense in ("past", None):
        ahead = {year: n for year, n in ahead.items() if n <= 1}
    elif tense == "future":
        ahead = {year: n for year, n in ahead.items() if n >= -1}
    # about half a year either way what may come is rather ahead
    return min(ahead, key=lambda year: abs(ahead[year]) - (1.5 if tense == "open" and ahead[year] > 0 else 0))


def month_of_year(hit: Hit, context: Context) -> Meaning | None:
    """ "January this year", "June of last year"."""
    month = month_number(hit.word("month"))
    if hit.word("unit") != "year" or hit.word("rel") not in YEARS_BESIDE:
        return None
    year, anchor = year_beside(hit, context)
    if year is None or not 1 <= year <= 9999:
        return dated(hit, f"XXXX-{month:02}")
    return replace(dated(hit, f"{year:04}-{month:02}", unit="M"), anchor=anchor)


def quarter(hit: Hit, context: Context) -> Meaning | None:
    """A numbered quarter or half, of the year named or of the one that fits the document."""
    number, part = ordinal_of(hit.word("ord")), "H" if hit.word("unit") == "half" else "Q"
    if number is None:
        word = hit.word("ord")
        number = {"last": 2, "latter": 2}.get(word) if part == "H" else None
    if number is None or number > (2 if part == "H" else 4):
        return None
    if hit.has("year"):
        return dated(hit, f"{int(hit.word('year')):04}-{part}{number}", unit="Q")
    if hit.has("whole") and hit.word("whole") != "year":
        return None  # "the second half of last month"
    if part == "H" and not hit.has("rel"):
        return None
    if context.published is None:
        return dated(hit, f"XXXX-{part}{number}")
    step = {"last": -1, "next": 1, "this": 0, "current": 0, "previous": -1, "prior": -1, "coming": 1}.get(
        hit.word("rel"), 0
    )
    year = context.published.year + step
    if not hit.has("rel"):
        now = int((unit_value(context.published, part) or "0")[-1])
        if number - now >= (3 if part == "Q" else 2):
            year -= 1
        elif now - number >= 2 and context.tense_at(hit.start, hit.end) == "future":
            year += 1
    return dated(hit, f"{year:04}-{part}{number}", "document", unit="Q")


def season(hit: Hit, context: Context) -> Meaning | None:
    """A season of a named year, or the one nearest the document; the bare words need an article or the like, for they are
    verbs and nouns as well."""
    code = SEASONS[hit.word("season")]
    if hit.has("year"):
        return dated(hit, f"{int(hit.word('year')):04}-{code}", unit="Q")
    if hit.has("short"):
        year_in = short_year(hit, context)
        return dated(hit, f"{year_in.value}-{code}", unit="Q") if year_in else None
    front = hit.before().lower()
    if (
        not hit.has("rel")
        and not hit.has("pre")
        and not (
            hit.has("the")
            and hit.before().lower()
            in ("in", "during", "by", "since", "until", "of", "for", "over", "before", "after", "through")
        )
        and front not in ("in", "by", "until", "since", "during")
    ):
        return None
    if hit.after().lower() == "of" and not hit.after(2)[:1].isdecimal():
        return None
    if context.published is None:
        return dated(hit, f"XXXX-{code}")
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}[code]
    this, month = context.published.year, context.published.month
    rel = hit.word("rel")
    tense = context.tense_at(hit.start, hit.end)
    year = this
    if rel in ("last", "past") or (not rel and tense == "past"):
        year = this if (middle <= month and (middle < month - 1 or not rel)) or middle < month else this - 1
    elif rel in ("next", "coming") or (not rel and tense == "future"):
        year = this if middle >= month else this + 1
    is_habit = tense is None and not (rel or hit.has("the") or hit.has("pre"))
    back = (this - year) * 12 + month - middle
    if not (rel or is_habit) and tense != "future" and back >= (_LONG_PAST if tense == "past" else _LONG_PAST - 2):
        # that of last year would be called so
        edtf = hull(edtf_of_value(f"{year:04}-{code}"), edtf_of_value(f"{year + 1:04}-{code}"))
        told = dated(hit, f"{year if tense == 'past' else year + 1:04}-{code}", "document", unit="Q")
        return replace(told, edtf=edtf) if tense == "past" else told
    meaning = dated(hit, f"{year:04}-{code}", "document", unit="Q")
    return replace(meaning, is_vague=True, edtf=None) if is_habit else meaning  # "they feed in winter"


_LONG_PAST = 9
"""How many months behind its middle a season without its year is rather the one to come."""


def coded_quarter(hit: Hit, context: Context) -> Meaning | None:
    """ "Q3 2025", "2H 2025", "Q3"."""
    code = hit.word("code").upper()
    number, part = int(code.strip("QH")), code.strip("1234")
    if number > (2 if part == "H" else 4):
        return None
    if hit.has("year"):
        return dated(hit, f"{int(hit.word('year')):04}-{part}{number}", unit="Q")
    if context.published is None or part == "H":
        return dated(hit, f"XXXX-{part}{number}") if part == "Q" else None
    return _nearest_quarter(hit, context, context.published, number)


def _nearest_quarter(hit: Hit, context: Context, published: date, number: int) -> Meaning:
    """A quarter without its year: of the document's year, else of the one beside it where that lies nearer and tense allows."""
    ahead = number - (published.month + 2) // 3
    tense = context.tense_at(hit.start, hit.end)
    year = published.year
    if ahead >= 2 and tense != "future":
        year -= 1
    elif ahead < 0 and tense == "future":
        year += 1
    return dated(hit, f"{max(year, 1):04}-Q{number}", "document", unit="Q")


MONTHS: tuple[Rule, ...] = (
    Rule("coded quarter", rf"{PRE}(?P<code>4)f?(?P<year>Y)?", coded_quarter, yes=("Trade fell in [Q3 2024].",)),
    Rule("month and short year", rf"{PRE}(?P<month>M)f?(?P<short>D)", month_short_year, yes=("It was in [June ’96].",)),
    Rule("month and year", rf"{PRE}(?P<month>M),?f?(?P<year>Y)", month_year, yes=("They met in [October 2017].",)),
    Rule(
        "month of this year",
        rf"{PRE}(?P<month>M),?f?d?(?P<rel>[lxth])(?P<unit>u)",
        month_of_year,
        yes=("They met in [June last year].",),
    ),
    Rule(
        "month",
        rf"{PRE}(?P<rel>[lxth])?(?P<month>M)",
        lone_month,
        yes=("They met in [late January].", "They split that way [that November]."),
        no=("May said so to April Olsen.",),
    ),
    Rule(
        "quarter of a year",
        rf"{PRE}d?y?-?(?P<ord>[olk])-?(?P<unit>[qH])f?(?P<year>Y)",
        quarter,
        yes=("Trade fell in [the third quarter of 2024].",),
    ),
    Rule(
        "year and quarter",
        rf"{PRE}d?(?P<year>Y)y?-?(?P<ord>o)-?(?P<unit>[qH])",
        quarter,
        yes=("Trade fell in [the 2024 third quarter].",),
    ),
    Rule(
        "quarter of this year",
        rf"{PRE}d?y?-?(?P<ord>[olk])-?(?P<unit>[qH])f?(?P<rel>[ltx])(?P<whole>u)",
        quarter,
        yes=("It grew in [the first half of last year].",),
    ),
    Rule(
        "this year's quarter",
        rf"{PRE}(?P<rel>[ltx])us?y?-?(?P<ord>o)-?(?P<unit>[qH])",
        quarter,
        yes=("It grew in [last year's third quarter].",),
    ),
    Rule(
        "quarter",
        rf"{PRE}d?y?-?(?P<ord>o)(?P<unit>[qH])",
        quarter,
        yes=("It grew in [the fourth quarter].",),
        no=("The first half was dull.",),
    ),
    Rule(
        "quarter as adjective",
        r"(?P<pre>)y?-?(?P<ord>o)-(?P<unit>[qH])",
        quarter,
        yes=("Its [third-quarter] profit fell.",),
    ),
    Rule(
        "season",
        rf"{PRE}(?P<the>d)?(?:t(?=[lx]))?(?P<rel>[lxt])?(?P<season>S)(?:f?(?:(?P<year>Y)|(?P<short>D)))?",
        season,
        yes=("They met in [the summer of 2024].",),
        no=("We fall and spring.",),
    ),
)
