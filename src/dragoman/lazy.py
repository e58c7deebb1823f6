"""Import by name, when it is needed: so that `dragoman --help` and `import dragoman` load no parser and no data."""

from importlib import import_module
from typing import Any


def load_backend(path: str) -> Any:
    """The object that "module:name" names. Heavy imports happen here and nowhere earlier."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
