"""The command line: arguments become calls of the public API, and one place prints."""
