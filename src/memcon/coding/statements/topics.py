"""What a statement is about: the records of the document that its content names, by the words that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.coding.channels.naming import ChannelMention
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Channel, Commitment, Process, Statement


def with_topics(
    index: TextIndex,
    statements: Iterable[Statement],
    events: Mapping[int, str],
    mentions: Sequence[ChannelMention],
    channels: Sequence[Channel],
    worded: Sequence[Commitment | Process],
) -> tuple[Statement, ...]:
    """`statements` with the ids of what their content names, in text order: events and channels by the tokens that name them, commitments
    and processes where their words stand in it."""
    known, named = {channel.id for channel in channels}, dict(events)
    for mention in mentions:
        if mention.channel_id in known:
            named.update(dict.fromkeys(range(mention.first, mention.last + 1), mention.channel_id))
    return tuple(replace(s, about=tuple(dict.fromkeys(_named_in(index, s, named, worded)))) for s in statements)


def _named_in(
    index: TextIndex, statement: Statement, named: Mapping[int, str], worded: Sequence[Commitment | Process]
) -> Iterator[str]:
    for span in statement.content_spans:
        yield from (named[i] for i in index.inside(span) if i in named)
    for record in worded:
        words = record.text if isinstance(record, Commitment) else record.name
        if words in statement.content_text:
            yield record.id
