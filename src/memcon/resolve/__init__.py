"""Which records are one: judgements become a mapping of ids to canonical ids; a reading done again becomes the entries that revise it.

Takes judgements and assertions, gives mappings and judgements; never changes what a document said, never guesses.
"""
