"""Publish: what is derived from the declarations for readers and other tools."""
