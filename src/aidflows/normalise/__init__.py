"""Normalise: one bound group in, one figure out; never goes back to the text for more."""
