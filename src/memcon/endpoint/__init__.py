"""Asks a language model at an endpoint that speaks OpenAI's chat completions, and keeps its answers by what was asked."""

from __future__ import annotations

from memcon.endpoint.answers import Answer, Kept
from memcon.endpoint.client import AskError, Endpoint, checked_address

__all__ = ["Answer", "AskError", "Endpoint", "Kept", "checked_address"]
