"""File formats: one module each, and the table of them."""

from earcoach.output.formats.encoding import Encoding
from earcoach.output.formats.registry import (
    FORMATS,
    Format,
    encoding_of,
    format_of,
    suffix_of,
)

__all__ = ["FORMATS", "Encoding", "Format", "encoding_of", "format_of", "suffix_of"]
