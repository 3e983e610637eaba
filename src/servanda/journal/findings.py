"""What verification found, and its stable form in JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from servanda.problems import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that verification found; `entry` is its number, None where it concerns the whole journal."""

    code: str
    entry: int | None
    message: str
    severity: Severity = "problem"


@dataclass(frozen=True, slots=True)
class Verification:
    """What verification found; `size` and `root` (hexadecimal) are those of the entries really read."""

    size: int
    root: str
    problems: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing graver than a warning was found."""
        return all(finding.severity == "warning" for finding in self.problems)

    def as_json(self) -> dict[str, Any]:
        """Give the stable JSON form (design, section 9)."""
        return {
            "ok": self.ok,
            "size": self.size,
            "root": self.root,
            "problems": [
                {
                    "code": found.code,
                    "entry": found.entry,
                    "message": found.message,
                    "severity": found.severity,
                }
                for found in self.problems
            ],
        }
