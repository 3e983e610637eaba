"""Russian minutes and lists of decisions: rolls, orders in the infinitive, titles over points."""

from __future__ import annotations

import pytest

ROLL = """ПРИСУТСТВОВАЛИ:
от Республики Армения - А. Дж. Примерян, министр экономики;
от Республики Беларусь - представитель Посольства;
от Секретариата ШОС - заместитель Генерального секретаря.
Отсутствовали: Молдавия."""


def parties(items):
    return [item.party for item in items]


def test_a_roll_names_the_parties_and_who_spoke_for_them(read):
    reading = read(ROLL)
    assert [(item.party, item.person) for item in reading.participants] == [
        ("Armenia", "А. Дж. Примерян"),
        ("Belarus", None),
        ("SCO Secretariat", None),
    ]
    assert parties(reading.absent) == ["Moldova"]
    assert [person.name for person in reading.persons] == ["А. Дж. Примерян"]


def test_the_line_of_the_chair_names_the_chair(read):
    reading = read("Председательствующий: Премьер-министр Кыргызской Республики А. Б. Примеров.", "Обсудили транзит.")
    assert reading.session.chair == "Kyrgyzstan"


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Комиссии до 1 марта 2021 г. представить доклад о барьерах.", "Комиссия"),
        ("РЕШИЛИ: узбекской стороне до 1 марта 2021 г. представить обоснование.", "Uzbekistan"),
        ("Национальным координаторам - дать отзыв в месячный срок.", "Национальные координаторы"),
        ("Просить правительства государств завершить согласование тарифов.", "правительства"),
    ],
)
def test_an_order_in_the_infinitive_is_a_commitment(read, sentence, actor):
    assert [(item.actor, item.strength) for item in read(sentence).commitments] == [(actor, "decided")]


def test_who_is_only_ready_has_promised_nothing(read):
    assert read("Белорусская сторона готова оказывать содействие.").commitments == ()


@pytest.mark.parametrize(
    ("text", "title", "action"),
    [
        ("Одобрить Концепцию развития туризма.", "Концепция развития туризма", "approved"),
        ("Утвердить Положение о Совете по молодёжи (прилагается).", "Положение о Совете по молодёжи", "approved"),
        ("2. О проекте Стратегии связи.\n\nРЕШИЛИ: проект одобрить.", "проект Стратегии связи", "approved"),
        ("3. Об Уставе клуба.\n\nРЕШИЛИ: рассмотрение отложить.", "Устав клуба", "other"),
        ("Подписание Соглашения о транзите отложено.", "Соглашение о транзите", "other"),
        ("Проект Конвенции о водах отправлен на доработку.", "Проект Конвенции о водах", "other"),
        ("Соглашение о транзите, подписанное в Ашхабаде в 2011 году, обсудили.", "Соглашение о транзите", "signed"),
    ],
)
def test_a_document_is_done_with_what_the_minutes_say(read, text, title, action):
    assert [(item.title, item.action) for item in read(text).documents] == [(title, action)]


@pytest.mark.parametrize(
    "sentence",
    ["Декларацию по итогам встречи подписывать не стали.", "Информацию о протоколе принять к сведению."],
)
def test_what_was_not_done_is_no_document(read, sentence):
    assert read(sentence).documents == ()


def test_the_point_on_the_next_session_decides_it(read):
    found = read("9. О месте и времени проведения очередного заседания.\n\nРЕШИЛИ: провести в Душанбе.")
    assert (found.next_session.place, found.next_session.status) == ("Dushanbe", "decided")
    assert [item.type for item in found.decisions] == ["next session"]


def test_a_summit_is_no_next_session_of_ministers(read):
    found = read(
        "Министры иностранных дел провели совещание в Актау.",
        "Каспийский саммит планируется провести в Ашхабаде в 2022 году. Министры условились вновь встретиться в Баку.",
        title="Совещание министров",
    )
    assert found.next_session.place == "Baku"


def test_who_speaks_without_a_name_is_named_by_state(read):
    found = read("Президент Белоруссии подчеркнул: «Тридцать лет - возраст зрелости для любого союза».")
    assert [quote.speaker for quote in found.quotes] == ["Belarus"]
