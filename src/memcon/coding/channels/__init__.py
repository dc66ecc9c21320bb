"""Standing channels: where a text names one, in which session, and what it says of it."""
