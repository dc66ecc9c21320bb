"""Frozen records; standard library only. The vocabulary is that of docs/reference/data-model.md."""
