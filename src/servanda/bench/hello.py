"""The addresses of the portal and an empty view beside them, behind the same middleware: what the frame alone costs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from servanda.web.urls import handler400, handler404, handler500
from servanda.web.urls import urlpatterns as portal

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]


def hello(_request: HttpRequest) -> HttpResponse:
    """Answer nothing."""
    return HttpResponse("")


urlpatterns = [path("hello", hello), *portal]
