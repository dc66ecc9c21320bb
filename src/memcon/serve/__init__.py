"""The ledger for people who look and for programs that ask: pages, their data, and the REST interface, all over the same answers.

`answers` ask the queries and give typed values; `pages` show them, `rest` writes them. Nothing here knows more of the ledger than `query`, `lists` and `review` tell.
"""
