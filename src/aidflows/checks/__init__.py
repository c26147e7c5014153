"""SQL checks: each query returns the failing rows as (place, what)."""
