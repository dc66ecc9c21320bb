"""From which confidence on what the tagger of attributions found is taken as said. The figure was read off the calibration of its relations
(`training.relations`, the model card), and is applied where statements are shown and where a record's word is looked up."""

from __future__ import annotations

SHOWN_CONFIDENCE = 0.37
"""Statements less sure than this are kept, but shown only when asked for; from here on at least 85 in 100 are right on PolNeAR's
development side (see the model card)."""
