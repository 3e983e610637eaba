"""Wordings of press offices and news rooms: who came, who sent somebody, what else was signed."""

from __future__ import annotations

import pytest


def _parties(items) -> list[str]:
    return sorted(item.party for item in items)


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        (
            "Kenyan President Juma Mfano was joined by Paulo Exemplo of Angola and Ana Primer of Serbia.",
            ["Angola", "Kenya", "Serbia"],
        ),
        (
            "Kenyan President Juma Mfano received his counterparts Paulo Exemplo (Angola) and Ana Primer (Serbia).",
            ["Angola", "Kenya", "Serbia"],
        ),
        ("Angola's Paulo Exemplo took part by video link.", ["Angola"]),
        (
            "The leaders of the three coastal states (Kenya, Ghana and Togo) adopted a statement.",
            ["Ghana", "Kenya", "Togo"],
        ),
        ("We the leaders of Japan and Chile mark ten years of partnership.", ["Chile", "Japan"]),
        ("The President of Malta and the Foreign Minister of Cyprus attended.", ["Cyprus", "Malta"]),
        ("Togo sent a senior official of its foreign ministry.", ["Togo"]),
        (
            "In attendance was the President of Ghana, while Togo and Benin were represented by ministers.",
            ["Benin", "Ghana", "Togo"],
        ),
        ("Ghana was represented by its deputy head, and Togo by its ambassador.", ["Ghana", "Togo"]),
        ("King Ato Exemplo of Tonga presided.", ["Tonga"]),
        ("Haiti's interim Prime Minister Ana Primer attended.", ["Haiti"]),
        ("The U.S.-Japan Council met on Tuesday.", ["Japan", "United States"]),
        (
            "Delegations from Trinidad & Tobago, the Bahamas and Antigua & Barbuda took part.",
            ["Antigua and Barbuda", "Bahamas", "Trinidad and Tobago"],
        ),
    ],
)
def test_who_came_is_read_from_many_wordings(read, sentence, parties):
    assert _parties(read(sentence).participants) == parties


@pytest.mark.parametrize(
    "sentence",
    [
        "Togo signed a treaty with Ghana's Volta Basin Authority in May.",
        "The leaders thanked the President of Malta.",
        "The presidents of Kenya and Ghana had earlier written to Togo.",
    ],
)
def test_who_is_only_mentioned_did_not_come(read, sentence):
    assert read("The session took place.", sentence).participants == ()


@pytest.mark.parametrize(
    ("sentence", "came", "absent"),
    [
        ("The presidents of Togo and Benin declined to attend and sent their ministers.", ["Benin", "Togo"], []),
        ("President Paulo Exemplo of Angola skipped the summit and was represented by his deputy.", ["Angola"], []),
        ("Togo, an observer since 2018, did not respond to the invitation.", [], ["Togo"]),
        ("President Paulo Exemplo of Angola did not make the journey.", [], ["Angola"]),
        ("There was nobody from Togo at the table.", [], ["Togo"]),
        ("Togo had no representative at the session.", [], ["Togo"]),
        ("Togo has long stopped coming to such meetings.", [], ["Togo"]),
        ("The agreement was signed by all states except Togo.", [], []),
    ],
)
def test_the_absent_are_told_from_those_who_sent_somebody(read, sentence, came, absent):
    reading = read(sentence)
    assert (_parties(reading.participants), _parties(reading.absent)) == (came, absent)


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "Agreements on rail transport and on youth policy were signed.",
            ["Agreement on rail transport", "Agreement on youth policy"],
        ),
        ("Signed at the meeting was a trade agreement with Mongolia.", ["trade agreement with Mongolia"]),
        ("The protocol on customs, agreed in Minsk in 2018, entered into force.", ["protocol on customs"]),
        ("No joint declaration was issued.", []),
        (
            "They adopted the Sea Declaration and more than 40 other documents.",
            ["Sea Declaration", "more than 40 other documents"],
        ),
    ],
)
def test_documents_are_read_from_many_wordings(read, sentence, titles):
    assert [document.title.lower() for document in read(sentence).documents] == [title.lower() for title in titles]


@pytest.mark.parametrize(
    ("sentence", "date", "place", "parties"),
    [
        ("Kenya will hold the sixteenth summit in Nairobi in October 2021.", "2021-10", "Nairobi", ("Kenya",)),
        ("The forty-eighth meeting will be convened in Nairobi in May 2021.", "2021-05", "Nairobi", ("Kenya",)),
        ("The ordinary summit is due in Nairobi in August 2021.", "2021-08", "Nairobi", ("Kenya",)),
        ("The members will gather again in March 2021 in Nairobi.", "2021-03", "Nairobi", ("Kenya",)),
    ],
)
def test_the_next_session_is_a_decision_with_its_host(read, sentence, date, place, parties):
    reading = read(sentence)
    assert (reading.next_session.date, reading.next_session.place) == (date, place)
    assert [item.parties for item in reading.decisions if item.type == "next session"] == [parties]


def test_a_session_only_planned_is_no_decision(read):
    reading = read("The next session is planned for May 2021 in Nairobi.")
    assert reading.next_session.date == "2021-05"
    assert reading.decisions == ()


@pytest.mark.parametrize(
    ("sentence", "kind", "parties"),
    [
        ("Kenyan President Juma Mfano spoke. The Authority re-elected Mfano as chairman.", "presidency", ("Kenya",)),
        ("Togo signed the memorandum of obligations and will become a full member.", "membership", ("Togo",)),
        ("The leaders suspended Togo.", "membership", ("Togo",)),
        ("The summit extended the mandate of the mission by one year.", "other", ()),
    ],
)
def test_decisions_are_read_from_many_wordings(read, sentence, kind, parties):
    assert (kind, parties) in [(item.type, item.parties) for item in read(sentence).decisions]


@pytest.mark.parametrize(
    "sentence",
    [
        "Under the declaration Kenya will resettle 20,000 refugees.",
        "The ministers agreed that an expert group will present its findings in May.",
        "Togo informed the meeting that Kenya would build two border posts.",
        "Togo said Kenya was going to introduce a transport document by the end of 2021.",
        "The Commission was asked to submit a plan within six months.",
        "Kenya committed to establishing a regional centre.",
        "The leaders of Togo and Ghana named a treaty under which Kenya will offer 280 visas a year.",
    ],
)
def test_undertakings_are_read_from_many_wordings(read, sentence):
    assert len(read(sentence).commitments) == 1


@pytest.mark.parametrize(
    "sentence",
    ["We are committed to bolstering our Pacific Forum.", "Kenya agreed to invite Togo to the Nairobi Forum."],
)
def test_a_stance_or_an_invitation_is_no_undertaking(read, sentence):
    assert read(sentence).commitments == ()


def test_two_proposals_of_one_sentence_have_an_actor_each(read):
    proposals = read("Mfano proposed talks with the farmers, and Togo offered to host them.").proposals
    assert [item.actor for item in proposals] == ["Mfano", "Togo"]


def test_a_person_is_known_by_an_inner_name(read):
    reading = read("Brazilian President Ana Maria Silva Exemplo attended. Silva proposed a common unit of account.")
    assert [item.actor for item in reading.proposals] == ["Brazil"]


def test_an_officer_without_a_state_is_of_the_government_that_publishes(read):
    reading = read("National Security Advisor Ana Sample met Togo's foreign minister at Camp David.")
    assert "United States" in _parties(reading.participants)


def test_a_clause_that_ends_in_quoted_words_is_speech(read):
    reading = read('Angolan President Paulo Exemplo warned that the region "faces the risk of disintegration".')
    assert [(item.evidence, item.speaker) for item in reading.quotes] == [
        ("faces the risk of disintegration", "Paulo Exemplo")
    ]


def test_a_speaker_is_known_by_the_office_and_its_state(read):
    reading = read(
        "King Ato Exemplo of Tonga and Prime Minister Ana Primer of Fiji attended.",
        '"We are stronger when we stand together," the King of Tonga told the session.',
    )
    assert [item.speaker for item in reading.quotes] == ["Ato Exemplo"]
