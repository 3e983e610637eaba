"""Presidencies, appointments, membership and the next session in Russian."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "parties", "when"),
    [
        ("С 1 января 2021 года председательство переходит к Казахстану.", ("Kazakhstan",), "2021-01-01"),
        ("В 2020 году председательствует в СНГ Узбекистан.", ("Uzbekistan",), "2020"),
        ("В следующем году организацию возглавит Беларусь.", ("Belarus",), "2021"),
        ("В 2021 году председательствовать в союзе будет Армения.", ("Armenia",), "2021"),
        ("Россия передала председательство Кыргызстану 1 июля 2021 года.", ("Kyrgyzstan", "Russia"), "2021-07-01"),
        ("Председательство перейдёт в 2021 году от Беларуси к Казахстану.", ("Kazakhstan", "Belarus"), "2021"),
        ("В следующем году председательство примет Таджикистан.", ("Tajikistan",), "2021"),
    ],
)
def test_a_presidency_is_found_in_any_wording(read, sentence, parties, when):
    found = [(d.parties, d.when) for d in read(sentence).decisions if d.type == "presidency"]
    assert found == [(parties, when)]
    assert read(sentence).commitments == ()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Сопредседателями станут Узбекистан и Казахстан.", "co-chairs"),
        ("Начальником штаба назначен генерал-полковник Андрей Сердюков.", "appointment"),
        ("Кубе предоставлен статус наблюдателя.", "membership"),
        ("Учреждена медаль «За дружбу».", "award"),
        ("Культурной столицей Содружества объявлен город Лачин.", "other"),
        ("В секретариате будет создано аналитическое управление.", "other"),
    ],
)
def test_other_decisions_have_their_type(read, sentence, kind):
    assert [decision.type for decision in read(sentence).decisions] == [kind]


@pytest.mark.parametrize(
    ("sentence", "date", "place", "status"),
    [
        ("Следующее заседание намечено на 8 октября 2021 года в Минске.", "2021-10-08", "Minsk", "decided"),
        ("Беларусь предложила провести следующий саммит 15 октября 2021 года.", "2021-10-15", None, "proposed"),
        ("Очередная встреча состоится в марте в Самарканде.", "2021-03", "Samarkand", "decided"),
        ("Пятую сессию договорились провести в городе Соснов в 2021 году.", "2021", "Соснов", "decided"),
    ],
)
def test_the_next_session_has_day_and_place(read, sentence, date, place, status):
    found = read(sentence).next_session
    assert found is not None
    assert (found.date, found.place, found.status) == (date, place, status)


def test_the_next_meeting_of_another_body_is_not_ours(read):
    assert read("Следующее заседание Межправсовета пройдёт в Ереване в феврале.").next_session is None


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Председательство в союзе Казахстан передаст Киргизии в 2022 году.", "Kyrgyzstan"),
        ("Россия председательствует в союзе в 2021 году, затем её сменит Армения.", "Armenia"),
        ("В 2022 году форум примет Армения, она же будет председательствовать в союзе.", "Armenia"),
    ],
)
def test_a_presidency_is_told_in_other_words_too(read, sentence, party):
    found = [item for item in read(sentence).decisions if item.type == "presidency"]
    assert any(party in item.parties for item in found)


def test_what_is_only_proposed_is_no_decision(read):
    assert read("Президент Армении Ваагн Хачатурян предложил объявить 2023 год Годом мостов.").decisions == ()


@pytest.mark.parametrize(
    ("sentence", "date", "place"),
    [
        ("Сессию следующего года примет Армения.", "2021", "Armenia"),
        ("Председательство в 2021 году передано Индии, где и состоится очередное заседание.", "2021", "India"),
        ("Следующую сессию запланировали провести осенью 2022 года в Ереване.", "2022", "Yerevan"),
    ],
)
def test_the_next_session_is_told_in_other_words_too(read, sentence, date, place):
    found = read(sentence).next_session
    assert found is not None
    assert (str(found.date)[:4], found.place) == (date, place)
