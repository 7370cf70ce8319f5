"""Our settings in the words of Flask and its extensions."""

from datetime import timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from portal.access.sessions import ABSOLUTE
from portal.config import Settings
from portal.persistence.engines import engine_options

MEGABYTE = 1_000_000
MAIL_PORTS = {"smtp": 25, "smtps": 465}


def flask_settings(settings: Settings) -> dict[str, Any]:
    """Configuration for Flask, made from ours."""
    return {
        "PORTAL": settings,
        "DEMO": settings.is_demo,
        "TIME_ZONE": settings.time_zone,
        "SECRET_KEY": settings.secret_key,
        "SECRET_KEY_FALLBACKS": list(settings.secret_key_fallbacks),
        "TRUSTED_HOSTS": _trusted_hosts(settings),
        "MAX_CONTENT_LENGTH": 11 * MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": 4 * MEGABYTE,
        "MAX_FORM_PARTS": 1000,
        "SESSION_COOKIE_NAME": "__Host-session" if settings.is_https else "session",
        "SESSION_COOKIE_SECURE": settings.is_https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": ABSOLUTE,
        "SEND_FILE_MAX_AGE_DEFAULT": timedelta(days=365),
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(settings.database_url),
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": settings.is_https,
        "RATELIMIT_STORAGE_URI": settings.rate_limit_url,
        "RATELIMIT_HEADERS_ENABLED": True,
        **_mail(settings),
    }


def _trusted_hosts(settings: Settings) -> list[str]:
    """The host of the public address; on a local set-up both names of this machine."""
    if settings.is_local:
        return ["127.0.0.1", "localhost"]
    return [settings.host]


def _mail(settings: Settings) -> dict[str, Any]:
    """``console://`` prints mail; ``smtp://user:password@host:port`` and ``smtps://`` send it."""
    parts = urlsplit(settings.mail_url)
    if parts.scheme not in MAIL_PORTS:
        return {"MAIL_BACKEND": parts.scheme, "MAIL_DEFAULT_SENDER": settings.mail_from}
    return {
        "MAIL_BACKEND": "smtp",
        "MAIL_SERVER": parts.hostname,
        "MAIL_PORT": parts.port or MAIL_PORTS[parts.scheme],
        "MAIL_USERNAME": unquote(parts.username or "") or None,
        "MAIL_PASSWORD": unquote(parts.password or "") or None,
        "MAIL_USE_SSL": parts.scheme == "smtps",
        "MAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
        "MAIL_TIMEOUT": 10,
        "MAIL_DEFAULT_SENDER": settings.mail_from,
    }
