"""Figures of the portal for whoever watches it, in the text form that Prometheus reads (version 0.0.4)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from servanda.journal import StoreFailed
from servanda.journal.checkpoint import read_checkpoint
from servanda.web.library import Unavailable, library


def metrics(request: HttpRequest) -> HttpResponse:
    """Tell whether the journal can be read, how many entries it has, and how far its checkpoint is behind."""
    response = HttpResponse("".join(_lines()), content_type="text/plain; version=0.0.4; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def _lines() -> list[str]:
    try:
        journal = library().journal()
        size, problems = journal.size, len(journal.problems)
        checkpoint, _ = read_checkpoint(journal.checkpoint_path)
    except (StoreFailed, Unavailable):
        return [_gauge("up", "Whether the journal can be read.", 0)]
    published = checkpoint.size if checkpoint else 0
    return [
        _gauge("up", "Whether the journal can be read.", 1),
        _gauge("entries", "How many entries it holds.", size),
        _gauge("checkpoint_entries", "How many of them the checkpoint beside it covers.", published),
        _gauge("problems", "What was found wrong with it when it was opened.", problems),
        _gauge("read_only", "Whether nothing may be entered.", int(journal.read_only)),
    ]


def _gauge(name: str, what: str, value: int) -> str:
    name = f"servanda_journal_{name}"
    return f"# HELP {name} {what}\n# TYPE {name} gauge\n{name} {value}\n"
