"""Resolve: figures only; makes flows, their forest, events, parties, links and evidence."""
