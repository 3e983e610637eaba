"""What a visitor is told when an address cannot be answered: a status, a title, a sentence and a hint."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Refusal(Exception):
    """An address that cannot be answered."""

    status: int
    title: str
    detail: str
    hint: str = ""
    headers: dict[str, str] = field(default_factory=dict)
