"""The session itself."""

from __future__ import annotations

import pytest

from servanda.reading import read_text


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("The leaders met by videoconference on 17 December.", "format", "videoconference"),
        ("The leaders met by videoconference on 17 December.", "date", "2020-12-17"),
        ("The session was held in Ashgabat under the chairmanship of Turkmenistan.", "place", "Ashgabat"),
        ("The session was held in Ashgabat under the chairmanship of Turkmenistan.", "chair", "Turkmenistan"),
        ("The session was held in Ashgabat under the chairmanship of Turkmenistan.", "format", "in person"),
        ("The session took place in Burabay. Uzbekistan joined by video link.", "format", "hybrid"),
        ("The leaders gathered yesterday in the Kyrgyz capital.", "place", "Bishkek"),
        ("The leaders gathered yesterday in the Kyrgyz capital.", "date", "2020-12-17"),
        ("The leaders met. Uzbekistan, which presided over the CIS this year, thanked all.", "chair", "Uzbekistan"),
        ("The leaders met.", "organisation", "CIS"),
        ("The leaders met.", "organ", "CIS Council of Heads of State"),
        ("The leaders met.", "format", None),
    ],
)
def test_a_field_of_the_session_is_read(read, sentence, field, value):
    assert getattr(read(sentence).session, field) == value


def test_a_text_without_a_meeting_has_no_session():
    assert read_text("18 December 2020").session is None
