"""The desktop around a live session: media keys, and a display that stays awake."""
