"""Licences of data that machines know: their SPDX identifiers and the addresses of their terms."""

from __future__ import annotations

_KNOWN: dict[str, tuple[str, str]] = {
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC BY-SA 4.0": ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0 1.0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}


def licence_identifier(name: str) -> str:
    """The SPDX identifier of a licence; a licence of one's own is a reference, as SPDX writes them."""
    return _KNOWN[name][0] if name in _KNOWN else "LicenseRef-own"


def licence_address(name: str) -> str:
    """The address of the terms, or nothing for a licence of one's own."""
    return _KNOWN[name][1] if name in _KNOWN else ""


def licence_link(name: str) -> str:
    """The licence as a Link header says it (RFC 8288, RFC 4946), or nothing."""
    address = licence_address(name)
    return f'<{address}>; rel="license"' if address else ""
