"""Forms in which communiqués tell who came and who did not: honorifics, ellipses, capitals, exceptions."""

from __future__ import annotations

import pytest

from servanda.reading import read_text

MET = "The Council of Ministers of the East African Community met in Nairobi on 3 May 2021. "
MET_IN_RUSSIAN = "3 мая 2021 года в Минске состоялось заседание Совета министров иностранных дел СНГ. "


def parties(items):
    return {item.party for item in items}


@pytest.mark.parametrize(
    ("sentence", "present"),
    [
        ("Present at the table were Kenya, Uganda and Rwanda.", {"Kenya", "Uganda", "Rwanda"}),
        ("Ghana sent its economy minister and Togo its ambassador.", {"Ghana", "Togo"}),
        ("Ghana came; Togo sent its foreign minister and Benin its ambassador.", {"Togo", "Benin"}),
        ("Fiji attended as an observer and Tonga took part as a guest.", {"Fiji", "Tonga"}),
        ("Chile and Peru followed the proceedings online.", {"Chile", "Peru"}),
        ("Iran's first vice president dialed in from Tehran.", {"Iran"}),
        (
            "In attendance were representatives of the following Member States: Algeria, Benin and Senegal.",
            {"Algeria", "Benin", "Senegal"},
        ),
        ("It was joined by high authorities of Chile, Colombia and Ecuador.", {"Chile", "Colombia", "Ecuador"}),
        (
            "It was attended by President Ann Example of the United Republic of Tanzania and by Bo Sample of Uganda.",
            {"Tanzania"},
        ),
        ("NORWAY, opposed by JAPAN, suggested a pause. MEXICO and the US agreed.",
         {"Norway", "Japan", "Mexico", "United States"}),
    ],
)  # fmt: skip
def test_who_came_is_told_in_many_forms(sentence, present):
    assert present <= parties(read_text(MET + sentence).participants)


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("It REGRETS the absence of Burundi, which had no flight, and of Eritrea.", {"Burundi", "Eritrea"}),
        ("Mali and Sudan remain suspended from the activities of the Union.", {"Mali", "Sudan"}),
        ("Chile was present, Peru and Suriname having conveyed their regrets.", {"Peru", "Suriname"}),
        ("The Council noted apologies from Mauritius and Seychelles.", {"Mauritius", "Seychelles"}),
        ("Neither Uruguay nor Paraguay attended.", {"Uruguay", "Paraguay"}),
        ("Every member but Suriname took part.", {"Suriname"}),
        ("With the exception of Malta, all member states were represented.", {"Malta"}),
        ("Iceland and Norway had confirmed but did not turn up.", {"Iceland", "Norway"}),
        ("Belarus was to be represented by its premier but his plane turned back.", {"Belarus"}),
        ("Niger pulled out at the last minute.", {"Niger"}),
        ("The signature of Chile does not appear under the paragraph.", set()),
    ],
)
def test_who_did_not_come_is_told_in_many_forms(sentence, absent):
    reading = read_text(MET + sentence)
    assert parties(reading.absent) == absent
    assert not absent & parties(reading.participants)


def test_a_line_of_a_roll_may_begin_with_the_person():
    roll = """The Summit was attended by the following Heads of State and Government:

H.E. Ann Example, President of the Republic of Ghana;
Rt. Hon. Bo Sample, Prime Minister of the Kingdom of Lesotho
- Deputy Prime Minister of Armenia
"""
    assert {(one.party, one.person) for one in read_text(roll).participants} == {
        ("Ghana", "Ann Example"),
        ("Lesotho", "Bo Sample"),
        ("Armenia", None),
    }


def test_a_list_of_outcomes_tells_what_became_of_each_document():
    text = """Key outcomes
- Timetable for a common gas market approved (ECOWAS to draft a treaty by the end of 2023)
- Regulations on the documents of seafarers: considered, to be signed within 30 days
"""
    documents = [(one.title, one.action) for one in read_text(text).documents]
    assert ("Timetable for a common gas market", "approved") in documents
    assert ("Regulations on the documents of seafarers", "other") in documents


@pytest.mark.parametrize(
    ("sentence", "present", "absent"),
    [
        ("На связь вышли лидеры Армении и Казахстана.", {"Armenia", "Kazakhstan"}, set()),
        ("Молдавию никто не представлял.", set(), {"Moldova"}),
        ("Из-за непогоды не долетел министр Таджикистана.", set(), {"Tajikistan"}),
        ("Узбекистан ограничился письмом.", set(), {"Uzbekistan"}),
        ("Кроме того, премьер-министр Республики Беларусь внёс предложение.", set(), set()),
    ],
)
def test_russian_tells_who_came_in_other_words(sentence, present, absent):
    reading = read_text(MET_IN_RUSSIAN + sentence)
    assert present <= parties(reading.participants)
    assert parties(reading.absent) == absent


def test_a_russian_table_tells_what_became_of_each_document():
    text = """О документах заседания Совета глав правительств СНГ
1 | Соглашение о санитарной авиации | подписано (кроме Туркменистана)
2 | План мероприятий по её реализации | снят с рассмотрения
3 | Единый бюджет органов СНГ на 2024 год (1,13 млрд руб.) | утверждён
"""
    reading = read_text(text)
    assert [(one.title, one.action) for one in reading.documents] == [
        ("Соглашение о санитарной авиации", "signed"),
        ("Единый бюджет органов СНГ на 2024 год", "approved"),
    ]
    assert [one.type for one in reading.decisions] == ["budget"]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("It welcomed the offer of the Republic of Rwanda to train one hundred controllers by 2024.", "Rwanda"),
        ("It created a group, Chile undertaking to provide a secretariat of three persons.", "Chile"),
        ("It welcomed the announcement by Oman that it will deposit 500 million dollars.", "Oman"),
    ],
)
def test_a_promise_may_stand_in_a_noun_or_participle(sentence, actor):
    assert actor in {one.actor for one in read_text(MET + sentence).commitments}
