"""Dates in Russian, full, partial and relative."""

from __future__ import annotations

import datetime as dt

import pytest

from servanda.reading.russian.dates import find_dates

DAY = dt.date(2024, 3, 12)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("23 ноября 2023 года", "2023-11-23"),
        ("с 1 января 2025 года", "2025-01-01"),
        ("31 августа – 1 сентября 2025 года", "2025-08-31"),
        ("29-30 сентября 2025 г.", "2025-09-29"),
        ("02.11.2019", "2019-11-02"),
        ("в октябре", "2024-10"),
        ("к маю 2025 года", "2025-05"),
        ("до конца года", "2024"),
        ("в следующем году", "2025"),
        ("в марте следующего года", "2025-03"),
        ("осенью 2024 года", "2024"),
        ("в прошлом году", "2023"),
        ("сегодня", "2024-03-12"),
        ("в пятницу", "2024-03-08"),
        ("на 2026-2030 годы", "2026"),
    ],
)
def test_a_date_is_read(words, value):
    plain = words.replace("–", "-")
    assert [date.value for date in find_dates(plain, DAY)] == [value]


def test_an_impossible_day_is_none():
    assert find_dates("31 февраля 2021 года", DAY) == []
