"""Who took part, in Russian, and who did not."""

from __future__ import annotations

import pytest


def parties(reading):
    return {item.party for item in reading.participants}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Лидеры России, Казахстана и Киргизии обсудили торговлю.", {"Russia", "Kazakhstan", "Kyrgyzstan"}),
        ("В заседании участвовали Президент Республики Беларусь Александр Лукашенко и другие.", {"Belarus"}),
        ("Армению представлял вице-премьер Мгер Григорян.", {"Armenia"}),
        ("Делегацию Узбекистана возглавил министр иностранных дел Абдулазиз Камилов.", {"Uzbekistan"}),
        ("Гостями саммита стали президент Ирана Хасан Роухани и премьер-министр Сингапура Ли Сянь Лун.",
         {"Iran", "Singapore"}),
        ("Встреча прошла под председательством Президента Таджикистана Эмомали Рахмона.", {"Tajikistan"}),
        ("В саммите принял участие генеральный секретарь ОДКБ Станислав Зась.", {"CSTO Secretariat"}),
    ],
)  # fmt: skip
def test_those_present_are_found(read, sentence, expected):
    assert parties(read(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Страны договорились о транзите через Армению.",
        "О своём решении он сообщил Президенту Молдовы Майе Санду.",
        "В следующем году саммит посетит президент Сербии Александр Вучич.",
    ],
)
def test_a_state_that_is_only_mentioned_took_no_part(read, sentence):
    assert parties(read(sentence)) == set()


def test_names_after_a_list_go_with_its_states(read):
    reading = read("В Минск прибыли главы правительств России и Киргизии — Михаил Мишустин и Адылбек Касымалиев.")
    assert {(item.party, item.person) for item in reading.participants} == {
        ("Russia", "Михаил Мишустин"),
        ("Kyrgyzstan", "Адылбек Касымалиев"),
    }


def test_an_office_is_distributed_over_its_list(read):
    reading = read(
        "Собрались президенты Азербайджана Ильхам Алиев, Казахстана Касым-Жомарт Токаев и Молдовы (Майя Санду)."
    )
    assert [(person.name, person.office) for person in reading.persons] == [
        ("Ильхам Алиев", "президент Азербайджана"),
        ("Касым-Жомарт Токаев", "президент Казахстана"),
        ("Майя Санду", "президент Молдовы"),
    ]


def test_presence_and_absence_share_a_sentence(read):
    reading = read("В нём участвовали лидеры Беларуси и России (представитель Армении на этот раз не присутствовал).")
    assert parties(reading) == {"Belarus", "Russia"}
    assert [item.party for item in reading.absent] == ["Armenia"]


@pytest.mark.parametrize(
    ("sentence", "party", "reason"),
    [
        ("Премьер-министр Армении на саммите не присутствовал.", "Armenia", None),
        ("Представителя Армении на сессии не было.", "Armenia", None),
        ("Туркменистан отсутствовал.", "Turkmenistan", None),
        ("Документы приняты без участия Молдавии.", "Moldova", None),
        ("Делегация Таджикистана не приехала из-за нелётной погоды.", "Tajikistan", "нелётная погода"),
        ("Президент Киргизии не смог прилететь в связи с выборами.", "Kyrgyzstan", "выборы"),
    ],
)
def test_the_absent_are_found_with_their_reason(read, sentence, party, reason):
    assert [(item.party, item.reason) for item in read(sentence).absent] == [(party, reason)]


def test_a_state_that_sends_somebody_else_is_present(read):
    reading = read("Премьер-министр Индии не смог приехать, его представлял министр Субраманьям Джайшанкар.")
    assert parties(reading) == {"India"}
    assert reading.absent == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Молдова участия в заседании не принимала.",
        "Молдова от участия в саммите отказалась.",
        "Президент Молдовы участия не принял.",
        "Молдова своего представителя не направляла.",
        "Молдова на встрече представлена не была.",
        "Молдова не вышла на связь.",
        "Никто от Молдовы на встречу не приехал.",
        "Кишинёв отказался от участия в саммите.",
        "Молдова воздержалась от участия в саммите.",
        "Приехали все, кроме президента Молдовы Майи Санду.",
    ],
)
def test_absence_has_many_words(read, sentence):
    assert [item.party for item in read(sentence).absent] == ["Moldova"]


def test_a_state_that_came_at_a_lower_level_is_present(read):
    assert parties(read("Молдова ограничилась участием на уровне посла.")) == {"Moldova"}
