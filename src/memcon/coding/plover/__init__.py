"""Takes the predicates of a text; gives PLOVER rows: who does what to whom, by type and mode, whether or not it is an event of diplomacy."""
