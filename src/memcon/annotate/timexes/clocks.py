"""Times of day: by the clock, by name, with the day that the phrase or the text before it gives."""

from __future__ import annotations

from datetime import date

from memcon.annotate.timexes.calendar import unit_value
from memcon.annotate.timexes.days import DAY_NUMBER, MONTH_DAY, day_of_month, day_of_this_month, month_day
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import DAY_PARTS, listed, number_of
from memcon.annotate.timexes.phrases import PRE, dated, mod_of
from memcon.annotate.timexes.weekdays import weekday


def clock(hit: Hit, context: Context) -> Meaning | None:
    """A time of day, with its day where the phrase names one, else the document's."""
    time = clock_value(hit)
    if time is None:
        return None
    base = day_meaning(hit, context)
    if base is None:
        if hit.has("day_part"):
            return None
        return on_open_day(hit, context, time)
    return Meaning("TIME", f"{base.value.partition('T')[0]}{time}", anchor=base.anchor, mod=mod_of(hit))


NEAR = 160
"""How many characters behind a day a time without one still belongs to it."""


def on_open_day(hit: Hit, context: Context, time: str) -> Meaning:
    """A time of day without its day: on the day named just before; else its value is on the document's day, as annotators
    write it, but it names no interval, for nobody said so."""
    mod = mod_of(hit)
    is_elsewhere = hit.before() == "(" and "Z" in hit.match[0]
    is_near = context.last_day is not None and hit.start - context.last_day_end <= NEAR
    if context.last_day and is_near and context.can_follow(date.fromisoformat(context.last_day), hit.start, hit.end):
        # "8 a.m. Tuesday (2300 GMT)": in that zone it may be another day
        return Meaning("TIME", f"{context.last_day}{time}", anchor="discourse", mod=mod, is_vague=is_elsewhere)
    if context.published is None:
        return Meaning("TIME", f"XXXX-XX-XX{time}", mod=mod, is_vague=True)
    return Meaning("TIME", f"{context.published.isoformat()}{time}", anchor="document", mod=mod, is_vague=True)


def day_meaning(hit: Hit, context: Context) -> Meaning | None:
    """The day that a phrase with a time of day names."""
    if hit.has("week") and not hit.has("month"):
        return weekday(hit, context)
    if hit.has("month"):
        return month_day(hit, context)
    if hit.has("today"):
        return named_day(hit, context)
    if hit.has("ord"):
        return day_of_this_month(hit, context) if hit.has("rel") else day_of_month(hit, context)
    return None


_NOWADAYS_BEHIND = listed("than")
_MANY = listed("many most some few all several")
_OF_AN_AGE = listed(
    "world youth society generation generations children economy standards age technology era youngsters climate"
)
"""What is today's without being of this day."""


def named_day(hit: Hit, context: Context) -> Meaning | None:
    """ "today", "yesterday", "tomorrow", "tonight"."""
    word = hit.word("today")
    shown = hit.lexemes.word(hit.last)
    if shown[0].isupper() and hit.before()[:1].isupper() and not hit.starts_line and word in ("today", "tonight"):
        return None  # part of a name: "Asia Today"
    if hit.is_possessive and word in ("today", "tomorrow") and hit.after(2).lower() in _OF_AN_AGE:
        return None  # "in today's world" is no day
    if "about" in hit.words("pre") or (word == "tomorrow" and hit.before().lower() in ("a", "better", "brighter")):
        return None  # "they talked about today", "a better tomorrow"
    front = hit.before().lower()
    if front == "of" and (word == "tomorrow" or hit.before(2).lower() in _MANY) and word in ("today", "tomorrow"):
        return None  # "the leaders of tomorrow", "many of today's envoys"
    if word == "today" and not hit.is_possessive and (front == "of" or hit.after().lower() in _NOWADAYS_BEHIND):
        return Meaning("DATE", "PRESENT_REF", is_vague=True)  # "the Europe of today", "richer today than in 1990"
    if word == "today" and _is_compared(hit):
        return Meaning("DATE", "PRESENT_REF", is_vague=True)
    if context.published is None:
        return dated(hit, "XXXX-XX-XX")
    value = unit_value(
        context.published,
        "D",
        {"yesterday": -1, "tomorrow": 1, "day after tomorrow": 2, "day before yesterday": -2}.get(word, 0),
    )
    return dated(hit, value, "document") if value else None


_COMPARED = 8
"""How many words behind a "today" may stand the "than" of what it is compared with."""


def _is_compared(hit: Hit) -> bool:
    """Whether today is compared with years gone by: "today are better than a decade ago"."""
    words = [hit.after(n).lower() for n in range(1, _COMPARED + 1)]
    if "." in words:
        words = words[: words.index(".")]
    if "than" not in words:
        return False
    behind = [*words[words.index("than") + 1 :], *(hit.after(_COMPARED + n).lower() for n in range(1, 4))]
    return bool({"ago", "decades", "decade", "years", "century", "generation"} & set(behind))


def clock_value(hit: Hit) -> str | None:
    """ "T17:00" for "5 p.m."; None when the figures are no time of day."""
    if hit.has("noon"):
        return DAY_PARTS[hit.word("noon")]
    figures = hit.word("clock")
    if len(figures) == 4 and figures.isdecimal():  # "2100 UTC"
        return f"T{figures[:2]}:{figures[2:]}" if figures[:2] < "24" and figures[2:] < "60" else None
    parts = figures.replace(".", ":").split(":")
    if len(parts) == 3 and not hit.has("half") and "Z" not in hit.match[0] and hit.before().lower() not in ("at", "by"):
        return None  # "won the race in 2:14:04"
    word = parts[0]
    hour = int(word) if word.isdecimal() else number_of((word,))
    if hour is None or hour > 24:
        return None
    if hit.has("half") and hour > 12:
        return None
    half = hit.word("half").replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif half not in ("am", "pm") and hour < 12 and _is_second_half(hit.word("part"), hour):
        hour += 12
    return f"T{hour:02}:{':'.join(parts[1:]) or '00'}"


def _is_second_half(part: str, hour: int) -> bool:
    """Whether "9 o'clock in the evening" is behind noon."""
    return part in ("afternoon", "evening", "dusk") or (part == "night" and hour > 5)


_CLAUSE = listed("the that when of before after he she they it we")


def day_part(hit: Hit, context: Context) -> Meaning | None:
    """ "Friday evening", "this morning", "last night", "yesterday afternoon", "the morning of Nov. 5"."""
    part = DAY_PARTS[hit.word("part")]
    shown = hit.lexemes.word(hit.last)
    if shown[0].isupper() and shown.lower() == hit.word("part") and hit.first < hit.last and not shown.isupper():
        return None  # a name: "Saturday Night Live"
    base = day_meaning(hit, context)
    mod = mod_of(hit)
    if base is not None:
        return Meaning("TIME", f"{base.value.partition('T')[0]}{part}", anchor=base.anchor, mod=mod)
    if hit.has("week") or hit.has("month") or hit.has("ord"):
        return None
    rel = hit.word("rel")
    if not rel and hit.after().lower() in _CLAUSE and hit.before().lower() not in ("in", "during"):
        return None  # "the night the line was cut"
    if rel in ("", "that", "same"):
        return on_open_day(hit, context, part)
    if context.published is None:
        return Meaning("TIME", f"XXXX-XX-XX{part}", mod=mod)
    if rel in ("next", "following", "previous"):
        return _on_day_beside(hit, context, -1 if rel == "previous" else 1, part)
    value = unit_value(context.published, "D", -1 if rel == "last" else 0)
    return Meaning("TIME", f"{value}{part}", anchor="document", mod=mod) if value else None


def _on_day_beside(hit: Hit, context: Context, step: int, part: str) -> Meaning | None:
    """ "The next morning": of the day behind the one named last; with none named, nobody says which."""
    day = date.fromisoformat(context.last_day) if context.last_day else None
    if day is None or not context.can_follow(day, hit.start, hit.end):
        return Meaning("TIME", f"XXXX-XX-XX{part}", mod=mod_of(hit), is_vague=True)
    value = unit_value(day, "D", step)
    return Meaning("TIME", f"{value}{part}", anchor="discourse", mod=mod_of(hit)) if value else None


def tonight(hit: Hit, context: Context) -> Meaning | None:
    meaning = named_day(hit, context)
    if meaning is None or hit.word("today") != "tonight":
        return meaning
    return Meaning("TIME", f"{meaning.value}TNI", anchor=meaning.anchor, mod=meaning.mod)


def reference_days(hit: Hit, context: Context) -> Meaning | None:
    """ "these days", "in those days": the present or the past as a whole."""
    if hit.word("unit") != "days":
        return None
    return Meaning("DATE", "PRESENT_REF" if hit.word("rel") == "these" else "PAST_REF", is_vague=True)


DAY = rf"(?:(?P<today>T)|(?=[lxth]?W|M[no])(?:(?P<rel>[lxth])?(?P<week>W))?(?:(?:(?<=W),?)?{MONTH_DAY})?)"


CLOCK = r"(?:(?:(?P<clock>C|n(?=A)|[Y9](?=Z))(?P<half>A)?|(?P<noon>N))Z?(?:id(?P<part>P))?)"


CLOCKS: tuple[Rule, ...] = (
    Rule(
        "clock",
        rf"{PRE}{CLOCK}(?:,?i?{DAY}(?:(?<=W)P)?)?",
        clock,
        yes=("It began at [3 p.m. KST on Tuesday].", "They met at [nine o'clock in the evening on Tuesday]."),
        no=("It ended 25:99.",),
    ),
    Rule(
        "clock behind its day",
        rf"{PRE}{DAY}P?,?{CLOCK}",
        clock,
        yes=("It began [Tuesday 3 p.m.], it was said.",),
    ),
    Rule(
        "clock, day first",
        rf"{PRE}{CLOCK},?i?(?:(?P<week>W),?)?d?{DAY_NUMBER}f?(?P<month>M)(?:,?(?P<year>Y))?",
        clock,
        yes=("It began at [3 p.m. KST on Tuesday, 4 November].", "It began at [18:00 UTC on 4 November]."),
    ),
    Rule(
        "clock, day of the month",
        rf"{PRE}{CLOCK},?id(?P<ord>o)(?:f(?P<rel>[tlx])(?P<unit>u))?",
        clock,
        yes=("It began at [3 p.m. on the 2nd].",),
    ),
    Rule(
        "part of a day of the month",
        r"(?P<pre>k-?|dk?)(?P<part>P)[fi]d(?P<ord>o)(?:f(?P<rel>[tlx])(?P<unit>u))?",
        day_part,
        yes=("They dined on [the evening of the 2nd].", "They dined on [the evening of the 2nd of last month]."),
    ),
    Rule(
        "these days",
        r"(?P<pre>)(?P<rel>@)(?P<unit>U)",
        reference_days,
        yes=("Few travel [these days].",),
    ),
    Rule(
        "part of a day",
        rf"(?P<pre>b?(?:d?[jk](?:f|-)?)?){DAY}(?P<part>P)",
        day_part,
        yes=("They dined [Friday evening].",),
    ),
    Rule(
        "part of this day",
        r"(?P<pre>b?(?:d?[jk](?:f|-)?)?)d?(?P<rel>[lxth])(?P<part>P)",
        day_part,
        yes=("They dined [last night].",),
    ),
    Rule(
        "part of that day",
        rf"(?P<pre>k-?|dk?)(?P<part>P)-?(?:[fi]?{DAY})?",
        day_part,
        yes=("They dined on [the evening of November 2].",),
    ),
    Rule(
        "part of that day, day first",
        rf"(?P<pre>k-?|dk?)(?P<part>P)-?[fi]?(?:(?P<week>W),?)?d?{DAY_NUMBER}f?(?P<month>M)(?:,?(?P<year>Y))?",
        day_part,
        yes=("They dined on [the evening of 2 November].",),
    ),
    Rule("today", rf"{PRE}d?(?P<today>T)", tonight, yes=("They leave [the day after tomorrow].",)),
)
