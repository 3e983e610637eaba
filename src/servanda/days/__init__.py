"""Days of law: full and partial days, periods, and the arithmetic of delays."""

from servanda.days.arithmetic import Rounding, first_of_next_month, plus_days, plus_months
from servanda.days.day import Day, NotADay
from servanda.days.period import Period

__all__ = ["Day", "NotADay", "Period", "Rounding", "first_of_next_month", "plus_days", "plus_months"]
