"""Bind: joins spans within a sentence by order and distance; reads cues, not text beyond the words between them."""
