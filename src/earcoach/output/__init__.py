"""WHERE it goes: files and sound devices."""
