"""What the day of publication tells of an event's time: what a document tells as done was done by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from memcon.codebook import load_codebook
from memcon.coding.events.mentions import EventMention
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import Interval, edtf_of, interval_of
from memcon.domain.records import Event, When
from memcon.lexicon import words

_AHEAD_IN_IT = words("ahead_in_a_unit")
_WEEK = 7
_DIGITS_OF_YEAR = 4


def by_publication(index: TextIndex, event: Event, mentions: Sequence[EventMention]) -> Event:
    """The event; as news without a time no later than the publication, and what was done in a week that was not over then no later either."""
    today = index.published
    if today is None or event.status is None:
        return event
    status = load_codebook().statuses.of(event.status)
    if status.is_ahead and event.when is not None and _is_long_over(event.when, today):
        return replace(event, when=None)
    if not status.is_happening:
        return event
    if event.when is not None:
        return replace(event, when=_until(event.when, today)) if event.status == "held" else event
    news = next((m for m in mentions if _is_news(index, m)), None)
    if news is None or event.year is not None:
        return event
    span = index.span(news.trigger.first, news.trigger.last)
    when = When(edtf=f"../{today.end.isoformat()}", text=span.of(index.text), span=span, basis="published")
    return replace(event, when=when)


def _is_long_over(when: When, today: Interval) -> bool:
    """Whether a time was over more than a week before the publication: what still lies ahead then can't have been at it ("it would look into the
    murder of an envoy four years ago"). A text that names the year itself is believed: it may be older than its publication."""
    days = interval_of(when.edtf)
    is_named = any(word.isdigit() and len(word) == _DIGITS_OF_YEAR for word in when.text.replace(",", " ").split())
    return not is_named and days is not None and days.end < today.start - timedelta(days=_WEEK)


def _until(when: When, today: Interval) -> When:
    """ "Met twice this week", told on a Wednesday: the days up to it. A month or a year is told as such."""
    days = interval_of(when.edtf)
    is_ahead = any(when.text.lower().startswith(words_ahead) for words_ahead in _AHEAD_IN_IT)
    if is_ahead or days is None or not 1 < days.days <= _WEEK or not days.start <= today.end < days.end:
        return when
    return replace(when, edtf=edtf_of(Interval(days.start, today.end)))


def _is_news(index: TextIndex, mention: EventMention) -> bool:
    """Whether a mention is told as news: in a headline, in the present ("are holding talks", "have met"), or by the main verb of the first sentence."""
    verb = mention.clause.verb
    if mention.in_title or verb is None or mention.clause.relation == "preposition":
        return mention.in_title
    is_lasting = index.tree.is_perfect(verb) and not any(
        index.tree.lower(i) == "had" for i in index.tree.auxiliaries(verb)
    )
    return is_lasting or index.tree.tense(verb) == "present" or opens_the_text(index, verb)


def opens_the_text(index: TextIndex, verb: int) -> bool:
    """Whether a verb is the main one of the first sentence that is no headline ("President A spoke with B.")."""
    sentence = index.tokens[verb].sentence
    before = (s.first for s in index.annotation.sentences[:sentence])
    return index.tokens[verb].dep == "ROOT" and all(index.is_heading(i) for i in before)
