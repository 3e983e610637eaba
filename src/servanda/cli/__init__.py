"""The command line: one file a command; this one finds them, and turns what they return into exit codes."""

from servanda.cli.main import main

__all__ = ["main"]
