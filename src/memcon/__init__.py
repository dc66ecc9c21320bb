"""memcon: a sourced, bitemporal ledger of diplomatic engagement, read from news and official releases."""

__version__ = "0.1.0"
