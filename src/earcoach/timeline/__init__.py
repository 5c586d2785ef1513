"""WHEN it is heard: cues, wording, pacing and layout."""
