"""Music under the coach: which files, how they are read, and how they follow each other."""
