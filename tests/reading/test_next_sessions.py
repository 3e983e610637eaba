"""The next session."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "date", "place", "status"),
    [
        (
            "Tajikistan suggested convening the next CIS summit in Dushanbe on 9 October 2021.",
            "2021-10-09",
            "Dushanbe",
            "proposed",
        ),
        ("The ministers decided to meet again in Baku in October 2021.", "2021-10", "Baku", "decided"),
        ("The next session is set for November 2021 in Almaty.", "2021-11", "Almaty", "decided"),
        ("The next session will take place in Bishkek.", None, "Bishkek", "decided"),
        ("The next meeting of the Council is scheduled for 8 May.", "2021-05-08", None, "decided"),
    ],
)
def test_the_next_session_is_read(read, sentence, date, place, status):
    found = read(sentence).next_session
    assert (found.date, found.place, found.status) == (date, place, status)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Commission will speak of it at the next sitting.",
        "The next summit of the EAEU will be held in Moscow in May 2021.",
        "The last meeting was held in Minsk in 2019.",
    ],
)
def test_other_meetings_are_not_the_next_session(read, sentence):
    assert read(sentence).next_session is None
