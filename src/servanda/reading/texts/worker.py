"""The process in which foreign formats are read: it limits itself, reads one file, and answers in JSON.

`python -m servanda.reading.texts.worker FORMAT` takes the file on standard input. Parsers of PDF, HTML and archives are
large programs that met malicious files before: whatever happens to them here, the reader only loses this process.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable

import msgspec

from servanda.reading.texts.extracted import MEMORY, OUTPUT, SECONDS, Extracted, Refused

READERS = {"html": ("web_pages", "read_web_page"), "pdf": ("pdf", "read_pdf"), "docx": ("docx", "read_docx")}


def main(name: str) -> None:
    """Read standard input as a format and write what was found."""
    _limit()
    sys.stdout.buffer.write(msgspec.json.encode(_read(name, sys.stdin.buffer.read())))


def _read(name: str, data: bytes) -> Extracted:
    module, function = READERS[name]
    reader: Callable[[bytes], Extracted] = getattr(
        importlib.import_module(f"servanda.reading.texts.{module}"), function
    )
    try:
        return reader(data)
    except Refused as refused:
        return Extracted(refused=str(refused))
    except MemoryError:
        return Extracted(refused=f"it takes more than {MEMORY // 2**20} MiB of memory")
    except RecursionError:
        return Extracted(refused="it is nested too deep")


def _limit() -> None:
    """Bound time, memory and output; a system without such limits leaves the time, which the parent holds."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(sys.argv[1])
