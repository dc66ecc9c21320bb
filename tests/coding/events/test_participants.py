"""Who takes part, by each construction, in sentences with drawn syntax."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.participants import collect_participants
from memcon.coding.events.roles import strongest
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Office
from memcon.domain.records import Participant
from memcon.domain.spans import Span
from tests.coding.events.scenes import scene

SOTO, HOLM = "[person:Soto|BOL]", "[person:Holm|DNK]"


def roles(drawn: str, **over: object) -> dict[str, str]:
    """The participants' names with their roles."""
    return roles_in(scene(drawn, **over))  # type: ignore[arg-type]


def roles_in(found: Scene) -> dict[str, str]:
    """The participants' names with their roles in a scene."""
    names = {a.id: a.name for a in found.index.annotation.actors}
    return {names[p.actor]: p.role for p in collect_participants(found)}


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        # the noun phrase
        (
            "Talks{NNS:talk nsubjpass held} between{IN prep talks} [state:Peru|PER]{NNP pobj between} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} were{VBD:be auxpass held} held{VBN:hold} .",
            {"Peru": "participant", "Chad": "participant"},
        ),
        (
            "A{DT det visit} visit{NN nsubjpass planned} by{IN prep visit} [person:Soto|BOL]{NNP pobj by} was{VBD:be auxpass planned} planned{VBN:plan} .",
            {"Soto": "visitor"},
        ),
        (
            "Talks{NNS:talk nsubjpass held} about{IN prep talks} [state:Peru|PER]{NNP pobj about} were{VBD:be auxpass held} held{VBN:hold} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP poss visit} 's{POS case soto} visit{NN nsubj ended} ended{VBD:end} .",
            {"Soto": "visitor"},
        ),
        (
            "[time:Monday=2024-05-13]{NNP poss talks} talks{NNS:talk nsubj ended} ended{VBD:end} .",
            {},
        ),
        (
            "Talks{NNS:talk nsubj ended} led{VBN:lead acl talks} by{IN agent led} [person:Soto|BOL]{NNP pobj by} ended{VBD:end} .",
            {"Soto": "lead"},
        ),
        (
            "Talks{NNS:talk nsubj ended} praised{VBN:praise acl talks} by{IN agent praised} [person:Soto|BOL]{NNP pobj by} ended{VBD:end} .",
            {},
        ),
        (
            "They{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} , led{VBN:lead advcl held} by{IN agent led} [person:Soto|BOL]{NNP pobj by} .",
            {"Soto": "lead"},
        ),
        (
            "Led{VBN:lead advcl held} by{IN agent led} [person:Soto|BOL]{NNP pobj by} they{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} .",
            {},
        ),
        (
            "Leading{VBG:lead advcl held} by{IN agent leading} [person:Soto|BOL]{NNP pobj by} they{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} .",
            {},
        ),
        # the subject of the carrying verb
        (
            "[person:Soto|BOL]{NNP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj hosted} hosted{VBD:host} talks{NNS:talk dobj hosted} .",
            {"Soto": "host"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj began} began{VBD:begin} a{DT det visit} visit{NN dobj began} .",
            {"Soto": "visitor"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj welcomed} welcomed{VBD:welcome} talks{NNS:talk dobj welcomed} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj praised} praised{VBD:praise} talks{NNS:talk dobj praised} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj put} put{VBD:put} off{RP prt put} talks{NNS:talk dobj put} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj put} put{VBD:put} out{RP prt put} talks{NNS:talk dobj put} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj resumed} resumed{VBD:resume} talks{NNS:talk dobj resumed} between{IN prep talks} [state:Peru|PER]{NNP pobj between} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} .",
            {"Peru": "participant", "Chad": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj resumed} resumed{VBD:resume} talks{NNS:talk dobj resumed} between{IN prep talks} [state:Peru|PER]{NNP pobj between} .",
            {"Soto": "participant", "Peru": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj resumed} resumed{VBD:resume} talks{NNS:talk dobj resumed} between{IN prep talks} rivals{NNS:rival pobj between} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj hosted} hosted{VBD:host} talks{NNS:talk dobj hosted} between{IN prep talks} [state:Peru|PER]{NNP pobj between} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} .",
            {"Soto": "host", "Peru": "participant", "Chad": "participant"},
        ),
        # the passive, and what gathers its parties
        (
            "The{DT det summit} summit{NN nsubjpass led} was{VBD:be auxpass led} led{VBN:lead} by{IN agent led} [person:Soto|BOL]{NNP pobj by} .",
            {"Soto": "lead"},
        ),
        (
            "The{DT det summit} summit{NN nsubjpass praised} was{VBD:be auxpass praised} praised{VBN:praise} by{IN agent praised} [person:Soto|BOL]{NNP pobj by} .",
            {},
        ),
        (
            "The{DT det summit} summit{NN nsubj led} led{VBD:lead} by{IN prep led} [person:Soto|BOL]{NNP pobj by} .",
            {},
        ),
        (
            "The{DT det summit} summit{NN nsubj brought} brought{VBD:bring} [person:Soto|BOL]{NNP dobj brought} and{CC cc soto} [person:Holm|DNK]{NNP conj soto} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "The{DT det summit} summit{NN nsubj angered} angered{VBD:anger} [person:Soto|BOL]{NNP dobj angered} .",
            {},
        ),
        # behind a preposition
        (
            "[person:Soto|BOL]{NNP nsubj said} said{VBD:say} so{RB advmod said} at{IN prep said} a{DT det summit} summit{NN pobj at} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj smiled} smiled{VBD:smile} at{IN prep smiled} a{DT det summit} summit{NN pobj at} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj smiled} and{CC cc soto} [person:Holm|DNK]{NNP conj soto} smiled{VBD:smile} at{IN prep smiled} a{DT det summit} summit{NN pobj at} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[state:Peru|PER]{NNP nsubj smiled} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} smiled{VBD:smile} at{IN prep smiled} a{DT det summit} summit{NN pobj at} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj smiled} and{CC cc soto} [person:Holm|DNK]{NNP conj soto} smiled{VBD:smile} after{IN prep smiled} a{DT det summit} summit{NN pobj after} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj said} said{VBD:say} so{RB advmod said} after{IN prep said} a{DT det summit} summit{NN pobj after} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj said} said{VBD:say} so{RB advmod said} after{IN prep said} a{DT det visit} visit{NN pobj after} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj said} said{VBD:say} so{RB advmod said} before{IN prep said} a{DT det summit} summit{NN pobj before} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj withdrew} withdrew{VBD:withdraw} from{IN prep withdrew} talks{NNS:talk pobj from} .",
            {"Soto": "absent"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj called} called{VBD:call} for{IN prep called} talks{NNS:talk pobj for} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj received} received{VBD:receive} [person:Holm|DNK]{NNP dobj received} for{IN prep received} a{DT det summit} summit{NN pobj for} .",
            {"Soto": "host", "Holm": "visitor"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj joined} joined{VBD:join} [person:Holm|DNK]{NNP dobj joined} for{IN prep joined} talks{NNS:talk pobj for} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj asked} asked{VBD:ask} [person:Holm|DNK]{NNP dobj asked} during{IN prep asked} a{DT det meeting} meeting{NN pobj during} to{TO aux go} go{VB xcomp asked} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj asked} asked{VBD:ask} [state:Chad|TCD]{NNP dobj asked} during{IN prep asked} a{DT det meeting} meeting{NN pobj during} to{TO aux go} go{VB xcomp asked} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubjpass told} was{VBD:be auxpass told} told{VBN:tell} by{IN agent told} [person:Holm|DNK]{NNP pobj by} during{IN prep told} a{DT det meeting} meeting{NN pobj during} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubjpass told} was{VBD:be auxpass told} told{VBN:tell} during{IN prep told} a{DT det meeting} meeting{NN pobj during} that{IN mark rained} it{PRP nsubj rained} rained{VBD:rain ccomp told} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj hugged} hugged{VBD:hug} [person:Holm|DNK]{NNP dobj hugged} during{IN prep hugged} a{DT det meeting} meeting{NN pobj during} .",
            {},
        ),
        (
            "[group:Farmers]{NNS nsubj said} said{VBD:say} so{RB advmod said} at{IN prep said} a{DT det summit} summit{NN pobj at} .",
            {},
        ),
        (
            "[group:Peruvians|PER]{NNS nsubj said} said{VBD:say} so{RB advmod said} at{IN prep said} a{DT det summit} summit{NN pobj at} .",
            {"Peruvians": "participant"},
        ),
        # the arguments of a verb
        (
            "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} [person:Holm|DNK]{NNP dobj met} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubjpass received} was{VBD:be auxpass received} received{VBN:receive} by{IN agent received} [person:Holm|DNK]{NNP pobj by} .",
            {"Soto": "visitor", "Holm": "host"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj visited} visited{VBD:visit} [person:Holm|DNK]{NNP dobj visited} .",
            {"Soto": "visitor", "Holm": "host"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj visited} visited{VBD:visit} [state:Chad|TCD]{NNP dobj visited} .",
            {"Soto": "visitor"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj spoke} spoke{VBD:speak} with{IN prep spoke} [person:Holm|DNK]{NNP pobj with} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        # company
        (
            "[person:Soto|BOL]{NNP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} in{IN prep held} Lima{NNP pobj in} with{IN prep held} [person:Holm|DNK]{NNP pobj with} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} in{IN prep held} Lima{NNP pobj in} without{IN prep held} [person:Holm|DNK]{NNP pobj without} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj visited} visited{VBD:visit} [state:Chad|TCD]{NNP dobj visited} together{RB advmod visited} with{IN dep together} [person:Holm|DNK]{NNP pobj with} .",
            {"Soto": "visitor", "Holm": "visitor"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj praised} praised{VBD:praise} talks{NNS:talk dobj praised} in{IN prep praised} Lima{NNP pobj in} with{IN prep praised} [person:Holm|DNK]{NNP pobj with} .",
            {},
        ),
        (
            "Talks{NNS:talk nsubj began} began{VBD:begin} with{IN prep began} [person:Holm|DNK]{NNP pobj with} .",
            {"Holm": "participant"},
        ),
        # who does a thing beside the event
        (
            "[person:Soto|BOL]{NNP nsubj began} began{VBD:begin} work{NN dobj began} after{IN prep began} a{DT det visit} visit{NN pobj after} .",
            {},
        ),
        (
            "The{DT det team} team{NN nsubjpass led} was{VBD:be auxpass led} led{VBN:lead} by{IN agent led} [person:Soto|BOL]{NNP pobj by} after{IN prep led} talks{NNS:talk pobj after} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj pulled} pulled{VBD:pull} out{IN prep pulled} of{IN prep out} talks{NNS:talk pobj of} .",
            {"Soto": "absent"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj sent} sent{VBD:send} [person:Holm|DNK]{NNP dative sent} flowers{NNS:flower dobj sent} during{IN prep flowers} a{DT det meeting} meeting{NN pobj during} to{TO aux warn} warn{VB xcomp sent} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj helped} helped{VBD:help} [person:Holm|DNK]{NNP dobj helped} before{IN prep helped} a{DT det meeting} meeting{NN pobj before} to{TO aux go} go{VB xcomp helped} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj helped} helped{VBD:help} [person:Holm|DNK]{NNP dobj helped} during{IN prep helped} a{DT det visit} visit{NN pobj during} to{TO aux go} go{VB xcomp helped} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj joined} joined{VBD:join} [person:Holm|DNK]{NNP dobj joined} before{IN prep joined} talks{NNS:talk pobj before} .",
            {},
        ),
        (
            "[person:Lind]{NNP nsubj said} said{VBD:say} so{RB advmod said} at{IN prep said} a{DT det summit} summit{NN pobj at} .",
            {"Lind": "participant"},
        ),
        (
            "[organization:Board]{NNP nsubj said} said{VBD:say} so{RB advmod said} at{IN prep said} a{DT det summit} summit{NN pobj at} .",
            {"Board": "participant"},
        ),
        # company on this verb or the one above it
        (
            "[person:Soto|BOL]{NNP nsubj agreed} agreed{VBD:agree} with{IN prep agreed} [person:Holm|DNK]{NNP pobj with} to{TO aux hold} hold{VB xcomp agreed} talks{NNS:talk dobj hold} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj agreed} agreed{VBD:agree} with{IN prep agreed} [person:Holm|DNK]{NNP pobj with} to{TO aux try} try{VB xcomp agreed} to{TO aux hold} hold{VB xcomp try} talks{NNS:talk dobj hold} .",
            {"Soto": "participant"},
        ),
        (
            "They{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} in{IN prep held} Lima{NNP pobj in} between{IN prep held} [person:Soto|BOL]{NNP pobj between} and{CC cc soto} [person:Holm|DNK]{NNP conj soto} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} after{IN prep held} [person:Holm|DNK]{NNP pobj after} .",
            {"Soto": "participant"},
        ),
        (
            "They{PRP nsubj chose} chose{VBD:choose} between{IN prep chose} [person:Soto|BOL]{NNP pobj between} and{CC cc soto} [person:Holm|DNK]{NNP conj soto} to{TO aux hold} hold{VB xcomp chose} talks{NNS:talk dobj hold} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj received} received{VBD:receive} [person:Holm|DNK]{NNP dobj received} with{IN prep received} [person:Vik|NOR]{NNP pobj with} .",
            {"Soto": "host", "Holm": "visitor"},
        ),
        # what else may stand there
        (
            "Talks{NNS:talk nsubj ended} with{IN dep ended} [person:Holm|DNK]{NNP pobj with} ended{VBD:end} .",
            {"Holm": "participant"},
        ),
        (
            "Talks{NNS:talk nsubj ended} of{IN dep ended} [person:Holm|DNK]{NNP pobj of} ended{VBD:end} .",
            {},
        ),
        (
            "Talks{NNS:talk nsubj ended} in{IN prep talks} Oslo{NNP pobj in} between{IN prep talks} [person:Holm|DNK]{NNP pobj between} ended{VBD:end} .",
            {"Holm": "participant"},
        ),
        (
            "Talks{NNS:talk nsubj ended} involving{VBG acl talks} [person:Holm|DNK]{NNP dobj involving} ended{VBD:end} .",
            {"Holm": "participant"},
        ),
        (
            "They{PRP nsubj met} met{VBD:meet} of{IN prep met} [person:Holm|DNK]{NNP pobj of} .",
            {},
        ),
        (
            "They{PRP nsubj praised} praised{VBD:praise} [person:Holm|DNK]{NNP poss met} met{VBD:meet} .",
            {},
        ),
        (
            "The{DT det summit} summit{NN attr was} was{VBD:be} there{EX expl was} led{VBN:lead advcl was} by{IN agent led} [person:Soto|BOL]{NNP pobj by} .",
            {},
        ),
        (
            "It{PRP nsubj was} was{VBD:be} a{DT det summit} summit{NN attr was} , led{VBN:lead advcl was} by{IN agent led} [person:Soto|BOL]{NNP pobj by} .",
            {},
        ),
        (
            "The{DT det summit} summit{NN nsubj ended} ended{VBD:end} , led{VBN:lead advcl ended} by{IN agent led} [person:Soto|BOL]{NNP pobj by} .",
            {"Soto": "lead"},
        ),
        (
            "The{DT det summit} summit{NN nsubj ended} ended{VBD:end} , led{VBN:lead conj ended} by{IN agent led} [person:Soto|BOL]{NNP pobj by} .",
            {},
        ),
        (
            "They{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} , led{VBN:lead acl held} by{IN agent led} [person:Soto|BOL]{NNP pobj by} .",
            {"Soto": "lead"},
        ),
        (
            "They{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} , leading{VBG:lead advcl held} by{IN agent leading} [person:Soto|BOL]{NNP pobj by} .",
            {},
        ),
        (
            "They{PRP nsubj left} left{VBD:leave} after{IN prep left} talks{NNS:talk pobj after} , led{VBN:lead advcl left} by{IN agent led} [person:Soto|BOL]{NNP pobj by} .",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubjpass met} was{VBD:be auxpass met} met{VBN:meet} by{IN agent met} [person:Holm|DNK]{NNP pobj by} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} by{IN prep met} [person:Holm|DNK]{NNP pobj by} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj visited} visited{VBD:visit} Lima{NNP dobj visited} and{CC cc lima} [person:Holm|DNK]{NNP conj lima} .",
            {"Soto": "visitor", "Holm": "host"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj visited} visited{VBD:visit} [person:Holm|DNK]{NNP dobj visited} and{CC cc holm} [person:Lund|DNK]{NNP conj holm} .",
            {"Soto": "visitor", "Holm": "host", "Lund": "host"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj visited} visited{VBD:visit} Lima{NNP dobj visited} .",
            {"Soto": "visitor"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} [person:Holm|DNK]{NNP dobj met} and{CC cc holm} [person:Lund|DNK]{NNP conj holm} .",
            {"Soto": "participant", "Holm": "participant", "Lund": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} with{IN prep met} [person:Holm|DNK]{NNP pobj with} .",
            {"Soto": "participant", "Holm": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} near{IN prep met} [person:Holm|DNK]{NNP pobj near} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj travelled} travelled{VBD:travel} to{IN prep travelled} [state:Chad|TCD]{NNP pobj to} .",
            {"Soto": "visitor"},
        ),
        (
            "[state:Peru|PER]{NNP nsubj imposed} imposed{VBD:impose} sanctions{NNS:sanction dobj imposed} on{IN prep sanctions} [state:Chad|TCD]{NNP pobj on} .",
            {"Peru": "subject", "Chad": "participant"},
        ),
        (
            "[state:Peru|PER]{NNP nsubj imposed} imposed{VBD:impose} sanctions{NNS:sanction dobj imposed} of{IN prep sanctions} [state:Chad|TCD]{NNP pobj of} .",
            {"Peru": "subject"},
        ),
        (
            "[state:Peru|PER]{NNP nsubj imposed} imposed{VBD:impose} sanctions{NNS:sanction dobj imposed} and{CC cc sanctions} tariffs{NNS:tariff conj sanctions} on{IN prep tariffs} [state:Chad|TCD]{NNP pobj on} .",
            {"Peru": "subject"},
        ),
        (
            "[state:Peru|PER]{NNP nsubj imposed} imposed{VBD:impose} sanctions{NNS:sanction dobj imposed} against{IN appos sanctions} [state:Chad|TCD]{NNP pobj against} .",
            {"Peru": "subject"},
        ),
        (
            "[state:Peru|PER]{NNP nsubj met} met{VBD:meet} the{DT det friends} friends{NNS:friend dobj met} with{IN prep friends} [state:Chad|TCD]{NNP pobj with} .",
            {"Peru": "participant"},
        ),
        (
            "The{DT det meeting} meeting{NN nsubj ended} of{IN dep ended} [person:Holm|DNK]{NNP pobj of} ended{VBD:end} .",
            {},
        ),
        (
            "The{DT det meeting} meeting{NN nsubj ended} of{IN prep meeting} [person:Holm|DNK]{NNP pobj of} ended{VBD:end} .",
            {"Holm": "participant"},
        ),
        (
            "They{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held}",
            {},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} with{IN prep met} him{PRP pobj with} and{CC cc with} near{IN conj with} [person:Lund|DNK]{NNP pobj near} .",
            {"Soto": "participant", "Lund": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} with{IN prep met} him{PRP pobj with} and{CC cc with} saw{VBD:see conj with} [person:Lund|DNK]{NNP dobj saw} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} with{IN prep met} him{PRP pobj with} and{CC cc with} under{IN dep with} [person:Lund|DNK]{NNP pobj under} .",
            {"Soto": "participant"},
        ),
        (
            "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} among{IN prep met} [person:Holm|DNK]{NNP pobj among} .",
            {"Soto": "participant"},
        ),
    ],
)
def test_each_construction_names_its_participants(drawn: str, expected: dict[str, str]) -> None:
    """Whoever the sentence names in a role, and nobody else."""
    assert expected == roles(drawn)


@pytest.mark.parametrize(
    ("between", "expected"), [(22, {"Soto": "visitor", "Holm": "visitor"}), (23, {"Soto": "visitor"})]
)
def test_company_is_told_of_near_the_verb(between: int, expected: dict[str, str]) -> None:
    """ "visited Chad … together with Holm", at most twenty-four words behind the verb."""
    rest = "so " * between
    drawn = f"[person:Soto|BOL]{{NNP nsubj visited}} visited{{VBD:visit}} [state:Chad|TCD]{{NNP dobj visited}} {rest}together{{RB advmod visited}} with{{IN dep together}} [person:Holm|DNK]{{NNP pobj with}} ."

    assert expected == roles(drawn)


ATTEND = "[person:Soto|BOL]{NNP nsubj attend} will{MD aux attend} not{RB neg attend} attend{VB} the{DT det summit} summit{NN dobj attend} ."
HOLD = "[person:Soto|BOL]{NNP nsubj hold} will{MD aux hold} not{RB neg hold} hold{VB} talks{NNS:talk dobj hold} ."
VISIT = "[person:Soto|BOL]{NNP nsubj refused} refused{VBD:refuse} to{TO aux visit} visit{VB xcomp refused} [state:Chad|TCD]{NNP dobj visit} ."
RECEIVE = "[person:Soto|BOL]{NNP nsubj refused} refused{VBD:refuse} to{TO aux receive} receive{VB xcomp refused} [person:Holm|DNK]{NNP dobj receive} ."
SAY = "[person:Soto|BOL]{NNP nsubj speak} will{MD aux speak} not{RB neg speak} declare{VB:declare} it{PRP dobj declare} at{IN prep declare} the{DT det summit} summit{NN pobj at} ."


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("A{DT det sign} sign{NN} that{IN mark held} they{PRP nsubj held} held{VBD:hold acl sign} talks{NNS:talk dobj held}", {"Peru": "participant", "Chad": "participant"}),
        ("No{DT det house} house{NN} that{IN mark held} they{PRP nsubj held} held{VBD:hold acl house} talks{NNS:talk dobj held}", {"Peru": "participant", "Chad": "participant"}),
        ("No{DT det sign} sign{NN} that{IN mark held} they{PRP nsubj held} held{VBD:hold acl sign} talks{NNS:talk dobj held}", {}),
        ("No{DT det sign} sign{NN} that{IN mark said} he{PRP nsubj said} said{VBD:say relcl sign} they{PRP nsubj held} held{VBD:hold ccomp said} talks{NNS:talk dobj held}", {"Peru": "participant", "Chad": "participant"}),
    ],
)  # fmt: skip
def test_of_what_there_is_no_sign_nobody_takes_part_in(before: str, expected: dict[str, str]) -> None:
    """Where the sign stands right over the event; another verb between tells of it itself."""
    row = "between{IN prep talks} [state:Peru|PER]{NNP pobj between} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} ."

    assert expected == roles(f"{before} {row}")


def test_who_does_not_come_is_absent_or_has_declined() -> None:
    """ "will not attend" is absent, "refuses to attend" declined; who calls a visit off, or will hold no talks, was to take part; a host stays the host."""
    assert {"Soto": "absent"} == roles(ATTEND, attend=[("negation", "not")])
    assert {"Soto": "absent"} == roles(ATTEND, attend=[("prevention", "not")])
    assert {"Soto": "declined"} == roles(ATTEND, attend=[("refusal", "not")])
    assert {"Soto": "declined"} == roles(ATTEND, attend=[("exclusion", "not")])
    assert {"Soto": "participant"} == roles(ATTEND, attend=[("failure", "not")])
    assert {"Soto": "participant"} == roles(ATTEND, attend=[("expectation", "will")])
    assert {"Soto": "participant"} == roles(HOLD, hold=[("negation", "not")], talks=[("negation", "not")])
    assert {"Soto": "participant"} == roles(HOLD, hold=[("refusal", "not")], talks=[("cancellation", "hold")])
    assert {"Soto": "declined"} == roles(HOLD, hold=[("refusal", "not")], talks=[("negation", "not")])
    assert {"Soto": "host"} == roles(ATTEND.replace("attend", "host"), host=[("negation", "not")])
    assert {"Soto": "declined"} == roles(VISIT, visit=[("refusal", "refused")])
    assert {"Soto": "visitor"} == roles(VISIT, visit=[("failure", "refused")])
    assert {"Soto": "host", "Holm": "visitor"} == roles(RECEIVE, receive=[("refusal", "refused")])


@pytest.mark.parametrize(
    ("verb", "noun", "over", "expected"),
    [
        ("abandoned", "plans", "plans", {"Soto": "visitor"}),
        ("extended", "plans", "plans", {}),
        ("abandoned", "plans", "abandoned", {}),
    ],
)
def test_who_plans_a_visit_is_the_visitor(verb: str, noun: str, over: str, expected: dict[str, str]) -> None:
    """ "abandoned plans for a visit", not who extends an invitation to another; the plan must be over the visit."""
    lemma = {"abandoned": "abandon", "extended": "extend"}[verb]
    drawn = f"[person:Soto|BOL]{{NNP nsubj {verb}}} {verb}{{VBD:{lemma}}} {noun}{{NNS:plan dobj {verb}}} for{{IN prep {noun}}} a{{DT det visit}} visit{{NN pobj for}} ."

    assert expected == roles(drawn, visit=[("arrangement", over)])


def test_a_counterpart_who_is_named_next_is_one_person() -> None:
    """ "his counterpart, Holm" is Holm alone; a counterpart without a name stands."""
    met = "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} his{PRP$ poss counterpart} [person:counterpart|DNK]{NN dobj met}"

    assert {"Soto": "participant", "Holm": "participant"} == roles(
        f"{met} , [person:Holm|DNK]{{NNP appos counterpart}} ."
    )
    assert {"Soto": "participant"} == roles(f"{met} [person:Holm|DNK]{{NNP appos counterpart}} .")
    assert {"Soto": "participant", "counterpart": "participant"} == roles(f"{met} .")
    assert {"Soto": "participant", "counterpart": "participant"} == roles(met)


def test_a_counterpart_may_be_told_in_several_words() -> None:
    """ "his Danish counterpart, Holm" is Holm alone; two names in a row are two persons, and so is who is named further on."""
    met = "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} his{PRP$ poss counterpart} [person:Danish counterpart|DNK]{NN dobj met}"
    row = "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} [person:Lind|SWE]{NNP dobj met} , [person:Holm|DNK]{NNP conj lind} and{CC cc holm} [person:Vik|NOR]{NNP conj holm} ."

    assert {"Soto": "participant", "Holm": "participant"} == roles(
        f"{met} , [person:Holm|DNK]{{NNP appos counterpart}} ."
    )
    assert {"Soto": "participant", "Danish counterpart": "participant"} == roles(
        f"{met} on{{IN prep met}} [person:Holm|DNK]{{NNP pobj on}} ."
    )
    assert {"Soto": "participant", "Lind": "participant", "Holm": "participant", "Vik": "participant"} == roles(row)


def test_who_is_in_the_name_of_a_session_does_not_take_part_by_it() -> None:
    """ "the Nordic Board's Dialogue": neither the body in the name is a party, nor is anybody but it left out; a plain noun has no name."""
    drawn = "The{DT det talks} [organization:Board]{NNP poss talks} talks{NNS:talk nsubj began} with{IN prep talks} [person:Holm|DNK]{NNP pobj with} began{VBD:begin} ."
    noun = scene(drawn)
    wide = replace(noun.trigger, first=noun.anchor - 1)

    assert {"Board": "participant", "Holm": "participant"} == roles_in(noun)
    assert {"Board": "participant", "Holm": "participant"} == roles_in(replace(noun, trigger=wide))
    assert {"Holm": "participant"} == roles_in(replace(noun, trigger=replace(wide, form="channel")))


@pytest.mark.parametrize(
    ("known", "stated", "expected"),
    [
        ("Foreign Minister", None, "Foreign Minister"),
        ("Foreign Minister", "Minister", "Foreign Minister"),
        ("Foreign Minister", "Chancellor", "Chancellor"),
        ("Foreign Minister", "Foreign Minister of Denmark", "Foreign Minister of Denmark"),
        (None, "Minister", "Minister"),
        (None, None, None),
    ],
)
def test_a_participant_has_the_office_that_tells_more(
    known: str | None, stated: str | None, expected: str | None
) -> None:
    """The one that is stated here, unless it is a part of the one that the document gives."""
    assert [expected] == offices(known, stated)


def test_an_office_said_of_several_is_not_stated_of_each() -> None:
    """ "Ministers Holm and Lind", told as one: each keeps the office that the document gives; who is not known has what is stated."""
    assert ["Foreign Minister", None] == offices("Foreign Minister", "Ministers", ("nobody",))
    assert [None, None] == offices(None, "Ministers", ("nobody",))
    assert ["Minister"] == offices("Foreign Minister", "Minister", is_known=False)


def offices(
    known: str | None, stated: str | None, others: tuple[str, ...] = (), *, is_known: bool = True
) -> list[str | None]:
    """The offices of the one who attends, and of `others` named together with him: `known` from the document, `stated` at the place."""
    found = scene(
        "[person:Holm|DNK]{NNP nsubj attended} attended{VBD:attend} the{DT det summit} summit{NN dobj attended} ."
    )
    annotation = found.index.annotation
    [holm], [mention] = annotation.actors, annotation.mentions
    holm = replace(holm, offices=(Office(title=known),) if known is not None else ())
    mention = replace(mention, actors=(*mention.actors, *others), office=stated)
    told = replace(annotation, actors=(holm,) if is_known else (), mentions=(mention,))
    return [p.office for p in collect_participants(replace(found, index=TextIndex(told)))]


def test_the_most_telling_role_stays() -> None:
    """Of two for one actor the later one in the order of roles; of equal ones the first."""
    here, there = Span(0, 1), Span(2, 3)
    told = [
        Participant(actor="a", role="participant", span=here),
        Participant(actor="a", role="lead", span=there),
        Participant(actor="a", role="host", span=here),
        Participant(actor="b", role="visitor", span=here),
        Participant(actor="b", role="visitor", span=there),
    ]

    assert [("a", "lead", there), ("b", "visitor", here)] == [(p.actor, p.role, p.span) for p in strongest(told)]
