"""Recognise: text in, spans out; nothing is interpreted here."""
