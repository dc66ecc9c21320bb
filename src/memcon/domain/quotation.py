"""Quotation marks as texts have them."""

from __future__ import annotations

from collections.abc import Mapping

PAIRS: Mapping[str, str] = {
    "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "‘": "’", '"': '"', "＂": "＂", "〝": "〞", "'": "'",
}  # fmt: skip
"""Opening mark to closing mark. 《 》 mark titles, not speech, and are left out."""
APOSTROPHE = "'"
"""The mark that is more often none."""
