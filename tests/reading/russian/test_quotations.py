"""Direct speech in Russian with its speaker."""

from __future__ import annotations

import pytest


def said(reading):
    return [(quote.evidence, quote.speaker) for quote in reading.quotes]


def test_a_reporting_clause_splits_an_utterance(read):
    reading = read("«Торговля растёт, — отметил президент России Владимир Путин. — Но барьеры остаются».")
    assert said(reading) == [("Торговля растёт", "Владимир Путин"), ("Но барьеры остаются", "Владимир Путин")]


@pytest.mark.parametrize(
    "sentence",
    [
        "«Мост нужен всем», — подчеркнул президент Армении Ваагн Хачатурян.",
        "Президент Армении Ваагн Хачатурян заявил: «Мост нужен всем».",
        "«Мост нужен всем», — заявил, закрывая встречу, президент Армении Ваагн Хачатурян.",
    ],
)
def test_the_speaker_stands_before_or_after(read, sentence):
    assert said(read(sentence)) == [("Мост нужен всем", "Ваагн Хачатурян")]


def test_a_pronoun_or_a_description_means_the_person_in_focus(read):
    reading = read(
        "По словам председателя Исполкома Сергея Лебедева, план устарел. «Его пора менять», — пояснил он.",
        "Президент Беларуси Александр Лукашенко открыл встречу. «Начнём работу», — сказал белорусский лидер.",
    )
    assert said(reading) == [("Его пора менять", "Сергей Лебедев"), ("Начнём работу", "Александр Лукашенко")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Создан формат «СНГ плюс».",
        "Встреча прошла под девизом «Вместе к миру и развитию».",
        "Принята концепция «Азия – 2040».",
    ],
)
def test_names_in_guillemets_are_no_speech(read, sentence):
    assert said(read(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "«Мост нужен всем», — уверен президент Армении Ваагн Хачатурян.",
        "По словам президента Армении В. Г. Хачатуряна, «мост нужен всем соседям».",
    ],
)
def test_who_is_sure_speaks_too_and_initials_end_no_sentence(read, sentence):
    assert [str(speaker).split()[-1] for _, speaker in said(read(sentence))] == ["Хачатурян"]
