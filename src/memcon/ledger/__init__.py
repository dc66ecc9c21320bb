"""The book as pure functions: readings become assertions, entries become views as of a point on each clock.

Takes readings or entries, gives assertions, views or problems; never reads a clock, a file or a database.
"""
