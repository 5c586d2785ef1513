"""WHERE it goes, as a file."""
