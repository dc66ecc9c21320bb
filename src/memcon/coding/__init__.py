"""Takes an annotation; gives a reading: events, channels, statements and the other records, each with its evidence.
Never looks outside the document and the packs, and never says what the text does not."""

from __future__ import annotations

from memcon.codebook import load_codebook
from memcon.coding.channels.mentions import find_channels
from memcon.coding.channels.records import find_channel_records
from memcon.coding.commitments import find_commitments
from memcon.coding.commitments import keeping as undertakings
from memcon.coding.events.keeping import BY_RULES, load_keeper
from memcon.coding.events.records import find_events
from memcon.coding.joining import join_readings
from memcon.coding.leaning import Part
from memcon.coding.places import Places
from memcon.coding.plover.records import PloverReading, Told, find_codes, load_weights
from memcon.coding.positions import find_positions
from memcon.coding.positions import keeping as stances
from memcon.coding.positions.holders import Holders
from memcon.coding.precedents import Lands, find_precedents
from memcon.coding.processes import find_processes
from memcon.coding.statements.attribution import Attributions
from memcon.coding.statements.collective import Encounters, with_parties
from memcon.coding.statements.first_persons import first_persons, with_first_persons
from memcon.coding.statements.records import find_statements
from memcon.coding.statements.topics import with_topics
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Annotation
from memcon.domain.parts import not_read
from memcon.domain.plain import restore
from memcon.domain.reading import Reading
from memcon.domain.records import Commitment, Process
from memcon.knowledge import Knowledge


def code(
    annotation: Annotation,
    knowledge: Knowledge,
    *,
    is_learned: bool = True,
    plover: PloverReading = "rules",
    has_reasons: bool = False,
) -> Reading:
    """All records that `annotation` yields, in text order, with their places in the document as it came.

    Which events are kept is decided by what was learned, or without `is_learned` by rules alone; `has_reasons` tells why. `plover` says how
    acts are coded: by rules, by rules and what was learned, or not at all.
    """
    index = TextIndex(annotation)
    places = Places(index, knowledge)
    channels = find_channels(index, places)
    attributions = Attributions(index)
    spoken = first_persons(index, attributions)
    speaking = TextIndex(annotation, spoken=spoken, lands=places.lands, peoples=places.describing)
    part: Part = "by_rules" if annotation.leanings is None else "with_encoder"
    keeper = load_keeper() if is_learned else BY_RULES
    held = stances.load_keeper(part) if is_learned else stances.BY_RULES
    bound = undertakings.load_keeper(part) if is_learned else undertakings.BY_RULES
    found = find_events(speaking, places, load_codebook(), channels, attributions, keeper, has_reasons=has_reasons)
    processes = find_processes(index, places, attributions)
    channel_records = find_channel_records(index, channels, places)
    encounters = Encounters(index, found.events)
    holders = Holders(speaking, attributions, encounters, home=knowledge.land_of(annotation.document.publisher))
    commitments = find_commitments(speaking, holders, found.by_token, bound)
    statements = with_parties(index, find_statements(index, attributions), encounters)
    positions = find_positions(speaking, attributions, holders, {**processes.by_token, **found.by_token}, held)
    worded: tuple[Commitment | Process, ...] = (*commitments, *processes.processes)
    told = Told(
        events=found.events,
        by_token=found.by_token,
        statements=statements,
        positions=positions,
        commitments=commitments,
    )
    reading = Reading(
        document=annotation.document,
        times=annotation.times,
        actors=with_first_persons(annotation.actors, spoken),
        channels=channel_records,
        events=found.events,
        statements=with_topics(index, statements, found.by_token, channels, channel_records, worded),
        positions=positions,
        commitments=commitments,
        processes=processes.processes,
        precedents=find_precedents(speaking, found.events, found.by_token, Lands(places, channels)),
        codes=() if plover == "off" else find_codes(speaking, told, load_weights() if plover == "learned" else None),
        problems=tuple(not_read(annotation.document.ref, span) for span in annotation.unread),
        considered=found.considered,
    )
    return restore(reading)


__all__ = ["code", "join_readings"]
