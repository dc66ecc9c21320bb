"""Learned models that ship with memcon, each in a folder with its numbers."""
