"""Takes readings and views of the ledger, gives text and plain data for files and screens.

Never reads a ledger, never prints, and shows nothing that has no quotation behind it.
"""
