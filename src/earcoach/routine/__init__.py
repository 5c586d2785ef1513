"""WHAT is prescribed: the document, its grammar and its mistakes."""
