"""Commitments and proposals in Russian: what can be checked, and what is only goodwill."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "actor", "strength", "deadline"),
    [
        ("Россия намерена передать партнёрам проект стратегии.", "Russia", "planned", None),
        ("Казахстан пообещал к 1 марта 2021 года открыть два терминала.", "Kazakhstan", "pledged", "2021-03-01"),
        ("Ташкент планирует провести 60 мероприятий.", "Uzbekistan", "planned", None),
        ("Евразийской экономической комиссии поручено урегулировать тарифы.", "Eurasian Economic Commission", "decided",
         None),
        ("Решения будут переданы армянской стороне.", "CIS", "planned", None),
        ("Стороны договорились создать рабочую группу.", "CIS", "decided", None),
        ("Генеральный секретарь ОДКБ посетит Ереван.", "CSTO Secretariat", "pledged", None),
        ("Россия и Беларусь обязались признавать подписи с 1 июля 2021 года.", "Russia and Belarus", "pledged",
         "2021-07-01"),
    ],
)  # fmt: skip
def test_an_undertaking_has_actor_strength_and_deadline(read, sentence, actor, strength, deadline):
    found = [(item.actor, item.strength, item.deadline) for item in read(sentence).commitments]
    assert found == [(actor, strength, deadline)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Стороны намерены и дальше укреплять взаимное доверие.",
        "Участники выразили надежду, что торговля вырастет.",
        "Россия продолжит поддерживать партнёров.",
        "Это позволит снизить цены.",
        "Лидеры обсудят транспортные связи.",
        "Особое внимание будет уделено молодёжи.",
    ],
)
def test_goodwill_is_no_commitment(read, sentence):
    assert read(sentence).commitments == ()


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Президент Узбекистана Шавкат Мирзиёев предложил создать совет транспорта.", "Uzbekistan"),
        ("Молдова призвала открыть границы.", "Moldova"),
        ("Президент Молдовы Игорь Додон выступил за открытие границ.", "Moldova"),
        ("Президент Беларуси Александр Лукашенко отметил, что споры следует решать за общим столом.", "Belarus"),
    ],
)
def test_a_proposal_has_its_actor(read, sentence, actor):
    assert [item.actor for item in read(sentence).proposals] == [actor]


def test_a_proposal_of_nobody_is_left_out(read):
    assert read("Следует помнить о прошлом.").proposals == ()


def test_what_is_said_in_the_first_person_binds_the_speakers_state(read):
    reading = read("«Мы построим дорогу к концу следующего года», — заявил президент Киргизии Садыр Жапаров.")
    assert [(item.actor, item.deadline) for item in reading.commitments] == [("Kyrgyzstan", "2021")]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Президент Армении Ваагн Хачатурян сообщил о намерении Армении выделить 12 млн драмов.", "Armenia"),
        ("Евразийская экономическая комиссия должна до июня представить перечень препятствий.",
         "Eurasian Economic Commission"),
    ],
)  # fmt: skip
def test_an_intent_in_a_noun_and_a_duty_with_a_date_are_commitments(read, sentence, actor):
    assert [item.actor for item in read(sentence).commitments] == [actor]


def test_what_is_resolved_without_a_subject_is_the_organisations(read):
    assert [item.actor for item in read("Решено создать рабочую группу по торговле.").commitments] == ["CIS"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Президент Беларуси Александр Лукашенко высказал идею создать банк.",
        "Президент Беларуси Александр Лукашенко внёс предложение создать банк.",
        "С инициативой создать банк выступил президент Беларуси Александр Лукашенко.",
    ],
)
def test_an_idea_put_forward_is_a_proposal_and_no_commitment(read, sentence):
    reading = read(sentence)
    assert [item.actor for item in reading.proposals] == ["Belarus"]
    assert reading.commitments == ()
