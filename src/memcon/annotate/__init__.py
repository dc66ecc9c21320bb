"""Takes a document, gives its annotation: tokens, times, actors, attributions. The only package that knows spaCy; codes no event and
decides nothing across documents."""

from memcon.annotate.annotator import Annotator, Learned

__all__ = ["Annotator", "Learned"]
