"""The file format and its trust."""
