"""The text of a record: what a lawyer can read and a machine checks."""

from servanda.text.formatter import format_text
from servanda.text.printer import print_act, print_acts, print_head
from servanda.text.reader import Located, Progress, Text, read, read_head

__all__ = ["Located", "Progress", "Text", "format_text", "print_act", "print_acts", "print_head", "read", "read_head"]
