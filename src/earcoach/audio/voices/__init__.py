"""Voices: engines that turn text into sound, and the cache of what they said."""
