"""The language of a text, by script and function words."""

from __future__ import annotations

import pytest

from servanda.reading.texts import detect

TEXTS = {
    "en": "The leaders met in Minsk and agreed on the plan of the main measures.",
    "ru": "Главы государств встретились в Минске и утвердили план основных мероприятий на 2024 год.",
    "fr": "Les chefs d'Etat se sont réunis à Minsk pour la session du conseil et ont signé le traité.",
    "de": "Die Präsidenten trafen sich in Minsk und unterzeichneten den Vertrag über die Zusammenarbeit.",
    "es": "Los presidentes se reunieron en Minsk para la sesión del consejo y firmaron el tratado.",
    "uk": "Президенти зустрілися у Києві та підписали угоду про співпрацю між країнами.",
    "be": "Кіраўнікі дзяржаў сустрэліся ў Мінску і падпісалі дамову аб супрацоўніцтве, як гэта было і раней.",
    "kk": "Мемлекет басшылары Астанада кездесіп, ынтымақтастық туралы келісімге қол қойды және бұл туралы айтты.",
    "hy": "Պետությունների ղեկավարները հանդիպեցին Երևանում և ստորագրեցին պայմանագիրը։",
    "ka": "სახელმწიფოთა მეთაურები თბილისში შეხვდნენ და ხელი მოაწერეს შეთანხმებას.",
    "zh": "国家元首在明斯克会晤并签署了条约。",
    "ar": "التقى رؤساء الدول في مينسك ووقعوا على المعاهدة.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_language_is_told_by_a_sentence(code):
    assert detect(TEXTS[code]).code == code


def test_names_of_another_language_do_not_change_the_language():
    assert detect("The leaders of the Ligue des États met in Côte d'Ivoire and in São Tomé for the talks.").code == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Президент Молдовы Игорь Додон выступил за открытие границ.",
        "Молдова призвала открыть границы.",
        "Лидеры посетили Киев.",
        "Саммит ОДКБ в Астане",
    ],
)
def test_a_short_russian_text_is_taken_for_no_other_language(text):
    assert detect(text).code in {"ru", "und"}


@pytest.mark.parametrize("text", ["The G7 leaders: joint statement", "Minsk, 18 December 2020", "Summit in La Paz"])
def test_a_short_english_text_is_taken_for_no_other_language(text):
    assert detect(text).code in {"en", "und"}


@pytest.mark.parametrize("text", ["", "12 345", "Minsk", "Lorem ipsum dolor sit amet consectetur adipiscing"])
def test_where_nothing_tells_the_language_none_is_named(text):
    assert not detect(text).is_known


def test_a_text_in_two_languages_names_both():
    found = detect(f"{TEXTS['en']}\n{TEXTS['en']}\n{TEXTS['ru']}")
    assert found.code == "en"
    assert [code for code, _share in found.others] == ["ru"]
