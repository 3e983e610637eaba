"""The register of commitments: plain for a small book, packed into arrays for a large one."""

from servanda.status.register.asking import register
from servanda.status.register.plain import PlainRows
from servanda.status.register.rows import ALL, Narrowed, Register, Rows, Scored

__all__ = ["ALL", "Narrowed", "PlainRows", "Register", "Rows", "Scored", "register"]
