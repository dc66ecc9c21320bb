"""The ledger in the forms that other programs read: one function a file, each from the same `Material` to bytes.

An export is a function of the ledger and of what is asked: the same state of the ledger gives the same bytes, whenever it is made. Every row or item bears the
state of the ledger, the day as of which it is told, the licence, and the source with its words. `registry.EXPORTERS` names them.
"""
