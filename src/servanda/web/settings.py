"""The settings of Django: no database, no sessions, no accounts; what differs by place comes from the environment.

`SERVANDA_HOSTS` (names the portal answers to, with commas) and `SERVANDA_SECRET_KEY`.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from typing import Any

import django
from django.conf import settings

LOCAL = "localhost,127.0.0.1,[::1]"

# What `check --deploy` would ask of a portal with forms and TLS of its own. Nothing is posted here and no cookie is
# set (W003); TLS, and with it HSTS and the redirect to it, belongs to the proxy in front (W004, W008).
SILENCED = ["security.W003", "security.W004", "security.W008"]


def values(environ: Mapping[str, str]) -> dict[str, Any]:
    """The settings for an environment."""
    return {
        "DEBUG": False,
        "SECRET_KEY": environ.get("SERVANDA_SECRET_KEY") or secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": [host.strip() for host in environ.get("SERVANDA_HOSTS", LOCAL).split(",") if host.strip()],
        "ROOT_URLCONF": "servanda.web.urls",
        "INSTALLED_APPS": [],
        "DATABASES": {},
        "MIDDLEWARE": [
            "django.middleware.security.SecurityMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
            "servanda.web.middleware.logs",
            "servanda.web.middleware.policies",
            "servanda.web.middleware.faces",
            "servanda.web.middleware.limits",
        ],
        "TEMPLATES": [],
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "USE_I18N": False,
        "LANGUAGE_CODE": "en",
        "SECURE_REFERRER_POLICY": "same-origin",
        "SILENCED_SYSTEM_CHECKS": SILENCED,
        "LOGGING": _logging(),
    }


def configure() -> None:
    """Give Django its settings, once a process."""
    if not settings.configured:
        settings.configure(**values(os.environ))
        django.setup(set_prefix=False)


def _logging() -> dict[str, Any]:
    """Faults of ours go to standard error; what visitors ask wrongly is answered, not logged."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"stderr": {"class": "logging.StreamHandler"}},
        "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
    }
