"""The command line: each command takes arguments, calls `ingest` or `query`, and prints what `report` makes of it. Decides nothing itself."""
