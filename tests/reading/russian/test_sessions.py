"""The session itself, in Russian."""

from __future__ import annotations


def test_organ_day_place_and_chair_are_told(read):
    reading = read(
        "Вчера в Астане под председательством президента Казахстана Касым-Жомарта Токаева состоялось заседание Совета "
        "глав государств ШОС.",
        title="Саммит ШОС",
        day="5 июля 2024 года",
    )
    told = reading.session
    assert told is not None
    assert (told.organ, told.organisation) == ("Совет глав государств ШОС", "SCO")
    assert (told.date, told.place, told.format, told.chair) == ("2024-07-04", "Astana", "in person", "Kazakhstan")


def test_a_videoconference_has_no_place(read):
    told = read("Заседание прошло в режиме видеоконференции.").session
    assert told is not None
    assert (told.format, told.place) == ("videoconference", None)


def test_one_who_joins_by_video_makes_it_hybrid(read):
    told = read("Сессия прошла в Душанбе.", "Президент России Владимир Путин выступил по видеосвязи.").session
    assert told is not None
    assert (told.format, told.place) == ("hybrid", "Dushanbe")


def test_documents_go_to_the_absent_for_signature(read):
    reading = read("Представитель Армении не присутствовал.", "Документы будут направлены в Ереван на подпись.")
    assert [item.party for item in reading.transmissions] == ["Armenia"]


def test_the_town_of_the_dateline_is_where_it_met(read):
    reading = read("Состоялся саммит. Лидеры Болотии и Горании обсудили торговлю.", day="14 мая 2018 года, Гавань")
    assert reading.session is not None
    assert (reading.session.date, reading.session.place) == ("2018-05-14", "Гавань")


def test_the_state_beside_its_capital_is_no_town(read):
    reading = read("Саммит прошёл в Вершинске, столице Горании.", title="Саммит Озёрного союза")
    assert reading.session is not None
    assert reading.session.place == "Вершинск"


def test_whoever_held_the_session_chaired_it(read):
    reading = read("Президент Киргизии Садыр Жапаров провёл в Бишкеке заседание Совета глав государств СНГ.")
    assert reading.session is not None
    assert (reading.session.chair, reading.session.place) == ("Kyrgyzstan", "Bishkek")


def test_a_town_may_be_called_by_a_common_word(read):
    reading = read("Лидеры Болотии и Горании встретились в Дубраве на саммите.", title="Саммит Озёрного союза")
    assert reading.session is not None
    assert reading.session.place == "Дубрава"
