"""Rolls of those present in English: labels, tables, lines of minutes, transcripts."""

from __future__ import annotations

import pytest

from servanda.reading import read_text

TABLE = """ATTENDANCE

| Member State | Head of delegation | Level |
| Antigua and Barbuda | Hon. Gaston Example | Prime Minister |
| Barbados | Permanent Secretary | - |
| Haiti | absent | - |
"""

CODES = """Present:
DK - Minister Anna Example (chair)
FI - State Secretary, for the Minister
NO - Head of Department
Not present: GL (failure of the line)
Guests: EE and LV (items 1-4 only)

1. Budget
NO suggested that the fee be halved. FI undertook to second one expert by 1 March 2021.
"""


def parties(items):
    return [item.party for item in items]


@pytest.mark.parametrize(
    ("roll", "present", "absent"),
    [
        ("Present: Estonia (Chair), Latvia; apologies: Poland", ["Estonia", "Latvia"], ["Poland"]),
        ("Roll call. Present - Bahamas, Belize. Absent - Haiti.", ["Bahamas", "Belize"], ["Haiti"]),
        ("Members in attendance (2): Guyana, Jamaica", ["Guyana", "Jamaica"], []),
        ("Members absent (2): Montserrat and Suriname", [], ["Montserrat", "Suriname"]),
        ("ABSENT\nHaiti\nSuriname", [], ["Haiti", "Suriname"]),
        ("The following States were not represented: Chad, Gabon.", [], ["Chad", "Gabon"]),
        ("The Session was attended by the following States: Kenya, Uganda.", ["Kenya", "Uganda"], []),
        ("WHO WAS THERE\n- Presidents of Nauru and Palau\n- Fiji - Special Envoy", ["Nauru", "Palau", "Fiji"], []),
        ("Kenya - Minister\nUganda - Deputy Minister\nChad - not represented", ["Kenya", "Uganda"], ["Chad"]),
        ("Excused: Mr. A. Example (Dominica)", [], ["Dominica"]),
    ],
)
def test_a_roll_tells_who_came_and_who_did_not(read, roll, present, absent):
    reading = read(roll)
    assert parties(reading.participants) == present
    assert parties(reading.absent) == absent


def test_a_table_gives_each_state_its_person_and_no_header_is_one(read):
    reading = read(TABLE)
    assert [(item.party, item.person) for item in reading.participants] == [
        ("Antigua and Barbuda", "Gaston Example"),
        ("Barbados", None),
    ]
    assert parties(reading.absent) == ["Haiti"]
    assert [(item.name, item.office) for item in reading.persons] == [
        ("Gaston Example", "Prime Minister of Antigua and Barbuda")
    ]


def test_codes_that_head_a_roll_are_states_in_the_whole_text(read):
    reading = read(CODES)
    assert parties(reading.participants) == ["Denmark", "Finland", "Norway", "Estonia", "Latvia"]
    assert parties(reading.absent) == ["Greenland"]
    assert [item.actor for item in reading.proposals] == ["Norway"]
    assert [item.actor for item in reading.commitments] == ["Finland"]
    assert reading.session.chair == "Denmark"


def test_two_letters_are_no_state_where_no_roll_uses_them(read):
    assert read("Minister Anna Example of Norway met her colleagues at 9 AM. NO vote was taken.").absent == ()


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Mali and Chad, whose rights remain suspended, were not invited.", ["Mali", "Chad"]),
        ("Apologies were received from Kiribati (elections) and from Vanuatu (a cyclone).", ["Kiribati", "Vanuatu"]),
        ("Russia informed us last week that it would not come.", ["Russia"]),
        ("There was no representation from Myanmar.", ["Myanmar"]),
        ("The seat of Sudan remained vacant.", ["Sudan"]),
        ("Armenia, which froze its participation last year, sent no one.", ["Armenia"]),
        ("Belize sent word that it could not come; Haiti did not reply.", ["Belize", "Haiti"]),
    ],
)
def test_an_absence_is_told_in_many_ways(read, sentence, absent):
    assert parties(read(sentence).absent) == absent


def test_a_transcript_names_its_speaker_once_and_a_question_asserts_nothing():
    reading = read_text(
        "Remarks after the session of the Arctic Council\nTromsø, May 11, 2023\n\n"
        "CHAIR (Norway, Ambassador Anna Example): Good afternoon.\n\n"
        "QUESTION: Have you adopted the strategy on ice?\n\n"
        "CHAIR: No. What the Ministers did was adopt the Statement on Ice. Canada and Sweden were in the room.\n\n"
        "QUESTION: When do you meet next?\n\n"
        "CHAIR: That is not decided.\n"
    )
    assert parties(reading.participants) == ["Norway", "Canada", "Sweden"]
    assert [item.title for item in reading.documents] == ["Statement on Ice"]
    assert reading.session.chair == "Norway"
