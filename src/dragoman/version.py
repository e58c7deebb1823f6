"""The version, in a module of its own so that reading it costs nothing. A test holds it to pyproject.toml."""

VERSION = "0.1.0"
