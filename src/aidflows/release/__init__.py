"""Releases: tables written whole, with hashes, and verified again."""
