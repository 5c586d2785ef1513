"""How a session is steered: keys in a terminal, lines on stdin."""
