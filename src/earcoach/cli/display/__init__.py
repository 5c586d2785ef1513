"""What a session looks like: screen, lines, tables."""
