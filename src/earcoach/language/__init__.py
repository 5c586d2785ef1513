"""HOW it is put into words: every text of the coach, one file for each language."""
