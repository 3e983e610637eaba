"""Communiqués of one evening that differ in who was absent, who presides next, and who sits beside."""

ALL = ["Armenia", "Azerbaijan", "Belarus", "Kazakhstan", "Kyrgyzstan", "Moldova", "Russia", "Tajikistan"]
ALL += ["Turkmenistan", "Uzbekistan"]
CAPITALS = {"Armenia": "Yerevan", "Moldova": "Chisinau", "Tajikistan": "Dushanbe", "Turkmenistan": "Ashgabat"}


def joined(names):
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def communique(absent=("Armenia",), presides="Belarus", beside=("Uzbekistan", "Kazakhstan")):
    """A communiqué of the session of 18 December 2020, told of the states given."""
    present = [name for name in ALL if name not in absent]
    capitals = joined([CAPITALS[name] for name in absent])
    return f"""Commonwealth summit held by video

18 December 2020

The Council of Heads of State of the CIS held its session on 18 December by videoconference. Uzbekistan, which presides
over the CIS in 2020, chaired it. The leaders of {joined(present)} took part.

The session was not attended by the representatives of {joined(list(absent))}.

The Council approved the revised Concept for its development and the Plan of measures to it. Once approved, the papers
will be sent to {capitals} for signature.

{presides} will preside over the CIS in 2021. The co-chairs in that year will be {joined(list(beside))}.

{presides} will send a report on the work of the year to all member states by December 2021.

{presides} proposed to hold the next session on 15 October 2021.
"""
