"""Alembic's home: `env.py` runs the numbered steps in `versions/` on the connection that the store gives."""
