"""Officers whom a text names without their organisation: they are of the one that meets."""

from __future__ import annotations

import re

from servanda.reading.context import Context
from servanda.reading.offices import Holder


def own_officer(context: Context, holder: Holder) -> str | None:
    """A Secretary General of nothing else is that of the organisation that meets."""
    body = re.match(r"(?:Commission|Executive Committee|Secretariat)(?= [A-Z])", holder.office)
    if body and context.organisation and not re.search(r"[A-Z]\w+ $", context.plain[: holder.start][-20:]):
        return f"{context.organisation} {body[0]}"
    return context.organisation if re.match(r"Secretary[- ]General$", holder.office) else None
