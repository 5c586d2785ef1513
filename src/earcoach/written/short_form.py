"""A reading as a routine in the short form: YAML that loads, and that a person likes to edit."""

from earcoach.written.reading import Reading


def as_yaml(reading: Reading) -> str:
    """The document of a routine; what is assumed or doubted stands in comments."""
    raise NotImplementedError
