"""HOW it sounds: clips, tones, voices and the mixer."""
