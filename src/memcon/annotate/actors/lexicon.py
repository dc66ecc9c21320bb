"""The words by which English tells who acts, by name. What each class holds, and its sentences, stand in `lexicon/en` (titles, bodies, groups, names,
actors). Sectors are PLOVER's (PLOVER codebook, "Actor sectors")."""

from __future__ import annotations

from memcon.lexicon import values, words
from memcon.lexicon.marks import marked, sectors

TITLE_SECTOR = sectors("office_nouns")
"""The noun at the core of a title, and the sector of who bears it."""
TITLES_OF_SEVERAL = {"secretaries", *(f"{noun}s" for noun in TITLE_SECTOR)}
ABBREVIATED_TITLES = values("abbreviated_titles")
HONORIFICS = words("honorifics")
QUALIFIERS = values("office_qualifiers")
"""Words that qualify an office, and the qualifier they state; an empty one leaves the office as it is."""
TITLE_MODIFIERS = words("title_modifiers")
PORTFOLIO = words("portfolio")
"""What a minister or an office may be of: "Secretary of Defense", "Ministry of Foreign Affairs"."""
BEHIND_TITLE = words("behind_a_title")
NAMING_TITLES = marked("office_nouns", "name")
"""Nouns of titles that are common parts of names too."""

ORGANIZATION_HEADS = sectors("body_nouns")
"""The noun at the core of an organization's name, and its sector."""
ORGANIZATION_NOMINALS = marked("body_nouns", "nominal") | words("other_body_nouns")
"""Nouns that, with "the", stand for a body already named."""
NEVER_ACTOR_HEADS = words("never_actors")
NOUN_SURNAMES = marked("never_actors", "surname") | words("surnames_that_are_nouns")
"""Words that are common surnames too, and so may end or begin a name although they are nouns of places and events."""

GROUP_NOUNS = sectors("people")
"""Plural nouns that name people or bodies without naming who they are."""
SIDE_NOUNS = marked("people", "side") | words("other_sides")
"""What "both …" and "the two …" may be said of, when it means the sides of a dealing."""
STATE_SIDE_NOUNS = marked("people", "state") | marked("other_sides", "state")

PARTICLES = words("name_particles")
NAME_SUFFIXES = words("name_suffixes")
COMPOUND_PARTICIPLES = words("compound_ends")
NEVER_NAMES = words("never_names")
"""Capitalised words that never begin, end or make a person's name."""

ARTICLES = words("article")
POSSESSIVES = words("possessive_marks")
POSSESSIVE_S = words("possessive_s")
LOCATIVE_PREPOSITIONS = words("locative_prepositions")
DEEDS = words("deeds_of_people")
"""Verbs whose subject is someone who can act."""
