"""Documents in Russian: case, voice, order of words, lists."""

from __future__ import annotations

import pytest


def titles(reading):
    return [(document.title, document.kind, document.action) for document in reading.documents]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Утверждены положение о реестре, структура аппарата и бюджет фонда.",
         [("положение о реестре", "approved"), ("структура аппарата", "approved"), ("бюджет фонда", "approved")]),
        ("Совет утвердил обновлённую концепцию роста и план первых мер по её реализации.",
         [("обновлённая концепция роста", "approved"), ("план первых мер по её реализации", "approved")]),
        ("Решение о едином патенте лидеры также подписали.", [("Решение о едином патенте", "signed")]),
        ("Прежняя стратегия была принята в 2008 году.", [("Прежняя стратегия (2008)", "adopted")]),
        ("Подписан договор об учреждении банка.", [("договор об учреждении банка", "signed")]),
        ("Соглашение о портах вступило в силу.", [("Соглашение о портах", "in force")]),
        ("Стороны планируют подписать протокол о тарифах.", [("протокол о тарифах", "proposed")]),
        ("Президенты подписали 15 документов.", [("15 документов", "signed")]),
    ],
)  # fmt: skip
def test_a_document_is_in_the_nominative_with_its_action(read, sentence, expected):
    assert [(title, action) for title, _, action in titles(read(sentence))] == expected


@pytest.mark.parametrize(
    "sentence",
    ["Премьеры приняли участие в форуме.", "Стороны приняли решение.", "В соответствии с Уставом совет собрался."],
)
def test_what_is_only_mentioned_is_no_document(read, sentence):
    assert titles(read(sentence)) == []


def test_items_of_a_list_are_documents(read):
    reading = read("Подписаны девять документов. Среди них:", "- Стратегия безопасности;", "- заявление о мире.")
    assert [title for title, _, _ in titles(reading)] == [
        "девять документов",
        "Стратегия безопасности",
        "заявление о мире",
    ]


def test_a_budget_is_a_document_and_a_decision(read):
    reading = read("Одобрен бюджет организации на 2021 год.")
    assert [(decision.type, decision.when) for decision in reading.decisions] == [("budget", "2021")]


def test_one_noun_names_several_documents_by_their_matters(read):
    reading = read("Главы государств подписали соглашения о едином времени, о поездах и о страховании туристов.")
    assert [item.title for item in reading.documents] == [
        "соглашение о едином времени",
        "соглашение о поездах",
        "соглашение о страховании туристов",
    ]


def test_a_signing_told_by_a_noun_is_a_signing(read):
    reading = read("Итогом встречи стало подписание Декларации о дружбе.")
    assert [(item.title, item.action) for item in reading.documents] == [("Декларация о дружбе", "signed")]


def test_one_verb_before_a_colon_is_that_of_the_whole_list(read):
    reading = read("Были одобрены: проект Стратегии развития; план мер.")
    assert [(item.title, item.action) for item in reading.documents] == [
        ("проект Стратегии развития", "approved"),
        ("план мер", "approved"),
    ]


def test_a_list_follows_a_verb_and_a_colon(read):
    reading = read("По итогам встречи подписаны:", "— Концепция безопасности;\n— решение о награде.")
    assert [item.title for item in reading.documents] == ["Концепция безопасности", "решение о награде"]


def test_what_was_not_agreed_is_no_document(read):
    reading = read("Декларация сессии согласована не была. Подписано 15 документов, включая План развития сил.")
    assert [item.title for item in reading.documents] == ["15 документов", "План развития сил"]
