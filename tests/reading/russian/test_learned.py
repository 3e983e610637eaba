"""States and organisations that only the text itself tells of."""

from __future__ import annotations


def test_states_of_a_list_are_learned_in_every_case(read):
    reading = read(
        "Лидеры Болотии, Горании и Залесья обсудили торговлю.",
        "Горания намерена передать Болотии проект договора.",
        "Болотийский лидер Иван Речкин предложил создать фонд.",
        title="Саммит Озёрного союза",
    )
    assert {item.party for item in reading.participants} >= {"Болотия", "Горания", "Залесье"}
    assert [item.actor for item in reading.commitments] == ["Горания"]
    assert [item.actor for item in reading.proposals] == ["Болотия"]
    assert reading.session is not None
    assert reading.session.organisation == "Озёрный союз"


def test_a_person_is_no_state(read):
    reading = read("Президент Тимур Курганов открыл встречу глав государств.")
    assert reading.participants == ()
    assert [person.name for person in reading.persons] == ["Тимур Курганов"]


def test_an_organisation_of_a_name_and_genitives_is_learned(read):
    reading = read("Сессия Совета министров Лиги прибрежных республик прошла в Минске.", title="Сессия завершилась")
    assert reading.session is not None
    assert reading.session.organisation == "Лига прибрежных республик"
