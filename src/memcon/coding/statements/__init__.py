"""Who says what: attribution relations as statement records, and whose word another record rests on."""
