"""Event records: where a text speaks of an event, what it says of it, and which mentions are the same one."""
