"""The commands: arguments in, one call, one place that prints."""
