"""Status: pure answers with reasons, each of a book and the day it asks about."""
