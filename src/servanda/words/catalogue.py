"""The catalogues of translations: one gettext file per language, read as it is kept, without a compiled copy beside it.

The same catalogue holds the sentences of the reasons and the words of the screens; `make messages` brings it up to
date with the sources, and a test holds it complete.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from io import BytesIO

LANGUAGES = ("en", "ru")
"""The languages of the interface; English is the language of the sources."""


@cache
def translations(language: str) -> NullTranslations:
    """The translations of a language; for one without a catalogue everything stays English."""
    file = resources.files("servanda.words.catalogues").joinpath(f"{language}.po")
    if not file.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only a page in another language needs them
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with file.open("rb") as text:
        write_mo(compiled, read_po(text, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
