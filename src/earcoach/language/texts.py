"""What the texts of all languages have in common."""

Replaced = tuple[tuple[str, tuple[str, ...]], ...]
"""Texts in the place of a language's own, by name; each is one or more templates."""

LIMBS = ("side", "leg", "arm", "foot", "hand", "knee", "hip", "shoulder", "ankle", "wrist")
"""What a side can be called; each has texts of its own, since languages decline them."""

COUNT = "count"
"""The field for the number in a text that counts."""
