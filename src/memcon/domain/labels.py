"""The names of the sets of labels that words are asked for, in the schemes of spaCy's English pipelines.

Whoever moves memcon to a parser of other labels has this page and `memcon.domain.tree` to write again. A set stands here when it tells something of grammar; one
that only one rule needs stands with that rule.

Sources: Universal POS tags (Petrov, Das and McDonald 2012), the tags of the Penn Treebank (Santorini 1990), the dependency labels of ClearNLP (Choi and
Palmer 2012) and the entity labels of OntoNotes 5.
"""

from __future__ import annotations

# Parts of speech (Universal POS)
VERBAL = frozenset({"VERB", "AUX"})
"""What heads a clause."""
NOMINAL = frozenset({"NOUN", "PROPN"})
SUBSTANTIVE = frozenset({"NOUN", "PROPN", "PRON"})
"""What can stand for somebody or something."""
NAMES_AND_PRONOUNS = frozenset({"PROPN", "PRON"})
ADPOSITIONS = frozenset({"ADP", "SCONJ"})
"""Prepositions, as the tagger has them: "before" before a clause is a conjunction."""
POINTING = frozenset({"DET", "PRON"})
"""As "this", "those", "both"."""
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})
TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
"""Words that carry a meaning of their own."""
PREDICATES = frozenset({"ADJ", "VERB", "AUX"})
WITH_MEANING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "AUX"})
DEEDS_AND_STATES = frozenset({"ADJ", "VERB"})
SILENT = frozenset({"PUNCT", "SPACE"})
LINKS = frozenset({"CCONJ", "PUNCT"})
"""What stands between the parts of a row."""
LINKS_AND_SPACE = frozenset({"CCONJ", "PUNCT", "SPACE"})
OPENING = frozenset({"DET", "PUNCT", "SPACE"})
"""What may stand before the first word that counts."""
NAMES_AND_MARKS = frozenset({"PROPN", "PUNCT"})
IN_A_PHRASE = frozenset({"DET", "ADJ", "NUM", "PROPN", "NOUN", "PRON", "PART"})
"""What a noun phrase consists of."""
IN_A_NAME = frozenset({"PROPN", "NOUN", "DET", "ADJ", "PART"})

# Tags (Penn Treebank)
PLURAL = frozenset({"NNS", "NNPS"})
COMMON_NOUNS = frozenset({"NN", "NNS"})
PROPER_NOUNS = frozenset({"NNP", "NNPS"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PAST_FORMS = frozenset({"VBD", "VBN"})
"""A regular verb's past, which the tagger takes now for a tense and now for a participle."""
PRESENT_FORMS = frozenset({"VBP", "VBZ"})
TENSED = frozenset({"VBD", "VBP", "VBZ"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
PARTICIPLES = frozenset({"VBG", "VBN"})
PAST_AND_PARTICIPLES = frozenset({"VBD", "VBG", "VBN"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Relative and question words."""
RELATIVE_HEADS = frozenset({"WDT", "WP"})
"""Relative pronouns that are an argument themselves."""
PERSONAL_PRONOUNS = frozenset({"PRP", "PRP$"})
BEFORE_A_NOUN = NOUNS | {"JJ", "VBG", "VBN", "CD"}
"""What stands between an article and its noun."""
OPENING_QUOTE, CLOSING_QUOTE = "``", "''"
QUOTES = frozenset({OPENING_QUOTE, CLOSING_QUOTE})
"""Quotation marks by their tags, which some agencies' wires type too."""

# Relations (ClearNLP)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NOMINAL_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})
UNDERGOING = frozenset({"dobj", "nsubjpass"})
"""Where stands what a deed is done to, active and passive."""
DOING = frozenset({"nsubj", "agent"})
"""Where stands who does a deed, active and passive."""
GOVERNED = frozenset({"dobj", "pobj"})
"""Objects of verbs and prepositions."""
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
ARGUMENTS_AND_GOVERNED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
SAID_OF_SUBJECT = frozenset({"acomp", "attr", "oprd"})
AUXILIARIES = frozenset({"aux", "auxpass"})
CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "csubjpass", "parataxis", "pcomp", "relcl", "xcomp"})
"""Clauses that hang on a word of another."""
ON_NOUNS = frozenset({"acl", "relcl"})
"""Clauses that hang on a noun."""
ON_NOUNS_AND_VERBS = frozenset({"acl", "advcl", "relcl"})
FREE_CLAUSES = frozenset({"acl", "advcl"})
ADJUNCT_CLAUSES = frozenset({"advcl", "relcl"})
SAID_OR_TOLD = frozenset({"acl", "ccomp"})
"""As "the claim that …", "claims that …"."""
COMPLEMENTS = frozenset({"ccomp", "xcomp"})
CLAUSES_OF_VERBS = frozenset({"ccomp", "xcomp", "advcl"})
WITHOUT_SUBJECT = frozenset({"xcomp", "advcl"})
"""Clauses that may take their subject from above."""
BESIDE_A_SAYING = frozenset({"ccomp", "advcl", "parataxis"})
"""Where a parser puts what is said."""
BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "nummod"})
"""Words that tell which a noun means."""
TELLING_WHICH = BEFORE_NOUNS | {"npadvmod"}
"""The same with what a parser takes for an adverb there ("the Peru policy")."""
COMPOUNDS = frozenset({"compound", "nmod"})
ATTRIBUTES = frozenset({"amod", "compound"})
ATTRIBUTES_AND_POSSESSORS = frozenset({"amod", "compound", "nmod", "poss"})
FELLOWS = frozenset({"appos", "conj"})
"""Words on the same footing as that above."""
IN_A_ROW = frozenset({"conj", "parataxis"})
OBJECTS_AND_FELLOWS = frozenset({"dobj", "conj"})

# Entities (OntoNotes)
PLACES = frozenset({"GPE", "LOC", "FAC"})
PLACES_AND_PEOPLES = frozenset({"GPE", "NORP"})
POINTS_IN_TIME = frozenset({"DATE", "TIME"})
"""Types of TIMEX3 too."""
