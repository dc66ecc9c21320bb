"""Repeated times (TIMEX3 sets): "every two years", "each Monday", "twice a year", "annually"."""

from __future__ import annotations

from memcon.annotate.timexes.durations import period
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import DAY_PARTS, SEASONS, WEEKDAYS, listed, number_of, ordinal_of, unit_of
from memcon.domain.dates import MONTH_NUMBERS


def repeated(hit: Hit, context: Context) -> Meaning | None:
    """ "every two years", "each month", "daily"."""
    unit = unit_of(hit.word("unit"))
    number = number_of(hit.words("num")) if hit.has("num") else 1
    if hit.has("vague"):
        return Meaning("SET", f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}")
    if hit.has("other"):
        number = 2 if hit.word("other") == "other" else ordinal_of(hit.word("other"))
        if not number or hit.word("other") not in ("other", "second", "third", "fourth", "fifth"):
            return None
    return Meaning("SET", period(str(number), unit)) if number else None


def rate(hit: Hit, context: Context) -> Meaning | None:
    """ "twice a year", "three times a week": a set, of which TIMEX3's value has the period."""
    if hit.word("times") == "times" and not hit.has("num"):
        return None
    return Meaning("SET", period("1", unit_of(hit.word("unit"))))


def repeated_day(hit: Hit, context: Context) -> Meaning | None:
    """ "every Friday", "Mondays"."""
    word = hit.word("week").rstrip(".")
    return Meaning("SET", f"XXXX-WXX-{WEEKDAYS[word if word in WEEKDAYS else word.removesuffix('s')]}")


def repeated_part(hit: Hit, context: Context) -> Meaning | None:
    """ "Saturday evenings"."""
    part = DAY_PARTS.get(hit.word("part").removesuffix("s"))
    return Meaning("SET", f"XXXX-WXX-{WEEKDAYS[hit.word('week').rstrip('.')]}{part}") if part else None


def repeated_season(hit: Hit, context: Context) -> Meaning | None:
    """ "each spring", "every weekend", "every Friday night"."""
    if hit.has("season"):
        return Meaning("SET", f"XXXX-{SEASONS[hit.word('season')]}")
    if hit.has("part"):
        day = f"XXXX-WXX-{WEEKDAYS[hit.word('week').rstrip('.')]}" if hit.has("week") else "XXXX-XX-XX"
        return Meaning("SET", f"{day}{DAY_PARTS[hit.word('part')]}")
    return Meaning("SET", "XXXX-WXX-WE")


def repeated_month(hit: Hit, context: Context) -> Meaning | None:
    return Meaning("SET", f"XXXX-{MONTH_NUMBERS[hit.word('month').rstrip('.')]:02}")


_ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P3M", "semiannually": "P6M",
    "biannually": "P6M", "semi-annually": "P6M", "bi-annually": "P6M", "bi-weekly": "P2W", "yearly": "P1Y", "annually": "P1Y",
    "biennially": "P2Y", "triennially": "P3Y", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI",
}  # fmt: skip


_ADJECTIVES = listed("daily weekly hourly monthly nightly")
"""Those that tell, before a noun too, how often it comes ("his weekly address"); "quarterly" and "annual" mostly tell which one."""
_PAPERS = listed(
    "paper newspaper papers newspapers magazine magazines bulletin journal newsletter tabloid broadsheet publication"
)
_BEHIND_ADVERB = listed("at by in on for from to with and or but since as through under between until")


def adverb(hit: Hit, context: Context) -> Meaning | None:
    """ "annually", "daily": not as adjectives ("a daily newspaper")."""
    behind = hit.after().lower()
    word = hit.lexemes.word(hit.last)
    if word[0].isupper() and hit.before()[:1].isupper():
        return None  # part of a name
    if behind == "basis" and hit.before() == "a":
        return Meaning("SET", _ADVERBS[hit.word("adverb")])
    is_adjective = behind[:1].isalpha() and behind not in _BEHIND_ADVERB and not hit.word("adverb").endswith("ally")
    if is_adjective and (
        hit.word("adverb") not in _ADJECTIVES
        or behind in _PAPERS
        or hit.after()[0].isupper()
        or hit.before() == "average"
    ):
        return None
    if hit.before() in ("%", "percent"):
        return None  # a rate: "8 percent annually"
    return Meaning("SET", _ADVERBS[hit.word("adverb")])


SETS: tuple[Rule, ...] = (
    Rule(
        "rate",
        r"(?P<pre>b?)(?P<num>n|c)?(?P<times>3)[ae%](?P<unit>u)",
        rate,
        yes=("They meet [twice a year] there.", "They meet [three times a week] there."),
    ),
    Rule(
        "every unit",
        r"(?P<pre>)e(?:(?P<num>n)|(?P<vague>c))?(?P<unit>[uUqQ])",
        repeated,
        yes=("They meet [every two years] there.",),
    ),
    Rule(
        "every other unit",
        r"(?P<pre>)e(?P<other>[mo])(?P<unit>[uq])",
        repeated,
        yes=("They meet [every other year] there.",),
    ),
    Rule(
        "each season",
        r"(?P<pre>)e(?:(?P<season>S)|(?P<week>W)?(?P<part>P)|w)",
        repeated_season,
        yes=("They drill [each spring] there.", "They dine [every Friday night] there."),
    ),
    Rule("each month named", r"(?P<pre>)e(?P<month>M)", repeated_month, yes=("They march [each July] there.",)),
    Rule("every weekday", r"(?P<pre>)e(?P<week>W)", repeated_day, yes=("They meet [every Friday] there.",)),
    Rule(
        "parts of weekdays",
        r"(?P<pre>)(?P<week>W)(?P<part>B)",
        repeated_part,
        yes=("They dine on [Friday evenings].",),
        no=("They met in the evenings.",),
    ),
    Rule("weekdays", r"(?P<pre>)(?P<week>X)", repeated_day, yes=("They meet on [Mondays] there.",)),
    Rule("adverb", r"(?P<pre>)(?P<adverb>v)", adverb, yes=("It is held [annually].",), no=("He runs a daily paper.",)),
)
