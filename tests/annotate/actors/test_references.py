"""Whom phrases without a name mean, on trees that are drawn: no parser, so that each condition is met exactly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from memcon.annotate.actors import find_actors
from memcon.annotate.actors.references import References
from memcon.annotate.quotes import QuotedText, find_quotations
from memcon.domain.actors import Actor
from memcon.knowledge.lookup import Knowledge
from tests.notation import read

Names = Callable[..., dict[str, list[str]]]


@pytest.fixture
def named(knowledge: Knowledge) -> Names:
    """A function from a drawn text to what it names: each actor's name and the words of its mentions, in text order."""

    def run(notation: str, publisher: str | None = None, published: str | None = None) -> dict[str, list[str]]:
        annotation = read(notation).annotation
        document = replace(annotation.document, publisher=publisher, published=published)
        quoted = QuotedText(find_quotations(document.text, [block.span for block in document.blocks]))
        actors, _ = find_actors(document, annotation.sentences, annotation.tree, quoted, knowledge)
        return {_label(a): [document.text[m.start : m.end] for m in a.mentions] for a in actors}

    return run


def _label(actor: Actor) -> str:
    return f"{actor.name}, {actor.country}" if actor.country else actor.name


HOLM = "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}."
LIND = "Envoy{NNP compound Lind} Per{NNP compound Lind} Lind{NNP nsubj left} left{VBD:leave}."
ROE = "Minister{NNP compound Roe} Uwe{NNP compound Roe} Roe{NNP nsubj came} came{VBD:come}."
HOLM_MET = "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj met} met{VBD:meet}"
ROE_MET = "Minister{NNP compound Roe} Uwe{NNP compound Roe} Roe{NNP dobj met}"
CASES = [
    # "he" and "she"
    (f"{HOLM}\nShe{{PRP nsubj slept}} slept{{VBD:sleep}}.", {"Ann Holm": ["Minister Ann Holm", "She"]}),
    (f"{HOLM}\nIt rained.\nShe{{PRP nsubj slept}} slept{{VBD:sleep}}.", {"Ann Holm": ["Minister Ann Holm", "She"]}),
    (f"{HOLM}\nIt rained.\nIt rained.\nIt rained.\nShe{{PRP nsubj slept}} slept{{VBD:sleep}}.", {"Ann Holm": ["Minister Ann Holm"]}),
    ("King{NNP compound Omar} Omar{NNP nsubj came} came{VBD:come}.\nShe{PRP nsubj slept} slept{VBD:sleep}.", {"Omar": ["King Omar"]}),
    ("King{NNP compound Omar} Omar{NNP nsubj came} came{VBD:come}.\nHe{PRP nsubj slept} slept{VBD:sleep}.", {"Omar": ["King Omar", "He"]}),
    (
        "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj met} met{VBD:meet} Envoy{NNP compound Lind} Lind{NNP dobj met}.\n"
        "She{PRP nsubj slept} slept{VBD:sleep}.",
        {"Ann Holm": ["Minister Ann Holm", "She"], "Lind": ["Envoy Lind"]},
    ),
    (
        "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj told} told{VBD:tell} Envoy{NNP compound Lind} Lind{NNP dobj told}.\n"
        "She{PRP nsubj slept} slept{VBD:sleep}.",
        {"Ann Holm": ["Minister Ann Holm"], "Lind": ["Envoy Lind"]},
    ),
    (
        "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj met} met{VBD:meet} her{PRP dobj met}.",
        {"Ann Holm": ["Minister Ann Holm"]},
    ),
    (
        "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj lost} lost{VBD:lose} her{PRP$ poss way} way{NN dobj lost}.",
        {"Ann Holm": ["Minister Ann Holm", "her"]},
    ),
    (f"{HOLM}\nIt rained.\nIt rained.\nShe{{PRP nsubj slept}} slept{{VBD:sleep}}.", {"Ann Holm": ["Minister Ann Holm"]}),
    # who says a quotation is not meant in it
    (
        "“She{PRP nsubj was} was{VBD:be ccomp said} brave{JJ acomp was}” , Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj said} said{VBD:say}.",
        {"Ann Holm": ["Minister Ann Holm"]},
    ),
    (
        "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj said} said{VBD:say} “no” .\n“She{PRP nsubj slept} slept{VBD:sleep}.”",
        {"Ann Holm": ["Minister Ann Holm"]},
    ),
    (f"{HOLM}\n“She{{PRP nsubj slept}} slept{{VBD:sleep}}.”", {"Ann Holm": ["Minister Ann Holm", "She"]}),
    # "who"
    ("Minister Ann{NNP compound Holm} Holm{NNP nsubj slept}, who{WP nsubj came} came{VBD:come relcl Holm}, slept{VBD:sleep}.", {"Ann Holm": ["Minister Ann Holm", "who"]}),
    ("Minister Ann{NNP compound Holm} Holm{NNP nsubj slept} like who{WP nsubj came} came{VBD:come relcl Holm}, slept{VBD:sleep}.", {"Ann Holm": ["Minister Ann Holm"]}),
    (
        "Minister Ann{NNP compound Holm} Holm{NNP nsubj met} met{VBD:meet} Envoy Lind{NNP dobj met}, who{WP nsubj slept} slept{VBD:sleep relcl Lind}.\n"
        "She{PRP nsubj left} left{VBD:leave}.",
        {"Ann Holm": ["Minister Ann Holm", "She"], "Lind": ["Envoy Lind", "who"]},
    ),
    ("Officials{NNS nsubj came} who{WP nsubj slept} slept{VBD:sleep relcl Officials} came{VBD:come}.", {"Officials": ["Officials", "who"]}),
    ("Peru{NNP nsubj agreed}, who{WP nsubj slept} slept{VBD:sleep relcl Peru}, agreed{VBD:agree}.", {"Peru, PER": ["Peru"]}),
    (
        "Minister Holm{NNP nsubj saw} saw{VBD:see} Peru{NNP dobj saw}, who{WP nsubj slept} slept{VBD:sleep relcl Peru}.",
        {"Holm": ["Minister Holm"], "Peru, PER": ["Peru"]},
    ),
    # "it"
    (
        "The Harbour{NNP compound Ministry} Ministry{NNP nsubj slept} slept{VBD:sleep}.\n"
        "Peru{NNP nsubj objected} objected{VBD:object} and Chile{NNP nsubj agreed} agreed{VBD:agree conj objected}.\nIt{PRP nsubj left} left{VBD:leave}.",
        {"Harbour Ministry": ["The Harbour Ministry"], "Peru, PER": ["Peru"], "Chile, CHL": ["Chile"]},
    ),
    ("Peru{NNP nsubj agreed} agreed{VBD:agree} as it{PRP nsubj slept} slept{VBD:sleep advcl agreed}.", {"Peru, PER": ["Peru", "it"]}),
    ("Peru{NNP nsubj agreed} agreed{VBD:agree}.\nThey saw its{PRP$ poss port} port{NN dobj saw}.", {"Peru, PER": ["Peru", "its"]}),
    ("Peru{NNP nsubj agreed} agreed{VBD:agree}.\nIt{PRP nsubj seems} seems{VBZ:seem} that he left{VBD:leave ccomp seems}.", {"Peru, PER": ["Peru"]}),
    (
        "Peru{NNP nsubj agreed} agreed{VBD:agree}.\nAs he came{VBD:come ccomp is} it{PRP nsubj is} is{VBZ:be} Lima.",
        {"Peru, PER": ["Peru", "it"]},
    ),
    (f"{HOLM}\nIt{{PRP nsubj signed}} signed{{VBD:sign}}.", {"Ann Holm": ["Minister Ann Holm"]}),
    (
        "Peru{NNP nsubj agreed} agreed{VBD:agree}.\nIn{IN prep signed} spring{NN pobj In} it{PRP nsubj signed} signed{VBD:sign}.",
        {"Peru, PER": ["Peru", "it"]},
    ),
    (
        "Peru{NNP nsubj agreed} agreed{VBD:agree}.\nWe{PRP nsubj slept} slept{VBD:sleep} and it{PRP nsubj signed} signed{VBD:sign conj slept}.",
        {"Peru, PER": ["Peru", "it"]},
    ),
    (
        "Peru{NNP nsubj agreed} agreed{VBD:agree}.\nIt rained.\nIt{PRP nsubj signed} signed{VBD:sign}.",
        {"Peru, PER": ["Peru"]},
    ),
    (
        "Peru{NNP nsubj lost} lost{VBD:lose} its{PRP$ poss port} port{NN dobj lost}.",
        {"Peru, PER": ["Peru", "its"]},
    ),
    ("Peru{NNP nsubj agreed} agreed{VBD:agree}.\nIt{PRP nsubj signed} signed{VBD:sign}.", {"Peru, PER": ["Peru", "It"]}),
    ("Peru{NNP nsubj agreed} agreed{VBD:agree}.\nIt{PRP expl rained} rained{VBD:rain}.", {"Peru, PER": ["Peru"]}),
    ("Peru{NNP nsubj agreed} agreed{VBD:agree}.\nThey saw it{PRP dobj saw}.", {"Peru, PER": ["Peru"]}),
    ("Peru{NNP nsubj agreed} agreed{VBD:agree}.\nIt{PRP nsubj is} is{VBZ:be} clear{JJ acomp is}.", {"Peru, PER": ["Peru"]}),
    ("Peru{NNP nsubj agreed} agreed{VBD:agree}.\nIt{PRP nsubj is} is{VBZ:be} Lima.", {"Peru, PER": ["Peru", "It"]}),
    (
        "Peru{NNP nsubj agreed} agreed{VBD:agree}.\nThe harbour{NN nsubj closed} closed{VBD:close} as it{PRP nsubj burned} burned{VBD:burn advcl closed}.",
        {"Peru, PER": ["Peru"]},
    ),
    (
        "Peru{NNP nsubj met} met{VBD:meet} Chile{NNP dobj met} and it{PRP nsubj signed} signed{VBD:sign conj met}.",
        {"Peru, PER": ["Peru"], "Chile, CHL": ["Chile"]},
    ),
    (
        "Peru{NNP nsubj agreed} agreed{VBD:agree} and Chile{NNP nsubj left} left{VBD:leave conj agreed}.\nIt{PRP nsubj signed} signed{VBD:sign}.",
        {"Peru, PER": ["Peru"], "Chile, CHL": ["Chile"]},
    ),
    # "they"
    (
        "Chad{NNP nsubj slept} slept{VBD:sleep}.\nPeru{NNP nsubj agreed} and{CC cc Peru} Chile{NNP conj Peru} agreed{VBD:agree}.\nThey{PRP nsubj signed} signed{VBD:sign}.",
        {"Chad, TCD": ["Chad"], "Peru, PER": ["Peru", "They"], "Chile, CHL": ["Chile", "They"]},
    ),
    (
        f"{HOLM}\nOfficials{{NNS nsubj slept}} slept{{VBD:sleep}} and Peru{{NNP nsubj left}} left{{VBD:leave conj slept}}.\nThey{{PRP nsubj woke}} woke{{VBD:wake}}.",
        {"Ann Holm": ["Minister Ann Holm"], "Officials": ["Officials", "They"], "Peru, PER": ["Peru"]},
    ),
    (
        "Peru{NNP nsubj agreed} ,{, punct Peru} and{CC cc Peru} Chile{NNP conj Peru} agreed{VBD:agree}.\nThey{PRP nsubj signed} signed{VBD:sign}.",
        {"Peru, PER": ["Peru", "They"], "Chile, CHL": ["Chile", "They"]},
    ),
    (
        "Peru{NNP nsubj agreed} or{CC cc Peru} Chile{NNP conj Peru} agreed{VBD:agree}.\nThey{PRP nsubj signed} signed{VBD:sign}.",
        {"Peru, PER": ["Peru"], "Chile, CHL": ["Chile"]},
    ),
    ("Officials{NNS nsubj came} came{VBD:come} and they{PRP nsubj left} left{VBD:leave conj came}.", {"Officials": ["Officials", "they"]}),
    ("# Officials{NNS nsubj came} came{VBD:come}\nThey{PRP nsubj left} left{VBD:leave}.", {"Officials": ["Officials"]}),
    (
        "Officials{NNS nsubj came} came{VBD:come}.\nThe harbour{NN nsubj closed} closed{VBD:close}.\nThey{PRP nsubj left} left{VBD:leave}.",
        {"Officials": ["Officials", "They"]},
    ),
    (
        "Officials{NNS nsubj came} came{VBD:come}.\nIt rained.\nIt rained.\nThey{PRP nsubj left} left{VBD:leave}.",
        {"Officials": ["Officials"]},
    ),
    (
        "Officials{NNS nsubj came} came{VBD:come}.\nShips{NNS nsubj sank} sank{VBD:sink} and they{PRP nsubj left} left{VBD:leave conj sank}.",
        {"Officials": ["Officials"]},
    ),
    ("Officials{NNS nsubj came} came{VBD:come}.\nThey{PRP nsubj left} left{VBD:leave}.", {"Officials": ["Officials", "They"]}),
    (
        "Peru{NNP nsubj agreed} and{CC cc Peru} Chile{NNP conj Peru} agreed{VBD:agree}.\nThey{PRP nsubj signed} signed{VBD:sign}.",
        {"Peru, PER": ["Peru", "They"], "Chile, CHL": ["Chile", "They"]},
    ),
    ("They saw officials{NNS dobj saw}.\nThey{PRP nsubj left} left{VBD:leave}.", {"officials": ["officials"]}),
    ("Officials{NNS nsubj came} came{VBD:come}.\nIt rained.\nThey{PRP nsubj left} left{VBD:leave}.", {"Officials": ["Officials", "They"]}),
    ("Officials{NNS nsubj came} came{VBD:come}.\nShips{NNS nsubj sank} sank{VBD:sink}.\nThey{PRP nsubj left} left{VBD:leave}.", {"Officials": ["Officials"]}),
    (
        "Officials{NNS nsubj came} came{VBD:come}.\nPeru{NNP nsubj agreed} agreed{VBD:agree}.\nThey{PRP nsubj left} left{VBD:leave}.",
        {"Officials": ["Officials"], "Peru, PER": ["Peru"]},
    ),
    (
        "Officials{NNS nsubj came} came{VBD:come} and envoys{NNS nsubj left} left{VBD:leave conj came}.\nThey{PRP nsubj slept} slept{VBD:sleep}.",
        {"Officials": ["Officials"], "envoys": ["envoys"]},
    ),
    # definite nouns
    (f"{HOLM}\nThe{{DT det minister}} minister{{NN nsubj left}} left{{VBD:leave}}.", {"Ann Holm": ["Minister Ann Holm", "The minister"]}),
    (f"{HOLM}\nThe{{DT det minister}} minister{{NN nsubj left}} of harbours left{{VBD:leave}}.", {"Ann Holm": ["Minister Ann Holm"], "minister": ["The minister"]}),
    (f"{HOLM}\nA{{DT det minister}} minister{{NN nsubj left}} left{{VBD:leave}}.", {"Ann Holm": ["Minister Ann Holm"], "minister": ["A minister"]}),
    (
        f"{HOLM}\nThe{{DT det minister}} deputy{{NN compound minister}} minister{{NN nsubj left}} left{{VBD:leave}}.",
        {"Ann Holm": ["Minister Ann Holm"], "deputy minister": ["The deputy minister"]},
    ),
    (
        "Former{JJ amod Holm} Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det minister} minister{NN nsubj left} left{VBD:leave}.",
        {"Holm": ["Former Minister Holm"], "minister": ["The minister"]},
    ),
    (
        "President{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det leader} leader{NN nsubj left} left{VBD:leave}.",
        {"Holm": ["President Holm", "The leader"]},
    ),
    (
        "Spokeswoman{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det spokesperson} spokesperson{NN nsubj left} left{VBD:leave}.",
        {"Holm": ["Spokeswoman Holm", "The spokesperson"]},
    ),
    (
        f"{HOLM}\n{LIND}\nThe{{DT det minister}} minister{{NN nsubj slept}} slept{{VBD:sleep}}.",
        {"Ann Holm": ["Minister Ann Holm", "The minister"], "Per Lind": ["Envoy Per Lind"]},
    ),
    (
        "The{DT det Ministry} Harbour{NNP compound Ministry} Ministry{NNP nsubj objected} objected{VBD:object}.\nThe{DT det ministry} ministry{NN nsubj left} left{VBD:leave}.",
        {"Harbour Ministry": ["The Harbour Ministry", "The ministry"]},
    ),
    (
        "The{DT det Ministry} Harbour{NNP compound Ministry} Ministry{NNP nsubj objected} objected{VBD:object}.\nThe{DT det army} army{NN nsubj left} left{VBD:leave}.",
        {"Harbour Ministry": ["The Harbour Ministry"], "army": ["The army"]},
    ),
    (
        "Police{NNS nsubj came} came{VBD:come}.\nPolice{NNS nsubj left} left{VBD:leave}.",
        {"Police": ["Police", "Police"]},
    ),
    (
        "Aides{NNS nsubj came} came{VBD:come}.\nAides{NNS nsubj left} left{VBD:leave}.",
        {"Aides": ["Aides"]},
    ),
    (
        'Foreign{NNP compound spokesman} Ministry{NNP compound spokesman} spokesman{NN compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det ministry} ministry{NN nsubj left} left{VBD:leave}.',
        {'Foreign Ministry': ['The ministry']},
    ),
    (
        'Foreign{NNP compound spokesman} Ministry{NNP compound spokesman} spokesman{NN compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det army} army{NN nsubj left} left{VBD:leave}.',
        {'army': ['The army']},
    ),
    (
        'Foreign{NNP compound spokesman} Ministry{NNP compound spokesman} spokesman{NN compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det spokesperson} spokesperson{NN nsubj left} left{VBD:leave}.',
        {'Holm': ['Foreign Ministry spokesman Holm', 'The spokesperson']},
    ),
    (
        'The{DT det government} Holm{NNP compound government} government{NN nsubj resigned} resigned{VBD:resign}.\nThe{DT det administration} administration{NN nsubj left} left{VBD:leave}.',
        {'Holm government': ['The Holm government', 'The administration']},
    ),
    (
        'The{DT det government} Holm{NNP compound government} government{NN nsubj resigned} resigned{VBD:resign}.\nThe{DT det army} army{NN nsubj left} left{VBD:leave}.',
        {'Holm government': ['The Holm government'], 'army': ['The army']},
    ),
    (
        'The{DT det Ministry} Harbour{NNP compound Ministry} Ministry{NNP nsubj objected} objected{VBD:object}.\nThe{DT det government} government{NN nsubj left} left{VBD:leave}.',
        {'Harbour Ministry': ['The Harbour Ministry'], 'government': ['The government']},
    ),
    (
        'Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det leader} leader{NN nsubj left} left{VBD:leave}.',
        {'Holm': ['Minister Holm'], 'leader': ['The leader']},
    ),
    (
        'Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det spokesperson} spokesperson{NN nsubj left} left{VBD:leave}.',
        {'Holm': ['Minister Holm'], 'spokesperson': ['The spokesperson']},
    ),
    (
        'President{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det spokesperson} spokesperson{NN nsubj left} left{VBD:leave}.',
        {'Holm': ['President Holm'], 'spokesperson': ['The spokesperson']},
    ),
    (
        'Spokesman{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det leader} leader{NN nsubj left} left{VBD:leave}.',
        {'Holm': ['Spokesman Holm'], 'leader': ['The leader']},
    ),
    (
        'Peruvian{JJ amod Holm} Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det minister} Chilean{JJ amod minister} minister{NN nsubj left} left{VBD:leave}.',
        {'Holm, PER': ['Peruvian Minister Holm'], 'Chilean minister, CHL': ['The Chilean minister']},
    ),
    (
        'Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThey saw{VBD:see} the{DT det minister} minister{NN dobj saw}',
        {'Holm': ['Minister Holm', 'the minister']},
    ),
    (
        'Peru{NNP nsubj met} met{VBD:meet} Chile{NNP dobj met}.\nIt{PRP nsubj signed} signed{VBD:sign}.',
        {'Peru, PER': ['Peru', 'It'], 'Chile, CHL': ['Chile']},
    ),
    (
        'They saw{VBD:see} Peru{NNP dobj saw} and{CC cc Peru} Chile{NNP conj Peru}.\nThey{PRP nsubj left} left{VBD:leave}.',
        {'Peru, PER': ['Peru'], 'Chile, CHL': ['Chile']},
    ),
    (
        'Peru{NNP nsubj agreed} agreed{VBD:agree} with Chile{NNP dobj agreed}.\nThey{PRP nsubj left} left{VBD:leave}.',
        {'Peru, PER': ['Peru'], 'Chile, CHL': ['Chile']},
    ),
    (
        'Minister{NNP compound Holm} Holm{NNP nsubj met} met{VBD:meet} Envoy{NNP compound Lind} Lind{NNP dobj met}, told{VBD:tell} by nobody.\nHe{PRP nsubj slept} slept{VBD:sleep}.',
        {'Holm': ['Minister Holm', 'He'], 'Lind': ['Envoy Lind']},
    ),
    (
        'Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nHe{PRP nsubj slept} slept{VBD:sleep}.\nShe{PRP nsubj woke} woke{VBD:wake}.',
        {'Holm': ['Minister Holm', 'He']},
    ),
    # whose "his" is in what somebody is thanked for
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj thanked} thanked{VBD:thank} King{NNP compound Omar} Omar{NNP dobj thanked} for{IN prep thanked} his{PRP$ poss help} help{NN pobj for}.",
        {"Holm": ["Minister Holm"], "Omar": ["King Omar", "his"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj voiced} voiced{VBD:voice} gratitude{NN:gratitude dobj voiced} to{IN prep voiced} King{NNP compound Omar} Omar{NNP pobj to} for{IN prep gratitude} his{PRP$ poss help} help{NN pobj for}.",
        {"Holm": ["Minister Holm"], "Omar": ["King Omar", "his"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj voiced} voiced{VBD:voice} gratitude{NN:gratitude dobj voiced} from{IN prep voiced} King{NNP compound Omar} Omar{NNP pobj from} for{IN prep gratitude} his{PRP$ poss life} life{NN pobj for}.",
        {"Holm": ["Minister Holm", "his"], "Omar": ["King Omar"]},
    ),
    # "I" is who says it, in the quotation's sentence or the quotation before
    (
        "“I{PRP nsubj was} was{VBD:be ccomp said} brave{JJ acomp was}” , Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj said} said{VBD:say}.",
        {"Ann Holm": ["I", "Minister Ann Holm"]},
    ),
    # who meets another and who is spoken to may both be "he" that speaks
    (
        "Envoy{NNP compound Lind} Lind{NNP nsubj met} met{VBD:meet} Minister{NNP compound Holm} Holm{NNP dobj met}.\nHe{PRP nsubj said} said{VBD:say} so.",
        {"Lind": ["Envoy Lind"], "Holm": ["Minister Holm"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj slept} slept{VBD:sleep} as they met{VBD:meet advcl slept} Envoy{NNP compound Lind} Lind{NNP dobj met}.\nHe{PRP nsubj said} said{VBD:say} so.",
        {"Holm": ["Minister Holm", "He"], "Lind": ["Envoy Lind"]},
    ),
    # a pronoun looks back only, past no heading, and a subject is one of a verb outside its phrase
    ("They{PRP nsubj left} left{VBD:leave} as officials{NNS nsubj came} came{VBD:come advcl left}.", {"officials": ["officials"]}),
    (
        f"It rained.\n# The harbour closed\n{HOLM}\nShe{{PRP nsubj slept}} slept{{VBD:sleep}}.",
        {"Ann Holm": ["Minister Ann Holm", "She"]},
    ),
    (
        "They saw{VBD:see} Minister Ann{NNP nsubj Holm} Holm{NNP dobj saw} and Envoy Lind{NNP conj Holm}.\nShe{PRP nsubj slept} slept{VBD:sleep}.",
        {"Ann Holm": ["Minister Ann Holm"], "Lind": ["Envoy Lind"]},
    ),
    # "they" may be both sides of the sentence before
    (
        "Peru and Chile met.\nIt rained.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.\nThey{PRP nsubj signed} signed{VBD:sign}.",
        {"Peru, PER": ["Peru", "Both countries", "They"], "Chile, CHL": ["Chile", "Both countries", "They"]},
    ),
    (
        "It rained.\nIt rained.\nIt rained.\nMinister{NNP compound Holm} Holm{NNP nsubj said} said{VBD:say} “no” .\n“I{PRP nsubj slept} slept{VBD:sleep}.”",
        {"Holm": ["Minister Holm", "I"]},
    ),
    (
        f"{HOLM}\nThe{{DT det minister}} minister{{NN nsubj left}}, who{{WP nsubj slept}} slept{{VBD:sleep relcl minister}}, left{{VBD:leave}}.",
        {"Ann Holm": ["Minister Ann Holm", "The minister", "who"]},
    ),
    # a name within the quotation says nothing of it; a row of verbs leads to whom thanks are for
    (
        "“Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come} and{CC cc came} she{PRP nsubj slept} slept{VBD:sleep conj came}.”",
        {"Ann Holm": ["Minister Ann Holm", "she"]},
    ),
    (
        "Minister{NNP compound Moe} Ola{NNP compound Moe} Moe{NNP nsubj congratulated} congratulated{VBD:congratulate} Minister{NNP compound Roe} Uwe{NNP compound Roe} Roe{NNP dobj congratulated}"
        " and{CC cc congratulated} expressed{VBD:express conj congratulated} gratitude{NN dobj expressed} for{IN prep gratitude} his{PRP$ poss help} help{NN pobj for}.",
        {"Ola Moe": ["Minister Ola Moe"], "Uwe Roe": ["Minister Uwe Roe", "his"]},
    ),
    # "who" follows right on whom it means, and begins no text
    ("Who{WP nsubj slept} slept{VBD:sleep} like Minister{NNP compound Holm} Holm{NNP pobj like}.", {"Holm": ["Minister Holm"]}),
    (
        "Minister Ann{NNP compound Holm} Holm{NNP nsubj slept} ( Peru{NNP appos Holm} ), who{WP nsubj came} came{VBD:come relcl Holm}, slept{VBD:sleep}.",
        {"Ann Holm": ["Minister Ann Holm"], "Peru, PER": ["Peru"]},
    ),
    # nobody who is only named behind the pronoun, and not who stands right before it
    ("She{PRP nsubj slept} slept{VBD:sleep} as Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come advcl slept}.", {"Ann Holm": ["Minister Ann Holm"]}),
    ("As Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj came}, they{PRP nsubj slept} slept{VBD:sleep} and came{VBD:come conj slept}.", {"Ann Holm": ["Minister Ann Holm"]}),
    (
        "Officials{NNS nsubj came} came{VBD:come}.\nThe harbour{NN nsubj closed} closed{VBD:close} and they{PRP nsubj left} left{VBD:leave conj closed}.",
        {"Officials": ["Officials"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come} and Envoy{NNP compound Lind} Lind{NNP nsubj left} left{VBD:leave conj came}.\nHe{PRP nsubj slept} slept{VBD:sleep}.",
        {"Holm": ["Minister Holm"], "Lind": ["Envoy Lind"]},
    ),
    # neither an honorific nor an office is of the other sex, wherever it stands
    ("Mr{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nShe{PRP nsubj slept} slept{VBD:sleep}.", {"Holm": ["Mr Holm"]}),
    ("Mr{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nHe{PRP nsubj slept} slept{VBD:sleep}.", {"Holm": ["Mr Holm", "He"]}),
    ("Former{JJ amod Omar} King{NNP compound Omar} Omar{NNP nsubj came} came{VBD:come}.\nShe{PRP nsubj slept} slept{VBD:sleep}.", {"Omar": ["Former King Omar"]}),
    # two who came may come again and again, and are no single person
    (
        "Peru{NNP nsubj agreed} and{CC cc Peru} Chile{NNP conj Peru} agreed{VBD:agree}.\nThey{PRP nsubj signed} signed{VBD:sign}.\nThey{PRP nsubj left} left{VBD:leave}.",
        {"Peru, PER": ["Peru", "They", "They"], "Chile, CHL": ["Chile", "They", "They"]},
    ),
    (
        "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj came} and{CC cc Holm} Minister{NNP compound Lind} Lind{NNP conj Holm} came{VBD:come}.\n"
        "They{PRP nsubj left} left{VBD:leave}.\nShe{PRP nsubj slept} slept{VBD:sleep}.",
        {"Lind": ["Minister Lind", "They"]},
    ),
    (
        "Peru{NNP nsubj agreed} agreed{VBD:agree}.\nIt{PRP nsubj signed} signed{VBD:sign}.\nShe{PRP nsubj slept} slept{VBD:sleep}.",
        {"Peru, PER": ["Peru", "It"]},
    ),
    # joined with one whom nobody knows, "they" stays open
    (
        "Peru{NNP nsubj agreed} and{CC cc Peru} it{PRP conj Peru} agreed{VBD:agree}.\nThey{PRP nsubj signed} signed{VBD:sign}.",
        {"Peru, PER": ["Peru"]},
    ),
    ("Ships{NNS nsubj sank} sank{VBD:sink}.\nThey{PRP nsubj left} left{VBD:leave} officials{NNS dobj left}.", {"officials": ["officials"]}),
    # whose "his" is in what somebody is thanked or blamed for
    *(
        (
            f"Minister{{NNP compound Holm}} Holm{{NNP nsubj {verb}}} {verb}{{VBD:{lemma}}} King{{NNP compound Omar}} Omar{{NNP dobj {verb}}} {word}{{IN prep {verb}}} his{{PRP$ poss help}} help{{NN pobj {word}}}.",
            {"Holm": ["Minister Holm"] + ["his"] * (not is_omar), "Omar": ["King Omar"] + ["his"] * is_omar},
        )
        for verb, lemma, word, is_omar in (
            ("criticized", "criticize", "for", True),
            ("praised", "praise", "for", True),
            ("lauded", "laud", "over", True),
            ("saw", "see", "for", False),
            ("thanked", "thank", "near", False),
        )
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj thanked} thanked{VBD:thank} King{NNP compound Omar} Omar{NNP dobj thanked} for{IN prep thanked} helping{VBG:help pcomp for} him{PRP dobj helping}.",
        {"Holm": ["Minister Holm", "him"], "Omar": ["King Omar"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj thanked} thanked{VBD:thank} King{NNP compound Omar} Omar{NNP dobj thanked} for{IN prep thanked} its{PRP$ poss help} help{NN pobj for}.",
        {"Holm": ["Minister Holm"], "Omar": ["King Omar"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj voiced} voiced{VBD:voice} gratitude{NN:gratitude dobj voiced} with{IN prep voiced} King{NNP compound Omar} Omar{NNP pobj with} for{IN prep gratitude} his{PRP$ poss life} life{NN pobj for}.",
        {"Holm": ["Minister Holm", "his"], "Omar": ["King Omar"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj voiced} voiced{VBD:voice} fear{NN:fear dobj voiced} to{IN prep voiced} King{NNP compound Omar} Omar{NNP pobj to} for{IN prep fear} his{PRP$ poss life} life{NN pobj for}.",
        {"Holm": ["Minister Holm", "his"], "Omar": ["King Omar"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj slept} slept{VBD:sleep} as gratitude{NN:gratitude nsubj went} went{VBD:go advcl slept} to{IN prep went} King{NNP compound Omar} Omar{NNP pobj to}"
        " for{IN prep gratitude} his{PRP$ poss life} life{NN pobj for}.",
        {"Holm": ["Minister Holm", "his"], "Omar": ["King Omar"]},
    ),
    (
        "Minister{NNP compound Moe} Moe{NNP nsubj congratulated} congratulated{VBD:congratulate} Minister{NNP compound Roe} Roe{NNP dobj congratulated} and{CC cc congratulated}"
        " thanked{VBD:thank conj congratulated} King{NNP compound Omar} Omar{NNP dobj thanked} for{IN prep thanked} his{PRP$ poss help} help{NN pobj for}.",
        {"Roe": ["Minister Roe"], "Omar": ["King Omar"]},
    ),
    (
        "Minister{NNP compound Moe} Moe{NNP nsubj left} left{VBD:leave} Minister{NNP compound Roe} Roe{NNP dobj left} as they voiced{VBD:voice advcl left} gratitude{NN dobj voiced}"
        " for{IN prep gratitude} his{PRP$ poss help} help{NN pobj for}.",
        {"Roe": ["Minister Roe"]},
    ),
    # an object is somebody else than the subject of its own verb, and may be that of another
    (
        "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj said} said{VBD:say} Envoy{NNP compound Lind} Lind{NNP nsubj met} met{VBD:meet ccomp said} her{PRP dobj met}.",
        {"Ann Holm": ["Minister Ann Holm", "her"], "Lind": ["Envoy Lind"]},
    ),
    # who is asked something by others asks nobody
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj slept} slept{VBD:sleep} as they told{VBD:tell advcl slept} Envoy{NNP compound Lind} Lind{NNP dobj told}.\nHe{PRP nsubj slept} slept{VBD:sleep}.",
        {"Holm": ["Minister Holm", "He"], "Lind": ["Envoy Lind"]},
    ),
    # "I" is one person who says it, there or in a quotation right before
    (
        "“I{PRP nsubj slept} slept{VBD:sleep}.”\nMinister{NNP compound Holm} Holm{NNP nsubj said} said{VBD:say} “no” .",
        {"Holm": ["Minister Holm"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj said} said{VBD:say} so.\n“I{PRP nsubj slept} slept{VBD:sleep}.”",
        {"Holm": ["Minister Holm"]},
    ),
    (
        "“I{PRP nsubj slept} slept{VBD:sleep ccomp said}” , the{DT det Ministry} Harbour{NNP compound Ministry} Ministry{NNP nsubj said} said{VBD:say}.",
        {"Harbour Ministry": ["the Harbour Ministry"]},
    ),
    (
        "Minister{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj came} and{CC cc Holm} Minister{NNP compound Lind} Lind{NNP conj Holm} came{VBD:come}.\n"
        "“I{PRP nsubj slept} slept{VBD:sleep ccomp said}” , they{PRP nsubj said} said{VBD:say}.",
        {"Ann Holm": ["Minister Ann Holm", "they"], "Lind": ["Minister Lind", "they"]},
    ),
    # a noun refers back and never on; "of" says which person, and of a body nothing
    (
        "The{DT det minister} minister{NN nsubj left} left{VBD:leave}.\n" + HOLM,
        {"minister": ["The minister"], "Ann Holm": ["Minister Ann Holm"]},
    ),
    (
        "The{DT det Ministry} Harbour{NNP compound Ministry} Ministry{NNP nsubj objected} objected{VBD:object}.\n"
        "The{DT det ministry} ministry{NN nsubj slept} of{IN prep ministry} late{RB pcomp of} slept{VBD:sleep}.",
        {"Harbour Ministry": ["The Harbour Ministry", "The ministry"]},
    ),
    # of two ministers in the sentence before the one who does something, not the nearest, unless that one does something too
    *(
        (
            f"{before}\n{The} minister{{NN nsubj slept}} slept{{VBD:sleep}}.",
            {"Ann Holm": ["Minister Ann Holm"] + [f"{The.split('{')[0]} minister"] * (meant == "Holm"), "Uwe Roe": ["Minister Uwe Roe"] + [f"{The.split('{')[0]} minister"] * (meant == "Roe")},
        )
        for The in ("The{DT det minister}",)
        for before, meant in (
            (f"{HOLM_MET} {ROE_MET}.", "Holm"),
            (f"They saw{{VBD:see}} {HOLM_MET.replace('nsubj met} met{VBD:meet}', 'dobj saw}')} as {ROE_MET.replace('dobj met', 'nsubj came')} came{{VBD:come advcl saw}}.", "Roe"),
            (f"{HOLM_MET} {ROE_MET}.\nIt rained.", "Roe"),
            (f"Then met{{VBD:meet}} {HOLM_MET.replace(' met{VBD:meet}', '')} so {ROE_MET}.", "Holm"),
            (f"{HOLM_MET.replace(' met{VBD:meet}', ' gladly met{VBD:meet}')} {ROE_MET}.", "Holm"),
            (f"{HOLM_MET} {ROE_MET} and{{CC cc Roe}} Minister{{NNP compound Lie}} Lie{{NNP conj Roe}}.", "nobody"),
            (f"They saw{{VBD:see}} {HOLM_MET.replace('nsubj met} met{VBD:meet}', 'dobj saw}').replace('Ann{NNP compound', 'Ann{NNP nsubj')} and{{CC cc Holm}} {ROE_MET.replace('dobj met', 'conj Holm')}.", "Roe"),
        )
    ),
    (
        f"{HOLM_MET} {ROE_MET}.\nMinister{{NNP compound Roe}} Roe{{NNP nsubj slept}} slept{{VBD:sleep}} as the{{DT det minister}} minister{{NN nsubj left}} left{{VBD:leave advcl slept}}.",
        {"Ann Holm": ["Minister Ann Holm"], "Uwe Roe": ["Minister Uwe Roe", "Minister Roe", "the minister"]},
    ),
    # of a known state the nearest
    (
        "Peruvian Minister{NNP compound Holm} Holm{NNP nsubj met} met{VBD:meet} Peruvian Minister{NNP compound Roe} Roe{NNP dobj met}.\n"
        "The{DT det minister} Peruvian{JJ amod minister} minister{NN nsubj slept} slept{VBD:sleep}.",
        {"Holm, PER": ["Peruvian Minister Holm"], "Roe, PER": ["Peruvian Minister Roe", "The Peruvian minister"]},
    ),
    (
        "The Harbour{NNP compound Ministry} Ministry{NNP nsubj told} told{VBD:tell} the Trade{NNP compound Ministry#2} Ministry{NNP dobj told} so.\n"
        "The{DT det ministry} ministry{NN nsubj slept} slept{VBD:sleep}.",
        {"Harbour Ministry": ["The Harbour Ministry"], "Trade Ministry": ["the Trade Ministry", "The ministry"]},
    ),
    # by the office: its field, and "the leader" alone means whoever rules
    (
        "Foreign{NNP compound Holm} Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det minister} foreign{JJ amod minister} minister{NN nsubj left} left{VBD:leave}.",
        {"Holm": ["Foreign Minister Holm", "The foreign minister"]},
    ),
    (
        "Trade{NNP compound Holm} Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det minister} foreign{JJ amod minister} minister{NN nsubj left} left{VBD:leave}.",
        {"Holm": ["Trade Minister Holm"]},
    ),
    (
        "President{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det envoy} envoy{NN nsubj left} left{VBD:leave}.",
        {"Holm": ["President Holm"], "envoy": ["The envoy"]},
    ),
    (
        "Minister{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det leader} leader{NN nsubj left} left{VBD:leave}.",
        {"Holm": ["Minister Holm"], "leader": ["The leader"]},
    ),
    # a body by an officer's title: by its last word, where the noun is definite
    (
        "Foreign{NNP compound spokesman} Affairs{NNP compound spokesman} Ministry{NNP compound spokesman} spokesman{NN compound Holm} Holm{NNP nsubj came} came{VBD:come}.\nThe{DT det ministry} ministry{NN nsubj left} left{VBD:leave}.",
        {"Foreign Affairs Ministry": ["The ministry"]},
    ),
    (
        f"{HOLM}\nPolice{{NNS nsubj came}} came{{VBD:come}}.\nPolice{{NNS nsubj left}} left{{VBD:leave}}.",
        {"Ann Holm": ["Minister Ann Holm"], "Police": ["Police", "Police"]},
    ),
    # far down a long text
    (
        "So we all do.\n" * 60 + f"{HOLM_MET} {ROE_MET}.\nThe{{DT det minister}} minister{{NN nsubj slept}} slept{{VBD:sleep}}.",
        {"Ann Holm": ["Minister Ann Holm", "The minister"], "Uwe Roe": ["Minister Uwe Roe"]},
    ),
    # a secretary of state may be the secretary, and is no foreign secretary
    (
        "Secretary{NNP compound Holm} of{IN prep Secretary} State{NNP pobj of} Ann{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\n"
        "The{DT det secretary} secretary{NN nsubj left} left{VBD:leave}.",
        {"Ann Holm": ["Secretary of State Ann Holm", "The secretary"]},
    ),
    (
        "Secretary{NNP compound Holm} of{IN prep Secretary} State{NNP pobj of} Ann{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\n"
        "The{DT det secretary} foreign{JJ amod secretary} secretary{NN nsubj left} left{VBD:leave}.",
        {"Ann Holm": ["Secretary of State Ann Holm"], "foreign secretary": ["The foreign secretary"]},
    ),
    # who is only called secretary may be the foreign secretary
    (
        "Secretary{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\n"
        "The{DT det secretary} foreign{JJ amod secretary} secretary{NN nsubj left} left{VBD:leave}.",
        {"Ann Holm": ["Secretary Ann Holm", "The foreign secretary"]},
    ),
    # whoever is named three times as often as the nearest, and four times at least, leads the text
    *(
        (
            f"{HOLM}\n" * lead + f"{ROE}\n" * near + "The{DT det minister} minister{NN nsubj left} left{VBD:leave}.",
            {
                "Ann Holm": ["Minister Ann Holm"] * lead + ["The minister"] * is_lead,
                "Uwe Roe": ["Minister Uwe Roe"] * near + ["The minister"] * (not is_lead),
            },
        )
        for lead, near, is_lead in ((3, 1, False), (4, 1, True), (5, 1, True), (5, 2, False), (6, 2, True), (7, 2, True))
    ),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "expected"), CASES)
def test_whom_phrases_without_a_name_mean(named: Names, notation: str, expected: dict[str, list[str]]) -> None:
    """Each actor has the mentions that can only mean it; what stays open belongs to nobody."""
    found = named(notation)

    assert {name: mentions for name, mentions in found.items() if name in expected} == expected


RAIN = "It rained.\n"
BOTH_AGREED = "Both countries{NNS nsubj agreed} agreed{VBD:agree}."
SOMALI = "Somali President Holm{NNP nsubj slept} slept{VBD:sleep}"
TWO_OFFICERS = "Somali President Holm{NNP nsubj met} met{VBD:meet} Peruvian Minister Lind{NNP dobj met}."
THREE_LEADERS = "The leaders{NNS nsubj met} of Peru , Kenya and Chad met{VBD:meet}."
SIDES = [
    ("Peru and Chile met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Peru, PER", "Chile, CHL"]),
    ("Peru and Chile met.\nIt rained.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Peru, PER", "Chile, CHL"]),
    ("Peru and Chile met.\nKenya and Chad met.\nIt rained.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Both countries"]),
    (
        "Peru and Chile met.\nKenya and Chad met.\nPeru and Chile left.\nIt rained.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.",
        ["Peru, PER", "Chile, CHL"],
    ),
    ("Peru , Chile and Chad met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Both countries"]),
    ("Peru , Chile and Chad met.\nThe three countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Peru, PER", "Chile, CHL", "Chad, TCD"]),
    ("Peru met with Chile.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Both countries"]),
    # the two parties of a standing channel, not those of one with three
    (
        "The Nuclear Consultative Group met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.",
        ["South Korea, KOR", "United States, USA"],
    ),
    ("The Defense Trilateral Talks opened.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Both countries"]),
    (
        "Defense Minister Holm{NNP nsubj met} met{VBD:meet} Defense Minister Lind{NNP dobj met}.\nThe two ministers{NNS nsubj left} left{VBD:leave}.",
        ["Holm", "Lind"],
    ),
    (
        "Defense Minister Holm{NNP nsubj met} met{VBD:meet} Trade Minister Lind{NNP dobj met}.\nThe two{CD nummod ministers} defence{NN compound ministers} ministers{NNS nsubj left} left{VBD:leave}.",
        ["two defence ministers"],
    ),
    (
        "Former Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nThe two ministers{NNS nsubj left} left{VBD:leave}.",
        ["two ministers"],
    ),
    (
        "Vice President Holm{NNP nsubj met} met{VBD:meet} President Lind{NNP dobj met}.\nThe two leaders{NNS nsubj left} left{VBD:leave}.",
        ["Holm", "Lind"],
    ),
    (
        "Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met} and Minister Voss{NNP conj Lind}.\nThe two ministers{NNS nsubj left} left{VBD:leave}.",
        ["two ministers"],
    ),
    (
        "Minister Voss{NNP nsubj slept} slept{VBD:sleep}.\nIt rained.\nMinister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nThe two ministers{NNS nsubj left} left{VBD:leave}.",
        ["Holm", "Lind"],
    ),
    (
        "Peruvian Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nThe ministers{NNS nsubj left} of Peru and Chile left{VBD:leave}.",
        ["Holm, PER", "Lind, CHL"],
    ),
    (
        "Peruvian Minister Holm{NNP nsubj met} met{VBD:meet} Kenyan Minister Lind{NNP dobj met}.\nThe ministers{NNS nsubj left} of Peru and Chile left{VBD:leave}.",
        ["Chile, CHL", "Peru, PER"],
    ),
    (
        "Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nThe ministers{NNS nsubj left} of Peru and Chile left{VBD:leave}.",
        ["Chile, CHL", "Peru, PER"],
    ),
    ("Peru , Chile and Chad met.\nThe countries{NNS nsubj left} of Peru and Chile left{VBD:leave}.", ["Chile, CHL", "Peru, PER"]),
    (
        "Peru , and the Chile met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.",
        ["Peru, PER", "Chile, CHL"],
    ),
    (
        "Peru , the , and Chile met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.",
        ["Both countries"],
    ),
    (
        "Peru and NATO and Chile met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.",
        ["Both countries"],
    ),
    (
        "Peru - Chile talks failed.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.",
        ["Peru, PER", "Chile, CHL"],
    ),
    (
        "Peru and Chile met , and Kenya and Chad met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.",
        ["Both countries"],
    ),
    (
        "Kenya and Chad met.\nBrazil and Cuba met.\nPeru and Chile met.\nPeru and Chile left.\nIt rained.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.",
        ["Both countries"],
    ),
    (
        "Vice Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nThe two ministers{NNS nsubj left} left{VBD:leave}.",
        ["two ministers"],
    ),
    (
        "Deputy Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nThe two ministers{NNS nsubj left} left{VBD:leave}.",
        ["two ministers"],
    ),
    (
        "Foreign Minister Holm{NNP nsubj met} met{VBD:meet} Secretary of State Lind{NNP dobj met}.\nThe two foreign{JJ amod ministers} ministers{NNS nsubj left} left{VBD:leave}.",
        ["Holm", "Lind"],
    ),
    (
        "President Holm{NNP nsubj met} met{VBD:meet} Prime Minister Lind{NNP dobj met}.\nThe two leaders{NNS nsubj left} left{VBD:leave}.",
        ["Holm", "Lind"],
    ),
    (
        "Minister Voss{NNP nsubj slept} slept{VBD:sleep}.\nMinister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nIt rained.\nThe two ministers{NNS nsubj left} left{VBD:leave}.",
        ["two ministers"],
    ),
    (
        "Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met} and Minister Voss{NNP conj Lind}.\nThe three ministers{NNS nsubj left} left{VBD:leave}.",
        ["Holm", "Lind", "Voss"],
    ),
    (
        "Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met} and Minister Voss{NNP conj Lind}.\nThe four ministers{NNS nsubj left} left{VBD:leave}.",
        ["four ministers"],
    ),
    (
        "Peruvian Minister Holm{NNP nsubj met} met{VBD:meet} Chilean Minister Lind{NNP dobj met}.\nThe ministers{NNS nsubj left} of Peru and Chile left{VBD:leave}.",
        ["Holm, PER", "Lind, CHL"],
    ),
    (
        "Peruvian Minister Holm{NNP nsubj met} met{VBD:meet} Peruvian Minister Lind{NNP dobj met} and Chilean Minister Voss{NNP conj Lind}.\nThe ministers{NNS nsubj left} of Peru and Chile left{VBD:leave}.",
        ["Chile, CHL", "Peru, PER"],
    ),
    (
        "Peruvian Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met} and Minister Voss{NNP conj Lind}.\nThe ministers{NNS nsubj left} of Peru and Chile left{VBD:leave}.",
        ["Chile, CHL", "Peru, PER"],
    ),
    # of the sentence's own pair, without a number, and far down a long text
    ("Peru and Chile met.\nKenya and Chad met as both countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Kenya, KEN", "Chad, TCD"]),
    ("Peru and Chile met.\nThe allies{NNS nsubj agreed} agreed{VBD:agree}.", ["Peru, PER", "Chile, CHL"]),
    ("Peru , Chile and Chad met.\nThe allies{NNS nsubj agreed} agreed{VBD:agree}.", ["allies"]),
    ("So we all do.\n" * 60 + "Peru and Chile met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Peru, PER", "Chile, CHL"]),
    (
        "Minister Voss{NNP nsubj slept} slept{VBD:sleep}.\nMinister Holm met Minister Lind and the two ministers{NNS nsubj left} left{VBD:leave}.",
        ["Holm", "Lind"],
    ),
    # "the two men" are whoever holds an office, two ministers are ministers
    ("Minister Holm{NNP nsubj met} met{VBD:meet} Envoy Lind{NNP dobj met}.\nThe two men{NNS nsubj left} left{VBD:leave}.", ["Holm", "Lind"]),
    ("Former Minister Holm{NNP nsubj met} met{VBD:meet} Envoy Lind{NNP dobj met}.\nThe two men{NNS nsubj left} left{VBD:leave}.", ["two men"]),
    ("Minister Holm{NNP nsubj met} met{VBD:meet} Envoy Lind{NNP dobj met}.\nThe two ministers{NNS nsubj left} left{VBD:leave}.", ["two ministers"]),
    ("King Holm{NNP nsubj met} met{VBD:meet} President Lind{NNP dobj met}.\nThe two leaders{NNS nsubj left} left{VBD:leave}.", ["Holm", "Lind"]),
    # "the two" alone are just as many officers as are named beside them, none of whom was further back
    ("It rained.\nMinister Holm{NNP nsubj met} met{VBD:meet} Envoy Lind{NNP dobj met}.\nThe two{CD nsubj left} left{VBD:leave}.", ["Holm", "Lind"]),
    ("Minister Holm{NNP nsubj met} met{VBD:meet} Envoy Lind{NNP dobj met} and Envoy Voss{NNP conj Lind}.\nThe two{CD nsubj left} left{VBD:leave}.", ["the two"]),
    ("Minister Holm{NNP nsubj met} met{VBD:meet} Envoy Lind{NNP dobj met}.\nIt rained.\nThe two{CD nsubj left} left{VBD:leave}.", ["the two"]),
    ("It rained.\nPeru and Chile met.\nThe two{CD nsubj left} left{VBD:leave}.", ["Peru, PER", "Chile, CHL"]),
    ("Peru and Chile met.\nIt rained.\nThe two{CD nsubj left} left{VBD:leave}.", ["the two"]),
    # a minister of another field is none of "the two defence ministers", whatever the spelling
    ("Defense Minister Holm{NNP nsubj met} met{VBD:meet} Defence Minister Lind{NNP dobj met}.\nThe two{CD nummod ministers} defence{NN compound ministers} ministers{NNS nsubj left} left{VBD:leave}.", ["Holm", "Lind"]),
    ("Foreign Minister Holm{NNP nsubj met} met{VBD:meet} Secretary of Defense Lind{NNP dobj met}.\nThe two foreign{JJ amod ministers} ministers{NNS nsubj left} left{VBD:leave}.", ["two foreign ministers"]),
    # the last one's state is told by the others'
    (
        "Peruvian Minister Holm{NNP nsubj met} met{VBD:meet} Chilean Minister Voss{NNP dobj met} and Minister Lind{NNP conj Voss}.\nThe ministers{NNS nsubj left} of Peru , Chile and Chad left{VBD:leave}.",
        ["Holm, PER", "Lind, TCD", "Voss, CHL"],
    ),
    # the pair of the sentence before is meant before the text's own, which may be told second
    ("Peru and Chile met.\nPeru and Chile left.\nKenya and Chad met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Kenya, KEN", "Chad, TCD"]),
    ("Kenya and Chad met.\nPeru and Chile met.\nPeru and Chile left.\nIt rained.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Peru, PER", "Chile, CHL"]),
    ("Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nIt rained.\nIt rained.\nThe two ministers{NNS nsubj left} left{VBD:leave}.", ["Holm", "Lind"]),
    ("Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nBoth ministers{NNS nsubj left} left{VBD:leave}.", ["Holm", "Lind"]),
    # a pair of names of several words, named more often than another
    ("South Korea and Chile met.\nPeru and Chad met.\nPeru and Chad left.\nIt rained.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Peru, PER", "Chad, TCD"]),
    ("The Nuclear Consultative Group met.\nPeru and Chad met.\nPeru and Chad left.\nIt rained.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Peru, PER", "Chad, TCD"]),
    # whom the subject of the sentence before meant, where that only names two before a noun; not where the own sentence names them
    ("Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nThe two ministers{NNS nsubj saw} saw{VBD:see} Peru{NNP compound talks} -{HYPH punct Peru} Chile{NNP compound talks} talks{NNS dobj saw}.\nBoth sides{NNS nsubj agreed} agreed{VBD:agree}.", ["Holm", "Lind"]),
    ("Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nThe two ministers{NNS nsubj saw} saw{VBD:see} Peru and Chile.\nBoth sides{NNS nsubj agreed} agreed{VBD:agree}.", ["Peru, PER", "Chile, CHL"]),
    # nothing joins two names that only stand side by side
    ("Peru Chile met.\nBoth countries{NNS nsubj agreed} agreed{VBD:agree}.", ["Both countries"]),
    # not a pair that is only told behind them
    ("It rained.\nBoth countries{NNS:country nsubj agreed} agreed{VBD:agree} when Peru{NNP nsubj met} and{CC cc Peru} Chile{NNP conj Peru} met{VBD:meet}.", ["Both countries"]),
    # else just as many states as are named near by their officers or as subjects: in a sentence not too far back, or in two that follow each other
    (f"{TWO_OFFICERS}\n{BOTH_AGREED}", ["Peru, PER", "Somalia, SOM"]),
    (f"{TWO_OFFICERS}\n{RAIN * 3}{BOTH_AGREED}", ["Peru, PER", "Somalia, SOM"]),
    (f"{TWO_OFFICERS}\n{RAIN * 4}{BOTH_AGREED}", ["Both countries"]),
    (f"{SOMALI}.\nPeruvian Minister Lind{{NNP nsubj left}} left{{VBD:leave}}.\n{BOTH_AGREED}", ["Peru, PER", "Somalia, SOM"]),
    (f"{SOMALI}.\nSouth Korea{{NNP nsubj left}} left{{VBD:leave}}.\n{BOTH_AGREED}", ["Somalia, SOM", "South Korea, KOR"]),
    (f"{SOMALI} in{{IN prep slept}} Kenya{{NNP pobj in}}.\n{BOTH_AGREED}", ["Both countries"]),
    (f"{SOMALI} as{{IN mark met}} Minister Roe{{NNP nsubj met}} met{{VBD:meet advcl slept}} Lind{{NNP dobj met}}.\n{BOTH_AGREED}", ["Both countries"]),
    (f"Chad{{NNP nsubj left}} left{{VBD:leave}}.\n{TWO_OFFICERS}\n{BOTH_AGREED}", ["Peru, PER", "Somalia, SOM"]),
    (f"Chad{{NNP nsubj left}} left{{VBD:leave}} as{{IN mark met}} {TWO_OFFICERS}\n{BOTH_AGREED}", ["Both countries"]),
    (f"{TWO_OFFICERS}\nThe three countries{{NNS nsubj agreed}} agreed{{VBD:agree}}.", ["three countries"]),
    ("It rained.\nBoth countries{NNS nsubj sent} sent{VBD:send} Somali President Holm{NNP dobj sent} to{IN prep sent} Peruvian Minister Lind{NNP pobj to}.", ["Both countries"]),
    # of pairs that are joined nobody knows which, unless one of them is named so
    (f"Somalia and Peru met.\nKenya and Chad met.\n{TWO_OFFICERS}\nIt rained.\n{BOTH_AGREED}", ["Peru, PER", "Somalia, SOM"]),
    (f"Togo and Mali met.\nKenya and Chad met.\n{TWO_OFFICERS}\nIt rained.\n{BOTH_AGREED}", ["Both countries"]),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "expected"), SIDES)
def test_whom_phrases_of_sides_mean(named: Names, notation: str, expected: list[str]) -> None:
    """Both countries are the pair of this sentence, the one before, or the text's own; two persons are those of that office."""
    found = named(notation)
    last = notation.splitlines()[-1].partition("{")[0].split()[-1]

    assert sorted(name for name, mentions in found.items() if any(last in m.split() for m in mentions)) == sorted(
        expected
    )


@pytest.mark.parametrize(
    ("notation", "words", "expected"),
    [
        # in the sentence itself what stands before, and only all of them
        ("Somali President Holm{NNP nsubj told} told{VBD:tell} Peruvian Minister Lind{NNP dobj told} that both countries{NNS nsubj agreed} agreed{VBD:agree ccomp told}.", "both countries", ["Peru, PER", "Somalia, SOM"]),
        (f"{TWO_OFFICERS}\nChad{{NNP nsubj told}} told{{VBD:tell}} both countries{{NNS dobj told}}.", "both countries", ["Peru, PER", "Somalia, SOM"]),
        ("Minister Holm{NNP nsubj met} met{VBD:meet} Minister Lind{NNP dobj met}.\nThe two ministers{NNS nsubj left} left{VBD:leave}.\nAt Peru{NNP compound talks} -{HYPH punct Peru} Chile{NNP compound talks} talks{NNS dep agreed} both sides{NNS nsubj agreed} agreed{VBD:agree}.", "both sides", ["Chile, CHL", "Peru, PER"]),
        # of those of the same noun the ones told last, where just as many are counted
        (f"{THREE_LEADERS}\nThe three leaders{{NNS nsubj agreed}} agreed{{VBD:agree}}.", "The three leaders", ["Chad, TCD", "Kenya, KEN", "Peru, PER"]),
        (f"{THREE_LEADERS}\nThe leaders{{NNS nsubj met}} of Togo , Ghana and Mali met{{VBD:meet}}.\nThe three leaders{{NNS nsubj agreed}} agreed{{VBD:agree}}.", "The three leaders", ["Ghana, GHA", "Mali, MLI", "Togo, TGO"]),
        (f"The three leaders{{NNS nsubj agreed}} agreed{{VBD:agree}}.\n{THREE_LEADERS}", "The three leaders", ["three leaders"]),
        (f"{THREE_LEADERS}\nThe leaders{{NNS nsubj agreed}} agreed{{VBD:agree}}.", "The leaders", ["Chad, TCD", "Kenya, KEN", "Peru, PER"]),
        (f"{THREE_LEADERS}\nIt rained.\nIt rained.\nIt rained.\nIt rained.\nThe leaders{{NNS nsubj agreed}} agreed{{VBD:agree}}.", "The leaders", ["leaders"]),
        (f"{THREE_LEADERS}\nThe two leaders{{NNS nsubj agreed}} agreed{{VBD:agree}}.", "The two leaders", ["two leaders"]),
        (f"{THREE_LEADERS}\nThe four leaders{{NNS nsubj agreed}} agreed{{VBD:agree}}.", "The four leaders", ["four leaders"]),
        (f"{THREE_LEADERS}\nThe three ministers{{NNS nsubj agreed}} agreed{{VBD:agree}}.", "The three ministers", ["three ministers"]),
    ],
)  # fmt: skip
def test_whom_sides_mean_that_were_told_apart(named: Names, notation: str, words: str, expected: list[str]) -> None:
    """Officers named shortly before stand for their states, leaders told together for theirs."""
    assert sorted(name for name, mentions in named(notation).items() if words in mentions) == expected


def test_how_far_back_a_noun_refers() -> None:
    """To the phrases before it, nearest first, and at most to so many."""
    refs = References(doc=None, phrases=(), clusters=[], sides=None)  # type: ignore[arg-type]

    assert [] == list(refs.before(0))
    assert [2, 1, 0] == list(refs.before(3))
    assert (499, 100, 400) == (refs.before(500)[0], refs.before(500)[-1], len(refs.before(500)))


BOTH = (
    "American{JJ amod President} President{NNP compound Holm} Ann{NNP compound Holm} Holm{NNP nsubj came} came{VBD:come}.\n"
    "Chadian{JJ amod President} President{NNP compound Roe} Uwe{NNP compound Roe} Roe{NNP nsubj came} came{VBD:come}.\n"
)


@pytest.mark.parametrize(
    ("office", "publisher", "meant"),
    [
        ("President", "The White House", "Ann Holm, USA"),
        ("President", "Ministry of Foreign Affairs of Japan", "Uwe Roe, TCD"),
        ("President", "The Harbour Gazette", "Uwe Roe, TCD"),
        ("President", None, "Uwe Roe, TCD"),
        ("president", "The White House", "Uwe Roe, TCD"),
    ],
)
def test_an_office_alone_is_of_the_house_that_publishes(
    named: Names, knowledge: Knowledge, office: str, publisher: str | None, meant: str
) -> None:
    """A government's own text calls its own president "the President", whoever else is one; a newspaper means the one it spoke of last."""
    found = named(f"{BOTH}The{{DT det {office}}} {office}{{NNP nsubj left}} left{{VBD:leave}}.", publisher)

    assert f"The {office}" in found[meant]


@pytest.mark.parametrize(
    ("office", "publisher", "published", "country"),
    [
        ("President", "The White House", "2022-05-12", "USA"),
        ("President", "The White House", None, None),
        ("president", "The White House", "2022-05-12", None),
        ("Premier", "The White House", "2022-05-12", None),
        ("President", "The Harbour Gazette", "2022-05-12", None),
    ],
)
def test_the_president_of_whom_a_governments_text_names_none(
    named: Names, office: str, publisher: str, published: str | None, country: str | None
) -> None:
    """Who bears the office of the house that publishes is of its state, though nobody is named; of any other office that stays open."""
    found = named(f"The{{DT det {office}}} {office}{{NNP nsubj left}} left{{VBD:leave}}.", publisher, published)

    assert list(found) == [f"{office}, {country}" if country else office]
