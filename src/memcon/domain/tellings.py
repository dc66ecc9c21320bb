"""How something is told: words of closed lists that records and the analysis of a text share."""

from __future__ import annotations

from typing import Literal

QuoteType = Literal["direct", "indirect", "mixed"]
"""Whether the words are the speaker's own."""

Certainty = Literal["certain", "probable", "possible", "open"]
"""How sure a text makes an event, FactBank's CT, PR, PS and U (Saurí and Pustejovsky 2009)."""
