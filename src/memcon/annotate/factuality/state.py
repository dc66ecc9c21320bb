"""What a word makes of the event in its reach, as a value that is passed down a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from memcon.annotate.factuality.lexicon import SIGNATURES
from memcon.domain.annotation import Factuality, Operator, OperatorKind
from memcon.domain.tellings import Certainty
from memcon.domain.tokens import Time

_RANK: dict[Certainty, int] = {certainty: n for n, certainty in enumerate(get_args(Certainty))}


@dataclass(frozen=True, slots=True)
class State:
    """How much of an event is fact so far; see `Factuality`. A finite clause starts from `FACT`."""

    is_negative: bool = False
    time: Time = "open"
    operators: tuple[Operator, ...] = ()
    certainty: Certainty = "certain"

    def under(self, kind: OperatorKind, token: int) -> State:
        """What stands under one more operator. Two negatives cancel out ("did not refuse to"); the weaker certainty holds."""
        signature = SIGNATURES[kind]
        return State(
            self.is_negative != signature.is_negative,
            "future" if signature.is_future else self.time,
            (Operator(kind, token), *self.operators),
            max(self.certainty, signature.certainty, key=_RANK.__getitem__),
        )

    def unsettled(self) -> State:
        """What was arranged once, and may have come otherwise."""
        return replace(self, certainty=max(self.certainty, "possible", key=_RANK.__getitem__))

    def at(self, time: Time) -> State:
        return self if self.time == time else replace(self, time=time)

    def of(self, token: int) -> Factuality:
        return Factuality(
            token=token,
            is_negative=self.is_negative,
            certainty=self.certainty,
            time=self.time,
            operators=self.operators,
        )


FACT = State()
