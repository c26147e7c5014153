"""Questions to a release: frames, SQL, totals, explanations, citations."""
