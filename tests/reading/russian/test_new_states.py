"""States that show by themselves that they are states, and lists in which names stand between them."""

from __future__ import annotations

import pytest

TITLE = "Саммит Озёрного союза"


def parties(reading):
    return {(item.party, item.person) for item in reading.participants}


def test_a_republic_of_two_words_is_one_state(read):
    reading = read(
        "Приехали президент Болотной Республики Иван Речкин и премьер-министр Горании Лев Скалин.", title=TITLE
    )
    assert parties(reading) == {("Болотная Республика", "Иван Речкин"), ("Горания", "Лев Скалин")}


def test_names_between_the_states_of_a_list_are_no_states(read):
    reading = read(
        "В нём участвовали министры иностранных дел Болотии Хуго Ланд, Болотной Республики Ян Тувим и Горании Ма Чен.",
        title=TITLE,
    )
    assert parties(reading) == {("Болотия", "Хуго Ланд"), ("Болотная Республика", "Ян Тувим"), ("Горания", "Ма Чен")}


def test_a_state_named_only_as_the_absent_is_learned(read):
    reading = read(
        "Лидеры Болотии и Горании обсудили торговлю.", "Лесовия не прислала своего представителя.", title=TITLE
    )
    assert [item.party for item in reading.absent] == ["Лесовия"]


def test_a_surname_that_ends_like_a_country_is_none(read):
    reading = read("В заседании участвовал министр обороны Ираклий Накудия.", title=TITLE)
    assert {item.party for item in reading.participants} == set()


def test_the_state_of_a_minister_follows_what_he_is_for(read):
    reading = read("В заседании участвовал министр торговли Заречья Иван Речкин.", title=TITLE)
    assert parties(reading) == {("Заречье", "Иван Речкин")}


def test_a_union_with_a_quoted_name_is_an_organisation(read):
    reading = read("Лидеры Болотии и Горании обсудили торговлю.", title="Саммит Союза «Маяк»")
    assert reading.session is not None
    assert reading.session.organisation == "Союз «Маяк»"


def test_names_with_their_states_take_the_office_before_the_list(read):
    reading = read(
        "Участниками встречи стали президенты двух стран: Ильхам Алиев (Азербайджан) и Сердар Аннаев (Туркменистан)."
    )
    assert {(p.name, p.office) for p in reading.persons} == {
        ("Ильхам Алиев", "президент (Азербайджан)"),
        ("Сердар Аннаев", "президент (Туркменистан)"),
    }
    assert {party for party, _ in parties(reading)} == {"Azerbaijan", "Turkmenistan"}


@pytest.mark.parametrize("name", ["А. Г. Лукашенко", "И. К. Лукашенко", "В. В. Лукашенко"])
def test_initials_may_be_letters_that_are_words_too(read, name):
    reading = read(f"В заседании принял участие Президент Республики Беларусь {name}.")
    assert [person.name for person in reading.persons] == [name]


def test_whoever_acts_for_a_president_takes_part(read):
    reading = read("В заседании участвовал исполняющий обязанности президента Киргизии Талант Мамытов.")
    assert parties(reading) == {("Kyrgyzstan", "Талант Мамытов")}


def test_a_secretary_of_the_organisation_is_of_the_one_the_text_is_about(read):
    reading = read("Присутствовал и генсек организации Станислав Зась.", title="Саммит ОДКБ")
    assert parties(reading) == {("CSTO Secretariat", "Станислав Зась")}


def test_a_first_name_that_ends_like_a_country_is_none(read):
    reading = read(
        "Открыла встречу президент Горании Арделия Рамос.",
        "Как сказала Арделия Рамос, «дверь открыта для всех».",
        title=TITLE,
    )
    assert [person.name for person in reading.persons] == ["Арделия Рамос"]
    assert {item.party for item in reading.participants} == {"Горания"}
