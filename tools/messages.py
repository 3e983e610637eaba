"""Brings the catalogues of translations up to date with the sources: `make messages`.

What the sources say no longer is dropped, what is new waits with an empty translation; nothing is guessed from a
similar sentence. The sentences are those of `say` and `counted` in the package, and those of the templates.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/servanda"
CATALOGUES = PACKAGE / "words/catalogues"
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
KEYWORDS = {"say": None, "counted": (1, 2), "_": None, "gettext": None, "ngettext": (1, 2)}
WIDTH = 118


def messages() -> Catalog:
    """The sentences that the sources say now, with their places."""
    found = Catalog()
    told = extract_from_dir(PACKAGE, METHODS, {"**/templates/**.html": {"trimmed": "true"}}, KEYWORDS)
    for file, _line, message, comments, _context in sorted(told, key=lambda one: (one[0], one[1])):
        found.add(message, locations=[(file, None)], auto_comments=comments)
    return found


def updated(path: Path) -> Catalog:
    """The catalogue of a language with the sentences of now, and the translations that it has for them."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem)
    catalogue.update(messages(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def main() -> None:
    """Write every catalogue anew and say what waits for a translation."""
    for path in sorted(CATALOGUES.glob("*.po")):
        catalogue = updated(path)
        written = BytesIO()
        write_po(written, catalogue, width=WIDTH, omit_header=True, ignore_obsolete=True, sort_output=True)
        path.write_text(header(catalogue) + written.getvalue().decode(), encoding="utf-8")
        waiting = [message.id for message in catalogue if message.id and not is_translated(message.string)]
        print(f"{path.name}: {len(catalogue)} sentences, {len(waiting)} without a translation")


def header(catalogue: Catalog) -> str:
    """What gettext must know of a catalogue, and no more: nothing in it changes with the day."""
    known = {
        "Language": catalogue.locale_identifier,
        "Plural-Forms": catalogue.plural_forms,
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in known.items())
    first = "# The sentences of reasons and screens; `make messages` brings them up to date."
    return f'{first}\nmsgid ""\nmsgstr ""\n{lines}\n'


def is_translated(string: str | tuple[str, ...]) -> bool:
    """Tell whether a sentence has a translation, in each of its forms where it counts."""
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    main()
