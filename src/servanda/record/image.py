"""The image of a journal: its acts as the book holds them, in a file beside it, so that a program starts quickly.

An image is a convenience and no witness. It answers questions only: what is entered, stated or verified is read from
the journal itself. It is used only where this account alone may write it, its bytes have the hash in its header, the
same edition of the program wrote it, and its root is that of the journal's first entries. It is decoded into the kinds
of act and nothing else, so nothing of it is ever run; and `servanda verify` compares it with the journal, entry by
entry.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path
from tempfile import mkstemp
from types import GenericAlias

import msgspec

from servanda.acts import ANY_ACT, KINDS, Act, read_day
from servanda.book import Book, Held
from servanda.journal import Finding, Journal, StoreFailed, merkle
from servanda.problems import is_grave
from servanda.record.held import held_of, uncollected

FORMAT = "servanda image 1"
# From so many entries on the portal keeps an image by itself; fewer are read in the fifth of a second.
MANY = 20_000
_CODE = "J210"


class Image(msgspec.Struct, array_like=True, frozen=True):
    """The file: of which program and journal it is, the hash of its body, and the body, the rows of the acts."""

    format: str
    edition: str
    size: int
    root: bytes
    hash: bytes
    body: bytes

    @property
    def is_whole(self) -> bool:
        """Whether the body is the one that the header was written for."""
        return sha256(self.body).digest() == self.hash


def image_of(journal: Journal) -> Path:
    """Name the file of the image beside a journal."""
    return journal.checkpoint_path.with_suffix(".image")


@uncollected()
def quick_book(journal: Journal) -> Book:
    """The newest book of a journal, to ask questions of: from its image where that may be used, and what came after."""
    held = _usable(journal)
    return Book.build((*held, *map(held_of, journal.entries(after=len(held)))))


def write_image(journal: Journal, book: Book) -> bool:
    """Write the image of the newest book, whole or not at all; False where the journal has grown. Raises OSError."""
    size, root = book.head, journal.root()
    if journal.size != size or is_grave(journal.problems):
        return False
    body = _encoder().encode([(one.act, one.id, one.number, one.moment, one.by) for one in book.entered])
    image = Image(FORMAT, edition(), size, root, sha256(body).digest(), body)
    _replace(image_of(journal), msgspec.msgpack.encode(image))
    return True


def keep_image(journal: Journal, book: Book) -> None:
    """Write the image of a large journal, where there is none of these entries yet; a folder may be read-only."""
    found = _read(image_of(journal))
    if book.head >= MANY and (found is None or (found.edition, found.size) != (edition(), book.head)):
        with suppress(OSError):
            write_image(journal, book)


def remove_image(journal: Journal) -> None:
    """Delete the image, if there is one."""
    image_of(journal).unlink(missing_ok=True)


def differences(journal: Journal) -> Iterator[Finding]:
    """Compare the image with the journal's own entries: problem J210. One that is not used for its edition is none."""
    image = _read(image_of(journal))
    if image is None or image.edition != edition():
        return
    if not image.is_whole:
        yield Finding(_CODE, None, "the image beside the journal is damaged")
        return
    try:
        pairs = zip_longest(journal.entries(image.size), _rows(image))
        for number, (entry, row) in enumerate(pairs, 1):
            if entry is None or held_of(entry) != row:
                yield Finding(_CODE, number, f"the image beside the journal tells entry {number} otherwise")
                return
        if _root(journal, image.size) != image.root:
            yield Finding(_CODE, None, "the image beside the journal has another root")
    except msgspec.DecodeError:
        yield Finding(_CODE, None, "the image beside the journal does not hold acts")
    except StoreFailed:
        return  # verify itself has named the entry


@cache
def edition() -> str:
    """Name the program by its version and by the fields of the kinds of act that it knows."""
    kinds = [(kind.__struct_config__.tag, kind.__struct_fields__, kind.__struct_defaults__) for kind in KINDS]
    return f"{version('servanda')} {sha256(repr(kinds).encode()).hexdigest()}"


def _usable(journal: Journal) -> tuple[Held, ...]:
    """The acts of the image; none where it is not to be used."""
    path = image_of(journal)
    image = _read(path) if _is_own(path) and not is_grave(journal.problems) else None
    if image is None or image.edition != edition() or not image.is_whole:
        return ()
    if image.size > journal.size or _root(journal, image.size) != image.root:
        return ()
    try:
        rows = _rows(image)
    except msgspec.DecodeError:
        return ()
    return rows if [one.number for one in rows] == list(range(1, image.size + 1)) else ()


def _is_own(path: Path) -> bool:
    """Whether this account alone may have written the file."""
    try:
        found = path.stat()
    except OSError:
        return False
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022


def _root(journal: Journal, size: int) -> bytes:
    head = journal.store.head()
    return head.root if head.size == size else merkle.root(journal.leaves(size))


def _read(path: Path) -> Image | None:
    try:
        image = msgspec.msgpack.decode(path.read_bytes(), type=Image)
    except (OSError, msgspec.DecodeError):
        return None
    return image if image.format == FORMAT else None


def _rows(image: Image) -> tuple[Held, ...]:
    return tuple(Held(*row) for row in _decoder().decode(image.body))


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(enc_hook=str)


@cache
def _decoder() -> msgspec.msgpack.Decoder[list[tuple[Act, str, int, str, str]]]:
    row = GenericAlias(tuple, (ANY_ACT, str, int, str, str))
    return msgspec.msgpack.Decoder(GenericAlias(list, (row,)), dec_hook=read_day)


def _replace(path: Path, data: bytes) -> None:
    """Write a file that the account alone may read, on the disk before it takes the old one's place."""
    handle, fresh = mkstemp(prefix=f"{path.name}.", dir=path.parent)  # 0600 from the first byte on
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(path)
    except OSError:
        Path(fresh).unlink(missing_ok=True)
        raise
