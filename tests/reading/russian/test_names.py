"""Names of persons in the nominative, from any case."""

from __future__ import annotations

import pytest

from servanda.reading.russian.names import name_at
from servanda.reading.russian.tokens import tokenise


@pytest.mark.parametrize(
    ("case", "written", "nominative"),
    [
        ("gent", "Александра Лукашенко", "Александр Лукашенко"),
        ("gent", "Шавката Мирзиёева", "Шавкат Мирзиёев"),
        ("gent", "Эмомали Рахмона", "Эмомали Рахмон"),
        ("gent", "Никола Пашиняна", "Никол Пашинян"),
        ("gent", "Майи Санду", "Майя Санду"),
        ("gent", "Си Цзиньпина", "Си Цзиньпин"),
        ("gent", "Михаила Саакашвили", "Михаил Саакашвили"),
        ("gent", "Петра Холмова", "Пётр Холмов"),
        ("gent", "А.У.Мамина", "А.У.Мамин"),
        ("gent", "К.-Ж.Токаева", "К.-Ж.Токаев"),
        ("gent", "Валентины Матвиенко", "Валентина Матвиенко"),
        ("datv", "Сердару Бердымухамедову", "Сердар Бердымухамедов"),
        ("datv", "Сергею Глазьеву", "Сергей Глазьев"),
        ("ablt", "Ильхамом Алиевым", "Ильхам Алиев"),
        ("ablt", "Сергеем Лавровым", "Сергей Лавров"),
        ("nomn", "Реджеп Тайип Эрдоган", "Реджеп Тайип Эрдоган"),
    ],
)
def test_a_name_is_put_into_the_nominative(case, written, nominative):
    name = name_at(written, tokenise(written).words, 0, set(), case)
    assert name is not None
    assert name.text == nominative


def test_what_follows_a_name_is_no_part_of_it():
    text = "Шавката Мирзиёева Почётным знаком"
    name = name_at(text, tokenise(text).words, 0, set(), "gent")
    assert name is not None
    assert name.text == "Шавкат Мирзиёев"


@pytest.mark.parametrize(
    ("sentence", "name", "office"),
    [
        ("Открыл встречу глава белорусского МИД Сергей Алейник.", "Сергей Алейник", "глава белорусского МИД"),
        ("Слово взял председатель Коллегии ЕЭК Бакытжан Сагинтаев.", "Бакытжан Сагинтаев", "председатель Коллегии ЕЭК"),
        ("Об этом рассказал Иван Речкин, президент Болотии.", "Иван Речкин", "президент Болотии"),
        ("Начальником штаба назначен генерал-полковник Андрей Сердюков.", "Андрей Сердюков", "Начальник штаба"),
        ("Премьер-министр Армении не приехал. Об этом Никол Пашинян сообщил заранее.", "Никол Пашинян",
         "Премьер-министр Армении"),
    ],
)  # fmt: skip
def test_a_person_has_the_office_that_the_text_gives(read, sentence, name, office):
    assert [(person.name, person.office) for person in read(sentence).persons] == [(name, office)]
