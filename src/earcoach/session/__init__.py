"""The live performance of a session."""
