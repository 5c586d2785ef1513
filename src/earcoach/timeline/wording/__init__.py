"""What the coach says: from a phase to sentences, each from its fullest to its shortest form."""
