"""What every session begins with."""

OPENING = "chime"
"""The tone at the first frame of an introduction; nothing else sounds before it is over."""
