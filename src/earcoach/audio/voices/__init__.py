"""Voices: engines that turn text into sound, and the speaker that keeps what they said."""
