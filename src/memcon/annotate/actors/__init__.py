"""Takes a parsed document and packs, gives its actors and where it names them; never shows an actor that the text does not name."""

from memcon.annotate.actors.acronyms import find_acronyms
from memcon.annotate.actors.find import find_actors

__all__ = ["find_acronyms", "find_actors"]
