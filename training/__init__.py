"""How the models that memcon ships are made: run by a developer, never at run time."""
