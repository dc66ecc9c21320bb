"""An example of what a package may add to memcon: a source, a reader and an export format."""
