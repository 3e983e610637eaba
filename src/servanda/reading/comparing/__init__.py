"""Several reports of one session side by side: what they agree on, what only one says, what contradicts."""

from servanda.reading.comparing.comparison import compare
from servanda.reading.comparing.records import Comparison
from servanda.reading.comparing.writing import write_comparison

__all__ = ["Comparison", "compare", "write_comparison"]
