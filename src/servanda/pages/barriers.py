"""Barriers, exemptions, restrictions: the register, road maps and appeals, counts over time and against targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args, get_type_hints

from servanda.acts.market import Restrict
from servanda.days import Day
from servanda.pages.naming import plain
