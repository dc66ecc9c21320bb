"""What persists: captures, documents, the append-only book of entries, and problems.

Takes records and gives them back as they were; writes one document in one transaction; never changes or deletes an entry.
"""
