"""Has a file of a foreign format read in a process of its own, with limits; its failure is only an answer."""

from __future__ import annotations

import subprocess
import sys
import tempfile

import msgspec

from servanda.reading.texts.extracted import OUTPUT, SECONDS, Extracted
from servanda.reading.texts.formats import Format

_PATIENCE = 3
"""How many times its own seconds a worker may take by the clock, on a machine that is busy."""


def extract(data: bytes, kind: Format, seconds: float = SECONDS * _PATIENCE) -> Extracted:
    """The text of a file, or why it was refused."""
    command = [sys.executable, "-P", "-m", "servanda.reading.texts.worker", kind]
    with tempfile.TemporaryFile() as answer:  # a file, not a pipe: its size is limited
        try:
            ended = subprocess.run(  # noqa: S603 - our own module, on the interpreter that runs
                command, input=data, stdout=answer, stderr=subprocess.DEVNULL, timeout=seconds, check=False
            )
        except subprocess.TimeoutExpired:
            return _too_long(seconds)
        except BrokenPipeError:
            return Extracted(refused="its reader broke off")
        answer.seek(0)
        said = answer.read(OUTPUT)
    if ended.returncode in {-9, -24}:  # SIGKILL and SIGXCPU: the limit of time
        return _too_long(SECONDS)
    try:
        return msgspec.json.decode(said, type=Extracted)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Extracted(refused="its reader broke off: the file is damaged, or takes more memory than is given to it")


def _too_long(seconds: float) -> Extracted:
    return Extracted(refused=f"reading it took more than {seconds:.0f} seconds")
