"""What the tests of the Russian reader share: a communiqué around a few sentences."""

from __future__ import annotations

import pytest

from servanda.reading import read_text


@pytest.fixture
def read():
    """Reads sentences as the body of a communiqué of the CIS, dated 18 December 2020 unless told otherwise."""

    def reads(*paragraphs, day="18 декабря 2020 года", title="Заседание Совета глав государств СНГ"):
        return read_text(f"{title}\n\n{day}\n\n" + "\n\n".join(paragraphs) + "\n")

    return reads
