"""A language model as the reader's assistant: asked for a form, believed only where it quotes the text."""

from servanda.reading.assistants.asking import Assistant, Question
from servanda.reading.assistants.consulting import consult

__all__ = ["Assistant", "Question", "consult"]
