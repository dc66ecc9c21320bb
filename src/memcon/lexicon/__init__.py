"""The words of a language by class: one folder a language, one table a class, each with sentences that are its tests.

Takes the name of a class and a language; gives its words as a frozen set, or what each of them stands for as a mapping. Never looks at a text.

A table in `<language>/<room>.toml` is a class:

    [postponing]
    means = "moves what was arranged to a later day"        # required: what the words do, in one line
    words = "postpone delay"                                # words parted by white space, or a list where a word has blanks
    by = { later = "defer", open = ["put off"] }            # or: words by what they stand for (`values` gives word → "later")
    values = { adjourn = 3 }                                # or: what each word stands for
    of = ["delaying"]                                       # or, or besides: all words of other classes
    sentences = ["The ministers [delayed] their talks."]    # the words of the class are exactly those in brackets

`<language>/verbs.toml` has each verb once, with all the classes it is in and, behind a colon, what it stands for there:
`postpone = ["delaying", "moving:later"]`. Words are lower case;
a verb stands as its lemma. A sentence without brackets shows a use that is none of the class's. `tests/lexicon` holds every sentence against
its class, and asks that each word stands in one.
"""

from memcon.lexicon.tables import WordClass, classes, languages, values, words

__all__ = ["WordClass", "classes", "languages", "values", "words"]
